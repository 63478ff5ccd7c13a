//! Whether a change can be carried out at all: a name cannot be a file and a folder at once.

use std::collections::HashSet;
use std::io;
use std::path::Path;

use super::apply::above;
use super::journal::Step;
use crate::site::SiteError;

/// Looks for a file of a change that would have to lie in a file, or where a folder stays.
///
/// # Errors
/// Which it is.
pub(super) fn find(out: &Path, steps: &[Step]) -> Result<(), SiteError> {
    let (mut put, mut removed) = (HashSet::new(), HashSet::new());
    for step in steps {
        match step {
            Step::Put(_, name) => put.insert(name.as_str()),
            Step::Remove(name) => removed.insert(name.as_str()),
        };
    }
    let mut seen = HashSet::new();
    for name in &put {
        for folder in above(name).take_while(|folder| seen.insert(*folder)) {
            let stays = !removed.contains(folder) && out.join(folder).is_file();
            if stays || put.contains(folder) {
                return Err(clash(out, name, &format!("{folder} is a file of the site")));
            }
        }
        let place = out.join(name);
        let within = format!("{name}/");
        // It goes with the last file in it, where one goes.
        let goes = || removed.iter().any(|file| file.starts_with(&within));
        if place.is_dir() && (!goes() || holds_more(&place, name, &removed)) {
            return Err(clash(out, name, "there is a folder of that name, with files in it"));
        }
    }
    Ok(())
}

/// Whether a folder of the site would still have files.
fn holds_more(folder: &Path, name: &str, removed: &HashSet<&str>) -> bool {
    let Ok(entries) = folder.read_dir() else { return true };
    entries.flatten().any(|entry| {
        let name = format!("{name}/{}", entry.file_name().to_string_lossy());
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => holds_more(&entry.path(), &name, removed),
            _ => !removed.contains(name.as_str()),
        }
    })
}

fn clash(out: &Path, name: &str, why: &str) -> SiteError {
    SiteError::File(out.join(name), io::Error::other(format!("cannot be written: {why}")))
}
