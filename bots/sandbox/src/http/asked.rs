//! A request of a bot, read whole.

use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderMap, header};
use serde_json::{Map, Value, json};

use crate::state::message::Platform;
use crate::telegram::objects::parameter;

/// The largest request body that is read: what both platforms take, and some room.
pub(crate) const BODY_BYTES_MAX: usize = 60 << 20;

/// The headers that a record keeps.
const HEADERS_KEPT: [&str; 3] = ["content-type", "user-agent", "x-audit-log-reason"];

/// A part of a multipart request that bears a file.
pub struct FilePart {
    pub name: String,
    pub filename: String,
    pub content_type: String,
    pub bytes: Bytes,
}

impl FilePart {
    /// What people send when they send a photo.
    pub fn photo() -> FilePart {
        let picture = Bytes::from_static(include_bytes!("../../picture.png"));
        FilePart {
            name: "photo".to_owned(),
            filename: "photo.png".to_owned(),
            content_type: "image/png".to_owned(),
            bytes: picture,
        }
    }
}

/// What a bot asked for.
pub struct Asked {
    pub platform: Platform,
    pub method: String,
    /// As it may be recorded: without the Telegram token.
    pub path: String,
    pub query: Map<String, Value>,
    pub headers: Map<String, Value>,
    pub authorization: Option<String>,
    pub body: Option<Value>,
    pub files: Vec<FilePart>,
}

impl Asked {
    /// Reads a request to the Discord server.
    pub async fn of_discord(request: Request) -> Result<Asked, String> {
        let path = request.uri().path().to_owned();
        let mut asked = Asked::head(Platform::Discord, path, &request);
        if is_multipart(request.headers()) {
            for (name, text) in asked.read_parts(request).await? {
                if name == "payload_json" {
                    let parsed = serde_json::from_str(&text);
                    asked.body = Some(parsed.map_err(|error| error.to_string())?);
                }
            }
        } else {
            let bytes = read_bytes(request).await?;
            if !bytes.is_empty() {
                let parsed = serde_json::from_slice(&bytes);
                asked.body = Some(parsed.map_err(|error| error.to_string())?);
            }
        }
        Ok(asked)
    }

    /// Reads a request to the Telegram server, whose parameters may come in four ways.
    pub async fn of_telegram(request: Request, called: &str) -> Result<Asked, String> {
        let mut asked = Asked::head(Platform::Telegram, format!("/bot<token>/{called}"), &request);
        let typed = |(name, text): (String, String)| {
            let value = parameter::typed(&name, &text);
            (name, value)
        };
        for (name, value) in &mut asked.query {
            if let Value::String(text) = value {
                *value = parameter::typed(name, text);
            }
        }
        let is_form = content_type(request.headers()).starts_with("application/x-www-form");
        if is_multipart(request.headers()) {
            let parts = asked.read_parts(request).await?;
            asked.body = Some(Value::Object(parts.into_iter().map(typed).collect()));
        } else if is_form {
            let bytes = read_bytes(request).await?;
            let pairs = form_urlencoded::parse(&bytes).into_owned();
            asked.body = Some(Value::Object(pairs.map(typed).collect()));
        } else {
            let bytes = read_bytes(request).await?;
            if !bytes.is_empty() {
                let parsed = serde_json::from_slice(&bytes);
                asked.body = Some(parsed.map_err(|error| error.to_string())?);
            }
        }
        Ok(asked)
    }

    /// The API method of a Telegram request, in lower case.
    pub fn called(&self) -> String {
        self.path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase()
    }

    /// The parameters of a Telegram request, from the query and the body.
    pub fn parameters(&self) -> Map<String, Value> {
        let mut parameters = self.query.clone();
        if let Some(Value::Object(body)) = &self.body {
            parameters.extend(body.clone());
        }
        parameters
    }

    /// The Discord interaction or Telegram chat that it concerns.
    pub fn subject(&self) -> Option<String> {
        match self.platform {
            Platform::Discord => {
                let mut parts = self.path.split('/').skip(3);
                match parts.next()? {
                    "interactions" | "webhooks" => parts.nth(1).map(str::to_owned),
                    _ => None,
                }
            }
            Platform::Telegram => self.parameters().get("chat_id").map(Value::to_string),
        }
    }

    /// The line that the record bears.
    pub fn recorded(&self) -> Value {
        let mut files = Vec::new();
        for file in &self.files {
            files.push(json!({
                "name": file.name, "filename": file.filename,
                "content_type": file.content_type, "bytes": file.bytes.len(),
            }));
        }
        json!({
            "platform": self.platform.name(), "method": self.method, "path": self.path,
            "query": self.query, "headers": self.headers, "body": self.body, "files": files,
        })
    }

    fn head(platform: Platform, path: String, request: &Request) -> Asked {
        let query = request.uri().query().unwrap_or_default();
        let pairs = form_urlencoded::parse(query.as_bytes()).into_owned();
        let mut headers = Map::new();
        for name in HEADERS_KEPT {
            if let Some(value) = request.headers().get(name).and_then(|value| value.to_str().ok()) {
                headers.insert(name.to_owned(), json!(value));
            }
        }
        let authorization = request.headers().get(header::AUTHORIZATION);
        Asked {
            platform,
            method: request.method().to_string(),
            path,
            query: pairs.map(|(name, value)| (name, json!(value))).collect(),
            headers,
            authorization: authorization.and_then(|value| value.to_str().ok()).map(str::to_owned),
            body: None,
            files: Vec::new(),
        }
    }

    /// Keeps the files of a multipart request and returns its other parts.
    async fn read_parts(&mut self, request: Request) -> Result<Vec<(String, String)>, String> {
        let parts = Multipart::from_request(request, &()).await;
        let mut parts = parts.map_err(|error| error.to_string())?;
        let mut texts = Vec::new();
        while let Some(part) = parts.next_field().await.map_err(|error| error.to_string())? {
            let name = part.name().unwrap_or_default().to_owned();
            let filename = part.file_name().map(str::to_owned);
            let content_type = part.content_type().unwrap_or_default().to_owned();
            let bytes = part.bytes().await.map_err(|error| error.to_string())?;
            match filename {
                Some(filename) => {
                    self.files.push(FilePart { name, filename, content_type, bytes });
                }
                None => texts.push((name, String::from_utf8_lossy(&bytes).into_owned())),
            }
        }
        Ok(texts)
    }
}

fn content_type(headers: &HeaderMap) -> &str {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    value.unwrap_or_default()
}

fn is_multipart(headers: &HeaderMap) -> bool {
    content_type(headers).starts_with("multipart/")
}

async fn read_bytes(request: Request) -> Result<Bytes, String> {
    let read = axum::body::to_bytes(request.into_body(), BODY_BYTES_MAX).await;
    read.map_err(|error| error.to_string())
}
