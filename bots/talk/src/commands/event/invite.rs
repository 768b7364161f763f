//! `/event invite`: codes that let people in, an invitation for everybody who reads along, and an end to codes.

use engine::{Error, Event, Invite, Record};

use crate::command::pick_event::{self, Chosen};
use crate::command::{Command, Context, Kind, Param, Who, pick_person};
use crate::locale::{Arg, Words};
use crate::message::{Button, CallbackId, Reply, Text};
use crate::parse::number;
use crate::view::{event_card, pictures};

const DAYS_MAX: i64 = 90;
const USES_MAX: i64 = 1000;
/// Codes in a list, and how many of them have their buttons in one row.
const SHOWN: usize = 12;
const IN_A_ROW: usize = 4;
/// What stands in a button before the code that is to be posted, and before the mark of one to revoke.
const POST: &str = "p_";
const REVOKE: &str = "r_";

pub const COMMAND: Command = Command {
    params: &[
        Param::new("event", "invite-event", Kind::Event(Who::Seen)),
        Param::new("days", "invite-days", Kind::Text { length_max: 3 }),
        Param::new("uses", "invite-uses", Kind::Text { length_max: 4 }),
        Param::new("here", "invite-here", Kind::OneOf(&["yes", "no"])),
    ],
    free: Some("event"),
    ..Command::new("event invite", "invite-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let event = match pick_event::event(ctx, Who::Seen, "event-invite").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    if !ctx.hosts(&event).await? {
        return Ok(Reply::only(ctx.text("host-only", &[])));
    }
    let pressed = ctx.pressed_arg().unwrap_or_default();
    if pressed == "revoke" {
        let revoked = ctx.engine().events().revoke_invites(event.id).await?;
        return Ok(Reply::only(gone(ctx, revoked)).replacing());
    }
    if pressed == "codes" {
        return codes(ctx, &event).await.map(Reply::showing);
    }
    if let Some(mark) = pressed.strip_prefix(REVOKE) {
        let revoked = ctx.engine().events().revoke_invite(event.id, mark).await?;
        let left = codes(ctx, &event).await?;
        let text = gone(ctx, revoked).then(left.text);
        return Ok(Reply { text, ..left }.replacing());
    }
    match pressed.strip_prefix(POST) {
        Some(code) => post(ctx, &event, code).await,
        None => make(ctx, &event).await,
    }
}

/// A new code, for its host to hand on or to post here at once.
async fn make(ctx: &Context<'_>, event: &Event) -> Result<Reply, Error> {
    let number = |name: &str, usual: i64, most: i64| match ctx.arg(name) {
        None => Some(usual),
        Some(words) => number::alone(words).map(i64::from).filter(|n| (1..=most).contains(n)),
    };
    let (Some(days), Some(uses)) = (number("days", 7, DAYS_MAX), number("uses", 100, USES_MAX))
    else {
        return Ok(Reply::only(ctx.text("invite-bad", &[])));
    };
    let posts = ctx.arg("here") == Some("yes");
    // A code that nobody would see counts as one that works.
    if posts && let Some(refusal) = kept_out(ctx, event).await? {
        return Ok(refusal);
    }
    let most = i64::from(ctx.engine().limits().settings().open_codes);
    if most > 0
        && ctx.engine().events().invites(event.id, ctx.now(), most).await?.len() as i64 >= most
    {
        let many = Reply::only(ctx.text("invite-too-many", &[("title", Arg::Text(&event.title))]));
        let codes = button(ctx, event, "button-codes", "codes");
        return Ok(many.with([codes]).secret_if(true));
    }
    let code =
        ctx.engine().events().invite_for(event.id, ctx.person.id, days, uses, ctx.now()).await?;
    if posts {
        return post(ctx, event, &code).await;
    }
    let args = [
        ("title", Arg::Text(&event.title)),
        ("code", Arg::Ours(&code)),
        ("days", Arg::Number(days.unsigned_abs())),
        ("uses", Arg::Number(uses.unsigned_abs())),
    ];
    let address = format!("{}/join/{code}", ctx.talk.public_url);
    let made = ctx.text("invite-made", &args);
    let made = made.then(ctx.text("invite-link", &[("address", Arg::Link(&address))]));
    let mut row: Vec<Button> = link(ctx, ctx.words, &code).into_iter().collect();
    // Where a place has no private answers, this one is read elsewhere, and a button knows no way back.
    let is_here = !ctx.place().is_private() && ctx.place().opens_private;
    let text = if is_here { made } else { made.then(ctx.text("invite-post-how", &args[..1])) };
    if is_here {
        row.push(button(ctx, event, "button-post-invite", &format!("{POST}{code}")));
    }
    row.push(button(ctx, event, "button-codes", "codes"));
    row.push(button(ctx, event, "button-revoke", "revoke").danger());
    Ok(pictures::framed(event.id, Reply::only(text).with(row).secret_if(true)))
}

/// Why nobody is invited here by whoever asks; none where they may be.
async fn kept_out(ctx: &Context<'_>, event: &Event) -> Result<Option<Reply>, Error> {
    let Some(community) = &ctx.community else {
        return Ok(Some(ctx.outside("announce-private")));
    };
    let text = if pick_person::is_silenced(ctx, ctx.person.id).await? {
        ctx.text("silenced-here", &[])
    } else if ctx.engine().communities().silences_event(community.id, event.id).await? {
        ctx.text("announce-silenced", &[("title", Arg::Text(&event.title))])
    } else {
        return Ok(None);
    };
    Ok(Some(Reply::only(text).secret_if(true)))
}

/// Invites everybody who reads along. That tells of the event who may know nothing of it, which is for its host to
/// decide.
async fn post(ctx: &Context<'_>, event: &Event, code: &str) -> Result<Reply, Error> {
    if let Some(refusal) = kept_out(ctx, event).await? {
        return Ok(refusal);
    }
    if !ctx.engine().events().is_invite(event.id, code, ctx.now()).await? {
        return Ok(Reply::only(ctx.text("join-code-unknown", &[])));
    }
    ctx.engine().events().post_invite(code).await?;
    let community = ctx.community.as_ref().map(|community| community.id);
    let record = Record { community, event: Some(event.id) };
    let entry = ("invite", None, "");
    ctx.engine().communities().record_audit(record, ctx.person.id, entry, ctx.now()).await?;
    let words = ctx.place_words().await?;
    let title = event_card::titled(event);
    let args = [("name", Arg::Text(&ctx.person.name)), ("title", Arg::Text(&title))];
    let text = words.text("invite-posted", &args);
    let row = [event_card::code_button(words, code)].into_iter().chain(link(ctx, words, code));
    let text = text.then(event_card::below_title(words, event, ctx.now()));
    Ok(pictures::framed(event.id, Reply::open(text).with(row)))
}

/// The codes that still work, to be revoked one by one. They go by number and day, since they themselves are not kept.
async fn codes(ctx: &Context<'_>, event: &Event) -> Result<Reply, Error> {
    let title = [("title", Arg::Text(&event.title))];
    let mut invites = ctx.engine().events().invites(event.id, ctx.now(), SHOWN as i64 + 1).await?;
    let is_cut = invites.len() > SHOWN;
    invites.truncate(SHOWN);
    let new = button(ctx, event, "button-invite", "");
    if invites.is_empty() {
        let none = Reply::only(ctx.text("invite-codes-none", &title));
        return Ok(none.with([new]).secret_if(true));
    }
    let mut text = ctx.text("invite-codes", &title);
    let mut buttons = vec![];
    for (n, invite) in (1_u64..).zip(&invites) {
        text = text.then(line(ctx, n, invite));
        let label = ctx.words.plain("button-revoke-one", &[("n", Arg::Number(n))]);
        let press =
            CallbackId::new("event-invite", Some(event.id), &format!("{REVOKE}{}", invite.mark));
        buttons.push(Button::press(label, press));
    }
    if is_cut {
        text = text.then(ctx.text("invite-codes-more", &[]));
    }
    let reply = pictures::framed(event.id, Reply::only(text).secret_if(true));
    let reply = buttons.chunks(IN_A_ROW).fold(reply, |reply, row| reply.with(row.to_vec()));
    Ok(reply.with([new, button(ctx, event, "button-revoke", "revoke").danger()]))
}

fn line(ctx: &Context<'_>, n: u64, invite: &Invite) -> Text {
    let setting = ctx.person.setting;
    let made = ctx.words.day(setting.day_of(invite.made_at), setting.day_of(ctx.now()));
    let until = invite.expires_at.utc().with_timezone(&setting.zone);
    let until = ctx.words.moment(until.naive_local(), setting.day_of(ctx.now()));
    let args = [
        ("n", Arg::Number(n)),
        ("made", Arg::Text(&made)),
        ("until", Arg::Time(invite.expires_at, &until)),
        ("uses", Arg::Number(invite.uses_left)),
    ];
    ctx.text("invite-codes-line", &args)
}

fn gone(ctx: &Context<'_>, revoked: u64) -> Text {
    ctx.text("invite-revoked", &[("n", Arg::Number(revoked))])
}

/// A way in by a private chat, where the platform has one.
fn link(ctx: &Context<'_>, words: Words, code: &str) -> Option<Button> {
    let link = ctx.place().deep_link.as_ref()?;
    let label = words.plain("button-invite-link", &[]);
    Some(Button::link(label, format!("{link}j_{code}")))
}

fn button(ctx: &Context<'_>, event: &Event, label: &str, arg: &str) -> Button {
    Button::press(ctx.words.plain(label, &[]), CallbackId::new("event-invite", Some(event.id), arg))
}

#[cfg(test)]
mod tests {
    use crate::message::ButtonAction;
    use crate::message::Input;
    use crate::message::Place;
    use crate::message::Reply;
    use crate::message::Request;
    use crate::testing::world::World;
    use engine::Account;
    use engine::CommunityAddress;
    use engine::Platform;

    fn labels(reply: &Reply) -> Vec<&str> {
        reply.buttons.iter().flatten().map(|button| button.label.as_str()).collect()
    }

    /// What is answered in a Telegram group, where nothing can be said to one person alone.
    async fn on_telegram(world: &World, line: &str) -> Reply {
        let account = Account {
            platform: Platform::Telegram,
            external_id: "ada".to_owned(),
            name: "ada".to_owned(),
            handle: None,
            locale: Some("en".to_owned()),
        };
        let group = CommunityAddress {
            platform: Platform::Telegram,
            external_id: "-100".to_owned(),
            name: "Group".to_owned(),
            locale: None,
        };
        let place = Place {
            community: Some(group),
            address: "-100".to_owned(),
            thread: String::new(),
            private_address: "ada".to_owned(),
            opens_private: false,
            deep_link: Some("https://t.me/bot?start=".to_owned()),
            takes_location: false,
            is_on_web: false,
            is_program: false,
            is_guest: false,
            locale: None,
        };
        let request = Request {
            key: format!("telegram:{line}"),
            account,
            place,
            said: Input::Line(line.to_owned()),
            named: vec![],
            present: vec![],
            replied_to: None,
            files: vec![],
            manages: false,
            grants: vec![],
            bot_rights: vec![],
            is_stray: false,
            sent_at: None,
            unheard_since: None,
            now: world.now,
        };
        world.talk.answer(&request).await.unwrap().unwrap()
    }

    #[tokio::test]
    async fn one_code_of_several_is_revoked_by_its_number() {
        let mut world = World::new().await;
        world.say("ada", "/event create title:Run").await;
        let first = world.say("ada", "/event invite event:Run uses:1 days:3").await;
        world.next_day();
        let made = world.reply_to("ada", "/event invite event:Run").await;
        let codes = world.tap("ada", &made, "Codes").await;
        assert_eq!(
            codes.plain(),
            "Codes of Run that still work:\n\
             1. Made on Sun 1 Mar, valid until Wed 4 Mar 12:00, for 1 more person.\n\
             2. Made on Mon 2 Mar, valid until Mon 9 Mar 12:00, for 100 more people."
        );
        assert_eq!(
            labels(&codes),
            ["Revoke code 1", "Revoke code 2", "Invite", "Revoke all codes"]
        );
        let left = world.tap("ada", &codes, "Revoke code 1").await;
        assert_eq!(
            left.plain(),
            "1 code no longer works.\nCodes of Run that still work:\n\
             1. Made on Mon 2 Mar, valid until Mon 9 Mar 12:00, for 100 more people."
        );
        let code = first.split("/join code:").nth(1).and_then(|rest| rest.lines().next());
        let refused = world.say("ken", &format!("/join code:{}", code.unwrap_or_default())).await;
        assert!(refused.starts_with("This code does not work"), "{refused}");
        let again = world.press("ada", &codes, "Revoke code 1").await;
        assert!(again.starts_with("There was no code.\nCodes of Run"), "{again}");
    }

    #[tokio::test]
    async fn a_list_of_many_codes_begins_with_the_oldest() {
        let world = World::new().await;
        world.say("ada", "/event create title:Run").await;
        let mut made = Reply::default();
        for _ in 0..13 {
            made = world.reply_to("ada", "/event invite event:Run").await;
        }
        let codes = world.tap("ada", &made, "Codes").await;
        assert!(codes.plain().ends_with("There are more. These are the oldest."));
        let none = world.tap("ada", &codes, "Revoke all codes").await;
        assert_eq!(none.plain(), "13 codes no longer work.");
        let codes = world.press("ada", &made, "Codes").await;
        assert_eq!(codes, "No code of Run works right now.");
    }

    #[tokio::test]
    async fn codes_are_shown_to_hosts_alone() {
        let world = World::with_event("Read").await;
        let made = world.reply_to("host", "/event invite Read").await;
        for label in ["Codes", "Post an invitation here", "Revoke all codes"] {
            let refused = world.press("ken", &made, label).await;
            assert_eq!(
                refused, "Only the people who run the event can do that. Ask its host.",
                "{label}"
            );
        }
    }

    #[tokio::test]
    async fn a_posted_invitation_lets_in_whoever_taps_it_while_its_code_works() {
        let world = World::new().await;
        world
            .say("ada", "/event create title:Secret goal:\"five kilometres\" visibility:invite")
            .await;
        let made = world.reply_to("ada", "/event invite event:Secret uses:1").await;
        let posted = world.tap("ada", &made, "Post an invitation here").await;
        assert!(!posted.private && !posted.secret, "everybody reads it");
        assert!(
            posted
                .plain()
                .starts_with("ada invites you to Secret.\nAt least 5 kilometres a day\nEvery day"),
            "{}",
            posted.plain()
        );
        let joined = world.tap("ken", &posted, "Join").await;
        assert!(joined.secret && joined.plain().starts_with("You are in Secret."));
        let late = world.press("eve", &posted, "Join").await;
        assert_eq!(late, "This code does not work (any more). Ask for a new one.");
        let again = world.press("ada", &made, "Post an invitation here").await;
        assert_eq!(again, late, "nobody could use it");
    }

    #[tokio::test]
    async fn what_may_not_be_posted_here_makes_no_code() {
        let world = World::with_event("Read").await;
        world.as_manager("boss", "/admin silence Read").await;
        let refused = world.say("host", "/event invite event:Read here:yes").await;
        assert!(refused.starts_with("Read is silenced here."), "{refused}");
        let made = world.in_private("host", "/event invite event:Read").await;
        let codes = world.press("host", &made, "Codes").await;
        assert_eq!(codes.lines().count(), 2, "that one alone: {codes}");
    }

    #[tokio::test]
    async fn a_posted_invitation_is_kept_on_record() {
        let world = World::with_event("Read").await;
        world.say("host", "/event invite event:Read here:yes").await;
        let record = world.as_manager("boss", "/admin audit").await.plain();
        assert!(record.ends_with("host · invited here · Read"), "{record}");
    }

    #[tokio::test]
    async fn an_invitation_in_a_telegram_group_is_posted_by_a_word() {
        let world = World::new().await;
        on_telegram(&world, "/event create title:Secret visibility:invite").await;
        let made = on_telegram(&world, "/event invite event:Secret").await;
        assert!(made.secret && made.plain().ends_with("/event invite Secret here:yes"));
        assert_eq!(labels(&made), ["Invitation link", "Codes", "Revoke all codes"]);
        let posted = on_telegram(&world, "/event invite Secret here:yes").await;
        assert!(!posted.private && posted.plain().starts_with("ada invites you to Secret."));
        let links = posted.buttons.iter().flatten().any(|button| {
            matches!(&button.action, ButtonAction::Link(to) if to.starts_with("https://t.me/bot?start=j_"))
        });
        assert!(links, "the link opens a private chat");
    }

    #[tokio::test]
    async fn nothing_is_posted_where_nobody_else_reads_it() {
        let world = World::with_event("Read").await;
        let refused = world.in_private("host", "/event invite event:Read here:yes").await;
        assert_eq!(refused.plain(), "This works in a channel or group.");
        let made = world.in_private("host", "/event invite event:Read").await;
        assert!(!labels(&made).contains(&"Post an invitation here"));
    }

    #[tokio::test]
    async fn codes_are_made_used_and_revoked() {
        let world = World::new().await;
        world.say("ada", "/event create Secret visibility:invite").await;
        let made = world.reply_to("ada", "/event invite event:Secret uses:1 days:3").await;
        let plain = made.plain();
        assert!(plain.contains("works 3 days, for 1 person."), "{plain}");
        let code = plain
            .split("/join code:")
            .nth(1)
            .unwrap_or_default()
            .lines()
            .next()
            .unwrap_or_default();
        assert!(world.say("ken", &format!("/join {code}")).await.starts_with("You are in Secret."));
        assert!(world.say("eve", &format!("/join {code}")).await.starts_with("This code"));
        assert!(
            world.press("ada", &made, "Revoke all codes").await.contains("codes no longer work")
        );
        assert!(
            world.say("ken", "/event invite Secret").await.starts_with("Only the people who run")
        );
        assert!(
            world
                .say("ada", "/event invite event:Secret days:1000")
                .await
                .starts_with("A code works")
        );
    }
}
