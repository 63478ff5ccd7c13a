//! The tests that read a real newsroom's folder, as a reader would.

use std::path::Path;

use crate::fail::Fail;
use crate::paths::Repo;
use crate::press;
use crate::say;
use crate::test::Surroundings;

/// Builds the release site of a folder and reads it in a browser.
pub fn run(repo: &Repo, folder: &Path) -> Result<(), Fail> {
    let folder = press::absolute(Some(folder), repo.demo())?;
    if !folder.is_dir() {
        return Err(Fail::Wrong(format!("there is no folder {}", folder.display())));
    }
    let surroundings = Surroundings::ensure(repo)?;
    let site = repo.target().join("acceptance");
    surroundings.parts().lay_out_anew(repo, &folder, &site)?;
    say::timed("reading the real paper in a browser", || {
        surroundings
            .cargo(repo, "acceptance tests")
            .args(["test", "-p", "e2e", "--test", "acceptance", "--no-fail-fast"])
            .env("TRANGNHAT_REAL", &folder)
            .env("TRANGNHAT_REAL_SITE", &site)
            .run()
    })
}
