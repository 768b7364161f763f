//! Names of all scripts, hostile ones among them: every picture is drawn.

use pictures::{
    Accent, Board, Card, Column, Content, Direction, Level, Mark, Matrix, Page, Picture, Row, png,
};

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

/// A page under this heading, with all that a legend can hold.
fn page(heading: &str, direction: Direction) -> Page {
    let legend = [
        (Mark::Square(Level::Missed), "missed"),
        (Mark::Square(Level::Partly), "partly"),
        (Mark::Square(Level::Done), "done"),
        (Mark::Square(Level::More), "more"),
        (Mark::Square(Level::Open), "open"),
        (Mark::Square(Level::Frozen), "frozen"),
        (Mark::Square(Level::Repaired), "repaired"),
        (Mark::Square(Level::Rest), "off"),
        (Mark::Bar, "beside the first"),
    ];
    Page {
        direction,
        accent: Accent::of(1),
        heading: heading.to_owned(),
        detail: "Read 20 pages".to_owned(),
        legend: legend.map(|(mark, text)| (mark, text.to_owned())).to_vec(),
        footer: "23 November 2026".to_owned(),
    }
}

fn from_the_left(heading: &str, content: Content) -> Picture {
    Picture { page: page(heading, Direction::LeftToRight), content }
}

fn matrix(name: &str) -> Picture {
    let level = |n: usize| match n % 9 {
        0 => Level::Missed,
        1 => Level::Frozen,
        2 => Level::Repaired,
        3 => Level::Rest,
        4 => Level::Partly,
        5 => Level::More,
        _ => Level::Done,
    };
    let column = |week: usize| Column {
        label: if week % 4 == 1 { "Mar".to_owned() } else { String::new() },
        squares: (0..7).map(|day| level(week * 7 + day)).collect(),
    };
    let content = Content::Matrix(Matrix {
        summary: "212 of 365 days, longest 43, now 12".to_owned(),
        columns: (0..54).map(column).collect(),
        rows: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map(str::to_owned).to_vec(),
    });
    from_the_left(name, content)
}

fn card(name: &str) -> Picture {
    let number = |n: &str, label: &str| (n.to_owned(), label.to_owned());
    let content = Content::Card(Card {
        current: number("128", "streak, days"),
        best: number("203", "best, days"),
        total: number("1024", "in all, days"),
        lately: "Last 28 days".to_owned(),
        squares: vec![Level::Done; 28],
    });
    let picture = from_the_left(name, content);
    Picture { page: Page { detail: name.to_owned(), ..picture.page }, ..picture }
}

fn board(names: &[String]) -> Picture {
    let row = |(n, name): (usize, &String)| Row {
        rank: (n + 1).to_string(),
        name: name.clone(),
        value: (100 - n).to_string(),
        share: 1000 - n as u32 * 90,
        accent: Accent::of(n as u64),
    };
    let rows = names.iter().enumerate().map(row).collect();
    from_the_left("🏆 Read 20 pages", Content::Board(Board { rows }))
}

/// One month after another, each with its weeks.
fn weeks(direction: Direction) -> Picture {
    let column = |month: usize| Column {
        label: String::new(),
        squares: vec![if month.is_multiple_of(3) { Level::Done } else { Level::Missed }; 4],
    };
    let columns = (0..5).map(column).collect();
    let matrix = Matrix { summary: String::new(), columns, rows: vec![] };
    bare(direction, Content::Matrix(matrix))
}

/// Without a word.
fn bare(direction: Direction, content: Content) -> Picture {
    let legend = [Level::Missed, Level::Done];
    let page = Page {
        detail: String::new(),
        footer: String::new(),
        legend: legend.map(|level| (Mark::Square(level), String::new())).to_vec(),
        ..page("", direction)
    };
    Picture { page, content }
}

/// All that a PNG shows: its width, and three bytes for each pixel.
fn pixels(bytes: &[u8]) -> (usize, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
        .read_info()
        .expect("our own picture can be read");
    let mut pixels = vec![0; reader.output_buffer_size().expect("our own picture can be read")];
    let info = reader.next_frame(&mut pixels).expect("our own picture can be read");
    pixels.truncate(info.buffer_size());
    (info.width as usize, pixels)
}

#[test]
fn five_hundred_names_of_all_scripts_are_drawn() {
    let mut dice = Dice(2026);
    let names: Vec<String> = (0..500).map(|_| name(&mut dice)).collect();
    for (n, name) in names.iter().enumerate() {
        let picture = if n % 4 == 0 { matrix(name) } else { card(name) };
        let bytes = png(&picture).unwrap_or_else(|why| panic!("{name:?}: {why}"));
        assert_eq!(pixels(&bytes).0, 960, "{name:?}");
    }
    for ten in names.chunks(10) {
        assert_eq!(pixels(&png(&board(ten)).unwrap()).0, 960, "{ten:?}");
    }
}

#[test]
fn a_hostile_name_moves_nothing_around_it() {
    /// Where names begin and end, with some room for what leans out, three bytes for each pixel.
    const NAMES: std::ops::Range<usize> = 3 * 85..3 * 700;
    let lines: Vec<&str> = include_str!("../../../tests/attacks/names.jsonl").lines().collect();
    assert_eq!(lines.len(), 80);
    let drawn = |name: &str| {
        let names = ["Ada", name, "Ken"].map(str::to_owned);
        let (width, mut shown) = pixels(&png(&board(&names)).unwrap());
        for line in shown.chunks_mut(width * 3) {
            line[NAMES].fill(0);
        }
        (width, shown)
    };
    let plain = drawn("Bo");
    // What is half a letter is no text.
    for name in lines.iter().filter_map(|line| serde_json::from_str::<String>(line).ok()) {
        assert!(drawn(&name) == plain, "{name:?}");
    }
}

#[test]
fn a_number_before_a_name_is_shown_with_its_whole_unit() {
    let row = |rank: &str| Row {
        rank: rank.to_owned(),
        name: "Ada".to_owned(),
        value: "Read".to_owned(),
        share: 1000,
        accent: Accent::of(1),
    };
    let drawn = |rank: &str| {
        let board = Board { rows: vec![row(rank), row("12 days")] };
        png(&from_the_left("Milestones", Content::Board(board))).unwrap()
    };
    assert_ne!(drawn("100 weeks"), drawn("100 weeke"));
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
    // To look at them; those of a chat, in its languages, are drawn by the tests of talk.
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

#[test]
fn what_isolates_a_name_is_not_drawn() {
    for name in ["Ada", "山田 太郎", "أحمد"] {
        let isolated = format!("\u{2068}{name}\u{2069}");
        assert_eq!(png(&card(name)).unwrap(), png(&card(&isolated)).unwrap(), "{name}");
    }
}

#[test]
fn a_page_from_right_to_left_is_the_mirror_of_the_other() {
    let number = || (String::new(), String::new());
    let row = |share| Row {
        rank: String::new(),
        name: String::new(),
        value: String::new(),
        share,
        accent: Accent::of(2),
    };
    let card = Content::Card(Card {
        current: number(),
        best: number(),
        total: number(),
        lately: String::new(),
        squares: vec![Level::Missed, Level::Done, Level::Rest],
    });
    let board = Content::Board(Board { rows: vec![row(1000), row(500)] });
    let (left, right) = (Direction::LeftToRight, Direction::RightToLeft);
    let both = [
        (weeks(left), weeks(right)),
        (bare(left, card.clone()), bare(right, card)),
        (bare(left, board.clone()), bare(right, board)),
    ];
    for (from_left, from_right) in both {
        let (width, one) = pixels(&png(&from_left).unwrap());
        let (_, other) = pixels(&png(&from_right).unwrap());
        assert_ne!(one, other);
        let lines = one.chunks(width * 3).zip(other.chunks(width * 3));
        let apart = lines.flat_map(|(one, other)| {
            one.chunks(3).zip(other.rchunks(3)).map(|(one, other)| one[1].abs_diff(other[1]))
        });
        // Round corners need not be the same to the last bit.
        assert!(apart.max().unwrap() < 64, "{from_left:?}");
    }
}

#[test]
fn the_heading_stands_where_the_page_begins() {
    for (direction, half) in [(Direction::LeftToRight, 0), (Direction::RightToLeft, 1)] {
        let picture = bare(direction, Content::Board(Board { rows: vec![] }));
        let picture = Picture {
            page: Page { heading: "أحمد Ada".to_owned(), ..picture.page },
            ..picture
        };
        let (width, shown) = pixels(&png(&picture).unwrap());
        let heading = shown.chunks(width * 3).take(80);
        let lit = |half: usize| {
            let halves = heading.clone().map(|line| &line[half * width / 2 * 3..][..width / 2 * 3]);
            halves.flatten().filter(|value| **value > 200).count()
        };
        assert!(lit(half) > 0 && lit(1 - half) == 0, "{direction:?}");
    }
}

#[tokio::test]
async fn what_was_drawn_is_not_drawn_again() {
    let renderer = pictures::Renderer::default();
    let first = renderer.draw(card("Ada")).await.unwrap();
    let again = renderer.draw(card("Ada")).await.unwrap();
    assert!(std::sync::Arc::ptr_eq(&first, &again));
}
