//! The fonts, which all come along: a picture looks the same on every machine.

use harfrust::{ShapeOptions, ShaperData, UnicodeBuffer};
use resvg::usvg::fontdb::{Database, ID, Source};
use skrifa::MetadataProvider;
use std::collections::HashSet;
use std::sync::{Arc, LazyLock};

const OURS: [&[u8]; 11] = [
    include_bytes!("../fonts/Inter-Regular.ttf"),
    include_bytes!("../fonts/Inter-Bold.ttf"),
    include_bytes!("../fonts/TwemojiColr.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("../fonts/NotoSansDevanagari-Regular.ttf"),
    include_bytes!("../fonts/NotoSansThai-Regular.ttf"),
    include_bytes!("../fonts/NotoSansBengali-Regular.ttf"),
    include_bytes!("../fonts/NotoSansTamil-Regular.ttf"),
    include_bytes!("../fonts/NotoSansKR-Hangul.ttf"),
    include_bytes!("../fonts/DroidSansFallback.ttf"),
];

/// A font and the characters it can show.
struct Face {
    id: ID,
    family: String,
    bold: bool,
    cover: HashSet<u32>,
}

pub(crate) struct Fonts {
    pub(crate) database: Arc<Database>,
    faces: Vec<Face>,
}

/// One of the fonts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Font(usize);

pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let mut database = Database::new();
    for bytes in OURS {
        database.load_font_source(Source::Binary(Arc::new(bytes)));
    }
    let cover = |id| {
        let read = |data: &[u8], index| {
            let font = skrifa::FontRef::from_index(data, index).ok()?;
            Some(font.charmap().mappings().map(|(c, _)| c).collect::<HashSet<u32>>())
        };
        database.with_face_data(id, read).flatten().unwrap_or_default()
    };
    let faces = database.faces().map(|face| Face {
        id: face.id,
        family: face.families.first().map(|(name, _)| name.clone()).unwrap_or_default(),
        bold: face.weight.0 >= 600,
        cover: cover(face.id),
    });
    let faces = faces.collect();
    Fonts { database: Arc::new(database), faces }
});

impl Fonts {
    /// The first font that shows a whole cluster of characters, of the weight that is wanted if there is one.
    pub(crate) fn pick(&self, cluster: &str, bold: bool) -> Option<Font> {
        let fits = |face: &Face| self.covers(face, cluster);
        let wanted = self.faces.iter().position(|face| face.bold == bold && fits(face));
        wanted.or_else(|| self.faces.iter().position(fits)).map(Font)
    }

    fn covers(&self, face: &Face, cluster: &str) -> bool {
        // Joiners and selectors are between characters.
        let is_silent = |c: char| matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}');
        cluster.chars().all(|c| is_silent(c) || face.cover.contains(&(c as u32)))
    }

    pub(crate) fn shows(&self, font: Font, cluster: &str) -> bool {
        self.covers(&self.faces[font.0], cluster)
    }

    pub(crate) fn family(&self, font: Font) -> (&str, u32) {
        let face = &self.faces[font.0];
        (&face.family, if face.bold { 700 } else { 400 })
    }

    /// How wide a text is in one font, in pixels.
    pub(crate) fn width(&self, font: Font, text: &str, size: f32) -> f32 {
        let shape = |data: &[u8], index| {
            let shaped = harfrust::FontRef::from_index(data, index).ok()?;
            let metrics = skrifa::FontRef::from_index(data, index).ok()?;
            let unscaled = skrifa::instance::Size::unscaled();
            let location = skrifa::instance::LocationRef::default();
            let units = f32::from(metrics.metrics(unscaled, location).units_per_em);
            let shaper = ShaperData::new(&shaped);
            let mut buffer = UnicodeBuffer::new();
            buffer.push_str(text);
            buffer.guess_segment_properties();
            let glyphs = shaper.shaper(&shaped).build().shape(buffer, ShapeOptions::new());
            let advance: i32 = glyphs.glyph_positions().iter().map(|glyph| glyph.x_advance).sum();
            Some(advance as f32 * size / units.max(1.0))
        };
        let known = self.database.with_face_data(self.faces[font.0].id, shape).flatten();
        known.unwrap_or_else(|| text.chars().count() as f32 * size * 0.6)
    }
}
