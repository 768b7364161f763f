//! What is typed without a name, given to the parameters that it says: an event, a person, a time, days, one of a few
//! values, in any order. All of the words find a place, or none does.

use std::ops::Range;

use engine::Error;

use crate::command::choices;
use crate::command::context::Context;
use crate::command::definition::{Args, Command, Kind, Param, Says, Who};
use crate::command::pick_event;
use crate::locale::is_off;
use crate::parse::titles::{Found, Text};
use crate::parse::token::Token;
use crate::parse::vocabulary::{Piece, pieces};
use crate::parse::{date, schedule, times};

/// Pieces of the longest value.
const VALUE_MAX: usize = 12;
const GLUE: [&str; 8] =
    ["filler", "call-filler", "date-filler", "time-filler", "article", "per", "and", "from"];

/// The values of a call of which words say several parameters; none where they are the value of one.
pub(crate) async fn spread(command: &Command, ctx: &Context<'_>) -> Result<Option<Args>, Error> {
    // A check-in is read by a grammar of its own.
    if command.params.iter().any(|param| param.kind == Kind::Task) {
        return Ok(None);
    }
    let free = command.free.and_then(|free| command.params.iter().find(|param| param.name == free));
    // Words behind the title of an event say others too: `event:Read 20:00`.
    let event = command.params.iter().find(|param| matches!(param.kind, Kind::Event(_)));
    let written = [free, event].into_iter().flatten().find(|param| ctx.arg(param.name).is_some());
    let Some(free) = written.filter(|param| is_said(param)) else { return Ok(None) };
    let Some(typed) = ctx.arg(free.name) else { return Ok(None) };
    let is_open = |param: &&Param| param.name == free.name || ctx.arg(param.name).is_none();
    let open: Vec<&Param> = command.params.iter().filter(is_open).collect();
    let says_more = open.iter().any(|param| param.name != free.name && is_said(param));
    if !says_more && command.rest.is_none() {
        return Ok(None);
    }
    if pieces(ctx.words, typed).is_none() {
        return Ok(None);
    }
    let mut reader = Reader {
        ctx,
        open,
        written: typed,
        text: Text::of(typed),
        free: free.name,
        taken: vec![],
        args: vec![],
    };
    if reader.find_event().await?.is_none() {
        return Ok(None);
    }
    reader.find_person().await?;
    let Some(rest) = reader.find_values() else { return Ok(None) };
    let mut args = reader.args;
    let names_one = args.iter().any(|(name, _)| name == "event" || name == "user");
    match command.rest {
        _ if rest.is_empty() => {}
        Some(param) if names_one && ctx.arg(param).is_none() => args.push((param.to_owned(), rest)),
        _ => return Ok(None),
    }
    if args.is_empty() {
        return Ok(None);
    }
    let given = ctx.args.iter().filter(|(name, _)| name != free.name).cloned();
    Ok(Some(given.chain(args).collect()))
}

/// Whether a value can be told from other words.
fn is_said(param: &Param) -> bool {
    match param.kind {
        Kind::Event(_) | Kind::Person | Kind::Day | Kind::Spoken(_) | Kind::OneOf(_) => true,
        Kind::Text { .. } | Kind::Zone | Kind::Task | Kind::Command | Kind::File | Kind::Role => {
            false
        }
    }
}

struct Reader<'r> {
    ctx: &'r Context<'r>,
    /// Parameters that have no value yet.
    open: Vec<&'r Param>,
    written: &'r str,
    text: Text<'r>,
    /// The parameter whose words these are.
    free: &'static str,
    /// What has been read.
    taken: Vec<Range<usize>>,
    args: Args,
}

impl Reader<'_> {
    /// The event that is named. None where the words are a title as they stand.
    async fn find_event(&mut self) -> Result<Option<()>, Error> {
        let who = self.open.iter().find_map(|param| match param.kind {
            Kind::Event(who) => Some((param.name, who)),
            _ => None,
        });
        let Some((name, who)) = who else { return Ok(Some(())) };
        // Whom one hosts for may be in events that one is not in.
        let events = pick_event::matching(self.ctx, who, "").await?;
        let events = match who {
            Who::Mine | Who::Seen => events,
            Who::NotMine => return Ok(None),
        };
        let named = |find: &dyn Fn(&str) -> Option<Found>| {
            let found = events.iter().filter_map(|event| Some((event, find(&event.title)?)));
            found.reduce(|one, other| if other.1.beats(&one.1) { other } else { one })
        };
        let found = named(&|title| self.text.find(title))
            .or_else(|| named(&|title| self.text.find_almost(title)));
        let Some((event, found)) = found else { return Ok(Some(())) };
        if found.span.start == 0 && found.span.end == self.written.len() {
            return Ok(None);
        }
        self.args.push((name.to_owned(), event.title.clone()));
        self.taken.push(found.span);
        Ok(Some(()))
    }

    /// Somebody who is mentioned, or is called so among those in one's events.
    async fn find_person(&mut self) -> Result<(), Error> {
        let Some(param) = self.open.iter().find(|param| param.kind == Kind::Person) else {
            return Ok(());
        };
        let starts = self
            .written
            .char_indices()
            .filter(|(at, _)| *at == 0 || self.written[..*at].ends_with(char::is_whitespace));
        let free = |span: &Range<usize>| {
            self.taken.iter().all(|taken| span.end <= taken.start || taken.end <= span.start)
        };
        for (start, _) in starts {
            let (name, _) = self.ctx.person_first(&self.written[start..]);
            let span = start..start + name.len();
            let is_mention = name.starts_with('@') || self.ctx.is_mentioned(name);
            if is_mention && !name.is_empty() && free(&span) {
                self.args
                    .push((param.name.to_owned(), name.trim_end_matches([',', ':']).to_owned()));
                self.taken.push(span);
                return Ok(());
            }
        }
        let companions = self.ctx.engine().people().companions(self.ctx.person.id).await?;
        let found = companions.iter().filter_map(|(_, name)| {
            Some((name, self.text.find(name).filter(|found| free(&found.span))?))
        });
        let found = found.reduce(|one, other| if other.1.beats(&one.1) { other } else { one });
        if let Some((name, found)) = found {
            self.args.push((param.name.to_owned(), name.clone()));
            self.taken.push(found.span);
        }
        Ok(())
    }

    /// Whatever else is said, and the words that are left over. None where something is said twice.
    fn find_values(&mut self) -> Option<String> {
        self.taken.sort_by_key(|span| span.start);
        let ends = self.taken.iter().map(|span| span.start).chain([self.written.len()]);
        let starts = [0].into_iter().chain(self.taken.iter().map(|span| span.end));
        let segments: Vec<Range<usize>> = starts.zip(ends).map(|(start, end)| start..end).collect();
        let mut days: Vec<Spoken> = vec![];
        let mut rest: Vec<&str> = vec![];
        for segment in segments {
            let written = &self.written[segment];
            let pieces = pieces(self.ctx.words, written)?;
            let (mut at, mut begin) = (0, None);
            while at < pieces.len() {
                if begin.is_none()
                    && let Some((value, end)) = self.value(written, &pieces, at)
                {
                    match value {
                        Value::Of(name, value) => {
                            if self.args.iter().any(|(known, _)| known == name) {
                                return None;
                            }
                            self.args.push((name.to_owned(), value));
                        }
                        Value::Day(day) => days.push(day),
                    }
                    at = end;
                    continue;
                }
                let is_idle =
                    matches!(pieces[at].token, Token::Mark(',' | ';' | ':' | '.' | '-' | '|'))
                        || pieces[at].is_any(&GLUE);
                if !is_idle {
                    begin = begin.or(Some(at));
                }
                at += 1;
            }
            if let Some(begin) = begin {
                rest.push(written[pieces[begin].span.start..].trim());
            }
        }
        self.give(days)?;
        Some(rest.join(" "))
    }

    /// The longest value that begins at a piece.
    fn value(&self, written: &str, pieces: &[Piece], at: usize) -> Option<(Value, usize)> {
        let most = VALUE_MAX.min(pieces.len() - at);
        (1..=most).rev().find_map(|length| {
            let end = at + length;
            let words = &written[pieces[at].span.start..pieces[end - 1].span.end];
            let value =
                self.open.iter().find_map(|param| self.of_param(param, words, &pieces[at..end]))?;
            Some((value, end))
        })
    }

    fn of_param(&self, param: &Param, words: &str, pieces: &[Piece]) -> Option<Value> {
        let ctx = self.ctx;
        let said = || Value::Of(param.name, words.to_owned());
        let today = ctx.person.setting.day_of(ctx.now());
        match param.kind {
            Kind::Spoken(Says::Times) => {
                (is_off(words) || times::read(ctx.words, words).is_some()).then(said)
            }
            Kind::Spoken(Says::Rhythm) => schedule::cadence(ctx.words, words).map(|_| said()),
            Kind::Spoken(Says::Date) => {
                date::first_day(ctx.words, ctx.locale(), words, today)?;
                let lasts = date::lasting(ctx.words, words).is_some();
                Some(Value::Day(Spoken {
                    words: words.to_owned(),
                    is_end: lasts || starts_with(pieces, "range"),
                    is_start: starts_with(pieces, "from"),
                }))
            }
            Kind::Day => {
                let read = |looks_back| ctx.read_day(words, today, looks_back).is_some();
                let is_day = date::named(words).is_some() || read(true) || read(false);
                is_day.then(|| {
                    Value::Day(Spoken {
                        words: words.to_owned(),
                        is_end: starts_with(pieces, "range"),
                        is_start: starts_with(pieces, "from"),
                    })
                })
            }
            Kind::OneOf(values) => {
                let mut meant = self.open.iter().filter_map(|param| match param.kind {
                    Kind::OneOf(values) => choices::named(values, words),
                    _ => None,
                });
                // What is one of the values of two parameters says neither.
                meant.next().filter(|_| meant.next().is_none())?;
                choices::named(values, words).map(|value| Value::Of(param.name, value.to_owned()))
            }
            Kind::Event(_)
            | Kind::Person
            | Kind::Text { .. }
            | Kind::Zone
            | Kind::Task
            | Kind::Command
            | Kind::File
            | Kind::Role => None,
        }
    }

    /// Gives days to the parameters that take one, in their order, unless they say which.
    fn give(&mut self, days: Vec<Spoken>) -> Option<()> {
        let takers: Vec<&str> = self
            .open
            .iter()
            .filter(|param| matches!(param.kind, Kind::Day | Kind::Spoken(Says::Date)))
            .map(|param| param.name)
            .collect();
        for (n, day) in days.iter().enumerate() {
            let taker = match takers[..] {
                [] => None,
                [only] => Some(only),
                [first, ..] if day.is_start => Some(first),
                [_, last, ..] if day.is_end => Some(last),
                // What begins by itself is told when it ends.
                [first, last, ..] if days.len() == 1 => {
                    Some(if self.free == first { first } else { last })
                }
                [..] => takers.get(n).copied(),
            };
            let taker = taker.filter(|name| self.args.iter().all(|(known, _)| known != name))?;
            self.args.push((taker.to_owned(), day.words.clone()));
        }
        Some(())
    }
}

fn starts_with(pieces: &[Piece], key: &str) -> bool {
    pieces.first().is_some_and(|piece| piece.is(key))
}

enum Value {
    Of(&'static str, String),
    Day(Spoken),
}

/// A day, or a length of time.
struct Spoken {
    words: String,
    is_start: bool,
    is_end: bool,
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    /// Ada and Ken read and run.
    async fn world() -> World {
        let world = World::with_event("Read").await;
        world.say("host", "/event create Run").await;
        for name in ["ada", "ken"] {
            for title in ["Read", "Run"] {
                world.say(name, &format!("/join {title}")).await;
            }
        }
        world
    }

    #[tokio::test]
    async fn a_reminder_is_said_in_any_order() {
        let world = world().await;
        for line in [
            "/remind Read 20:00",
            "/remind 20:00 Read",
            "/remind at 8 pm for Read",
            "/remind Read um 20 Uhr",
            "/remind at:20:00 event:Read",
            "/remind Read by dm 20:00",
            "/remind event:Read 20:00",
        ] {
            let set = world.say("ada", line).await;
            assert!(set.starts_with("I will remind you of Read at 20:00"), "{line}: {set}");
        }
        let set = world.say("ada", "/remind Run on mondays and fridays at 7:30").await;
        assert!(set.starts_with("I will remind you of Run at 07:30"), "{set}");
        assert!(set.contains("Only on Monday, Friday."), "{set}");
        let off = world.say("ada", "/remind Run off").await;
        assert!(off.contains("Run") && off.starts_with("No more"), "{off}");
        let odd = world.say("ada", "/remind Read 20:00 banana").await;
        assert!(!odd.starts_with("I will remind you"), "{odd}");
    }

    #[tokio::test]
    async fn a_pause_is_said_in_any_order() {
        for (line, last) in [
            ("/pause Read 2 semanas", "Sun 15 Mar"),
            ("/pause 2 Wochen Read", "Sun 15 Mar"),
            ("/pause Read from 2026-03-05 until 2026-03-09", "Mon 9 Mar"),
            ("/pause until 2026-03-09 Read", "Mon 9 Mar"),
        ] {
            let paused = world().await.say("ada", line).await;
            assert!(paused.contains("Read rests"), "{line}: {paused}");
            assert!(paused.contains(&format!("to {last}")), "{line}: {paused}");
        }
        let one = World::with_event("Read").await;
        one.say("ada", "/join").await;
        let paused = one.say("ada", "/pause 2 Wochen").await;
        assert!(paused.contains("to Sun 15 Mar"), "{paused}");
    }

    #[tokio::test]
    async fn people_are_called_by_the_names_they_have_in_events() {
        let world = world().await;
        let cheer = world.say("ken", "/cheer Ada").await;
        assert!(cheer.starts_with("👏 ken cheers for ada."), "{cheer}");
        let cheer = world.say("ada", "/cheer Ken well done").await;
        assert_eq!(cheer, "👏 ada cheers for ken.\n“well done”");
        world.say("anna schmidt", "/join Read").await;
        let cheer = world.say("ken", "/cheer Anna Schmidt").await;
        assert!(cheer.starts_with("👏 ken cheers for anna schmidt."), "{cheer}");
        let nobody = world.say("ada", "/cheer Zoe").await;
        assert!(nobody.starts_with("I have not met Zoe yet."), "{nobody}");
        // Who shares no event with me is nobody to me.
        let world = World::with_event("Swim").await;
        world.say("zoe", "/join Swim").await;
        let nobody = world.say("ada", "/cheer Zoe").await;
        assert!(nobody.starts_with("I have not met Zoe yet."), "{nobody}");
    }

    #[tokio::test]
    async fn labels_are_values_in_every_language() {
        let world = world().await;
        let made = world.say("ada", "/event create Duell mode:Wettbewerb ends:\"2 weeks\"").await;
        assert!(made.contains("A contest"), "{made}");
        let board = world.say("ada", "/leaderboard diese Woche Read").await;
        assert!(board.contains("Read · days in all · this week"), "{board}");
        world.say("ada", "/privacy delete").await;
        let kept = world.say("ada", "/privacy behalten").await;
        assert!(!kept.starts_with("I do not know"), "{kept}");
        let odd = world.say("ada", "/event create Odd mode:seltsam").await;
        assert_eq!(
            odd,
            "I do not know “seltsam” for mode. It is one of: a habit among friends, a contest: nothing is forgiven."
        );
    }
}
