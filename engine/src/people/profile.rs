//! People: who an account belongs to, and by which clock they live.

use futures_util::future::join_all;
use rules::zone_change::{change_zone, opens_again};
use rules::{Clock, Day, DayStart, Instant, Setting, Zone};
use std::collections::HashMap;

use crate::error::Error;
use crate::ids::{EventId, PersonId, Platform};
use crate::people::People;
use crate::people::alike::tell_apart;
use crate::people::person::{Account, Person, Quiet};
use crate::store::Tx;

impl People<'_> {
    /// The person behind an account, who begins to exist with the first request. `guess` is the zone to
    /// start with.
    pub async fn get_or_create(
        self,
        account: &Account,
        guess: Zone,
        now: Instant,
    ) -> Result<Person, Error> {
        let known = self.engine.db.look().await?.person_of(account).await?;
        if let Some((person, name, handle)) = known
            && name == account.name
            && handle == account.handle
        {
            return Ok(person);
        }
        let mut tx = self.engine.db.write().await?;
        let person = tx.meet(account, guess, PersonId(self.engine.ids.id(now)), now).await?;
        tx.commit().await?;
        Ok(person)
    }

    /// The person behind an account, if it was ever used.
    pub async fn find(
        self,
        platform: Platform,
        external_id: &str,
    ) -> Result<Option<Person>, Error> {
        let account = Account {
            platform,
            external_id: external_id.to_owned(),
            name: String::new(),
            handle: None,
            locale: None,
        };
        Ok(self.engine.db.look().await?.person_of(&account).await?.map(|(person, ..)| person))
    }

    /// The person who is mentioned by this name on a platform.
    pub async fn mentioned(
        self,
        platform: Platform,
        handle: &str,
    ) -> Result<Option<Person>, Error> {
        let mut tx = self.engine.db.read().await?;
        match tx.person_by_handle(platform, &handle.to_lowercase()).await? {
            Some(id) => tx.person(id).await,
            None => Ok(None),
        }
    }

    /// Those who are in an event with a person and hide from nobody, by their names: up to two thousand.
    pub async fn companions(self, person: PersonId) -> Result<Vec<(PersonId, String)>, Error> {
        const MOST: usize = 2_000;
        self.engine.db.look().await?.companions(person, MOST).await
    }

    /// The names of people who stand together, told apart.
    pub async fn names(self, of: &[PersonId]) -> Result<HashMap<PersonId, String>, Error> {
        let mut names = self.engine.db.look().await?.names(of).await?;
        tell_apart(names.iter_mut().map(|(person, name)| (*person, name)));
        Ok(names)
    }

    /// The language in which a person wants to be spoken to; none is that of the platform.
    pub async fn set_locale(self, person: PersonId, locale: Option<&str>) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.set_locale(person, locale).await?;
        tx.commit().await
    }

    /// The name that a person wants to be called by; none is that of the account.
    pub async fn set_name(self, person: PersonId, name: Option<&str>) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.set_name(person, name).await?;
        tx.commit().await
    }

    /// What a person says of themselves.
    pub async fn set_about(self, person: PersonId, about: &str) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.set_about(person, about).await?;
        tx.commit().await
    }

    /// Adds an interest of a person, or takes it away, and gives those they have then.
    pub async fn turn_interest(
        self,
        person: PersonId,
        interest: &str,
    ) -> Result<Vec<String>, Error> {
        let mut tx = self.engine.db.write().await?;
        tx.take_person(person).await?;
        let Some(known) = tx.person(person).await? else { return Ok(vec![]) };
        let mut chosen = known.interests;
        match chosen.iter().position(|known| known == interest) {
            Some(n) => drop(chosen.remove(n)),
            None => chosen.push(interest.to_owned()),
        }
        tx.set_interests(person, &chosen).await?;
        tx.commit().await?;
        Ok(chosen)
    }

    pub async fn set_quiet(self, person: PersonId, quiet: Option<Quiet>) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.set_quiet(person, quiet).await?;
        tx.commit().await
    }

    /// Whether others may nudge this person.
    pub async fn allow_nudges(self, person: PersonId, nudges: bool) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.set_nudges(person, nudges).await?;
        tx.commit().await
    }

    /// Whether others may cheer for this person.
    pub async fn allow_cheers(self, person: PersonId, cheers: bool) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.set_cheers(person, cheers).await?;
        tx.commit().await
    }

    /// Whether others are told of this person's milestones.
    pub async fn share_milestones(self, person: PersonId, told: bool) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.set_milestones(person, told).await?;
        tx.commit().await
    }

    /// A person by id.
    pub async fn get(self, id: PersonId) -> Result<Option<Person>, Error> {
        self.engine.db.look().await?.person(id).await
    }

    /// Sets the person's zone and day start from now on (R10 to R13), as they have said it. A person without any check-in
    /// has nothing to protect yet: there the first setting itself is replaced.
    ///
    /// # Errors
    /// [`rules::Refusal::TzLimit`] after four changes in thirty days.
    pub async fn move_clock(
        self,
        person: PersonId,
        wanted: Setting,
        now: Instant,
    ) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        // Two changes at once follow one another, and whoever is about to join has done so: their stay is labelled anew, too.
        tx.take_person(person).await?;
        tx.confirm_zone(person).await?;
        self.set_clock(tx, person, wanted, now).await
    }

    /// The same of the day start alone, which says nothing of the zone.
    ///
    /// # Errors
    /// As of [`People::move_clock`].
    pub async fn move_day_start(
        self,
        person: PersonId,
        day_start: DayStart,
        now: Instant,
    ) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.take_person(person).await?;
        let Some(known) = tx.person(person).await? else { return Ok(()) };
        self.set_clock(tx, person, Setting { day_start, ..known.setting }, now).await
    }

    async fn set_clock(
        self,
        mut tx: Tx,
        person: PersonId,
        wanted: Setting,
        now: Instant,
    ) -> Result<(), Error> {
        let (first, moves) = tx.clock_settings(person).await?;
        let is_fresh = moves.is_empty() && !tx.has_check_ins(person).await?;
        if is_fresh && first != wanted {
            tx.replace_first_setting(person, wanted).await?;
            tx.relabel_joining(person, wanted).await?;
        }
        tx.commit().await?;
        if is_fresh {
            return self.touch_all(person, now).await;
        }
        self.choose_clock(person, wanted, now).await.map(drop)
    }

    /// Changes the person's zone and day start from now on (R10 to R13); says whether anything changed.
    ///
    /// # Errors
    /// [`rules::Refusal::TzLimit`] after four changes in thirty days.
    pub async fn choose_clock(
        self,
        person: PersonId,
        wanted: Setting,
        now: Instant,
    ) -> Result<bool, Error> {
        let mut tx = self.engine.db.write().await?;
        tx.take_person(person).await?;
        let (first, moves) = tx.clock_settings(person).await?;
        let current = moves.last().map_or(first, |moved| moved.setting);
        let moved = change_zone(now, current, &moves, wanted)?;
        if let Some(moved) = moved {
            tx.add_clock_setting(person, moves.len(), moved).await?;
        }
        tx.commit().await?;
        self.touch_all(person, now).await?;
        Ok(moved.is_some())
    }

    /// The label that is now by a person's own clock. A journey brings none back, and ends none too soon (R10, R11).
    pub async fn day(self, person: PersonId, now: Instant) -> Result<Day, Error> {
        let (first, moves) = self.engine.db.look().await?.clock_settings(person).await?;
        Ok(Clock::personal(first, moves).day_of(now))
    }

    /// When a person may change their zone or day start again, where that is not now.
    pub async fn clock_opens_again(
        self,
        person: PersonId,
        now: Instant,
    ) -> Result<Option<Instant>, Error> {
        let (_, moves) = self.engine.db.look().await?.clock_settings(person).await?;
        Ok(opens_again(now, &moves))
    }

    /// Brings all memberships of a person up to date.
    pub(crate) async fn touch_all(self, person: PersonId, now: Instant) -> Result<(), Error> {
        let memberships = self.engine.db.look().await?.memberships_of(person).await?;
        for touched in
            join_all(memberships.iter().map(|of| self.engine.memberships().touch(*of, now))).await
        {
            touched?;
        }
        Ok(())
    }

    /// Has the cards of the events of a person written anew, which name their host.
    pub(crate) async fn write_cards_of(self, person: PersonId) -> Result<(), Error> {
        self.cards_of(person).await?.into_iter().for_each(|event| self.engine.changed(event));
        Ok(())
    }

    /// The newest events of a person, whose cards name them.
    pub(crate) async fn cards_of(self, person: PersonId) -> Result<Vec<EventId>, Error> {
        const CARDS_MAX: i64 = 1_000;
        self.engine.db.look().await?.newest_owned(person, CARDS_MAX).await
    }

    /// Hides a person from all rankings and cards, or shows them again.
    pub async fn hide(self, person: PersonId, hidden: bool, now: Instant) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        // Whoever is about to join has done so, and is hidden there, too.
        tx.take_person(person).await?;
        tx.set_hidden(person, hidden).await?;
        tx.commit().await?;
        self.write_cards_of(person).await?;
        self.touch_all(person, now).await
    }
}
