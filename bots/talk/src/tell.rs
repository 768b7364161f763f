//! What is told without being asked: milestones and reminders.

use crate::words::Arg;
use crate::{Button, Press, Reply, Talk, Words};
use engine::rules::Instant;
use engine::{Delivery, Error, Event, EventId, Membership, PersonId, Topic};

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
        }
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
        let board = Button::press(
            words.plain("button-leaderboard", &[]),
            Press::new("leaderboard", Some(event.id), ""),
        );
        Ok(Some(
            Reply::open(words.text("told-milestone", &args)).with([check_in(words, &event), board]),
        ))
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

fn check_in(words: Words, event: &Event) -> Button {
    Button::press(words.plain("button-checkin", &[]), Press::new("checkin", Some(event.id), ""))
        .main()
}
