//! Whatever a newcomer says first leads on.

use crate::command::Right;
use crate::conversation::COMMANDS;
use crate::message::Reply;
use crate::testing::ways_on;
use crate::testing::world::World;

/// Whether an answer has something to tap, or says what next.
fn leads_on(reply: &Reply) -> bool {
    let is_tapped = !reply.buttons.is_empty() || !reply.choices.is_empty() || reply.form.is_some();
    is_tapped || reply.elsewhere.is_some() || ways_on::leads_on(&reply.plain())
}

#[tokio::test]
async fn every_command_leads_on_where_there_is_nothing_yet() {
    let world = World::new().await;
    for (n, command) in COMMANDS.iter().filter(|one| one.right == Right::Anybody).enumerate() {
        let line = format!("/{}", command.path);
        for name in [format!("n{n}"), format!("n{n}.tg")] {
            let answers = [
                world.in_private(&name, &line).await,
                world.reply_to(&name, &line).await,
                world.where_all_read(&name, &line).await,
            ];
            for reply in answers {
                assert!(leads_on(&reply), "{name}, {line}: {}", reply.plain());
            }
        }
    }
}

#[tokio::test]
async fn a_first_word_that_is_no_command_leads_on() {
    let world = World::new().await;
    for (n, words) in
        ["hello", "/foo", "/chekin", "how are you today", "5 km", "🙂"].into_iter().enumerate()
    {
        for name in [format!("n{n}"), format!("n{n}.tg")] {
            let reply = world.talks(&name, words, &[]).await;
            assert!(!reply.buttons.is_empty(), "{name}, {words}: {}", reply.plain());
        }
    }
}

#[tokio::test]
async fn a_picture_of_somebody_who_is_in_no_event_leads_on() {
    let world = World::new().await;
    for name in ["ada", "ada.tg"] {
        for words in ["", "Done!"] {
            let reply = world.talks(name, words, &["photo:1"]).await;
            assert!(!reply.buttons.is_empty(), "{name}, {words}: {}", reply.plain());
        }
    }
}

#[tokio::test]
async fn a_location_that_is_sent_first_leads_on() {
    let world = World::new().await;
    // So it arrives: a place becomes its zone before it is stored.
    let reply = world.in_private("ada.tg", "/timezone Europe/Berlin").await;
    assert!(reply.plain().starts_with("Good. Your day ends at midnight, Europe/Berlin time."));
    assert!(leads_on(&reply), "{}", reply.plain());
}
