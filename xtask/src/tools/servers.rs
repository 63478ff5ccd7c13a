//! Programs of others that the press's tests meet: web servers that people host papers on, an XML
//! validator, a text browser, an object store.

use std::path::{Path, PathBuf};

use super::table::{DEBIAN_SERVERS, MOTO};
use super::{apt, cache, find};
use crate::fail::Fail;
use crate::process::Program;
use crate::say;

/// Where Debian keeps servers, which is not on everybody's `PATH`.
const SBIN: &str = "/usr/sbin";

/// Brings what is missing, and gives the variables that name it to the tests. What cannot be brought
/// is said and left out: the tests that need it say so too, and fail only in CI.
pub fn envs() -> Vec<(&'static str, PathBuf)> {
    let programs = [
        ("nginx", "TRANGNHAT_NGINX"),
        ("caddy", "TRANGNHAT_CADDY"),
        ("xmllint", "TRANGNHAT_XMLLINT"),
        ("w3m", "TRANGNHAT_W3M"),
    ];
    if programs.iter().any(|(name, _)| program(name).is_none())
        && let Err(fail) = debian()
    {
        say::notice(&fail.to_string());
    }
    let found =
        programs.into_iter().filter_map(|(name, variable)| Some((variable, program(name)?)));
    let mut envs: Vec<_> = found.collect();
    match moto() {
        Ok(moto) => envs.push(("TRANGNHAT_MOTO_SERVER", moto)),
        Err(fail) => say::notice(&fail.to_string()),
    }
    envs
}

/// Their packages start servers, open to the network, where there is systemd to start them: there it
/// is left to whoever owns the machine.
fn debian() -> Result<(), Fail> {
    if Path::new("/run/systemd/system").exists() {
        return Err(Fail::Missing {
            what:
                "nginx, Caddy, xmllint or w3m (for tests) is missing, and installing starts servers"
                    .to_owned(),
            command: format!("sudo apt-get install {}", DEBIAN_SERVERS.join(" ")),
        });
    }
    apt::install(DEBIAN_SERVERS, "nginx, Caddy, xmllint and w3m (for tests)")
}

fn program(name: &str) -> Option<PathBuf> {
    find::first(&[name]).or_else(|| Some(Path::new(SBIN).join(name)).filter(|path| path.is_file()))
}

/// An object store that speaks as S3 does, in the cache folder.
fn moto() -> Result<PathBuf, Fail> {
    let root = cache::folder("moto", MOTO)?;
    let program = root.join("bin").join("moto_server");
    if program.is_file() {
        return Ok(program);
    }
    let missing = |what: String| Fail::Missing {
        what: format!("moto (an object store, for tests) cannot be installed: {what}"),
        command: "install Python 3 with its venv module (python3-venv on Debian)".to_owned(),
    };
    let python = find::first(&["python3"]).ok_or_else(|| missing("no python3".to_owned()))?;
    say::timed(&format!("installing moto {MOTO} into {}", root.display()), || {
        Program::new("making a place for moto", python).args(["-m", "venv"]).arg(&root).run()?;
        Program::new("installing moto", root.join("bin").join("python"))
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
            .arg(format!("moto[server]=={MOTO}"))
            .run()
    })
    .map_err(|fail| missing(fail.to_string()))?;
    Ok(program)
}
