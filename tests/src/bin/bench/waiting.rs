//! What somebody waits for while a million deliveries wait for their time, and a million rows belong to others.

use crate::Args;
use crate::check_in::{Door, Request};
use crate::measure::{Lasting, Line, ROUNDS, Series};
use crate::scene::Scene;
use crate::seed::{self, Members, TODAY};
use engine::rules::{Action, ClockRule, Instant, Key, Role, Target};
use engine::{
    Delivered, Delivery, DestinationId, Kind, Membership, NewDestination, Notifier, Platform, Topic,
};
use futures_util::future::BoxFuture;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio_util::sync::CancellationToken;

/// What the great table is held against.
const FEW: i64 = 100;
const MEMBERS: i64 = 200;
/// Deliveries that are due at once.
const DUE: usize = 100;
const EACH: Lasting = Lasting::Times(20);

pub async fn run(args: &Args, great: &Scene, small: &Scene) -> anyhow::Result<()> {
    let count = args.participants.unwrap_or(1_000_000);
    let (great, small) = (Table::seed(great, count).await?, Table::seed(small, FEW).await?);
    let mut series: [[Series; 2]; 4] = Default::default();
    for round in 0..=ROUNDS as u64 {
        for (n, table) in [&small, &great].into_iter().enumerate() {
            let turn = |n: u64| table.members[(round * 20 + n) as usize % table.members.len()];
            let [not_today, undo, claim, export] = &mut series;
            let sql = &table.scene.sql;
            let look = async |n| table.not_today(turn(n)).await;
            not_today[n].measure(sql, EACH, look).await?;
            undo[n].measure(sql, EACH, async |n| table.undo(turn(n), round).await).await?;
            table.make_due(round).await?;
            claim[n].measure(sql, Lasting::Times(1), async |_| table.send_due().await).await?;
            export[n].measure(sql, EACH, async |n| table.export(turn(n)).await).await?;
        }
    }
    for (name, series) in ["not-today", "undo", "claim", "export"].into_iter().zip(series) {
        let [few, many] = series.map(|series| series.figures());
        let line = |end: &str| Line::new(format!("waiting/{name}{end}"), great.scene.database);
        line("").figures(FEW, 1, few).print()?;
        line("").figures(count, 1, many).print()?;
        line("/growth").at_most("ratio", many.p50_us / few.p50_us, 2.0).print()?;
    }
    Ok(())
}

/// A database in which so many deliveries wait.
struct Table<'a> {
    scene: &'a Scene,
    members: Vec<Membership>,
    places: Vec<DestinationId>,
}

impl<'a> Table<'a> {
    async fn seed(scene: &'a Scene, count: i64) -> anyhow::Result<Table<'a>> {
        eprintln!("waiting: seeding {count} deliveries");
        let with = |first_event, first_person, count, days, days_max| Members {
            first_event,
            events: 1,
            first_person,
            count,
            days,
            days_max,
        };
        let members = with(1, 1, MEMBERS, "30", 30);
        seed::events(&scene.sql, 1, 2, &seed::daily(ClockRule::Personal)).await?;
        seed::members(&scene.sql, members).await?;
        // What belongs to others: as many check-ins as deliveries.
        let others = with(2, 1 + MEMBERS, count / 365, "365", 365);
        seed::members(&scene.sql, others).await?;
        seed::deliveries(&scene.sql, count).await?;
        let mut places = vec![];
        for n in 0..DUE {
            let place = NewDestination {
                platform: Platform::Telegram,
                address: format!("{n}"),
                thread: String::new(),
                kind: Kind::Private(members.all()[n].person),
                locale: None,
            };
            let made = scene.engine.communities().destination(&place, seed::noon(TODAY)).await?;
            places.push(made);
        }
        seed::awaken(&scene.engine, &members.all()).await?;
        scene.sql.settle().await?;
        Ok(Table { scene, members: members.all(), places })
    }

    async fn not_today(&self, of: Membership) -> anyhow::Result<()> {
        Ok(self.scene.engine.reminders().not_today(of, 3600, seed::noon(TODAY)).await?)
    }

    async fn undo(&self, of: Membership, round: u64) -> anyhow::Result<()> {
        let day = TODAY + round as i32;
        let door = Door::Engine(self.scene.engine.clone());
        door.check_in(&Request { of, day }).await?;
        let by = Key(format!("undo {} {day}", of.person.0));
        let undo = Action::Undo { target: Target::Newest, by, role: Role::Member };
        self.scene.engine.memberships().act(of, seed::noon(day), undo).await?;
        Ok(())
    }

    async fn make_due(&self, round: u64) -> anyhow::Result<()> {
        let now = seed::noon(TODAY);
        for (n, place) in self.places.iter().enumerate() {
            let of = self.members[n];
            let topic = Topic::Reminder { event: of.event, person: of.person };
            let key = format!("due {round} {n}");
            self.scene.engine.deliveries().send(*place, topic, key, now, 3600, now).await?;
        }
        Ok(())
    }

    async fn send_due(&self) -> anyhow::Result<()> {
        let stop = CancellationToken::new();
        let counter = Counter { sent: AtomicUsize::new(0), stop: stop.clone() };
        let now = || -> Instant { seed::noon(TODAY).plus_s(1) };
        self.scene.engine.deliveries().run(&counter, now, stop).await;
        let sent = counter.sent.load(Ordering::Relaxed);
        anyhow::ensure!(sent == DUE, "{sent} of {DUE} were sent");
        Ok(())
    }

    async fn export(&self, of: Membership) -> anyhow::Result<()> {
        let known = self.scene.engine.people().export(of.person, seed::noon(TODAY)).await?;
        let check_ins = known["tables"]["check_in"].as_array().map_or(0, Vec::len);
        anyhow::ensure!(check_ins >= 30, "{check_ins} check-ins are in the export");
        Ok(())
    }
}

/// Sends in no time, and stops after the last one.
struct Counter {
    sent: AtomicUsize,
    stop: CancellationToken,
}

impl Notifier for Counter {
    fn platform(&self) -> Platform {
        Platform::Telegram
    }

    fn deliver<'a>(&'a self, _: &'a Delivery) -> BoxFuture<'a, Delivered> {
        if self.sent.fetch_add(1, Ordering::Relaxed) + 1 == DUE {
            self.stop.cancel();
        }
        Box::pin(async { Delivered::Sent { remote_id: None } })
    }
}
