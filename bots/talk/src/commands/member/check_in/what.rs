//! What a check-in is about: an amount, a task, a day, something to show. Whatever is missing is asked for.

use engine::rules::goal::{Metric, TaskGoal};
use engine::rules::{Day, Goal, Key, Named};
use engine::{Error, Event, ProofRule};

use crate::command::{Context, left_over};
use crate::locale::Arg;
use crate::message::callback::{self, QUESTION};
use crate::message::{Button, CallbackId, Field, Form, Reply, label};
use crate::parse::amount;
use crate::parse::dates::Dates;
use crate::view::{date_question, progress};

/// What is said about a check-in.
pub(crate) struct What {
    pub(crate) day: Named,
    pub(crate) amount_milli: Option<i64>,
    pub(crate) task: Option<String>,
}

pub(crate) enum Asked {
    Answer(What),
    Question(Box<Reply>),
}

impl Asked {
    fn ask(question: Reply) -> Asked {
        Asked::Question(Box::new(question))
    }
}

/// What a button says, in the order in which it says it: `#2` a task, `=5000` an amount, `?` that the amount
/// should be asked for, `more` that there is more to check in.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Spoken {
    task: Option<usize>,
    amount_milli: Option<i64>,
    asks: bool,
}

pub(crate) fn said(arg: &str) -> Spoken {
    let (task, rest) = match arg.strip_prefix('#') {
        Some(rest) => {
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            (rest[..end].parse().ok(), &rest[end..])
        }
        None => (None, arg),
    };
    let amount_milli = rest.strip_prefix('=').and_then(|amount| amount.parse().ok());
    Spoken { task, amount_milli, asks: rest == "?" }
}

pub(crate) async fn read(ctx: &Context<'_>, event: &Event) -> Result<Asked, Error> {
    let said = said(ctx.pressed_arg().unwrap_or_default());
    let day = match ctx.arg("day") {
        None => Named::Now,
        Some(words) => match ctx.named_day(words, ctx.today(event)) {
            Some(day) => day,
            None if let Some(days) = either(ctx, event, words) => {
                let press = CallbackId::new("checkin", Some(event.id), "");
                return Ok(Asked::ask(date_question::asked(ctx, ("day", words), &days, &press)));
            }
            None => {
                let words = [("words", Arg::Text(words))];
                return Ok(Asked::ask(Reply::only(ctx.text("checkin-bad-day", &words))));
            }
        },
    };
    let task = match task(ctx, event, &said).await? {
        Ok(task) => task,
        Err(question) => return Ok(Asked::ask(question)),
    };
    let metric = metric(event, task.as_deref());
    let amount_milli = match (metric, ctx.arg("amount")) {
        (Some(metric), Some(words)) => {
            match amount::read(ctx.words, ctx.marks(), words, Some(&metric.unit)) {
                Some(amount) => Some(amount),
                None => {
                    let reply = ask_amount(ctx, event, metric, task.as_deref());
                    let is_read = |rest: &str| {
                        amount::read(ctx.words, ctx.marks(), rest, Some(&metric.unit)).is_some()
                    };
                    let hint = ctx.text("checkin-bad-amount", &[("words", Arg::Text(words))]);
                    let (bad, _) = left_over::told(ctx, hint, words, is_read);
                    let text = bad.then(reply.text.clone());
                    return Ok(Asked::ask(Reply { text, ..reply }));
                }
            }
        }
        (Some(metric), None) => match said.amount_milli {
            Some(amount) => Some(amount),
            None => return Ok(Asked::ask(ask_amount(ctx, event, metric, task.as_deref()))),
        },
        (None, Some(words)) => return Ok(Asked::ask(not_counted(ctx, event, words))),
        (None, None) => None,
    };
    if event.proof != ProofRule::None && ctx.file().is_none() {
        let form = Form {
            title: ctx.words.plain("checkin-proof-title", &[]),
            press: press(ctx, event, said_of(event, task.as_deref(), amount_milli)),
            fields: vec![],
        };
        let title = [("title", Arg::Text(&event.title))];
        let question = Reply::only(ctx.text("checkin-needs-proof", &title));
        return Ok(Asked::ask(question.with_form(form)));
    }
    Ok(Asked::Answer(What { day, amount_milli, task }))
}

fn of_task(task: &engine::rules::goal::Task) -> Option<&Metric> {
    match &task.goal {
        TaskGoal::Metric(metric) => Some(metric),
        TaskGoal::Check | TaskGoal::Count { .. } => None,
    }
}

/// The days that could be meant, where there are several.
fn either(ctx: &Context<'_>, event: &Event, words: &str) -> Option<Vec<Day>> {
    match ctx.read_day(words, ctx.today(event), true)? {
        Dates::Either(days) => Some(days),
        Dates::Plain(_) => None,
    }
}

/// The answer to an amount where nothing is counted: it may be kept as a note.
fn not_counted(ctx: &Context<'_>, event: &Event, words: &str) -> Reply {
    let args = [("title", Arg::Text(&event.title)), ("words", Arg::Text(words))];
    let reply = Reply::only(ctx.text("checkin-not-counted", &args));
    let rest = ctx.args.iter().filter(|(name, _)| !matches!(name.as_str(), "amount" | "event"));
    let note = match ctx.arg("note") {
        Some(note) => format!("{words} {note}"),
        None => words.to_owned(),
    };
    let rest = rest.filter(|(name, _)| name != "note").cloned();
    let question = (QUESTION.to_owned(), callback::mark(&ctx.request.key));
    let kept = rest.chain([question]).chain(ctx.asked()).chain([("note".to_owned(), note)]);
    let kept: Vec<(String, String)> = kept.collect();
    let as_note = CallbackId::new("checkin", Some(event.id), "").keeping(&kept);
    let label = ctx.words.plain("button-as-note", &[]);
    let button = as_note.map(|press| Button::press(label, press).main());
    let plain = CallbackId::new("checkin", Some(event.id), "");
    let plain = Button::press(ctx.words.plain("button-checkin", &[]), plain);
    reply.with(button.into_iter().chain([plain]))
}

/// What a button says of a check-in.
fn said_of(event: &Event, task: Option<&str>, amount_milli: Option<i64>) -> String {
    let task = task.and_then(|task| place_of(event, task));
    let task = task.map(|n| format!("#{n}")).unwrap_or_default();
    let amount = amount_milli.map(|amount| format!("={amount}")).unwrap_or_default();
    format!("{task}{amount}")
}

/// A button of a question: what it says, the day that was named, whom it is for, and as much of the rest as fits.
fn press(ctx: &Context<'_>, event: &Event, said: String) -> CallbackId {
    let pair = |name: &str, value: String| (name.to_owned(), value);
    let today = ctx.today(event);
    let day = ctx.arg("day").and_then(|day| ctx.named_day(day, today)).and_then(|day| match day {
        Named::Now => None,
        Named::DaysAgo(days) => Some(today.plus(-days)),
        Named::Date(day) => Some(day),
    });
    let day = day.map(|day| pair("day", day.to_string()));
    let question = pair(QUESTION, callback::mark(&ctx.request.key));
    let note = ctx.arg("note").map(|note| pair("note", note.to_owned()));
    let all: Vec<_> = [day, ctx.asked(), Some(question), note].into_iter().flatten().collect();
    let plain = CallbackId::new("checkin", Some(event.id), &said);
    let fitting = (0..all.len()).rev().find_map(|last| plain.clone().keeping(&all[..=last]));
    fitting.unwrap_or(plain)
}

fn place_of(event: &Event, task: &str) -> Option<usize> {
    let Goal::Tasks { tasks, .. } = &event.rules.goal else { return None };
    tasks.iter().position(|known| known.id == task)
}

/// The task that is meant, or the question which.
async fn task(
    ctx: &Context<'_>,
    event: &Event,
    said: &Spoken,
) -> Result<Result<Option<String>, Reply>, Error> {
    let Goal::Tasks { tasks, .. } = &event.rules.goal else {
        // The rules answer to a task where there is none.
        return Ok(Ok(ctx.arg("task").map(str::to_owned)));
    };
    if let Some(words) = ctx.arg("task") {
        let folded = words.to_lowercase();
        let exact = tasks.iter().find(|task| task.id.to_lowercase() == folded);
        let mut holding = tasks.iter().filter(|task| task.id.to_lowercase().contains(&folded));
        let only = holding.next().filter(|_| holding.next().is_none());
        if let Some(task) = exact.or(only) {
            return Ok(Ok(Some(task.id.clone())));
        }
    } else if let Some(task) = said.task.and_then(|n| tasks.get(n)) {
        return Ok(Ok(Some(task.id.clone())));
    } else if let [only] = &tasks[..] {
        return Ok(Ok(Some(only.id.clone())));
    }
    let view = ctx.engine().memberships().view(ctx.membership(event.id), ctx.now()).await?;
    let done = view.map(|view| progress::tasks(&view.history, &view.life.standing).0);
    let is_done =
        |n: usize| done.as_ref().and_then(|done| done.get(n)).is_some_and(|(_, done)| *done);
    let button = |(n, task): (usize, &engine::rules::goal::Task)| {
        let label = label(&task.id);
        let label = if is_done(n) { format!("☑ {label}") } else { label };
        Button::press(label, press(ctx, event, format!("#{n}")))
    };
    let buttons: Vec<Button> = tasks.iter().enumerate().map(button).collect();
    let question = Reply::only(ctx.text("checkin-which-task", &[]));
    Ok(Err(buttons.chunks(4).fold(question, |reply, row| reply.with(row.to_vec()))))
}

fn metric<'a>(event: &'a Event, task: Option<&str>) -> Option<&'a Metric> {
    match &event.rules.goal {
        Goal::Metric(metric) => Some(metric),
        Goal::Tasks { tasks, .. } => {
            tasks.iter().find(|known| Some(known.id.as_str()) == task).and_then(of_task)
        }
        Goal::Check | Goal::Count { .. } => None,
    }
}

/// How much? A tap says the whole goal or half of it, everything else is typed.
fn ask_amount(ctx: &Context<'_>, event: &Event, metric: &Metric, task: Option<&str>) -> Reply {
    let unit = ("unit", Arg::Text(&metric.unit));
    let question = Reply::only(ctx.text("checkin-how-much", &[unit]));
    let asks = said(ctx.pressed_arg().unwrap_or_default()).asks;
    if asks || ctx.arg("amount").is_some() {
        let field = Field {
            name: "amount",
            label: ctx.words.plain("checkin-amount", &[]),
            value: String::new(),
            required: true,
            long: false,
            length_max: 30,
        };
        let press = press(ctx, event, said_of(event, task, None));
        let title = label(&event.title);
        return question.with_form(Form { title, press, fields: vec![field] });
    }
    let tap = |milli: i64| {
        let amount = format!("{} {}", amount::show(ctx.words, milli), metric.unit);
        let said = said_of(event, task, Some(milli));
        Button::press(label(amount.trim()), press(ctx, event, said))
    };
    let mut steps = vec![metric.target_milli];
    if metric.target_milli % 2000 == 0 {
        steps.insert(0, metric.target_milli / 2);
    }
    let task = task.and_then(|task| place_of(event, task));
    let other = task.map(|n| format!("#{n}?")).unwrap_or_else(|| "?".to_owned());
    let other =
        Button::press(ctx.words.plain("button-other-amount", &[]), press(ctx, event, other));
    question.with(steps.into_iter().map(tap).chain([other]))
}

/// Keeps what was shown, and asks the host where the event wants an approval.
pub(crate) async fn keep_proof(ctx: &Context<'_>, event: &Event, key: &Key) -> Result<(), Error> {
    let Some(file) = ctx.file() else { return Ok(()) };
    let platform = ctx.request.account.platform;
    let of = ctx.membership(event.id);
    ctx.engine().events().show_proof(of, key, (platform, file), event.proof, ctx.now()).await
}

#[cfg(test)]
mod tests {
    use crate::commands::member::check_in::what::Spoken;
    use crate::commands::member::check_in::what::said;
    use crate::testing::world::World;

    #[test]
    fn buttons_say_tasks_and_amounts() {
        assert_eq!(
            said("#2=5000"),
            Spoken { task: Some(2), amount_milli: Some(5000), asks: false }
        );
        assert_eq!(said("#1?"), Spoken { task: Some(1), amount_milli: None, asks: true });
        assert_eq!(said("more"), Spoken::default());
    }

    #[tokio::test]
    async fn an_amount_is_tapped_typed_or_asked_for() {
        let world = World::new().await;
        world.say("ada", "/event create Run goal:\"20 km a week\"").await;
        world.say("ada", "/join Run").await;
        let question = world.reply_to("ada", "/checkin").await;
        assert_eq!(question.plain(), "How much (km)?");
        let done = world.press("ada", &question, "10 km").await;
        assert!(done.starts_with("Noted for Run.\n10 of 20 km this week."), "{done}");
        let done = world.say("ada", "/checkin amount:10.5").await;
        assert!(done.starts_with("✅ Week 1 · Run\n20.5 of 20 km this week."), "{done}");
        let question = world.tap("ada", &question, "Other amount").await;
        let done = world.fill("ada", &question, &[("amount", "2,5 km")]).await;
        assert!(done.plain().contains("23 of 20 km"), "{}", done.plain());
        let miles = world.say("ada", "/checkin amount:\"5 miles\"").await;
        assert!(miles.starts_with("I cannot read the amount “5 miles”."), "{miles}");
        let behind = world.say("ada", "/checkin Run 1 km").await;
        assert!(behind.contains("24 of 20 km"), "{behind}");
        let odd = world.say("ada", "/checkin amount:lots").await;
        assert!(odd.starts_with("I cannot read the amount “lots”."), "{odd}");
    }

    #[tokio::test]
    async fn an_answer_to_a_question_counts_once_and_for_the_day_that_was_named() {
        let mut world = World::new().await;
        world.say("ada", "/event create Run goal:\"20 km a day\"").await;
        world.say("ada", "/join Run").await;
        let question = world.reply_to("ada", "/checkin").await;
        assert!(world.press("ada", &question, "20 km").await.starts_with("✅ Day 1 · Run"));
        world.now = world.now.plus_s(1);
        let again = world.press("ada", &question, "20 km").await;
        assert_eq!(again, "That already counts for Run.\n20 of 20 km today.");
        world.say("ada", "/undo Run").await;
        assert!(world.press("ada", &question, "20 km").await.starts_with("✅ Day 1 · Run"));
        world.now = world.now.plus_s(1);
        assert!(world.press("ada", &question, "20 km").await.starts_with("That already counts"));
        world.next_day();
        let late = world.reply_to("ada", "/checkin event:Run day:yesterday note:late").await;
        let done = world.press("ada", &late, "10 km").await;
        assert!(done.contains("Counted for Sunday."), "{done}");
        // The next day the same question may be answered again.
        world.next_day();
        assert!(world.press("ada", &question, "20 km").await.contains("20 of 20 km today"));
    }

    #[tokio::test]
    async fn tasks_are_ticked_off_one_by_one() {
        let world = World::new().await;
        world
            .say("ada", "/event create Morning tasks:\"stretch, read, water, walk, write\" need:3")
            .await;
        world.say("ada", "/join Morning").await;
        let question = world.reply_to("ada", "/checkin").await;
        assert_eq!(question.plain(), "Which task is done?");
        let done = world.tap("ada", &question, "read").await;
        assert!(done.plain().starts_with("Noted for Morning.\n1 of 3 tasks done."));
        let question = world.tap("ada", &done, "Add more").await;
        world.tap("ada", &question, "water").await;
        let done = world.say("ada", "/checkin task:walk").await;
        assert!(done.starts_with("✅ Day 1 · Morning\n3 of 3 tasks done."), "{done}");
    }
}
