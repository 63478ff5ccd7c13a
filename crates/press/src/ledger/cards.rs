use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Mutex;

use serde::{Deserialize, Serialize};

/// Where a card is in the file of cards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardAt {
    offset: u64,
    /// In bytes.
    pub length: u32,
}

/// Cards on the disk: they are needed one by one, and all together they would fill the memory.
///
/// Cards are only ever added; a build that begins anew begins a file anew.
#[derive(Debug)]
pub struct Cards {
    reader: File,
    writer: Mutex<Writer>,
}

#[derive(Debug)]
struct Writer {
    file: BufWriter<File>,
    end: u64,
}

impl Cards {
    /// Opens the file as far as a ledger knows it, in bytes: what was written after that was never
    /// used.
    ///
    /// # Errors
    /// Where it cannot be opened, or is shorter.
    pub fn open(path: &Path, end: u64) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        let mut file = options.create(true).truncate(false).write(true).open(path)?;
        if file.metadata()?.len() < end {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "cards are missing"));
        }
        file.set_len(end)?;
        file.seek(SeekFrom::Start(end))?;
        let writer = Writer { file: BufWriter::with_capacity(1 << 18, file), end };
        Ok(Self { reader: File::open(path)?, writer: Mutex::new(writer) })
    }

    /// Adds a card.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn add(&self, card: &[u8]) -> io::Result<CardAt> {
        let length = u32::try_from(card.len()).map_err(io::Error::other)?;
        let mut writer = self.writer.lock().map_err(|_| poisoned())?;
        let at = CardAt { offset: writer.end, length };
        writer.file.write_all(card)?;
        writer.end += u64::from(length);
        Ok(at)
    }

    /// What was added can be read from now on. Gives back how long the file is, in bytes.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn flush(&self) -> io::Result<u64> {
        let mut writer = self.writer.lock().map_err(|_| poisoned())?;
        writer.file.flush()?;
        Ok(writer.end)
    }

    /// Reads a card.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn get(&self, at: CardAt) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; at.length as usize];
        read_at(&self.reader, &mut bytes, at.offset)?;
        Ok(bytes)
    }
}

#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], offset: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, offset)
}

#[cfg(windows)]
fn read_at(file: &File, mut bytes: &mut [u8], mut offset: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        let read = std::os::windows::fs::FileExt::seek_read(file, bytes, offset)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        bytes = &mut bytes[read..];
        offset += read as u64;
    }
    Ok(())
}

fn poisoned() -> io::Error {
    io::Error::other("a thread that wrote cards has panicked")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_ledger_knows_of_is_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("cards");
        let cards = Cards::open(&path, 0).expect("a file");
        let one = cards.add(b"one").expect("room");
        let end = cards.flush().expect("room");
        cards.add(b"never noted").expect("room");
        drop(cards);
        let cards = Cards::open(&path, end).expect("the file");
        let two = cards.add(b"two").expect("room");
        cards.flush().expect("room");
        assert_eq!(cards.get(one).expect("there"), b"one");
        assert_eq!(cards.get(two).expect("there"), b"two");
        assert!(Cards::open(&path, 7).is_err(), "shorter than was noted");
    }
}
