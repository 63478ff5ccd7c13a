//! wasm-opt, out of the npm package `binaryen`: the one way to a current version that needs no
//! compiler and works on every system.

use std::path::{Path, PathBuf};

use super::table::{BINARYEN, WASM_OPT_FLAGS};
use super::{cache, find, version};
use crate::fail::Fail;
use crate::process::Program;
use crate::say;

/// wasm-opt, ready to run.
pub struct WasmOpt {
    program: PathBuf,
    /// A program written for node is run by node, which works where `#!` does not.
    by_node: bool,
}

impl WasmOpt {
    /// The program: on `PATH` in the right version, else from the cache, else installed there.
    pub fn ensure() -> Result<Self, Fail> {
        let major = BINARYEN.split('.').next().unwrap_or(BINARYEN);
        let on_path = find::all("wasm-opt");
        if let Some(program) = on_path.into_iter().find(|path| version::is(path, major)) {
            return Ok(Self { program, by_node: false });
        }
        let missing = |what: &str| Fail::Missing {
            what: format!("{what}, so wasm-opt {major} (makes the app small) cannot be installed"),
            command: "install Node.js 20 or later with npm, or put wasm-opt of binaryen \
                      version_132 on PATH"
                .to_owned(),
        };
        if find::first(&["node"]).is_none() {
            return Err(missing("node is not there"));
        }
        let root = cache::folder("binaryen", BINARYEN)?;
        let program = root.join("node_modules/binaryen/bin/wasm-opt");
        if !program.is_file() {
            let npm =
                find::first(&["npm", "npm.cmd"]).ok_or_else(|| missing("npm is not there"))?;
            say::timed(
                &format!(
                    "installing wasm-opt {major} into {} (makes the app small)",
                    root.display()
                ),
                || install(&npm, &root),
            )?;
        }
        Ok(Self { program, by_node: true })
    }

    /// Writes a smaller `to` that does what `from` does.
    pub fn shrink(&self, from: &Path, to: &Path) -> Result<(), Fail> {
        let doing = "making the app small";
        let program = if self.by_node {
            Program::new(doing, "node").arg(&self.program)
        } else {
            Program::new(doing, &self.program)
        };
        program.args(WASM_OPT_FLAGS).arg(from).arg("-o").arg(to).run()
    }
}

fn install(npm: &Path, root: &Path) -> Result<(), Fail> {
    std::fs::create_dir_all(root).map_err(Fail::file("create", root))?;
    Program::new("installing wasm-opt", npm)
        .args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"])
        .arg(root)
        .arg(format!("binaryen@{BINARYEN}"))
        .run()
        .map_err(|fail| Fail::Missing {
            what: format!("wasm-opt is missing (makes the app small): {fail}"),
            command: format!("npm install --prefix {} binaryen@{BINARYEN}", root.display()),
        })
}
