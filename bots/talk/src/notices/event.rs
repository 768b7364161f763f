//! An event begins or ends; a role could not be given.

use engine::rules::Instant;
use engine::{BoardRow, By, Error, EventId, PersonId, Question};
use std::collections::BTreeSet;

use crate::command::Talk;
use crate::locale::{Arg, Words};
use crate::message::Reply;
use crate::view::leaderboard::{self, PLACES};
use crate::view::{buttons, pictures};

impl Talk {
    pub(crate) async fn role_failed(
        &self,
        words: Words,
        event: EventId,
        length: u32,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.events().get(event).await? else { return Ok(None) };
        let args = [("length", Arg::Number(length.into())), ("title", Arg::Text(&event.title))];
        Ok(Some(Reply::only(words.text("told-role-failed", &args))))
    }

    pub(crate) async fn event_started(
        &self,
        words: Words,
        id: EventId,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.events().get(id).await? else { return Ok(None) };
        let text = words.text("told-event-started", &[("title", Arg::Text(&event.title))]);
        Ok(Some(
            Reply::open(text)
                .with([buttons::check_in(words, event.id), buttons::leaderboard(words, event.id)]),
        ))
    }

    pub(crate) async fn event_ended(
        &self,
        words: Words,
        id: EventId,
        unnamed: &BTreeSet<PersonId>,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.events().get(id).await? else { return Ok(None) };
        let most = PLACES + unnamed.len() as u32;
        let question = Question::top(By::Longest, most).at_close();
        let ranking = self.engine.leaderboards().page(id, &question, now).await?;
        let named = ranking.rows.iter().filter(|row| !unnamed.contains(&row.person));
        let rows: Vec<&BoardRow> =
            named.filter(|row| row.value > 0).take(PLACES as usize).collect();
        let key = if rows.is_empty() { "told-event-over" } else { "told-event-ended" };
        let heading = words.text(key, &[("title", Arg::Text(&event.title))]);
        let place = |row| leaderboard::place(words, &event, By::Longest, row);
        let text = rows.into_iter().fold(heading, |text, row| text.then(place(row)));
        let reply = Reply::open(text)
            .with([buttons::next_round(words, id), buttons::leaderboard(words, event.id)]);
        Ok(Some(Reply { frame: pictures::frame(event.id), ..reply }))
    }
}
