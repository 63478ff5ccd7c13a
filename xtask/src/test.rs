//! Every test: those that need no browser, those that read the built site in Chromium, the budgets
//! that hold on a busy machine, and those that read it in Firefox and WebKit.

mod others;

use crate::app::{self, Profile};
use crate::args::{self, Which};
use crate::bench;
use crate::fail::Fail;
use crate::paths::Repo;
use crate::press::{self, Parts};
use crate::process::Program;
use crate::say;
use crate::tools::browser::{Browser, CHROMEDRIVER, CHROMIUM};
use crate::tools::others::Engine;
use crate::tools::servers;
use crate::weight;

/// Runs them. What follows is run even where something fails: one run tells all.
pub fn run(repo: &Repo, options: &args::Test) -> Result<(), Fail> {
    let name = options.name.as_deref();
    let mut ended = Vec::new();
    if matches!(options.which, Which::All | Which::Native) {
        ended.push(native(repo, name));
    }
    if matches!(options.which, Which::All | Which::Browser) {
        ended.push(browser(repo, name));
    }
    match options.which {
        Which::All => ended.extend(Engine::ALL.map(|engine| others::if_there(repo, engine, name))),
        Which::Other(engine) => ended.push(others::run(repo, engine, name)),
        Which::Native | Which::Browser => {}
    }
    all(ended)
}

/// The last failure; those before it are said.
fn all(ended: impl IntoIterator<Item = Result<(), Fail>>) -> Result<(), Fail> {
    let mut fails: Vec<Fail> = ended.into_iter().filter_map(Result::err).collect();
    let Some(last) = fails.pop() else { return Ok(()) };
    fails.iter().for_each(say::failure);
    Err(last)
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
    surroundings.parts().lay_out_anew(repo, &repo.demo(), &site)?;
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
    all([tests, budgets, weight::hold(repo, app::weights(&surroundings.built.app)?)])
}

/// What every test in Chromium needs.
pub struct Surroundings {
    browser: Browser,
    built: Built,
}

impl Surroundings {
    /// Brings the browser, and builds the app and the press.
    pub fn ensure(repo: &Repo) -> Result<Self, Fail> {
        Ok(Self { browser: Browser::ensure()?, built: Built::ensure(repo)? })
    }

    /// What sites are laid out with.
    pub fn parts(&self) -> Parts<'_> {
        Parts { press: &self.built.press, app: &self.built.app }
    }

    /// cargo, with everything that the tests look up in their environment.
    pub fn cargo(&self, repo: &Repo, doing: &str) -> Program {
        self.built
            .cargo(repo, doing)
            .env(CHROMIUM, &self.browser.chromium)
            .env(CHROMEDRIVER, &self.browser.driver)
    }
}

/// What every test in any browser needs.
pub struct Built {
    app: std::path::PathBuf,
    press: std::path::PathBuf,
}

impl Built {
    /// Builds the app and the press.
    pub fn ensure(repo: &Repo) -> Result<Self, Fail> {
        let app = app::build(repo, Profile::Release)?;
        let press = say::timed("building the press", || press::binary(repo))?;
        Ok(Self { app, press })
    }

    /// cargo, with what the tests lay sites out with.
    pub fn cargo(&self, repo: &Repo, doing: &str) -> Program {
        press::cargo(repo, doing)
            .env("TRANGNHAT_APP", &self.app)
            .env("TRANGNHAT_PRESS", &self.press)
    }
}
