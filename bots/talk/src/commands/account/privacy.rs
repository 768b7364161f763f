//! `/privacy`: what is kept, who sees it, a copy of it, and an end to it.

use engine::Error;
use engine::rules::Instant;

use crate::command::{Command, Context, Kind, Param};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Document, Reply};

pub const COMMAND: Command = Command {
    params: &[Param::new(
        "action",
        "privacy-action",
        Kind::OneOf(&["hide", "show", "export", "delete", "keep"]),
    )],
    free: Some("action"),
    alone: true,
    ..Command::new("privacy", "privacy-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let (engine, person) = (ctx.engine(), ctx.person.id);
    // The second look is the asker's own.
    let sure = format!("sure{person}");
    match ctx.pressed_arg().or(ctx.arg("action")) {
        Some("hide") => {
            engine.people().hide(person, true, ctx.now()).await?;
            Ok(Reply::only(ctx.text("privacy-hidden", &[])))
        }
        Some("show") => {
            engine.people().hide(person, false, ctx.now()).await?;
            Ok(Reply::only(ctx.text("privacy-shown", &[])))
        }
        Some("export") => export(ctx).await,
        Some("delete") => {
            let yes = CallbackId::new("privacy", None, &sure);
            let yes = Button::press(ctx.words.plain("button-erase", &[]), yes).danger();
            Ok(Reply::only(ctx.text("privacy-sure", &[])).with([yes]))
        }
        Some("keep") => {
            engine.people().plan_erasure(person, false, ctx.now()).await?;
            Ok(Reply::only(ctx.text("privacy-kept", &[])))
        }
        Some(pressed) if pressed == sure => {
            let at = engine.people().plan_erasure(person, true, ctx.now()).await?;
            let day = at.map(|at| own_day(ctx, at)).unwrap_or_default();
            let keep = CallbackId::new("privacy", None, "keep");
            let keep = Button::press(ctx.words.plain("button-keep", &[]), keep);
            let text = ctx.text("privacy-planned", &[("day", Arg::Text(&day))]);
            Ok(Reply::only(text).with([keep]).replacing())
        }
        _ => Ok(panel(ctx)),
    }
}

/// A day by the person's own clock.
fn own_day(ctx: &Context<'_>, at: Instant) -> String {
    let setting = ctx.person.setting;
    ctx.words.day(setting.day_of(at), setting.day_of(ctx.now()))
}

fn panel(ctx: &Context<'_>) -> Reply {
    let press = |key: &str, arg: &str| {
        Button::press(ctx.words.plain(key, &[]), CallbackId::new("privacy", None, arg))
    };
    let hide = match ctx.person.hidden {
        true => press("button-show", "show"),
        false => press("button-hide", "hide"),
    };
    // Telegram's client asks for /privacy as the policy of the bot, so it stands first.
    let address = |path: &str| format!("{}/{path}", ctx.talk.public_url);
    let (policy, terms) = (address("privacy"), address("terms"));
    let whole = [("address", Arg::Link(&policy)), ("terms", Arg::Link(&terms))];
    let mut text = ctx.text("privacy-text", &[]).then(ctx.text("privacy-page", &whole));
    if let Some(at) = ctx.person.erase_at {
        let day = own_day(ctx, at);
        text = text.then(ctx.text("privacy-planned", &[("day", Arg::Text(&day))]));
    }
    let end = match ctx.person.erase_at {
        Some(_) => press("button-keep", "keep").main(),
        None => press("button-delete", "delete").danger(),
    };
    Reply::only(text).with([hide, press("button-export", "export"), end])
}

/// Everything in a file, in private only.
async fn export(ctx: &Context<'_>) -> Result<Reply, Error> {
    let everything = ctx.engine().people().export(ctx.person.id, ctx.now()).await?;
    let bytes = serde_json::to_vec_pretty(&everything)
        .map_err(|e| Error::Unreadable { what: "export", why: e.to_string() })?;
    let document = Document { name: "streaks.json".to_owned(), bytes: bytes.into() };
    let reply = Reply::only(ctx.text("privacy-export", &[])).secret_if(true);
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
    async fn the_policy_stands_first_with_a_way_to_the_whole_of_it() {
        let world = World::with_event("Read").await;
        let panel = world.say("ada", "/privacy").await;
        assert!(panel.starts_with("Privacy. I keep the names and ids of your accounts"), "{panel}");
        assert!(panel.contains("stand on a web page that anybody can open"), "{panel}");
        let whole =
            "The whole policy: http://streaks.test/privacy · The terms: http://streaks.test/terms";
        assert!(panel.ends_with(whole), "{panel}");
    }

    #[tokio::test]
    async fn everything_can_be_had_hidden_and_erased() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin note:\"page one\"").await;
        let panel = world.reply_to("ada", "/privacy").await;
        let export = world.tap("ada", &panel, "Export my data").await;
        let file = String::from_utf8(export.documents[0].bytes.to_vec()).unwrap();
        assert!(file.contains("page one") && file.contains("\"check_in\""), "{file}");
        assert!(export.secret);
        let hidden = world.press("ada", &panel, "Hide me").await;
        assert_eq!(hidden, "You are no longer on any leaderboard. Your streaks go on.");
        assert!(world.say("ken", "/leaderboard").await.contains("Nobody is in yet"));
        assert!(world.say("ada", "/privacy show").await.starts_with("You are on the leaderboards"));
        let sure = world.tap("ada", &panel, "Delete everything").await;
        let planned = world.tap("ada", &sure, "Erase me in a week").await;
        assert_eq!(
            planned.plain(),
            "On Sun 8 Mar everything about you will be erased. Until then you can call it off."
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
