//! Welcomes a server that has just let us in, once.

use engine::rules::Instant;
use engine::{CommunityAddress, Platform};
use poise::serenity_prelude as serenity;
use serenity::{ChannelType, Guild, GuildChannel, UserId};

use crate::{Data, Failure};

/// Discord tells of every server at each connection: one that let us in longer ago is not new.
const NEW_S: i64 = 3600;

/// Welcomes a server that is new to us, if there is a channel for it.
pub(crate) async fn say(data: &Data, server: &Guild, me: UserId) -> Result<(), Failure> {
    let (now, communities) = ((data.now)(), data.talk.engine.communities());
    communities.set_present(Platform::Discord, &server.id.to_string(), true, now).await?;
    if !is_new(server, now) {
        return Ok(());
    }
    let Some(channel) = channel(server, me) else { return Ok(()) };
    let address = CommunityAddress {
        platform: Platform::Discord,
        external_id: server.id.to_string(),
        name: talk::clean_name(&server.name, "server"),
        locale: Some(server.preferred_locale.clone()),
    };
    communities.welcome(&address, &channel.id.to_string(), None, now).await?;
    Ok(())
}

fn is_new(server: &Guild, now: Instant) -> bool {
    now.0 - server.joined_at.unix_timestamp() <= NEW_S
}

/// Where the server itself tells its members something, or else the first text channel, if we may write there.
fn channel(server: &Guild, me: UserId) -> Option<&GuildChannel> {
    let member = server.members.get(&me)?;
    let may_write = |channel: &&GuildChannel| {
        let held = server.user_permissions_in(channel, member);
        held.view_channel() && held.send_messages()
    };
    let system = server.system_channel_id.and_then(|id| server.channels.get(&id));
    system.filter(may_write).or_else(|| {
        let texts = server.channels.values().filter(|channel| channel.kind == ChannelType::Text);
        texts.filter(may_write).min_by_key(|channel| (channel.position, channel.id))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use poise::serenity_prelude::ChannelId;
    use poise::serenity_prelude::GuildId;
    use poise::serenity_prelude::Member;
    use poise::serenity_prelude::PermissionOverwrite;
    use poise::serenity_prelude::PermissionOverwriteType;
    use poise::serenity_prelude::Permissions;
    use poise::serenity_prelude::Role;
    use poise::serenity_prelude::RoleId;
    use poise::serenity_prelude::Timestamp;

    const ME: UserId = UserId::new(7);
    const SERVER: u64 = 100;
    const VOICE: ChannelId = ChannelId::new(101);
    const RULES: ChannelId = ChannelId::new(102);
    const TALK: ChannelId = ChannelId::new(103);
    const NEWS: ChannelId = ChannelId::new(104);

    /// A server in which everybody may write, but for some channels. NEWS is where it tells its members something.
    fn server(closed: &[ChannelId]) -> Guild {
        let mut everybody = Role::default();
        everybody.id = RoleId::new(SERVER);
        everybody.permissions = Permissions::VIEW_CHANNEL | Permissions::SEND_MESSAGES;
        let mut member = Member::default();
        member.user.id = ME;
        let mut server = Guild::default();
        server.id = GuildId::new(SERVER);
        server.owner_id = UserId::new(8);
        server.system_channel_id = Some(NEWS);
        server.roles.insert(everybody.id, everybody);
        server.members.insert(ME, member);
        let channels = [
            (VOICE, 0, ChannelType::Voice),
            (TALK, 2, ChannelType::Text),
            (RULES, 1, ChannelType::Text),
            (NEWS, 3, ChannelType::Text),
        ];
        for (id, position, kind) in channels {
            let mut channel = GuildChannel::default();
            channel.id = id;
            channel.position = position;
            channel.kind = kind;
            if closed.contains(&id) {
                channel.permission_overwrites.push(PermissionOverwrite {
                    allow: Permissions::empty(),
                    deny: Permissions::SEND_MESSAGES,
                    kind: PermissionOverwriteType::Role(RoleId::new(SERVER)),
                });
            }
            server.channels.insert(id, channel);
        }
        server
    }

    fn chosen(closed: &[ChannelId]) -> Option<ChannelId> {
        channel(&server(closed), ME).map(|channel| channel.id)
    }

    #[test]
    fn hello_goes_where_the_server_tells_its_members_something() {
        assert_eq!(chosen(&[]), Some(NEWS));
    }

    #[test]
    fn where_that_is_closed_it_goes_to_the_first_text_channel_that_is_open() {
        assert_eq!(chosen(&[NEWS]), Some(RULES));
        assert_eq!(chosen(&[NEWS, RULES]), Some(TALK));
    }

    #[test]
    fn where_all_is_closed_nothing_is_said() {
        assert_eq!(chosen(&[NEWS, RULES, TALK]), None);
    }

    #[test]
    fn a_server_is_new_for_an_hour() {
        let mut server = server(&[]);
        server.joined_at = Timestamp::from_unix_timestamp(1_772_366_400).expect("a time");
        assert!(is_new(&server, Instant(1_772_366_400 + 3600)));
        assert!(!is_new(&server, Instant(1_772_366_400 + 3601)));
    }
}
