//! Names of all scripts, hostile ones among them: every picture is drawn.

use pictures::{Board, Card, Level, Matrix, Picture, Row, png};

/// A generator with a seed, so that a failure repeats itself.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u32) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as u32) % below
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.roll(list.len() as u32) as usize]
    }
}

/// Blocks of scripts, and what joins, combines, turns round or is not there at all.
const BLOCKS: [(u32, u32); 24] = [
    (0x20, 0x7e),
    (0xa1, 0x24f),
    (0x300, 0x36f),
    (0x370, 0x3ff),
    (0x400, 0x4ff),
    (0x531, 0x58f),
    (0x5d0, 0x5ea),
    (0x621, 0x64a),
    (0x900, 0x97f),
    (0x980, 0x9ff),
    (0xb80, 0xbff),
    (0xe01, 0xe5b),
    (0x10a0, 0x10ff),
    (0x1200, 0x137f),
    (0x3041, 0x30ff),
    (0x4e00, 0x9fff),
    (0xac00, 0xd7a3),
    (0x1f300, 0x1f64f),
    (0x1f1e6, 0x1f1ff),
    (0x1f3fb, 0x1f3ff),
    (0x200b, 0x200f),
    (0xfe00, 0xfe0f),
    (0x0, 0x1f),
    (0x20000, 0x2a6df),
];
const WHOLE: [&str; 6] = ["👩‍💻", "🏳️‍🌈", "<b>&amp;", "]]>", "👨‍👩‍👧‍👦", "न्‍"];

fn name(dice: &mut Dice) -> String {
    let block = *dice.pick(&BLOCKS);
    let mut name = String::new();
    for _ in 0..=dice.roll(24) {
        let (from, to) = if dice.roll(4) == 0 { *dice.pick(&BLOCKS) } else { block };
        match dice.roll(12) {
            0 => name.push_str(dice.pick::<&str>(&WHOLE)),
            1 => name.push('\u{200d}'),
            _ => name.extend(char::from_u32(from + dice.roll(to - from + 1))),
        }
    }
    name
}

fn matrix(name: &str) -> Picture {
    let level = |n: usize| match n % 11 {
        0 => Level::Missed,
        1 => Level::Frozen,
        2 => Level::Repaired,
        3 => Level::Rest,
        n => Level::Met((n % 4) as u8 + 1),
    };
    Picture::Matrix(Matrix {
        name: name.to_owned(),
        title: "Read 20 pages".to_owned(),
        summary: "212 of 365 days, longest 43, now 12".to_owned(),
        days: (0..371).map(level).collect(),
        months: (0..12).map(|n| (n * 4 + 1, "Mar".to_owned())).collect(),
        weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map(str::to_owned),
        less: "Less".to_owned(),
        more: "More".to_owned(),
    })
}

fn card(name: &str) -> Picture {
    let number = |n: &str, label: &str| (n.to_owned(), label.to_owned());
    Picture::Card(Card {
        name: name.to_owned(),
        title: name.to_owned(),
        current: number("128", "in a row"),
        best: number("203", "Best"),
        total: number("1024", "In all"),
        last_days: "Last days".to_owned(),
        days: vec![Level::Met(3); 28],
    })
}

fn board(names: &[String]) -> Picture {
    let row = |(n, name): (usize, &String)| Row {
        rank: (n + 1).to_string(),
        name: name.clone(),
        value: (100 - n).to_string(),
        share: 1000 - n as u32 * 90,
    };
    let rows = names.iter().enumerate().map(row).collect();
    Picture::Board(Board { heading: "🏆 Read 20 pages".to_owned(), rows })
}

/// The width and height that a PNG says it has, after all of it was read.
fn size(bytes: &[u8]) -> (u32, u32) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
        .read_info()
        .expect("our own picture can be read");
    let mut pixels = vec![0; reader.output_buffer_size().expect("our own picture can be read")];
    let info = reader.next_frame(&mut pixels).expect("our own picture can be read");
    (info.width, info.height)
}

#[test]
fn five_hundred_names_of_all_scripts_are_drawn() {
    let mut dice = Dice(2026);
    let names: Vec<String> = (0..500).map(|_| name(&mut dice)).collect();
    for (n, name) in names.iter().enumerate() {
        let picture = if n % 4 == 0 { matrix(name) } else { card(name) };
        let bytes = png(&picture).unwrap_or_else(|why| panic!("{name:?}: {why}"));
        assert!(size(&bytes).0 >= 720, "{name:?}");
    }
    for ten in names.chunks(10) {
        assert_eq!(size(&png(&board(ten)).unwrap()).0, 720, "{ten:?}");
    }
}

#[test]
fn names_people_have_are_shown_without_a_question_mark() {
    let names = [
        "Ada Lovelace 👩‍💻",
        "山田 太郎",
        "김민준",
        "أحمد بن علي",
        "प्रिया शर्मा",
        "שרה כהן",
        "Ελένη",
        "Николай",
        "สมชาย",
        "মাহমুদ",
    ];
    for name in names {
        let known = png(&card(name)).unwrap();
        let unknown = png(&card(&"?".repeat(name.chars().count()))).unwrap();
        assert_ne!(known, unknown, "{name}");
    }
    if let Ok(folder) = std::env::var("STREAKS_PICTURES") {
        std::fs::create_dir_all(&folder).unwrap();
        let names: Vec<String> = names.map(str::to_owned).to_vec();
        std::fs::write(format!("{folder}/board.png"), png(&board(&names)).unwrap()).unwrap();
        for (n, name) in names.iter().take(4).enumerate() {
            std::fs::write(format!("{folder}/card{n}.png"), png(&card(name)).unwrap()).unwrap();
        }
        std::fs::write(format!("{folder}/matrix.png"), png(&matrix("山田 太郎 🏃‍♀️")).unwrap())
            .unwrap();
    }
}

#[tokio::test]
async fn what_was_drawn_is_not_drawn_again() {
    let renderer = pictures::Renderer::default();
    let first = renderer.draw(card("Ada")).await.unwrap();
    let again = renderer.draw(card("Ada")).await.unwrap();
    assert!(std::sync::Arc::ptr_eq(&first, &again));
}
