//! A season held against what the rules alone say.

use super::*;

impl Season {
    /// Keys of the reminders that must have been sent by `now`, where nothing happened since they came.
    pub(super) fn expected_reminders(&self, now: Instant) -> Vec<String> {
        let mut keys = vec![];
        for (of, (time, set_at)) in &self.reminders {
            let history = &self.model.histories[of];
            // A journey may give one label two mornings, of which the first one is told.
            let moves = self.model.people.iter().filter(|person| person.id == of.person);
            let mut moves = moves.flat_map(|person| &person.moves);
            if moves.any(|moved| now.0 - moved.at.0 < JOURNEY_S) {
                continue;
            }
            let own = history.own.setting();
            let touched = self.model.touched.get(of).copied().unwrap_or(*set_at).max(*set_at);
            let mornings = (-2..=1).map(|ahead| fires_at(own, own.day_of(now).plus(ahead), *time));
            for at in mornings {
                let day = history.clock.day_of(at);
                let is_fresh = touched < at
                    && at <= now
                    && now.0 - at.0 <= REMINDER_GRACE_S
                    && history.clock.day_of(now) == day;
                if is_fresh
                    && history.is_member()
                    && history.rules.is_scheduled(day)
                    && !history.asks_nothing_on(day)
                    && !history.is_away(day)
                {
                    let (event, person, minutes) = (of.event.0, of.person.0, time.minutes());
                    keys.push(format!("rem:{event}:{person}:{}:{minutes}", day.0));
                }
            }
        }
        keys
    }

    /// Everything that can be read is what the rules make of the log at this instant.
    pub(super) async fn compare(&mut self, now: Instant) {
        let lives = self.model.lives(now);
        self.compare_views(now, &lives).await;
        for n in 0..self.model.events.len() {
            self.compare_rankings(n, now, &lives).await;
        }
        if self.dice.one_in(3) {
            let found = self.engine.memberships().rebuild(true, now).await.unwrap();
            assert_eq!(found.differences, vec![], "at {}", now.utc());
        }
        self.counts.comparisons += 1;
    }

    pub(super) async fn compare_views(&self, now: Instant, lives: &Lives) {
        let (memberships, all) = (self.engine.memberships(), self.model.memberships());
        let whole = memberships.views_since(&all, Day::EARLIEST, now).await.unwrap();
        let recent = memberships.views(&all, now).await.unwrap();
        let first = now.days_ago((now.0 / 3600 % 200) as i32);
        let since = memberships.views_since(&all, first, now).await.unwrap();
        for (of, life) in lives {
            let history = &self.model.histories[of];
            let view = whole.get(of);
            assert_eq!(view.is_some(), !history.spans.is_empty());
            assert_eq!(
                (recent.contains_key(of), since.contains_key(of)),
                (view.is_some(), view.is_some())
            );
            let (Some(view), Some(recent), Some(since)) = (view, recent.get(of), since.get(of))
            else {
                continue;
            };
            assert_eq!(&view.history, history, "{of:?}");
            assert_eq!(&view.life, life, "{of:?}");
            for short in [recent, since] {
                assert_eq!(short.life.standing, life.standing, "{of:?}");
                assert_eq!(short.life.badges, life.badges, "{of:?}");
                assert_eq!(short.is_open_today(), view.is_open_today(), "{of:?}");
            }
            let shown = |life: &engine::rules::Life| {
                let from = history.rules.period_of(first).first;
                life.periods.iter().copied().filter(|(first, _)| *first >= from).collect::<Vec<_>>()
            };
            assert_eq!(shown(&since.life), shown(life), "{of:?} since {first}");
        }
    }

    pub(super) async fn compare_rankings(&mut self, event: usize, now: Instant, lives: &Lives) {
        let (id, cadence) = (self.model.events[event].id, &self.model.events[event].rules.cadence);
        let is_daily = matches!(cadence, Cadence::Daily { .. });
        for by in By::ALL {
            let expected = self.model.ranking(id, by, lives);
            let most = self.dice.int(3..=30) as u32;
            let asks = pick(&mut self.dice, &expected).map(|(_, person, _)| *person);
            let question = Question { asks, ..Question::top(by, most) };
            let (rows, own, members) = self.pages(id, question, now).await;
            assert_eq!(rows, expected, "{by:?} of event {event} at {}", now.utc());
            assert_eq!(members, expected.len() as u64);
            let expected = expected.iter().find(|(_, person, _)| Some(*person) == asks);
            assert_eq!(own.as_ref(), expected, "{by:?} of event {event} at {}", now.utc());
        }
        for window in [Window::Week, Window::Month] {
            for by in [By::Total, By::Points] {
                // Where a period is longer than a day, its amounts stand where it begins.
                if by == By::Points && !is_daily {
                    continue;
                }
                let known = &self.model.events[event];
                let expected = self.model.window(known, window, by, lives, now);
                let question = Question { window, ..Question::top(by, 100) };
                let (mut rows, ..) = self.pages(id, question, now).await;
                rows.sort_by_key(|(rank, person, _)| (*rank, *person));
                assert_eq!(rows, expected, "{by:?} of event {event} in a {}", window.name());
            }
        }
    }

    /// All rows of a ranking, one's own, and the number of members.
    pub(super) async fn pages(
        &self,
        event: engine::EventId,
        question: Question,
        now: Instant,
    ) -> (Vec<Row>, Option<Row>, u64) {
        let row = |row: engine::BoardRow| (row.rank, row.person, row.value);
        let (mut rows, mut after) = (vec![], None);
        loop {
            let question = Question { after, ..question };
            let board = self.engine.leaderboards().page(event, &question, now).await.unwrap();
            rows.extend(board.rows.into_iter().map(row));
            after = board.next;
            if after.is_none() {
                return (rows, board.own.map(row), board.members);
            }
        }
    }
}
