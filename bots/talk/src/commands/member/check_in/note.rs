//! A few words that are kept with a check-in once it is made.

use engine::rules::{Key, Refusal};
use engine::{Error, Event};

use crate::command::context::Context;
use crate::locale::texts::Arg;
use crate::message::callback::CallbackId;
use crate::message::label::label;
use crate::message::reply::{Button, Field, Form, Reply};
use crate::message::sanitize::clean;

pub(crate) const NOTE_MAX: usize = 200;

/// What marks the button's argument; the key of the check-in follows.
const MARK: &str = "note-";

/// The button that offers it.
pub(crate) fn button(ctx: &Context<'_>, event: &Event, key: &Key) -> Button {
    Button::press(ctx.words.plain("button-note", &[]), press(event, &key.0))
}

/// The check-in whose note a press is about.
pub(crate) fn meant(ctx: &Context<'_>) -> Option<Key> {
    ctx.pressed_arg()?.strip_prefix(MARK).map(|key| Key(key.to_owned()))
}

fn press(event: &Event, key: &str) -> CallbackId {
    CallbackId::new("checkin", Some(event.id), &format!("{MARK}{key}"))
}

/// Asks for the words, or keeps them.
pub(crate) async fn run(ctx: &Context<'_>, event: &Event, key: &Key) -> Result<Reply, Error> {
    let of = ctx.membership(event.id);
    if !ctx.engine().memberships().has_entry(of, key, ctx.now()).await? {
        return Err(Error::Refused(Refusal::NotOwner));
    }
    let Some(words) = ctx.arg("note") else {
        let field = Field {
            name: "note",
            label: ctx.words.plain("checkin-note", &[]),
            value: String::new(),
            required: true,
            long: true,
            length_max: NOTE_MAX,
        };
        let title = label(&event.title);
        let form = Form { title, press: press(event, &key.0), fields: vec![field] };
        let ask = ctx.text("checkin-note-ask", &[("title", Arg::Text(&event.title))]);
        return Ok(Reply::only(ask).with_form(form).secret_if(ctx.is_secret(event)));
    };
    let note = clean(words, NOTE_MAX);
    if !ctx.engine().memberships().set_note(of, key, &note).await? {
        return Err(Error::Refused(Refusal::AlreadyUndone));
    }
    Ok(Reply::only(ctx.text("checkin-note-kept", &[])))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_note_is_added_after_the_check_in() {
        let world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        let done = world.reply_to("ada", "/checkin").await;
        let asked = world.tap("ada", &done, "Add note").await;
        assert_eq!(asked.plain(), "A few words about Read?");
        let kept = world.fill("ada", &asked, &[("note", "chapter  two")]).await;
        assert_eq!(kept.plain(), "Your note is kept.");
        let export = world.reply_to("ada", "/privacy export").await;
        let export = String::from_utf8_lossy(&export.documents[0].bytes).into_owned();
        assert!(export.contains("chapter two"), "{export}");
        // A stranger who taps it in a group does not join by that.
        let of_another = world.press("ken", &done, "Add note").await;
        assert_eq!(of_another, "That check-in is somebody else’s.");
        assert!(!world.say("ken", "/streak").await.contains("Read"));
        world.tap("ken", &world.card.clone(), "✅ Check in").await;
        let of_another = world.fill("ken", &asked, &[("note", "mine")]).await;
        assert_eq!(of_another.plain(), "That check-in is somebody else’s.");
        world.tap("ada", &done, "Undo").await;
        let gone = world.fill("ada", &asked, &[("note", "late")]).await;
        assert_eq!(gone.plain(), "That one has already been taken back.");
        let with_note = world.reply_to("ada", "/checkin note:\"again\"").await;
        let labels = with_note.buttons.iter().flatten().map(|button| button.label.as_str());
        assert!(labels.into_iter().all(|label| label != "Add note"));
    }
}
