//! Messages that are kept up to date: the card of an event, and the board of a day.

use engine::rules::{Cadence, Day, Instant, Rules};
use engine::{Closing, Error, Event, EventId, PersonId, Post, PostKind};
use std::collections::{BTreeSet, HashMap};

use crate::command::Talk;
use crate::locale::{Arg, Words};
use crate::message::{Button, CallbackId, Reply, Text};
use crate::notices::milestones;
use crate::view::{buttons, event_card, pictures};

/// Events that can be checked in for by a tap.
const BUTTONS_MAX: usize = 9;
const IN_A_ROW: usize = 3;
/// Names on each side of a day's board.
const BOARD_NAMES: usize = 12;

impl Talk {
    /// A message that is kept up to date, as it should be now.
    pub(crate) async fn post(
        &self,
        words: Words,
        (id, event): (i64, EventId),
        unnamed: &BTreeSet<PersonId>,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let Some(post) = self.engine.events().post(id).await? else { return Ok(None) };
        let reply = match (self.engine.events().get(event).await?, post.kind) {
            (Some(event), PostKind::Card) => {
                let members = self.members(std::slice::from_ref(&event)).await?;
                let members = members.get(&event.id).copied().unwrap_or(0);
                Some(self.card(words, &event, members, unnamed, now).await?)
            }
            // A board of before places had one for all their events.
            (Some(event), PostKind::Board(day)) => {
                let closing = Closing::of_day(&event.rules, day);
                let (lines, asked) = self.lines(words, (&event, closing), unnamed, now).await?;
                let board = self.alone(words, &event, day, closing.is_over(now), lines);
                Some(board).filter(|_| asked > 0 || post.remote_id.is_some())
            }
            (None, PostKind::Board(day)) => {
                self.board_at(words, (&post, day), unnamed, now).await?
            }
            (None, PostKind::Card) => None,
            (_, PostKind::Withdrawn) => {
                post.remote_id.is_some().then(|| Reply::open(words.text("told-withdrawn", &[])))
            }
        };
        Ok(reply.map(|reply| Reply { silent: true, ..reply }))
    }

    async fn members(&self, events: &[Event]) -> Result<HashMap<EventId, u64>, Error> {
        self.engine.leaderboards().count_members(events).await
    }

    /// The board of a day in a place, of all events that it is told of and that ask somebody for something. None where there
    /// is nothing to begin, and where it is over before it was told.
    async fn board_at(
        &self,
        words: Words,
        (post, date): (&Post, Day),
        unnamed: &BTreeSet<PersonId>,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let shown = self.engine.leaderboards().on_board(post.destination, date).await?;
        let ends = |(event, day): &(Event, Day)| Closing::of_day(&event.rules, *day).at;
        let day_ends = shown.iter().map(ends).max();
        // What comes to be told of here later shortens no board that was planned for a period.
        let is_long = post.closes_at.is_none_or(|at| day_ends.is_none_or(|end| at > end));
        let closing = |event: &Event, day| closing(event, day, is_long, post.closes_at);
        let mut boards = vec![];
        for (event, day) in shown {
            let closing = closing(&event, day);
            let is_over = closing.is_over(now);
            // What was not told in time is not told late beside what is still open.
            if is_over && post.remote_id.is_none() {
                continue;
            }
            let (lines, asked) = self.lines(words, (&event, closing), unnamed, now).await?;
            if asked > 0 {
                boards.push(Lines { event, day, is_over, lines });
            }
        }
        Ok(match &boards[..] {
            // What it told of before is not to be told here any more, or asks nobody for anything.
            [] if post.remote_id.is_some() => {
                let date = words.day(date, date);
                Some(Reply::open(words.text("told-boards", &[("day", Arg::Text(&date))])))
            }
            [] => None,
            [Lines { event, day, is_over, lines }] => {
                Some(self.alone(words, event, *day, *is_over, lines.clone()))
            }
            several => Some(together(words, date, several)),
        })
    }

    fn alone(&self, words: Words, event: &Event, day: Day, is_over: bool, lines: Text) -> Reply {
        let heading = match event.rules.cadence {
            Cadence::Weekly { .. } => "told-board-week",
            Cadence::Monthly { .. } => "told-board-month",
            Cadence::Daily { .. } | Cadence::EveryNDays { .. } => "told-board",
        };
        let date = dated(words, event, day);
        let args = [("day", Arg::Text(&date)), ("title", Arg::Text(&event.title))];
        let page = buttons::page(words, &self.public_url, event);
        let check_in = (!is_over).then(|| buttons::check_in(words, event.id));
        let below = check_in.into_iter().chain([buttons::leaderboard(words, event.id)]);
        let board = Reply::open(words.text(heading, &args).then(lines)).with(below.chain(page));
        Reply { frame: pictures::frame(event.id), ..board }
    }

    /// Who is in on a day, and who is not yet; and how many that are. When it is over, who was in as it closed.
    async fn lines(
        &self,
        words: Words,
        (event, closing): (&Event, Closing),
        unnamed: &BTreeSet<PersonId>,
        now: Instant,
    ) -> Result<(Text, u64), Error> {
        let (day, is_over) = (closing.day, closing.is_over(now));
        let (done, open) = self
            .engine
            .leaderboards()
            .day_without(unnamed, event.id, closing, BOARD_NAMES, now)
            .await?;
        let asked = done.count + open.count;
        let counts = [("in", Arg::Number(done.count)), ("all", Arg::Number(asked))];
        let goes_on = closing.last < event.rules.period_within(day).last;
        let counted = match is_over {
            // Its week or month may still be met on the days that are left.
            true if goes_on => "told-board-count-day-over",
            true => "told-board-count-over",
            false => "told-board-count",
        };
        let mut text = words.text(counted, &counts);
        let list = |names: &[(String, u32)], count: u64| {
            let shown: Vec<String> = names
                .iter()
                .map(|(name, run)| match run {
                    // A run that has not begun is no number to show beside a name.
                    0 => words.isolated(name).into_owned(),
                    run => format!("{} {}", words.isolated(name), words.number((*run).into())),
                })
                .collect();
            milestones::first_of(words, &Vec::from_iter(shown.iter().map(String::as_str)), count)
        };
        let (done_names, open_names) =
            (list(&done.names, done.count), list(&open.names, open.count));
        text = match done.count {
            0 => text,
            _ => text.then(words.text("told-board-in", &[("names", Arg::Text(&done_names))])),
        };
        let since = event.rules.shared_setting().start_of(first_told(&event.rules, day));
        let within = (since, event.rules.day_closes_at(day).min(closing.at));
        // Where everybody has a clock of their own, a time is not a day.
        let mut reached = match event.rules.setting() {
            Some(_) => self.engine.leaderboards().reached_in(event.id, within).await?,
            None => vec![],
        };
        reached.retain(|one| !unnamed.contains(&one.person));
        text = milestones::lines(words, "told-board-run", event, &reached)
            .into_iter()
            .fold(text, Text::then);
        if open.count > 0 && !is_over {
            text = text.then(words.text("told-board-open", &[("names", Arg::Text(&open_names))]));
        }
        Ok((text, asked))
    }
}

/// The first day whose milestones a board tells: what was reached since the board before, also on days off, is told once.
fn first_told(rules: &Rules, day: Day) -> Day {
    let mut first = day;
    while first > rules.start && !rules.is_turning(first.plus(-1)) {
        first = first.plus(-1);
    }
    first
}

/// When the lines of an event close on a board: with its period where the board is that of periods and lasts as long, and
/// otherwise with the day, however long the board waits for other events.
fn closing(event: &Event, day: Day, is_long: bool, board_closes_at: Option<Instant>) -> Closing {
    let rules = &event.rules;
    let period = Closing::of_period(rules, day);
    let lasts = is_long && board_closes_at.is_none_or(|at| at >= period.at);
    let closing = match rules.cadence.is_by_period() && lasts {
        true => period,
        false => Closing::of_day(rules, day),
    };
    Closing { at: board_closes_at.map_or(closing.at, |at| closing.at.min(at)), ..closing }
}

/// The day of a board, or the week, the month or the days of it.
fn dated(words: Words, event: &Event, day: Day) -> String {
    match event.rules.cadence {
        Cadence::Daily { .. } | Cadence::EveryNDays { n: 1 } => words.day(day, day),
        Cadence::Weekly { .. } => words.day(event.rules.period_of(day).first, day),
        Cadence::EveryNDays { .. } => {
            let period = event.rules.period_within(day);
            match period.first == period.last {
                true => words.day(day, day),
                false => {
                    format!("{} – {}", words.day(period.first, day), words.day(period.last, day))
                }
            }
        }
        Cadence::Monthly { .. } => words.month_of(day),
    }
}

/// What a board says of an event.
struct Lines {
    event: Event,
    day: Day,
    is_over: bool,
    lines: Text,
}

/// The lines of several events below their date, with a button to check in for each that is open.
fn together(words: Words, date: Day, boards: &[Lines]) -> Reply {
    let date = words.day(date, date);
    let heading = words.text("told-boards", &[("day", Arg::Text(&date))]);
    let text = boards.iter().fold(heading, |text, Lines { event, day, lines, .. }| {
        let key = match event.rules.cadence {
            Cadence::Weekly { .. } => "told-boards-week",
            Cadence::Monthly { .. } => "told-boards-month",
            Cadence::Daily { .. } | Cadence::EveryNDays { n: 1 } => "told-boards-event",
            Cadence::EveryNDays { .. } => "told-boards-days",
        };
        let (title, date) = (event_card::titled(event), dated(words, event, *day));
        let args = [("title", Arg::Text(&title)), ("day", Arg::Text(&date))];
        text.then(words.text(key, &args)).then(lines.clone())
    });
    let open = boards.iter().filter(|board| !board.is_over).take(BUTTONS_MAX);
    let button = |Lines { event, .. }: &Lines| {
        let shown = words.label("✅", &event.title);
        Button::press(shown, CallbackId::new("checkin", Some(event.id), ""))
    };
    let buttons: Vec<Button> = open.map(button).collect();
    buttons.chunks(IN_A_ROW).fold(Reply::open(text), |reply, row| reply.with(row.to_vec()))
}

#[cfg(test)]
mod tests {
    use crate::message::Reply;
    use crate::testing::world::World;
    use engine::Platform;
    use engine::rules::Action;
    use std::collections::BTreeMap;

    async fn boards(world: &mut World, at: &str) -> Vec<Reply> {
        let at: chrono::DateTime<chrono::Utc> = at.parse().expect("an instant");
        world.now = engine::rules::Instant(at.timestamp());
        let told = world.notices().await;
        told.into_iter().filter(|reply| reply.plain().starts_with("📅")).collect()
    }

    fn labels(board: &Reply) -> Vec<&str> {
        board.buttons.iter().flatten().map(|button| button.label.as_str()).collect()
    }

    #[tokio::test]
    async fn a_board_is_true_for_its_day_and_stays_as_it_is() {
        let mut world = World::with_event("Read").await;
        for name in ["ada", "ken"] {
            world.say(name, "/join").await;
        }
        let morning = boards(&mut world, "2026-03-02T09:00:00Z").await;
        assert_eq!(morning[0].plain(), "📅 Mon 2 Mar · Read\n0 of 2 are in\n⏳ ada · ken");
        assert!(labels(&morning[0]).contains(&"✅ Check in"));
        world.say("ada", "/checkin").await;
        // When the day is over nobody is waited for.
        let over = boards(&mut world, "2026-03-03T00:00:10Z").await;
        assert_eq!(over[0].plain(), "📅 Mon 2 Mar · Read\n1 of 2 were in\n✅ ada 1");
        assert_eq!(labels(&over[0]), ["Leaderboard"]);
        // Whoever comes or fills it in later changes nothing.
        world.say("eve", "/join Read").await;
        world.say("ken", "/checkin yesterday").await;
        let later = boards(&mut world, "2026-03-03T08:00:00Z").await;
        assert!(later.is_empty(), "{:?}", later.iter().map(Reply::plain).collect::<Vec<_>>());
    }

    #[tokio::test]
    async fn whoever_has_left_is_on_an_open_board_until_they_are_kept_out_or_erased() {
        let of_monday = |boards: Vec<Reply>| -> Vec<String> {
            let told = boards.iter().map(Reply::plain);
            told.filter(|board| board.contains("Mon 2 Mar")).collect()
        };
        for is_erased in [false, true] {
            let mut world = World::with_event("Walk clock:personal").await;
            world.say("ada", "/timezone Asia/Tokyo").await;
            for name in ["ada", "ken"] {
                world.say(name, "/join Walk").await;
            }
            boards(&mut world, "2026-03-02T09:00:00Z").await;
            world.say("ada", "/checkin Walk").await;
            // Her day is over, and that of others is not.
            boards(&mut world, "2026-03-02T16:00:00Z").await;
            let engine = world.talk.engine.clone();
            let ada = engine.people().find(Platform::Discord, "ada").await.expect("a database");
            let ada = ada.expect("she is known").id;
            let of = engine.memberships().of(ada).await.expect("a database")[0];
            engine.memberships().act(of, world.now, Action::Leave).await.expect("she may");
            let left = of_monday(boards(&mut world, "2026-03-02T16:20:00Z").await);
            assert!(left.iter().any(|board| board.contains("ada")), "{left:?}");
            if is_erased {
                engine.people().erase(ada, world.now).await.expect("she goes");
            } else {
                world.to("host", "/event remove event:Walk ban:yes sure:yes", "ada").await;
            }
            let last = of_monday(boards(&mut world, "2026-03-02T16:40:00Z").await);
            assert!(!last.is_empty(), "it is written anew");
            assert!(last.iter().all(|board| !board.contains("ada")), "{last:?}");
        }
    }

    #[tokio::test]
    async fn a_board_that_could_not_be_told_in_time_is_not_told_late() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        let late = boards(&mut world, "2026-03-04T08:00:00Z").await;
        let days: Vec<String> = late.iter().map(|board| board.plain()).collect();
        assert!(days.iter().all(|board| !board.contains("Mon 2 Mar")), "{days:?}");
    }

    #[tokio::test]
    async fn an_event_that_nobody_is_in_is_on_no_board_however_often_that_is_written() {
        let mut world = World::with_event("Read").await;
        world.say("host", "/event create Ghosts").await;
        world.say("ada", "/join Read").await;
        for at in ["2026-03-02T09:00:00Z", "2026-03-02T09:01:00Z", "2026-03-03T00:00:10Z"] {
            let told = boards(&mut world, at).await;
            assert_eq!(told.len(), 1, "{at}");
            assert!(told[0].plain().starts_with("📅 Mon 2 Mar · Read"), "{}", told[0].plain());
            world.say("ada", "/checkin Read").await;
        }
    }

    #[tokio::test]
    async fn a_board_that_comes_late_has_what_is_still_open_alone() {
        let mut world = World::with_event("Read zone:UTC clock:fixed").await;
        world.say("host", "/event create Walk clock:personal").await;
        for title in ["Read", "Walk"] {
            world.say("ada", &format!("/join {title}")).await;
        }
        // It is planned, and then nobody is there to tell it for a day.
        boards(&mut world, "2026-03-02T00:30:00Z").await;
        let late = boards(&mut world, "2026-03-03T08:00:00Z").await;
        let said: Vec<String> = late.iter().map(Reply::plain).collect();
        let of_monday: Vec<&String> = said.iter().filter(|said| said.contains("2 Mar")).collect();
        assert!(of_monday.iter().all(|said| !said.contains("Read")), "{said:?}");
        assert!(of_monday.iter().any(|said| said.starts_with("📅 Mon 2 Mar · Walk")), "{said:?}");
    }

    #[tokio::test]
    async fn a_week_has_a_board_when_it_begins_and_one_when_it_ends() {
        // A Sunday.
        let mut world = World::with_event("Run days:\"3 times a week\"").await;
        world.say("ada", "/join").await;
        let monday = boards(&mut world, "2026-03-02T09:00:00Z").await;
        let monday: Vec<String> = monday.iter().map(Reply::plain).collect();
        assert_eq!(monday, ["📅 Week of Mon 2 Mar · Run\n0 of 1 are in\n⏳ ada"]);
        // On other days it is only ever written anew.
        for day in 3..=8 {
            let told = boards(&mut world, &format!("2026-03-{day:02}T09:00:00Z")).await;
            assert!(told.len() <= if day == 8 { 2 } else { 1 }, "day {day}: {}", told.len());
            assert!(day < 8 || told.len() == 2, "the last day has one");
            for board in told {
                assert!(board.plain().starts_with("📅 Week of Mon 2 Mar"), "{}", board.plain());
            }
        }
        // Forgetting what is old leaves it.
        world.talk.engine.schedule().forget_old(world.now).await.expect("it is forgotten");
        world.say("ada", "/checkin").await;
        let sunday = boards(&mut world, "2026-03-08T12:00:00Z").await;
        assert_eq!(sunday.len(), 2);
        for board in sunday {
            assert_eq!(board.plain(), "📅 Week of Mon 2 Mar · Run\n1 of 1 are in\n✅ ada");
        }
        let over = boards(&mut world, "2026-03-09T00:00:10Z").await;
        assert_eq!(over.len(), 2);
        for board in over {
            let said = board.plain();
            assert!(said.starts_with("📅 Week of Mon 2 Mar · Run\n1 of 1 were in"), "{said}");
        }
    }

    #[tokio::test]
    async fn the_board_of_a_week_lasts_until_its_event_ends() {
        // Ends on a Wednesday.
        let mut world = World::with_event("Run days:\"once a week\" ends:2026-03-04").await;
        world.say("ada", "/join").await;
        let monday = boards(&mut world, "2026-03-02T09:00:00Z").await;
        assert!(monday[0].plain().ends_with("\n⏳ ada"), "{}", monday[0].plain());
        boards(&mut world, "2026-03-03T00:00:10Z").await;
        world.say("ada", "/checkin").await;
        let tuesday = boards(&mut world, "2026-03-03T12:00:00Z").await;
        let said: Vec<String> = tuesday.iter().map(Reply::plain).collect();
        assert_eq!(said, ["📅 Week of Mon 2 Mar · Run\n1 of 1 are in\n✅ ada 1"]);
    }

    #[tokio::test]
    async fn what_is_told_of_later_does_not_close_the_board_of_a_week() {
        let mut world = World::with_event("Read").await;
        world.say("host", "/event create Run days:\"once a week\"").await;
        for title in ["Read", "Run"] {
            world.say("ada", &format!("/join {title}")).await;
        }
        world.as_manager("boss", "/event announce event:Read here:no").await;
        boards(&mut world, "2026-03-02T09:00:00Z").await;
        boards(&mut world, "2026-03-03T12:00:00Z").await;
        world.say("host", "/event announce Read").await;
        world.say("ada", "/checkin Run").await;
        let tuesday = boards(&mut world, "2026-03-03T12:00:10Z").await;
        let said: Vec<String> = tuesday.iter().map(Reply::plain).collect();
        let is_open = |said: &String| said.contains("Run · this week\n1 of 1 are in");
        assert!(said.iter().any(is_open), "{said:?}");
    }

    #[tokio::test]
    async fn days_that_ask_nobody_do_not_shorten_the_board_of_a_week() {
        let mut world = World::with_event("Run days:\"once a week\"").await;
        world.say("host", "/event create Ghosts").await;
        world.say("host", "/event create Later starts:2026-03-20").await;
        for title in ["Run", "Later"] {
            world.say("ada", &format!("/join {title}")).await;
        }
        boards(&mut world, "2026-03-02T09:00:00Z").await;
        boards(&mut world, "2026-03-03T12:00:00Z").await;
        world.say("ada", "/checkin Run").await;
        let tuesday = boards(&mut world, "2026-03-03T12:00:10Z").await;
        let said: Vec<String> = tuesday.iter().map(Reply::plain).collect();
        assert_eq!(said, ["📅 Week of Mon 2 Mar · Run\n1 of 1 are in\n✅ ada 1"]);
    }

    #[tokio::test]
    async fn among_days_a_few_days_are_named_by_their_dates() {
        let mut world = World::with_event("Read").await;
        world.say("host", "/event create Plants days:\"every 3 days\" ends:2026-03-05").await;
        for title in ["Read", "Plants"] {
            world.say("ada", &format!("/join {title}")).await;
        }
        for (at, days) in [("03", "Sun 1 Mar – Tue 3 Mar"), ("04", "Wed 4 Mar – Thu 5 Mar")] {
            let told = boards(&mut world, &format!("2026-03-{at}T09:00:00Z")).await;
            let said: Vec<String> = told.iter().map(Reply::plain).collect();
            let heading = format!("\nPlants · {days}\n");
            assert!(said.iter().any(|said| said.contains(&heading)), "{said:?}");
        }
    }

    #[tokio::test]
    async fn what_is_reached_on_a_day_off_is_on_the_next_board() {
        let mut world = World::with_event("Read days:weekdays").await;
        world.say("ada", "/join").await;
        let mut told: Vec<String> = vec![];
        for (day, line) in
            [(4, "/checkin"), (5, "/checkin"), (6, "/streak"), (7, "/checkin yesterday")]
        {
            let shown = boards(&mut world, &format!("2026-03-{day:02}T09:00:00Z")).await;
            told.extend(shown.iter().map(Reply::plain));
            world.say("ada", line).await;
        }
        assert!(told.iter().all(|board| !board.contains('🎉')), "{told:?}");
        let monday = boards(&mut world, "2026-03-09T09:00:00Z").await;
        let monday: Vec<String> = monday.iter().map(Reply::plain).collect();
        assert!(monday[0].contains("\n🎉 3 days in a row: ada\n"), "{monday:?}");
        let tuesday = boards(&mut world, "2026-03-10T09:00:00Z").await;
        let tuesday: Vec<String> = tuesday.iter().map(Reply::plain).collect();
        let of_tuesday = tuesday.iter().filter(|board| board.starts_with("📅 Tue 10 Mar"));
        assert!(of_tuesday.clone().count() == 1, "{tuesday:?}");
        assert!(of_tuesday.clone().all(|board| !board.contains('🎉')), "{tuesday:?}");
    }

    #[tokio::test]
    async fn among_days_a_week_is_shown_on_its_first_and_its_last_and_what_was_reached_once() {
        let mut world = World::with_event("Read").await;
        world.say("host", "/event create Run days:\"once a week\"").await;
        world.notices_at("2026-03-02T00:30:00Z").await;
        for title in ["Read", "Run"] {
            world.say("ada", &format!("/join {title}")).await;
        }
        // By their dates, as they are when they are over.
        let mut last: BTreeMap<String, String> = BTreeMap::new();
        for day in 2..=22 {
            for at in ["09:00:00", "23:00:00"] {
                for board in boards(&mut world, &format!("2026-03-{day:02}T{at}Z")).await {
                    let text = board.plain();
                    let date = text.lines().next().unwrap_or_default().to_owned();
                    last.insert(date, text);
                }
                if at == "09:00:00" && day % 7 == 2 {
                    world.say("ada", "/checkin Run").await;
                }
            }
        }
        for board in boards(&mut world, "2026-03-23T00:00:10Z").await {
            let text = board.plain();
            last.insert(text.lines().next().unwrap_or_default().to_owned(), text);
        }
        let shown = |words: &str| -> Vec<String> {
            let has = last.iter().filter(|(_, text)| text.contains(words));
            let mut dates: Vec<String> = has.map(|(date, _)| date.clone()).collect();
            dates
                .sort_by_key(|date| date.split(' ').nth(2).and_then(|day| day.parse::<u32>().ok()));
            dates
        };
        assert_eq!(
            shown("Run · this week"),
            [
                "📅 Mon 2 Mar",
                "📅 Sun 8 Mar",
                "📅 Mon 9 Mar",
                "📅 Sun 15 Mar",
                "📅 Mon 16 Mar",
                "📅 Sun 22 Mar"
            ]
        );
        assert_eq!(shown("this week\n1 of 1 were in").len(), 6, "{last:#?}");
        let by_day = "this week\n1 of 1 were in by the end of the day";
        assert_eq!(shown(by_day), ["📅 Mon 9 Mar", "📅 Mon 16 Mar"]);
        assert_eq!(shown("🎉 3 weeks in a row"), ["📅 Mon 16 Mar"]);
    }

    #[tokio::test]
    async fn a_channel_has_one_board_a_day_for_all_its_events() {
        let mut world = World::with_event("Read").await;
        world.say("host", "/event create Run days:\"3 times a week\"").await;
        world.say("host", "/event create Nobody").await;
        for name in ["ada", "ken"] {
            for title in ["Read", "Run"] {
                world.say(name, &format!("/join {title}")).await;
            }
        }
        let morning = boards(&mut world, "2026-03-02T09:00:00Z").await;
        let said: Vec<String> = morning.iter().map(Reply::plain).collect();
        assert_eq!(
            said,
            [
                "📅 Mon 2 Mar\nRead\n0 of 2 are in\n⏳ ada · ken\nRun · this week\n0 of 2 are in\n⏳ ada · ken"
            ]
        );
        assert_eq!(labels(&morning[0]), ["✅ Read", "✅ Run"]);
        let done = world.tap("ada", &morning[0], "✅ Read").await;
        assert!(done.plain().starts_with("✅ Day 1 · Read"), "{}", done.plain());
        let anew = boards(&mut world, "2026-03-02T09:01:00Z").await;
        assert!(
            anew[0].plain().contains("Read\n1 of 2 are in\n✅ ada 1\n⏳ ken"),
            "{}",
            anew[0].plain()
        );
        let over = boards(&mut world, "2026-03-03T00:00:10Z").await;
        assert!(
            over[0]
                .plain()
                .ends_with("Read\n1 of 2 were in\n✅ ada 1\nRun · this week\n0 of 2 were in by the end of the day"),
            "{}",
            over[0].plain()
        );
        assert!(labels(&over[0]).is_empty());
        let tuesday = boards(&mut world, "2026-03-03T09:00:00Z").await;
        assert_eq!(tuesday[0].plain(), "📅 Tue 3 Mar · Read\n0 of 2 are in\n⏳ ada 1 · ken");
    }
}
