//! Milestones of several people in one picture. Their events count in days, weeks or months.

use engine::rules::Instant;
use engine::{Event, Milestone};
use pictures::{Content, Row};
use std::cmp::Reverse;

use super::{ROWS, accent, board_page, in_words};
use crate::command::Talk;
use crate::locale::Words;
use crate::message::Picture;
use crate::view::progress;

impl Talk {
    /// Milestones of several people as a picture, the longest first.
    pub(crate) async fn draw_milestones(
        &self,
        words: Words,
        reached: &[(&Event, &Milestone)],
        now: Instant,
    ) -> Option<Picture> {
        let heading = words.plain("told-milestones", &[]);
        let heading = heading.trim_start_matches(|c: char| !c.is_alphabetic());
        let reached = longest_first(reached);
        let (first, _) = reached.first()?;
        let rows = milestone_rows(words, &reached);
        let alt = in_words(words, heading, &rows);
        let mut titles: Vec<&str> = vec![];
        for (event, _) in &reached {
            if !titles.contains(&event.title.as_str()) {
                titles.push(&event.title);
            }
        }
        let today = first.rules.shared_setting().day_of(now);
        let heading = (heading, words.list(titles));
        let page = board_page(words, first.id, (heading.0, &heading.1), "picture-bar-time", today);
        self.drawn(page, Content::Board(pictures::Board { rows }), alt).await
    }
}

/// As many as are shown, by the time that they took.
fn longest_first<'r>(reached: &[(&'r Event, &'r Milestone)]) -> Vec<(&'r Event, &'r Milestone)> {
    let mut reached = reached.to_vec();
    reached.sort_by_key(|(event, one)| Reverse(progress::days(&event.rules, one.length)));
    reached.truncate(ROWS);
    reached
}

/// A row for each, with its length in the unit of its event, and a bar as long as the time it took.
fn milestone_rows(words: Words, reached: &[(&Event, &Milestone)]) -> Vec<Row> {
    let days = |(event, one): &(&Event, &Milestone)| progress::days(&event.rules, one.length);
    let most = reached.iter().map(days).max().unwrap_or_default().max(1);
    let row = |reached: &(&Event, &Milestone)| {
        let (event, one) = reached;
        Row {
            rank: progress::count(words, &event.rules, one.length),
            name: words.isolated(&one.name).into_owned(),
            value: words.isolated(&event.title).into_owned(),
            share: (days(reached) * 1000 / most) as u32,
            accent: accent(event.id),
        }
    };
    reached.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;
    use crate::testing::world::World;

    #[tokio::test]
    async fn ten_weeks_are_longer_than_twelve_days_and_each_is_named_by_its_unit() {
        let world = World::new().await;
        world.say("ada", "/event create Read").await;
        world.say("ada", "/event create Run days:\"2 times a week\"").await;
        world.say("ada", "/join Read").await;
        world.say("ada", "/join Run").await;
        let (read, ada) = found(&world, "ada", "Read").await;
        let (run, _) = found(&world, "ada", "Run").await;
        let milestone = |length: u32| Milestone {
            person: ada.id,
            name: ada.name.clone(),
            length,
            reached_at: world.now,
        };
        let (days, weeks) = (milestone(12), milestone(10));
        let reached = longest_first(&[(&read, &days), (&run, &weeks)]);
        let shown = |language: &str| {
            let rows = milestone_rows(Words::of(language), &reached);
            rows.into_iter().map(|row| (row.rank, row.share)).collect::<Vec<_>>()
        };
        let rows = |weeks: &str, days: &str| [(weeks.to_owned(), 1000), (days.to_owned(), 171)];
        assert_eq!(shown("en"), rows("10 weeks", "12 days"));
        assert_eq!(shown("de"), rows("10 Wochen", "12 Tage"));
        assert_eq!(shown("ja"), rows("10週", "12日"));
        assert_eq!(shown("ar"), rows("١٠ أسابيع", "١٢ يومًا"));
        for (language, alt) in [
            ("en", "Milestones; 10 weeks ada Run; 12 days ada Read"),
            ("ja", "マイルストーン；10週 ada Run；12日 ada Read"),
        ] {
            let words = Words::of(language);
            let drawn = world.talk.draw_milestones(words, &reached, world.now).await;
            assert_eq!(drawn.map(|picture| picture.alt).as_deref(), Some(alt));
        }
    }
}
