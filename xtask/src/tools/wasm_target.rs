//! A Rust that builds for the browser.
//!
//! Where rustup can bring the target, that is all. Where it cannot (no rustup, or one that may not
//! download), Debian's own Rust does it, with a standard library built once into the cache.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::table::{DEBIAN_RUST, OLDEST_RUST};
use super::{apt, find, version, wasm_std};
use crate::fail::Fail;
use crate::process::Program;
use crate::say;

/// The target's name.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// How long rustup may try: a machine behind a wall can keep it waiting for very long.
pub const RUSTUP_LIMIT: Duration = Duration::from_secs(180);

/// A cargo and a rustc that build for the browser.
#[derive(Debug)]
pub struct Toolchain {
    /// The folder of both, where they are not the first on `PATH`.
    folder: Option<PathBuf>,
    /// The folder with the target's standard library, where it is not rustc's own.
    sysroot: Option<PathBuf>,
}

impl Toolchain {
    /// The first of: the Rust in use, what was built before, what rustup brings, Debian's Rust.
    pub fn ensure() -> Result<Self, Fail> {
        let in_use = in_use();
        if has_target(&in_use) {
            return Ok(Self { folder: None, sysroot: None });
        }
        if let Some(system) = system_rust()
            && let Some(sysroot) = wasm_std::find(&system)?
        {
            return Ok(Self::of(&system, sysroot));
        }
        if rustup_brings_it() && has_target(&in_use) {
            return Ok(Self { folder: None, sysroot: None });
        }
        let system = match system_rust() {
            Some(system) => system,
            None => {
                apt::install(DEBIAN_RUST, "a Rust that can build for the browser")
                    .map_err(in_general)?;
                system_rust().ok_or_else(|| in_general(Fail::Wrong(String::new())))?
            }
        };
        let sysroot = wasm_std::build(&system)?;
        Ok(Self::of(&system, sysroot))
    }

    fn of(rustc: &Path, sysroot: PathBuf) -> Self {
        Self { folder: rustc.parent().map(Path::to_owned), sysroot: Some(sysroot) }
    }

    /// The folder that must come first on `PATH`.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The environment under which cargo, trunk and rustdoc build for the browser.
    pub fn envs(&self, root: &Path) -> Vec<(String, Option<OsString>)> {
        let sysroot = self.sysroot.as_ref();
        let sysroot: Vec<OsString> =
            sysroot.map(|folder| vec!["--sysroot".into(), folder.into()]).unwrap_or_default();
        self.envs_with(root, &sysroot)
    }

    /// As [`Self::envs`], with these flags for rustc in place of those that name the library.
    pub fn envs_with(&self, root: &Path, own: &[OsString]) -> Vec<(String, Option<OsString>)> {
        let flags = [&remaps(root), own].concat();
        // Documentation is only ever built to be checked.
        let doc_flags = [own, &["-Dwarnings".into()]].concat();
        let mut envs: Vec<(String, Option<OsString>)> = vec![
            // Not RUSTFLAGS: those are split at spaces, which a user's folder may have.
            ("CARGO_ENCODED_RUSTFLAGS".to_owned(), Some(joined(&flags))),
            ("CARGO_ENCODED_RUSTDOCFLAGS".to_owned(), Some(joined(&doc_flags))),
            ("RUSTFLAGS".to_owned(), None),
        ];
        if let Some(folder) = &self.folder {
            let program = |name: &str| Some(folder.join(name).into_os_string());
            envs.extend([
                ("RUSTC".to_owned(), program("rustc")),
                ("RUSTDOC".to_owned(), program("rustdoc")),
                ("CARGO".to_owned(), program("cargo")),
                ("RUSTUP_TOOLCHAIN".to_owned(), None),
                // Cargo set it for us to the libraries of another rustc.
                ("LD_LIBRARY_PATH".to_owned(), None),
            ]);
        }
        envs
    }

    /// The rustc that builds.
    pub fn rustc(&self) -> PathBuf {
        match &self.folder {
            Some(folder) => folder.join("rustc"),
            None => in_use(),
        }
    }

    /// The cargo that fits.
    pub fn cargo(&self) -> PathBuf {
        self.folder.as_ref().map_or_else(|| PathBuf::from("cargo"), |folder| folder.join("cargo"))
    }
}

/// Keeps the folders of this machine out of the wasm: it comes out the same everywhere.
pub fn remaps(root: &Path) -> Vec<OsString> {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        env::var_os(if cfg!(windows) { "USERPROFILE" } else { "HOME" })
            .map(|home| Path::new(&home).join(".cargo"))
    });
    let mut flags = Vec::new();
    for (from, to) in [(cargo_home.as_deref(), "/cargo"), (Some(root), "/trangnhat")] {
        if let Some(from) = from {
            let mut flag = OsString::from("--remap-path-prefix=");
            flag.push(from);
            flag.push("=");
            flag.push(to);
            flags.push(flag);
        }
    }
    flags
}

/// Flags as `CARGO_ENCODED_RUSTFLAGS` wants them.
pub fn joined(flags: &[OsString]) -> OsString {
    let mut all = OsString::new();
    for (index, flag) in flags.iter().enumerate() {
        if index > 0 {
            all.push("\u{1f}");
        }
        all.push(flag);
    }
    all
}

/// The rustc that cargo would take.
pub fn in_use() -> PathBuf {
    PathBuf::from(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}

fn has_target(rustc: &Path) -> bool {
    let printed = Program::new("asking rustc for the browser's libraries", rustc)
        .args(["--print", "target-libdir", "--target", TARGET])
        .capture();
    let Ok(folder) = printed else { return false };
    let Ok(files) = std::fs::read_dir(folder.trim()) else { return false };
    files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}

fn rustup_brings_it() -> bool {
    if find::first(&["rustup"]).is_none() {
        return false;
    }
    let added =
        say::timed("adding the wasm target with rustup (the app runs in the browser)", || {
            Program::new("adding the wasm target", "rustup")
                .args(["target", "add", TARGET])
                .at_most(RUSTUP_LIMIT)
                .run()
        });
    match added {
        Ok(()) => true,
        Err(fail) => {
            say::notice(&format!("{fail}; trying the system's own Rust"));
            false
        }
    }
}

/// A rustc that came with its library's source, and is not rustup's.
fn system_rust() -> Option<PathBuf> {
    let mut candidates = find::all("rustc");
    candidates.push(PathBuf::from("/usr/bin/rustc"));
    candidates.into_iter().find(|rustc| {
        let new =
            version::said_by(rustc).as_deref().and_then(version::numbers) >= Some(OLDEST_RUST);
        new && wasm_std::has_source(rustc) && rustc.with_file_name("cargo").is_file()
    })
}

fn in_general(fail: Fail) -> Fail {
    if apt::here() && matches!(fail, Fail::Missing { .. }) {
        return fail;
    }
    Fail::Missing {
        what: format!("no Rust here can build for the browser: the target {TARGET} is missing"),
        command: format!("rustup target add {TARGET}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_joined_so_that_spaces_are_safe() {
        assert_eq!(joined(&["a b".into(), "c".into()]), OsString::from("a b\u{1f}c"));
        assert_eq!(joined(&[]), OsString::new());
    }

    #[test]
    fn the_wasm_names_no_folder_of_this_machine() {
        let flags = remaps(Path::new("/some/where"));
        assert!(flags.contains(&OsString::from("--remap-path-prefix=/some/where=/trangnhat")));
    }
}
