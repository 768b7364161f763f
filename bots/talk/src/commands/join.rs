//! `/join`: becoming a member, by choice or by code.

use super::check_in::leaderboard_button;
use super::timezone;
use crate::choose::{self, Chosen};
use crate::command::{Call, Command, Kind, Param, Who};
use crate::words::Arg;
use crate::{Button, Press, Reply, Text, Words, progress, zones};
use engine::rules::{Cadence, GroupRule, Instant, Weekdays, Wish};
use engine::{Entry, Error, Event, EventId, ProofRule, Refusal, Topic, Visibility};

/// Events that one person may be in as long as they last.
const JOINED_MAX: usize = 200;
/// What stands before a code in the button of an invitation.
const CODE: &str = "c_";

pub const COMMAND: Command = Command {
    params: &[
        Param::new("event", "join-event", Kind::Event(Who::NotMine)),
        Param::new("code", "join-code", Kind::Text { length_max: 64 }),
    ],
    free: Some("event"),
    ..Command::new("join", "join-about", |call| Box::pin(run(call)))
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    if let Some(code) = call.pressed_arg().and_then(|arg| arg.strip_prefix(CODE)) {
        return by_code(call, code).await;
    }
    if let Some(code) = call.arg("code") {
        return by_typed_code(call, code).await;
    }
    match which(call).await? {
        Chosen::Event(event) => enter(call, &event).await,
        // What is no title may be a code.
        Chosen::Ask(reply) => match call.arg("event").filter(|words| is_code(words)) {
            Some(code) => by_typed_code(call, code).await,
            None => Ok(reply),
        },
    }
}

/// An event to enter; one that I am in already is said to be so rather than not found.
async fn which(call: &Call<'_>) -> Result<Chosen, Error> {
    let named = call.arg("event").is_some();
    if named
        && choose::matching(call, Who::NotMine, call.arg("event").unwrap_or_default())
            .await?
            .is_empty()
    {
        return choose::event(call, Who::Seen, "join").await;
    }
    choose::event(call, Who::NotMine, "join").await
}

/// Asks whoever made the event to let this person in. Where its host was erased and it has no community, nobody would
/// ever answer.
async fn ask_host(call: &Call<'_>, event: &Event, asked: bool) -> Result<Reply, Error> {
    let title = [("title", Arg::Text(&event.title))];
    if !event.has_host() {
        let is_secret = call.is_secret(event);
        return Ok(Reply::only(call.text("join-nobody", &title)).secret_if(is_secret));
    }
    if !asked {
        let of = call.membership(event.id);
        call.engine().ask_to_join(of, call.now()).await?;
        let topic = Topic::JoinAsked { event: event.id, person: call.person.id };
        // However often somebody asks who was turned down, the host hears of it once a day.
        let day = call.person.setting.day_of(call.now());
        let key = format!("ask:{}:{}:{}", event.id, call.person.id, day.0);
        call.tell_person(event.owner, topic, &key).await?;
    }
    Ok(Reply::only(call.text("join-asked", &title)).secret_if(call.is_secret(event)))
}

fn is_code(words: &str) -> bool {
    words.len() == 16 && words.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The same where the code was typed: one that others could read lets nobody in any more, but by the host. Nothing is
/// said there of the event.
pub(super) async fn by_typed_code(call: &Call<'_>, code: &str) -> Result<Reply, Error> {
    if call.is_overheard() {
        let person = Some(call.person.id);
        let heard = call.engine().overhear_invite(code.trim(), person, call.now()).await?;
        if let Some(heard) = heard {
            let text = call.text("join-overheard", &[]);
            let asked = heard.asks.then(|| call.text("join-overheard-asked", &[]));
            return Ok(Reply::only(asked.into_iter().fold(text, Text::then)));
        }
    }
    by_code(call, code).await
}

/// Enters the event that a code lets into. Wrong, expired and used-up codes answer alike.
async fn by_code(call: &Call<'_>, code: &str) -> Result<Reply, Error> {
    match call.engine().redeem(code.trim(), call.person.id, call.now()).await? {
        Some(event) => enter(call, &event).await,
        None => Ok(Reply::only(call.text("join-code-unknown", &[]))),
    }
}

/// Makes the person a member, and asks for the clock if it is not known yet. Where a host decides, the host is asked.
pub(super) async fn enter(call: &Call<'_>, event: &Event) -> Result<Reply, Error> {
    let title = [("title", Arg::Text(&event.title))];
    if event.is_over(call.now()) {
        let again = super::event_again::button(call.words, event.id);
        let over = Reply::only(call.words.refused(Refusal::Ended)).with([again]);
        return Ok(over.secret_if(call.is_secret(event)));
    }
    match call.engine().entry(event, call.person.id).await? {
        Entry::Open => {}
        Entry::Banned => {
            let is_secret = call.is_secret(event);
            return Ok(Reply::only(call.text("join-banned", &title)).secret_if(is_secret));
        }
        Entry::Approval { asked } => {
            let of = call.membership(event.id);
            if !call.engine().memberships(call.person.id).await?.contains(&of) {
                return ask_host(call, event, asked).await;
            }
        }
    }
    let mut mine = call.engine().events_of(call.person.id).await?;
    mine.retain(|event| !event.is_over(call.now()));
    if mine.len() >= JOINED_MAX {
        return Ok(Reply::only(call.text("join-too-many", &[])));
    }
    let joined = match call.engine().act(call.membership(event.id), call.now(), Wish::Join).await {
        Ok(_) => call.text("join-done", &title),
        Err(Error::Refused(Refusal::AlreadyMember)) => call.text("join-already", &title),
        Err(other) => return Err(other),
    };
    let check_in = Button::press(
        call.words.plain("button-checkin", &[]),
        Press::new("checkin", Some(event.id), ""),
    )
    .main();
    let lies_ahead = event.rules.starts_at() > call.now();
    let day = event.rules.start.to_string();
    let mut row = vec![leaderboard_button(call, event)];
    if !lies_ahead {
        row.insert(0, check_in);
    }
    if call.person.zone_known {
        let first = match lies_ahead {
            true => call.text("card-from", &[("day", Arg::Text(&day))]),
            false => call.text("timezone-open", &[]),
        };
        return Ok(Reply::only(joined.beside(first)).with(row).secret_if(call.is_secret(event)));
    }
    let question = timezone::question(call, Some(event.id));
    let brief = joined.clone().then(call.text("clock-in-private", &[]));
    Ok(Reply { text: joined.beside(question.text), ..question }
        .with(row)
        .in_brief(brief)
        .secret_if(call.is_secret(event)))
}

pub(super) fn button(words: Words, event: EventId) -> Button {
    Button::press(words.plain("button-join", &[]), Press::new("join", Some(event), "")).main()
}

/// The button of an invitation: it lets in whoever presses it as long as the code works.
pub(super) fn code_button(words: Words, code: &str) -> Button {
    let press = Press::new("join", None, &format!("{CODE}{code}"));
    Button::press(words.plain("button-join", &[]), press).main()
}

pub(super) fn titled_button(call: &Call<'_>, event: &Event) -> Button {
    let title = choose::label(&event.title);
    let label = call.words.plain("button-join-titled", &[("title", Arg::Text(&title))]);
    Button { label, ..button(call.words, event.id) }
}

/// The card that stands in a channel: what the event is, how many are in, and the ways in.
pub(crate) fn card(words: Words, event: &Event, members: u64, now: Instant) -> Reply {
    let reply = Reply::open(
        about(words, event, now)
            .then(words.text("card-members", &[("members", Arg::Number(members))])),
    );
    let check_in = Button::press(
        words.plain("button-checkin", &[]),
        Press::new("checkin", Some(event.id), ""),
    );
    let board = Button::press(
        words.plain("button-leaderboard", &[]),
        Press::new("leaderboard", Some(event.id), ""),
    );
    match event.visibility {
        Visibility::Public | Visibility::Community if event.ended_at.is_none() => {
            reply.with([button(words, event.id), check_in, board])
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
pub(super) fn below_title(words: Words, event: &Event, now: Instant) -> Text {
    let rules = &event.rules;
    let mut text = Text::default();
    if !event.goal.is_empty() {
        text = text.then(words.text("card-goal", &[("goal", Arg::Text(&event.goal))]));
    }
    if let Some(goal) = progress::goal(words, rules) {
        text = text.then(goal);
    }
    text = text.then(rhythm(words, event));
    let clock = match rules.setting() {
        Some(setting) => {
            let zone = zones::name(setting.zone);
            words.text("card-clock-fixed", &[("zone", Arg::Text(&zone))])
        }
        None => words.text("card-clock-personal", &[]),
    };
    text = text.then(clock);
    if let Some(group) = rules.group {
        let (key, percent) = match group.rule {
            GroupRule::All => ("card-group-every", 100),
            GroupRule::Any => ("card-group-anyone", 0),
            GroupRule::Percent(percent) => ("card-group-percent", percent),
        };
        text = text.then(words.text(key, &[("percent", Arg::Number(percent.into()))]));
    }
    if event.is_contest() {
        text = text.then(words.text("card-contest", &[]));
    }
    if event.approval {
        text = text.then(words.text("card-approval", &[]));
    }
    match event.proof {
        ProofRule::None => {}
        ProofRule::Asked => text = text.then(words.text("card-proof", &[])),
        ProofRule::Approved => text = text.then(words.text("card-proof-approved", &[])),
    }
    if rules.starts_at() > now {
        text = text.then(words.text("card-from", &[("day", Arg::Text(&rules.start.to_string()))]));
    }
    if let Some(end) = rules.end {
        text = text.then(words.text("card-until", &[("day", Arg::Text(&end.to_string()))]));
    }
    text
}

/// The title behind its emoji.
pub(crate) fn titled(event: &Event) -> String {
    match &event.emoji {
        Some(emoji) => format!("{emoji} {}", event.title),
        None => event.title.clone(),
    }
}

/// How often something is asked for.
pub(crate) fn rhythm(words: Words, event: &Event) -> Text {
    let number = |key: &str, n: u32| words.text(key, &[("n", Arg::Number(n.into()))]);
    match &event.rules.cadence {
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
        Cadence::Weekly { .. } => number("card-days-weekly", event.rules.times()),
        Cadence::Monthly { .. } => number("card-days-monthly", event.rules.times()),
    }
}

pub(crate) fn weekday_names(words: Words, weekdays: Weekdays) -> String {
    let names = weekdays.iter().map(|day| words.plain(&format!("weekday-{day}"), &[]));
    names.collect::<Vec<_>>().join(&words.plain("list-comma", &[]))
}

#[cfg(test)]
mod tests {
    use crate::world::World;
    use engine::Platform;

    async fn erase(world: &World, name: &str) {
        let engine = &world.talk.engine;
        let person = engine.known_person(Platform::Discord, name).await.unwrap().unwrap();
        engine.erase(person.id, world.now).await.unwrap();
    }

    #[tokio::test]
    async fn nobody_is_asked_to_let_people_in_where_nobody_can() {
        let world = World::new().await;
        let line = "/event create title:Club approval:yes visibility:public";
        world.in_private("host", line).await;
        assert_eq!(world.say("ken", "/join Club").await, "I asked the host of Club to let you in.");
        erase(&world, "host").await;
        for name in ["ken", "eve"] {
            assert_eq!(
                world.say(name, "/join Club").await,
                "Nobody can let you in any more: the host of Club is gone."
            );
        }
    }

    #[tokio::test]
    async fn a_community_goes_on_letting_people_in_without_the_host() {
        let world = World::new().await;
        world.say("host", "/event create title:Club approval:yes").await;
        erase(&world, "host").await;
        assert_eq!(world.say("ken", "/join Club").await, "I asked the host of Club to let you in.");
        let waiting = world.as_manager("boss", "/event review Club").await;
        let answer = world.press_as_manager("boss", &waiting, "Let ken in").await;
        assert_eq!(answer.plain(), "ken is in.");
    }

    #[tokio::test]
    async fn three_taps_lead_to_the_first_day() {
        let world = World::with_event("Read 20 minutes").await;
        let card = world.card.clone();
        let joined = world.tap("ken", &card, "Join").await;
        assert_eq!(joined.plain(), "You are in Read 20 minutes. Is it 12:00 where you are?");
        let known = world.tap("ken", &joined, "Yes, 12:00").await;
        assert_eq!(known.plain(), "Good. Your day ends at midnight, UTC time. Today still counts.");
        let done = world.tap("ken", &known, "✅ Check in").await;
        assert_eq!(done.plain(), "✅ Day 1 · Read 20 minutes\n2 more to 3 in a row.");
    }

    #[tokio::test]
    async fn an_invite_only_event_is_entered_by_its_code_alone() {
        let world = World::new().await;
        let made = world.say("ada", "/event create Secret visibility:invite").await;
        let code = made
            .split_whitespace()
            .find(|word| word.len() == 16 && word.bytes().all(|b| b.is_ascii_alphanumeric()));
        let code = code.unwrap_or_else(|| panic!("no code in {made}"));
        assert_eq!(
            world.say("ken", "/join Secret").await,
            world.say("ken", "/join Nowhere").await.replace("Nowhere", "Secret")
        );
        assert!(!world.say("ken", "/events").await.contains("Secret"));
        assert!(
            world.say("ken", &format!("/join code:{code}")).await.starts_with("You are in Secret.")
        );
        assert_eq!(
            world.say("grace", "/join code:0000000000000000").await,
            "This code does not work (any more). Ask for a new one."
        );
    }

    /// An invite-only event of the host's, and a code for it.
    async fn club() -> (World, String) {
        let world = World::new().await;
        world.in_private("host", "/event create title:Club visibility:invite").await;
        let made = world.in_private("host", "/event invite event:Club").await.plain();
        let is_code = |word: &&str| super::is_code(word);
        let mut words = made.split(|c: char| !c.is_ascii_alphanumeric());
        let code = words.find(is_code).unwrap_or_else(|| panic!("no code in {made}")).to_owned();
        (world, code)
    }

    #[tokio::test]
    async fn a_code_that_others_could_read_lets_nobody_in_but_by_the_host() {
        let (world, code) = club().await;
        let seen = world.where_answers_are_seen("ada", &format!("/join code:{code}")).await;
        assert!(seen.plain().starts_with("Others read along here"), "{}", seen.plain());
        assert!(!seen.plain().contains("Club"));
        let late = world.say("grace", &format!("/join code:{code}")).await;
        assert_eq!(late, "This code does not work (any more). Ask for a new one.");
        let heard = world.heard().await;
        let words = "ada typed a code for Club where others read. It does not work any more.";
        let told = heard.iter().find(|told| told.plain() == words).expect("the host is told");
        assert_eq!(world.press("host", told, "Let ada in").await, "ada is in.");
        assert!(world.in_private("ada", "/streak").await.plain().contains("Club"));
    }

    #[tokio::test]
    async fn a_code_that_its_host_posted_is_there_to_be_read() {
        let (world, code) = club().await;
        let post = format!("/join {code}");
        world.talk.engine.post_invite(&code).await.expect("it is posted");
        let seen = world.where_answers_are_seen("ada", &post).await;
        assert!(seen.plain().starts_with("You are in Club"), "{}", seen.plain());
    }
}
