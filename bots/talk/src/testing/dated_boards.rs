//! Months of two channels: what a board says of a day, a recap of a week and a result of an event is what was so when it
//! closed, by each one's own clock, whatever came later.

use chrono::{DateTime, Datelike as _, Days, Months, NaiveDate, TimeZone as _, Utc};
use chrono_tz::Tz;
use engine::Platform;
use engine::rules::{Action, Instant};
use std::collections::{BTreeMap, BTreeSet};

use crate::testing::world::World;

/// Days that are played: fewer where each question goes to a server.
const DAYS: u32 = 730;
const DAYS_OF_SEVERAL: u32 = 75;
const DAYS_ON_SERVER: u32 = 40;
const PEOPLE: [(&str, Tz); 4] = [
    ("ada", chrono_tz::Asia::Tokyo),
    ("ben", chrono_tz::America::Los_Angeles),
    ("cem", chrono_tz::UTC),
    ("dot", chrono_tz::Pacific::Auckland),
];
/// They are in everything and do nothing, so that every event always has a line.
const HOST: &str = "host";

/// The same numbers each time.
struct Dice(u64);

impl Dice {
    fn one_in(&mut self, n: u64) -> bool {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.is_multiple_of(n)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rhythm {
    Daily,
    TwiceAWeek,
    Monthly,
}

impl Rhythm {
    fn times(self) -> usize {
        if self == Rhythm::TwiceAWeek { 2 } else { 1 }
    }

    fn period(self, day: NaiveDate) -> (NaiveDate, NaiveDate) {
        match self {
            Rhythm::Daily => (day, day),
            Rhythm::TwiceAWeek => {
                let first = day - Days::new(day.weekday().num_days_from_monday().into());
                (first, first + Days::new(6))
            }
            Rhythm::Monthly => {
                let first = day - Days::new(day.day0().into());
                (first, first + Months::new(1) - Days::new(1))
            }
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Played {
    title: &'static str,
    rhythm: Rhythm,
    /// Whether everybody has a clock of their own.
    personal: bool,
    start: NaiveDate,
}

impl Played {
    fn closes_at(&self, day: NaiveDate) -> Instant {
        let days = if self.personal { 2 } else { 1 };
        Instant((day + Days::new(days)).and_time(chrono::NaiveTime::MIN).and_utc().timestamp())
    }
}

fn date(now: Instant, zone: Tz) -> NaiveDate {
    let now: DateTime<Utc> = now.utc();
    zone.from_utc_datetime(&now.naive_utc()).date_naive()
}

struct Entry {
    day: NaiveDate,
    at: Instant,
    undone_at: Option<Instant>,
}

/// What we know of somebody in an event without asking the engine.
#[derive(Default)]
struct Known {
    /// The days of joining and of leaving.
    stays: Vec<(NaiveDate, Option<NaiveDate>)>,
    entries: Vec<Entry>,
    /// No sooner than this they come back.
    back_from: Option<NaiveDate>,
}

impl Known {
    fn is_in(&self) -> bool {
        self.stays.last().is_some_and(|(_, left)| left.is_none())
    }

    fn was_in_after(&self, day: NaiveDate) -> bool {
        let was_in = |(joined, left): &(NaiveDate, Option<NaiveDate>)| {
            *joined <= day && left.is_none_or(|left| left > day)
        };
        self.stays.iter().any(was_in)
    }

    /// The days that were done, as it was known at an instant.
    fn done(&self, by: Instant) -> BTreeSet<NaiveDate> {
        let counts = |entry: &&Entry| entry.at < by && entry.undone_at.is_none_or(|at| at >= by);
        self.entries.iter().filter(counts).map(|entry| entry.day).collect()
    }

    /// The run when a day was over, of what was known at an instant: one freeze at the start, one for seven periods, two at
    /// most.
    fn run(&self, event: &Played, last: NaiveDate, by: Instant) -> u32 {
        let done = self.done(by);
        let Some((first, _)) = self.stays.first() else { return 0 };
        let (mut run, mut freezes, mut progress) = (0, 1, 0);
        let mut day = *first;
        while day <= last {
            let (from, to) = event.rhythm.period(day);
            let is_required = to <= last && from >= event.start;
            let touches = |(joined, left): &(NaiveDate, Option<NaiveDate>)| {
                *joined <= to && left.is_none_or(|left| from <= left)
            };
            let encloses = |(joined, left): &(NaiveDate, Option<NaiveDate>)| {
                *joined < from && left.is_none_or(|left| to < left)
            };
            if done.range(from..=to.min(last)).count() >= event.rhythm.times() {
                run += 1;
                progress += u32::from(freezes < 2);
                if progress == 7 {
                    (freezes, progress) = (freezes + 1, 0);
                }
            } else if is_required && !self.stays.iter().any(touches) {
                (run, progress) = (0, 0);
            } else if is_required && self.stays.iter().any(encloses) {
                if run > 0 && freezes > 0 {
                    freezes -= 1;
                } else {
                    (run, progress) = (0, 0);
                }
            }
            day = to + Days::new(1);
        }
        run
    }

    /// How many periods were met in a week, and how many check-ins there were.
    fn week(&self, event: &Played, monday: NaiveDate, by: Instant) -> (usize, usize) {
        let done = self.done(by);
        let days: Vec<NaiveDate> = done.range(monday..monday + Days::new(7)).copied().collect();
        let meets = |day: &&NaiveDate| {
            let (from, _) = event.rhythm.period(**day);
            done.range(from..=**day).count() == event.rhythm.times()
        };
        (days.iter().filter(meets).count(), days.len())
    }
}

/// What a board says of an event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Said {
    /// Names with their runs.
    is_in: BTreeMap<String, u32>,
    counts: String,
}

fn named(entry: &str) -> (String, u32) {
    let run = entry.rsplit_once(' ').and_then(|(name, run)| Some((name, run.parse().ok()?)));
    let (name, run) = run.unwrap_or((entry, 0));
    (name.to_owned(), run)
}

/// The lines of each event.
fn said<'a>(board: &str, events: &'a [Played]) -> Vec<(&'a Played, Said)> {
    let mut all: Vec<(&Played, Said)> = vec![];
    for line in board.lines() {
        let begins = |event: &&Played| {
            let title = event.title;
            let alone = line.starts_with('📅') && line.ends_with(&format!(" · {title}"));
            alone || line == title || line.starts_with(&format!("{title} · "))
        };
        if let Some(event) = events.iter().find(begins) {
            all.push((event, Said::default()));
        } else if let Some((_, said)) = all.last_mut() {
            // What goes on longer than the day says so.
            let line = line.strip_suffix(" by the end of the day").unwrap_or(line);
            if line.ends_with(" were in") || line.ends_with(" are in") {
                said.counts = line.to_owned();
            } else if let Some(names) = line.strip_prefix("✅ ") {
                said.is_in = names.split(" · ").map(named).collect();
            }
        }
    }
    all
}

/// Those who share a place, each by themselves.
fn each_of(place: &str) -> Vec<String> {
    let (rank, rest) = place.split_once(" · ").expect("a rank");
    let (names, reached) = rest.split_once(" — ").expect("a number");
    let (names, _) = names.split_once(" and ").unwrap_or((names, ""));
    names.split(" · ").map(|name| format!("{rank} · {name} — {reached}")).collect()
}

struct Channel {
    world: World,
    events: Vec<Played>,
    known: BTreeMap<(&'static str, &'static str), Known>,
    dice: Dice,
    /// What was said of events whose day was over, by the day and the title.
    over: BTreeMap<(NaiveDate, &'static str), Said>,
    recaps: BTreeMap<&'static str, usize>,
}

impl Channel {
    async fn new(events: &[(&'static str, Rhythm, bool, &str)], seed: u64) -> Channel {
        let world = World::new().await;
        let today = date(world.now, chrono_tz::UTC);
        let mut played = vec![];
        for &(title, rhythm, personal, rest) in events {
            let made = world.say(HOST, &format!("/event create title:{title} {rest}")).await;
            assert!(made.starts_with(title), "{made}");
            // Whoever is a day behind may begin today too.
            let start = if personal { today - Days::new(1) } else { today };
            played.push(Played { title, rhythm, personal, start });
        }
        for (name, zone) in PEOPLE {
            world.say(name, &format!("/timezone {}", zone.name())).await;
        }
        let (known, over, recaps) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Channel { world, events: played, known, dice: Dice(seed), over, recaps }
    }

    /// Somebody who is in everything.
    async fn seat_host(&mut self) {
        for event in &self.events {
            self.world.say(HOST, &format!("/join {}", event.title)).await;
            let known = self.known.entry((event.title, HOST)).or_default();
            known.stays.push((date(self.world.now, chrono_tz::UTC), None));
        }
    }

    async fn act(&mut self, event: &Played, name: &'static str, zone: Tz) {
        let (title, now) = (event.title, self.world.now);
        let today = |at| date(at, if event.personal { zone } else { chrono_tz::UTC });
        let day = today(now);
        let known = self.known.entry((title, name)).or_default();
        if !known.is_in() {
            if known.back_from.is_none_or(|from| from <= day) && self.dice.one_in(3) {
                self.world.say(name, &format!("/join {title}")).await;
                known.stays.push((day, None));
            }
            return;
        }
        if self.dice.one_in(60) {
            let sure = self.world.reply_to(name, &format!("/leave {title}")).await;
            self.world.press(name, &sure, "Leave").await;
            if let Some(stay) = known.stays.last_mut() {
                stay.1 = Some(day);
            }
            let days = if self.dice.one_in(3) { 0 } else { 3 };
            known.back_from = Some(day + Days::new(days));
        } else if self.dice.one_in(9) {
            let said = self.world.say(name, &format!("/checkin {title} yesterday")).await;
            if said.starts_with('✅') {
                let day = day - Days::new(1);
                known.entries.push(Entry { day, at: now, undone_at: None });
            }
        } else if self.dice.one_in(3) {
            let said = self.world.say(name, &format!("/checkin {title}")).await;
            if said.starts_with('✅') {
                known.entries.push(Entry { day, at: now, undone_at: None });
            }
        } else if self.dice.one_in(12) {
            let said = self.world.say(name, &format!("/undo {title}")).await;
            let is_newest =
                |entry: &&mut Entry| entry.undone_at.is_none() && today(entry.at) == day;
            let newest = known.entries.iter_mut().rev().find(is_newest);
            assert_eq!(said.starts_with("Taken back."), newest.is_some(), "{said}");
            if let Some(newest) = newest {
                newest.undone_at = Some(now);
            }
        }
    }

    async fn all_act(&mut self) {
        for event in self.events.clone() {
            for (name, zone) in PEOPLE {
                self.act(&event, name, zone).await;
            }
        }
    }

    fn of(&self, title: &'static str) -> impl Iterator<Item = (&'static str, &Known)> + Clone {
        let of = self.known.iter().filter(move |((known, _), _)| *known == title);
        of.map(|((_, name), known)| (*name, known))
    }

    /// What the board of a day has to say of an event that is over.
    fn counted(&self, event: &Played, day: NaiveDate) -> Said {
        let by = event.closes_at(day);
        let (from, _) = event.rhythm.period(day);
        let members = self.of(event.title).filter(|(_, known)| known.was_in_after(day));
        let is_in: BTreeMap<String, u32> = members
            .clone()
            .filter(|(_, known)| known.done(by).range(from..=day).next().is_some())
            .map(|(name, known)| (name.to_owned(), known.run(event, day, by)))
            .collect();
        Said { counts: format!("{} of {} were in", is_in.len(), members.count()), is_in }
    }

    /// A recap is a recount of its week.
    fn hear_recap(&mut self, event: Played, places: &[String], most: usize, sum: &str) {
        let today = date(self.world.now, chrono_tz::UTC);
        let back = 7 + today.weekday().num_days_from_monday();
        let monday = today - Days::new(back.into());
        let members =
            self.of(event.title).filter(|(_, known)| known.was_in_after(monday + Days::new(6)));
        let weeks: Vec<(&str, (usize, usize))> = members
            .map(|(name, known)| (name, known.week(&event, monday, Instant::NEVER)))
            .collect();
        let check_ins: usize = weeks.iter().map(|(_, (_, check_ins))| check_ins).sum();
        let met: BTreeMap<&str, usize> = weeks
            .iter()
            .map(|(name, (met, _))| (*name, *met))
            .filter(|(_, met)| *met > 0)
            .collect();
        let what = format!("{} in the week of {monday}: {places:?} {sum} {met:?}", event.title);
        assert_eq!(places.len(), met.len().min(most), "{what}");
        for place in places {
            let (_, place) = place.split_once(" · ").expect("a rank");
            let (name, reached) = place.split_once(" — ").expect("a number");
            let reached = reached.split(' ').next().and_then(|number| number.parse().ok());
            assert_eq!(reached, met.get(name).copied(), "{what}");
        }
        assert!(sum.starts_with(&format!("{check_ins} check-ins in all.")), "{check_ins} {what}");
        *self.recaps.entry(event.title).or_default() += 1;
    }

    fn hear_recaps(&mut self, text: &str) {
        let lines: Vec<&str> = text.lines().collect();
        for event in self.events.clone() {
            if lines[0] == format!("Last week at {}:", event.title) {
                let sum = lines.iter().position(|line| line.contains(" in all.")).expect("a sum");
                let places: Vec<String> =
                    lines[1..sum].iter().map(|line| (*line).to_owned()).collect();
                self.hear_recap(event, &places, 5, lines[sum]);
            }
            for (n, line) in lines.iter().enumerate() {
                let places = line.strip_prefix(&format!("{}: ", event.title));
                if let Some(places) = places.filter(|_| lines[0] == "Last week:") {
                    let places: Vec<String> = places.split(", ").flat_map(each_of).collect();
                    self.hear_recap(event, &places, 3, lines[n + 1]);
                }
            }
        }
    }

    async fn hear(&mut self) {
        for notice in self.world.notices().await {
            let text = notice.plain();
            if text.starts_with("Last week") {
                self.hear_recaps(&text);
            }
            let Some(heading) = text.lines().next().filter(|line| line.starts_with('📅')) else {
                continue;
            };
            let today = date(self.world.now, chrono_tz::UTC);
            let mut days = (0..5).map(|back| today - Days::new(back));
            let day = days.find(|day| heading.contains(&day.format("%a %-d %b").to_string()));
            let day = day.unwrap_or_else(|| panic!("no day: {text}"));
            for (event, said) in said(&text, &self.events) {
                if !said.counts.ends_with(" were in") {
                    continue;
                }
                assert!(self.world.now.plus_s(3600) >= event.closes_at(day), "too soon: {text}");
                let now = self.world.now.utc();
                assert_eq!(
                    said,
                    self.counted(event, day),
                    "{} of {day} at {now}: {text}",
                    event.title
                );
                let before = self.over.insert((day, event.title), said.clone());
                assert!(before.is_none_or(|before| before == said), "it is written anew: {text}");
            }
        }
    }

    /// Lives through some days: people act before and after the turn of the day, and boards are written late.
    async fn live(&mut self, days: u32) {
        let on_server = std::env::var_os("STREAKS_TEST_DATABASE").is_some();
        let days = if on_server { days.min(DAYS_ON_SERVER) } else { days };
        self.pass(8 * 60);
        for _ in 0..days {
            self.all_act().await;
            self.pass(4 * 60 + 5);
            self.all_act().await;
            self.pass(5);
            self.hear().await;
            self.pass(9 * 60 + 20);
            self.all_act().await;
            self.pass(10);
            self.hear().await;
            self.pass(10 * 60 + 20);
        }
    }

    fn pass(&mut self, minutes: i64) {
        self.world.now = self.world.now.plus_s(minutes * 60);
    }
}

#[tokio::test]
async fn a_board_is_a_recount_of_its_day_whatever_comes_later() {
    let events = [("Walk", Rhythm::Daily, true, "clock:personal")];
    let mut channel = Channel::new(&events, 1).await;
    channel.live(DAYS).await;
    assert!(channel.over.len() > 25, "{} boards", channel.over.len());
    assert!(channel.recaps.values().sum::<usize>() > 2, "{:?}", channel.recaps);
}

#[tokio::test]
async fn each_event_of_a_board_closes_with_its_own_day() {
    let events = [
        ("Walk", Rhythm::Daily, true, "clock:personal"),
        ("Read", Rhythm::Daily, false, "clock:fixed zone:UTC"),
        ("Swim", Rhythm::TwiceAWeek, false, "days:\"2 times a week\" clock:fixed zone:UTC"),
        ("Tidy", Rhythm::Monthly, false, "days:monthly clock:fixed zone:UTC"),
    ];
    let mut channel = Channel::new(&events, 3).await;
    channel.seat_host().await;
    channel.live(DAYS_OF_SEVERAL).await;
    for (title, rhythm, ..) in events {
        let boards = channel.over.keys().filter(|(_, told)| *told == title).count();
        let least = match rhythm {
            Rhythm::Daily => 25,
            Rhythm::TwiceAWeek => 7,
            Rhythm::Monthly => 1,
        };
        assert!(boards > least, "{boards} of {title}");
    }
    assert!(channel.recaps.get("Swim").is_some_and(|recaps| *recaps > 1), "{:?}", channel.recaps);
}

/// The longest chain of days of these.
fn longest(done: &BTreeSet<NaiveDate>) -> usize {
    let run = |day: &NaiveDate| {
        let goes_on = |n: &u64| done.contains(&(*day + Days::new(*n)));
        (0..).take_while(goes_on).count()
    };
    done.iter().map(run).max().unwrap_or(0)
}

/// Takes somebody out of their only event.
async fn leave(world: &World, name: &str) {
    let engine = &world.talk.engine;
    let person = engine.people().find(Platform::Discord, name).await.expect("a database");
    let person = person.expect("the person is known");
    for of in engine.memberships().of(person.id).await.expect("a database") {
        let left = engine.memberships().act(of, world.now, Action::Leave).await;
        left.expect("whoever is in may leave");
    }
}

#[tokio::test]
async fn a_result_is_a_recount_of_the_event_whatever_comes_later() {
    let mut dice = Dice(7);
    for round in 0..12 {
        let mut world = World::new().await;
        let line = "/event create title:Walk mode:contest clock:fixed zone:UTC ends:\"2 weeks\"";
        world.say("host", line).await;
        let mut done: BTreeMap<&str, BTreeSet<NaiveDate>> = BTreeMap::new();
        for (name, _) in PEOPLE {
            world.say(name, "/join Walk").await;
        }
        for _ in 0..14 {
            let today = world.now.utc().date_naive();
            for (name, _) in PEOPLE {
                if !dice.one_in(4) && world.say(name, "/checkin Walk").await.starts_with('✅') {
                    done.entry(name).or_default().insert(today);
                }
            }
            world.told().await;
            world.next_day();
        }
        // What comes after the last day counts for nothing, and whoever leaves then has been in it.
        let late = world.say("ada", "/checkin Walk").await;
        assert!(!late.starts_with('✅'), "{late}");
        leave(&world, PEOPLE[round % PEOPLE.len()].0).await;
        let told = world.told().await;
        let result = told.iter().find(|told| told.contains("The longest streaks"));
        let place = |line: &str| {
            let (name, days) = line.split_once(" · ")?.1.split_once(" — ")?;
            Some((name.to_owned(), days.split(' ').next()?.parse().ok()?))
        };
        let said: BTreeMap<String, usize> =
            result.expect("a result").lines().filter_map(place).collect();
        let counted: BTreeMap<String, usize> = done
            .iter()
            .map(|(name, done)| ((*name).to_owned(), longest(done)))
            .filter(|(_, longest)| *longest > 0)
            .collect();
        assert_eq!(said, counted, "{result:?}");
        let board = world.say("host", "/leaderboard Walk by:longest").await;
        for (name, longest) in counted {
            assert!(board.contains(&format!("{name} — {longest}")), "{name} {longest}: {board}");
        }
    }
}

#[tokio::test]
async fn a_result_waits_for_the_last_clock() {
    let mut world = World::new().await;
    world.say("host", "/event create title:Walk clock:personal ends:\"3 days\"").await;
    world.say("ada", "/timezone Pacific/Honolulu").await;
    world.say("ada", "/settings day_start:6").await;
    world.say("ada", "/join Walk").await;
    let engine = &world.talk.engine;
    let person = engine.people().find(Platform::Discord, "ada").await.expect("a database");
    let event = engine.events().of(person.expect("ada is known").id).await.expect("a database");
    let ends_at = event[0].rules.ends_at().expect("it has an end");
    // Far west the last day ends at 16:00 of UTC.
    world.now = ends_at.plus_s(-11 * 3600);
    world.told().await;
    let done = world.say("ada", "/checkin Walk").await;
    assert!(done.starts_with("✅ Day 1"), "{done}");
    let is_result = |told: &String| told.starts_with("Walk is over.");
    world.now = ends_at.plus_s(-3600);
    assert!(!world.told().await.iter().any(is_result));
    world.now = ends_at.plus_s(8 * 3600);
    assert!(!world.told().await.iter().any(is_result));
    world.now = ends_at.plus_s(9 * 3600);
    let told = world.told().await;
    let result = told.iter().find(|told| is_result(told));
    assert!(result.is_some_and(|told| told.contains("1 · ada — 1 day")), "{told:?}");
}
