//! `/event create`: a new event, announced where it was made. What is filled in is a draft first.

pub(crate) mod drafting;

use engine::rules::{
    Cadence, ClockRule, Day, Goal, Group, GroupRule, Key, Rules, Scope, Setting, Zone,
};
use engine::{Error, Event, NewEvent, PostKind, ProofRule, Visibility};

use crate::command::event_params::{self, GOAL_MAX, OWNED_MAX, TITLE_MAX};
use crate::command::{Call, Command, Kind, Param};
use crate::locale::Arg;
use crate::message::{Button, Field, Form, Press, Reply, Said, callback, clean};
use crate::parse::goal::Aim;
use crate::parse::{date, zone};
use crate::view::event_card;
use crate::view::templates::{CATEGORIES, Template};

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
        Param::new("starts", "create-starts", Kind::Text { length_max: 30 }),
        Param::new("ends", "create-ends", Kind::Text { length_max: 30 }),
        Param::new(
            "visibility",
            "create-visibility",
            Kind::OneOf(&["public", "community", "invite"]),
        ),
        Param::new("mode", "create-mode", Kind::OneOf(&["habit", "contest"])),
        Param::new("group", "create-group", Kind::OneOf(&["every", "anyone", "half", "buddy"])),
        Param::new("percent", "create-percent", Kind::Text { length_max: 4 }),
        Param::new("category", "create-category", Kind::OneOf(CATEGORIES)),
        Param::new("emoji", "create-emoji", Kind::Text { length_max: 8 }),
        Param::new("proof", "create-proof", Kind::OneOf(&["none", "asked", "approved"])),
        Param::new("approval", "create-approval", Kind::OneOf(&["yes", "no"])),
        Param::new("clock", "create-clock", Kind::OneOf(&["fixed", "personal"])),
        Param::new("zone", "create-zone", Kind::Zone),
    ],
    free: Some("title"),
    public: true,
    ..Command::new("event create", "create-about", |call| Box::pin(run(call)))
};

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

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    if let Some(event) = call.pressed_event() {
        return drafting::pressed(call, event).await;
    }
    if matches!(call.request.said, Said::Form { .. }) {
        return drafting::begin(call).await;
    }
    let new = match wished(call) {
        Ok(new) => new,
        Err(reply) => return Ok(*reply),
    };
    if runs_too_many(call).await? {
        return Ok(Reply::only(call.text("create-too-many", &[])));
    }
    let visibility = new.visibility;
    let event = call.engine().events().create(new, call.now()).await?;
    settle_zone(call, &event).await?;
    // Proofs, wishes to join and the winners are told to the host in private.
    call.private_destination().await?;
    // What is for those with a code alone is told nowhere until its host says where.
    if visibility != Visibility::InviteOnly
        && let Some(channel) = call.channel().await?
    {
        call.engine().events().announce(event.id, channel).await?;
        call.engine().events().begin_boards(&event, call.now()).await?;
    }
    presented(call, &event).await
}

async fn runs_too_many(call: &Call<'_>) -> Result<bool, Error> {
    Ok(call.engine().events().count_owned(call.person.id).await? >= OWNED_MAX)
}

/// The card of a new event, or the code that lets people into it.
async fn presented(call: &Call<'_>, event: &Event) -> Result<Reply, Error> {
    if event.visibility != Visibility::InviteOnly {
        // It is kept up to date in the language of the place, and begins so.
        let card = event_card::card(call.place_words().await?, event, 0, call.now());
        return Ok(Reply { keep: Some((event.id, PostKind::Card)), ..card });
    }
    let card = event_card::card(call.words, event, 0, call.now());
    let is_buddy = call.arg("group") == Some("buddy");
    let (days, uses) = if is_buddy { (7, 1) } else { (7, 100) };
    let code =
        call.engine().events().invite_for(event.id, call.person.id, days, uses, call.now()).await?;
    let text = card.text.then(call.text("create-code", &[("code", Arg::Text(&code))]));
    let mut reply =
        Reply::only(text).with([event_card::join_button(call.words, event.id)]).secret_if(true);
    if let Some(link) = &call.place().deep_link {
        let label = call.words.plain("button-invite-link", &[]);
        reply = reply.with([Button::link(label, format!("{link}j_{code}"))]);
    }
    Ok(reply)
}

/// The event that was asked for, or the answer to what is missing, cannot be read, or contradicts itself.
fn wished(call: &Call<'_>) -> Result<NewEvent, Box<Reply>> {
    let new = event(call, plan(call)?)?;
    match new.rules.check() {
        Ok(()) => Ok(new),
        Err(_) => Err(Box::new(Reply::only(call.text("create-unsound", &[])))),
    }
}

/// What was asked for, or the question for what is missing or cannot be read.
fn plan(call: &Call<'_>) -> Result<Plan, Box<Reply>> {
    if let Some(template) =
        call.pressed_arg().and_then(|arg| Template::named(arg.strip_prefix("t_")?))
    {
        return Ok(from_template(call, template));
    }
    let title = clean(call.arg("title").unwrap_or_default(), TITLE_MAX);
    if title.is_empty() {
        return Err(Box::new(ask(call)));
    }
    let (rhythm, aim) = (event_params::rhythm(call)?, event_params::read(call, None)?);
    let words = event_params::words(call, aim.as_ref()).unwrap_or_default();
    let plain = Aim { goal: Goal::Check, cadence: Cadence::EVERY_DAY, scope: Scope::Day };
    let Aim { goal, cadence, scope } = aim.unwrap_or(plain);
    let cadence = rhythm.unwrap_or(cadence);
    let emoji = call.arg("emoji").map(|emoji| clean(emoji, 8)).filter(|emoji| !emoji.is_empty());
    let category = call.arg("category").map(str::to_owned);
    Ok(Plan { title, words, cadence, goal, scope, category, emoji })
}

fn from_template(call: &Call<'_>, template: &Template) -> Plan {
    let unit = |unit: &str| call.words.plain(&format!("unit-{unit}"), &[]);
    let (cadence, goal, scope) = template.rules(unit);
    Plan {
        title: call.words.plain(&format!("template-{}", template.name), &[]),
        words: String::new(),
        cadence,
        goal,
        scope,
        category: Some(template.category.to_owned()),
        emoji: Some(template.emoji.to_owned()),
    }
}

/// The form for a new event, with what was said already; ready-made ones are a tap away.
fn ask(call: &Call<'_>) -> Reply {
    let field = |name: &'static str, about: &str, required: bool, length_max: usize| Field {
        name,
        label: call.words.plain(about, &[]),
        value: call.arg(name).unwrap_or_default().chars().take(length_max).collect(),
        required,
        long: name == "tasks",
        length_max,
    };
    let form = Form {
        title: call.words.plain("create-about", &[]),
        press: Press::new("event-create", None, ""),
        fields: vec![
            field("title", "create-title", true, TITLE_MAX),
            field("goal", "create-goal-short", false, GOAL_MAX),
            field("days", "create-days-short", false, event_params::DAYS_MAX),
            field("tasks", "create-tasks-short", false, event_params::TASKS_LENGTH_MAX),
            field("ends", "create-ends", false, 30),
        ],
    };
    Reply::only(call.text("create-no-title", &[])).with_form(form)
}

fn event(call: &Call<'_>, plan: Plan) -> Result<NewEvent, Box<Reply>> {
    let share = share(call)?;
    let group = call.arg("group").or(share.map(|_| "half"));
    let is_contest = call.arg("mode") == Some("contest");
    let clock = clock(call, is_contest || group.is_some())?;
    let today = match clock {
        ClockRule::Fixed(setting) => setting.day_of(call.now()),
        ClockRule::Personal => call.person.setting.day_of(call.now()),
    };
    // Whoever is a day behind may begin today too.
    let usual = if clock == ClockRule::Personal { today.plus(-1) } else { today };
    let start = day(call, "starts", |words| date::first_day(words, today))?;
    // Two weeks are counted from the beginning on.
    let end = day(call, "ends", |words| date::day_ahead(words, start.unwrap_or(today)))?;
    let start = start.unwrap_or(usual);
    if end.is_some_and(|end| end < start.max(today)) {
        return Err(Box::new(Reply::only(call.text("create-ends-before", &[]))));
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
    let visibility = match (call.arg("visibility"), group) {
        (Some("invite"), _) | (None, Some("buddy")) => Visibility::InviteOnly,
        (Some("community"), _) if call.community.is_some() => Visibility::Community,
        (Some("community"), _) => {
            return Err(Box::new(Reply::only(call.text("create-no-community", &[]))));
        }
        // What is made in private is for few, unless it is said to be for everybody.
        (None, _) if call.community.is_none() => Visibility::InviteOnly,
        _ => Visibility::Public,
    };
    let key = key(call);
    let proof = call.arg("proof").and_then(|proof| ProofRule::named(proof).ok());
    Ok(NewEvent {
        goal: plan.words,
        community: call.community.as_ref().map(|community| community.id),
        visibility,
        category: plan.category,
        emoji: plan.emoji,
        approval: call.arg("approval") == Some("yes"),
        proof: proof.unwrap_or_default(),
        ..NewEvent::of(key, &plan.title, call.person.id, rules)
    })
}

/// The key of the event: that of the request, or, for a tap on a ready-made one, one for every such tap on that list on
/// a day.
fn key(call: &Call<'_>) -> Key {
    match (call.arg(callback::QUESTION), &call.press) {
        (Some(list), Some(press)) => {
            let day = call.person.setting.day_of(call.now());
            let tapped = format!("{list}:{}:{}:{day}", call.person.id, press.arg);
            Key(format!("t:{}", callback::hash(&tapped)))
        }
        _ => Key(call.request.key.clone()),
    }
}

/// How many percent of a group have to be in, if that is said.
fn share(call: &Call<'_>) -> Result<Option<u32>, Box<Reply>> {
    let Some(written) = call.arg("percent") else { return Ok(None) };
    let percent = written.trim_end_matches('%').trim().parse().ok();
    let percent = percent.filter(|percent| (1..=100).contains(percent));
    percent.map(Some).ok_or_else(|| Box::new(Reply::only(call.text("create-bad-percent", &[]))))
}

/// The day that a parameter names, if it names one.
fn day(
    call: &Call<'_>,
    name: &str,
    read: impl Fn(&str) -> Option<Day>,
) -> Result<Option<Day>, Box<Reply>> {
    let Some(words) = call.arg(name) else { return Ok(None) };
    let args = [("words", Arg::Text(words))];
    let bad = || Box::new(Reply::only(call.text("create-bad-date", &args)));
    read(words).map(Some).ok_or_else(bad)
}

/// One clock for everybody in a community, each member's own in private; `clock:` says otherwise.
fn clock(call: &Call<'_>, is_shared: bool) -> Result<ClockRule, Box<Reply>> {
    let named = match call.arg("zone") {
        Some(words) => match zone::find(words, call.now())[..] {
            [zone, ..] => Some(zone),
            [] => {
                let args = [("words", Arg::Text(words))];
                return Err(Box::new(Reply::only(call.text("timezone-unknown", &args))));
            }
        },
        None => None,
    };
    let usual = if call.community.is_some() { "fixed" } else { "personal" };
    if !is_shared && call.arg("clock").unwrap_or(usual) == "personal" {
        return Ok(ClockRule::Personal);
    }
    let known = call.community.as_ref().and_then(|community| community.zone);
    let zone: Zone = named.or(known).unwrap_or(call.person.setting.zone);
    Ok(ClockRule::Fixed(Setting::midnight(zone)))
}

/// The first event of a community settles its zone, if somebody has named one.
async fn settle_zone(call: &Call<'_>, event: &Event) -> Result<(), Error> {
    let is_named = call.person.zone_known || call.arg("zone").is_some();
    match (event.community, event.rules.setting()) {
        (Some(community), Some(setting)) if is_named => {
            call.engine().communities().settle_zone(community, setting.zone).await
        }
        _ => Ok(()),
    }
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
            "Run 5 km\nfive kilometres\nOn Monday, Wednesday, Friday\nDays follow the clock of Europe/Berlin.\nNobody is in yet."
        );
        let ask = world.hear("ada", "/event create").await;
        assert_eq!(ask.plain(), "What shall it be called? For example: Read 20 pages");
        let odd = world.say("ada", "/event create X days:whenever").await;
        assert!(odd.starts_with("I do not know the days “whenever”."), "{odd}");
    }

    #[tokio::test]
    async fn everything_an_event_can_be_is_said_in_one_line() {
        let world = World::new().await;
        let card = world
            .say("ada", "/event create Steps goal:\"8000\" unit:steps mode:contest ends:\"2 weeks\" group:every emoji:🚶 category:move")
            .await;
        assert!(card.starts_with("🚶 Steps\nAt least 8000 steps a day\nEvery day"), "{card}");
        assert!(card.contains("A contest: no freezes, no repairs, nothing filled in afterwards."));
        assert!(card.contains("Until 2026-03-14."), "{card}");
        assert!(card.contains("The group has a streak of its own: every member counts."), "{card}");
        assert!(
            world
                .say("ada", "/event create Late ends:yesterday")
                .await
                .starts_with("I cannot read the date")
        );
        let ahead = world.say("ada", "/event create Soon starts:2026-03-10 ends:2026-03-20").await;
        assert!(ahead.contains("From 2026-03-10.\nUntil 2026-03-20."), "{ahead}");
        let later =
            world.say("ada", "/event create Later starts:\"2 weeks\" ends:\"1 week\"").await;
        assert!(later.contains("From 2026-03-15.\nUntil 2026-03-21."), "{later}");
        let past = world.say("ada", "/event create Late ends:2026-02-01").await;
        assert_eq!(past, "An event cannot end before it begins.");
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
        let ready = world.hear("ada", "/events show:templates").await;
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
        assert!(most.contains("80 %"), "{most}");
        let odd = world.say("ada", "/event create Pages percent:120").await;
        assert!(odd.starts_with("A share is a number from 1 to 100"), "{odd}");
    }

    #[tokio::test]
    async fn so_many_times_a_day_are_counted_one_by_one() {
        let world = World::new().await;
        world.say("ada", "/event create title:Stretch goal:\"3 times a day\"").await;
        world.say("ada", "/join Stretch").await;
        let first = world.hear("ada", "/checkin").await;
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
        world.say("ada", "/event announce Diary").await;
        for _ in 0..4 {
            world.say("ada", "/checkin").await;
            world.next_day();
            told.extend(world.told().await);
        }
        assert!(told.iter().any(|told| told.contains("7 in a row at Diary")), "{told:?}");
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
