//! Everything that the sandbox remembers.

use chrono::{DateTime, Utc};
use std::collections::VecDeque;
use tokio::sync::broadcast;

use crate::discord;
use crate::identity::grants::Grants;
use crate::state::fault::Fault;
use crate::state::message::{Message, Messages, Platform};
use crate::state::news::News;
use crate::state::people::Person;
use crate::state::pushed::Pushed;
use crate::state::request_log::RequestLog;
use crate::state::transcript::{Cause, Story};
use crate::state::watch::Watches;
use crate::telegram;

/// The most files of messages that are kept, and the most bytes of them.
const FILES_MAX: usize = 500;
const FILES_BYTES_MAX: usize = 64 << 20;

/// A file that a bot or a person uploaded.
pub struct Upload {
    pub id: u64,
    pub name: String,
    pub content_type: String,
    pub bytes: axum::body::Bytes,
}

/// One guild, one group, their people and what was said.
pub struct World {
    pub base: String,
    pub people: Vec<Person>,
    pub messages: Messages,
    pub story: Story,
    pub faults: Vec<Fault>,
    pub request_log: RequestLog,
    pub watches: Watches,
    pub grants: Grants,
    pub pushed: Pushed,
    pub discord: discord::server::Server,
    pub telegram: telegram::server::Server,
    files: VecDeque<Upload>,
    last_file: u64,
}

impl World {
    /// A world with its first people and not a word said.
    pub fn new(now: DateTime<Utc>, base: String, news: broadcast::Sender<News>) -> World {
        World {
            base,
            people: Person::default_people(now),
            messages: Messages::default(),
            story: Story::new(news),
            faults: Vec::new(),
            request_log: RequestLog::default(),
            watches: Watches::default(),
            grants: Grants::default(),
            pushed: Pushed::default(),
            discord: discord::server::Server::new(),
            telegram: telegram::server::Server::new(now),
            files: VecDeque::new(),
            last_file: 0,
        }
    }

    /// The person of this id.
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// Puts a new message up and tells everybody who may see it.
    pub fn put_up(&mut self, message: Message, cause: Cause) {
        let owner = self.watches.owner(&cause);
        self.story.changed(&message, (cause, owner), message.at);
        self.messages.add(message);
    }

    /// Tells of a message that was changed in place.
    pub fn tell_again(&mut self, key: &str, cause: Cause, now: DateTime<Utc>) {
        let owner = self.watches.owner(&cause);
        if let Some(message) = self.messages.get(key) {
            self.story.changed(message, (cause, owner), now);
        }
    }

    /// Takes a message down; false where there is none.
    pub fn take_down(&mut self, key: &str, cause: Cause, now: DateTime<Utc>) -> bool {
        let Some(message) = self.messages.get_mut(key) else {
            return false;
        };
        if message.deleted {
            return false;
        }
        message.deleted = true;
        self.tell_again(key, cause, now);
        true
    }

    /// Keeps an uploaded file and says where the page finds it.
    pub fn keep_file(&mut self, name: &str, content_type: &str, bytes: axum::body::Bytes) -> u64 {
        self.last_file += 1;
        let (name, content_type) = (name.to_owned(), content_type.to_owned());
        self.files.push_back(Upload { id: self.last_file, name, content_type, bytes });
        while self.files.len() > FILES_MAX || self.files_bytes() > FILES_BYTES_MAX {
            self.files.pop_front();
        }
        self.last_file
    }

    fn files_bytes(&self) -> usize {
        self.files.iter().map(|file| file.bytes.len()).sum()
    }

    /// The file of this number.
    pub fn file(&self, id: u64) -> Option<&Upload> {
        self.files.iter().find(|file| file.id == id)
    }

    /// The newest file of this name.
    pub fn file_named(&self, name: &str) -> Option<&Upload> {
        self.files.iter().rev().find(|file| file.name == name)
    }

    /// The address of a file, for a page or a bot.
    pub fn file_url(&self, id: u64) -> String {
        format!("{}/sandbox/api/files/{id}", self.base)
    }

    /// Forgets what was said and who came later; the bots stay logged in.
    pub fn reset(&mut self) {
        self.people.retain(|person| person.native);
        for person in &mut self.people {
            person.started = false;
        }
        self.messages.clear();
        self.story.clear();
        self.faults.clear();
        self.files.clear();
        self.grants = Grants::default();
        self.pushed = Pushed::default();
        self.discord.reset();
        self.telegram.reset();
    }

    /// Whether any bot listens on this platform.
    pub fn bot_listens(&self, platform: Platform) -> bool {
        match platform {
            Platform::Discord => {
                self.discord.endpoint.is_some() || self.discord.sessions.reachable()
            }
            Platform::Telegram => self.telegram.updates.listened_to(),
        }
    }
}
