//! The file of a proof: what it is, and where it comes from.

use futures_util::future::BoxFuture;

use crate::events::bare::bare;
use crate::ids::Platform;

/// The most bytes of a file that are kept.
pub const FILE_BYTES_MAX: usize = 8 << 20;

/// What is kept, and how a file of it is named.
const KINDS: [(&str, &str); 9] = [
    ("image/jpeg", "proof.jpg"),
    ("image/png", "proof.png"),
    ("image/gif", "proof.gif"),
    ("image/webp", "proof.webp"),
    ("image/heic", "proof.heic"),
    ("application/pdf", "proof.pdf"),
    ("video/mp4", "proof.mp4"),
    ("video/quicktime", "proof.mov"),
    ("video/webm", "proof.webm"),
];

/// A file that was shown, for a host to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofFile {
    pub content_type: String,
    pub bytes: Vec<u8>,
}

impl ProofFile {
    /// What was fetched, without what cameras write into pictures. None for what is not kept.
    pub(crate) fn of(bytes: Vec<u8>) -> Option<ProofFile> {
        let content_type = content_type(&bytes).filter(|_| bytes.len() <= FILE_BYTES_MAX)?;
        Some(ProofFile { content_type: content_type.to_owned(), bytes: bare(content_type, bytes)? })
    }

    /// A name that says nothing of whoever sent it.
    pub fn name(&self) -> &'static str {
        let known = KINDS.iter().find(|(content_type, _)| *content_type == self.content_type);
        known.map_or("proof", |(_, name)| *name)
    }
}

/// What a file is, by how it begins: what others say of it proves nothing.
fn content_type(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some("image/png"),
        [b'G', b'I', b'F', b'8', ..] => Some("image/gif"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some("application/pdf"),
        [0x1a, 0x45, 0xdf, 0xa3, ..] => Some("video/webm"),
        [_, _, _, _, b'f', b't', b'y', b'p', a, b, c, d, ..] => match &[*a, *b, *c, *d] {
            b"heic" | b"heix" | b"heim" | b"heis" | b"mif1" | b"msf1" => Some("image/heic"),
            b"qt  " => Some("video/quicktime"),
            _ => Some("video/mp4"),
        },
        _ => None,
    }
}

/// What came of fetching a file.
#[derive(Debug)]
pub enum Fetched {
    Bytes(Vec<u8>),
    /// Not now; it is asked for again.
    Later {
        why: String,
    },
    /// It is gone, too large, or lies where we do not look.
    Refused {
        why: String,
    },
}

/// Fetches the files that a platform holds.
pub trait FileSource: Send + Sync {
    fn platform(&self) -> Platform;
    /// Fetches what [`Proof::file`](crate::Proof) names, of [`FILE_BYTES_MAX`] bytes at most.
    fn fetch<'a>(&'a self, file: &'a str) -> BoxFuture<'a, Fetched>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let named = |bytes: &[u8]| ProofFile::of(bytes.to_vec()).map(|file| file.name());
        assert_eq!(named(b"GIF89a"), Some("proof.gif"));
        assert_eq!(named(b"%PDF-1.7"), Some("proof.pdf"));
        assert_eq!(named(b"\0\0\0\x18ftypheic"), Some("proof.heic"));
        assert_eq!(named(b"\0\0\0\x18ftypisom"), Some("proof.mp4"));
        assert_eq!(named(b"<svg onload='alert(1)'/>"), None);
        assert_eq!(named(b"MZ"), None);
        assert_eq!(named(b""), None);
        assert_eq!(named(&[b"%PDF-".to_vec(), vec![0; FILE_BYTES_MAX]].concat()), None);
    }

    #[test]
    fn every_kind_that_is_known_has_a_name() {
        for (content_type, name) in KINDS {
            let file = ProofFile { content_type: content_type.to_owned(), bytes: vec![] };
            assert_eq!(file.name(), name);
        }
    }
}
