//! The methods of the Bot API.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use crate::http::answer::Answer;
use crate::http::asked::Asked;
use crate::http::not_known;
use crate::state::message::{Place, Platform};
use crate::state::news::News;
use crate::state::sandbox::Sandbox;
use crate::state::transcript::{Cause, Toast};
use crate::state::world::World;
use crate::telegram::api::edit::{self, Part, edit};
use crate::telegram::api::{chat, poll, send};
use crate::telegram::ids::bot_user;
use crate::telegram::objects::parameter;
use crate::telegram::objects::utf16::utf16;
use crate::telegram::refused::Refused;
use crate::telegram::webhook;

const TOAST_MAX: i64 = 200;
const NAME_MAX: i64 = 64;
const SHORT_MAX: i64 = 120;
const LONG_MAX: i64 = 512;

/// Answers one request.
pub async fn answer(sandbox: &Sandbox, asked: &Asked) -> Answer {
    let called = asked.called();
    if called == "getupdates" {
        let polled = poll::poll(sandbox, &asked.parameters()).await;
        sandbox.stir();
        return match polled {
            Ok(list) => Answer::Text(format!("{{\"ok\":true,\"result\":{list}}}")),
            Err(refused) => refused.answer(),
        };
    }
    let now = sandbox.now();
    let mut world = sandbox.world();
    let answered = call(&mut world, now, asked, &called);
    if answered == Ok(None) {
        not_known::not_known(&mut world, asked);
    }
    drop(world);
    sandbox.stir();
    if called == "setwebhook" {
        tokio::spawn(webhook::pump(sandbox.clone()));
    }
    match answered {
        Ok(Some(result)) => Answer::ok(json!({"ok": true, "result": result})),
        Ok(None) => Refused::new(404, "Not Found").answer(),
        Err(refused) => refused.answer(),
    }
}

/// The result of a method; none where it is not known.
fn call(
    world: &mut World,
    now: DateTime<Utc>,
    asked: &Asked,
    called: &str,
) -> Result<Option<Value>, Refused> {
    let parameters = &asked.parameters();
    let result = match called {
        "getme" => me(),
        "getwebhookinfo" => world.telegram.updates.info(),
        "setwebhook" | "deletewebhook" => {
            webhook::set(world, parameters)?;
            json!(true)
        }
        "sendmessage" => send::message(world, now, asked)?,
        "sendphoto" => send::file(world, now, asked, "photo")?,
        "senddocument" => send::file(world, now, asked, "document")?,
        "editmessagetext" => edit(world, now, asked, Part::Text)?,
        "editmessagecaption" => edit(world, now, asked, Part::Caption)?,
        "editmessagemedia" => edit(world, now, asked, Part::Media)?,
        "editmessagereplymarkup" => edit(world, now, asked, Part::Keyboard)?,
        "deletemessage" => edit::delete(world, now, parameters)?,
        "answercallbackquery" => answer_query(world, now, parameters)?,
        "sendchataction" => typing(world, parameters)?,
        "setmessagereaction" => {
            edit::named(world, parameters, "react")?;
            json!(true)
        }
        "pinchatmessage" => pin(world, now, parameters, true)?,
        "unpinchatmessage" => pin(world, now, parameters, false)?,
        "getchat" => chat::full(&chat::named(world, parameters)?),
        "getchatmember" => chat::member(world, parameters)?,
        "getchatadministrators" => chat::administrators(world, parameters)?,
        "getchatmembercount" => {
            chat::named(world, parameters)?;
            json!(world.people.len() + 1)
        }
        "leavechat" => leave(world, parameters)?,
        "getfile" => send::get_file(world, parameters)?,
        "logout" | "close" => json!(true),
        _ => return call_menu(world, parameters, called),
    };
    Ok(Some(result))
}

/// The methods about the bot itself.
fn call_menu(
    world: &mut World,
    parameters: &Map<String, Value>,
    called: &str,
) -> Result<Option<Value>, Refused> {
    let menu = &mut world.telegram.menu;
    let result = match called {
        "setmycommands" => menu.set_commands(parameters)?,
        "getmycommands" => menu.commands(parameters)?,
        "deletemycommands" => menu.delete_commands(parameters)?,
        "setmyname" => menu.set_text(parameters, ("name", NAME_MAX))?,
        "getmyname" => menu.text(parameters, "name")?,
        "setmydescription" => menu.set_text(parameters, ("description", LONG_MAX))?,
        "getmydescription" => menu.text(parameters, "description")?,
        "setmyshortdescription" => menu.set_text(parameters, ("short_description", SHORT_MAX))?,
        "getmyshortdescription" => menu.text(parameters, "short_description")?,
        "setchatmenubutton" => menu.set_button(parameters),
        "getchatmenubutton" => menu.button(),
        _ => return Ok(None),
    };
    Ok(Some(result))
}

fn me() -> Value {
    let mut me = bot_user();
    let added = json!({
        "can_join_groups": true, "can_read_all_group_messages": false,
        "supports_guest_queries": false, "supports_inline_queries": false,
        "can_connect_to_business": false, "has_main_web_app": false, "has_topics_enabled": false,
        "allows_users_to_create_topics": false, "can_manage_bots": false,
        "supports_join_request_queries": false,
    });
    for (field, value) in added.as_object().into_iter().flatten() {
        me[field] = value.clone();
    }
    me
}

fn answer_query(
    world: &mut World,
    now: DateTime<Utc>,
    parameters: &Map<String, Value>,
) -> Result<Value, Refused> {
    let text = parameter::text(parameters, "text");
    if utf16(text) > TOAST_MAX {
        return Err(Refused::bad("MESSAGE_TOO_LONG"));
    }
    let id = parameter::text(parameters, "callback_query_id");
    let expired =
        || Refused::bad("query is too old and response timeout expired or query ID is invalid");
    let query = world.telegram.query(id, now).ok_or_else(expired)?;
    if !text.is_empty() {
        let toast = Toast {
            platform: Platform::Telegram,
            person: query.person.clone(),
            text: text.to_owned(),
            alert: parameters.get("show_alert") == Some(&json!(true)),
        };
        world.story.toasted(toast, Cause::Query(id.to_owned()), now);
    }
    Ok(json!(true))
}

fn typing(world: &World, parameters: &Map<String, Value>) -> Result<Value, Refused> {
    let chat = chat::writable(world, parameters)?;
    if parameter::text(parameters, "action").is_empty() {
        return Err(Refused::bad("wrong parameter action in request"));
    }
    let typing = json!({"platform": "telegram", "place": chat.place.name()});
    let news = match &chat.place {
        Place::Group => News::for_all("typing", &typing),
        Place::Private(person) => News::to("typing", person, typing),
    };
    world.story.tell(news);
    Ok(json!(true))
}

/// An ordinary member of the group may not pin.
fn pin(
    world: &mut World,
    now: DateTime<Utc>,
    parameters: &Map<String, Value>,
    pinned: bool,
) -> Result<Value, Refused> {
    let message = edit::named(world, parameters, "pin")?;
    if message.place == Place::Group && !world.telegram.may_pin {
        return Err(Refused::bad("not enough rights to manage pinned messages in the chat"));
    }
    let key = message.key.clone();
    if let Some(message) = world.messages.get_mut(&key) {
        message.pinned_at = pinned.then_some(now);
    }
    world.tell_again(&key, Cause::About(key.clone()), now);
    Ok(json!(true))
}

fn leave(world: &World, parameters: &Map<String, Value>) -> Result<Value, Refused> {
    match chat::named(world, parameters)?.place {
        // The one group of a sandbox would be empty without the bot, so it stays.
        Place::Group => Ok(json!(true)),
        Place::Private(_) => {
            Err(Refused::bad("chat member status can't be changed in private chats"))
        }
    }
}
