//! The chats and their members.

use serde_json::{Map, Value, json};

use crate::state::message::Place;
use crate::state::people::Person;
use crate::state::world::World;
use crate::telegram::ids::{BOT, GROUP, bot_user};
use crate::telegram::objects::parameter;
use crate::telegram::refused::Refused;

/// A chat that a request names, and where its messages stand.
#[derive(Clone)]
pub struct Chat {
    pub id: i64,
    pub place: Place,
    pub object: Value,
}

/// A person as it stands in messages.
pub fn user(person: &Person) -> Value {
    let mut user = json!({
        "id": person.telegram_id, "is_bot": false, "first_name": person.name,
        "language_code": person.telegram_language(),
    });
    let username = person.id.replace('-', "_");
    // Telegram's names have at least five letters; the page needs none that is shorter.
    user["username"] = json!(format!("{username}_sandbox"));
    user
}

/// The group, or the private chat of a person.
pub fn of(place: &Place, person: &Person) -> Chat {
    match place {
        Place::Group => group(),
        Place::Private(_) => private(person),
    }
}

fn group() -> Chat {
    let object = json!({"id": GROUP, "type": "supergroup", "title": "Sandbox"});
    Chat { id: GROUP, place: Place::Group, object }
}

fn private(person: &Person) -> Chat {
    let user = user(person);
    let object = json!({
        "id": person.telegram_id, "type": "private", "first_name": person.name,
        "username": user["username"],
    });
    Chat { id: person.telegram_id, place: Place::Private(person.id.clone()), object }
}

/// The chat in `chat_id`.
pub fn named(world: &World, parameters: &Map<String, Value>) -> Result<Chat, Refused> {
    if parameters.get("chat_id").is_none_or(|id| *id == "") {
        return Err(Refused::bad("chat_id is empty"));
    }
    let not_found = || Refused::bad("chat not found");
    let id = parameter::integer(parameters, "chat_id").ok_or_else(not_found)?;
    if id == GROUP {
        return Ok(group());
    }
    let person = world.people.iter().find(|person| person.telegram_id == id);
    person.map(private).ok_or_else(not_found)
}

/// The chat in `chat_id`, if the bot may write there.
pub fn writable(world: &World, parameters: &Map<String, Value>) -> Result<Chat, Refused> {
    let chat = named(world, parameters)?;
    let started = match &chat.place {
        Place::Group if world.telegram.is_out => {
            return Err(Refused::new(403, "Forbidden: bot was kicked from the supergroup chat"));
        }
        Place::Private(id) if world.telegram.blocked_by.contains(id) => {
            return Err(Refused::new(403, "Forbidden: bot was blocked by the user"));
        }
        Place::Group => true,
        Place::Private(id) => world.person(id).is_some_and(|person| person.started),
    };
    if started {
        return Ok(chat);
    }
    Err(Refused::new(403, "Forbidden: bot can't initiate conversation with a user"))
}

/// `getChat`.
pub fn full(chat: &Chat) -> Value {
    let mut full = chat.object.clone();
    let added = json!({
        "accent_color_id": 0, "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false,
            "premium_subscription": false, "gifts_from_channels": false,
        },
    });
    for (field, value) in added.as_object().into_iter().flatten() {
        full[field] = value.clone();
    }
    if chat.place == Place::Group {
        full["permissions"] = json!({
            "can_send_messages": true, "can_send_photos": true, "can_send_documents": true,
            "can_send_audios": true, "can_send_videos": true, "can_send_video_notes": true,
            "can_send_voice_notes": true, "can_send_polls": true, "can_send_other_messages": true,
            "can_add_web_page_previews": true, "can_change_info": false, "can_invite_users": true,
            "can_pin_messages": false, "can_manage_topics": false,
        });
        full["join_to_send_messages"] = json!(false);
    }
    full
}

fn person_member(person: &Person) -> Value {
    if person.owner {
        return json!({"status": "creator", "user": user(person), "is_anonymous": false});
    }
    json!({"status": "member", "user": user(person)})
}

fn bot_member(world: &World) -> Value {
    if !world.telegram.may_pin {
        return json!({"status": "member", "user": bot_user()});
    }
    json!({
        "status": "administrator", "user": bot_user(), "can_be_edited": false,
        "is_anonymous": false, "can_manage_chat": true, "can_delete_messages": false,
        "can_manage_video_chats": false, "can_restrict_members": false,
        "can_promote_members": false, "can_change_info": false, "can_invite_users": true,
        "can_post_stories": false, "can_edit_stories": false, "can_delete_stories": false,
        "can_pin_messages": true,
    })
}

/// What the bot is told when this person brings it into the group.
pub fn brought(world: &World, by: &Person, date_s: i64) -> Value {
    json!({
        "chat": group().object, "from": user(by), "date": date_s,
        "old_chat_member": {"status": "left", "user": bot_user()},
        "new_chat_member": bot_member(world),
    })
}

/// What the bot is told when this person puts it out of the group.
pub fn put_out(by: &Person, date_s: i64) -> Value {
    json!({
        "chat": group().object, "from": user(by), "date": date_s,
        "old_chat_member": {"status": "member", "user": bot_user()},
        "new_chat_member": {"status": "kicked", "user": bot_user(), "until_date": 0},
    })
}

/// What the bot is told when this person blocks it, or lets it in again.
pub fn blocked(by: &Person, is_blocked: bool, date_s: i64) -> Value {
    let status = |is_out: bool| {
        if is_out {
            json!({"status": "kicked", "user": bot_user(), "until_date": 0})
        } else {
            json!({"status": "member", "user": bot_user()})
        }
    };
    json!({
        "chat": {"id": by.telegram_id, "type": "private", "first_name": by.name}, "from": user(by),
        "date": date_s, "old_chat_member": status(!is_blocked), "new_chat_member": status(is_blocked),
    })
}

/// The message that says so in the group.
pub fn arrival(by: &Person, (number, date_s): (i64, i64)) -> Value {
    json!({
        "message_id": number, "from": user(by), "chat": group().object, "date": date_s,
        "new_chat_participant": bot_user(), "new_chat_member": bot_user(),
        "new_chat_members": [bot_user()],
    })
}

/// `getChatMember`.
pub fn member(world: &World, parameters: &Map<String, Value>) -> Result<Value, Refused> {
    let chat = named(world, parameters)?;
    let id = parameter::integer(parameters, "user_id");
    if id == Some(BOT) {
        return Ok(bot_member(world));
    }
    let person = world.people.iter().find(|person| Some(person.telegram_id) == id);
    let person = person.filter(|person| chat.place.holds(&person.id));
    let person = person.ok_or_else(|| Refused::bad("member not found"))?;
    match chat.place {
        Place::Group => Ok(person_member(person)),
        Place::Private(_) => Ok(json!({"status": "member", "user": user(person)})),
    }
}

/// `getChatAdministrators`.
pub fn administrators(world: &World, parameters: &Map<String, Value>) -> Result<Value, Refused> {
    match named(world, parameters)?.place {
        Place::Group => {
            let owners = world.people.iter().filter(|person| person.owner).map(person_member);
            let bot = world.telegram.may_pin.then(|| bot_member(world));
            Ok(owners.chain(bot).collect())
        }
        Place::Private(_) => Err(Refused::bad("there are no administrators in the private chat")),
    }
}
