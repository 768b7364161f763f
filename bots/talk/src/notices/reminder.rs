//! Reminders, last calls, and streaks that ended in the night.

use engine::rules::{Goal, Instant};
use engine::{Error, EventId, Membership, PersonId};
use std::collections::BTreeSet;

use crate::command::Talk;
use crate::locale::{Arg, Words};
use crate::message::{Button, CallbackId, Reply, Text};
use crate::notices::reminder_texts;
use crate::view::{buttons, progress};

impl Talk {
    pub(crate) async fn is_quiet(&self, person: PersonId, now: Instant) -> Result<bool, Error> {
        let person = self.engine.people().get(person).await?;
        Ok(person.is_some_and(|person| {
            person.quiet.is_some_and(|quiet| quiet.holds(person.setting, now))
        }))
    }

    pub(crate) async fn last_call(
        &self,
        words: Words,
        of: Membership,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let Some((event, view)) = self.event_and_view(of, now).await? else { return Ok(None) };
        if !view.life.standing.at_risk || self.engine.reminders().of(of).await?.is_empty() {
            return Ok(None);
        }
        let current = view.life.standing.current;
        let run = progress::run(words, &event.rules, current);
        let is_check = if event.rules.goal == Goal::Check { "yes" } else { "no" };
        let args = [
            ("title", Arg::Text(&event.title)),
            ("current", Arg::Number(current.into())),
            ("run", Arg::Ours(&run)),
            ("is-check", Arg::Kind(is_check)),
        ];
        let text = words.text("told-last-call", &args);
        Ok(Some(Reply::only(text).with([buttons::check_in(words, event.id)])))
    }

    pub(crate) async fn streak_ended(
        &self,
        words: Words,
        of: Membership,
        length: u32,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let Some((event, view)) = self.event_and_view(of, now).await? else { return Ok(None) };
        // It may have been mended, or begun anew, in the night.
        if !view.life.standing.member || view.life.standing.current > 0 {
            return Ok(None);
        }
        let run = progress::run(words, &event.rules, length);
        let args = [
            ("title", Arg::Text(&event.title)),
            ("run", Arg::Ours(&run)),
            ("span", Arg::Kind(progress::period(&event.rules))),
        ];
        let text = words.text("told-streak-ended", &args);
        Ok(Some(Reply::only(text).with([buttons::check_in(words, event.id)])))
    }

    /// One message for several events, of those that are still open.
    pub(crate) async fn reminders(
        &self,
        words: Words,
        person: PersonId,
        events: &[EventId],
        unnamed: &BTreeSet<PersonId>,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let mut open = vec![];
        for event in events {
            let of = Membership { event: *event, person };
            let (event, view) = (
                self.engine.events().get(*event).await?,
                self.engine.memberships().view(of, now).await?,
            );
            let (Some(event), Some(view)) = (event, view) else { continue };
            let standing = view.life.standing;
            let is_wanted = !self.engine.reminders().of(of).await?.is_empty();
            if view.is_open_today() && is_wanted {
                open.push((event, standing));
            }
        }
        match &open[..] {
            [] => return Ok(None),
            [(event, _)] => {
                let of = Membership { event: event.id, person };
                return self.reminder(words, of, unnamed, now).await;
            }
            _ if self.is_quiet(person, now).await? => return Ok(None),
            _ => {}
        }
        let count = [("n", Arg::Number(open.len() as u64))];
        let mut text = words.text("told-reminders", &count);
        for (event, standing) in &open {
            let next = Arg::Number(u64::from(standing.current) + 1);
            let span = ("span", Arg::Kind(progress::period(&event.rules)));
            let line = [("title", Arg::Text(&event.title)), ("next", next), span];
            text = text.then(words.text("told-reminders-line", &line));
        }
        let row =
            open.iter().map(|(event, _)| buttons::check_in_for(words, event.id, &event.title));
        let press = |arg| CallbackId::new("remind", None, arg);
        let later = [
            Button::press(words.plain("button-snooze", &[]), press("snooze")),
            Button::press(words.plain("button-not-today", &[]), press("not-today")),
        ];
        Ok(Some(Reply::only(text).with(row).with(later)))
    }

    pub(crate) async fn reminder(
        &self,
        words: Words,
        of: Membership,
        unnamed: &BTreeSet<PersonId>,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.events().get(of.event).await? else { return Ok(None) };
        let Some(view) = self.engine.memberships().view(of, now).await? else { return Ok(None) };
        let standing = view.life.standing;
        // Sent late, it may have become pointless.
        if !view.is_open_today() || self.engine.reminders().of(of).await?.is_empty() {
            return Ok(None);
        }
        if self.is_quiet(of.person, now).await? {
            return Ok(None);
        }
        // One check-in is enough for a check alone: of everything else it would say too much. Where somebody is not to be
        // named, nobody else is either.
        let names_peer = matches!(event.rules.goal, Goal::Check) && unnamed.is_empty();
        let peer = match names_peer && reminder_texts::may_name(&standing) {
            true => self.engine.memberships().peer_in(of, standing.today).await?,
            false => None,
        };
        let text = reminder_texts::text(words, &event, &standing, peer.as_deref());
        // How far one is of what takes several days or more than a tap.
        let progress = progress::line(words, &view.history, &standing);
        let part = progress::part_line(words, &view.history, standing.today);
        let text = progress.into_iter().chain(part).fold(text, Text::then);
        let stop = Button::press(
            words.plain("button-remind-off", &[]),
            CallbackId::new("remind", Some(event.id), "off"),
        );
        let snooze = Button::press(
            words.plain("button-snooze", &[]),
            CallbackId::new("remind", Some(event.id), "snooze"),
        );
        let not_today = Button::press(
            words.plain("button-not-today", &[]),
            CallbackId::new("remind", Some(event.id), "not-today"),
        );
        let now_or_later = [buttons::check_in(words, event.id), snooze];
        Ok(Some(Reply::only(text).with(now_or_later).with([not_today, stop])))
    }
}
