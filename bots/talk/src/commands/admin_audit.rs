//! `/admin audit`: what hosts and moderators did.

use crate::Reply;
use crate::command::{Call, Command, Right};
use crate::words::Arg;
use engine::{Error, PersonId};

const SHOWN: usize = 15;

pub const COMMAND: Command = Command {
    right: Right::Manager,
    ..Command::new("admin audit", "audit-about", |call| Box::pin(run(call)))
};

async fn run(call: &Call<'_>) -> Result<Reply, Error> {
    let Some(community) = &call.community else {
        return Ok(Reply::only(call.text("right-in-group", &[])));
    };
    let deeds = call.engine().deeds(community.id).await?;
    if deeds.is_empty() {
        return Ok(Reply::only(call.text("audit-empty", &[])));
    }
    let mut text = call.text("audit-heading", &[]);
    for deed in deeds.iter().take(SHOWN) {
        let by = name(call, Some(deed.by)).await?;
        let about = name(call, deed.about).await?;
        let when = deed.at.utc().with_timezone(&call.person.setting.zone);
        let when = when.format("%Y-%m-%d %H:%M").to_string();
        let what = call.words.plain(&format!("deed-{}", deed.what), &[]);
        let said = [by.as_str(), &what, &about, &deed.detail];
        let said: Vec<&str> = said.into_iter().filter(|word| !word.is_empty()).collect();
        let said = said.join(" · ");
        let args = [("when", Arg::Time(deed.at, &when)), ("said", Arg::Text(&said))];
        text = text.then(call.text("audit-line", &args));
    }
    Ok(Reply::only(text).secret_if(true))
}

async fn name(call: &Call<'_>, person: Option<PersonId>) -> Result<String, Error> {
    let Some(person) = person else { return Ok(String::new()) };
    Ok(call.engine().person_by_id(person).await?.map(|person| person.name).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use crate::world::World;

    #[tokio::test]
    async fn the_record_is_for_managers_alone() {
        let world = World::with_event("Read").await;
        assert_eq!(
            world.say("ken", "/admin audit").await,
            "That is for whoever manages this place."
        );
        assert_eq!(
            world.as_manager("boss", "/admin audit").await.plain(),
            "Nothing has been done here yet."
        );
        world.say("ada", "/join Read").await;
        world.to_as_manager("boss", "/admin remove event:Read ban:yes", "ada").await;
        let record = world.as_manager("boss", "/admin audit").await.plain();
        assert!(record.ends_with("boss · kept out · ada · Read"), "{record}");
    }
}
