//! Every dependency has a licence that `deny.toml` allows.

use serde::Deserialize;

use super::deny::{Deny, Licenses};
use super::expression;
use crate::fail::Fail;
use crate::paths::Repo;
use crate::press;
use crate::say;

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
}

/// Asks cargo about every package and compares.
pub fn check(repo: &Repo) -> Result<(), Fail> {
    let deny = Deny::read(repo)?;
    let text = press::cargo(repo, "asking cargo about the dependencies")
        .args(["metadata", "--format-version", "1"])
        .capture()?;
    let metadata: Metadata = serde_json::from_str(&text)
        .map_err(|error| Fail::Wrong(format!("cargo metadata is not understood: {error}")))?;
    let wrong: Vec<String> =
        metadata.packages.iter().filter_map(|package| objection(package, &deny.licenses)).collect();
    if wrong.is_empty() {
        say::plain(&format!("  {} packages, all allowed", metadata.packages.len()));
        return Ok(());
    }
    Err(Fail::Wrong(format!(
        "{}; choose another package, or allow its licence in deny.toml",
        wrong.join("; ")
    )))
}

fn objection(package: &Package, licenses: &Licenses) -> Option<String> {
    let named = format!("{} {}", package.name, package.version);
    let Some(expression) = &package.license else {
        return Some(format!("{named} states no licence"));
    };
    let of_its_own = licenses.exceptions.iter().filter(|one| one.package == package.name);
    let more: Vec<&String> = of_its_own.flat_map(|one| &one.allow).collect();
    let allowed = |name: &str| {
        licenses.allow.iter().chain(more.iter().copied()).any(|allowed| allowed == name)
    };
    match expression::accepted(expression, &allowed) {
        Some(true) => None,
        Some(false) => Some(format!("{named} is under {expression}, which is not allowed")),
        None => Some(format!("{named}: the licence {expression:?} is not understood")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::deny::Exception;

    #[test]
    fn an_objection_names_package_and_licence() {
        let licenses = Licenses {
            allow: vec!["MIT".to_owned()],
            exceptions: vec![Exception {
                package: "fonts".to_owned(),
                allow: vec!["OFL-1.1".to_owned()],
            }],
        };
        let said = |name: &str, license: Option<&str>| {
            let package = Package {
                name: name.to_owned(),
                version: "1.0.0".to_owned(),
                license: license.map(str::to_owned),
            };
            objection(&package, &licenses)
        };
        assert_eq!(said("a", Some("MIT OR X")), None);
        assert_eq!(said("fonts", Some("OFL-1.1")), None);
        assert!(
            said("a", Some("OFL-1.1")).expect("not for a").contains("a 1.0.0 is under OFL-1.1")
        );
        assert!(said("a", None).expect("none").contains("states no licence"));
    }
}
