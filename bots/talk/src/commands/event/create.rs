//! `/event create`: a new event, announced where it was made. What is filled in is a draft first.

pub(crate) mod drafting;
pub(crate) mod plan;

use engine::{Error, Visibility};

use crate::command::context::Context;
use crate::command::definition::{Command, Kind, Param, Says};
use crate::command::event_params::{self, TITLE_MAX};
use crate::command::pick_person;
use crate::message::reply::Reply;
use crate::message::request::Input;
use crate::message::text::Text;
use crate::view::draft;
use crate::view::templates::CATEGORIES;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("title", "create-title", Kind::Text { length_max: TITLE_MAX }),
        event_params::GOAL,
        event_params::DAYS,
        event_params::UNIT,
        event_params::COUNT,
        event_params::TASKS,
        event_params::NEED,
        event_params::TEXT,
        Param::new("starts", "create-starts", Kind::Spoken(Says::Date)),
        Param::new("ends", "create-ends", Kind::Spoken(Says::Date)),
        Param::new(
            "visibility",
            "create-visibility",
            Kind::OneOf(&["public", "community", "invite"]),
        ),
        Param::new("mode", "create-mode", Kind::OneOf(&["habit", "contest"])),
        Param::new("group", "create-group", Kind::OneOf(&["every", "anyone", "half", "buddy"])),
        event_params::PERCENT,
        Param::new("category", "create-category", Kind::OneOf(CATEGORIES)),
        Param::new("emoji", "create-emoji", Kind::Text { length_max: 8 }),
        Param::new("proof", "create-proof", Kind::OneOf(&["none", "asked", "approved"])),
        Param::new("approval", "create-approval", Kind::OneOf(&["yes", "no"])),
        Param::new("clock", "create-clock", Kind::OneOf(&["fixed", "personal"])),
        Param::new("zone", "create-zone", Kind::Zone),
    ],
    free: Some("title"),
    public: true,
    ..Command::new("event create", "create-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    if let Some(event) = ctx.pressed_event() {
        return drafting::pressed(ctx, event).await;
    }
    if matches!(ctx.request.said, Input::Form { .. }) {
        return drafting::begin(ctx).await;
    }
    let new = match plan::requested_event(ctx) {
        Ok(new) => new,
        Err(reply) => return Ok(*reply),
    };
    if new.visibility != Visibility::InviteOnly && draft::unsaid_zone(ctx, &new.rules).is_some() {
        return match plan::makes_too_many(ctx).await? {
            Some(why) => Ok(Reply::only(why)),
            None => drafting::keep(ctx, new, Text::default()).await,
        };
    }
    let visibility = new.visibility;
    let event = match ctx.engine().events().create(new, ctx.now()).await {
        Ok(event) => event,
        Err(error) => return ctx.no_more_events(&error).map(Reply::only).ok_or(error),
    };
    plan::settle_zone(ctx, &event).await?;
    // Proofs, requests to join and the winners are told to the host in private.
    ctx.private_destination().await?;
    // What is for those with a code alone is told nowhere until its host says where.
    if visibility != Visibility::InviteOnly
        && let Some(channel) = pick_person::open_channel(ctx).await?
    {
        ctx.engine().events().announce(event.id, channel).await?;
        ctx.engine().events().begin_boards(&event, ctx.now()).await?;
    }
    plan::presented(ctx, &event).await
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn an_event_is_presented_where_it_was_made() {
        let world = World::new().await;
        let card = world.say("ada", "/event create title:\"Run 5 km\" goal:\"five kilometres\" days:mon,wed,fri zone:Berlin").await;
        assert_eq!(
            card,
            "Run 5 km\nAt least 5 kilometres a day\nOn Monday, Wednesday, Friday\nDays follow the clock of Europe/Berlin.\nNobody is in yet."
        );
        let ask = world.reply_to("ada", "/event create").await;
        assert_eq!(ask.plain(), "What should it be called? For example: Read 20 pages");
        let odd = world.say("ada", "/event create X days:whenever").await;
        assert!(odd.starts_with("I do not know the days “whenever”."), "{odd}");
    }

    #[tokio::test]
    async fn a_task_is_no_longer_than_a_choice_that_discord_takes() {
        let world = World::new().await;
        let create = |letters: usize| {
            format!("/event create title:Chores tasks:\"{}, b\"", "a".repeat(letters))
        };
        assert_eq!(
            world.say("ada", &create(101)).await,
            "A task can have up to 100 letters. Say it in fewer words, and the rest in the description of the event."
        );
        assert!(world.say("ada", &create(100)).await.starts_with("Chores\nAll of 2 tasks: "));
    }

    #[tokio::test]
    async fn a_rhythm_is_read_whole_or_asked_about() {
        let world = World::new().await;
        for (days, shown) in [
            (
                "every day except sunday",
                "On Monday, Tuesday, Wednesday, Thursday, Friday, Saturday",
            ),
            ("sun-thu", "On Monday, Tuesday, Wednesday, Thursday, Sunday"),
            ("twice a week, on mondays and thursdays", "On Monday, Thursday"),
        ] {
            let card = world
                .say("ada", &format!("/event create title:{} days:\"{days}\"", days.len()))
                .await;
            assert!(card.contains(shown), "{days}: {card}");
        }
        for days in ["every other monday", "weekdays except holidays", "mon or tue", "daily at 8pm"]
        {
            let odd = world.say("ada", &format!("/event create title:X days:\"{days}\"")).await;
            assert!(odd.starts_with("I do not know the days"), "{days}: {odd}");
        }
        let odd = world.say("ada", "/event create X days:\"every day banana\"").await;
        assert!(
            odd.ends_with(
                "It is “banana” that I do not understand. Without it I read “every day”."
            ),
            "{odd}"
        );
    }

    #[tokio::test]
    async fn a_zone_with_several_meanings_is_asked_about() {
        let world = World::new().await;
        let asked = world.reply_to("ada", "/event create Run zone:IST").await;
        assert_eq!(asked.plain(), "Which one do you mean by “IST”?");
        let made = world.tap("ada", &asked, "Asia/Jerusalem — 14:00").await;
        assert!(made.plain().contains("the clock of Asia/Jerusalem."), "{}", made.plain());
        let odd = world.say("ada", "/event create Swim zone:\"Berlin Tokyo\"").await;
        assert!(odd.starts_with("I do not know “Berlin Tokyo”."), "{odd}");
    }

    #[tokio::test]
    async fn everything_an_event_can_be_is_said_in_one_line() {
        let world = World::new().await;
        let card = world
            .say("ada", "/event create Steps goal:\"8000\" unit:steps mode:contest ends:\"2 weeks\" group:every emoji:🚶 category:move")
            .await;
        assert!(card.starts_with("🚶 Steps\nAt least 8,000 steps a day\nEvery day"), "{card}");
        assert!(card.contains("A contest: no freezes, no repairs, nothing filled in afterwards."));
        assert!(card.contains("Until Sat 14 Mar."), "{card}");
        assert!(card.contains("The group has a streak of its own: every member counts."), "{card}");
        let past = world.say("ada", "/event create Late ends:yesterday").await;
        assert_eq!(past, "An event cannot end before it begins. Say a later last day.");
        // In English of nobody knows where the fourth of July may be the seventh of April.
        let odd = world.reply_to("ada", "/event create Late ends:07/04/2027").await;
        assert_eq!(odd.plain(), "Which day do you mean by “07/04/2027”?");
        let made = world.tap("ada", &odd, "4 July 2027").await;
        assert!(made.plain().contains("Until 4 July 2027."), "{}", made.plain());
        let long = "/event create \"Late in the night, when all are asleep\" ends:07/04/2027";
        assert_eq!(
            world.say("ada", long).await,
            "“07/04/2027” can be several days: 4 July 2027 / 7 April 2027. Please write one of them."
        );
        let ahead = world.say("ada", "/event create Soon starts:2026-03-10 ends:2026-03-20").await;
        assert!(ahead.contains("From Tue 10 Mar.\nUntil Fri 20 Mar."), "{ahead}");
        let later =
            world.say("ada", "/event create Later starts:\"2 weeks\" ends:\"1 week\"").await;
        assert!(later.contains("From Sun 15 Mar.\nUntil Sat 21 Mar."), "{later}");
        let past = world.say("ada", "/event create Late ends:2026-02-01").await;
        assert_eq!(past, "An event cannot end before it begins. Say a later last day.");
    }

    #[tokio::test]
    async fn what_is_made_in_private_is_for_few() {
        let world = World::new().await;
        let made = world.in_private("ada", "/event create Diary").await;
        assert!(made.plain().contains("Only people with this code can join"), "{}", made.plain());
        assert!(!world.say("ken", "/events").await.contains("Diary"));
        world.in_private("ada", "/event create Read visibility:public").await;
        assert!(world.say("ken", "/events").await.contains("Read"));
        let odd = world.in_private("ada", "/event create Ours visibility:community").await;
        assert!(odd.plain().starts_with("There is no community here"), "{}", odd.plain());
        let odd = world.say("ada", "/event edit event:Diary visibility:community").await;
        assert!(odd.starts_with("There is no community here"), "{odd}");
    }

    #[tokio::test]
    async fn a_second_tap_on_a_ready_made_event_makes_no_second_one() {
        let world = World::new().await;
        let ready = world.reply_to("ada", "/events show:templates").await;
        for _ in 0..2 {
            world.tap("ada", &ready, "💧 Drink water").await;
        }
        let events = world.say("ken", "/events").await;
        assert_eq!(events.matches("Drink water").count(), 1, "{events}");
    }

    #[tokio::test]
    async fn goals_are_read_as_they_are_said() {
        let world = World::new().await;
        let goal = async |line: &str| {
            let card = world.say("ada", &format!("/event create title:X {line}")).await;
            card.lines().skip(1).take(2).collect::<Vec<_>>().join(" / ")
        };
        for (line, want) in [
            ("goal:\"at most 2 cups a day\"", "At most 2 cups a day / Every day"),
            ("goal:\"100 kg a day\" count:max", "100 kg at once, each day / Every day"),
            ("goal:\"3 times a day\"", "3 times a day / Every day"),
            ("goal:\"30 min a day\" text:Slowly", "Slowly / At least 30 min a day"),
            (
                "tasks:\"walk 3 km, coffee at most 2 cups\"",
                "All of 2 tasks: walk, coffee / Every day",
            ),
        ] {
            assert_eq!(goal(line).await, want, "{line}");
        }
        let odd = world.say("ada", "/event create X goal:\"be kind\" count:most").await;
        assert_eq!(odd, "I cannot read the amount “be kind”. Try a number such as 20.");
        let most = world.say("ada", "/event create Pages percent:80").await;
        assert!(most.contains("80%"), "{most}");
        let odd = world.say("ada", "/event create Pages percent:120").await;
        assert!(odd.starts_with("A share is a number from 1 to 100"), "{odd}");
    }

    #[tokio::test]
    async fn so_many_times_a_day_are_counted_one_by_one() {
        let world = World::new().await;
        world.say("ada", "/event create title:Stretch goal:\"3 times a day\"").await;
        world.say("ada", "/join Stretch").await;
        let first = world.reply_to("ada", "/checkin").await;
        assert!(first.plain().starts_with("Noted for Stretch.\n1 of 3 times today."));
        let second = world.tap("ada", &first, "Add more").await;
        assert!(second.plain().starts_with("Noted for Stretch.\n2 of 3 times today."));
        assert!(world.press("ada", &second, "Add more").await.starts_with("✅ Day 1 · Stretch"));
    }

    #[tokio::test]
    async fn an_event_for_few_is_told_nowhere_until_its_host_says_where() {
        let mut world = World::new().await;
        world.say("ada", "/event create Diary visibility:invite").await;
        world.say("ada", "/join Diary").await;
        let mut told = vec![];
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
            told.extend(world.told().await);
        }
        assert!(told.iter().all(|told| !told.contains("Diary")), "{told:?}");
        let ask = world.reply_to("ada", "/event announce Diary").await;
        world.press("ada", &ask, "Yes, tell it here").await;
        for _ in 0..4 {
            world.say("ada", "/checkin").await;
            world.next_day();
            told.extend(world.told().await);
        }
        assert!(told.iter().any(|told| told.contains("7 days in a row at Diary")), "{told:?}");
    }

    #[tokio::test]
    async fn a_buddy_is_let_in_by_a_code_that_works_once() {
        let world = World::new().await;
        let made = world.say("ada", "/event create Together group:buddy").await;
        let code = made.split("/join code:").nth(1).unwrap_or_default().trim().to_owned();
        assert!(
            world.say("ken", &format!("/join {code}")).await.starts_with("You are in Together.")
        );
        assert!(
            world.say("eve", &format!("/join {code}")).await.starts_with("This code does not work")
        );
    }
}
