//! `/admin moderator`: who helps to run a community.

use engine::{Error, Platform, Record};

use crate::command::{Command, Context, Kind, Other, Param, Right, pick_person};
use crate::locale::Arg;
use crate::message::{Reply, Text};

pub const COMMAND: Command = Command {
    params: &[
        Param::new("user", "admin-user", Kind::Person),
        Param::new("action", "moderator-action", Kind::OneOf(&["add", "remove"])),
    ],
    free: Some("user"),
    right: Right::Manager,
    ..Command::new("admin moderator", "moderator-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let Some(community) = &ctx.community else {
        return Ok(ctx.outside("right-in-group"));
    };
    if matches!(ctx.other("user").await?, Other::Nobody) {
        let people = ctx.engine().communities().moderators(community.id).await?;
        let known = ctx.engine().people().names(&people).await?;
        let names = people.iter().filter_map(|one| known.get(one)).map(String::as_str);
        let count = names.clone().count() as u64;
        let names = ctx.words.list(names);
        let args = [("n", Arg::Number(count)), ("names", Arg::Text(&names))];
        return Ok(Reply::only(ctx.text("moderator-list", &args)).showing());
    }
    // A moderator helps; who helps is decided by whoever manages the place.
    if !ctx.request.manages {
        return Ok(Reply::only(ctx.text("right-manager", &[])));
    }
    let whom = match pick_person::of_place(ctx).await? {
        Ok(person) => person,
        Err(reply) => return Ok(reply),
    };
    let is_one = ctx.arg("action") != Some("remove");
    let engine = ctx.engine();
    engine
        .communities()
        .set_moderator(community.id, whom.id, is_one, ctx.person.id, ctx.now())
        .await?;
    let what = if is_one { "moderator" } else { "no_moderator" };
    let record = Record { community: Some(community.id), event: None };
    engine
        .communities()
        .record_audit(record, ctx.person.id, (what, Some(whom.id), ""), ctx.now())
        .await?;
    let key = if is_one { "moderator-added" } else { "moderator-removed" };
    let said = ctx.text(key, &[("name", Arg::Text(&whom.name))]);
    // Whoever manages the server is the one to say so.
    let is_discord = ctx.request.account.platform == Platform::Discord;
    let how = (is_one && is_discord).then(|| ctx.text("moderator-on-discord", &[]));
    Ok(Reply::only(how.into_iter().fold(said, Text::then)))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    async fn told_to_mia(world: &World) -> Vec<String> {
        let told = world.told_where().await.into_iter();
        told.filter(|(at, _)| at == "mia").map(|(_, told)| told).collect()
    }

    #[tokio::test]
    async fn whoever_turns_a_moderator_on_and_off_writes_to_nobody_by_that() {
        let mut world = World::with_event("Read").await;
        world.say("mia", "/join").await;
        let mut told = vec![];
        for _ in 0..4 {
            for action in ["add", "remove"] {
                let line = format!("/admin moderator action:{action}");
                world.to_as_manager("boss", &line, "mia").await;
                told.extend(told_to_mia(&world).await);
                world.now = world.now.plus_s(60);
            }
        }
        assert_eq!(told.len(), 2, "{told:?}");
    }

    #[tokio::test]
    async fn a_moderator_helps_until_not_any_more() {
        let world = World::with_event("Read").await;
        world.say("mia", "/join").await;
        let say = async |line: &str| world.to_as_manager("boss", line, "mia").await.plain();
        let added = say("/admin moderator").await;
        let helps = "mia now helps to run this community, from within it: not from private chats or the web.\nOn Discord,";
        assert!(added.starts_with(helps), "{added}");
        let how = "On Discord, whoever manages the server lets moderators use /admin: \
                   Server Settings → Integrations → my name.";
        let heard = "You now help to run Group: you may use /admin there, and look after the events \
                     that were made there.";
        assert_eq!(told_to_mia(&world).await, [format!("{heard}\n{how}")]);
        say("/admin moderator").await;
        assert!(told_to_mia(&world).await.is_empty(), "that is no news");
        assert_eq!(world.say("mia", "/admin moderator").await, "1 moderator: mia");
        assert_eq!(
            world.to("mia", "/admin moderator", "mia").await.plain(),
            "Only the people who manage this place can do that. Ask one of them."
        );
        assert!(world.say("mia", "/event edit event:Read emoji:📚").await.starts_with("Changed."));
        // Whether she is still there is not known elsewhere.
        assert_eq!(
            world.in_private("mia", "/event end Read").await.plain(),
            "Only the people who run the event can do that. Ask its host."
        );
        assert_eq!(say("/admin moderator action:remove").await, "mia is no longer a moderator.");
        let heard = "You no longer help to run Group. Your streaks and the events that you made stay \
                     yours.";
        assert_eq!(told_to_mia(&world).await, [heard]);
        assert_eq!(
            world.say("mia", "/admin moderator").await,
            "Only the people who manage this place can do that. Ask one of them."
        );
    }
}
