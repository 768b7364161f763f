//! What belongs to one person, among what belongs to others: linking, export, erasure.

use crate::Args;
use crate::check_in::{Door, Request};
use crate::measure::{Lasting, Line, ROUNDS, Series};
use crate::scene::Scene;
use crate::seed::{self, Members, TODAY};
use anyhow::{Context, ensure};
use engine::rules::{Action, ClockRule, Zone};
use engine::{Account, EventId, Membership, PersonId, Platform};

/// Check-ins of others that the great table is held against.
const FEW: i64 = 100_000;
const DAYS: i32 = 30;
const EACH: u64 = 5;
/// The rounds and one before them.
const PAIRS: u64 = EACH * (ROUNDS as u64 + 1);

pub async fn run(args: &Args, great: &Scene, small: &Scene) -> anyhow::Result<()> {
    let count = args.participants.unwrap_or(10_000_000);
    let (small, great) = (Crowd::seed(small, FEW).await?, Crowd::seed(great, count).await?);
    let mut series: [[Series; 2]; 3] = Default::default();
    for round in 0..=ROUNDS as u64 {
        for (n, crowd) in [&small, &great].into_iter().enumerate() {
            let pair = |n: u64| &crowd.pairs[(round * EACH + n % EACH) as usize];
            let [link, export, erase] = &mut series;
            let (sql, each) = (&crowd.scene.sql, Lasting::Times(EACH));
            link[n].measure(sql, each, async |n| crowd.link(pair(n)).await).await?;
            export[n].measure(sql, each, async |n| crowd.export(pair(n)).await).await?;
            erase[n].measure(sql, each, async |n| crowd.erase(pair(n)).await).await?;
        }
    }
    for (name, series) in ["link", "export", "erase"].into_iter().zip(series) {
        let [few, many] = series.map(|series| series.figures());
        let line = |end: &str| Line::new(format!("person/{name}{end}"), great.scene.database);
        line("").figures(FEW, 1, few).print()?;
        line("").figures(count, 1, many).print()?;
        line("/growth").at_most("ratio", many.p50_us / few.p50_us, 1.5).print()?;
    }
    Ok(())
}

/// Two accounts of one person, with a month of days in an event each.
struct Pair {
    maker: PersonId,
    typist: PersonId,
    account: Account,
}

struct Crowd<'a> {
    scene: &'a Scene,
    pairs: Vec<Pair>,
}

impl<'a> Crowd<'a> {
    async fn seed(scene: &'a Scene, count: i64) -> anyhow::Result<Crowd<'a>> {
        const YEAR: i64 = 365;
        eprintln!("person: seeding {count} check-ins");
        seed::events(&scene.sql, 1, 3, &seed::daily(ClockRule::Personal)).await?;
        let others = Members {
            first_event: 3,
            events: 1,
            first_person: 1,
            count: count / YEAR,
            days: "365",
            days_max: YEAR,
        };
        seed::members(&scene.sql, others).await?;
        let mut pairs = vec![];
        for n in 0..PAIRS {
            let (maker, _) = someone(scene, Platform::Discord, n, EventId(1)).await?;
            let (typist, account) = someone(scene, Platform::Telegram, n, EventId(2)).await?;
            pairs.push(Pair { maker, typist, account });
        }
        scene.sql.settle().await?;
        Ok(Crowd { scene, pairs })
    }

    async fn link(&self, pair: &Pair) -> anyhow::Result<()> {
        let (people, now) = (self.scene.engine.people(), seed::noon(TODAY));
        let code = people.link_code(pair.maker, Platform::Discord, now).await?;
        people
            .ask_link(&code, pair.typist, &pair.account, now)
            .await?
            .context("the code is bad")?;
        people.confirm_link(pair.maker, pair.typist, now).await?.context("nobody asked")?;
        Ok(())
    }

    async fn export(&self, pair: &Pair) -> anyhow::Result<()> {
        let known = self.scene.engine.people().export(pair.maker, seed::noon(TODAY)).await?;
        let check_ins = known["tables"]["check_in"].as_array().map_or(0, Vec::len);
        ensure!(check_ins == 2 * DAYS as usize, "{check_ins} check-ins are in the export");
        Ok(())
    }

    async fn erase(&self, pair: &Pair) -> anyhow::Result<()> {
        Ok(self.scene.engine.people().erase(pair.maker, seed::noon(TODAY)).await?)
    }
}

async fn someone(
    scene: &Scene,
    platform: Platform,
    n: u64,
    event: EventId,
) -> anyhow::Result<(PersonId, Account)> {
    let account = Account {
        platform,
        external_id: format!("{n}"),
        name: format!("Person {n}"),
        handle: None,
        locale: None,
    };
    let first = TODAY - DAYS;
    let person =
        scene.engine.people().get_or_create(&account, Zone::UTC, seed::noon(first)).await?;
    let of = Membership { event, person: person.id };
    scene.engine.memberships().act(of, seed::noon(first), Action::Join).await?;
    let door = Door::Engine(scene.engine.clone());
    for day in first..TODAY {
        door.check_in(&Request { of, day }).await?;
    }
    Ok((person.id, account))
}
