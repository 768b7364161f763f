//! What the API calls things: events, standings, ranks.

use engine::rules::{Day, Entry, Goal, Standing, Status};
use engine::{BoardRow, By, Event, View};
use serde::Serialize;
use talk::event_terms;
use utoipa::ToSchema;

use crate::web::Web;
use crate::words::Words;

/// An event.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EventShape {
    /// Its name in addresses.
    pub slug: String,
    /// Its page.
    pub address: String,
    pub title: String,
    /// What has to be done, in the words of its host.
    pub goal: String,
    /// What it asks for and how it is counted, in the caller's language.
    pub terms: Vec<String>,
    /// What is counted, where amounts are: `km`, `pages`.
    pub unit: Option<String>,
    /// What streaks and totals are counted in: `day`, `week`, `month`, or `time` where it is asked for every few days.
    pub counted_in: &'static str,
    pub category: Option<String>,
    pub emoji: Option<String>,
    /// `public`, `community` or `invite`.
    pub visibility: &'static str,
    /// The zone of the clock that counts for everybody; none where everybody's own does.
    pub zone: Option<String>,
    #[schema(format = Date)]
    pub starts_on: String,
    #[schema(format = Date)]
    pub ends_on: Option<String>,
    pub is_over: bool,
    /// Whether nothing is forgiven.
    pub is_contest: bool,
    /// Whether a host decides who gets in.
    pub asks_host: bool,
    /// `none`, `asked` or `approved`.
    pub proof: &'static str,
    pub members: Option<u64>,
}

impl EventShape {
    pub fn of(web: &Web, event: &Event, members: Option<u64>, words: Words) -> EventShape {
        let unit = match &event.rules.goal {
            Goal::Metric(metric) => Some(metric.unit.clone()),
            Goal::Check | Goal::Count { .. } | Goal::Tasks { .. } => None,
        };
        EventShape {
            slug: event.slug.clone(),
            address: format!("{}/e/{}", web.public_url, event.slug),
            title: event.title.clone(),
            goal: event.goal.clone(),
            terms: event_terms(words.chat(), event),
            unit,
            counted_in: talk::period(&event.rules),
            category: event.category.clone(),
            emoji: event.emoji.clone(),
            visibility: event.visibility.name(),
            zone: event.rules.setting().map(|setting| setting.zone.name().to_owned()),
            starts_on: event.rules.start.to_string(),
            ends_on: event.rules.end.map(|end| end.to_string()),
            is_over: event.is_over((web.now)()),
            is_contest: event.is_contest(),
            asks_host: event.approval,
            proof: event.proof.name(),
            members,
        }
    }
}

/// How a member stands.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StandingShape {
    /// The day by the clock that counts.
    #[schema(format = Date)]
    pub today: String,
    pub current: u32,
    pub longest: u32,
    pub total: u32,
    /// The sum of all amounts.
    pub amount: f64,
    /// In percent of what was required; none while nothing was.
    pub consistency: Option<f64>,
    pub freezes: u32,
    /// Nothing more is asked for today.
    pub met_today: bool,
    /// A check-in is asked for today.
    pub is_open_today: bool,
    /// When a run ends by itself, in seconds since 1970; none where there is nothing to lose.
    pub alive_until: Option<i64>,
}

impl StandingShape {
    pub fn of(view: &View) -> StandingShape {
        StandingShape::new(&view.life.standing, view.is_open_today())
    }

    pub fn new(standing: &Standing, is_open_today: bool) -> StandingShape {
        StandingShape {
            today: standing.today.to_string(),
            current: standing.current,
            longest: standing.longest,
            total: standing.total,
            amount: amount(standing.points_milli),
            consistency: standing.consistency_bp().map(|points| f64::from(points) / 100.0),
            freezes: standing.freezes,
            met_today: standing.met_today,
            is_open_today: is_open_today && !standing.met_today,
            alive_until: standing.alive_until.map(|at| at.0),
        }
    }
}

/// A milestone that was reached.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BadgeShape {
    /// So many in a row.
    pub length: u32,
}

/// A membership.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MembershipShape {
    pub slug: String,
    pub title: String,
    /// What `current`, `longest`, `total` and the lengths of badges are counted in: `day`, `week`, `month` or `time`.
    pub counted_in: &'static str,
    pub standing: StandingShape,
    pub badges: Vec<BadgeShape>,
}

impl MembershipShape {
    pub fn of(event: &Event, view: &View) -> MembershipShape {
        MembershipShape {
            slug: event.slug.clone(),
            title: event.title.clone(),
            counted_in: talk::period(&event.rules),
            standing: StandingShape::of(view),
            badges: view.life.badges.keys().map(|length| BadgeShape { length: *length }).collect(),
        }
    }
}

/// A row of a ranking.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RankShape {
    /// 1, 2, 2, 4: equals share a rank.
    pub rank: u64,
    pub name: String,
    /// What is ranked: as many of what the event counts in, percent or an amount.
    pub value: f64,
    pub current: u32,
    pub longest: u32,
    pub total: u32,
    pub is_you: bool,
}

impl RankShape {
    pub fn of(row: &BoardRow, by: By, caller: Option<engine::PersonId>) -> RankShape {
        let value = match by {
            By::Points => amount(row.value),
            By::Consistency => row.value.max(0) as f64 / 100.0,
            By::Current | By::Longest | By::Total => row.value as f64,
        };
        RankShape {
            rank: row.rank,
            name: row.name.clone(),
            value,
            current: row.current,
            longest: row.longest,
            total: row.total,
            is_you: caller == Some(row.person),
        }
    }
}

/// A check-in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CheckInShape {
    pub id: String,
    /// The day it counts for.
    #[schema(format = Date)]
    pub day: String,
    /// In seconds since 1970.
    pub received_at: i64,
    pub amount: Option<f64>,
    pub task: Option<String>,
    pub note: Option<String>,
    pub is_undone: bool,
}

impl CheckInShape {
    pub fn of(entry: &Entry) -> CheckInShape {
        CheckInShape {
            id: entry.key.0.clone(),
            day: entry.day.to_string(),
            received_at: entry.received_at.0,
            amount: entry.amount_milli.map(amount),
            task: entry.task.clone(),
            note: entry.note.clone(),
            is_undone: entry.undone_at.is_some(),
        }
    }
}

/// How a day went.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SquareShape {
    #[schema(format = Date)]
    pub day: String,
    /// `met`, `missed`, `open`, `rest`, `bonus`, `excused`, `paused`, `frozen`, `repaired` or `absent`.
    pub status: &'static str,
}

impl SquareShape {
    pub fn of((day, status): (Day, Option<Status>)) -> SquareShape {
        let status = match status {
            Some(Status::Met) => "met",
            Some(Status::Missed) => "missed",
            Some(Status::Open) => "open",
            Some(Status::Rest) => "rest",
            Some(Status::Bonus) => "bonus",
            Some(Status::Excused) => "excused",
            Some(Status::Paused) => "paused",
            Some(Status::Frozen) => "frozen",
            Some(Status::Repaired) => "repaired",
            Some(Status::Absent) | None => "absent",
        };
        SquareShape { day: day.to_string(), status }
    }
}

/// Thousandths as a number.
pub(crate) fn amount(milli: i64) -> f64 {
    milli as f64 / 1000.0
}
