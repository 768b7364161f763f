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
        let standing = view.life.standing;
        // It may have been mended, or begun anew, in the night.
        if !standing.member || standing.current > 0 {
            return Ok(None);
        }
        // Today can be no first day where none is left.
        if event.is_over(now) || !event.rules.is_on(standing.today) {
            return Ok(None);
        }
        if self.engine.reminders().of(of).await?.is_empty() {
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

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    /// Ada and ken do these contests for four days and miss the fifth.
    async fn both_miss_a_day(titles: &[&str]) -> World {
        let mut world = World::new().await;
        for (title, ends) in [("Read", "ends:2026-03-05"), ("Walk", "ends:2026-06-01")] {
            if titles.contains(&title) {
                let line = format!("/event create title:{title} mode:contest zone:UTC {ends}");
                world.say("host", &line).await;
            }
        }
        let both = |title| ["ada", "ken"].map(|name| (name, title));
        for day in 1..=4 {
            for (name, title) in titles.iter().flat_map(both) {
                if day == 1 {
                    world.say(name, &format!("/join {title}")).await;
                    world.say(name, &format!("/remind event:{title} at:20:00")).await;
                }
                let done = world.say(name, &format!("/checkin {title}")).await;
                assert!(done.starts_with(&format!("✅ Day {day}")), "{done}");
            }
            world.next_day();
        }
        world
    }

    /// Who is told that a run ended, and of which event.
    async fn ended(world: &World) -> Vec<(String, String)> {
        let told = world.told_where().await;
        let ended = told.into_iter().filter(|(_, said)| said.contains("closed yesterday"));
        let title = |said: String| said.split(':').next().unwrap_or_default().to_owned();
        let mut ended: Vec<_> = ended.map(|(at, said)| (at, title(said))).collect();
        ended.sort();
        ended
    }

    #[tokio::test]
    async fn nobody_is_asked_to_begin_anew_in_what_ended_with_their_run() {
        let mut world = both_miss_a_day(&["Read", "Walk"]).await;
        world.notices_at("2026-03-06T01:00:00Z").await;
        world.now = world.now.plus_s(8 * 3600);
        let walk = |name: &str| (name.to_owned(), "Walk".to_owned());
        assert_eq!(ended(&world).await, [walk("ada"), walk("ken")]);
    }

    #[tokio::test]
    async fn whoever_wants_no_reminders_since_the_night_hears_of_no_ended_run() {
        let mut world = both_miss_a_day(&["Walk"]).await;
        world.notices_at("2026-03-06T01:00:00Z").await;
        let off = world.say("ada", "/remind event:Walk at:off").await;
        assert!(off.contains("Walk"), "{off}");
        world.now = world.now.plus_s(8 * 3600);
        assert_eq!(ended(&world).await, [("ken".to_owned(), "Walk".to_owned())]);
    }
}
