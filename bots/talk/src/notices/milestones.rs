//! Milestones: the first great one of a time alone, the others together.

use engine::rules::Instant;
use engine::{DestinationId, Error, Event, EventId, Membership, Milestone, PersonId};
use std::cmp::Reverse;
use std::collections::HashSet;

use crate::command::Talk;
use crate::locale::{Arg, Words};
use crate::message::{Button, Reply, Text};
use crate::view::buttons;
use crate::view::{pictures, progress};

/// The shortest streak that stays at the top of a group, in periods.
const HIGHLIGHT_FROM: u32 = 30;
/// People who are named in a line.
const NAMES: usize = 12;
/// Rows of a picture, and people who are named in one where there are many.
const ROWS: usize = 10;
const NAMES_IN_ROW: usize = 3;
/// People who can be cheered for by a tap.
const CHEERS: usize = 6;
const IN_A_ROW: usize = 3;

impl Talk {
    /// What a place is told of the milestones of a time.
    pub(crate) async fn milestones(
        &self,
        words: Words,
        place: DestinationId,
        within: (Instant, Instant),
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let reached = self.engine.leaderboards().gathered(place, within).await?;
        let all: Vec<(&Event, &Milestone)> = reached
            .iter()
            .flat_map(|(event, milestones)| milestones.iter().map(move |one| (event, one)))
            .collect();
        let pin = all.iter().any(|(_, one)| one.length >= HIGHLIGHT_FROM);
        let reply = match &all[..] {
            [] => None,
            [(event, one)] => self.milestone(words, event.id, one.person, one.length, now).await?,
            several => Some(self.together(words, &reached, several, now).await),
        };
        Ok(reply.map(|reply| Reply { pin, ..reply }))
    }

    /// A line for each event and length, a picture of all, and a button for each of the first.
    async fn together(
        &self,
        words: Words,
        reached: &[(Event, Vec<Milestone>)],
        all: &[(&Event, &Milestone)],
        now: Instant,
    ) -> Reply {
        let mut text = words.text("told-milestones", &[]);
        for (event, milestones) in reached {
            text = lines(words, "told-milestones-line", event, milestones)
                .into_iter()
                .fold(text, Text::then);
        }
        // A cheer is for a person, however much they have reached.
        let mut seen = HashSet::new();
        let cheers: Vec<Button> = all
            .iter()
            .filter(|(_, one)| seen.insert(one.person))
            .take(CHEERS)
            .map(|(event, one)| buttons::cheer_among(words, event.id, one.person, &one.name))
            .collect();
        let mut reply =
            cheers.chunks(IN_A_ROW).fold(Reply::open(text), |reply, row| reply.with(row.to_vec()));
        let rows = rows(words, reached);
        let rows: Vec<(&Event, &Milestone)> =
            rows.iter().map(|(event, row)| (*event, row)).collect();
        reply.pictures.extend(self.draw_milestones(words, &rows, now).await);
        reply
    }

    pub(crate) async fn milestone(
        &self,
        words: Words,
        event: EventId,
        person: PersonId,
        length: u32,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let of = Membership { event, person };
        let (Some((event, view)), Some(person)) =
            (self.event_and_view(of, now).await?, self.engine.people().get(person).await?)
        else {
            return Ok(None);
        };
        // Whoever hides or has left is shown to nobody else, however far they come, and some keep their milestones to
        // themselves.
        if !view.life.standing.member || person.hidden || !person.share_milestones {
            return Ok(None);
        }
        let run = progress::run(words, &event.rules, length);
        let args = [
            ("name", Arg::Text(&person.name)),
            ("run", Arg::Text(&run)),
            ("title", Arg::Text(&event.title)),
        ];
        let text = words.text("told-milestone", &args);
        let mut reply = Reply::open(text).with(buttons::cheer(words, Some(event.id), person.id, 0));
        reply.frame = pictures::frame(event.id);
        reply.pictures.extend(self.draw_card(words, &event, &person, now).await?);
        Ok(Some(reply))
    }
}

/// The rows of a picture that shows what the lines say: each names as few as there is room for, and the last one counts whom
/// no row names.
fn rows(words: Words, reached: &[(Event, Vec<Milestone>)]) -> Vec<(&Event, Milestone)> {
    let mut lines: Vec<(&Event, &[Milestone])> = vec![];
    for (event, milestones) in reached {
        let same = milestones.chunk_by(|one, next| one.length == next.length);
        lines.extend(same.map(|same| (event, same)));
    }
    let fits = |names: &usize| {
        let rows = lines.iter().map(|(_, same)| same.len().div_ceil(*names));
        rows.sum::<usize>() <= ROWS
    };
    let names = (1..NAMES_IN_ROW).find(fits).unwrap_or(NAMES_IN_ROW);
    let mut rows: Vec<(&Event, &[Milestone])> = vec![];
    for (event, same) in lines {
        rows.extend(same.chunks(names).map(|some| (event, some)));
    }
    rows.sort_by_key(|(_, some)| Reverse(some[0].length));
    let left: usize = rows.iter().skip(ROWS).map(|(_, some)| some.len()).sum();
    let mut shown = vec![];
    for (n, (event, some)) in rows.into_iter().take(ROWS).enumerate() {
        let names: Vec<&str> = some.iter().map(|one| one.name.as_str()).collect();
        let more = if n + 1 == ROWS { left } else { 0 };
        let name = first_of(words, &names, (names.len() + more) as u64);
        shown.push((event, Milestone { name, ..some[0].clone() }));
    }
    shown
}

/// A line for each length, under a key that takes the title, the run and the names; the longest first.
pub(crate) fn lines(words: Words, key: &str, event: &Event, milestones: &[Milestone]) -> Vec<Text> {
    let line = |same: &[Milestone]| {
        let run = progress::run(words, &event.rules, same[0].length);
        let names: Vec<&str> = same.iter().map(|one| one.name.as_str()).collect();
        let names = first_of(words, &names, same.len() as u64);
        let args = [
            ("title", Arg::Text(&event.title)),
            ("run", Arg::Text(&run)),
            ("names", Arg::Text(&names)),
        ];
        words.text(key, &args)
    };
    milestones.chunk_by(|one, next| one.length == next.length).map(line).collect()
}

/// The first of so many names.
pub(crate) fn first_of(words: Words, names: &[&str], count: u64) -> String {
    let shown = &names[..names.len().min(NAMES)];
    let isolated: Vec<_> = shown.iter().map(|name| words.isolated(name)).collect();
    let joined = isolated.join(" · ");
    match count.saturating_sub(shown.len() as u64) {
        0 => joined,
        more => {
            let args = [("names", Arg::Text(&joined)), ("n", Arg::Number(more))];
            words.plain("told-board-more", &args)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::message::Reply;
    use crate::testing::world::World;

    /// What is told of milestones while some people check in each day.
    async fn days(world: &mut World, days: u32, people: &[&str]) -> Vec<Reply> {
        let mut told = vec![];
        for _ in 0..days {
            for name in people {
                for title in ["Read", "Run"] {
                    world.say(name, &format!("/checkin {title}")).await;
                }
            }
            told.extend(world.notices().await);
            world.next_day();
        }
        told.retain(|reply| reply.plain().starts_with('🎉'));
        told
    }

    async fn scene() -> World {
        let world = World::with_event("Read").await;
        world.say("host", "/event create Run").await;
        for name in ["ada", "ken", "eve"] {
            for title in ["Read", "Run"] {
                world.say(name, &format!("/join {title}")).await;
            }
        }
        world
    }

    #[tokio::test]
    async fn the_milestones_of_a_time_are_one_message() {
        let mut world = scene().await;
        let told = days(&mut world, 8, &["ada", "ken", "eve"]).await;
        let said: Vec<String> = told.iter().map(Reply::plain).collect();
        assert_eq!(said.len(), 2, "three days, and seven");
        assert_eq!(
            said[1..],
            [concat!(
                "🎉 Milestones",
                "\nRead · 7 days in a row: ada · ken · eve",
                "\nRun · 7 days in a row: ada · ken · eve"
            )]
        );
        assert_eq!(told[0].pictures.len(), 1);
        let labels: Vec<&str> =
            told[1].buttons.iter().flatten().map(|button| button.label.as_str()).collect();
        assert_eq!(labels, ["👏 ada", "👏 ken", "👏 eve"], "one for each person");
        let cheered = world.tap("eve", &told[0], "👏 ada").await;
        assert!(cheered.private && !cheered.rebuttons, "{}", cheered.plain());
    }

    #[tokio::test]
    async fn of_great_ones_at_once_the_first_is_told_alone_and_the_others_together() {
        let mut world = scene().await;
        let told = days(&mut world, 101, &["ada", "ken", "eve"]).await;
        let said: Vec<String> = told.iter().map(Reply::plain).collect();
        let great: Vec<&String> = said.iter().filter(|said| said.contains("100 days")).collect();
        assert_eq!(
            great,
            [
                "🎉 ada: 100 days in a row at Read",
                concat!(
                    "🎉 Milestones",
                    "\nRead · 100 days in a row: ken · eve",
                    "\nRun · 100 days in a row: ada · ken · eve"
                )
            ]
        );
    }

    #[tokio::test]
    async fn one_that_comes_alone_is_told_alone() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        let said: Vec<String> =
            days(&mut world, 4, &["ada"]).await.iter().map(Reply::plain).collect();
        assert_eq!(said, ["🎉 ada: 3 days in a row at Read"]);
    }

    #[tokio::test]
    async fn a_great_one_of_somebody_who_is_out_by_then_is_told_nobody() {
        for (line, told) in [
            (None, 1),
            (Some("/event remove event:Read sure:yes"), 0),
            (Some("/event remove event:Read ban:yes sure:yes"), 0),
        ] {
            let mut world = World::with_event("Read").await;
            world.say("ada", "/join").await;
            for _ in 0..99 {
                world.next_day();
                world.say("ada", "/checkin").await;
            }
            world.notices().await;
            world.next_day();
            world.say("ada", "/checkin").await;
            if let Some(line) = line {
                let removed = world.to("host", line, "ada").await.plain();
                assert!(removed.starts_with("ada is out of Read"), "{removed}");
            }
            let said: Vec<String> = world.notices().await.iter().map(Reply::plain).collect();
            let great = said.iter().filter(|said| *said == "🎉 ada: 100 days in a row at Read");
            assert_eq!(great.count(), told, "{line:?}: {said:?}");
        }
    }

    #[tokio::test]
    async fn a_picture_shows_all_whom_the_message_names() {
        for (count, more) in [(14, None), (34, Some("and 4 more"))] {
            let mut world = World::with_event("Read").await;
            world.as_manager("boss", "/admin setup budget:lively").await;
            world.say("host", "/event create Run").await;
            let people: Vec<String> = (10..10 + count).map(|n| format!("p{n}")).collect();
            let people: Vec<&str> = people.iter().map(String::as_str).collect();
            for name in &people {
                world.say(name, "/join Read").await;
            }
            if more.is_none() {
                world.say("p10", "/join Run").await;
            }
            let told = days(&mut world, 3, &people).await;
            let alt = told[0].pictures[0].alt.as_str();
            match more {
                None => assert!(people.iter().all(|name| alt.contains(name)), "{alt}"),
                Some(more) => assert!(alt.contains(more), "{alt}"),
            }
            assert!(alt.contains(" · p"), "several stand in a row: {alt}");
        }
    }

    #[tokio::test]
    async fn a_quiet_community_hears_of_great_ones_and_a_lively_one_of_all() {
        for (budget, want) in [("quiet", 0), ("usual", 2), ("lively", 2)] {
            let mut world = scene().await;
            world.as_manager("ada", &format!("/admin setup budget:{budget}")).await;
            let told = days(&mut world, 8, &["ada", "ken"]).await;
            assert_eq!(told.len(), want, "{budget}");
        }
    }

    #[tokio::test]
    async fn where_many_are_in_only_what_is_rare_is_told() {
        let mut world = scene().await;
        for n in 0..8 {
            world.say(&format!("more {n}"), "/join Read").await;
        }
        let said: Vec<String> =
            days(&mut world, 8, &["ada"]).await.iter().map(Reply::plain).collect();
        assert_eq!(said[0], "🎉 ada: 3 days in a row at Run");
        assert!(said[1].contains("Read · 7 days"), "{said:?}");
    }

    #[tokio::test]
    async fn what_is_taken_back_in_time_is_not_told() {
        let mut world = scene().await;
        days(&mut world, 6, &["ada"]).await;
        world.say("ada", "/checkin Read").await;
        world.say("ada", "/undo Read").await;
        let told = world.notices().await;
        assert!(told.iter().all(|reply| !reply.plain().starts_with('🎉')));
        // It is told when it is reached again.
        world.now = world.now.plus_s(12 * 60);
        world.say("ada", "/checkin Read").await;
        let told = days(&mut world, 2, &[]).await;
        let said: Vec<String> = told.iter().map(Reply::plain).collect();
        assert_eq!(said, ["🎉 ada: 7 days in a row at Read"]);
    }
}
