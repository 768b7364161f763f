//! What is told without being asked: milestones, reminders, what ended and what begins.

use crate::choose::label;
use crate::commands::{check_in, cheer, event_again, event_review, event_winners, join, link};
use crate::words::Arg;
use crate::{Button, Press, Reply, Talk, Text, Words, hello, reminding};
use engine::rules::{Day, Goal, Instant};
use engine::{
    BoardRow, By, Delivery, Error, Event, EventId, Kind as Reach, Membership, PersonId, Platform,
    PostKind, Proof, ProofState, Question, Topic, Visibility,
};
use std::time::Duration;

/// Names on each side of a day's board.
const BOARD_NAMES: usize = 12;
/// The shortest streak that stays at the top of a group, in periods.
const HONOUR_FROM: u32 = 30;
/// Places that a result or a week names.
pub(crate) const PLACES: u32 = 5;

impl Talk {
    /// The words of a delivery, found soon enough to leave time for the sending; why not, where that fails.
    pub async fn tell_in_time(&self, delivery: &Delivery) -> Result<Option<Reply>, String> {
        const WORDS: Duration = Duration::from_secs(15);
        match tokio::time::timeout(WORDS, self.tell(delivery)).await {
            Ok(words) => words.map_err(|error| error.to_string()),
            Err(late) => Err(format!("no words yet: {late}")),
        }
    }

    /// The words of a delivery, or none where nothing is left to say.
    pub async fn tell(&self, delivery: &Delivery) -> Result<Option<Reply>, Error> {
        let words = self.words_for(delivery).await?;
        if !self.may_be_told(delivery).await? {
            return Ok(None);
        }
        let pin = self.is_pinned(delivery).await?;
        Ok(self.news(words, delivery).await?.map(|reply| Reply { pin, ..reply }))
    }

    async fn news(&self, words: Words, delivery: &Delivery) -> Result<Option<Reply>, Error> {
        match delivery.topic {
            Topic::Milestone { event, person, length } => {
                self.milestone(words, event, person, length, delivery.now).await
            }
            Topic::Reminder { event, person } => {
                let of = Membership { event, person };
                let reply = self.reminder(words, of, delivery.now).await?;
                self.to_whom(words, delivery, person, reply).await
            }
            Topic::Reminders { person, events } => {
                let events = self.spoken_of(delivery, person, &events).await?;
                let reply = self.reminders(words, person, &events, delivery.now).await?;
                self.to_whom(words, delivery, person, reply).await
            }
            Topic::LastCall { event, person } => {
                let of = Membership { event, person };
                let reply = self.last_call(words, of, delivery.now).await?;
                self.to_whom(words, delivery, person, reply).await
            }
            Topic::StreakEnded { event, person, length } => {
                if matches!(delivery.destination.kind, Reach::Channel(_)) {
                    return self.tell_alone(delivery, person).await;
                }
                let of = Membership { event, person };
                self.streak_ended(words, of, length, delivery.now).await
            }
            Topic::EventStarted { event } => self.event_started(words, event).await,
            Topic::EventEnded { event } => self.event_ended(words, event, delivery.now).await,
            Topic::Winners { event } => {
                let Some(event) = self.engine.event(event).await? else { return Ok(None) };
                let platform = delivery.destination.platform;
                event_winners::list(self, words, &event, platform, delivery.now).await.map(Some)
            }
            Topic::WeekOver { event, first_day } => {
                self.week_over(words, event, first_day, delivery.now).await
            }
            Topic::Post { post, event } => self.post(words, post, event, delivery.now).await,
            // A role is given, not told.
            Topic::Role { .. } => Ok(None),
            Topic::RoleFailed { event, length } => self.role_failed(words, event, length).await,
            Topic::Cheer { from, to, .. } => {
                let reply = self.greeting(words, "told-cheer", None, from).await?;
                let said = self.engine.cheer_words(from, to).await?;
                let quote = words.text("cheer-quote", &[("words", Arg::Text(&said))]);
                Ok(reply.map(|reply| match said.is_empty() {
                    true => reply,
                    false => Reply { text: reply.text.clone().then(quote), ..reply },
                }))
            }
            Topic::Nudge { event, from, to } => {
                self.nudge(words, Membership { event, person: to }, from, delivery.now).await
            }
            Topic::JoinAsked { event, person } => self.join_asked(words, event, person).await,
            Topic::CodeOverheard { event, person } => {
                self.code_overheard(words, event, person).await
            }
            Topic::LinkAsked { from, to } => {
                let asked = self.engine.asked_link(to, delivery.now).await?;
                let asked = asked.filter(|asked| asked.merge.goes.id == from);
                Ok(asked.map(|asked| link::question(words, &asked)))
            }
            Topic::LinkRefused { .. } => {
                Ok(Some(Reply::only(words.text("told-link-refused", &[]))))
            }
            Topic::Linked { person } => {
                let person = self.engine.person_by_id(person).await?;
                Ok(person.map(|person| link::done(words, &person.name)))
            }
            Topic::JoinAnswered { event, let_in, .. } => {
                self.join_answered(words, event, let_in).await
            }
            Topic::ProofShown { proof, .. } => {
                let Some(proof) = self.engine.proof(proof).await? else { return Ok(None) };
                self.proof(words, delivery.destination.platform, proof).await
            }
            Topic::ProofRejected { event, .. } => {
                let Some(event) = self.engine.event(event).await? else { return Ok(None) };
                let title = [("title", Arg::Text(&event.title))];
                Ok(Some(Reply::only(words.text("told-proof-rejected", &title))))
            }
            Topic::Hello => Ok(Some(hello::hello(words))),
        }
    }

    /// Whether a place still hears of an event: it may have become one for few since the news was written down.
    async fn may_be_told(&self, delivery: &Delivery) -> Result<bool, Error> {
        match (delivery.destination.kind, &delivery.topic) {
            (
                Reach::Channel(_),
                Topic::Milestone { event, .. }
                | Topic::EventStarted { event }
                | Topic::EventEnded { event }
                | Topic::WeekOver { event, .. },
            ) => self.engine.is_told_at(*event, delivery.destination.id).await,
            (
                Reach::Channel(_),
                Topic::Reminder { event, person } | Topic::LastCall { event, person },
            ) => Ok(!self.spoken_of(delivery, *person, &[Some(*event)]).await?.is_empty()),
            _ => Ok(true),
        }
    }

    /// Those of these events of which a place may hear of somebody: in a channel, what everybody there may see, and is
    /// told of there, or where that person wants to be reminded.
    async fn spoken_of(
        &self,
        delivery: &Delivery,
        person: PersonId,
        events: &[Option<EventId>],
    ) -> Result<Vec<EventId>, Error> {
        let known = events.iter().copied().flatten();
        let Reach::Channel(community) = delivery.destination.kind else {
            return Ok(known.collect());
        };
        let mut spoken = vec![];
        for id in known {
            let Some(event) = self.engine.event(id).await? else { continue };
            let is_seen = match event.visibility {
                Visibility::Public => true,
                Visibility::Community => event.community == Some(community),
                Visibility::InviteOnly => false,
            };
            let here = delivery.destination.id;
            let wanted = self.engine.reminders(Membership { event: id, person }).await?;
            let is_wanted = wanted.iter().any(|reminder| reminder.destination == here);
            if is_seen && (is_wanted || self.engine.is_told_at(id, here).await?) {
                spoken.push(id);
            }
        }
        Ok(spoken)
    }

    /// What is for one person alone goes where that person alone reads it, if there is such a place.
    async fn tell_alone(
        &self,
        delivery: &Delivery,
        person: PersonId,
    ) -> Result<Option<Reply>, Error> {
        const LASTS_S: i64 = 24 * 3600;
        for platform in [Platform::Discord, Platform::Telegram] {
            if let Some(way) = self.engine.way_to(person, platform, delivery.now).await? {
                let key = format!("{}:alone", delivery.dedupe_key);
                self.engine.send(way.id, delivery.topic, key, delivery.now, LASTS_S).await?;
                break;
            }
        }
        Ok(None)
    }

    /// Whether it is an honour that a community wants to keep at the top of its group.
    async fn is_pinned(&self, delivery: &Delivery) -> Result<bool, Error> {
        match (delivery.destination.kind, &delivery.topic) {
            (Reach::Channel(community), Topic::Milestone { length: HONOUR_FROM.., .. })
            | (Reach::Channel(community), Topic::EventEnded { .. }) => {
                self.engine.pins_honours(community).await
            }
            _ => Ok(false),
        }
    }

    /// The language of a place: a person's own in private, the community's in a channel.
    async fn words_for(&self, delivery: &Delivery) -> Result<Words, Error> {
        let place = &delivery.destination;
        let chosen = match place.kind {
            Reach::Private(person) => {
                self.engine.person_by_id(person).await?.and_then(|person| person.locale)
            }
            Reach::Channel(community) => self.engine.community_locale(community).await?,
        };
        Ok(Words::of(chosen.as_deref().or(place.locale.as_deref()).unwrap_or("en")))
    }

    /// A message that is kept up to date, as it should be now.
    async fn post(
        &self,
        words: Words,
        id: i64,
        event: EventId,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let (Some(event), Some(post)) =
            (self.engine.event(event).await?, self.engine.post(id).await?)
        else {
            return Ok(None);
        };
        let members = self.engine.count_members(std::slice::from_ref(&event)).await?;
        let members = members.get(&event.id).copied().unwrap_or(0);
        let reply = match post.kind {
            PostKind::Card => join::card(words, &event, members, now),
            // A board on which nobody is would be no news.
            PostKind::Board(_) if members == 0 && post.remote_id.is_none() => return Ok(None),
            PostKind::Board(day) => {
                let (board, asked) = self.board_of(words, &event, day, now).await?;
                // Where nobody is asked for anything, there is nothing to begin.
                if asked == 0 && post.remote_id.is_none() {
                    return Ok(None);
                }
                board
            }
        };
        Ok(Some(Reply { silent: true, ..reply }))
    }

    /// Who is in on a day, and who is not yet; and how many that are.
    async fn board_of(
        &self,
        words: Words,
        event: &Event,
        day: Day,
        now: Instant,
    ) -> Result<(Reply, u64), Error> {
        let (done, open) = self.engine.day_of(event.id, day, BOARD_NAMES, now).await?;
        let asked = done.count + open.count;
        let date = day.to_string();
        let args = [("day", Arg::Text(&date)), ("title", Arg::Text(&event.title))];
        let mut text = words.text("told-board", &args);
        let counts = [("in", Arg::Number(done.count)), ("all", Arg::Number(asked))];
        text = text.then(words.text("told-board-count", &counts));
        let list = |names: &[(String, u32)], count: u64| {
            let shown: Vec<String> =
                names.iter().map(|(name, run)| format!("{name} {run}")).collect();
            let shown = shown.join(" · ");
            match count.saturating_sub(names.len() as u64) {
                0 => shown,
                more => {
                    let args = [("names", Arg::Text(&shown)), ("n", Arg::Number(more))];
                    words.plain("told-board-more", &args)
                }
            }
        };
        let (done_names, open_names) =
            (list(&done.names, done.count), list(&open.names, open.count));
        text = match done.count {
            0 => text.then(words.text("told-board-nobody", &[])),
            _ => text.then(words.text("told-board-in", &[("names", Arg::Text(&done_names))])),
        };
        if open.count > 0 {
            text = text.then(words.text("told-board-open", &[("names", Arg::Text(&open_names))]));
        }
        Ok((Reply::open(text).with([check_in(words, event), board(words, event)]), asked))
    }

    async fn role_failed(
        &self,
        words: Words,
        event: EventId,
        length: u32,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.event(event).await? else { return Ok(None) };
        let args = [("length", Arg::Number(length.into())), ("title", Arg::Text(&event.title))];
        Ok(Some(Reply::only(words.text("told-role-failed", &args))))
    }

    /// In a channel a word for one person says for whom it is.
    async fn to_whom(
        &self,
        words: Words,
        delivery: &Delivery,
        person: PersonId,
        reply: Option<Reply>,
    ) -> Result<Option<Reply>, Error> {
        let (Some(reply), Reach::Channel(_)) = (&reply, delivery.destination.kind) else {
            return Ok(reply);
        };
        let Some(person) = self.engine.person_by_id(person).await? else { return Ok(None) };
        let name = [("name", Arg::Text(&person.name))];
        let text = words.text("told-to-whom", &name).then(reply.text.clone());
        Ok(Some(Reply { text, ..reply.clone() }))
    }

    /// A word from one person to another.
    async fn greeting(
        &self,
        words: Words,
        key: &str,
        event: Option<&Event>,
        from: PersonId,
    ) -> Result<Option<Reply>, Error> {
        let Some(from) = self.engine.person_by_id(from).await? else { return Ok(None) };
        let title = event.map(|event| event.title.as_str()).unwrap_or_default();
        let args = [("name", Arg::Text(&from.name)), ("title", Arg::Text(title))];
        let reply = Reply::only(words.text(key, &args[..if event.is_some() { 2 } else { 1 }]));
        Ok(Some(match event {
            Some(event) => reply.with([check_in(words, event)]),
            None => reply,
        }))
    }

    async fn nudge(
        &self,
        words: Words,
        of: Membership,
        from: PersonId,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let (event, view) = (self.engine.event(of.event).await?, self.engine.view(of, now).await?);
        let (Some(event), Some(view)) = (event, view) else { return Ok(None) };
        // Done meanwhile, or asked for peace.
        if !view.is_open_today() || self.is_quiet(of.person, now).await? {
            return Ok(None);
        }
        self.greeting(words, "told-nudge", Some(&event), from).await
    }

    async fn is_quiet(&self, person: PersonId, now: Instant) -> Result<bool, Error> {
        let person = self.engine.person_by_id(person).await?;
        Ok(person.is_some_and(|person| {
            person.quiet.is_some_and(|quiet| quiet.holds(person.setting, now))
        }))
    }

    async fn join_asked(
        &self,
        words: Words,
        event: EventId,
        person: PersonId,
    ) -> Result<Option<Reply>, Error> {
        let (Some(event), Some(person)) =
            (self.engine.event(event).await?, self.engine.person_by_id(person).await?)
        else {
            return Ok(None);
        };
        let args = [("name", Arg::Text(&person.name)), ("title", Arg::Text(&event.title))];
        let buttons = event_review::answers(words, &event, person.id, &label(&person.name));
        Ok(Some(Reply::only(words.text("told-join-asked", &args)).with(buttons)))
    }

    /// A code is worthless now; whoever typed it may still be let in.
    async fn code_overheard(
        &self,
        words: Words,
        event: EventId,
        person: PersonId,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.event(event).await? else { return Ok(None) };
        let known = self.engine.person_by_id(person).await?;
        // Whoever speaks for a whole group cannot be told from others.
        let name = known.map_or_else(|| words.plain("somebody", &[]), |person| person.name);
        let args = [("name", Arg::Text(&name)), ("title", Arg::Text(&event.title))];
        let reply = Reply::only(words.text("told-code-overheard", &args));
        let asks = self.engine.asking(event.id).await?.contains(&person);
        let buttons = event_review::answers(words, &event, person, &label(&name));
        Ok(Some(if asks { reply.with(buttons) } else { reply }))
    }

    async fn join_answered(
        &self,
        words: Words,
        event: EventId,
        let_in: bool,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.event(event).await? else { return Ok(None) };
        let title = [("title", Arg::Text(&event.title))];
        Ok(Some(if let_in {
            Reply::only(words.text("told-join-in", &title)).with([check_in(words, &event)])
        } else {
            Reply::only(words.text("told-join-out", &title))
        }))
    }

    /// What a member showed, for the host to look at; none where that is settled.
    pub(crate) async fn proof(
        &self,
        words: Words,
        platform: Platform,
        proof: Proof,
    ) -> Result<Option<Reply>, Error> {
        let (Some(event), Some(person)) = (
            self.engine.event(proof.of.event).await?,
            self.engine.person_by_id(proof.of.person).await?,
        ) else {
            return Ok(None);
        };
        if proof.state != ProofState::Open {
            return Ok(None);
        }
        let args = [
            ("name", Arg::Text(&person.name)),
            ("title", Arg::Text(&event.title)),
            ("file", Arg::Link(&proof.file)),
        ];
        let is_address = proof.file.starts_with("http");
        let text = match is_address {
            true => words.text("told-proof", &args),
            false => words.text("told-proof-file", &args[..2]),
        };
        // A file without an address can be seen where it was sent only.
        let is_here = proof.platform == platform;
        let text = match is_address || is_here {
            true => text,
            false => text.then(words.text("told-proof-elsewhere", &[])),
        };
        let id = PersonId(proof.id);
        let press =
            |what: &str| Press::new("event-review", Some(event.id), &format!("{what}.{id}"));
        let approve = Button::press(words.plain("button-approve", &[]), press("ok")).main();
        let reject = Button::press(words.plain("button-reject", &[]), press("no")).danger();
        let file = (!is_address && is_here).then_some(proof.file);
        Ok(Some(Reply { file, ..Reply::only(text).with([approve, reject]) }))
    }

    async fn last_call(
        &self,
        words: Words,
        of: Membership,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let (event, view) = (self.engine.event(of.event).await?, self.engine.view(of, now).await?);
        let (Some(event), Some(view)) = (event, view) else { return Ok(None) };
        if !view.life.standing.at_risk || self.engine.reminders(of).await?.is_empty() {
            return Ok(None);
        }
        let current = ("current", Arg::Number(view.life.standing.current.into()));
        let text = words.text("told-last-call", &[("title", Arg::Text(&event.title)), current]);
        Ok(Some(Reply::only(text).with([check_in(words, &event)])))
    }

    async fn streak_ended(
        &self,
        words: Words,
        of: Membership,
        length: u32,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let (event, view) = (self.engine.event(of.event).await?, self.engine.view(of, now).await?);
        let (Some(event), Some(view)) = (event, view) else { return Ok(None) };
        // It may have been mended, or begun anew, in the night.
        if !view.life.standing.member || view.life.standing.current > 0 {
            return Ok(None);
        }
        let length = ("length", Arg::Number(length.into()));
        let text = words.text("told-streak-ended", &[("title", Arg::Text(&event.title)), length]);
        Ok(Some(Reply::only(text).with([check_in(words, &event)])))
    }

    async fn event_started(&self, words: Words, id: EventId) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.event(id).await? else { return Ok(None) };
        let text = words.text("told-event-started", &[("title", Arg::Text(&event.title))]);
        Ok(Some(Reply::open(text).with([check_in(words, &event), board(words, &event)])))
    }

    async fn event_ended(
        &self,
        words: Words,
        id: EventId,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.event(id).await? else { return Ok(None) };
        let ranking = self.engine.ranking(id, &Question::top(By::Longest, PLACES), now).await?;
        let rows: Vec<&BoardRow> = ranking.rows.iter().filter(|row| row.value > 0).collect();
        let key = if rows.is_empty() { "told-event-over" } else { "told-event-ended" };
        let heading = words.text(key, &[("title", Arg::Text(&event.title))]);
        let text = rows.into_iter().fold(heading, |text, row| text.then(place(words, row)));
        Ok(Some(Reply::open(text).with([event_again::button(words, id), board(words, &event)])))
    }

    async fn milestone(
        &self,
        words: Words,
        event: EventId,
        person: PersonId,
        length: u32,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let (Some(event), Some(person)) =
            (self.engine.event(event).await?, self.engine.person_by_id(person).await?)
        else {
            return Ok(None);
        };
        // Whoever hides is shown to nobody else, however far he comes, and some keep their milestones to themselves.
        if person.hidden || !person.milestones {
            return Ok(None);
        }
        let args = [
            ("name", Arg::Text(&person.name)),
            ("length", Arg::Number(length.into())),
            ("title", Arg::Text(&event.title)),
        ];
        let text = words.text("told-milestone", &args);
        let mut reply = Reply::open(text).with(cheer::buttons(words, Some(event.id), person.id, 0));
        let of = Membership { event: event.id, person: person.id };
        if let Some(view) = self.engine.view(of, now).await? {
            reply.pictures.extend(self.draw_card(words, &event, &person, &view).await);
        }
        Ok(Some(reply))
    }

    /// One message for several events, of those that are still open.
    async fn reminders(
        &self,
        words: Words,
        person: PersonId,
        events: &[EventId],
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let mut open = vec![];
        for event in events {
            let of = Membership { event: *event, person };
            let (event, view) =
                (self.engine.event(*event).await?, self.engine.view(of, now).await?);
            let (Some(event), Some(view)) = (event, view) else { continue };
            let standing = view.life.standing;
            let is_wanted = !self.engine.reminders(of).await?.is_empty();
            if view.is_open_today() && is_wanted {
                open.push((event, standing));
            }
        }
        match &open[..] {
            [] => return Ok(None),
            [(event, _)] => {
                return self.reminder(words, Membership { event: event.id, person }, now).await;
            }
            _ if self.is_quiet(person, now).await? => return Ok(None),
            _ => {}
        }
        let count = [("n", Arg::Number(open.len() as u64))];
        let mut text = words.text("told-reminders", &count);
        for (event, standing) in &open {
            let next = Arg::Number(u64::from(standing.current) + 1);
            let line = [("title", Arg::Text(&event.title)), ("next", next)];
            text = text.then(words.text("told-reminders-line", &line));
        }
        let row = open.iter().map(|(event, _)| check_in::beside(event.id, &event.title));
        let press = |arg| Press::new("remind", None, arg);
        let later = [
            Button::press(words.plain("button-snooze", &[]), press("snooze")),
            Button::press(words.plain("button-not-today", &[]), press("not-today")),
        ];
        Ok(Some(Reply::only(text).with(row).with(later)))
    }

    async fn reminder(
        &self,
        words: Words,
        of: Membership,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        let Some(event) = self.engine.event(of.event).await? else { return Ok(None) };
        let Some(view) = self.engine.view(of, now).await? else { return Ok(None) };
        let standing = view.life.standing;
        // Sent late, it may have become pointless.
        if !view.is_open_today() || self.engine.reminders(of).await?.is_empty() {
            return Ok(None);
        }
        if self.is_quiet(of.person, now).await? {
            return Ok(None);
        }
        // One check-in is enough for a check alone: of everything else it would say too much.
        let is_check = matches!(event.rules.goal, Goal::Check);
        let fellow = match is_check && reminding::may_name(&standing) {
            true => self.engine.fellow_in(of, standing.today).await?,
            false => None,
        };
        let text = reminding::text(words, &event.title, &standing, fellow.as_deref());
        let stop = Button::press(
            words.plain("button-remind-off", &[]),
            Press::new("remind", Some(event.id), "off"),
        );
        let snooze = Button::press(
            words.plain("button-snooze", &[]),
            Press::new("remind", Some(event.id), "snooze"),
        );
        let not_today = Button::press(
            words.plain("button-not-today", &[]),
            Press::new("remind", Some(event.id), "not-today"),
        );
        let now_or_later = [check_in(words, &event), snooze];
        Ok(Some(Reply::only(text).with(now_or_later).with([not_today, stop])))
    }
}

pub(crate) fn board(words: Words, event: &Event) -> Button {
    Button::press(
        words.plain("button-leaderboard", &[]),
        Press::new("leaderboard", Some(event.id), ""),
    )
}

pub(crate) fn place(words: Words, row: &BoardRow) -> Text {
    let (rank, value) = (Arg::Number(row.rank), Arg::Number(row.value.unsigned_abs()));
    words.text("told-place", &[("rank", rank), ("name", Arg::Text(&row.name)), ("value", value)])
}

fn check_in(words: Words, event: &Event) -> Button {
    Button::press(words.plain("button-checkin", &[]), Press::new("checkin", Some(event.id), ""))
        .main()
}
