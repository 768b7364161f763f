//! `/pause`: days off by one's own wish; nothing is lost meanwhile.

use engine::rules::{Action, Day, Days};
use engine::{Error, Refusal};

use crate::command::pick_event::{self, Chosen};
use crate::command::refusal::refused_in;
use crate::command::{Command, Context, Kind, Param, Says, Who};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply};
use crate::parse::date;
use crate::parse::dates::Dates;
use crate::view::{buttons, date_question, pictures};

pub const COMMAND: Command = Command {
    params: &[
        Param::new("event", "pause-event", Kind::Event(Who::Mine)),
        Param::new("from", "pause-from", Kind::Spoken(Says::Date)),
        Param::new("until", "pause-until", Kind::Spoken(Says::Date)),
    ],
    free: Some("event"),
    ..Command::new("pause", "pause-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let event = match pick_event::event(ctx, Who::Mine, "pause").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    let Some(rule) = event.rules.pause else {
        let streak = buttons::streak(ctx.words, event.id);
        return Ok(Reply::only(ctx.text("pause-not-here", &[])).with([streak]));
    };
    let Some(view) = ctx.engine().memberships().view(ctx.membership(event.id), ctx.now()).await?
    else {
        return Ok(refused_in(ctx, Some(event.id), Refusal::NotMember));
    };
    let earliest = view.life.standing.today.plus(rule.notice_days);
    let pressed = ctx.pressed_arg().and_then(|days| days.parse::<i32>().ok());
    let press = CallbackId::new("pause", Some(event.id), "");
    let first = match ctx.arg("from") {
        None => earliest,
        Some(words) => {
            let today = view.life.standing.today;
            let read = date::first_day(ctx.words, ctx.locale(), words, today);
            match one(ctx, ("from", words), read, &press) {
                Ok(day) => day,
                Err(question) => return Ok(question.secret_if(ctx.is_secret(&event))),
            }
        }
    };
    let last = match (pressed, ctx.arg("until")) {
        (Some(days), _) => Some(first.plus(days.saturating_sub(1))),
        (None, Some(words)) => {
            let read = date::day_ahead(ctx.words, ctx.locale(), words, first);
            match one(ctx, ("until", words), read, &press) {
                Ok(day) => Some(day),
                Err(question) => return Ok(question.secret_if(ctx.is_secret(&event))),
            }
        }
        (None, None) => None,
    };
    let Some(last) = last else {
        let button = |days: i32| {
            let label =
                ctx.words.plain("pause-days", &[("n", Arg::Number(days.unsigned_abs().into()))]);
            let press = CallbackId::new("pause", Some(event.id), &days.to_string());
            let from = ("from".to_owned(), first.to_string());
            Button::press(label, press.clone().keeping(&[from]).unwrap_or(press))
        };
        let title = [("title", Arg::Text(&event.title))];
        let lengths = [3, 7, 14, 30].into_iter().filter(|days| *days <= rule.length_max_days);
        let reply = Reply::only(ctx.text("pause-how-long", &title)).with(lengths.map(button));
        return Ok(pictures::framed(event.id, reply.secret_if(ctx.is_secret(&event))));
    };
    if last < first {
        let words = ctx.arg("until").unwrap_or_default();
        return Ok(Reply::only(ctx.text("create-bad-date", &[("words", Arg::Text(words))])));
    }
    let action = Action::Pause(Days { first, last });
    ctx.engine().memberships().act(ctx.membership(event.id), ctx.now(), action).await?;
    let today = ctx.today(&event);
    let (first, last) = (ctx.words.day(first, today), ctx.words.day(last, today));
    let args = [
        ("title", Arg::Text(&event.title)),
        ("first", Arg::Text(&first)),
        ("last", Arg::Text(&last)),
    ];
    let resume = Button::press(
        ctx.words.plain("button-resume", &[]),
        CallbackId::new("resume", Some(event.id), ""),
    );
    let reply =
        Reply::only(ctx.text("pause-done", &args)).with([resume]).secret_if(ctx.is_secret(&event));
    let reply = pictures::framed(event.id, reply);
    Ok(if ctx.press.is_some() { reply.replacing() } else { reply })
}

/// The day that was read, or the answer that asks for it.
fn one(
    ctx: &Context<'_>,
    said: (&str, &str),
    read: Option<Dates>,
    press: &CallbackId,
) -> Result<Day, Box<Reply>> {
    match read {
        Some(Dates::Either(days)) => Err(Box::new(date_question::asked(ctx, said, &days, press))),
        read => date_question::one(ctx, said.1, read),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_pause_keeps_the_run_and_ends_when_asked() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin").await;
        let question = world.reply_to("ada", "/pause").await;
        assert_eq!(question.plain(), "How long should Read rest for you? It begins tomorrow.");
        let paused = world.tap("ada", &question, "7 days").await;
        assert_eq!(
            paused.plain(),
            "Read rests for you from Mon 2 Mar to Sun 8 Mar. Your streak waits."
        );
        for _ in 0..4 {
            world.next_day();
        }
        assert!(world.say("ada", "/streak").await.starts_with("Read: 1 day in a row"));
        assert_eq!(
            world.press("ada", &paused, "End the pause").await,
            "Welcome back. Read counts for you again from tomorrow on."
        );
        assert_eq!(world.say("ada", "/resume").await, "You are not paused.");
        let odd = world.say("ada", "/pause until:2029-01-01").await;
        assert_eq!(odd, "That is more days than this event allows.");
    }
}
