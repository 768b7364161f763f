//! `/event edit`: a host changes what an event says, and its rules while nobody has checked in.

pub(crate) mod asked;
mod visibility;

use engine::rules::{
    Cadence, ClockRule, Goal, Group, GroupRule, Milestones, Rules, Scope, Setting, Zone,
};
use engine::{Error, Event, ProofRule, Record, Refusal, Visibility};
use std::sync::Arc;

use crate::command::context::Context;
use crate::command::definition::{Command, Kind, Param, Says, Who};
use crate::command::event_params::{self, EMOJI_MAX, LENGTHS_MAX, TITLE_MAX};
use crate::command::pick_event::{self, Chosen};
use crate::commands::event::edit::asked::{asked, said};
use crate::commands::event::edit::visibility::{seen_by, widen};
use crate::locale::texts::is_off;
use crate::message::callback::CallbackId;
use crate::message::reply::{Button, Reply};
use crate::message::sanitize::clean;
use crate::message::text::Text;
use crate::parse::goal::GoalSpec;
use crate::parse::{date, number};
use crate::view::date_question;
use crate::view::draft::{self, ASK};
use crate::view::event_card;
use crate::view::pictures;
use crate::view::templates::CATEGORIES;
use crate::view::zone_question;

const PARAMS: &[Param] = &[
    Param::new("event", "edit-event", Kind::Event(Who::Seen)),
    Param::new("title", "create-title", Kind::Text { length_max: TITLE_MAX }),
    event_params::GOAL,
    event_params::DAYS,
    event_params::UNIT,
    event_params::COUNT,
    event_params::TASKS,
    event_params::NEED,
    event_params::TEXT,
    Param::new("ends", "create-ends", Kind::Spoken(Says::Date)),
    Param::new("visibility", "create-visibility", Kind::OneOf(&VISIBILITIES)),
    Param::new("category", "create-category", Kind::OneOf(CATEGORIES)),
    Param::new("emoji", "create-emoji", Kind::Text { length_max: EMOJI_MAX }),
    Param::new("proof", "create-proof", Kind::OneOf(&["none", "asked", "approved"])),
    Param::new("approval", "create-approval", Kind::OneOf(&["yes", "no"])),
    Param::new("milestones", "edit-milestones", Kind::Text { length_max: LENGTHS_MAX }),
    Param::new("starts", "create-starts", Kind::Spoken(Says::Date)),
    Param::new("mode", "create-mode", Kind::OneOf(&["habit", "contest"])),
    Param::new("group", "create-group", Kind::OneOf(&["no", "every", "anyone", "half"])),
    event_params::PERCENT,
    Param::new("clock", "create-clock", Kind::OneOf(&["fixed", "personal"])),
    Param::new("zone", "create-zone", Kind::Zone),
];

pub const COMMAND: Command = Command {
    params: PARAMS,
    free: Some("event"),
    ..Command::new("event edit", "edit-about", |ctx| Box::pin(run(ctx)))
};

/// Milestones that an event may have of its own, and the longest list of them.
const MILESTONES_MAX: usize = 20;
const VISIBILITIES: [&str; 3] = ["public", "community", "invite"];
/// What can be taken away: by the word for it, or by a line that is left empty.
const TAKEN_AWAY: [&str; 4] = ["goal", "tasks", "text", "ends"];

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let event = match pick_event::event(ctx, Who::Seen, "event-edit").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => match draft::meant(ctx).await? {
            Some(draft) => draft,
            None => return Ok(reply),
        },
    };
    if !ctx.hosts(&event).await? {
        return Ok(Reply::only(ctx.text("host-only", &[])));
    }
    if ctx.args.is_empty()
        && let Some(question) = asked(ctx, &event, PARAMS, &TAKEN_AWAY)
    {
        return Ok(question.secret_if(ctx.is_secret(&event)));
    }
    let edited = match edited(ctx, &event) {
        Ok(edited) => edited,
        Err(reply) => return Ok(turned_down(ctx, &event, reply.text)),
    };
    // The zone that is meant may be the one that it has: said, it is that of the place.
    if ctx.arg("zone").is_some()
        && let (Some(community), Some(setting)) = (edited.community, edited.rules.setting())
    {
        ctx.engine().communities().settle_zone(community, setting.zone).await?;
    }
    // Whether more people should see it concerns whoever is in it, and is asked for by itself.
    let wanted = edited.visibility;
    let is_widened = event.draft.is_none() && wanted.is_wider_than(event.visibility);
    let visibility = if is_widened { event.visibility } else { wanted };
    let edited = Event { visibility, ..edited };
    if edited == event {
        return match is_widened {
            true => widened(ctx, &event, wanted, Text::default()).await,
            false => Ok(panel(ctx, &event, Text::default())),
        };
    }
    let edited = match ctx.engine().events().edit(&event, &edited, ctx.now()).await {
        Ok(edited) => edited,
        Err(Error::Refused(Refusal::Disabled)) => {
            return Ok(turned_down(ctx, &event, ctx.text("edit-rules-stand", &[])));
        }
        Err(Error::Setting(_)) => {
            return Ok(turned_down(ctx, &event, ctx.text("create-unsound", &[])));
        }
        Err(fault) => return Err(fault),
    };
    if event.draft.is_none() {
        let entry = ("edit", None, "");
        ctx.engine()
            .communities()
            .record_audit(Record::of(&event), ctx.person.id, entry, ctx.now())
            .await?;
    }
    let done = ctx.text("edit-done", &[]);
    match is_widened {
        true => widened(ctx, &edited, wanted, done).await,
        false => Ok(panel(ctx, &edited, done)),
    }
}

/// The event that more people see by now, or the question whether they should, below what was done before.
async fn widened(
    ctx: &Context<'_>,
    event: &Event,
    to: Visibility,
    note: Text,
) -> Result<Reply, Error> {
    Ok(match widen(ctx, event, to, &note).await? {
        Chosen::Event(wider) => {
            let seen_by = seen_by(ctx, &wider).await?;
            panel(ctx, &wider, ctx.text("edit-done", &[]).then(seen_by))
        }
        Chosen::Ask(question) => question,
    })
}

/// The event with all that can be changed, below a note.
fn panel(ctx: &Context<'_>, event: &Event, note: Text) -> Reply {
    if event.draft.is_some() {
        return draft::preview(ctx, event, note);
    }
    let button = |key: &str, verb: &str, arg: &str| {
        Button::press(ctx.words.plain(key, &[]), CallbackId::new(verb, Some(event.id), arg))
    };
    let edit = button("button-edit", "event-edit", "form").main();
    let invite = button("button-invite", "event-invite", "");
    let end = button("button-end", "event-end", "").danger();
    let about = note.then(event_card::about(ctx.words, event, ctx.now()));
    let reply = draft::with_lines(ctx.words, event, Reply::only(about)).with([edit, invite, end]);
    // So many buttons are too many for a group; whoever may change it from within the group alone has them there.
    let is_aside = ctx.is_read_by_all() && event.owner == ctx.person.id;
    pictures::framed(event.id, reply.secret_if(is_aside || ctx.is_secret(event)).replacing())
}

/// Why something stays as it is. A draft goes on from there.
fn turned_down(ctx: &Context<'_>, event: &Event, why: Text) -> Reply {
    match event.draft {
        Some(_) => draft::preview(ctx, event, why),
        None => Reply::only(why),
    }
}

/// Whether something should be taken away.
fn is_taken_away(ctx: &Context<'_>, event: &Event, name: &str) -> bool {
    let asked = ctx.pressed_arg().and_then(|arg| arg.strip_prefix(ASK));
    match ctx.arg(name) {
        Some(words) => is_off(words),
        // What the line said was wiped out.
        None => asked == Some(name) && !said(ctx, event, name).is_empty(),
    }
}

/// The event as it should be, or why it cannot be so.
fn edited(ctx: &Context<'_>, event: &Event) -> Result<Event, Box<Reply>> {
    let mut edited = event.clone();
    let mut rules: Rules = (*event.rules).clone();
    let taken = TAKEN_AWAY.into_iter().filter(|name| is_taken_away(ctx, event, name));
    let taken: Vec<&str> = taken.collect();
    for name in &taken {
        match *name {
            "text" => edited.goal = String::new(),
            "ends" => rules.end = None,
            // A goal that is not counted is mere words.
            "goal" if rules.goal == Goal::Check => edited.goal = String::new(),
            "tasks" if !matches!(rules.goal, Goal::Tasks { .. }) => {}
            _ => (rules.goal, rules.scope) = (Goal::Check, Scope::Day),
        }
    }
    let left = ctx.args.iter().filter(|(name, _)| !taken.contains(&name.as_str()));
    let ctx = &ctx.with_args(left.cloned().collect());
    if let Some(title) = ctx.arg("title").map(|title| clean(title, TITLE_MAX)) {
        edited.title = if title.is_empty() { edited.title } else { title };
    }
    let aim = match event_params::adjusted(ctx, &rules.goal)? {
        Some(goal) => {
            let (cadence, scope) = (Some(rules.cadence.clone()), rules.scope);
            Some(GoalSpec { goal, cadence, scope })
        }
        None => event_params::read(ctx, Some(&event.goal))?,
    };
    match (event_params::words(ctx, aim.as_ref()), &aim) {
        (Some(words), _) => edited.goal = words,
        // What is counted now says it better than the words of before, but for those that stood beside a count.
        (None, Some(_)) if event.rules.goal == Goal::Check => edited.goal = String::new(),
        (None, _) => {}
    }
    let is_counted = aim.is_some();
    if let Some(aim) = aim {
        // So much a day says nothing of the days on which it is asked for.
        let said =
            aim.cadence.filter(|said| *said != Cadence::EVERY_DAY || rules.scope != Scope::Day);
        // What was summed up over a week is asked for on days again.
        let before = if rules.scope == Scope::Day { rules.cadence } else { Cadence::EVERY_DAY };
        (rules.goal, rules.scope) = (aim.goal, aim.scope);
        rules.cadence = said.unwrap_or(before);
    }
    if let Some(cadence) = event_params::rhythm(ctx)? {
        rules.cadence = cadence;
        // An amount of a week or a month stays one.
        let is_long = matches!(
            rules.cadence,
            Cadence::Weekly { times: 1, .. } | Cadence::Monthly { times: 1 }
        );
        rules.scope = if is_counted || is_long { rules.scope } else { Scope::Day };
    }
    change_clock(ctx, event, &mut rules)?;
    if let Some(mode) = ctx.arg("mode") {
        let usual = Rules::daily(rules.clock, rules.cadence.clone(), rules.start);
        let Rules { backfill_days, freeze, repair, pause, .. } = usual;
        rules = Rules { backfill_days, freeze, repair, pause, ..rules };
        rules = if mode == "contest" { rules.contest() } else { rules };
    }
    // A line of a form that was left as it is says nothing new.
    let starts = ctx.arg("starts").filter(|words| *words != said(ctx, event, "starts"));
    if let Some(words) = starts {
        let today = rules.setting().unwrap_or(ctx.person.setting).day_of(ctx.now());
        let read = date::first_day(ctx.words, ctx.locale(), words, today);
        rules.start = date_question::one(ctx, words, read)?;
    }
    if let Some(words) = ctx.arg("ends") {
        let today = rules.setting().unwrap_or(ctx.person.setting).day_of(ctx.now());
        let read = date::day_ahead(ctx.words, ctx.locale(), words, today);
        rules.end = Some(date_question::one(ctx, words, read)?);
    }
    if let Some(words) = ctx.arg("milestones") {
        let parts = words.split([',', ' ', '،', '、']).filter(|word| !word.is_empty());
        let lengths: Option<Vec<u32>> = parts.map(number::alone).collect();
        let bad = || Box::new(Reply::only(ctx.text("edit-bad-milestones", &[])));
        let lengths = lengths.ok_or_else(bad)?;
        let is_fine =
            lengths.len() <= MILESTONES_MAX && lengths.iter().all(|n| (1..=10_000).contains(n));
        rules.milestones = if is_fine { Milestones::of(lengths) } else { return Err(bad()) };
    }
    if let Some(visibility) = ctx.arg("visibility") {
        let visibility = match visibility {
            "invite" => Visibility::InviteOnly,
            "community" if event.community.is_some() => Visibility::Community,
            "community" => {
                return Err(Box::new(Reply::only(ctx.text("create-no-community", &[]))));
            }
            _ => Visibility::Public,
        };
        match &mut edited.draft {
            Some(wanted) => *wanted = visibility,
            None => edited.visibility = visibility,
        }
    }
    if let Some(category) = ctx.arg("category") {
        edited.category = Some(category.to_owned());
    }
    if let Some(emoji) = ctx.arg("emoji") {
        edited.emoji = Some(clean(emoji, EMOJI_MAX)).filter(|emoji| !emoji.is_empty());
    }
    if let Some(approval) = ctx.arg("approval") {
        edited.approval = approval == "yes";
    }
    if let Some(proof) = ctx.arg("proof").and_then(|proof| ProofRule::named(proof).ok()) {
        edited.proof = proof;
    }
    edited.rules = Arc::new(rules);
    Ok(edited)
}

/// By which clock its days are counted, and whether the group has a streak, which takes one clock for all.
fn change_clock(ctx: &Context<'_>, event: &Event, rules: &mut Rules) -> Result<(), Box<Reply>> {
    let press = CallbackId::new("event-edit", Some(event.id), "");
    let named = ctx.arg("zone").map(|words| zone_question::one(ctx, words, &press)).transpose()?;
    let share = event_params::share(ctx)?;
    let group = ctx.arg("group").or(share.map(|_| "half"));
    if let Some(group) = group {
        let rule = match group {
            "every" => Some(GroupRule::All),
            "anyone" => Some(GroupRule::Any),
            "half" => Some(GroupRule::Percent(share.unwrap_or(50))),
            _ => None,
        };
        rules.group = rule.map(|rule| Group { rule });
    }
    let wanted = ctx.arg("clock").or(named.map(|_| "fixed"));
    let wanted = wanted.or(rules.group.and(group).map(|_| "fixed"));
    // Those who compete have one clock.
    let is_contest = ctx.arg("mode").map_or(event.is_contest(), |mode| mode == "contest");
    let wanted = if is_contest && rules.setting().is_none() { Some("fixed") } else { wanted };
    if is_contest && wanted == Some("personal") {
        return Err(Box::new(Reply::only(ctx.text("create-unsound", &[]))));
    }
    let known = ctx.community.as_ref().and_then(|community| community.zone);
    let zone = |rules: &Rules| -> Zone {
        let now = rules.setting().map(|setting| setting.zone);
        named.or(now).or(known).unwrap_or(ctx.person.setting.zone)
    };
    match wanted {
        Some("personal") => rules.clock = ClockRule::Personal,
        Some(_) => rules.clock = ClockRule::Fixed(Setting::midnight(zone(rules))),
        None => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn what_becomes_a_secret_is_told_no_more() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("host", "/event edit Read visibility:invite").await;
        let mut told = vec![];
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
            told.extend(world.told().await);
        }
        assert!(told.iter().all(|told| !told.contains("Read")), "{told:?}");
    }

    #[tokio::test]
    async fn words_may_change_and_rules_stand_after_the_first_check_in() {
        let world = World::with_event("Read").await;
        let panel = world.reply_to("host", "/event edit Read").await;
        let ask = world.tap("host", &panel, "Edit").await;
        let done = world.fill("host", &ask, &[("title", "Read more"), ("days", "weekdays")]).await;
        assert!(
            done.plain().starts_with("Changed.\nRead more\nMonday to Friday"),
            "{}",
            done.plain()
        );
        assert_eq!(
            world.say("ken", "/event edit Read more").await,
            "Only the people who run the event can do that. Ask its host."
        );
        world.say("ada", "/join Read more").await;
        world.say("host", "/event edit event:\"Read more\" days:daily").await;
        world.say("ada", "/checkin").await;
        let refused = world.say("host", "/event edit event:\"Read more\" days:weekend").await;
        assert!(refused.starts_with("Somebody has checked in already"), "{refused}");
        let later = world.say("host", "/event edit event:\"Read more\" ends:\"3 weeks\"").await;
        assert!(later.contains("Until Sat 21 Mar."), "{later}");
        let emoji = world
            .say("host", "/event edit event:\"Read more\" emoji:📚 milestones:\"5, 10\"")
            .await;
        assert!(emoji.starts_with("Changed.\n📚 Read more"), "{emoji}");
        let words = world.say("host", "/event edit event:\"Read more\" text:\"By the fire\"").await;
        assert!(words.starts_with("Changed.\n📚 Read more\nBy the fire\n"), "{words}");
    }

    #[tokio::test]
    async fn everything_can_be_changed_line_by_line() {
        let world = World::with_event("Read").await;
        let mut panel = world.reply_to("host", "/event edit Read").await;
        for (label, name, words, said) in [
            ("Text", "text", "By the fire", "Changed.\nRead\nBy the fire\n"),
            ("Milestones", "milestones", "5, 10", "Changed.\nRead\nBy the fire\n"),
            ("Title", "title", "Read on", "Changed.\nRead on\nBy the fire\n"),
            ("Text", "text", "", "Changed.\nRead on\nEvery day\n"),
        ] {
            let asked = world.tap("host", &panel, label).await;
            panel = world.fill("host", &asked, &[(name, words)]).await;
            assert!(panel.plain().starts_with(said), "{}", panel.plain());
        }
    }

    #[tokio::test]
    async fn those_who_compete_have_one_clock() {
        let world = World::new().await;
        world.say("host", "/event create title:Race clock:personal").await;
        let race = world.say("host", "/event edit event:Race mode:contest").await;
        assert!(race.contains("Days follow the clock of UTC."), "{race}");
        let odd = world.say("host", "/event edit event:Race clock:personal").await;
        assert!(!odd.starts_with("Changed."), "{odd}");
    }

    #[tokio::test]
    async fn who_sees_an_event_is_changed_by_a_tap() {
        let world = World::with_event("Read").await;
        let panel = world.reply_to("host", "/event edit Read").await;
        let asked = world.tap("host", &panel, "Who sees it").await;
        assert!(world.tap("host", &asked, "invite-only").await.secret);
        assert!(!world.say("ken", "/events").await.contains("Read"));
    }

    #[tokio::test]
    async fn what_is_counted_stays_where_another_line_is_left_empty() {
        let world = World::with_event("Read").await;
        world.say("host", "/event edit event:Read goal:\"20 pages a day\"").await;
        let panel = world.reply_to("host", "/event edit Read").await;
        for (label, name) in [("Goal", "goal"), ("Tasks", "tasks")] {
            let asked = world.tap("host", &panel, label).await;
            let same = world.fill("host", &asked, &[(name, "")]).await;
            assert!(same.plain().starts_with("Read\nAt least 20 pages a day\n"), "{label}");
        }
    }

    #[tokio::test]
    async fn so_much_a_day_leaves_the_days_as_they_are() {
        let world = World::new().await;
        world.say("host", "/event create title:Read days:weekdays").await;
        let read = world.say("host", "/event edit event:Read goal:\"20 pages a day\"").await;
        let want = "Changed.\nRead\nAt least 20 pages a day\nMonday to Friday\n";
        assert!(read.starts_with(want), "{read}");
    }

    #[tokio::test]
    async fn what_is_asked_for_may_change_before_anybody_is_in() {
        let world = World::with_event("Read").await;
        world.say("host", "/event edit event:Read goal:\"20 km a week\"").await;
        let long = world.say("host", "/event edit event:Read days:monthly").await;
        assert!(long.starts_with("Changed.\nRead\nAt least 20 km a month"), "{long}");
        let metric = world.say("host", "/event edit event:Read goal:\"20 pages a day\"").await;
        assert!(metric.starts_with("Changed.\nRead\nAt least 20 pages a day"), "{metric}");
        let tasks = world.say("host", "/event edit event:Read tasks:\"read, write\" need:1").await;
        assert!(tasks.starts_with("Changed.\nRead\n1 of 2 tasks: read, write"), "{tasks}");
    }
}
