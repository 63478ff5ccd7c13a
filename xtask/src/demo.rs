//! What trunk's hook calls: lays the demo paper over what trunk built, so that `trunk serve` shows
//! a paper.

use std::env;
use std::path::PathBuf;

use crate::fail::Fail;
use crate::paths::Repo;
use crate::press::{self, Parts};
use crate::sync;

/// Lays the paper into trunk's folder before trunk shows it.
pub fn lay(repo: &Repo) -> Result<(), Fail> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or_else(|| {
        Fail::Usage("`lay-demo` is for trunk's hook, which sets TRUNK_STAGING_DIR".to_owned())
    })?;
    let press = press::binary(repo)?;
    let site = repo.target().join("trunk-site");
    Parts { press: &press, app: &staging }.lay_out(repo, &repo.demo(), &site)?;
    sync::over(&site, &staging)
}
