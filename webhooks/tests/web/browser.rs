//! A browser in which somebody is signed in.

#![expect(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use crate::scene::{Answer, Scene};
use axum::http::StatusCode;

pub const HERE: (&str, &str) = ("sec-fetch-site", "same-origin");

pub struct Browser<'a> {
    scene: &'a Scene,
    pub cookie: String,
}

impl<'a> Browser<'a> {
    pub async fn of(scene: &'a Scene, name: &str) -> Browser<'a> {
        let mut browser = Browser { scene, cookie: String::new() };
        browser.sign_in(name).await;
        browser
    }

    /// Signs somebody in, whoever is signed in there.
    pub async fn sign_in(&mut self, name: &str) {
        let scene = self.scene;
        let person = scene.person(name).await;
        let code = scene.engine.people().sign_in_code(person, scene.now()).await.unwrap();
        let headers = [HERE, ("cookie", self.cookie.as_str())];
        let answer = scene.post(&format!("/login/{code}"), &headers, &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(answer.headers["location"], "/me");
        let cookie = answer.headers["set-cookie"].to_str().unwrap();
        for part in ["__Host-streaks=", "; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        self.cookie = cookie.split(';').next().unwrap().to_owned();
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.scene.ask(path, &[("cookie", self.cookie.as_str())]).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.scene.post(path, &[HERE, ("cookie", self.cookie.as_str())], fields).await
    }

    /// Sends a form of the page as it is now.
    pub async fn send(&self, fields: &[(&str, &str)]) -> Answer {
        let page = self.get("/me").await.body;
        let hidden = [("mark", value(&page, "mark")), ("key", value(&page, "key"))];
        let hidden: Vec<(&str, &str)> =
            hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.post("/me", &[&hidden, fields].concat()).await
    }
}

/// The value of a hidden field.
pub fn value(page: &str, name: &str) -> String {
    let field = format!("name=\"{name}\" value=\"");
    let rest = page.split_once(&field).unwrap_or_else(|| panic!("no {name} in {page}")).1;
    rest.split('"').next().unwrap().to_owned()
}

/// What a button says when it is pressed.
pub fn button(page: &str, label: &str) -> String {
    let until = page.split(label).next().unwrap();
    let value = until.rsplit("value=\"").next().unwrap();
    value.split('"').next().unwrap().to_owned()
}
