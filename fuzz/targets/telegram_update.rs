//! Whatever Telegram answers.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| telegram::read_anything(text));
