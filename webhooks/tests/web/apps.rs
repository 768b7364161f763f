//! Programs of others: let in by a code with PKCE or for a device, renewed, and put out again.

#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use crate::browser::{Browser, HERE, value};
use crate::scene::{Answer, Scene};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use engine::rules::Zone;
use engine::{Account, Platform, Visibility};
use serde_json::Value;

/// RFC 7636, appendix B.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const BACK: &str = "https://app.test/back";
const DEVICE: &str = "urn:ietf:params:oauth:grant-type:device_code";

fn json(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap_or_default()
}

/// Makes an app known, and says by what.
async fn app(ken: &Browser<'_>) -> String {
    let mark = value(&ken.get("/me/apps").await.body, "mark");
    let fields = [("mark", mark.as_str()), ("name", "Tracker <b>"), ("redirects", BACK)];
    assert_eq!(ken.post("/me/apps", &fields).await.status, StatusCode::SEE_OTHER);
    let page = ken.get("/me/apps").await.body;
    assert!(page.contains("Tracker &#60;b&#62;"), "{page}");
    page.split("client_id: ").nth(1).and_then(|rest| rest.split('<').next()).unwrap().to_owned()
}

fn asked(app: &str, scope: &str) -> String {
    format!(
        "/oauth/authorize?response_type=code&client_id={app}&redirect_uri=https%3A%2F%2Fapp.test%2Fback\
         &scope={scope}&state=s1&code_challenge={CHALLENGE}&code_challenge_method=S256"
    )
}

/// Agrees, or not, and says where the browser goes on.
async fn answered(ada: &Browser<'_>, app: &str, scope: &str, agrees: bool) -> String {
    let page = ada.get(&asked(app, scope)).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("form-action 'self' https://app.test;"), "{policy}");
    let names = ["mark", "response_type", "client_id", "redirect_uri", "scope", "state"];
    let names = names.into_iter().chain(["code_challenge", "code_challenge_method"]);
    let fields: Vec<(&str, String)> = names.map(|name| (name, value(&page.body, name))).collect();
    let mut fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.extend(agrees.then_some(("agree", "yes")));
    let answer = ada.post("/oauth/authorize", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    answer.headers["location"].to_str().unwrap().to_owned()
}

fn code_of(address: &str) -> String {
    assert!(address.starts_with(&format!("{BACK}?code=")), "{address}");
    assert!(address.ends_with("&state=s1&iss=https%3A%2F%2Fstreaks.test"), "{address}");
    address.split("code=").nth(1).and_then(|rest| rest.split('&').next()).unwrap().to_owned()
}

async fn redeem(scene: &Scene, app: &str, code: &str, verifier: &str, back: &str) -> Answer {
    let fields = [
        ("grant_type", "authorization_code"),
        ("client_id", app),
        ("code", code),
        ("redirect_uri", back),
        ("code_verifier", verifier),
    ];
    scene.post("/oauth/token", &[], &fields).await
}

async fn renew(scene: &Scene, app: &str, secret: &str) -> Answer {
    let fields = [("grant_type", "refresh_token"), ("client_id", app), ("refresh_token", secret)];
    scene.post("/oauth/token", &[], &fields).await
}

async fn profile(scene: &Scene, token: &str) -> StatusCode {
    scene.ask("/api/v1/me", &[("authorization", &format!("Bearer {token}"))]).await.status
}

fn text(body: &Value, name: &str) -> String {
    body[name].as_str().unwrap_or_else(|| panic!("no {name} in {body}")).to_owned()
}

#[tokio::test]
async fn an_app_is_let_in_renewed_and_put_out() {
    let scene = Scene::new().await;
    let (ken, ada) = (Browser::of(&scene, "ken").await, Browser::of(&scene, "ada").await);
    let app = app(&ken).await;
    let code = code_of(&answered(&ada, &app, "write", true).await);
    let given = redeem(&scene, &app, &code, VERIFIER, BACK).await;
    assert_eq!(
        (given.status, &given.headers["cache-control"]),
        (StatusCode::OK, &"no-store".parse().unwrap())
    );
    let given = json(&given);
    assert_eq!(
        (text(&given, "token_type"), text(&given, "scope")),
        ("Bearer".into(), "write".into())
    );
    let (access, secret) = (text(&given, "access_token"), text(&given, "refresh_token"));
    assert_eq!(profile(&scene, &access).await, StatusCode::OK);
    // What renews a token is none.
    assert_eq!(profile(&scene, &secret).await, StatusCode::UNAUTHORIZED);
    // A code is good once.
    let again = redeem(&scene, &app, &code, VERIFIER, BACK).await;
    assert_eq!(
        (again.status, text(&json(&again), "error")),
        (StatusCode::BAD_REQUEST, "invalid_grant".into())
    );
    let renewed = json(&renew(&scene, &app, &secret).await);
    let (fresh, next) = (text(&renewed, "access_token"), text(&renewed, "refresh_token"));
    assert_eq!(profile(&scene, &fresh).await, StatusCode::OK);
    let renewed = json(&renew(&scene, &app, &next).await);
    let (fresh, next) = (text(&renewed, "access_token"), text(&renewed, "refresh_token"));
    // Whoever comes with one that was used, however long ago, may have stolen it: nobody is let in by it any more.
    assert_eq!(renew(&scene, &app, &secret).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(renew(&scene, &app, &next).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(profile(&scene, &fresh).await, StatusCode::UNAUTHORIZED);
    // Its person puts it out, and so does whoever offers it.
    for puts_out in ["person", "maker", "program"] {
        let code = code_of(&answered(&ada, &app, "read", true).await);
        let given = json(&redeem(&scene, &app, &code, VERIFIER, BACK).await);
        let (access, secret) = (text(&given, "access_token"), text(&given, "refresh_token"));
        assert_eq!(profile(&scene, &access).await, StatusCode::OK);
        // On a second device, too.
        let code = code_of(&answered(&ada, &app, "read", true).await);
        let second = json(&redeem(&scene, &app, &code, VERIFIER, BACK).await);
        let second = (text(&second, "access_token"), text(&second, "refresh_token"));
        assert_eq!(profile(&scene, &access).await, StatusCode::OK);
        match puts_out {
            "person" => {
                let page = ada.get("/me/tokens").await.body;
                assert!(page.contains("Tracker"), "{page}");
                let (mark, id) = (value(&page, "mark"), value(&page, "drop"));
                ada.post("/me/tokens", &[("mark", &mark), ("drop", &id)]).await;
            }
            "program" => {
                let fields = [("client_id", app.as_str()), ("token", secret.as_str())];
                assert_eq!(scene.post("/oauth/revoke", &[], &fields).await.status, StatusCode::OK);
                continue;
            }
            _ => {
                let mark = value(&ken.get("/me/apps").await.body, "mark");
                ken.post("/me/apps", &[("mark", &mark), ("drop", &app)]).await;
                assert_eq!(profile(&scene, &access).await, StatusCode::UNAUTHORIZED);
                break;
            }
        }
        for (access, secret) in [(&access, &secret), (&second.0, &second.1)] {
            assert_eq!(profile(&scene, access).await, StatusCode::UNAUTHORIZED, "{puts_out}");
            assert_eq!(renew(&scene, &app, secret).await.status, StatusCode::BAD_REQUEST);
        }
    }
}

#[tokio::test]
async fn only_what_was_agreed_is_worth_anything() {
    let scene = Scene::new().await;
    let (ken, ada) = (Browser::of(&scene, "ken").await, Browser::of(&scene, "ada").await);
    let (one, other) = (app(&ken).await, app(&ada).await);
    let refused = answered(&ada, &one, "read", false).await;
    assert!(refused.starts_with(&format!("{BACK}?error=access_denied&state=s1")), "{refused}");
    for (app, verifier, back) in [
        (&other, VERIFIER, BACK),
        (&one, "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXx", BACK),
        (&one, CHALLENGE, BACK),
        (&one, "", BACK),
        (&one, VERIFIER, "https://app.test/back/"),
        (&one, VERIFIER, ""),
    ] {
        let code = code_of(&answered(&ada, &one, "read", true).await);
        let answer = redeem(&scene, app, &code, verifier, back).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{verifier} {back}");
        // What was tried is used up.
        let answer = redeem(&scene, &one, &code, VERIFIER, BACK).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    }
    // Nobody is sent anywhere on the word of somebody unknown.
    for (from, to) in [(one.as_str(), "x"), ("app.test", "evil.test"), ("%2Fback", "%2Fback%2Fx")] {
        let answer = ada.get(&asked(&one, "read").replace(from, to)).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        assert!(!answer.headers.contains_key("location"));
    }
    for (from, to, error) in [
        ("response_type=code", "response_type=token", "unsupported_response_type"),
        ("scope=read", "scope=admin", "invalid_scope"),
        ("method=S256", "method=plain", "invalid_request"),
        ("&code_challenge=", "&x=", "invalid_request"),
    ] {
        let path = asked(&one, "read").replace(from, to);
        let answer = ada.get(&path).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        let link = format!("<a href=\"{BACK}?error={error}&#38;state=s1");
        assert!(answer.body.contains(&link), "{}", answer.body);
        assert!(answer.body.contains("Back to \u{2068}https://app.test\u{2069}"));
        // Whoever made the app known could be anybody, and a link of ours takes nobody to them.
        let first = scene.get(&path).await;
        assert_eq!(first.status, StatusCode::UNAUTHORIZED);
        for answer in [answer, first] {
            assert!(!answer.headers.contains_key("location"), "{path}");
        }
    }
    // Another page's form lets nobody in, and whoever is not signed in comes back after they are.
    let cookie = ("cookie", ada.cookie.as_str());
    let forged = [("client_id", one.as_str()), ("agree", "yes")];
    let forged = scene.post("/oauth/authorize", &[HERE, cookie], &forged).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    let first = scene.get(&asked(&one, "read")).await;
    assert_eq!(first.status, StatusCode::UNAUTHORIZED);
    let wish = first.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let person = scene.person("ada").await;
    let code = scene.engine.people().sign_in_code(person, scene.now()).await.unwrap();
    let entered = scene.post(&format!("/login/{code}"), &[HERE, ("cookie", &wish)], &[]).await;
    assert_eq!(entered.headers["location"], asked(&one, "read").as_str());
}

#[tokio::test]
async fn a_device_waits_until_its_person_has_typed_the_code() {
    let scene = Scene::new().await;
    let (ken, ada) = (Browser::of(&scene, "ken").await, Browser::of(&scene, "ada").await);
    let app = app(&ken).await;
    let poll = async |code: &str| {
        let fields = [("grant_type", DEVICE), ("client_id", &app), ("device_code", code)];
        json(&scene.post("/oauth/token", &[], &fields).await)
    };
    for agrees in [true, false] {
        let fields = [("client_id", app.as_str()), ("scope", "read write")];
        let shown = json(&scene.post("/oauth/device", &[], &fields).await);
        let (code, typed) = (text(&shown, "device_code"), text(&shown, "user_code"));
        assert_eq!(typed.len(), 9);
        assert_eq!(text(&poll(&code).await, "error"), "authorization_pending");
        assert_eq!(text(&poll(&code).await, "error"), "slow_down");
        // People type it as they like.
        let typed = typed.to_ascii_lowercase().replace('-', "");
        let page = ada.get(&format!("/device?user_code={typed}")).await.body;
        assert!(
            page.contains("Tracker") && page.contains("It could see and do what you can."),
            "{page}"
        );
        let mut fields = vec![("mark", value(&page, "mark")), ("user_code", typed.clone())];
        fields.extend(agrees.then(|| ("agree", "yes".to_owned())));
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(ada.post("/device", &fields).await.status, StatusCode::OK);
        assert_eq!(ada.post("/device", &fields).await.status, StatusCode::NOT_FOUND);
        let answer = poll(&code).await;
        if agrees {
            assert_eq!(text(&answer, "scope"), "write");
            assert_eq!(profile(&scene, &text(&answer, "access_token")).await, StatusCode::OK);
        } else {
            assert_eq!(text(&answer, "error"), "access_denied");
        }
        assert_eq!(text(&poll(&code).await, "error"), "expired_token");
    }
    let wrong = ada.get("/device?user_code=AAAA-AAAA").await.body;
    assert!(wrong.contains("That is no code that waits"), "{wrong}");
    for nobody in ["nobody", "\0", "00000000000000000000"] {
        for path in ["/oauth/device", "/oauth/token"] {
            let unknown = scene.post(path, &[], &[("client_id", nobody)]).await;
            assert_eq!(text(&json(&unknown), "error"), "invalid_client");
        }
        let secret = format!("sr_{}", "0".repeat(60));
        let fields = [("client_id", nobody), ("token", secret.as_str())];
        assert_eq!(scene.post("/oauth/revoke", &[], &fields).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn nobody_frames_a_page_that_lets_a_program_in() {
    let mut scene = Scene::new().await;
    scene.web.doors.telegram_token = Some("123:token".into());
    let ada = Browser::of(&scene, "ada").await;
    let app = app(&ada).await;
    let shown = json(&scene.post("/oauth/device", &[], &[("client_id", &app)]).await);
    let device = format!("/device?user_code={}", text(&shown, "user_code"));
    for path in [asked(&app, "read"), device] {
        let page = ada.get(&path).await;
        assert!(page.body.contains("name=\"agree\""), "{path}: {}", page.body);
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
    }
}

#[tokio::test]
async fn whoever_is_parted_lets_nobody_in_any_more() {
    let scene = Scene::new().await;
    let (ken, ada) = (Browser::of(&scene, "ken").await, Browser::of(&scene, "ada").await);
    let app = app(&ken).await;
    let shown = json(&scene.post("/oauth/device", &[], &[("client_id", &app)]).await);
    let (code, typed) = (text(&shown, "device_code"), text(&shown, "user_code"));
    let mark = value(&ada.get(&format!("/device?user_code={typed}")).await.body, "mark");
    let fields = [("mark", mark.as_str()), ("user_code", &typed), ("agree", "yes")];
    assert_eq!(ada.post("/device", &fields).await.status, StatusCode::OK);
    let people = scene.engine.people();
    let (person, now) = (scene.person("ada").await, scene.now());
    let other = Account {
        platform: Platform::Discord,
        external_id: "9".to_owned(),
        name: "ada".to_owned(),
        handle: None,
        locale: None,
    };
    let typist = people.get_or_create(&other, Zone::UTC, now).await.unwrap().id;
    let link = people.link_code(person, Platform::Telegram, now).await.unwrap();
    people.ask_link(&link, typist, &other, now).await.unwrap().unwrap();
    people.confirm_link(person, typist, now).await.unwrap().unwrap();
    assert!(people.unlink(person, &other, now).await.unwrap().is_some());
    let fields = [("grant_type", DEVICE), ("client_id", &app), ("device_code", &code)];
    let answer = json(&scene.post("/oauth/token", &[], &fields).await);
    assert_eq!(text(&answer, "error"), "expired_token");
}

#[tokio::test]
async fn a_token_that_we_did_not_sign_or_that_is_over_says_nothing() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Visibility::Public).await;
    let (ken, ada) = (Browser::of(&scene, "ken").await, Browser::of(&scene, "ada").await);
    let app = app(&ken).await;
    let code = code_of(&answered(&ada, &app, "read", true).await);
    let given = json(&redeem(&scene, &app, &code, VERIFIER, BACK).await);
    let access = text(&given, "access_token");
    let parts: Vec<&str> = access.split('.').collect();
    let encoded = |text: &str| {
        use base64::Engine as _;
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(text)
    };
    let none = encoded(r#"{"alg":"none","typ":"at+jwt"}"#);
    let hs = encoded(r#"{"alg":"HS256","typ":"at+jwt"}"#);
    for forged in [
        format!("{none}.{}.", parts[1]),
        format!("{none}.{}.{}", parts[1], parts[2]),
        format!("{hs}.{}.{}", parts[1], parts[2]),
        format!("{}.{}.", parts[0], parts[1]),
        format!("{}.{}.{}", parts[0], encoded("{}"), parts[2]),
        format!("{}.{}", parts[0], parts[1]),
        "..".to_owned(),
        "a.b.c".to_owned(),
    ] {
        assert_eq!(profile(&scene, &forged).await, StatusCode::UNAUTHORIZED, "{forged}");
    }
    // It is good for no more than was agreed, and not for long.
    let join = Request::put(format!("/api/v1/events/{}/membership", event.slug))
        .header("authorization", format!("Bearer {access}"))
        .body(Body::empty())
        .unwrap();
    assert_eq!(scene.answer(join).await.status, StatusCode::FORBIDDEN);
    assert_eq!(profile(&scene, &access).await, StatusCode::OK);
    scene.next_day();
    assert_eq!(profile(&scene, &access).await, StatusCode::UNAUTHORIZED);
    // With what it is checked is known to everybody.
    let keys = json(&scene.get("/oauth/jwks.json").await);
    assert_eq!(keys["keys"][0]["crv"], "Ed25519");
    let server = json(&scene.get("/.well-known/oauth-authorization-server").await);
    assert_eq!(server["issuer"], "https://streaks.test");
}
