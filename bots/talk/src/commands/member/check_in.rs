//! `/checkin`: done for today.

pub(crate) mod clock_back;
pub(crate) mod note;
pub(crate) mod what;
pub(crate) mod which;

use engine::rules::{
    Action, Change, CheckIn, Day, Decision, Goal, Instant, Key, News, Repeat, Rules, Standing,
};
use engine::{Entry, Error, Event, Membership, Refusal, View};

use crate::command::refusal::refused_in;
use crate::command::{Args, Command, Context, Kind, Param, Who, audit_trail};
use crate::commands::member::check_in::note::NOTE_MAX;
use crate::commands::member::check_in::what::{Asked, What};
use crate::commands::member::check_in::which::Which;
use crate::locale::Arg;
use crate::message::callback::{self, BESIDE};
use crate::message::{Button, CallbackId, Reply, Text, clean, label};
use crate::parse::date;
use crate::view::{buttons, clock_question, event_card, joining, pictures, progress};

pub const COMMAND: Command = Command {
    params: &[
        Param::new("event", "checkin-event", Kind::Event(Who::Mine)),
        Param::new("amount", "checkin-amount", Kind::Text { length_max: 30 }),
        Param::new("task", "checkin-task", Kind::Task),
        Param::new("note", "checkin-note", Kind::Text { length_max: NOTE_MAX }),
        Param::new("proof", "checkin-proof", Kind::File),
        Param::new("day", "checkin-day", Kind::Day),
    ],
    free: Some("event"),
    offers_due: true,
    ..Command::new("checkin", "checkin-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let (event, note, said) = match which::which(ctx).await? {
        Which::Event(event, said, note) => (event, note, said),
        Which::Ask(reply) => return Ok(reply),
    };
    ctx.concerns(&event);
    let ctx = &ctx.with_args(with_note([ctx.args.clone(), said].concat(), note.as_deref()));
    if let Some(key) = note::meant(ctx) {
        return note::run(ctx, &event, &key).await;
    }
    let of = ctx.membership(event.id);
    let is_member = ctx.engine().memberships().of(ctx.person.id).await?.contains(&of);
    if is_member {
        return worked(ctx, &event, note).await;
    }
    if ctx.press.is_none() {
        let title = Arg::Text(&event.title);
        let join = event_card::join_button(ctx.words, event.id);
        let reply = Reply::only(ctx.text("checkin-not-in", &[("title", title)])).with([join]);
        return Ok(reply.secret_if(ctx.is_secret(&event)));
    }
    // A press on Check in joins as well: the first tap is worth something.
    let (memberships, now) = (ctx.engine().memberships(), ctx.now());
    if memberships.entry(&event, ctx.person.id, now).await? != Entry::Open
        || memberships.join(of, now).await? != Entry::Open
    {
        return joining::enter(ctx, &event).await;
    }
    let reply = match worked(ctx, &event, note).await {
        Err(Error::Refused(refusal)) => {
            let refused = refused_in(ctx, Some(event.id), refusal);
            refused.secret_if(ctx.is_secret(&event))
        }
        other => other?,
    };
    let agreed = joining::agreed(ctx, &event).await?;
    if agreed.0.is_empty() {
        return Ok(reply);
    }
    // In brief that would be left out.
    Ok(Reply { text: reply.text.then(agreed), brief: Text::default(), ..reply })
}

/// The check-in of whoever is in by now.
async fn worked(
    ctx: &Context<'_>,
    event: &Event,
    mut note: Option<String>,
) -> Result<Reply, Error> {
    let of = ctx.membership(event.id);
    let mut ctx = ctx;
    let replied;
    if let Some(words) = ctx.arg("reply") {
        match which::said_of(ctx, event, words) {
            Some((said, rest)) => {
                note = note.or(rest.map(|rest| clean(&rest, NOTE_MAX)));
                let args = [ctx.args.clone(), said].concat();
                replied = ctx.with_args(with_note(args, note.as_deref()));
                ctx = &replied;
            }
            // What comes with a picture is said of it.
            None if ctx.file().is_some() => note = note.or(Some(clean(words, NOTE_MAX))),
            None => return Ok(unclear(ctx, event)),
        }
    }
    let what = match what::read(ctx, event).await? {
        Asked::Answer(what) => what,
        Asked::Question(_) if event.is_over(ctx.now()) => {
            return Err(Error::Refused(Refusal::Ended));
        }
        Asked::Question(reply) => {
            let has_way_on = !reply.buttons.is_empty() || reply.form.is_some();
            let reply = reply.secret_if(ctx.is_secret(event));
            return Ok(if has_way_on { reply.aside() } else { reply });
        }
    };
    let Some(key) = key(ctx, event, what.task.as_deref()).await? else {
        return counted(ctx, event).await;
    };
    let sent_at = sent_at(ctx, of, &key).await?;
    let has_note = note.is_some();
    let action = Action::CheckIn(action(ctx, event, (&key, what), note, sent_at));
    match ctx.engine().memberships().act(of, ctx.now(), action).await {
        Ok(decision) => {
            what::keep_proof(ctx, event, &key).await?;
            audit_trail::note_backfill(ctx, event, &decision).await?;
            done(ctx, event, &decision, &key, has_note).await
        }
        Err(Error::Refused(Refusal::AlreadyIn(day))) => already(ctx, event, day).await,
        Err(Error::Refused(Refusal::NotMember)) => clock_back::answer(ctx, event, of).await,
        Err(Error::Refused(refusal)) => {
            turned_down(ctx, event, refusal).ok_or(Error::Refused(refusal))
        }
        Err(other) => Err(other),
    }
}

/// Why a check-in was turned down, where the event says more of it than the refusal does: when it begins, and that
/// nobody can mend what is missed.
fn turned_down(ctx: &Context<'_>, event: &Event, refusal: Refusal) -> Option<Reply> {
    let text = if refusal == Refusal::NotStarted {
        let day = ctx.words.day(event.rules.start, ctx.today(event));
        let args = [("title", Arg::Text(&event.title)), ("day", Arg::Text(&day))];
        ctx.text("checkin-before-start", &args)
    } else if refusal == Refusal::WindowClosed && event.rules.repair.is_none() {
        ctx.text("checkin-window-closed", &[])
    } else {
        return None;
    };
    let reply = Reply { text, ..refused_in(ctx, Some(event.id), refusal) };
    Some(reply.secret_if(ctx.is_secret(event)))
}

/// The values of a call with a note that was read from its words: questions say it again.
fn with_note(mut args: Args, note: Option<&str>) -> Args {
    args.retain(|(name, _)| name != "note");
    args.extend(note.map(|note| ("note".to_owned(), note.to_owned())));
    args
}

/// The answer to an answer that says no check-in.
fn unclear(ctx: &Context<'_>, event: &Event) -> Reply {
    let title = [("title", Arg::Text(&event.title))];
    let label = ctx.words.plain("button-checkin", &[]);
    let button = Button::press(label, CallbackId::new("checkin", Some(event.id), "")).main();
    let reply = Reply::only(ctx.text("checkin-reply-unclear", &title));
    reply.with([button]).secret_if(ctx.is_secret(event))
}

/// The key of the check-in: that of the request, or, for the answer to a question, one that is the same for every tap
/// on that question on a day. None where it was answered already.
async fn key(ctx: &Context<'_>, event: &Event, task: Option<&str>) -> Result<Option<Key>, Error> {
    let own = Key(ctx.request.key.clone());
    let (Some(question), Some(_)) = (ctx.arg(callback::QUESTION), &ctx.press) else {
        return Ok(Some(own));
    };
    let Some(view) = ctx.engine().memberships().view(ctx.membership(event.id), ctx.now()).await?
    else {
        return Ok(Some(own));
    };
    if view.history.entry(&own).is_some() {
        return Ok(Some(own));
    }
    let day = view.life.standing.today.0;
    let answer = format!("{question}:{}:{day}:{}", ctx.person.id, task.unwrap_or_default());
    // What was taken back may be answered anew.
    const TRIES_MAX: usize = 100;
    for n in 0..TRIES_MAX {
        let key = Key(format!("q:{}", callback::hash(&format!("{answer}:{n}"))));
        match view.history.entry(&key) {
            None => return Ok(Some(key)),
            Some(known) if known.undone_at.is_some() => {}
            // The same request once more, and not a second tap.
            Some(known) if known.received_at == ctx.now() => return Ok(Some(key)),
            Some(_) => return Ok(None),
        }
    }
    Ok(Some(own))
}

/// The answer to a second tap on a question: how far one is, and the way to more.
async fn counted(ctx: &Context<'_>, event: &Event) -> Result<Reply, Error> {
    let view = ctx.engine().memberships().view(ctx.membership(event.id), ctx.now()).await?;
    let line = |view: &View| progress::line(ctx.words, &view.history, &view.life.standing);
    let line = view.as_ref().and_then(line).unwrap_or_default();
    let said = |title: &str| {
        ctx.text("checkin-counted", &[("title", Arg::Text(title))]).then(line.clone())
    };
    let more = CallbackId::new("checkin", Some(event.id), "more");
    let more = Button::press(ctx.words.plain("button-more", &[]), more);
    let brief = said(&label(&event.title));
    let reply = Reply::only(said(&event.title)).in_brief(brief).with([more]);
    Ok(pictures::framed(event.id, reply.secret_if(ctx.is_secret(event))))
}

/// When it was sent. Where nobody says so and we were not listening, it is the earliest instant that it can have
/// been, so that an outage of ours costs no streak, unless that day is done already (R43).
async fn sent_at(ctx: &Context<'_>, of: Membership, key: &Key) -> Result<Option<Instant>, Error> {
    let (Some(since), None) = (ctx.request.unheard_since, ctx.request.sent_at) else {
        return Ok(ctx.request.sent_at);
    };
    let Some(View { history, .. }) = ctx.engine().memberships().view(of, ctx.now()).await? else {
        return Ok(None);
    };
    if let Some(known) = history.entry(key) {
        return Ok(known.sent_at);
    }
    // Our clock may have been set back since.
    let since = since.min(ctx.now()).max(ctx.now().plus_s(-history.rules.max_delay_s));
    let day = history.clock.day_of(since);
    Ok((history.is_member_on(day) && !history.is_done(day)).then_some(since))
}

fn action(
    ctx: &Context<'_>,
    event: &Event,
    (key, what): (&Key, What),
    note: Option<String>,
    sent_at: Option<Instant>,
) -> CheckIn {
    // A note is worth keeping even where the day is done, and so is an amount or a further task.
    let is_plain = event.rules.goal == Goal::Check && note.is_none() && ctx.file().is_none();
    CheckIn {
        key: key.clone(),
        sent_at,
        day: what.day,
        amount_milli: what.amount_milli,
        task: what.task,
        repeat: if is_plain { Repeat::Refuse } else { Repeat::Keep },
        entries_max: ctx.engine().limits().settings().check_ins_max(),
        note,
    }
}

async fn done(
    ctx: &Context<'_>,
    event: &Event,
    decision: &Decision,
    key: &Key,
    has_note: bool,
) -> Result<Reply, Error> {
    let standing = &decision.standing;
    let current = ("current", Arg::Number(standing.current.into()));
    let day = decision.changes.iter().find_map(|change| match change {
        Change::Enter(entry) => Some(entry.day),
        _ => None,
    });
    let (mut progress, mut is_met, mut part) = (None, standing.met_today, None);
    if (event.rules.goal != Goal::Check || event.rules.times() > 1)
        && let Some(view) =
            ctx.engine().memberships().view(ctx.membership(event.id), ctx.now()).await?
    {
        let day = day.unwrap_or(standing.today);
        is_met = view.history.is_done(day);
        progress = progress::line_of(ctx.words, &view.history, &view.life.standing, day);
        part = progress::part(&view.history, day);
    }
    let span = span_on(&event.rules, day.unwrap_or(standing.today));
    let is_bonus = span == BONUS;
    let span = ("span", Arg::Kind(span));
    let number = |n: u32| Arg::Number(n.into());
    let made = |title: &str| {
        let title = ("title", Arg::Text(title));
        match (&progress, part) {
            (Some(_), _) if !is_met => ctx.text("checkin-noted", &[title]),
            (_, Some((done, asked))) => {
                let counts = [("done", number(done)), ("asked", number(asked)), title, span];
                ctx.text("checkin-part", &counts)
            }
            _ => ctx.text("checkin-done", &[current, title, span]),
        }
    };
    let mut text = made(&event.title);
    let brief = made(&label(&event.title));
    // A note has room for one line more.
    let mut beside = progress.clone();
    if let Some(progress) = progress {
        text = text.then(progress);
    }
    let reached = decision.news.iter().find_map(|news| match news {
        News::MilestoneReached { length } => Some(*length),
        _ => None,
    });
    let is_earlier = day.is_some_and(|day| day < standing.today);
    let asks_for_today =
        is_earlier && !standing.met_today && event.rules.is_scheduled(standing.today);
    let more = match reached {
        Some(length) => {
            let run = progress::run(ctx.words, &event.rules, length);
            ctx.text("checkin-milestone", &[("run", Arg::Ours(&run))])
        }
        None if is_bonus => ctx.text("checkin-bonus", &[]),
        // What lies ahead is counted from what is done.
        None if asks_for_today || !is_met || part.is_some() => Text::default(),
        None => outlook(ctx, event, standing),
    };
    text = text.then(more.clone());
    let own_date = Day::from(ctx.now().utc().with_timezone(&ctx.person.setting.zone).date_naive());
    let is_elsewhere = ctx.person.zone_known && day.is_some_and(|day| day != own_date);
    if let Some(day) = day.filter(|_| is_earlier || is_elsewhere) {
        let day = date::called(ctx.words, day, own_date);
        let counted = ctx.text("checkin-counted-for", &[("day", Arg::Text(&day))]);
        text = text.then(counted.clone());
        beside = beside.or(Some(counted));
    }
    let mut row = vec![];
    if asks_for_today {
        text = text.beside(ctx.text("checkin-today-too", &[]));
        row.push(buttons::check_in(ctx.words, event.id));
    }
    if event.rules.goal != Goal::Check && !standing.met_today {
        let more = CallbackId::new("checkin", Some(event.id), "more");
        row.push(Button::press(ctx.words.plain("button-more", &[]), more).main());
    }
    row.extend([
        Button::press(
            ctx.words.plain("button-undo", &[]),
            CallbackId::new("undo", Some(event.id), &key.0),
        ),
        buttons::leaderboard(ctx.words, event.id),
    ]);
    // The clock is asked for once, after the first check-in, so that the question never stands in its way.
    let is_first = standing.total == 1 && !ctx.person.zone_known;
    let hint = || is_first.then(|| ctx.text("clock-in-private", &[]));
    let brief = brief.then(beside.or_else(hint).unwrap_or(more));
    let reply = if !is_first {
        row.push(Button::press(
            ctx.words.plain("button-remind", &[]),
            CallbackId::new("remind", Some(event.id), "1200"),
        ));
        Reply::only(text)
    } else {
        let question = clock_question::question(ctx, Some(event.id));
        Reply { text: text.then(question.text), ..question }
    };
    let reply = reply.in_brief(brief).with(row).secret_if(ctx.is_secret(event));
    let matrix = buttons::matrix(ctx.words, event.id);
    let note = (!has_note).then(|| note::button(ctx, event, key));
    let reply = pictures::framed(event.id, reply.with([matrix].into_iter().chain(note)));
    let replaces = ctx.press.is_some() && ctx.pressed_arg() != Some(BESIDE);
    Ok(if replaces { reply.replacing() } else { reply })
}

const BONUS: &str = "bonus";

/// What a check-in on a day counts to: what is done on a day off is no part of a run.
fn span_on(rules: &Rules, day: Day) -> &'static str {
    if rules.is_scheduled(day) { progress::period(rules) } else { BONUS }
}

/// One line about what lies ahead: the own best first, then the next milestone.
fn outlook(ctx: &Context<'_>, event: &Event, standing: &Standing) -> Text {
    let left = standing.longest.saturating_sub(standing.current);
    if left > 0 {
        let best = progress::count(ctx.words, &event.rules, standing.longest);
        let args = [("left", Arg::Number(left.into())), ("best", Arg::Ours(&best))];
        return ctx.text("checkin-to-best", &args);
    }
    match event.rules.milestones.after(standing.current) {
        Some(next) if next - standing.current <= 7 => {
            let left = ("left", Arg::Number((next - standing.current).into()));
            let run = progress::run(ctx.words, &event.rules, next);
            ctx.text("checkin-to-milestone", &[left, ("run", Arg::Ours(&run))])
        }
        _ => see_you(ctx, event, standing),
    }
}

/// When to come again; nothing where that is never.
fn see_you(ctx: &Context<'_>, event: &Event, standing: &Standing) -> Text {
    let next = event.rules.period_of(standing.today).last.plus(1);
    if event.rules.end.is_some_and(|end| next > end) {
        return Text::default();
    }
    let span = match progress::period(&event.rules) {
        // Tomorrow may be a day off.
        "day" if !event.rules.is_scheduled(next) => "time",
        span => span,
    };
    ctx.text("checkin-see-you", &[("span", Arg::Kind(span))])
}

async fn already(ctx: &Context<'_>, event: &Event, day: Day) -> Result<Reply, Error> {
    let view = ctx.engine().memberships().view(ctx.membership(event.id), ctx.now()).await?;
    let standing = view.map(|view| view.life.standing);
    let current = standing.map_or(0, |standing| standing.current);
    let is_today = standing.is_none_or(|standing| standing.today == day);
    let run = progress::run(ctx.words, &event.rules, current);
    let said = |key: &str, title: &str| {
        let args = [
            ("current", Arg::Number(current.into())),
            ("title", Arg::Text(title)),
            ("run", Arg::Ours(&run)),
            ("span", Arg::Kind(span_on(&event.rules, day))),
        ];
        ctx.text(key, &args)
    };
    let short = label(&event.title);
    if !is_today {
        let key = "checkin-already-yesterday";
        let reply = Reply::only(said(key, &event.title)).in_brief(said(key, &short));
        return Ok(pictures::framed(event.id, reply.secret_if(ctx.is_secret(event))));
    }
    let text = said("checkin-already", &event.title);
    let undo = Button::press(
        ctx.words.plain("button-undo", &[]),
        CallbackId::new("undo", Some(event.id), ""),
    );
    let brief = said("checkin-already", &short);
    let reply = Reply::only(text).in_brief(brief).secret_if(ctx.is_secret(event));
    let row = [undo, buttons::leaderboard(ctx.words, event.id)];
    Ok(pictures::framed(event.id, reply.with(row)))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_week_ends_in_a_milestone() {
        let mut world = World::with_event("Read 20 pages").await;
        world.say("ada", "/join").await;
        for _ in 1..7 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        let done = world.say("ada", "/checkin").await;
        assert!(
            done.starts_with("✅ Day 7 · Read 20 pages\n🎉 That is 7 days in a row."),
            "{done}"
        );
        let again = world.say("ada", "/checkin").await;
        assert_eq!(again, "You are already in for today: day 7 of Read 20 pages. Undo?");
    }

    #[tokio::test]
    async fn a_refusal_says_when_it_begins_and_promises_no_repair_in_a_contest() {
        let mut world = World::new().await;
        world.say("host", "/event create title:Read starts:2026-03-05").await;
        world.say("ada", "/join Read").await;
        let early = world.say("ada", "/checkin Read").await;
        assert_eq!(early, "The first day of Read is Thu 5 Mar.");
        world.say("host", "/event create title:Race mode:contest").await;
        world.say("host", "/event create title:Walk").await;
        for title in ["Race", "Walk"] {
            world.say("ada", &format!("/join {title}")).await;
        }
        for _ in 0..3 {
            world.next_day();
        }
        let closed = world.say("ada", "/checkin Race day:2026-03-02").await;
        assert_eq!(
            closed,
            "That day can no longer be filled in. Nothing is repaired in this event, not even by its hosts."
        );
        let closed = world.say("ada", "/checkin Walk day:2026-03-02").await;
        assert!(closed.ends_with("a host of the event can repair it."), "{closed}");
    }

    #[tokio::test]
    async fn the_own_matrix_is_a_tap_away_from_a_check_in() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        for line in ["/checkin", "/checkin note:\"chapter two\""] {
            let done = world.reply_to("ada", line).await;
            let matrix = world.tap("ada", &done, "My matrix").await;
            assert!(matrix.plain().starts_with("ada at Read: 1 of one day."), "{}", matrix.plain());
        }
    }

    #[tokio::test]
    async fn only_great_milestones_are_honours_and_only_where_that_is_wanted() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        let mut pinned = vec![];
        for day in 1..=60 {
            if day == 31 {
                world.pin_highlights().await;
            }
            world.say("ada", "/checkin").await;
            let told = world.notices().await;
            pinned.extend(told.iter().filter(|told| told.pin).map(|_| day));
            world.next_day();
        }
        assert_eq!(pinned, [50]);
    }

    #[tokio::test]
    async fn a_check_in_for_another_day_says_which_and_asks_for_today() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/timezone utc").await;
        world.next_day();
        let late = world.reply_to("ada", "/checkin day:yesterday").await;
        assert_eq!(
            late.plain(),
            "✅ Day 1 · Read
Counted for Sunday. Check in for today too?"
        );
        let today = world.press("ada", &late, "✅ Check in").await;
        assert!(today.starts_with("✅ Day 2 · Read") && !today.contains("Counted"), "{today}");
        // The night belongs to the day before where the day begins late.
        world.say("ada", "/event create title:Swim clock:personal").await;
        world.say("ada", "/join Swim").await;
        world.say("ada", "/settings day_start:3").await;
        world.next_day();
        world.now = world.now.plus_s(13 * 3600);
        let night = world.say("ada", "/checkin Swim").await;
        assert!(night.ends_with("Counted for Tuesday."), "{night}");
    }

    #[tokio::test]
    async fn an_answer_to_a_reminder_checks_in_if_it_says_so() {
        let world = World::new().await;
        for (title, goal) in [("Read", ""), ("Run", " goal:\"20 km a week\"")] {
            world.say("ada", &format!("/event create {title}{goal}")).await;
            world.say("ada", &format!("/join {title}")).await;
        }
        let read = world.answer_to_check_in("ada", "Read", "not today").await;
        assert_eq!(read, "Answer “done” to check in for Read, or tap below.");
        let read = world.answer_to_check_in("ada", "Read", "Fertig!").await;
        assert!(read.starts_with("✅ Day 1 · Read"), "{read}");
        let talk = world.answer_to_check_in("ada", "Run", "20 minutes later please").await;
        assert!(talk.starts_with("Answer “done”"), "{talk}");
        let run = world.answer_to_check_in("ada", "Run", "5,5 km").await;
        assert!(run.starts_with("Noted for Run.\n5.5 of 20 km this week."), "{run}");
        let run = world.answer_to_check_in("ada", "Run", "done").await;
        assert_eq!(run, "How much (km)?");
    }

    #[tokio::test]
    async fn a_stranger_is_offered_to_join_and_a_press_does_both() {
        let world = World::with_event("Read 20 pages").await;
        let reply = world.reply_to("ken", "/checkin Read 20 pages").await;
        assert_eq!(reply.plain(), "You are not in Read 20 pages yet.");
        let card = world.card.clone();
        let done = world.press("ken", &card, "✅ Check in").await;
        assert!(done.starts_with("✅ Day 1 · Read 20 pages"), "{done}");
        assert!(done.contains("Is it 12:00 where you are?"), "{done}");
    }

    #[tokio::test]
    async fn among_several_events_only_those_that_are_due_are_offered() {
        let world = World::with_event("Read").await;
        world.say("ada", "/event create Run").await;
        world.say("ada", "/event create Write").await;
        for title in ["Read", "Run", "Write"] {
            world.say("ada", &format!("/join {title}")).await;
        }
        assert!(world.say("ada", "/checkin Run").await.starts_with("✅ Day 1 · Run"));
        let question = world.reply_to("ada", "/checkin").await;
        assert_eq!(question.plain(), "Which one is done?");
        assert!(world.press("ada", &question, "Write").await.starts_with("✅ Day 1 · Write"));
        assert!(world.say("ada", "/checkin").await.starts_with("✅ Day 1 · Read"));
        assert_eq!(world.say("ada", "/checkin").await, "All done for today. ✨");
    }

    #[tokio::test]
    async fn words_after_the_title_are_a_note_and_a_note_is_kept() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        assert!(world.say("ada", "/checkin Read chapter three").await.starts_with("✅ Day 1"));
        assert!(
            world.say("ada", "/checkin note:\"and chapter four\"").await.starts_with("✅ Day 1")
        );
    }

    #[tokio::test]
    async fn an_amount_is_read_whole_or_asked_for() {
        let mut world = World::new().await;
        world.say("ada", "/event create Steps goal:8000 unit:steps").await;
        world.say("ken", "/join Steps").await;
        for (said, shown) in [
            ("10 000", "10,000 of 8,000 steps"),
            ("10,000 steps", "10,000 of 8,000 steps"),
            ("1.5k", "1,500 of 8,000 steps"),
            ("twelve", "12 of 8,000 steps"),
        ] {
            let done = world.say("ken", &format!("/checkin event:Steps amount:\"{said}\"")).await;
            assert!(done.contains(shown), "{said}: {done}");
            world.next_day();
        }
        for said in ["5 km", "8000-9000", "a few", "1e4", "-3", "5 of"] {
            let asked = world.say("ken", &format!("/checkin event:Steps amount:\"{said}\"")).await;
            assert!(asked.contains("How much (steps)?"), "{said}: {asked}");
        }
    }

    #[tokio::test]
    async fn yesterday_can_be_filled_in() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin").await;
        world.next_day();
        world.next_day();
        // A freeze keeps the run, and the day itself can still be earned.
        assert!(world.say("ada", "/checkin").await.starts_with("✅ Day 2"));
        assert!(world.say("ada", "/checkin day:yesterday").await.starts_with("✅ Day 3"));
    }

    #[tokio::test]
    async fn a_press_that_we_did_not_hear_counts_for_the_day_on_which_it_may_have_been() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        assert!(world.say("ada", "/checkin").await.starts_with("✅ Day 1"));
        world.next_day();
        world.unheard_since = Some(world.now);
        world.next_day();
        let card = world.card.clone();
        assert!(world.press("ada", &card, "✅ Check in").await.starts_with("✅ Day 2"));
        // Yesterday is done now, so that the next press is today's.
        assert!(world.press("ada", &card, "✅ Check in").await.starts_with("✅ Day 3"));
    }

    #[tokio::test]
    async fn a_press_does_not_come_from_the_future_where_our_clock_was_set_back() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.unheard_since = Some(world.now.plus_s(86_400));
        let card = world.card.clone();
        assert!(world.press("ada", &card, "✅ Check in").await.starts_with("✅ Day 1"));
    }

    #[tokio::test]
    async fn a_name_that_fits_no_event_checks_in_nowhere() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        assert_eq!(
            world.say("ada", "/checkin event:Nope").await,
            "I cannot find an event called “Nope”. /events shows what there is."
        );
        assert!(world.say("ada", "/checkin").await.starts_with("✅ Day 1"));
    }

    #[tokio::test]
    async fn titles_are_told_apart_whatever_their_letters_and_beginnings() {
        let world = World::with_event("Run").await;
        for title in ["Run fast", "Übung"] {
            world.say("ada", &format!("/event create {title}")).await;
            world.say("ada", &format!("/join {title}")).await;
        }
        world.say("ada", "/join Run").await;
        assert!(
            world
                .say("ada", "/checkin event:\"Run fast\"")
                .await
                .starts_with("✅ Day 1 · Run fast")
        );
        assert!(world.say("ada", "/checkin ÜBUNG").await.starts_with("✅ Day 1 · Übung"));
    }

    #[tokio::test]
    async fn a_wrong_choice_is_not_taken_for_another() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        assert_eq!(
            world.say("ada", "/checkin day:yesterdai").await,
            "I do not know the day “yesterdai”. Try today, yesterday, or a date such as 1 March."
        );
    }
}
