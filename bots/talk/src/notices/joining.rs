//! Somebody asks to be let in, typed a code where others read, or was answered.

use engine::{Error, EventId, Membership, PersonId, TitleMark};

use crate::command::Talk;
use crate::locale::{Arg, Words};
use crate::message::{Reply, label};
use crate::view::{buttons, joining, review};

impl Talk {
    pub(crate) async fn join_asked(
        &self,
        words: Words,
        event: EventId,
        person: PersonId,
    ) -> Result<Option<Reply>, Error> {
        let (Some(event), Some(person)) =
            (self.engine.events().get(event).await?, self.engine.people().get(person).await?)
        else {
            return Ok(None);
        };
        // They may be in by now, or have been answered.
        let of = Membership { event: event.id, person: person.id };
        if !self.engine.memberships().asks(of).await? {
            return Ok(None);
        }
        let args = [("name", Arg::Text(&person.name)), ("title", Arg::Text(&event.title))];
        let buttons = review::answers(words, &event, person.id, &label(&person.name));
        Ok(Some(Reply::only(words.text("told-join-asked", &args)).with(buttons)))
    }

    /// A code is worthless now; whoever typed it may still be let in.
    pub(crate) async fn code_overheard(
        &self,
        words: Words,
        event: EventId,
        person: PersonId,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.events().get(event).await? else { return Ok(None) };
        let known = self.engine.people().get(person).await?;
        // Whoever speaks for a whole group cannot be told from others.
        let name = known.map_or_else(|| words.plain("somebody", &[]), |person| person.name);
        let args = [("name", Arg::Text(&name)), ("title", Arg::Text(&event.title))];
        let reply = Reply::only(words.text("told-code-overheard", &args));
        let of = Membership { event: event.id, person };
        let asks = self.engine.memberships().asks(of).await?;
        let buttons = review::answers(words, &event, person, &label(&name));
        Ok(Some(if asks { reply.with(buttons) } else { reply }))
    }

    pub(crate) async fn let_in(
        &self,
        words: Words,
        event: EventId,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.events().get(event).await? else { return Ok(None) };
        let title = [("title", Arg::Text(&event.title))];
        let consent = joining::consent(self, words, &event, "join-public");
        let reply = Reply::only(words.text("told-join-in", &title).beside(consent));
        Ok(Some(reply.with([buttons::check_in(words, event.id)])))
    }

    /// Says to somebody that they are not in an event, by a text with its title or by one without: how an event is called
    /// since is for those who see it.
    pub(crate) async fn put_out(
        &self,
        words: Words,
        [titled, untitled]: [&str; 2],
        of: Membership,
        known: Option<TitleMark>,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.events().get(of.event).await? else { return Ok(None) };
        let is_known = known == Some(event.title_mark());
        if !is_known && !self.shows(of.person, of.event).await? {
            return Ok(Some(Reply::only(words.text(untitled, &[]))));
        }
        let title = [("title", Arg::Text(&event.title))];
        Ok(Some(Reply::only(words.text(titled, &title))))
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    /// Ken asks to be let into Club, and the host is told of him.
    async fn ken_asks() -> World {
        let world = World::new().await;
        world.say("host", "/event create Club approval:yes").await;
        world.say("ken", "/join Club").await;
        assert_eq!(asked(&world).await, ["ken would like to join Club."]);
        world
    }

    /// Of whom the host is told that they ask.
    async fn asked(world: &World) -> Vec<String> {
        let told = world.told_where().await.into_iter();
        let asked = told.filter(|(at, said)| at == "host" && said.contains("would like to join"));
        asked.map(|(_, said)| said).collect()
    }

    #[tokio::test]
    async fn whoever_was_turned_down_and_asks_again_is_told_to_the_host_again() {
        let mut world = ken_asks().await;
        let waiting = world.reply_to("host", "/event review Club").await;
        assert_eq!(world.press("host", &waiting, "Not ken").await, "ken was not let in.");
        world.now = world.now.plus_s(3600);
        assert_eq!(world.say("ken", "/join Club").await, "I asked the host of Club to let you in.");
        assert_eq!(asked(&world).await, ["ken would like to join Club."]);
    }

    #[tokio::test]
    async fn a_host_hears_once_a_day_of_somebody_who_goes_on_asking() {
        let mut world = ken_asks().await;
        world.say("ken", "/join Club").await;
        assert!(asked(&world).await.is_empty());
        world.next_day();
        for _ in 0..2 {
            world.say("ken", "/join Club").await;
        }
        assert_eq!(asked(&world).await, ["ken would like to join Club."]);
    }

    /// Ada is taken out of Diary, and Eve is not let into Club.
    async fn two_are_put_out() -> World {
        let world = World::new().await;
        let made = world.say("host", "/event create Diary visibility:invite").await;
        let code = made.split("join: ").nth(1).unwrap_or_default().trim().to_owned();
        world.say("ada", &format!("/join {code}")).await;
        world.say("host", "/event create Club approval:yes").await;
        world.say("eve", "/join Club").await;
        let waiting = world.reply_to("host", "/event review Club").await;
        world.press("host", &waiting, "Not eve").await;
        let removed = world.to("host", "/event remove event:Diary sure:yes", "ada").await.plain();
        assert_eq!(removed, "ada is out of Diary.");
        world
    }

    /// What each of them is told.
    async fn heard(world: &World) -> [Vec<String>; 2] {
        let told = world.told_where().await;
        ["ada", "eve"].map(|name| {
            let of = told.iter().filter(|(at, _)| at == name);
            of.map(|(_, said)| said.clone()).collect()
        })
    }

    #[tokio::test]
    async fn a_host_is_not_asked_about_somebody_who_waits_no_more() {
        let world = World::new().await;
        world.say("host", "/event create Club approval:yes").await;
        for name in ["ken", "eve", "zoe"] {
            world.say(name, "/join Club").await;
        }
        let waiting = world.reply_to("host", "/event review Club").await;
        for label in ["Let ken in", "Not eve"] {
            world.press("host", &waiting, label).await;
        }
        assert_eq!(asked(&world).await, ["zoe would like to join Club."]);
    }

    #[tokio::test]
    async fn whoever_is_put_out_is_told_of_which_event() {
        let world = two_are_put_out().await;
        let [ada, eve] = heard(&world).await;
        assert_eq!(
            ada,
            ["A host has taken you out of Diary. What you did stays yours: /privacy has a copy."]
        );
        assert_eq!(eve, ["The host of Club did not let you in this time."]);
    }

    #[tokio::test]
    async fn whoever_is_put_out_is_not_told_how_an_event_is_called_since() {
        let world = two_are_put_out().await;
        for (event, title) in [("Diary", "Wedding"), ("Club", "Surprise")] {
            let line = format!("/event edit event:{event} title:{title}");
            let changed = world.say("host", &line).await;
            assert!(changed.starts_with("Changed."), "{changed}");
        }
        let [ada, eve] = heard(&world).await;
        assert_eq!(
            ada,
            [
                "A host has taken you out of an event. What you did stays yours: /privacy has a copy."
            ]
        );
        assert_eq!(
            eve,
            ["The host of the event that you asked to join did not let you in this time."]
        );
    }
}
