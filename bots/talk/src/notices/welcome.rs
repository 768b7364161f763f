//! The welcome: the one thing that we say unprompted, once, where somebody has just brought us in.

use crate::locale::Words;
use crate::message::{Button, CallbackId, Reply};
use crate::view::buttons;

/// What to do next, and a button for it.
pub(crate) fn welcome(words: Words) -> Reply {
    let help = Button::press(words.plain("button-help", &[]), CallbackId::new("help", None, ""));
    let setup = buttons::setup(words).main();
    Reply::open(words.text("told-hello", &[])).with([setup, help])
}

#[cfg(test)]
mod tests {
    use crate::locale::LANGUAGES;
    use crate::testing::world::World;
    use engine::CommunityAddress;
    use engine::Platform;

    /// Brings us into a server that speaks a language, by somebody who speaks another.
    async fn bring(world: &World, server: &str, locale: Option<&str>, by: Option<&str>) {
        let address = CommunityAddress {
            platform: Platform::Discord,
            external_id: server.to_owned(),
            name: server.to_owned(),
            locale: locale.map(str::to_owned),
        };
        let said = world.talk.engine.communities().welcome(&address, server, by, world.now).await;
        said.expect("hello is said");
    }

    #[tokio::test]
    async fn hello_is_said_in_the_language_of_the_place() {
        let world = World::new().await;
        for (language, _) in LANGUAGES {
            bring(&world, language, Some(language), Some("en")).await;
        }
        let mut told = world.told().await;
        told.sort_unstable();
        let mut want = [
            "Hi. I count streaks. /admin setup takes half a minute.",
            "Hallo. Ich zähle Serien. /admin setup dauert eine halbe Minute.",
            "Hola. Cuento rachas. /admin setup lleva medio minuto.",
            "नमस्ते। यहाँ स्ट्रीक गिनी जाती हैं। /admin setup में आधा मिनट लगता है।",
            "こんにちは。連続記録を数えます。/admin setup は30秒ほどで終わります。",
            "مرحبًا. أنا أعدّ السلاسل. الإعداد يستغرق نصف دقيقة: /admin setup",
        ];
        want.sort_unstable();
        assert_eq!(told, want);
    }

    #[tokio::test]
    async fn a_place_without_a_language_is_greeted_in_that_of_whoever_brought_us() {
        let world = World::new().await;
        bring(&world, "server", None, Some("de-AT")).await;
        assert!(world.told().await[0].starts_with("Hallo. Ich zähle Serien."));
    }

    #[tokio::test]
    async fn hello_is_said_once() {
        let mut world = World::new().await;
        bring(&world, "server", None, None).await;
        assert_eq!(world.told().await.len(), 1);
        for _ in 0..60 {
            world.next_day();
        }
        bring(&world, "server", None, None).await;
        assert_eq!(world.told().await.len(), 0);
    }

    #[tokio::test]
    async fn a_place_that_is_known_already_is_not_greeted() {
        let world = World::new().await;
        world.say("ada", "/help").await;
        bring(&world, "group", None, None).await;
        assert_eq!(world.told().await.len(), 0);
    }

    #[tokio::test]
    async fn a_group_that_grows_is_not_greeted_again() {
        let world = World::new().await;
        bring(&world, "small", None, None).await;
        assert_eq!(world.told().await.len(), 1);
        bring(&world, "large", None, None).await;
        let moved = world
            .talk
            .engine
            .communities()
            .rename_address(Platform::Discord, "small", "large")
            .await;
        moved.expect("the group has moved");
        assert_eq!(world.told().await.len(), 0);
    }

    #[tokio::test]
    async fn its_buttons_open_the_setup_and_the_help() {
        let world = World::new().await;
        bring(&world, "server", None, None).await;
        let welcome = world.last_notice().await;
        let panel = world.press_as_manager("ada", &welcome, "Set up").await.plain();
        assert!(panel.starts_with("This community\nTime zone: UTC"), "{panel}");
        let help = world.press("ken", &welcome, "Help").await;
        assert!(help.starts_with("One tap a day keeps the streak alive."), "{help}");
        let refused = world.press("ken", &welcome, "Set up").await;
        assert_eq!(refused, "Only the people who manage this place can do that. Ask one of them.");
    }
}
