//! What holds for every story: the properties P1 to P16 of the semantics, on random events.
//!
//! `STREAKS_PROPERTY_CASES` says how many stories each property is told. A failure prints the seed
//! of its story; `STREAKS_PROPERTY_SEED` tells that one again.

mod check_ins;
mod days;
mod dice;
mod favours;
mod limits;
mod made_rules;
mod settled;
mod story;
mod sums;
mod telling;
mod time;
mod zones;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};

/// What a property says of one case.
type Verdict = Result<(), TestCaseError>;

/// Tells the property as many stories as it is asked to, and the shortest one that breaks it.
fn for_all<S: Strategy>(cases: S, holds: impl Fn(S::Value) -> Verdict) {
    let number = number("STREAKS_PROPERTY_CASES").unwrap_or(300) as u32;
    let usual = Config::default();
    // The same stories each time, so that a change alone decides whether the tests pass; another
    // number of cases tells other stories.
    let rng_seed = match usual.rng_seed {
        RngSeed::Random => RngSeed::Fixed(number.into()),
        RngSeed::Fixed(seed) => RngSeed::Fixed(seed),
    };
    let config = Config {
        cases: number,
        rng_seed,
        failure_persistence: None,
        max_shrink_time: 60_000,
        ..usual
    };
    if let Err(failure) = TestRunner::new(config).run(&cases, holds) {
        panic!("{failure}");
    }
}

/// A setting of the run, where it is given.
fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}
