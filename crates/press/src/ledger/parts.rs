//! The index's entries as the ledger holds them: in parts that are written and read on all cores.
//! With 100,000 articles they are most of what a build that has little to do would wait for.

use rayon::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// So many in a part.
const IN_A_PART: usize = 2_048;

/// Adds them at the end: how long each part is, in bytes, and the parts.
pub(super) fn add<T: Serialize + Sync>(bytes: &mut Vec<u8>, all: &[T]) {
    // Written into memory, of types that can all be written.
    let part = |part| postcard::to_stdvec(part).unwrap_or_default();
    let parts: Vec<Vec<u8>> = all.par_chunks(IN_A_PART).map(part).collect();
    let lengths: Vec<usize> = parts.iter().map(Vec::len).collect();
    bytes.extend(postcard::to_stdvec(&lengths).unwrap_or_default());
    parts.iter().for_each(|part| bytes.extend(part));
}

/// Reads what [`add`] has written; nothing where that is cut short, or something else.
pub(super) fn read<T: DeserializeOwned + Send>(bytes: &[u8]) -> Option<Vec<T>> {
    let (lengths, mut rest) = postcard::take_from_bytes::<Vec<usize>>(bytes).ok()?;
    let mut parts = Vec::with_capacity(lengths.len());
    for length in lengths {
        let (part, after) = rest.split_at_checked(length)?;
        parts.push(part);
        rest = after;
    }
    let read: Option<Vec<Vec<T>>> =
        parts.into_par_iter().map(|part| postcard::from_bytes(part).ok()).collect();
    Some(read?.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_what_is_cut_short_is_not() {
        for many in [0, 1, IN_A_PART, 3 * IN_A_PART + 1] {
            let all: Vec<String> = (0..many).map(|number| format!("bài {number}")).collect();
            let mut bytes = Vec::new();
            add(&mut bytes, &all);
            assert_eq!(read::<String>(&bytes), Some(all));
            if many > 0 {
                assert_eq!(read::<String>(&bytes[..bytes.len() - 1]), None);
            }
        }
    }
}
