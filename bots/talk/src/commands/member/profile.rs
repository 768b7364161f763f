//! `/profile`: who somebody is here, and what they say of themselves.

use engine::{Error, Person};

use crate::command::{Command, Context, Kind, Param, pick_person};
use crate::locale::Arg;
use crate::locale::is_off;
use crate::message::{Button, CallbackId, Field, Form, Reply, clean, untagged};

const NAME_MAX: usize = 32;
const ABOUT_MAX: usize = 120;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("name", "profile-name", Kind::Text { length_max: NAME_MAX }),
        Param::new("about", "profile-says", Kind::Text { length_max: ABOUT_MAX }),
        Param::new("user", "profile-user", Kind::Person),
    ],
    free: Some("about"),
    ..Command::new("profile", "profile-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let (name, about) = (ctx.arg("name"), ctx.arg("about"));
    if ctx.pressed_arg() == Some("form") && ctx.args.is_empty() {
        let ask = Reply::only(ctx.text("profile-ask", &[])).with_form(form(ctx));
        // Where others read along, only a private chat takes it.
        return Ok(ask.secret_if(ctx.is_read_by_all()));
    }
    if name.is_none() && about.is_none() {
        return match pick_person::whose(ctx).await? {
            Ok(person) => show(ctx, &person).await.map(Reply::showing),
            Err(reply) => Ok(reply),
        };
    }
    let (engine, me) = (ctx.engine(), ctx.person.id);
    if let Some(name) = name {
        let cleaned = clean(name, NAME_MAX);
        let chosen = Some(untagged(&cleaned)).filter(|name| !name.is_empty() && !is_off(name));
        engine.people().set_name(me, chosen).await?;
    }
    if let Some(about) = about {
        let said = if is_off(about) { String::new() } else { clean(about, ABOUT_MAX) };
        engine.people().set_about(me, &said).await?;
    }
    match engine.people().get(me).await? {
        Some(person) => show(ctx, &person).await,
        None => show(ctx, &ctx.person).await,
    }
}

async fn show(ctx: &Context<'_>, whose: &Person) -> Result<Reply, Error> {
    let mut text = ctx.text("profile-heading", &[("name", Arg::Text(&whose.name))]);
    if !whose.about.is_empty() {
        text = text.then(ctx.text("profile-quote", &[("about", Arg::Text(&whose.about))]));
    }
    // They sort what somebody is offered, and are nobody else's business.
    if whose.id == ctx.person.id && !whose.interests.is_empty() {
        let label = |interest: &String| ctx.words.plain(&format!("choice-{interest}"), &[]);
        let names: Vec<String> = whose.interests.iter().map(label).collect();
        let names = ctx.words.list(names.iter().map(String::as_str));
        text = text.then(ctx.text("profile-likes", &[("names", Arg::Text(&names))]));
    }
    let mut memberships = vec![];
    for event in ctx.engine().events().of(whose.id).await? {
        // What is not for everybody's eyes does not count here.
        if !ctx.is_secret(&event) && ctx.may_see(&event).await? {
            memberships.push(engine::Membership { event: event.id, person: whose.id });
        }
    }
    let views = ctx.engine().memberships().views(&memberships, ctx.now()).await?;
    let standings = || views.values().map(|view| &view.life.standing);
    let args = [
        ("n", Arg::Number(memberships.len() as u64)),
        ("total", Arg::Number(standings().map(|standing| u64::from(standing.total)).sum())),
        ("longest", Arg::Number(standings().map(|s| s.longest).max().unwrap_or(0).into())),
    ];
    text = text.then(ctx.text("profile-sum", &args));
    let cheers = ctx.engine().people().cheers(whose.id).await?;
    text = text.then(ctx.text("badges-cheers", &[("n", Arg::Number(cheers))]));
    let button = |verb: &str, key: &str, arg: &str| {
        Button::press(ctx.words.plain(key, &[]), CallbackId::new(verb, None, arg))
    };
    Ok(Reply::only(text).with(if whose.id == ctx.person.id {
        vec![
            button("profile", "button-profile-edit", "form"),
            button("events", "button-interests", "interests"),
        ]
    } else {
        vec![button("cheer", "button-cheer", &format!("p{}", whose.id))]
    }))
}

fn form(ctx: &Context<'_>) -> Form {
    let field = |name: &'static str, label: &str, value: &str, length_max: usize| Field {
        name,
        label: ctx.words.plain(label, &[]),
        value: value.to_owned(),
        required: false,
        long: false,
        length_max,
    };
    Form {
        title: ctx.words.plain("button-profile", &[]),
        press: CallbackId::new("profile", None, "form"),
        fields: vec![
            field("name", "profile-name-short", &ctx.person.name, NAME_MAX),
            field("about", "profile-says-short", &ctx.person.about, ABOUT_MAX),
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
        let own = world.reply_to("ada", "/profile").await;
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

    #[tokio::test]
    async fn what_somebody_likes_is_shown_to_them_alone() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/settings interest:learn").await;
        assert!(world.say("ada", "/profile").await.contains("Likes Learning"));
        let seen = world.to("ken", "/profile", "ada").await.plain();
        assert!(seen.starts_with("ada\n") && !seen.contains("Learning"), "{seen}");
    }

    #[tokio::test]
    async fn nobody_finds_out_by_a_handle_whether_a_stranger_uses_the_bot() {
        const LINES: [&str; 5] = [
            "/profile user:@who",
            "/streak user:@who",
            "/matrix user:@who",
            "/badges user:@who",
            "/settings block:@who",
        ];
        let world = World::with_event("Read").await;
        let answers = async |whom: &str| {
            let mut answers = vec![];
            for line in LINES {
                let line = line.replace("who", whom);
                let said = world.naming_in_private("eve", &line, whom).await.plain();
                answers.push(said.replace(whom, "who"));
            }
            answers
        };
        let unknown = answers("zoe").await;
        assert!(
            unknown.iter().all(|said| said.starts_with("I have not met who yet.")),
            "{unknown:?}"
        );
        world.in_private("ada", "/event create title:Diary visibility:invite").await;
        world.say("host", "/event create title:Run visibility:public").await;
        world.say("ken", "/join Run").await;
        let panel = world.in_private("ken", "/privacy").await;
        world.tap("ken", &panel, "Hide me").await;
        for name in ["ada", "ken"] {
            assert_eq!(answers(name).await, unknown, "{name}");
        }
        // Who stands on a leaderboard that everybody sees is no secret.
        world.say("ada", "/join Run").await;
        let known = answers("ada").await;
        assert!(known.iter().all(|said| !said.starts_with("I have not met")), "{known:?}");
        // Nor is anybody with whom one shares an event.
        world.say("eve", "/join Run").await;
        let hidden = world.naming_in_private("eve", "/profile user:@ken", "ken").await.plain();
        assert_eq!(hidden, "ken keeps streaks private.");
    }
}
