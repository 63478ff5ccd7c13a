//! The site as it lies in its folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::thread;

use host::content_type;

use super::PublishError;
use crate::hosting::Keep;
use crate::site::hash;

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// What its bytes and its headers make: of another one, the file is sent again.
    pub mark: String,
    /// Bytes.
    pub size: u64,
}

/// The site's files by their names from its root on, with forward slashes. What begins with a dot is
/// none of it, but for what hosts ask for under such names.
///
/// # Errors
/// Where a file of it cannot be read.
pub fn read(site: &Path) -> Result<BTreeMap<String, File>, PublishError> {
    let names = names(site)?;
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let part = names.len().div_ceil(threads).max(1);
    let all = Mutex::new(Ok(BTreeMap::new()));
    thread::scope(|scope| {
        for names in names.chunks(part) {
            scope.spawn(|| {
                let read = names.iter().map(|name| Ok((name.clone(), file(site, name)?)));
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
    let bytes = fs::read(&path).map_err(|error| PublishError::File(path, error))?;
    Ok(File { mark: mark(name, &bytes), size: bytes.len() as u64 })
}

/// See [`File::mark`].
#[must_use]
pub fn mark(name: &str, bytes: &[u8]) -> String {
    let headers = [content_type(Path::new(name)), Keep::of(name).cache_control()];
    hash(&[headers[0].as_bytes(), b"\n", headers[1].as_bytes(), b"\n", bytes])
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
