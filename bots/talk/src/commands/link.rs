//! `/link`: one person on Discord and Telegram. A code made here is typed there.

use crate::command::{Call, Command, Kind, Param};
use crate::words::Arg;
use crate::{Button, Press, Reply, zones};
use engine::{Error, Merge};

pub const COMMAND: Command = Command {
    params: &[Param::new("code", "link-code", Kind::Text { length_max: 20 })],
    free: Some("code"),
    ..Command::new("link", "link-about", |call| Box::pin(run(call)))
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    if let Some(code) = call.pressed_arg() {
        return finish(call, code).await;
    }
    match call.arg("code") {
        Some(code) => preview(call, code).await,
        None => make(call).await,
    }
}

async fn make(call: &Call<'_>) -> Result<Reply, Error> {
    let code = call.engine().link_code(call.person.id, call.now()).await?;
    Ok(Reply::only(call.text("link-made", &[("code", Arg::Text(&code))])).secret_if(true))
}

/// What would happen, before it does.
pub(super) async fn preview(call: &Call<'_>, code: &str) -> Result<Reply, Error> {
    let Some(merge) = call.engine().preview_link(code, call.person.id, call.now()).await? else {
        return Ok(Reply::only(call.text("link-unknown", &[])));
    };
    let Merge { stays, moved, shared, .. } = &merge;
    let mut text = call.text("link-preview", &[("name", Arg::Text(&stays.name))]);
    for (key, events) in [("link-moved", moved), ("link-shared", shared)] {
        if !events.is_empty() {
            let titles: Vec<&str> = events.iter().map(|event| event.title.as_str()).collect();
            let titles = titles.join(", ");
            text = text.then(call.text(key, &[("titles", Arg::Text(&titles))]));
        }
    }
    let zone = zones::name(stays.setting.zone);
    text = text.then(call.text("link-keeps", &[("zone", Arg::Text(&zone))]));
    let yes = Press::new("link", None, code.trim());
    let yes = Button::press(call.words.plain("button-link-yes", &[]), yes).main();
    Ok(Reply::only(text).secret_if(true).with([yes]))
}

async fn finish(call: &Call<'_>, code: &str) -> Result<Reply, Error> {
    Ok(match call.engine().link(code, call.person.id, call.now()).await? {
        Some(merge) => {
            let name = [("name", Arg::Text(&merge.stays.name))];
            Reply::only(call.text("link-done", &name)).replacing()
        }
        None => Reply::only(call.text("link-unknown", &[])),
    })
}

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn two_accounts_become_one_person_with_one_streak() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/event create Run").await;
        for title in ["Read", "Run"] {
            world.say("ada", &format!("/join {title}")).await;
        }
        world.say("ada2", "/join Read").await;
        world.say("ada", "/checkin Read").await;
        world.next_day();
        world.say("ada2", "/checkin Read").await;
        let made = world.say("ada", "/link").await;
        let code =
            made.split('“').nth(1).and_then(|rest| rest.split('”').next()).unwrap_or_default();
        assert_eq!(
            world.say("ada", &format!("/link {code}")).await,
            world.say("ada2", "/link nonsense").await
        );
        let preview = world.hear("ada2", &format!("/link {code}")).await;
        assert_eq!(
            preview.plain(),
            "This account would become one with ada.\nIn both: Read. Check-ins are put together; a day that both did counts once.\nClock (UTC), language and settings stay those of ada."
                .replace("those of ada", "as they are there")
        );
        let done = world.press("ada2", &preview, "Yes, link us").await;
        assert_eq!(done, "Done. From now on you are ada on both.");
        assert!(world.say("ada2", "/streak Read").await.starts_with("Read: 2 in a row"));
        assert!(world.say("ada2", "/streak Run").await.starts_with("Run: at 0"));
        assert_eq!(
            world.press("ada2", &preview, "Yes, link us").await,
            "This code does not work (any more). A code is good for ten minutes."
        );
        assert_eq!(
            world.say("ada2", "/unlink").await,
            "This account stands alone now. What was done so far stays with ada."
        );
        assert!(world.say("ada2", "/streak").await.starts_with("You are not in any event yet"));
        assert!(world.say("ada", "/streak Read").await.starts_with("Read: 2 in a row"));
        assert_eq!(
            world.say("ada", "/unlink").await,
            "This is your only account. /privacy can erase everything."
        );
    }
}
