//! What people do for one another: cheers, nudges, and who helps to run a community.

use engine::rules::Instant;
use engine::{CommunityId, Delivery, Error, Event, Membership, PersonId, Platform};

use crate::command::Talk;
use crate::locale::{Arg, Words};
use crate::message::{Button, CallbackId, Reply, Text};
use crate::view::{buttons, progress};

impl Talk {
    /// The link that shows that an address is a person's; it goes to that address alone.
    pub(crate) async fn confirm_email(
        &self,
        words: Words,
        delivery: &Delivery,
        person: PersonId,
    ) -> Result<Option<Reply>, Error> {
        let Some(email) = self.engine.people().email(person).await? else { return Ok(None) };
        let Some(code) = email
            .confirm_code
            .filter(|_| email.wanted.as_ref() == Some(&delivery.destination.address))
        else {
            return Ok(None);
        };
        let Some(person) = self.engine.people().get(person).await? else { return Ok(None) };
        let text = words.text("told-confirm-email", &[("name", Arg::Text(&person.name))]);
        let link = format!("{}/email/confirm/{code}", self.public_url);
        let confirm = Button::link(words.plain("button-confirm-email", &[]), link);
        Ok(Some(Reply::only(text).with([confirm])))
    }

    /// A word from one person to another.
    pub(crate) async fn peer_message(
        &self,
        words: Words,
        key: &str,
        event: Option<&Event>,
        from: PersonId,
    ) -> Result<Option<Reply>, Error> {
        let Some(from) = self.engine.people().get(from).await? else { return Ok(None) };
        let title = event.map(|event| event.title.as_str()).unwrap_or_default();
        let span = event.map_or("day", |event| progress::period(&event.rules));
        let args = [
            ("name", Arg::Text(&from.name)),
            ("title", Arg::Text(title)),
            ("span", Arg::Kind(span)),
        ];
        let reply = Reply::only(words.text(key, &args[..if event.is_some() { 3 } else { 1 }]));
        Ok(Some(match event {
            Some(event) => reply.with([buttons::check_in(words, event.id)]),
            None => reply,
        }))
    }

    pub(crate) async fn nudge(
        &self,
        words: Words,
        of: Membership,
        from: PersonId,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let Some((event, view)) = self.event_and_view(of, now).await? else { return Ok(None) };
        // Done meanwhile, or asked for peace.
        if !view.is_open_today() || self.is_quiet(of.person, now).await? {
            return Ok(None);
        }
        self.peer_message(words, "told-nudge", Some(&event), from).await
    }

    /// Somebody helps to run a community from now on, or does so no more; nothing where that is not so any more.
    pub(crate) async fn moderator(
        &self,
        words: Words,
        community: CommunityId,
        person: PersonId,
        is_one: bool,
    ) -> Result<Option<Reply>, Error> {
        let communities = self.engine.communities();
        let Some((platform, place)) = communities.name(community).await? else { return Ok(None) };
        if communities.moderators(community).await?.contains(&person) != is_one {
            return Ok(None);
        }
        let place = [("place", Arg::Text(&place))];
        let help =
            Button::press(words.plain("button-help", &[]), CallbackId::new("help", None, ""));
        if !is_one {
            let text = words.text("told-moderator-removed", &place);
            return Ok(Some(Reply::only(text).with([help])));
        }
        // Discord shows commands of managers to them alone, unless the server says otherwise.
        let is_discord = platform == Platform::Discord;
        let how = is_discord.then(|| words.text("moderator-on-discord", &[]));
        let text = how.into_iter().fold(words.text("told-moderator", &place), Text::then);
        Ok(Some(Reply::only(text).with([help])))
    }
}
