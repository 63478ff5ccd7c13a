//! The tests in Firefox and WebKit: the same, once for each.

use super::Built;
use crate::fail::Fail;
use crate::paths::Repo;
use crate::say;
use crate::tools::others::Engine;

/// As part of all tests.
pub fn if_there(repo: &Repo, engine: Engine, name: Option<&str>) -> Result<(), Fail> {
    match engine.ensure() {
        Ok(_) => run(repo, engine, name),
        Err(fail) => without(engine, fail, ci()),
    }
}

/// A machine that cannot have the browser is told so and fails nothing: there is no `WebKitGTK` for
/// a Mac. Where CI says that everything must be run, it fails.
fn without(engine: Engine, fail: Fail, ci: bool) -> Result<(), Fail> {
    if ci {
        return Err(fail);
    }
    say::notice(&format!("NOTHING WAS TESTED IN {}: {fail}", engine.name()));
    Ok(())
}

/// Asked for by name: where the browser cannot be had, it fails.
pub fn run(repo: &Repo, engine: Engine, name: Option<&str>) -> Result<(), Fail> {
    let programs = engine.ensure()?;
    let built = Built::ensure(repo)?;
    let engine = engine.name();
    say::timed(&format!("reading the tests' paper in {engine}"), || {
        let cargo = built.cargo(repo, &format!("tests in {engine}"));
        programs
            .iter()
            .fold(cargo, |cargo, (variable, value)| cargo.env(variable, value))
            .args(["test", "-p", "e2e", "--test", "others", "--no-fail-fast"])
            .args(name)
            .run()
    })
}

fn ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_that_cannot_be_had_fails_ci_and_nobody_else() {
        let fail = || Fail::Wrong("not to be had".to_owned());
        assert!(without(Engine::WebKit, fail(), true).is_err());
        assert!(without(Engine::WebKit, fail(), false).is_ok());
    }
}
