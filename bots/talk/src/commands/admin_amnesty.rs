//! `/admin amnesty`: days that are excused for everybody: a holiday, an outage.

use crate::choose::{self, Chosen};
use crate::clean::clean;
use crate::command::{Call, Command, Kind, Param, Right, Who};
use crate::words::Arg;
use crate::{Button, Press, Reply, days};
use engine::rules::{Day, Days, Named};
use engine::{Error, Event, Record};

pub const COMMAND: Command = Command {
    params: &[
        Param::new("from", "amnesty-from", Kind::Day).required(),
        Param::new("until", "amnesty-until", Kind::Day),
        Param::new("event", "admin-event", Kind::Event(Who::Seen)),
        Param::new("reason", "admin-reason", Kind::Text { length_max: 200 }),
    ],
    free: Some("from"),
    right: Right::Manager,
    ..Command::new("admin amnesty", "amnesty-about", |call| Box::pin(run(call)))
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let event = match choose::event(call, Who::Seen, "admin-amnesty").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    if !call.hosts(&event).await? {
        return Ok(Reply::only(call.text("host-only", &[])));
    }
    let today = event.rules.shared_setting().day_of(call.now());
    let day = |name: &str| -> Option<Option<Day>> {
        let Some(words) = call.arg(name) else { return Some(None) };
        Some(Some(match days::named(words)? {
            Named::Now => today,
            Named::DaysAgo(days) => today.plus(-days),
            Named::Date(day) => day,
        }))
    };
    let (Some(first), Some(last)) = (day("from"), day("until")) else {
        let words = call.arg("from").unwrap_or_default();
        return Ok(Reply::only(call.text("checkin-bad-day", &[("words", Arg::Text(words))])));
    };
    let Some(first) = first else { return Ok(ask_from(call, &event)) };
    let last = last.unwrap_or(first);
    call.engine().amnesty(event.id, Days { first, last }, call.person.id, call.now()).await?;
    let reason = clean(call.arg("reason").unwrap_or_default(), 200);
    let (first, last) = (first.to_string(), last.to_string());
    let detail = format!("{} {first} – {last} {reason}", event.title);
    let deed = ("amnesty", None, detail.trim());
    call.engine().note_deed(Record::of(&event), call.person.id, deed, call.now()).await?;
    let args = [
        ("title", Arg::Text(&event.title)),
        ("first", Arg::Text(&first)),
        ("last", Arg::Text(&last)),
    ];
    Ok(Reply::only(call.text("amnesty-done", &args)).secret_if(call.is_secret(&event)))
}

/// Without a first day nothing is excused.
fn ask_from(call: &Call<'_>, event: &Event) -> Reply {
    let said = call.args.iter().filter(|(name, _)| name != "event").cloned();
    let said: Vec<(String, String)> = said.collect();
    let button = |day: &str| {
        let from = [vec![("from".to_owned(), day.to_owned())], said.clone()].concat();
        let press = Press::new("admin-amnesty", Some(event.id), "").keeping(&from)?;
        Some(Button::press(call.words.plain(&format!("choice-{day}"), &[]), press))
    };
    let ask = call.text("amnesty-from-which", &[("title", Arg::Text(&event.title))]);
    let reply = Reply::only(ask).secret_if(call.is_secret(event));
    let row: Vec<Button> = ["today", "yesterday"].into_iter().filter_map(button).collect();
    if row.is_empty() { reply } else { reply.with(row) }
}

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn excused_days_heal_what_they_had_ended() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin").await;
        for _ in 0..4 {
            world.next_day();
        }
        assert!(world.say("ada", "/streak").await.starts_with("Read: at 0"));
        let line = "/admin amnesty from:2026-03-02 until:2026-03-04 event:Read reason:holiday";
        let done = world.as_manager("boss", line).await;
        assert_eq!(
            done.plain(),
            "2026-03-02 to 2026-03-04 are excused for everybody in Read. Streaks that ended there go on."
        );
        assert!(world.say("ada", "/streak").await.starts_with("Read: 1 in a row"));
        let ask = world.as_manager("boss", "/admin amnesty event:Read").await;
        assert_eq!(
            ask.plain(),
            "From which day on shall Read excuse everybody? Try from:2026-03-01."
        );
        let done = world.press_as_manager("boss", &ask, "yesterday").await;
        assert!(done.plain().starts_with("2026-03-04 to 2026-03-04 are excused"));
        let long = world
            .as_manager("boss", "/admin amnesty from:2026-01-01 until:2026-03-04 event:Read")
            .await;
        assert_eq!(long.plain(), "Those are more days than this event allows.");
    }
}
