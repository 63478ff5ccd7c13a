//! A file of the newsroom's as text. What is too large, no plain file or no UTF-8 is refused before
//! anything is made of it, so that no file can take memory without bound.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use story::check::{Place, Problem};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The largest file of JSON that is read, in bytes: a hundred times the longest article we know.
pub const LARGEST: u64 = 10 << 20;

/// Reads a file of the folder, in Unicode's composed form (NFC).
///
/// # Errors
/// Where it is not there, larger than [`LARGEST`], or no text in UTF-8.
pub fn text(root: &Path, name: &str) -> Result<String, Problem> {
    text_of(name, bytes(root, name)?)
}

/// Reads a file of the folder as it is.
///
/// # Errors
/// Where it is not there, or larger than [`LARGEST`].
pub fn bytes(root: &Path, name: &str) -> Result<Vec<u8>, Problem> {
    taken(&root.join(name)).map_err(|(expected, found)| Problem::error(name, "$", expected, found))
}

/// The text that a file's bytes are, in Unicode's composed form (NFC).
///
/// # Errors
/// Where they are no text in UTF-8.
pub fn text_of(name: &str, bytes: Vec<u8>) -> Result<String, Problem> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        let before = String::from_utf8_lossy(bytes.get(..good).unwrap_or_default()).into_owned();
        let found = match bytes.as_slice() {
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "UTF-16".to_owned(),
            bytes => format!("the byte 0x{:02x}", bytes.get(good).copied().unwrap_or_default()),
        };
        Problem::error(name, "$", "text in UTF-8", found).at(Place::of(&before, good))
    })?;
    // Macs and some input methods write marks apart from their letters; what is published is
    // composed, so that the same word is the same bytes everywhere.
    Ok(if is_nfc(&text) { text } else { text.nfc().collect() })
}

/// What was expected, and what was found instead.
type Wrong = (String, String);

fn taken(path: &Path) -> Result<Vec<u8>, Wrong> {
    let readable =
        |error: std::io::Error| ("a file that can be read".to_owned(), error.to_string());
    let about = fs::metadata(path).map_err(readable)?;
    if !about.is_file() {
        // A pipe, for one, would be waited for without end.
        return Err(("a file".to_owned(), "something else".to_owned()));
    }
    let large = |size: u64| {
        (
            format!("a file of at most {} MB", LARGEST >> 20),
            format!("{} MB", size.div_ceil(1 << 20)),
        )
    };
    if about.len() > LARGEST {
        return Err(large(about.len()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(readable)?;
    // It may have grown since.
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(readable)?;
    match u64::try_from(bytes.len()) {
        Ok(size) if size <= LARGEST => Ok(bytes),
        _ => Err(large(LARGEST + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bytes: &[u8]) -> Result<String, String> {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.json"), bytes).expect("a file");
        text(folder.path(), "a.json").map_err(|problem| problem.to_string())
    }

    #[test]
    fn text_is_composed_and_what_is_no_text_is_told_with_its_place() {
        let table: [(&[u8], Result<&str, &str>); 4] = [
            ("\u{feff}u\u{31b}\u{301}\r\n".as_bytes(), Ok("\u{feff}ứ\r\n")),
            (b"", Ok("")),
            (
                b"{\n \"\xc4\x90\xe2\x28\"}",
                Err("a.json:2:4: expected text in UTF-8, found the byte 0xe2"),
            ),
            (b"\xff\xfe{\0}\0", Err("a.json:1:1: expected text in UTF-8, found UTF-16")),
        ];
        for (bytes, expected) in table {
            assert_eq!(told(bytes), expected.map(str::to_owned).map_err(str::to_owned));
        }
    }

    // A file of 200 MB takes neither its size in memory nor the time to read it.
    #[test]
    fn what_is_too_large_is_refused_unread() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = File::create(folder.path().join("a.json")).expect("a file");
        file.set_len(200 << 20).expect("a hole");
        let problem = text(folder.path(), "a.json").expect_err("too large");
        assert_eq!(problem.to_string(), "a.json: expected a file of at most 10 MB, found 200 MB");
        fs::create_dir(folder.path().join("b.json")).expect("a folder");
        let problem = text(folder.path(), "b.json").expect_err("no file");
        assert_eq!(problem.to_string(), "b.json: expected a file, found something else");
    }
}
