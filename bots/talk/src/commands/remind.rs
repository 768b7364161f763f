//! `/remind`: a word at one's own time, only while the day is not done.

use crate::choose::{self, Chosen};
use crate::command::{Call, Command, Kind, Param, Who};
use crate::words::Arg;
use crate::{Button, Press, Reply, zones};
use engine::rules::reminder::TimeOfDay;
use engine::{Error, Event, When};

pub const COMMAND: Command = Command {
    path: "remind",
    about: "remind-about",
    params: &[
        Param {
            name: "at",
            about: "remind-at",
            kind: Kind::Text { length_max: 20 },
            required: false,
        },
        Param {
            name: "event",
            about: "remind-event",
            kind: Kind::Event(Who::Mine),
            required: false,
        },
    ],
    free: Some("at"),
    public: false,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let event = match choose::event(call, Who::Mine, "remind").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    let of = call.membership(event.id);
    if !call.engine().memberships(call.person.id).await?.contains(&of) {
        return Ok(Reply::only(call.text("refused-not-member", &[])));
    }
    let pressed = call.pressed_arg().and_then(|minutes| minutes.parse().ok());
    let reply = match (call.pressed_arg(), call.arg("at")) {
        (Some("off"), _) | (_, Some("off" | "aus")) => {
            call.engine().stop_reminding(of).await?;
            Reply::only(call.text("remind-off", &[("title", Arg::Text(&event.title))]))
        }
        (None, None) => state(call, &event).await?,
        (_, at) => {
            match pressed.or(at.and_then(zones::clock_time)).and_then(TimeOfDay::from_minutes) {
                Some(time) => set(call, &event, time).await?,
                None => Reply::only(
                    call.text("remind-bad-time", &[("words", Arg::Text(at.unwrap_or_default()))]),
                ),
            }
        }
    };
    Ok(if call.press.is_some() { reply.replacing() } else { reply })
}

async fn set(call: &Call<'_>, event: &Event, time: TimeOfDay) -> Result<Reply, Error> {
    let Some(destination) = call.private_destination().await? else {
        let reply = Reply::only(call.text("remind-no-way", &[]));
        let link = call.place().deep_link.as_ref().map(|link| format!("{link}e_{}", event.id));
        let open = |link| Button::link(call.words.plain("button-open-private", &[]), link);
        return Ok(link.map(open).into_iter().fold(reply, |reply, button| reply.with([button])));
    };
    let next =
        call.engine().remind(call.membership(event.id), time, destination, call.now()).await?;
    let shown = time.to_string();
    let title = ("title", Arg::Text(&event.title));
    let mut text = call.text("remind-set", &[("time", Arg::Text(&shown)), title]);
    if let Some(next) = next {
        let when = next
            .utc()
            .with_timezone(&call.person.setting.zone)
            .format("%Y-%m-%d %H:%M")
            .to_string();
        text = text.then(call.text("remind-next", &[("when", Arg::Time(next, &when))]));
    }
    Ok(Reply::only(text).with([off(call, event)]))
}

async fn state(call: &Call<'_>, event: &Event) -> Result<Reply, Error> {
    let reminders = call.engine().reminders(call.membership(event.id)).await?;
    let title = ("title", Arg::Text(&event.title));
    let buttons = [8 * 60, 12 * 60, 20 * 60, 22 * 60].map(|minutes| {
        let label = format!("{:02}:{:02}", minutes / 60, minutes % 60);
        Button::press(label, Press::new("remind", Some(event.id), &minutes.to_string()))
    });
    let time = reminders.iter().find_map(|reminder| match reminder.when {
        When::At(time) => Some(time.to_string()),
        When::LastCall => None,
    });
    let Some(time) = time else {
        return Ok(Reply::only(call.text("remind-none", &[title])).with(buttons));
    };
    let text = call.text("remind-set", &[("time", Arg::Text(&time)), title]);
    Ok(Reply::only(text).with(buttons).with([off(call, event)]))
}

fn off(call: &Call<'_>, event: &Event) -> Button {
    Button::press(
        call.words.plain("button-remind-off", &[]),
        Press::new("remind", Some(event.id), "off"),
    )
}

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn a_reminder_is_set_shown_and_switched_off() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        let set = world.hear("ada", "/remind 8pm").await;
        assert_eq!(
            set.plain(),
            "I will remind you of Read at 20:00, if the day is not done by then.\nNext time: 2026-03-01 20:00"
        );
        assert!(
            world.say("ada", "/remind").await.starts_with("I will remind you of Read at 20:00")
        );
        assert_eq!(world.press("ada", &set, "Stop reminding").await, "No more reminders for Read.");
        assert_eq!(
            world.say("ada", "/remind").await,
            "No reminder for Read yet. When shall I write?"
        );
        assert!(
            world
                .say("ada", "/remind at:teatime")
                .await
                .starts_with("I cannot read the time “teatime”.")
        );
    }
}
