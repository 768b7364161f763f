//! Pictures as PNG: the days of a year, a streak, a leaderboard. Names may be in any script, with emoji, and pages run
//! from either side.
//!
//! Drawing takes milliseconds of CPU, so it is done off the async threads, two at a time, and what was drawn is
//! kept by its content.

mod accent;
mod draw;
mod fonts;
mod page;
mod text;

pub use accent::Accent;
pub use draw::{Board, Card, Column, Matrix, Row};
pub use page::{Level, Mark, Page};
pub use text::Direction;

use sha2::{Digest, Sha256};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Semaphore;

/// Pictures drawn at the same time.
const AT_ONCE: usize = 2;
/// Pictures that are kept.
const KEPT: usize = 128;

/// What to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub page: Page,
    pub content: Content,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    Matrix(Matrix),
    Card(Card),
    Board(Board),
}

type Key = [u8; 32];
type Drawn = (Key, Arc<Vec<u8>>);

/// Draws, and remembers what it drew. Cheap to clone.
#[derive(Clone)]
pub struct Renderer {
    permits: Arc<Semaphore>,
    drawn: Arc<Mutex<VecDeque<Drawn>>>,
}

impl Default for Renderer {
    fn default() -> Renderer {
        Renderer { permits: Arc::new(Semaphore::new(AT_ONCE)), drawn: Arc::default() }
    }
}

impl Renderer {
    /// The picture as PNG; none where it cannot be drawn, which is logged.
    pub async fn draw(&self, picture: Picture) -> Option<Arc<Vec<u8>>> {
        let key: Key = Sha256::digest(format!("{picture:?}").as_bytes()).into();
        if let Some(known) = self.known(&key) {
            return Some(known);
        }
        let permit = self.permits.clone().acquire_owned().await.ok()?;
        let drawn = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            png(&picture)
        });
        let png = match drawn.await {
            Ok(Ok(png)) => Arc::new(png),
            Ok(Err(why)) => {
                tracing::error!(why, "a picture cannot be drawn");
                return None;
            }
            // A panic costs a picture only. What it says may quote what was to be drawn.
            Err(ended) => {
                let why = if ended.is_panic() { "it panicked" } else { "it was not waited for" };
                tracing::error!(why, "a picture could not be drawn");
                return None;
            }
        };
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        if drawn.len() == KEPT {
            drawn.pop_front();
        }
        drawn.push_back((key, png.clone()));
        Some(png)
    }

    fn known(&self, key: &Key) -> Option<Arc<Vec<u8>>> {
        let drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        drawn.iter().find(|(known, _)| known == key).map(|(_, png)| png.clone())
    }
}

/// Draws at once, on this thread.
///
/// # Errors
/// Where the renderer does not understand the drawing, or it has no size.
pub fn png(picture: &Picture) -> Result<Vec<u8>, String> {
    let svg = match &picture.content {
        Content::Matrix(matrix) => draw::matrix(&picture.page, matrix),
        Content::Card(card) => draw::card(&picture.page, card),
        Content::Board(board) => draw::board(&picture.page, board),
    };
    let options = resvg::usvg::Options {
        fontdb: fonts::FONTS.database.clone(),
        font_family: "Inter".to_owned(),
        ..Default::default()
    };
    let tree = resvg::usvg::Tree::from_str(&svg, &options).map_err(|error| error.to_string())?;
    let size = tree.size().to_int_size();
    let pixmap = resvg::tiny_skia::Pixmap::new(size.width(), size.height());
    let mut pixmap = pixmap.ok_or("a picture without a size")?;
    resvg::render(&tree, resvg::tiny_skia::Transform::default(), &mut pixmap.as_mut());
    encode(&pixmap).map_err(|error| error.to_string())
}

/// The background covers everything, so that no pixel is transparent and three bytes are enough.
fn encode(pixmap: &resvg::tiny_skia::Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let (pixels, _) = pixmap.data().as_chunks::<4>();
    let rgb: Vec<u8> = pixels.iter().flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut bytes = vec![];
    let mut encoder = png::Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    encoder.write_header()?.write_image_data(&rgb)?;
    Ok(bytes)
}
