//! Known flaws of dependencies, out of the RustSec database.
//!
//! The database is fetched with git into the folder of tools. Without network the last copy is
//! read, and where there has never been one that is said and nothing fails: a check that needs
//! the network must not stop who works without it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use semver::Version;

use super::advisory::{Advisory, Kind};
use super::deny::Deny;
use crate::fail::Fail;
use crate::paths::Repo;
use crate::process::Program;
use crate::say;
use crate::stamp::files_below;
use crate::tools::lock::{Lock, Locked};
use crate::tools::tools_folder;

/// The variable that names a copy of the database, for machines that cannot fetch one.
const VARIABLE: &str = "TRANGNHAT_ADVISORIES";

const DATABASE: &str = "https://github.com/RustSec/advisory-db";

/// How long fetching may take.
const LIMIT: Duration = Duration::from_secs(90);

/// Compares `Cargo.lock` with the database.
pub fn check(repo: &Repo) -> Result<(), Fail> {
    let Some(database) = database()? else {
        say::notice(&format!(
            "not checked: the list of advisories could not be fetched and there is no copy of it; \
             {VARIABLE}=FOLDER names one (a clone of {DATABASE})"
        ));
        return Ok(());
    };
    let ignored = Deny::read(repo)?.advisories.ignore;
    let lock = Lock::read(repo.root())?;
    let mut flaws = Vec::new();
    for package in lock.packages.iter().filter(|package| package.source.is_some()) {
        for advisory in about(&database, package)? {
            if ignored.iter().any(|one| one.id == advisory.id) {
                continue;
            }
            let said = format!(
                "{} in {} {}: {}",
                advisory.id, package.name, package.version, advisory.title
            );
            match advisory.kind {
                Kind::Flaw => flaws.push(said),
                Kind::Notice => say::notice(&said),
            }
        }
    }
    if flaws.is_empty() {
        say::plain(&format!("  {} packages, none with a known flaw", lock.packages.len()));
        return Ok(());
    }
    Err(Fail::Wrong(format!(
        "{}; take a newer version (cargo update), or state in deny.toml why it does not matter",
        flaws.join("; ")
    )))
}

/// What the database says about a package in this version.
fn about(database: &Path, package: &Locked) -> Result<Vec<Advisory>, Fail> {
    let Ok(version) = Version::parse(&package.version) else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for file in files_below(&database.join("crates").join(&package.name))? {
        let text = fs::read_to_string(&file).map_err(Fail::file("read", &file))?;
        match Advisory::parse(&text) {
            Ok(advisory) if advisory.concerns(&version) => found.push(advisory),
            Ok(_) => {}
            Err(why) => say::notice(&format!("{} is not understood: {why}", file.display())),
        }
    }
    Ok(found)
}

/// The folder of the database: named, or fetched anew, or as it was fetched last.
fn database() -> Result<Option<PathBuf>, Fail> {
    if let Some(named) = env::var_os(VARIABLE).filter(|value| !value.is_empty()) {
        return Ok(Some(PathBuf::from(named)));
    }
    let copy = tools_folder()?.join("advisory-db");
    let there = copy.join("crates").is_dir();
    let git = Program::new("fetching the list of advisories", "git")
        .env("GIT_TERMINAL_PROMPT", "0")
        .at_most(LIMIT);
    let fetched = if there {
        git.arg("-C").arg(&copy).args(["pull", "--quiet", "--ff-only"]).run()
    } else {
        git.args(["clone", "--quiet", "--depth", "1", DATABASE]).arg(&copy).run()
    };
    if let Err(fail) = fetched {
        say::notice(&fail.to_string());
        if there {
            say::notice("the copy fetched last is read instead");
        }
    }
    Ok(copy.join("crates").is_dir().then_some(copy))
}
