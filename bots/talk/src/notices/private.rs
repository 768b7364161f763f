//! What a person is still told in private. A night may lie between the writing of a delivery and its sending, in which an
//! event became none of theirs.

use engine::{Asker, Deed, Error, EventId, PersonId, Topic};

use crate::command::Talk;

impl Talk {
    /// Whether a person is still to be told this: of an event that they see, and of what waits for a host if they are
    /// one; and by others as long as they take it.
    pub(super) async fn is_for(&self, person: PersonId, topic: Topic) -> Result<bool, Error> {
        match topic {
            Topic::Cheer { from, .. } => self.engine.people().takes_cheers(person, from).await,
            Topic::Nudge { event, from, .. } => {
                Ok(self.engine.people().takes_nudges(person, from).await?
                    && self.shows(person, event).await?)
            }
            // Those who are asked what the commands behind the buttons ask, too.
            Topic::Winners { event }
            | Topic::WeekOver { event, .. }
            | Topic::RoleFailed { event, .. }
            | Topic::JoinAsked { event, .. }
            | Topic::ProofShown { event, .. }
            | Topic::PlaceClosed { event }
            | Topic::CodeOverheard { event, .. } => self.is_host(person, event).await,
            Topic::Milestone { event, .. }
            | Topic::Reminder { event, .. }
            | Topic::LastCall { event, .. }
            | Topic::StreakEnded { event, .. }
            | Topic::EventStarted { event }
            | Topic::EventEnded { event }
            | Topic::JoinAnswered { event, let_in: true, .. }
            | Topic::ProofRejected { event, .. }
            | Topic::TakenBack { event, .. } => self.shows(person, event).await,
            // As it still is.
            Topic::Moderator { community, is_one, .. } => {
                let moderators = self.engine.communities().moderators(community).await?;
                Ok(moderators.contains(&person) == is_one)
            }
            // They are told that they are not in it: whoever asked to be, or was.
            Topic::JoinAnswered { let_in: false, .. } | Topic::Removed { .. } => Ok(true),
            // Whoever has left does not see one of a community, and is named there all the same.
            Topic::Widened { .. } => Ok(true),
            // What these gather is asked one by one.
            Topic::Reminders { .. } | Topic::Milestones { .. } | Topic::WeeksOver { .. } => {
                Ok(true)
            }
            // What is told in channels alone.
            Topic::Post { .. } | Topic::Role { .. } => Ok(true),
            Topic::LinkAsked { .. }
            | Topic::LinkRefused { .. }
            | Topic::Linked { .. }
            | Topic::ErasurePlanned { .. }
            | Topic::ConfirmEmail { .. }
            | Topic::Welcome => Ok(true),
        }
    }

    /// Whether somebody sees an event in private.
    pub(super) async fn shows(&self, person: PersonId, event: EventId) -> Result<bool, Error> {
        let Some(event) = self.engine.events().get(event).await? else { return Ok(false) };
        self.engine.authorize(Asker::person(person), Deed::See(&event)).await
    }

    async fn is_host(&self, person: PersonId, event: EventId) -> Result<bool, Error> {
        let Some(event) = self.engine.events().get(event).await? else { return Ok(false) };
        self.engine.authorize(Asker::person(person), Deed::Host(&event)).await
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn whoever_is_taken_out_in_the_night_is_told_nothing_in_the_morning() {
        let mut world = World::new().await;
        let made = world.say("host", "/event create Diary visibility:invite").await;
        let code = made.split("join: ").nth(1).unwrap_or_default().trim().to_owned();
        for name in ["ada", "ken"] {
            world.say(name, &format!("/join {code}")).await;
            world.say(name, "/checkin").await;
        }
        let sure = world.reply_to("host", "/event end Diary").await;
        world.press("host", &sure, "End it").await;
        let told = world.notices_at("2026-03-02T01:00:00Z").await;
        assert!(told.iter().all(|told| !told.contains("is over")), "{told:?}");
        let line = "/event remove event:Diary ban:yes sure:yes";
        let removed = world.to("host", line, "ken").await.plain();
        assert!(removed.starts_with("ken is out of Diary"), "{removed}");
        world.now = world.now.plus_s(8 * 3600);
        let told = world.told_where().await;
        let results = told.iter().filter(|(_, said)| said.starts_with("Diary is over."));
        let heard: Vec<&str> = results.map(|(at, _)| at.as_str()).collect();
        assert_eq!(heard, ["ada"], "{told:?}");
    }
}
