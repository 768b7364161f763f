//! `/unlink`: one of the accounts of a person becomes somebody of its own again.

use engine::{Account, Error};

use crate::command::{Command, Context};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply, label};

pub const COMMAND: Command = Command::new("unlink", "unlink-about", |ctx| Box::pin(run(ctx)));

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let accounts = ctx.engine().people().accounts(ctx.person.id).await?;
    if accounts.len() < 2 {
        return Ok(Reply::only(ctx.text("unlink-only", &[])));
    }
    let pressed = ctx.pressed_arg().unwrap_or_default();
    match accounts.iter().find(|account| named(account) == pressed) {
        Some(account) => part(ctx, account).await,
        None => Ok(which(ctx, &accounts)),
    }
}

/// How a button names an account.
fn named(account: &Account) -> String {
    format!("{}.{}", account.platform.name(), account.external_id)
}

fn shown(ctx: &Context<'_>, account: &Account) -> String {
    ctx.words.plain(&format!("choice-{}", account.platform.name()), &[])
}

fn is_own(ctx: &Context<'_>, account: &Account) -> bool {
    named(account) == named(&ctx.request.account)
}

fn which(ctx: &Context<'_>, accounts: &[Account]) -> Reply {
    let name = [("name", Arg::Text(&ctx.person.name))];
    let mut reply = Reply::only(ctx.text("unlink-which", &name)).secret_if(true);
    for account in accounts.iter().take(5) {
        let own = if is_own(ctx, account) { " ✔" } else { "" };
        let text = format!("{} · {}{own}", shown(ctx, account), account.name);
        let press = CallbackId::new("unlink", None, &named(account));
        reply = reply.with([Button::press(label(&text), press).danger()]);
    }
    reply
}

async fn part(ctx: &Context<'_>, account: &Account) -> Result<Reply, Error> {
    let parted = ctx.engine().people().unlink(ctx.person.id, account).await?;
    let (platform, name) = (shown(ctx, account), &ctx.person.name);
    let args = [
        ("name", Arg::Text(name)),
        ("account", Arg::Text(&account.name)),
        ("platform", Arg::Text(&platform)),
    ];
    let key = match parted {
        true if is_own(ctx, account) => "unlink-done",
        true => "unlink-done-other",
        false => "unlink-only",
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
