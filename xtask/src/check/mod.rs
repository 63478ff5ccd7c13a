//! Format, lints, documentation, and what the dependencies bring with them.

mod advisories;
mod advisory;
mod deny;
mod expression;
mod licences;

use crate::fail::Fail;
use crate::paths::Repo;
use crate::press;
use crate::say;
use crate::tools::{browser_cargo, wasm_target::TARGET};

type Part = (&'static str, fn(&Repo) -> Result<(), Fail>);

const PARTS: &[Part] = &[
    ("format", format),
    ("clippy, native", clippy_native),
    ("clippy, the app as the press renders it", clippy_app),
    ("clippy, the app and the lightbox in the browser", clippy_browser),
    ("documentation", docs),
    ("documentation of the app", docs_browser),
    ("licences of dependencies", licences::check),
    ("advisories about dependencies", advisories::check),
];

/// Runs every part, so that one run tells all that is wrong.
pub fn run(repo: &Repo) -> Result<(), Fail> {
    let mut failed = Vec::new();
    for (name, part) in PARTS {
        if let Err(fail) = say::timed(name, || part(repo)) {
            say::failure(&fail);
            failed.push(*name);
        }
    }
    if failed.is_empty() {
        say::plain("all checks passed");
        Ok(())
    } else {
        Err(Fail::Wrong(format!("these checks failed: {}", failed.join("; "))))
    }
}

fn format(repo: &Repo) -> Result<(), Fail> {
    press::cargo(repo, "format").args(["fmt", "--all", "--check"]).run()
}

fn clippy_native(repo: &Repo) -> Result<(), Fail> {
    press::cargo(repo, "clippy")
        // Tests that are run by name alone are none of the targets that count as all.
        .args(["clippy", "--quiet", "--all-targets", "--test", "acceptance", "--test", "others"])
        .args(["--features", "story/check"])
        .args([
            "-p", "story", "-p", "darkroom", "-p", "lightbox", "-p", "host", "-p", "press", "-p",
            "xtask", "-p", "e2e",
        ])
        .args(["--", "-D", "warnings"])
        .run()
}

fn clippy_app(repo: &Repo) -> Result<(), Fail> {
    press::cargo(repo, "clippy")
        .args(["clippy", "--quiet", "-p", "trangnhat", "--lib", "--tests", "--features", "ssr"])
        .args(["--", "-D", "warnings"])
        .run()
}

fn clippy_browser(repo: &Repo) -> Result<(), Fail> {
    browser_cargo(repo, "clippy")?
        .args(["clippy", "--quiet", "-p", "trangnhat", "--lib", "--bins", "--features", "csr"])
        .args(["--target", TARGET, "--", "-D", "warnings"])
        .run()?;
    browser_cargo(repo, "clippy")?
        .args(["clippy", "--quiet", "-p", "lightbox", "--lib", "--bins"])
        .args(["--target", TARGET, "--", "-D", "warnings"])
        .run()
}

fn docs(repo: &Repo) -> Result<(), Fail> {
    press::cargo(repo, "documentation")
        .args(["doc", "--quiet", "--no-deps", "--features", "story/check"])
        .args(["-p", "story", "-p", "darkroom", "-p", "lightbox", "-p", "host", "-p", "press"])
        .args(["-p", "xtask"])
        .env("RUSTDOCFLAGS", "-D warnings")
        .run()
}

fn docs_browser(repo: &Repo) -> Result<(), Fail> {
    browser_cargo(repo, "documentation")?
        .args(["doc", "--quiet", "--no-deps", "-p", "trangnhat", "--lib", "--features", "csr"])
        .args(["--target", TARGET])
        .run()
}
