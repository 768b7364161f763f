//! `/me/settings`: who one is here, by which clock, what others see, and where one is signed in. What is changed is said to
//! the conversation, which knows the rules and has the words.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use engine::rules::{Instant, Setting};
use engine::{Error, Passkey, Person, Platform, Session, Subscription};
use talk::{Input, LANGUAGES};

use crate::device::device;
use crate::me::nonce;
use crate::pages::{answer, fault, notice};
use crate::private_chat::{self, Said, Speaker};
use crate::said::{Shown, shown, unclear};
use crate::sign_in::{passkey, ways};
use crate::visitor::{Fields, Sent, SignedIn, Visitor, field};
use crate::web::Web;
use crate::words::Words;

/// What stands for a value that was taken away.
const OFF: &str = "off";

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    words: Words,
    /// Proves that a form is ours.
    mark: String,
    key: String,
    /// What the conversation answered.
    answers: Vec<Shown>,
    now: Values,
    languages: Vec<Language>,
    /// Platform, name, and since when it is theirs.
    accounts: Vec<(&'static str, String, String)>,
    /// The one that looks at the page has no id: it ends by its own button.
    sessions: Vec<Row>,
    /// None where there can be none.
    passkeys: Option<Vec<Row>>,
    /// Browsers that are told; none where none can be.
    push: Option<PushPart>,
}

struct PushPart {
    public_key: String,
    browsers: Vec<Row>,
}

struct Language {
    tag: &'static str,
    name: String,
    is_current: bool,
}

struct Row {
    id: String,
    name: String,
    used: String,
}

/// What the forms hold.
struct Values {
    name: String,
    about: String,
    language: String,
    zone: String,
    day_start: String,
    quiet: String,
    hidden: bool,
    nudges: bool,
    cheers: bool,
    milestones: bool,
}

impl Values {
    fn of(person: &Person) -> Values {
        let start = person.setting.day_start.minutes();
        Values {
            name: person.name.clone(),
            about: person.about.clone(),
            language: person.locale.clone().unwrap_or_else(|| "auto".to_owned()),
            zone: person.setting.zone.name().to_owned(),
            day_start: format!("{:02}:{:02}", start / 60, start % 60),
            quiet: person
                .quiet
                .map_or(String::new(), |quiet| format!("{}-{}", quiet.from, quiet.to)),
            hidden: person.hidden,
            nudges: person.allow_nudges,
            cheers: person.allow_cheers,
            milestones: person.share_milestones,
        }
    }
}

/// `GET /me/settings`
pub(crate) async fn settings(State(web): State<Web>, words: Words, visitor: Visitor) -> Response {
    let Some(signed_in) = visitor.0 else { return ways::first(&web, words, None) };
    answer(words, page(&web, words, &signed_in, vec![]).await.map(Some))
}

/// `POST /me/settings`: one of its forms, which is named by `part`.
pub(crate) async fn change(
    State(web): State<Web>,
    words: Words,
    Sent { mut signed_in, fields }: Sent,
) -> Response {
    let (people, person) = (web.engine.people(), signed_in.person.id);
    if let Some(id) = field(&fields, "passkey") {
        return match people.drop_passkey(person, id).await {
            Ok(_) => Redirect::to("/me/settings").into_response(),
            Err(error) => fault(&error, words),
        };
    }
    if let Some(mark) = field(&fields, "session") {
        return match people.sign_out_of(person, mark).await {
            Ok(()) => Redirect::to("/me/settings").into_response(),
            Err(error) => fault(&error, words),
        };
    }
    if let Some(id) = field(&fields, "push").and_then(|id| id.parse().ok()) {
        return match people.unsubscribe(person, id).await {
            Ok(()) => Redirect::to("/me/settings").into_response(),
            Err(error) => fault(&error, words),
        };
    }
    let said = said(&Values::of(&signed_in.person), &fields);
    match tell(&web, words, &signed_in, said, &fields).await {
        Ok(Some(answers)) => {
            // As it is now, and not as it was when the form was sent.
            let person = people.get(person).await;
            let page = match person {
                Ok(Some(person)) => {
                    signed_in.person = person;
                    page(&web, words, &signed_in, answers).await.map(Some)
                }
                Ok(None) => Ok(None),
                Err(error) => Err(error),
            };
            answer(words, page)
        }
        Ok(None) => notice(StatusCode::UNAUTHORIZED, "signed-out", words),
        Err(error) => fault(&error, words),
    }
}

/// What a form comes to, in the commands of a chat; only what it changes is said.
fn said(now: &Values, fields: &Fields) -> Vec<(&'static str, Vec<(&'static str, String)>)> {
    let given = |name: &str| field(fields, name).map(|value| private_chat::cut(value.trim()));
    // Boxes that are not ticked are not sent.
    let ticked = |name: &str| field(fields, name).is_some();
    let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
    let or_off = |value: String| if value.is_empty() { OFF.to_owned() } else { value };
    let changed = |name: &'static str, was: &str| {
        given(name).filter(|value| value != was).map(|value| (name, or_off(value)))
    };
    match field(fields, "part") {
        Some("profile") => {
            let args: Vec<_> = changed("name", &now.name)
                .into_iter()
                .chain(changed("about", &now.about))
                .collect();
            if args.is_empty() { vec![] } else { vec![("profile", args)] }
        }
        Some("clock") => {
            let zone = changed("zone", &now.zone).map(|zone| ("timezone", vec![zone]));
            let rest = [
                changed("language", &now.language),
                changed("day_start", &now.day_start),
                changed("quiet", &now.quiet),
            ];
            let rest = rest.into_iter().flatten().map(|arg| ("settings", vec![arg]));
            zone.into_iter().chain(rest).collect()
        }
        Some("others") => {
            let mut said = vec![];
            if ticked("hidden") != now.hidden {
                let action = if now.hidden { "show" } else { "hide" };
                said.push(("privacy", vec![("action", action.to_owned())]));
            }
            let boxes =
                [("nudges", now.nudges), ("cheers", now.cheers), ("milestones", now.milestones)];
            for (name, was) in boxes {
                if ticked(name) != was {
                    said.push(("settings", vec![(name, yes(!was))]));
                }
            }
            said
        }
        Some("export") => vec![("privacy", vec![("action", "export".to_owned())])],
        Some("delete") => vec![("privacy", vec![("action", "delete".to_owned())])],
        Some("keep") => vec![("privacy", vec![("action", "keep".to_owned())])],
        _ => vec![],
    }
}

/// Says one thing after the other; none where the person has no chat any more.
async fn tell(
    web: &Web,
    words: Words,
    signed_in: &SignedIn,
    said: Vec<(&'static str, Vec<(&'static str, String)>)>,
    fields: &Fields,
) -> Result<Option<Vec<Shown>>, Error> {
    let key = format!("{} {}", signed_in.session(), field(fields, "key").unwrap_or_default());
    let mut answers = vec![];
    for (command, args) in said {
        let args = args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let input = Input::Command { path: command.to_owned(), args };
        let by = (signed_in.person.id, Speaker::Person);
        let language = words.language();
        answers.push(match private_chat::say(web, by, (&key, input), language).await? {
            Said::Answer(reply) => shown(*reply),
            Said::NotUnderstood | Said::NotFor => unclear(words),
            Said::NoChat => return Ok(None),
        });
    }
    Ok(Some(answers))
}

async fn page(
    web: &Web,
    words: Words,
    signed_in: &SignedIn,
    answers: Vec<Shown>,
) -> Result<SettingsPage, Error> {
    let person = &signed_in.person;
    let people = web.engine.people();
    let date = |at: Instant| words.date(Setting::midnight(person.setting.zone).day_of(at).date());
    let now = Values::of(person);
    let tags = std::iter::once("auto").chain(LANGUAGES.iter().map(|(tag, _)| *tag));
    let language = |tag: &'static str| Language {
        tag,
        name: words.chat().plain(&format!("choice-{tag}"), &[]),
        is_current: now.language == tag,
    };
    let accounts = people.accounts_since(person.id).await?;
    let session = |session: Session| {
        let (id, used) = if session.is_of(signed_in.session()) {
            (String::new(), words.say("session-here"))
        } else {
            let used = words.tell("tokens-used", [("date", date(session.used_at).into())]);
            (session.mark().to_owned(), used)
        };
        Row { id, name: device(&session.browser), used }
    };
    let row = |passkey: Passkey| Row {
        id: passkey.id,
        used: match passkey.used_at {
            Some(at) => words.tell("tokens-used", [("date", date(at).into())]),
            None => words.say("tokens-unused"),
        },
        name: device(&passkey.name),
    };
    let passkeys = match passkey::host(&web.public_url) {
        Some(_) => Some(people.passkeys(person.id).await?.into_iter().map(row).collect()),
        None => None,
    };
    let browser = |browser: Subscription| Row {
        id: browser.id.to_string(),
        name: device(&browser.browser),
        used: words.tell("push-since", [("date", date(browser.created_at).into())]),
    };
    let push = match &web.push {
        Some(push) => Some(PushPart {
            public_key: push.public_key.clone(),
            browsers: people.subscriptions(person.id).await?.into_iter().map(browser).collect(),
        }),
        None => None,
    };
    Ok(SettingsPage {
        words,
        mark: signed_in.form_mark(),
        key: nonce()?,
        answers,
        languages: tags.map(language).collect(),
        now,
        accounts: accounts
            .into_iter()
            .map(|(account, since)| {
                let since = words.tell("push-since", [("date", date(since).into())]);
                (called(account.platform), account.name, since)
            })
            .collect(),
        sessions: people.sessions(person.id).await?.into_iter().map(session).collect(),
        passkeys,
        push,
    })
}

/// What people call a platform.
fn called(platform: Platform) -> &'static str {
    match platform {
        Platform::Discord => "Discord",
        Platform::Telegram => "Telegram",
        Platform::Email => "E-mail",
        Platform::Push => "Push",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values() -> Values {
        Values {
            name: "Ada".to_owned(),
            about: String::new(),
            language: "auto".to_owned(),
            zone: "Europe/Berlin".to_owned(),
            day_start: "00:00".to_owned(),
            quiet: "22:00-07:00".to_owned(),
            hidden: false,
            nudges: true,
            cheers: true,
            milestones: true,
        }
    }

    fn told(pairs: &[(&str, &str)]) -> String {
        let fields = pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        let said = said(&values(), &fields);
        let one = |(command, args): &(&str, Vec<(&str, String)>)| {
            let args: Vec<String> =
                args.iter().map(|(name, value)| format!("{name}:{value}")).collect();
            format!("/{command} {}", args.join(" "))
        };
        said.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn only_what_a_form_changes_is_said() {
        assert_eq!(told(&[("part", "profile"), ("name", " Ada "), ("about", "")]), "");
        let profile = [("part", "profile"), ("name", ""), ("about", "I read")];
        assert_eq!(told(&profile), "/profile name:off about:I read");
        let clock = [
            ("part", "clock"),
            ("zone", "Tokyo"),
            ("language", "auto"),
            ("day_start", "03:00"),
            ("quiet", ""),
        ];
        assert_eq!(
            told(&clock),
            "/timezone zone:Tokyo; /settings day_start:03:00; /settings quiet:off"
        );
        let others = [("part", "others"), ("hidden", "on"), ("cheers", "on"), ("milestones", "on")];
        assert_eq!(told(&others), "/privacy action:hide; /settings nudges:no");
        assert_eq!(told(&[("part", "delete")]), "/privacy action:delete");
        assert_eq!(told(&[("part", "sudo")]), "");
    }
}
