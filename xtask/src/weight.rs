//! What a reader downloads to read, and what was written down of it.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::fail::Fail;
use crate::paths::Repo;
use crate::say;
use crate::tools;

/// Where every step towards a smaller app is written down, the last one as it is now; and the same of
/// the lightbox.
const RECORDS: [(&str, &str); 2] = [
    ("the app for reading", "docs/decisions/size.md"),
    ("the lightbox", "docs/decisions/lightbox.md"),
];

/// A program may grow by this many bytes before the record has to be changed.
const SLACK: usize = 1_000;

/// What a program weighs after brotli, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// The program.
    pub wasm: usize,
    /// What joins it to the browser.
    pub glue: usize,
}

impl Weight {
    /// Weighs the two files.
    pub fn of(wasm: &Path, glue: &Path) -> Result<Self, Fail> {
        Ok(Self { wasm: packed(wasm)?, glue: packed(glue)? })
    }

    fn together(self) -> usize {
        self.wasm + self.glue
    }
}

impl std::fmt::Display for Weight {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kb = |bytes: usize| format!("{}.{}", bytes / 1_000, bytes % 1_000 / 100);
        let (wasm, glue, all) = (kb(self.wasm), kb(self.glue), kb(self.together()));
        write!(f, "{all} kB as brotli (wasm {wasm}, glue {glue})")
    }
}

/// Fails where the app or the lightbox has grown beyond what is written down.
pub fn hold(repo: &Repo, weights: [Weight; 2]) -> Result<(), Fail> {
    if !tools::has_small_std() {
        say::notice("the app's size is not held: its standard library is not built for size here");
        return Ok(());
    }
    for ((what, record), weight) in RECORDS.into_iter().zip(weights) {
        let path = repo.join(record);
        let text = fs::read_to_string(&path).map_err(Fail::file("read", &path))?;
        judge(what, weight, record, &text)?;
    }
    Ok(())
}

fn judge(what: &str, weight: Weight, name: &str, record: &str) -> Result<(), Fail> {
    let recorded = recorded(record)
        .ok_or_else(|| Fail::Wrong(format!("{name} has no table that ends in a size in kB")))?;
    if weight.together() > recorded + SLACK {
        return Err(Fail::Wrong(format!(
            "{what} has grown to {weight}; {name} has {}.{} kB. Make it smaller, or \
             add a line to its table that says what the bytes are for",
            recorded / 1_000,
            recorded % 1_000 / 100
        )));
    }
    Ok(())
}

/// The last size in the record's table, in bytes.
fn recorded(record: &str) -> Option<usize> {
    let mut rows = record.lines().filter(|line| line.starts_with('|') && line.ends_with('|'));
    let last = rows.next_back()?.trim_end_matches('|').rsplit('|').next()?.trim();
    let (whole, tenth) = last.split_once('.').unwrap_or((last, "0"));
    Some(whole.parse::<usize>().ok()? * 1_000 + tenth.parse::<usize>().ok()? * 100)
}

fn packed(path: &Path) -> Result<usize, Fail> {
    let bytes = fs::read(path).map_err(Fail::file("read", path))?;
    let mut packer = brotli::CompressorWriter::new(Vec::new(), 4_096, 11, 22);
    packer
        .write_all(&bytes)
        .map_err(|error| Fail::Wrong(format!("{} cannot be packed: {error}", path.display())))?;
    Ok(packer.into_inner().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &str = "# Size\n\n| step | wasm | together |\n|---|---|---|\n\
                          | first | 90 | 99 |\n| then | 80.5 | 84.7 |\n\nWords.\n";

    fn judged(weight: Weight, record: &str) -> Result<(), Fail> {
        judge("the app", weight, "size.md", record)
    }

    fn weight(together: usize) -> Weight {
        Weight { wasm: together - 4_000, glue: 4_000 }
    }

    #[test]
    fn what_grows_by_more_than_a_kilobyte_has_to_be_written_down() {
        assert!(judged(weight(84_700), RECORD).is_ok());
        assert!(judged(weight(60_000), RECORD).is_ok());
        assert!(judged(weight(85_700), RECORD).is_ok());
        let said = judged(weight(85_701), RECORD).expect_err("too large").to_string();
        assert!(said.contains("85.7 kB as brotli (wasm 81.7, glue 4.0)"), "{said}");
        assert!(said.contains("84.7 kB"), "{said}");
    }

    #[test]
    fn a_record_without_a_size_holds_nothing_and_says_so() {
        for record in ["", "| step | together |\n|---|---|\n", "| a | many |\n"] {
            assert!(judged(weight(50_000), record).is_err(), "{record}");
        }
    }
}
