//! What is told without being asked: milestones, reminders, what ended and what begins.

use engine::rules::Instant;
use engine::{
    Asker, Deed, Delivery, Error, Event, EventId, Kind as Reach, Membership, PersonId, Topic, View,
};
use std::collections::BTreeSet;
use std::time::Duration;

use crate::command::Talk;
use crate::locale::{Arg, Words};
use crate::message::Reply;
use crate::notices::welcome::welcome;
use crate::view::{erasure, link, winners};

impl Talk {
    /// The words of a delivery, found soon enough to leave time for the sending; why not, where that fails.
    pub async fn tell_in_time(&self, delivery: &Delivery) -> Result<Option<Reply>, String> {
        const WORDS: Duration = Duration::from_secs(15);
        match tokio::time::timeout(WORDS, self.tell(delivery)).await {
            Ok(words) => words.map_err(|error| error.to_string()),
            Err(late) => Err(format!("no words yet: {late}")),
        }
    }

    /// The words of a delivery, or none where nothing is left to say.
    pub async fn tell(&self, delivery: &Delivery) -> Result<Option<Reply>, Error> {
        let words = self.words_for(delivery).await?;
        if !self.may_be_told(delivery).await? {
            return Ok(None);
        }
        let pin = self.is_pinned(delivery).await?;
        let by_length = matches!(delivery.topic, Topic::Milestones { .. });
        let news = self.news(words, delivery).await?;
        Ok(news.map(|reply| Reply { pin: pin && (reply.pin || !by_length), ..reply }))
    }

    async fn news(&self, words: Words, delivery: &Delivery) -> Result<Option<Reply>, Error> {
        // Whoever it was written for may be one with somebody by now: in private it is for whoever reads it.
        let whom = |person| match delivery.destination.kind {
            Reach::Private(reader) => reader,
            Reach::Channel(_) => person,
        };
        match delivery.topic {
            Topic::Milestone { event, person, length } => {
                self.milestone(words, event, person, length, delivery.now).await
            }
            Topic::Milestones { from, until } => {
                let place = delivery.destination.id;
                self.milestones(words, place, (from, until), delivery.now).await
            }
            Topic::Reminder { event, person } => {
                let of = Membership { event, person: whom(person) };
                let unnamed = self.unnamed(delivery).await?;
                let reply = self.reminder(words, of, &unnamed, delivery.now).await?;
                self.to_whom(words, delivery, person, reply).await
            }
            Topic::Reminders { person, events } => {
                let events = self.spoken_of(delivery, person, &events).await?;
                let unnamed = self.unnamed(delivery).await?;
                let of = whom(person);
                let reply = self.reminders(words, of, &events, &unnamed, delivery.now).await?;
                self.to_whom(words, delivery, person, reply).await
            }
            Topic::LastCall { event, person } => {
                let of = Membership { event, person: whom(person) };
                let reply = self.last_call(words, of, delivery.now).await?;
                self.to_whom(words, delivery, person, reply).await
            }
            Topic::StreakEnded { event, person, length } => {
                if matches!(delivery.destination.kind, Reach::Channel(_)) {
                    return self.tell_alone(delivery, person).await;
                }
                let of = Membership { event, person: whom(person) };
                self.streak_ended(words, of, length, delivery.now).await
            }
            Topic::EventStarted { event } => self.event_started(words, event, delivery.now).await,
            Topic::EventEnded { event } => {
                let unnamed = self.unnamed(delivery).await?;
                self.event_ended(words, event, &unnamed, delivery.now).await
            }
            Topic::Widened { event } => match delivery.destination.kind {
                Reach::Private(person) => self.widened(words, event, person).await,
                Reach::Channel(_) => Ok(None),
            },
            Topic::Winners { event } => {
                let Some(event) = self.engine.events().get(event).await? else { return Ok(None) };
                let platform = delivery.destination.platform;
                winners::list(self, words, &event, platform, delivery.now).await.map(Some)
            }
            Topic::WeekOver { event, first_day } => {
                let unnamed = self.unnamed(delivery).await?;
                self.week_over(words, (event, first_day), &unnamed, delivery.now).await
            }
            Topic::WeeksOver { at, monday } => {
                let (place, unnamed) = (delivery.destination.id, self.unnamed(delivery).await?);
                self.weeks_over(words, (place, at, monday), &unnamed, delivery.now).await
            }
            Topic::Post { post, event } => {
                let unnamed = self.unnamed(delivery).await?;
                self.post(words, (post, event), &unnamed, delivery.now).await
            }
            // A role is given, not told.
            Topic::Role { .. } => Ok(None),
            Topic::RoleFailed { event, length } => self.role_failed(words, event, length).await,
            Topic::Cheer { from, to, .. } => {
                let reply = self.peer_message(words, "told-cheer", None, from).await?;
                let said = self.engine.people().cheer_words(from, to).await?;
                let quote = words.text("cheer-quote", &[("words", Arg::Text(&said))]);
                Ok(reply.map(|reply| match said.is_empty() {
                    true => reply,
                    false => Reply { text: reply.text.clone().then(quote), ..reply },
                }))
            }
            Topic::Nudge { event, from, to } => {
                let of = Membership { event, person: whom(to) };
                self.nudge(words, of, from, delivery.now).await
            }
            Topic::JoinAsked { event, person } => self.join_asked(words, event, person).await,
            Topic::CodeOverheard { event, person } => {
                self.code_overheard(words, event, person).await
            }
            Topic::LinkAsked { from, to } => {
                let asked = self.engine.people().asked_link(to, delivery.now).await?;
                let asked = asked.filter(|asked| asked.merge.goes.id == from);
                match asked {
                    Some(asked) => link::question(&self.engine, words, &asked).await.map(Some),
                    None => Ok(None),
                }
            }
            Topic::LinkRefused { .. } => {
                Ok(Some(Reply::only(words.text("told-link-refused", &[]))))
            }
            Topic::ConfirmEmail { person } => self.confirm_email(words, delivery, person).await,
            Topic::Linked { person } => {
                let person = self.engine.people().get(person).await?;
                Ok(person.map(|person| link::done(words, &person.name)))
            }
            Topic::ErasurePlanned { person } => {
                let Some(person) = self.engine.people().get(person).await? else { return Ok(None) };
                let planned = |at| erasure::planned(words, person.setting, at, delivery.now);
                let reply = |at| Reply::only(planned(at)).with([erasure::keep(words)]);
                Ok(person.will_be_erased_at().map(reply))
            }
            Topic::JoinAnswered { event, let_in: true, .. } => self.let_in(words, event).await,
            Topic::JoinAnswered { event, person, let_in: false, title } => {
                let (of, texts) =
                    (Membership { event, person }, ["told-join-out", "told-join-out-untitled"]);
                self.put_out(words, texts, of, title).await
            }
            Topic::Removed { event, person, title } => {
                let (of, texts) =
                    (Membership { event, person }, ["told-removed", "told-removed-untitled"]);
                self.put_out(words, texts, of, title).await
            }
            Topic::ProofShown { proof, .. } => {
                let Some(proof) = self.engine.events().proof(proof).await? else { return Ok(None) };
                self.proof(words, delivery.destination.platform, proof).await
            }
            Topic::ProofRejected { event, .. } => {
                let Some(event) = self.engine.events().get(event).await? else { return Ok(None) };
                let title = [("title", Arg::Text(&event.title))];
                Ok(Some(Reply::only(words.text("told-proof-rejected", &title))))
            }
            Topic::PlaceClosed { event } => {
                let Some(event) = self.engine.events().get(event).await? else { return Ok(None) };
                let title = [("title", Arg::Text(&event.title))];
                Ok(Some(Reply::only(words.text("told-place-closed", &title))))
            }
            Topic::TakenBack { event, day, .. } => {
                let Some(event) = self.engine.events().get(event).await? else { return Ok(None) };
                let day = words.day(day, event.rules.shared_setting().day_of(delivery.now));
                let args = [("title", Arg::Text(&event.title)), ("day", Arg::Text(&day))];
                Ok(Some(Reply::only(words.text("told-taken-back", &args))))
            }
            Topic::Moderator { community, person, is_one } => {
                self.moderator(words, community, whom(person), is_one).await
            }
            Topic::Welcome => Ok(Some(welcome(words))),
        }
    }

    /// Whether a delivery is still to be told: a channel hears of what is told there, of nobody who is silenced there, and
    /// of weeks where its community wants that; a person hears of what they see.
    async fn may_be_told(&self, delivery: &Delivery) -> Result<bool, Error> {
        let community = match delivery.destination.kind {
            Reach::Private(person) => return self.is_for(person, delivery.topic).await,
            Reach::Channel(community) => community,
        };
        let here = delivery.destination.id;
        match delivery.topic {
            Topic::Milestone { event, person, length } => {
                let milestone = (Membership { event, person }, length);
                let leaderboards = self.engine.leaderboards();
                Ok(self.engine.events().is_told_at(event, here).await?
                    && !self.engine.communities().silences_person(community, person).await?
                    && !leaderboards.is_left_to_others(here, milestone, delivery.now).await?)
            }
            // A board is of a place, and shows what is told there when it is written. A card that is taken down is of no event.
            Topic::Post { event: EventId(0), .. } => Ok(true),
            Topic::EventStarted { event }
            | Topic::EventEnded { event }
            | Topic::Winners { event }
            | Topic::Post { event, .. } => self.engine.events().is_told_at(event, here).await,
            Topic::Reminder { event, person } | Topic::LastCall { event, person } => {
                Ok(!self.spoken_of(delivery, person, &[Some(event)]).await?.is_empty())
            }
            Topic::WeekOver { event, .. } => {
                Ok(self.engine.communities().wants_recap(community).await?
                    && self.engine.events().is_told_at(event, here).await?)
            }
            // These gather what is told there when they are sent.
            Topic::WeeksOver { .. } => self.engine.communities().wants_recap(community).await,
            Topic::Milestones { .. } | Topic::Reminders { .. } | Topic::Welcome => Ok(true),
            // A role is no post, and what is for one person alone is told to them alone.
            Topic::Role { .. }
            | Topic::StreakEnded { .. }
            | Topic::Widened { .. }
            | Topic::RoleFailed { .. }
            | Topic::Cheer { .. }
            | Topic::Nudge { .. }
            | Topic::JoinAsked { .. }
            | Topic::JoinAnswered { .. }
            | Topic::Removed { .. }
            | Topic::ProofShown { .. }
            | Topic::ProofRejected { .. }
            | Topic::PlaceClosed { .. }
            | Topic::TakenBack { .. }
            | Topic::Moderator { .. }
            | Topic::CodeOverheard { .. }
            | Topic::LinkAsked { .. }
            | Topic::LinkRefused { .. }
            | Topic::Linked { .. }
            | Topic::ErasurePlanned { .. }
            | Topic::ConfirmEmail { .. } => Ok(true),
        }
    }

    /// Whom the community of a place does not name.
    async fn unnamed(&self, delivery: &Delivery) -> Result<BTreeSet<PersonId>, Error> {
        match delivery.destination.kind {
            Reach::Channel(community) => self.engine.communities().unnamed(community).await,
            Reach::Private(_) => Ok(BTreeSet::new()),
        }
    }

    /// Those of these events of which a place may hear of somebody: in private, what whoever reads it sees; in a channel,
    /// what everybody there may see and is told of there, unless they are silenced there.
    async fn spoken_of(
        &self,
        delivery: &Delivery,
        person: PersonId,
        events: &[Option<EventId>],
    ) -> Result<Vec<EventId>, Error> {
        let known = events.iter().copied().flatten();
        let mut spoken = vec![];
        let community = match delivery.destination.kind {
            Reach::Private(reader) => {
                for id in known {
                    if self.shows(reader, id).await? {
                        spoken.push(id);
                    }
                }
                return Ok(spoken);
            }
            Reach::Channel(community) => community,
        };
        if self.engine.communities().silences_person(community, person).await? {
            return Ok(spoken);
        }
        for id in known {
            let Some(event) = self.engine.events().get(id).await? else { continue };
            let everybody = Asker { here: Some(community), ..Asker::default() };
            let is_seen = self.engine.authorize(everybody, Deed::See(&event)).await?;
            if is_seen && self.engine.events().is_told_at(id, delivery.destination.id).await? {
                spoken.push(id);
            }
        }
        Ok(spoken)
    }

    /// An event and how somebody stands in it, while there are both.
    pub(super) async fn event_and_view(
        &self,
        of: Membership,
        now: Instant,
    ) -> Result<Option<(Event, View)>, Error> {
        let event = self.engine.events().get(of.event).await?;
        Ok(event.zip(self.engine.memberships().view(of, now).await?))
    }

    /// What is for one person alone goes where that person alone reads it, if there is such a place.
    async fn tell_alone(
        &self,
        delivery: &Delivery,
        person: PersonId,
    ) -> Result<Option<Reply>, Error> {
        const LASTS_S: i64 = 24 * 3600;
        let (now, first) = (delivery.now, delivery.destination.platform);
        if let Some(way) = self.engine.communities().way_to(person, first, now).await? {
            let key = format!("{}:alone", delivery.dedupe_key);
            self.engine.deliveries().send(way, delivery.topic, key, now, LASTS_S, now).await?;
        }
        Ok(None)
    }

    /// Whether it is a highlight that a community wants pinned.
    async fn is_pinned(&self, delivery: &Delivery) -> Result<bool, Error> {
        match (delivery.destination.kind, &delivery.topic) {
            (
                Reach::Channel(community),
                Topic::Milestone { .. } | Topic::Milestones { .. } | Topic::EventEnded { .. },
            ) => self.engine.communities().pins_highlights(community).await,
            _ => Ok(false),
        }
    }

    /// The words of a place: a person's own in private, the community's in a channel.
    pub async fn words_for(&self, delivery: &Delivery) -> Result<Words, Error> {
        let place = &delivery.destination;
        let chosen = match place.kind {
            Reach::Private(person) => {
                self.engine.people().get(person).await?.and_then(|person| person.locale)
            }
            Reach::Channel(community) => self.engine.communities().locale(community).await?,
        };
        Ok(Words::of(chosen.as_deref().or(place.locale.as_deref()).unwrap_or("en")))
    }

    /// In a channel a word for one person says for whom it is.
    async fn to_whom(
        &self,
        words: Words,
        delivery: &Delivery,
        person: PersonId,
        reply: Option<Reply>,
    ) -> Result<Option<Reply>, Error> {
        let (Some(reply), Reach::Channel(_)) = (&reply, delivery.destination.kind) else {
            return Ok(reply);
        };
        let Some(person) = self.engine.people().get(person).await? else { return Ok(None) };
        let name = [("name", Arg::Text(&person.name))];
        let text = words.text("told-to-whom", &name).then(reply.text.clone());
        Ok(Some(Reply { text, ..reply.clone() }))
    }
}
