//! What is told without being asked: milestones, reminders, what ended and what begins.

use crate::words::Arg;
use crate::{Button, Press, Reply, Talk, Text, Words};
use engine::rules::{Day, Instant};
use engine::{
    BoardRow, By, Delivery, Error, Event, EventId, Membership, PersonId, Question, Topic, Window,
};

/// Places that a result or a week names.
const PLACES: u32 = 5;

impl Talk {
    /// The words of a delivery, or none where nothing is left to say.
    pub async fn tell(&self, delivery: &Delivery) -> Result<Option<Reply>, Error> {
        let words = Words::of(delivery.destination.locale.as_deref().unwrap_or("en"));
        match delivery.topic {
            Topic::Milestone { event, person, length } => {
                self.milestone(words, event, person, length).await
            }
            Topic::Reminder { event, person } => {
                self.reminder(words, Membership { event, person }, delivery.now).await
            }
            Topic::LastCall { event, person } => {
                self.last_call(words, Membership { event, person }, delivery.now).await
            }
            Topic::StreakEnded { event, person, length } => {
                let of = Membership { event, person };
                self.streak_ended(words, of, length, delivery.now).await
            }
            Topic::EventStarted { event } => self.event_started(words, event).await,
            Topic::EventEnded { event } => self.event_ended(words, event, delivery.now).await,
            Topic::WeekOver { event, first_day } => {
                self.week_over(words, event, first_day, delivery.now).await
            }
        }
    }

    async fn last_call(
        &self,
        words: Words,
        of: Membership,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let (event, view) = (self.engine.event(of.event).await?, self.engine.view(of, now).await?);
        let (Some(event), Some(view)) = (event, view) else { return Ok(None) };
        if !view.life.standing.at_risk || self.engine.reminders(of).await?.is_empty() {
            return Ok(None);
        }
        let current = ("current", Arg::Number(view.life.standing.current.into()));
        let text = words.text("told-last-call", &[("title", Arg::Text(&event.title)), current]);
        Ok(Some(Reply::only(text).with([check_in(words, &event)])))
    }

    async fn streak_ended(
        &self,
        words: Words,
        of: Membership,
        length: u32,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let (event, view) = (self.engine.event(of.event).await?, self.engine.view(of, now).await?);
        let (Some(event), Some(view)) = (event, view) else { return Ok(None) };
        // It may have been mended, or begun anew, in the night.
        if !view.life.standing.member || view.life.standing.current > 0 {
            return Ok(None);
        }
        let length = ("length", Arg::Number(length.into()));
        let text = words.text("told-streak-ended", &[("title", Arg::Text(&event.title)), length]);
        Ok(Some(Reply::only(text).with([check_in(words, &event)])))
    }

    async fn event_started(&self, words: Words, id: EventId) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.event(id).await? else { return Ok(None) };
        let text = words.text("told-event-started", &[("title", Arg::Text(&event.title))]);
        Ok(Some(Reply::open(text).with([check_in(words, &event), board(words, &event)])))
    }

    async fn event_ended(
        &self,
        words: Words,
        id: EventId,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.event(id).await? else { return Ok(None) };
        let ranking = self.engine.ranking(id, &Question::top(By::Longest, PLACES), now).await?;
        let heading = words.text("told-event-ended", &[("title", Arg::Text(&event.title))]);
        let text = ranking.rows.iter().fold(heading, |text, row| text.then(place(words, row)));
        Ok(Some(Reply::open(text).with([board(words, &event)])))
    }

    async fn week_over(
        &self,
        words: Words,
        id: EventId,
        first_day: Day,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.event(id).await? else { return Ok(None) };
        let rows = self.engine.ranking_of(id, Window::Week, first_day, PLACES, now).await?;
        // A board of one is no board.
        if rows.len() < 2 {
            return Ok(None);
        }
        let heading = words.text("told-week-over", &[("title", Arg::Text(&event.title))]);
        let text = rows.iter().fold(heading, |text, row| text.then(place(words, row)));
        Ok(Some(Reply::open(text).with([board(words, &event)])))
    }

    async fn milestone(
        &self,
        words: Words,
        event: EventId,
        person: PersonId,
        length: u32,
    ) -> Result<Option<Reply>, Error> {
        let (Some(event), Some(person)) =
            (self.engine.event(event).await?, self.engine.person_by_id(person).await?)
        else {
            return Ok(None);
        };
        let args = [
            ("name", Arg::Text(&person.name)),
            ("length", Arg::Number(length.into())),
            ("title", Arg::Text(&event.title)),
        ];
        let text = words.text("told-milestone", &args);
        Ok(Some(Reply::open(text).with([check_in(words, &event), board(words, &event)])))
    }

    async fn reminder(
        &self,
        words: Words,
        of: Membership,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.event(of.event).await? else { return Ok(None) };
        let Some(view) = self.engine.view(of, now).await? else { return Ok(None) };
        let standing = view.life.standing;
        // Sent late, it may have become pointless.
        if !standing.member || standing.met_today || self.engine.reminders(of).await?.is_empty() {
            return Ok(None);
        }
        let current = standing.current;
        let title = ("title", Arg::Text(&event.title));
        let text = match current {
            0 => words.text("told-reminder-first", &[title]),
            current => {
                words.text("told-reminder", &[title, ("next", Arg::Number(u64::from(current) + 1))])
            }
        };
        let stop = Button::press(
            words.plain("button-remind-off", &[]),
            Press::new("remind", Some(event.id), "off"),
        );
        Ok(Some(Reply::only(text).with([check_in(words, &event), stop])))
    }
}

fn board(words: Words, event: &Event) -> Button {
    Button::press(
        words.plain("button-leaderboard", &[]),
        Press::new("leaderboard", Some(event.id), ""),
    )
}

fn place(words: Words, row: &BoardRow) -> Text {
    let (rank, value) = (Arg::Number(row.rank), Arg::Number(row.value.unsigned_abs()));
    words.text("told-place", &[("rank", rank), ("name", Arg::Text(&row.name)), ("value", value)])
}

fn check_in(words: Words, event: &Event) -> Button {
    Button::press(words.plain("button-checkin", &[]), Press::new("checkin", Some(event.id), ""))
        .main()
}
