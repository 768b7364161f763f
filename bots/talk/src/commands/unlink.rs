//! `/unlink`: this account becomes somebody of its own again.

use crate::Reply;
use crate::command::{Call, Command};
use crate::words::Arg;
use engine::Error;

pub const COMMAND: Command = Command::new("unlink", "unlink-about", |call| Box::pin(run(call)));

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let parted = call.engine().unlink(call.person.id, &call.request.account).await?;
    let name = [("name", Arg::Text(&call.person.name))];
    Ok(Reply::only(if parted {
        call.text("unlink-done", &name)
    } else {
        call.text("unlink-only", &[])
    }))
}

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn an_only_account_stays() {
        let world = World::new().await;
        assert_eq!(
            world.say("ada", "/unlink").await,
            "This is your only account. /privacy can erase everything."
        );
    }
}
