//! `deny.toml`: what is allowed, in the words that cargo-deny understands too.

use std::fs;

use serde::Deserialize;

use crate::fail::Fail;
use crate::paths::Repo;

/// The parts of the file that are read here.
#[derive(Debug, Deserialize)]
pub struct Deny {
    /// Licences.
    pub licenses: Licenses,
    /// Known flaws.
    pub advisories: Advisories,
}

/// Licences that dependencies may have.
#[derive(Debug, Deserialize)]
pub struct Licenses {
    /// By their SPDX names.
    pub allow: Vec<String>,
    /// More of them for single packages.
    #[serde(default)]
    pub exceptions: Vec<Exception>,
}

/// Licences that one package may have.
#[derive(Debug, Deserialize)]
pub struct Exception {
    /// The package.
    #[serde(rename = "crate")]
    pub package: String,
    /// By their SPDX names.
    pub allow: Vec<String>,
}

/// Flaws that are known and accepted.
#[derive(Debug, Deserialize)]
pub struct Advisories {
    /// Each with its reason.
    #[serde(default)]
    pub ignore: Vec<Ignored>,
}

/// One of them.
#[derive(Debug, Deserialize)]
pub struct Ignored {
    /// As in `RUSTSEC-2024-0001`.
    pub id: String,
}

impl Deny {
    /// Reads the file.
    pub fn read(repo: &Repo) -> Result<Self, Fail> {
        let path = repo.join("deny.toml");
        let text = fs::read_to_string(&path).map_err(Fail::file("read", &path))?;
        toml::from_str(&text).map_err(|error| Fail::Wrong(format!("deny.toml: {error}")))
    }
}
