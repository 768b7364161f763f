//! Messages that are kept up to date: the card of an event, and the board of a day.

use engine::rules::{Cadence, Day, Instant};
use engine::{Error, Event, EventId, PostKind};

use crate::command::Talk;
use crate::locale::{Arg, Words};
use crate::message::Reply;
use crate::view::{buttons, event_card};

/// Names on each side of a day's board.
const BOARD_NAMES: usize = 12;

impl Talk {
    /// A message that is kept up to date, as it should be now.
    pub(crate) async fn post(
        &self,
        words: Words,
        id: i64,
        event: EventId,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let (Some(event), Some(post)) =
            (self.engine.events().get(event).await?, self.engine.events().post(id).await?)
        else {
            return Ok(None);
        };
        let members =
            self.engine.leaderboards().count_members(std::slice::from_ref(&event)).await?;
        let members = members.get(&event.id).copied().unwrap_or(0);
        let reply = match post.kind {
            PostKind::Card => event_card::card(words, &event, members, now),
            // A board on which nobody is would be no news.
            PostKind::Board(_) if members == 0 && post.remote_id.is_none() => return Ok(None),
            // What is over is not told late.
            PostKind::Board(day)
                if post.remote_id.is_none() && event.rules.closes_at(day) <= now =>
            {
                return Ok(None);
            }
            PostKind::Board(day) => {
                let (board, asked) = self.board_of(words, &event, day, now).await?;
                // Where nobody is asked for anything, there is nothing to begin.
                if asked == 0 && post.remote_id.is_none() {
                    return Ok(None);
                }
                board
            }
        };
        Ok(Some(Reply { silent: true, ..reply }))
    }

    /// Who is in on a day, and who is not yet; and how many that are.
    pub(crate) async fn board_of(
        &self,
        words: Words,
        event: &Event,
        day: Day,
        now: Instant,
    ) -> Result<(Reply, u64), Error> {
        let (done, open) = self.engine.leaderboards().day(event.id, day, BOARD_NAMES, now).await?;
        let asked = done.count + open.count;
        let is_over = event.rules.closes_at(day) <= now;
        let date = day.to_string();
        let args = [("day", Arg::Text(&date)), ("title", Arg::Text(&event.title))];
        let heading = match event.rules.cadence {
            Cadence::Weekly { .. } => "told-board-week",
            Cadence::Monthly { .. } => "told-board-month",
            Cadence::Daily { .. } | Cadence::EveryNDays { .. } => "told-board",
        };
        let mut text = words.text(heading, &args);
        let counts = [("in", Arg::Number(done.count)), ("all", Arg::Number(asked))];
        let counted = if is_over { "told-board-count-over" } else { "told-board-count" };
        text = text.then(words.text(counted, &counts));
        let list = |names: &[(String, u32)], count: u64| {
            let shown: Vec<String> =
                names.iter().map(|(name, run)| format!("{name} {run}")).collect();
            let shown = shown.join(" · ");
            match count.saturating_sub(names.len() as u64) {
                0 => shown,
                more => {
                    let args = [("names", Arg::Text(&shown)), ("n", Arg::Number(more))];
                    words.plain("told-board-more", &args)
                }
            }
        };
        let (done_names, open_names) =
            (list(&done.names, done.count), list(&open.names, open.count));
        text = match done.count {
            0 if is_over => text,
            0 => text.then(words.text("told-board-nobody", &[])),
            _ => text.then(words.text("told-board-in", &[("names", Arg::Text(&done_names))])),
        };
        if open.count > 0 && !is_over {
            text = text.then(words.text("told-board-open", &[("names", Arg::Text(&open_names))]));
        }
        let page = buttons::page(words, &self.public_url, event);
        let check_in = (!is_over).then(|| buttons::check_in(words, event.id));
        let below = check_in.into_iter().chain([buttons::leaderboard(words, event.id)]);
        Ok((Reply::open(text).with(below.chain(page)), asked))
    }
}

#[cfg(test)]
mod tests {
    use crate::message::Reply;
    use crate::testing::world::World;

    async fn boards(world: &mut World, at: &str) -> Vec<Reply> {
        let at: chrono::DateTime<chrono::Utc> = at.parse().expect("an instant");
        world.now = engine::rules::Instant(at.timestamp());
        let told = world.notices().await;
        told.into_iter().filter(|reply| reply.plain().starts_with("📅")).collect()
    }

    fn labels(board: &Reply) -> Vec<&str> {
        board.buttons.iter().flatten().map(|button| button.label.as_str()).collect()
    }

    #[tokio::test]
    async fn a_board_is_true_for_its_day_and_stays_as_it_is() {
        let mut world = World::with_event("Read").await;
        for name in ["ada", "ken"] {
            world.say(name, "/join").await;
        }
        let morning = boards(&mut world, "2026-03-02T09:00:00Z").await;
        assert_eq!(
            morning[0].plain(),
            "📅 2026-03-02 · Read\n0 of 2 are in\nNobody is in yet.\n⏳ ada 0 · ken 0"
        );
        assert!(labels(&morning[0]).contains(&"✅ Check in"));
        world.say("ada", "/checkin").await;
        // When the day is over nobody is waited for.
        let over = boards(&mut world, "2026-03-03T00:00:10Z").await;
        assert_eq!(over[0].plain(), "📅 2026-03-02 · Read\n1 of 2 were in\n✅ ada 1");
        assert_eq!(labels(&over[0]), ["Leaderboard"]);
        // Whoever comes or fills it in later changes nothing.
        world.say("eve", "/join Read").await;
        world.say("ken", "/checkin yesterday").await;
        let later = boards(&mut world, "2026-03-03T08:00:00Z").await;
        assert!(later.is_empty(), "{:?}", later.iter().map(Reply::plain).collect::<Vec<_>>());
    }

    #[tokio::test]
    async fn a_board_that_could_not_be_told_in_time_is_not_told_late() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        let late = boards(&mut world, "2026-03-04T08:00:00Z").await;
        let days: Vec<String> = late.iter().map(|board| board.plain()).collect();
        assert!(days.iter().all(|board| !board.contains("2026-03-02")), "{days:?}");
    }

    #[tokio::test]
    async fn a_week_has_one_board() {
        // A Sunday.
        let mut world = World::with_event("Run days:\"3 times a week\"").await;
        world.say("ada", "/join").await;
        let monday = boards(&mut world, "2026-03-02T09:00:00Z").await;
        let monday: Vec<String> = monday.iter().map(Reply::plain).collect();
        assert_eq!(
            monday,
            ["📅 Week of 2026-03-02 · Run\n0 of 1 are in\nNobody is in yet.\n⏳ ada 0"]
        );
        // It is only ever written anew.
        for day in 3..=8 {
            let at = format!("2026-03-{day:02}T09:00:00Z");
            for board in boards(&mut world, &at).await {
                assert!(board.plain().starts_with("📅 Week of 2026-03-02"), "{}", board.plain());
            }
        }
        world.say("ada", "/checkin").await;
        let sunday = boards(&mut world, "2026-03-08T12:00:00Z").await;
        assert_eq!(sunday[0].plain(), "📅 Week of 2026-03-02 · Run\n1 of 1 are in\n✅ ada 0");
        let over = boards(&mut world, "2026-03-09T00:00:10Z").await;
        assert!(
            over[0].plain().starts_with("📅 Week of 2026-03-02 · Run\n1 of 1 were in"),
            "{}",
            over[0].plain()
        );
    }
}
