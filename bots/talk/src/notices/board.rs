//! Messages that are kept up to date: the card of an event, and the board of a day.

use engine::rules::{Day, Instant};
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
        let date = day.to_string();
        let args = [("day", Arg::Text(&date)), ("title", Arg::Text(&event.title))];
        let mut text = words.text("told-board", &args);
        let counts = [("in", Arg::Number(done.count)), ("all", Arg::Number(asked))];
        text = text.then(words.text("told-board-count", &counts));
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
            0 => text.then(words.text("told-board-nobody", &[])),
            _ => text.then(words.text("told-board-in", &[("names", Arg::Text(&done_names))])),
        };
        if open.count > 0 {
            text = text.then(words.text("told-board-open", &[("names", Arg::Text(&open_names))]));
        }
        let page = buttons::page(words, &self.public_url, event);
        let below = [buttons::check_in(words, event.id), buttons::leaderboard(words, event.id)];
        Ok((Reply::open(text).with(below.into_iter().chain(page)), asked))
    }
}
