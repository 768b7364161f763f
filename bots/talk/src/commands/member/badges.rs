//! `/badges`: what was reached, and how far the next one is.

use engine::rules::Rules;
use engine::{Error, Event, Membership};

use crate::command::{Command, Context, Kind, Param, pick_event, pick_person};
use crate::locale::Arg;
use crate::message::{Reply, Text};
use crate::view::progress;

const EVENTS_MAX: usize = 10;

pub const COMMAND: Command = Command {
    params: &[Param::new("user", "badges-user", Kind::Person)],
    free: Some("user"),
    only_shows: true,
    ..Command::new("badges", "badges-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let whose = match pick_person::whose(ctx).await? {
        Ok(person) => person,
        Err(reply) => return Ok(reply),
    };
    let mut text = ctx.text("badges-heading", &[("name", Arg::Text(&whose.name))]);
    if whose.id != ctx.person.id && !whose.share_milestones {
        let private = ctx.text("badges-private", &[("name", Arg::Text(&whose.name))]);
        return Ok(Reply::only(private));
    }
    let (mut shown, mut is_secret) = (0, false);
    let of = |event: &Event| Membership { event: event.id, person: whose.id };
    let mut events = vec![];
    for event in ctx.engine().events().of(whose.id).await? {
        if events.len() < EVENTS_MAX && ctx.may_see(&event).await? {
            events.push(event);
        }
    }
    let keys: Vec<Membership> = events.iter().map(of).collect();
    let views = ctx.engine().memberships().views(&keys, ctx.now()).await?;
    for event in events {
        let Some(view) = views.get(&of(&event)) else { continue };
        shown += 1;
        is_secret |= ctx.is_secret(&event);
        let won: Vec<String> = view
            .life
            .badges
            .keys()
            .map(|length| format!("🏅 {}", progress::count(ctx.words, &event.rules, *length)))
            .collect();
        let won = if won.is_empty() { "–".to_owned() } else { won.join("  ") };
        text =
            text.then(ctx.text(
                "badges-line",
                &[("title", Arg::Text(&event.title)), ("won", Arg::Text(&won))],
            ));
        let current = view.life.standing.current;
        if let Some(next) = event.rules.milestones.after(current) {
            text = text.then(bar(ctx, &event.rules, current, next));
        }
    }
    if shown == 0 {
        text = text.then(ctx.text("badges-none", &[]));
    }
    let cheers = ctx.engine().people().cheers(whose.id).await?;
    text = text.then(ctx.text("badges-cheers", &[("n", Arg::Number(cheers))]));
    let reply = Reply::only(text).secret_if(is_secret);
    let is_new = shown == 0 && whose.id == ctx.person.id;
    Ok(if is_new { reply.with([pick_event::events_button(ctx.words)]) } else { reply })
}

/// How far the next one is, as a bar and as numbers.
fn bar(ctx: &Context<'_>, rules: &Rules, current: u32, next: u32) -> Text {
    const WIDTH: u32 = 10;
    let full = (u64::from(current) * u64::from(WIDTH) / u64::from(next.max(1))) as usize;
    let bar = "▰".repeat(full) + &"▱".repeat(WIDTH as usize - full);
    let next = progress::count(ctx.words, rules, next);
    let args = [
        ("bar", Arg::Text(&bar)),
        ("current", Arg::Number(current.into())),
        ("next", Arg::Ours(&next)),
    ];
    ctx.text("badges-next", &args)
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn badges_are_listed_with_the_way_to_the_next() {
        let mut world = World::with_event("Read").await;
        assert!(world.say("ada", "/badges").await.contains("No badges yet."));
        world.say("ada", "/join").await;
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        assert_eq!(
            world.say("ada", "/badges").await,
            "Badges of ada\nRead: 🏅 3 days\n▰▰▰▰▱▱▱▱▱▱ 3 of 7 days\n👏 No cheers yet."
        );
    }

    #[tokio::test]
    async fn milestones_that_stay_with_somebody_are_no_badges_for_others() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        assert!(world.to("ken", "/badges", "ada").await.plain().contains("🏅 3 days"));
        world.say("ada", "/settings milestones:no").await;
        let seen = world.to("ken", "/badges", "ada").await.plain();
        assert_eq!(seen, "ada keeps badges private.");
        assert!(world.say("ada", "/badges").await.contains("🏅 3 days"));
    }
}
