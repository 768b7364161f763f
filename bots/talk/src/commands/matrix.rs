//! `/matrix`: the days of a year, as a picture and in words.

use crate::choose::{self, Chosen};
use crate::command::{Call, Command, Kind, Other, Param, Who};
use crate::words::Arg;
use crate::{Reply, Text};
use chrono::Datelike;
use engine::rules::matrix::matrix;
use engine::rules::{Day, Status};
use engine::{Error, Event, Membership, Person, View};

/// Days of a matrix that has no year.
const DAYS: i32 = 365;

pub const COMMAND: Command = Command {
    params: &[
        Param::new("event", "matrix-event", Kind::Event(Who::Seen)),
        Param::new("user", "matrix-user", Kind::Person),
        Param::new("year", "matrix-year", Kind::Text { length_max: 4 }),
    ],
    free: Some("event"),
    ..Command::new("matrix", "matrix-about", |call| Box::pin(run(call)))
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let whose = match whose(call).await? {
        Ok(person) => person,
        Err(reply) => return Ok(reply),
    };
    let who = if whose.id == call.person.id { Who::Mine } else { Who::Seen };
    let event = match choose::event(call, who, "matrix").await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    let of = Membership { event: event.id, person: whose.id };
    let Some(view) = call.engine().view(of, call.now()).await? else {
        let name = [("name", Arg::Text(&whose.name))];
        let own = whose.id == call.person.id;
        let key = if own { "refused-not-member" } else { "streak-other-none" };
        return Ok(Reply::only(call.text(key, if own { &[] } else { &name })));
    };
    let today = view.life.standing.today;
    let (first, last) = match call.arg("year").and_then(|year| year.parse().ok()) {
        Some(year) => match year_of(year, today) {
            Some(days) => days,
            None => return Ok(Reply::only(call.text("matrix-bad-year", &[]))),
        },
        None => (today.plus(1 - DAYS), today),
    };
    let days = matrix(&view.history, &view.life, first, last);
    let text = summary(call, &event, &whose, &view, &days);
    let mut reply = Reply::only(text).secret_if(call.is_secret(&event));
    reply.pictures.extend(call.talk.draw_matrix(call.words, &event, &whose, &view, &days).await);
    Ok(reply)
}

/// The person a command is about: whoever is named, or who asks. People who are hidden are shown to nobody else.
pub(super) async fn whose(call: &Call<'_>) -> Result<Result<Person, Reply>, Error> {
    Ok(match whom(call).await? {
        Ok(person) if person.hidden && person.id != call.person.id => {
            Err(Reply::only(call.text("person-hidden", &[("name", Arg::Text(&person.name))])))
        }
        other => other,
    })
}

/// The same for whoever runs an event or a place: hiding is from rankings, not from them.
pub(super) async fn whom(call: &Call<'_>) -> Result<Result<Person, Reply>, Error> {
    Ok(match call.other("user").await? {
        Other::Nobody => Ok(call.person.clone()),
        Other::Known(person) => Ok(person),
        Other::Unknown(name) => {
            Err(Reply::only(call.text("person-unknown", &[("name", Arg::Text(&name))])))
        }
    })
}

/// The days of a year up to today.
pub(super) fn year_of(year: i32, today: Day) -> Option<(Day, Day)> {
    let this_year = today.date().year();
    if !(2000..=this_year).contains(&year) {
        return None;
    }
    let first = chrono::NaiveDate::from_ymd_opt(year, 1, 1)?;
    let last = chrono::NaiveDate::from_ymd_opt(year, 12, 31)?;
    Some((first.into(), Day::from(last).min(today)))
}

fn summary(
    call: &Call<'_>,
    event: &Event,
    whose: &Person,
    view: &View,
    days: &[(Day, Option<Status>)],
) -> Text {
    let count = |wanted: &[Status]| {
        days.iter().filter(|(_, status)| status.is_some_and(|s| wanted.contains(&s))).count() as u64
    };
    let standing = &view.life.standing;
    let args = [
        ("title", Arg::Text(&event.title)),
        ("name", Arg::Text(&whose.name)),
        ("met", Arg::Number(count(&[Status::Met, Status::Bonus]))),
        (
            "days",
            Arg::Number(count(&[
                Status::Met,
                Status::Bonus,
                Status::Missed,
                Status::Frozen,
                Status::Repaired,
            ])),
        ),
        ("longest", Arg::Number(standing.longest.into())),
        ("current", Arg::Number(standing.current.into())),
    ];
    let text = call.text("matrix-summary", &args);
    let week: String = days.iter().rev().take(7).rev().map(|(_, status)| mark(*status)).collect();
    text.then(call.text("matrix-week", &[("week", Arg::Text(&week))]))
}

/// A day as a sign.
fn mark(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::Met | Status::Bonus) => "✓",
        Some(Status::Frozen) => "❄",
        Some(Status::Repaired) => "◇",
        Some(Status::Missed) => "–",
        Some(Status::Open) => "…",
        Some(Status::Rest | Status::Excused | Status::Paused | Status::Absent) | None => "·",
    }
}

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn a_year_is_told_in_words_too() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        world.next_day();
        let matrix = world.hear("ada", "/matrix").await;
        assert_eq!(
            matrix.plain(),
            "ada at Read: 3 of 4 days. Longest 3, now 3.\nThe last seven days: ··✓✓✓❄…"
        );
        assert_eq!(matrix.pictures.len(), 1);
        assert!(matrix.pictures[0].alt.starts_with("ada at Read: 3 of 4 days."));
        assert_eq!(
            world.say("ada", "/matrix year:1815").await,
            "I can show the years from 2000 to this one."
        );
        assert!(
            world
                .say("ken", "/matrix user:@ada event:Read")
                .await
                .starts_with("I have not met @ada yet")
        );
    }
}
