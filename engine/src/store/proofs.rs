//! Proofs that hosts look at.

use rules::{Instant, Key};

use crate::error::Error;
use crate::events::proof::{Proof, ProofState};
use crate::ids::{DestinationId, EventId, Membership, PersonId, Platform};
use crate::store::{Tx, on};

type ProofRow = (i64, i64, String, i64, String, String, String);

fn read_proof((id, event, key, person, platform, file, state): ProofRow) -> Result<Proof, Error> {
    Ok(Proof {
        id,
        of: Membership { event: EventId(event), person: PersonId(person) },
        key: Key(key),
        platform: Platform::named(&platform)?,
        file,
        state: ProofState::named(&state)?,
    })
}

impl Tx {
    pub(crate) async fn add_proof(&mut self, proof: &Proof, now: Instant) -> Result<bool, Error> {
        Ok(on!(self, conn => sqlx::query(
            "insert into proof (id, event_id, key, person_id, platform, file, state, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (event_id, key) do nothing")
            .bind(proof.id).bind(proof.of.event.0).bind(&proof.key.0).bind(proof.of.person.0).bind(proof.platform.name())
            .bind(&proof.file).bind(proof.state.name()).bind(now.0).execute(conn).await.map(|done| done.rows_affected() > 0))?)
    }

    pub(crate) async fn proof(&mut self, id: i64) -> Result<Option<Proof>, Error> {
        let row: Option<ProofRow> = on!(self, conn => sqlx::query_as(
            "select id, event_id, key, person_id, platform, file, state from proof where id = $1")
            .bind(id).fetch_optional(conn).await)?;
        row.map(read_proof).transpose()
    }

    /// Those of check-ins that were not taken back, oldest first.
    pub(crate) async fn open_proofs(&mut self, event: EventId) -> Result<Vec<Proof>, Error> {
        let rows: Vec<ProofRow> = on!(self, conn => sqlx::query_as(
            "select p.id, p.event_id, p.key, p.person_id, p.platform, p.file, p.state from proof p
             join check_in c on c.event_id = p.event_id and c.person_id = p.person_id and c.key = p.key
             where p.event_id = $1 and p.state = 'open' and c.undone_at is null order by p.at, p.id limit 100")
            .bind(event.0).fetch_all(conn).await)?;
        rows.into_iter().map(read_proof).collect()
    }

    /// Where a host hears what waits for one: the owner before moderators who see the event there, this platform before
    /// others.
    pub(crate) async fn host_to_ask(
        &mut self,
        event: EventId,
        platform: Platform,
    ) -> Result<Option<DestinationId>, Error> {
        let id: Option<i64> = on!(self, conn => sqlx::query_scalar(
            "select d.id from (
                 select owner_id as person_id, 0 as place from event where id = $1
                 union all
                 select m.person_id, 1 from event e join moderator m on m.community_id = e.community_id
                 where e.id = $1 and (e.visibility = 'public' or exists (
                     select 1 from membership i where i.event_id = e.id and i.person_id = m.person_id and i.member))) host
             join destination d on d.person_id = host.person_id and d.kind = 'private' and d.state = 'ok'
             order by host.place, d.platform in ('email', 'push'),
                 case when d.platform = $2 then 0 else 1 end, d.created_at desc, d.id limit 1")
            .bind(event.0).bind(platform.name()).fetch_optional(conn).await)?;
        Ok(id.map(DestinationId))
    }

    /// Notes what a host said of a proof; false where somebody said so before.
    pub(crate) async fn judge_proof(&mut self, id: i64, state: ProofState) -> Result<bool, Error> {
        Ok(
            on!(self, conn => sqlx::query("update proof set state = $2 where id = $1 and state = 'open'")
            .bind(id).bind(state.name()).execute(conn).await.map(|done| done.rows_affected() > 0))?,
        )
    }
}
