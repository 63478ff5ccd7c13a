//! The tests that read a real newsroom's folder, as a reader would.

use std::path::Path;

use crate::fail::Fail;
use crate::paths::Repo;
use crate::press;
use crate::say;
use crate::test::Surroundings;

/// A sub-path, which every site must be able to live under, and an address with it.
const SUB_PATH: &str = "/bao/";
const UNDER_PATH: &str = "https://paper.example/bao/";

/// Builds the release site of a folder and reads it in a browser: at the newsroom's own address, and
/// under a sub-path.
pub fn run(repo: &Repo, folder: &Path) -> Result<(), Fail> {
    let folder = press::absolute(Some(folder), repo.demo())?;
    if !folder.is_dir() {
        return Err(Fail::Wrong(format!("there is no folder {}", folder.display())));
    }
    let surroundings = Surroundings::ensure(repo)?;
    let site = repo.target().join("acceptance");
    surroundings.parts().lay_out_anew(repo, &folder, &site)?;
    read(repo, &surroundings, &folder, &site, "/")?;
    let site = repo.target().join("acceptance-under-path");
    surroundings.parts().lay_out_at(repo, &folder, &site, UNDER_PATH)?;
    read(repo, &surroundings, &folder, &site, SUB_PATH)
}

fn read(
    repo: &Repo,
    surroundings: &Surroundings,
    folder: &Path,
    site: &Path,
    base: &str,
) -> Result<(), Fail> {
    say::timed(&format!("reading the real paper in a browser, under {base}"), || {
        surroundings
            .cargo(repo, "acceptance tests")
            .args(["test", "-p", "e2e", "--test", "acceptance", "--no-fail-fast"])
            .env("TRANGNHAT_REAL", folder)
            .env("TRANGNHAT_REAL_SITE", site)
            .env("TRANGNHAT_REAL_BASE", base)
            .run()
    })
}
