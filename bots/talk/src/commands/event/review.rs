//! `/event review`: a host lets people in or not, and looks at what members showed.

use engine::rules::Key;
use engine::{
    Answered, Error, Event, Membership, Notice, PersonId, Proof, ProofState, Record, Topic,
};

use crate::command::pick_event::{self, Chosen};
use crate::command::{Command, Context, Kind, Param, Who};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply, Text, label};
use crate::view::{buttons, pictures, review};

/// People on a page, in a row each: fewer where proofs have rows there too.
const PEOPLE: usize = 4;
const PEOPLE_BESIDE_PROOFS: usize = 2;
/// Proofs on a page: the first is open, the others are a tap away.
const PROOFS: usize = 5;
/// What a button carries before the number of a page.
const PAGE: &str = "page";

pub const COMMAND: Command = Command {
    params: &[Param::new("event", "review-event", Kind::Event(Who::Seen))],
    free: Some("event"),
    ..Command::new("event review", "review-about", |ctx| Box::pin(run(ctx)))
};

async fn run(ctx: &Context<'_>) -> Result<Reply, Error> {
    let event = match pick_event::event(ctx, Who::Seen, "event-review").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    if !ctx.hosts(&event).await? {
        return Ok(Reply::only(ctx.text("host-only", &[])));
    }
    let (what, id) = ctx.pressed_arg().and_then(|arg| arg.split_once('.')).unwrap_or_default();
    let reply = match (what, id.parse::<PersonId>()) {
        ("in" | "out", Ok(person)) => join(ctx, &event, person, what == "in").await?,
        ("look", Ok(proof)) => look(ctx, &event, proof.0).await?,
        ("ok" | "no", Ok(proof)) => judge(ctx, &event, proof.0, what == "ok").await?,
        (PAGE, _) => {
            let page = id.parse().unwrap_or(0);
            let shown = waiting(ctx, &event, page).await?;
            shown.unwrap_or_else(|| nobody(ctx, &event)).replacing()
        }
        _ => waiting(ctx, &event, 0).await?.unwrap_or_else(|| nobody(ctx, &event)),
    };
    let reply = pictures::framed(event.id, reply);
    Ok(if matches!(what, "in" | "out" | "ok" | "no") { reply } else { reply.showing() })
}

async fn join(
    ctx: &Context<'_>,
    event: &Event,
    person: PersonId,
    let_in: bool,
) -> Result<Reply, Error> {
    let of = Membership { event: event.id, person };
    let gone = ctx.text("review-gone", &[]);
    let Some(whom) = ctx.engine().people().get(person).await? else {
        return going_on(ctx, event, gone).await;
    };
    let title = Some(event.title_mark());
    let topic = Topic::JoinAnswered { event: event.id, person, let_in, title };
    let key = format!("answer:{}:{}:{}", event.id, person, ctx.request.key);
    let (communities, here) = (ctx.engine().communities(), ctx.request.account.platform);
    let place = communities.way_to(person, here, ctx.now()).await?;
    let notice = place.map(|place| Notice { place, topic, key });
    let memberships = ctx.engine().memberships();
    let cannot = match memberships.answer_join(of, let_in, notice, ctx.now()).await? {
        Answered::Settled => None,
        Answered::Gone => Some(gone),
        Answered::Full => Some(ctx.text("join-full", &[("title", Arg::Text(&event.title))])),
        Answered::TooMany => Some(ctx.text("review-too-many", &[("name", Arg::Text(&whom.name))])),
    };
    if let Some(why) = cannot {
        return going_on(ctx, event, why).await;
    }
    let record = Record::of(event);
    let what = if let_in { "let_in" } else { "turned_down" };
    ctx.engine()
        .communities()
        .record_audit(record, ctx.person.id, (what, Some(person), ""), ctx.now())
        .await?;
    let key = if let_in { "review-in" } else { "review-out" };
    going_on(ctx, event, ctx.text(key, &[("name", Arg::Text(&whom.name))])).await
}

async fn judge(ctx: &Context<'_>, event: &Event, id: i64, good: bool) -> Result<Reply, Error> {
    let known = ctx.engine().events().proof(id).await?.filter(|proof| proof.of.event == event.id);
    let state = if good { ProofState::Approved } else { ProofState::Rejected };
    let request = Key(ctx.request.key.clone());
    let judged = match known {
        Some(_) => ctx.engine().events().judge_proof(id, state, &request, ctx.now()).await?,
        None => None,
    };
    let Some(proof) = judged else {
        return going_on(ctx, event, ctx.text("review-gone", &[])).await;
    };
    let record = Record::of(event);
    let what = if good { "approved" } else { "rejected" };
    let about = Some(proof.of.person);
    ctx.engine()
        .communities()
        .record_audit(record, ctx.person.id, (what, about, ""), ctx.now())
        .await?;
    if !good {
        let topic = Topic::ProofRejected { event: event.id, person: proof.of.person };
        ctx.tell_person(proof.of.person, topic, &format!("rejected:{id}")).await?;
    }
    let key = if good { "review-approved" } else { "review-rejected" };
    going_on(ctx, event, ctx.text(key, &[])).await
}

async fn look(ctx: &Context<'_>, event: &Event, id: i64) -> Result<Reply, Error> {
    let known = ctx.engine().events().proof(id).await?.filter(|proof| proof.of.event == event.id);
    let shown = match known {
        Some(proof) => ctx.talk.proof(ctx.words, ctx.request.account.platform, proof).await?,
        None => None,
    };
    match shown {
        Some(shown) => Ok(shown.secret_if(true)),
        None => going_on(ctx, event, ctx.text("review-gone", &[])).await,
    }
}

/// What came of a tap, above what still waits, so that nobody has to ask for it again.
async fn going_on(ctx: &Context<'_>, event: &Event, said: Text) -> Result<Reply, Error> {
    let reply = match waiting(ctx, event, 0).await? {
        Some(left) => below(said, left),
        None => Reply::only(said).with([buttons::record(ctx.words, event.id)]),
    };
    Ok(reply.secret_if(true).replacing())
}

fn nobody(ctx: &Context<'_>, event: &Event) -> Reply {
    let record = buttons::record(ctx.words, event.id);
    Reply::only(ctx.text("review-nobody", &[])).with([record])
}

/// What was shown, below what is said about it.
fn below(said: Text, shown: Reply) -> Reply {
    Reply { text: said.then(shown.text), ..shown }
}

/// A page of what waits; none where nothing does. What waits longest is opened at once.
async fn waiting(ctx: &Context<'_>, event: &Event, page: usize) -> Result<Option<Reply>, Error> {
    let asking = ctx.engine().memberships().asking(event.id).await?;
    let proofs = ctx.engine().events().open_proofs(event.id).await?;
    let said = |key, n: usize| (n > 0).then(|| ctx.text(key, &[("n", Arg::Number(n as u64))]));
    let (people, shown) =
        (said("review-waiting", asking.len()), said("review-proofs", proofs.len()));
    let Some(text) = people.into_iter().chain(shown).reduce(Text::then) else { return Ok(None) };
    let most = if proofs.is_empty() { PEOPLE } else { PEOPLE_BESIDE_PROOFS };
    let pages = asking.len().div_ceil(most).max(proofs.len().div_ceil(PROOFS));
    // What was settled since may have taken the page away.
    let page = page.min(pages - 1);
    let mut reply = Reply::only(text);
    let mut proofs = proofs.into_iter().skip(page * PROOFS).take(PROOFS);
    if let Some(first) = proofs.next()
        && let Some(shown) = ctx.talk.proof(ctx.words, ctx.request.account.platform, first).await?
    {
        reply = below(reply.text, shown);
    }
    let asking: Vec<PersonId> = asking.into_iter().skip(page * most).take(most).collect();
    let proofs: Vec<Proof> = proofs.collect();
    let showing = proofs.iter().map(|proof| proof.of.person);
    let people: Vec<PersonId> = asking.iter().copied().chain(showing).collect();
    let names = ctx.engine().people().names(&people).await?;
    for person in asking {
        let Some(name) = names.get(&person) else { continue };
        reply = reply.with(review::answers(ctx.words, event, person, &label::label(name)));
    }
    let mut row = vec![];
    for proof in proofs {
        let Some(name) = names.get(&proof.of.person) else { continue };
        let press = format!("look.{}", PersonId(proof.id));
        let press = CallbackId::new("event-review", Some(event.id), &press);
        row.push(Button::press(ctx.words.label("🔎", name), press));
    }
    if !row.is_empty() {
        reply = reply.with(row);
    }
    let turn = |key: &str, page: usize| {
        let press = CallbackId::new("event-review", Some(event.id), &format!("{PAGE}.{page}"));
        Button::press(ctx.words.plain(key, &[]), press)
    };
    let back = (page > 0).then(|| turn("button-previous", page - 1));
    let next = (page + 1 < pages).then(|| turn("button-next", page + 1));
    let turns: Vec<Button> = back.into_iter().chain(next).collect();
    let reply = if turns.is_empty() { reply } else { reply.with(turns) };
    Ok(Some(reply.secret_if(true)))
}

#[cfg(test)]
mod tests {
    use crate::message::Reply;
    use crate::testing::world::World;
    use engine::Platform;

    #[tokio::test]
    async fn a_host_lets_people_in_or_not() {
        let world = World::new().await;
        world.in_private("host", "/start").await;
        world.say("host", "/event create Club approval:yes").await;
        assert_eq!(world.say("ken", "/join Club").await, "I asked the host of Club to let you in.");
        assert_eq!(world.say("eve", "/join Club").await, "I asked the host of Club to let you in.");
        assert!(world.told().await.contains(&"ken would like to join Club.".to_owned()));
        let waiting = world.reply_to("host", "/event review Club").await;
        assert_eq!(waiting.plain(), "2 people would like to join.");
        let left = world.tap("host", &waiting, "Let ken in").await;
        assert_eq!(left.plain(), "ken is in.\n1 person would like to join.");
        assert_eq!(
            world.press("ken", &waiting, "Let eve in").await,
            "Only the people who run the event can do that. Ask its host."
        );
        assert_eq!(world.press("host", &left, "Not eve").await, "eve was not let in.");
        let late = world.tap("host", &waiting, "Not eve").await;
        assert_eq!(late.plain(), "That has already been settled.");
        let record = world.press("host", &late, "What was done").await;
        assert!(record.contains("host · let in · ken"), "{record}");
        assert!(world.say("ken", "/checkin").await.starts_with("✅ Day 1"));
    }

    #[tokio::test]
    async fn whoever_came_in_another_way_waits_for_no_host() {
        let world = World::new().await;
        world.in_private("host", "/start").await;
        world.say("host", "/event create Club approval:yes").await;
        world.say("ken", "/join Club").await;
        let waiting = world.reply_to("host", "/event review Club").await;
        world.say("host", "/event edit event:Club approval:no").await;
        assert!(world.say("ken", "/join Club").await.starts_with("You are in Club."));
        assert_eq!(world.say("host", "/event review Club").await, "Nobody is waiting right now.");
        for label in ["Not ken", "Let ken in"] {
            let late = world.press("host", &waiting, label).await;
            assert_eq!(late, "That has already been settled.", "{label}");
        }
        let told = world.told().await;
        assert!(told.iter().all(|told| !told.contains("did not let you in")), "{told:?}");
    }

    #[tokio::test]
    async fn a_rejected_proof_takes_the_check_in_back() {
        let world = World::new().await;
        world.in_private("host", "/start").await;
        world.say("host", "/event create Gym proof:approved").await;
        world.say("ken", "/join Gym").await;
        assert!(world.say("ken", "/checkin").await.starts_with("Gym wants to see something"));
        assert!(world.show("ken", "/checkin", "photo-1").await.plain().starts_with("✅ Day 1"));
        let told = world.last_notice().await;
        assert!(told.plain().starts_with("ken showed this for Gym"), "{}", told.plain());
        assert_eq!(
            world.press("host", &told, "Reject").await,
            "The check-in is taken back, and the member has been told."
        );
        assert!(world.say("ken", "/streak").await.starts_with("Gym: at 0"));
        assert_eq!(world.press("host", &told, "Approve").await, "That has already been settled.");
    }

    #[tokio::test]
    async fn a_proof_waits_for_a_host_who_cannot_be_written_to() {
        let world = World::new().await;
        world.say("host", "/event create Gym proof:approved").await;
        world.closes_messages("host").await;
        world.say("ken", "/join Gym").await;
        assert!(world.show("ken", "/checkin", "photo-1").await.plain().starts_with("✅ Day 1"));
        assert!(world.told().await.iter().all(|told| !told.contains("showed")));
        let waiting = world.reply_to("host", "/event review Gym").await;
        assert_eq!(
            waiting.plain(),
            "1 check-in is waiting for your review.\nken showed this for Gym."
        );
        let shown = waiting;
        assert_eq!(shown.file.as_deref(), Some("photo-1"));
        assert!(world.press("ken", &shown, "Approve").await.starts_with("Only the people who run"));
        let approved = world.press("host", &shown, "Approve").await;
        assert_eq!(approved, "Approved. Thank you for reviewing it.");
        assert_eq!(world.say("host", "/event review Gym").await, "Nobody is waiting right now.");
    }

    #[tokio::test]
    async fn a_host_sees_the_file_itself_until_it_is_judged() {
        const ADDRESS: &str = "https://cdn.discordapp.com/attachments/1/2/gym.pdf";
        let mut world = World::new().await;
        world.files.insert(ADDRESS.to_owned(), b"%PDF-1.7 gym".to_vec());
        world.in_private("host", "/start").await;
        world.say("host", "/event create Gym proof:approved").await;
        world.say("ken", "/join Gym").await;
        world.show("ken", "/checkin", ADDRESS).await;
        let told = world.last_notice().await;
        assert_eq!(told.plain(), "ken showed this for Gym.");
        let waiting = world.reply_to("host", "/event review Gym").await;
        for shown in [&told, &waiting] {
            let [document] = &shown.documents[..] else { panic!("one file: {shown:?}") };
            assert_eq!((&*document.name, &*document.bytes), ("proof.pdf", &b"%PDF-1.7 gym"[..]));
        }
        let export = async || {
            let reply = world.in_private("ken", "/privacy export").await;
            String::from_utf8_lossy(&reply.documents[0].bytes).into_owned()
        };
        // What is kept of it is said, and the file itself is not sent back.
        let before = export().await;
        assert!(before.contains("application/pdf") && !before.contains("1.7 gym"), "{before}");
        world.press("host", &waiting, "Approve").await;
        assert!(!export().await.contains("application/pdf"));
    }

    #[tokio::test]
    async fn what_cannot_be_fetched_is_told_by_its_address() {
        let world = World::new().await;
        world.in_private("host", "/start").await;
        world.say("host", "/event create Gym proof:approved").await;
        world.say("ken", "/join Gym").await;
        let address = "https://cdn.discordapp.com/attachments/1/2/gone.png";
        world.show("ken", "/checkin", address).await;
        let told = world.last_notice().await;
        assert_eq!(told.plain(), format!("ken showed this for Gym: {address}"));
        assert!(told.documents.is_empty());
    }

    /// A picture with what a camera wrote, and what is left of it.
    const TAKEN: &[u8] = b"\xff\xd8\xff\xe1\x00\x0aExif\0GPS\xff\xd9";
    const BARE: &[u8] = b"\xff\xd8\xff\xd9";

    #[tokio::test]
    async fn a_file_is_seen_without_what_a_camera_wrote_also_on_its_own_platform() {
        let mut world = World::new().await;
        for file in ["photo:1", "document:2"] {
            world.files.insert(file.to_owned(), TAKEN.to_vec());
        }
        world.in_private("host.tg", "/start").await;
        world.say("host.tg", "/event create Gym proof:approved").await;
        // The platform takes it out of photos, and the last file is not to be had.
        for (name, file, held, kept) in [
            ("ken.tg", "photo:1", Some("photo:1"), None),
            ("eve.tg", "document:2", None, Some(BARE)),
            ("mia.tg", "document:3", Some("document:3"), None),
        ] {
            world.say(name, "/join Gym").await;
            world.show(name, "/checkin", file).await;
            let told = world.notices().await;
            let told = told.iter().find(|told| told.plain().ends_with("showed this for Gym."));
            let told = told.unwrap_or_else(|| panic!("the host is told of {file}"));
            assert_eq!(told.file.as_deref(), held, "{file}");
            let document = told.documents.first().map(|document| &*document.bytes);
            assert_eq!(document, kept, "{file}");
        }
    }

    #[tokio::test]
    async fn a_mail_does_not_lead_to_what_a_camera_wrote() {
        const ADDRESS: &str = "https://cdn.discordapp.com/attachments/1/2/gym.jpg";
        let mut world = World::new().await;
        world.files.insert(ADDRESS.to_owned(), TAKEN.to_vec());
        world.say("host", "/event create Gym proof:approved").await;
        world.say("host", "/email host@example.org").await;
        let people = world.talk.engine.people();
        let host = people.find(Platform::Discord, "host").await.unwrap().unwrap();
        let asked = people.email(host.id).await.unwrap().unwrap();
        let code = asked.confirm_code.unwrap();
        assert!(people.confirm_email(&code, world.now).await.unwrap().is_some());
        world.closes_messages("host").await;
        world.say("ken", "/join Gym").await;
        world.show("ken", "/checkin", ADDRESS).await;
        let told = world.told_where().await;
        let told = told.iter().find(|(_, told)| told.starts_with("ken showed this for Gym"));
        let (at, told) = told.expect("the host is told");
        assert_eq!(at, "host@example.org");
        assert_eq!(
            told,
            "ken showed this for Gym.\nIt is seen in a chat: use /event review on Discord or Telegram."
        );
    }

    #[tokio::test]
    async fn what_waits_is_opened_one_after_the_other() {
        let world = World::new().await;
        world.say("host", "/event create Gym proof:approved").await;
        world.closes_messages("host").await;
        for name in ["ken", "eve", "mia"] {
            world.say(name, "/join Gym").await;
            world.show(name, "/checkin", &format!("photo of {name}")).await;
        }
        let first = world.reply_to("host", "/event review Gym").await;
        assert_eq!(first.file.as_deref(), Some("photo of ken"));
        let second = world.tap("host", &first, "Approve").await;
        assert_eq!(
            second.plain(),
            concat!(
                "Approved. Thank you for reviewing it.",
                "\n2 check-ins are waiting for your review.",
                "\neve showed this for Gym."
            )
        );
        let third = world.tap("host", &second, "Reject").await;
        assert_eq!(third.file.as_deref(), Some("photo of mia"));
        let done = world.tap("host", &third, "Approve").await;
        assert_eq!(done.plain(), "Approved. Thank you for reviewing it.");
    }

    #[tokio::test]
    async fn more_than_fits_on_a_message_is_on_pages() {
        let world = World::new().await;
        world.say("host", "/event create Gym proof:approved").await;
        world.closes_messages("host").await;
        for n in 0..7 {
            let name = format!("mate {n}");
            world.say(&name, "/join Gym").await;
            world.show(&name, "/checkin", &format!("photo of {name}")).await;
        }
        world.say("host", "/event edit event:Gym approval:yes").await;
        for n in 0..5 {
            world.say(&format!("new {n}"), "/join Gym").await;
        }
        let labels = |reply: &Reply| -> Vec<String> {
            reply.buttons.iter().flatten().map(|button| button.label.clone()).collect()
        };
        let first = world.reply_to("host", "/event review Gym").await;
        let said = "5 people would like to join.\n7 check-ins are waiting for your review.";
        assert!(first.plain().starts_with(said), "{}", first.plain());
        let (mut people, mut proofs, mut page) = (vec![], vec![], first);
        loop {
            let shown = labels(&page);
            people.extend(shown.iter().filter(|label| label.starts_with("Let ")).cloned());
            proofs.extend(page.file.clone());
            proofs.extend(shown.iter().filter(|label| label.starts_with('🔎')).cloned());
            if !shown.contains(&"Next ▶".to_owned()) {
                break;
            }
            page = world.tap("host", &page, "Next ▶").await;
            assert!(page.replaces);
        }
        assert_eq!(people, [0, 1, 2, 3, 4].map(|n| format!("Let new {n} in")));
        assert_eq!(proofs.len(), 7, "{proofs:?}");
        // Whoever is let in from the last page leaves the others where they are found.
        let left = world.tap("host", &page, "Let new 4 in").await;
        assert!(left.plain().starts_with("new 4 is in.\n4 people would like to join."));
        assert!(labels(&left).contains(&"Let new 0 in".to_owned()), "{left:?}");
    }
}
