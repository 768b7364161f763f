//! `/events`: what there is to join, by what one likes, and what is ready to be made.

use engine::{Error, Event, Search, Visibility};

use crate::command::{Args, Command, Context, Kind, Param, pick_event};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply, Text};
use crate::view::templates::{CATEGORIES, TEMPLATES, template_button};
use crate::view::{buttons, event_card, interests};

/// Events of each list on a page: as many as have a button, in rows of two above the last row.
const SHOWN: usize = 8;
/// The same, and ready-made ones, where everybody reads along: no answer is a wall of buttons there.
const SHOWN_AMONG_OTHERS: usize = 4;
const READY_AMONG_OTHERS: usize = 8;

fn shown(ctx: &Context<'_>) -> usize {
    if ctx.is_read_by_all() { SHOWN_AMONG_OTHERS } else { SHOWN }
}

pub const COMMAND: Command = Command {
    params: &[
        Param::new(
            "show",
            "events-show",
            Kind::OneOf(&["all", "mine", "open", "over", "templates"]),
        ),
        Param::new("search", "events-search", Kind::Text { length_max: 80 }),
        Param::new("category", "events-category", Kind::OneOf(CATEGORIES)),
    ],
    free: Some("search"),
    only_shows: true,
    ..Command::new("events", "events-about", |ctx| Box::pin(run(ctx)))
};

/// The same page of each list: what one is in, and what one can join; or what is over.
struct Page<'a> {
    /// `all`, or which of them it is about.
    show: &'a str,
    n: usize,
    mine: Vec<Event>,
    open: Vec<Event>,
    over: Vec<Event>,
    /// Whether another page comes after it.
    goes_on: bool,
}

impl Page<'_> {
    fn is_empty(&self) -> bool {
        self.mine.is_empty() && self.open.is_empty() && self.over.is_empty()
    }
}

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let (show, turned_to) = asked(ctx);
    if show == "templates" {
        return Ok(templates(ctx));
    }
    if show == "interests" {
        return Ok(interests::interests(ctx, &ctx.person.interests));
    }
    let mut page = read(ctx, show, turned_to.unwrap_or(0)).await?;
    if page.is_empty() && page.n > 0 {
        // What stood there was joined or left since.
        page = read(ctx, show, 0).await?;
    }
    let reply = if page.is_empty() { nothing(ctx, show) } else { list(ctx, &page).await? };
    Ok(if turned_to.is_some() { reply.replacing() } else { reply })
}

/// What is to be shown, and the page that a button turns to, as in `open.2`.
fn asked<'a>(ctx: &'a Context<'_>) -> (&'a str, Option<usize>) {
    let Some(pressed) = ctx.pressed_arg() else {
        return (ctx.arg("show").unwrap_or("all"), None);
    };
    let Some((show, n)) = pressed.split_once('.') else { return (pressed, None) };
    let show = ["mine", "open", "over"].into_iter().find(|known| *known == show).unwrap_or("all");
    (show, Some(n.parse::<u16>().map_or(0, usize::from)))
}

async fn read<'a>(ctx: &Context<'_>, show: &'a str, n: usize) -> Result<Page<'a>, Error> {
    let (words, category) = (ctx.arg("search").unwrap_or_default(), ctx.arg("category"));
    let shown = shown(ctx);
    let skipped = n * shown;
    let (mut mine, mut open, mut over) = (vec![], vec![], vec![]);
    if !["open", "over"].contains(&show) {
        mine = pick_event::mine_called(ctx, words).await?;
        mine.retain(|event| category.is_none() || event.category.as_deref() == category);
        mine.drain(..skipped.min(mine.len()));
    }
    let community = ctx.community.as_ref().map(|community| community.id);
    let liked = &ctx.person.interests[..];
    // One more than is shown tells whether there is a next page.
    let (skip, most) = (skipped as i64, shown as i64 + 1);
    let search = Search { words, category, liked, skip, most };
    match show {
        "mine" => {}
        "over" => over = ctx.engine().events().over(ctx.person.id, community, search).await?,
        _ => open = ctx.engine().events().open(ctx.person.id, community, search).await?,
    }
    let mut lists = [mine, open, over];
    let goes_on = lists.iter().any(|list| list.len() > shown);
    lists.iter_mut().for_each(|list| list.truncate(shown));
    let [mine, open, over] = lists;
    Ok(Page { show, n, mine, open, over, goes_on })
}

fn nothing(ctx: &Context<'_>, show: &str) -> Reply {
    let words = ctx.arg("search").unwrap_or_default();
    let text = match (words, show) {
        ("", "mine") => ctx.text("event-none-mine", &[]),
        ("", "over") => ctx.text("events-none-over", &[]),
        ("", _) => ctx.text("event-none-open", &[]),
        _ => ctx.text("event-not-found", &[("words", Arg::Text(words))]),
    };
    let over = (show != "over").then(|| over_button(ctx));
    Reply::only(text).with([ready(ctx).main()].into_iter().chain(over))
}

async fn list(ctx: &Context<'_>, page: &Page<'_>) -> Result<Reply, Error> {
    let (mine, open, over) = (&page.mine[..], &page.open[..], &page.over[..]);
    let all = [mine, open, over].concat();
    let counts = ctx.engine().leaderboards().count_members(&all).await?;
    let is_secret = all.iter().any(|event| ctx.is_secret(event));
    let mut text = Text::default();
    for (heading, events) in [("events-mine", mine), ("events-open", open), ("events-over", over)] {
        if !events.is_empty() {
            text = text.then(ctx.text(heading, &[]));
        }
        for event in events {
            let members = counts.get(&event.id).copied().unwrap_or(0);
            text = text.then(line(ctx, event, members));
        }
    }
    let buttons: Vec<Button> = match page.show {
        "mine" => mine.iter().map(|event| buttons::leave(ctx, event, mine)).collect(),
        "over" => over.iter().map(|event| result(ctx, event, over)).collect(),
        _ => open.iter().map(|event| event_card::titled_join_button(ctx, event)).collect(),
    };
    let back = page.n.checked_sub(1).and_then(|n| turn(ctx, page.show, "button-previous", n));
    let next = turn(ctx, page.show, "button-next", page.n + 1).filter(|_| page.goes_on);
    if page.goes_on && next.is_none() {
        text = text.then(ctx.text("events-narrow", &[]));
    }
    let interests = Button::press(
        ctx.words.plain("button-interests", &[]),
        CallbackId::new("events", None, "interests"),
    );
    let ended = (page.show != "over").then(|| over_button(ctx));
    let last = back.into_iter().chain(next).chain([ready(ctx), interests]).chain(ended);
    // What is for this community is joined from within it.
    let of_place = open.iter().any(|event| event.visibility == Visibility::Community);
    let reply = Reply { of_place, ..Reply::only(text).secret_if(is_secret) };
    Ok(buttons.chunks(2).fold(reply, |reply, row| reply.with(row.to_vec())).with(last))
}

/// A button to a page of the same list; none where a button cannot hold what was searched for.
fn turn(ctx: &Context<'_>, show: &str, label: &str, n: usize) -> Option<Button> {
    let said = |name: &str| Some((name.to_owned(), ctx.arg(name)?.to_owned()));
    let kept: Args = ["search", "category"].into_iter().filter_map(said).collect();
    let press = CallbackId::new("events", None, &format!("{show}.{n}")).keeping(&kept)?;
    Some(Button::press(ctx.words.plain(label, &[]), press))
}

fn over_button(ctx: &Context<'_>) -> Button {
    let press = CallbackId::new("events", None, "over.0");
    Button::press(ctx.words.plain("button-over", &[]), press)
}

/// The button of an event that is over leads to its result.
fn result(ctx: &Context<'_>, event: &Event, among: &[Event]) -> Button {
    let press = CallbackId::new("leaderboard", Some(event.id), "");
    let title = pick_event::label_among(ctx.words, event, among);
    Button::press(ctx.words.label("🏆", &title), press)
}

fn ready(ctx: &Context<'_>) -> Button {
    let press = CallbackId::new("events", None, "templates");
    Button::press(ctx.words.plain("button-templates", &[]), press)
}

fn likes(ctx: &Context<'_>, event: &Event) -> bool {
    event.category.as_ref().is_some_and(|category| ctx.person.interests.contains(category))
}

fn line(ctx: &Context<'_>, event: &Event, members: u64) -> Text {
    let title = event_card::titled(event);
    let args = [("title", Arg::Text(&title)), ("members", Arg::Number(members))];
    let line = ctx.text("events-line", &args);
    if likes(ctx, event) { line.beside(ctx.text("events-likes", &[])) } else { line }
}

/// Ready-made events; a tap makes one.
fn templates(ctx: &Context<'_>) -> Reply {
    let (mut liked, others): (Vec<_>, Vec<_>) = TEMPLATES.iter().partition(|template| {
        ctx.person.interests.iter().any(|interest| interest == template.category)
    });
    liked.extend(others);
    let most = if ctx.is_read_by_all() { READY_AMONG_OTHERS } else { liked.len() };
    let buttons: Vec<Button> =
        liked.into_iter().take(most).map(|template| template_button(ctx, template)).collect();
    let own = Button::press(
        ctx.words.plain("button-own-event", &[]),
        CallbackId::new("event-create", None, ""),
    );
    // What is made belongs to the place that it is made in.
    let reply = Reply { of_place: true, ..Reply::only(ctx.text("events-templates", &[])) };
    let reply = buttons.chunks(4).fold(reply, |reply, row| reply.with(row.to_vec()));
    reply.with([own.main()])
}

#[cfg(test)]
mod tests {
    use crate::message::Reply;
    use crate::testing::world::World;

    fn labels(reply: &Reply) -> Vec<&str> {
        reply.buttons.iter().flatten().map(|button| button.label.as_str()).collect()
    }

    /// A group with so many events, the last one the newest; the titles are numbered from 10 on.
    async fn with_events(title: &str, count: usize) -> World {
        let world = World::new().await;
        for n in 10..10 + count {
            world.say("host", &format!("/event create title:\"{title} {n}\" category:move")).await;
        }
        world
    }

    #[tokio::test]
    async fn what_is_over_is_found_with_its_result() {
        let mut world = World::with_event("Read").await;
        world.say("host", "/event create Diary visibility:invite").await;
        for (name, line) in
            [("ada", "/join Read"), ("ada", "/checkin Read"), ("host", "/join Diary")]
        {
            world.say(name, line).await;
        }
        assert_eq!(world.say("eve", "/events show:over").await, "Nothing is over yet.");
        for title in ["Read", "Diary"] {
            let sure = world.reply_to("host", &format!("/event end {title}")).await;
            world.press("host", &sure, "End it").await;
        }
        world.next_day();
        world.told().await;
        world.say("host", "/event create Run").await;
        for name in ["eve", "ada"] {
            let events = world.reply_to(name, "/events").await;
            let over = world.tap(name, &events, "Over").await;
            assert_eq!(over.plain(), "Over:\n• Read · 1 person", "{name}");
            let result = world.tap(name, &over, "🏆 Read").await;
            assert!(result.plain().contains("1 🥇 ada — 1"), "{}", result.plain());
        }
        let own = world.say("host", "/events show:over").await;
        assert!(own.contains("Diary") && own.contains("Read"), "{own}");
    }

    #[tokio::test]
    async fn a_long_list_is_turned_page_by_page() {
        let world = with_events("Walk", 10).await;
        let first = world.reply_to("ken", "/events").await;
        assert!(first.plain().starts_with("Open to join:\n• Walk 19 · nobody yet\n• Walk 18"));
        assert!(!first.plain().contains("Walk 11") && !labels(&first).contains(&"◀ Back"));
        let second = world.tap("ken", &first, "Next ▶").await;
        assert_eq!(second.plain(), "Open to join:\n• Walk 11 · nobody yet\n• Walk 10 · nobody yet");
        assert!(second.replaces && !labels(&second).contains(&"Next ▶"));
        assert_eq!(world.press("ken", &second, "◀ Back").await, first.plain());
        assert!(world.press("ken", &second, "Join Walk 10").await.starts_with("You are in"));
    }

    #[tokio::test]
    async fn a_page_keeps_what_was_searched_for() {
        let world = with_events("Walk", 9).await;
        world.say("host", "/event create Read category:read").await;
        world.say("host", "/event create title:\"Walk in words\" category:read").await;
        let line = "/events show:open search:walk category:move";
        let first = world.reply_to("ken", line).await;
        assert!(first.plain().starts_with("Open to join:\n• Walk 18"), "{}", first.plain());
        let second = world.press("ken", &first, "Next ▶").await;
        assert_eq!(second, "Open to join:\n• Walk 10 · nobody yet");
    }

    #[tokio::test]
    async fn what_is_too_long_for_a_button_is_narrowed_down_by_more_words() {
        let title = "A slow walk around the whole lake before breakfast";
        let world = with_events(title, 9).await;
        let events = world.reply_to("ken", &format!("/events search:\"{title}\"")).await;
        assert!(!labels(&events).contains(&"Next ▶"));
        assert!(
            events.plain().ends_with(
                "There are more than fit here. Another word or a category narrows it down, such as /events category:read."
            ),
            "{}",
            events.plain()
        );
    }

    #[tokio::test]
    async fn what_one_likes_comes_first_however_old_it_is() {
        let world = World::with_event("Read").await;
        world.say("host", "/event edit event:Read category:read").await;
        for n in 0..crate::SUGGESTIONS_MAX {
            world.say("host", &format!("/event create Walk {n}")).await;
        }
        world.say("ken", "/settings interest:read").await;
        let events = world.say("ken", "/events").await;
        assert!(events.starts_with("Open to join:\n• Read · nobody yet ⭐\n• Walk 24"), "{events}");
    }

    #[tokio::test]
    async fn ones_own_events_are_left_from_their_list() {
        let world = with_events("Walk", 9).await;
        for n in 10..19 {
            world.say("ken", &format!("/join Walk {n}")).await;
        }
        let first = world.reply_to("ken", "/events show:mine").await;
        assert!(first.plain().starts_with("You are in:\n• Walk 10 · 1 person"));
        let second = world.tap("ken", &first, "Next ▶").await;
        assert_eq!(second.plain(), "You are in:\n• Walk 18 · 1 person");
        let sure = world.tap("ken", &second, "Leave Walk 18").await;
        assert!(sure.plain().starts_with("Leave Walk 18?"), "{}", sure.plain());
        assert_eq!(world.press("ken", &sure, "Leave").await, "You have left Walk 18.");
        let back = world.press("ken", &first, "Next ▶").await;
        assert!(back.starts_with("You are in:\n• Walk 10 · 1 person"), "{back}");
    }

    #[tokio::test]
    async fn an_event_for_few_is_listed_for_its_owner_alone() {
        let world = World::new().await;
        world.say("ada", "/event create Diary visibility:invite").await;
        let events = world.reply_to("ada", "/events").await;
        assert!(events.secret && events.plain().starts_with("Open to join:\n• Diary"));
    }

    #[tokio::test]
    async fn whoever_is_in_no_event_is_told_so() {
        let world = World::with_event("Read").await;
        assert_eq!(
            world.say("ken", "/events show:mine").await,
            "You are not in any event yet. /events shows what you can join."
        );
    }

    #[tokio::test]
    async fn open_events_can_be_joined_by_a_tap() {
        let world = World::with_event("Read").await;
        let events = world.reply_to("ken", "/events").await;
        assert_eq!(events.plain(), "Open to join:\n• Read · nobody yet");
        assert!(world.press("ken", &events, "Join Read").await.starts_with("You are in Read."));
        assert_eq!(world.say("ken", "/events").await, "You are in:\n• Read · 1 person");
    }

    #[tokio::test]
    async fn events_are_found_by_words_and_by_what_one_likes() {
        let world = World::with_event("Read").await;
        world.say("ada", "/event create Jog category:move emoji:🏃").await;
        world.say("ken", "/settings interest:move").await;
        assert_eq!(
            world.say("ken", "/events").await,
            "Open to join:\n• 🏃 Jog · nobody yet ⭐\n• Read · nobody yet"
        );
        assert_eq!(world.say("ken", "/events jo").await, "Open to join:\n• 🏃 Jog · nobody yet ⭐");
        assert_eq!(
            world.say("ken", "/events category:learn").await,
            "There is nothing to join yet. Make the first one with /event create."
        );
        assert!(
            world
                .say("ken", "/events search:xyz")
                .await
                .starts_with("I cannot find an event called “xyz”")
        );
    }

    #[tokio::test]
    async fn a_ready_made_event_is_a_tap() {
        let world = World::new().await;
        let ready = world.reply_to("ken", "/events show:templates").await;
        let card = world.tap("ken", &ready, "💧 Drink water").await;
        assert!(
            card.plain().starts_with("💧 Drink water\nAt least 8 glasses a day"),
            "{}",
            card.plain()
        );
    }
}
