//! Whatever a person types.

#![no_main]

libfuzzer_sys::fuzz_target!(|line: &str| talk::read_everything(line));
