//! Interactions that serenity cannot read: it drops them without a word, so we say it ourselves.

use poise::serenity_prelude as serenity;
use serde_json::json;

use crate::{SOURCE, error};

pub(crate) struct Lost;

#[serenity::async_trait]
impl serenity::RawEventHandler for Lost {
    async fn raw_event(&self, ctx: serenity::Context, event: serenity::Event) {
        let serenity::Event::Unknown(unknown) = event else { return };
        metrics::counter!("streaks_unknown_updates_total", "source" => SOURCE).increment(1);
        if unknown.kind != "INTERACTION_CREATE" {
            tracing::debug!(kind = %unknown.kind, "an unknown event");
            return;
        }
        let (id, kind) = (unknown.value["id"].as_str(), unknown.value["type"].as_u64());
        // What serenity says of it quotes what people wrote.
        tracing::error!(interaction = id, kind, "an interaction cannot be read");
        let id = id.and_then(|id| id.parse().ok()).map(serenity::InteractionId::new);
        // Autocomplete takes no message.
        let (Some(id), Some(token), Some(2 | 3 | 5)) = (id, unknown.value["token"].as_str(), kind)
        else {
            return;
        };
        let words = talk::Words::of(unknown.value["locale"].as_str().unwrap_or("en"));
        let body = json!({"type": 4, "data": {
            "flags": 64, "content": words.plain("fault", &[]), "allowed_mentions": {"parse": []},
        }});
        if let Err(error) = ctx.http.create_interaction_response(id, token, &body, vec![]).await {
            tracing::warn!(error = error::why(error), "nor could the person be told");
        }
    }
}
