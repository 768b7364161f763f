//! `/cheer`: a kind word for somebody, once a day.

use engine::{Error, EventId, Topic};

use crate::command::{Args, Command, Context, Kind, Other, Param, pick_person};
use crate::locale::Arg;
use crate::message::{Reply, clean};
use crate::view::buttons::{self, AMONG_OTHERS, COUNTED};

const WORDS_MAX: usize = 100;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("user", "cheer-user", Kind::Person),
        Param::new("words", "cheer-words", Kind::Text { length_max: WORDS_MAX }),
    ],
    free: Some("user"),
    rest: Some("words"),
    public: true,
    menu: Some("menu-cheer"),
    ..Command::new("cheer", "cheer-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    // A name may have several words.
    let is_whole = matches!(ctx.other("user").await?, Other::Known(_) | Other::Several(_));
    let ctx = &ctx.with_args(if is_whole { ctx.args.clone() } else { apart(ctx) });
    if matches!(ctx.other("user").await?, Other::Nobody) {
        return Ok(Reply::only(ctx.text("cheer-whom", &[])));
    }
    let whom = match pick_person::peer(ctx).await? {
        Ok(person) => person,
        Err(reply) => return Ok(reply),
    };
    if whom.id == ctx.person.id {
        return Ok(Reply::only(ctx.text("cheer-self", &[])));
    }
    let name = [("name", Arg::Text(&whom.name))];
    if pick_person::is_silenced(ctx, ctx.person.id).await? {
        return Ok(Reply::only(ctx.text("silenced-here", &[])));
    }
    if !ctx.engine().people().takes_cheers(whom.id, ctx.person.id).await? {
        return Ok(Reply::only(ctx.text("cheer-off", &name)));
    }
    if pick_person::is_silenced(ctx, whom.id).await? {
        return Ok(Reply::only(ctx.text("cheer-not-here", &name)));
    }
    let day = ctx.engine().people().day(ctx.person.id, ctx.now()).await?;
    let event = ctx.pressed_event().unwrap_or(EventId(0));
    let pair = (ctx.person.id, whom.id);
    let names = [("from", Arg::Text(&ctx.person.name)), ("to", Arg::Text(&whom.name))];
    let words = clean(ctx.arg("words").unwrap_or_default(), WORDS_MAX);
    let what = (event, words.as_str(), ctx.request.key.as_str());
    let cheered = ctx.engine().people().cheer(pair, what, day, ctx.now()).await?;
    let Some(today) = cheered else {
        return Ok(Reply::only(ctx.text("cheer-again", &names)));
    };
    // In private the one who is cheered for would not hear of it.
    if ctx.place().is_private() {
        let topic = Topic::Cheer { event, from: ctx.person.id, to: whom.id };
        let key = format!("cheer:{}:{}:{}", ctx.person.id, whom.id, day.0);
        let is_sent = ctx.tell_person(whom.id, topic, &key).await?;
        let key = if is_sent { "cheer-sent" } else { "cheer-kept" };
        return Ok(Reply::only(ctx.text(key, &names[1..])));
    }
    if ctx.pressed_arg().is_some_and(|arg| arg.starts_with(AMONG_OTHERS)) {
        return Ok(Reply::only(ctx.text("cheer-done", &names)));
    }
    if ctx.press.is_some() && ctx.pressed_arg().is_some_and(|arg| arg.starts_with(COUNTED)) {
        return Ok(Reply { rebuttons: true, ..Reply::only(ctx.text("cheer-done", &names)) }
            .with(buttons::cheer(ctx.place_words().await?, ctx.pressed_event(), whom.id, today)));
    }
    let ctx = &ctx.for_all().await?;
    let mut text = ctx.text("cheer-done", &names);
    if !words.is_empty() {
        text = text.then(ctx.text("cheer-quote", &[("words", Arg::Text(&words))]));
    }
    Ok(Reply::open(text).with(buttons::cheer(ctx.words, None, whom.id, today)))
}

/// `@ada well done` names a person and says the rest.
fn apart(ctx: &Context<'_>) -> Args {
    let (Some(typed), None) = (ctx.arg("user"), ctx.arg("words")) else {
        return ctx.args.clone();
    };
    let (user, words) = ctx.person_first(typed);
    let user = user.trim_end_matches([',', ':']);
    vec![("user".to_owned(), user.to_owned()), ("words".to_owned(), words.to_owned())]
}

#[cfg(test)]
mod tests {
    use crate::message::{ButtonAction, CallbackId};
    use crate::testing::world::{World, press_under};

    #[tokio::test]
    async fn one_cheer_a_day_for_each_other() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        let cheer = world.to("ken", "/cheer words:\"well done\"", "ada").await;
        assert_eq!(cheer.plain(), "👏 ken cheers for ada.\n“well done”");
        assert_eq!(
            world.to("ken", "/cheer", "ada").await.plain(),
            "You already cheered for ada today. Tomorrow is another day."
        );
        let too = world.tap("eve", &cheer, "👏 Cheer too (1)").await;
        assert_eq!((too.plain().as_str(), too.rebuttons), ("👏 eve cheers for ada.", true));
        let more = world.tap("zoe", &too, "👏 Cheer too (2)").await;
        assert_eq!(more.buttons[0][0].label, "👏 Cheer too (3)");
        let again = world.tap("zoe", &more, "👏 Cheer too (3)").await;
        assert!(again.plain().starts_with("You already cheered for ada") && !again.rebuttons);
        // Whoever taps it, it stays in the language of the place.
        world.as_manager("boss", "/admin setup language:de").await;
        let more = world.tap("max", &more, "👏 Cheer too (3)").await;
        assert!(more.buttons[0][0].label.ends_with("(4)"), "{more:?}");
        assert_ne!(more.buttons[0][0].label, "👏 Cheer too (4)");
        world.next_day();
        // So is what everybody reads.
        let german = world.to("ken", "/cheer", "ada").await.plain();
        assert!(german.starts_with('👏') && !german.contains("cheers"), "{german}");
        assert_eq!(world.to("ada", "/cheer", "ada").await.plain(), "A cheer is for somebody else.");
        assert!(world.say("ken", "/cheer").await.starts_with("Who should I cheer for?"));
    }

    #[tokio::test]
    async fn a_cheer_from_afar_comes_with_its_words() {
        let world = World::with_event("Read").await;
        for name in ["ada", "ken"] {
            world.say(name, "/join").await;
        }
        let sent = world.to_in_private("ken", "/cheer words:\"keep going\"", "ada").await;
        assert_eq!(sent.plain(), "I passed your cheer on to ada.");
        assert_eq!(world.told().await, ["👏 ken cheers for you.\n“keep going”"]);
    }

    #[tokio::test]
    async fn whom_one_shares_nothing_with_is_as_unknown_as_whom_nobody_met() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        let stranger = world.to_in_private("ken", "/cheer", "ada").await.plain();
        assert_eq!(stranger, "I have not met ada yet. We meet when they use their first command.");
        assert_eq!(stranger, world.to_in_private("ken", "/nudge", "ada").await.plain());
        let unknown = world.to_in_private("ken", "/cheer", "zoe").await.plain();
        assert_eq!(stranger.replace("ada", "zoe"), unknown);
        // In this place ada is in an event.
        let here = world.naming("ken", "/cheer @ada", "ada").await.plain();
        assert_eq!(here, "👏 ken cheers for ada.");
        world.say("eve", "/join").await;
        let sent = world.to_in_private("eve", "/cheer", "ada").await.plain();
        assert_eq!(sent, "I passed your cheer on to ada.");
    }

    #[tokio::test]
    async fn a_button_brings_nobody_near_whom_its_place_does_not_know() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        let cheer = world.to("ken", "/cheer", "ada").await;
        let press = press_under(&cheer, "👏 Cheer too (1)").expect("a button");
        let (verb, whom) = press.split_once("p~").expect("it names ada");
        let event = world.card.buttons.iter().flatten().find_map(|button| match &button.action {
            ButtonAction::Callback(press) => press.event,
            ButtonAction::Link(_) => None,
        });
        let milestone = CallbackId::new("cheer", event, &format!("p~{whom}")).to_string();
        for press in [press.clone(), format!("{verb}p~~{whom}"), milestone] {
            let stranger = world.presses_in_another_group("eve", &press).await.plain();
            assert!(!stranger.contains("ada"), "{press}: {stranger}");
        }
        let too = world.tap("eve", &cheer, "👏 Cheer too (1)").await;
        assert!(too.rebuttons, "where ada is known she may: {}", too.plain());
    }

    #[tokio::test]
    async fn who_wants_no_cheers_gets_none_from_anybody() {
        let world = World::with_event("Read").await;
        for name in ["ada", "ken"] {
            world.say(name, "/join").await;
        }
        world.to_in_private("ken", "/cheer", "ada").await;
        assert_eq!(
            world.say("ada", "/settings cheers:off").await,
            "Nobody can cheer for you any more."
        );
        assert_eq!(world.told().await, Vec::<String>::new(), "nor is what was on its way told");
        let off = "ada does not want to be cheered for.";
        assert_eq!(world.to("eve", "/cheer", "ada").await.plain(), off);
        assert_eq!(world.to_in_private("ken", "/cheer", "ada").await.plain(), off);
        assert_eq!(world.say("ada", "/settings cheers:yes").await, "Friends may cheer for you.");
        assert_eq!(world.to("eve", "/cheer", "ada").await.plain(), "👏 eve cheers for ada.");
    }

    #[tokio::test]
    async fn the_first_word_is_the_person_and_the_rest_is_said() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        let cheer = world.naming("ken", "/cheer @ada, well done", "ada").await;
        assert_eq!(cheer.plain(), "👏 ken cheers for ada.\n“well done”");
        let unknown = world.say("ken", "/cheer zoe well done").await;
        assert_eq!(unknown, "I have not met zoe yet. We meet when they use their first command.");
    }

    #[tokio::test]
    async fn words_that_are_named_leave_the_person_as_written() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        let cheer = world.naming("ken", "/cheer @ada words:\"well done\"", "ada").await;
        assert_eq!(cheer.plain(), "👏 ken cheers for ada.\n“well done”");
    }

    #[tokio::test]
    async fn whoever_has_no_handle_is_mentioned_by_name() {
        let world = World::with_event("Read").await;
        world.say("Ada Lovelace", "/join").await;
        for (from, line) in [
            ("ken", "/cheer @ada lovelace well done"),
            ("eve", "/cheer Ada well done"),
            ("zoe", "/cheer Ada Lovelace words:\"well done\""),
        ] {
            let cheer = world.naming(from, line, "Ada Lovelace").await;
            let want = format!("👏 {from} cheers for Ada Lovelace.\n“well done”");
            assert_eq!(cheer.plain(), want, "{line}");
        }
        let streak = world.naming("ken", "/streak user:Ada", "Ada Lovelace").await;
        assert!(streak.plain().contains("Ada Lovelace"), "{}", streak.plain());
        let part = world.naming("max", "/cheer Ad well done", "Ada Lovelace").await;
        assert_eq!(
            part.plain(),
            "I have not met Ad yet. We meet when they use their first command."
        );
    }
}
