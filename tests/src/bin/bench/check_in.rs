//! Check-ins: many at once, after ten years, and in a great event.

use crate::measure::{Figures, Lasting, Line, Meter, ROUNDS, Round, Series, micros};
use crate::scene::{Scene, Sql};
use crate::seed::{self, Members, TODAY};
use crate::{Args, naive};
use anyhow::ensure;
use engine::rules::{Action, CheckIn, ClockRule, Instant};
use engine::{Engine, Membership};
use std::time::{self, Duration};

/// Of so many requests, one is a repeat of the one before.
const REPEATED_OF: usize = 10;

/// Somebody checks in.
#[derive(Debug, Clone, Copy)]
pub struct Request {
    pub of: Membership,
    pub day: i32,
}

impl Request {
    pub fn now(&self) -> Instant {
        seed::noon(self.day)
    }

    fn action(&self) -> Action {
        let key = seed::key(self.of, self.day);
        Action::CheckIn(CheckIn { sent_at: Some(self.now()), ..CheckIn::now(key) })
    }
}

/// Where requests go.
#[derive(Clone)]
pub enum Door {
    Engine(Engine),
    Naive(Sql),
}

impl Door {
    /// Checks in, and says whether that had been done before.
    pub async fn check_in(&self, request: &Request) -> anyhow::Result<bool> {
        match self {
            Door::Engine(engine) => {
                let decision =
                    engine.memberships().act(request.of, request.now(), request.action()).await?;
                Ok(decision.repeated)
            }
            Door::Naive(sql) => Ok(naive::check_in(sql, request).await?),
        }
    }
}

/// Checks members in one after the other, a day for each pass over them.
pub struct Caller {
    members: Vec<Membership>,
    next: usize,
    day: i32,
    sent: usize,
    last: Option<Request>,
}

/// What a caller saw in a round.
#[derive(Default)]
struct Seen {
    stored: u64,
    errors: u64,
    first_error: Option<String>,
    latencies_us: Vec<f64>,
}

impl Caller {
    /// As many callers, each with members of their own.
    pub fn share(members: &[Membership], callers: usize) -> Vec<Caller> {
        let caller = |n: usize| Caller {
            members: members.iter().copied().skip(n).step_by(callers).collect(),
            next: 0,
            day: TODAY,
            sent: 0,
            last: None,
        };
        (0..callers.min(members.len())).map(caller).collect()
    }

    /// The next request, and whether it is a repeat.
    fn pick(&mut self) -> (Request, bool) {
        self.sent += 1;
        if self.sent.is_multiple_of(REPEATED_OF)
            && let Some(last) = self.last
        {
            return (last, true);
        }
        let request = Request { of: self.members[self.next], day: self.day };
        self.next += 1;
        if self.next == self.members.len() {
            (self.next, self.day) = (0, self.day + 1);
        }
        self.last = Some(request);
        (request, false)
    }

    /// Calls until the time is up. What fails is tried again, and counts until it succeeds.
    async fn call(mut self, door: Door, until: time::Instant) -> anyhow::Result<(Caller, Seen)> {
        let mut seen = Seen::default();
        while time::Instant::now() < until {
            let (request, is_repeat) = self.pick();
            let began = time::Instant::now();
            loop {
                match door.check_in(&request).await {
                    Ok(repeated) => {
                        ensure!(repeated == is_repeat, "{request:?} repeated: {repeated}");
                        seen.stored += u64::from(!repeated);
                        seen.latencies_us.push(micros(began.elapsed()));
                        break;
                    }
                    Err(error) => {
                        seen.errors += 1;
                        seen.first_error.get_or_insert_with(|| format!("{error:#}"));
                    }
                }
            }
        }
        Ok((self, seen))
    }
}

/// A round of all callers at once, and how many check-ins were stored by it.
pub async fn round(
    door: &Door,
    callers: &mut Vec<Caller>,
    length: Duration,
    sql: &Sql,
) -> anyhow::Result<(Round, u64)> {
    let meter = Meter::start(sql).await?;
    let until = time::Instant::now() + length;
    let calls = callers.drain(..).map(|caller| tokio::spawn(caller.call(door.clone(), until)));
    let (mut latencies_us, mut errors, mut stored) = (vec![], 0, 0);
    for call in calls.collect::<Vec<_>>() {
        let (caller, seen) = call.await??;
        callers.push(caller);
        stored += seen.stored;
        if let Some(error) = seen.first_error.filter(|_| errors == 0) {
            eprintln!("first of the errors: {error}");
        }
        errors += seen.errors;
        latencies_us.extend(seen.latencies_us);
    }
    Ok((meter.stop(sql, latencies_us, errors).await?, stored))
}

/// Buckets of `rank_count` that do not hold what a count of the memberships gives.
pub async fn wrong_counts(sql: &Sql) -> anyhow::Result<i64> {
    let never = i64::MAX;
    let now = seed::noon(TODAY).0;
    sql.number(&format!(
        "select count(*) from (
            select event_id, metric, alive_until, value from (
                select event_id, metric, alive_until, value, n from rank_count
                union all select event_id, cast(0 as bigint), alive_until, current, -count(*) from membership
                where ranked and wide and current > 0 group by event_id, alive_until, current
                union all select event_id, cast(1 as bigint), {never}, longest, -count(*) from membership
                where ranked and wide group by event_id, longest
                union all select event_id, cast(2 as bigint), {never}, total, -count(*) from membership
                where ranked and wide group by event_id, total) as a
            where alive_until > {now} group by event_id, metric, alive_until, value having sum(n) <> 0) as b"
    ))
    .await
}

/// Many at once, through the engine and naively.
pub async fn at_once(args: &Args, scene: &Scene) -> anyhow::Result<()> {
    const EVENTS: i64 = 100;
    const MEMBERS: i64 = 20_000;
    eprintln!("check-in: seeding {MEMBERS} members");
    let members = Members {
        first_event: 1,
        events: EVENTS,
        first_person: 1,
        count: MEMBERS,
        days: "i * 37 % 100",
        days_max: 100,
    };
    seed::events(&scene.sql, 1, EVENTS, &seed::daily(ClockRule::Personal)).await?;
    seed::members(&scene.sql, members).await?;
    seed::channel(&scene.engine, 1, EVENTS).await?;
    seed::awaken(&scene.engine, &members.all()).await?;
    naive::prepare(&scene.sql).await?;
    scene.sql.settle().await?;

    let ours = Door::Engine(scene.engine.clone());
    let naive = Door::Naive(Sql::open(&scene.url, args.clients as u32).await?);
    let mut our_callers = Caller::share(&members.all(), args.clients);
    let mut naive_callers = Caller::share(&members.all(), args.clients);
    let warm = Duration::from_millis(500);
    let before = scene.sql.number("select count(*) from check_in").await?;
    let (_, mut acknowledged) = round(&ours, &mut our_callers, warm, &scene.sql).await?;
    round(&naive, &mut naive_callers, warm, &scene.sql).await?;
    let (mut our_series, mut naive_series) = (Series::default(), Series::default());
    for _ in 0..ROUNDS {
        let (done, stored) = round(&ours, &mut our_callers, args.round(), &scene.sql).await?;
        our_series.add(done);
        acknowledged += stored;
        naive_series.add(round(&naive, &mut naive_callers, args.round(), &scene.sql).await?.0);
    }
    let after = scene.sql.number("select count(*) from check_in").await?;
    let (figures, naively) = (our_series.figures(), naive_series.figures());
    let lost = acknowledged as i64 - (after - before);
    let line = |variant| Line::new("check-in", scene.database).variant(variant);
    line("ours")
        .figures(MEMBERS, args.clients, figures)
        .with("news", scene.sql.number("select count(*) from outbox").await?)
        .with("lost", lost)
        .with("wrong_counts", wrong_counts(&scene.sql).await?)
        .print()?;
    let is_sqlite = matches!(scene.sql, Sql::Sqlite(_));
    let name = if is_sqlite { "naive deferred pool" } else { "naive transaction each" };
    line(name).figures(MEMBERS, args.clients, naively).print()?;
    let (ratio, cpu) = if is_sqlite { (15.0, 150.0) } else { (3.0, 120.0) };
    let line = |name: &str| Line::new(format!("check-in/{name}"), scene.database);
    line("ratio").at_least("ratio", figures.per_s / naively.per_s, ratio).print()?;
    line("cpu").at_most("us", figures.cpu_us_per_op, cpu).print()?;
    line("p99").at_most("ms", figures.p99_us / 1000.0, 30.0).print()?;
    line("errors").at_most("errors", figures.errors as f64, 0.0).print()
}

/// Two groups of members who check in one by one; the first is what the second is held against.
struct Pair<'a> {
    scene: &'a Scene,
    groups: [Vec<Membership>; 2],
}

impl Pair<'_> {
    /// The groups take turns after a few check-ins, so that a busy moment of the machine hurts both.
    async fn figures(&self) -> anyhow::Result<[Figures; 2]> {
        const AT_ONCE: usize = 10;
        let (engine, sql) = (&self.scene.engine, &self.scene.sql);
        let mut series = [Series::default(), Series::default()];
        // The first pass is for warming up.
        for pass in 0..=ROUNDS as i32 {
            let mut turns = [Series::default(), Series::default()];
            let [first, second] = &self.groups;
            for parts in first.chunks(AT_ONCE).zip(second.chunks(AT_ONCE)) {
                for (part, turns) in [parts.0, parts.1].into_iter().zip(&mut turns) {
                    let check_in = async |n: u64| {
                        let of = part[n as usize % part.len()];
                        let request = Request { of, day: TODAY + pass };
                        engine.memberships().act(of, request.now(), request.action()).await?;
                        Ok(())
                    };
                    turns.measure(sql, Lasting::Times(part.len() as u64), check_in).await?;
                }
            }
            if pass > 0 {
                series.iter_mut().zip(turns).for_each(|(series, turns)| series.join(turns));
            }
        }
        Ok([series[0].figures(), series[1].figures()])
    }
}

/// One caller: members with ten days of history and with ten years.
pub async fn by_history(scene: &Scene) -> anyhow::Result<()> {
    const EACH: i64 = 200;
    eprintln!("check-in/history: seeding {EACH} members with ten years");
    let with = |first_person, days, days_max| Members {
        first_event: 1,
        events: 1,
        first_person,
        count: EACH,
        days,
        days_max,
    };
    let (few, many) = (with(1, "10", 10), with(1 + EACH, "3650", 3_650));
    seed::events(&scene.sql, 1, 1, &seed::daily(ClockRule::Personal)).await?;
    seed::members(&scene.sql, few).await?;
    seed::members(&scene.sql, many).await?;
    scene.sql.settle().await?;
    seed::awaken(&scene.engine, &[few.all(), many.all()].concat()).await?;
    let pair = Pair { scene, groups: [few.all(), many.all()] };
    let [short, long] = pair.figures().await?;
    let line = |name: &str| Line::new(format!("check-in/history-{name}"), scene.database);
    line("10").figures(EACH, 1, short).print()?;
    line("3650").figures(EACH, 1, long).print()?;
    line("ratio")
        .at_most("ratio", long.p50_us / short.p50_us, 1.3)
        .with("cpu_ratio", long.cpu_us_per_op / short.cpu_us_per_op)
        .print()
}

/// One caller: members of a small event and of a great one.
pub async fn by_event(args: &Args, scene: &Scene) -> anyhow::Result<()> {
    const EACH: i64 = 200;
    let count = args.participants.unwrap_or(1_000_000);
    eprintln!("check-in/event: seeding {count} people");
    let of = |first_event, first_person| Members {
        first_event,
        events: 1,
        first_person,
        count: EACH,
        days: "i % 60",
        days_max: 60,
    };
    let (small, great) = (of(1, 1), of(2, 1 + EACH));
    seed::events(&scene.sql, 1, 2, &seed::daily(ClockRule::Personal)).await?;
    seed::members(&scene.sql, small).await?;
    seed::members(&scene.sql, great).await?;
    seed::crowd(&scene.sql, 2, 1 + 2 * EACH, count).await?;
    scene.sql.settle().await?;
    seed::awaken(&scene.engine, &[small.all(), great.all()].concat()).await?;
    let pair = Pair { scene, groups: [small.all(), great.all()] };
    let [in_small, in_great] = pair.figures().await?;
    let line = |name: &str| Line::new(format!("check-in/event-{name}"), scene.database);
    line("small").figures(EACH, 1, in_small).print()?;
    line(&count.to_string())
        .figures(count, 1, in_great)
        .with("wrong_counts", wrong_counts(&scene.sql).await?)
        .print()?;
    line("ratio")
        .at_most("ratio", in_great.p50_us / in_small.p50_us, 1.5)
        .with("cpu_ratio", in_great.cpu_us_per_op / in_small.cpu_us_per_op)
        .print()
}
