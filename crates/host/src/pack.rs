//! Text as brotli: each content packed once, as hard as it goes, and kept.
//!
//! A CDN has its files packed ready; a server that packed each answer anew would be what is
//! measured, and would send more bytes than readers get.

use std::{
    collections::HashMap,
    io::Write,
    sync::{Mutex, PoisonError},
};

use brotli::CompressorWriter;
use bytes::Bytes;

/// The hardest there is.
const QUALITY: u32 = 11;
/// The window, as a power of two.
const WINDOW: u32 = 22;
/// How much is handed over at a time, in bytes.
const PIECE: usize = 16 * 1024;

/// A text as readers get it over the line.
pub fn best(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut writer = CompressorWriter::new(&mut packed, PIECE, QUALITY, WINDOW);
    // Memory takes everything.
    let _written = writer.write_all(bytes);
    drop(writer);
    packed
}

/// What was packed already, by the content's mark: several servers over one site pack its files
/// once.
static READY: Mutex<Option<HashMap<String, Bytes>>> = Mutex::new(None);

/// The packed form of a content that has this mark, made where it is not there yet.
pub async fn ready(mark: &str, bytes: &[u8]) -> Bytes {
    if let Some(ready) = kept(|all| all.get(mark).cloned()) {
        return ready;
    }
    let own = bytes.to_vec();
    // Large files take seconds; other answers must not wait for them.
    let packed = tokio::task::spawn_blocking(move || best(&own)).await;
    let packed = Bytes::from(packed.unwrap_or_else(|_| best(bytes)));
    kept(|all| all.insert(mark.to_owned(), packed.clone()));
    packed
}

fn kept<T>(call: impl FnOnce(&mut HashMap<String, Bytes>) -> T) -> T {
    let mut ready = READY.lock().unwrap_or_else(PoisonError::into_inner);
    call(ready.get_or_insert_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_packed_reads_as_it_was_and_is_packed_once() {
        let text = "Đường lên núi sáng nay có mây. ".repeat(50);
        let first = ready("a mark", text.as_bytes()).await;
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut first.as_ref(), &mut plain).expect("brotli");
        assert_eq!(plain, text.as_bytes());
        let again = ready("a mark", b"not looked at").await;
        assert_eq!(again, first);
        assert!(first.len() < 100, "{} bytes", first.len());
    }
}
