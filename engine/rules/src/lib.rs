//! Decisions of the streak engine: what a day, a streak, a milestone is, and what a member's action changes.
//!
//! Nothing here waits, reads a clock, rolls a die or does I/O; `now` is always an argument. The numbers
//! R1 to R70 and P1 to P16 in the comments are those of the semantics that these rules implement.

pub mod action;
pub mod cadence;
pub mod calendar;
pub mod check_in;
pub mod clock;
pub mod day;
pub mod event;
pub mod fold;
pub mod freeze;
pub mod goal;
pub mod group;
pub mod history;
pub mod matrix;
pub mod membership;
pub mod milestone;
pub mod news;
pub mod pause;
pub mod ranking;
pub mod refusal;
pub mod reminder;
pub mod repair;
pub mod scenario;
pub mod settled;
pub mod standing;
pub mod undo;
pub mod zone_change;

pub use action::Action;
pub use cadence::{Cadence, Period, Weekdays};
pub use check_in::{CheckIn, Named, Repeat, check_in};
pub use clock::{Clock, ClockChange};
pub use day::{Day, DayStart, Instant, Setting, Zone};
pub use event::{ClockRule, FreezeRule, Group, GroupRule, PauseRule, RepairRule, Rules};
pub use fold::Life;
pub use freeze::grant_freezes;
pub use goal::{Goal, Scope};
pub use group::{Ballot, GroupLife, GroupStatus, Vote};
pub use history::{Change, Days, Decision, Entry, Grant, History, Key, Pause, Repair, Span, Tally};
pub use membership::{join, leave};
pub use milestone::Milestones;
pub use news::News;
pub use pause::{pause, resume};
pub use refusal::Refusal;
pub use repair::repair;
pub use settled::Settled;
pub use standing::{Standing, Status};
pub use undo::{Role, Target, undo};
pub use zone_change::change_zone;
