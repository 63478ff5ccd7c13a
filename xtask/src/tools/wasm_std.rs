//! The browser's standard library, built from the source that a system's Rust came with.

use std::fs;
use std::path::{Path, PathBuf};

use super::wasm_target::{TARGET, joined, remaps};
use super::{cache, version};
use crate::fail::Fail;
use crate::process::Program;
use crate::say;

/// Whether the library's source lies beside this rustc.
pub fn has_source(rustc: &Path) -> bool {
    sysroot(rustc)
        .is_ok_and(|root| root.join("lib/rustlib/src/rust/library/std/Cargo.toml").is_file())
}

/// The folder built for this rustc before, to be given as `--sysroot`.
pub fn find(rustc: &Path) -> Result<Option<PathBuf>, Fail> {
    let folder = place(rustc)?;
    Ok(libraries(&folder).is_dir().then_some(folder))
}

/// Builds it into the cache.
pub fn build(rustc: &Path) -> Result<PathBuf, Fail> {
    let folder = place(rustc)?;
    say::timed(
        &format!("building the browser's standard library into {}, once", folder.display()),
        || build_into(rustc, &folder),
    )?;
    Ok(folder)
}

fn build_into(rustc: &Path, folder: &Path) -> Result<(), Fail> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let scratch = folder.with_file_name(format!("{name}.building-{}", std::process::id()));
    let built = scratch.join("built");
    let crate_folder = scratch.join("crate");
    write(&crate_folder.join("Cargo.toml"), CRATE)?;
    write(&crate_folder.join("src/lib.rs"), "")?;
    let mut flags = remaps(&scratch);
    // Link-time optimisation reads the bitcode.
    flags.push("-Cembed-bitcode=yes".into());
    Program::new("building the standard library", rustc.with_file_name("cargo"))
        .args(["build", "--release", "--target", TARGET])
        .arg("-Zbuild-std=std,panic_abort,proc_macro")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTC", rustc)
        .env("CARGO_TARGET_DIR", scratch.join("target"))
        .env("CARGO_ENCODED_RUSTFLAGS", joined(&flags))
        .envs(&[("RUSTUP_TOOLCHAIN".to_owned(), None), ("LD_LIBRARY_PATH".to_owned(), None)])
        .within(&crate_folder)
        .run()?;
    let into = libraries(&built);
    fs::create_dir_all(&into).map_err(Fail::file("create", &into))?;
    let from = scratch.join("target").join(TARGET).join("release/deps");
    for entry in fs::read_dir(&from).map_err(Fail::file("list", &from))?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libnothing-") {
            fs::copy(entry.path(), into.join(&name)).map_err(Fail::file("copy", &entry.path()))?;
        }
    }
    link_the_rest(rustc, &built)?;
    match fs::rename(&built, folder) {
        Ok(()) => {}
        // Another one of us was faster, with the same outcome.
        Err(_) if libraries(folder).is_dir() => {}
        Err(source) => {
            return Err(Fail::File { doing: "write", path: folder.to_owned(), source });
        }
    }
    fs::remove_dir_all(&scratch).map_err(Fail::file("remove", &scratch))
}

const CRATE: &str = "[package]\nname = \"nothing\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n\
                     [workspace]\n\n[lib]\ncrate-type = [\"rlib\"]\n";

/// Everything else of a sysroot (the linker, the host's libraries) stays where it is.
fn link_the_rest(rustc: &Path, folder: &Path) -> Result<(), Fail> {
    let from = sysroot(rustc)?.join("lib/rustlib");
    for entry in fs::read_dir(&from).map_err(Fail::file("list", &from))?.flatten() {
        if entry.file_name() != TARGET {
            let link = folder.join("lib/rustlib").join(entry.file_name());
            symlink(&entry.path(), &link).map_err(Fail::file("link", &link))?;
        }
    }
    Ok(())
}

#[cfg(unix)]
fn symlink(from: &Path, to: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(from, to)
}

#[cfg(not(unix))]
fn symlink(from: &Path, to: &Path) -> std::io::Result<()> {
    std::os::windows::fs::symlink_dir(from, to)
}

fn libraries(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib").join(TARGET).join("lib")
}

fn place(rustc: &Path) -> Result<PathBuf, Fail> {
    let said = version::said_by(rustc).unwrap_or_default();
    let version = said.split_whitespace().nth(1).unwrap_or("unknown");
    cache::folder("wasm-std", version)
}

fn sysroot(rustc: &Path) -> Result<PathBuf, Fail> {
    let said =
        Program::new("asking for rustc's folder", rustc).args(["--print", "sysroot"]).capture()?;
    Ok(PathBuf::from(said.trim()))
}

fn write(path: &Path, text: &str) -> Result<(), Fail> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Fail::file("create", folder))?;
    }
    fs::write(path, text).map_err(Fail::file("write", path))
}
