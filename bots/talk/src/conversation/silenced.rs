//! What whoever is silenced in a place says there is answered to them alone, whichever command it comes to.

use engine::Error;

use crate::command::{Context, pick_person};
use crate::message::Reply;

/// Keeps an answer that everybody in the place would read from the others, where the place has silenced whoever asks.
pub(crate) async fn alone(ctx: &Context<'_>, reply: Reply) -> Result<Reply, Error> {
    let is_read = !reply.private || ctx.is_read_by_all();
    // A page that everybody reads is turned, and buttons that everybody has are changed, by whom it may be: where they
    // stand.
    let is_there = (reply.pages || reply.rebuttons) && !ctx.request.is_stray;
    if !is_read || is_there || reply.secret || !pick_person::is_silenced(ctx, ctx.person.id).await?
    {
        return Ok(reply);
    }
    let text = match reply.private {
        true => reply.text,
        false => reply.text.then(ctx.text("silenced-alone", &[])),
    };
    Ok(Reply { text, keep: None, pin: false, ..reply }.secret_if(true))
}

#[cfg(test)]
mod tests {
    use crate::message::Reply;
    use crate::testing::world::{World, press_under};

    const ALONE: &str =
        "The people who manage this place have silenced you here, so this comes to you alone.";
    const HERE: &str =
        "The people who manage this place have silenced you here. In private I do what you ask.";

    async fn scene() -> World {
        let world = World::with_event("Read").await;
        for name in ["ada", "ken"] {
            world.say(name, "/join Read").await;
            world.say(name, "/checkin Read").await;
        }
        world
    }

    fn assert_alone(reply: &Reply) {
        assert!(reply.private && reply.secret && reply.keep.is_none(), "{reply:?}");
        assert!(reply.plain().ends_with(ALONE), "{}", reply.plain());
    }

    #[tokio::test]
    async fn what_a_silenced_person_shares_or_makes_is_for_them_alone() {
        let mut world = scene().await;
        let mut shown = vec![];
        for line in ["/streak Read", "/matrix Read", "/year"] {
            shown.push(world.reply_to("ada", line).await);
        }
        assert!(!world.tap("ada", &shown[0], "Share").await.private);
        world.to_as_manager("boss", "/admin silence", "ada").await;
        for reply in &shown {
            assert_alone(&world.tap("ada", reply, "Share").await);
        }
        let made = world.reply_to("ada", "/event create title:Spam visibility:public").await;
        assert_alone(&made);
        world.say("ken", "/join Spam").await;
        for _ in 0..8 {
            world.say("ken", "/checkin Spam").await;
            world.next_day();
            let told = world.told_where().await;
            let is_free = |(at, said): &(String, String)| at != "channel" || !said.contains("Spam");
            assert!(told.iter().all(is_free), "{told:?}");
        }
    }

    #[tokio::test]
    async fn a_silenced_person_announces_and_invites_nobody_here() {
        let world = scene().await;
        let form = world.reply_to("host", "/event create").await;
        let draft = world.fill("host", &form, &[("title", "Swim")]).await;
        world.to_as_manager("boss", "/admin silence", "host").await;
        assert_eq!(world.say("host", "/event announce Read").await, HERE);
        assert_eq!(world.say("host", "/event invite event:Read here:yes").await, HERE);
        // What waited to be published is told elsewhere alone.
        assert_alone(&world.tap("host", &draft, "Publish").await);
        let told = world.told_where().await;
        assert!(
            told.iter().all(|(at, said)| at != "channel" || !said.contains("Swim")),
            "{told:?}"
        );
    }

    #[tokio::test]
    async fn a_page_that_a_silenced_person_turns_where_there_is_none_is_for_them_alone() {
        let world = scene().await;
        let board = world.reply_to("ken", "/leaderboard Read").await;
        let turn = press_under(&board, "Longest").expect("another ranking");
        world.to_as_manager("boss", "/admin silence", "ada").await;
        assert!(world.presses_where_all_read("ada", &turn, true).await.secret);
        assert!(!world.presses_where_all_read("ada", &turn, false).await.secret);
        assert!(!world.presses_where_all_read("ken", &turn, true).await.secret);
    }

    #[tokio::test]
    async fn where_all_read_every_answer_to_a_silenced_person_comes_in_private() {
        let world = scene().await;
        world.to_as_manager("boss", "/admin silence", "ada").await;
        assert!(world.where_all_read("ada", "/streak Read").await.secret);
        assert!(!world.where_all_read("ken", "/streak Read").await.secret);
    }
}
