//! A check-in of whoever joined at a later time than our clock shows: it was set back, and nobody is to blame.

use engine::{Error, Event, Membership, Refusal};

use crate::command::context::Context;
use crate::locale::texts::Arg;
use crate::message::reply::Reply;

/// Says from when on it counts; where our clock is not the reason, it is turned down as not theirs.
pub(crate) async fn answer(
    ctx: &Context<'_>,
    event: &Event,
    of: Membership,
) -> Result<Reply, Error> {
    let view = ctx.engine().memberships().view(of, ctx.now()).await?;
    let joined_at = view.and_then(|view| view.history.open_span().map(|span| span.joined_at));
    let Some(joined_at) = joined_at.filter(|at| *at > ctx.now()) else {
        return Err(Error::Refused(Refusal::NotMember));
    };
    let when = ctx.date_and_time(joined_at);
    let text = ctx.text("checkin-clock-back", &[("when", Arg::Time(joined_at, &when))]);
    Ok(Reply::only(text).secret_if(ctx.is_secret(event)))
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn whoever_joined_later_than_our_clock_shows_is_not_blamed_and_told_when_to_try_again() {
        let mut world = World::with_event("Read").await;
        world.next_day();
        world.say("ada", "/join Read").await;
        let joined_at = world.now;
        world.now = joined_at.plus_s(-86_400);
        let refused = world.say("ada", "/checkin Read").await;
        assert!(refused.starts_with("My clock was set back, to before you joined."), "{refused}");
        assert!(refused.contains("please try again after "), "{refused}");
        world.now = joined_at;
        assert!(world.say("ada", "/checkin Read").await.starts_with("✅ Day 1"));
    }
}
