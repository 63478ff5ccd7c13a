//! Folders with the same site in another way.

use std::{fs, path::Path};

use e2e::Outcome;

/// Makes a folder like another one, its pages changed. Everything else is linked: a site weighs
/// tens of megabytes.
pub fn alike(from: &Path, to: &Path, change: &dyn Fn(&str) -> String) -> Outcome {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    lay(from, to, change)
}

fn lay(from: &Path, to: &Path, change: &dyn Fn(&str) -> String) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (file, into) = {
            let entry = entry?;
            (entry.path(), to.join(entry.file_name()))
        };
        if file.is_dir() {
            lay(&file, &into, change)?;
        } else if file.extension().is_some_and(|end| end == "html") {
            fs::write(&into, change(&fs::read_to_string(&file)?))?;
        } else if fs::hard_link(&file, &into).is_err() {
            // Another file system: then it is a copy.
            fs::copy(&file, &into)?;
        }
    }
    Ok(())
}
