//! The press, as built here, and the sites it lays out.

use std::path::{Path, PathBuf};

use crate::app::{self, Profile};
use crate::fail::Fail;
use crate::paths::Repo;
use crate::process::Program;
use crate::say;
use crate::tools;

/// Builds the press and gives its path.
pub fn binary(repo: &Repo) -> Result<PathBuf, Fail> {
    // Pictures are made in a third of the time with it.
    let asm = tools::assembler().then_some("--features=asm");
    cargo(repo, "building the press")
        .args(["build", "-p", "press", "--release"])
        .args(asm)
        .run()?;
    Ok(repo.target().join("release").join(format!("press{}", std::env::consts::EXE_SUFFIX)))
}

/// cargo for what runs on this machine, with its output where we look for it.
pub fn cargo(repo: &Repo, doing: &str) -> Program {
    Program::new(doing, "cargo").env("CARGO_TARGET_DIR", repo.target()).within(repo.root())
}

/// Where the parts of a site come from.
pub struct Parts<'a> {
    /// The press.
    pub press: &'a Path,
    /// The app's folder.
    pub app: &'a Path,
}

impl Parts<'_> {
    /// The press at work on a newsroom's folder; style and loader as they are in the repository.
    pub fn at(&self, repo: &Repo, command: &str, content: &Path) -> Program {
        Program::new("laying the site out", self.press)
            .args([command.as_ref(), content.as_os_str()])
            .args(["--app".as_ref(), self.app.as_os_str()])
            .args(["--style".as_ref(), repo.style().as_os_str()])
            .args(["--public".as_ref(), repo.public().as_os_str()])
            .within(repo.root())
    }

    /// Writes a site where nothing is: what is measured or tested holds this release of the app and
    /// no other.
    pub fn lay_out_anew(&self, repo: &Repo, content: &Path, out: &Path) -> Result<(), Fail> {
        clear(out)?;
        self.lay_out(repo, content, out)
    }

    /// The same for another address than the newsroom's own, such as one under a sub-path.
    pub fn lay_out_at(
        &self,
        repo: &Repo,
        content: &Path,
        out: &Path,
        address: &str,
    ) -> Result<(), Fail> {
        clear(out)?;
        say::timed(&format!("laying {} out for {address}", content.display()), || {
            self.build(repo, content, out).args(["--base-url", address]).run()
        })
    }

    /// Brings a site up to date.
    pub fn lay_out(&self, repo: &Repo, content: &Path, out: &Path) -> Result<(), Fail> {
        say::timed(&format!("laying {} out into {}", content.display(), out.display()), || {
            self.build(repo, content, out).run()
        })
    }

    fn build(&self, repo: &Repo, content: &Path, out: &Path) -> Program {
        let pictures = repo.target().join("pictures");
        self.at(repo, "build", content).arg("--out").arg(out).arg("--cache").arg(pictures)
    }
}

fn clear(out: &Path) -> Result<(), Fail> {
    if out.exists() {
        std::fs::remove_dir_all(out).map_err(Fail::file("clear away", out))?;
    }
    Ok(())
}

/// The release site, for a CDN.
pub fn release(repo: &Repo, content: &Option<PathBuf>, out: &Option<PathBuf>) -> Result<(), Fail> {
    let content = absolute(content.as_deref(), repo.demo())?;
    let out = absolute(out.as_deref(), repo.join("dist"))?;
    if !content.is_dir() {
        return Err(Fail::Wrong(format!("there is no folder {}", content.display())));
    }
    // The app first: the press takes it in.
    let app = app::build(repo, Profile::Release)?;
    let press = say::timed("building the press", || binary(repo))?;
    Parts { press: &press, app: &app }.lay_out(repo, &content, &out)?;
    say::plain(&format!("the site is in {}: put it on any static host", out.display()));
    say::plain(&format!("{} has this app inside, and needs nothing beside it", press.display()));
    Ok(())
}

/// A folder as the user named it, seen from where the user is; or the usual one.
pub fn absolute(named: Option<&Path>, usual: PathBuf) -> Result<PathBuf, Fail> {
    match named {
        Some(path) => std::path::absolute(path).map_err(Fail::file("find", path)),
        None => Ok(usual),
    }
}
