//! What `Cargo.lock` says.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::fail::Fail;

/// The packages of a lock file.
#[derive(Debug, Deserialize)]
pub struct Lock {
    /// Every package, ours included.
    #[serde(rename = "package")]
    pub packages: Vec<Locked>,
}

/// A package in a version.
#[derive(Debug, Deserialize)]
pub struct Locked {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Where it comes from; our own packages come from nowhere.
    pub source: Option<String>,
}

impl Lock {
    /// Reads the lock file in a folder.
    pub fn read(root: &Path) -> Result<Self, Fail> {
        let path = root.join("Cargo.lock");
        let text = fs::read_to_string(&path).map_err(Fail::file("read", &path))?;
        Self::parse(&text).map_err(|error| Fail::Wrong(format!("{}: {error}", path.display())))
    }

    fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// The version of a package that must be there once.
    pub fn version_of(&self, name: &str) -> Result<&str, Fail> {
        let mut found = self.packages.iter().filter(|package| package.name == name);
        match (found.next(), found.next()) {
            (Some(package), None) => Ok(&package.version),
            (None, _) => Err(Fail::Wrong(format!("Cargo.lock names no package {name}"))),
            (Some(_), Some(_)) => {
                Err(Fail::Wrong(format!("Cargo.lock names {name} in more than one version")))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_found_where_there_is_exactly_one() {
        let lock = Lock::parse(
            "version = 4\n\
             [[package]]\nname = \"a\"\nversion = \"1.2.3\"\nsource = \"registry+x\"\n\
             [[package]]\nname = \"b\"\nversion = \"1.0.0\"\n\
             [[package]]\nname = \"b\"\nversion = \"2.0.0\"\n",
        )
        .expect("a lock file");
        assert_eq!(lock.version_of("a").expect("one"), "1.2.3");
        assert!(lock.version_of("b").expect_err("two").to_string().contains("more than one"));
        assert!(lock.version_of("c").expect_err("none").to_string().contains("no package c"));
    }
}
