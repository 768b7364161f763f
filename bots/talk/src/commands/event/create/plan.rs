//! What somebody asks for when they make an event, read and checked.

use engine::rules::{
    Cadence, ClockRule, Day, Goal, Group, GroupRule, Key, Rules, Scope, Setting, Zone,
};
use engine::{Error, Event, NewEvent, PostKind, ProofRule, Visibility};
use std::collections::BTreeSet;

use crate::command::context::Context;
use crate::command::event_params::{self, GOAL_MAX, TITLE_MAX};
use crate::locale::texts::Arg;
use crate::message::callback::{self, CallbackId};
use crate::message::reply::{Button, Elsewhere, Field, Form, Reply};
use crate::message::sanitize::clean;
use crate::message::text::Text;
use crate::parse::date;
use crate::parse::dates::Dates;
use crate::parse::goal::GoalSpec;
use crate::view::date_question;
use crate::view::event_card::{self, OWN};
use crate::view::templates::Template;
use crate::view::zone_question;

/// What somebody wants an event to be.
struct Plan {
    title: String,
    words: String,
    cadence: Cadence,
    goal: Goal,
    scope: Scope,
    category: Option<String>,
    emoji: Option<String>,
}

/// What is said to whoever runs as many events as one may, or has made as many in a day.
pub(crate) async fn makes_too_many(ctx: &Context<'_>) -> Result<Option<Text>, Error> {
    let (events, person) = (ctx.engine().events(), ctx.person.id);
    if let Some(why) = ctx.runs_too_many(person).await? {
        return Ok(Some(why));
    }
    let opens = events.made_too_many(person, ctx.now()).await?;
    Ok(opens.map(|opens| ctx.made_enough(opens)))
}

/// The card of a new event, or the code that lets people into it.
pub(crate) async fn presented(ctx: &Context<'_>, event: &Event) -> Result<Reply, Error> {
    if event.visibility != Visibility::InviteOnly {
        // It is kept up to date in the language of the place, and begins so.
        let (words, unnamed) = (ctx.place_words().await?, ctx.unnamed().await?);
        let card = ctx.talk.card(words, event, 0, &unnamed, ctx.now()).await?;
        return Ok(Reply { keep: Some((event.id, PostKind::Card)), ..card });
    }
    let card = ctx.talk.card(ctx.words, event, 0, &BTreeSet::new(), ctx.now()).await?;
    let is_buddy = ctx.arg("group") == Some("buddy");
    let (days, uses) = if is_buddy { (7, 1) } else { (7, 100) };
    let code =
        ctx.engine().events().invite_for(event.id, ctx.person.id, days, uses, ctx.now()).await?;
    let text = card.text.then(ctx.text("create-code", &[("code", Arg::Ours(&code))]));
    let mut reply =
        Reply::only(text).with([event_card::join_button(ctx.words, event.id)]).secret_if(true);
    reply.frame = card.frame;
    if let Some(link) = &ctx.place().deep_link {
        let label = ctx.words.plain("button-invite-link", &[]);
        reply = reply.with([Button::link(label, format!("{link}j_{code}"))]);
        // Others read that something was made, and its maker finds the way to the code.
        let text = ctx.text("create-made-in-private", &[]);
        reply.elsewhere = Some(Elsewhere { text, link: format!("{link}{OWN}{}", event.id) });
    }
    Ok(reply)
}

/// The event that was asked for, or the answer to what is missing, cannot be read, or contradicts itself.
pub(crate) fn requested_event(ctx: &Context<'_>) -> Result<NewEvent, Box<Reply>> {
    let new = event(ctx, plan(ctx)?)?;
    match new.rules.check() {
        Ok(()) => Ok(new),
        Err(_) => Err(Box::new(Reply::only(ctx.text("create-unsound", &[])))),
    }
}

/// What was asked for, or the question for what is missing or cannot be read.
fn plan(ctx: &Context<'_>) -> Result<Plan, Box<Reply>> {
    if let Some(template) =
        ctx.pressed_arg().and_then(|arg| Template::named(arg.strip_prefix("t_")?))
    {
        return Ok(from_template(ctx, template));
    }
    let title = clean(ctx.arg("title").unwrap_or_default(), TITLE_MAX);
    if title.is_empty() {
        return Err(Box::new(ask(ctx)));
    }
    let (rhythm, aim) = (event_params::rhythm(ctx)?, event_params::read(ctx, None)?);
    let words = event_params::words(ctx, aim.as_ref()).unwrap_or_default();
    let plain = GoalSpec { goal: Goal::Check, cadence: None, scope: Scope::Day };
    let GoalSpec { goal, cadence, scope } = aim.unwrap_or(plain);
    let cadence = rhythm.or(cadence).unwrap_or(Cadence::EVERY_DAY);
    let emoji = ctx.arg("emoji").map(|emoji| clean(emoji, 8)).filter(|emoji| !emoji.is_empty());
    let category = ctx.arg("category").map(str::to_owned);
    Ok(Plan { title, words, cadence, goal, scope, category, emoji })
}

fn from_template(ctx: &Context<'_>, template: &Template) -> Plan {
    let unit = |unit: &str| ctx.words.plain(&format!("unit-{unit}"), &[]);
    let (cadence, goal, scope) = template.rules(unit);
    Plan {
        title: ctx.words.plain(&format!("template-{}", template.name), &[]),
        words: String::new(),
        cadence,
        goal,
        scope,
        category: Some(template.category.to_owned()),
        emoji: Some(template.emoji.to_owned()),
    }
}

/// The form for a new event, with what was said already; ready-made ones are a tap away.
pub(crate) fn ask(ctx: &Context<'_>) -> Reply {
    let field = |name: &'static str, about: &str, required: bool, length_max: usize| Field {
        name,
        label: ctx.words.plain(about, &[]),
        value: ctx.arg(name).unwrap_or_default().chars().take(length_max).collect(),
        required,
        long: name == "tasks",
        length_max,
    };
    let form = Form {
        title: ctx.words.plain("create-about", &[]),
        press: CallbackId::new("event-create", None, ""),
        fields: vec![
            field("title", "create-title", true, TITLE_MAX),
            field("goal", "create-goal-short", false, GOAL_MAX),
            field("days", "create-days-short", false, event_params::DAYS_MAX),
            field("tasks", "create-tasks-short", false, event_params::TASKS_LENGTH_MAX),
            field("ends", "create-ends", false, 30),
        ],
    };
    Reply::only(ctx.text("create-no-title", &[])).with_form(form)
}

fn event(ctx: &Context<'_>, plan: Plan) -> Result<NewEvent, Box<Reply>> {
    let share = event_params::share(ctx)?;
    let group = ctx.arg("group").or(share.map(|_| "half"));
    let is_contest = ctx.arg("mode") == Some("contest");
    let clock = clock(ctx, is_contest || group.is_some())?;
    let today = match clock {
        ClockRule::Fixed(setting) => setting.day_of(ctx.now()),
        ClockRule::Personal => ctx.person.setting.day_of(ctx.now()),
    };
    // Whoever is a day behind may begin today too.
    let usual = if clock == ClockRule::Personal { today.plus(-1) } else { today };
    let start = day(ctx, "starts", |words| date::first_day(ctx.words, ctx.locale(), words, today))?;
    // Two weeks are counted from the beginning on.
    let end = day(ctx, "ends", |words| {
        date::day_ahead(ctx.words, ctx.locale(), words, start.unwrap_or(today))
    })?;
    let start = start.unwrap_or(usual);
    if end.is_some_and(|end| end < start.max(today)) {
        return Err(Box::new(Reply::only(ctx.text("create-ends-before", &[]))));
    }
    let mut rules = Rules::daily(clock, plan.cadence, start);
    if is_contest {
        rules = rules.contest();
    }
    rules.goal = plan.goal;
    rules.scope = plan.scope;
    rules.end = end;
    rules.group = group.map(|group| Group {
        rule: match group {
            "anyone" => GroupRule::Any,
            "half" => GroupRule::Percent(share.unwrap_or(50)),
            _ => GroupRule::All,
        },
    });
    // Where we are not ourselves, nobody can be told.
    let community = ctx.community.as_ref().filter(|_| !ctx.is_guest());
    let visibility = match (ctx.arg("visibility"), group) {
        (Some("invite"), _) | (None, Some("buddy")) => Visibility::InviteOnly,
        (Some("community"), _) if community.is_some() => Visibility::Community,
        (Some("community"), _) => {
            return Err(Box::new(ctx.outside("create-no-community")));
        }
        // What is made in private is for few, and in a place for those who are there, unless it is said to be for
        // everybody.
        (None, _) if community.is_none() => Visibility::InviteOnly,
        (None, _) => Visibility::Community,
        _ => Visibility::Public,
    };
    let key = key(ctx);
    let proof = ctx.arg("proof").and_then(|proof| ProofRule::named(proof).ok());
    Ok(NewEvent {
        goal: plan.words,
        community: community.map(|community| community.id),
        visibility,
        category: plan.category,
        emoji: plan.emoji,
        approval: ctx.arg("approval") == Some("yes"),
        proof: proof.unwrap_or_default(),
        is_limited: true,
        ..NewEvent::of(key, &plan.title, ctx.person.id, rules)
    })
}

/// The key of the event: that of the request, or, for a tap on a ready-made one, one for every such tap on that list on
/// a day.
fn key(ctx: &Context<'_>) -> Key {
    match (ctx.arg(callback::QUESTION), &ctx.press) {
        (Some(list), Some(press)) => {
            let day = ctx.person.setting.day_of(ctx.now());
            let tapped = format!("{list}:{}:{}:{day}", ctx.person.id, press.arg);
            Key(format!("t:{}", callback::hash(&tapped)))
        }
        _ => Key(ctx.request.key.clone()),
    }
}

/// The day that a parameter names, if it names one.
fn day(
    ctx: &Context<'_>,
    name: &str,
    read: impl Fn(&str) -> Option<Dates>,
) -> Result<Option<Day>, Box<Reply>> {
    let Some(words) = ctx.arg(name) else { return Ok(None) };
    match read(words) {
        Some(Dates::Either(days)) => {
            let again = CallbackId::new("event-create", None, "");
            Err(Box::new(date_question::asked(ctx, (name, words), &days, &again)))
        }
        read => date_question::one(ctx, words, read).map(Some),
    }
}

/// One clock for everybody in a community, each member's own in private; `clock:` says otherwise.
fn clock(ctx: &Context<'_>, is_shared: bool) -> Result<ClockRule, Box<Reply>> {
    let again = CallbackId::new("event-create", None, "");
    let named = ctx.arg("zone").map(|words| zone_question::one(ctx, words, &again)).transpose()?;
    let usual = if ctx.community.is_some() { "fixed" } else { "personal" };
    if !is_shared && ctx.arg("clock").unwrap_or(usual) == "personal" {
        return Ok(ClockRule::Personal);
    }
    let known = ctx.community.as_ref().and_then(|community| community.zone);
    let zone: Zone = named.or(known).unwrap_or(ctx.person.setting.zone);
    Ok(ClockRule::Fixed(Setting::midnight(zone)))
}

/// The first event of a community settles its zone, if somebody has named one.
pub(crate) async fn settle_zone(ctx: &Context<'_>, event: &Event) -> Result<(), Error> {
    let is_named = ctx.person.zone_known || ctx.arg("zone").is_some();
    match (event.community, event.rules.setting()) {
        (Some(community), Some(setting)) if is_named => {
            ctx.engine().communities().settle_zone(community, setting.zone).await
        }
        _ => Ok(()),
    }
}
