//! Chance that can be repeated: splitmix64 from a seed.

use proptest::strategy::Strategy;
use std::fmt;
use std::ops::RangeInclusive;

#[derive(Clone)]
pub struct Dice {
    seed: u64,
    state: u64,
}

impl fmt::Debug for Dice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "seed {}", self.seed)
    }
}

impl Dice {
    pub fn of(seed: u64) -> Dice {
        Dice { seed, state: seed }
    }

    pub fn seed(&self) -> u64 {
        self.seed
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number of the range.
    pub fn int(&mut self, range: RangeInclusive<i64>) -> i64 {
        let width = (range.end() - range.start()) as u64 + 1;
        range.start() + (self.next() % width) as i64
    }

    pub fn days(&mut self, range: RangeInclusive<i32>) -> i32 {
        self.int((*range.start()).into()..=(*range.end()).into()) as i32
    }

    pub fn count(&mut self, range: RangeInclusive<u32>) -> u32 {
        self.int((*range.start()).into()..=(*range.end()).into()) as u32
    }

    /// True once in so many times.
    pub fn one_in(&mut self, n: u64) -> bool {
        self.next().is_multiple_of(n)
    }

    pub fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[(self.next() % from.len() as u64) as usize].clone()
    }

    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, (self.next() % (last as u64 + 1)) as usize);
        }
    }
}

/// Fresh dice for each case, or those that are asked for.
pub fn throws() -> impl Strategy<Value = Dice> {
    let asked = crate::number("STREAKS_PROPERTY_SEED");
    proptest::num::u64::ANY.prop_map(move |seed| Dice::of(asked.unwrap_or(seed))).no_shrink()
}
