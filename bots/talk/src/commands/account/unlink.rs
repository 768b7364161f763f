//! `/unlink`: one of the accounts of a person becomes somebody of its own again.

use engine::{Account, Error, Parted};

use crate::command::{Command, Context};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply, Text, label};
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
    Ok(Reply::only(text).secret_if(true).with([yes]))
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
    Ok(Reply::only(ctx.text(key, &args)).replacing())
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
}
