//! `/join`: becoming a member, by choice or by code.

use super::check_in::leaderboard_button;
use super::timezone;
use crate::choose::{self, Chosen};
use crate::command::{Call, Command, Kind, Param, Who};
use crate::words::Arg;
use crate::{Button, Press, Reply};
use engine::rules::Wish;
use engine::{Error, Event, EventId, Refusal, Visibility};

pub const COMMAND: Command = Command {
    path: "join",
    about: "join-about",
    params: &[
        Param {
            name: "event",
            about: "join-event",
            kind: Kind::Event(Who::NotMine),
            required: false,
        },
        Param {
            name: "code",
            about: "join-code",
            kind: Kind::Text { length_max: 64 },
            required: false,
        },
    ],
    free: Some("event"),
    public: false,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    if let Some(code) = call.arg("code") {
        return by_code(call, code).await;
    }
    match which(call).await? {
        Chosen::Event(event) => enter(call, &event).await,
        // What is no title may be a code.
        Chosen::Ask(reply) => match call.arg("event").filter(|words| is_code(words)) {
            Some(code) => by_code(call, code).await,
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

fn is_code(words: &str) -> bool {
    words.len() == 16 && words.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Enters the event that a code lets into. Wrong, expired and used-up codes answer alike.
pub(super) async fn by_code(call: &Call<'_>, code: &str) -> Result<Reply, Error> {
    match call.engine().redeem(code.trim(), call.person.id, call.now()).await? {
        Some(event) => enter(call, &event).await,
        None => Ok(Reply::only(call.text("join-code-unknown", &[]))),
    }
}

/// Makes the person a member, and asks for the clock if it is not known yet.
pub(super) async fn enter(call: &Call<'_>, event: &Event) -> Result<Reply, Error> {
    let title = [("title", Arg::Text(&event.title))];
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
    let row = [check_in, leaderboard_button(call, event)];
    if call.person.zone_known {
        return Ok(Reply::only(joined.beside(call.text("join-today", &[])))
            .with(row)
            .secret_if(event.is_hidden()));
    }
    let question = timezone::question(call, Some(event.id));
    let brief = joined.clone().then(call.text("clock-in-private", &[]));
    Ok(Reply { text: joined.beside(question.text), ..question }
        .with(row)
        .in_brief(brief)
        .secret_if(event.is_hidden()))
}

pub(super) fn button(call: &Call<'_>, event: EventId) -> Button {
    Button::press(call.words.plain("button-join", &[]), Press::new("join", Some(event), "")).main()
}

pub(super) fn titled_button(call: &Call<'_>, event: &Event) -> Button {
    let title = choose::label(&event.title);
    let label = call.words.plain("button-join-titled", &[("title", Arg::Text(&title))]);
    Button { label, ..button(call, event.id) }
}

/// The card that stands in a channel: what the event is, and the ways in.
pub(super) fn card(call: &Call<'_>, event: &Event) -> Reply {
    let title = call.text("card-title", &[("title", Arg::Text(&event.title))]);
    let goal = call.text("card-goal", &[("goal", Arg::Text(&event.goal))]);
    let text = if event.goal.is_empty() { title } else { title.then(goal) };
    let setting = event.rules.setting();
    let zone = setting.map(|setting| setting.zone.name().replace('_', " "));
    let clock = match &zone {
        Some(zone) => call.text("card-clock-fixed", &[("zone", Arg::Text(zone))]),
        None => call.text("card-clock-personal", &[]),
    };
    let (days, number) = rhythm(event);
    let days = call.text(days, &[("n", Arg::Number(number.into()))]);
    let reply = Reply::open(text.then(days).then(clock));
    let check_in = Button::press(
        call.words.plain("button-checkin", &[]),
        Press::new("checkin", Some(event.id), ""),
    );
    match event.visibility {
        Visibility::Public => {
            reply.with([button(call, event.id), check_in, leaderboard_button(call, event)])
        }
        Visibility::InviteOnly => reply,
    }
}

/// What says how often, and the number in it.
fn rhythm(event: &Event) -> (&'static str, u32) {
    use engine::rules::{Cadence, Weekdays};
    match event.rules.cadence {
        Cadence::Daily { weekdays } if weekdays == Weekdays::ALL => ("card-days-daily", 1),
        Cadence::Daily { weekdays } if weekdays == Weekdays::WORKDAYS => ("card-days-weekdays", 5),
        Cadence::Daily { weekdays } if weekdays == Weekdays::WEEKEND => ("card-days-weekend", 2),
        Cadence::Daily { weekdays } => ("card-days-some", weekdays.iter().count() as u32),
        Cadence::EveryNDays { n } => ("card-days-every", n),
        Cadence::Weekly { .. } => ("card-days-weekly", event.rules.times()),
        Cadence::Monthly { .. } => ("card-days-monthly", event.rules.times()),
    }
}

#[cfg(test)]
mod tests {
    use crate::world::World;

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
}
