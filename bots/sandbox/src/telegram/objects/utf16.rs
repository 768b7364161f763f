//! Lengths as Telegram counts them.

/// The length that Telegram counts.
pub fn utf16(text: &str) -> i64 {
    text.encode_utf16().count() as i64
}
