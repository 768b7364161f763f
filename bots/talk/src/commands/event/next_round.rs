//! `/event again`: the next round of an event, all as it was.

use engine::rules::Key;
use engine::{Error, Event, NewEvent, PostKind, Record};

use crate::command::pick_event::{self, Chosen};
use crate::command::{Command, Context, Kind, Param, Who};
use crate::locale::Arg;
use crate::message::Reply;
use crate::view::{buttons, joining};

pub const COMMAND: Command = Command {
    params: &[Param::new("event", "again-event", Kind::Event(Who::Seen))],
    free: Some("event"),
    public: true,
    ..Command::new("event again", "again-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let event = match pick_event::event(ctx, Who::Seen, "event-again").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    let title = [("title", Arg::Text(&event.title))];
    let not_yet = || {
        let is_secret = ctx.is_secret(&event);
        let result = buttons::leaderboard(ctx.words, event.id);
        Reply::only(ctx.text("again-not-yet", &title)).with([result]).secret_if(is_secret)
    };
    if let Some(next) = newest_round(ctx, &event).await? {
        let of = [ctx.membership(event.id), ctx.membership(next.id)];
        let mine = ctx.engine().memberships().of(ctx.person.id).await?;
        // Whoever was in goes on; anybody else enters what they may see.
        if ctx.may_see(&next).await? || of.iter().any(|of| mine.contains(of)) {
            return joining::enter(ctx, &next).await;
        }
        // For whoever may not see it there is none.
        return Ok(not_yet());
    }
    if !ctx.hosts(&event).await? {
        return Ok(not_yet());
    }
    let key = Key(ctx.request.key.clone());
    let Some(new) = NewEvent::next_round(key, &event, ctx.now()) else {
        let is_secret = ctx.is_secret(&event);
        return Ok(Reply::only(ctx.text("again-no-end", &title)).secret_if(is_secret));
    };
    let new = NewEvent { is_limited: true, ..new };
    let next = match ctx.engine().events().create(new, ctx.now()).await {
        Ok(next) => next,
        Err(error) => {
            let why = ctx.no_more_rounds(&event, &error).ok_or(error)?;
            return Ok(Reply::only(why).secret_if(ctx.is_secret(&event)));
        }
    };
    ctx.engine().events().begin_boards(&next, ctx.now()).await?;
    let entry = ("again", None, "");
    ctx.engine()
        .communities()
        .record_audit(Record::of(&next), ctx.person.id, entry, ctx.now())
        .await?;
    let is_secret = ctx.is_secret(&next);
    // A card that stands for everybody is in the words of the place.
    let is_alone = is_secret || ctx.place().is_private();
    let words = if is_alone { ctx.words } else { ctx.place_words().await? };
    let begins = words.day(next.rules.start, ctx.today(&next));
    let args = [("title", Arg::Text(&next.title)), ("day", Arg::Text(&begins))];
    let card = ctx.talk.card(words, &next, 0, &ctx.unnamed().await?, ctx.now()).await?;
    let is_told = match ctx.channel().await? {
        Some(here) => ctx.engine().events().is_told_at(next.id, here).await?,
        None => false,
    };
    let keep = (is_told && !is_secret).then_some((next.id, PostKind::Card));
    let text = words.text("again-done", &args).then(card.text);
    Ok(Reply { text, keep, ..card }.secret_if(is_secret))
}

/// The round that goes on, or the last one there was; none where there is no next round yet.
async fn newest_round(ctx: &Context<'_>, event: &Event) -> Result<Option<Event>, Error> {
    const ROUNDS_MAX: usize = 100;
    let mut newest = ctx.engine().events().next_round(event.id).await?;
    for _ in 0..ROUNDS_MAX {
        let Some(round) = newest.as_ref().filter(|round| round.is_over(ctx.now())) else { break };
        let Some(next) = ctx.engine().events().next_round(round.id).await? else { break };
        newest = Some(next);
    }
    Ok(newest)
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;
    use engine::{Event, Limits, Platform, Visibility};

    #[tokio::test]
    async fn the_next_round_is_a_tap_for_the_host_and_then_for_everybody() {
        let mut world = World::new().await;
        world.say("ada", "/event create Read goal:\"20 pages\" ends:\"2 days\" zone:UTC").await;
        assert_eq!(
            world.say("ken", "/event again Read").await,
            "The next round of Read has not begun yet. Whoever runs it can begin it."
        );
        world.next_day();
        world.next_day();
        world.tick().await;
        let begun = world.say("ada", "/event again Read").await;
        assert!(begun.starts_with("The next round of Read begins on Tue 3 Mar."), "{begun}");
        assert!(begun.contains("20 pages") && begun.contains("Until Wed 4 Mar."), "{begun}");
        assert!(world.say("ken", "/join Read").await.starts_with("You are in Read."));
        world.say("ada", "/event create Walk").await;
        assert_eq!(
            world.say("ada", "/event again Walk").await,
            "Walk has no end yet. End it with /event end, and begin it again when it is over."
        );
    }

    #[tokio::test]
    async fn the_card_of_a_next_round_is_in_the_words_of_the_place() {
        let mut world = World::new().await;
        world.say("ada", "/event create Read ends:\"2 days\" zone:UTC").await;
        world.as_manager("boss", "/admin setup language:de").await;
        world.next_day();
        world.next_day();
        world.tick().await;
        let begun = world.say("ada", "/event again Read").await;
        assert!(begun.starts_with("Die nächste Runde von Read beginnt am"), "{begun}");
        assert!(!begun.contains("Every day") && !begun.contains("Nobody"), "{begun}");
    }

    /// How many events one may run, and make in a day.
    fn limit(world: &mut World, owned_events: u32, new_events: u32) {
        let limits = Limits { owned_events, new_events, ..Limits::default() };
        world.talk.engine = world.talk.engine.clone().with_limits(limits);
    }

    #[tokio::test]
    async fn what_erased_hosts_left_behind_is_not_counted_as_that_of_one_person() {
        let mut world = World::new().await;
        for (host, title) in [("ada", "Read"), ("eve", "Run")] {
            world.say(host, &format!("/event create {title} ends:\"2 days\"")).await;
            world.say("ken", &format!("/join {title}")).await;
            let people = world.talk.engine.people();
            let host = people.find(Platform::Discord, host).await.unwrap().unwrap();
            people.erase(host.id, world.now).await.unwrap();
        }
        limit(&mut world, 1, 1);
        let begun = world.as_manager("boss", "/event again Read").await.plain();
        assert!(begun.starts_with("The next round of Read begins on"), "{begun}");
    }

    #[tokio::test]
    async fn a_moderator_reads_of_the_host_what_is_the_limit_of_the_host() {
        let mut world = World::new().await;
        world.say("ada", "/event create Read ends:\"2 days\"").await;
        let enough = [
            (1, 0, "The host of Read runs as many events as one may here: 1. One of them has to"),
            (0, 1, "The host of Read has made enough events for one day. The next round can"),
        ];
        for (owned, new, want) in enough {
            limit(&mut world, owned, new);
            let refused = world.as_manager("boss", "/event again Read").await.plain();
            assert!(refused.starts_with(want), "{refused}");
        }
        limit(&mut world, 1, 0);
        assert_eq!(
            world.say("ada", "/event again Read").await,
            "You run as many events as one may here: 1. End one first."
        );
    }

    #[tokio::test]
    async fn a_next_round_for_few_is_none_for_anybody_else() {
        let mut world = World::with_event("Read ends:\"2 days\"").await;
        world.next_day();
        world.next_day();
        world.tick().await;
        let engine = &world.talk.engine;
        let host = engine.people().find(Platform::Discord, "host").await.unwrap().unwrap();
        let first = engine.events().find(host.id, None, "Read", 1).await.unwrap().pop().unwrap();
        let over = world.reply_to("host", "/event end Read").await;
        let before = world.press("ken", &over, "Next round").await;
        assert!(before.starts_with("The next round of Read has not begun yet."), "{before}");
        let begun = world.press("host", &over, "Next round").await;
        assert!(begun.starts_with("The next round of Read begins"), "{begun}");
        let next = engine.events().next_round(first.id).await.unwrap().unwrap();
        let hidden = Event { visibility: Visibility::InviteOnly, ..next.clone() };
        engine.events().edit(&next, &hidden, world.now).await.unwrap();
        assert_eq!(world.press("ken", &over, "Next round").await, before);
        let of_manager = world.press_as_manager("boss", &over, "Next round").await;
        assert_eq!(of_manager.plain(), before);
    }
}
