//! Events that are counted in weeks, months or times: nothing that is said of them speaks of days.

use crate::testing::world::World;

/// All that is said to ada, and told unasked, of one event: weeks of check-ins, then a miss.
async fn transcript(create: &str, line: &str, every: u32, times: u32) -> Vec<String> {
    let mut world = World::new().await;
    world.say("ada", &format!("/event create title:Run {create}")).await;
    let mut said = vec![world.say("ken", "/join Run").await, world.say("ada", "/join Run").await];
    said.push(world.say("ada", "/remind 20:00").await);
    for day in 0..every * times {
        if day % every == 0 {
            said.push(world.say("ada", line).await);
            said.push(world.say("ada", "/checkin Run").await);
        }
        world.next_day();
        said.extend(world.told().await);
    }
    for line in
        ["/streak", "/badges", "/freeze", "/leaderboard", "/leaderboard by:total", "/year 2026"]
    {
        said.push(world.say("ada", line).await);
    }
    said.push(world.to("ken", "/streak", "ada").await.plain());
    for _ in 0..3 * every {
        world.next_day();
        said.extend(world.told().await);
    }
    for line in ["/streak", "/repair", "/freeze", "/undo"] {
        said.push(world.say("ada", line).await);
    }
    said
}

/// Words that would make a period into a day.
const OF_DAYS: [&str; 6] =
    ["days in", "day in a row", "in all days", "missed day", "Today is still", "Day "];

#[tokio::test]
async fn what_is_counted_in_weeks_months_or_times_is_never_said_in_days() {
    for (create, line, every, times, unit) in [
        ("goal:\"20 km a week\"", "/checkin 20 km", 7, 4, "weeks"),
        ("days:\"2 times a week\"", "/checkin", 4, 6, "weeks"),
        ("days:monthly", "/checkin", 31, 4, "months"),
        ("days:\"every 2 days\"", "/checkin", 2, 6, "times"),
    ] {
        let said = transcript(create, line, every, times).await;
        for said in &said {
            // A year counts the days on which something was done, whatever they belong to.
            let said = said.split("\nThe best month").next().unwrap_or_default();
            let said = said.replace("days in all.", "");
            assert!(OF_DAYS.iter().all(|word| !said.contains(word)), "{create}: {said}");
        }
        let all = said.join("\n");
        let wanted = format!("{unit} in all");
        assert!(all.contains(&wanted), "{create}: {wanted}\n{all}");
    }
}

#[tokio::test]
async fn a_reminder_says_how_far_the_week_is() {
    let mut world = World::new().await;
    world.say("ada", "/event create title:Run goal:\"20 km a week\"").await;
    world.say("ada", "/join Run").await;
    world.say("ada", "/remind 20:00").await;
    world.next_day();
    world.say("ada", "/checkin Run 5 km").await;
    world.now = world.now.plus_s(8 * 3600 + 30);
    let told = world.told().await;
    let reminder = told.iter().find(|told| told.contains("5 of 20 km this week."));
    assert!(reminder.is_some_and(|told| !told.contains("day")), "{told:?}");
}

#[tokio::test]
async fn a_check_in_on_a_day_off_is_a_bonus() {
    let world = World::new().await;
    // It is a Sunday.
    world.say("ada", "/event create title:Run days:weekdays").await;
    world.say("ada", "/join Run").await;
    let done = world.say("ada", "/checkin Run").await;
    assert_eq!(
        done.lines().take(2).collect::<Vec<_>>(),
        [
            "✅ A bonus · Run",
            "Nothing was asked for that day: it adds to what you did, and not to the streak."
        ]
    );
    let again = world.say("ada", "/checkin Run").await;
    assert_eq!(again, "You are already in for today, as a bonus: Run. Undo?");
}

#[tokio::test]
async fn what_is_summed_up_over_a_week_is_not_called_once_a_week() {
    let world = World::new().await;
    let card = world.say("ada", "/event create title:Run goal:\"20 km a week\"").await;
    assert!(card.starts_with("Run\nAt least 20 km a week\nDays follow the clock"), "{card}");
    let sunday =
        world.say("ada", "/event create title:Swim days:\"weekly, weeks start on sunday\"");
    assert!(sunday.await.contains("weeks start on Sunday"));
}
