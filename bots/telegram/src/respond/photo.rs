//! Which files Telegram shows as photos.

/// The most bytes of a photo, the most pixels along both sides, and how long one side may be for the other.
const BYTES_MAX: usize = 10_000_000;
const SIDES_MAX: u64 = 10_000;
const RATIO_MAX: u64 = 20;

/// Whether Telegram takes a file as a photo; anything else goes as a document.
pub(crate) fn is_photo(bytes: &[u8]) -> bool {
    let sides = png_sides(bytes).or_else(|| jpeg_sides(bytes));
    sides.is_some_and(|(width, height)| {
        let (short, long) = (width.min(height), width.max(height));
        bytes.len() <= BYTES_MAX
            && short > 0
            && short + long <= SIDES_MAX
            && long <= short * RATIO_MAX
    })
}

/// Whether Telegram refuses a file as a photo: it looked like one, and cannot be drawn.
pub(crate) fn is_refused(why: &str) -> bool {
    why.contains("IMAGE_PROCESS_FAILED") || why.contains("PHOTO_")
}

fn png_sides(bytes: &[u8]) -> Option<(u64, u64)> {
    if !bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return None;
    }
    let side = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    Some((side(16)?.into(), side(20)?.into()))
}

/// The sides stand in the segment that begins a frame.
fn jpeg_sides(bytes: &[u8]) -> Option<(u64, u64)> {
    if !bytes.starts_with(&[0xff, 0xd8]) {
        return None;
    }
    let number = |at: usize| Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
    let mut at = 2;
    loop {
        let &[0xff, marker] = bytes.get(at..at + 2)? else { return None };
        match marker {
            // Tables, among the frames.
            0xc4 | 0xc8 | 0xcc => {}
            0xc0..=0xcf => return Some((number(at + 7)?.into(), number(at + 5)?.into())),
            _ => {}
        }
        at += 2 + usize::from(number(at + 2)?);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let begin = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR";
        [&begin[..], &width.to_be_bytes(), &height.to_be_bytes()].concat()
    }

    fn jpeg(width: u16, height: u16) -> Vec<u8> {
        let begin = b"\xff\xd8\xff\xe0\0\x04JF\xff\xc4\0\x02\xff\xc2\0\x0b\x08";
        [&begin[..], &height.to_be_bytes(), &width.to_be_bytes()].concat()
    }

    #[test]
    fn a_picture_of_sane_sides_is_a_photo() {
        for (bytes, want) in [
            (png(1280, 960), true),
            (png(9000, 1001), false),
            (png(2100, 100), false),
            (png(0, 100), false),
            (jpeg(4000, 3000), true),
            (jpeg(8000, 6000), false),
            (b"%PDF-1.7".to_vec(), false),
            (b"GIF89a".to_vec(), false),
            (b"\xff\xd8\xff".to_vec(), false),
            (vec![], false),
        ] {
            assert_eq!(is_photo(&bytes), want, "{bytes:?}");
        }
        let heavy = [png(1280, 960), vec![0; BYTES_MAX]].concat();
        assert!(!is_photo(&heavy));
    }
}
