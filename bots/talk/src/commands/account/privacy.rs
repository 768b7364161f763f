//! `/privacy`: what is kept, who sees it, a copy of it, and an end to it.

use engine::Error;

use crate::command::{Call, Command, Kind, Param};
use crate::locale::Arg;
use crate::message::{Button, Document, Press, Reply};

pub const COMMAND: Command = Command {
    params: &[Param::new(
        "action",
        "privacy-action",
        Kind::OneOf(&["hide", "show", "export", "delete", "keep"]),
    )],
    free: Some("action"),
    ..Command::new("privacy", "privacy-about", |call| Box::pin(run(call)))
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let (engine, person) = (call.engine(), call.person.id);
    // The second look is the asker's own.
    let sure = format!("sure{person}");
    match call.pressed_arg().or(call.arg("action")) {
        Some("hide") => {
            engine.people().hide(person, true, call.now()).await?;
            Ok(Reply::only(call.text("privacy-hidden", &[])))
        }
        Some("show") => {
            engine.people().hide(person, false, call.now()).await?;
            Ok(Reply::only(call.text("privacy-shown", &[])))
        }
        Some("export") => export(call).await,
        Some("delete") => {
            let yes = Press::new("privacy", None, &sure);
            let yes = Button::press(call.words.plain("button-erase", &[]), yes).danger();
            Ok(Reply::only(call.text("privacy-sure", &[])).with([yes]))
        }
        Some("keep") => {
            engine.people().plan_erasure(person, false, call.now()).await?;
            Ok(Reply::only(call.text("privacy-kept", &[])))
        }
        Some(pressed) if pressed == sure => {
            let at = engine.people().plan_erasure(person, true, call.now()).await?;
            let day = at.map(|at| call.person.setting.day_of(at).to_string()).unwrap_or_default();
            let keep = Press::new("privacy", None, "keep");
            let keep = Button::press(call.words.plain("button-keep", &[]), keep);
            let text = call.text("privacy-planned", &[("day", Arg::Text(&day))]);
            Ok(Reply::only(text).with([keep]).replacing())
        }
        _ => Ok(panel(call)),
    }
}

fn panel(call: &Call<'_>) -> Reply {
    let press = |key: &str, arg: &str| {
        Button::press(call.words.plain(key, &[]), Press::new("privacy", None, arg))
    };
    let hide = match call.person.hidden {
        true => press("button-show", "show"),
        false => press("button-hide", "hide"),
    };
    let mut text = call.text("privacy-text", &[]);
    if let Some(at) = call.person.erase_at {
        let day = call.person.setting.day_of(at).to_string();
        text = text.then(call.text("privacy-planned", &[("day", Arg::Text(&day))]));
    }
    Reply::only(text).with([
        hide,
        press("button-export", "export"),
        press("button-delete", "delete").danger(),
    ])
}

/// Everything in a file, in private only.
async fn export(call: &Call<'_>) -> Result<Reply, Error> {
    let everything = call.engine().people().export(call.person.id, call.now()).await?;
    let bytes = serde_json::to_vec_pretty(&everything)
        .map_err(|e| Error::Unreadable { what: "export", why: e.to_string() })?;
    let document = Document { name: "streaks.json".to_owned(), bytes: bytes.into() };
    let reply = Reply::only(call.text("privacy-export", &[])).secret_if(true);
    Ok(Reply { documents: vec![document], ..reply })
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn what_somebody_reaches_who_hides_is_told_to_nobody() {
        let mut world = World::with_event("Read").await;
        let mut told = vec![];
        world.say("ada", "/join").await;
        world.say("ada", "/privacy hide").await;
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
            told.extend(world.told().await);
        }
        assert!(told.iter().all(|told| !told.contains("ada")), "{told:?}");
    }

    #[tokio::test]
    async fn everything_can_be_had_hidden_and_erased() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin note:\"page one\"").await;
        let panel = world.hear("ada", "/privacy").await;
        let export = world.tap("ada", &panel, "Export my data").await;
        let file = String::from_utf8(export.documents[0].bytes.to_vec()).unwrap();
        assert!(file.contains("page one") && file.contains("\"check_in\""), "{file}");
        assert!(export.secret);
        let hidden = world.press("ada", &panel, "Hide me").await;
        assert_eq!(hidden, "You are on no leaderboard any more. Your streaks go on.");
        assert!(world.say("ken", "/leaderboard").await.contains("Nobody is in yet"));
        assert!(world.say("ada", "/privacy show").await.starts_with("You are on the leaderboards"));
        let sure = world.tap("ada", &panel, "Delete everything").await;
        let planned = world.tap("ada", &sure, "Erase me in a week").await;
        assert_eq!(
            planned.plain(),
            "On 2026-03-08 everything about you will be erased. Until then you can call it off."
        );
        assert_eq!(
            world.press("ada", &planned, "Keep everything").await,
            "Good. Everything stays."
        );
        world.tap("ada", &sure, "Erase me in a week").await;
        for _ in 0..8 {
            world.next_day();
        }
        world.tick().await;
        assert_eq!(
            world.say("ada", "/streak").await,
            "You are not in any event yet. /events shows what you can join."
        );
        assert!(world.say("ken", "/leaderboard").await.contains("Nobody is in yet"));
    }
}
