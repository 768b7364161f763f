//! What is filled in becomes a draft: its maker looks at it, changes it by taps, and publishes or discards it.

use engine::{Error, Event, EventId, NewEvent, Visibility};

use crate::command::context::Context;
use crate::command::definition::Args;
use crate::command::{pick_event, pick_person};
use crate::commands::event::create::plan::{
    ask, makes_too_many, presented, requested_event, settle_zone,
};
use crate::locale::texts::Arg;
use crate::message::reply::{Button, Reply};
use crate::message::text::Text;
use crate::view::draft::LINK;
use crate::view::draft::{self, DISCARD, PUBLISH};
use crate::view::event_card;

/// Makes a draft of what was filled in. What cannot be read is said; the rest stays.
pub(crate) async fn begin(ctx: &Context<'_>) -> Result<Reply, Error> {
    let mut fields: Args = ctx.args.iter().filter(|(name, _)| name == "title").cloned().collect();
    let Ok(mut new) = requested_event(&ctx.with_args(fields.clone())) else { return Ok(ask(ctx)) };
    if let Some(why) = makes_too_many(ctx).await? {
        return Ok(Reply::only(why));
    }
    let mut note = Text::default();
    let rest = ctx.args.iter().filter(|(name, value)| name != "title" && !value.trim().is_empty());
    for field in rest {
        fields.push(field.clone());
        match requested_event(&ctx.with_args(fields.clone())) {
            Ok(more) => new = more,
            Err(reply) => {
                fields.pop();
                note = note.then(reply.text);
            }
        }
    }
    keep(ctx, new, note).await
}

/// Keeps a draft, and shows it to its maker below a note.
pub(crate) async fn keep(ctx: &Context<'_>, new: NewEvent, note: Text) -> Result<Reply, Error> {
    let draft = Some(new.visibility);
    let new = NewEvent { visibility: Visibility::InviteOnly, draft, ..new };
    let event = ctx.engine().events().create(new, ctx.now()).await?;
    if event.draft.is_some()
        && let Some(channel) = pick_person::open_channel(ctx).await?
    {
        // Here it is told of, once it is published.
        ctx.engine().events().announce(event.id, channel).await?;
    }
    let way = ctx.private_destination().await?;
    if let (None, Some(link)) = (way, &ctx.place().deep_link) {
        let label = ctx.words.plain("button-open-private", &[]);
        let open = Button::link(label, format!("{link}{LINK}{}", event.id));
        let text = note.then(ctx.text("draft-in-private", &[]));
        return Ok(Reply::only(text).with([open]));
    }
    Ok(draft::preview(ctx, &event, note))
}

/// The answer to a button below a draft.
pub(crate) async fn pressed(ctx: &Context<'_>, id: EventId) -> Result<Reply, Error> {
    let event = ctx.engine().events().get(id).await?;
    let Some(event) = event.filter(|event| event.owner == ctx.person.id) else {
        return Ok(pick_event::gone(ctx));
    };
    if event.draft.is_none() {
        return Ok(published_already(ctx, &event));
    }
    match ctx.pressed_arg() {
        Some(PUBLISH) => publish(ctx, &event).await,
        Some(DISCARD) => {
            ctx.engine().events().discard(event.id).await?;
            Ok(Reply::only(ctx.text("draft-discarded", &[])).replacing())
        }
        _ => Ok(draft::preview(ctx, &event, Text::default())),
    }
}

async fn publish(ctx: &Context<'_>, draft: &Event) -> Result<Reply, Error> {
    let today = draft.rules.setting().unwrap_or(ctx.person.setting).day_of(ctx.now());
    if draft.rules.end.is_some_and(|end| end < today) {
        return Ok(draft::preview(ctx, draft, ctx.text("create-ends-before", &[])));
    }
    let here = ctx.channel().await?;
    let is_here = match here {
        Some(here) => ctx.engine().events().is_told_at(draft.id, here).await?,
        None => false,
    };
    let event = match ctx.engine().events().publish(draft.id, here, ctx.now()).await {
        Ok(Some(event)) => event,
        Ok(None) => return Ok(published_already(ctx, draft)),
        Err(Error::Setting(_)) => {
            return Ok(draft::preview(ctx, draft, ctx.text("create-ends-before", &[])));
        }
        Err(error) => {
            let why = ctx.no_more_events(&error).ok_or(error)?;
            return Ok(draft::preview(ctx, draft, why));
        }
    };
    settle_zone(ctx, &event).await?;
    if event.visibility == Visibility::InviteOnly {
        return Ok(presented(ctx, &event).await?.replacing());
    }
    ctx.engine().events().begin_boards(&event, ctx.now()).await?;
    if is_here {
        return presented(ctx, &event).await;
    }
    // Its card comes to where it was made, if that is a place of others.
    if event.community.is_some() {
        let title = [("title", Arg::Text(&event.title))];
        let text = ctx.text("draft-published", &title);
        let reply = Reply::only(text).with([event_card::join_button(ctx.words, event.id)]);
        return Ok(reply.secret_if(ctx.is_secret(&event)).replacing());
    }
    Ok(presented(ctx, &event).await?.replacing())
}

fn published_already(ctx: &Context<'_>, event: &Event) -> Reply {
    let title = [("title", Arg::Text(&event.title))];
    Reply::only(ctx.text("draft-published-already", &title)).secret_if(ctx.is_secret(event))
}

#[cfg(test)]
mod tests {
    use crate::message::reply::Reply;
    use crate::testing::world::World;
    use engine::Event;
    use engine::Platform;

    const GONE: &str = "This event does not exist (any more).";

    /// A draft of Ada's.
    async fn draft(world: &World, fields: &[(&str, &str)]) -> Reply {
        let form = world.reply_to("ada", "/event create").await;
        world.fill("ada", &form, fields).await
    }

    /// A draft of Ada's that is called Swim.
    async fn swim(world: &World) -> Reply {
        draft(world, &[("title", "Swim"), ("days", "3 times a week")]).await
    }

    #[tokio::test]
    async fn what_is_filled_in_is_a_draft_for_its_maker_alone() {
        let draft = swim(&World::new().await).await;
        assert!(draft.private && draft.secret);
        assert_eq!(
            draft.plain(),
            "A draft. Only you see it until you publish it.\nSwim\n3 days a week\nDays follow the clock of UTC.\nWho will see it: this community only"
        );
    }

    #[tokio::test]
    async fn nobody_finds_or_joins_a_draft() {
        let world = World::new().await;
        swim(&world).await;
        for name in ["ada", "ken"] {
            assert!(!world.say(name, "/events").await.contains("Swim"), "{name}");
            let joined = world.say(name, "/join Swim").await;
            assert!(
                joined.starts_with("I cannot find an event called “Swim”."),
                "{name}: {joined}"
            );
        }
    }

    #[tokio::test]
    async fn the_buttons_of_a_draft_are_its_makers() {
        let world = World::new().await;
        let draft = swim(&world).await;
        for label in ["Publish", "Discard", "Goal", "Who sees it"] {
            assert_eq!(world.press("ken", &draft, label).await, GONE, "{label}");
        }
        assert!(
            world.say("ken", "/event edit Swim").await.starts_with("I cannot find an event called")
        );
    }

    #[tokio::test]
    async fn a_published_draft_is_presented_where_it_was_made() {
        let world = World::new().await;
        let draft = swim(&world).await;
        let card = world.tap("ada", &draft, "Publish").await;
        assert!(!card.private && card.keep.is_some());
        assert_eq!(
            card.plain(),
            "Swim\n3 days a week\nDays follow the clock of UTC.\nNobody is in yet."
        );
        assert!(world.press("ken", &card, "Join").await.starts_with("You are in Swim."));
    }

    #[tokio::test]
    async fn news_of_a_published_draft_are_told_where_it_was_made() {
        let mut world = World::new().await;
        let draft = draft(&world, &[("title", "Swim")]).await;
        world.tap("ada", &draft, "Publish").await;
        world.say("ken", "/join Swim").await;
        let mut told = vec![];
        for _ in 0..7 {
            world.say("ken", "/checkin").await;
            told.extend(world.told().await);
            world.next_day();
        }
        assert!(told.contains(&"🎉 ken: 7 days in a row at Swim".to_owned()), "{told:?}");
    }

    #[tokio::test]
    async fn a_draft_is_published_once() {
        let world = World::new().await;
        let draft = swim(&world).await;
        world.tap("ada", &draft, "Publish").await;
        let again = world.tap("ada", &draft, "Publish").await;
        assert!(again.private && again.keep.is_none());
        assert_eq!(again.plain(), "Swim is already published. /event edit changes it.");
    }

    #[tokio::test]
    async fn a_discarded_draft_is_gone_without_a_word() {
        let world = World::new().await;
        let draft = swim(&world).await;
        let gone = world.tap("ada", &draft, "Discard").await;
        assert_eq!(gone.plain(), "Discarded. Nobody has seen it.");
        assert!(gone.buttons.is_empty());
        assert_eq!(world.press("ada", &draft, "Publish").await, GONE);
        assert!(world.told().await.is_empty());
    }

    #[tokio::test]
    async fn what_cannot_be_read_costs_nothing_of_the_rest() {
        let world = World::new().await;
        let fields =
            [("title", "Swim"), ("days", "whenever"), ("goal", "5 km a day"), ("ends", "someday")];
        let draft = draft(&world, &fields).await.plain();
        assert!(draft.starts_with("I do not know the days “whenever”."), "{draft}");
        assert!(draft.contains("I cannot read the date “someday”."), "{draft}");
        assert!(draft.contains("Swim\nAt least 5 km a day\nEvery day"), "{draft}");
    }

    #[tokio::test]
    async fn a_line_that_cannot_be_read_leaves_the_draft_as_it_was() {
        let world = World::new().await;
        let draft = swim(&world).await;
        let asked = world.tap("ada", &draft, "How often").await;
        let same = world.fill("ada", &asked, &[("days", "whenever")]).await;
        assert!(same.plain().starts_with("I do not know the days “whenever”."));
        assert!(same.plain().contains("Swim\n3 days a week"), "{}", same.plain());
        assert!(!world.tap("ada", &same, "Publish").await.private);
    }

    #[tokio::test]
    async fn each_thing_is_asked_for_by_itself() {
        let world = World::new().await;
        let mut draft = swim(&world).await;
        for (label, name, words, said) in [
            ("Title", "title", "Swim far", "\nSwim far\n"),
            ("How often", "days", "weekdays", "\nMonday to Friday\n"),
            ("Goal", "goal", "2 km a day", "\nAt least 2 km a day\n"),
            ("Text", "text", "In the lake", "\nIn the lake\n"),
            ("Last day", "ends", "2026-06-01", "\nUntil Mon 1 Jun."),
            ("Tasks", "tasks", "crawl, dive", "\nAll of 2 tasks: crawl, dive\n"),
        ] {
            let asked = world.tap("ada", &draft, label).await;
            assert_eq!(asked.form.as_ref().map(|form| form.fields.len()), Some(1), "{label}");
            draft = world.fill("ada", &asked, &[(name, words)]).await;
            assert!(draft.plain().starts_with("Changed.\nA draft."), "{}", draft.plain());
            assert!(draft.plain().contains(said), "{}", draft.plain());
        }
    }

    #[tokio::test]
    async fn everything_else_is_behind_one_more_tap() {
        let world = World::new().await;
        let mut draft = swim(&world).await;
        for (label, choice, shown) in [
            ("Habit or contest", "a contest: nothing is forgiven", "A contest: no freezes"),
            ("Group streak", "one is enough", "one member a day is enough"),
            ("Proof", "asked for", "Each check-in comes with a photo or file."),
            ("Who gets in", "yes", "The host decides who gets in."),
        ] {
            let more = world.tap("ada", &draft, "More…").await;
            let asked = world.tap("ada", &more, label).await;
            draft = world.tap("ada", &asked, choice).await;
            assert!(draft.plain().contains(shown), "{label}: {}", draft.plain());
        }
        for (label, name, words, shown) in [
            ("First day", "starts", "2026-03-10", "From Tue 10 Mar."),
            ("Emoji", "emoji", "🏊", "🏊 Swim"),
            ("Time zone", "zone", "Berlin", "Days follow the clock of Europe/Berlin."),
        ] {
            let more = world.tap("ada", &draft, "More…").await;
            let asked = world.tap("ada", &more, label).await;
            draft = world.fill("ada", &asked, &[(name, words)]).await;
            assert!(draft.plain().contains(shown), "{label}: {}", draft.plain());
        }
        let more = world.tap("ada", &draft, "More…").await;
        let back = world.tap("ada", &more, "◀ Back").await;
        assert!(draft.plain().ends_with(&back.plain()), "{}", back.plain());
    }

    #[tokio::test]
    async fn the_first_event_of_a_place_asks_for_its_clock_before_it_is_published() {
        let mut world = World::new().await;
        world.talk.asks_zone = true;
        let asked = world.reply_to("ada", "/event create Swim").await;
        assert!(asked.private, "nothing is published yet");
        assert!(asked.plain().contains("which clock counts"), "{}", asked.plain());
        assert!(!world.say("ken", "/events").await.contains("Swim"));
        let zone = world.tap("ada", &asked, "Time zone").await;
        let said = world.fill("ada", &zone, &[("zone", "Berlin")]).await;
        assert!(said.plain().contains("the clock of Europe/Berlin."), "{}", said.plain());
        assert!(!said.plain().contains("which clock counts"), "{}", said.plain());
        let card = world.tap("ada", &said, "Publish").await;
        assert!(
            card.plain().starts_with("Swim\nEvery day\nDays follow the clock of Europe/Berlin")
        );
        // A place in UTC can say so, in the line or by leaving the form as it is.
        let mut utc = World::new().await;
        utc.talk.asks_zone = true;
        assert!(utc.say("ada", "/event create Swim zone:UTC").await.starts_with("Swim\n"));
        let mut form = World::new().await;
        form.talk.asks_zone = true;
        let draft = form.reply_to("ada", "/event create Swim").await;
        let zone = form.tap("ada", &draft, "Time zone").await;
        let said = form.fill("ada", &zone, &[("zone", "UTC")]).await;
        form.tap("ada", &said, "Publish").await;
        assert!(form.say("ken", "/event create Run").await.starts_with("Run\n"));
        // The second one knows.
        let next = world.say("ken", "/event create Run").await;
        assert!(next.contains("the clock of Europe/Berlin."), "{next}");
    }

    #[tokio::test]
    async fn a_clock_can_be_changed_until_the_first_check_in() {
        let world = World::with_event("Swim").await;
        let changed = world.say("host", "/event edit event:Swim zone:Tokyo").await;
        assert!(changed.contains("the clock of Asia/Tokyo."), "{changed}");
        world.say("ken", "/join Swim").await;
        world.say("ken", "/checkin Swim").await;
        let stands = world.say("host", "/event edit event:Swim zone:Berlin").await;
        assert!(stands.starts_with("Somebody has checked in already"), "{stands}");
    }

    #[tokio::test]
    async fn what_was_said_can_be_taken_away() {
        let world = World::new().await;
        let fields = [("title", "Swim"), ("goal", "5 km a day"), ("ends", "2026-06-01")];
        let mut draft = draft(&world, &fields).await;
        for (label, name, words, gone) in
            [("Goal", "goal", "off", "5 km"), ("Last day", "ends", "", "Until")]
        {
            assert!(draft.plain().contains(gone), "{}", draft.plain());
            let asked = world.tap("ada", &draft, label).await;
            draft = world.fill("ada", &asked, &[(name, words)]).await;
            assert!(!draft.plain().contains(gone), "{}", draft.plain());
        }
    }

    #[tokio::test]
    async fn who_sees_it_is_a_tap_that_takes_effect_with_the_publishing() {
        let world = World::new().await;
        let draft = swim(&world).await;
        let asked = world.tap("ada", &draft, "Who sees it").await;
        let chosen = world.tap("ada", &asked, "invite-only").await;
        assert!(chosen.plain().ends_with("Who will see it: invite-only"), "{}", chosen.plain());
        let made = world.tap("ada", &chosen, "Publish").await;
        assert!(made.private && made.plain().contains("Only people with this code can join"));
        assert!(!world.say("ken", "/events").await.contains("Swim"));
    }

    #[tokio::test]
    async fn a_draft_that_will_be_public_speaks_of_a_page_only_where_there_will_be_one() {
        let mut world = World::new().await;
        let draft = swim(&world).await;
        let asked = world.tap("ada", &draft, "Who sees it").await;
        for (public_url, said) in [
            (
                "http://streaks.test",
                "Everybody will find it, in other places too, with its names, days and numbers; by publishing it you agree to that.",
            ),
            (
                "https://streaks.test",
                "Its names, days and numbers will stand on a web page that anybody can open; by publishing it you agree to that.",
            ),
        ] {
            world.talk.public_url = public_url.to_owned();
            let chosen = world.press("ada", &asked, "public").await;
            assert!(chosen.ends_with(&format!("Who will see it: public\n{said}")), "{chosen}");
        }
    }

    #[tokio::test]
    async fn a_question_about_a_draft_leads_back_to_it() {
        let world = World::new().await;
        let draft = swim(&world).await;
        let asked = world.tap("ada", &draft, "Who sees it").await;
        assert_eq!(world.tap("ada", &asked, "◀ Back").await, draft);
    }

    #[tokio::test]
    async fn a_draft_is_found_again_by_its_title() {
        let world = World::new().await;
        let draft = swim(&world).await;
        assert_eq!(world.reply_to("ada", "/event edit Swim").await, draft);
    }

    #[tokio::test]
    async fn a_draft_whose_last_day_is_over_waits_for_another_one() {
        let mut world = World::new().await;
        let draft = draft(&world, &[("title", "Swim"), ("ends", "2026-03-02")]).await;
        world.next_day();
        world.next_day();
        assert!(world.told().await.is_empty());
        let late = world.tap("ada", &draft, "Publish").await;
        assert!(
            late.plain().starts_with(
                "An event cannot end before it begins. Say a later last day.\nA draft."
            )
        );
        let asked = world.tap("ada", &late, "Last day").await;
        let later = world.fill("ada", &asked, &[("ends", "2026-03-20")]).await;
        let card = world.tap("ada", &later, "Publish").await;
        assert!(card.plain().contains("Until Fri 20 Mar."), "{}", card.plain());
    }

    /// What Ada has made and published, and how many events she runs.
    async fn made(world: &World) -> (Vec<Event>, i64) {
        let engine = &world.talk.engine;
        let ada = engine.people().find(Platform::Discord, "ada").await;
        let ada = ada.expect("people are known").expect("Ada is known").id;
        let events = engine.events().find(ada, None, "", 9).await.expect("events are found");
        (events, engine.events().count_owned(ada).await.expect("events are counted"))
    }

    #[tokio::test]
    async fn an_event_begins_when_it_is_published_and_counts_from_then_on() {
        let mut world = World::new().await;
        let draft = swim(&world).await;
        assert_eq!(made(&world).await, (vec![], 0));
        world.next_day();
        world.tap("ada", &draft, "Publish").await;
        let (events, count) = made(&world).await;
        assert_eq!(events[0].rules.start.to_string(), "2026-03-02");
        assert_eq!(count, 1);
    }

    #[tokio::test]
    async fn a_sixth_draft_takes_the_place_of_the_first() {
        let world = World::new().await;
        let first = swim(&world).await;
        let mut drafts = vec![];
        for title in ["Run", "Read", "Write", "Walk", "Sing"] {
            drafts.push(draft(&world, &[("title", title)]).await);
        }
        assert_eq!(world.press("ada", &first, "Publish").await, GONE);
        assert!(world.press("ada", &drafts[0], "Publish").await.starts_with("Run\n"));
    }

    #[tokio::test]
    async fn without_a_title_the_form_is_asked_for_again() {
        let world = World::new().await;
        let again = draft(&world, &[("title", " "), ("days", "weekdays")]).await;
        let fields = again.form.expect("a form").fields;
        assert_eq!((fields[2].name, fields[2].value.as_str()), ("days", "weekdays"));
    }

    #[tokio::test]
    async fn what_is_drafted_in_private_is_for_few() {
        let world = World::new().await;
        let form = world.in_private("ada", "/event create").await;
        let draft = world.fill_in_private("ada", &form, &[("title", "Diary")]).await;
        assert!(draft.plain().ends_with("Who will see it: invite-only"), "{}", draft.plain());
    }
}
