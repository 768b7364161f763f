//! What is said to whoever asks for too much.

use engine::rules::Instant;
use engine::{Caller, Error, Event, PersonId, Wait};

use crate::command::context::{Context, Talk};
use crate::locale::{Arg, Words};
use crate::message::{Input, Reply, Request, Text};

/// How the limits see a request, and whoever makes it where that is known.
pub(crate) fn caller(request: &Request, person: Option<PersonId>) -> Caller<'_> {
    let (place, platform) = (&request.place, request.account.platform);
    // A note over a button is for whoever pressed it, everywhere.
    let is_press = matches!(request.said, Input::Callback(_));
    Caller {
        account: Some((platform, request.account.external_id.as_str())),
        person,
        place: place.community.as_ref().map(|_| (platform, place.address.as_str())),
        // Nobody tries again there but whoever asks, who may say the same key for ever.
        key: (!place.is_on_web).then_some(request.key.as_str()),
        can_be_told: !place.is_program && (is_press || place.is_private() || place.opens_private),
        // What waited for us was not said all at once.
        at: request.sent_at.unwrap_or(request.now),
    }
}

impl Talk {
    /// What is said to whoever asks for too much, before anything is done; none where it is not too much. What was let in
    /// once is not turned away later.
    pub async fn turned_away(&self, request: &Request) -> Result<Option<Reply>, Error> {
        // When it was pressed, while nobody listened, is not known.
        if request.unheard_since.is_some() {
            return Ok(None);
        }
        let (limits, account) = (self.engine.limits(), &request.account);
        // Who it is matters to the limit of one person. For whoever is turned away already nothing is read.
        let asks_who = limits.settings().commands > 0 && !limits.is_shut(&caller(request, None));
        let person = match asks_who {
            true => self.engine.people().find(account.platform, &account.external_id).await?,
            false => None,
        };
        let caller = caller(request, person.map(|person| person.id));
        let Err(wait) = limits.command(&caller) else { return Ok(None) };
        // What nobody answers was read all the same: a code is worth nothing any more.
        if let (Input::Line(line), false) = (&request.said, request.place.is_private()) {
            self.overhear(line, request.now).await?;
        }
        self.asked_to_wait(request, wait).await.map(Some)
    }

    /// Says once when it is over, by the clock of the person.
    async fn asked_to_wait(&self, request: &Request, wait: Wait) -> Result<Reply, Error> {
        if !wait.is_first {
            let text = Words::of(request.locale()).text("limit-wait", &[]);
            let wait_until = Some(wait.until);
            return Ok(Reply { optional: true, wait_until, ..Reply::only(text) });
        }
        let account = &request.account;
        let person = self.engine.people().find(account.platform, &account.external_id).await?;
        let locale = person.as_ref().and_then(|person| person.locale.as_deref());
        let words = Words::of(locale.unwrap_or(request.locale()));
        let zone = person.as_ref().map_or(self.zone, |person| person.setting.zone);
        // What was long on its way may be over by now.
        let until = wait.until.max(request.now);
        let when = until.utc().with_timezone(&zone).format("%H:%M").to_string();
        let when = words.digits(&when);
        Ok(Reply::only(words.text("limit-met", &[("when", Arg::Time(until, &when))])))
    }
}

impl Context<'_> {
    /// What is said where somebody runs as many events as one may.
    pub(crate) async fn runs_too_many(&self, person: PersonId) -> Result<Option<Text>, Error> {
        let most = self.engine().limits().settings().owned_events;
        if most == 0 || self.engine().events().count_owned(person).await? < i64::from(most) {
            return Ok(None);
        }
        Ok(Some(self.runs_enough()))
    }

    fn runs_enough(&self) -> Text {
        let most = self.engine().limits().settings().owned_events;
        self.text("create-too-many", &[("n", Arg::Number(most.into()))])
    }

    /// What is said where somebody has made as many events in a day as one may: when there can be another.
    pub(crate) fn made_enough(&self, opens: Instant) -> Text {
        let when = self.date_and_time(opens);
        self.text("create-enough", &[("when", Arg::Time(opens, &when))])
    }

    /// Why an event was not made, where that is a limit.
    pub(crate) fn no_more_events(&self, error: &Error) -> Option<Text> {
        match error {
            Error::OwnsTooMany => Some(self.runs_enough()),
            Error::MadeTooMany(opens) => Some(self.made_enough(*opens)),
            _ => None,
        }
    }

    /// Why the next round of an event was not begun, where that is a limit: its owner's, whoever begins it.
    pub(crate) fn no_more_rounds(&self, event: &Event, error: &Error) -> Option<Text> {
        if event.owner == self.person.id {
            return self.no_more_events(error);
        }
        let title = ("title", Arg::Text(&event.title));
        match error {
            Error::OwnsTooMany => {
                let most = self.engine().limits().settings().owned_events;
                Some(self.text("again-too-many", &[title, ("n", Arg::Number(most.into()))]))
            }
            Error::MadeTooMany(opens) => {
                let when = self.date_and_time(*opens);
                Some(self.text("again-enough", &[title, ("when", Arg::Time(*opens, &when))]))
            }
            _ => None,
        }
    }

    /// What is said to whoever tries too many codes, whether this one is right or wrong; none where it is not too much. A
    /// request is one try.
    pub(crate) async fn tries_too_often(&self) -> Result<Option<Reply>, Error> {
        // Presses that waited for us come all at once.
        if self.request.unheard_since.is_some() {
            return Ok(None);
        }
        let person = Some(self.person.id);
        let caller = Caller { key: Some(&self.request.key), ..caller(self.request, person) };
        match self.engine().limits().code(&caller) {
            Ok(()) => Ok(None),
            Err(wait) => self.talk.asked_to_wait(self.request, wait).await.map(Some),
        }
    }
}
