//! A chat for tests: people in one place, a clock of its own, a real database.

use engine::rules::Instant;
use engine::{Account, CommunityAddress, Platform};
use futures_util::future::BoxFuture;
use pictures::Renderer;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use crate::command::Talk;
use crate::conversation::table::COMMANDS;
use crate::message::{
    ButtonAction, CallbackId, Input, Place, Reply, Request, SUGGESTIONS_MAX, sanitize,
};

/// A small world with a group in which anybody may speak.
pub struct World {
    pub talk: Talk,
    pub now: Instant,
    /// The card of the event that stands there from the start, if there is one.
    pub card: Reply,
    /// Since when nobody listened to presses.
    pub unheard_since: Option<Instant>,
    /// When the platform says that it was sent, if it says so.
    pub sent_at: Option<Instant>,
    /// The files that the platforms hold, by what it calls them.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The addresses at which the platform lets nobody of ours write.
    pub closed: Vec<String>,
    said: AtomicU64,
}

impl World {
    /// 2026-03-01T12:00:00Z, and nothing there yet.
    pub async fn new() -> World {
        let engine = engine::testing::engine().await.expect("a test has a database");
        let talk = Talk {
            engine,
            public_url: "http://streaks.test".to_owned(),
            zone: chrono_tz::UTC,
            asks_zone: false,
            renderer: Renderer::default(),
            has_mail: true,
            has_push: true,
        };
        World {
            talk,
            now: Instant(1_772_366_400),
            card: Reply::default(),
            unheard_since: None,
            sent_at: None,
            files: BTreeMap::new(),
            closed: vec![],
            said: AtomicU64::new(0),
        }
    }

    /// With one public event.
    pub async fn with_event(title: &str) -> World {
        let mut world = World::new().await;
        let line = format!("/event create {title} visibility:public");
        world.card = world.reply_to("host", &line).await;
        world
    }

    pub fn next_day(&mut self) {
        self.now = self.now.plus_s(86_400);
    }

    /// What is answered to a line, as a reader sees it.
    pub async fn say(&self, name: &str, line: &str) -> String {
        self.reply_to(name, line).await.plain()
    }

    /// What is answered to a line.
    pub async fn reply_to(&self, name: &str, line: &str) -> Reply {
        self.answer(name, Input::Line(line.to_owned())).await
    }

    /// What is answered to a button or a choice, by its label.
    pub async fn tap(&self, name: &str, reply: &Reply, label: &str) -> Reply {
        self.answer(name, Input::Callback(press_of(reply, label))).await
    }

    /// The same in a private chat in which people can send where they are.
    pub async fn tap_where_location_is_taken(
        &self,
        name: &str,
        reply: &Reply,
        label: &str,
    ) -> Reply {
        let request = self.request(name, Input::Callback(press_of(reply, label)));
        let place = Place { community: None, takes_location: true, ..request.place.clone() };
        self.ask(Request { place, ..request }).await
    }

    /// What is answered to words that answer a message with a button to check in.
    pub async fn answer_to_check_in(&self, name: &str, title: &str, words: &str) -> String {
        let person = self.talk.engine.people().find(Platform::Discord, name).await;
        let person = person.expect("people are known").expect("the person is known");
        let found = self.talk.engine.events().find(person.id, None, title, 1).await;
        let event = found.expect("events are found").pop().expect("there is one");
        let press = CallbackId::new("checkin", Some(event.id), "").to_string();
        let fields = vec![("reply".to_owned(), words.to_owned())];
        self.answer(name, Input::Form { press, fields }).await.plain()
    }

    /// What is answered to a form that is filled in.
    pub async fn fill(&self, name: &str, reply: &Reply, fields: &[(&str, &str)]) -> Reply {
        self.answer(name, filled(reply, fields)).await
    }

    /// The same in a private chat.
    pub async fn fill_in_private(
        &self,
        name: &str,
        reply: &Reply,
        fields: &[(&str, &str)],
    ) -> Reply {
        let request = self.request(name, filled(reply, fields));
        let place =
            Place { community: None, address: account(name).external_id, ..request.place.clone() };
        self.ask(Request { place, ..request }).await
    }

    /// What is answered to a button, as a reader sees it.
    pub async fn press(&self, name: &str, reply: &Reply, label: &str) -> String {
        self.tap(name, reply, label).await.plain()
    }

    /// What is answered to a line about somebody, as if it answered a message of that person.
    pub async fn to(&self, name: &str, line: &str, whom: &str) -> Reply {
        let request = self.request(name, Input::Line(line.to_owned()));
        self.ask(Request { replied_to: Some(account(whom)), ..request }).await
    }

    /// The same in a private chat.
    pub async fn to_in_private(&self, name: &str, line: &str, whom: &str) -> Reply {
        let request = self.request(name, Input::Line(line.to_owned()));
        let place =
            Place { community: None, address: account(name).external_id, ..request.place.clone() };
        self.ask(Request { place, replied_to: Some(account(whom)), ..request }).await
    }

    /// The same, said by whoever manages the group.
    pub async fn to_as_manager(&self, name: &str, line: &str, whom: &str) -> Reply {
        let request = self.request(name, Input::Line(line.to_owned()));
        self.ask(Request { replied_to: Some(account(whom)), manages: true, ..request }).await
    }

    /// What is answered to a line in which somebody is mentioned.
    pub async fn naming(&self, name: &str, line: &str, whom: &str) -> Reply {
        let request = self.request(name, Input::Line(line.to_owned()));
        self.ask(Request { named: vec![account(whom)], ..request }).await
    }

    /// The same in a private chat.
    pub async fn naming_in_private(&self, name: &str, line: &str, whom: &str) -> Reply {
        let request = self.request(name, Input::Line(line.to_owned()));
        let place =
            Place { community: None, address: account(name).external_id, ..request.place.clone() };
        self.ask(Request { place, named: vec![account(whom)], ..request }).await
    }

    /// What is answered to a line of whoever manages the group and may give the role 42. The bot may send there, and
    /// nothing else.
    pub async fn as_manager(&self, name: &str, line: &str) -> Reply {
        let request = self.request(name, Input::Line(line.to_owned()));
        let rights = [("send", true), ("attach", false), ("roles", false)];
        let bot_rights = rights.map(|(right, is_there)| (right.to_owned(), is_there)).to_vec();
        let grants = vec!["42".to_owned()];
        self.ask(Request { manages: true, grants, bot_rights, ..request }).await
    }

    /// The same in another channel of the group.
    pub async fn as_manager_in(&self, channel: &str, name: &str, line: &str) -> Reply {
        let request = self.request(name, Input::Line(line.to_owned()));
        let place = Place { address: channel.to_owned(), ..request.place.clone() };
        let bot_rights = vec![("send".to_owned(), true)];
        self.ask(Request { place, manages: true, bot_rights, ..request }).await
    }

    /// The same in a group that the platform gives no private answers in.
    pub async fn as_manager_where_nothing_is_private(&self, name: &str, line: &str) -> Reply {
        let request = self.request(name, Input::Line(line.to_owned()));
        let place = Place { opens_private: false, ..request.place.clone() };
        self.ask(Request { place, manages: true, ..request }).await
    }

    /// A tap of whoever manages the group.
    pub async fn press_as_manager(&self, name: &str, reply: &Reply, label: &str) -> Reply {
        let request = self.request(name, Input::Callback(press_of(reply, label)));
        self.ask(Request { manages: true, ..request }).await
    }

    /// What is answered to a line with a file.
    pub async fn show(&self, name: &str, line: &str, file: &str) -> Reply {
        let request = self.request(name, Input::Line(line.to_owned()));
        self.ask(Request { files: vec![file.to_owned()], ..request }).await
    }

    /// What is answered to a line in a group in which everybody reads every answer.
    pub async fn where_answers_are_seen(&self, name: &str, line: &str) -> Reply {
        let request = self.request(name, Input::Line(line.to_owned()));
        let place = Place { opens_private: false, ..request.place.clone() };
        self.ask(Request { place, ..request }).await
    }

    /// The labels that are offered while somebody types a value.
    pub async fn suggested(&self, name: &str, path: &str, param: &str, typed: &str) -> Vec<String> {
        let command = COMMANDS.iter().find(|command| command.path == path);
        let command = command.unwrap_or_else(|| panic!("no command {path}"));
        let request = self.request(name, Input::Command { path: path.to_owned(), args: vec![] });
        let offered = self.talk.suggest(&request, command, param, typed).await;
        offered.expect("values are offered").into_iter().map(|one| one.label).collect()
    }

    /// What is answered to a line in private.
    pub async fn in_private(&self, name: &str, line: &str) -> Reply {
        let request = self.request(name, Input::Line(line.to_owned()));
        let place =
            Place { community: None, address: account(name).external_id, ..request.place.clone() };
        self.ask(Request { place, ..request }).await
    }

    /// What is answered to words in private that are no command, and to what comes with them.
    pub async fn talks(&self, name: &str, words: &str, files: &[&str]) -> Reply {
        let request = self.request(name, Input::Said(words.to_owned()));
        let place =
            Place { community: None, address: account(name).external_id, ..request.place.clone() };
        let files = files.iter().map(|file| (*file).to_owned()).collect();
        self.ask(Request { place, files, ..request }).await
    }

    /// Lets nobody write to a person in private any more.
    pub async fn closes_messages(&self, name: &str) {
        let (communities, now) = (self.talk.engine.communities(), self.now);
        let closed = communities.set_reachable(Platform::Discord, name, false, now).await;
        closed.expect("it is noted");
    }

    /// Makes two accounts one person: the first one makes the code, and says yes in the end.
    pub async fn link(&self, maker: &str, typist: &str) -> Reply {
        let made = self.in_private(maker, "/link").await.plain();
        let code = made.split('“').nth(1).and_then(|rest| rest.split('”').next());
        let code = code.unwrap_or_else(|| panic!("no code in {made}"));
        let preview = self.in_private(typist, &format!("/link {code}")).await;
        self.tap(typist, &preview, "Yes, link us").await;
        let question = self.in_private(maker, "/link").await;
        self.tap(maker, &question, "Yes, that is me").await
    }

    /// Does what is due now.
    pub async fn tick(&self) {
        while self.talk.engine.schedule().tick(self.now).await.expect("due work is done") > 0 {}
    }

    /// What is told by itself from now on until nothing more is due, as readers see it.
    pub async fn told(&self) -> Vec<String> {
        self.deliver().await.iter().map(|(_, reply)| reply.plain()).collect()
    }

    /// The same, each with the address that it goes to: a person's name, or `channel`.
    pub async fn told_where(&self) -> Vec<(String, String)> {
        self.deliver().await.into_iter().map(|(at, reply)| (at, reply.plain())).collect()
    }

    /// The same at an instant, such as `2026-03-02T08:00:00Z`, which becomes now.
    pub async fn notices_at(&mut self, at: &str) -> Vec<String> {
        let at: chrono::DateTime<chrono::Utc> = at.parse().expect("an instant");
        self.now = Instant(at.timestamp());
        self.told().await
    }

    /// The same with buttons and all.
    pub async fn notices(&self) -> Vec<Reply> {
        self.deliver().await.into_iter().map(|(_, reply)| reply).collect()
    }

    /// Lets the group keep highlights at its top.
    pub async fn pin_highlights(&self) {
        let address = self.request("ada", Input::Line(String::new())).place.community;
        let engine = &self.talk.engine;
        let community =
            engine.communities().get_or_create(&address.expect("a group"), self.now).await;
        let community = community.expect("the group is known").id;
        let wanted = engine::CommunityChange::PinHighlights(true);
        engine.communities().change(community, wanted).await.expect("it is set");
    }

    /// The last thing that was told.
    pub async fn last_notice(&self) -> Reply {
        self.notices().await.pop().expect("something was told")
    }

    /// What is told by itself, with all that belongs to it and the address that it goes to.
    pub(super) async fn deliver(&self) -> Told {
        self.tick().await;
        // What waits a little for others is waited for.
        let later = self.now.plus_s(11 * 60);
        let told: Arc<Mutex<Told>> = Arc::default();
        let notebook = |platform| Notebook {
            platform,
            talk: self.talk.clone(),
            told: told.clone(),
            closed: self.closed.clone(),
        };
        let (chat, mail) = (notebook(Platform::Discord), notebook(Platform::Email));
        let other_chat = notebook(Platform::Telegram);
        while self.talk.engine.schedule().tick(later).await.expect("due work is done") > 0 {}
        let stop = tokio_util::sync::CancellationToken::new();
        let engine = self.talk.engine.clone();
        for platform in [Platform::Discord, Platform::Telegram] {
            let shelf = Shelf(&self.files, platform);
            let fetch = async || engine.events().fetch_due_files(&shelf, later).await;
            // What a host is told of is there by then.
            while fetch().await.expect("files are fetched") > 0 {}
        }
        let chat = engine.deliveries().run(&chat, || later, stop.clone());
        let other_chat = engine.deliveries().run(&other_chat, || later, stop.clone());
        let mail = engine.deliveries().run(&mail, || later, stop.clone());
        let watch = async {
            while !self.talk.engine.schedule().is_idle(later).await.expect("the outbox is known") {
                tokio::time::sleep(std::time::Duration::from_millis(5)).await;
            }
            stop.cancel();
        };
        tokio::join!(chat, other_chat, mail, watch);
        let told = std::mem::take(&mut *told.lock().unwrap_or_else(|broken| broken.into_inner()));
        told.iter().for_each(|(_, reply)| assert_shown_everywhere(reply));
        told
    }

    /// What is answered to a line where everybody reads whatever is said, and a link leads to a private chat.
    pub async fn where_all_read(&self, name: &str, line: &str) -> Reply {
        let request = self.request(name, Input::Line(line.to_owned()));
        let link = Some("https://chat.test/bot?start=".to_owned());
        let place = Place { opens_private: false, deep_link: link, ..request.place };
        self.ask(Request { place, ..request }).await
    }

    /// What is answered to a button that is pressed in a group that knows nobody.
    pub async fn presses_in_another_group(&self, name: &str, press: &str) -> Reply {
        let mut request = self.request(name, Input::Callback(press.to_owned()));
        if let Some(community) = &mut request.place.community {
            community.external_id = "elsewhere".to_owned();
        }
        request.place.address = "far-away".to_owned();
        self.ask(request).await
    }

    /// What is answered to a press where everybody reads every answer, below a message that has such a button or has
    /// none.
    pub async fn presses_where_all_read(&self, name: &str, press: &str, is_stray: bool) -> Reply {
        let request = self.request(name, Input::Callback(press.to_owned()));
        let place = Place { opens_private: false, ..request.place };
        self.ask(Request { place, is_stray, ..request }).await
    }

    async fn answer(&self, name: &str, said: Input) -> Reply {
        self.ask(self.request(name, said)).await
    }

    pub(super) async fn ask(&self, request: Request) -> Reply {
        let reply = self.talk.answer(&request).await.unwrap_or_else(|error| panic!("{error}"));
        let reply = reply.unwrap_or_else(|| panic!("nothing was answered to {:?}", request.said));
        assert_shown_everywhere(&reply);
        reply
    }

    pub(crate) fn request(&self, name: &str, said: Input) -> Request {
        let n = self.said.fetch_add(1, Ordering::Relaxed);
        let account = account(name);
        let community = CommunityAddress {
            platform: account.platform,
            external_id: "group".to_owned(),
            name: "Group".to_owned(),
            locale: None,
        };
        let place = Place {
            community: Some(community),
            address: "channel".to_owned(),
            thread: String::new(),
            private_address: account.external_id.clone(),
            opens_private: true,
            deep_link: None,
            takes_location: false,
            is_on_web: false,
            is_program: false,
            is_guest: false,
            locale: None,
        };
        Request {
            key: format!("test:{n}"),
            account,
            place,
            said,
            named: vec![],
            present: vec![],
            replied_to: None,
            files: vec![],
            manages: false,
            grants: vec![],
            bot_rights: vec![],
            is_stray: false,
            sent_at: self.sent_at,
            unheard_since: self.unheard_since,
            now: self.now,
        }
    }
}

/// What platforms allow: on Discord five rows of five buttons, no two that carry the same; on Telegram 64 bytes.
fn assert_shown_everywhere(reply: &Reply) {
    let said = reply.plain();
    let lists = usize::from(!reply.choices.is_empty()) + usize::from(reply.form.is_some());
    assert!(reply.buttons.len() + lists <= 5, "{said}: too many rows");
    assert!(reply.buttons.iter().all(|row| (1..=5).contains(&row.len())), "{said}: a row");
    assert!(reply.choices.len() <= SUGGESTIONS_MAX, "{said}: too many choices");
    let choices = reply.choices.iter().map(|choice| (&choice.label, choice.press.to_string()));
    let buttons = reply.buttons.iter().flatten().filter_map(|button| match &button.action {
        ButtonAction::Callback(press) => Some((&button.label, press.to_string())),
        ButtonAction::Link(_) => None,
    });
    let mut known = std::collections::BTreeSet::new();
    for (label, press) in choices.chain(buttons) {
        assert!(press.len() <= 64, "{said}: {press}");
        assert!((1..=80).contains(&label.chars().count()), "{said}: {label}");
        assert!(known.insert(press.clone()), "{said}: two buttons carry {press}");
    }
}

/// On Discord, or on Telegram where the name ends so: `ada.tg` is ada there.
pub(super) fn account(name: &str) -> Account {
    let (name, platform) = match name.strip_suffix(".tg") {
        Some(name) => (name, Platform::Telegram),
        None => (name, Platform::Discord),
    };
    Account {
        platform,
        external_id: name.to_owned(),
        name: sanitize::clean_name(name, "someone"),
        handle: None,
        locale: Some("en".to_owned()),
    }
}

/// What is said by filling in the form of a reply.
fn filled(reply: &Reply, fields: &[(&str, &str)]) -> Input {
    let form = reply.form.as_ref().unwrap_or_else(|| panic!("no form under {}", reply.plain()));
    let fields = fields.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    Input::Form { press: form.press.to_string(), fields: fields.collect() }
}

fn press_of(reply: &Reply, label: &str) -> String {
    press_under(reply, label).unwrap_or_else(|| panic!("no button {label} under {}", reply.plain()))
}

/// What the button or the choice of this label carries.
pub(crate) fn press_under(reply: &Reply, label: &str) -> Option<String> {
    let buttons = reply.buttons.iter().flatten().filter_map(|button| match &button.action {
        ButtonAction::Callback(press) => Some((&button.label, press)),
        ButtonAction::Link(_) => None,
    });
    let mut all = buttons.chain(reply.choices.iter().map(|choice| (&choice.label, &choice.press)));
    all.find(|(known, _)| *known == label).map(|(_, press)| press.to_string())
}

/// Where the files of a platform lie.
struct Shelf<'a>(&'a BTreeMap<String, Vec<u8>>, Platform);

impl engine::FileSource for Shelf<'_> {
    fn platform(&self) -> Platform {
        self.1
    }

    fn fetch<'a>(&'a self, file: &'a str) -> BoxFuture<'a, engine::Fetched> {
        Box::pin(async move {
            match self.0.get(file) {
                Some(bytes) => engine::Fetched::Bytes(bytes.clone()),
                None => engine::Fetched::Refused { why: "it is gone".to_owned() },
            }
        })
    }
}

/// What is told, with the address that it goes to.
pub(super) type Told = Vec<(String, Reply)>;

/// Notes what is told.
struct Notebook {
    platform: Platform,
    talk: Talk,
    told: Arc<Mutex<Told>>,
    closed: Vec<String>,
}

impl engine::Notifier for Notebook {
    fn platform(&self) -> Platform {
        self.platform
    }

    fn deliver<'a>(&'a self, delivery: &'a engine::Delivery) -> BoxFuture<'a, engine::Delivered> {
        Box::pin(async {
            if self.closed.contains(&delivery.destination.address) {
                return engine::Delivered::Unreachable { why: "it is closed".to_owned() };
            }
            match self.talk.tell(delivery).await {
                Ok(Some(reply)) => {
                    let told = (delivery.destination.address.clone(), reply);
                    self.told.lock().unwrap_or_else(|broken| broken.into_inner()).push(told);
                    engine::Delivered::Sent { remote_id: Some(delivery.id.to_string()) }
                }
                Ok(None) => engine::Delivered::Pointless,
                Err(error) => panic!("{error}"),
            }
        })
    }
}
