//! `/email`: an address to be written to, also when both chats are closed.

use engine::{Email, Error};

use crate::command::{Command, Context, Kind, Param};
use crate::locale::Arg;
use crate::locale::is_off;
use crate::message::{Button, CallbackId, Reply};

/// The longest address that mail can go to (RFC 5321, 4.5.3.1.3).
const ADDRESS_MAX: usize = 254;
const LOCAL_PART_MAX: usize = 64;

pub const COMMAND: Command = Command {
    params: &[Param::new("address", "email-address", Kind::Text { length_max: ADDRESS_MAX })],
    free: Some("address"),
    alone: true,
    ..Command::new("email", "email-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let (people, person) = (ctx.engine().people(), ctx.person.id);
    let reply = match ctx.pressed_arg().or(ctx.arg("address")) {
        _ if !ctx.talk.has_mail => Reply::only(ctx.text("email-unavailable", &[])),
        None => state(ctx, people.email(person).await?),
        Some(words) if is_off(words) => {
            people.forget_email(person).await?;
            Reply::only(ctx.text("email-off", &[]))
        }
        Some(words) => match address(words) {
            None => Reply::only(ctx.text("email-bad", &[("words", Arg::Text(words))])),
            Some(address) => {
                let is_sent = people.ask_email(person, address, ctx.now()).await?;
                let key = if is_sent { "email-sent" } else { "email-too-often" };
                Reply::only(ctx.text(key, &[("address", Arg::Text(address))]))
            }
        },
    };
    // Nobody else needs to know an address.
    Ok(reply.secret_if(true))
}

fn state(ctx: &Context<'_>, email: Option<Email>) -> Reply {
    let Some(email) = email else { return Reply::only(ctx.text("email-none", &[])) };
    let line = |key: &str, address: &Option<String>| {
        address.as_deref().map(|address| ctx.text(key, &[("address", Arg::Text(address))]))
    };
    let lines = [line("email-shown", &email.address), line("email-wanted", &email.wanted)];
    let text = lines.into_iter().flatten().reduce(|text, line| text.then(line));
    let off = Button::press(
        ctx.words.plain("button-email-off", &[]),
        CallbackId::new("email", None, "off"),
    );
    Reply::only(text.unwrap_or_else(|| ctx.text("email-none", &[]))).with([off])
}

/// An address that mail can go to: a name, and a domain with a dot. Whether it is right, the mail shows.
fn address(words: &str) -> Option<&str> {
    let address = words.trim().trim_start_matches("mailto:").trim_matches(['<', '>']);
    let (local, domain) = address.rsplit_once('@')?;
    // Few servers take other letters; a domain with some has a name without them.
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let is_dotted = |text: &str| text.split('.').all(|part| !part.is_empty());
    let is_host = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    let fits = address.len() <= ADDRESS_MAX
        && local.len() <= LOCAL_PART_MAX
        && local.chars().all(is_plain)
        && is_dotted(local)
        && domain.chars().all(is_host)
        && is_dotted(domain)
        && domain.contains('.')
        && !domain.split('.').any(|part| part.starts_with('-') || part.ends_with('-'));
    fits.then_some(address)
}

#[cfg(test)]
mod tests {
    use engine::Platform;

    use super::address;
    use crate::message::{ButtonAction, Reply};
    use crate::testing::world::World;

    /// What the link of a button ends in.
    fn code(reply: &Reply) -> String {
        let button = reply.buttons.iter().flatten().next().expect("a button");
        let ButtonAction::Link(link) = &button.action else { panic!("a link") };
        link.rsplit('/').next().expect("a path").to_owned()
    }

    /// The link that was sent to an address most recently.
    async fn mailed(world: &World) -> Reply {
        world.last_notice().await
    }

    #[test]
    fn what_may_be_an_address() {
        for good in [
            "ada@example.org",
            "a.b+c@mail.example.org",
            "<ada@example.org>",
            "joerg@xn--exmple-cua.de",
        ] {
            assert!(address(good).is_some(), "{good}");
        }
        for bad in [
            "ada",
            "jörg@exämple.de",
            "ada@",
            "@example.org",
            "ada@localhost",
            "a b@example.org",
            "ada@exa mple.org",
            "ada@example..org",
            ".ada@example.org",
            "ada@-example.org",
            "a@b@example.org\r\nBcc: x@y.z",
            "\"ada\"@example.org",
            "ada@example.org>,<bob@example.org",
        ] {
            assert_eq!(address(bad), None, "{bad}");
        }
        assert_eq!(address(&format!("{}@example.org", "a".repeat(65))), None);
    }

    #[tokio::test]
    async fn an_address_counts_once_it_is_confirmed() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        let refused = world.say("ada", "/remind at:20:00 via:email").await;
        assert!(refused.contains("/email"), "{refused}");
        let sent = world.say("ada", "/email ada@example.org").await;
        assert!(sent.contains("ada@example.org"), "{sent}");
        let refused = world.say("ada", "/remind at:20:00 via:email").await;
        assert!(refused.contains("/email"), "{refused}");
        let code = code(&mailed(&world).await);
        let people = world.talk.engine.people();
        assert!(people.confirm_email("wrong", world.now).await.unwrap().is_none());
        assert!(people.confirm_email(&code, world.now).await.unwrap().is_some());
        // A link works once.
        assert!(people.confirm_email(&code, world.now).await.unwrap().is_none());
        let set = world.say("ada", "/remind at:20:00 via:email").await;
        assert!(set.starts_with("I will remind you of Read at 20:00"), "{set}");
        assert!(world.say("ada", "/email").await.contains("ada@example.org"));
    }

    #[tokio::test]
    async fn the_link_goes_to_the_address_alone() {
        let world = World::with_event("Read").await;
        world.say("ada", "/email ada@example.org").await;
        let told = world.told_where().await;
        assert!(told.iter().all(|(at, _)| at == "ada@example.org"), "{told:?}");
        assert_eq!(told.len(), 1);
    }

    #[tokio::test]
    async fn a_new_address_takes_the_place_of_the_old_one_when_it_is_confirmed() {
        let world = World::with_event("Read").await;
        let people = world.talk.engine.people();
        for address in ["old@example.org", "new@example.org"] {
            world.say("ada", &format!("/email {address}")).await;
            let code = code(&mailed(&world).await);
            assert!(people.confirm_email(&code, world.now).await.unwrap().is_some());
        }
        let ada = people.find(Platform::Discord, "ada").await.unwrap().unwrap();
        let place = world.talk.engine.communities().private_destination(ada.id, Platform::Email);
        assert_eq!(place.await.unwrap().unwrap().address, "new@example.org");
    }

    #[tokio::test]
    async fn nobodys_mailbox_is_flooded() {
        let world = World::with_event("Read").await;
        for n in 0..3 {
            let sent = world.say("ada", &format!("/email ada{n}@example.org")).await;
            assert!(sent.contains("example.org"), "{sent}");
        }
        let refused = world.say("ada", "/email ada4@example.org").await;
        assert!(refused.contains("tomorrow"), "{refused}");
        for name in ["ben", "cleo", "dan"] {
            world.say(name, "/email victim@example.org").await;
        }
        let refused = world.say("eve", "/email victim@example.org").await;
        assert!(refused.contains("tomorrow"), "{refused}");
    }

    #[tokio::test]
    async fn whoever_stops_mail_hears_by_chat_again() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.say("ada", "/email ada@example.org").await;
        let people = world.talk.engine.people();
        let code = code(&mailed(&world).await);
        people.confirm_email(&code, world.now).await.unwrap();
        world.say("ada", "/remind at:20:00 via:email").await;
        let ada = people.find(Platform::Discord, "ada").await.unwrap().unwrap();
        let leave = people.email(ada.id).await.unwrap().unwrap().leave_code;
        assert!(people.leave_email(&leave).await.unwrap());
        assert!(!people.leave_email(&leave).await.unwrap());
        assert!(world.say("ada", "/email").await.contains("no e-mail address"));
        let told = world.notices_at("2026-03-01T20:00:30Z").await;
        assert!(told.iter().any(|told| told.contains("Read")), "{told:?}");
    }

    #[tokio::test]
    async fn an_address_that_nobody_confirms_is_forgotten() {
        let mut world = World::new().await;
        world.say("ada", "/email stranger@example.org").await;
        world.next_day();
        world.now = world.now.plus_s(1);
        world.talk.engine.schedule().forget_old(world.now).await.unwrap();
        let ada = world.talk.engine.people().find(Platform::Discord, "ada").await.unwrap().unwrap();
        let kept = world.talk.engine.people().export(ada.id, world.now).await.unwrap();
        assert!(!kept.to_string().contains("stranger"), "{kept}");
    }

    #[tokio::test]
    async fn where_no_chat_can_be_reached_mail_is_the_way() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        world.in_private("ada", "/email ada@example.org").await;
        let code = code(&mailed(&world).await);
        world.talk.engine.people().confirm_email(&code, world.now).await.unwrap();
        world.say("ada", "/remind at:20:00 via:dm last:no").await;
        world.closes_messages("ada").await;
        // From noon on.
        world.now = world.now.plus_s(8 * 3600 + 30);
        let told = world.told_where().await;
        let addresses: Vec<&str> = told.iter().map(|(address, _)| address.as_str()).collect();
        assert_eq!(addresses, ["ada@example.org"], "{told:?}");
    }

    #[tokio::test]
    async fn what_waits_for_a_host_or_was_done_for_a_member_comes_by_mail_where_no_chat_is_open() {
        let world = World::new().await;
        world.say("host", "/event create Club approval:yes").await;
        for name in ["host", "deb"] {
            world.in_private(name, &format!("/email {name}@example.org")).await;
            let code = code(&mailed(&world).await);
            world.talk.engine.people().confirm_email(&code, world.now).await.unwrap();
            world.closes_messages(name).await;
        }
        world.say("ada", "/join Club").await;
        world.to_as_manager("boss", "/admin moderator", "deb").await;
        let told = world.told_where().await;
        for address in ["host@example.org", "deb@example.org"] {
            assert!(told.iter().any(|(at, _)| at == address), "{address}: {told:?}");
        }
    }
}
