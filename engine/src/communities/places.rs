//! Places: communities, and the destinations that can hear something.

use rules::{Instant, Zone};

use crate::communities::Communities;
use crate::communities::community::{
    Community, CommunityAddress, CommunityChange, Destination, Kind, NewDestination,
};
use crate::deliveries::news;
use crate::error::Error;
use crate::ids::{CommunityId, DestinationId, PersonId, Platform};

impl Communities<'_> {
    /// The community at an address, which begins to exist with the first request from it. One that was thought to have
    /// put us out has let us in again.
    pub async fn get_or_create(
        self,
        address: &CommunityAddress,
        now: Instant,
    ) -> Result<Community, Error> {
        let known = self.engine.db.look().await?.community_at(address).await?;
        if let Some(community) = known.filter(|community| !community.is_back(now)) {
            return Ok(community);
        }
        let mut tx = self.engine.db.write().await?;
        let community =
            tx.found_community(address, CommunityId(self.engine.ids.id(now)), now).await?;
        tx.commit().await?;
        Ok(community)
    }

    /// The community at an address, if it is known.
    pub async fn find(self, address: &CommunityAddress) -> Result<Option<Community>, Error> {
        self.engine.db.look().await?.community_at(address).await
    }

    /// Sends a welcome to a channel of a community that we have never heard of, and nothing in one that is known: whoever
    /// finds it first greets. The language is the community's own, or else `locale`.
    pub async fn welcome(
        self,
        address: &CommunityAddress,
        channel: &str,
        locale: Option<&str>,
        now: Instant,
    ) -> Result<(), Error> {
        if self.engine.db.look().await?.community_at(address).await?.is_some() {
            return Ok(());
        }
        let fresh = CommunityId(self.engine.ids.id(now));
        let mut tx = self.engine.db.write().await?;
        let community = tx.found_community(address, fresh, now).await?.id;
        // Another process may have found it meanwhile.
        if community == fresh {
            let place = NewDestination {
                platform: address.platform,
                address: channel.to_owned(),
                thread: String::new(),
                kind: Kind::Channel(community),
                locale: locale.map(str::to_owned),
            };
            let place =
                tx.add_destination(&place, DestinationId(self.engine.ids.id(now)), now).await?;
            let welcome = news::welcome(community, place, now).with_id(self.engine.ids.id(now));
            tx.enqueue(&[welcome]).await?;
        }
        tx.commit().await?;
        self.engine.work.outbox.notify_waiters();
        Ok(())
    }

    /// Sets the zone of a community that has none yet.
    pub async fn settle_zone(self, community: CommunityId, zone: Zone) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.set_community_zone(community, zone).await?;
        tx.commit().await
    }

    /// The id of a place, which can be reached from now on.
    pub async fn destination(
        self,
        place: &NewDestination,
        now: Instant,
    ) -> Result<DestinationId, Error> {
        if let Some(id) = self.engine.db.look().await?.reachable(place).await? {
            return Ok(id);
        }
        let mut tx = self.engine.db.write().await?;
        let id = tx.add_destination(place, DestinationId(self.engine.ids.id(now)), now).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The same for a place of which nobody has said that it can be reached; none where it was found closed.
    pub async fn new_destination(
        self,
        place: &NewDestination,
        now: Instant,
    ) -> Result<Option<DestinationId>, Error> {
        let mut tx = self.engine.db.read().await?;
        if let Some(id) = tx.reachable(place).await? {
            return Ok(Some(id));
        }
        if tx.is_blocked(place.platform, &place.address).await? {
            return Ok(None);
        }
        drop(tx);
        self.destination(place, now).await.map(Some)
    }

    /// Where a person can be reached in private on a platform, if at all.
    pub async fn private_destination(
        self,
        person: PersonId,
        platform: Platform,
    ) -> Result<Option<Destination>, Error> {
        self.engine.db.look().await?.private_destination(person, platform).await
    }

    /// The same, and on Discord wherever the person has an account: there nobody has to write to us first.
    pub async fn dm_destination(
        self,
        person: PersonId,
        platform: Platform,
        now: Instant,
    ) -> Result<Option<Destination>, Error> {
        let known = self.private_destination(person, platform).await?;
        if known.is_some() || platform != Platform::Discord {
            return Ok(known);
        }
        let mut tx = self.engine.db.write().await?;
        let way = tx.open_discord(person, DestinationId(self.engine.ids.id(now)), now).await?;
        tx.commit().await?;
        Ok(way)
    }

    /// Where a person can be written to in private: in a chat, that of a platform first, and elsewhere where there is none.
    pub async fn way_to(
        self,
        person: PersonId,
        first: Platform,
        now: Instant,
    ) -> Result<Option<DestinationId>, Error> {
        let order = match first {
            Platform::Discord => [Platform::Discord, Platform::Telegram],
            Platform::Telegram | Platform::Email | Platform::Push => {
                [Platform::Telegram, Platform::Discord]
            }
        };
        for platform in order {
            if let Some(place) = self.dm_destination(person, platform, now).await? {
                return Ok(Some(place.id));
            }
        }
        self.engine.db.look().await?.any_private_destination(person).await
    }

    /// A private way to a person that was found closed and of which they were not told yet: from now on they are.
    pub async fn unreachable_notice(self, person: PersonId) -> Result<Option<Platform>, Error> {
        if self.engine.db.look().await?.unreachable_destination(person).await?.is_none() {
            return Ok(None);
        }
        let mut tx = self.engine.db.write().await?;
        let closed = tx.unreachable_destination(person).await?;
        if let Some((way, _)) = closed {
            tx.set_told(way).await?;
        }
        tx.commit().await?;
        Ok(closed.map(|(_, platform)| platform))
    }

    /// What a community is called, and the platform that it is on; none where it is forgotten.
    pub async fn name(self, id: CommunityId) -> Result<Option<(Platform, String)>, Error> {
        self.engine.db.look().await?.community_name(id).await
    }

    /// The language that a community chose.
    pub async fn locale(self, id: CommunityId) -> Result<Option<String>, Error> {
        self.engine.db.look().await?.community_locale(id).await
    }

    /// Whether great milestones and results stay at the top of a community's group.
    pub async fn pins_highlights(self, id: CommunityId) -> Result<bool, Error> {
        self.engine.db.look().await?.pins_highlights(id).await
    }

    /// Whether a community is told of its weeks.
    pub async fn wants_recap(self, id: CommunityId) -> Result<bool, Error> {
        self.engine.db.look().await?.wants_recap(id).await
    }

    /// A place by id.
    pub async fn destination_by_id(self, id: DestinationId) -> Result<Destination, Error> {
        self.engine.db.look().await?.destination(id).await
    }

    /// What a community wants to be told of its events by itself.
    pub async fn change(self, id: CommunityId, change: CommunityChange) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.change_community(id, &change).await?;
        tx.commit().await
    }

    /// A group has a new address, as Telegram's groups get when they grow. Messages in it have new numbers, so that
    /// what was kept up to date begins anew. May be heard several times.
    pub async fn rename_address(
        self,
        platform: Platform,
        from: &str,
        to: &str,
    ) -> Result<(), Error> {
        if from == to {
            return Ok(());
        }
        let mut tx = self.engine.db.write().await?;
        tx.move_community(platform, from, to).await?;
        tx.commit().await
    }

    /// The addresses of the channels of a community that were found closed.
    pub async fn closed_channels(self, id: CommunityId) -> Result<Vec<String>, Error> {
        const CHANNELS_MAX: i64 = 5;
        self.engine.db.look().await?.closed_channels(id, CHANNELS_MAX).await
    }

    /// Notes that a place can be written to again, where it is thought not to be.
    pub async fn reopen(self, platform: Platform, address: &str) -> Result<(), Error> {
        if self.engine.db.look().await?.is_blocked(platform, address).await? {
            let mut tx = self.engine.db.write().await?;
            tx.set_reachable(platform, address, true).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    /// Notes that a place cannot be reached, or can be again.
    pub async fn set_reachable(
        self,
        platform: Platform,
        address: &str,
        reachable: bool,
        now: Instant,
    ) -> Result<(), Error> {
        let mut tx = self.engine.db.write().await?;
        tx.set_reachable(platform, address, reachable).await?;
        // A group has the address of its community.
        tx.set_left(platform, address, (!reachable).then_some(now)).await?;
        tx.commit().await
    }
}
