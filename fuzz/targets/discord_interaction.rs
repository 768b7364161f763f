//! Whatever Discord sends.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| discord::read_anything(text));
