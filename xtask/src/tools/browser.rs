//! Chromium and its driver, for the tests that read the paper as a reader does.

use std::env;
use std::path::{Path, PathBuf};

use super::table::DEBIAN_BROWSER;
use super::{apt, find, version};
use crate::fail::Fail;

/// The variables that name a browser and a driver; the tests read the same two.
pub const CHROMIUM: &str = "TRANGNHAT_CHROMIUM";
/// See [`CHROMIUM`].
pub const CHROMEDRIVER: &str = "TRANGNHAT_CHROMEDRIVER";

const BROWSERS: &[&str] =
    &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// A browser and the driver that fits it.
pub struct Browser {
    /// Chromium or Chrome.
    pub chromium: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

impl Browser {
    /// Named by a variable, on `PATH`, or installed.
    pub fn ensure() -> Result<Self, Fail> {
        let found = match Self::find() {
            Some(found) => found,
            None => {
                apt::install(DEBIAN_BROWSER, "Chromium and its driver (for the browser tests)")
                    .map_err(in_general)?;
                Self::find().ok_or_else(|| Fail::Missing {
                    what: "Chromium was installed but is not on PATH".to_owned(),
                    command: format!("{CHROMIUM}=… {CHROMEDRIVER}=… cargo xtask test"),
                })?
            }
        };
        found.fits()?;
        Ok(found)
    }

    fn find() -> Option<Self> {
        Some(Self {
            chromium: named(CHROMIUM).or_else(|| find::first(BROWSERS))?,
            driver: named(CHROMEDRIVER).or_else(|| find::first(&["chromedriver"]))?,
        })
    }

    fn fits(&self) -> Result<(), Fail> {
        match (major(&self.chromium), major(&self.driver)) {
            (Some(browser), Some(driver)) if browser == driver => Ok(()),
            (browser, driver) => Err(Fail::Missing {
                what: format!(
                    "{} (version {}) and {} (version {}) do not fit each other",
                    self.chromium.display(),
                    known(browser),
                    self.driver.display(),
                    known(driver)
                ),
                command: format!("{CHROMIUM}=… {CHROMEDRIVER}=… cargo xtask test"),
            }),
        }
    }
}

/// Where there is no apt, other words help more.
fn in_general(fail: Fail) -> Fail {
    if apt::here() {
        return fail;
    }
    Fail::Missing {
        what: "Chromium (or Chrome) and chromedriver are missing (for the browser tests)"
            .to_owned(),
        command:
            "npx @puppeteer/browsers install chrome@stable && npx @puppeteer/browsers install \
                  chromedriver@stable, then put both on PATH"
                .to_owned(),
    }
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn major(program: &Path) -> Option<u32> {
    version::numbers(&version::said_by(program)?).map(|(major, _)| major)
}

fn known(version: Option<u32>) -> String {
    version.map_or_else(|| "unknown".to_owned(), |version| version.to_string())
}
