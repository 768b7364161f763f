//! Codes that people agreed to, and the tokens that became of them.

use chrono::{DateTime, TimeDelta, Utc};
use std::collections::VecDeque;

use crate::state::message::Platform;

/// Codes and tokens that are remembered.
const GRANTS_MAX: usize = 1_000;
const CODE_KEPT_S: i64 = 600;

/// What somebody agreed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    pub platform: Platform,
    /// Who agreed, by the id of this world.
    pub person: String,
    pub redirect_uri: String,
    pub scopes: Vec<String>,
    /// The digest of a secret that only whoever began this knows (RFC 7636).
    pub challenge: Option<String>,
    pub nonce: Option<String>,
    pub at: DateTime<Utc>,
}

/// Codes and tokens, the oldest first.
#[derive(Default)]
pub struct Grants {
    count: u64,
    codes: VecDeque<(String, Grant)>,
    tokens: VecDeque<(String, Grant)>,
}

impl Grants {
    /// A code for this.
    pub fn code(&mut self, grant: Grant) -> String {
        let code = self.name("code");
        push(&mut self.codes, code.clone(), grant);
        code
    }

    /// Uses a code up.
    pub fn take(&mut self, code: &str, now: DateTime<Utc>) -> Option<Grant> {
        let at = self.codes.iter().position(|(known, _)| known == code)?;
        let (_, grant) = self.codes.remove(at)?;
        (now - grant.at < TimeDelta::seconds(CODE_KEPT_S)).then_some(grant)
    }

    /// A token for this.
    pub fn token(&mut self, grant: Grant) -> String {
        let token = self.name("token");
        push(&mut self.tokens, token.clone(), grant);
        token
    }

    /// What a token is good for.
    pub fn of_token(&self, token: &str) -> Option<&Grant> {
        self.tokens.iter().find(|(known, _)| known == token).map(|(_, grant)| grant)
    }

    fn name(&mut self, kind: &str) -> String {
        self.count += 1;
        format!("sandbox-{kind}-{}", self.count)
    }
}

fn push(kept: &mut VecDeque<(String, Grant)>, name: String, grant: Grant) {
    if kept.len() == GRANTS_MAX {
        kept.pop_front();
    }
    kept.push_back((name, grant));
}
