//! The card of an event: what it asks for, how often, and the ways in.

use engine::rules::{Cadence, GroupRule, Instant, Scope, Weekdays};
use engine::{Error, Event, EventId, PersonId, ProofRule, Visibility};
use std::collections::BTreeSet;

use crate::command::{Context, Talk};
use crate::locale::{Arg, Words};
use crate::message::{Button, CallbackId, Frame, Reply, Text, label};
use crate::parse::zone;
use crate::view::buttons;
use crate::view::pictures;
use crate::view::progress;

/// What stands before a code in the button of an invitation.
pub const CODE: &str = "c_";

/// What stands before an event in a link for whoever made it.
pub(crate) const OWN: &str = "v_";

/// What its maker finds behind such a link: the event, and the way to its code.
pub(crate) fn own(ctx: &Context<'_>, event: &Event) -> Reply {
    let press = CallbackId::new("event-invite", Some(event.id), "");
    let invite = Button::press(ctx.words.plain("button-invite", &[]), press).main();
    let reply = Reply::only(about(ctx.words, event, ctx.now())).with([invite]).secret_if(true);
    pictures::framed(event.id, reply)
}

pub(crate) fn join_button(words: Words, event: EventId) -> Button {
    Button::press(words.plain("button-join", &[]), CallbackId::new("join", Some(event), "")).main()
}

/// The button of an invitation: it lets in whoever presses it as long as the code works.
pub(crate) fn code_button(words: Words, code: &str) -> Button {
    let press = CallbackId::new("join", None, &format!("{CODE}{code}"));
    Button::press(words.plain("button-join", &[]), press).main()
}

pub(crate) fn titled_join_button(ctx: &Context<'_>, event: &Event) -> Button {
    let title = label::label(&event.title);
    let label = ctx.words.plain("button-join-titled", &[("title", Arg::Text(&title))]);
    Button { label, ..join_button(ctx.words, event.id) }
}

impl Talk {
    /// What the community of an event is called, if it has one.
    pub(crate) async fn community_of(&self, event: &Event) -> Result<Option<String>, Error> {
        let Some(community) = event.community else { return Ok(None) };
        let named = self.engine.communities().name(community).await?;
        Ok(named.map(|(_, name)| name))
    }

    /// The card that stands in a channel: what the event is, who made it, how many are in, and the ways in. Those who are
    /// `unnamed` there are not named, and nobody when it is over, since the card is then kept no longer than that.
    pub(crate) async fn card(
        &self,
        words: Words,
        event: &Event,
        members: u64,
        unnamed: &BTreeSet<PersonId>,
        now: Instant,
    ) -> Result<Reply, Error> {
        let host = self.engine.people().get(event.owner).await?;
        let host = host
            .filter(|host| event.ended_at.is_none() && !host.hidden && !unnamed.contains(&host.id));
        let author = host.map(|host| host.name);
        let frame = pictures::frame(event.id).map(|frame| Frame { author, ..frame });
        let mut card = Reply { frame, ..card(words, event, members, now) };
        // Whoever presses a button of it agrees to that.
        if buttons::has_page(&self.public_url, event) && event.ended_at.is_none() {
            card.text = card.text.then(words.text("card-public", &[]));
        }
        Ok(card)
    }
}

fn card(words: Words, event: &Event, members: u64, now: Instant) -> Reply {
    let reply = Reply::open(
        about(words, event, now)
            .then(words.text("card-members", &[("members", Arg::Number(members))])),
    );
    let check_in = Button::press(
        words.plain("button-checkin", &[]),
        CallbackId::new("checkin", Some(event.id), ""),
    );
    let board = buttons::leaderboard(words, event.id);
    match event.visibility {
        Visibility::Public | Visibility::Community if event.ended_at.is_none() => {
            reply.with([join_button(words, event.id), check_in, board])
        }
        Visibility::Public | Visibility::Community => reply.with([board]),
        Visibility::InviteOnly => reply,
    }
}

/// What an event is, in a few lines; when it begins, if that lies ahead.
pub(crate) fn about(words: Words, event: &Event, now: Instant) -> Text {
    let title = words.text("card-title", &[("title", Arg::Text(&titled(event)))]);
    title.then(below_title(words, event, now))
}

/// The same without the title.
pub(crate) fn below_title(words: Words, event: &Event, now: Instant) -> Text {
    let rules = &event.rules;
    let mut text = Text::default();
    if !event.goal.is_empty() {
        text = text.then(words.text("card-goal", &[("goal", Arg::Text(&event.goal))]));
    }
    text = terms(words, event).into_iter().fold(text, Text::then);
    let today = rules.shared_setting().day_of(now);
    if rules.starts_at() > now {
        text = text
            .then(words.text("card-from", &[("day", Arg::Text(&words.day(rules.start, today)))]));
    }
    if let Some(end) = rules.end {
        text = text.then(words.text("card-until", &[("day", Arg::Text(&words.day(end, today)))]));
    }
    text
}

/// What an event asks for and how it is counted, a statement each, as they stand on a page: without the words of its host
/// and without dates.
pub fn event_terms(words: Words, event: &Event) -> Vec<String> {
    terms(words, event).into_iter().map(|text| text.plain()).collect()
}

fn terms(words: Words, event: &Event) -> Vec<Text> {
    let rules = &event.rules;
    let say = |key: &str| words.text(key, &[]);
    let mut terms: Vec<Text> = progress::goal(words, rules).into_iter().collect();
    terms.extend(rhythm_beside(words, event));
    terms.push(match rules.setting() {
        Some(setting) => {
            let zone = zone::name(setting.zone);
            words.text("card-clock-fixed", &[("zone", Arg::Text(&zone))])
        }
        None => say("card-clock-personal"),
    });
    if let Some(group) = rules.group {
        let (key, percent) = match group.rule {
            GroupRule::All => ("card-group-every", 100),
            GroupRule::Any => ("card-group-anyone", 0),
            GroupRule::Percent(percent) => ("card-group-percent", percent),
        };
        terms.push(words.text(key, &[("percent", Arg::Number(percent.into()))]));
    }
    if event.is_contest() {
        terms.push(say("card-contest"));
    }
    if event.approval {
        terms.push(say("card-approval"));
    }
    match event.proof {
        ProofRule::None => {}
        ProofRule::Asked => terms.push(say("card-proof")),
        ProofRule::Approved => terms.push(say("card-proof-approved")),
    }
    terms
}

/// The title behind its emoji.
pub(crate) fn titled(event: &Event) -> String {
    match &event.emoji {
        Some(emoji) => format!("{emoji} {}", event.title),
        None => event.title.clone(),
    }
}

/// How often something is asked for, where the goal does not say that already: 20 km a week is nothing to do once a week.
fn rhythm_beside(words: Words, event: &Event) -> Option<Text> {
    match (event.rules.scope, &event.rules.cadence) {
        (Scope::Period, Cadence::Weekly { week_start: MONDAY, .. } | Cadence::Monthly { .. }) => {
            None
        }
        (Scope::Period, Cadence::Weekly { week_start, .. }) => {
            let day = words.plain(&format!("weekday-{week_start}"), &[]);
            Some(words.text("card-weeks", &[("day", Arg::Ours(&day))]))
        }
        _ => Some(rhythm(words, event)),
    }
}

/// How often something is asked for.
pub(crate) fn rhythm(words: Words, event: &Event) -> Text {
    match event.rules.cadence {
        // What is summed up over a week is asked for once in it.
        Cadence::Weekly { week_start, .. } => {
            cadence(words, &Cadence::Weekly { times: event.rules.times(), week_start })
        }
        Cadence::Monthly { .. } => cadence(words, &Cadence::Monthly { times: event.rules.times() }),
        Cadence::Daily { .. } | Cadence::EveryNDays { .. } => cadence(words, &event.rules.cadence),
    }
}

/// On which weeks begin unless something else is said.
const MONDAY: u8 = 1;

/// A rhythm in words.
pub(crate) fn cadence(words: Words, cadence: &Cadence) -> Text {
    let number = |key: &str, n: u32| words.text(key, &[("n", Arg::Number(n.into()))]);
    match cadence {
        Cadence::Daily { weekdays } if *weekdays == Weekdays::ALL => {
            words.text("card-days-daily", &[])
        }
        Cadence::Daily { weekdays } if *weekdays == Weekdays::WORKDAYS => {
            words.text("card-days-weekdays", &[])
        }
        Cadence::Daily { weekdays } if *weekdays == Weekdays::WEEKEND => {
            words.text("card-days-weekend", &[])
        }
        Cadence::Daily { weekdays } => {
            let names = weekday_names(words, *weekdays);
            words.text("card-days-some", &[("names", Arg::Text(&names))])
        }
        Cadence::EveryNDays { n } => number("card-days-every", *n),
        Cadence::Weekly { times, week_start: MONDAY } => number("card-days-weekly", *times),
        Cadence::Weekly { times, week_start } => {
            let day = words.plain(&format!("weekday-{week_start}"), &[]);
            let rhythm = number("card-days-weekly", *times).plain();
            words.text(
                "card-week-start",
                &[("rhythm", Arg::Text(&rhythm)), ("day", Arg::Text(&day))],
            )
        }
        Cadence::Monthly { times } => number("card-days-monthly", *times),
    }
}

pub(crate) fn weekday_names(words: Words, weekdays: Weekdays) -> String {
    let name = |day| words.plain(&format!("weekday-{day}"), &[]);
    let names: Vec<String> = weekdays.iter().map(name).collect();
    words.list(names.iter().map(String::as_str))
}
