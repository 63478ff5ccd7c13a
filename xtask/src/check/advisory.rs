//! One advisory of the RustSec database: Markdown that begins with a block of TOML.

use semver::{Version, VersionReq};
use serde::Deserialize;

/// How bad it is.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub enum Kind {
    /// A vulnerability.
    Flaw,
    /// Worth knowing: nobody maintains the package any more, for instance.
    Notice,
}

/// What is known about a package.
#[derive(Debug)]
pub struct Advisory {
    /// As in `RUSTSEC-2024-0001`.
    pub id: String,
    /// In one line.
    pub title: String,
    /// How bad it is.
    pub kind: Kind,
    withdrawn: bool,
    /// Versions that are fine: mended, or never concerned.
    fine: Vec<VersionReq>,
}

#[derive(Deserialize)]
struct Front {
    advisory: About,
    #[serde(default)]
    versions: Versions,
}

#[derive(Deserialize)]
struct About {
    id: String,
    withdrawn: Option<String>,
    informational: Option<String>,
}

#[derive(Deserialize, Default)]
struct Versions {
    #[serde(default)]
    patched: Vec<VersionReq>,
    #[serde(default)]
    unaffected: Vec<VersionReq>,
}

impl Advisory {
    /// Reads a file of the database.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (front, rest) = text
            .trim_start()
            .strip_prefix("```toml")
            .and_then(|text| text.split_once("\n```"))
            .ok_or_else(|| "it does not begin with a block of TOML".to_owned())?;
        let front: Front = toml::from_str(front).map_err(|error| error.to_string())?;
        let title = rest.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or("no title");
        let kind = match front.advisory.informational {
            None => Kind::Flaw,
            Some(_) => Kind::Notice,
        };
        Ok(Self {
            id: front.advisory.id,
            title: title.trim().to_owned(),
            kind,
            withdrawn: front.advisory.withdrawn.is_some(),
            fine: [front.versions.patched, front.versions.unaffected].concat(),
        })
    }

    /// Whether a version has the flaw.
    pub fn concerns(&self, version: &Version) -> bool {
        !self.withdrawn && !self.fine.iter().any(|fine| fine.matches(version))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "```toml\n[advisory]\nid = \"RUSTSEC-2020-0001\"\npackage = \"a\"\n\
                        date = \"2020-01-01\"\n\n[versions]\npatched = [\">= 1.2.3\"]\n\
                        unaffected = [\"< 1.0.0\"]\n```\n\n# It overflows\n\nAt length.\n";

    fn version(text: &str) -> Version {
        Version::parse(text).expect("a version")
    }

    #[test]
    fn versions_with_the_flaw_are_told_from_those_without() {
        let advisory = Advisory::parse(TEXT).expect("an advisory");
        assert_eq!(advisory.title, "It overflows");
        assert_eq!(advisory.kind, Kind::Flaw);
        let table = [("0.9.0", false), ("1.0.0", true), ("1.2.2", true), ("1.2.3", false)];
        for (text, concerned) in table {
            assert_eq!(advisory.concerns(&version(text)), concerned, "{text}");
        }
    }

    #[test]
    fn what_was_withdrawn_or_only_informs_stops_nothing() {
        let withdrawn = TEXT.replace("package =", "withdrawn = \"2021-01-01\"\npackage =");
        let advisory = Advisory::parse(&withdrawn).expect("an advisory");
        assert!(!advisory.concerns(&version("1.0.0")));
        let informs = TEXT.replace("package =", "informational = \"unmaintained\"\npackage =");
        assert_eq!(Advisory::parse(&informs).expect("an advisory").kind, Kind::Notice);
    }

    #[test]
    fn a_file_of_another_shape_is_an_error() {
        assert!(Advisory::parse("# Hello").is_err());
    }
}
