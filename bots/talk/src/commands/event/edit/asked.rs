//! What a button below an event asks: a form, a line of it, a choice, or which of the rest.

use engine::Event;
use engine::rules::{Goal, Group, GroupRule};

use crate::command::context::Context;
use crate::command::definition::{Kind, Param};
use crate::locale::texts::Arg;
use crate::message::callback::CallbackId;
use crate::message::label::label;
use crate::message::reply::{Button, Field, Form, Reply};
use crate::parse::zone;
use crate::view::buttons;
use crate::view::draft::{self, ASK, LINES, SHOW_MORE};
use crate::view::event_card;
use crate::view::pictures;

const IN_A_ROW: usize = 3;

/// The question that a button asks, if it asks one, about one of the parameters; of these some can be taken away.
pub(crate) fn asked(
    ctx: &Context<'_>,
    event: &Event,
    params: &[Param],
    taken_away: &[&str],
) -> Option<Reply> {
    let asked = ctx.pressed_arg()?;
    if asked == "form" {
        let text = ctx.text("edit-ask-title", &[]);
        return Some(Reply::only(text).with_form(form(ctx, event)));
    }
    if asked == SHOW_MORE {
        let about = Reply::only(event_card::about(ctx.words, event, ctx.now()));
        let more = draft::with_more(ctx.words, event, about).replacing();
        return Some(pictures::framed(event.id, more));
    }
    let name = asked.strip_prefix(ASK)?;
    if let Some((name, about, _)) = LINES.iter().find(|(known, ..)| *known == name) {
        let question = format!("edit-ask-{name}");
        let param = params.iter().find(|param| param.name == *name);
        let about = param.map_or(*about, |param| param.about);
        let question = if ctx.words.has(&question) { &question } else { about };
        let mut text = ctx.text(question, &[]);
        if taken_away.contains(name) {
            let off = ctx.words.plain("word-off", &[]);
            text = text.beside(ctx.text("edit-take-away", &[("off", Arg::Text(&off))]));
        }
        let fields = fields(ctx, event, &[*name]);
        return Some(Reply::only(text).with_form(Form { fields, ..form_of(event, asked) }));
    }
    let param = params.iter().find(|param| param.name == name)?;
    match param.kind {
        Kind::OneOf(values) => Some(ask_choice(ctx, event, (param.name, param.about), values)),
        _ => None,
    }
}

/// A button for each value that can be chosen.
fn ask_choice(
    ctx: &Context<'_>,
    event: &Event,
    (name, about): (&str, &str),
    values: &[&str],
) -> Reply {
    let press = |value: &str| {
        let said = [(name.to_owned(), value.to_owned())];
        CallbackId::new("event-edit", Some(event.id), "").keeping(&said)
    };
    let button = |value: &&str| {
        let name = ctx.words.plain(&format!("choice-{value}"), &[]);
        press(value).map(|press| Button::press(label(&name), press))
    };
    let values = values.iter();
    let values = values.filter(|value| event.community.is_some() || **value != "community");
    let back = CallbackId::new("event-edit", Some(event.id), "");
    let back = Button::press(ctx.words.plain("button-previous", &[]), back);
    let question = match name {
        "visibility" if !buttons::has_pages(&ctx.talk.public_url) => {
            "edit-ask-visibility-everybody".to_owned()
        }
        _ => format!("edit-ask-{name}"),
    };
    let question = if ctx.words.has(&question) { &question } else { about };
    let reply = Reply::only(ctx.text(question, &[]));
    let buttons: Vec<Button> = values.filter_map(button).collect();
    let rows = buttons.chunks(IN_A_ROW).map(<[Button]>::to_vec);
    rows.fold(reply, Reply::with).with([back]).replacing()
}

fn form(ctx: &Context<'_>, event: &Event) -> Form {
    let fields = fields(ctx, event, &["title", "goal", "days", "ends", "milestones"]);
    Form { fields, ..form_of(event, "form") }
}

/// A form without fields; `arg` is what its button carries.
fn form_of(event: &Event, arg: &str) -> Form {
    Form {
        title: label(&event.title).chars().take(45).collect(),
        press: CallbackId::new("event-edit", Some(event.id), arg),
        fields: vec![],
    }
}

/// Lines of a form with what they say now.
fn fields(ctx: &Context<'_>, event: &Event, names: &[&str]) -> Vec<Field> {
    let field = |(name, label, length_max): (&'static str, &str, usize)| Field {
        name,
        label: ctx.words.plain(label, &[]),
        value: said(ctx, event, name),
        required: false,
        long: name == "tasks",
        length_max,
    };
    let line = |name: &&str| LINES.into_iter().find(|(known, ..)| known == name);
    names.iter().filter_map(line).map(field).collect()
}

/// What a line says now, as far as it can be said again.
pub(crate) fn said(ctx: &Context<'_>, event: &Event, name: &str) -> String {
    match name {
        "title" => event.title.clone(),
        // A goal that is counted has words of its own beside it.
        "goal" if event.rules.goal != Goal::Check => String::new(),
        "goal" | "text" => event.goal.clone(),
        "percent" => match event.rules.group {
            Some(Group { rule: GroupRule::Percent(percent) }) => percent.to_string(),
            Some(Group { rule: GroupRule::All | GroupRule::Any }) | None => String::new(),
        },
        "unit" => match &event.rules.goal {
            Goal::Metric(metric) => metric.unit.clone(),
            Goal::Check | Goal::Count { .. } | Goal::Tasks { .. } => String::new(),
        },
        "emoji" => event.emoji.clone().unwrap_or_default(),
        "zone" => {
            let zone = event.rules.setting().map(|setting| zone::name(setting.zone));
            zone.unwrap_or_default()
        }
        "starts" => ctx.words.day(event.rules.start, ctx.today(event)),
        "ends" => {
            let shown = |end| ctx.words.day(end, ctx.today(event));
            event.rules.end.map(shown).unwrap_or_default()
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::commands::event::create::COMMAND;
    use crate::locale::Words;
    use crate::message::Reply;
    use crate::testing::world::{World, press_under};

    /// A draft of Ada's.
    async fn draft(world: &World, fields: &[(&str, &str)]) -> Reply {
        let form = world.reply_to("ada", "/event create").await;
        world.fill("ada", &form, fields).await
    }

    /// What is asked behind *More…*.
    async fn asked(world: &World, draft: &Reply, label: &str) -> Reply {
        let more = world.tap("ada", draft, "More…").await;
        world.tap("ada", &more, label).await
    }

    #[tokio::test]
    async fn how_an_amount_counts_and_its_unit_are_a_tap_away() {
        let world = World::new().await;
        let cups = draft(&world, &[("title", "Coffee"), ("goal", "2 cups a day")]).await;
        let count = asked(&world, &cups, "How it counts").await;
        let most = world.tap("ada", &count, "a limit to stay within").await;
        assert!(most.plain().contains("\nAt most 2 cups a day\n"), "{}", most.plain());
        let unit = asked(&world, &most, "Unit").await;
        assert_eq!(unit.form.as_ref().map(|form| form.fields[0].value.as_str()), Some("cups"));
        let mugs = world.fill("ada", &unit, &[("unit", "mugs")]).await;
        assert!(mugs.plain().contains("\nAt most 2 mugs a day\n"), "{}", mugs.plain());
        // What is summed up over a week stays so.
        let week = draft(&world, &[("title", "Run"), ("goal", "20 km a week")]).await;
        let unit = asked(&world, &week, "Unit").await;
        let miles = world.fill("ada", &unit, &[("unit", "miles")]).await;
        assert!(miles.plain().contains("\nAt least 20 miles a week\n"), "{}", miles.plain());
    }

    #[tokio::test]
    async fn how_many_of_the_tasks_are_asked_for_is_a_tap_away() {
        let world = World::new().await;
        let all = draft(&world, &[("title", "Swim"), ("tasks", "crawl, dive, float")]).await;
        let need = asked(&world, &all, "How many tasks").await;
        let two = world.fill("ada", &need, &[("need", "2")]).await;
        assert!(two.plain().contains("\n2 of 3 tasks: crawl, dive, float\n"), "{}", two.plain());
        let need = asked(&world, &two, "How many tasks").await;
        let odd = world.fill("ada", &need, &[("need", "4")]).await;
        assert!(odd.plain().starts_with("I cannot read these tasks."), "{}", odd.plain());
        assert!(odd.plain().contains("\n2 of 3 tasks: "), "{}", odd.plain());
    }

    #[tokio::test]
    async fn the_share_of_a_group_and_milestones_are_a_tap_away() {
        let world = World::new().await;
        let plain = draft(&world, &[("title", "Swim")]).await;
        let share = asked(&world, &plain, "Share of the group").await;
        let group = world.fill("ada", &share, &[("percent", "80")]).await;
        assert!(group.plain().contains("80% of the members are enough."), "{}", group.plain());
        let lengths = asked(&world, &group, "Milestones").await;
        let set = world.fill("ada", &lengths, &[("milestones", "5, 10")]).await;
        assert!(set.plain().starts_with("Changed."), "{}", set.plain());
    }

    #[tokio::test]
    async fn all_that_can_be_said_of_a_new_event_can_be_tapped_below_its_draft() {
        let world = World::new().await;
        let mut shown = vec![];
        for goal in [("goal", "2 cups a day"), ("tasks", "crawl, dive")] {
            let first = draft(&world, &[("title", "Swim"), goal]).await;
            shown.push(world.tap("ada", &first, "More…").await);
            shown.push(first);
        }
        for param in COMMAND.params {
            let label = Words::of("en").plain(&format!("button-edit-{}", param.name), &[]);
            let is_there = shown.iter().any(|reply| press_under(reply, &label).is_some());
            assert!(is_there, "{}: {label}", param.name);
        }
    }
}
