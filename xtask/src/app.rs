//! The reader's app and the lightbox beside it: trunk builds them, wasm-opt makes them small.

use std::fs;
use std::path::{Path, PathBuf};

use crate::bind::Bound;
use crate::fail::Fail;
use crate::named;
use crate::paths::Repo;
use crate::process::Program;
use crate::say;
use crate::stamp::Inputs;
use crate::sync::sync;
use crate::tools::table::{BINARYEN, TRUNK, WASM_OPT_FLAGS};
use crate::tools::{AppTools, WasmOpt, small_std_state};
use crate::weight::Weight;

/// cargo's profile for who works on the app, in `.cargo/config.toml`.
const DEV_PROFILE: &str = "working";
/// The one for readers, in `Cargo.toml`; `release` is for what runs natively.
const READERS_PROFILE: &str = "readers";

/// The programs, by how the names of their files begin.
const APP: &str = "trangnhat";
const LIGHTBOX: &str = "lightbox";

/// How the app is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Soon there, for who works on it.
    Dev,
    /// Small and fast, for readers.
    Release,
}

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Release => "release",
        }
    }

    /// Where the app comes to lie.
    fn folder(self, repo: &Repo) -> PathBuf {
        repo.target().join(match self {
            Self::Dev => "app-dev",
            Self::Release => "app",
        })
    }
}

/// What the app is built from.
pub fn inputs(repo: &Repo, profile: Profile) -> Inputs {
    let mut paths = vec![
        "Cargo.toml",
        "Cargo.lock",
        ".cargo/config.toml",
        "xtask/Trunk.toml",
        "index.html",
        "src",
        "crates/story/Cargo.toml",
        "crates/story/src",
        "crates/lightbox/Cargo.toml",
        "crates/lightbox/src",
    ];
    if profile == Profile::Release {
        // While somebody works on them, the press reads these two where they are written.
        paths.extend(["style", "public"]);
        paths.push("xtask/src/bind");
    }
    let rustc = Program::new("asking for rustc's version", "rustc").arg("-vV").capture();
    let std = match profile {
        Profile::Dev => String::new(),
        Profile::Release => small_std_state(),
    };
    Inputs::new(paths.into_iter().map(|path| repo.join(path)))
        .and(rustc.unwrap_or_default())
        .and(std)
        .and(TRUNK)
        .and(BINARYEN)
        .and(WASM_OPT_FLAGS.join(" "))
}

/// Builds the app unless it is there already, and gives its folder.
pub fn build(repo: &Repo, profile: Profile) -> Result<PathBuf, Fail> {
    let folder = profile.folder(repo);
    let kept = repo.target().join(format!("app-{}.stamp", profile.name()));
    let stamp = inputs(repo, profile).stamp()?;
    if stamp.is_kept_in(&kept) && wasm_in(&folder, APP).is_ok() {
        return Ok(folder);
    }
    let tools = match profile {
        Profile::Dev => AppTools::ensure(repo)?,
        Profile::Release => AppTools::ensure_small(repo)?,
    };
    // Once more: what was brought is a fact of the build, too.
    let stamp = inputs(repo, profile).stamp()?;
    let raw = repo.browser_target().join(format!("trunk-{}", profile.name()));
    match profile {
        Profile::Dev => {
            say::timed("building the app", || trunk(repo, &tools, profile, &raw))?;
            lay(&raw, &folder)?;
        }
        Profile::Release => {
            // Before the long build, so that what is missing is said at once.
            let wasm_opt = WasmOpt::ensure()?;
            say::timed("building the app for readers", || trunk(repo, &tools, profile, &raw))?;
            named::check(&wasm_in(&raw, APP)?)?;
            let small = repo.browser_target().join("small");
            lay(&raw, &small)?;
            for program in [APP, LIGHTBOX] {
                say::timed(&format!("making {program} small"), || {
                    shrink(&wasm_opt, &small, program)
                })?;
            }
            lay(&small, &folder)?;
        }
    }
    stamp.keep_in(&kept)?;
    Ok(folder)
}

fn trunk(repo: &Repo, tools: &AppTools, profile: Profile, dist: &Path) -> Result<(), Fail> {
    let program = tools
        .trunk("building the app")
        .arg("--config")
        .arg(repo.join("xtask/Trunk.toml"))
        .args(["build", "--skip-version-check", "--dist"])
        .arg(dist)
        // trunk takes the one for an option of its own and stumbles over its value; the other adds
        // nothing but its own insides to what cargo says.
        .envs(&[("NO_COLOR".to_owned(), None), ("RUST_BACKTRACE".to_owned(), None)])
        .within(repo.root());
    let profile = match profile {
        Profile::Dev => DEV_PROFILE,
        Profile::Release => READERS_PROFILE,
    };
    program.args(["--cargo-profile", profile]).run()
}

/// Copies what trunk built, but for its page: the press writes the site's pages.
fn lay(from: &Path, to: &Path) -> Result<(), Fail> {
    sync(from, to, |name| name != Path::new("index.html"))
}

fn shrink(wasm_opt: &WasmOpt, folder: &Path, program: &str) -> Result<(), Fail> {
    let (wasm, glue) = (wasm_in(folder, program)?, glue_in(folder, program)?);
    let small = wasm.with_extension("small");
    let bound = Bound::begin(&wasm, &glue)?;
    wasm_opt.shrink(&wasm, &small)?;
    fs::rename(&small, &wasm).map_err(Fail::file("write", &wasm))?;
    bound.end(&wasm, &glue)?;
    say::plain(&format!("  {program}: {}", Weight::of(&wasm, &glue)?));
    Ok(())
}

/// What the app for reading and the lightbox in this folder weigh.
pub fn weights(folder: &Path) -> Result<[Weight; 2], Fail> {
    let of = |program| Weight::of(&wasm_in(folder, program)?, &glue_in(folder, program)?);
    Ok([of(APP)?, of(LIGHTBOX)?])
}

/// The one wasm file of a program in a folder that trunk wrote.
fn wasm_in(folder: &Path, program: &str) -> Result<PathBuf, Fail> {
    built(folder, program, "_bg.wasm")
}

/// The glue around it.
fn glue_in(folder: &Path, program: &str) -> Result<PathBuf, Fail> {
    built(folder, program, ".js")
}

fn built(folder: &Path, program: &str, ending: &str) -> Result<PathBuf, Fail> {
    let fits = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(program) && name.ends_with(ending)
    };
    let entries = fs::read_dir(folder).map_err(Fail::file("list", folder))?;
    entries.flatten().map(|entry| entry.path()).find(fits).ok_or_else(|| {
        Fail::Wrong(format!("trunk left no {program}*{ending} in {}", folder.display()))
    })
}
