//! Nobody has more than the rules give them, whatever they try (X24): the scripts of `cheats.txt`, which says how they are
//! written, each played in a world of its own.

use engine::rules::{Action, CheckIn, Instant, Key, Standing};
use engine::{By, EventId, GroupStreak, Limits, Membership, Person, Question};
use std::collections::{BTreeMap, BTreeSet};

use crate::message::{CallbackId, Input, Reply, Request};
use crate::testing::shown;
use crate::testing::world::{World, account, press_under};

const SCRIPTS: &str = include_str!("cheats.txt");
const SCRIPTS_MIN: usize = 60;
const CHAPTERS: [&str; 5] = ["clocks", "days", "requests", "people", "hosts"];

struct Script {
    chapter: &'static str,
    name: &'static str,
    lines: Vec<&'static str>,
}

/// What was said, and what was answered.
struct Said {
    by: String,
    request: Request,
    reply: Reply,
}

/// A world in which a script is played.
struct Stage {
    world: World,
    said: Vec<Said>,
    told: Vec<String>,
    events: BTreeMap<String, EventId>,
    /// How many expectations were held against what is.
    held: usize,
}

/// Whether a line was played and held, or what is different.
type Played = Result<(), String>;

fn scripts() -> Vec<Script> {
    let script = |written: &'static str| {
        let mut lines = written.lines();
        let heading = lines.next().unwrap_or_default();
        let (chapter, name) = heading.split_once(": ").unwrap_or((heading, ""));
        Script { chapter, name, lines: lines.filter(|line| !line.is_empty()).collect() }
    };
    SCRIPTS.split("\n# ").skip(1).map(script).collect()
}

/// A line in two parts.
fn parted<'l>(line: &'l str, by: &str) -> Result<(&'l str, &'l str), String> {
    line.rsplit_once(by).ok_or_else(|| format!("no “{by}” in “{line}”"))
}

fn instant(written: &str) -> Result<Instant, String> {
    let seconds = if written.len() == "2026-03-01T12:00".len() { ":00Z" } else { "Z" };
    let at = format!("{written}{seconds}").parse::<chrono::DateTime<chrono::Utc>>();
    at.map(Instant::from).map_err(|odd| format!("{written}: {odd}"))
}

fn number<N: std::str::FromStr>(written: &str) -> Result<N, String> {
    written.parse().map_err(|_| format!("“{written}” is no number"))
}

/// The code that stands behind some words.
fn code_behind(words: &str, text: &str) -> Option<String> {
    let (_, rest) = text.split_once(words)?;
    let code: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
    (!code.is_empty()).then_some(code)
}

/// A number of somebody who never joined is 0.
fn number_of(standing: Option<&Standing>, what: &str) -> Option<i64> {
    let of = |number: fn(&Standing) -> i64| Some(standing.map_or(0, number));
    match what {
        "current" => of(|standing| standing.current.into()),
        "longest" => of(|standing| standing.longest.into()),
        "total" => of(|standing| standing.total.into()),
        "entries" => of(|standing| standing.entries.into()),
        "freezes" => of(|standing| standing.freezes.into()),
        "frozen" => of(|standing| standing.frozen.into()),
        "points" => of(|standing| standing.points_milli / 1000),
        _ => None,
    }
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, found: T, wanted: T) -> Played {
    if found == wanted { Ok(()) } else { Err(format!("{what}: {found:?} instead of {wanted:?}")) }
}

impl Stage {
    async fn new() -> Stage {
        let (said, told, events) = (vec![], vec![], BTreeMap::new());
        Stage { world: World::new().await, said, told, events, held: 0 }
    }

    async fn play(&mut self, line: &str) -> Played {
        let line = self.filled_in(line);
        if let Some((who, said)) = line.split_once(": /") {
            return self.says(who, &format!("/{said}")).await;
        }
        let (who, rest) = line.split_once(' ').unwrap_or((line.as_str(), ""));
        let (verb, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        match (who, verb) {
            ("at", at) => self.world.now = instant(at)?,
            ("unheard", "since") => self.world.unheard_since = Some(instant(rest)?),
            ("limits", what) => self.limit(what, number(rest)?)?,
            (_, "taps") => {
                let (label, whose) = parted(rest, " of ")?;
                self.taps(who, label, whose).await?;
            }
            (_, "forges") => {
                let (press, title) = parted(rest, " in ")?;
                let (verb, arg) = press.split_once(' ').unwrap_or((press, ""));
                let press = CallbackId::new(verb, Some(self.event(title).await?), arg);
                self.presses(who, press.to_string()).await?;
            }
            (_, "links") => self.links(who, rest).await?,
            _ => {
                self.held += 1;
                self.holds(who, verb, rest).await?;
            }
        }
        Ok(())
    }

    /// What is held against what is.
    async fn holds(&mut self, who: &str, verb: &str, rest: &str) -> Played {
        match (who, verb) {
            ("told", times) => {
                let told = self.world.told().await;
                self.told.extend(told);
                let found = self.told.iter().filter(|told| told.contains(rest)).count();
                same(rest, found, number(times)?)
            }
            ("group", "of") => {
                let (title, wanted) = parted(rest, " has ")?;
                let event = self.event(title).await?;
                let memberships = self.world.talk.engine.memberships();
                match memberships.group(event, self.world.now).await {
                    Ok(Some(GroupStreak::Counted(group))) => {
                        same("the group", group.current, number(wanted)?)
                    }
                    other => Err(format!("{other:?}")),
                }
            }
            ("board", "of") => {
                let (title, wanted) = parted(rest, ": ")?;
                same("the board", self.board(title).await?.as_str(), wanted)
            }
            (_, "hears") => {
                let heard = shown(&self.last(|said| said.by == who)?.reply);
                let is_wanted = match rest.strip_prefix("nothing of ") {
                    Some(words) => !heard.contains(words),
                    None => heard.contains(rest),
                };
                if is_wanted { Ok(()) } else { Err(heard) }
            }
            (_, "has") => {
                let (numbers, title) = parted(rest, " in ")?;
                self.has(who, numbers, title).await
            }
            (_, "is") => match (rest.strip_prefix("in "), rest.strip_prefix("out of ")) {
                (Some(title), _) => same("is in", self.is_in(who, title).await?, true),
                (_, Some(title)) => same("is in", self.is_in(who, title).await?, false),
                (None, None) => Err("in, or out of".to_owned()),
            },
            (_, "checks") => {
                let (act, wanted) = parted(rest, ": ")?;
                let (at, title) = parted(act, " in ")?;
                let at = at.strip_prefix("in as of ").ok_or("as of when?")?;
                same(at, self.checks_in(who, at, title).await?.as_str(), wanted)
            }
            _ => Err("nobody knows what this means".to_owned()),
        }
    }

    /// The last code stands where a line has `{code}` or `{link}`.
    fn filled_in(&self, line: &str) -> String {
        let mut line = line.to_owned();
        for (mark, words) in [("{code}", "/join code:"), ("{link}", "/link “")] {
            let mut said = self.said.iter().rev();
            if let Some(code) = said.find_map(|said| code_behind(words, &said.reply.plain())) {
                line = line.replace(mark, &code);
            }
        }
        line
    }

    fn last(&self, is_meant: impl Fn(&Said) -> bool) -> Result<&Said, String> {
        let mut said = self.said.iter().rev();
        said.find(|said| is_meant(said)).ok_or_else(|| "nothing like it was said".to_owned())
    }

    async fn says(&mut self, who: &str, line: &str) -> Played {
        let (name, ways) = who.split_once(" (").unwrap_or((who, ""));
        let ways = ways.trim_end_matches(')').split("; ").filter(|way| !way.is_empty());
        let ways = ways.map(|way| way.split_once(' ').unwrap_or((way, "")));
        let ways: Vec<(&str, &str)> = ways.collect();
        let days = ways.iter().find(|(way, _)| *way == "daily").map_or("1", |(_, days)| *days);
        for day in 0..number::<u32>(days)? {
            if day > 0 {
                self.world.next_day();
            }
            let request = self.request(name, Input::Line(line.to_owned()), &ways)?;
            self.ask(name, request).await?;
        }
        Ok(())
    }

    /// What somebody says, in these ways.
    fn request(&self, name: &str, said: Input, ways: &[(&str, &str)]) -> Result<Request, String> {
        let mut request = self.world.request(name, said);
        for (way, what) in ways {
            match *way {
                "private" => {
                    request.place.community = None;
                    request.place.address = request.place.private_address.clone();
                }
                "to" => request.replied_to = Some(account(what)),
                "sent" => request.sent_at = Some(instant(what)?),
                "file" => request.files = vec![(*what).to_owned()],
                "again" => {
                    let is_same = |old: &Said| old.by == name && old.request.said == request.said;
                    request.key = self.last(is_same)?.request.key.clone();
                }
                "key" => request.key = self.last(|old| old.by == *what)?.request.key.clone(),
                "daily" => {}
                _ => return Err(format!("nobody says “{way}”")),
            }
        }
        Ok(request)
    }

    async fn ask(&mut self, by: &str, request: Request) -> Played {
        let answer = self.world.talk.answer(&request).await.map_err(|fault| fault.to_string())?;
        let reply = answer.ok_or("nothing was answered")?;
        self.said.push(Said { by: by.to_owned(), request, reply });
        Ok(())
    }

    async fn presses(&mut self, name: &str, press: String) -> Played {
        let request = self.world.request(name, Input::Callback(press));
        self.ask(name, request).await
    }

    async fn taps(&mut self, name: &str, label: &str, whose: &str) -> Played {
        let mut theirs = self.said.iter().rev().filter(|said| said.by == whose);
        let press = theirs.find_map(|said| press_under(&said.reply, label));
        self.presses(name, press.ok_or_else(|| format!("no button “{label}”"))?).await
    }

    async fn links(&mut self, maker: &str, typist: &str) -> Played {
        let (maker_alone, typist_alone) =
            (format!("{maker} (private)"), format!("{typist} (private)"));
        self.says(&maker_alone, "/link").await?;
        let line = self.filled_in("/link {link}");
        self.says(&typist_alone, &line).await?;
        self.taps(typist, "Yes, link us", typist).await?;
        self.says(&maker_alone, "/link").await?;
        self.taps(maker, "Yes, that is me", maker).await
    }

    fn limit(&mut self, what: &str, n: u32) -> Played {
        let none = Limits::default();
        let limits = match what {
            "check_ins" => Limits { check_ins: n, ..none },
            "person_check_ins" => Limits { person_check_ins: n, ..none },
            "new_events" => Limits { new_events: n, ..none },
            _ => return Err(format!("no limit “{what}”")),
        };
        self.world.talk.engine = self.world.talk.engine.clone().with_limits(limits);
        Ok(())
    }

    /// The event of this title, which the host has made.
    async fn event(&mut self, title: &str) -> Result<EventId, String> {
        if let Some(known) = self.events.get(title) {
            return Ok(*known);
        }
        let host = self.person("host").await?.ok_or("there is no host")?;
        let found = self.world.talk.engine.events().find(host.id, None, title, 1).await;
        let found = found.map_err(|fault| fault.to_string())?.pop();
        let event = found.ok_or_else(|| format!("no event “{title}”"))?.id;
        self.events.insert(title.to_owned(), event);
        Ok(event)
    }

    async fn person(&self, name: &str) -> Result<Option<Person>, String> {
        let account = account(name);
        let people = self.world.talk.engine.people();
        let found = people.find(account.platform, &account.external_id).await;
        found.map_err(|fault| fault.to_string())
    }

    async fn membership(&mut self, name: &str, title: &str) -> Result<Membership, String> {
        let event = self.event(title).await?;
        let person = self.person(name).await?.ok_or_else(|| format!("nobody knows {name}"))?;
        Ok(Membership { event, person: person.id })
    }

    async fn has(&mut self, name: &str, numbers: &str, title: &str) -> Played {
        let of = self.membership(name, title).await?;
        let engine = &self.world.talk.engine;
        let view = engine.memberships().view(of, self.world.now).await;
        let view = view.map_err(|fault| fault.to_string())?;
        let standing = view.map(|view| view.life.standing);
        for wanted in numbers.split(", ") {
            let (what, wanted) = parted(wanted, " ")?;
            let found = match what {
                "cheers" => engine.people().cheers(of.person).await.ok().map(u64::cast_signed),
                _ => number_of(standing.as_ref(), what),
            };
            same(what, found, Some(number(wanted)?))?;
        }
        Ok(())
    }

    async fn is_in(&mut self, name: &str, title: &str) -> Result<bool, String> {
        let of = self.membership(name, title).await?;
        let theirs = self.world.talk.engine.memberships().of(of.person).await;
        Ok(theirs.map_err(|fault| fault.to_string())?.contains(&of))
    }

    /// Who stands on a board, from the first place on.
    async fn board(&mut self, title: &str) -> Result<String, String> {
        let event = self.event(title).await?;
        let all = Question::top(By::Current, 100);
        let board = self.world.talk.engine.leaderboards().page(event, &all, self.world.now).await;
        let rows = board.map_err(|fault| fault.to_string())?.rows;
        Ok(rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>().join(", "))
    }

    /// What the engine answers to a check-in that says when it was sent.
    async fn checks_in(&mut self, name: &str, at: &str, title: &str) -> Result<String, String> {
        let of = self.membership(name, title).await?;
        let sent_at = Some(instant(at)?);
        let check_in = CheckIn { sent_at, ..CheckIn::now(Key(format!("{name} as of {at}"))) };
        let action = Action::CheckIn(check_in);
        match self.world.talk.engine.memberships().act(of, self.world.now, action).await {
            Ok(_) => Ok("ok".to_owned()),
            Err(engine::Error::Refused(refusal)) => Ok(refusal.code().to_owned()),
            Err(fault) => Err(fault.to_string()),
        }
    }
}

/// Plays the scripts of a chapter, each to its end or to the first line that does not hold.
async fn play(chapter: &str) {
    let mut wrong = vec![];
    for script in scripts().iter().filter(|script| script.chapter == chapter) {
        let mut stage = Stage::new().await;
        for line in &script.lines {
            if let Err(why) = stage.play(line).await {
                wrong.push(format!("{}\n    {line}\n    {why}", script.name));
                break;
            }
        }
        assert!(
            stage.held > 0 || !wrong.is_empty(),
            "{} says of nobody what they have",
            script.name
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn at_least_sixty_ways_to_cheat_are_tried() {
    let scripts = scripts();
    let names: BTreeSet<&str> = scripts.iter().map(|script| script.name).collect();
    assert_eq!(names.len(), scripts.len(), "two scripts of one name");
    let odd = scripts.iter().find(|script| !CHAPTERS.contains(&script.chapter));
    assert_eq!(odd.map(|script| script.name), None, "in no chapter");
    assert!(scripts.len() >= SCRIPTS_MIN, "{}", scripts.len());
}

#[tokio::test]
async fn no_journey_and_no_day_start_makes_a_day_more() {
    play("clocks").await;
}

#[tokio::test]
async fn no_day_counts_that_is_not_there_to_be_had() {
    play("days").await;
}

#[tokio::test]
async fn nothing_counts_for_more_than_it_is() {
    play("requests").await;
}

#[tokio::test]
async fn nobody_counts_twice_or_comes_in_where_they_may_not() {
    play("people").await;
}

#[tokio::test]
async fn what_has_been_is_changed_by_nobody_who_may_not() {
    play("hosts").await;
}
