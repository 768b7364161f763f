//! Whom one has blocked: neither their cheers nor their nudges come, and they are told what anybody is told who
//! asks where these are switched off.

use engine::{Error, PersonId};

use crate::command::{Context, pick_person};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply};

/// People in a list, in rows of so many; the next move up when one is taken off.
const SHOWN: usize = 12;
const IN_A_ROW: usize = 3;

/// Blocks whoever is named, or lifts that.
pub(super) async fn turn(ctx: &Context<'_>) -> Result<Reply, Error> {
    let whom = match pick_person::known_or_sender(ctx, "block").await? {
        Ok(person) => person,
        Err(reply) => return Ok(reply),
    };
    if whom.id == ctx.person.id {
        return Ok(Reply::only(ctx.text("settings-block-self", &[])).secret_if(true));
    }
    let people = ctx.engine().people();
    let name = [("name", Arg::Text(&whom.name))];
    if people.block(ctx.person.id, whom.id, ctx.now()).await? {
        return Ok(Reply::only(ctx.text("settings-blocked", &name)).secret_if(true));
    }
    Ok(Reply { text: ctx.text("settings-blocks-full", &name), ..list(ctx).await? })
}

/// Lifts the block of a list, and gives what is left of it.
pub(super) async fn lift(ctx: &Context<'_>, person: &str) -> Result<Reply, Error> {
    if let Ok(person) = person.parse() {
        ctx.engine().people().unblock(ctx.person.id, person).await?;
    }
    list(ctx).await
}

/// Whom one has blocked, each with a button that lifts it.
pub(super) async fn list(ctx: &Context<'_>) -> Result<Reply, Error> {
    let blocked = ctx.engine().people().blocked(ctx.person.id).await?;
    let count = [("n", Arg::Number(blocked.len() as u64))];
    let button = |(person, name): &(PersonId, String)| {
        let press = CallbackId::new("settings", None, &format!("unblock={person}"));
        Button::press(ctx.words.label("✕", name), press)
    };
    let buttons: Vec<Button> = blocked.iter().take(SHOWN).map(button).collect();
    let reply = Reply::only(ctx.text("settings-blocks", &count)).secret_if(true);
    Ok(buttons.chunks(IN_A_ROW).fold(reply, |reply, row| reply.with(row.to_vec())))
}

#[cfg(test)]
mod tests {
    use crate::message::Reply;
    use crate::testing::world::World;

    async fn scene() -> World {
        let world = World::with_event("Read").await;
        for name in ["ada", "ken", "eve"] {
            world.say(name, "/join").await;
        }
        world
    }

    #[tokio::test]
    async fn whoever_is_blocked_is_answered_as_where_all_is_switched_off() {
        let (blocking, off) = (scene().await, scene().await);
        let blocked = blocking.naming("ada", "/settings block:@ken", "ken").await;
        assert_eq!(
            blocked.plain(),
            "ken is blocked: their cheers and nudges no longer reach you, and they are not told. /settings shows whom you have blocked, and lifts it."
        );
        assert!(blocked.secret);
        off.say("ada", "/settings cheers:no nudges:no").await;
        for line in ["/cheer", "/cheer words:\"well done\"", "/nudge"] {
            let of = async |world: &World| -> [Reply; 2] {
                [world.to("ken", line, "ada").await, world.to_in_private("ken", line, "ada").await]
            };
            assert_eq!(of(&blocking).await, of(&off).await, "{line}");
        }
        assert_eq!(blocking.told().await, Vec::<String>::new());
        // Everybody else still can, and is told of nothing.
        let cheer = blocking.to("eve", "/cheer", "ada").await.plain();
        assert_eq!(cheer, "👏 eve cheers for ada.");
    }

    #[tokio::test]
    async fn what_is_on_its_way_when_somebody_is_blocked_does_not_come() {
        let world = scene().await;
        world.to_in_private("ken", "/cheer", "ada").await;
        world.to_in_private("ken", "/nudge", "ada").await;
        world.naming("ada", "/settings block:@ken", "ken").await;
        assert_eq!(world.told().await, Vec::<String>::new());
    }

    #[tokio::test]
    async fn whoever_has_written_to_one_is_blocked_whatever_they_share() {
        let world = scene().await;
        world.say("mal", "/start").await;
        let block = async |name: &str| {
            let line = format!("/settings block:@{name}");
            world.naming_in_private("ada", &line, name).await.plain()
        };
        let unknown = "I have not met mal yet. We meet when they use their first command.";
        assert_eq!(block("mal").await, unknown);
        // Whoever is in no event answers a message of ada's.
        world.to("mal", "/cheer words:\"hm\"", "ada").await;
        assert!(block("mal").await.starts_with("mal is blocked"));
        world.to_in_private("ken", "/nudge", "ada").await;
        let sure = world.reply_to("ken", "/leave Read").await;
        world.tap("ken", &sure, "Leave").await;
        assert!(block("ken").await.starts_with("ken is blocked"));
        let sure = world.reply_to("eve", "/leave Read").await;
        world.tap("eve", &sure, "Leave").await;
        assert_eq!(block("eve").await, unknown.replace("mal", "eve"), "she has sent nothing");
    }

    #[tokio::test]
    async fn a_block_said_twice_stays_and_is_lifted_by_a_tap() {
        let world = scene().await;
        let block = async |name: &str| {
            world.naming("ada", &format!("/settings block:@{name}"), name).await.plain()
        };
        for name in ["ken", "eve"] {
            assert!(block(name).await.contains("is blocked"), "{name}");
        }
        assert!(block("eve").await.contains("is blocked"), "a request may be worked twice");
        let panel = world.reply_to("ada", "/settings").await;
        let list = world.tap("ada", &panel, "Blocked people").await;
        let list = world.tap("ada", &list, "✕ eve").await;
        assert_eq!(list.plain(), "You have blocked one person. A tap lifts it.");
        let none = world.tap("ada", &list, "✕ ken").await;
        assert!(none.plain().starts_with("You have blocked nobody."), "{}", none.plain());
        assert_eq!(world.to("ken", "/cheer", "ada").await.plain(), "👏 ken cheers for ada.");
        assert_eq!(block("ada").await, "You cannot block yourself.");
    }
}
