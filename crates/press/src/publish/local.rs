//! The site as it lies in its folder.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Mutex;
use std::thread;

use super::mark::Marking;
use super::{PublishError, Told};

/// How much of a file is read at a time: a film is larger than some machines' memory.
const BLOCK: usize = 1 << 16;
/// What a page that leads on has in its head. Text of a newsroom's has no tag on a line of its own.
const LEADS_ON: &[u8] = b"\n<meta http-equiv=\"refresh\"";

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What its bytes and its headers make: of another one, the file is sent again.
    pub mark: String,
    /// Bytes.
    pub size: u64,
    /// Whether it is a page that leads on to where an article has moved.
    pub leads_on: bool,
}

/// The site's files by their names from its root on, with forward slashes. What begins with a dot is
/// none of it, but for what hosts ask for under such names. `say` is told how it gets on.
///
/// # Errors
/// Where a file of it cannot be read.
pub fn read(
    site: &Path,
    say: &(dyn Fn(Told<'_>) + Sync),
) -> Result<BTreeMap<String, File>, PublishError> {
    let names = names(site)?;
    say(Told::Step("reading the site", names.len() as u64));
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let part = names.len().div_ceil(threads).max(1);
    let all = Mutex::new(Ok(BTreeMap::new()));
    thread::scope(|scope| {
        for names in names.chunks(part) {
            scope.spawn(|| {
                let read = names.iter().map(|name| {
                    let file = file(site, name)?;
                    say(Told::Done(1));
                    Ok((name.clone(), file))
                });
                let read: Result<BTreeMap<_, _>, PublishError> = read.collect();
                // A thread that panicked has ended the program's hope already.
                let Ok(mut all) = all.lock() else { return };
                match (all.as_mut(), read) {
                    (Ok(all), Ok(read)) => all.extend(read),
                    (Ok(_), Err(error)) => *all = Err(error),
                    (Err(_), _) => {}
                }
            });
        }
    });
    all.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// The names of the files that are published, in no order.
///
/// # Errors
/// Where a folder cannot be read.
pub fn names(site: &Path) -> Result<Vec<String>, PublishError> {
    let mut names = Vec::new();
    walk(site, "", &mut names)?;
    Ok(names)
}

fn file(site: &Path, name: &str) -> Result<File, PublishError> {
    let path = site.join(name);
    let read = fs::File::open(&path).and_then(|from| look(name, from));
    read.map_err(|error| PublishError::File(path, error))
}

fn look(name: &str, mut from: impl Read) -> io::Result<File> {
    let (mut marking, mut size, mut leads_on) = (Marking::new(name), 0, false);
    let mut block = Vec::with_capacity(BLOCK);
    loop {
        block.clear();
        let read = from.by_ref().take(BLOCK as u64).read_to_end(&mut block)?;
        if read == 0 {
            return Ok(File { mark: marking.mark(), size, leads_on });
        }
        if size == 0 && name.ends_with(".html") {
            leads_on = block.windows(LEADS_ON.len()).any(|bytes| bytes == LEADS_ON);
        }
        size += read as u64;
        marking.add(&block);
    }
}

fn walk(root: &Path, folder: &str, names: &mut Vec<String>) -> Result<(), PublishError> {
    let path = root.join(folder);
    let wrong = |error| PublishError::File(path.clone(), error);
    for entry in fs::read_dir(&path).map_err(wrong)? {
        let entry = entry.map_err(wrong)?;
        let kind = entry.file_type().map_err(wrong)?;
        // A name that is not text is no address: nothing of the press's has one.
        let Ok(name) = entry.file_name().into_string() else { continue };
        if name.starts_with('.') && name != ".well-known" && name != ".nojekyll" {
            continue;
        }
        let name = if folder.is_empty() { name } else { format!("{folder}/{name}") };
        if kind.is_dir() {
            walk(root, &name, names)?;
        } else if kind.is_file() {
            names.push(name);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::mark::mark;
    use super::*;

    /// So many bytes, and how many of them were wanted at once.
    struct Film {
        left: usize,
        most: usize,
    }

    impl Read for Film {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.most = self.most.max(into.len());
            // A line that gives what it has.
            let some = into.len().min(self.left).min(10_000);
            into[..some].fill(b'x');
            self.left -= some;
            Ok(some)
        }
    }

    #[test]
    fn a_file_is_read_block_by_block_and_has_the_mark_of_its_whole() {
        for size in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 40 * BLOCK + 7] {
            let mut film = Film { left: size, most: 0 };
            let file = look("video/a.mp4", &mut film).expect("read");
            let expected = mark("video/a.mp4", &vec![b'x'; size]);
            assert_eq!((file.mark, file.size), (expected, size as u64), "{size}");
            assert!(film.most <= BLOCK, "{} bytes at once", film.most);
        }
    }

    #[test]
    fn only_a_page_that_leads_on_is_one() {
        let tag = "<meta http-equiv=\"refresh\" content=\"0; url=/a/\">";
        let far = format!("{}\n{tag}", "x".repeat(70_000));
        let (own, within) = (format!("<head>\n{tag}"), format!("<p>{tag}"));
        let table = [
            ("a/index.html", own.as_str(), true),
            ("a/index.html", &within, false),
            ("a/index.html", &far, false),
            ("a/index.html", "<head>", false),
            ("a.json", &own, false),
        ];
        for (name, text, expected) in table {
            let file = look(name, text.as_bytes()).expect("read");
            assert_eq!(file.leads_on, expected, "{name} {}", text.len());
        }
    }
}
