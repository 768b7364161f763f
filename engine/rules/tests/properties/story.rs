//! Random events with random lives: near clock changes, with late deliveries, journeys and second
//! thoughts.

use crate::dice::{Dice, throws};
use crate::made_rules;
use chrono::NaiveDate;
use proptest::strategy::{NewTree, Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use rules::goal::{Compare, Metric, TaskGoal};
use rules::scenario::{Command, Op, Scenario, User};
use rules::{Clock, ClockChange, Day, DayStart, Goal, Instant, Rules, Setting, Zone};
use std::fmt;
use std::ops::Range;

/// Where and when clocks do what one does not expect.
const TURNS: [(Zone, &str); 24] = [
    (Zone::UTC, "2025-01-05"),
    (Zone::Asia__Tokyo, "2025-06-01"),
    (Zone::Europe__Berlin, "2025-03-30"),
    (Zone::Europe__Berlin, "2025-10-26"),
    (Zone::America__New_York, "2025-03-09"),
    (Zone::America__New_York, "2025-11-02"),
    (Zone::Pacific__Apia, "2011-12-30"),
    (Zone::Pacific__Kiritimati, "1994-12-31"),
    (Zone::Pacific__Kwajalein, "1993-08-21"),
    (Zone::Pacific__Pago_Pago, "2024-02-29"),
    (Zone::America__Havana, "2025-03-09"),
    (Zone::America__Havana, "2025-11-02"),
    (Zone::Australia__Lord_Howe, "2025-04-06"),
    (Zone::Australia__Lord_Howe, "2025-10-05"),
    (Zone::Africa__Cairo, "2025-04-25"),
    (Zone::Africa__Cairo, "2025-10-30"),
    (Zone::America__Santiago, "2025-09-07"),
    (Zone::America__St_Johns, "2010-11-07"),
    (Zone::Asia__Kathmandu, "1986-01-01"),
    (Zone::Asia__Pyongyang, "2018-05-05"),
    (Zone::Africa__Casablanca, "2025-02-23"),
    (Zone::Africa__Casablanca, "2025-04-06"),
    (Zone::Antarctica__Troll, "2025-03-30"),
    (Zone::Antarctica__Troll, "2025-10-26"),
];

const HOUR_S: i64 = 3600;
const DAY_S: i64 = 24 * HOUR_S;

/// An event with its people and what they did. Random choices about it come from its own dice.
#[derive(Clone)]
pub struct Story {
    pub seed: u64,
    pub scenario: Scenario,
}

impl fmt::Debug for Story {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Scenario { event, users, commands, now } = &self.scenario;
        writeln!(f, "seed {}\n{event:?}", self.seed)?;
        for user in users {
            writeln!(f, "{} {:?}", user.id, user.setting)?;
        }
        for command in commands {
            writeln!(f, "{} {} {:?}", command.t.format("%F %T"), command.user, command.op)?;
        }
        write!(f, "now {}", now.format("%F %T"))
    }
}

impl Story {
    pub fn of(seed: u64) -> Story {
        let scenario = Author::new(Dice::of(seed)).write();
        Story { seed, scenario }
    }

    /// The same story under changed rules.
    pub fn under(mut self, change: impl FnOnce(&mut Rules)) -> Story {
        change(&mut self.scenario.event);
        self
    }

    /// The same story without some commands.
    pub fn without(mut self, goes: impl Fn(&Op) -> bool) -> Story {
        self.scenario.commands.retain(|command| !goes(&command.op));
        self
    }

    /// The same story with limits turned into aims.
    pub fn at_least(self) -> Story {
        let turn = |metric: &mut Metric| metric.cmp = Compare::AtLeast;
        self.under(|event| match &mut event.goal {
            Goal::Metric(metric) => turn(metric),
            Goal::Tasks { tasks, .. } => {
                for task in tasks {
                    if let TaskGoal::Metric(metric) = &mut task.goal {
                        turn(metric);
                    }
                }
            }
            Goal::Check | Goal::Count { .. } => {}
        })
    }

    pub fn dice(&self) -> Dice {
        Dice::of(!self.seed)
    }

    /// When the story stops.
    pub fn now(&self) -> Instant {
        self.scenario.now.into()
    }

    /// Its commands in the order in which they apply.
    pub fn in_order(&self) -> Vec<Command> {
        self.scenario.order().into_iter().map(|n| self.scenario.commands[n].clone()).collect()
    }
}

/// Some instants from one on, near and far.
pub fn later(dice: &mut Dice, from: Instant) -> [Instant; 4] {
    let near = dice.int(1..=DAY_S);
    let far = dice.int(DAY_S..=60 * DAY_S);
    [from, from.plus_s(near), from.plus_s(near + DAY_S), from.plus_s(far)]
}

/// Random stories; one that breaks a property is told with ever fewer commands.
#[derive(Debug)]
pub struct Stories;

#[derive(Debug)]
pub struct Shortened {
    whole: Story,
    kept: Vec<bool>,
    /// What stood before the last cut.
    before: Vec<bool>,
    cuts: std::vec::IntoIter<Range<usize>>,
}

impl Strategy for Stories {
    type Tree = Shortened;
    type Value = Story;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let whole = Story::of(throws().new_tree(runner)?.current().seed());
        let length = whole.scenario.commands.len();
        let mut cuts = vec![];
        let mut size = length;
        // The shortest cuts twice: what could not go before may go after others.
        for width in std::iter::from_fn(|| {
            size /= 2;
            (size > 0).then_some(size)
        })
        .chain([1])
        {
            cuts.extend((0..length).step_by(width).map(|from| from..(from + width).min(length)));
        }
        let kept = vec![true; length];
        Ok(Shortened { whole, before: kept.clone(), kept, cuts: cuts.into_iter() })
    }
}

impl ValueTree for Shortened {
    type Value = Story;

    fn current(&self) -> Story {
        let mut story = self.whole.clone();
        let mut kept = self.kept.iter();
        story.scenario.commands.retain(|_| *kept.next().unwrap_or(&true));
        story
    }

    fn simplify(&mut self) -> bool {
        for cut in self.cuts.by_ref() {
            if self.kept[cut.clone()].contains(&true) {
                self.before.clone_from(&self.kept);
                self.kept[cut].fill(false);
                return true;
            }
        }
        false
    }

    fn complicate(&mut self) -> bool {
        self.kept.clone_from(&self.before);
        self.simplify()
    }
}

pub fn day(text: &str) -> Day {
    text.parse::<NaiveDate>().expect("a date is written year-month-day").into()
}

pub fn instant(text: &str) -> Instant {
    let utc = text.parse::<chrono::DateTime<chrono::Utc>>();
    utc.expect("an instant is written as RFC 3339 says").into()
}

/// A zone and a day start, nasty ones above all.
pub fn setting(dice: &mut Dice) -> Setting {
    let zone =
        if dice.one_in(8) { dice.pick(&chrono_tz::TZ_VARIANTS) } else { dice.pick(&TURNS).0 };
    Setting { zone, day_start: day_start(dice) }
}

pub fn day_start(dice: &mut Dice) -> DayStart {
    let minutes = match dice.int(0..=5) {
        0..=2 => 0,
        3 => dice.pick(&[-360, -60, 60, 90, 150, 180, 240, 720]),
        4 => 180,
        _ => dice.int(-360..=720),
    };
    DayStart::from_minutes(minutes).expect("the minutes lie in the range of day starts")
}

/// Somebody in a story, as the author keeps track.
struct Figure {
    id: String,
    own: Clock,
    /// Chances in twelve to do what is asked on a day.
    diligence: i64,
    is_member: bool,
    /// The names of the check-ins so far.
    ids: Vec<String>,
}

struct Author {
    dice: Dice,
    event: Rules,
    figures: Vec<Figure>,
    users: Vec<User>,
    commands: Vec<Command>,
    begins: Day,
    length: i32,
}

impl Author {
    fn new(mut dice: Dice) -> Author {
        let (zone, turn) = dice.pick(&TURNS);
        let turn = if dice.one_in(12) { Day(dice.days(60..=47_000)) } else { day(turn) };
        let length = match dice.int(0..=39) {
            0 => dice.days(100..=180),
            1..=4 => dice.days(40..=80),
            _ => dice.days(6..=26),
        };
        let begins = turn.plus(-dice.days(0..=length.min(20)));
        let home = Setting { zone, day_start: day_start(&mut dice) };
        let event = made_rules::rules(&mut dice, home, begins, length);
        let people = if event.group.is_some() { dice.int(2..=3) } else { dice.pick(&[1, 1, 2]) };
        let users: Vec<User> = (1..=people)
            .map(|n| {
                let setting = if dice.one_in(3) { setting(&mut dice) } else { home };
                User { id: format!("u{n}"), setting }
            })
            .collect();
        let figures = users
            .iter()
            .map(|user| Figure {
                id: user.id.clone(),
                own: Clock::fixed(user.setting),
                diligence: dice.int(7..=12),
                is_member: false,
                ids: vec![],
            })
            .collect();
        Author { dice, event, figures, users, commands: vec![], begins, length }
    }

    fn write(mut self) -> Scenario {
        let begins = self.begins;
        for day in (0..self.length).map(|n| begins.plus(n)) {
            for who in 0..self.figures.len() {
                self.live(who, day);
            }
        }
        self.commands.sort_by_key(|command| command.t);
        let last = self
            .commands
            .last()
            .map_or(self.clock(0).start_of(self.begins), |last| Instant::from(last.t));
        let now = match self.dice.int(0..=3) {
            0 => last,
            1 => self.clock(0).end_of(self.clock(0).day_of(last)),
            _ => last.plus_s(self.dice.int(0..=4 * DAY_S)),
        };
        Scenario { event: self.event, users: self.users, commands: self.commands, now: now.utc() }
    }

    /// The clock that counts for somebody.
    fn clock(&self, who: usize) -> Clock {
        self.event.clock_for(&self.figures[who].own)
    }

    /// An instant of the label, its bounds more often than others.
    fn moment(&mut self, who: usize, day: Day) -> Instant {
        let clock = self.clock(who);
        let (start, end) = (clock.start_of(day), clock.end_of(day));
        match self.dice.int(0..=9) {
            0 => start,
            1 => end.plus_s(-1),
            2 => end,
            3 => start.plus_s(-1),
            _ => start.plus_s(self.dice.int(0..=(end.0 - start.0).max(1) - 1)),
        }
    }

    fn say(&mut self, who: usize, at: Instant, op: Op) {
        let user = self.figures[who].id.clone();
        self.commands.push(Command { t: at.utc(), user, op });
    }

    fn live(&mut self, who: usize, day: Day) {
        if !self.figures[who].is_member {
            if self.dice.one_in(3) {
                let at = self.moment(who, day);
                self.figures[who].is_member = true;
                self.say(who, at, Op::Join);
            }
            if !self.dice.one_in(12) {
                return;
            }
        }
        if self.dice.int(1..=12) <= self.figures[who].diligence {
            for _ in 0..self.entries() {
                let at = self.moment(who, day);
                self.check_in(who, day, at);
            }
        } else if self.dice.one_in(2) {
            let at = self.moment(who, day.plus(1)).plus_s(self.dice.pick(&[0, 0, DAY_S]));
            self.say(who, at, Op::Repair { day });
        }
        if self.dice.one_in(3) {
            let at = self.moment(who, day);
            let op = self.second_thought(who, day, at);
            self.say(who, at, op);
        }
    }

    /// How often somebody checks in on a day.
    fn entries(&mut self) -> i64 {
        match &self.event.goal {
            Goal::Check => 1 + i64::from(self.dice.one_in(8)),
            Goal::Count { n } => self.dice.int(1..=i64::from(*n)),
            Goal::Metric(_) => self.dice.int(1..=2),
            Goal::Tasks { tasks, .. } => self.dice.int(1..=tasks.len() as i64),
        }
    }

    fn check_in(&mut self, who: usize, day: Day, sent: Instant) {
        let (mut received, mut at) = (sent, None);
        match self.dice.int(0..=11) {
            0 => {
                received = sent.plus_s(self.dice.int(0..=50 * HOUR_S));
                at = Some(sent.utc());
            }
            1 => {
                received = sent.plus_s(self.dice.pick(&[48 * HOUR_S, 48 * HOUR_S + 1, 60]));
                at = Some(sent.utc());
            }
            2 => at = Some(sent.plus_s(self.dice.pick(&[1, 60, 300, 301])).utc()),
            3..=5 => at = Some(sent.utc()),
            _ => {}
        }
        let named =
            if self.dice.one_in(8) { Some(day.plus(-self.dice.days(-1..=4))) } else { None };
        let (task, amount_milli) = self.payload();
        let id = format!("c{}", self.commands.len());
        self.figures[who].ids.push(id.clone());
        let op = Op::CheckIn { id: id.clone(), at, day: named, task: task.clone(), amount_milli };
        self.say(who, received, op.clone());
        if self.dice.one_in(10) {
            let again = received.plus_s(self.dice.int(0..=30 * HOUR_S));
            self.say(who, again, op);
        }
        if self.dice.one_in(20) {
            let other = Op::CheckIn { id, at, day: Some(day), task, amount_milli };
            self.say(who, received.plus_s(2), other);
        }
    }

    fn payload(&mut self) -> (Option<String>, Option<i64>) {
        if self.dice.one_in(40) {
            return (Some("unknown".to_owned()), self.dice.pick(&[None, Some(0), Some(-5)]));
        }
        match self.event.goal.clone() {
            Goal::Check | Goal::Count { .. } => (None, None),
            Goal::Metric(metric) => (None, Some(self.amount(&metric))),
            Goal::Tasks { tasks, .. } => {
                let task = self.dice.pick(&tasks);
                let amount = match &task.goal {
                    TaskGoal::Metric(metric) => Some(self.amount(metric)),
                    TaskGoal::Check | TaskGoal::Count { .. } => None,
                };
                (Some(task.id), amount)
            }
        }
    }

    fn amount(&mut self, metric: &Metric) -> i64 {
        match self.dice.int(0..=11) {
            0 => self.dice.pick(&[1, 1_000_000_000_000, 0, 1_000_000_000_001]),
            1..=3 => metric.target_milli,
            _ => self.dice.int(1..=metric.target_milli * 3 / 2),
        }
    }

    /// Something other than a check-in.
    fn second_thought(&mut self, who: usize, day: Day, at: Instant) -> Op {
        match self.dice.int(0..=19) {
            0..=4 => self.undo(who),
            5..=6 => self.pause(day),
            7 => Op::Resume,
            8..=10 => Op::Repair { day: day.plus(-self.dice.days(0..=20)) },
            11..=12 => Op::GrantFreeze { n: self.dice.pick(&[1, 1, 2, 100]) },
            13 => {
                let from = day.plus(self.dice.days(-8..=3));
                Op::Amnesty { from, to: from.plus(self.dice.pick(&[0, 1, 2, 4, 30, 31, -1])) }
            }
            14..=16 => {
                let action = setting(&mut self.dice);
                self.figures[who].own.change(ClockChange { at, setting: action });
                let tz = action.zone.name().to_owned();
                Op::SetTz { tz, day_start_min: action.day_start.minutes() }
            }
            17 => Op::SetTz { tz: "Europe/Nowhere".to_owned(), day_start_min: 0 },
            18 => Op::Join,
            _ => {
                self.figures[who].is_member = false;
                Op::Leave
            }
        }
    }

    fn undo(&mut self, who: usize) -> Op {
        let whose = if self.dice.one_in(8) { 0 } else { who };
        let ids = &self.figures[whose].ids;
        let recent: Vec<String> = ids.iter().rev().take(9).cloned().collect();
        let target = if recent.is_empty() { "c0".to_owned() } else { self.dice.pick(&recent) };
        Op::Undo { target }
    }

    fn pause(&mut self, day: Day) -> Op {
        let from = day.plus(self.dice.days(0..=4));
        Op::Pause { from, to: from.plus(self.dice.pick(&[0, 1, 2, 3, 6, 13, 59, 60, -1])) }
    }
}
