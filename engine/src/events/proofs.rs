//! What members show for their check-ins, and what hosts say to it. What nobody rejected counts.

use rules::{Action, Instant, Key, Role, Target};

use crate::deliveries::delivery::Topic;
use crate::error::Error;
use crate::events::Events;
use crate::events::event::ProofRule;
use crate::events::proof::{Proof, ProofState};
use crate::ids::{EventId, Membership, Platform};
use crate::store::new_delivery::NewDelivery;

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
        let state = match rule {
            ProofRule::Approved => ProofState::Open,
            ProofRule::None | ProofRule::Asked => ProofState::Approved,
        };
        let (id, file) = (self.engine.ids.id(now), file.to_owned());
        let proof = Proof { id, of, key: key.clone(), platform, file, state };
        let mut tx = self.engine.db.write().await?;
        let is_new = tx.add_proof(&proof, now).await?;
        let host = match state {
            ProofState::Open if is_new => tx.host_to_ask(of.event, platform).await?,
            _ => None,
        };
        if let Some(destination) = host {
            let delivery = NewDelivery {
                id: self.engine.ids.id(now),
                dedupe_key: format!("proof:{id}"),
                destination,
                topic: Topic::ProofShown { event: of.event, proof: id },
                not_before: now,
                expires_at: now.plus_s(EXPIRES_AFTER_S),
            };
            tx.enqueue(&[delivery]).await?;
        }
        tx.commit().await?;
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

    /// A host's judgement; rejecting takes the check-in back. None where somebody judged already.
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
