//! The page of an event for whoever looks: everybody, a member, somebody who must not see it.

use crate::browser::Browser;
use crate::scene::Scene;
use axum::http::StatusCode;
use engine::Visibility::{Community, InviteOnly, Public};
use engine::rules::goal::{Aggregate, Compare, Metric};
use engine::rules::{
    Action, Cadence, CheckIn, ClockRule, Goal, Group, GroupRule, Key, Rules, Scope, Setting, Zone,
};
use engine::{Account, Membership, NewEvent, Platform};
use std::collections::BTreeSet;

fn names(page: &str) -> Vec<&str> {
    let rows = page.split("<tbody data-part=\"rows\">").nth(1).unwrap_or_default();
    let rows = rows.split("</tbody>").next().unwrap_or_default();
    let rows = rows.split("<bdi>").skip(1);
    rows.filter_map(|row| row.split("</bdi>").next()).collect()
}

/// The address behind the first link that says this.
fn link(page: &str, label: &str) -> Option<String> {
    let until = page.split_once(&format!(">{label}<"))?.0;
    let address = until.rsplit_once("href=\"")?.1.split('"').next()?;
    Some(address.replace("&#38;", "&"))
}

#[tokio::test]
async fn everybody_is_on_some_page_of_the_leaderboard_once() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    for n in 0..120 {
        let member = scene.join(&event, &format!("m{n:03}")).await;
        if n < 70 {
            scene.check_in(member).await;
        }
    }
    for (path, label, most) in [("", "Next page", 50), ("/activity", "Next page", 20)] {
        let base = format!("/e/{}{path}", event.slug);
        let (mut seen, mut query, mut pages) = (BTreeSet::new(), String::new(), 0);
        loop {
            let page = scene.get(&format!("{base}{query}")).await;
            assert_eq!(page.status, StatusCode::OK);
            let shown: Vec<String> = if path.is_empty() {
                names(&page.body).into_iter().map(str::to_owned).collect()
            } else {
                let captions = page.body.split("<caption><bdi>").skip(1);
                captions.filter_map(|rest| Some(rest.split_once('<')?.0.to_owned())).collect()
            };
            assert!(!shown.is_empty() && shown.len() <= most, "{}", shown.len());
            for name in shown {
                assert!(seen.insert(name.clone()), "{name} stands twice");
            }
            pages += 1;
            assert_eq!(link(&page.body, "First page").is_some(), pages > 1);
            match link(&page.body, label) {
                Some(next) => query = next,
                None => break,
            }
        }
        assert_eq!(seen.len(), 120);
        assert_eq!(pages, 120_usize.div_ceil(most));
    }
    // A place that no page gave is no fault, and shows the beginning.
    for after in ["after=1_2", "after=%00", "after=x", "after=9_9_9_9_9_9"] {
        let page = scene.get(&format!("/e/{}?{after}", event.slug)).await;
        assert_eq!(names(&page.body).len(), 50, "{after}");
    }
}

#[tokio::test]
async fn an_event_has_its_own_colour_wherever_it_is_shown() {
    let scene = Scene::new().await;
    let (read, run) = (scene.event("Read", Public).await, scene.event("Run", Public).await);
    for event in [read, run] {
        let class = format!("accent-{}", talk::accent(event.id).number());
        for path in ["", "/activity"] {
            let page = scene.get(&format!("/e/{}{path}", event.slug)).await.body;
            assert!(page.contains(&format!("<div class=\"intro {class}\">")), "{page}");
            assert!(!page.contains("style="), "the policy lets no style in");
        }
        let list = scene.get("/").await.body;
        let item = list.split("<li").find(|item| item.contains(&event.slug)).unwrap_or_default();
        assert!(item.starts_with(&format!(" class=\"{class}\">")), "{list}");
    }
}

#[tokio::test]
async fn a_week_counts_the_days_of_that_week() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let (ada, bo) = (scene.join(&event, "Ada").await, scene.join(&event, "Bo").await);
    // The scene begins on a Monday.
    for _ in 0..3 {
        scene.check_in(ada).await;
        scene.next_day();
    }
    for _ in 3..8 {
        scene.next_day();
    }
    scene.check_in(bo).await;
    let page = |query: &'static str| {
        let path = format!("/e/{}?{query}", event.slug);
        let scene = &scene;
        async move { scene.get(&path).await.body }
    };
    let week = page("period=week").await;
    assert_eq!(names(&week), ["Bo"]);
    assert!(week.contains("<th scope=\"col\" class=\"number main\">Days</th>"));
    let last = page("by=total&period=last_week").await;
    assert_eq!(names(&last), ["Ada"]);
    assert!(last.contains("<td class=\"number main\">3</td>"), "{last}");
    assert!(last.contains("🥇") && last.contains("Ordered by what was done in this time"));
    let even = page("by=consistency").await;
    assert!(even.contains("%</td>") && even.contains(">Consistency</th>"));
    // A run has no week: who asks for it sees it of all time.
    assert!(page("by=total&period=week").await.contains("href=\"?by=current\""));
}

#[tokio::test]
async fn the_page_says_all_that_the_card_says() {
    let scene = Scene::new().await;
    let clock = ClockRule::Fixed(Setting::midnight(Zone::Europe__Berlin));
    let start = Setting::midnight(Zone::Europe__Berlin).day_of(scene.now());
    let metric = Metric {
        unit: "km".to_owned(),
        target_milli: 20_000,
        agg: Aggregate::Sum,
        cmp: Compare::AtLeast,
    };
    let rules = Rules {
        goal: Goal::Metric(metric),
        scope: Scope::Period,
        group: Some(Group { rule: GroupRule::Percent(50) }),
        ..Rules::daily(clock, Cadence::Weekly { times: 1, week_start: 1 }, start)
    };
    let host = scene.person("host").await;
    let new = NewEvent {
        emoji: Some("🏃".to_owned()),
        approval: true,
        ..NewEvent::of(Key("run".to_owned()), "Run", host, rules)
    };
    let event = scene.engine.events().create(new, scene.now()).await.expect("it is made");
    let of = scene.join(&event, "Ada").await;
    let amount = CheckIn { amount_milli: Some(5_500), ..CheckIn::now(Key("a".to_owned())) };
    let done = scene.engine.memberships().act(of, scene.now(), Action::CheckIn(amount)).await;
    done.expect("a member may check in");
    let page = scene.get(&format!("/e/{}?by=points", event.slug)).await.body;
    let page = page.replace(['\u{2068}', '\u{2069}'], "");
    for said in [
        "20 km",
        "Europe/Berlin",
        "50% of the members are enough",
        "The host decides who gets in",
        "🏃",
        ">5.5 km</td>",
        ">Amount</th>",
        "The group: 0 weeks in a row",
        "https://t.test/streaks_bot?start=e_",
        "https://discord.test/add",
        &format!("href=\"/me?event={}\"", event.slug),
    ] {
        assert!(page.contains(said), "{said} is not in {page}");
    }
}

#[tokio::test]
async fn a_member_finds_themselves_and_what_they_can_do() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let path = format!("/e/{}", event.slug);
    let ada = Browser::of(&scene, "ada").await;
    let stranger = ada.get(&path).await;
    assert!(stranger.body.contains(">Join</button>") && !stranger.body.contains("Your place"));
    assert_eq!(stranger.headers["cache-control"], "no-store");
    let before = scene.join(&event, "Bo").await;
    let own = scene.join(&event, "ada").await;
    for n in 0..8 {
        let other = scene.join(&event, &format!("m{n}")).await;
        scene.check_in(other).await;
    }
    let page = ada.get(&path).await.body;
    assert!(page.contains("Your place") && page.contains(">Check in</button>"));
    assert!(!page.contains("href=\"/me?event="), "whoever is in needs no way in");
    let near = page.split("<ol class=\"near\">").nth(1).and_then(|rest| rest.split("</ol>").next());
    let near = near.expect("it names the neighbours");
    assert_eq!(near.matches("<li").count(), 4, "two before, oneself, and the one behind: {near}");
    assert!(near.contains("<li aria-current=\"true\"><span class=\"rank\">9</span><bdi>ada</bdi>"));
    scene.check_in(own).await;
    let moved = ada.get(&path).await.body;
    assert!(!moved.contains(">Check in</button>"));
    assert!(
        moved.replace(['\u{2068}', '\u{2069}'], "").contains("▲ 8 since you last looked"),
        "{moved}"
    );
    // Others see no more of it than before.
    scene.check_in(before).await;
    let visitor = scene.get(&path).await;
    assert!(!visitor.body.contains("Your place") && visitor.body.contains("data-live="));
    assert_eq!(visitor.headers["vary"], "accept-language, cookie");
}

#[tokio::test]
async fn what_is_for_few_is_a_page_for_those_in_it_and_nothing_for_the_others() {
    let scene = Scene::new().await;
    for visibility in [InviteOnly, Community] {
        let event = scene.event("Quiet", visibility).await;
        let in_it = format!("member of {visibility:?}");
        scene.join(&event, &in_it).await;
        let member = Browser::of(&scene, &in_it).await;
        let stranger = Browser::of(&scene, "stranger").await;
        for suffix in ["", "/activity", "?by=total"] {
            let path = format!("/e/{}{suffix}", event.slug);
            let page = member.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(page.body.contains("Quiet") && !page.body.contains("data-live"));
            let hidden = stranger.get(&path).await;
            let unknown = stranger.get(&format!("/e/no-such-event-00000{suffix}")).await;
            assert_eq!(hidden.status, StatusCode::NOT_FOUND);
            assert_eq!((hidden.body, hidden.headers), (unknown.body, unknown.headers), "{path}");
        }
        // Who has left sees it no more.
        let of = engine::Membership { event: event.id, person: scene.person(&in_it).await };
        let left = scene.engine.memberships().act(of, scene.now(), Action::Leave).await;
        left.expect("a member may leave");
        assert_eq!(member.get(&format!("/e/{}", event.slug)).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn events_are_found_by_words_and_subject_and_after_they_ended() {
    let scene = Scene::new().await;
    let start = Setting::midnight(Zone::UTC).day_of(scene.now());
    let host = scene.person("host").await;
    for n in 0..60 {
        let rules = Rules {
            end: (n % 2 == 1).then(|| start.plus(3)),
            ..Rules::daily(
                ClockRule::Fixed(Setting::midnight(Zone::UTC)),
                Cadence::EVERY_DAY,
                start,
            )
        };
        let new = NewEvent {
            category: (n == 0).then(|| "read".to_owned()),
            ..NewEvent::of(Key(format!("e{n}")), &format!("Thing {n:02}"), host, rules)
        };
        scene.engine.events().create(new, scene.now()).await.expect("it is made");
    }
    let count = |page: &str| page.matches("<h2><a href=\"/e/").count();
    let first = scene.get("/").await.body;
    assert_eq!(count(&first), 50);
    let older = link(&first, "Older").expect("there is another page");
    let second = scene.get(&older).await.body;
    assert_eq!(count(&second), 10);
    assert_eq!(link(&second, "Newer").as_deref(), Some("/?"));
    let found = scene.get("/?q=THING+07").await.body;
    assert_eq!(count(&found), 1);
    assert!(found.contains("value=\"THING 07\""));
    let read = scene.get("/?category=read").await.body;
    assert!(count(&read) == 1 && read.contains("<option value=\"read\" selected>Reading<"));
    for nothing in ["/?q=%25", "/?q=no+such", "/?q=_hing", "/?q=%00zzz", "/?category=read&q=07"] {
        let page = scene.get(nothing).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("Nothing was found"), "{nothing}");
    }
    for _ in 0..5 {
        scene.next_day();
    }
    while scene.engine.schedule().tick(scene.now()).await.expect("time passes") > 0 {}
    let over = link(&scene.get("/").await.body, "Ended events").expect("they are a link away");
    let over = scene.get(&over).await.body;
    assert_eq!(count(&over), 30);
    let slug = over.split("<a href=\"/e/").nth(1).and_then(|rest| rest.split('"').next());
    let page = scene.get(&format!("/e/{}", slug.expect("an event"))).await.body;
    assert!(!page.contains("/me?event="), "nobody can join what is over");
    assert!(page.contains("href=\"?by=longest\" aria-current=\"true\""));
}

#[tokio::test]
async fn whoever_runs_an_event_does_so_from_its_page() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let (host, ada) = (Browser::of(&scene, "host").await, Browser::of(&scene, "ada").await);
    let path = format!("/e/{}", event.slug);
    let page = host.get(&path).await.body;
    assert!(page.contains("You run this event"), "{page}");
    // What makes no sense here is not offered: it is no contest, it is not over, and nothing has to be shown.
    let offered = ["edit", "invite", "record", "end"];
    for name in ["edit", "invite", "review", "record", "winners", "again", "end"] {
        let is_offered = page.contains(&format!("value=\"v1:event-{name}:"));
        assert_eq!(is_offered, offered.contains(&name), "{name}");
    }
    for (name, answers) in [("edit", "Title"), ("invite", "code"), ("record", ""), ("end", "End")] {
        let press = page.split(&format!("value=\"v1:event-{name}:")).nth(1).unwrap();
        let press = format!("v1:event-{name}:{}", press.split('"').next().unwrap());
        let answer = host.send(&[("press", &press)]).await.body;
        assert!(answer.contains("id=\"answer\"") && answer.contains(answers), "{name}: {answer}");
        // Somebody else who knows what the button says is told that it is not theirs.
        let refused = ada.send(&[("press", &press)]).await.body;
        assert!(
            refused.contains("Only the people who run the event can do that."),
            "{name}: {refused}"
        );
    }
    let page = ada.get(&path).await.body;
    assert!(!page.contains("You run this event") && !page.contains("event-edit"), "{page}");
}

#[tokio::test]
async fn a_weekly_event_counts_weeks_wherever_it_is_shown() {
    let scene = Scene::new().await;
    let start = Setting::midnight(Zone::UTC).day_of(scene.now());
    let clock = ClockRule::Fixed(Setting::midnight(Zone::UTC));
    let rules = Rules::daily(clock, Cadence::Weekly { times: 2, week_start: 1 }, start);
    let host = scene.person("host").await;
    let new = NewEvent::of(Key("swim".to_owned()), "Swim", host, rules);
    let event = scene.engine.events().create(new, scene.now()).await.expect("it is made");
    let ada = scene.join(&event, "ada").await;
    let own = Browser::of(&scene, "ada").await.get("/me").await.body;
    assert!(own.contains("0 weeks in a row, open this week"), "{own}");
    // The scene begins on a Monday: two weeks of two days each, and the first day of a third.
    for day in 0..15 {
        if matches!(day, 0 | 1 | 7 | 8 | 14) {
            scene.check_in(ada).await;
        }
        if day < 14 {
            scene.next_day();
        }
    }
    let path = format!("/e/{}", event.slug);
    let board = scene.get(&path).await.body;
    for said in [" · Counted in weeks", "2 of 2 weeks, longest 2, now 2"] {
        assert!(board.contains(said), "{said} is not in {board}");
    }
    let month = scene.get(&format!("{path}?by=total&period=month")).await.body;
    assert!(month.contains("<th scope=\"col\" class=\"number main\">Weeks</th>"), "{month}");
    let page = scene.get(&format!("/u/{}", ada.person)).await.body;
    assert!(page.contains("<span class=\"facts\">Counted in weeks</span>"), "{page}");
    let picture = scene.get(&format!("/u/{}/matrix.svg", ada.person)).await.body;
    assert!(picture.contains(" weeks"), "{picture}");
    let own = Browser::of(&scene, "ada").await.get("/me").await.body;
    assert!(own.contains("2 weeks in a row"), "{own}");
    let shape = scene.get(&format!("/api/v1/events/{}", event.slug)).await.body;
    assert!(shape.contains("\"counted_in\":\"week\""), "{shape}");
}

#[tokio::test]
async fn an_arabic_page_has_arabic_digits_and_runs_from_the_right() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let ada = scene.join(&event, "Ada").await;
    scene.check_in(ada).await;
    let arabic = [("accept-language", "ar")];
    let board = scene.ask(&format!("/e/{}", event.slug), &arabic).await.body;
    assert!(board.contains("<html lang=\"ar\" dir=\"rtl\">"), "{board}");
    let rows = board.split("<tbody data-part=\"rows\">").nth(1).unwrap_or_default();
    let rows = rows.split("</tbody>").next().unwrap_or_default();
    for cell in ["<td class=\"rank\">١ ", "<td class=\"number main\">١</td>", "<bdi>Ada</bdi>"] {
        assert!(rows.contains(cell), "{cell} is not in {rows}");
    }
    let is_latin = |text: &str| text.chars().any(|c| c.is_ascii_digit());
    let read = rows.split('<').filter_map(|tag| tag.split_once('>')).map(|(_, text)| text);
    assert_eq!(read.filter(|text| is_latin(text)).collect::<Vec<_>>(), [""; 0]);
    let page = scene.ask(&format!("/u/{}", ada.person), &arabic).await.body;
    assert!(page.contains("<td class=\"number main\">١</td>"), "{page}");
}

#[tokio::test]
async fn a_hostile_name_stands_in_its_row_and_nowhere_else() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let mut wanted = vec![];
    let lines: Vec<&str> = include_str!("../../../tests/attacks/names.jsonl").lines().collect();
    assert_eq!(lines.len(), 80);
    for (n, line) in lines.into_iter().enumerate() {
        // What is half a letter gets no further than to the readers of the platforms.
        let Ok(name) = serde_json::from_str::<String>(line) else { continue };
        let account = Account {
            platform: Platform::Telegram,
            external_id: format!("n{n}"),
            name: talk::clean_name(&name, "someone"),
            handle: None,
            locale: None,
        };
        let person = scene.engine.people().get_or_create(&account, Zone::UTC, scene.now()).await;
        let of = Membership { event: event.id, person: person.expect("a person is met").id };
        let joined = scene.engine.memberships().act(of, scene.now(), Action::Join).await;
        joined.expect("anybody may join");
        wanted.push(account.name);
    }
    let mut query = Some(String::new());
    while let Some(at) = query {
        let page = scene.get(&format!("/e/{}{at}", event.slug)).await.body;
        for shown in names(&page) {
            assert!(!shown.contains(['<', '>', '"']), "{shown}");
            let shown = shown.replace(['\u{2068}', '\u{2069}'], "");
            let shown = [("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&")]
                .iter()
                .fold(shown, |shown, (code, letter)| shown.replace(code, letter));
            // Those who are called alike are told apart by the end of their id.
            let name = shown.split(" ·").next().unwrap_or_default();
            let known = wanted.iter().position(|wanted| wanted == name);
            wanted.swap_remove(known.unwrap_or_else(|| panic!("{shown:?} is nobody")));
        }
        query = link(&page, "Next page");
    }
    assert!(wanted.is_empty(), "{wanted:?}");
}
