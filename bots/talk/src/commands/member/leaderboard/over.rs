//! The best of several events, of this community or of everybody: each row is a person in an event.

use engine::{Board, BoardRow, By, Error, PersonId, Question};

use crate::command::context::Context;
use crate::commands::member::leaderboard::look::{AROUND, BYS, Look, Scope, Ways, line};
use crate::locale::texts::Arg;
use crate::message::reply::Reply;
use crate::message::text::Text;
use crate::view::leaderboard::counted;

pub(crate) async fn board(ctx: &Context<'_>, scope: Scope) -> Result<Reply, Error> {
    let today = ctx.person.setting.day_of(ctx.now());
    let look = Look::of(ctx, scope, By::default(), today).over(today);
    let community = match scope {
        Scope::Here => ctx.community.as_ref().map(|community| community.id),
        Scope::One(_) | Scope::Everywhere => None,
    };
    let question = look.question(ctx);
    let mut board = ctx.engine().leaderboards().page_over(community, &question, ctx.now()).await?;
    look.turn(&mut board);
    if look.page == 0 {
        let around = Question { most: AROUND, ..question };
        let near =
            ctx.engine().leaderboards().neighbours_over(community, &around, ctx.now()).await?;
        if !near.is_empty() {
            board.rows = near;
        }
    }
    let is_alone = !ctx.is_heard_by_all();
    let for_all = ctx.for_all().await?;
    let ctx = if is_alone { ctx } else { &for_all };
    let reply = Reply::open(text(ctx, look, &board, is_alone).await?);
    let ways = Ways { bys: &BYS, before: None, after: None, board: &board, has_picture: false };
    let reply = look.buttons(ctx.words, &ways, reply);
    Ok(if ctx.press.is_some() { reply.turned() } else { reply })
}

async fn text(ctx: &Context<'_>, look: Look, board: &Board, is_alone: bool) -> Result<Text, Error> {
    let heading = match look.scope {
        Scope::Here => "leaderboard-here",
        Scope::One(_) | Scope::Everywhere => "leaderboard-everywhere",
    };
    let by = ctx.words.plain(&format!("choice-{}", look.by.name()), &[]);
    let order = ctx.text("leaderboard-order", &[("by", Arg::Text(&by))]);
    let mut text = ctx.text(heading, &[]).beside(order);
    if let Some(time) = look.time(ctx.words, ctx.person.setting.day_of(ctx.now())) {
        text = text.beside(time);
    }
    if board.rows.is_empty() {
        text = text.then(look.nobody(ctx.words));
    }
    let mine = board.own.as_ref().filter(|_| is_alone);
    let own = mine.map(|own| own.person);
    for row in &board.rows {
        text = text.then(line_of(ctx, look.by, row, own).await?);
    }
    // Of several rows of one's own the best says where one stands.
    let is_mine = |row: &BoardRow| Some(row.person) == own;
    if let Some(own) = mine.filter(|_| !board.rows.iter().any(is_mine)) {
        let own = line_of(ctx, look.by, own, Some(own.person)).await?;
        text = text.then(ctx.text("leaderboard-gap", &[])).then(own);
    }
    Ok(text)
}

/// A row with the event it stands for.
async fn line_of(
    ctx: &Context<'_>,
    by: By,
    row: &BoardRow,
    own: Option<PersonId>,
) -> Result<Text, Error> {
    let Some(event) = ctx.engine().events().get(row.event).await? else {
        return Ok(Text::default());
    };
    // What is counted in days stands beside what is counted in weeks.
    let text = line(ctx, row, &counted(ctx.words, &event, by, row), own);
    Ok(text.beside(ctx.text("leaderboard-at", &[("title", Arg::Text(&event.title))])))
}
