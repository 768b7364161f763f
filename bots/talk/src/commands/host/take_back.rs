//! `/event undo` and `/admin undo`: takes back what a member checked in on a day, however long ago (R44); it stays on
//! record, and the member is told.

use engine::rules::{Action, Key, Role, Target};
use engine::{Error, Membership, Record, Refusal, Topic};

use crate::command::{Command, Context, Kind, Param, Right, Who, pick_member};
use crate::locale::Arg;
use crate::message::{Reply, clean};
use crate::view::{pictures, progress};

const REASON_MAX: usize = 200;

const PARAMS: &[Param] = &[
    Param::new("user", "admin-user", Kind::Person).required(),
    Param::new("day", "take-back-day", Kind::Day).required(),
    Param::new("event", "admin-event", Kind::Event(Who::Seen)),
    Param::new("reason", "admin-reason", Kind::Text { length_max: REASON_MAX }),
];

/// In an event, by its host.
pub const COMMAND: Command = Command {
    params: PARAMS,
    free: Some("user"),
    rest: Some("reason"),
    ..Command::new("event undo", "take-back-about", |ctx| Box::pin(run(ctx, "event-undo")))
};

/// The same for whoever manages the place.
pub const ADMIN: Command = Command {
    params: PARAMS,
    free: Some("user"),
    rest: Some("reason"),
    right: Right::Manager,
    ..Command::new("admin undo", "take-back-about", |ctx| Box::pin(run(ctx, "admin-undo")))
};

/// `verb` is what a button of a question does.
async fn run(ctx: &Context<'_>, verb: &str) -> Result<Reply, Error> {
    let (whom, event) = match pick_member::hosted(ctx, verb).await? {
        Ok(picked) => picked,
        Err(reply) => return Ok(reply),
    };
    let day = match pick_member::day(ctx, &event, &whom, "today") {
        Ok(day) => day,
        Err(reply) => return Ok(*reply),
    };
    let of = Membership { event: event.id, person: whom.id };
    let view = ctx.engine().memberships().view_since(of, day, ctx.now()).await?;
    let keys: Vec<Key> = view
        .iter()
        .flat_map(|view| view.history.entries.iter())
        .filter(|entry| entry.day == day)
        .map(|entry| entry.key.clone())
        .collect();
    let mut left = None;
    for (n, key) in keys.into_iter().enumerate() {
        // The same for every attempt, so that a request that is worked twice finds what it did.
        let by = Key(format!("{}:{n}", ctx.request.key));
        let action = Action::Undo { target: Target::Key(key), by, role: Role::Host };
        match ctx.engine().memberships().act(of, ctx.now(), action).await {
            Ok(decision) => left = Some(decision.standing.current),
            Err(Error::Refused(Refusal::AlreadyUndone)) => {}
            Err(other) => return Err(other),
        }
    }
    let shown = ctx.words.day(day, event.rules.shared_setting().day_of(ctx.now()));
    let (name, shown) = (("name", Arg::Text(&whom.name)), ("day", Arg::Text(&shown)));
    let Some(left) = left else {
        let nothing = ctx.text("take-back-nothing", &[name, shown]);
        return Ok(Reply::only(nothing).secret_if(ctx.is_secret(&event)));
    };
    let reason = clean(ctx.arg("reason").unwrap_or_default(), REASON_MAX);
    let detail = format!("{day} {reason}");
    let entry = ("take_back", Some(whom.id), detail.trim());
    ctx.engine()
        .communities()
        .record_audit(Record::of(&event), ctx.person.id, entry, ctx.now())
        .await?;
    let topic = Topic::TakenBack { event: event.id, person: whom.id, day };
    ctx.tell_person(whom.id, topic, &format!("taken-back:{}", ctx.request.key)).await?;
    let run = progress::run(ctx.words, &event.rules, left);
    let done = ctx.text("take-back-done", &[name, shown, ("run", Arg::Ours(&run))]);
    Ok(pictures::framed(event.id, Reply::only(done).secret_if(ctx.is_secret(&event))))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_false_check_in_is_taken_back_and_its_author_hears_of_it() {
        let mut world = World::with_event("Read").await;
        world.in_private("ada", "/start").await;
        world.say("ada", "/join").await;
        for _ in 0..12 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        // However long ago.
        let line = "/event undo day:2026-03-02 event:Read reason:\"not so\"";
        let done = world.to("host", line, "ada").await;
        assert_eq!(
            done.plain(),
            "What ada checked in on Mon 2 Mar is taken back. Now 11 days in a row."
        );
        let told = world.told().await;
        let heard = "A host of Read has taken back what you checked in on Mon 2 Mar. /matrix shows how you stand.";
        assert!(told.contains(&heard.to_owned()), "{told:?}");
        let again = world.to("host", line, "ada").await;
        assert_eq!(again.plain(), "ada checked in nothing on Mon 2 Mar. /matrix shows the days.");
        let record = world.say("host", "/event record Read").await;
        assert!(record.contains("took a check-in back") && record.contains("not so"), "{record}");
    }

    #[tokio::test]
    async fn only_a_host_takes_back_what_another_did() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin").await;
        world.say("ken", "/join").await;
        let refused = world.to("ken", "/event undo event:Read day:today", "ada").await;
        assert!(refused.plain().starts_with("Only the people who run the event"));
        assert!(world.say("ada", "/streak").await.starts_with("Read: 1 day in a row"));
    }

    #[tokio::test]
    async fn all_that_was_noted_on_a_day_is_taken_back() {
        let world = World::new().await;
        world.say("host", "/event create title:Run goal:\"20 km a week\"").await;
        world.say("ada", "/join Run").await;
        for _ in 0..3 {
            world.say("ada", "/checkin Run 8 km").await;
        }
        world.to("host", "/event undo event:Run day:today", "ada").await;
        let streak = world.say("ada", "/streak Run").await;
        assert!(streak.contains("0 of 20 km this week."), "{streak}");
    }
}
