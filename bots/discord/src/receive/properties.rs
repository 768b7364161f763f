//! Whatever Discord sends is read, or costs only itself; nothing panics.

use engine::rules::Instant;
use poise::serenity_prelude as serenity;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use talk::Input;

use crate::receive::direct::{DirectMessage, direct_message};
use crate::receive::read::{Received, read};

const NOW: Instant = Instant(1_772_366_400);

/// What every interaction has, of a kind and with its data.
fn interaction(kind: u8, data: Value) -> Value {
    let user = json!({"id": "5", "username": "ada", "discriminator": "0", "global_name": "Ada"});
    let member = json!({
        "user": user, "roles": [], "joined_at": "2026-01-01T00:00:00Z", "deaf": false,
        "mute": false, "flags": 0, "permissions": "32",
    });
    let message = json!({
        "id": "9", "channel_id": "7", "author": user, "content": "", "type": 0, "flags": 64,
        "timestamp": "2026-01-01T00:00:00Z", "tts": false, "mention_everyone": false, "pinned": false,
        "mentions": [], "mention_roles": [], "attachments": [], "embeds": [],
    });
    let mut interaction = json!({
        "id": "1180000000000000009", "application_id": "1", "type": kind, "token": "secret",
        "version": 1, "locale": "de", "guild_locale": "en-US", "guild_id": "6", "channel_id": "7",
        "channel": {"id": "7", "type": 11}, "member": member, "app_permissions": "2048",
        "entitlements": [], "context": 0, "attachment_size_limit": 1, "data": data,
        "authorizing_integration_owners": {},
    });
    if kind == 3 {
        interaction["message"] = message;
    }
    interaction
}

fn command() -> Value {
    interaction(
        2,
        json!({
            "id": "8", "name": "event", "type": 1,
            "options": [{"name": "invite", "type": 1, "options": [
                {"name": "event", "type": 3, "value": "Read"},
                {"name": "user", "type": 6, "value": "5"},
            ]}],
            "resolved": {"users": {"5": {"id": "5", "username": "ada", "discriminator": "0"}}},
        }),
    )
}

fn menu() -> Value {
    let users = json!({"5": {"id": "5", "username": "ada", "discriminator": "0"}});
    let resolved = json!({"users": users});
    let data =
        json!({"id": "8", "name": "Cheer", "type": 2, "target_id": "5", "resolved": resolved});
    interaction(2, data)
}

fn press() -> Value {
    interaction(3, json!({"custom_id": "v1:checkin:5:", "component_type": 2}))
}

fn form() -> Value {
    let input = json!({"type": 4, "custom_id": "note", "value": "well"});
    let rows = json!([{"type": 1, "components": [input]}]);
    interaction(5, json!({"custom_id": "v1:checkin:5:note", "components": rows}))
}

fn received(interaction: &Value) -> Option<Received> {
    let text = interaction.to_string();
    read(&serde_json::from_str::<serenity::Interaction>(&text).ok()?, NOW)
}

#[test]
fn a_command_is_read_with_its_group_and_the_people_it_names() {
    let received = received(&command()).expect("it is read");
    let said = Input::Command {
        path: "event invite".to_owned(),
        args: vec![("event".to_owned(), "Read".to_owned()), ("user".to_owned(), "5".to_owned())],
    };
    assert_eq!(received.request.said, said);
    assert_eq!(received.request.named[0].name, "ada");
    assert_eq!(received.request.locale(), "de");
    assert!(received.request.manages && !received.public && received.may_open);
}

#[test]
fn a_role_is_passed_on_with_whether_whoever_names_it_may_give_it() {
    const ADMINISTRATOR: u64 = 1 << 3;
    const MANAGE_GUILD: u64 = 1 << 5;
    const MANAGE_ROLES: u64 = 1 << 28;
    for (held, allowed, is_granted) in [
        (MANAGE_GUILD, 0, false),
        (MANAGE_GUILD, ADMINISTRATOR, false),
        (MANAGE_GUILD | MANAGE_ROLES, 0, true),
        (MANAGE_GUILD | MANAGE_ROLES, MANAGE_ROLES, true),
        (MANAGE_GUILD | MANAGE_ROLES, ADMINISTRATOR, false),
        (ADMINISTRATOR, MANAGE_ROLES | ADMINISTRATOR, true),
    ] {
        let role = json!({
            "id": "12", "name": "Admins", "color": 0, "colors": {"primary_color": 0},
            "hoist": false, "icon": null, "unicode_emoji": null, "position": 3, "managed": false,
            "permissions": allowed.to_string(), "mentionable": false, "flags": 0,
        });
        let mut said = interaction(
            2,
            json!({
                "id": "8", "name": "admin", "type": 1,
                "options": [{"name": "role", "type": 1, "options": [
                    {"name": "length", "type": 3, "value": "3"},
                    {"name": "role", "type": 8, "value": "12"},
                ]}],
                "resolved": {"roles": {"12": role}},
            }),
        );
        said["member"]["permissions"] = json!(held.to_string());
        let request = received(&said).expect("it is read").request;
        let args = [("length", "3"), ("role", "12")];
        let args = args.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        assert_eq!(request.said, Input::Command { path: "admin role".to_owned(), args });
        let grants: &[&str] = if is_granted { &["12"] } else { &[] };
        assert_eq!(request.grants, grants, "{held:b} {allowed:b}");
    }
}

#[test]
fn of_those_who_are_named_the_members_of_the_server_are_there() {
    for mut said in [command(), menu()] {
        assert_eq!(received(&said).expect("it is read").request.present, [""; 0]);
        let mut member = said["member"].clone();
        member.as_object_mut().expect("it has fields").remove("user");
        said["data"]["resolved"]["members"] = json!({"5": member});
        assert_eq!(received(&said).expect("it is read").request.present, ["5"]);
    }
}

#[test]
fn whoever_brings_us_along_into_a_server_does_not_put_us_there() {
    let cases = [
        (json!({}), false),
        (json!({"0": "6"}), false),
        (json!({"0": "6", "1": "5"}), false),
        (json!({"1": "5"}), true),
    ];
    for mut said in [command(), menu()] {
        for (owners, is_guest) in &cases {
            said["authorizing_integration_owners"] = owners.clone();
            let place = received(&said).expect("it is read").request.place;
            assert_eq!(place.is_guest, *is_guest, "{owners}");
        }
    }
}

#[test]
fn the_menu_of_a_person_is_a_command_about_them() {
    let received = received(&menu()).expect("it is read");
    let args = vec![("user".to_owned(), "5".to_owned())];
    assert_eq!(received.request.said, Input::Command { path: "cheer".to_owned(), args });
}

#[test]
fn a_command_that_is_not_in_the_table_is_a_request_all_the_same() {
    let mut old = command();
    old["data"]["name"] = "forgotten".into();
    old["data"]["options"] = json!([]);
    let said = received(&old).expect("it is read").request.said;
    assert_eq!(said, Input::Command { path: "forgotten".to_owned(), args: vec![] });
}

#[test]
fn a_form_is_read_and_opens_no_other() {
    let received = received(&form()).expect("it is read");
    let fields = vec![("note".to_owned(), "well".to_owned())];
    let press = "v1:checkin:5:note".to_owned();
    assert_eq!(received.request.said, Input::Form { press, fields });
    assert!(!received.may_open);
}

#[test]
fn a_hostile_name_becomes_a_plain_one_or_costs_only_itself() {
    let names: Vec<&str> = include_str!("../../../../tests/attacks/names.jsonl").lines().collect();
    assert_eq!(names.len(), 80);
    let whole = command().to_string();
    let mut known = 0;
    for name in names {
        let named = whole.replace("\"global_name\":\"Ada\"", &format!("\"global_name\":{name}"));
        let interaction = serde_json::from_str::<serenity::Interaction>(&named);
        // What is half a letter is no text.
        let Ok(written) = serde_json::from_str::<String>(name) else {
            assert!(interaction.is_err(), "{name}");
            continue;
        };
        let interaction = interaction.unwrap_or_else(|error| panic!("{name}: {error}"));
        let received = read(&interaction, NOW).expect("it is read");
        assert_eq!(received.request.account.name, talk::clean_name(&written, "ada"), "{name}");
        known += 1;
    }
    assert_eq!(known, 77);
}

#[test]
fn who_has_no_name_that_can_be_shown_is_someone() {
    let mut nameless = command();
    nameless["member"]["user"]["global_name"] = "\u{3164}".into();
    nameless["member"]["user"]["username"] = "\u{202e}".into();
    assert_eq!(received(&nameless).expect("it is read").request.account.name, "someone");
}

/// A message in private, which answers one of ours that bears a button.
fn message() -> Value {
    let user = json!({"id": "5", "username": "ada", "discriminator": "0", "global_name": "Ada"});
    let mut own = user.clone();
    own["id"] = "1".into();
    let button = json!({"type": 2, "style": 3, "label": "Check in", "custom_id": "v1:checkin:5:"});
    let message = |author: &Value, content: &str| {
        json!({
            "id": "1180000000000000009", "channel_id": "7", "author": author, "content": content,
            "type": 0, "flags": 0, "timestamp": "2026-01-01T00:00:00Z", "edited_timestamp": null,
            "tts": false, "mention_everyone": false, "pinned": false, "mentions": [],
            "mention_roles": [], "attachments": [], "embeds": [],
            "components": [{"type": 1, "components": [button]}],
        })
    };
    let mut said = message(&user, "two suns");
    said["referenced_message"] = message(&own, "Yoga?");
    said
}

fn direct(message: &Value) -> Option<DirectMessage> {
    let text = message.to_string();
    direct_message(&serde_json::from_str(&text).ok()?, serenity::UserId::new(1), NOW)
}

#[test]
fn what_is_said_in_private_is_read_and_nothing_else() {
    let read = direct(&message()).expect("it is read");
    let fields = vec![("reply".to_owned(), "two suns".to_owned())];
    assert_eq!(read.request.said, Input::Form { press: "v1:checkin:5:".to_owned(), fields });
    let mut to_another = message();
    to_another["referenced_message"]["author"]["id"] = "6".into();
    let said = direct(&to_another).map(|read| read.request.said);
    assert_eq!(said, Some(Input::Said("two suns".to_owned())));
    for (field, odd) in [
        ("guild_id", json!("6")),
        ("webhook_id", json!("6")),
        ("type", json!(6)),
        ("content", json!("  ")),
    ] {
        let mut other = message();
        other[field] = odd;
        assert!(direct(&other).is_none(), "{field}");
    }
    let mut by_bot = message();
    by_bot["author"]["bot"] = true.into();
    assert!(direct(&by_bot).is_none());
}

/// A value of some shape; of objects, the fields that interactions have.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(|number| Value::from(number.to_string())),
        (0_i64..12).prop_map(Value::from),
        proptest::collection::vec(any::<char>(), 0..8)
            .prop_map(|signs| Value::from(String::from_iter(signs))),
    ];
    leaf.prop_recursive(4, 48, 6, |inner| {
        const FIELDS: &[&str] = &[
            "id",
            "name",
            "type",
            "value",
            "options",
            "focused",
            "custom_id",
            "components",
            "component_type",
            "values",
            "user",
            "permissions",
            "flags",
            "resolved",
            "users",
            "attachments",
            "url",
            "filename",
            "target_id",
            "username",
            "global_name",
        ];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((proptest::sample::select(FIELDS), inner), 0..8).prop_map(
                |fields| Value::Object(Map::from_iter(
                    fields.into_iter().map(|(name, value)| (name.to_owned(), value))
                ))
            ),
        ]
    })
}

proptest! {
    #[test]
    fn one_odd_field_costs_no_panic(
        mut whole in proptest::sample::select(vec![command(), menu(), press(), form()]),
        field in proptest::sample::select(
            &["id", "type", "data", "member", "user", "channel", "guild_id", "channel_id", "locale", "message",
              "app_permissions", "context", "token", "application_id"][..]
        ),
        odd in value(),
    ) {
        whole[field] = odd;
        let _ = received(&whole);
    }

    #[test]
    fn an_odd_message_costs_no_panic(
        field in proptest::sample::select(
            &["id", "type", "author", "content", "components", "referenced_message", "attachments",
              "guild_id", "channel_id", "timestamp", "webhook_id"][..]
        ),
        odd in value(),
    ) {
        let mut whole = message();
        whole[field] = odd;
        let _ = direct(&whole);
    }

    #[test]
    fn odd_data_costs_no_panic(
        mut whole in proptest::sample::select(vec![command(), menu(), press(), form()]),
        field in proptest::sample::select(
            &["id", "name", "type", "options", "resolved", "target_id", "custom_id", "component_type", "values",
              "components"][..]
        ),
        odd in value(),
    ) {
        whole["data"][field] = odd;
        let _ = received(&whole);
    }
}
