//! What a private chat with the bot takes: every command and every button.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engine::Scope;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use talk::{ButtonAction, Input, PRESS_MAX, Reply};
use utoipa::ToSchema;

use crate::api::body::{Body, idempotency_key};
use crate::api::caller::Caller;
use crate::api::problem::{Problem, Problems};
use crate::private_chat::{self, Said, Speaker};
use crate::web::Web;

/// Characters of what is typed, and fields of a form.
const LINE_MAX: usize = 1_000;
const FIELDS_MAX: usize = 16;

/// Something that is said.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum Saying {
    Line(Line),
    Press(Press),
}

/// A line.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Line {
    /// As it is typed, such as `/remind event:Reading at:20:00`.
    #[schema(max_length = 1000)]
    pub line: String,
}

/// A press on a button, or a form that was filled in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Press {
    /// What the button or the form of an answer gave.
    #[schema(max_length = 100)]
    pub press: String,
    /// What is filled into the form, at most 16 fields.
    #[serde(default)]
    pub fields: Option<BTreeMap<String, String>>,
}

/// An answer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Answer {
    pub text: String,
    pub buttons: Vec<ButtonShape>,
    /// Something to fill in and to send with its `press`.
    pub form: Option<FormShape>,
    pub files: Vec<FileShape>,
}

/// A button.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ButtonShape {
    pub label: String,
    /// What to send when it is pressed.
    pub press: Option<String>,
    /// Where it leads.
    pub link: Option<String>,
}

/// A form.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FormShape {
    pub title: String,
    pub press: String,
    pub fields: Vec<FieldShape>,
}

/// A field of a form.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FieldShape {
    pub name: &'static str,
    pub label: String,
    pub value: String,
    pub is_required: bool,
    pub length_max: usize,
}

/// A picture or a document.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FileShape {
    /// What a document is called; what a picture says.
    pub name: String,
    pub media_type: &'static str,
    /// In base 64.
    pub content: String,
}

/// Says something as in a private chat with the bot, so that a program can do whatever a person can, but for signing in,
/// linking and parting accounts, having mail sent, and taking or erasing everything that is kept. With the same
/// `Idempotency-Key` it is done once.
#[utoipa::path(
    post,
    path = "/conversation",
    operation_id = "say",
    tag = "conversation",
    request_body = Saying,
    params(
        ("Idempotency-Key" = Option<String>, Header, description = "Up to 200 characters that name this request for ever.")
    ),
    responses(
        (status = 200, description = "What is answered; a refusal in words, too.", body = Answer),
        Problems
    ),
    security(("token" = []))
)]
pub(crate) async fn say(
    State(web): State<Web>,
    caller: Caller,
    headers: HeaderMap,
    Body(saying): Body<Saying>,
) -> Result<Json<Answer>, Problem> {
    let caller = caller.may(Scope::Write)?;
    let fault = |error| Problem::of_error(&error, caller.words);
    let said = input(saying)?;
    let key = idempotency_key(&headers, caller.words)?;
    let key = format!("{} {key}", caller.token.id);
    let (by, language) = ((caller.person, Speaker::Program), caller.words.language());
    let said = private_chat::say(&web, by, (&key, said), language);
    match said.await.map_err(fault)? {
        Said::NotFor => {
            let detail = caller.words.say("api-not-here");
            Err(Problem::coded(StatusCode::FORBIDDEN, "for_people_alone", detail))
        }
        // Who is too quick is not listened to for a while.
        Said::Answer(reply) => match reply.wait_until {
            Some(until) => {
                let wait_s = private_chat::seconds_until(&web, until);
                Err(Problem::too_much(wait_s, caller.words))
            }
            None => Ok(Json(answer(*reply))),
        },
        Said::NotUnderstood => Err(Problem::coded(
            StatusCode::UNPROCESSABLE_ENTITY,
            "not_understood",
            caller.words.say("me-unclear"),
        )),
        Said::NoChat => Err(Problem::of(StatusCode::FORBIDDEN)),
    }
}

fn input(saying: Saying) -> Result<Input, Problem> {
    let within = |name: &str, text: &str, most: usize| match text.chars().count() <= most {
        true => Ok(()),
        false => Err(Problem::bad(format!("{name}: at most {most} characters"))),
    };
    match saying {
        Saying::Line(Line { line }) => {
            within("line", &line, LINE_MAX)?;
            Ok(Input::Line(line))
        }
        Saying::Press(Press { press, fields }) => {
            within("press", &press, PRESS_MAX)?;
            let Some(fields) = fields else { return Ok(Input::Callback(press)) };
            if fields.len() > FIELDS_MAX {
                return Err(Problem::bad(format!("fields: at most {FIELDS_MAX}")));
            }
            for (name, value) in &fields {
                within(name, value, LINE_MAX)?;
            }
            Ok(Input::Form { press, fields: fields.into_iter().collect() })
        }
    }
}

fn answer(reply: Reply) -> Answer {
    let buttons = reply.buttons.into_iter().flatten().map(|button| match button.action {
        ButtonAction::Callback(press) => {
            ButtonShape { label: button.label, press: Some(press.to_string()), link: None }
        }
        ButtonAction::Link(link) => {
            ButtonShape { label: button.label, press: None, link: Some(link) }
        }
    });
    let choices = reply.choices.into_iter().map(|choice| ButtonShape {
        label: choice.label,
        press: Some(choice.press.to_string()),
        link: None,
    });
    let form = reply.form.map(|form| FormShape {
        title: form.title,
        press: form.press.to_string(),
        fields: form
            .fields
            .into_iter()
            .map(|field| FieldShape {
                name: field.name,
                label: field.label,
                value: field.value,
                is_required: field.required,
                length_max: field.length_max,
            })
            .collect(),
    });
    let pictures = reply.pictures.into_iter().map(|picture| FileShape {
        name: picture.alt,
        media_type: "image/png",
        content: STANDARD.encode(&*picture.png),
    });
    let documents = reply.documents.into_iter().map(|document| FileShape {
        name: document.name,
        media_type: "application/octet-stream",
        content: STANDARD.encode(&document.bytes),
    });
    Answer {
        text: reply.text.plain(),
        buttons: buttons.chain(choices).collect(),
        form,
        files: pictures.chain(documents).collect(),
    }
}
