//! `/admin audit`: what hosts and moderators did. The record of one event reads the same.

use engine::{Error, RecordOf};

use crate::command::{Command, Context, Right};
use crate::message::Reply;
use crate::view::audit::{self, Shown};

pub const COMMAND: Command = Command {
    right: Right::Manager,
    only_shows: true,
    ..Command::new("admin audit", "audit-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let Some(community) = &ctx.community else {
        return Ok(ctx.outside("right-in-group"));
    };
    let shown = Shown {
        of: RecordOf::Community(community.id),
        heading: ctx.text("audit-heading", &[]),
        nothing: ctx.text("audit-empty", &[]),
        verb: "admin-audit",
        event: None,
        turns: !ctx.is_overheard(),
    };
    audit::page(ctx, shown).await
}

#[cfg(test)]
mod tests {
    use crate::message::Reply;
    use crate::testing::world::World;

    #[tokio::test]
    async fn the_record_is_for_managers_alone() {
        let world = World::with_event("Read").await;
        assert_eq!(
            world.say("ken", "/admin audit").await,
            "Only the people who manage this place can do that. Ask one of them."
        );
        assert_eq!(
            world.as_manager("boss", "/admin audit").await.plain(),
            "Nothing has been done here yet."
        );
        world.say("ada", "/join Read").await;
        world.to_as_manager("boss", "/admin remove event:Read ban:yes sure:yes", "ada").await;
        let record = world.as_manager("boss", "/admin audit").await.plain();
        assert!(record.ends_with("boss · kept out · ada · Read"), "{record}");
    }

    #[tokio::test]
    async fn what_was_done_in_an_event_that_does_not_exist_for_a_manager_is_not_told() {
        let world = World::new().await;
        let title = "Divorce support group";
        world.say("host", &format!("/event create title:\"{title}\" visibility:invite")).await;
        world.say("host", "/join").await;
        for name in ["ada", "eve"] {
            world.say(name, "/start").await;
        }
        let remove =
            format!("/event remove event:\"{title}\" ban:yes sure:yes reason:\"told the press\"");
        let removed = world.to("host", &remove, "ada").await;
        assert!(removed.plain().contains("ada"), "{}", removed.plain());
        world.to_as_manager("boss", "/admin moderator action:add", "eve").await;
        let record = world.as_manager("boss", "/admin audit").await.plain();
        assert!(record.ends_with("boss · made moderator · eve"), "{record}");
        for word in ["Divorce", "press", "host", "ada", "kept out"] {
            assert!(!record.contains(word), "{word} in {record}");
        }
        let own = world.as_manager("host", "/admin audit").await.plain();
        let entry = format!("host · kept out · ada · {title} told the press");
        assert!(own.lines().any(|line| line.ends_with(&entry)), "{own}");
    }

    /// A group in which so many things were done, each with a reason of its own.
    async fn group(reasons: impl Iterator<Item = String>) -> World {
        let world = World::with_event("Read").await;
        world.say("eve", "/start").await;
        for reason in reasons {
            let line = format!("/admin remove event:Read ban:pardon reason:\"{reason}\"");
            world.to_as_manager("boss", &line, "eve").await;
        }
        world
    }

    /// The reasons on a page, by their first words, and its buttons.
    fn shown(page: &Reply) -> (Vec<String>, Vec<&str>) {
        let plain = page.plain();
        let reasons = plain.lines().filter_map(|line| line.split("eve · Read ").nth(1));
        let reasons = reasons.map(|reason| reason.split(' ').next().unwrap_or_default().to_owned());
        let buttons = page.buttons.iter().flatten().map(|button| button.label.as_str());
        (reasons.collect(), buttons.collect())
    }

    /// The reasons from one down to another.
    fn down(from: u32, to: u32) -> Vec<String> {
        (to..=from).rev().map(|n| n.to_string()).collect()
    }

    #[tokio::test]
    async fn a_long_record_has_pages_that_are_turned_both_ways() {
        let world = group((1..=23).map(|n| n.to_string())).await;
        let first = world.as_manager("boss", "/admin audit").await;
        assert_eq!(shown(&first), (down(23, 14), vec!["Next ▶"]));
        let second = world.press_as_manager("boss", &first, "Next ▶").await;
        assert!(second.replaces && second.secret);
        assert_eq!(shown(&second), (down(13, 4), vec!["◀ Back", "Next ▶"]));
        let third = world.press_as_manager("boss", &second, "Next ▶").await;
        assert_eq!(shown(&third), (down(3, 1), vec!["◀ Back"]));
        let back = world.press_as_manager("boss", &third, "◀ Back").await;
        assert_eq!(shown(&back), shown(&second));
        let back = world.press_as_manager("boss", &back, "◀ Back").await;
        assert_eq!(shown(&back), shown(&first));
    }

    #[tokio::test]
    async fn what_is_too_long_for_a_page_is_on_the_next_one() {
        let long = "a".repeat(190);
        let world = group((1..=10).map(|n| format!("{n} {long}"))).await;
        let first = world.as_manager("boss", "/admin audit").await;
        assert_eq!(shown(&first), (down(10, 5), vec!["Next ▶"]));
        let second = world.press_as_manager("boss", &first, "Next ▶").await;
        assert_eq!(shown(&second), (down(4, 1), vec!["◀ Back"]));
        let back = world.press_as_manager("boss", &second, "◀ Back").await;
        assert_eq!(shown(&back), shown(&first));
    }

    #[tokio::test]
    async fn where_no_page_can_be_turned_more_stands_on_one() {
        let world = group((1..=23).map(|n| n.to_string())).await;
        let page = world.as_manager_where_nothing_is_private("boss", "/admin audit").await;
        assert_eq!(shown(&page), (down(23, 1), vec![]));
    }
}
