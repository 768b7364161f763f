//! `/login`: a link that signs in on the web, for this person alone.

use engine::{Error, FoundBy};

use crate::command::{Command, Context};
use crate::locale::Arg;
use crate::message::Reply;

pub const COMMAND: Command = Command::new("login", "login-about", |ctx| Box::pin(run(ctx)));

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let people = ctx.engine().people().found_by(FoundBy::Account(&ctx.request.account));
    let code = people.sign_in_code(ctx.person.id, ctx.now()).await?;
    let address = format!("{}/login/{code}", ctx.talk.public_url);
    let text = ctx.text("login-made", &[("address", Arg::Link(&address))]);
    Ok(Reply::only(text).secret_if(true))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_link_to_sign_in_is_for_one_person_alone() {
        let world = World::with_event("Read").await;
        let reply = world.reply_to("ada", "/login").await;
        assert!(reply.private && reply.secret, "nobody else may read it");
        let text = reply.plain();
        let code = text.split("/login/").nth(1).and_then(|rest| rest.split_whitespace().next());
        let code = code.expect("it leads to a page");
        let people = world.talk.engine.people();
        let person = people.may_sign_in(code, world.now).await.unwrap();
        assert_eq!(person.map(|person| person.name), Some("ada".to_owned()));
        // A new one takes the place of the one before.
        world.say("ada", "/login").await;
        assert_eq!(people.may_sign_in(code, world.now).await.unwrap(), None);
    }
}
