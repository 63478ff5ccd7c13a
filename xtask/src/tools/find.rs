//! Programs on `PATH`.

use std::env;
use std::path::PathBuf;

/// Every program of this name on `PATH`, in order.
pub fn all(name: &str) -> Vec<PathBuf> {
    let file = if cfg!(windows) { format!("{name}.exe") } else { name.to_owned() };
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders)
        .map(|folder| folder.join(&file))
        .filter(|path| path.is_file())
        .collect()
}

/// The first program that has one of these names.
pub fn first(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| all(name).into_iter().next())
}
