//! Makes one folder like another while somebody watches it: what is the same is not touched, and
//! no file is ever seen half written.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::fail::Fail;
use crate::stamp::files_below;

/// Makes `to` hold the files of `from` that `wanted` names, and no others.
pub fn sync(from: &Path, to: &Path, wanted: impl Fn(&Path) -> bool) -> Result<(), Fail> {
    let mut kept = BTreeSet::new();
    for source in files_below(from)? {
        let name = below(&source, from);
        if wanted(&name) {
            bring(&source, &to.join(&name))?;
            kept.insert(name);
        }
    }
    for file in files_below(to)? {
        if !kept.contains(&below(&file, to)) {
            fs::remove_file(&file).map_err(Fail::file("remove", &file))?;
        }
    }
    Ok(())
}

/// Lays the files of `from` over those of `to`.
pub fn over(from: &Path, to: &Path) -> Result<(), Fail> {
    for source in files_below(from)? {
        bring(&source, &to.join(below(&source, from)))?;
    }
    Ok(())
}

/// Puts a copy of `source` at `target`, in one step.
fn bring(source: &Path, target: &Path) -> Result<(), Fail> {
    let bytes = fs::read(source).map_err(Fail::file("read", source))?;
    if fs::read(target).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    let folder = target.parent().unwrap_or(target);
    fs::create_dir_all(folder).map_err(Fail::file("create", folder))?;
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let fresh = folder.join(format!(".{name}.new"));
    fs::write(&fresh, bytes).map_err(Fail::file("write", &fresh))?;
    fs::rename(&fresh, target).map_err(Fail::file("write", target))
}

fn below(file: &Path, folder: &Path) -> PathBuf {
    file.strip_prefix(folder).unwrap_or(file).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_copy_has_what_is_wanted_and_nothing_old() {
        let folder = tempfile::tempdir().expect("a folder");
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fs::create_dir_all(from.join("deep")).expect("a folder");
        fs::create_dir_all(&to).expect("a folder");
        fs::write(from.join("deep/new.js"), "new").expect("written");
        fs::write(from.join("index.html"), "page").expect("written");
        fs::write(to.join("old.js"), "old").expect("written");
        sync(&from, &to, |name| name != Path::new("index.html")).expect("in step");
        let names: Vec<_> =
            files_below(&to).expect("files").iter().map(|file| below(file, &to)).collect();
        assert_eq!(names, [PathBuf::from("deep/new.js")]);
    }

    #[test]
    fn what_is_the_same_is_not_touched() {
        let folder = tempfile::tempdir().expect("a folder");
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fs::create_dir_all(&from).expect("a folder");
        fs::write(from.join("a.js"), "a").expect("written");
        sync(&from, &to, |_| true).expect("in step");
        let written = || fs::metadata(to.join("a.js")).expect("a file").modified().expect("a time");
        let before = written();
        std::thread::sleep(std::time::Duration::from_millis(20));
        sync(&from, &to, |_| true).expect("in step");
        assert_eq!(written(), before);
    }
}
