//! How often, as people say it: all of the words are read, or none.

mod days;

use engine::rules::Cadence;

use crate::locale::Words;
use crate::parse::number;
use crate::parse::rhythm::days::{
    ALL, Days, WEEKEND, WORKDAYS, between, bit, day, letters, merged, weekdays,
};
use crate::parse::token::Token;
use crate::parse::vocabulary::{Piece, pieces};

/// A rhythm, and how many times a day where that is said.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Rhythm {
    pub cadence: Cadence,
    pub times_a_day: Option<u32>,
}

const DAYS_MAX: u32 = 366;
const TIMES_A_DAY_MAX: u32 = 1_000;
const MONDAY: u8 = 1;
/// What no rhythm here can say.
const UNSAYABLE: [&str; 6] = ["or", "not", "vague", "holidays", "at-most", "at-most-behind"];

#[derive(Debug, Clone, Copy, PartialEq)]
enum Unit {
    Day,
    Week,
    Month,
}

#[derive(Default)]
struct Said {
    days: Option<Days>,
    except: Days,
    /// The interval of an `every`, in days, and whether it is a whole period.
    interval: Option<u32>,
    count: Option<u32>,
    period: Option<Unit>,
    /// `weekly`, `every week`: once, if nothing else is said.
    is_regular: bool,
    week_start: Option<u8>,
}

/// Reads a rhythm; none for what is none, for what no rhythm here can say, and where a word is left over.
pub(crate) fn read(words: Words, text: &str) -> Option<Rhythm> {
    of_pieces(&pieces(words, text)?)
}

pub(crate) fn of_pieces(pieces: &[Piece]) -> Option<Rhythm> {
    let mut reader =
        Reader { pieces, at: 0, said: Said::default(), is_except: false, is_beside: false };
    while reader.at < pieces.len() {
        reader.step()?;
    }
    reader.said.meaning()
}

/// How often something beside an amount is done; whether the amount is summed up over all of a week or a month.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Beside {
    pub cadence: Cadence,
    pub is_whole: bool,
}

/// Reads what stands beside an amount: `a week`, `every day except sunday`, 1日. Nothing at all is nothing.
pub(crate) fn beside(pieces: &[Piece]) -> Option<Option<Beside>> {
    let is_idle =
        |piece: &Piece| piece.is_mark(",;.!:") || piece.is("filler") && unit(piece).is_none();
    if pieces.iter().all(is_idle) {
        return Some(None);
    }
    let mut reader =
        Reader { pieces, at: 0, said: Said::default(), is_except: false, is_beside: true };
    while reader.at < pieces.len() {
        reader.step()?;
    }
    let mut said = reader.said;
    let is_bare =
        said.days.is_none() && said.except == 0 && said.interval.is_none() && said.count.is_none();
    let is_whole = is_bare && matches!(said.period, Some(Unit::Week | Unit::Month));
    // `a day`, `a week`: once.
    said.is_regular |= said.count.is_none() && said.period.is_some();
    let rhythm = said.meaning()?;
    rhythm.times_a_day.is_none().then_some(Some(Beside { cadence: rhythm.cadence, is_whole }))
}

struct Reader<'p> {
    pieces: &'p [Piece],
    at: usize,
    said: Said,
    /// An amount stands beside it: 1日 is each day.
    is_beside: bool,
    /// The days that come are taken away.
    is_except: bool,
}

impl<'p> Reader<'p> {
    fn peek(&self, ahead: usize) -> Option<&'p Piece> {
        self.pieces.get(self.at + ahead)
    }

    /// The place of the next piece that is more than glue.
    fn beyond_glue(&self, mut at: usize) -> usize {
        while self.pieces.get(at).is_some_and(|piece| {
            piece.is_any(&["filler", "per", "article"])
                && unit(piece).is_none()
                && !is_number(piece)
                && day(self.pieces, at).is_none()
                && !piece.is_any(&["every", "all-days"])
        }) {
            at += 1;
        }
        at
    }

    fn step(&mut self) -> Option<()> {
        let piece = self.peek(0)?;
        if let Some(days) = self.days() {
            return self.take(days);
        }
        if piece.is("week-start") {
            let at = self.beyond_glue(self.at + 1);
            let start = day(self.pieces, at)?;
            return self.starts(start, at + 1);
        }
        if piece.is_any(&["except"]) && !piece.is("all-days") {
            // A second exception is one too many to be sure of.
            self.is_except = true;
            self.at += 1;
            return Some(());
        }
        if piece.is("alternate-days") || piece.is("fortnight") {
            let days = if piece.is("fortnight") { 14 } else { 2 };
            self.at += 1;
            return self.interval(days);
        }
        if is_number(piece) {
            return self.number();
        }
        if let Some(times) = times_of(piece) {
            self.at += 1;
            return self.count(times);
        }
        if piece.is_any(&["weekly", "monthly"]) {
            let is_week = piece.is("weekly");
            self.at += 1;
            return self.regular(if is_week { Unit::Week } else { Unit::Month });
        }
        if piece.is("every") && self.every().is_some() {
            return Some(());
        }
        if piece.is_any(&UNSAYABLE) && !piece.is_any(&["filler", "per"]) {
            return None;
        }
        if piece.is("two-days") && self.names_period(self.beyond_glue(self.at + 1)) {
            self.at += 1;
            return self.count(2);
        }
        if piece.is_any(&["two-days", "two-weeks"]) {
            return None;
        }
        if let Some(unit) = unit(piece) {
            // 週は日曜始まり: the day on which the week begins comes behind it.
            let next = self.beyond_glue(self.at + 1);
            if unit == Unit::Week && self.starts_at(next).is_some() {
                self.at = next;
                return Some(());
            }
            self.at += 1;
            return self.period(unit);
        }
        let is_glue =
            piece.is_any(&["filler", "per", "article", "and", "at-least", "at-least-behind"])
                || piece.is_mark(",;.!&+/");
        // A preposition that only stands before days.
        let before_days =
            piece.is("from") && day(self.pieces, self.beyond_glue(self.at + 1)).is_some();
        (is_glue || before_days).then(|| self.at += 1)
    }

    /// Whether a day stands there with which weeks begin.
    fn starts_at(&self, at: usize) -> Option<(u8, usize)> {
        let start = day(self.pieces, at)?;
        let mut next = at + 1;
        while self.pieces.get(next).is_some_and(|piece| {
            piece.is_any(&["range", "filler", "per"]) && !piece.is("week-start-behind")
        }) {
            next += 1;
        }
        self.pieces.get(next)?.is("week-start-behind").then_some((start, next + 1))
    }

    fn starts(&mut self, day: u8, next: usize) -> Option<()> {
        self.at = next;
        self.said.week_start.replace(day).is_none().then_some(())
    }

    /// Days from here on, and what comes behind them.
    fn days(&mut self) -> Option<Found> {
        if let Some((start, next)) = self.starts_at(self.at) {
            return Some(Found::WeekStart(start, next));
        }
        let (mut days, mut at) = self.item(self.at)?;
        loop {
            let mut next = at;
            while self.pieces.get(next).is_some_and(|piece| {
                piece.is_mark(",;&+/")
                    || piece.is("and")
                    || piece.is("filler") && self.item(next).is_none()
            }) {
                next += 1;
            }
            if self.starts_at(next).is_some() {
                break;
            }
            let Some((more, end)) = self.item(next) else { break };
            days = merged(Some(days), more);
            at = end;
        }
        Some(Found::Days(days, at))
    }

    /// A day, a range of them, or a name for several.
    fn item(&self, at: usize) -> Option<(Days, usize)> {
        let piece = self.pieces.get(at)?;
        for (key, days) in [("all-days", ALL), ("workdays", WORKDAYS), ("weekend", WEEKEND)] {
            if piece.is(key) {
                return Some((days, at + 1));
            }
        }
        let Some(first) = day(self.pieces, at) else { return Some((letters(piece)?, at + 1)) };
        let parts =
            self.pieces.get(at + 1).is_some_and(|piece| piece.is("range") || piece.is_mark("-~"));
        let mut end = at + 2;
        while self
            .pieces
            .get(end)
            .is_some_and(|piece| piece.is("filler") && day(self.pieces, end).is_none())
        {
            end += 1;
        }
        match day(self.pieces, end).filter(|_| parts) {
            Some(last) => {
                let mut next = end + 1;
                // 金曜まで, शुक्रवार तक: the end of a range.
                if self.pieces.get(next).is_some_and(|piece| piece.is("range-end")) {
                    next += 1;
                }
                Some((between(first, last), next))
            }
            None => Some((bit(first), at + 1)),
        }
    }

    fn take(&mut self, found: Found) -> Option<()> {
        let (days, next) = match found {
            Found::WeekStart(day, next) => return self.starts(day, next),
            Found::Days(days, next) => (days, next),
        };
        self.at = next;
        let mut behind = next;
        while self
            .pieces
            .get(behind)
            .is_some_and(|piece| piece.is("filler") && !piece.is("except-behind"))
        {
            behind += 1;
        }
        if self.pieces.get(behind).is_some_and(|piece| piece.is("except-behind")) {
            self.at = behind + 1;
            self.said.except |= days;
        } else if self.is_except {
            self.said.except |= days;
        } else {
            self.said.days = Some(merged(self.said.days, days));
        }
        Some(())
    }

    /// `every 2 days`, `every other week`, `every monday`.
    fn every(&mut self) -> Option<()> {
        let at = self.beyond_glue(self.at + 1);
        let piece = self.pieces.get(at)?;
        if day(self.pieces, at).is_some() || piece.is_any(&["all-days", "workdays", "weekend"]) {
            self.at = at;
            return Some(());
        }
        if piece.is_any(&["two-days", "two-weeks"]) {
            self.at = at + 1;
            return self.interval(if piece.is("two-weeks") { 14 } else { 2 });
        }
        let ordinals = [("other", 2), ("third", 3), ("fourth", 4)];
        let ordinal = ordinals.into_iter().find(|(key, _)| piece.is(key)).map(|(_, n)| n);
        let n = number_of(piece).or(ordinal);
        let (n, at) = match n {
            Some(n) => (n, at + 1),
            None => (1, at),
        };
        let mark = usize::from(
            self.pieces.get(at).is_some_and(|piece| piece.is_mark(".") || piece.is("day-ordinal")),
        );
        let Some(named) = self.pieces.get(at + mark) else {
            // `every 2`: days, as in the field that says so.
            self.at = at + mark;
            return self.interval(Some(n).filter(|n| *n > 1)?);
        };
        let unit = unit(named)?;
        self.at = at + mark + 1;
        match (n, unit) {
            // `3 times every week`.
            (1, unit) => self.regular(unit),
            (n, Unit::Day) => self.interval(n),
            (n, Unit::Week) => self.interval(n.checked_mul(7)?),
            (_, Unit::Month) => None,
        }
    }

    /// What begins with a number.
    fn number(&mut self) -> Option<()> {
        let n = number_of(self.peek(0)?)?;
        // `2-mal`
        if self.peek(1)?.is_mark("-") && self.peek(2).is_some_and(|piece| piece.is("times")) {
            self.at += 3;
            return self.count(n);
        }
        let next = self.peek(1)?;
        if next.is("times") || times_end(next) {
            self.at += 2;
            return self.count(n);
        }
        let unit = unit(next)?;
        let behind = self.beyond_glue(self.at + 2);
        if self.peek(2).is_some_and(|piece| piece.is("every-behind")) {
            self.at += 3;
            return match unit {
                Unit::Day => self.interval(n),
                Unit::Week => self.interval(n.checked_mul(7)?),
                Unit::Month => None,
            };
        }
        let again = self.pieces.get(behind).and_then(number_of);
        let is_times = self.pieces.get(behind + 1).is_some_and(|piece| piece.is("times"));
        match (again, unit) {
            // 3日に1回: once in three days. 1日3回: three times a day.
            (Some(times), unit) if is_times => {
                self.at = behind + 2;
                match (n, times, unit) {
                    (1, times, unit) => {
                        self.count(times)?;
                        self.period(unit)
                    }
                    (n, 1, Unit::Day) => self.interval(n),
                    (n, 1, Unit::Week) => self.interval(n.checked_mul(7)?),
                    _ => None,
                }
            }
            (_, unit) if n == 1 && self.is_beside => {
                self.at += 2;
                self.period(unit)
            }
            // `5 days a week`, 週に5日.
            (_, Unit::Day) if self.said.period.is_some() || self.names_period(behind) => {
                self.at += 2;
                self.count(n)
            }
            _ => None,
        }
    }

    /// Whether a week or a month is named from there on.
    fn names_period(&self, at: usize) -> bool {
        let piece = self.pieces.get(at);
        let at = if piece.is_some_and(|piece| piece.is("every")) {
            self.beyond_glue(at + 1)
        } else {
            at
        };
        self.pieces.get(at).is_some_and(|piece| {
            matches!(unit(piece), Some(Unit::Week | Unit::Month))
                || piece.is_any(&["weekly", "monthly"])
        })
    }

    fn interval(&mut self, days: u32) -> Option<()> {
        self.said.interval.replace(days).is_none().then_some(())
    }

    fn count(&mut self, times: u32) -> Option<()> {
        self.said.count.replace(times).is_none().then_some(())
    }

    fn period(&mut self, unit: Unit) -> Option<()> {
        self.said
            .period
            .replace(unit)
            .is_none_or(|before| before == unit && self.said.is_regular)
            .then_some(())
    }

    fn regular(&mut self, unit: Unit) -> Option<()> {
        self.said.is_regular = true;
        self.said.period.replace(unit).is_none_or(|before| before == unit).then_some(())
    }
}

enum Found {
    Days(Days, usize),
    WeekStart(u8, usize),
}

impl Said {
    fn meaning(self) -> Option<Rhythm> {
        let Said { days, except, interval, count, period, is_regular, week_start } = self;
        let once = |cadence| Some(Rhythm { cadence, times_a_day: None });
        let is_weekly = period == Some(Unit::Week) && interval.is_none();
        if week_start.is_some() && !(is_weekly && days.is_none()) {
            return None;
        }
        if let Some(n) = interval {
            let is_plain =
                days.is_none() && except == 0 && count.is_none_or(|n| n == 1) && period.is_none();
            let n = Some(n).filter(|n| is_plain && (2..=DAYS_MAX).contains(n))?;
            return once(Cadence::EveryNDays { n });
        }
        let chosen = || weekdays(days.unwrap_or(ALL) & !except);
        match (period, count) {
            (Some(Unit::Day), Some(n)) => {
                let cadence = Cadence::Daily { weekdays: chosen()? };
                let times_a_day = Some(n).filter(|n| *n > 1);
                (1..=TIMES_A_DAY_MAX).contains(&n).then_some(Rhythm { cadence, times_a_day })
            }
            (Some(Unit::Day), None) if is_regular => once(Cadence::Daily { weekdays: chosen()? }),
            (Some(Unit::Week), _) if except == 0 => {
                let Some(days) = days else {
                    let times =
                        count.or(is_regular.then_some(1)).filter(|n| (1..=7).contains(n))?;
                    return once(Cadence::Weekly {
                        times,
                        week_start: week_start.unwrap_or(MONDAY),
                    });
                };
                // `twice a week, on mondays and thursdays`; `weekly on mondays`.
                let agrees = count.map_or(is_regular, |n| n == days.count_ones());
                once(Cadence::Daily { weekdays: weekdays(days).filter(|_| agrees)? })
            }
            (Some(Unit::Month), _) if days.is_none() && except == 0 => {
                let times = count.or(is_regular.then_some(1)).filter(|n| (1..=28).contains(n))?;
                once(Cadence::Monthly { times })
            }
            (None, None) if days.is_some() || except != 0 => {
                once(Cadence::Daily { weekdays: chosen()? })
            }
            // `3 times every day`, 毎日3回.
            (None, Some(n)) if days.is_some() => {
                let cadence = Cadence::Daily { weekdays: chosen()? };
                (days == Some(ALL) && (1..=TIMES_A_DAY_MAX).contains(&n))
                    .then_some(Rhythm { cadence, times_a_day: Some(n).filter(|n| *n > 1) })
            }
            _ => None,
        }
    }
}

fn unit(piece: &Piece) -> Option<Unit> {
    let units = [("unit-day", Unit::Day), ("unit-week", Unit::Week), ("unit-month", Unit::Month)];
    units.into_iter().find(|(key, _)| piece.is(key)).map(|(_, unit)| unit)
}

fn is_number(piece: &Piece) -> bool {
    number_of(piece).is_some()
}

fn number_of(piece: &Piece) -> Option<u32> {
    number::whole(piece)
}

/// `twice`, `dreimal`.
pub(crate) fn times_of(piece: &Piece) -> Option<u32> {
    piece.nth("times-").or_else(|| {
        let Token::Word(word) = &piece.token else { return None };
        let head = word.strip_suffix("mal")?;
        let head = pieces(Words::of("de"), head)?;
        head.first().filter(|_| head.len() == 1)?.nth("number-")
    })
}

pub(crate) fn times_end(piece: &Piece) -> bool {
    piece.is("times-end")
}
