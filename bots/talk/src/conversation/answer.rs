//! Answers requests, and says so where a request failed.

use engine::rules::Instant;
use engine::{
    Caller, Community, CommunityAddress, Error, Kind as Reach, NewDestination, Platform, Refusal,
};
use std::sync::Arc;

use crate::command::limits::caller;
use crate::command::refusal::refused;
use crate::command::{Args, Command, Context, Kind, Right, Talk, choices, spoken, suggest};
use crate::commands::account::help;
use crate::commands::member::check_in::{self, which};
use crate::conversation::silenced;
use crate::conversation::spelling::{self, Heard};
use crate::conversation::table::COMMANDS;
use crate::conversation::{among_others, command_line, suggest_command};
use crate::locale::{Arg, Words};
use crate::message::{CallbackId, Input, Reply, Request, Suggestion};
use crate::parse::zone;
use crate::view::clock_question;

fn pressed(id: &str, fields: Args) -> Option<(&'static Command, Args, Option<CallbackId>)> {
    let mut press: CallbackId = id.parse().ok()?;
    let command = COMMANDS.iter().find(|command| command.verb() == press.verb)?;
    // What is typed now comes before what was typed when the button was made.
    let args = [fields, press.take_kept()].concat();
    Some((command, args, Some(press)))
}

impl Talk {
    /// Answers a request; none where nothing was asked. A refusal is an answer too; only a fault is an error.
    pub async fn answer(&self, request: &Request) -> Result<Option<Reply>, Error> {
        let sound = request.sound();
        if let Some(sent_at) = request.sent_at {
            self.engine.health().note_clock(sent_at, request.now);
        }
        let request = sound.as_ref();
        let Some(said) = self.understand(request) else { return Ok(None) };
        if let Some(wait) = self.turned_away(request).await? {
            return Ok(Some(wait));
        }
        let (mut command, args, press) = said;
        let mut ctx = self.context(request, args, press).await?;
        if let Input::Said(words) = &request.said
            && (matches!(spelling::heard(words, None), Heard::Nothing)
                || which::is_title(&ctx, words).await?)
            && which::is_heard(&ctx, words).await?
        {
            command = &check_in::COMMAND;
            ctx.args = vec![("event".to_owned(), words.clone())];
        }
        if ctx.is_of_another() {
            return Ok(Some(Reply::only(ctx.text("question-of-another", &[]))));
        }
        let settles = ctx.take_asker();
        let is_typed = ctx.press.is_none();
        if is_typed && let Some(args) = spoken::spread(command, &ctx).await? {
            ctx.args = args;
        }
        let ctx = match choices::settle(command, ctx) {
            Ok(ctx) => ctx,
            Err(reply) => return Ok(Some(*reply)),
        };
        if command.right == Right::Manager && (ctx.is_guest() || !ctx.manages().await?) {
            let is_here = ctx.community.is_some() && !ctx.is_guest();
            return Ok(Some(match is_here {
                true => Reply::only(ctx.text("right-manager", &[])),
                false => ctx.outside("right-in-group"),
            }));
        }
        let reply = match (command.run)(&ctx).await {
            Ok(reply) if command.only_shows => reply.showing(),
            Ok(reply) => reply,
            Err(Error::Refused(Refusal::TzLimit)) => clock_question::limit(&ctx).await?,
            Err(Error::Refused(refusal)) => refused(&ctx, refusal),
            Err(fault) => return Err(fault),
        };
        let reply = silenced::alone(&ctx, ctx.kept(reply)).await?;
        let reply = among_others::placed(&ctx, command, settles, reply);
        Ok(Some(self.with_unreachable_notice(&ctx, reply).await?))
    }

    /// Says once, where the person alone reads it, that they cannot be written to any more.
    pub(crate) async fn with_unreachable_notice(
        &self,
        ctx: &Context<'_>,
        reply: Reply,
    ) -> Result<Reply, Error> {
        let is_alone = ctx.place().is_private() || ctx.place().opens_private;
        let is_read = (reply.private || ctx.place().is_private())
            && !reply.optional
            && !ctx.place().is_program;
        if !is_alone || !is_read || reply.form.is_some() {
            return Ok(reply);
        }
        let Some(platform) = self.engine.communities().unreachable_notice(ctx.person.id).await?
        else {
            return Ok(reply);
        };
        let closed = match platform {
            Platform::Email => ctx.text("way-closed-email", &[]),
            Platform::Push => ctx.text("way-closed-push", &[]),
            Platform::Discord | Platform::Telegram => {
                let name = ctx.words.plain(&format!("choice-{}", platform.name()), &[]);
                ctx.text("way-closed", &[("platform", Arg::Text(&name))])
            }
        };
        // What is said once is kept until it is.
        Ok(Reply { text: reply.text.clone().then(closed), shows: false, ..reply })
    }

    /// Notes which message shows something that is kept up to date, in the channel of the request.
    pub async fn keep(
        &self,
        request: &Request,
        (event, kind): (engine::EventId, engine::PostKind),
        message: &str,
    ) -> Result<(), Error> {
        let Some(community) = self.community(request).await? else { return Ok(()) };
        if request.is_of_guest(Some(&community)) {
            return Ok(());
        }
        let place = self.destination(request, Reach::Channel(community.id));
        let place = self.engine.communities().destination(&place, request.now).await?;
        self.engine.events().keep_post(event, place, kind, Some(message), request.now).await
    }

    /// What is said when a request fails that will be tried again: nobody has to do anything.
    pub fn apology(&self, request: &Request) -> Reply {
        Reply::only(Words::of(request.locale()).text("fault-again", &[]))
    }

    /// What is said when a request is tried no more.
    pub fn surrender(&self, request: &Request) -> Reply {
        Reply::only(Words::of(request.locale()).text("fault-over", &[]))
    }

    /// What is said when a request could not even be stored: it has to be made again.
    pub fn lost(&self, request: &Request) -> Reply {
        Reply::only(Words::of(request.locale()).text("fault", &[]))
    }

    /// What is said to what we do not understand, such as a button of another version.
    pub fn puzzled(&self, request: &Request) -> Reply {
        Reply::only(Words::of(request.locale()).text("press-unknown", &[]))
    }

    /// Makes codes worthless that were typed where others read, by somebody who cannot be told from others.
    pub(crate) async fn overhear(&self, line: &str, now: Instant) -> Result<(), Error> {
        let Some((command, args)) = command_line::parse(line) else { return Ok(()) };
        for (_, value) in &args {
            let code = value.trim();
            match command.path {
                "link" => drop(self.engine.people().burn_link_code(code).await?),
                "join" | "start" => {
                    let code = code.strip_prefix("j_").unwrap_or(code);
                    self.engine.events().overhear_invite(code, None, now).await?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// What is said to somebody in a group who cannot be told from others; none where they say too much there. A repeat
    /// has the same key.
    pub async fn answer_anonymous(
        &self,
        group: &CommunityAddress,
        (line, key): (&str, &str),
        sent_at: Instant,
        now: Instant,
    ) -> Result<Option<Reply>, Error> {
        self.overhear(line, now).await?;
        // All of them are one person to us, and nothing reaches them alone.
        let here = Some((group.platform, group.external_id.as_str()));
        let caller = Caller {
            account: here,
            person: None,
            place: here,
            key: Some(key),
            can_be_told: false,
            at: sent_at,
        };
        if self.engine.limits().command(&caller).is_err() {
            return Ok(None);
        }
        let locale = self.locale_of_group(group, now).await?;
        let words = Words::of(locale.as_deref().unwrap_or("en"));
        Ok(Some(Reply::open(words.text("who-are-you", &[]))))
    }

    /// The language of a group, if we are in it and know that.
    async fn locale_of_group(
        &self,
        group: &CommunityAddress,
        now: Instant,
    ) -> Result<Option<String>, Error> {
        let communities = self.engine.communities();
        let known = communities.find(group).await?.filter(|known| known.left_at.is_none());
        let Some(community) = known else { return Ok(None) };
        if let Some(chosen) = communities.locale(community.id).await? {
            return Ok(Some(chosen));
        }
        let place = NewDestination {
            platform: group.platform,
            address: group.external_id.clone(),
            thread: String::new(),
            kind: Reach::Channel(community.id),
            locale: None,
        };
        let place = communities.destination(&place, now).await?;
        Ok(communities.destination_by_id(place).await?.locale)
    }

    /// What everybody reads instead of an answer that is for one person alone.
    pub fn aside(&self, request: &Request) -> Reply {
        Reply::only(Words::of(request.locale()).text("told-alone", &[]))
    }

    /// Suggests values for the parameter that is being typed.
    pub async fn suggest(
        &self,
        request: &Request,
        command: &Command,
        param: &str,
        typed: &str,
    ) -> Result<Vec<Suggestion>, Error> {
        let Some(param) = command.params.iter().find(|known| known.name == param) else {
            return Ok(vec![]);
        };
        if !self.engine.limits().suggestion(&caller(request, None)) {
            return Ok(vec![]);
        }
        let given = match &request.said {
            Input::Command { args, .. } => args.clone(),
            Input::Line(_) | Input::Said(_) | Input::Callback(_) | Input::Form { .. } => {
                vec![]
            }
        };
        let ctx = self.context(request, given, None).await?;
        match param.kind {
            Kind::Event(who) => suggest::suggest_events(&ctx, command, who, typed).await,
            Kind::Zone => Ok(zone::suggest(typed, ctx.request.now)),
            Kind::Command => Ok(suggest_command::suggest(&ctx, typed)),
            Kind::Task => suggest::suggest_tasks(&ctx, typed).await,
            Kind::Day => suggest::suggest(&ctx, command, typed).await,
            Kind::Text { .. }
            | Kind::Spoken(_)
            | Kind::OneOf(_)
            | Kind::Person
            | Kind::File
            | Kind::Role => Ok(vec![]),
        }
    }

    /// The path of the command that a request comes to; none where nothing is asked.
    pub fn command_of(&self, request: &Request) -> Option<&'static str> {
        self.understand(request.sound().as_ref()).map(|(command, ..)| command.path)
    }

    pub(crate) fn understand(
        &self,
        request: &Request,
    ) -> Option<(&'static Command, Args, Option<CallbackId>)> {
        match &request.said {
            Input::Command { path, args } => {
                let command = COMMANDS.iter().find(|command| command.path == path)?;
                Some((command, args.clone(), None))
            }
            Input::Line(line) => {
                command_line::parse(line).map(|(command, args)| (command, args, None))
            }
            // Talk gets a line of help.
            Input::Said(words) => {
                let args = vec![(help::SAID.to_owned(), words.clone())];
                Some((&help::COMMAND, args, None))
            }
            Input::Callback(id) => pressed(id, vec![]),
            Input::Form { press, fields } => pressed(press, fields.clone()),
        }
    }

    /// Whether the answer depends on who manages the place, which some platforms say only when asked.
    pub fn asks_for_rights(&self, request: &Request) -> bool {
        let understood = self.understand(request);
        request.place.community.is_some()
            && understood.is_some_and(|(command, ..)| {
                command.right == Right::Manager || command.path.starts_with("event ")
            })
    }

    /// Whether the answer depends on what the bot itself is allowed to do in the place.
    pub fn asks_for_own_rights(&self, request: &Request) -> bool {
        let understood = self.understand(request);
        request.place.community.is_some()
            && understood.is_some_and(|(command, ..)| command.shows_rights)
    }

    /// The community from which a request comes; where we are a guest, if it is known, and nothing shows that it has let
    /// us in again.
    async fn community(&self, request: &Request) -> Result<Option<Community>, Error> {
        let Some(address) = &request.place.community else { return Ok(None) };
        let communities = self.engine.communities();
        if request.may_be_of_guest() {
            let known = communities.find(address).await?;
            if request.is_of_guest(known.as_ref()) {
                return Ok(known);
            }
        }
        communities.reopen(request.account.platform, &request.place.address).await?;
        communities.get_or_create(address, request.now).await.map(Some)
    }

    /// Finds out who asks, and from where.
    pub(crate) async fn context<'a>(
        &'a self,
        request: &'a Request,
        args: Args,
        press: Option<CallbackId>,
    ) -> Result<Context<'a>, Error> {
        let community = self.community(request).await?;
        let guess = community.as_ref().and_then(|community| community.zone).unwrap_or(self.zone);
        let person =
            self.engine.people().get_or_create(&request.account, guess, request.now).await?;
        let words = Words::of(person.locale.as_deref().unwrap_or(request.locale()));
        let is_of_secret = Arc::default();
        let ctx =
            Context { talk: self, request, person, community, args, press, words, is_of_secret };
        // Whoever writes to us can be written to, in the language of the place.
        let is_open = request.place.is_private() || request.place.opens_private;
        if is_open && !request.place.is_on_web {
            ctx.private_destination().await?;
        }
        Ok(ctx)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::world::World;

    #[tokio::test]
    async fn a_clock_of_ours_that_is_slow_refuses_no_check_in() {
        let mut world = World::with_event("Read").await;
        world.say("ada", "/join Read").await;
        world.sent_at = Some(world.now.plus_s(300));
        let done = world.say("ada", "/checkin").await;
        assert!(done.starts_with("✅ Day 1 · Read"), "{done}");
    }

    #[tokio::test]
    async fn a_nul_is_left_out_on_both_databases() {
        let world = World::with_event("Read\0ing").await;
        assert!(world.card.plain().starts_with("Reading"), "{}", world.card.plain());
        world.say("ada", "/join Reading").await;
        let done = world.say("ada", "/checkin note:\"a \0 b\"").await;
        assert!(done.starts_with("✅ Day 1 · Reading"), "{done}");
    }
}
