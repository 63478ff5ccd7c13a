//! Puts the reader's app into the command: what `cargo xtask build` leaves in `target/app`, as a
//! table of names and bytes that `site::sources` includes. Where nothing is there the table is
//! empty, and the command says so once it needs the app.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use std::{env, fs, io};

/// The programs that trunk builds, by how the names of their files begin, and how they end.
const PROGRAMS: [&str; 2] = ["trangnhat", "lightbox"];
const ENDINGS: [&str; 2] = ["_bg.wasm", ".js"];

fn main() -> io::Result<()> {
    let folder = |name| env::var_os(name).map(PathBuf::from).ok_or(io::ErrorKind::NotFound);
    let app = folder("CARGO_MANIFEST_DIR")?.join("../../target/app");
    println!("cargo::rerun-if-changed=build.rs");
    // What tests and everyday work run is told where the app is, and need not be compiled again
    // after every change of it.
    let mut files = BTreeMap::new();
    if env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        // Cargo takes what is not there for changed at every build.
        fs::create_dir_all(&app)?;
        println!("cargo::rerun-if-changed={}", app.display());
        gather(&fs::canonicalize(&app)?, "", &mut files)?;
        PROGRAMS.iter().for_each(|program| keep_newest(program, &mut files));
    }
    let mut table = "&[\n".to_owned();
    for (name, (path, _)) in &files {
        // Writing into text does not fail.
        let _ok = writeln!(table, "({name:?}, include_bytes!({path:?}) as &[u8]),");
    }
    table.push_str("]\n");
    fs::write(folder("OUT_DIR")?.join("inside.rs"), table)
}

type Files = BTreeMap<String, (PathBuf, SystemTime)>;

fn gather(folder: &Path, before: &str, files: &mut Files) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            gather(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, (entry.path(), entry.metadata()?.modified()?));
        }
    }
    Ok(())
}

/// Trunk may have left older files of a program beside the last ones.
fn keep_newest(program: &str, files: &mut Files) {
    for ending in ENDINGS {
        let is_one =
            |name: &str| name.starts_with(program) && name.ends_with(ending) && !name.contains('/');
        let of_it = files.iter().filter(|(name, _)| is_one(name));
        let newest = of_it.max_by_key(|(_, (_, time))| *time).map(|(name, _)| name.clone());
        files.retain(|name, _| !is_one(name) || Some(name) == newest.as_ref());
    }
}
