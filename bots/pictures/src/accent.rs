//! The colour of an event.

use crate::text::Colour;

/// All of them can be read as large letters on the background, and letters can be read on a bar of each.
const COLOURS: [Colour; 8] =
    [0x39d353, 0x58a6ff, 0xf778ba, 0xe3b341, 0xffa657, 0xbc8cff, 0x56d4dd, 0xff7b72];

/// A colour by which an event is known again: that of its headings and bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent(usize);

impl Accent {
    /// The same for the same number, which may be one of a row.
    pub fn of(id: u64) -> Accent {
        // The upper bits of a product with the golden ratio spread what stands side by side.
        let spread = id.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
        Accent(spread as usize % COLOURS.len())
    }

    /// Which of all it is, from 0: where a style sheet has the colours.
    pub fn number(self) -> usize {
        self.0
    }

    /// As `0xRRGGBB`.
    pub fn rgb(self) -> u32 {
        COLOURS[self.0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{BACK, BAR_OPACITY, PANEL, TEXT};
    use std::collections::HashSet;

    /// WCAG 2: relative luminance.
    fn luminance(colour: Colour) -> f64 {
        let channel = |shift: u32| {
            let value = f64::from((colour >> shift) & 0xff) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }

    fn contrast(one: Colour, other: Colour) -> f64 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    /// What is seen of a colour over the panel.
    fn bar(colour: Colour) -> Colour {
        let channel = |shift: u32| {
            let part = |of: Colour| f64::from((of >> shift) & 0xff);
            let mixed = part(colour) * BAR_OPACITY + part(PANEL) * (1.0 - BAR_OPACITY);
            (mixed.round() as u32) << shift
        };
        channel(16) | channel(8) | channel(0)
    }

    #[test]
    fn every_accent_stands_out_and_can_be_written_on() {
        for colour in COLOURS {
            assert!(contrast(colour, BACK) >= 4.5, "{colour:06x} on the background");
            assert!(contrast(TEXT, bar(colour)) >= 4.5, "names on a bar of {colour:06x}");
            // Numbers are large and bold.
            assert!(contrast(colour, bar(colour)) >= 3.0, "{colour:06x} on its own bar");
        }
    }

    #[test]
    fn events_that_follow_one_another_differ() {
        let colours: HashSet<u32> = (1..=8).map(|id| Accent::of(id).rgb()).collect();
        assert!(colours.len() >= 5, "{colours:?}");
        assert_eq!(Accent::of(7), Accent::of(7));
    }
}
