//! `/unlink`: one of the accounts of a person becomes somebody of its own again.

use engine::{Account, Error};

use crate::command::{Call, Command};
use crate::locale::Arg;
use crate::message::{Button, Press, Reply, label};

pub const COMMAND: Command = Command::new("unlink", "unlink-about", |call| Box::pin(run(call)));

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let accounts = call.engine().people().accounts(call.person.id).await?;
    if accounts.len() < 2 {
        return Ok(Reply::only(call.text("unlink-only", &[])));
    }
    let pressed = call.pressed_arg().unwrap_or_default();
    match accounts.iter().find(|account| named(account) == pressed) {
        Some(account) => part(call, account).await,
        None => Ok(which(call, &accounts)),
    }
}

/// How a button names an account.
fn named(account: &Account) -> String {
    format!("{}.{}", account.platform.name(), account.external_id)
}

fn shown(call: &Call<'_>, account: &Account) -> String {
    call.words.plain(&format!("choice-{}", account.platform.name()), &[])
}

fn is_own(call: &Call<'_>, account: &Account) -> bool {
    named(account) == named(&call.request.account)
}

fn which(call: &Call<'_>, accounts: &[Account]) -> Reply {
    let name = [("name", Arg::Text(&call.person.name))];
    let mut reply = Reply::only(call.text("unlink-which", &name)).secret_if(true);
    for account in accounts.iter().take(5) {
        let own = if is_own(call, account) { " ✔" } else { "" };
        let text = format!("{} · {}{own}", shown(call, account), account.name);
        let press = Press::new("unlink", None, &named(account));
        reply = reply.with([Button::press(label(&text), press).danger()]);
    }
    reply
}

async fn part(call: &Call<'_>, account: &Account) -> Result<Reply, Error> {
    let parted = call.engine().people().unlink(call.person.id, account).await?;
    let (platform, name) = (shown(call, account), &call.person.name);
    let args = [
        ("name", Arg::Text(name)),
        ("account", Arg::Text(&account.name)),
        ("platform", Arg::Text(&platform)),
    ];
    let key = match parted {
        true if is_own(call, account) => "unlink-done",
        true => "unlink-done-other",
        false => "unlink-only",
    };
    Ok(Reply::only(call.text(key, &args)).replacing())
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
