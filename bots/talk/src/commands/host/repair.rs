//! `/event repair` and `/admin repair`: mends a missed day of a member, however long ago; it stays on record.

use engine::rules::{Action, Role};
use engine::{Error, Membership, Record};

use crate::command::{Command, Context, Kind, Param, Right, Who, pick_member};
use crate::locale::Arg;
use crate::message::{Reply, clean};
use crate::view::{host_refusal, pictures, progress};

const REASON_MAX: usize = 200;

const PARAMS: &[Param] = &[
    Param::new("user", "admin-user", Kind::Person).required(),
    Param::new("day", "admin-repair-day", Kind::Day).required(),
    Param::new("event", "admin-event", Kind::Event(Who::Seen)),
    Param::new("reason", "admin-reason", Kind::Text { length_max: REASON_MAX }),
];

/// In an event, by its host.
pub const COMMAND: Command = Command {
    params: PARAMS,
    free: Some("user"),
    rest: Some("reason"),
    ..Command::new("event repair", "admin-repair-about", |ctx| Box::pin(run(ctx, "event-repair")))
};

/// The same for whoever manages the place.
pub const ADMIN: Command = Command {
    params: PARAMS,
    free: Some("user"),
    rest: Some("reason"),
    right: Right::Manager,
    ..Command::new("admin repair", "admin-repair-about", |ctx| Box::pin(run(ctx, "admin-repair")))
};

/// `verb` is what a button of a question does.
async fn run(ctx: &Context<'_>, verb: &str) -> Result<Reply, Error> {
    let (whom, event) = match pick_member::hosted(ctx, verb).await? {
        Ok(picked) => picked,
        Err(reply) => return Ok(reply),
    };
    let day = match pick_member::day(ctx, &event, &whom, "yesterday") {
        Ok(day) => day,
        Err(reply) => return Ok(*reply),
    };
    let of = Membership { event: event.id, person: whom.id };
    let action = Action::Repair { day, role: Role::Host };
    let decision = match ctx.engine().memberships().act(of, ctx.now(), action).await {
        Ok(decision) => decision,
        Err(error) => return host_refusal::refused(ctx, &event, &whom, error),
    };
    let reason = clean(ctx.arg("reason").unwrap_or_default(), REASON_MAX);
    let detail = format!("{day} {reason}");
    let entry = ("repair", Some(whom.id), detail.trim());
    ctx.engine()
        .communities()
        .record_audit(Record::of(&event), ctx.person.id, entry, ctx.now())
        .await?;
    let day = ctx.words.day(day, event.rules.shared_setting().day_of(ctx.now()));
    let run = progress::run(ctx.words, &event.rules, decision.standing.current);
    let args =
        [("name", Arg::Text(&whom.name)), ("day", Arg::Text(&day)), ("run", Arg::Ours(&run))];
    let done = Reply::only(ctx.text("admin-repaired", &args)).secret_if(ctx.is_secret(&event));
    Ok(pictures::framed(event.id, done))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_host_mends_what_a_member_cannot_any_more() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        for _ in 0..8 {
            world.next_day();
        }
        assert!(world.say("ada", "/streak").await.starts_with("Read: at 0"));
        let line = "/admin repair day:2026-03-05 event:Read reason:\"was in hospital\"";
        let done = world.to_as_manager("boss", line, "ada").await;
        assert!(done.plain().starts_with("◇ Repaired Thu 5 Mar for ada."), "{}", done.plain());
        let audit = world.as_manager("boss", "/admin audit").await;
        assert!(
            audit.plain().contains("boss · repaired a day · ada · Read Thu 5 Mar was in hospital"),
            "{}",
            audit.plain()
        );
        assert_eq!(
            world.to("ken", line, "ada").await.plain(),
            "Only the people who manage this place can do that. Ask one of them."
        );
    }

    #[tokio::test]
    async fn a_host_who_manages_no_place_mends_a_day_in_his_event() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        for _ in 0..8 {
            world.next_day();
        }
        let line = "/event repair day:2026-03-05 event:Read";
        let refused = world.to("ken", line, "ada").await.plain();
        assert_eq!(refused, "Only the people who run the event can do that. Ask its host.");
        let done = world.to("host", line, "ada").await.plain();
        assert!(done.starts_with("◇ Repaired Thu 5 Mar for ada."), "{done}");
    }

    #[tokio::test]
    async fn a_host_says_which_event_by_a_button() {
        let mut world = World::with_event("Read").await;
        world.say("host", "/event create Run").await;
        world.say("ada", "/join Read").await;
        world.say("ada", "/checkin Read").await;
        for _ in 0..4 {
            world.next_day();
        }
        let which = world.to("host", "/event repair day:2026-03-03", "ada").await;
        let done = world.press("host", &which, "Read").await;
        assert!(done.starts_with("◇ Repaired Tue 3 Mar for ada."), "{done}");
    }

    #[tokio::test]
    async fn a_refusal_speaks_of_the_member() {
        let world = World::with_event("Read").await;
        world.say("ada", "/start").await;
        let repair = async || {
            world.to("host", "/event repair day:2026-02-28 event:Read", "ada").await.plain()
        };
        assert_eq!(repair().await, "ada is not in Read.");
        world.say("ada", "/join Read").await;
        assert_eq!(
            repair().await,
            "ada missed nothing there that ended a streak. /matrix shows the days."
        );
    }
}
