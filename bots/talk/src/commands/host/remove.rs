//! `/event remove` and `/admin remove`: takes somebody out of an event, and lets them back in.

use engine::{Error, Membership, Record, Removal, Topic};

use crate::command::context::naming;
use crate::command::{
    Command, Context, Kind, Param, Right, Who, pick_event, pick_member, pick_person,
};
use crate::locale::Arg;
use crate::message::{CallbackId, Reply, clean};
use crate::view::{host_refusal, pictures, sure};

const PARAMS: &[Param] = &[
    Param::new("user", "admin-user", Kind::Person).required(),
    Param::new("event", "admin-event", Kind::Event(Who::Seen)),
    Param::new("ban", "remove-ban", Kind::OneOf(&["no", "yes", "pardon"])),
    Param::new("reason", "admin-reason", Kind::Text { length_max: 200 }),
    sure::PARAM,
];

/// In an event, by its host.
pub const COMMAND: Command = Command {
    params: PARAMS,
    free: Some("user"),
    rest: Some("reason"),
    ..Command::new("event remove", "remove-about", |ctx| Box::pin(run(ctx, "event-remove")))
};

/// The same for whoever manages the place.
pub const ADMIN: Command = Command {
    params: PARAMS,
    free: Some("user"),
    rest: Some("reason"),
    right: Right::Manager,
    ..Command::new("admin remove", "remove-about", |ctx| Box::pin(run(ctx, "admin-remove")))
};

/// `verb` is what a button of a question does.
async fn run(ctx: &Context<'_>, verb: &str) -> Result<Reply, Error> {
    let (whom, event) = match pick_member::hosted(ctx, verb).await? {
        Ok(picked) => picked,
        Err(reply) => return Ok(reply),
    };
    let of = Membership { event: event.id, person: whom.id };
    // A button cannot name whom only a reply shows.
    let asks = ctx.arg("ban") != Some("pardon") && !sure::is_said(ctx);
    let can_be_named = ctx.engine().memberships().is_known(of, ctx.person.id).await?
        || pick_person::is_near(ctx, &whom).await?;
    if asks && can_be_named {
        let key = if ctx.arg("ban") == Some("yes") { "ban-sure" } else { "remove-sure" };
        let args = [("name", Arg::Text(&whom.name)), ("title", Arg::Text(&event.title))];
        let press = CallbackId::new(verb, Some(event.id), &sure::YES.to_string());
        let mut said = pick_event::said_beside(ctx).await?;
        said.retain(|(name, _)| name != "user");
        said.push(naming(&whom));
        let ask = sure::ask(ctx, ctx.text(key, &args), press, &said);
        return Ok(ask.secret_if(ctx.is_secret(&event)));
    }
    let (engine, now) = (ctx.engine(), ctx.now());
    let by = ctx.person.id;
    let (what, key, done) = match ctx.arg("ban") {
        Some("pardon") => {
            let pardoned = engine.memberships().pardon(of, by).await;
            let done = pardoned.map(|rounds| Removal { rounds, ..Removal::default() });
            ("pardon", "remove-pardoned", done)
        }
        Some("yes") => {
            ("ban", "remove-banned", engine.memberships().remove(of, true, by, now).await)
        }
        _ => ("remove", "remove-done", engine.memberships().remove(of, false, by, now).await),
    };
    let removal = match done {
        Ok(removal) => removal,
        Err(error) => return host_refusal::refused(ctx, &event, &whom, error),
    };
    // Whoever was in several rounds hears of it once.
    if let Some(left) = removal.left.first() {
        let title = engine.events().get(left.event).await?.map(|event| event.title_mark());
        let topic = Topic::Removed { event: left.event, person: whom.id, title };
        let key = format!("removed:{}:{}:{}", left.event, whom.id, now.0);
        ctx.tell_person(whom.id, topic, &key).await?;
    }
    let reason = clean(ctx.arg("reason").unwrap_or_default(), 200);
    let entry = (what, Some(whom.id), reason.as_str());
    let later = removal.rounds.iter().filter(|round| round.id != event.id);
    for round in std::iter::once(&event).chain(later) {
        engine.communities().record_audit(Record::of(round), by, entry, now).await?;
    }
    let args = [("name", Arg::Text(&whom.name)), ("title", Arg::Text(&event.title))];
    let done = Reply::only(ctx.text(key, &args)).secret_if(ctx.is_secret(&event));
    Ok(pictures::framed(event.id, done))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;
    use engine::rules::Action;
    use engine::{Entry, Event, Membership, Person, Platform, RecordOf, RecordPart, Visibility};

    #[tokio::test]
    async fn somebody_is_taken_out_kept_out_and_pardoned() {
        let world = World::with_event("Read").await;
        world.say("eve", "/join").await;
        // Hiding is no way out of a host's reach.
        world.say("eve", "/privacy hide").await;
        let say = async |line: &str| world.to_as_manager("boss", line, "eve").await.plain();
        let ask = world.to_as_manager("boss", "/admin remove event:Read", "eve").await;
        assert_eq!(ask.plain(), "Take eve out of Read? What they did stays theirs.");
        let done = world.press_as_manager("boss", &ask, "Yes, do it").await;
        assert_eq!(done.plain(), "eve is out of Read.");
        let told = world.told_where().await;
        let hers = |(at, said): &(String, String)| at == "eve" && said.contains("out of Read");
        assert!(told.iter().any(hers), "{told:?}");
        assert!(world.say("eve", "/join Read").await.starts_with("You are in Read."));
        assert_eq!(
            say("/admin remove event:Read ban:yes sure:yes").await,
            "eve is out of Read and stays out."
        );
        assert_eq!(
            world.say("eve", "/join Read").await,
            "You cannot join Read. Ask whoever runs it."
        );
        let card = world.card.clone();
        assert_eq!(
            world.press("eve", &card, "✅ Check in").await,
            "You cannot join Read. Ask whoever runs it."
        );
        assert_eq!(say("/admin remove event:Read ban:pardon").await, "eve may join Read again.");
        assert!(world.say("eve", "/join Read").await.starts_with("You are in Read."));
    }

    #[tokio::test]
    async fn who_is_kept_out_stays_out_after_an_erasure() {
        let world = World::with_event("Read").await;
        world.say("eve", "/join").await;
        let say = async |line: &str| world.to_as_manager("boss", line, "eve").await.plain();
        let erase = async || {
            let people = world.talk.engine.people();
            let eve = people.find(Platform::Discord, "eve").await.expect("people are known");
            people.erase(eve.expect("she is one").id, world.now).await.expect("she goes");
        };
        say("/admin remove event:Read ban:yes sure:yes").await;
        for _ in 0..2 {
            erase().await;
            let refused = world.say("eve", "/join Read").await;
            assert_eq!(refused, "You cannot join Read. Ask whoever runs it.");
        }
        // What a host forgives is forgiven for good.
        assert_eq!(say("/admin remove event:Read ban:pardon").await, "eve may join Read again.");
        erase().await;
        assert!(world.say("eve", "/join Read").await.starts_with("You are in Read."));
    }

    /// The next round of Read is begun already.
    async fn with_next_round() -> (World, Person, Event) {
        let world = World::with_event("Read ends:\"14 days\"").await;
        world.say("host", "/event again Read").await;
        let engine = &world.talk.engine;
        let host = engine.people().find(Platform::Discord, "host").await.unwrap().unwrap();
        let rounds = engine.events().find(host.id, None, "Read", 2).await.unwrap();
        let next = rounds.into_iter().find(|event| event.follows.is_some()).unwrap();
        (world, host, next)
    }

    #[tokio::test]
    async fn who_is_kept_out_is_so_in_a_next_round_that_was_begun_before() {
        let (world, host, next) = with_next_round().await;
        let engine = &world.talk.engine;
        let renamed = Event { title: "Walk".to_owned(), ..next.clone() };
        engine.events().edit(&next, &renamed, world.now).await.unwrap();
        assert!(world.say("eve", "/join Walk").await.starts_with("You are in Walk."));
        let say = async |line: &str| world.to("host", line, "eve").await.plain();
        assert_eq!(
            say("/event remove event:Read ban:yes sure:yes").await,
            "eve is out of Read and stays out."
        );
        let told = world.told_where().await;
        let hers = told.iter().filter(|(at, said)| at == "eve" && said.contains("taken you out"));
        assert_eq!(
            hers.map(|(_, said)| said.as_str()).collect::<Vec<_>>(),
            ["A host has taken you out of Walk. What you did stays yours: /privacy has a copy."]
        );
        assert_eq!(
            world.say("eve", "/join Walk").await,
            "You cannot join Walk. Ask whoever runs it."
        );
        assert_eq!(say("/event remove event:Read ban:pardon").await, "eve may join Read again.");
        assert!(world.say("eve", "/join Walk").await.starts_with("You are in Walk."));
        let (of, newest) = (RecordOf::Event(next.id), RecordPart::Newest);
        let record = engine.communities().audit(of, newest, host.id, 2).await.unwrap();
        let deeds: Vec<&str> = record.entries.iter().map(|entry| &*entry.what).collect();
        assert_eq!(deeds, ["pardon", "ban"]);
    }

    #[tokio::test]
    async fn nobody_is_kept_out_of_or_let_into_a_round_by_who_does_not_host_it() {
        let (world, host, next) = with_next_round().await;
        let engine = &world.talk.engine;
        let (title, visibility) = ("Walk".to_owned(), Visibility::InviteOnly);
        let hidden = Event { title, visibility, ..next.clone() };
        let walk = engine.events().edit(&next, &hidden, world.now).await.unwrap();
        world.say("bob", "/join Read").await;
        let bob = engine.people().find(Platform::Discord, "bob").await.unwrap().unwrap().id;
        let in_walk = Membership { event: walk.id, person: bob };
        engine.memberships().act(in_walk, world.now, Action::Join).await.unwrap();
        let say = async |line: &str| world.to_as_manager("boss", line, "bob").await.plain();
        assert_eq!(
            say("/admin remove event:Read ban:yes sure:yes").await,
            "bob is out of Read and stays out."
        );
        assert_eq!(engine.memberships().of(bob).await.unwrap(), [in_walk]);
        engine.memberships().remove(in_walk, true, host.id, world.now).await.unwrap();
        assert_eq!(say("/admin remove event:Read ban:pardon").await, "bob may join Read again.");
        let entry = engine.memberships().entry(&walk, bob, world.now).await.unwrap();
        assert_eq!(entry, Entry::Banned);
        // What its host decided there alone is not undone from before either.
        world.to("host", "/event remove event:Read ban:pardon", "bob").await;
        let entry = engine.memberships().entry(&walk, bob, world.now).await.unwrap();
        assert_eq!(entry, Entry::Banned);
    }

    #[tokio::test]
    async fn a_host_who_manages_no_place_takes_somebody_out_of_his_event() {
        let world = World::with_event("Read").await;
        world.say("eve", "/join Read").await;
        let remove = async |name: &str| {
            world.to(name, "/event remove event:Read sure:yes", "eve").await.plain()
        };
        assert_eq!(
            remove("ken").await,
            "Only the people who run the event can do that. Ask its host."
        );
        assert_eq!(remove("host").await, "eve is out of Read.");
        assert_eq!(remove("host").await, "eve is not in Read.");
    }
}
