//! Words that a member keeps with a check-in.

use rules::Key;

use crate::error::Error;
use crate::ids::Membership;
use crate::memberships::Memberships;

impl Memberships<'_> {
    /// Keeps a note with a check-in that was made already, in the place of the one it had; false where there is
    /// no such check-in any more.
    pub async fn set_note(self, of: Membership, key: &Key, note: &str) -> Result<bool, Error> {
        let mut tx = self.engine.db.write().await?;
        let is_there = tx.set_note(of, key, note).await?;
        tx.commit().await?;
        Ok(is_there)
    }
}
