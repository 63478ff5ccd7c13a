//! The sites that tests read.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

use crate::{Outcome, kit};

/// The press's clock in tests: what the kit's newest article is dated before.
const NOW: &str = "2026-11-20T08:00:00+07:00";

/// A site to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site {
    /// The demo paper, as it is released.
    Demo,
    /// The tests' own paper.
    Kit,
    /// The same under a sub-path.
    KitUnderPath,
    /// The same with an English interface.
    KitInEnglish,
}

impl Site {
    /// The path that it lives under.
    pub fn base(self) -> &'static str {
        if self == Self::KitUnderPath { "/bao/" } else { "/" }
    }

    /// Its folder, built where it is not there yet.
    ///
    /// # Errors
    /// When the environment does not say what to build it with, or the press refuses.
    pub fn folder(self) -> Outcome<PathBuf> {
        static KIT: OnceLock<Result<PathBuf, String>> = OnceLock::new();
        static UNDER_PATH: OnceLock<Result<PathBuf, String>> = OnceLock::new();
        static ENGLISH: OnceLock<Result<PathBuf, String>> = OnceLock::new();
        let cell = match self {
            Self::Demo => return named("TRANGNHAT_SITE"),
            Self::Kit => &KIT,
            Self::KitUnderPath => &UNDER_PATH,
            Self::KitInEnglish => &ENGLISH,
        };
        let built = cell.get_or_init(|| self.build().map_err(|error| error.to_string()));
        Ok(built.clone()?)
    }

    fn build(self) -> Outcome<PathBuf> {
        let (name, language, url) = match self {
            Self::Demo | Self::Kit => ("kit", "vi", "https://bao.example/"),
            Self::KitUnderPath => ("kit-under-path", "vi", "https://x.example/bao/"),
            Self::KitInEnglish => ("kit-english", "en", "https://paper.example/"),
        };
        let content = work().join(format!("{name}-content"));
        kit::write(&content, language)?;
        let out = work().join(name);
        build(&content, &out, Some(url))?;
        Ok(out)
    }
}

/// Builds a newsroom's folder into a site.
///
/// # Errors
/// What the press says.
pub fn build(content: &Path, out: &Path, base_url: Option<&str>) -> Outcome {
    let mut command = Command::new(press()?);
    command.arg("build").arg(content).arg("--out").arg(out).args(["--now", NOW]);
    command.arg("--app").arg(named("TRANGNHAT_APP")?);
    // By the names that the tests know them by.
    command.args(["--pictures", "as-is"]);
    // Whatever a run of before has left or done to it.
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    if let Some(url) = base_url {
        command.args(["--base-url", url]);
    }
    let done = command.output()?;
    if done.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&done.stderr);
    Err(format!("press build {}: {}\n{said}", content.display(), done.status).into())
}

/// Copies a folder with everything in it.
///
/// # Errors
/// When the disk refuses.
pub fn copy(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The press.
///
/// # Errors
/// When the environment does not name it.
pub fn press() -> Outcome<PathBuf> {
    named("TRANGNHAT_PRESS")
}

/// Where tests write: sites, and what is left of a failure.
pub fn work() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/e2e")
}

/// A path that the environment names.
fn named(variable: &str) -> Outcome<PathBuf> {
    let path = std::env::var_os(variable).map(PathBuf::from);
    let path = path.ok_or_else(|| {
        format!("{variable} is not set: run `cargo xtask test`, which builds what tests need")
    })?;
    if path.exists() {
        return Ok(path);
    }
    Err(format!("{variable}={} is not there: run `cargo xtask test`", path.display()).into())
}
