//! Pictures without what cameras write into them: where and when it was, and with what.

/// What is left of a file; none for a picture that cannot be read from end to end, and may say more than it shows.
pub(crate) fn bare(content_type: &str, bytes: Vec<u8>) -> Option<Vec<u8>> {
    match content_type {
        "image/jpeg" => jpeg(&bytes),
        "image/png" => png(&bytes),
        _ => Some(bytes),
    }
}

const END_OF_IMAGE: u8 = 0xd9;
const START_OF_SCAN: u8 = 0xda;

/// Segments up to the end of the image. What follows it may be another picture, with all that the camera wrote.
fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut bare = bytes.get(..2).filter(|begin| *begin == [0xff, 0xd8])?.to_vec();
    let mut at = 2;
    loop {
        let &[0xff, marker] = bytes.get(at..at + 2)? else { return None };
        match marker {
            // Any number of them may stand before a marker.
            0xff => {
                at += 1;
                continue;
            }
            END_OF_IMAGE => {
                bare.extend([0xff, END_OF_IMAGE]);
                return Some(bare);
            }
            0x00..=0xbf | 0xd0..=0xd8 => return None,
            _ => {}
        }
        let &[high, low] = bytes.get(at + 2..at + 4)? else { return None };
        let end = at + 2 + usize::from(u16::from_be_bytes([high, low]));
        let said = bytes.get(at + 4..end)?;
        if is_of_picture(marker, said) {
            bare.extend_from_slice(&bytes[at..end]);
        }
        if let Some(way) = orientation(marker, said) {
            bare.extend(turned(way));
        }
        at = end;
        if marker == START_OF_SCAN {
            let scan = &bytes[at..];
            let is_over = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7);
            let length = scan.windows(2).position(is_over)?;
            bare.extend_from_slice(&scan[..length]);
            at += length;
        }
    }
}

/// Whether a segment is needed to draw the picture: of what programs add, only how it is coded and its colours.
fn is_of_picture(marker: u8, said: &[u8]) -> bool {
    match marker {
        0xe0 => said.starts_with(b"JFIF\0"),
        0xe2 => said.starts_with(b"ICC_PROFILE\0"),
        0xee => said.starts_with(b"Adobe"),
        0xe1 | 0xe3..=0xed | 0xef | 0xfe => false,
        _ => true,
    }
}

/// Which way up a picture is shown, as a camera notes it in Exif: 2 to 8 where it lies otherwise than it is drawn.
fn orientation(marker: u8, said: &[u8]) -> Option<u8> {
    const ORIENTATION: u16 = 0x0112;
    const ENTRY: usize = 12;
    let tiff = said.strip_prefix(b"Exif\0\0").filter(|_| marker == 0xe1)?;
    let is_big = match tiff.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if is_big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    };
    let long: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let first = if is_big { u32::from_be_bytes(long) } else { u32::from_le_bytes(long) };
    let first = usize::try_from(first).ok()?;
    let entries = first.checked_add(2)?;
    let way = (0..usize::from(short(first)?))
        .map(|n| entries.saturating_add(n * ENTRY))
        .find(|at| short(*at) == Some(ORIENTATION))
        .and_then(|at| short(at.checked_add(8)?))?;
    u8::try_from(way).ok().filter(|way| (2..=8).contains(way))
}

/// A segment that says which way up the picture is, and nothing else.
fn turned(way: u8) -> Vec<u8> {
    let mut segment = b"\xff\xe1\x00\x22Exif\0\0MM\0*\x00\x00\x00\x08\x00\x01".to_vec();
    // Its tag, that it is one short number, and the number.
    segment.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0]);
    segment.extend([0; 4]);
    segment
}

/// Chunks up to the last one, but for words, times and what cameras say.
fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    const NOT_OF_PICTURE: [&[u8]; 5] = [b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"];
    let mut bare = bytes.get(..8)?.to_vec();
    let mut at = 8;
    loop {
        let length = u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?);
        let kind = bytes.get(at + 4..at + 8)?;
        // Its length, its kind and a checksum stand around what a chunk says.
        let end = at.checked_add(usize::try_from(length).ok()?)?.checked_add(12)?;
        let chunk = bytes.get(at..end)?;
        if !NOT_OF_PICTURE.contains(&kind) {
            bare.extend_from_slice(chunk);
        }
        if kind == b"IEND" {
            return Some(bare);
        }
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A segment of a JPEG.
    fn segment(marker: u8, said: &[u8]) -> Vec<u8> {
        let length = u16::try_from(said.len() + 2).expect("it is short").to_be_bytes();
        [&[0xff, marker][..], &length, said].concat()
    }

    /// A chunk of a PNG, whose checksum nobody reads here.
    fn chunk(kind: &[u8; 4], said: &[u8]) -> Vec<u8> {
        let length = u32::try_from(said.len()).expect("it is short").to_be_bytes();
        [&length[..], kind, said, &[0_u8; 4]].concat()
    }

    const BEGIN: [u8; 2] = [0xff, 0xd8];
    const END: [u8; 2] = [0xff, 0xd9];

    #[test]
    fn a_picture_stays_the_way_up_that_its_camera_noted() {
        for way in 2..=8 {
            let said = &turned(way)[4..];
            assert_eq!(orientation(0xe1, said), Some(way));
            assert_eq!(orientation(0xe1, &said[..said.len() - 12]), None, "it is cut off");
        }
        assert_eq!(orientation(0xe1, &turned(1)[4..]), None, "that needs no word");
        let little = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        assert_eq!(orientation(0xe1, little), Some(6));
        let photo = [&[0xff, 0xd8][..], &segment(0xe1, little), &[0xff, END_OF_IMAGE]].concat();
        let kept = [&[0xff, 0xd8][..], &turned(6), &[0xff, END_OF_IMAGE]].concat();
        assert_eq!(jpeg(&photo), Some(kept));
    }

    #[test]
    fn a_jpeg_keeps_its_picture_and_not_where_it_was_taken() {
        let colours = segment(0xe2, b"ICC_PROFILE\0\x01\x01");
        let scan = [segment(START_OF_SCAN, &[1, 0]), vec![7, 0xff, 0, 0xff, 0xd0, 9]].concat();
        let tables = segment(0xdb, &[3; 65]);
        let picture = [&BEGIN[..], &segment(0xe0, b"JFIF\0"), &colours, &tables, &scan, &END];
        let picture = picture.concat();
        let taken = [
            &BEGIN[..],
            &segment(0xe0, b"JFIF\0"),
            &segment(0xe1, b"Exif\0\0GPS 52.5 N 13.4 E"),
            &segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"),
            &colours,
            &segment(0xe2, b"MPF\0another picture"),
            &[0xff],
            &segment(0xed, b"Photoshop 3.0\0city"),
            &segment(0xfe, b"a comment"),
            &tables,
            &scan,
            &END,
            &BEGIN,
            &segment(0xe1, b"Exif\0\0GPS of the other picture"),
        ];
        assert_eq!(bare("image/jpeg", taken.concat()), Some(picture.clone()));
        assert_eq!(bare("image/jpeg", picture.clone()), Some(picture));
    }

    #[test]
    fn a_png_keeps_its_picture_and_not_where_it_was_taken() {
        let begin = *b"\x89PNG\r\n\x1a\n";
        let picture = [chunk(b"IHDR", &[1; 13]), chunk(b"IDAT", &[2; 9])].concat();
        let end = chunk(b"IEND", &[]);
        let taken = [
            &begin[..],
            &picture,
            &chunk(b"eXIf", b"GPS"),
            &chunk(b"tEXt", b"Author\0ada"),
            &end,
            b"more",
        ];
        let kept = [&begin[..], &picture, &end].concat();
        assert_eq!(bare("image/png", taken.concat()), Some(kept));
    }

    #[test]
    fn a_picture_that_ends_early_is_not_kept() {
        let whole = [&BEGIN[..], &segment(0xe1, b"Exif"), &segment(START_OF_SCAN, &[1]), &END];
        let whole = whole.concat();
        assert!(bare("image/jpeg", whole.clone()).is_some());
        for length in 0..whole.len() {
            assert_eq!(bare("image/jpeg", whole[..length].to_vec()), None, "{length}");
            assert_eq!(bare("image/png", whole[..length].to_vec()), None, "{length}");
        }
    }

    #[test]
    fn what_is_no_such_picture_stays_as_it_is() {
        assert_eq!(bare("application/pdf", b"%PDF-1.7".to_vec()), Some(b"%PDF-1.7".to_vec()));
    }
}
