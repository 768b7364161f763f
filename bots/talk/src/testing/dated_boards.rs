//! Two years of a channel: what a board says of a day, a recap of a week and a result of an event is what was so when the
//! last clock had closed it, whatever came later.

use chrono::{DateTime, Datelike as _, NaiveDate, TimeZone as _, Utc};
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};

use crate::testing::world::World;

/// Days that are played: fewer where each question goes to a server.
const DAYS: u32 = 730;
const DAYS_ON_SERVER: u32 = 120;
const PEOPLE: [(&str, Tz); 4] = [
    ("ada", chrono_tz::Asia::Tokyo),
    ("ben", chrono_tz::America::Los_Angeles),
    ("cem", chrono_tz::UTC),
    ("dot", chrono_tz::Pacific::Auckland),
];

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

/// What we know of somebody without asking the engine.
#[derive(Default)]
struct Known {
    joined_on: Option<NaiveDate>,
    /// No sooner than this they come back.
    back_from: Option<NaiveDate>,
    done: BTreeSet<NaiveDate>,
}

/// A board as it was written.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    is_in: BTreeSet<String>,
    counts: String,
}

fn said(board: &str) -> Said {
    let line = |begins: &str| board.lines().find_map(|line| line.strip_prefix(begins));
    let names = line("✅ ").into_iter().flat_map(|names| names.split(" · "));
    let name = |entry: &str| entry.split(' ').next().unwrap_or_default().to_owned();
    let counts = board.lines().nth(1).unwrap_or_default().to_owned();
    Said { is_in: names.map(name).collect(), counts }
}

struct Channel {
    world: World,
    known: BTreeMap<&'static str, Known>,
    dice: Dice,
    /// The boards that are over, by their headings, and the day of each heading.
    over: BTreeMap<String, String>,
    days: BTreeMap<String, NaiveDate>,
    recaps: usize,
}

impl Channel {
    fn today(&self, zone: Tz) -> NaiveDate {
        let now: DateTime<Utc> = self.world.now.utc();
        zone.from_utc_datetime(&now.naive_utc()).date_naive()
    }

    async fn act(&mut self, name: &'static str, zone: Tz) {
        let today = self.today(zone);
        let known = self.known.entry(name).or_default();
        let Some(joined_on) = known.joined_on else {
            if known.back_from.is_none_or(|from| from <= today) && self.dice.one_in(2) {
                self.world.say(name, "/join Walk").await;
                known.joined_on = Some(today);
            }
            return;
        };
        if self.dice.one_in(60) {
            let sure = self.world.reply_to(name, "/leave Walk").await;
            self.world.press(name, &sure, "Leave").await;
            (known.joined_on, known.back_from) = (None, Some(today + chrono::Days::new(3)));
        } else if self.dice.one_in(9) {
            let yesterday = today - chrono::Days::new(1);
            let said = self.world.say(name, "/checkin Walk yesterday").await;
            // A day before one joined is no day of theirs.
            if said.starts_with('✅') && joined_on <= yesterday {
                known.done.insert(yesterday);
            }
        } else if !self.dice.one_in(3) {
            let said = self.world.say(name, "/checkin Walk").await;
            if said.starts_with('✅') {
                known.done.insert(today);
            }
            if known.done.contains(&today) && self.dice.one_in(12) {
                let said = self.world.say(name, "/undo Walk").await;
                if said.starts_with("Taken back.") {
                    known.done.remove(&today);
                }
            }
        }
    }

    /// What a board of a day has to say now.
    fn counted(&self, day: NaiveDate) -> Said {
        let members = self.known.iter().filter(|(_, known)| known.joined_on.is_some());
        let is_in: BTreeSet<String> = members
            .clone()
            .filter(|(_, known)| known.done.contains(&day))
            .map(|(name, _)| (*name).to_owned())
            .collect();
        let is_asked = |known: &Known| {
            known.done.contains(&day) || known.joined_on.is_some_and(|joined| joined <= day)
        };
        let asked = members.filter(|(_, known)| is_asked(known)).count();
        Said { counts: format!("{} of {asked} were in", is_in.len()), is_in }
    }

    /// What a week that ended before a day has to say now: who was in on how many days, the most first, and how many
    /// check-ins that makes.
    fn counted_week(&self, next_week: NaiveDate) -> (BTreeMap<&'static str, usize>, usize) {
        let days: Vec<NaiveDate> = (1..=7).map(|n| next_week - chrono::Days::new(n)).collect();
        let members = self.known.iter().filter(|(_, known)| known.joined_on.is_some());
        let done = |known: &Known| days.iter().filter(|day| known.done.contains(day)).count();
        let counts: BTreeMap<_, _> = members.map(|(name, known)| (*name, done(known))).collect();
        let sum = counts.values().sum();
        (counts.into_iter().filter(|(_, done)| *done > 0).collect(), sum)
    }

    /// A recap is a recount of its week.
    fn hear_recap(&mut self, text: &str) {
        let today = self.today(chrono_tz::UTC);
        let back = today.weekday().num_days_from_monday();
        let (counts, sum) = self.counted_week(today - chrono::Days::new(back.into()));
        let place = |line: &str| {
            let (name, days) = line.split_once(" · ")?.1.split_once(" — ")?;
            Some((name.to_owned(), days.split(' ').next()?.parse().ok()?))
        };
        let said: BTreeMap<String, usize> = text.lines().filter_map(place).collect();
        let counts: BTreeMap<String, usize> =
            counts.into_iter().map(|(name, days)| (name.to_owned(), days)).collect();
        assert_eq!(said, counts, "{today}: {text}");
        assert!(text.contains(&format!("\n{sum} check-ins in all.")), "{today}: {sum}: {text}");
        self.recaps += 1;
    }

    async fn hear(&mut self) {
        for board in self.world.notices().await {
            let text = board.plain();
            if text.starts_with("Last week") {
                self.hear_recap(&text);
            }
            let Some(heading) = text.lines().next().filter(|line| line.starts_with('📅')) else {
                continue;
            };
            let heading = heading.to_owned();
            if let Some(before) = self.over.get(&heading) {
                assert_eq!(before, &text, "a board that is over is written anew");
            }
            // Weekdays and days come again: a heading is that of the newest day that bears it.
            let first = self.today(chrono_tz::UTC) - chrono::Days::new(3);
            let day = (0..5)
                .map(|n| first + chrono::Days::new(n))
                .find(|day| heading.contains(&day.format("%a %-d %b").to_string()));
            let day = *self.days.entry(heading.clone()).or_insert_with(|| day.expect("a day"));
            if text.contains(" were in") {
                let known: Vec<_> = self
                    .known
                    .iter()
                    .map(|(name, known)| (name, known.joined_on, known.done.last()))
                    .collect();
                assert_eq!(
                    said(&text),
                    self.counted(day),
                    "{day}: {text} {known:?} {:?}",
                    self.world.now.utc()
                );
                self.over.insert(heading, text);
            }
        }
    }
}

#[tokio::test]
async fn a_board_is_a_recount_of_its_day_whatever_comes_later() {
    let world = World::new().await;
    world.say("host", "/event create Walk clock:personal").await;
    for (name, zone) in PEOPLE {
        world.say(name, &format!("/timezone {}", zone.name())).await;
    }
    let (known, over, days) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let mut channel = Channel { world, known, dice: Dice(1), over, days, recaps: 0 };
    let on_server = std::env::var_os("STREAKS_TEST_DATABASE").is_some();
    for _ in 0..if on_server { DAYS_ON_SERVER } else { DAYS } {
        for (name, zone) in PEOPLE {
            channel.act(name, zone).await;
        }
        // A year later the same headings come again.
        if channel.over.len() > 200 {
            channel.over.clear();
            channel.days.clear();
        }
        channel.world.now = channel.world.now.plus_s(11 * 3600 + 1800);
        channel.hear().await;
        channel.world.now = channel.world.now.plus_s(12 * 3600 + 1800);
        channel.hear().await;
    }
    assert!(channel.days.len() > 50, "{} boards", channel.days.len());
    assert!(channel.recaps > 10, "{} recaps", channel.recaps);
}

/// The longest chain of days of these.
fn longest(done: &BTreeSet<NaiveDate>) -> usize {
    let run = |day: &NaiveDate| {
        let goes_on = |n: &u64| done.contains(&(*day + chrono::Days::new(*n)));
        (0..).take_while(goes_on).count()
    };
    done.iter().map(run).max().unwrap_or(0)
}

#[tokio::test]
async fn a_result_is_a_recount_of_the_event_whatever_comes_later() {
    let mut dice = Dice(7);
    for _ in 0..12 {
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
        // What comes after the last day counts for nothing.
        let late = world.say("ada", "/checkin Walk").await;
        assert!(!late.starts_with('✅'), "{late}");
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
    }
}
