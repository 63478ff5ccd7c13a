//! Tools that are Rust crates: trunk and wasm-bindgen.

use std::path::PathBuf;

use super::{cache, find, version};
use crate::fail::Fail;
use crate::process::Program;
use crate::say;

/// A program in a crate.
pub struct CargoTool {
    /// The crate's name on crates.io.
    pub package: &'static str,
    /// The program's name.
    pub program: &'static str,
    /// The version wanted.
    pub version: String,
    /// Whether to build with the crate's own lock file.
    pub locked: bool,
    /// What it is for.
    pub purpose: &'static str,
}

impl CargoTool {
    /// The program: on `PATH` in the right version, else from the cache, else installed there.
    pub fn ensure(&self) -> Result<PathBuf, Fail> {
        let on_path = find::all(self.program);
        if let Some(found) = on_path.into_iter().find(|path| version::is(path, &self.version)) {
            return Ok(found);
        }
        let root = cache::folder(self.package, &self.version)?;
        let program =
            root.join("bin").join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX));
        if version::is(&program, &self.version) {
            return Ok(program);
        }
        say::timed(
            &format!(
                "installing {} {} into {} ({}); from source this takes some minutes, once",
                self.package,
                self.version,
                root.display(),
                self.purpose
            ),
            || self.install(&root),
        )?;
        Ok(program)
    }

    fn install(&self, root: &std::path::Path) -> Result<(), Fail> {
        if !find::all("cargo-binstall").is_empty() {
            let fetched = Program::new("fetching a built tool", "cargo")
                .args([
                    "binstall",
                    "--no-confirm",
                    "--disable-telemetry",
                    "--version",
                    &self.version,
                ])
                .arg("--root")
                .arg(root)
                .arg(self.package)
                .run();
            match fetched {
                Ok(()) => return Ok(()),
                Err(fail) => say::notice(&format!("{fail}; building it from source instead")),
            }
        }
        let mut program = Program::new("installing a tool", "cargo")
            .args(["install", self.package, "--version", &self.version, "--force"])
            .arg("--root")
            .arg(root)
            // A tool is run, not shipped: it need not be small or fast, but soon there.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        if self.locked {
            program = program.arg("--locked");
        }
        program.run().map_err(|fail| Fail::Missing {
            what: format!(
                "{} {} is missing ({}): {fail}",
                self.package, self.version, self.purpose
            ),
            command: format!("cargo install {} --version {}", self.package, self.version),
        })
    }
}
