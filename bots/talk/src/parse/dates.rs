//! Days as people say them: all of the words are read, or none. Where two days could be meant, both are given.

use chrono::{Datelike, Months, NaiveDate};
use engine::rules::Day;

use crate::locale::Words;
use crate::parse::number;
use crate::parse::token::Token;
use crate::parse::vocabulary::{Piece, pieces};

/// Years that people speak of.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2999;
/// Days, weeks or months that lie ahead or behind.
const AWAY_MAX: u32 = 3_660;
const GLUE: [&str; 2] = ["date-filler", "filler"];

/// A day, or the days that it could be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Dates {
    Plain(Day),
    Either(Vec<Day>),
}

/// In which order a locale writes the parts of a date in digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    DayFirst,
    MonthFirst,
    YearFirst,
    /// English of nobody knows where.
    Either,
}

impl Order {
    fn of(locale: &str) -> Order {
        match locale {
            "en" => Order::Either,
            "en-US" | "en_US" => Order::MonthFirst,
            _ if locale.starts_with("ja") => Order::YearFirst,
            _ => Order::DayFirst,
        }
    }
}

/// Reads a day; `looks_back` where one without a year is the last such day and not the next.
pub(crate) fn read(
    words: Words,
    locale: &str,
    written: &str,
    today: Day,
    looks_back: bool,
) -> Option<Dates> {
    of_pieces(&pieces(words, written)?, locale, today, looks_back)
}

/// The same of pieces.
pub(crate) fn of_pieces(
    pieces: &[Piece],
    locale: &str,
    today: Day,
    looks_back: bool,
) -> Option<Dates> {
    let reader = Reader { pieces, order: Order::of(locale), today: today.date(), looks_back };
    let plain = |date: NaiveDate| Dates::Plain(Day::from(date));
    reader
        .spoken()
        .or_else(|| reader.named().map(plain))
        .or_else(|| reader.digits())
        .or_else(|| reader.away().map(plain))
        .or_else(|| reader.weekday())
        .or_else(|| reader.day_of_month().map(plain))
}

struct Reader<'p> {
    pieces: &'p [Piece],
    order: Order,
    today: NaiveDate,
    looks_back: bool,
}

impl Reader<'_> {
    fn get(&self, at: usize) -> Option<&Piece> {
        self.pieces.get(at)
    }

    fn beyond(&self, mut at: usize) -> usize {
        while self.get(at).is_some_and(|piece| {
            (piece.is_any(&GLUE) || piece.is_mark(",.;"))
                && piece.nth("month-").is_none()
                && piece.nth("number-").is_none()
        }) {
            at += 1;
        }
        at
    }

    /// Whether nothing but glue is left.
    fn ends(&self, at: usize) -> Option<()> {
        (self.beyond(at) == self.pieces.len()).then_some(())
    }

    /// Today, tomorrow, the end of the month.
    fn spoken(&self) -> Option<Dates> {
        let at = self.beyond(0);
        let piece = self.get(at)?;
        self.ends(at + 1)?;
        let ahead = if self.looks_back { -1 } else { 1 };
        let days = [
            ("today", 0),
            ("tomorrow", 1),
            ("overmorrow", 2),
            ("yesterday", -1),
            ("ereyesterday", -2),
            ("kal", ahead),
            ("parson", 2 * ahead),
        ];
        let day = Day::from(self.today);
        if let Some((_, days)) = days.into_iter().find(|(key, _)| piece.is(key)) {
            return Some(Dates::Plain(day.plus(days)));
        }
        piece.is("month-end").then(|| {
            let first = self.today.with_day(1).unwrap_or(self.today);
            let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
            Dates::Plain(Day::from(next).plus(-1))
        })
    }

    /// A day and a month by name: `Sunday, July 4`, `4. Juli 2027`, 12月31日.
    fn named(&self) -> Option<NaiveDate> {
        let mut at = self.beyond(0);
        let weekday = self.get(at).and_then(|piece| piece.nth("day-"));
        let is_weekday = weekday.is_some() && self.marked(at).is_none();
        if is_weekday {
            at = self.beyond(at + 1);
        }
        let (year, month, day, end) = self.marked(at).or_else(|| self.spelled(at))?;
        let mut end = self.beyond(end);
        let year = match year {
            Some(year) => Some(year),
            None => match self.get(end).and_then(year_of) {
                Some(year) => {
                    end += 1;
                    Some(year)
                }
                None => None,
            },
        };
        let (behind, end) = self.weekday_behind(end);
        self.ends(end)?;
        let date = self.dated(year, month, day)?;
        let said = weekday.filter(|_| is_weekday).into_iter().chain(behind);
        let agrees = said.into_iter().all(|weekday| date.weekday().number_from_monday() == weekday);
        agrees.then_some(date)
    }

    /// A weekday behind its date, and where it ends: 7月4日(日), `3.10.2027, Sonntag`.
    fn weekday_behind(&self, end: usize) -> (Option<u32>, usize) {
        let at = self.beyond(end);
        let is_enclosed = self.get(at).is_some_and(|piece| piece.is_mark("("));
        let named = at + usize::from(is_enclosed);
        let closes = self.get(named + 1).is_some_and(|piece| piece.is_mark(")"));
        match self.get(named).and_then(|piece| piece.nth("day-")) {
            Some(weekday) if closes == is_enclosed => {
                (Some(weekday), named + 1 + usize::from(is_enclosed))
            }
            _ => (None, end),
        }
    }

    /// 2027年7月4日, 十二月三十一日.
    fn marked(&self, at: usize) -> Option<(Option<i32>, u32, u32, usize)> {
        let (first, next) = self.kanji(at)?;
        if self.get(next)?.is("year-mark") {
            let (month, next) = self.kanji(next + 1)?;
            self.get(next)?.is("month-mark").then_some(())?;
            let (day, next) = self.kanji(next + 1)?;
            self.get(next)?.is("day-mark").then_some(())?;
            return Some((i32::try_from(first).ok(), month, day, next + 1));
        }
        self.get(next)?.is("month-mark").then_some(())?;
        let (day, next) = self.kanji(next + 1)?;
        self.get(next)?.is("day-mark").then_some(())?;
        Some((None, first, day, next + 1))
    }

    /// A number in digits, or in the letters of Japanese up to ninety-nine.
    fn kanji(&self, at: usize) -> Option<(u32, usize)> {
        if let Token::Number(digits) = &self.get(at)?.token {
            return Some((digits.parse().ok()?, at + 1));
        }
        let letter = |at: usize| {
            let piece = self.get(at)?;
            let is_joined =
                matches!(&piece.token, Token::Word(word) if word.chars().all(|c| c >= '\u{3000}'));
            piece.nth("number-").filter(|_| is_joined)
        };
        let first = letter(at)?;
        let second = letter(at + 1);
        Some(match (first, second) {
            (tens @ 2..=9, Some(10)) => match letter(at + 2) {
                Some(ones @ 1..=9) => (tens * 10 + ones, at + 3),
                _ => (tens * 10, at + 2),
            },
            (tens @ 2..=9, Some(more @ 11..=12)) => (tens * 10 + more - 10, at + 2),
            (10, Some(ones @ 1..=9)) => (10 + ones, at + 2),
            (n, _) => (n, at + 1),
        })
    }

    /// A day and a month in words, in either order.
    fn spelled(&self, at: usize) -> Option<(Option<i32>, u32, u32, usize)> {
        if let Some(month) = self.get(at)?.nth("month-") {
            let next = self.beyond(at + 1);
            let (day, end) = self.day(next)?;
            return Some((None, month, day, end));
        }
        let (day, next) = self.day(at)?;
        let next = self.beyond(next);
        let month = self.get(next)?.nth("month-")?;
        Some((None, month, day, next + 1))
    }

    /// A day of a month, with the ending of its number.
    fn day(&self, at: usize) -> Option<(u32, usize)> {
        let piece = self.get(at)?;
        let day = number::whole(piece).filter(|day| (1..=31).contains(day))?;
        let next = at + 1;
        // `5 o 6` is an alternative in Spanish, `5º` a day.
        let has_ending = self.get(next).is_some_and(|ending| {
            let touches = ending.span.start == piece.span.end;
            ending.is("day-ordinal") && touches || ending.is_mark(".º°")
        });
        Some((day, next + usize::from(has_ending)))
    }

    /// `07/04/2027`, `31.12.`, `2027-12-31`.
    fn digits(&self) -> Option<Dates> {
        let mut parts: Vec<&str> = vec![];
        let mut at = self.beyond(0);
        let weekday = self.get(at).and_then(|piece| piece.nth("day-"));
        if weekday.is_some() {
            at = self.beyond(at + 1);
        }
        loop {
            let Token::Number(digits) = &self.get(at)?.token else { return None };
            parts.extend(digits.split('.'));
            at += 1;
            // `31.12.` and `31. 12. 2027`
            let goes_on = self.get(at).is_some_and(|piece| piece.is_mark("-/."))
                && matches!(self.get(at + 1).map(|piece| &piece.token), Some(Token::Number(_)));
            if !goes_on {
                break;
            }
            at += 1;
        }
        let is_dotted = self.get(at).is_some_and(|piece| piece.is_mark("."));
        let end = at + usize::from(is_dotted);
        let (behind, end) = self.weekday_behind(end);
        self.ends(end)?;
        let number = |part: &&str| part.parse::<u32>().ok().filter(|_| part.len() <= 4);
        let numbers: Vec<u32> = parts.iter().map(number).collect::<Option<_>>()?;
        let year = |n: usize| {
            let year = i32::try_from(numbers[n]).ok()?;
            match parts[n].len() {
                4 => Some(year),
                2 => Some(2000 + year),
                _ => None,
            }
        };
        let mut dates: Vec<NaiveDate> = vec![];
        match numbers.as_slice() {
            [_, month, day] if parts[0].len() == 4 || self.order == Order::YearFirst => {
                dates.extend(self.dated(Some(year(0)?), *month, *day));
            }
            [one, other, _] => {
                let year = Some(year(2)?);
                for (day, month) in self.orders(*one, *other) {
                    dates.extend(self.dated(year, month, day));
                }
            }
            [one, other] if parts.iter().all(|part| part.len() <= 2) => {
                for (day, month) in self.orders(*one, *other) {
                    dates.extend(self.dated(None, month, day));
                }
            }
            _ => return None,
        }
        dates.retain(|date| {
            let mut said = weekday.into_iter().chain(behind);
            said.all(|weekday| date.weekday().number_from_monday() == weekday)
        });
        dates.dedup();
        match dates.as_slice() {
            [] => None,
            [date] => Some(Dates::Plain(Day::from(*date))),
            dates => Some(Dates::Either(dates.iter().copied().map(Day::from).collect())),
        }
    }

    /// Day and month of two numbers, as the locale has them.
    fn orders(&self, one: u32, other: u32) -> Vec<(u32, u32)> {
        match self.order {
            Order::DayFirst => vec![(one, other)],
            Order::MonthFirst | Order::YearFirst => vec![(other, one)],
            Order::Either => vec![(other, one), (one, other)],
        }
    }

    /// `in 2 weeks`, `hace dos días`, 3日後.
    fn away(&self) -> Option<NaiveDate> {
        let mut at = self.beyond_prefix();
        let is_ago = self.get(at)?.is("ago");
        let is_in = self.get(at)?.is("in");
        at += usize::from(is_ago || is_in);
        let piece = self.get(at)?;
        let pairs = [("two-days", "unit-day"), ("two-weeks", "unit-week")];
        let pair = pairs.into_iter().find(|(key, _)| piece.is(key));
        let (n, unit, next) = match pair {
            Some((_, unit)) => (2, unit, at + 1),
            None => {
                let one = || piece.is("article").then_some(1);
                let word = || Some((number::whole(piece).or_else(one)?, at + 1));
                let (n, next) = self.kanji(at).or_else(word)?;
                let named = self.get(next)?;
                let unit = ["unit-day", "unit-week", "unit-month"]
                    .into_iter()
                    .find(|key| named.is(key))?;
                (n, unit, next + 1)
            }
        };
        let next = if self.get(next).is_some_and(|piece| piece.is_any(&["ago-behind", "in-behind"]))
        {
            next
        } else {
            self.beyond(next)
        };
        let behind = self.get(next);
        let is_ago_behind = behind.is_some_and(|piece| piece.is("ago-behind"));
        let is_in_behind = behind.is_some_and(|piece| piece.is("in-behind"));
        let sides = [is_ago, is_in, is_ago_behind, is_in_behind].into_iter().filter(|side| *side);
        (sides.count() == 1).then_some(())?;
        self.ends(next + usize::from(is_ago_behind || is_in_behind))?;
        let n = Some(n).filter(|n| (1..=AWAY_MAX).contains(n))?;
        let back = is_ago || is_ago_behind;
        if unit == "unit-month" {
            let months = Months::new(n);
            return match back {
                true => self.today.checked_sub_months(months),
                false => self.today.checked_add_months(months),
            };
        }
        let days = i32::try_from(if unit == "unit-week" { n * 7 } else { n }).ok()?;
        Some(Day::from(self.today).plus(if back { -days } else { days }).date())
    }

    /// What begins a distance may be glue as well.
    fn beyond_prefix(&self) -> usize {
        let mut at = 0;
        while self.get(at).is_some_and(|piece| {
            piece.is_any(&GLUE) && !piece.is_any(&["in", "ago"]) && number::whole(piece).is_none()
        }) {
            at += 1;
        }
        at
    }

    /// A weekday: the next one, or the last one.
    fn weekday(&self) -> Option<Dates> {
        let mut at = self.beyond(0);
        let mut which = None;
        let words = ["next", "coming", "past-day", "next-week-of"];
        let said = |at: usize| {
            words.into_iter().find(|key| self.get(at).is_some_and(|piece| piece.is(key)))
        };
        if let Some(word) = said(at) {
            which = Some(word);
            at = self.beyond(at + 1);
        }
        let weekday = self.get(at)?.nth("day-")?;
        let mut end = self.beyond(at + 1);
        if which.is_none()
            && let Some(word) = said(end)
        {
            which = Some(word);
            end += 1;
        }
        self.ends(end)?;
        let today = Day::from(self.today);
        let ahead = (1..=7).map(|days| today.plus(days));
        let next = ahead.into_iter().find(|day| u32::from(day.weekday()) == weekday)?;
        let last = (1..=7)
            .map(|days| today.plus(-days))
            .find(|day| u32::from(day.weekday()) == weekday)?;
        Some(match which {
            None if self.looks_back => Dates::Plain(last),
            None | Some("coming") => Dates::Plain(next),
            Some("past-day") => Dates::Plain(last),
            Some("next-week-of") => {
                let monday = today.plus(1 - i32::from(today.weekday()));
                Dates::Plain(monday.plus(7 + i32::try_from(weekday).ok()? - 1))
            }
            // This week's or that of the next one: where it is this week's no more, there is no question.
            Some(_) => {
                let is_this_week = next.weekday() > today.weekday() && next.0 - today.0 < 7;
                if is_this_week {
                    Dates::Either(vec![next, next.plus(7)])
                } else {
                    Dates::Plain(next)
                }
            }
        })
    }

    /// `the 20th`.
    fn day_of_month(&self) -> Option<NaiveDate> {
        let at = self.beyond(0);
        let (day, next) = self.day(at)?;
        let is_marked = next > at + 1 || self.get(next).is_some_and(|piece| piece.is("day-mark"));
        let has_article = at > 0;
        (is_marked || has_article).then_some(())?;
        let next = next + usize::from(self.get(next).is_some_and(|piece| piece.is("day-mark")));
        self.ends(next)?;
        let first = self.today.with_day(1)?;
        let months = 0..=12;
        let mut dates = months.filter_map(|months| {
            let month = match self.looks_back {
                true => first.checked_sub_months(Months::new(months))?,
                false => first.checked_add_months(Months::new(months))?,
            };
            month.with_day(day)
        });
        dates.find(|date| if self.looks_back { *date <= self.today } else { *date >= self.today })
    }

    /// The day of a month, in the nearest year where none is said.
    fn dated(&self, year: Option<i32>, month: u32, day: u32) -> Option<NaiveDate> {
        if let Some(year) = year {
            return NaiveDate::from_ymd_opt(year, month, day).filter(|_| YEARS.contains(&year));
        }
        // A leap day comes every four years, or eight.
        let years = (0..=8).map(|n| self.today.year() + if self.looks_back { -n } else { n });
        let mut dates = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
        dates.find(|date| if self.looks_back { *date <= self.today } else { *date >= self.today })
    }
}

fn year_of(piece: &Piece) -> Option<i32> {
    let Token::Number(digits) = &piece.token else { return None };
    digits.parse().ok().filter(|_| digits.len() == 4)
}
