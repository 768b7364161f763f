//! The files of proofs: fetched once, kept until a host has judged, and for nobody after that.

use super::*;

/// A platform that holds files, or says again and again that it cannot now.
struct Shelf {
    bytes: Option<Vec<u8>>,
    asked: Mutex<Vec<String>>,
}

impl Shelf {
    fn with(bytes: &[u8]) -> Shelf {
        Shelf { bytes: Some(bytes.to_vec()), asked: Mutex::default() }
    }

    fn broken() -> Shelf {
        Shelf { bytes: None, asked: Mutex::default() }
    }

    fn asked(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
}

impl FileSource for Shelf {
    fn platform(&self) -> Platform {
        Platform::Discord
    }

    fn fetch<'a>(&'a self, file: &'a str) -> BoxFuture<'a, Fetched> {
        self.asked.lock().unwrap().push(file.to_owned());
        Box::pin(async {
            match &self.bytes {
                Some(bytes) => Fetched::Bytes(bytes.clone()),
                None => Fetched::Later { why: "status 503".to_owned() },
            }
        })
    }
}

const FILE: &[u8] = b"%PDF-1.7 gym";

impl World {
    /// Checks in and shows something for it; gives the proof.
    async fn show(&self, of: Membership, key: &str) -> i64 {
        self.check_in(of, key, NOON).await.unwrap();
        let (events, key) = (self.engine.events(), Key(key.to_owned()));
        let file = (Platform::Discord, "https://cdn.discordapp.com/attachments/1/2/gym.pdf");
        events.show_proof(of, &key, file, ProofRule::Approved, NOON).await.unwrap();
        let open = events.open_proofs(of.event).await.unwrap();
        open.into_iter().find(|proof| proof.key == key).unwrap().id
    }

    async fn fetch(&self, shelf: &Shelf, now: Instant) -> usize {
        self.engine.events().fetch_due_files(shelf, now).await.unwrap()
    }

    /// Shows something that is fetched.
    async fn shown(&self, of: Membership, key: &str) -> i64 {
        let proof = self.show(of, key).await;
        assert_eq!(self.fetch(&Shelf::with(FILE), NOON).await, 1);
        assert!(self.is_kept(proof).await);
        proof
    }

    async fn is_kept(&self, proof: i64) -> bool {
        self.engine.events().proof_file(proof).await.unwrap().is_some()
    }
}

#[tokio::test]
async fn a_file_is_fetched_once_and_kept_until_it_is_judged() {
    let world = World::new().await;
    let shelf = Shelf::with(FILE);
    for (name, state) in [("ada", ProofState::Approved), ("ben", ProofState::Rejected)] {
        let proof = world.show(world.member(name).await, name).await;
        assert!(!world.is_kept(proof).await, "nobody waits for it");
        assert_eq!(world.fetch(&shelf, NOON).await, 1);
        assert_eq!(world.fetch(&shelf, NOON).await, 0);
        let kept = world.engine.events().proof_file(proof).await.unwrap().unwrap();
        assert_eq!((kept.name(), &kept.bytes[..]), ("proof.pdf", FILE));
        let by = Key(format!("judge {name}"));
        world.engine.events().judge_proof(proof, state, &by, NOON).await.unwrap().unwrap();
        assert!(!world.is_kept(proof).await, "{state:?}");
    }
    let address = "https://cdn.discordapp.com/attachments/1/2/gym.pdf";
    assert_eq!(*shelf.asked.lock().unwrap(), [address, address]);
}

#[tokio::test]
async fn what_nobody_judges_is_not_fetched() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    world.check_in(ada, "shown", NOON).await.unwrap();
    let (shown, file) = (Key("shown".to_owned()), (Platform::Discord, "file"));
    let events = world.engine.events();
    events.show_proof(ada, &shown, file, ProofRule::Asked, NOON).await.unwrap();
    assert_eq!(world.fetch(&Shelf::with(FILE), day(1)).await, 0);
}

#[tokio::test]
async fn a_platform_that_fails_is_asked_again_a_few_times() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let proof = world.show(ada, "shown").await;
    let broken = Shelf::broken();
    for minute in 0..60 {
        world.fetch(&broken, NOON.plus_s(minute * 60)).await;
    }
    assert_eq!(broken.asked(), 5);
    assert_eq!(world.fetch(&Shelf::with(FILE), day(1)).await, 0);
    assert!(!world.is_kept(proof).await);
}

#[tokio::test]
async fn what_is_neither_picture_nor_document_nor_film_is_not_kept() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let proof = world.show(ada, "shown").await;
    assert_eq!(world.fetch(&Shelf::with(b"MZ\x90\0 a program"), NOON).await, 1);
    assert!(!world.is_kept(proof).await);
    assert_eq!(world.fetch(&Shelf::with(FILE), day(1)).await, 0);
}

#[tokio::test]
async fn a_host_is_told_when_the_file_is_there_or_a_little_later() {
    let world = World::new().await;
    let private = NewDestination {
        platform: Platform::Discord,
        address: "owner".to_owned(),
        thread: String::new(),
        kind: Kind::Private(world.event.owner),
        locale: None,
    };
    world.engine.communities().destination(&private, NOON).await.unwrap();
    let ada = world.member("ada").await;
    let asked = |sent: Vec<Topic>| {
        sent.iter().filter(|topic| matches!(topic, Topic::ProofShown { .. })).count()
    };
    world.show(ada, "fetched").await;
    world.fetch(&Shelf::with(FILE), NOON).await;
    assert_eq!(asked(world.sent(NOON).await), 1, "at once");
    world.check_in(ada, "slow", day(1)).await.unwrap();
    let (slow, file) = (Key("slow".to_owned()), (Platform::Email, "a file that nobody fetches"));
    let events = world.engine.events();
    events.show_proof(ada, &slow, file, ProofRule::Approved, day(1)).await.unwrap();
    assert_eq!(asked(world.sent(day(1)).await), 0);
    assert_eq!(asked(world.sent(day(1).plus_s(12)).await), 1);
}

#[tokio::test]
async fn the_file_goes_with_the_check_in_and_with_the_member() {
    let world = World::new().await;
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let (hers, his) = (world.shown(ada, "hers").await, world.shown(ben, "his").await);
    let target = Target::Key(Key("hers".to_owned()));
    let undo = Action::Undo { target, by: Key("undo".to_owned()), role: Role::Member };
    world.engine.memberships().act(ada, NOON, undo).await.unwrap();
    assert!(!world.is_kept(hers).await && world.is_kept(his).await);
    world.engine.memberships().act(ben, NOON, Action::Leave).await.unwrap();
    assert!(!world.is_kept(his).await);
}

#[tokio::test]
async fn a_file_that_comes_after_whoever_showed_it_has_left_is_not_kept() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let proof = world.show(ada, "shown").await;
    world.engine.memberships().act(ada, NOON, Action::Leave).await.unwrap();
    assert_eq!(world.fetch(&Shelf::with(FILE), NOON).await, 0);
    assert!(!world.is_kept(proof).await);
}

#[tokio::test]
async fn a_month_after_the_end_no_file_is_left() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let proof = world.shown(ada, "shown").await;
    world.engine.events().end(&world.event, NOON).await.unwrap();
    // It is over by the next noon.
    while world.engine.schedule().tick(day(1)).await.unwrap() > 0 {}
    world.engine.schedule().forget_old(day(30)).await.unwrap();
    assert!(world.is_kept(proof).await);
    world.engine.schedule().forget_old(day(32)).await.unwrap();
    assert!(!world.is_kept(proof).await);
}

#[tokio::test]
async fn no_more_is_kept_than_there_is_room_for() {
    let world = World::new().await;
    world.engine.events().limit_files(FILE.len() as i64);
    let (ada, ben) = (world.member("ada").await, world.member("ben").await);
    let first = world.shown(ada, "first").await;
    let second = world.show(ben, "second").await;
    assert_eq!(world.fetch(&Shelf::with(FILE), NOON).await, 1);
    assert!(world.is_kept(first).await && !world.is_kept(second).await);
}

#[tokio::test]
async fn linked_accounts_keep_the_files_of_both() {
    let world = World::new().await;
    let ada = world.member("ada").await;
    let ben = person_on(&world.engine, Platform::Telegram, "ben").await;
    let ben = Membership { event: world.event.id, person: ben.id };
    world.engine.memberships().act(ben, NOON, Action::Join).await.unwrap();
    let (hers, his) = (world.shown(ada, "hers").await, world.shown(ben, "his").await);
    let people = world.engine.people();
    let code = people.link_code(ada.person, Platform::Discord, NOON).await.unwrap();
    let account = people.accounts(ben.person).await.unwrap().remove(0);
    people.ask_link(&code, ben.person, &account, NOON).await.unwrap().unwrap();
    people.confirm_link(ada.person, ben.person, NOON).await.unwrap().unwrap();
    assert!(world.is_kept(hers).await && world.is_kept(his).await);
    let export = people.export(ada.person, NOON).await.unwrap();
    let files = export["tables"]["proof_file"].as_array().unwrap().clone();
    assert_eq!(files.len(), 2);
    for file in files {
        assert_eq!(file["content_type"], "application/pdf");
        assert_eq!(file["size"], FILE.len());
        assert!(file["bytes"].is_null(), "{file}");
    }
    world.engine.memberships().act(ada, NOON, Action::Leave).await.unwrap();
    assert!(!world.is_kept(hers).await && !world.is_kept(his).await);
}
