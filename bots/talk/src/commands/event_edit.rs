//! `/event edit`: a host changes what an event says, and its rules while nobody has checked in.

use super::event_create::{GOAL_MAX, TITLE_MAX, aim};
use super::join;
use crate::choose::{self, Chosen};
use crate::clean::clean;
use crate::command::{Call, Command, Kind, Param, Who};
use crate::templates::CATEGORIES;
use crate::words::Arg;
use crate::{Button, Field, Form, Press, Reply, wording};
use engine::rules::{Cadence, Milestones, Rules, Scope};
use engine::{Error, Event, ProofRule, Record, Refusal, Visibility};
use std::sync::Arc;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("event", "edit-event", Kind::Event(Who::Seen)),
        Param::new("title", "create-title", Kind::Text { length_max: TITLE_MAX }),
        aim::GOAL,
        aim::DAYS,
        aim::UNIT,
        aim::COUNT,
        aim::TASKS,
        aim::NEED,
        aim::TEXT,
        Param::new("ends", "create-ends", Kind::Text { length_max: 30 }),
        Param::new(
            "visibility",
            "create-visibility",
            Kind::OneOf(&["public", "community", "invite"]),
        ),
        Param::new("category", "create-category", Kind::OneOf(CATEGORIES)),
        Param::new("emoji", "create-emoji", Kind::Text { length_max: 8 }),
        Param::new("proof", "create-proof", Kind::OneOf(&["none", "asked", "approved"])),
        Param::new("approval", "create-approval", Kind::OneOf(&["yes", "no"])),
        Param::new("milestones", "edit-milestones", Kind::Text { length_max: 100 }),
    ],
    free: Some("event"),
    ..Command::new("event edit", "edit-about", |call| Box::pin(run(call)))
};

/// Milestones that an event may have of its own.
const MILESTONES_MAX: usize = 20;

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let event = match choose::event(call, Who::Seen, "event-edit").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    if !call.hosts(&event).await? {
        return Ok(Reply::only(call.text("host-only", &[])));
    }
    if call.pressed_arg() == Some("form") && call.args.is_empty() {
        return Ok(Reply::only(call.text("edit-ask", &[])).with_form(form(call, &event)));
    }
    let edited = match edited(call, &event) {
        Ok(edited) => edited,
        Err(reply) => return Ok(*reply),
    };
    if edited == event {
        let edit = Press::new("event-edit", Some(event.id), "form");
        let edit = Button::press(call.words.plain("button-edit", &[]), edit).main();
        let invite = Press::new("event-invite", Some(event.id), "");
        let invite = Button::press(call.words.plain("button-invite", &[]), invite);
        let end = Press::new("event-end", Some(event.id), "");
        let end = Button::press(call.words.plain("button-end", &[]), end).danger();
        let about = join::about(call.words, &event, call.now());
        return Ok(Reply::only(about).with([edit, invite, end]).secret_if(call.is_secret(&event)));
    }
    match call.engine().edit_event(&edited, call.now()).await {
        Ok(()) => {}
        Err(Error::Refused(Refusal::Disabled)) => {
            return Ok(Reply::only(call.text("edit-rules-stand", &[])));
        }
        Err(Error::Setting(_)) => return Ok(Reply::only(call.text("create-unsound", &[]))),
        Err(fault) => return Err(fault),
    }
    let record = Record::of(&event);
    call.engine()
        .note_deed(record, call.person.id, ("edit", None, &event.title), call.now())
        .await?;
    let text = call.text("edit-done", &[]).then(join::about(call.words, &edited, call.now()));
    Ok(Reply::only(text).secret_if(call.is_secret(&edited)))
}

/// The event as it shall be, or why it cannot be so.
fn edited(call: &Call<'_>, event: &Event) -> Result<Event, Box<Reply>> {
    let mut edited = event.clone();
    let mut rules: Rules = (*event.rules).clone();
    if let Some(title) = call.arg("title").map(|title| clean(title, TITLE_MAX)) {
        edited.title = if title.is_empty() { edited.title } else { title };
    }
    let aim = aim::read(call)?;
    match (aim::words(call, aim.as_ref()), &aim) {
        (Some(words), _) => edited.goal = words,
        // What is counted now says it better than the words of before.
        (None, Some(_)) => edited.goal = String::new(),
        (None, None) => {}
    }
    let is_counted = aim.is_some();
    if let Some(aim) = aim {
        (rules.goal, rules.cadence, rules.scope) = (aim.goal, aim.cadence, aim.scope);
    }
    if let Some(cadence) = aim::rhythm(call)? {
        rules.cadence = cadence;
        // An amount of a week or a month stays one.
        let is_long = matches!(
            rules.cadence,
            Cadence::Weekly { times: 1, .. } | Cadence::Monthly { times: 1 }
        );
        rules.scope = if is_counted || is_long { rules.scope } else { Scope::Day };
    }
    if let Some(words) = call.arg("ends") {
        let today = rules.setting().unwrap_or(call.person.setting).day_of(call.now());
        let bad =
            || Box::new(Reply::only(call.text("create-bad-date", &[("words", Arg::Text(words))])));
        rules.end = if crate::words::is_off(words) {
            None
        } else {
            Some(wording::day_ahead(words, today).ok_or_else(bad)?)
        };
    }
    if let Some(words) = call.arg("milestones") {
        let lengths: Result<Vec<u32>, _> =
            words.split([',', ' ']).filter(|word| !word.is_empty()).map(str::parse).collect();
        let bad = || Box::new(Reply::only(call.text("edit-bad-milestones", &[])));
        let lengths = lengths.map_err(|_| bad())?;
        let is_fine =
            lengths.len() <= MILESTONES_MAX && lengths.iter().all(|n| (1..=10_000).contains(n));
        rules.milestones = if is_fine { Milestones::of(lengths) } else { return Err(bad()) };
    }
    if let Some(visibility) = call.arg("visibility") {
        edited.visibility = match visibility {
            "invite" => Visibility::InviteOnly,
            "community" if event.community.is_some() => Visibility::Community,
            "community" => {
                return Err(Box::new(Reply::only(call.text("create-no-community", &[]))));
            }
            _ => Visibility::Public,
        };
    }
    if let Some(category) = call.arg("category") {
        edited.category = Some(category.to_owned());
    }
    if let Some(emoji) = call.arg("emoji") {
        edited.emoji = Some(clean(emoji, 8)).filter(|emoji| !emoji.is_empty());
    }
    if let Some(approval) = call.arg("approval") {
        edited.approval = approval == "yes";
    }
    if let Some(proof) = call.arg("proof").and_then(|proof| ProofRule::named(proof).ok()) {
        edited.proof = proof;
    }
    edited.rules = Arc::new(rules);
    Ok(edited)
}

fn form(call: &Call<'_>, event: &Event) -> Form {
    let field = |name: &'static str, about: &str, value: &str, length_max: usize| Field {
        name,
        label: call.words.plain(about, &[]),
        value: value.to_owned(),
        required: false,
        long: false,
        length_max,
    };
    let end = event.rules.end.map(|end| end.to_string()).unwrap_or_default();
    Form {
        title: choose::label(&event.title).chars().take(45).collect(),
        press: Press::new("event-edit", Some(event.id), "form"),
        fields: vec![
            field("title", "create-title", &event.title, TITLE_MAX),
            field("goal", "create-goal-short", &event.goal, GOAL_MAX),
            field("days", "create-days-short", "", 60),
            field("ends", "create-ends", &end, 30),
            field("milestones", "edit-milestones", "", 100),
        ],
    }
}

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn what_becomes_a_secret_is_told_no_more() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("host", "/event edit Read visibility:invite").await;
        let mut told = vec![];
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
            told.extend(world.told().await);
        }
        assert!(told.iter().all(|told| !told.contains("Read")), "{told:?}");
    }

    #[tokio::test]
    async fn words_may_change_and_rules_stand_after_the_first_check_in() {
        let world = World::with_event("Read").await;
        let panel = world.hear("host", "/event edit Read").await;
        let ask = world.tap("host", &panel, "Edit").await;
        let done = world.fill("host", &ask, &[("title", "Read more"), ("days", "weekdays")]).await;
        assert!(
            done.plain().starts_with("Changed.\nRead more\nMonday to Friday"),
            "{}",
            done.plain()
        );
        assert_eq!(
            world.say("ken", "/event edit Read more").await,
            "Only whoever runs the event can do that."
        );
        world.say("ada", "/join Read more").await;
        world.say("host", "/event edit event:\"Read more\" days:daily").await;
        world.say("ada", "/checkin").await;
        let refused = world.say("host", "/event edit event:\"Read more\" days:weekend").await;
        assert!(refused.starts_with("Somebody has checked in already"), "{refused}");
        let later = world.say("host", "/event edit event:\"Read more\" ends:\"3 weeks\"").await;
        assert!(later.contains("Until 2026-03-21."), "{later}");
        let emoji = world
            .say("host", "/event edit event:\"Read more\" emoji:📚 milestones:\"5, 10\"")
            .await;
        assert!(emoji.starts_with("Changed.\n📚 Read more"), "{emoji}");
        let words = world.say("host", "/event edit event:\"Read more\" text:\"By the fire\"").await;
        assert!(words.starts_with("Changed.\n📚 Read more\nBy the fire\n"), "{words}");
    }

    #[tokio::test]
    async fn what_is_asked_for_may_change_before_anybody_is_in() {
        let world = World::with_event("Read").await;
        world.say("host", "/event edit event:Read goal:\"20 km a week\"").await;
        let long = world.say("host", "/event edit event:Read days:monthly").await;
        assert!(long.starts_with("Changed.\nRead\nAt least 20 km a month"), "{long}");
        let metric = world.say("host", "/event edit event:Read goal:\"20 pages a day\"").await;
        assert!(metric.starts_with("Changed.\nRead\nAt least 20 pages a day"), "{metric}");
        let tasks = world.say("host", "/event edit event:Read tasks:\"read, write\" need:1").await;
        assert!(tasks.starts_with("Changed.\nRead\n1 of 2 tasks: read, write"), "{tasks}");
    }
}
