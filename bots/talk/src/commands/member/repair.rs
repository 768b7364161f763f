//! `/repair`: mends a missed day, where the event allows it.

use engine::rules::{Action, Day, Named, Role};
use engine::{Error, OWN_REPAIR, Refusal, View};

use crate::command::pick_event::{self, Chosen};
use crate::command::refusal::refused_in;
use crate::command::{Command, Context, Kind, Param, Who, audit_trail};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply};
use crate::view::{buttons, pictures, progress};

pub const COMMAND: Command = Command {
    params: &[
        Param::new("event", "repair-event", Kind::Event(Who::Mine)),
        Param::new("day", "repair-day", Kind::Day),
    ],
    free: Some("event"),
    ..Command::new("repair", "repair-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let event = match pick_event::event(ctx, Who::Mine, "repair").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    let of = ctx.membership(event.id);
    let Some(view) = ctx.engine().memberships().view(of, ctx.now()).await? else {
        return Ok(refused_in(ctx, Some(event.id), Refusal::NotMember));
    };
    let Some(day) = wanted(ctx, &view) else {
        let last = view.life.breaks.last().filter(|_| event.rules.repair.is_some());
        let Some(last) = last else {
            let matrix = buttons::matrix(ctx.words, event.id);
            return Ok(Reply::only(ctx.text("repair-nothing", &[])).with([matrix]));
        };
        let day = ctx.words.day(last.last, view.life.standing.today);
        let label = ctx.words.plain("button-repair", &[("day", Arg::Text(&day))]);
        let button = Button::press(
            label,
            CallbackId::new("repair", Some(event.id), &last.last.0.to_string()),
        );
        let span = ("span", Arg::Kind(progress::period(&event.rules)));
        let which = ctx.text("repair-which", &[("day", Arg::Text(&day)), span]);
        return Ok(pictures::framed(event.id, Reply::only(which).with([button])));
    };
    let action = Action::Repair { day, role: Role::Member };
    let decision = match ctx.engine().memberships().act(of, ctx.now(), action).await {
        Err(Error::Refused(Refusal::Cooldown)) => return Ok(too_soon(ctx, &view)),
        other => other?,
    };
    audit_trail::note_own(ctx, &event, OWN_REPAIR, day).await?;
    let run = progress::run(ctx.words, &event.rules, decision.standing.current);
    let args = [("title", Arg::Text(&event.title)), ("run", Arg::Ours(&run))];
    let reply = Reply::only(ctx.text("repair-done", &args)).secret_if(ctx.is_secret(&event));
    let reply = pictures::framed(event.id, reply);
    Ok(if ctx.press.is_some() { reply.replacing() } else { reply })
}

/// One was repaired not long ago: when the next may be.
fn too_soon(ctx: &Context<'_>, view: &View) -> Reply {
    let Some(opens) = engine::rules::repair::opens_again(&view.history) else {
        return refused_in(ctx, ctx.pressed_event(), Refusal::Cooldown);
    };
    let when = ctx.date_and_time(opens);
    Reply::only(ctx.text("repair-too-soon", &[("when", Arg::Time(opens, &when))]))
}

fn wanted(ctx: &Context<'_>, view: &View) -> Option<Day> {
    if let Some(day) = ctx.pressed_arg() {
        return day.parse().ok().map(Day);
    }
    let today = view.life.standing.today;
    Some(match ctx.named_day(ctx.arg("day")?, today)? {
        Named::Now => today,
        Named::DaysAgo(days) => today.plus(-days),
        Named::Date(day) => day,
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_missed_day_is_mended_by_a_tap() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        assert_eq!(world.say("ada", "/repair").await, "There is nothing to repair.");
        world.next_day();
        world.next_day();
        let question = world.reply_to("ada", "/repair").await;
        assert_eq!(
            question.plain(),
            "Your streak stopped on Thu 5 Mar. Repair that day? It keeps the streak and adds nothing."
        );
        let done = world.press("ada", &question, "Repair Thu 5 Mar").await;
        assert_eq!(done, "◇ Repaired. Read: 3 days in a row.");
    }

    #[tokio::test]
    async fn a_day_that_a_member_mended_is_on_record_for_the_host_alone() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        world.next_day();
        world.next_day();
        world.say("ada", "/repair day:2026-03-05").await;
        let record = world.say("host", "/event record Read").await;
        assert!(record.ends_with("ada · repaired a day of their own · Thu 5 Mar"), "{record}");
        let audit = world.as_manager("boss", "/admin audit").await;
        assert_eq!(audit.plain(), "Nothing has been done here yet.");
    }
}
