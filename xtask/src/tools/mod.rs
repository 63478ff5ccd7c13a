//! The tools that building and testing need. What is missing is brought into the user's cache
//! folder; nothing that the user has installed is changed.

mod apt;
mod assembler;
pub mod browser;
mod cache;
mod cargo_tool;
mod find;
mod hugo;
mod lighthouse;
pub mod lock;
mod npm;
pub mod others;
mod rivals;
pub mod servers;
mod small_std;
pub mod table;
mod version;
mod wasm_opt;
mod wasm_std;
pub mod wasm_target;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::fail::Fail;
use crate::paths::Repo;
use crate::process::Program;
use cargo_tool::CargoTool;
use lock::Lock;
use small_std::SmallStd;
use wasm_target::Toolchain;

pub use assembler::assembler;
pub use cache::root as tools_folder;
pub use hugo::hugo;
pub use lighthouse::lighthouse;
pub use rivals::{Rivals, rivals};
pub use small_std::{is_there as has_small_std, state as small_std_state};
pub use wasm_opt::WasmOpt;

/// What building the app needs.
pub struct AppTools {
    trunk: PathBuf,
    envs: Vec<(String, Option<OsString>)>,
}

impl AppTools {
    /// Brings what is missing.
    pub fn ensure(repo: &Repo) -> Result<Self, Fail> {
        Self::around(repo, &Toolchain::ensure()?, None)
    }

    /// As [`Self::ensure`], with the standard library built for size where that can be.
    pub fn ensure_small(repo: &Repo) -> Result<Self, Fail> {
        let toolchain = Toolchain::ensure()?;
        let small = SmallStd::ensure(&toolchain);
        Self::around(repo, &toolchain, small)
    }

    fn around(repo: &Repo, toolchain: &Toolchain, small: Option<SmallStd>) -> Result<Self, Fail> {
        let bindgen = CargoTool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: Lock::read(repo.root())?.version_of("wasm-bindgen")?.to_owned(),
            locked: false,
            purpose: "joins the app to the browser",
        }
        .ensure()?;
        let trunk = CargoTool {
            package: "trunk",
            program: "trunk",
            version: table::TRUNK.to_owned(),
            locked: true,
            purpose: "builds the app",
        }
        .ensure()?;
        let mut envs = match small {
            Some(small) => small.envs(toolchain, repo.root()),
            None => toolchain.envs(repo.root()),
        };
        // trunk looks for wasm-bindgen and cargo on PATH, and downloads what it does not find.
        let first = [bindgen.parent(), toolchain.folder()];
        let rest = env::var_os("PATH").unwrap_or_default();
        let folders = first.into_iter().flatten().map(PathBuf::from).chain(env::split_paths(&rest));
        let path = env::join_paths(folders)
            .map_err(|error| Fail::Wrong(format!("PATH cannot be extended: {error}")))?;
        envs.push(("PATH".to_owned(), Some(path)));
        let target = repo.browser_target().into_os_string();
        envs.push(("CARGO_TARGET_DIR".to_owned(), Some(target)));
        Ok(Self { trunk, envs })
    }

    /// trunk, in the right surroundings.
    pub fn trunk(&self, doing: &str) -> Program {
        Program::new(doing, &self.trunk).envs(&self.envs)
    }
}

/// cargo for the browser's target, where neither trunk nor wasm-bindgen is needed.
pub fn browser_cargo(repo: &Repo, doing: &str) -> Result<Program, Fail> {
    let toolchain = Toolchain::ensure()?;
    let mut program = Program::new(doing, toolchain.cargo())
        .envs(&toolchain.envs(repo.root()))
        .env("CARGO_TARGET_DIR", repo.browser_target())
        .within(repo.root());
    // cargo finds clippy beside itself only if that folder comes first.
    if let Some(folder) = toolchain.folder() {
        let rest = env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(folder.to_owned()).chain(env::split_paths(&rest));
        let path = env::join_paths(folders)
            .map_err(|error| Fail::Wrong(format!("PATH cannot be extended: {error}")))?;
        program = program.env("PATH", path);
    }
    Ok(program)
}
