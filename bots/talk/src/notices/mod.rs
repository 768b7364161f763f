//! What people are told without having asked: milestones, boards, recaps, reminders, answers of others.

pub(crate) mod board;
pub(crate) mod event;
pub(crate) mod joining;
pub(crate) mod milestones;
pub(crate) mod people;
pub(crate) mod private;
pub(crate) mod recap;
pub(crate) mod reminder;
pub(crate) mod reminder_texts;
pub(crate) mod render;
pub(crate) mod welcome;
