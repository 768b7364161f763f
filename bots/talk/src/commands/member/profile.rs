//! `/profile`: who somebody is here, and what they say of themselves.

use engine::{Error, Person};

use crate::command::{Call, Command, Kind, Param, pick_person};
use crate::locale::Arg;
use crate::locale::texts::is_off;
use crate::message::{Button, Field, Form, Press, Reply, clean};

const NAME_MAX: usize = 32;
const ABOUT_MAX: usize = 120;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("name", "profile-name", Kind::Text { length_max: NAME_MAX }),
        Param::new("about", "profile-says", Kind::Text { length_max: ABOUT_MAX }),
        Param::new("user", "profile-user", Kind::Person),
    ],
    free: Some("about"),
    ..Command::new("profile", "profile-about", |call| Box::pin(run(call)))
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let (name, about) = (call.arg("name"), call.arg("about"));
    if call.pressed_arg() == Some("form") && call.args.is_empty() {
        return Ok(Reply::only(call.text("profile-ask", &[])).with_form(form(call)));
    }
    if name.is_none() && about.is_none() {
        return match pick_person::whose(call).await? {
            Ok(person) => show(call, &person).await,
            Err(reply) => Ok(reply),
        };
    }
    let (engine, me) = (call.engine(), call.person.id);
    if let Some(name) = name {
        let chosen = Some(clean(name, NAME_MAX)).filter(|name| !name.is_empty() && !is_off(name));
        engine.people().set_name(me, chosen.as_deref()).await?;
    }
    if let Some(about) = about {
        let said = if is_off(about) { String::new() } else { clean(about, ABOUT_MAX) };
        engine.people().set_about(me, &said).await?;
    }
    match engine.people().get(me).await? {
        Some(person) => show(call, &person).await,
        None => Ok(Reply::only(call.text("event-unknown", &[]))),
    }
}

async fn show(call: &Call<'_>, whose: &Person) -> Result<Reply, Error> {
    let mut text = call.text("profile-heading", &[("name", Arg::Text(&whose.name))]);
    if !whose.about.is_empty() {
        text = text.then(call.text("profile-quote", &[("about", Arg::Text(&whose.about))]));
    }
    if !whose.interests.is_empty() {
        let label = |interest: &String| call.words.plain(&format!("choice-{interest}"), &[]);
        let comma = call.words.plain("list-comma", &[]);
        let names = whose.interests.iter().map(label).collect::<Vec<_>>().join(&comma);
        text = text.then(call.text("profile-likes", &[("names", Arg::Text(&names))]));
    }
    let mut memberships = vec![];
    for event in call.engine().events().of(whose.id).await? {
        // What is not for everybody's eyes does not count here.
        if !call.is_secret(&event) && call.may_see(&event).await? {
            memberships.push(engine::Membership { event: event.id, person: whose.id });
        }
    }
    let views = call.engine().memberships().views(&memberships, call.now()).await?;
    let standings = || views.values().map(|view| &view.life.standing);
    let args = [
        ("n", Arg::Number(memberships.len() as u64)),
        ("total", Arg::Number(standings().map(|standing| u64::from(standing.total)).sum())),
        ("longest", Arg::Number(standings().map(|s| s.longest).max().unwrap_or(0).into())),
    ];
    text = text.then(call.text("profile-sum", &args));
    let cheers = call.engine().people().cheers(whose.id).await?;
    text = text.then(call.text("badges-cheers", &[("n", Arg::Number(cheers))]));
    let button = |verb: &str, key: &str, arg: &str| {
        Button::press(call.words.plain(key, &[]), Press::new(verb, None, arg))
    };
    Ok(Reply::only(text).with(if whose.id == call.person.id {
        vec![
            button("profile", "button-profile-edit", "form"),
            button("events", "button-interests", "interests"),
        ]
    } else {
        vec![button("cheer", "button-cheer", &format!("p{}", whose.id))]
    }))
}

fn form(call: &Call<'_>) -> Form {
    let field = |name: &'static str, label: &str, value: &str, length_max: usize| Field {
        name,
        label: call.words.plain(label, &[]),
        value: value.to_owned(),
        required: false,
        long: false,
        length_max,
    };
    Form {
        title: call.words.plain("button-profile", &[]),
        press: Press::new("profile", None, "form"),
        fields: vec![
            field("name", "profile-name-short", &call.person.name, NAME_MAX),
            field("about", "profile-says-short", &call.person.about, ABOUT_MAX),
        ],
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_profile_is_filled_in_and_read_by_others() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/checkin").await;
        let own = world.hear("ada", "/profile").await;
        assert_eq!(own.plain(), "ada\nOne event · best 1 · 1 in all\n👏 No cheers yet.");
        let ask = world.tap("ada", &own, "Change").await;
        let filled = [("name", "Ada L."), ("about", "One shelf after the other")];
        let changed = world.fill("ada", &ask, &filled).await.plain();
        assert!(changed.starts_with("Ada L.\n“One shelf after the other”\n"), "{changed}");
        let seen = world.to("ken", "/profile", "ada").await.plain();
        assert!(seen.starts_with("Ada L.\n“One shelf after the other”\n"), "{seen}");
        assert!(world.say("ada", "/leaderboard Read").await.contains("Ada L."));
        let plain = world.say("ada", "/profile name:off about:off").await;
        assert!(plain.starts_with("ada\nOne event"), "{plain}");
    }
}
