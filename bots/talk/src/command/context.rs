//! The context of a request: who asks, from where, and what the answer may know.

use engine::rules::{Day, Instant, Named, Setting, Zone};
use engine::{
    Account, Asker, Community, Deed, DestinationId, Engine, Error, Event, EventId, Kind as Reach,
    Membership, NewDestination, Person, PersonId, Topic, Visibility,
};
use pictures::Renderer;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::command::definition::Args;
use crate::locale::{Arg, Words};
use crate::message::{CallbackId, Place, Reply, Request, Text, callback};
use crate::parse::date;
use crate::parse::dates::{self, Dates};
use crate::parse::number::Marks;
use crate::parse::titles;

/// The conversation over an engine.
#[derive(Clone)]
pub struct Talk {
    pub engine: Engine,
    /// Where the web pages stand, without a slash at the end.
    pub public_url: String,
    /// The zone of a person or community of which nothing is known.
    pub zone: Zone,
    /// Whether nobody has said it, so that the first event of a community asks.
    pub asks_zone: bool,
    /// Draws pictures.
    pub renderer: Renderer,
    /// Whether mail can be sent.
    pub has_mail: bool,
    /// Whether browsers can be notified.
    pub has_push: bool,
}

impl Talk {
    /// The place of a request as a destination.
    pub(crate) fn destination(&self, request: &Request, reach: Reach) -> NewDestination {
        let place = &request.place;
        let (address, thread, locale) = match reach {
            Reach::Private(_) => {
                (place.private_address.clone(), String::new(), request.account.locale.clone())
            }
            Reach::Channel(_) => (
                place.address.clone(),
                place.thread.clone(),
                place.locale.clone().or_else(|| request.account.locale.clone()),
            ),
        };
        NewDestination { platform: request.account.platform, address, thread, kind: reach, locale }
    }
}

/// What says in a button whom it is for.
pub(crate) const ASKER: &str = "a";
/// Letters that stand for them: a button is short.
const ASKER_LENGTH: usize = 4;
/// What ends these where the button answers a question.
const ASKS: char = '?';
/// What stands before the id of a person in a button.
const PERSON: char = '!';

/// What a button keeps of a person whom a call is about.
pub(crate) fn naming(person: &Person) -> (String, String) {
    ("user".to_owned(), format!("{PERSON}{}", person.id))
}

/// Whom a call is about.
pub enum Other {
    Nobody,
    Known(Person),
    /// Somebody who never used us, by the name that the platform gives.
    Unknown(String),
    /// Several of those whom one knows are called so.
    Several(String),
}

/// One request, with all that is known of who asks.
pub struct Context<'a> {
    pub talk: &'a Talk,
    pub request: &'a Request,
    pub person: Person,
    pub community: Option<Community>,
    pub args: Args,
    /// The button that was pressed, if this came from one.
    pub press: Option<CallbackId>,
    pub words: Words,
    /// Whether the answer is about an event that must not be spoken of here; shared with the same call in other words.
    pub(crate) is_of_secret: Arc<AtomicBool>,
}

impl Context<'_> {
    pub fn engine(&self) -> &Engine {
        &self.talk.engine
    }

    pub fn now(&self) -> Instant {
        self.request.now
    }

    pub fn place(&self) -> &Place {
        &self.request.place
    }

    /// The value of a parameter, without blanks around it; an empty one is none.
    pub fn arg(&self, name: &str) -> Option<&str> {
        let mut values = self.args.iter().filter(|(known, _)| known == name);
        values.find_map(|(_, value)| Some(value.trim()).filter(|value| !value.is_empty()))
    }

    /// Whether an event must not be spoken of in this place.
    pub fn is_secret(&self, event: &Event) -> bool {
        let here = self.community.as_ref().map(|community| community.id);
        match event.visibility {
            Visibility::Public => false,
            Visibility::Community => here.is_none() || event.community != here,
            Visibility::InviteOnly => true,
        }
    }

    /// Whether the person may do something from here.
    async fn may(&self, deed: Deed<'_>) -> Result<bool, Error> {
        let here = self.community.as_ref().map(|community| community.id);
        let asker = Asker { person: Some(self.person.id), here, manages: self.request.manages };
        self.engine().authorize(asker, deed).await
    }

    /// Whether the person may see an event from here.
    pub async fn may_see(&self, event: &Event) -> Result<bool, Error> {
        self.may(Deed::See(event)).await
    }

    /// Whether we are not in this place ourselves.
    pub(crate) fn is_guest(&self) -> bool {
        self.request.is_of_guest(self.community.as_ref())
    }

    /// The answer where there is no community: where we are a guest, that we are not in it; elsewhere these words.
    pub(crate) fn outside(&self, key: &str) -> Reply {
        let key = if self.is_guest() { "announce-guest" } else { key };
        Reply::only(self.text(key, &[]))
    }

    /// Whether others read what is typed here, and what is answered.
    pub fn is_overheard(&self) -> bool {
        !self.place().is_private() && !self.place().opens_private
    }

    /// Whether the person manages this place, or helps to.
    pub async fn manages(&self) -> Result<bool, Error> {
        match &self.community {
            Some(community) => self.may(Deed::Manage(community.id)).await,
            None => Ok(false),
        }
    }

    /// Whether the person may change an event.
    pub async fn hosts(&self, event: &Event) -> Result<bool, Error> {
        self.may(Deed::Host(event)).await
    }

    /// The person named by a parameter or a button, or whose message is replied to; whoever asks where
    /// nobody is named.
    pub async fn other(&self, name: &str) -> Result<Other, Error> {
        let platform = self.request.account.platform;
        if let Some(id) = self.pressed_arg().and_then(|arg| arg.strip_prefix('p')) {
            // A mark says where the cheers are counted.
            let id = id.trim_start_matches('~');
            let person = match id.parse() {
                Ok(id) => self.engine().people().get(id).await?,
                Err(_) => None,
            };
            return Ok(person.map_or(Other::Unknown(String::new()), Other::Known));
        }
        let Some(written) = self.arg(name) else {
            let Some(account) = &self.request.replied_to else { return Ok(Other::Nobody) };
            let known = self.engine().people().find(platform, &account.external_id).await?;
            return Ok(known.map_or(Other::Unknown(account.name.clone()), Other::Known));
        };
        // A button names people by their ids.
        if let (Some(id), Some(_)) = (written.strip_prefix(PERSON), &self.press) {
            let known = match id.parse() {
                Ok(id) => self.engine().people().get(id).await?,
                Err(_) => None,
            };
            return Ok(known.map_or(Other::Unknown(String::new()), Other::Known));
        }
        let account = self.named(written);
        let shown = account.map_or(written, |account| &account.name).to_owned();
        if let Some(account) = account {
            let known = self.engine().people().find(platform, &account.external_id).await?;
            return Ok(known.map_or(Other::Unknown(shown), Other::Known));
        }
        // A name is that of somebody one knows before it is a stranger's handle.
        if !written.starts_with('@') {
            let companions = self.engine().people().companions(self.person.id).await?;
            let mut called: Vec<PersonId> = companions
                .into_iter()
                .filter(|(_, name)| titles::is_same(name, written))
                .map(|(id, _)| id)
                .collect();
            called.sort_unstable();
            called.dedup();
            match called[..] {
                [] => {}
                [id] => {
                    let known = self.engine().people().get(id).await?;
                    return Ok(known.map_or(Other::Unknown(shown), Other::Known));
                }
                _ => return Ok(Other::Several(shown)),
            }
        }
        let handle = written.trim_start_matches('@').to_lowercase();
        let known = self.engine().people().mentioned(platform, &handle).await?;
        Ok(known.map_or(Other::Unknown(shown), Other::Known))
    }

    /// Whom a call is about, as whoever asks has named them; nothing where a button did.
    pub(crate) fn called(&self, name: &str) -> String {
        if self.press.is_some() {
            return String::new();
        }
        match self.arg(name) {
            Some(written) => {
                let account = self.named(written);
                account.map_or(written, |account| account.name.as_str()).to_owned()
            }
            None => self.request.replied_to.iter().map(|account| account.name.clone()).collect(),
        }
    }

    /// Whether this place itself shows whom a call is about: by a message of theirs that is replied to. A button shows
    /// nobody, since on Telegram people's own clients press what they like.
    pub(crate) fn is_shown_here(&self, name: &str) -> bool {
        let is_named = self.press.is_some() || self.arg(name).is_some();
        !is_named && self.request.replied_to.is_some() && self.community.is_some()
    }

    /// Whether the platform shows that whoever is mentioned so is in this place.
    pub(crate) fn is_present(&self, name: &str) -> bool {
        let account = self.arg(name).and_then(|written| self.named(written));
        let is_there = |account: &Account| self.request.present.contains(&account.external_id);
        self.community.is_some() && account.is_some_and(is_there)
    }

    /// Whether somebody is mentioned so.
    pub(crate) fn is_mentioned(&self, written: &str) -> bool {
        self.named(written).is_some()
    }

    /// Who answers a question that everybody sees: whoever asked. Every button gets it in the end; here it takes its room
    /// before what may be left out.
    pub(crate) fn asked(&self) -> Option<(String, String)> {
        self.is_read_by_all().then(|| self.mark(true))
    }

    /// What says in a button that it is for whoever asked alone, and whether it answers a question.
    pub(crate) fn mark(&self, asks: bool) -> (String, String) {
        let end = if asks { String::from(ASKS) } else { String::new() };
        (ASKER.to_owned(), format!("{}{end}", self.asker()))
    }

    /// Who is silenced in this place: no post names them.
    pub(crate) async fn unnamed(&self) -> Result<BTreeSet<PersonId>, Error> {
        match &self.community {
            Some(community) => self.engine().communities().unnamed(community.id).await,
            None => Ok(BTreeSet::new()),
        }
    }

    /// Whether whatever is said here is read by everybody: an answer to one person is a message like any other.
    pub(crate) fn is_read_by_all(&self) -> bool {
        !self.place().is_private() && !self.place().opens_private
    }

    /// Values that mean the same later: a day of an event that was named as one before today by its date.
    pub(crate) fn settled(&self, said: &Args, event: &Event) -> Args {
        let today = self.today(event);
        let settle = |(name, value): &(String, String)| {
            let is_day = matches!(name.as_str(), "day" | "from" | "until");
            let value = match self.named_day(value, today).filter(|_| is_day) {
                Some(Named::DaysAgo(days)) => today.plus(-days).to_string(),
                // What looks ahead elsewhere says the same there.
                Some(Named::Date(day)) if name == "day" => day.to_string(),
                Some(Named::Now | Named::Date(_)) | None => value.clone(),
            };
            (name.clone(), value)
        };
        said.iter().map(settle).collect()
    }

    /// Whoever asks, in a few letters.
    fn asker(&self) -> String {
        let mut asker = callback::mark(&self.person.id.to_string());
        asker.truncate(ASKER_LENGTH);
        asker
    }

    /// Whether the button is for somebody else. Older ones have more letters.
    pub(crate) fn is_of_another(&self) -> bool {
        let asker = self.arg(ASKER).filter(|_| self.press.is_some());
        asker.is_some_and(|asker| !asker.starts_with(&self.asker()))
    }

    /// Takes what says whom a button is for: it is nothing that was said. Whether it answers a question.
    pub(crate) fn take_asker(&mut self) -> bool {
        let asks = self.press.is_some() && self.arg(ASKER).is_some_and(|is| is.ends_with(ASKS));
        self.args.retain(|(name, _)| name != ASKER);
        asks
    }

    /// The mentioned account that is meant by these words: by its id, its handle, its name, or the first words of
    /// its name, which is how somebody without a handle is mentioned.
    fn named(&self, written: &str) -> Option<&Account> {
        let folded = written.trim_start_matches('@').to_lowercase();
        let begins_with = |name: &str| {
            let rest = name.strip_prefix(&folded).filter(|_| !folded.is_empty());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        self.request.named.iter().find(|account| {
            account.external_id == written
                || account.handle.as_ref() == Some(&folded)
                || begins_with(&account.name.to_lowercase())
        })
    }

    /// Whom some words begin with, and what is left of them: the longest mention, or else the first word.
    pub fn person_first<'w>(&self, words: &'w str) -> (&'w str, &'w str) {
        let blanks = words.match_indices(char::is_whitespace);
        let mut ends: Vec<usize> = blanks.map(|(at, _)| at).collect();
        ends.push(words.len());
        let longest = ends.iter().rfind(|&&end| self.named(&words[..end]).is_some());
        let end = longest.or(ends.first()).copied().unwrap_or(words.len());
        let (person, rest) = words.split_at(end);
        (person, rest.trim_start())
    }

    /// The same call with other values of its parameters.
    pub fn with_args(&self, args: Args) -> Context<'_> {
        Context {
            talk: self.talk,
            request: self.request,
            person: self.person.clone(),
            community: self.community.clone(),
            args,
            press: self.press.clone(),
            words: self.words,
            is_of_secret: self.is_of_secret.clone(),
        }
    }

    /// Whether everybody in the place reads an answer that is for all: what was typed there, and what a tap shows where
    /// it cannot be shown to one person alone.
    pub fn is_heard_by_all(&self) -> bool {
        let is_for_one = self.press.is_some() && self.place().opens_private;
        !self.place().is_private() && !is_for_one
    }

    /// The same call in the words of the place.
    pub async fn for_all(&self) -> Result<Context<'_>, Error> {
        Ok(Context { words: self.place_words().await?, ..self.with_args(self.args.clone()) })
    }

    /// The file that came along.
    pub fn file(&self) -> Option<&str> {
        self.request.files.first().map(String::as_str)
    }

    /// The event named by the button.
    pub fn pressed_event(&self) -> Option<EventId> {
        self.press.as_ref().and_then(|press| press.event)
    }

    /// What the button carries beside the event.
    pub fn pressed_arg(&self) -> Option<&str> {
        self.press.as_ref().map(|press| press.arg.as_str()).filter(|arg| !arg.is_empty())
    }

    /// The person in an event.
    pub fn membership(&self, event: EventId) -> Membership {
        Membership { event, person: self.person.id }
    }

    /// The locale in which the person writes numbers and dates: that of their client, unless they chose another language.
    pub(crate) fn locale(&self) -> &str {
        let own = self.request.locale();
        let is_of_language = own.split(['-', '_']).next() == Some(self.words.language());
        if is_of_language { own } else { self.words.language() }
    }

    /// How the person writes numbers.
    pub(crate) fn marks(&self) -> Marks {
        Marks::of(self.locale())
    }

    /// The day that was meant; one without a year is the last such day, or the next.
    pub(crate) fn read_day(&self, written: &str, today: Day, looks_back: bool) -> Option<Dates> {
        dates::read(self.words, self.locale(), written, today, looks_back)
    }

    /// The day of a check-in that was meant; none where it could be several.
    pub(crate) fn named_day(&self, written: &str, today: Day) -> Option<Named> {
        let read = || match self.read_day(written, today, true)? {
            Dates::Plain(day) => Some(Named::Date(day)),
            Dates::Either(_) => None,
        };
        date::named(written).or_else(read)
    }

    /// Today by the clock of an event, or else by that of the person.
    pub(crate) fn today(&self, event: &Event) -> Day {
        event.rules.setting().unwrap_or(self.person.setting).day_of(self.now())
    }

    pub fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Text {
        self.words.text(key, args)
    }

    /// The wall time of the person, as HH:MM in the digits of their language.
    pub fn wall_time(&self, setting: Setting, at: Instant) -> String {
        self.words.digits(&at.utc().with_timezone(&setting.zone).format("%H:%M").to_string())
    }

    /// The date and wall time of the person.
    pub(crate) fn date_and_time(&self, at: Instant) -> String {
        let setting = self.person.setting;
        let own = at.utc().with_timezone(&setting.zone).naive_local();
        self.words.moment(own, setting.day_of(self.now()))
    }

    /// Where this person can be reached in private: where we talk already, or on Discord always, unless that was
    /// found closed and they have not written to us since.
    pub async fn private_destination(&self) -> Result<Option<DestinationId>, Error> {
        if self.place().is_on_web {
            let platform = self.request.account.platform;
            let communities = self.engine().communities();
            let known = communities.dm_destination(self.person.id, platform, self.now()).await?;
            return Ok(known.map(|destination| destination.id));
        }
        let place = self.talk.destination(self.request, Reach::Private(self.person.id));
        if self.place().is_private() {
            return self.engine().communities().destination(&place, self.now()).await.map(Some);
        }
        if self.place().opens_private {
            return self.engine().communities().new_destination(&place, self.now()).await;
        }
        let known = self
            .engine()
            .communities()
            .private_destination(self.person.id, self.request.account.platform)
            .await?;
        Ok(known.map(|destination| destination.id))
    }

    /// Tells a person something in private, on the platform of this request or on another one, or by mail where no chat is
    /// open; false where the person cannot be reached.
    pub async fn tell_person(
        &self,
        person: PersonId,
        topic: Topic,
        key: &str,
    ) -> Result<bool, Error> {
        self.tell_person_at(self.now(), person, topic, key).await
    }

    /// The same, not before an instant.
    pub async fn tell_person_at(
        &self,
        at: Instant,
        person: PersonId,
        topic: Topic,
        key: &str,
    ) -> Result<bool, Error> {
        const LASTS_S: i64 = 3 * 86_400;
        let (engine, here, now) = (self.engine(), self.request.account.platform, self.now());
        let Some(way) = engine.communities().way_to(person, here, now).await? else {
            return Ok(false);
        };
        engine.deliveries().send(way, topic, key.to_owned(), at, LASTS_S, now).await?;
        Ok(true)
    }

    /// The words of a message that others keep reading: in the language of the place.
    pub async fn place_words(&self) -> Result<Words, Error> {
        let chosen = match &self.community {
            Some(community) => self.engine().communities().locale(community.id).await?,
            None => None,
        };
        let known = match (&chosen, self.channel().await?) {
            (None, Some(channel)) => {
                self.engine().communities().destination_by_id(channel).await?.locale
            }
            (Some(_), _) | (None, None) => None,
        };
        let chosen = chosen.or(known).or_else(|| self.place().locale.clone());
        Ok(chosen.as_deref().map_or(self.words, Words::of))
    }

    /// This place, if it is one that others read too.
    pub async fn channel(&self) -> Result<Option<DestinationId>, Error> {
        let community = self.community.as_ref().filter(|_| !self.is_guest());
        let Some(community) = community else { return Ok(None) };
        let place = self.talk.destination(self.request, Reach::Channel(community.id));
        self.engine().communities().destination(&place, self.now()).await.map(Some)
    }
}
