//! Somebody asks to be let in, typed a code where others read, or was answered.

use engine::{Error, EventId, PersonId};

use crate::command::Talk;
use crate::locale::{Arg, Words};
use crate::message::{Reply, label};
use crate::view::{buttons, review};

impl Talk {
    pub(crate) async fn join_asked(
        &self,
        words: Words,
        event: EventId,
        person: PersonId,
    ) -> Result<Option<Reply>, Error> {
        let (Some(event), Some(person)) =
            (self.engine.events().get(event).await?, self.engine.people().get(person).await?)
        else {
            return Ok(None);
        };
        let args = [("name", Arg::Text(&person.name)), ("title", Arg::Text(&event.title))];
        let buttons = review::answers(words, &event, person.id, &label(&person.name));
        Ok(Some(Reply::only(words.text("told-join-asked", &args)).with(buttons)))
    }

    /// A code is worthless now; whoever typed it may still be let in.
    pub(crate) async fn code_overheard(
        &self,
        words: Words,
        event: EventId,
        person: PersonId,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.events().get(event).await? else { return Ok(None) };
        let known = self.engine.people().get(person).await?;
        // Whoever speaks for a whole group cannot be told from others.
        let name = known.map_or_else(|| words.plain("somebody", &[]), |person| person.name);
        let args = [("name", Arg::Text(&name)), ("title", Arg::Text(&event.title))];
        let reply = Reply::only(words.text("told-code-overheard", &args));
        let asks = self.engine.memberships().asking(event.id).await?.contains(&person);
        let buttons = review::answers(words, &event, person, &label(&name));
        Ok(Some(if asks { reply.with(buttons) } else { reply }))
    }

    pub(crate) async fn join_answered(
        &self,
        words: Words,
        event: EventId,
        let_in: bool,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.events().get(event).await? else { return Ok(None) };
        let title = [("title", Arg::Text(&event.title))];
        Ok(Some(if let_in {
            Reply::only(words.text("told-join-in", &title))
                .with([buttons::check_in(words, event.id)])
        } else {
            Reply::only(words.text("told-join-out", &title))
        }))
    }
}
