//! Programs of others that tests need. `cargo xtask test` brings them where it can.

use std::env;
use std::path::PathBuf;

/// The program: named by `TRANGNHAT_NAME`, else on `PATH` or where Debian keeps servers. Where there
/// is none the test says so and is left out; in CI that is a failure.
pub fn find(name: &str) -> Option<PathBuf> {
    let variable = format!("TRANGNHAT_{}", name.to_uppercase());
    let named = env::var_os(&variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&path).chain([PathBuf::from("/usr/sbin")]);
    let found = named.or_else(|| folders.map(|folder| folder.join(name)).find(|p| p.is_file()));
    if found.is_none() {
        assert!(env::var_os("CI").is_none(), "{name} is not installed");
        println!("left out: {name} is not installed ({variable} can name it)");
    }
    found
}
