//! The CPU that a picture takes, on one core.

use crate::measure::{Line, Meter, ROUNDS, Series, micros};
use crate::scene::Sql;
use pictures::{
    Accent, Board, Column, Content, Direction, Level, Mark, Matrix, Page, Picture, Row, png,
};

/// What a matrix may take at most, in microseconds.
const BAR_US: f64 = 25_000.0;
const EACH: usize = 50;

/// A name, and what makes the picture of a number.
type Drawing = (&'static str, fn(usize) -> Picture);

pub async fn run() -> anyhow::Result<()> {
    let drawings: [Drawing; 2] = [("matrix", matrix), ("board", board)];
    // The fonts are read once.
    png(&matrix(0)).map_err(anyhow::Error::msg)?;
    for (name, drawing) in drawings {
        let mut series = Series::default();
        for round in 0..ROUNDS {
            let meter = Meter::start(&Sql::Nothing).await?;
            let mut latencies = vec![];
            for n in 0..EACH {
                let picture = drawing(round * EACH + n);
                let began = std::time::Instant::now();
                png(&picture).map_err(anyhow::Error::msg)?;
                latencies.push(micros(began.elapsed()));
            }
            series.add(meter.stop(&Sql::Nothing, latencies, 0).await?);
        }
        let figures = series.figures();
        let line = Line::new("pictures", "none").variant(name).figures(EACH as i64, 1, figures);
        line.at_most("cpu_us_per_picture", figures.cpu_us_per_op, BAR_US).print()?;
    }
    Ok(())
}

fn page(heading: String) -> Page {
    let legend = [
        (Level::Missed, "missed"),
        (Level::Partly, "partly"),
        (Level::Done, "done"),
        (Level::More, "more"),
    ];
    Page {
        direction: Direction::LeftToRight,
        accent: Accent::of(1),
        heading,
        detail: "Read 20 pages".to_owned(),
        legend: legend.map(|(level, word)| (Mark::Square(level), word.to_owned())).to_vec(),
        footer: "23 November 2026".to_owned(),
    }
}

fn matrix(seed: usize) -> Picture {
    let level = |n: usize| match (n * 7919 + seed) % 11 {
        0 => Level::Missed,
        1 => Level::Frozen,
        2 => Level::Rest,
        3 => Level::More,
        _ => Level::Done,
    };
    let column = |week: usize| Column {
        label: if week % 4 == 1 { format!("26-{:02}", week / 4) } else { String::new() },
        squares: (0..7).map(|day| level(week * 7 + day)).collect(),
    };
    let matrix = Matrix {
        summary: "212 of 365 days. Longest 43, now 12.".to_owned(),
        columns: (0..53).map(column).collect(),
        rows: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map(str::to_owned).to_vec(),
    };
    let page = page(format!("山田 太郎 👩‍💻 {seed}"));
    Picture { page, content: Content::Matrix(matrix) }
}

fn board(seed: usize) -> Picture {
    let names = ["Ada", "김민준", "أحمد", "प्रिया", "שרה", "Ελένη", "Николай", "สมชาย", "Zoë", "👩‍💻"];
    let row = |(n, name): (usize, &&str)| Row {
        rank: (n + 1).to_string(),
        name: format!("{name} {seed}"),
        value: (100 - n).to_string(),
        share: 1000 - n as u32 * 90,
        accent: Accent::of(1),
    };
    let rows = names.iter().enumerate().map(row).collect();
    let page = page("🏆 Read 20 pages".to_owned());
    Picture { page, content: Content::Board(Board { rows }) }
}
