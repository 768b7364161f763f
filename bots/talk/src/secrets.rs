//! An event for few stays among them: whatever is said of it in a group is marked as secret.

use crate::world::World;
use crate::{Action, Reply};

const LINES: [&str; 42] = [
    "/start",
    "/checkin",
    "/checkin event:Diary",
    "/checkin event:Diary note:\"a page\"",
    "/checkin event:Diary day:2026-02-20",
    "/undo",
    "/undo event:Diary",
    "/streak",
    "/streak event:Diary",
    "/leaderboard",
    "/leaderboard event:Diary",
    "/leaderboard scope:everywhere",
    "/matrix",
    "/matrix event:Diary",
    "/year",
    "/badges",
    "/profile",
    "/events",
    "/events show:mine",
    "/join event:Diary",
    "/event edit event:Diary",
    "/event edit event:Diary goal:\"two pages\"",
    "/event invite event:Diary",
    "/event review event:Diary",
    "/event winners event:Diary",
    "/event again event:Diary",
    "/remind event:Diary at:20:00",
    "/remind",
    "/remind event:Diary at:off",
    "/cheer",
    "/nudge event:Diary",
    "/pause",
    "/pause event:Diary until:2026-03-09",
    "/resume event:Diary",
    "/resume",
    "/freeze",
    "/freeze event:Diary",
    "/repair",
    "/repair event:Diary",
    "/leave",
    "/leave event:Diary",
    "/event end event:Diary",
];

/// All that somebody could read in an answer.
fn shown(reply: &Reply) -> String {
    let buttons = reply.buttons.iter().flatten().map(|button| button.label.clone());
    let choices = reply.choices.iter().map(|choice| choice.label.clone());
    let form = reply.form.iter().flat_map(|form| {
        form.fields.iter().map(|field| field.value.clone()).chain([form.title.clone()])
    });
    let pictures = reply.pictures.iter().map(|picture| picture.alt.clone());
    let rest: Vec<String> = buttons.chain(choices).chain(form).chain(pictures).collect();
    format!("{} {} {}", reply.plain(), reply.brief.plain(), rest.join(" "))
}

/// What gave an event away.
#[derive(Default)]
struct Given(std::collections::BTreeMap<String, String>);

impl Given {
    fn look(&mut self, line: &str, reply: &Reply) {
        let shown = shown(reply);
        let names_it = shown.contains("Diary") || shown.contains("Novel");
        // What somebody typed who does not see the event is no news.
        let is_echo = shown.contains("I find no event called");
        if names_it && !is_echo && !(reply.secret && reply.private) {
            self.0.insert(line.to_owned(), shown);
        }
    }
}

#[tokio::test]
async fn nothing_that_is_said_in_a_group_gives_an_event_for_few_away() {
    let (mut world, mut given) = (World::new().await, Given::default());
    for title in ["Diary", "Novel"] {
        let made = world.hear("ada", &format!("/event create {title} visibility:invite")).await;
        given.look("/event create", &made);
        let code = made.plain().split("code:").nth(1).unwrap_or_default().trim().to_owned();
        for name in ["ada", "ken", "eve"] {
            given.look("/join", &world.hear(name, &format!("/join {code}")).await);
        }
    }
    world.to_as_manager("ada", "/admin remove event:Novel ban:yes", "eve").await;
    for _ in 0..2 {
        for line in LINES {
            let reply = world.hear("ken", line).await;
            given.look(line, &reply);
            for button in reply.buttons.iter().flatten() {
                if matches!(&button.action, Action::Press(press) if press.verb != "privacy") {
                    let label = format!("{line} [{}]", button.label);
                    given.look(&label, &world.tap("ken", &reply, &button.label).await);
                }
            }
            given.look(line, &world.hear("ada", line).await);
            given.look(line, &world.to("ken", line, "ada").await);
        }
        for line in
            ["/admin repair", "/admin amnesty from:2026-02-27", "/admin remove", "/admin audit"]
        {
            for line in [line.to_owned(), format!("{line} event:Diary")] {
                given.look(&line, &world.to_as_manager("ada", &line, "ken").await);
            }
        }
        world.next_day();
    }
    assert!(given.0.is_empty(), "{:#?}", given.0);
}
