//! The recap of a week: the first places, what it came to in all, and no word of who missed.

use engine::rules::{Day, Instant};
use engine::{Error, EventId};

use crate::command::Talk;
use crate::locale::{Arg, Words};
use crate::message::Reply;
use crate::view::buttons;
use crate::view::leaderboard::{PLACES, place};

impl Talk {
    /// What is told of a week that is over; nothing where it was that of one alone.
    pub(crate) async fn week_over(
        &self,
        words: Words,
        id: EventId,
        first_day: Day,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.events().get(id).await? else { return Ok(None) };
        let recap =
            self.engine.leaderboards().recap(&event, first_day, PLACES as usize, now).await?;
        // A board of one is no board.
        if recap.rows.len() < 2 {
            return Ok(None);
        }
        let heading = words.text("told-week-over", &[("title", Arg::Text(&event.title))]);
        let mut text = recap.rows.iter().fold(heading, |text, row| text.then(place(words, row)));
        text = text.then(words.text("told-week-sum", &[("n", Arg::Number(recap.check_ins))]));
        if let Some(climb) = &recap.climb {
            let names = climb.names.join(" · ");
            let args = [("names", Arg::Text(&names)), ("n", Arg::Number(climb.more))];
            text = text.then(words.text("told-week-climb", &args));
        }
        if let Some(perfect) = recap.perfect.filter(|perfect| *perfect > 0) {
            text = text.then(words.text("told-week-perfect", &[("n", Arg::Number(perfect))]));
        }
        Ok(Some(Reply::open(text).with([buttons::leaderboard(words, event.id)])))
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    fn recap(told: Vec<String>) -> Option<String> {
        told.into_iter().find(|told| told.starts_with("Last week at "))
    }

    #[tokio::test]
    async fn a_week_names_the_best_climb_and_counts_what_was_perfect() {
        // A Sunday, so that weeks turn on the second day.
        let mut world = World::with_event("Read").await;
        for name in ["ada", "ken", "eve", "zoe"] {
            world.say(name, "/join").await;
        }
        world.say("zoe", "/privacy hide").await;
        let mut recaps = vec![];
        for day in 1..=15 {
            world.next_day();
            if day % 7 == 1 {
                recaps.extend(recap(world.told().await));
            }
            for (name, first, second) in [("ada", 7, 14), ("ken", 3, 12), ("eve", 7, 13)] {
                if day <= first || (8..=second).contains(&day) {
                    world.say(name, "/checkin").await;
                }
            }
            world.say("zoe", "/checkin").await;
        }
        assert_eq!(
            recaps,
            [
                "Last week at Read:
1 · ada — 7
1 · eve — 7
3 · ken — 3
17 check-ins in all.
✨ 2 perfect weeks.",
                "Last week at Read:
1 · ada — 7
2 · eve — 6
3 · ken — 5
18 check-ins in all.
📈 ken: 2 more than the week before
✨ One perfect week."
            ]
        );
    }

    #[tokio::test]
    async fn what_is_announced_nowhere_is_told_to_its_host_and_its_members() {
        let mut world = World::new().await;
        let made = world.say("ada", "/event create Diary visibility:invite").await;
        let code = made.split("join: ").nth(1).unwrap_or_default().trim().to_owned();
        for name in ["ada", "ken"] {
            world.say(name, &format!("/join {code}")).await;
            world.say(name, "/checkin").await;
        }
        let told = world.notices_at("2026-03-02T09:00:00Z").await;
        let recaps = told.iter().filter(|told| told.starts_with("Last week at Diary:"));
        assert_eq!(recaps.count(), 1, "{told:?}");
        let sure = world.reply_to("ada", "/event end Diary").await;
        world.press("ada", &sure, "End it").await;
        let told = world.notices_at("2026-03-03T09:00:00Z").await;
        let results = told.iter().filter(|told| told.starts_with("Diary is over."));
        assert_eq!(results.count(), 2, "{told:?}");
    }

    #[tokio::test]
    async fn a_recap_comes_at_nine_in_the_zone_of_the_community() {
        let mut world = World::new().await;
        world.as_manager("ada", "/admin setup zone:America/Los_Angeles").await;
        world.say("ada", "/event create title:Read zone:UTC").await;
        for name in ["ada", "ken"] {
            world.say(name, "/join").await;
            world.say(name, "/checkin").await;
        }
        // In winter nine is 17:00 of the clock of the event.
        assert_eq!(recap(world.notices_at("2026-03-02T16:58:00Z").await), None);
        let told = recap(world.notices_at("2026-03-02T17:00:00Z").await);
        assert!(told.is_some_and(|told| told.contains("2 check-ins in all.")));
    }
}
