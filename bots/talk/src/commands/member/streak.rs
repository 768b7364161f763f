//! `/streak`: how one stands.

use engine::rules::{Cadence, Standing, Status};
use engine::{Error, Event, Membership, Person};

use crate::command::pick_event::{self, Mine};
use crate::command::{Command, Context, Kind, Param, Who, pick_person};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply, Text};
use crate::view::{buttons, pictures, progress};

/// Days shown as done or not, or times where something is asked for once in some days.
const LAST_DAYS: usize = 7;
const LAST_WEEKS: usize = 4;
const LAST_MONTHS: usize = 3;
/// Days whose facts are read: what the last periods take, also where they are months or weeks by twos.
const FACT_DAYS: i32 = 100;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("event", "streak-event", Kind::Event(Who::Mine)),
        Param::new("user", "streak-user", Kind::Person),
    ],
    free: Some("event"),
    menu: Some("menu-streak"),
    only_shows: true,
    ..Command::new("streak", "streak-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let whose = match pick_person::whose(ctx).await? {
        Ok(person) => person,
        Err(reply) => return Ok(reply),
    };
    if whose.id != ctx.person.id {
        return of_another(ctx, &whose).await;
    }
    let typed = ctx.arg("event").unwrap_or_default();
    let words = typed.to_lowercase();
    let mut mine = pick_event::mine_of_last(ctx, FACT_DAYS).await?;
    if mine.is_empty() {
        return Ok(pick_event::none_mine(ctx));
    }
    mine.retain(|mine| match ctx.pressed_event() {
        Some(event) => mine.event.id == event,
        None => mine.event.title.to_lowercase().contains(&words) || mine.event.slug == words,
    });
    // What is over is told to whoever asks for it, or has nothing else.
    let is_open = |mine: &Mine| mine.event.ended_at.is_none();
    if ctx.pressed_event().is_none() && words.is_empty() && mine.iter().any(is_open) {
        mine.retain(is_open);
    }
    if mine.is_empty() {
        return Ok(pick_event::unknown(ctx, typed));
    }
    let is_secret = mine.iter().any(|mine| ctx.is_secret(&mine.event));
    // A shared streak is for everybody, if the event is: it says whose it is, in the words of the place.
    let is_shared = ctx.pressed_arg() == Some("share") && !is_secret;
    let for_all;
    let ctx = if is_shared {
        for_all = ctx.for_all().await?;
        &for_all
    } else {
        ctx
    };
    let said = |mine: &Mine| match is_shared {
        true => line_about(ctx, &whose, &mine.event, &mine.view.life.standing),
        false => describe(ctx, mine),
    };
    let text = mine
        .iter()
        .take(pick_event::QUESTIONS_MAX)
        .fold(Text::default(), |text, mine| text.then(said(mine)));
    let is_picture = ctx.pressed_arg() == Some("card");
    let reply = if is_shared { Reply::open(text) } else { Reply::only(text) };
    let mut reply = reply.secret_if(is_secret);
    let [only] = &mine[..] else { return Ok(reply) };
    reply.frame = pictures::frame(only.event.id);
    if is_shared || is_picture {
        let card = ctx.talk.draw_card(ctx.words, &only.event, &whose, ctx.now()).await?;
        reply.pictures.extend(card);
    }
    if is_picture {
        return Ok(reply);
    }
    let check_in = buttons::check_in(ctx.words, only.event.id);
    let button = |label: &str, arg: &str| {
        let press = CallbackId::new("streak", Some(only.event.id), arg);
        Button::press(ctx.words.plain(label, &[]), press)
    };
    let is_open = only.event.rules.is_scheduled(only.view.life.standing.today)
        && !only.view.life.standing.met_today;
    let mut row = if is_open { vec![check_in] } else { vec![] };
    row.push(buttons::leaderboard(ctx.words, only.event.id));
    if !is_secret && !is_shared && !ctx.place().is_private() {
        row.push(button("button-share", "share"));
    }
    if !is_shared {
        row.push(button("button-picture", "card"));
    }
    Ok(reply.with(row))
}

/// How somebody else stands in what both of us may see.
async fn of_another(ctx: &Context<'_>, whose: &Person) -> Result<Reply, Error> {
    let words = ctx.arg("event").unwrap_or_default().to_lowercase();
    let mut text = Text::default();
    let mut is_secret = false;
    let of = |event: &Event| Membership { event: event.id, person: whose.id };
    let mut events = vec![];
    for event in ctx.engine().events().of(whose.id).await? {
        let fits = event.title.to_lowercase().contains(&words) || event.slug == words;
        if events.len() < pick_event::QUESTIONS_MAX && fits && ctx.may_see(&event).await? {
            events.push(event);
        }
    }
    let keys: Vec<Membership> = events.iter().map(of).collect();
    let views = ctx.engine().memberships().views(&keys, ctx.now()).await?;
    for event in events {
        let Some(view) = views.get(&of(&event)) else { continue };
        is_secret |= ctx.is_secret(&event);
        text = text.then(line_about(ctx, whose, &event, &view.life.standing));
    }
    if text.0.is_empty() {
        let name = [("name", Arg::Text(&whose.name))];
        return Ok(Reply::only(ctx.text("streak-other-none", &name)));
    }
    let reply = Reply::only(text).secret_if(is_secret);
    if !pick_person::is_near(ctx, whose).await? {
        return Ok(reply);
    }
    let cheer = CallbackId::new("cheer", None, &format!("p{}", whose.id));
    let cheer = Button::press(ctx.words.plain("button-cheer", &[]), cheer);
    Ok(reply.with([cheer]))
}

/// How somebody stands, as others read it.
fn line_about(ctx: &Context<'_>, whose: &Person, event: &Event, standing: &Standing) -> Text {
    let args = [
        ("title", Arg::Text(&event.title)),
        ("name", Arg::Text(&whose.name)),
        ("run", Arg::Ours(&progress::run(ctx.words, &event.rules, standing.current))),
        ("longest", Arg::Ours(&progress::count(ctx.words, &event.rules, standing.longest))),
        ("total", Arg::Ours(&progress::count(ctx.words, &event.rules, standing.total))),
    ];
    ctx.text("streak-other", &args)
}

fn describe(ctx: &Context<'_>, mine: &Mine) -> Text {
    let (rules, history) = (&mine.event.rules, &mine.view.history);
    let standing = &mine.view.life.standing;
    let number = |n: u32| Arg::Number(n.into());
    let count = |n: u32| progress::count(ctx.words, rules, n);
    let title = ("title", Arg::Text(&mine.event.title));
    let (longest, total) = (count(standing.longest), count(standing.total));
    let (longest, total) = (("longest", Arg::Ours(&longest)), ("total", Arg::Ours(&total)));
    if mine.event.ended_at.is_some() {
        return ctx.text("streak-over", &[title, longest, total]);
    }
    let run = progress::run(ctx.words, rules, standing.current);
    let line = [title, ("current", number(standing.current)), ("run", Arg::Ours(&run))];
    let (met, lately) = lately(mine);
    let lately = count(lately);
    let more = [longest, total, ("met", number(met)), ("lately", Arg::Ours(&lately))];
    let mut text = ctx.text("streak-line", &line).then(ctx.text("streak-more", &more));
    if let Some(consistency_bp) = standing.consistency_bp() {
        let rates = [
            ("strength", number(standing.strength_ppm / 10_000)),
            ("consistency", number(consistency_bp / 100)),
        ];
        text = text.then(ctx.text("streak-rates", &rates));
    }
    let span = progress::period(rules);
    let is_asked = rules.is_scheduled(standing.today);
    let part = progress::part_line(ctx.words, history, standing.today);
    text = text.then(match standing.met_today {
        // Enough for today, and not yet for the week or month.
        true if part.is_some() => ctx.text("streak-today-done", &[("span", Arg::Kind("day"))]),
        true => ctx.text("streak-today-done", &[("span", Arg::Kind(span))]),
        false if is_asked => ctx.text("streak-today-open", &[("span", Arg::Kind(span))]),
        false => ctx.text("streak-today-rest", &[]),
    });
    let progress = progress::line(ctx.words, history, standing).filter(|_| is_asked);
    text = progress.into_iter().chain(part).fold(text, Text::then);
    // Where the event has freezes, having none is worth knowing as well.
    match rules.freeze {
        Some(_) => {
            let freezes = [("freezes", number(standing.freezes)), ("span", Arg::Kind(span))];
            text.then(ctx.text("streak-freezes", &freezes))
        }
        None => text,
    }
}

/// How many of the last periods are met, and how many these are.
fn lately(mine: &Mine) -> (u32, u32) {
    let periods = &mine.view.life.periods;
    let most = match &mine.event.rules.cadence {
        Cadence::Daily { .. } => LAST_DAYS,
        // As many as what is read of it holds.
        Cadence::EveryNDays { n } => {
            (FACT_DAYS as usize / (*n).max(1) as usize).clamp(1, LAST_DAYS)
        }
        Cadence::Weekly { .. } => LAST_WEEKS,
        Cadence::Monthly { .. } => LAST_MONTHS,
    };
    let met = periods.iter().rev().take(most).filter(|(_, status)| *status == Status::Met);
    (met.count() as u32, most as u32)
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_streak_names_run_best_and_total() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        let streak = world.say("ada", "/streak").await;
        assert_eq!(
            streak,
            "Read: 3 days in a row\nBest 3 days · 3 days in all · 3 of the last 7 days\nStrength 14% · consistency 100%\nToday is still open.\n❄️ One freeze: it carries the streak over a missed day."
        );
        world.next_day();
        let saved = world.say("ada", "/streak").await;
        assert!(saved.starts_with("Read: 3 days in a row"), "{saved}");
        assert!(
            saved.ends_with("No freeze right now: after a missed day a new streak begins."),
            "{saved}"
        );
        world.next_day();
        let rested = world.say("ada", "/streak").await;
        assert!(rested.starts_with("Read: at 0 for now\nBest 3 days"), "{rested}");
    }

    #[tokio::test]
    async fn a_streak_is_a_picture_too_for_oneself_alone() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin").await;
        let streak = world.in_private("ada", "/streak").await;
        assert!(streak.pictures.is_empty());
        let card = world.tap_where_location_is_taken("ada", &streak, "Picture").await;
        assert_eq!(card.pictures[0].alt, "ada at Read: 1 day in a row, best 1 day, 1 day in all.");
        assert!(card.private && card.plain() == streak.plain());
    }

    #[tokio::test]
    async fn a_shared_streak_names_whose_it_is_in_the_words_of_the_place() {
        let mut world = World::with_event("Read").await;
        world.as_manager("boss", "/admin setup language:de").await;
        world.say("ada", "/join").await;
        for _ in 0..2 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        let streak = world.reply_to("ada", "/streak").await;
        assert!(streak.private && streak.plain().starts_with("Read: 2 days in a row"));
        let shared = world.tap("ada", &streak, "Share").await;
        let said = "ada bei Read: 2 Tage am Stück, Bestwert 2 Tage, 2 Tage insgesamt.";
        assert!(!shared.private);
        assert_eq!((shared.plain().as_str(), shared.pictures[0].alt.as_str()), (said, said));
        assert_eq!(shared.buttons[0][1].label, "Rangliste");
    }

    #[tokio::test]
    async fn the_streak_of_another_is_shown_and_cheered() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin").await;
        let seen = world.to("ken", "/streak", "ada").await;
        assert_eq!(seen.plain(), "ada at Read: 1 day in a row, best 1 day, 1 day in all.");
        assert!(world.press("ken", &seen, "👏 Cheer").await.contains("ken cheers for ada"));
        world.say("ada", "/privacy hide").await;
        assert_eq!(world.to("ken", "/streak", "ada").await.plain(), "ada keeps streaks private.");
    }
}
