//! The recap of a week: the first places, what it came to in all, and no word of who missed.

use engine::rules::{Day, Instant};
use engine::{BoardRow, DestinationId, Error, Event, EventId, PersonId, Recap};
use std::collections::BTreeSet;

use crate::command::Talk;
use crate::locale::{Arg, Words};
use crate::message::{Button, CallbackId, Reply, Text, label};
use crate::notices::milestones::first_of;
use crate::view::leaderboard::{PLACES, climb, place};
use crate::view::{buttons, pictures};

/// Places of each event where several are told of together.
const PLACES_TOGETHER: usize = 3;
/// Leaderboards that are a tap away.
const BUTTONS_MAX: usize = 9;
const IN_A_ROW: usize = 3;

impl Talk {
    /// What a place is told of the weeks that are over: one message for all its events.
    pub(crate) async fn weeks_over(
        &self,
        words: Words,
        (place, at, monday): (DestinationId, Instant, Option<Day>),
        unnamed: &BTreeSet<PersonId>,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let mut recaps = vec![];
        let over = self.engine.leaderboards().weeks_over(place, at, monday).await?;
        for (event, first_day) in over {
            if let Some(recap) = self.recap_of(&event, first_day, unnamed, now).await? {
                recaps.push((event, recap));
            }
        }
        match &recaps[..] {
            [] => Ok(None),
            [(event, recap)] => Ok(Some(alone(words, event, recap))),
            several => Ok(Some(together(words, several))),
        }
    }

    /// What is told of a week that is over; nothing where it was that of one alone.
    pub(crate) async fn week_over(
        &self,
        words: Words,
        (id, first_day): (EventId, Day),
        unnamed: &BTreeSet<PersonId>,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.events().get(id).await? else { return Ok(None) };
        let recap = self.recap_of(&event, first_day, unnamed, now).await?;
        Ok(recap.map(|recap| alone(words, &event, &recap)))
    }

    /// What a week came to. A board of one is no board.
    async fn recap_of(
        &self,
        event: &Event,
        first_day: Day,
        unnamed: &BTreeSet<PersonId>,
        now: Instant,
    ) -> Result<Option<Recap>, Error> {
        let most = PLACES as usize;
        let recap =
            self.engine.leaderboards().recap_without(unnamed, event, first_day, most, now).await?;
        Ok(Some(recap).filter(|recap| recap.rows.len() >= 2))
    }
}

fn alone(words: Words, event: &Event, recap: &Recap) -> Reply {
    let heading = words.text("told-week-over", &[("title", Arg::Text(&event.title))]);
    let place = |row| place(words, event, recap.by, row);
    let mut text = recap.rows.iter().fold(heading, |text, row| text.then(place(row)));
    text = text.then(words.text("told-week-sum", &[("n", Arg::Number(recap.check_ins))]));
    text = climb(words, event, recap).into_iter().fold(text, Text::then);
    text = perfect(words, recap).into_iter().fold(text, Text::then);
    let reply = Reply::open(text).with([buttons::leaderboard(words, event.id)]);
    Reply { frame: pictures::frame(event.id), ..reply }
}

/// A few lines an event: the first places, what it came to, what was perfect.
fn together(words: Words, recaps: &[(Event, Recap)]) -> Reply {
    let text = recaps.iter().fold(words.text("told-weeks-over", &[]), |text, (event, recap)| {
        let first = &recap.rows[..recap.rows.len().min(PLACES_TOGETHER)];
        let same = first.chunk_by(|one, next| one.rank == next.rank);
        let places: Vec<String> = same.map(|same| shared(words, event, recap, same)).collect();
        let places = words.list(places.iter().map(String::as_str));
        let args = [("title", Arg::Text(&event.title)), ("places", Arg::Text(&places))];
        let sum = words.text("told-week-sum", &[("n", Arg::Number(recap.check_ins))]);
        let sum = perfect(words, recap).into_iter().fold(sum, Text::beside);
        text.then(words.text("told-weeks-event", &args)).then(sum)
    });
    let button = |(event, _): &(Event, Recap)| {
        let press = CallbackId::new("leaderboard", Some(event.id), "");
        Button::press(label(&event.title), press)
    };
    let buttons: Vec<Button> = recaps.iter().take(BUTTONS_MAX).map(button).collect();
    buttons.chunks(IN_A_ROW).fold(Reply::open(text), |reply, row| reply.with(row.to_vec()))
}

/// A place with all who share it: those for whom there is no room are counted.
fn shared(words: Words, event: &Event, recap: &Recap, same: &[BoardRow]) -> String {
    let (rank, shown) = (same[0].rank, same.len() as u64);
    let count = recap.shared.get(&rank).map_or(shown, |count| shown.max(*count));
    let names: Vec<&str> = same.iter().map(|row| row.name.as_str()).collect();
    let name = first_of(words, &names, count);
    place(words, event, recap.by, &BoardRow { name, ..same[0].clone() }).plain()
}

fn perfect(words: Words, recap: &Recap) -> Option<Text> {
    let perfect = recap.perfect.filter(|perfect| *perfect > 0)?;
    Some(words.text("told-week-perfect", &[("n", Arg::Number(perfect))]))
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
1 · ada — 7 days
1 · eve — 7 days
3 · ken — 3 days
17 check-ins in all.
✨ 2 perfect weeks.",
                "Last week at Read:
1 · ada — 7 days
2 · eve — 6 days
3 · ken — 5 days
18 check-ins in all.
📈 ken: 2 days more than the week before
✨ One perfect week."
            ]
        );
    }

    #[tokio::test]
    async fn a_week_whose_places_go_by_amounts_names_no_climb() {
        let mut world = World::new().await;
        world.say("host", "/event create Run goal:\"20 km a week\"").await;
        for name in ["ada", "ken"] {
            world.say(name, "/join Run").await;
        }
        let mut recaps = vec![];
        for day in 1..=15 {
            world.next_day();
            if day % 7 == 1 {
                recaps.extend(recap(world.told().await));
            }
            // Ada meets the goal in the second week alone.
            let km = if day < 8 { 1 } else { 5 };
            world.say("ada", &format!("/checkin event:Run amount:\"{km} km\"")).await;
            world.say("ken", "/checkin event:Run amount:\"4 km\"").await;
        }
        let last = recaps.pop().unwrap_or_default();
        assert!(last.contains("ada — 35 km") && !last.contains('📈'), "{last}");
    }

    #[tokio::test]
    async fn the_weeks_of_all_events_are_told_in_one_message() {
        let mut world = World::with_event("Read").await;
        world.say("host", "/event create Run").await;
        for name in ["ada", "ken"] {
            for title in ["Read", "Run"] {
                world.say(name, &format!("/join {title}")).await;
                world.say(name, &format!("/checkin {title}")).await;
            }
        }
        let told = world.notices_at("2026-03-02T09:00:00Z").await;
        let weeks: Vec<&String> = told.iter().filter(|told| told.contains("ast week")).collect();
        assert_eq!(
            weeks,
            [concat!(
                "Last week:",
                "\nRead: 1 · ada · ken — 1 day\n2 check-ins in all. ✨ 2 perfect weeks.",
                "\nRun: 1 · ada · ken — 1 day\n2 check-ins in all. ✨ 2 perfect weeks."
            )]
        );
    }

    #[tokio::test]
    async fn whoever_shares_a_place_is_in_it_by_name_or_number() {
        let mut world = World::with_event("Read").await;
        world.say("host", "/event create Run").await;
        for name in ["ada", "ken", "eve", "zoe", "bob"] {
            for title in ["Read", "Run"] {
                world.say(name, &format!("/join {title}")).await;
            }
            world.say(name, "/checkin Read").await;
        }
        for name in ["ada", "ken"] {
            world.say(name, "/checkin Run").await;
        }
        let told = world.notices_at("2026-03-02T09:00:00Z").await;
        let weeks = told.iter().find(|told| told.starts_with("Last week:"));
        let lines: Vec<&str> = weeks.map(|weeks| weeks.lines().collect()).unwrap_or_default();
        assert!(lines[1].starts_with("Read: 1 · "), "{lines:?}");
        assert!(lines[1].ends_with(" and 2 more — 1 day"), "{lines:?}");
        assert_eq!(lines[3], "Run: 1 · ada · ken — 1 day");
    }

    #[tokio::test]
    async fn a_place_has_one_recap_a_week_once_the_last_of_its_weeks_is_over() {
        // Weeks that end on Saturday and on Sunday, and those of people with clocks of their own.
        let mut world = World::with_event("Read zone:UTC clock:fixed").await;
        world.say("host", "/event create Walk clock:personal").await;
        world.say("host", "/event create Run days:\"3x a week, weeks start on sunday\"").await;
        let mut recaps = vec![];
        for day in 2..=24 {
            for name in ["ada", "ken"] {
                for title in ["Read", "Walk", "Run"] {
                    world.say(name, &format!("/join {title}")).await;
                    world.say(name, &format!("/checkin {title}")).await;
                }
            }
            let told = world.notices_at(&format!("2026-03-{day:02}T09:00:00Z")).await;
            let recap = told.into_iter().filter(|told| told.starts_with("Last week"));
            recaps.extend(recap.map(|recap| (day, recap)));
        }
        let days: Vec<u32> = recaps.iter().map(|(day, _)| *day).collect();
        assert_eq!(days, [3, 10, 17, 24], "{recaps:?}");
        for (day, recap) in &recaps[1..] {
            let has = |title: &str| recap.contains(&format!("\n{title}: "));
            assert!(["Read", "Walk", "Run"].into_iter().all(has), "{day}: {recap}");
        }
    }

    #[tokio::test]
    async fn what_is_told_in_a_place_since_its_week_turned_adds_no_older_week() {
        let mut world = World::with_event("Read zone:UTC clock:fixed").await;
        world.say("host", "/event create Walk clock:personal").await;
        world.as_manager("boss", "/event announce event:Walk here:no").await;
        for day in 2..=8 {
            for name in ["ada", "ken"] {
                for title in ["Read", "Walk"] {
                    world.say(name, &format!("/join {title}")).await;
                    world.say(name, &format!("/checkin {title}")).await;
                }
            }
            world.notices_at(&format!("2026-03-{day:02}T09:00:00Z")).await;
        }
        // The recap is planned. Where each has a clock of their own, the week goes on for a day.
        world.notices_at("2026-03-09T00:30:00Z").await;
        let announced = world.say("host", "/event announce Walk").await;
        assert!(announced.contains("results of Walk will be posted here, "), "{announced}");
        let told = world.notices_at("2026-03-09T09:00:00Z").await;
        let weeks: Vec<&String> =
            told.iter().filter(|told| told.starts_with("Last week")).collect();
        assert!(matches!(weeks[..], [week] if week.starts_with("Last week at Read:")), "{weeks:?}");
    }

    #[tokio::test]
    async fn a_recap_that_is_switched_off_in_the_night_does_not_come_in_the_morning() {
        for (wanted, recaps) in [("yes", 1), ("no", 0)] {
            let mut world = World::with_event("Read zone:UTC clock:fixed").await;
            for name in ["ada", "ken"] {
                world.say(name, "/join").await;
                world.say(name, "/checkin").await;
            }
            // It is planned by then.
            world.notices_at("2026-03-02T00:30:00Z").await;
            world.as_manager("boss", &format!("/admin setup recap:{wanted}")).await;
            let told = world.notices_at("2026-03-02T09:00:00Z").await;
            assert_eq!(told.into_iter().filter_map(|told| recap(vec![told])).count(), recaps);
        }
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
        assert_eq!(recap(world.notices_at("2026-03-02T16:45:00Z").await), None);
        let told = recap(world.notices_at("2026-03-02T17:00:00Z").await);
        assert!(told.is_some_and(|told| told.contains("2 check-ins in all.")));
    }
}
