//! `/streak`: how one stands.

use super::check_in::leaderboard_button;
use crate::choose::{self, Mine};
use crate::command::{Call, Command, Kind, Param, Who};
use crate::words::Arg;
use crate::{Button, Press, Reply, Text};
use engine::Error;
use engine::rules::Status;

/// Days shown as done or not.
const LAST_DAYS: usize = 7;

pub const COMMAND: Command = Command {
    path: "streak",
    about: "streak-about",
    params: &[Param {
        name: "event",
        about: "streak-event",
        kind: Kind::Event(Who::Mine),
        required: false,
    }],
    free: Some("event"),
    public: false,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let typed = call.arg("event").unwrap_or_default();
    let words = typed.to_lowercase();
    let mut mine = choose::mine(call).await?;
    if mine.is_empty() {
        let events =
            Button::press(call.words.plain("button-events", &[]), Press::new("events", None, ""));
        return Ok(Reply::only(call.text("event-none-mine", &[])).with([events]));
    }
    mine.retain(|mine| {
        mine.event.title.to_lowercase().contains(&words) || mine.event.slug == words
    });
    if mine.is_empty() {
        return Ok(choose::unknown(call, typed));
    }
    let text = mine
        .iter()
        .take(choose::QUESTIONS_MAX)
        .fold(Text::default(), |text, mine| text.then(describe(call, mine)));
    let reply = Reply::only(text).secret_if(mine.iter().any(|mine| mine.event.is_hidden()));
    let [only] = &mine[..] else { return Ok(reply) };
    let check_in = Button::press(
        call.words.plain("button-checkin", &[]),
        Press::new("checkin", Some(only.event.id), ""),
    )
    .main();
    let board = leaderboard_button(call, &only.event);
    let is_open = only.event.rules.is_scheduled(only.view.life.standing.today)
        && !only.view.life.standing.met_today;
    Ok(reply.with(if is_open { vec![check_in, board] } else { vec![board] }))
}

fn describe(call: &Call<'_>, mine: &Mine) -> Text {
    let standing = &mine.view.life.standing;
    let number = |n: u32| Arg::Number(n.into());
    let freezes = ("freezes", number(standing.freezes));
    let today = match standing {
        standing if standing.met_today => "streak-today-done",
        standing if mine.event.rules.is_scheduled(standing.today) => "streak-today-open",
        _ => "streak-today-rest",
    };
    let title = ("title", Arg::Text(&mine.event.title));
    let text = call
        .text("streak-line", &[title, ("current", number(standing.current))])
        .then(call.text(
            "streak-more",
            &[
                ("longest", number(standing.longest)),
                ("total", number(standing.total)),
                ("met", number(met_lately(mine))),
                ("days", Arg::Number(LAST_DAYS as u64)),
            ],
        ))
        .then(call.text(today, &[]));
    // Where the event has freezes, having none is worth knowing as well.
    match mine.event.rules.freeze {
        Some(_) => text.then(call.text("streak-freezes", &[freezes])),
        None => text,
    }
}

fn met_lately(mine: &Mine) -> u32 {
    let lately = mine.view.life.periods.iter().rev().take(LAST_DAYS);
    lately.filter(|(_, status)| *status == Status::Met).count() as u32
}

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn a_streak_names_run_best_and_total() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        let streak = world.say("ada", "/streak").await;
        assert_eq!(
            streak,
            "Read: 3 in a row\nBest 3 · 3 in all · 3 of the last 7 days\nToday is still open.\n❄️ One freeze: a missed day will not end the run."
        );
        world.next_day();
        let saved = world.say("ada", "/streak").await;
        assert!(saved.starts_with("Read: 3 in a row"), "{saved}");
        assert!(saved.ends_with("No freeze left: a missed day ends the run."), "{saved}");
        world.next_day();
        let rested = world.say("ada", "/streak").await;
        assert!(rested.starts_with("Read: at 0 for now\nBest 3"), "{rested}");
    }
}
