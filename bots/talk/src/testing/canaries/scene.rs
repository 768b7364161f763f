//! Two hundred events for few, with words in them that stand nowhere else, and who is in them.

use engine::rules::goal::{Aggregate, Compare, Metric, Need, Task, TaskGoal};
use engine::rules::{
    Action, Cadence, ClockRule, Day, Goal, Group, GroupRule, Key, Rules, Setting, Zone,
};
use engine::{CommunityId, Event, Membership, NewEvent, PersonId, ProofRule, Visibility};
use std::collections::BTreeSet;

use crate::message::{Input, Place, Request};
use crate::testing::shown;
use crate::testing::world::{World, account};

pub(super) const EVENTS: usize = 200;
/// People who run events, and as many who are in them.
pub(super) const HOSTS: usize = 10;

/// What begins the words that stand in these events alone; a number follows.
pub(super) const TITLE: &str = "nightingale";
pub(super) const TASK: &str = "goldcrest";
pub(super) const NAME: &str = "kingfisher";
const GOAL: &str = "fieldfare";
const UNIT: &str = "chiffchaff";
const NOTE: &str = "woodlark";
const REASON: &str = "sandpiper";
const FILE: &str = "whimbrel";
const STEMS: [&str; 8] = [TITLE, GOAL, TASK, UNIT, NOTE, NAME, REASON, FILE];
const EMOJI: &str = "🦤";

/// What an event is like. There are as many of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// Somebody was banned from it, with a reason, and somebody left it.
    Counted,
    Tasks,
    Contest,
    /// Somebody waits to be let in.
    Approval,
    /// Something that was shown waits for the host.
    Proof,
    Group,
    Over,
    Draft,
    /// Over in two days.
    Ending,
    /// Everybody could see it, and this place was told of it, before it was called so.
    WasOpen,
}

const SORTS: [Sort; 10] = [
    Sort::Counted,
    Sort::Tasks,
    Sort::Contest,
    Sort::Approval,
    Sort::Proof,
    Sort::Group,
    Sort::Over,
    Sort::Draft,
    Sort::Ending,
    Sort::WasOpen,
];

pub(super) struct Secret {
    pub(super) n: usize,
    pub(super) event: Event,
    pub(super) sort: Sort,
    pub(super) host: String,
    pub(super) member: String,
    pub(super) code: String,
}

pub(super) struct Scene {
    pub(super) world: World,
    pub(super) secrets: Vec<Secret>,
    /// Every word that stands in them.
    pub(super) canaries: BTreeSet<String>,
}

pub(super) fn word(stem: &str, n: usize) -> String {
    format!("{stem}{n:03}")
}

/// The same words with canaries that are nobody's.
pub(super) fn unknown(words: &str) -> String {
    STEMS.iter().fold(words.to_owned(), |words, stem| {
        words.replace(stem, &stem.chars().rev().collect::<String>())
    })
}

/// A request in private.
pub(super) fn privately(world: &World, name: &str, said: Input) -> Request {
    let request = world.request(name, said);
    let address = request.account.external_id.clone();
    let place = Place { community: None, address, ..request.place.clone() };
    Request { place, ..request }
}

async fn person(world: &World, name: &str) -> PersonId {
    let people = world.talk.engine.people();
    let person = people.get_or_create(&account(name), Zone::UTC, world.now).await;
    person.expect("a person is met").id
}

async fn community(world: &World, external_id: &str) -> CommunityId {
    let place = world.request("host", Input::Line(String::new())).place;
    let mut address = place.community.expect("a group");
    address.external_id = external_id.to_owned();
    let community = world.talk.engine.communities().get_or_create(&address, world.now).await;
    community.expect("the group is known").id
}

fn rules(sort: Sort, n: usize, setting: Setting, start: Day) -> Rules {
    let rules = Rules::daily(ClockRule::Fixed(setting), Cadence::EVERY_DAY, start);
    match sort {
        Sort::Counted => {
            let metric = Metric {
                agg: Aggregate::Sum,
                cmp: Compare::AtLeast,
                target_milli: 1_000,
                unit: word(UNIT, n),
            };
            Rules { goal: Goal::Metric(metric), ..rules }
        }
        Sort::Tasks => {
            let tasks = vec![Task { id: word(TASK, n), goal: TaskGoal::Check }];
            Rules { goal: Goal::Tasks { need: Need::Any, tasks }, ..rules }
        }
        Sort::Contest => Rules { end: Some(start.plus(3)), ..rules.contest() },
        Sort::Group => Rules { group: Some(Group { rule: GroupRule::Any }), ..rules },
        Sort::Over => Rules { end: Some(start.plus(1)), ..rules },
        Sort::Ending => Rules { end: Some(start.plus(3)), ..rules },
        Sort::Approval | Sort::Proof | Sort::Draft | Sort::WasOpen => rules,
    }
}

impl Scene {
    pub(super) async fn new() -> Scene {
        let world = World::with_event("Read").await;
        for name in ["stan", "bob", "lea", "gus", "deb"] {
            world.say(name, "/join Read").await;
            world.say(name, "/checkin Read").await;
        }
        world.to_as_manager("gus", "/admin moderator action:add", "deb").await;
        let places = [
            Some(community(&world, "group").await),
            Some(community(&world, "elsewhere").await),
            None,
        ];
        let canaries = BTreeSet::from([EMOJI.to_owned()]);
        let mut scene = Scene { world, secrets: vec![], canaries };
        let mut insiders = vec![];
        for n in 0..2 * HOSTS {
            let name = word(NAME, n);
            scene.world.in_private(&name, "/start").await;
            insiders.push(person(&scene.world, &name).await);
            scene.canaries.insert(name);
        }
        for n in 0..EVENTS {
            let secret = scene.make(n, &insiders, places[n % places.len()]).await;
            scene.secrets.push(secret);
        }
        for secret in &scene.secrets {
            scene.check_in(secret, &secret.member).await;
        }
        for _ in 0..2 {
            scene.world.next_day();
            scene.world.tick().await;
        }
        scene
    }

    async fn make(
        &mut self,
        n: usize,
        insiders: &[PersonId],
        community: Option<CommunityId>,
    ) -> Secret {
        let (world, sort) = (&self.world, SORTS[n % SORTS.len()]);
        let host = n / SORTS.len() % HOSTS;
        let (member, asker) = (HOSTS + host, HOSTS + (host + 1) % HOSTS);
        let (engine, now) = (&world.talk.engine, world.now);
        let (title, goal) = (word(TITLE, n), word(GOAL, n));
        let event = match sort {
            Sort::WasOpen => self.was_open(n, insiders[host]).await,
            _ => {
                let setting = Setting::midnight(Zone::UTC);
                let rules = rules(sort, n, setting, setting.day_of(now));
                let key = Key(format!("secret:{n}"));
                let new = NewEvent {
                    goal: goal.clone(),
                    community,
                    visibility: Visibility::InviteOnly,
                    category: Some("mind".to_owned()),
                    emoji: Some(EMOJI.to_owned()),
                    approval: sort == Sort::Approval,
                    proof: match sort {
                        Sort::Proof => ProofRule::Approved,
                        _ => ProofRule::None,
                    },
                    draft: (sort == Sort::Draft).then_some(Visibility::Public),
                    ..NewEvent::of(key, &title, insiders[host], rules)
                };
                engine.events().create(new, now).await.expect("it is made")
            }
        };
        let of = |person| Membership { event: event.id, person };
        if sort != Sort::Draft {
            for one in [host, member] {
                let joined = engine.memberships().act(of(insiders[one]), now, Action::Join).await;
                joined.expect("they join");
            }
        }
        if sort == Sort::Approval {
            let asked = engine.memberships().ask_to_join(of(insiders[asker]), now).await;
            asked.expect("somebody asks");
        }
        let code = engine.events().invite(event.id, insiders[host], now).await;
        let secret = Secret {
            n,
            event,
            sort,
            host: word(NAME, host),
            member: word(NAME, member),
            code: code.expect("a code").to_lowercase(),
        };
        let mut words = vec![title, goal];
        match sort {
            Sort::Counted => {
                self.were_in(&secret).await;
                words.extend([word(UNIT, n), word(REASON, n), word(NOTE, n)]);
            }
            Sort::Tasks => words.extend([word(TASK, n), word(NOTE, n)]),
            Sort::Proof => words.extend([word(FILE, n), word(NOTE, n)]),
            Sort::Contest
            | Sort::Approval
            | Sort::Group
            | Sort::Over
            | Sort::Ending
            | Sort::WasOpen => words.push(word(NOTE, n)),
            Sort::Draft => {}
        }
        self.canaries.extend(words);
        secret
    }

    /// Whoever left, and whoever was kept out.
    async fn were_in(&self, secret: &Secret) {
        let (engine, now) = (&self.world.talk.engine, self.world.now);
        for name in ["lea", "bob"] {
            let of = Membership { event: secret.event.id, person: person(&self.world, name).await };
            engine.memberships().act(of, now, Action::Join).await.expect("they join");
            if name == "lea" {
                engine.memberships().act(of, now, Action::Leave).await.expect("she leaves");
            }
        }
        let line = format!(
            "/event remove event:{} ban:yes sure:yes reason:{}",
            word(TITLE, secret.n),
            word(REASON, secret.n)
        );
        let removed = self.world.to_in_private(&secret.host, &line, "bob").await;
        assert!(removed.plain().starts_with("bob is out of"), "{}", removed.plain());
    }

    async fn was_open(&self, n: usize, host: PersonId) -> Event {
        let (world, before) = (&self.world, format!("walk{n:03}"));
        let name = word(NAME, n / SORTS.len() % HOSTS);
        world.say(&name, &format!("/event create {before} visibility:public")).await;
        let line = format!(
            "/event edit event:{before} visibility:invite title:{} text:{} emoji:{EMOJI}",
            word(TITLE, n),
            word(GOAL, n)
        );
        world.say(&name, &line).await;
        let found = world.talk.engine.events().find(host, None, &word(TITLE, n), 1).await;
        let event = found.expect("events are found").pop().expect("it has its new title");
        assert_eq!(event.visibility, Visibility::InviteOnly);
        event
    }

    /// A day of somebody who is in the event, with a note and whatever it asks for.
    pub(super) async fn check_in(&self, secret: &Secret, name: &str) {
        if secret.sort == Sort::Draft {
            return;
        }
        let n = secret.n;
        let mut args = vec![("event", word(TITLE, n)), ("note", word(NOTE, n))];
        match secret.sort {
            Sort::Counted => args.push(("amount", "5".to_owned())),
            Sort::Tasks => args.push(("task", word(TASK, n))),
            Sort::Contest
            | Sort::Approval
            | Sort::Proof
            | Sort::Group
            | Sort::Over
            | Sort::Draft
            | Sort::Ending
            | Sort::WasOpen => {}
        }
        let args = args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let said = Input::Command { path: "checkin".to_owned(), args };
        let mut request = privately(&self.world, name, said);
        if secret.sort == Sort::Proof {
            request.files = vec![word(FILE, n)];
        }
        self.world.ask(request).await;
    }

    /// Erases somebody whose week is over.
    pub(super) async fn erase(&self, name: &str) {
        let person = person(&self.world, name).await;
        let erased = self.world.talk.engine.people().erase(person, self.world.now).await;
        erased.expect("they are erased");
    }

    /// The words of the events that stand in a text, each with its number.
    pub(super) fn canaries_in(&self, text: &str) -> BTreeSet<String> {
        let text = text.to_lowercase();
        let mut found = BTreeSet::new();
        for stem in STEMS {
            for (at, _) in text.match_indices(stem) {
                found.insert(text[at..].chars().take_while(|c| c.is_alphanumeric()).collect());
            }
        }
        let codes = self.secrets.iter().map(|secret| secret.code.as_str()).chain([EMOJI]);
        found.extend(codes.filter(|code| text.contains(code)).map(str::to_owned));
        found
    }

    /// What those read of them who are in them.
    pub(super) async fn seen_within(&self) -> BTreeSet<String> {
        let mut seen = BTreeSet::new();
        for secret in &self.secrets {
            let (title, sort) = (word(TITLE, secret.n), secret.sort);
            let mut lines = vec!["edit"];
            match sort {
                Sort::Counted => lines.push("record"),
                Sort::Approval | Sort::Proof => lines.push("review"),
                Sort::Tasks
                | Sort::Contest
                | Sort::Group
                | Sort::Over
                | Sort::Draft
                | Sort::Ending
                | Sort::WasOpen => {}
            }
            for line in lines {
                let line = format!("/event {line} event:{title}");
                let reply = self.world.in_private(&secret.host, &line).await;
                seen.extend(self.canaries_in(&shown(&reply)));
            }
            if sort != Sort::Draft {
                let line = format!("/leaderboard event:{title}");
                let reply = self.world.in_private(&secret.member, &line).await;
                seen.extend(self.canaries_in(&shown(&reply)));
            }
        }
        for n in 0..2 * HOSTS {
            let reply = self.world.in_private(&word(NAME, n), "/privacy export").await;
            seen.extend(self.canaries_in(&shown(&reply)));
        }
        seen
    }
}
