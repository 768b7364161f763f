//! What members show for their check-ins, and what hosts say to it. What nobody rejected counts.

use rules::{Action, Instant, Key, Role, Target};

use crate::deliveries::delivery::Topic;
use crate::error::Error;
use crate::events::Events;
use crate::events::event::ProofRule;
use crate::events::proof::{Proof, ProofState};
use crate::events::proof_file::ProofFile;
use crate::ids::{EventId, Membership, Platform};
use crate::store::new_delivery::NewDelivery;

/// The key under which a host is told of a proof.
pub(crate) fn told_as(proof: i64) -> String {
    format!("proof:{proof}")
}

impl Events<'_> {
    /// Keeps what was shown for a check-in. Where every proof is approved, it waits for that, and a host who can be
    /// written to is told.
    pub async fn show_proof(
        self,
        of: Membership,
        key: &Key,
        (platform, file): (Platform, &str),
        rule: ProofRule,
        now: Instant,
    ) -> Result<(), Error> {
        /// How long a host may be out of reach.
        const EXPIRES_AFTER_S: i64 = 7 * 86_400;
        /// How long a host is told nothing while the file is fetched; once it is there, they are told at once.
        const FETCHED_WITHIN_S: i64 = 12;
        let state = match rule {
            ProofRule::Approved => ProofState::Open,
            ProofRule::None | ProofRule::Asked => ProofState::Approved,
        };
        let (id, file) = (self.engine.ids.id(now), file.to_owned());
        let proof = Proof { id, of, key: key.clone(), platform, file, state };
        let mut tx = self.engine.db.write().await?;
        let is_new = tx.add_proof(&proof, now).await?;
        let is_fetched =
            is_new && state == ProofState::Open && tx.add_proof_file(&proof, now).await?;
        let host = match state {
            ProofState::Open if is_new => tx.host_to_ask(of.event, platform).await?,
            _ => None,
        };
        if let Some(destination) = host {
            let delivery = NewDelivery {
                id: self.engine.ids.id(now),
                dedupe_key: told_as(id),
                destination,
                topic: Topic::ProofShown { event: of.event, proof: id },
                not_before: now.plus_s(if is_fetched { FETCHED_WITHIN_S } else { 0 }),
                expires_at: now.plus_s(EXPIRES_AFTER_S),
            };
            tx.enqueue(&[delivery]).await?;
        }
        tx.commit().await?;
        self.engine.work.files.notify_waiters();
        self.engine.work.outbox.notify_waiters();
        Ok(())
    }

    /// What waits for a host's judgement, oldest first.
    pub async fn open_proofs(self, event: EventId) -> Result<Vec<Proof>, Error> {
        self.engine.db.look().await?.open_proofs(event).await
    }

    pub async fn proof(self, id: i64) -> Result<Option<Proof>, Error> {
        self.engine.db.look().await?.proof(id).await
    }

    /// The file of a proof that waits for a judgement, if it could be fetched.
    pub async fn proof_file(self, id: i64) -> Result<Option<ProofFile>, Error> {
        self.engine.db.look().await?.proof_file(id).await
    }

    /// A host's judgement, after which the file is not kept any more; rejecting takes the check-in back. None where
    /// somebody judged already.
    pub async fn judge_proof(
        self,
        id: i64,
        state: ProofState,
        request: &Key,
        now: Instant,
    ) -> Result<Option<Proof>, Error> {
        let Some(proof) = self.proof(id).await? else { return Ok(None) };
        let mut tx = self.engine.db.write().await?;
        let is_first = tx.judge_proof(id, state).await?;
        if is_first {
            tx.forget_file(id).await?;
        }
        tx.commit().await?;
        // Whoever rejected may have been interrupted before the check-in was taken back.
        let is_repeat = state == ProofState::Rejected && proof.state == state;
        if !is_first && !is_repeat {
            return Ok(None);
        }
        if state == ProofState::Rejected {
            let target = Target::Key(proof.key.clone());
            let action = Action::Undo { target, by: request.clone(), role: Role::Host };
            match self.engine.memberships().act(proof.of, now, action).await {
                // The member took it back before.
                Ok(_) | Err(Error::Refused(_)) => {}
                Err(fault) => return Err(fault),
            }
        }
        Ok(is_first.then_some(Proof { state, ..proof }))
    }
}
