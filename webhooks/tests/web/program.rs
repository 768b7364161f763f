//! A program that calls the API.

use crate::scene::{Answer, Scene};
use axum::body::Body;
use axum::http::Request;
use engine::{Event, Scope};
use serde_json::Value;

/// A program that acts for somebody.
pub struct Program<'a> {
    scene: &'a Scene,
    pub token: String,
}

impl<'a> Program<'a> {
    pub async fn of(
        scene: &'a Scene,
        name: &str,
        scope: Scope,
        event: Option<&Event>,
    ) -> Program<'a> {
        let person = scene.person(name).await;
        let good_for = (scope, event.map(|event| event.id));
        let made = scene.engine.people().make_token(person, "test", good_for, scene.now()).await;
        let (_, token) = made.expect("it is stored").expect("there are few");
        Program { scene, token }
    }

    pub async fn call(&self, method: &str, path: &str, body: Option<Value>) -> (u16, Value) {
        let answer = self.send(method, path, &[], body).await;
        let status = answer.status.as_u16();
        (status, serde_json::from_str(&answer.body).unwrap_or(Value::Null))
    }

    pub async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Value>,
    ) -> Answer {
        let bearer = format!("Bearer {}", self.token);
        let headers = [&[("authorization", bearer.as_str())], headers].concat();
        send(self.scene, method, &format!("/api/v1{path}"), &headers, body).await
    }
}

/// Sends a request with a body of JSON, if it has one.
pub async fn send(
    scene: &Scene,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: Option<Value>,
) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = match body {
        Some(body) => {
            request.header("content-type", "application/json").body(Body::from(body.to_string()))
        }
        None => request.body(Body::empty()),
    };
    scene.answer(request.expect("a path is an address")).await
}
