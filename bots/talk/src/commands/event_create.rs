//! `/event create`: a new event, announced where it was made.

use super::join;
use crate::clean::clean;
use crate::command::{Call, Command, Kind, Param};
use crate::words::Arg;
use crate::{Reply, zones};
use engine::rules::{Cadence, ClockRule, Key, Rules, Setting, Weekdays, Zone};
use engine::{Error, NewEvent, Visibility};

const TITLE_MAX: usize = 80;
const GOAL_MAX: usize = 200;

pub const COMMAND: Command = Command {
    path: "event create",
    about: "create-about",
    params: &[
        Param {
            name: "title",
            about: "create-title",
            kind: Kind::Text { length_max: TITLE_MAX },
            required: true,
        },
        Param {
            name: "goal",
            about: "create-goal",
            kind: Kind::Text { length_max: GOAL_MAX },
            required: false,
        },
        Param {
            name: "days",
            about: "create-days",
            kind: Kind::Text { length_max: 60 },
            required: false,
        },
        Param {
            name: "visibility",
            about: "create-visibility",
            kind: Kind::OneOf(&["public", "invite"]),
            required: false,
        },
        Param {
            name: "clock",
            about: "create-clock",
            kind: Kind::OneOf(&["fixed", "personal"]),
            required: false,
        },
        Param { name: "zone", about: "create-zone", kind: Kind::Zone, required: false },
    ],
    free: Some("title"),
    public: true,
    run: |call| Box::pin(run(call)),
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let title = clean(call.arg("title").unwrap_or_default(), TITLE_MAX);
    if title.is_empty() {
        return Ok(Reply::only(call.text("create-no-title", &[])));
    }
    let Some(weekdays) = weekdays(call.arg("days").unwrap_or("daily")) else {
        return Ok(Reply::only(call.text(
            "create-bad-days",
            &[("days", Arg::Text(call.arg("days").unwrap_or_default()))],
        )));
    };
    let visibility = match call.arg("visibility").unwrap_or("public") {
        "invite" => Visibility::InviteOnly,
        _ => Visibility::Public,
    };
    let clock = match clock(call).await? {
        Ok(clock) => clock,
        Err(reply) => return Ok(reply),
    };
    let start = match clock {
        ClockRule::Fixed(setting) => setting.day_of(call.now()),
        // Whoever is a day behind may begin today too.
        ClockRule::Personal => call.person.setting.day_of(call.now()).plus(-1),
    };
    let new = NewEvent {
        key: Key(call.request.key.clone()),
        title,
        goal: clean(call.arg("goal").unwrap_or_default(), GOAL_MAX),
        owner: call.person.id,
        community: call.community.as_ref().map(|community| community.id),
        visibility,
        rules: Rules::daily(clock, Cadence::Daily { weekdays }, start),
    };
    let event = call.engine().create_event(new, call.now()).await?;
    if let Some(channel) = call.channel().await? {
        call.engine().announce(event.id, channel).await?;
    }
    let card = join::card(call, &event);
    if visibility == Visibility::Public {
        return Ok(card);
    }
    let code = call.engine().invite(event.id, call.person.id, call.now()).await?;
    let text = card.text.then(call.text("create-code", &[("code", Arg::Text(&code))]));
    Ok(Reply::only(text).with([join::button(call, event.id)]).secret_if(true))
}

/// One clock for everybody in a community, each member's own in private; `clock:` says otherwise. The
/// first event that is made in a community settles its zone.
async fn clock(call: &Call<'_>) -> Result<Result<ClockRule, Reply>, Error> {
    let named = match call.arg("zone") {
        Some(words) => match zones::find(words, call.now())[..] {
            [zone, ..] => Some(zone),
            [] => {
                return Ok(Err(Reply::only(
                    call.text("timezone-unknown", &[("words", Arg::Text(words))]),
                )));
            }
        },
        None => None,
    };
    let is_fixed = match call.arg("clock") {
        Some(word) => word == "fixed",
        None => call.community.is_some() || named.is_some(),
    };
    if !is_fixed {
        return Ok(Ok(ClockRule::Personal));
    }
    let zone: Zone = match (named, &call.community) {
        (Some(zone), _) => zone,
        (None, Some(community)) => community.zone.unwrap_or(call.person.setting.zone),
        (None, None) => call.person.setting.zone,
    };
    if let Some(community) = &call.community
        && (named.is_some() || call.person.zone_known)
    {
        call.engine().settle_zone(community.id, zone).await?;
    }
    Ok(Ok(ClockRule::Fixed(Setting::midnight(zone))))
}

/// `daily`, `weekdays`, `weekend`, or names of days in English or German: `mon, wed, fri`.
fn weekdays(words: &str) -> Option<Weekdays> {
    const NAMES: [[&str; 2]; 7] = [
        ["monday", "montag"],
        ["tuesday", "dienstag"],
        ["wednesday", "mittwoch"],
        ["thursday", "donnerstag"],
        ["friday", "freitag"],
        ["saturday", "samstag"],
        ["sunday", "sonntag"],
    ];
    match words.to_lowercase().as_str() {
        "daily" | "every day" | "everyday" | "all" | "täglich" => return Some(Weekdays::ALL),
        "weekdays" | "workdays" | "werktags" => return Some(Weekdays::WORKDAYS),
        "weekend" | "weekends" | "wochenende" => return Some(Weekdays::WEEKEND),
        _ => {}
    }
    let number = |word: &str| {
        let word = word.to_lowercase();
        let is_start = |name: &&str| word.len() >= 2 && name.starts_with(&word);
        let named = NAMES.iter().position(|names| names.iter().any(is_start));
        named.map(|n| n as u8 + 1).or(word.parse().ok())
    };
    let days: Option<Vec<u8>> =
        words.split([',', ' ', '/', '+']).filter(|word| !word.is_empty()).map(number).collect();
    Weekdays::of(days?)
}

#[cfg(test)]
mod tests {
    use super::weekdays;
    use crate::world::World;
    use engine::rules::Weekdays;

    #[test]
    fn days_are_read_as_people_write_them() {
        assert_eq!(weekdays("mon, wed,Friday"), Weekdays::of([1, 3, 5]));
        assert_eq!(weekdays("Sa So"), Some(Weekdays::WEEKEND));
        assert_eq!(weekdays("1 2 3 4 5"), Some(Weekdays::WORKDAYS));
        assert_eq!((weekdays("sometimes"), weekdays("8"), weekdays(",")), (None, None, None));
    }

    #[tokio::test]
    async fn an_event_is_presented_where_it_was_made() {
        let world = World::new().await;
        let card = world.say("ada", "/event create title:\"Run 5 km\" goal:\"five kilometres\" days:mon,wed,fri zone:Berlin").await;
        assert_eq!(
            card,
            "Run 5 km\nfive kilometres\nOn some days of the week\nDays follow the clock of Europe/Berlin."
        );
        assert_eq!(
            world.say("ada", "/event create").await,
            "What shall it be called? For example: /event create Read 20 pages"
        );
        let odd = world.say("ada", "/event create X days:whenever").await;
        assert_eq!(
            odd,
            "I do not know the days “whenever”. Try daily, weekdays, weekend, or mon, wed, fri."
        );
    }
}
