//! Text as brotli: each content packed once, and kept.
//!
//! A CDN has its files packed ready; a server that packed each answer anew would be what is
//! measured. Packing as hard as it goes takes seconds for a large file, so only who measures does.

use std::{
    collections::HashMap,
    io::Write,
    sync::{Mutex, PoisonError},
};

use brotli::CompressorWriter;
use bytes::Bytes;

/// How hard a text is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effort {
    /// At once, as while it goes out.
    Quick,
    /// As small as it gets, as a CDN's files are.
    Best,
}

impl Effort {
    fn quality(self) -> u32 {
        match self {
            Self::Quick => 4,
            Self::Best => 11,
        }
    }
}

/// The window, as a power of two.
const WINDOW: u32 = 22;
/// How much is handed over at a time, in bytes.
const PIECE: usize = 16 * 1024;

/// A text as readers get it over the line, as small as it gets.
pub fn best(bytes: &[u8]) -> Vec<u8> {
    pack(bytes, Effort::Best)
}

fn pack(bytes: &[u8], effort: Effort) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut writer = CompressorWriter::new(&mut packed, PIECE, effort.quality(), WINDOW);
    // Memory takes everything.
    let _written = writer.write_all(bytes);
    drop(writer);
    packed
}

type Ready = HashMap<(String, Effort), Bytes>;

/// What was packed already, by the content's mark: several servers over one site pack its files
/// once.
static READY: Mutex<Option<Ready>> = Mutex::new(None);

/// The packed form of a content that has this mark, made where it is not there yet.
pub async fn ready(mark: &str, bytes: &[u8], effort: Effort) -> Bytes {
    let name = (mark.to_owned(), effort);
    if let Some(ready) = kept(|all| all.get(&name).cloned()) {
        return ready;
    }
    let own = bytes.to_vec();
    // Other answers must not wait for a large file.
    let packed = tokio::task::spawn_blocking(move || pack(&own, effort)).await;
    let packed = Bytes::from(packed.unwrap_or_else(|_| pack(bytes, effort)));
    kept(|all| all.insert(name, packed.clone()));
    packed
}

fn kept<T>(call: impl FnOnce(&mut Ready) -> T) -> T {
    let mut ready = READY.lock().unwrap_or_else(PoisonError::into_inner);
    call(ready.get_or_insert_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_packed_reads_as_it_was_and_is_packed_once() {
        let text = "Đường lên núi sáng nay có mây. ".repeat(50);
        let first = ready("a mark", text.as_bytes(), Effort::Quick).await;
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut first.as_ref(), &mut plain).expect("brotli");
        assert_eq!(plain, text.as_bytes());
        let again = ready("a mark", b"not looked at", Effort::Quick).await;
        assert_eq!(again, first);
        assert!(first.len() < 150, "{} bytes", first.len());
    }

    #[test]
    fn more_effort_makes_less() {
        let text: String = (0..3_000).map(|n| format!("tin {} ", n * 7_919 % 997)).collect();
        assert!(best(text.as_bytes()).len() < pack(text.as_bytes(), Effort::Quick).len());
    }
}
