//! `/event invite`: a code that lets people in, and an end to all codes.

use crate::choose::{self, Chosen};
use crate::command::{Call, Command, Kind, Param, Who};
use crate::words::Arg;
use crate::{Button, Press, Reply};
use engine::Error;

const DAYS_MAX: i64 = 90;
const USES_MAX: i64 = 1000;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("event", "invite-event", Kind::Event(Who::Seen)),
        Param::new("days", "invite-days", Kind::Text { length_max: 3 }),
        Param::new("uses", "invite-uses", Kind::Text { length_max: 4 }),
    ],
    free: Some("event"),
    ..Command::new("event invite", "invite-about", |call| Box::pin(run(call)))
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let event = match choose::event(call, Who::Seen, "event-invite").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    if !call.hosts(&event).await? {
        return Ok(Reply::only(call.text("host-only", &[])));
    }
    if call.pressed_arg() == Some("revoke") {
        let revoked = call.engine().revoke_invites(event.id).await?;
        return Ok(Reply::only(call.text("invite-revoked", &[("n", Arg::Number(revoked))])));
    }
    let number = |name: &str, usual: i64, most: i64| match call.arg(name) {
        None => Some(usual),
        Some(words) => words.parse().ok().filter(|n| (1..=most).contains(n)),
    };
    let (Some(days), Some(uses)) = (number("days", 7, DAYS_MAX), number("uses", 100, USES_MAX))
    else {
        return Ok(Reply::only(call.text("invite-bad", &[])));
    };
    let code = call.engine().invite_for(event.id, call.person.id, days, uses, call.now()).await?;
    let args = [
        ("title", Arg::Text(&event.title)),
        ("code", Arg::Text(&code)),
        ("days", Arg::Number(days.unsigned_abs())),
        ("uses", Arg::Number(uses.unsigned_abs())),
    ];
    let mut row = vec![];
    if let Some(link) = &call.place().deep_link {
        let label = call.words.plain("button-invite-link", &[]);
        row.push(Button::link(label, format!("{link}j_{code}")));
    }
    let revoke = Press::new("event-invite", Some(event.id), "revoke");
    row.push(Button::press(call.words.plain("button-revoke", &[]), revoke).danger());
    Ok(Reply::only(call.text("invite-made", &args)).with(row).secret_if(true))
}

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn codes_are_made_used_and_revoked() {
        let world = World::new().await;
        world.say("ada", "/event create Secret visibility:invite").await;
        let made = world.hear("ada", "/event invite event:Secret uses:1 days:3").await;
        let plain = made.plain();
        assert!(plain.contains("works 3 days, for 1 person."), "{plain}");
        let code = plain
            .split("/join code:")
            .nth(1)
            .unwrap_or_default()
            .lines()
            .next()
            .unwrap_or_default();
        assert!(world.say("ken", &format!("/join {code}")).await.starts_with("You are in Secret."));
        assert!(world.say("eve", &format!("/join {code}")).await.starts_with("This code"));
        assert!(
            world.press("ada", &made, "Revoke all codes").await.contains("codes no longer work")
        );
        assert!(world.say("ken", "/event invite Secret").await.starts_with("Only whoever runs"));
        assert!(
            world
                .say("ada", "/event invite event:Secret days:1000")
                .await
                .starts_with("A code works")
        );
    }
}
