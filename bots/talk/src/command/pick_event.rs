//! Which event is meant: by button, by words, or the only one that it can be.

use engine::{Error, Event, EventId, Refusal, Search, View};

use crate::command::context::{Context, Other, naming};
use crate::command::definition::{Args, Who};
use crate::command::pick_person;
use crate::command::refusal::refused;
use crate::locale::{Arg, Words};
use crate::message::{Button, CallbackId, Reply, SUGGESTIONS_MAX, label};

/// Buttons in a question.
pub(crate) const QUESTIONS_MAX: usize = 10;

/// An event, or the answer that asks for it.
pub(crate) enum Chosen {
    Event(Event),
    Ask(Reply),
}

/// A person's event and how the person stands in it.
pub(crate) struct Mine {
    pub(crate) event: Event,
    pub(crate) view: View,
}

/// The event named by the button, by `event:`, or by being the only one that fits. `verb` is what a
/// button of the question does.
pub(crate) async fn event(ctx: &Context<'_>, who: Who, verb: &str) -> Result<Chosen, Error> {
    let chosen = choose(ctx, who, verb).await?;
    if let Chosen::Event(event) = &chosen {
        ctx.concerns(event);
    }
    Ok(chosen)
}

async fn choose(ctx: &Context<'_>, who: Who, verb: &str) -> Result<Chosen, Error> {
    if let Some(id) = ctx.pressed_event() {
        return by_id(ctx, id).await;
    }
    let words = ctx.arg("event").unwrap_or_default();
    let mut events = matching(ctx, who, words).await?;
    // What is over is meant by whoever names it, or has nothing else.
    let is_on = |event: &Event| !event.is_over(ctx.now());
    if words.is_empty() && events.iter().any(is_on) {
        events.retain(is_on);
    }
    Ok(match events.len() {
        0 if words.is_empty() => Chosen::Ask(none(ctx, who)),
        0 => {
            let seen = match who {
                Who::Mine => matching(ctx, Who::Seen, words).await?,
                Who::Seen | Who::NotMine => vec![],
            };
            seen.iter().for_each(|event| ctx.concerns(event));
            Chosen::Ask(match seen.is_empty() {
                true => unknown(ctx, words),
                false => refused(ctx, Refusal::NotMember),
            })
        }
        1 => Chosen::Event(events.into_iter().next().ok_or(Error::Stopped)?),
        _ => Chosen::Ask(question(ctx, &events, verb).await?),
    })
}

async fn by_id(ctx: &Context<'_>, id: EventId) -> Result<Chosen, Error> {
    let seen = match ctx.engine().events().get(id).await? {
        Some(event) if ctx.may_see(&event).await? => Some(event),
        _ => None,
    };
    Ok(seen.map_or_else(|| Chosen::Ask(gone(ctx)), Chosen::Event))
}

/// The only event that can be seen and is called exactly this.
pub(crate) async fn exactly(ctx: &Context<'_>, words: &str) -> Result<Option<Event>, Error> {
    let mut events = matching(ctx, Who::Mine, words).await?;
    events.retain(|event| is_called(event, words));
    if events.is_empty() {
        events = matching(ctx, Who::Seen, words).await?;
        events.retain(|event| is_called(event, words));
    }
    Ok(if events.len() == 1 { events.pop() } else { None })
}

fn is_called(event: &Event, words: &str) -> bool {
    let folded = words.to_lowercase();
    event.title.to_lowercase() == folded
        || event.slug == words
        || told_apart(event).to_lowercase() == folded
}

/// The events that these words may mean; one only if its title or its slug is exactly that.
pub(crate) async fn matching(
    ctx: &Context<'_>,
    who: Who,
    words: &str,
) -> Result<Vec<Event>, Error> {
    let events = found(ctx, who, words).await?;
    // A label that tells equal titles apart ends with the end of an address.
    match words.rsplit_once(" · ") {
        Some((_, tail)) if events.is_empty() => {
            let mut events = found(ctx, who, tail).await?;
            events.retain(|event| is_called(event, words));
            Ok(events)
        }
        _ => Ok(events),
    }
}

async fn found(ctx: &Context<'_>, who: Who, words: &str) -> Result<Vec<Event>, Error> {
    let community = ctx.community.as_ref().map(|community| community.id);
    let mut events = match who {
        Who::Mine => mine_called(ctx, words).await?,
        Who::Seen => {
            ctx.engine()
                .events()
                .find(ctx.person.id, community, words, SUGGESTIONS_MAX as i64)
                .await?
        }
        Who::NotMine => {
            let (liked, most) = (&ctx.person.interests[..], SUGGESTIONS_MAX as i64);
            let search = Search { words, liked, most, ..Search::default() };
            ctx.engine().events().open(ctx.person.id, community, search).await?
        }
    };
    if who == Who::Seen {
        // What I am in can be seen when it is over, too.
        let mine = ctx.engine().events().of(ctx.person.id).await?;
        let known: Vec<EventId> = events.iter().map(|event| event.id).collect();
        let is_over = |event: &Event| event.ended_at.is_some() && holds(event, words);
        let over = mine.into_iter().filter(|event| is_over(event) && !known.contains(&event.id));
        events.extend(over);
    }
    let is_exact = |event: &Event| is_called(event, words);
    if events.iter().filter(|event| is_exact(event)).count() == 1 {
        events.retain(is_exact);
    }
    Ok(events)
}

/// The person's events that these words may mean, those that are over last.
pub(crate) async fn mine_called(ctx: &Context<'_>, words: &str) -> Result<Vec<Event>, Error> {
    let mut mine = ctx.engine().events().of(ctx.person.id).await?;
    mine.retain(|event| holds(event, words));
    mine.sort_by_key(|event| event.is_over(ctx.now()));
    Ok(mine)
}

fn holds(event: &Event, words: &str) -> bool {
    event.title.to_lowercase().contains(&words.to_lowercase()) || event.slug.contains(words)
}

/// The person's events with how the person stands in each.
pub(crate) async fn mine(ctx: &Context<'_>) -> Result<Vec<Mine>, Error> {
    mine_of_last(ctx, 0).await
}

/// The same, with the facts of at least so many days.
pub(crate) async fn mine_of_last(ctx: &Context<'_>, days: i32) -> Result<Vec<Mine>, Error> {
    const OVER_MAX: usize = 50;
    let events = ctx.engine().events().of(ctx.person.id).await?;
    let (mut over, mut events): (Vec<Event>, Vec<Event>) =
        events.into_iter().partition(|event| event.is_over(ctx.now()));
    // Of what is over the newest will do.
    over.drain(..over.len().saturating_sub(OVER_MAX));
    events.extend(over);
    let keys: Vec<_> = events.iter().map(|event| ctx.membership(event.id)).collect();
    let memberships = ctx.engine().memberships();
    let mut views = match days {
        0 => memberships.views(&keys, ctx.now()).await?,
        _ => memberships.views_since(&keys, ctx.now().days_ago(days), ctx.now()).await?,
    };
    let mine = events.into_iter().filter_map(|event| {
        let view = views.remove(&ctx.membership(event.id))?;
        Some(Mine { event, view })
    });
    Ok(mine.collect())
}

/// What was said is too long for a button: it has to be said again, with one of these events.
pub(crate) fn say_again(ctx: &Context<'_>, events: &[&Event]) -> Reply {
    let is_shared =
        |event: &Event| events.iter().filter(|one| one.title == event.title).count() > 1;
    let name = |event: &&Event| match is_shared(event) {
        true => format!("“{}”", told_apart(event)),
        false => format!("“{}”", event.title),
    };
    let titles: Vec<String> = events.iter().map(name).collect();
    let titles = ctx.words.list(titles.iter().map(String::as_str));
    Reply::only(ctx.text("event-which-again", &[("titles", Arg::Text(&titles))]))
}

/// What was said beside the event, for the buttons of a question which event is meant. They name nobody whom whoever asks
/// does not know: that would say whom we have met.
pub(crate) async fn said_beside(ctx: &Context<'_>) -> Result<Args, Error> {
    let is_kept = |(name, value): &&(String, String)| {
        !matches!(name.as_str(), "event" | "user") && !value.trim().is_empty()
    };
    let mut kept: Args = ctx.args.iter().filter(is_kept).cloned().collect();
    if let Other::Known(person) = ctx.other("user").await?
        && pick_person::is_near(ctx, &person).await?
    {
        kept.push(naming(&person));
    }
    if !kept.is_empty() {
        kept.extend(ctx.asked());
    }
    Ok(kept)
}

/// Asks which of these events is meant. The buttons say again what was said beside it; where that is too long for a
/// button, it has to be said again.
async fn question(ctx: &Context<'_>, events: &[Event], verb: &str) -> Result<Reply, Error> {
    let said = said_beside(ctx).await?;
    let is_secret = events.iter().any(|event| ctx.is_secret(event));
    // One more is a wall of buttons to those who read along.
    let most = QUESTIONS_MAX - usize::from(ctx.is_read_by_all());
    let shown = events.iter().take(most);
    // No button names a stranger, whether we have met them or not.
    let is_stranger = match ctx.other("user").await? {
        Other::Known(whom) => !pick_person::is_near(ctx, &whom).await?,
        Other::Unknown(_) => true,
        Other::Nobody | Other::Several(_) => false,
    };
    if is_stranger && ctx.press.is_none() {
        return Ok(say_again(ctx, &shown.collect::<Vec<_>>()).secret_if(is_secret));
    }
    let button = |event: &Event| {
        let said = ctx.settled(&said, event);
        let press = CallbackId::new(verb, Some(event.id), "").keeping(&said)?;
        Some(vec![Button::press(label_among(ctx.words, event, events), press)])
    };
    let Some(rows) = shown.clone().map(button).collect::<Option<Vec<Vec<Button>>>>() else {
        return Ok(say_again(ctx, &shown.collect::<Vec<_>>()).secret_if(is_secret));
    };
    // Discord shows five rows of buttons.
    let rows = if rows.len() > 5 { rows.chunks(2).map(|two| two.concat()).collect() } else { rows };
    let reply = Reply { buttons: rows, ..Reply::only(ctx.text("event-which", &[])) };
    Ok(reply.secret_if(is_secret))
}

/// The title, and for events of one title the end of the address that tells them apart.
pub(crate) fn label_among(words: Words, event: &Event, events: &[Event]) -> String {
    let is_shared = events.iter().any(|other| other.id != event.id && other.title == event.title);
    let title = label::label(&event.title);
    if is_shared { format!("{} · {}", words.isolated(&title), tail(event)) } else { title }
}

/// The title and the end of the address.
fn told_apart(event: &Event) -> String {
    format!("{} · {}", label::label(&event.title), tail(event))
}

fn tail(event: &Event) -> &str {
    event.slug.rsplit('-').next().unwrap_or_default()
}

fn none(ctx: &Context<'_>, who: Who) -> Reply {
    match who {
        Who::Mine => none_mine(ctx),
        Who::Seen | Who::NotMine => Reply::only(ctx.text("event-none-open", &[])),
    }
}

/// The answer to whoever is in no event.
pub(crate) fn none_mine(ctx: &Context<'_>) -> Reply {
    Reply::only(ctx.text("event-none-mine", &[])).with([events_button(ctx.words).main()])
}

/// The answer about an event that is not there, or not for whoever asks.
pub(crate) fn gone(ctx: &Context<'_>) -> Reply {
    Reply::only(ctx.text("event-unknown", &[])).with([events_button(ctx.words)])
}

/// A button that shows what there is.
pub(crate) fn events_button(words: Words) -> Button {
    Button::press(words.plain("button-events", &[]), CallbackId::new("events", None, ""))
}

pub(crate) fn unknown(ctx: &Context<'_>, words: &str) -> Reply {
    Reply::only(ctx.text("event-not-found", &[("words", Arg::Text(words))]))
}

#[cfg(test)]
mod tests {
    use crate::message::SUGGESTIONS_MAX;
    use crate::testing::world::World;

    #[tokio::test]
    async fn what_was_said_beside_an_event_is_said_again_by_the_answer() {
        let mut world = World::with_event("Read").await;
        world.say("host", "/event create Run").await;
        for title in ["Read", "Run"] {
            world.say("ada", &format!("/join {title}")).await;
            world.say("ada", &format!("/checkin {title}")).await;
        }
        let which = world.reply_to("ada", "/remind at:\"8:00, 20:00\" days:mon").await;
        let set = world.press("ada", &which, "Run").await;
        assert!(set.starts_with("I will remind you of Run at 08:00, 20:00"), "{set}");
        assert!(set.contains("Only on Monday."), "{set}");
        for _ in 0..4 {
            world.next_day();
        }
        let which = world.to_as_manager("host", "/admin repair day:2026-03-03", "ada").await;
        let mended = world.press_as_manager("host", &which, "Read").await;
        assert!(mended.plain().starts_with("◇ Repaired Tue 3 Mar for ada."), "{}", mended.plain());
        let long = "/admin repair day:2026-03-03 reason:\"a reason that fits no button\"";
        let again = world.to_as_manager("host", long, "ada").await.plain();
        assert!(again.starts_with("Which event do you mean: “Run”, “Read”? Please"), "{again}");
    }

    #[tokio::test]
    async fn what_one_is_in_crowds_out_nothing_that_can_be_joined() {
        let world = World::new().await;
        for n in 0..=SUGGESTIONS_MAX {
            world.say("host", &format!("/event create Walk {n:02}")).await;
        }
        for n in 1..=SUGGESTIONS_MAX {
            world.say("ken", &format!("/join Walk {n:02}")).await;
        }
        let joined = world.say("ken", "/join").await;
        assert!(joined.starts_with("You are in Walk 00."), "{joined}");
    }

    #[tokio::test]
    async fn a_question_in_a_telegram_group_is_for_whoever_was_asked() {
        let world = World::with_event("Read").await;
        world.say("host", "/event create Run").await;
        for name in ["ken", "host"] {
            for title in ["Read", "Run"] {
                world.say(name, &format!("/join {title}")).await;
            }
        }
        let which = world.where_answers_are_seen("ken", "/event edit visibility:invite").await;
        let tapped = world.press("host", &which, "Read").await;
        assert!(tapped.starts_with("Somebody else was asked that."), "{tapped}");
        let own = world.press("ken", &which, "Read").await;
        assert_eq!(own, "Only the people who run the event can do that. Ask its host.");
    }

    #[tokio::test]
    async fn equal_titles_are_told_apart_by_what_a_button_shows() {
        let world = World::with_event("Read").await;
        world.say("host", "/event create Read").await;
        let which = world.reply_to("ada", "/join Read").await;
        let label = which.buttons[0][0].label.clone();
        assert!(world.say("ada", &format!("/join {label}")).await.starts_with("You are in Read."));
        let done = world.say("ada", &format!("/checkin {label}")).await;
        assert!(done.starts_with("✅ Day 1 · Read"), "{done}");
    }

    #[tokio::test]
    async fn what_is_over_stands_in_nobodys_way() {
        let mut world = World::with_event("Old").await;
        world.say("ada", "/join Old").await;
        let sure = world.reply_to("host", "/event end Old").await;
        world.press("host", &sure, "End it").await;
        world.say("host", "/event create New").await;
        world.say("ada", "/join New").await;
        world.next_day();
        let pause = world.say("ada", "/pause").await;
        assert!(pause.starts_with("How long should New rest"), "{pause}");
    }
}
