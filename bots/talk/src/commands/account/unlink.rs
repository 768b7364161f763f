//! `/unlink`: one of the accounts of a person becomes somebody of its own again.

use engine::{Account, Error, Parted};

use crate::command::{Command, Context};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply, Text, label};
use crate::view::erasure;
use crate::view::link::{self, ASK};

pub const COMMAND: Command = Command::new("unlink", "unlink-about", |ctx| Box::pin(run(ctx)));

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let accounts = ctx.engine().people().accounts(ctx.person.id).await?;
    if accounts.len() < 2 {
        return Ok(Reply::only(ctx.text("unlink-only", &[])));
    }
    let pressed = ctx.pressed_arg().unwrap_or_default();
    let asked = pressed.strip_prefix(ASK);
    match accounts.iter().find(|account| link::id(account) == asked.unwrap_or(pressed)) {
        Some(account) if asked.is_some() => sure(ctx, account).await,
        Some(account) => part(ctx, account).await,
        None => which(ctx, &accounts).await,
    }
}

fn is_own(ctx: &Context<'_>, account: &Account) -> bool {
    link::id(account) == link::id(&ctx.request.account)
}

async fn which(ctx: &Context<'_>, accounts: &[Account]) -> Result<Reply, Error> {
    let name = [("name", Arg::Text(&ctx.person.name))];
    let gives_back = ctx.engine().people().gives_back(ctx.person.id).await?;
    let key = if gives_back { "unlink-which-back" } else { "unlink-which" };
    let text = ctx.text(key, &name).then(what_holds(ctx, gives_back));
    let mut reply = Reply::only(text).secret_if(true);
    for account in accounts.iter().take(link::SHOWN_MAX) {
        let own = if is_own(ctx, account) { " ✔" } else { "" };
        let text = format!("{}{own}", link::shown(ctx.words, account));
        let press = CallbackId::new("unlink", None, &link::id(account));
        reply = reply.with([Button::press(label(&text), press).danger()]);
    }
    Ok(reply)
}

/// What parting an account that was chosen already comes to.
async fn sure(ctx: &Context<'_>, account: &Account) -> Result<Reply, Error> {
    let platform = link::platform(ctx.words, account.platform);
    let args = [
        ("name", Arg::Text(&ctx.person.name)),
        ("account", Arg::Text(&account.name)),
        ("platform", Arg::Text(&platform)),
    ];
    let press = CallbackId::new("unlink", None, &link::id(account));
    let yes = Button::press(ctx.words.plain("button-sure", &[]), press).danger();
    let gives_back = ctx.engine().people().gives_back(ctx.person.id).await?;
    let key = if gives_back { "unlink-sure-back" } else { "unlink-sure" };
    let text = ctx.text(key, &args).then(what_holds(ctx, gives_back));
    Ok(with_erasure(ctx, Reply::only(text).secret_if(true).with([yes])))
}

/// Says what either account may have asked for, and what goes on for both: that they are to be erased.
fn with_erasure(ctx: &Context<'_>, reply: Reply) -> Reply {
    let Some(at) = ctx.person.will_be_erased_at() else { return reply };
    let planned = erasure::planned(ctx.words, ctx.person.setting, at, ctx.now());
    Reply { text: reply.text.then(planned), ..reply }.with([erasure::keep(ctx.words)])
}

/// What ends for both sides, and what goes on for both.
fn what_holds(ctx: &Context<'_>, gives_back: bool) -> Text {
    let ends = ctx.text("unlink-ends", &[]);
    if gives_back { ctx.text("unlink-both", &[]).then(ends) } else { ends }
}

async fn part(ctx: &Context<'_>, account: &Account) -> Result<Reply, Error> {
    let parted = ctx.engine().people().unlink(ctx.person.id, account, ctx.now()).await?;
    let (platform, name) = (link::platform(ctx.words, account.platform), &ctx.person.name);
    let args = [
        ("name", Arg::Text(name)),
        ("account", Arg::Text(&account.name)),
        ("platform", Arg::Text(&platform)),
    ];
    let key = match (parted, is_own(ctx, account)) {
        (Some(Parted::Anew), true) => "unlink-done",
        (Some(Parted::Anew), false) => "unlink-done-other",
        (Some(Parted::WithItsOwn), true) => "unlink-done-back",
        (Some(Parted::WithItsOwn), false) => "unlink-done-other-back",
        (None, _) => "unlink-only",
    };
    let reply = Reply::only(ctx.text(key, &args)).replacing();
    // Whoever begins anew is not who is to be erased.
    let begins_anew = parted == Some(Parted::Anew) && is_own(ctx, account);
    Ok(if begins_anew { reply } else { with_erasure(ctx, reply) })
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn an_only_account_stays() {
        let world = World::new().await;
        assert_eq!(
            world.say("ada", "/unlink").await,
            "This is your only account. /privacy can erase everything."
        );
    }

    #[tokio::test]
    async fn whoever_parts_an_account_hears_that_they_are_to_be_erased() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join Read").await;
        world.link("ada", "eve.tg").await;
        let panel = world.in_private("eve.tg", "/privacy").await;
        let sure = world.tap("eve.tg", &panel, "Delete everything").await;
        world.tap("eve.tg", &sure, "Erase me in a week").await;
        let which = world.reply_to("ada", "/unlink").await;
        let parted = world.tap("ada", &which, "Telegram · eve").await;
        let planned = "On Sun 8 Mar everything about you will be erased.";
        assert!(parted.plain().contains(planned), "{}", parted.plain());
        assert_eq!(world.press("ada", &parted, "Keep everything").await, "Good. Everything stays.");
        for _ in 0..8 {
            world.next_day();
        }
        world.tick().await;
        assert!(world.say("ada", "/streak").await.starts_with("Read: "));
    }
}
