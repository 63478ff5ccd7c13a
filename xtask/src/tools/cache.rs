//! The folder where tools are kept, apart from what the user has installed: a second clone of the
//! repository finds them again.

use std::env;
use std::path::{Path, PathBuf};

use crate::fail::Fail;

/// The variable that names another folder.
pub const VARIABLE: &str = "TRANGNHAT_TOOLS";

/// The folder of a tool in a version: `NAME-VERSION`.
pub fn folder(name: &str, version: &str) -> Result<PathBuf, Fail> {
    Ok(root()?.join(format!("{name}-{version}")))
}

/// The folder of all tools.
pub fn root() -> Result<PathBuf, Fail> {
    place(|name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)).ok_or_else(
        || Fail::Missing {
            what: "no folder for tools: neither a home folder nor a cache folder is known"
                .to_owned(),
            command: format!("{VARIABLE}=FOLDER cargo xtask …"),
        },
    )
}

fn place(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    if let Some(own) = variable(VARIABLE) {
        return Some(own);
    }
    let caches = if cfg!(windows) {
        variable("LOCALAPPDATA")?
    } else if cfg!(target_os = "macos") {
        variable("HOME")?.join("Library/Caches")
    } else {
        variable("XDG_CACHE_HOME")
            .filter(|folder| folder.is_absolute())
            .or_else(|| Some(variable("HOME")?.join(".cache")))?
    };
    Some(caches.join(Path::new("trangnhat/tools")))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_users_cache_unless_another_folder_is_named() {
        type Row<'a> = (&'a [(&'a str, &'a str)], Option<&'a str>);
        let table: [Row<'_>; 4] = [
            (&[("HOME", "/h")], Some("/h/.cache/trangnhat/tools")),
            (&[("HOME", "/h"), ("XDG_CACHE_HOME", "/c")], Some("/c/trangnhat/tools")),
            (&[("HOME", "/h"), (VARIABLE, "/t")], Some("/t")),
            (&[], None),
        ];
        for (variables, expected) in table {
            let found = place(|name| {
                variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into())
            });
            assert_eq!(found, expected.map(PathBuf::from));
        }
    }
}
