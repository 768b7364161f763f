//! `/admin role`: a Discord role for whoever reaches a milestone.

use engine::{Error, Platform, Record};

use crate::command::{Command, Context, Kind, Param, Right};
use crate::locale::Arg;
use crate::message::Reply;
use crate::parse::number;
use crate::view::buttons;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("length", "role-length", Kind::Text { length_max: 5 }),
        Param::new("role", "role-role", Kind::Role),
    ],
    free: Some("length"),
    right: Right::Manager,
    ..Command::new("admin role", "role-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let Some(community) = &ctx.community else {
        return Ok(ctx.outside("right-in-group"));
    };
    if ctx.request.account.platform != Platform::Discord {
        return Ok(discord_only(ctx));
    }
    let Some(words) = ctx.arg("length") else {
        let rewards = ctx.engine().communities().role_rewards(community.id).await?;
        let mut text = ctx.text("role-list", &[("n", Arg::Number(rewards.len() as u64))]);
        for (length, role) in rewards {
            let args = [("length", Arg::Number(length.into())), ("role", Arg::Role(&role))];
            text = text.then(ctx.text("role-line", &args));
        }
        return Ok(Reply::only(text));
    };
    let Some(length) = number::alone(words).filter(|n| (1..=10_000).contains(n)) else {
        return Ok(Reply::only(ctx.text("role-bad-length", &[])));
    };
    let role = ctx.arg("role");
    if role.is_some_and(|role| role.is_empty() || !role.bytes().all(|byte| byte.is_ascii_digit())) {
        return Ok(discord_only(ctx));
    }
    // We may give roles that whoever asks may not, which would be a way to them.
    if let Some(role) = role.filter(|role| !ctx.request.grants.iter().any(|one| one == role)) {
        return Ok(Reply::only(ctx.text("role-not-yours", &[("role", Arg::Role(role))])));
    }
    ctx.engine().communities().set_role_reward(community.id, length, role, ctx.now()).await?;
    let record = Record { community: Some(community.id), event: None };
    let said = match role {
        Some(role) => format!("{length} → {role}"),
        None => format!("{length} → –"),
    };
    let entry = ("role", None, said.as_str());
    ctx.engine().communities().record_audit(record, ctx.person.id, entry, ctx.now()).await?;
    let length = ("length", Arg::Number(length.into()));
    Ok(Reply::only(match role {
        Some(role) => ctx.text("role-set", &[length, ("role", Arg::Role(role))]),
        None => ctx.text("role-unset", &[length]),
    }))
}

/// Where there are no roles, how much is told of milestones is set up all the same.
fn discord_only(ctx: &Context<'_>) -> Reply {
    Reply::only(ctx.text("role-discord-only", &[])).with([buttons::setup(ctx.words)])
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn roles_stand_for_milestones() {
        let world = World::with_event("Read").await;
        let say = async |line: &str| world.as_manager("boss", line).await.plain();
        assert_eq!(
            say("/admin role").await,
            "No roles for milestones yet. /admin role with a length and a role sets one."
        );
        assert_eq!(say("/admin role length:7 role:42").await, "Whoever has 7 in a row gets @42.");
        assert_eq!(say("/admin role").await, "One role for a milestone:\n7 in a row: @42");
        assert_eq!(say("/admin role length:7").await, "7 in a row no longer brings a role.");
        assert!(say("/admin role length:many").await.starts_with("Which milestone"));
    }

    #[tokio::test]
    async fn nobody_has_a_role_given_that_they_may_not_give() {
        let world = World::with_event("Read").await;
        let say = async |line: &str| world.as_manager("boss", line).await.plain();
        say("/admin role length:7 role:42").await;
        for length in [3, 7] {
            assert_eq!(
                say(&format!("/admin role length:{length} role:43")).await,
                "I give @43 only for somebody who may give it: that takes “Manage roles”, and all that the role itself allows. Ask somebody who has both."
            );
        }
        assert_eq!(say("/admin role").await, "One role for a milestone:\n7 in a row: @42");
        // A moderator of ours may have no right at all on the platform, and may take one off.
        world.say("mia", "/join").await;
        world.to_as_manager("boss", "/admin moderator", "mia").await;
        let refused = world.say("mia", "/admin role length:3 role:42").await;
        assert!(refused.starts_with("I give @42 only for"), "{refused}");
        let gone = world.say("mia", "/admin role length:7").await;
        assert_eq!(gone, "7 in a row no longer brings a role.");
    }
}
