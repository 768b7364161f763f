//! An event begins, ends or is seen by more people; a role could not be given.

use engine::rules::Instant;
use engine::{BoardRow, By, Error, Event, EventId, Membership, PersonId, Question, Visibility};
use std::collections::BTreeSet;
use std::slice;

use crate::command::Talk;
use crate::locale::{Arg, Words};
use crate::message::{Button, CallbackId, Reply};
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
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.with_members(id).await? else { return Ok(None) };
        // It may have been put off in the night, and late it is not today any more.
        if event.rules.shared_setting().day_of(now) != event.rules.start {
            return Ok(None);
        }
        let text = words.text("told-event-started", &[("title", Arg::Text(&event.title))]);
        let row = [buttons::check_in(words, id), buttons::leaderboard(words, id)];
        Ok(Some(pictures::framed(id, Reply::open(text).with(row))))
    }

    pub(crate) async fn event_ended(
        &self,
        words: Words,
        id: EventId,
        unnamed: &BTreeSet<PersonId>,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.with_members(id).await? else { return Ok(None) };
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

    /// More people see an event in which somebody is or was; nothing where it is so no more, or they are not named.
    pub(crate) async fn widened(
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
        if person.hidden {
            return Ok(None);
        }
        let of = Membership { event: event.id, person: person.id };
        let is_in = self.engine.memberships().of(person.id).await?.contains(&of);
        let title = ("title", Arg::Text(&event.title));
        // Of whoever has left only what is over tells.
        let text = match event.visibility {
            Visibility::Public => {
                let key = match (buttons::has_page(&self.public_url, &event), is_in) {
                    (true, true) => "told-made-public",
                    (true, false) => "told-made-public-left",
                    (false, true) => "told-made-everybody",
                    (false, false) => "told-made-everybody-left",
                };
                words.text(key, &[title])
            }
            Visibility::Community => {
                let Some(place) = self.community_of(&event).await? else { return Ok(None) };
                let key = if is_in { "told-made-community" } else { "told-made-community-left" };
                words.text(key, &[title, ("place", Arg::Text(&place))])
            }
            Visibility::InviteOnly => return Ok(None),
        };
        let press = |key: &str, verb: &str, event: Option<EventId>, arg: &str| {
            Button::press(words.plain(key, &[]), CallbackId::new(verb, event, arg))
        };
        let hide = press("button-hide", "privacy", None, "hide");
        let leave = is_in.then(|| press("button-leave", "leave", Some(event.id), ""));
        let page = buttons::page(words, &self.public_url, &event);
        Ok(Some(Reply::only(text).with([hide].into_iter().chain(leave).chain(page))))
    }

    /// An event that somebody is in: of another one there is nothing to tell.
    async fn with_members(&self, id: EventId) -> Result<Option<Event>, Error> {
        let Some(event) = self.engine.events().get(id).await? else { return Ok(None) };
        let members = self.engine.leaderboards().count_members(slice::from_ref(&event)).await?;
        Ok(Some(event).filter(|event| members.get(&event.id).is_some_and(|members| *members > 0)))
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn nobody_hears_of_an_event_that_nobody_is_in() {
        let mut world = World::new().await;
        world.say("host", "/event create Nobody starts:tomorrow ends:\"3 days\"").await;
        for day in 2..=8 {
            let told = world.notices_at(&format!("2026-03-{day:02}T09:00:00Z")).await;
            assert!(told.is_empty(), "{told:?}");
        }
    }

    #[tokio::test]
    async fn a_quiet_community_hears_how_an_event_ended_and_not_that_it_begins() {
        for (budget, begins) in [("quiet", 0), ("usual", 1), ("lively", 1)] {
            let mut world = World::new().await;
            world.as_manager("host", &format!("/admin setup budget:{budget}")).await;
            world.say("host", "/event create Read starts:tomorrow ends:\"3 days\"").await;
            world.say("ada", "/join").await;
            let mut told = vec![];
            for day in 2..=8 {
                told.extend(world.notices_at(&format!("2026-03-{day:02}T09:00:00Z")).await);
            }
            let count = |words: &str| told.iter().filter(|told| told.starts_with(words)).count();
            assert_eq!(count("Read begins today."), begins, "{budget}: {told:?}");
            assert_eq!(count("Read is over."), 1, "{budget}: {told:?}");
        }
    }

    /// Read begins tomorrow, on 2 March, and ada is in it.
    async fn read_begins_tomorrow() -> World {
        let world = World::new().await;
        world.say("host", "/event create Read starts:tomorrow zone:UTC").await;
        world.say("ada", "/join").await;
        world
    }

    fn begins(told: &[String]) -> usize {
        told.iter().filter(|told| told.starts_with("Read begins today.")).count()
    }

    #[tokio::test]
    async fn an_event_that_is_put_off_in_the_night_begins_on_its_new_day() {
        let mut world = read_begins_tomorrow().await;
        world.notices_at("2026-03-02T00:30:00Z").await;
        let edited = world.say("host", "/event edit Read starts:2026-03-10").await;
        assert!(edited.starts_with("Changed."), "{edited}");
        for (day, times) in [(2, 0), (3, 0), (9, 0), (10, 1), (11, 0)] {
            let told = world.notices_at(&format!("2026-03-{day:02}T09:00:00Z")).await;
            assert_eq!(begins(&told), times, "{day}: {told:?}");
        }
    }

    #[tokio::test]
    async fn nobody_hears_two_days_late_that_an_event_begins_today() {
        for (day, times) in [(2, 1), (3, 0), (4, 0)] {
            let mut world = read_begins_tomorrow().await;
            let told = world.notices_at(&format!("2026-03-{day:02}T09:00:00Z")).await;
            assert_eq!(begins(&told), times, "{day}: {told:?}");
        }
    }
}
