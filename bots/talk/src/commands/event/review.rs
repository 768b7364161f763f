//! `/event review`: a host lets people in or not, and looks at what members showed.

use engine::rules::Key;
use engine::{Error, Event, Membership, PersonId, ProofState, Record, Topic};

use crate::command::pick_event::{self, Chosen};
use crate::command::{Command, Context, Kind, Param, Who};
use crate::locale::Arg;
use crate::message::{Button, CallbackId, Reply, label};
use crate::view::review;

/// People and things shown at a time.
const SHOWN: usize = 4;

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
    match (what, id.parse::<PersonId>()) {
        ("in" | "out", Ok(person)) => join(ctx, &event, person, what == "in").await,
        ("look", Ok(proof)) => look(ctx, &event, proof.0).await,
        ("ok" | "no", Ok(proof)) => judge(ctx, &event, proof.0, what == "ok").await,
        _ => waiting(ctx, &event).await,
    }
}

async fn join(
    ctx: &Context<'_>,
    event: &Event,
    person: PersonId,
    let_in: bool,
) -> Result<Reply, Error> {
    let of = Membership { event: event.id, person };
    let Some(whom) = ctx.engine().people().get(person).await? else {
        return Ok(Reply::only(ctx.text("review-gone", &[])));
    };
    if !ctx.engine().memberships().answer_join(of, let_in, ctx.now()).await? {
        return Ok(Reply::only(ctx.text("review-gone", &[])));
    }
    let record = Record::of(event);
    let what = if let_in { "let_in" } else { "turned_down" };
    ctx.engine()
        .communities()
        .record_audit(record, ctx.person.id, (what, Some(person), ""), ctx.now())
        .await?;
    let topic = Topic::JoinAnswered { event: event.id, person, let_in };
    let key = format!("answer:{}:{}:{}", event.id, person, ctx.now().0);
    ctx.tell_person(person, topic, &key).await?;
    let key = if let_in { "review-in" } else { "review-out" };
    Ok(Reply::only(ctx.text(key, &[("name", Arg::Text(&whom.name))])).replacing())
}

async fn judge(ctx: &Context<'_>, event: &Event, id: i64, good: bool) -> Result<Reply, Error> {
    let known = ctx.engine().events().proof(id).await?.filter(|proof| proof.of.event == event.id);
    let state = if good { ProofState::Approved } else { ProofState::Rejected };
    let request = Key(ctx.request.key.clone());
    let judged = match known {
        Some(_) => ctx.engine().events().judge_proof(id, state, &request, ctx.now()).await?,
        None => None,
    };
    let Some(proof) = judged else { return Ok(Reply::only(ctx.text("review-gone", &[]))) };
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
    let said = Reply::only(ctx.text(key, &[]));
    // The next one follows, so that nobody has to ask for each.
    let next = ctx.engine().events().open_proofs(event.id).await?.into_iter().next();
    let next = match next {
        Some(proof) => ctx.talk.proof(ctx.words, ctx.request.account.platform, proof).await?,
        None => None,
    };
    Ok(next.map_or(said.clone(), |next| below(said, next)).secret_if(true).replacing())
}

/// What was shown, below what is said about it.
fn below(said: Reply, shown: Reply) -> Reply {
    Reply { text: said.text.then(shown.text), ..shown }
}

async fn look(ctx: &Context<'_>, event: &Event, id: i64) -> Result<Reply, Error> {
    let known = ctx.engine().events().proof(id).await?.filter(|proof| proof.of.event == event.id);
    let shown = match known {
        Some(proof) => ctx.talk.proof(ctx.words, ctx.request.account.platform, proof).await?,
        None => None,
    };
    let gone = || Reply::only(ctx.text("review-gone", &[]));
    Ok(shown.unwrap_or_else(gone).secret_if(true))
}

async fn waiting(ctx: &Context<'_>, event: &Event) -> Result<Reply, Error> {
    let asking = ctx.engine().memberships().asking(event.id).await?;
    let proofs = ctx.engine().events().open_proofs(event.id).await?;
    let said = |key, n: usize| (n > 0).then(|| ctx.text(key, &[("n", Arg::Number(n as u64))]));
    let (people, shown) =
        (said("review-waiting", asking.len()), said("review-proofs", proofs.len()));
    let Some(text) = people.into_iter().chain(shown).reduce(|text, line| text.then(line)) else {
        return Ok(Reply::only(ctx.text("review-nobody", &[])));
    };
    let mut reply = Reply::only(text);
    let mut proofs = proofs.into_iter();
    // What waits is opened at once: the first of it.
    if let Some(first) = proofs.next()
        && let Some(shown) = ctx.talk.proof(ctx.words, ctx.request.account.platform, first).await?
    {
        reply = below(reply, shown);
    }
    for person in asking.into_iter().take(SHOWN) {
        let Some(whom) = ctx.engine().people().get(person).await? else { continue };
        reply = reply.with(review::answers(ctx.words, event, person, &label::label(&whom.name)));
    }
    let mut row = vec![];
    for proof in proofs.take(SHOWN) {
        let Some(whom) = ctx.engine().people().get(proof.of.person).await? else { continue };
        let label = format!("🔎 {}", whom.name);
        let press = format!("look.{}", PersonId(proof.id));
        let press = CallbackId::new("event-review", Some(event.id), &press);
        row.push(Button::press(label::label(&label), press));
    }
    let reply = if row.is_empty() { reply } else { reply.with(row) };
    Ok(reply.secret_if(true))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

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
        assert_eq!(world.press("host", &waiting, "Let ken in").await, "ken is in.");
        assert_eq!(
            world.press("ken", &waiting, "Let eve in").await,
            "Only the people who run the event can do that."
        );
        assert_eq!(world.press("host", &waiting, "Not eve").await, "eve was not let in.");
        assert_eq!(
            world.press("host", &waiting, "Not eve").await,
            "That has already been settled."
        );
        assert!(world.say("ken", "/checkin").await.starts_with("✅ Day 1"));
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
    async fn a_moderator_is_shown_something_of_an_event_for_few_once_they_are_in_it() {
        let mut world = World::new().await;
        let made = world.say("host", "/event create Gym proof:approved visibility:invite").await;
        let code = made.split("join: ").nth(1).unwrap_or_default().trim().to_owned();
        world.to_as_manager("boss", "/admin moderator action:add", "mia").await;
        world.in_private("mia", "/start").await;
        world.closes_messages("host").await;
        world.say("ken", &format!("/join {code}")).await;
        assert!(world.show("ken", "/checkin", "photo-1").await.plain().starts_with("✅ Day 1"));
        let told = world.told_where().await;
        assert!(told.iter().all(|(at, _)| at != "mia"), "{told:?}");
        world.say("mia", &format!("/join {code}")).await;
        world.next_day();
        world.show("ken", "/checkin", "photo-2").await;
        let notices = world.notices().await;
        let shown = notices.iter().find(|told| told.plain().starts_with("ken showed this"));
        let approved = world.press("mia", shown.expect("mia is asked"), "Approve").await;
        assert!(approved.starts_with("Approved. Thank you for reviewing it."), "{approved}");
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
            "Approved. Thank you for reviewing it.\neve showed this for Gym."
        );
        let third = world.tap("host", &second, "Reject").await;
        assert_eq!(third.file.as_deref(), Some("photo of mia"));
        let done = world.tap("host", &third, "Approve").await;
        assert_eq!(done.plain(), "Approved. Thank you for reviewing it.");
    }
}
