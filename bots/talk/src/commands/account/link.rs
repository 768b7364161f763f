//! `/link`: one person on Discord and Telegram. A code made here is typed there, and then confirmed here.

use engine::{Error, Merge, PersonId};

use crate::command::{Command, Context, Kind, Param};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply};
use crate::view::link::{self, NO, YES};

pub const COMMAND: Command = Command {
    params: &[Param::new("code", "link-code", Kind::Text { length_max: 20 })],
    free: Some("code"),
    ..Command::new("link", "link-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    if let Some(pressed) = ctx.pressed_arg() {
        let (said, typist) = pressed.split_once('.').unwrap_or_default();
        return match (said, typist.parse()) {
            (YES, Ok(typist)) => confirm(ctx, typist).await,
            (NO, Ok(typist)) => refuse(ctx, typist).await,
            _ => match ctx.tries_too_often().await? {
                Some(wait) => Ok(wait),
                None => ask(ctx, pressed).await,
            },
        };
    }
    match ctx.arg("code") {
        Some(code) if ctx.is_overheard() => {
            ctx.engine().people().burn_link_code(code).await?;
            Ok(Reply::only(ctx.text("link-overheard", &[])))
        }
        Some(code) => match ctx.tries_too_often().await? {
            Some(wait) => Ok(wait),
            None => preview(ctx, code).await,
        },
        None => match ctx.engine().people().asked_link(ctx.person.id, ctx.now()).await? {
            Some(asked) => {
                Ok(link::question(ctx.engine(), ctx.words, &asked).await?.secret_if(true))
            }
            None => make(ctx).await,
        },
    }
}

async fn make(ctx: &Context<'_>) -> Result<Reply, Error> {
    let here = ctx.request.account.platform;
    let code = ctx.engine().people().link_code(ctx.person.id, here, ctx.now()).await?;
    Ok(Reply::only(ctx.text("link-made", &[("code", Arg::Ours(&code))])).secret_if(true))
}

/// What would happen, before anything does.
async fn preview(ctx: &Context<'_>, code: &str) -> Result<Reply, Error> {
    let Some(merge) = ctx.engine().people().preview_link(code, ctx.person.id, ctx.now()).await?
    else {
        return Ok(Reply::only(ctx.text("link-unknown", &[])));
    };
    if let Some(hindrance) = &merge.hindrance {
        return Ok(link::hindered(ctx.words, hindrance));
    }
    let text = ctx.text("link-preview", &[("name", Arg::Text(&merge.stays.name))]);
    let seen = link::seen(ctx.engine(), ctx.person.id, &merge).await?;
    let text = text.then(link::what_comes(ctx.words, &merge, &seen));
    let yes = CallbackId::new("link", None, code.trim());
    let yes = Button::press(ctx.words.plain("button-link-yes", &[]), yes).main();
    Ok(Reply::only(text).secret_if(true).with([yes]))
}

/// The typist wants it; now the maker of the code is asked.
async fn ask(ctx: &Context<'_>, code: &str) -> Result<Reply, Error> {
    let account = &ctx.request.account;
    let asked = ctx.engine().people().ask_link(code, ctx.person.id, account, ctx.now()).await?;
    Ok(match asked {
        Some(Merge { hindrance: Some(hindrance), .. }) => link::hindered(ctx.words, &hindrance),
        Some(merge) => {
            let platform = link::platform(ctx.words, merge.made_on);
            let args = [("platform", Arg::Text(&platform))];
            Reply::only(ctx.text("link-asked", &args)).replacing()
        }
        None => Reply::only(ctx.text("link-unknown", &[])),
    })
}

async fn confirm(ctx: &Context<'_>, typist: PersonId) -> Result<Reply, Error> {
    let asked = ctx.engine().people().asked_link(ctx.person.id, ctx.now()).await?;
    let asked = asked.filter(|asked| asked.merge.goes.id == typist);
    if let Some(hindrance) = asked.and_then(|asked| asked.merge.hindrance) {
        return Ok(link::hindered(ctx.words, &hindrance));
    }
    Ok(match ctx.engine().people().confirm_link(ctx.person.id, typist, ctx.now()).await? {
        Some(person) => link::done(ctx.words, &person.name).replacing(),
        None => Reply::only(ctx.text("link-over", &[])),
    })
}

async fn refuse(ctx: &Context<'_>, typist: PersonId) -> Result<Reply, Error> {
    let refused = ctx.engine().people().refuse_link(ctx.person.id, typist, ctx.now()).await?;
    let key = if refused { "link-refused" } else { "link-over" };
    Ok(Reply::only(ctx.text(key, &[])).replacing())
}

#[cfg(test)]
mod tests {
    use crate::message::Reply;
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_zone_that_was_chosen_goes_before_one_that_was_not_and_a_day_start_stays() {
        let world = World::new().await;
        world.in_private("ada", "/settings day_start:3").await;
        world.in_private("ada2.tg", "/timezone Tokyo").await;
        world.link("ada", "ada2.tg").await;
        let settings = world.in_private("ada", "/settings").await.plain();
        assert!(settings.contains("Asia/Tokyo"), "{settings}");
        assert!(settings.contains("03:00"), "{settings}");
    }

    #[tokio::test]
    async fn two_accounts_become_one_person_with_one_streak() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/event create visibility:public title:Run").await;
        for title in ["Read", "Run"] {
            world.say("ada", &format!("/join {title}")).await;
        }
        world.say("ada2.tg", "/join Read").await;
        world.say("ada", "/checkin Read").await;
        world.next_day();
        world.say("ada2.tg", "/checkin Read").await;
        let made = world.say("ada", "/link").await;
        assert!(made.contains("in a private chat"), "{made}");
        let code =
            made.split('“').nth(1).and_then(|rest| rest.split('”').next()).unwrap_or_default();
        assert_eq!(
            world.say("ada", &format!("/link {code}")).await,
            world.say("ada2.tg", "/link nonsense").await
        );
        let preview = world.reply_to("ada2.tg", &format!("/link {code}")).await;
        assert_eq!(
            preview.plain(),
            "If you agree, this account is joined with ada, and both share everything I keep about you.\nIn both: Read. Check-ins are merged; a day with both counts once.\nThe clock is then UTC. A language or setting that was chosen goes before one that was not; where both chose, the side that made the code decides, and in privacy the stricter choice counts."
        );
        let asked = world.press("ada2.tg", &preview, "Yes, link us").await;
        assert!(asked.starts_with("Almost done. Now say yes on Discord"), "{asked}");
        let notices = world.notices().await;
        let asks =
            |told: &&Reply| told.plain().starts_with("ada2 on Telegram says that they are you.");
        let asked = notices.iter().find(asks).expect("the maker is asked").clone();
        let stranger = world.press("eve", &asked, "Yes, that is me").await;
        assert_eq!(stranger, "Nobody is waiting for that (any more). /link begins anew.");
        let done = world.press("ada", &asked, "Yes, that is me").await;
        let told =
            "Done. From now on you are ada on both. If that is wrong, unlink the accounts again.";
        assert_eq!(done, told);
        assert!(world.told().await.iter().any(|line| line == told), "the other side hears of it");
        assert!(world.say("ada2.tg", "/streak Read").await.starts_with("Read: 2 days in a row"));
        assert!(world.say("ada2.tg", "/streak Run").await.starts_with("Run: at 0"));
        assert_eq!(
            world.press("ada2.tg", &preview, "Yes, link us").await,
            "This code does not work (any more). A code is good for ten minutes: /link makes a new one."
        );
        let which = world.reply_to("ada2.tg", "/unlink").await;
        assert_eq!(
            world.press("ada2.tg", &which, "Telegram · ada2 ✔").await,
            "This account is now on its own, with what it had brought and what was done with it since. The rest stays with ada."
        );
        // Each has its own day again.
        let of_one = world.say("ada2.tg", "/streak").await;
        assert!(of_one.contains("Read: 1 day in a row") && !of_one.contains("Run"), "{of_one}");
        assert!(world.say("ada", "/streak Read").await.starts_with("Read: 1 day in a row"));
        assert!(world.say("ada", "/streak Run").await.starts_with("Run: at 0"));
        assert_eq!(
            world.say("ada", "/unlink").await,
            "This is your only account. /privacy can erase everything."
        );
    }

    /// A code that somebody has just made.
    async fn code(world: &World, name: &str) -> String {
        let made = world.say(name, "/link").await;
        let code = made.split('“').nth(1).and_then(|rest| rest.split('”').next());
        code.unwrap_or_else(|| panic!("no code in {made}")).to_owned()
    }

    #[tokio::test]
    async fn a_code_that_others_could_read_is_worth_nothing() {
        let world = World::with_event("Read").await;
        let code = code(&world, "ken").await;
        let seen = world.where_answers_are_seen("ken2", &format!("/link {code}")).await;
        assert!(seen.plain().starts_with("Others read along here"), "{}", seen.plain());
        let stolen = world.say("grace.tg", &format!("/link {code}")).await;
        assert_eq!(
            stolen,
            "This code does not work (any more). A code is good for ten minutes: /link makes a new one."
        );
    }

    #[tokio::test]
    async fn a_code_typed_by_who_cannot_be_told_from_others_is_worth_nothing() {
        let world = World::with_event("Read").await;
        let code = code(&world, "ken").await;
        let typed = world.talk.overhear(&format!("/link {code}"), world.now).await;
        typed.expect("it is burnt");
        let stolen = world.say("grace.tg", &format!("/link {code}")).await;
        assert_eq!(
            stolen,
            "This code does not work (any more). A code is good for ten minutes: /link makes a new one."
        );
    }

    #[tokio::test]
    async fn who_is_not_the_maker_stays_somebody_else() {
        let world = World::with_event("Read").await;
        let code = code(&world, "ken").await;
        let preview = world.reply_to("grace.tg", &format!("/link {code}")).await;
        world.tap("grace.tg", &preview, "Yes, link us").await;
        // The question waits where the code was made, too.
        let question = world.reply_to("ken", "/link").await;
        assert!(
            question.secret
                && question.plain().starts_with("grace on Telegram says that they are you.")
        );
        let refused = world.press("ken", &question, "No, that is not me").await;
        assert_eq!(refused, "Good thing I asked. Nothing was linked.");
        let told = world.told().await;
        assert!(
            told.iter()
                .any(|told| told == "The other account says it is not yours. Nothing was linked."),
            "{told:?}"
        );
        assert_eq!(
            world.press("ken", &question, "Yes, that is me").await,
            "Nobody is waiting for that (any more). /link begins anew."
        );
        assert!(world.say("ken", "/unlink").await.starts_with("This is your only account"));
    }

    #[tokio::test]
    async fn either_side_can_part_the_other_one() {
        let world = World::with_event("Read").await;
        let code = code(&world, "ken").await;
        let preview = world.reply_to("grace.tg", &format!("/link {code}")).await;
        world.tap("grace.tg", &preview, "Yes, link us").await;
        let question = world.reply_to("ken", "/link").await;
        let done = world.tap("ken", &question, "Yes, that is me").await;
        let which = world.tap("ken", &done, "Unlink again").await;
        let parted = world.press("ken", &which, "Telegram · grace").await;
        assert_eq!(
            parted,
            "grace on Telegram is now on its own, with what it had brought and what was done there since. The rest stays with ken."
        );
        assert!(world.say("ken", "/unlink").await.starts_with("This is your only account"));
        assert!(world.say("grace.tg", "/streak").await.starts_with("You are not in any event yet"));
    }

    #[tokio::test]
    async fn a_yes_is_repeated_while_both_are_one_and_worth_nothing_once_they_are_apart() {
        let world = World::with_event("Read").await;
        let code = code(&world, "ken").await;
        let preview = world.in_private("grace.tg", &format!("/link {code}")).await;
        world.tap("grace.tg", &preview, "Yes, link us").await;
        let question = world.reply_to("ken", "/link").await;
        for _ in 0..2 {
            let done = world.press("ken", &question, "Yes, that is me").await;
            assert!(done.starts_with("Done. From now on you are ken on both."), "{done}");
        }
        let which = world.reply_to("ken", "/unlink").await;
        world.tap("ken", &which, "Telegram · grace").await;
        let over = world.press("ken", &question, "Yes, that is me").await;
        assert_eq!(over, "Nobody is waiting for that (any more). /link begins anew.");
    }

    #[tokio::test]
    async fn what_an_event_became_that_is_seen_no_more_is_counted_and_not_named() {
        for is_shared in [false, true] {
            let world = World::with_event("Read").await;
            let both = ["eve", "eve2.tg"];
            for name in if is_shared { &both[..] } else { &both[..1] } {
                world.say(name, "/join Read").await;
                world.say(name, "/checkin Read").await;
                let sure = world.reply_to(name, "/leave Read").await;
                world.tap(name, &sure, "Leave").await;
            }
            let line = "/event edit event:Read visibility:invite title:Okapi";
            assert!(world.say("host", line).await.contains("Okapi"));
            let code = code(&world, "eve2.tg").await;
            let preview = world.in_private("eve", &format!("/link {code}")).await;
            world.tap("eve", &preview, "Yes, link us").await;
            let question = world.in_private("eve2.tg", "/link").await;
            let told = world.told().await;
            let asked = told.iter().find(|said| said.starts_with("eve on Discord says"));
            let asked = asked.unwrap_or_else(|| panic!("nobody is asked: {told:?}"));
            for said in [&preview.plain(), &question.plain(), asked] {
                let counted = "One event is part of it that you cannot see here.";
                assert!(said.contains(counted) && !said.contains("Okapi"), "{said}");
            }
            let done = world.press("eve2.tg", &question, "Yes, that is me").await;
            assert!(done.starts_with("Done."), "{done}");
        }
    }

    #[tokio::test]
    async fn what_was_chosen_on_either_side_goes_before_what_was_not() {
        let world = World::with_event("Read").await;
        for line in ["/timezone Tokyo", "/settings quiet:22:00-7", "/privacy hide"] {
            world.in_private("ada2.tg", line).await;
        }
        world.in_private("ada", "/settings nudges:no").await;
        world.link("ada", "ada2.tg").await;
        let panel = world.in_private("ada", "/settings").await.plain();
        for kept in ["Tokyo", "22:00–07:00", "On leaderboards: no"] {
            assert!(panel.contains(kept), "no {kept} in {panel}");
        }
        let words = world.in_private("ada2.tg", "/settings").await;
        let labels: Vec<&str> =
            words.buttons.iter().flatten().map(|button| button.label.as_str()).collect();
        assert!(labels.contains(&"Allow nudges"), "{labels:?}");
    }

    #[tokio::test]
    async fn one_person_has_one_account_on_each_platform() {
        let world = World::with_event("Read").await;
        let code = code(&world, "ken").await;
        let refused = world.reply_to("grace", &format!("/link {code}")).await;
        let said = refused.plain();
        assert!(
            said.starts_with("Nothing is linked: both sides have an account on Discord"),
            "{said}"
        );
        assert!(refused.secret && refused.buttons.is_empty());
        // The code is as good as it was.
        let preview = world.say("grace.tg", &format!("/link {code}")).await;
        assert!(preview.starts_with("If you agree"), "{preview}");
    }

    #[tokio::test]
    async fn two_results_of_a_contest_do_not_become_one() {
        let mut world = World::new().await;
        world.say("host", "/event create visibility:public title:Race mode:contest").await;
        for name in ["ada", "ada2.tg"] {
            world.in_private(name, "/join Race").await;
            world.in_private(name, "/checkin Race").await;
        }
        world.next_day();
        world.in_private("ada2.tg", "/checkin Race").await;
        let code = code(&world, "ada").await;
        let preview = world.in_private("ada2.tg", &format!("/link {code}")).await.plain();
        assert!(preview.contains("both sides take part in Race"), "{preview}");
        let sure = world.in_private("ada2.tg", "/leave Race").await;
        world.tap("ada2.tg", &sure, "Leave").await;
        let preview = world.in_private("ada2.tg", &format!("/link {code}")).await.plain();
        assert!(preview.contains("A contest that both were in: Race."), "{preview}");
        world.link("ada", "ada2.tg").await;
        let streak = world.in_private("ada", "/streak Race").await.plain();
        assert!(streak.starts_with("Race: 1 day in a row"), "{streak}");
    }
}
