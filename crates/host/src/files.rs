//! Which file of the folder an address leads to.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

/// What an address leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// This file.
    File(PathBuf),
    /// The same address with a slash at its end: it names a folder.
    Folder,
    /// Nothing.
    Nothing,
}

/// The address inside the site, with a leading slash: `/bao/tin/` under `/bao/` is `/tin/`.
///
/// None where the address is outside the site.
pub fn inside<'a>(base: &str, path: &'a str) -> Option<&'a str> {
    let without_slash = base.strip_suffix('/')?;
    path.strip_prefix(without_slash).filter(|inside| inside.starts_with('/'))
}

/// Finds the file for an address inside the site.
///
/// Nothing outside the folder is ever found, by dots or by links; nor is what starts with a dot,
/// nor the files that tell a host how to serve.
pub async fn find(root: &Path, inside: &str) -> Found {
    let Ok(decoded) = percent_decode_str(inside).decode_utf8() else { return Found::Nothing };
    let path = decoded.trim_start_matches('/');
    if decoded.len() - path.len() != 1 || matches!(path, "_headers" | "_redirects") {
        return Found::Nothing;
    }
    let names = path.strip_suffix('/').unwrap_or(path);
    let mut file = root.to_path_buf();
    if !names.is_empty() {
        for name in names.split('/') {
            if name.is_empty() || name.starts_with('.') || name.contains(['\\', '\0', ':']) {
                return Found::Nothing;
            }
            file.push(name);
        }
    }
    let folder = path.is_empty() || path.ends_with('/');
    let is_folder = tokio::fs::metadata(&file).await.is_ok_and(|about| about.is_dir());
    match (folder, is_folder) {
        (true, true) => in_root(root, file.join("index.html")).await,
        (true, false) => Found::Nothing,
        (false, true) if file.join("index.html").is_file() => Found::Folder,
        (false, true) => Found::Nothing,
        (false, false) => in_root(root, file).await,
    }
}

/// The file, if it is one and lies in the folder even after links are followed.
async fn in_root(root: &Path, file: PathBuf) -> Found {
    let (Ok(root), Ok(real)) =
        (tokio::fs::canonicalize(root).await, tokio::fs::canonicalize(&file).await)
    else {
        return Found::Nothing;
    };
    if real.starts_with(root) && real.is_file() { Found::File(file) } else { Found::Nothing }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_is_taken_off() {
        let cases = [
            ("/", "/", Some("/")),
            ("/", "/a/b", Some("/a/b")),
            ("/bao/", "/bao/", Some("/")),
            ("/bao/", "/bao/tin/", Some("/tin/")),
            ("/bao/", "/bao", None),
            ("/bao/", "/baobab/", None),
            ("/bao/", "/", None),
        ];
        for (base, path, expected) in cases {
            assert_eq!(inside(base, path), expected, "{path} under {base}");
        }
    }
}
