//! Debian's packages.

use super::find;
use crate::fail::Fail;
use crate::process::Program;
use crate::say;

/// Installs packages where that needs nobody's password: on Debian, as root. Elsewhere it says
/// what to type.
pub fn install(packages: &[&str], purpose: &str) -> Result<(), Fail> {
    let by_hand = |why: &str| Fail::Missing {
        what: format!("{purpose} is missing, {why}"),
        command: format!("sudo apt-get install {}", packages.join(" ")),
    };
    if !here() {
        return Err(by_hand("and this is no Debian or Ubuntu"));
    }
    if !root() {
        return Err(by_hand("and only root may install it"));
    }
    say::timed(&format!("installing {} ({purpose})", packages.join(", ")), || {
        // A machine that never listed its packages knows none; one without network may still
        // have them at hand, so only the installation decides.
        if let Err(fail) = apt().args(["update", "-q"]).run() {
            say::notice(&fail.to_string());
        }
        apt().args(["install", "-y", "-q", "--no-install-recommends"]).args(packages).run()
    })
    .map_err(|fail| by_hand(&format!("and {fail}")))
}

/// Whether there is apt.
pub fn here() -> bool {
    find::first(&["apt-get"]).is_some()
}

fn apt() -> Program {
    Program::new("installing packages", "apt-get").env("DEBIAN_FRONTEND", "noninteractive")
}

#[cfg(unix)]
fn root() -> bool {
    rustix::process::geteuid().is_root()
}

#[cfg(not(unix))]
fn root() -> bool {
    false
}
