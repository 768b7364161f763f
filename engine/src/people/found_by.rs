//! By what somebody was found who wants a way in: it has to be theirs still where that is written. Whoever is parted at the
//! same moment would come in as the one they were parted from.

use crate::error::Error;
use crate::ids::{PersonId, hash};
use crate::people::People;
use crate::people::person::Account;
use crate::store::Tx;

/// What shows who somebody is.
#[derive(Clone, Copy)]
pub enum FoundBy<'a> {
    Account(&'a Account),
    /// The session of a browser.
    Session(&'a str),
    /// What an app was given to be let in by, which is good for one token.
    Code(&'a str),
}

impl<'a> People<'a> {
    /// The same people, of whom one was found by this.
    #[must_use]
    pub fn found_by<'b>(self, found_by: FoundBy<'b>) -> People<'b>
    where
        'a: 'b,
    {
        People { engine: self.engine, found_by: Some(found_by) }
    }
}

impl People<'_> {
    /// Takes somebody for a transaction that opens a way in.
    ///
    /// # Errors
    /// [`Error::Outdated`] where what they were found by is not theirs any more, or they are not there.
    pub(crate) async fn take_found(self, tx: &mut Tx, person: PersonId) -> Result<(), Error> {
        tx.take_person(person).await?;
        let whose = match self.found_by {
            Some(FoundBy::Account(account)) => {
                tx.person_of(account).await?.map(|(person, ..)| person.id)
            }
            Some(FoundBy::Session(session)) => {
                tx.session(&hash(session)).await?.map(|(person, ..)| person)
            }
            Some(FoundBy::Code(code)) => tx.use_redeemed(&hash(code)).await?,
            None => tx.person(person).await?.map(|person| person.id),
        };
        if whose == Some(person) { Ok(()) } else { Err(Error::Outdated) }
    }
}
