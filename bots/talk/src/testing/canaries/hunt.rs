//! Those who are in none of the events look for them: by every command, parameter, button and suggestion.

use engine::EventId;
use std::collections::BTreeMap;

use crate::command::{Command, Kind, Right};
use crate::conversation::table::COMMANDS;
use crate::message::{ButtonAction, Input, Place, Reply, Request};
use crate::testing::canaries::scene::{EVENTS, Scene, Secret, TASK, TITLE, unknown, word};
use crate::testing::shown;
use crate::testing::world::account;

#[derive(Clone, Copy, PartialEq)]
enum At {
    Here,
    /// Where everybody reads every answer.
    AllRead,
    Managing,
    Elsewhere,
    ManagingElsewhere,
    Private,
}

struct Outsider {
    name: &'static str,
    at: At,
}

/// A stranger here, where all read and in private; others in another community; whoever manages this one, and helps to;
/// one who is banned, and one who left; two on Telegram. Their number shares no factor with that of the sorts of events,
/// so that each meets each.
static OUTSIDERS: [Outsider; 11] = [
    Outsider { name: "stan", at: At::Here },
    Outsider { name: "stan", at: At::AllRead },
    Outsider { name: "stan", at: At::Private },
    Outsider { name: "xena", at: At::Elsewhere },
    Outsider { name: "yuri", at: At::ManagingElsewhere },
    Outsider { name: "gus", at: At::Managing },
    Outsider { name: "deb", at: At::Here },
    Outsider { name: "bob", at: At::Here },
    Outsider { name: "lea", at: At::Here },
    Outsider { name: "tom.tg", at: At::AllRead },
    Outsider { name: "tia.tg", at: At::Private },
];

impl Outsider {
    fn may_manage(&self) -> bool {
        matches!(self.at, At::Managing | At::ManagingElsewhere) || self.name == "deb"
    }
}

/// What everybody says who looks around.
const LOOKS: [&str; 15] = [
    "/start",
    "/events",
    "/events show:over",
    "/events show:open search:n",
    "/leaderboard scope:here",
    "/leaderboard scope:everywhere period:week",
    "/matrix",
    "/badges",
    "/profile",
    "/year",
    "/remind",
    "/privacy export",
    "/admin setup",
    "/admin audit",
    "/admin silence",
];
/// Buttons of an answer that are tapped.
const TAPPED: usize = 5;
/// What is done by them stays, so that later answers would be about that.
const UNTAPPED: [&str; 3] = ["privacy", "event-create", "login"];

/// Words that are kept and shown again to whoever wrote them.
const KEPT: [(&str, &str); 3] =
    [("event create", "title"), ("profile", "name"), ("profile", "about")];

/// What buttons carry beside the event, and beside nothing. A person stands for `{host}`.
const ARGS: [(&str, &[&str]); 24] = [
    ("checkin", &["more", "beside", "note-test:1", "|amount=5"]),
    ("undo", &["test:1"]),
    ("streak", &["share", "card"]),
    ("leaderboard", &["total", "current.week", "total.all.1.picture", "here.total"]),
    ("matrix", &["share", "share.2026"]),
    ("events", &["mine.0", "open.0", "open.1", "over.0", "interests", "templates"]),
    ("join", &["c_0123456789abcdef"]),
    ("leave", &["yes{host}"]),
    ("event-create", &["publish", "discard", "t_reading"]),
    (
        "event-edit",
        &[
            "form",
            "more",
            "ask.title",
            "ask.goal",
            "ask.percent",
            "ask.visibility",
            "|emoji=x",
            "y|visibility=public",
        ],
    ),
    ("event-end", &["yes{host}"]),
    ("event-invite", &["codes", "revoke", "p_0123456789abcdef", "r_1"]),
    ("event-review", &["in.{host}", "out.{host}", "look.1", "ok.1", "no.1", "page.1"]),
    ("event-announce", &["|here=no", "|here=yes", "y"]),
    ("event-record", &["older.zzzzzzzz", "newer.1"]),
    ("admin-audit", &["older.zzzzzzzz", "newer.1"]),
    ("admin-silence", &["|action=add", "|action=remove", "unseen"]),
    ("event-remove", &["y|user=!{host};ban=yes"]),
    ("admin-remove", &["y|user=!{host};ban=yes"]),
    ("event-amnesty", &["y20513-20514"]),
    ("remind", &["off", "snooze", "not-today", "other", "1200", "m1260"]),
    ("repair", &["20513"]),
    ("pause", &["3"]),
    ("timezone", &["other", "between"]),
];

/// What is filled into forms.
const FORMS: [(&str, &str, &str, &str); 6] = [
    ("checkin", "", "reply", "done"),
    ("checkin", "note-test:1", "note", "hello"),
    ("event-edit", "form", "title", "mine"),
    ("event-edit", "ask.goal", "goal", "5 km"),
    ("event-create", "", "title", "mine"),
    ("remind", "", "at", "20:00"),
];

/// What is said in answer to a message of somebody who is in them.
const ANSWERED: [&str; 10] = [
    "/streak",
    "/badges",
    "/profile",
    "/matrix",
    "/cheer",
    "/nudge",
    "/event repair day:yesterday",
    "/event undo day:today",
    "/event remove ban:yes sure:yes",
    "/admin remove sure:yes",
];

/// What is said and pressed about every one of them.
const LINES: [&str; 4] = ["/join", "/leaderboard", "/matrix", "/event edit"];
const PRESSED: [&str; 5] = ["join", "checkin", "leaderboard", "event-review", "event-again"];
const LINKS: [&str; 3] = ["e_", "d_", "v_"];

pub(super) struct Hunt<'s> {
    scene: &'s Scene,
    /// Whether everybody says everything, rather than one of them.
    is_full: bool,
    turn: usize,
    pub(super) asked: usize,
    /// What was asked that told of an event, and the answer.
    pub(super) found: BTreeMap<String, String>,
}

impl<'s> Hunt<'s> {
    pub(super) fn of(scene: &'s Scene) -> Hunt<'s> {
        let is_full = std::env::var_os("STREAKS_CANARIES").is_some();
        Hunt { scene, is_full, turn: 0, asked: 0, found: BTreeMap::new() }
    }

    pub(super) async fn everything(&mut self) {
        self.look_around().await;
        self.fill_in_parameters().await;
        self.say_lines().await;
        self.type_values().await;
        self.press_buttons().await;
        self.fill_in_forms().await;
        self.ask_for_each().await;
        self.answer_messages().await;
    }

    /// Those whose turn it is, of those who may give a command.
    fn whose_turn(&mut self, right: Right) -> Vec<&'static Outsider> {
        self.turn += 1;
        let fitting: Vec<&'static Outsider> =
            OUTSIDERS.iter().filter(|who| right == Right::Anybody || who.may_manage()).collect();
        match self.is_full {
            true => fitting,
            false => vec![fitting[self.turn % fitting.len()]],
        }
    }

    /// The event whose turn it is.
    fn secret(&self) -> &'s Secret {
        let scene = self.scene;
        &scene.secrets[self.turn * 7 % EVENTS]
    }

    fn request(&self, who: &Outsider, said: Input) -> Request {
        let mut request = self.scene.world.request(who.name, said);
        match who.at {
            At::Here => {}
            At::AllRead => {
                request.place.opens_private = false;
                request.place.deep_link = Some("https://chat.test/bot?start=".to_owned());
            }
            At::Managing => request.manages = true,
            At::Elsewhere | At::ManagingElsewhere => {
                request.manages = who.at == At::ManagingElsewhere;
                if let Some(community) = &mut request.place.community {
                    community.external_id = "elsewhere".to_owned();
                }
                request.place.address = "far-away".to_owned();
            }
            At::Private => {
                let address = request.account.external_id.clone();
                request.place = Place { community: None, address, ..request.place };
            }
        }
        request
    }

    /// What is told of events in words that whoever asks has not written themselves is found.
    fn look(&mut self, asked: &str, shown: &str) {
        self.asked += 1;
        let known = self.scene.canaries_in(asked);
        let told: Vec<String> = self.scene.canaries_in(shown).difference(&known).cloned().collect();
        if !told.is_empty() {
            self.found.insert(asked.to_owned(), format!("{told:?} in {shown}"));
        }
    }

    async fn ask(&mut self, request: Request) -> Reply {
        let asked = format!(
            "{} {:?} to {:?}",
            request.account.name,
            request.said,
            request.replied_to.as_ref().map(|account| &account.name)
        );
        let reply = self.scene.world.talk.answer(&request).await;
        let reply = reply.unwrap_or_else(|error| panic!("{asked}: {error}")).unwrap_or_default();
        self.look(&asked, &shown(&reply));
        reply
    }

    /// What is there and what never was is answered in the same way, to the letter.
    async fn ask_alike(&mut self, who: &Outsider, one: Input, other: Input) {
        let asked = format!("{} {one:?}", who.name);
        let (one, other) = (self.request(who, one), self.request(who, other));
        let one = unknown(&shown(&self.ask(one).await));
        let other = unknown(&shown(&self.ask(other).await));
        if one != other {
            self.found.insert(asked, format!("{one} instead of {other}"));
        }
    }

    async fn look_around(&mut self) {
        for who in &OUTSIDERS {
            for line in LOOKS {
                let reply = self.ask(self.request(who, Input::Line(line.to_owned()))).await;
                for press in presses(&reply) {
                    self.ask(self.request(who, Input::Callback(press))).await;
                }
            }
            // What is theirs alone fills no category either.
            let of = |category: &str| Input::Line(format!("/events show:open category:{category}"));
            self.ask_alike(who, of("mind"), of("home")).await;
        }
    }

    async fn fill_in_parameters(&mut self) {
        for command in COMMANDS {
            let params = command.params.iter();
            for param in params.filter(|param| !KEPT.contains(&(command.path, param.name))) {
                // Another language would stay.
                if param.name == "language" {
                    continue;
                }
                for n in 0..values(param.kind, self.secret()).len() {
                    for who in self.whose_turn(command.right) {
                        let secret = self.secret();
                        let value = values(param.kind, secret).swap_remove(n);
                        let mut args = vec![(param.name.to_owned(), value)];
                        if let Some(event) = event_param(command).filter(|one| *one != param.name) {
                            args.push((event.to_owned(), word(TITLE, secret.n)));
                        }
                        self.give(who, command, args).await;
                    }
                }
            }
        }
    }

    async fn give(&mut self, who: &Outsider, command: &Command, args: Vec<(String, String)>) {
        let said = |args| Input::Command { path: command.path.to_owned(), args };
        if event_param(command).is_none() {
            self.ask(self.request(who, said(args))).await;
            return;
        }
        let other = args.iter().map(|(name, value)| (name.clone(), unknown(value))).collect();
        self.ask_alike(who, said(args), said(other)).await;
    }

    async fn say_lines(&mut self) {
        for command in COMMANDS {
            let Some(free) = command.free else { continue };
            if KEPT.contains(&(command.path, free)) {
                continue;
            }
            for n in 0..4 {
                for who in self.whose_turn(command.right) {
                    let secret = self.secret();
                    let words = match n {
                        0 => word(TITLE, secret.n),
                        1 => format!("{} 20:00 tomorrow", word(TITLE, secret.n)),
                        2 => secret.event.slug.clone(),
                        _ => secret.host.clone(),
                    };
                    let line = |words: &str| Input::Line(format!("/{} {words}", command.path));
                    match event_param(command) {
                        Some(_) => {
                            self.ask_alike(who, line(&words), line(&unknown(&words))).await;
                        }
                        None => drop(self.ask(self.request(who, line(&words))).await),
                    }
                }
            }
        }
    }

    async fn type_values(&mut self) {
        for command in COMMANDS {
            for param in command.params.iter().filter(|param| param.kind.is_completed()) {
                for n in 0..6 {
                    for who in self.whose_turn(Right::Anybody) {
                        let secret = self.secret();
                        let title = word(TITLE, secret.n);
                        let typed = match n {
                            0 => String::new(),
                            1 => TITLE[..5].to_owned(),
                            2 => title.to_uppercase(),
                            3 => secret.event.slug.clone(),
                            4 => TASK[..4].to_owned(),
                            _ => title[TITLE.len()..].to_owned(),
                        };
                        let beside = event_param(command).filter(|one| *one != param.name);
                        let args =
                            beside.map(|event| (event.to_owned(), title)).into_iter().collect();
                        let said = Input::Command { path: command.path.to_owned(), args };
                        let asked = format!("{} {said:?} {}: {typed}", who.name, param.name);
                        let request = self.request(who, said);
                        let talk = &self.scene.world.talk;
                        let offered = talk.suggest(&request, command, param.name, &typed).await;
                        let offered = offered.expect("values are offered").into_iter();
                        let offered: Vec<String> =
                            offered.flat_map(|one| [one.label, one.value]).collect();
                        self.look(&asked, &offered.join(" "));
                    }
                }
            }
        }
    }

    async fn press_buttons(&mut self) {
        for (verb, _) in ARGS {
            let is_command = COMMANDS.iter().any(|command| command.verb() == verb);
            assert!(is_command, "{verb}");
        }
        for command in COMMANDS {
            let verb = command.verb();
            let own = ARGS.iter().filter(|(known, _)| *known == verb);
            let args: Vec<&str> = own.flat_map(|(_, args)| args.iter().copied()).collect();
            for arg in [""].into_iter().chain(args) {
                for _ in 0..2 {
                    for who in self.whose_turn(command.right) {
                        let secret = self.secret();
                        let arg = arg.replace("{host}", &secret.event.owner.to_string());
                        let press =
                            |event: EventId| Input::Callback(format!("v1:{verb}:{event}:{arg}"));
                        // A draft has buttons of its own.
                        let is_about_it = event_param(command).is_some() || verb == "event-create";
                        match is_about_it {
                            true => {
                                let (one, other) = (press(secret.event.id), press(EventId(1)));
                                self.ask_alike(who, one, other).await;
                            }
                            false => {
                                drop(self.ask(self.request(who, press(secret.event.id))).await);
                            }
                        }
                    }
                }
            }
        }
    }

    async fn fill_in_forms(&mut self) {
        for (verb, arg, name, value) in FORMS {
            for _ in 0..5 {
                for who in self.whose_turn(Right::Anybody) {
                    let form = |event: EventId| Input::Form {
                        press: format!("v1:{verb}:{event}:{arg}"),
                        fields: vec![(name.to_owned(), value.to_owned())],
                    };
                    let (one, other) = (form(self.secret().event.id), form(EventId(1)));
                    self.ask_alike(who, one, other).await;
                }
            }
        }
    }

    async fn ask_for_each(&mut self) {
        let scene = self.scene;
        for secret in &scene.secrets {
            let (n, id) = (secret.n, secret.event.id);
            for who in self.whose_turn(Right::Anybody) {
                let named = match n % 3 {
                    0 => secret.event.slug.clone(),
                    _ => word(TITLE, n),
                };
                let line = |words: &str| {
                    Input::Line(format!("{} event:{words}", LINES[n / 3 % LINES.len()]))
                };
                self.ask_alike(who, line(&named), line(&unknown(&named))).await;
                let verb = PRESSED[n / 7 % PRESSED.len()];
                let press = |event: EventId| Input::Callback(format!("v1:{verb}:{event}:"));
                self.ask_alike(who, press(id), press(EventId(1))).await;
                let before = LINKS[n % LINKS.len()];
                let link = |event: EventId| Input::Line(format!("/start {before}{event}"));
                self.ask_alike(who, link(id), link(EventId(1))).await;
                if who.at == At::Private {
                    let (one, other) = (Input::Said(named.clone()), Input::Said(unknown(&named)));
                    self.ask_alike(who, one, other).await;
                }
            }
        }
    }

    async fn answer_messages(&mut self) {
        for line in ANSWERED {
            for who in &OUTSIDERS {
                self.turn += 1;
                let secret = self.secret();
                let whom = [&secret.host, &secret.member][self.turn % 2];
                let request = self.request(who, Input::Line(line.to_owned()));
                self.ask(Request { replied_to: Some(account(whom)), ..request }).await;
            }
        }
    }
}

/// The parameter of a command that names an event.
fn event_param(command: &Command) -> Option<&'static str> {
    command.params.iter().find(|param| matches!(param.kind, Kind::Event(_))).map(|param| param.name)
}

/// What somebody may write for a parameter who looks for an event: as many values whichever it is.
fn values(kind: Kind, secret: &Secret) -> Vec<String> {
    let title = word(TITLE, secret.n);
    match kind {
        Kind::Event(_) => {
            let tail = secret.event.slug.rsplit('-').next().unwrap_or_default();
            let label = format!("{title} · {tail}");
            vec![
                title[..TITLE.len() + 1].to_owned(),
                title,
                secret.event.slug.clone(),
                secret.event.id.to_string(),
                TITLE[..6].to_owned(),
                label,
            ]
        }
        Kind::Person => {
            vec![
                secret.host.clone(),
                format!("@{}", secret.member),
                format!("!{}", secret.event.owner),
            ]
        }
        Kind::Task => vec![word(TASK, secret.n), title],
        Kind::OneOf(values) => {
            values.iter().map(|value| (*value).to_owned()).chain([title]).collect()
        }
        Kind::Text { .. } | Kind::Zone | Kind::Command | Kind::Day | Kind::Spoken(_) => {
            vec![title, secret.event.slug.clone()]
        }
        Kind::File => vec![],
        Kind::Role => vec!["1".to_owned()],
    }
}

/// The first buttons below an answer.
fn presses(reply: &Reply) -> Vec<String> {
    let callbacks = reply.buttons.iter().flatten().filter_map(|button| match &button.action {
        ButtonAction::Callback(press) => Some(press),
        ButtonAction::Link(_) => None,
    });
    let tapped = callbacks.filter(|press| !UNTAPPED.contains(&press.verb.as_str()));
    tapped.take(TAPPED).map(ToString::to_string).collect()
}
