//! `/admin repair`: mends a missed day of a member, however long ago; it stays on record. `/event repair` does the same.

use super::matrix;
use crate::choose::{self, Chosen};
use crate::clean::clean;
use crate::command::{Call, Command, Kind, Other, Param, Right, Who};
use crate::words::Arg;
use crate::{Reply, days};
use engine::rules::{Named, Role, Wish};
use engine::{Error, Event, Membership, Person, Record, Refusal};

const REASON_MAX: usize = 200;

pub(super) const PARAMS: &[Param] = &[
    Param::new("user", "admin-user", Kind::Person).required(),
    Param::new("day", "admin-repair-day", Kind::Day).required(),
    Param::new("event", "admin-event", Kind::Event(Who::Seen)),
    Param::new("reason", "admin-reason", Kind::Text { length_max: REASON_MAX }),
];

pub const COMMAND: Command = Command {
    params: PARAMS,
    free: Some("user"),
    right: Right::Manager,
    ..Command::new("admin repair", "admin-repair-about", |call| Box::pin(run(call, "admin-repair")))
};

/// `verb` is what a button of a question does.
pub(super) async fn run(call: &Call<'_>, verb: &str) -> Result<Reply, Error> {
    if matches!(call.other("user").await?, Other::Nobody) {
        return Ok(Reply::only(call.text("admin-whom", &[])));
    }
    let whom = match matrix::whom(call).await? {
        Ok(person) => person,
        Err(reply) => return Ok(reply),
    };
    let event = match choose::event(call, Who::Seen, verb).await? {
        Chosen::Event(event) => event,
        Chosen::Ask(reply) => return Ok(reply),
    };
    if !call.hosts(&event).await? {
        return Ok(Reply::only(call.text("host-only", &[])));
    }
    let today = event.rules.setting().unwrap_or(whom.setting).day_of(call.now());
    let written = call.arg("day").unwrap_or("yesterday");
    let day = match days::named(written) {
        Some(Named::Now) => today,
        Some(Named::DaysAgo(days)) => today.plus(-days),
        Some(Named::Date(day)) => day,
        None => {
            let words = [("words", Arg::Text(written))];
            return Ok(Reply::only(call.text("checkin-bad-day", &words)));
        }
    };
    let of = Membership { event: event.id, person: whom.id };
    let wish = Wish::Repair { day, role: Role::Host };
    let decision = match call.engine().act(of, call.now(), wish).await {
        Ok(decision) => decision,
        Err(error) => return refused(call, &event, &whom, error),
    };
    let reason = clean(call.arg("reason").unwrap_or_default(), REASON_MAX);
    let detail = format!("{day} {reason}");
    let deed = ("repair", Some(whom.id), detail.trim());
    call.engine().note_deed(Record::of(&event), call.person.id, deed, call.now()).await?;
    let day = day.to_string();
    let args = [
        ("name", Arg::Text(&whom.name)),
        ("day", Arg::Text(&day)),
        ("current", Arg::Number(decision.standing.current.into())),
    ];
    Ok(Reply::only(call.text("admin-repaired", &args)))
}

/// Why an act on the membership of somebody else was turned down, in words for whoever wanted it.
///
/// # Errors
/// Whatever says nothing about that person.
pub(super) fn refused(
    call: &Call<'_>,
    event: &Event,
    whom: &Person,
    error: Error,
) -> Result<Reply, Error> {
    let name = ("name", Arg::Text(&whom.name));
    let text = match error {
        Error::Refused(Refusal::NotMember) => {
            call.text("host-not-member", &[name, ("title", Arg::Text(&event.title))])
        }
        Error::Refused(Refusal::NotRepairable) => call.text("host-not-repairable", &[name]),
        other => return Err(other),
    };
    Ok(Reply::only(text).secret_if(call.is_secret(event)))
}

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn a_host_mends_what_a_member_cannot_any_more() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join").await;
        for _ in 0..3 {
            world.say("ada", "/checkin").await;
            world.next_day();
        }
        for _ in 0..8 {
            world.next_day();
        }
        assert!(world.say("ada", "/streak").await.starts_with("Read: at 0"));
        let line = "/admin repair day:2026-03-05 event:Read reason:\"was in hospital\"";
        let done = world.to_as_manager("boss", line, "ada").await;
        assert!(done.plain().starts_with("◇ Mended 2026-03-05 for ada."), "{}", done.plain());
        let audit = world.as_manager("boss", "/admin audit").await;
        assert!(
            audit.plain().contains("boss · mended a day · ada · Read 2026-03-05 was in hospital"),
            "{}",
            audit.plain()
        );
        assert_eq!(
            world.to("ken", line, "ada").await.plain(),
            "That is for whoever manages this place."
        );
    }
}
