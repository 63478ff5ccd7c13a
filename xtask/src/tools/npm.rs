//! Programs and files out of npm packages, in the cache folder.

use std::path::{Path, PathBuf};

use super::{cache, find};
use crate::fail::Fail;
use crate::process::Program;
use crate::say;

/// A program in a package.
pub struct NpmTool {
    /// The package.
    pub package: &'static str,
    /// Its version.
    pub version: &'static str,
    /// The program, or the file that is wanted, within the package's folder.
    pub program: &'static str,
    /// What it is for.
    pub purpose: &'static str,
}

impl NpmTool {
    /// The program: from the cache, else installed there.
    pub fn ensure(&self) -> Result<PathBuf, Fail> {
        let Self { package, version, purpose, .. } = self;
        let missing = |what: &str| Fail::Missing {
            what: format!("{what}, so {package} ({purpose}) cannot be installed"),
            command: "install Node.js 20 or later with npm".to_owned(),
        };
        if find::first(&["node"]).is_none() {
            return Err(missing("node is not there"));
        }
        let root = cache::folder(package, version)?;
        let program = root.join("node_modules").join(package).join(self.program);
        if !program.is_file() {
            let npm =
                find::first(&["npm", "npm.cmd"]).ok_or_else(|| missing("npm is not there"))?;
            let what =
                format!("installing {package} {version} into {} ({purpose})", root.display());
            say::timed(&what, || self.install(&npm, &root))?;
        }
        Ok(program)
    }

    fn install(&self, npm: &Path, root: &Path) -> Result<(), Fail> {
        let Self { package, version, purpose, .. } = self;
        std::fs::create_dir_all(root).map_err(Fail::file("create", root))?;
        Program::new(&format!("installing {package}"), npm)
            .args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"])
            .arg(root)
            .arg(format!("{package}@{version}"))
            .run()
            .map_err(|fail| Fail::Missing {
                what: format!("{package} is missing ({purpose}): {fail}"),
                command: format!("npm install --prefix {} {package}@{version}", root.display()),
            })
    }
}
