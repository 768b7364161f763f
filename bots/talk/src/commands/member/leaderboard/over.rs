//! The best of several events, of this community or of everybody: each row is a person in an event.

use engine::{Board, BoardRow, By, Error, Question};

use crate::command::context::Call;
use crate::commands::member::leaderboard::look::{AROUND, BYS, Look, Scope, Ways, line};
use crate::locale::texts::Arg;
use crate::message::reply::Reply;
use crate::message::text::Text;

pub(crate) async fn board(call: &Call<'_>, scope: Scope) -> Result<Reply, Error> {
    let today = call.person.setting.day_of(call.now());
    let look = Look::of(call, scope, By::default(), today).over(today);
    let community = match scope {
        Scope::Here => call.community.as_ref().map(|community| community.id),
        Scope::One(_) | Scope::Everywhere => None,
    };
    let question = look.question(call);
    let mut board =
        call.engine().leaderboards().page_over(community, &question, call.now()).await?;
    look.turn(&mut board);
    if look.page == 0 {
        let around = Question { most: AROUND, ..question };
        let near =
            call.engine().leaderboards().neighbours_over(community, &around, call.now()).await?;
        if !near.is_empty() {
            board.rows = near;
        }
    }
    let reply = Reply::open(text(call, look, &board).await?);
    let ways = Ways { bys: &BYS, before: None, after: None, board: &board, has_picture: false };
    let reply = look.buttons(call.words, &ways, reply);
    Ok(if call.press.is_some() { reply.turned() } else { reply })
}

async fn text(call: &Call<'_>, look: Look, board: &Board) -> Result<Text, Error> {
    let heading = match look.scope {
        Scope::Here => "leaderboard-here",
        Scope::One(_) | Scope::Everywhere => "leaderboard-everywhere",
    };
    let by = call.words.plain(&format!("choice-{}", look.by.name()), &[]);
    let order = call.text("leaderboard-order", &[("by", Arg::Text(&by))]);
    let mut text = call.text(heading, &[]).beside(order);
    if let Some(time) = look.time(call.words) {
        text = text.beside(time);
    }
    if board.rows.is_empty() {
        text = text.then(look.nobody(call.words));
    }
    for row in &board.rows {
        text = text.then(line_of(call, look.by, row).await?);
    }
    // Of several rows of one's own the best says where one stands.
    let is_mine = |row: &BoardRow| row.person == call.person.id;
    if let Some(own) = board.own.as_ref().filter(|_| !board.rows.iter().any(is_mine)) {
        let own = line_of(call, look.by, own).await?;
        text = text.then(call.text("leaderboard-gap", &[])).then(own);
    }
    Ok(text)
}

/// A row with the event it stands for.
async fn line_of(call: &Call<'_>, by: By, row: &BoardRow) -> Result<Text, Error> {
    let text = line(call, by, row);
    let Some(event) = call.engine().events().get(row.event).await? else { return Ok(text) };
    Ok(text.beside(call.text("leaderboard-at", &[("title", Arg::Text(&event.title))])))
}
