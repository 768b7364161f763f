//! Load, decide, save: every act of a member is one transaction here, and everything that others should
//! hear of it leaves by the outbox.
//!
//! [`Engine`] is the handle; what it can do hangs on it by noun.

mod changes;
mod communities;
mod dead_letters;
mod deliveries;
mod engine;
mod error;
mod events;
mod health;
mod ids;
mod leaderboards;
mod leases;
mod limits;
mod memberships;
mod mornings;
mod outages;
mod people;
mod quiet_window;
mod relay;
mod remembered;
mod reminders;
mod rights;
mod scheduler;
mod store;
pub mod testing;
mod trial;
mod updates;
mod work;
mod writer;

pub use communities::{
    AuditEntry, AuditPage, BACKFILL, Budget, Community, CommunityAddress, CommunityChange,
    Destination, Kind, NewDestination, OWN_REPAIR, Record, RecordOf, RecordPart, RoleGrant,
};
pub use dead_letters::{DeadLetter, DeadLetters, Queue};
pub use deliveries::{Delivered, Delivery, GREAT_FROM, Notifier, Topic, back_off_s};
pub use engine::Engine;
pub use error::{Error, why_ended};
pub use events::{
    Event, FILE_BYTES_MAX, Fetched, FileSource, Invite, Kept, NewEvent, Overheard, Post, PostKind,
    Proof, ProofFile, ProofRule, ProofState, Search, TitleMark, Visibility,
};
pub use health::{Depths, QueueDepth};
pub use ids::{AuditId, CommunityId, DestinationId, EventId, Membership, PersonId, Platform};
pub use leaderboards::{
    BadCursor, Board, BoardRow, Climb, Closing, Cursor, DaySide, Glance, Milestone, Question, Recap,
};
pub use limits::{Caller, Limiter, Limits, Wait};
pub use memberships::{
    Answered, Difference, Entry, GroupStreak, Member, Notice, Refolded, Removal, View,
};
pub use outages::{Outage, Outages};
pub use people::{
    Account, App, AppCode, BLOCKS_MAX, DEVICE_S, Email, FoundBy, GRACE_S, Hindrance, LinkAsked,
    Merge, PASSKEYS_MAX, POLL_S, Parted, Passkey, Person, Quiet, REDIRECTS_MAX, REFRESH_PREFIX,
    SUBSCRIPTIONS_MAX, Scope, Session, Subscription, TOKEN_PREFIX, Token, Waiting, tell_apart,
};
pub use reminders::{REMINDERS_MAX, Reminder, When};
pub use rights::{Asker, Deed};
pub use rules::ranking::{By, Window};
pub use rules::{self, Refusal, Standing};
pub use store::migrate::Told;
pub use updates::{NewUpdate, Update, Worked};
