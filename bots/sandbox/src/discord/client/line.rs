//! Turning a typed line such as `/checkin event:Reading note:"five km"` into what Discord's client sends.

use serde_json::{Value, json};

use crate::discord::client::interact::{Content, Resolved};
use crate::discord::client::line_value;
use crate::discord::client::typist::{self, Objection, Typist};
use crate::discord::interaction::Kind;
use crate::state::people::Person;

/// A command as registered, the way down to its subcommand, and what was typed after it.
struct Found<'a> {
    command: &'a Value,
    way: Vec<&'a Value>,
    rest: &'a str,
}

impl<'a> Found<'a> {
    fn options(&self) -> &'a [Value] {
        let leaf = self.way.last().unwrap_or(&self.command);
        leaf["options"].as_array().map(Vec::as_slice).unwrap_or_default()
    }
}

/// The interaction that this line sends.
pub fn command(typist: &Typist<'_>, line: &str) -> Result<Content, Objection> {
    let found = typist.find(line)?;
    typist.check_allowed(found.command)?;
    let mut resolved = Resolved::default();
    let mut options = Vec::new();
    let given = split(found.rest, found.options(), typist.locale())?;
    for (spec, text) in &given {
        let value = line_value::read(typist, spec, text, &mut resolved)?;
        options.push(json!({"name": spec["name"], "type": spec["type"], "value": value}));
    }
    for spec in found.options() {
        let missing = given.iter().all(|(known, _)| known["name"] != spec["name"]);
        if missing && spec["required"] == true {
            let name = spec["name"].as_str().unwrap_or_default();
            return Err(("missing_option", format!("{name}: this option is required")));
        }
    }
    Ok(content(Kind::Command, &found, options, resolved))
}

/// The interaction that picking a command from the menu of a user sends.
pub fn user_command(typist: &Typist<'_>, name: &str, user: &Person) -> Result<Content, Objection> {
    let is_meant = |command: &&Value| {
        command["type"] == 2
            && (command["name"] == name || typist::is_named(command, name, typist.locale()))
    };
    let command = typist.world.discord.all_commands().find(is_meant);
    let unknown = || ("unknown_command", format!("there is no {name} in the menu"));
    let command = command.ok_or_else(unknown)?;
    typist.check_allowed(command)?;
    let mut resolved = Resolved::default();
    resolved.add_person(typist.world, user, typist.in_guild());
    let data = json!({
        "id": command["id"], "name": command["name"], "type": 2,
        "target_id": user.discord_id.to_string(), "resolved": resolved.into_value(),
    });
    Ok(Content { kind: Kind::Command, data, message: None })
}

/// The interaction that typing into an option sends.
pub fn autocomplete(
    typist: &Typist<'_>,
    line: &str,
    (option, typed): (&str, &str),
) -> Result<Content, Objection> {
    let found = typist.find(line)?;
    typist.check_allowed(found.command)?;
    let unknown = || ("unknown_option", format!("this command has no option {option}"));
    let named = |spec: &&Value| typist::is_named(spec, option, typist.locale());
    let focused = found.options().iter().find(named).ok_or_else(unknown)?;
    if focused["autocomplete"] != true {
        return Err(("no_autocomplete", format!("{option} does not complete what is typed")));
    }
    let mut resolved = Resolved::default();
    let mut options = Vec::new();
    for (spec, text) in split(found.rest, found.options(), typist.locale())? {
        if spec["name"] != focused["name"] {
            let value = line_value::read(typist, spec, &text, &mut resolved)?;
            options.push(json!({"name": spec["name"], "type": spec["type"], "value": value}));
        }
    }
    options.push(json!({
        "name": focused["name"], "type": focused["type"], "value": typed, "focused": true,
    }));
    Ok(content(Kind::Autocomplete, &found, options, resolved))
}

fn content(kind: Kind, found: &Found<'_>, options: Vec<Value>, resolved: Resolved) -> Content {
    let mut options = Value::Array(options);
    for step in found.way.iter().rev() {
        options = json!([{"name": step["name"], "type": step["type"], "options": options}]);
    }
    let mut data = json!({
        "id": found.command["id"], "name": found.command["name"], "type": 1, "options": options,
    });
    if let Some(guild) = found.command["guild_id"].as_str() {
        data["guild_id"] = json!(guild);
    }
    if let Some(resolved) = resolved.into_value() {
        data["resolved"] = resolved;
    }
    Content { kind, data, message: None }
}

fn first_word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    (&text[..end], &text[end..])
}

/// Splits `name:value name:"quoted value"` at the names of known options.
fn split<'a>(
    text: &str,
    specs: &'a [Value],
    locale: &str,
) -> Result<Vec<(&'a Value, String)>, Objection> {
    let mut given: Vec<(&Value, String)> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let Some((spec, after)) = option_at(rest, specs, locale) else {
            let (word, _) = first_word(rest);
            return Err(("unknown_option", format!("this command has no option {word}")));
        };
        if given.iter().any(|(known, _)| known["name"] == spec["name"]) {
            let name = spec["name"].as_str().unwrap_or_default();
            return Err(("duplicate_option", format!("{name}: given twice")));
        }
        let after = after.trim_start_matches(' ');
        let (value, left) = match after.strip_prefix('"') {
            Some(quoted) => unquote(quoted)?,
            None => {
                let end = value_end(after, specs, locale);
                (after[..end].trim_end().to_owned(), &after[end..])
            }
        };
        given.push((spec, value));
        rest = left.trim_start();
    }
    Ok(given)
}

/// The option whose `name:` this text begins with, and what follows.
fn option_at<'a, 'b>(
    text: &'b str,
    specs: &'a [Value],
    locale: &str,
) -> Option<(&'a Value, &'b str)> {
    let (word, after) = text.split_once(':')?;
    if word.contains(char::is_whitespace) {
        return None;
    }
    let spec = specs.iter().find(|spec| typist::is_named(spec, word, locale))?;
    Some((spec, after))
}

/// Where an unquoted value ends: before the next known `name:`.
fn value_end(text: &str, specs: &[Value], locale: &str) -> usize {
    let mut spaces = text.char_indices().filter(|(_, letter)| letter.is_whitespace());
    let begins = |at: usize| option_at(text[at..].trim_start(), specs, locale).is_some();
    spaces.find(|(at, _)| begins(*at)).map_or(text.len(), |(at, _)| at)
}

fn unquote(text: &str) -> Result<(String, &str), Objection> {
    let mut value = String::new();
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return Ok((value, &text[at + 1..])),
            '\\' => match letters.next() {
                Some((_, escaped @ ('"' | '\\'))) => value.push(escaped),
                Some((_, other)) => {
                    value.push('\\');
                    value.push(other);
                }
                None => value.push('\\'),
            },
            letter => value.push(letter),
        }
    }
    Err(("bad_quotes", "a quotation mark is missing".to_owned()))
}

impl<'a> Typist<'a> {
    fn find(&self, line: &'a str) -> Result<Found<'a>, Objection> {
        let line = line.trim().trim_start_matches('/');
        let (word, mut rest) = first_word(line);
        let slash = |command: &&Value| command["type"].as_u64().unwrap_or(1) == 1;
        let mut commands = self.world.discord.all_commands().filter(slash);
        let command = commands.find(|command| typist::is_named(command, word, self.locale()));
        let unknown = || ("unknown_command", format!("there is no command /{word}"));
        let command = command.ok_or_else(unknown)?;
        let mut way: Vec<&Value> = Vec::new();
        loop {
            let here = way.last().copied().unwrap_or(command);
            let options = here["options"].as_array().map(Vec::as_slice).unwrap_or_default();
            let steps = |option: &&Value| matches!(option["type"].as_u64(), Some(1 | 2));
            if !options.iter().any(|option| steps(&option)) {
                return Ok(Found { command, way, rest });
            }
            let (word, after) = first_word(rest);
            let mut steps = options.iter().filter(steps);
            let step = steps.find(|option| typist::is_named(option, word, self.locale()));
            let Some(step) = step else {
                let names = options.iter().filter_map(|option| option["name"].as_str());
                let names: Vec<&str> = names.collect();
                let words = format!("choose one of: {}", names.join(", "));
                return Err(("unknown_command", words));
            };
            way.push(step);
            rest = after;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::message::Place;
    use crate::state::world::World;
    use chrono::DateTime;
    use tokio::sync::broadcast;

    fn world() -> World {
        let news = broadcast::channel(1).0;
        let mut world = World::new(DateTime::UNIX_EPOCH, "http://127.0.0.1:1".to_owned(), news);
        world.discord.commands = vec![
            json!({"id": "1", "name": "checkin", "name_localizations": {"de": "einchecken"},
                "contexts": [0, 1], "options": [
                {"name": "event", "type": 3, "required": true, "max_length": 20},
                {"name": "note", "type": 3, "name_localizations": {"de": "notiz"}},
                {"name": "amount", "type": 4, "min_value": 1, "max_value": 100},
                {"name": "friend", "type": 6},
                {"name": "quiet", "type": 5},
                {"name": "mood", "type": 3, "choices": [{"name": "Good", "value": "g"}]}]}),
            json!({"id": "2", "name": "event", "contexts": [0], "options": [
                {"name": "create", "type": 1, "options": [{"name": "title", "type": 3}]}]}),
            json!({"id": "3", "name": "admin", "contexts": [0],
                "default_member_permissions": "32", "options": []}),
        ];
        world
    }

    fn say(person: &str, place: Place, line: &str) -> Result<Value, &'static str> {
        let world = world();
        let person = world.person(person).expect("a person");
        let typist = Typist { world: &world, person, place: &place };
        let content = command(&typist, line).map_err(|(code, _)| code)?;
        Ok(content.data)
    }

    fn in_group(line: &str) -> Result<Value, &'static str> {
        say("ken", Place::Group, line)
    }

    #[test]
    fn quoted_and_open_values_are_read() {
        let data = in_group(r#"/checkin event:Reading note:"five \"km\"" amount:5"#).expect("fine");
        assert_eq!(data["options"][0]["value"], "Reading");
        assert_eq!(data["options"][1]["value"], "five \"km\"");
        assert_eq!(data["options"][2]["value"], 5);
        let data = in_group("/checkin event:Read 20 pages note:at 7:30").expect("fine");
        assert_eq!(data["options"][0]["value"], "Read 20 pages");
        assert_eq!(data["options"][1]["value"], "at 7:30");
    }

    #[test]
    fn a_subcommand_is_nested() {
        let data = in_group("/event create title:Swim").expect("fine");
        assert_eq!(data["options"][0]["name"], "create");
        assert_eq!(data["options"][0]["options"][0]["value"], "Swim");
        assert_eq!(in_group("/event").expect_err("no subcommand"), "unknown_command");
    }

    #[test]
    fn names_may_be_those_of_the_persons_language() {
        let data = in_group("/einchecken event:Lesen notiz:gut").expect("fine");
        assert_eq!(data["name"], "checkin");
        assert_eq!(data["options"][1]["name"], "note");
        let other = say("ada", Place::Group, "/einchecken event:Lesen");
        assert_eq!(other.expect_err("English"), "unknown_command");
    }

    #[test]
    fn the_client_objects_before_anything_is_sent() {
        let objections = [
            ("/nothing", "unknown_command"),
            ("/checkin", "missing_option"),
            ("/checkin colour:red", "unknown_option"),
            ("/checkin event:a event:b", "duplicate_option"),
            ("/checkin event:a amount:many", "bad_value"),
            ("/checkin event:a amount:0", "bad_value"),
            ("/checkin event:a amount:101", "bad_value"),
            ("/checkin event:a quiet:perhaps", "bad_value"),
            ("/checkin event:a mood:bad", "bad_value"),
            ("/checkin event:a friend:@nobody", "bad_value"),
            ("/checkin event:aaaaaaaaaaaaaaaaaaaaaaaaaa", "bad_value"),
            ("/checkin event:\"a", "bad_quotes"),
            ("/admin", "not_permitted"),
        ];
        for (line, code) in objections {
            assert_eq!(in_group(line).expect_err(line), code, "{line}");
        }
    }

    #[test]
    fn a_choice_goes_by_name_or_value_and_a_user_is_resolved() {
        let data = in_group("/checkin event:a mood:Good friend:@Ada").expect("fine");
        assert_eq!(data["options"][1]["value"], "g");
        let ada = data["options"][2]["value"].as_str().expect("an id");
        assert_eq!(data["resolved"]["users"][ada]["username"], "ada");
        assert!(data["resolved"]["members"][ada]["permissions"].is_string());
    }

    #[test]
    fn a_command_of_the_guild_cannot_be_used_in_private() {
        let place = Place::Private("ada".to_owned());
        let refused = say("ada", place, "/event create title:x");
        assert_eq!(refused.expect_err("private"), "not_allowed_here");
        assert!(say("ada", Place::Group, "/admin").is_ok());
    }
}
