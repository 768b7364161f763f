//! What is kept of people and what they agree to, as everybody can read it.

use crate::browser::Browser;
use crate::scene::Scene;
use axum::http::StatusCode;
use engine::Visibility::Public;
use webhooks::Operator;

const TITLES: [(&str, &str, &str, &str); 6] = [
    ("en", "ltr", "Privacy policy", "Terms of use"),
    ("de", "ltr", "Datenschutz", "Nutzungsbedingungen"),
    ("es", "ltr", "Política de privacidad", "Condiciones de uso"),
    ("hi", "ltr", "निजता नीति", "उपयोग की शर्तें"),
    ("ja", "ltr", "プライバシーポリシー", "利用規約"),
    ("ar", "rtl", "سياسة الخصوصية", "شروط الاستخدام"),
];

/// Isolation marks are not seen.
fn visible(page: &str) -> String {
    page.replace(['\u{2068}', '\u{2069}'], "")
}

#[tokio::test]
async fn the_policy_and_the_terms_can_be_read_in_every_language() {
    let scene = Scene::new().await;
    for (language, direction, policy, terms) in TITLES {
        for (path, title, parts) in [("/privacy", policy, 7), ("/terms", terms, 4)] {
            let answer = scene.ask(path, &[("accept-language", language)]).await;
            assert_eq!(answer.status, StatusCode::OK);
            let page = answer.body;
            let html = format!("<html lang=\"{language}\" dir=\"{direction}\">");
            assert!(page.contains(&html), "{page}");
            assert!(page.contains(&format!("<h1>{title}</h1>")), "{language} {path}: {page}");
            assert_eq!(page.matches("<section class=\"legal\">").count(), parts);
            assert!(!page.contains("<p></p>") && !page.contains("-text"), "{page}");
        }
    }
    let policy = scene.get("/privacy").await.body;
    for said in [
        "seven days",
        "30 days",
        "a web page that anybody can open",
        "Write /privacy",
        "has said in chats",
    ] {
        assert!(policy.contains(said), "{said} is not in {policy}");
    }
}

#[tokio::test]
async fn a_reader_chooses_the_language_and_keeps_it() {
    let scene = Scene::new().await;
    for (language, direction, policy, terms) in TITLES {
        for (path, title, other) in [("/privacy", policy, "/terms"), ("/terms", terms, "/")] {
            let asked = format!("{path}?lang={language}");
            let answer = scene.ask(&asked, &[("accept-language", "hi")]).await;
            assert_eq!(answer.headers["vary"], "accept-language");
            let page = answer.body;
            assert!(page.contains(&format!("<html lang=\"{language}\" dir=\"{direction}\">")));
            assert!(page.contains(&format!("<h1>{title}</h1>")), "{page}");
            assert!(page.contains(&format!("href=\"{other}?lang={language}\"")), "{page}");
            for (other, ..) in TITLES {
                let here = if other == language { " aria-current=\"true\"" } else { "" };
                let way = format!(
                    "<a href=\"{path}?lang={other}\" lang=\"{other}\" hreflang=\"{other}\"{here}>"
                );
                let alternate = format!(
                    "hreflang=\"{other}\" href=\"https://streaks.test{path}?lang={other}\">"
                );
                assert!(page.contains(&way) && page.contains(&alternate), "{other}: {page}");
            }
            let any = format!("hreflang=\"x-default\" href=\"https://streaks.test{path}\">");
            assert!(page.contains(&any), "{page}");
        }
    }
    for unknown in ["?lang=xx", "?lang=", "?lang=%22%3E%3Cscript%3E"] {
        let page = scene.ask(&format!("/terms{unknown}"), &[("accept-language", "de")]).await.body;
        assert!(page.contains("<html lang=\"de\"") && !page.contains("<script>"), "{page}");
        assert!(page.contains("<a href=\"/privacy\">"), "{page}");
    }
}

#[tokio::test]
async fn every_public_page_can_be_read_in_another_language() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let ada = scene.join(&event, "ada").await;
    scene.check_in(ada).await;
    let slug = &event.slug;
    for (path, way) in [
        ("/?q=Read&lang=en".to_owned(), "/?q=Read&#38;lang=ar".to_owned()),
        ("/api".to_owned(), "/api?lang=ar".to_owned()),
        (format!("/e/{slug}?by=total"), format!("/e/{slug}?by=total&#38;lang=ar")),
        (format!("/e/{slug}/activity"), format!("/e/{slug}/activity?lang=ar")),
        (format!("/u/{}", ada.person), format!("/u/{}?lang=ar", ada.person)),
    ] {
        let page = scene.get(&path).await.body;
        assert!(page.contains(&format!("href=\"{way}\" lang=\"ar\"")), "{path}: {page}");
        let arabic = scene.get(&way.replace("&#38;", "&")).await.body;
        assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\">"), "{arabic}");
        assert!(arabic.contains("<a href=\"/?lang=ar\">"), "{arabic}");
    }
    // What follows by itself, and what is looked at next, stay in the language.
    let page = scene.get(&format!("/e/{slug}?lang=ar")).await.body;
    let live = format!("data-live=\"/e/{slug}/live?by=current&#38;lang=ar\"");
    assert!(page.contains(&live), "{page}");
    assert!(page.contains("href=\"?by=total&#38;lang=ar\""), "{page}");
    assert!(page.contains(&format!("href=\"/u/{}?lang=ar\"", ada.person)), "{page}");
}

#[tokio::test]
async fn they_name_whoever_runs_the_instance() {
    let mut scene = Scene::new().await;
    let nobody = scene.get("/privacy").await.body;
    assert!(nobody.contains("has not given their name here"), "{nobody}");
    assert!(!nobody.contains("contact above"), "{nobody}");
    for (contact, shown) in [
        ("hi@example.org", "<a href=\"mailto:hi@example.org\" rel=\"noopener\">"),
        ("https://example.org/?a=1&b=2", "<a href=\"https://example.org/?a=1&#38;b=2\""),
        ("javascript:alert(1)", "<bdi>javascript:alert(1)</bdi></p>"),
        ("", "<h1>"),
    ] {
        scene.web.operator = Operator {
            name: "Ada & <Co>".to_owned(),
            contact: contact.to_owned(),
            ..Operator::default()
        };
        scene.start_anew();
        for path in ["/privacy", "/terms"] {
            let page = visible(&scene.get(path).await.body);
            assert!(page.contains("Ada &#38; &#60;Co&#62; runs this instance"), "{page}");
            assert!(page.contains(shown), "{contact}: {page}");
            assert_eq!(page.contains("Contact:"), !contact.is_empty(), "{page}");
            let leads = page.contains("turn to the contact above");
            assert_eq!(leads, path == "/privacy" && !contact.is_empty(), "{page}");
        }
    }
}

#[tokio::test]
async fn who_runs_the_instance_may_say_it_elsewhere() {
    let mut scene = Scene::new().await;
    scene.web.operator.privacy_url = Some("https://example.org/privacy".to_owned());
    scene.start_anew();
    let policy = scene.get("/privacy").await;
    assert_eq!(policy.status, StatusCode::TEMPORARY_REDIRECT);
    assert_eq!(policy.headers["location"], "https://example.org/privacy");
    assert_eq!(scene.get("/terms").await.status, StatusCode::OK);
}

#[tokio::test]
async fn every_page_leads_to_them() {
    let scene = Scene::new().await;
    let event = scene.event("Read", Public).await;
    let ada = scene.join(&event, "ada").await;
    let browser = Browser::of(&scene, "ada").await;
    for path in [
        "/",
        "/sign-in",
        "/api",
        "/zone",
        "/app",
        "/nowhere",
        "/privacy",
        "/terms",
        "/me",
        "/me/settings",
        "/me/tokens",
        "/device",
        &format!("/e/{}", event.slug),
        &format!("/e/{}/activity", event.slug),
        &format!("/u/{}", ada.person),
    ] {
        let page = browser.get(path).await.body;
        let footer = page.split("<footer").nth(1).unwrap_or_default();
        for link in ["<a href=\"/privacy\">", "<a href=\"/terms\">"] {
            assert!(footer.contains(link), "{path}: {page}");
        }
    }
}
