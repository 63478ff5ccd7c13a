//! Every test: those that need no browser, those that read the built site in one, and the budgets
//! that hold on a busy machine.

use std::path::Path;

use crate::app::{self, Profile};
use crate::args::{self, Which};
use crate::bench;
use crate::fail::Fail;
use crate::paths::Repo;
use crate::press::{self, Parts};
use crate::process::Program;
use crate::say;
use crate::tools::browser::{Browser, CHROMEDRIVER, CHROMIUM};
use crate::tools::servers;
use crate::weight;

/// Runs them. The second half is run even where the first fails: one run tells all.
pub fn run(repo: &Repo, options: &args::Test) -> Result<(), Fail> {
    let name = options.name.as_deref();
    let native = match options.which {
        Which::Browser => Ok(()),
        Which::All | Which::Native => native(repo, name),
    };
    let browser = match options.which {
        Which::Native => Ok(()),
        Which::All | Which::Browser => browser(repo, name),
    };
    if let (Err(first), Err(_)) = (&native, &browser) {
        say::failure(first);
    }
    browser.and(native)
}

fn native(repo: &Repo, name: Option<&str>) -> Result<(), Fail> {
    let servers = servers::envs();
    let parts = say::timed("testing story, darkroom, lightbox, host, press and xtask", || {
        let cargo = press::cargo(repo, "native tests");
        let cargo = servers.iter().fold(cargo, |cargo, (name, path)| cargo.env(name, path));
        cargo
            .args([
                "test", "-p", "story", "-p", "darkroom", "-p", "lightbox", "-p", "host", "-p",
                "press", "-p", "xtask",
            ])
            .args(["--features", "story/check,host/secure", "--no-fail-fast"])
            .args(name)
            .run()
    });
    // Apart: the app is built for the press here, which nothing else must meet.
    let app = say::timed("testing what the app does without a browser", || {
        press::cargo(repo, "the app's native tests")
            .args(["test", "-p", "trangnhat", "--lib", "--features", "ssr", "--no-fail-fast"])
            .args(name)
            .run()
    });
    parts.and(app)
}

fn browser(repo: &Repo, name: Option<&str>) -> Result<(), Fail> {
    let surroundings = Surroundings::ensure(repo)?;
    let site = repo.target().join("site");
    surroundings.parts().lay_out(repo, &repo.demo(), &site)?;
    let tests = say::timed("testing the built site in a browser", || {
        surroundings
            .cargo(repo, "browser tests")
            .args(["test", "-p", "e2e", "--no-fail-fast"])
            .args(name)
            .env("TRANGNHAT_SITE", &site)
            .run()
    });
    // Who asks for one test by its name is not asking for this.
    let budgets = if name.is_some() { Ok(()) } else { bench::short(repo, &surroundings, &site) };
    let weight = weight::hold(repo, app::weights(&surroundings.app)?);
    let mut all = [tests, budgets, weight].into_iter().filter_map(Result::err);
    let Some(last) = all.next_back() else { return Ok(()) };
    all.for_each(|fail| say::failure(&fail));
    Err(last)
}

/// What every test in a browser needs.
pub struct Surroundings {
    browser: Browser,
    app: std::path::PathBuf,
    press: std::path::PathBuf,
}

impl Surroundings {
    /// Brings the browser, and builds the app and the press.
    pub fn ensure(repo: &Repo) -> Result<Self, Fail> {
        let browser = Browser::ensure()?;
        let app = app::build(repo, Profile::Release)?;
        let press = say::timed("building the press", || press::binary(repo))?;
        Ok(Self { browser, app, press })
    }

    /// What sites are laid out with.
    pub fn parts(&self) -> Parts<'_> {
        Parts { press: &self.press, app: &self.app }
    }

    /// cargo, with everything that the tests look up in their environment.
    pub fn cargo(&self, repo: &Repo, doing: &str) -> Program {
        let variables: [(&str, &Path); 4] = [
            (CHROMIUM, &self.browser.chromium),
            (CHROMEDRIVER, &self.browser.driver),
            ("TRANGNHAT_APP", &self.app),
            ("TRANGNHAT_PRESS", &self.press),
        ];
        variables
            .into_iter()
            .fold(press::cargo(repo, doing), |program, (name, value)| program.env(name, value))
    }
}
