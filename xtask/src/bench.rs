//! The budgets, measured over the built demo paper.

use std::path::Path;

use crate::args::Bench;
use crate::fail::Fail;
use crate::paths::Repo;
use crate::process::Program;
use crate::say;
use crate::test::Surroundings;
use crate::tools::{self, Rivals};

/// Builds the site and measures it; fails where a budget is broken.
pub fn run(repo: &Repo, what: Bench) -> Result<(), Fail> {
    // Before the long build, so that what is missing is said at once.
    let lighthouse = (what == Bench::Lighthouse).then(tools::lighthouse).transpose()?;
    let rivals = (what == Bench::Gallery).then(tools::rivals).transpose()?;
    if matches!(what, Bench::Press { .. }) {
        tools::hugo()?;
    }
    let surroundings = Surroundings::ensure(repo)?;
    let site = repo.target().join("site");
    if let Bench::Press { million } = what {
        return press(repo, &surroundings, million);
    }
    surroundings.parts().lay_out_anew(repo, &repo.demo(), &site)?;
    let program = bench(repo, &surroundings, &site);
    let program = match (lighthouse, rivals) {
        (Some(lighthouse), _) => program
            .args(["lighthouse", "--write"])
            .arg(repo.join("docs/lighthouse.md"))
            .env("TRANGNHAT_LIGHTHOUSE", lighthouse),
        (_, Some(Rivals { photoswipe, embla })) => program
            .args(["gallery", "--write"])
            .arg(repo.join("docs/benchmarks-gallery.md"))
            .env("TRANGNHAT_PHOTOSWIPE", photoswipe)
            .env("TRANGNHAT_EMBLA", embla),
        _ if what == Bench::Short => program.arg("--short"),
        _ => program.arg("--write").arg(repo.join("docs/benchmarks.md")),
    };
    say::timed("measuring the built site in a browser", || program.run())
}

/// The press itself, on a paper of twenty years.
fn press(repo: &Repo, surroundings: &Surroundings, million: bool) -> Result<(), Fail> {
    let parts = surroundings.parts();
    let program = surroundings
        .cargo(repo, "measuring")
        .args(["run", "--quiet", "-p", "e2e", "--bin", "bench", "--", "press"])
        .args(million.then_some("--million"))
        .arg("--write")
        .arg(repo.join("docs/benchmarks-press.md"))
        .env("TRANGNHAT_PRESS", parts.press)
        .env("TRANGNHAT_APP", parts.app)
        .env("TRANGNHAT_STYLE", repo.style())
        .env("TRANGNHAT_PUBLIC", repo.public())
        .env("TRANGNHAT_ROOM", repo.target().join("room"));
    say::timed("measuring the press on a large paper", || program.run())
}

/// What holds on a busy machine, of a site that is there already.
pub fn short(repo: &Repo, surroundings: &Surroundings, site: &Path) -> Result<(), Fail> {
    say::timed("holding the built site against its budgets", || {
        bench(repo, surroundings, site).arg("--short").run()
    })
}

fn bench(repo: &Repo, surroundings: &Surroundings, site: &Path) -> Program {
    let program = surroundings
        .cargo(repo, "measuring")
        .args(["run", "--quiet", "-p", "e2e", "--bin", "bench", "--"])
        .env("TRANGNHAT_SITE", site);
    let real = repo.root().join("../shared/real");
    if real.is_dir() { program.env("TRANGNHAT_REAL", real) } else { program }
}
