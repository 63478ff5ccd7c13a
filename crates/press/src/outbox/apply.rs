use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::journal::Step;
use crate::site::SiteError;

/// Takes the steps of a change. Those that were taken before are known by what is there: a staged
/// file that is gone is in its place.
pub(super) fn apply(out: &Path, staged: &Path, steps: &[Step]) -> Result<(), SiteError> {
    make_way(out, steps)?;
    let mut last_folder = None;
    for step in steps {
        match step {
            Step::Put(number, name) => {
                let (from, to) = (staged.join(number.to_string()), out.join(name));
                let wrong = |error| SiteError::File(to.clone(), error);
                let folder = to.parent().map(Path::to_owned);
                if folder.is_some() && folder != last_folder {
                    folder.as_deref().map_or(Ok(()), fs::create_dir_all).map_err(wrong)?;
                    last_folder = folder;
                }
                match fs::rename(&from, &to) {
                    Err(error) if error.kind() == ErrorKind::NotFound && to.is_file() => {}
                    other => other.map_err(wrong)?,
                }
            }
            Step::Remove(name) => remove(out, name)?,
        }
    }
    Ok(())
}

/// A file may come where a folder was, or a folder where a file was: what has to go for it goes
/// first.
fn make_way(out: &Path, steps: &[Step]) -> Result<(), SiteError> {
    let gone = || {
        steps.iter().filter_map(|step| match step {
            Step::Remove(name) => Some(name.as_str()),
            Step::Put(..) => None,
        })
    };
    if gone().next().is_none() {
        return Ok(());
    }
    let mut put = BTreeSet::new();
    let mut folders = BTreeSet::new();
    for step in steps {
        if let Step::Put(_, name) = step {
            put.insert(name.as_str());
            folders.extend(above(name));
        }
    }
    for name in gone() {
        if folders.contains(name) || above(name).any(|folder| put.contains(folder)) {
            // What is there now may be the folder already that it made way for.
            if out.join(name).is_file() {
                remove(out, name)?;
            }
        }
    }
    Ok(())
}

/// The folders that a file is in, from within outwards.
pub(super) fn above(name: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(name.rsplit_once('/'), |(folder, _)| folder.rsplit_once('/'))
        .map(|(folder, _)| folder)
}

/// A file goes, and each folder that is empty without it.
fn remove(out: &Path, name: &str) -> Result<(), SiteError> {
    let path = out.join(name);
    match fs::remove_file(&path) {
        Ok(()) => {}
        // It went before, and perhaps something else has come: that stays.
        Err(error) if is_gone(&error) => return Ok(()),
        Err(error) => return Err(SiteError::File(path, error)),
    }
    for folder in above(name) {
        // Only empty folders can be removed so.
        if fs::remove_dir(out.join(folder)).is_err() {
            break;
        }
    }
    Ok(())
}

fn is_gone(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory)
}
