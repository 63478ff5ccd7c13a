//! Firefox and WebKit with their drivers, for the tests that read the paper in them.

use std::env;
use std::path::PathBuf;

use super::cargo_tool::CargoTool;
use super::table::{DEBIAN_FIREFOX, DEBIAN_WEBKIT, GECKODRIVER};
use super::{apt, find};
use crate::fail::Fail;

/// A browser that is not Chromium.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Firefox.
    Firefox,
    /// `WebKitGTK`'s own small browser. It needs a screen, which may be one that nobody sees.
    WebKit,
}

impl Engine {
    /// Each of them.
    pub const ALL: [Self; 2] = [Self::Firefox, Self::WebKit];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    /// What the tests look up in their environment: which of them it is, and its programs. Named
    /// by the same variables, found, or installed.
    pub fn ensure(self) -> Result<Vec<(&'static str, PathBuf)>, Fail> {
        match self {
            Self::Firefox => firefox(),
            Self::WebKit => webkit(),
        }
    }
}

fn firefox() -> Result<Vec<(&'static str, PathBuf)>, Fail> {
    let find = || named("TRANGNHAT_FIREFOX").or_else(|| find::first(&["firefox-esr", "firefox"]));
    let what = "Firefox (for the tests in it)";
    let browser = brought(find, DEBIAN_FIREFOX, what, "TRANGNHAT_FIREFOX=…")?;
    let driver = match named("TRANGNHAT_GECKODRIVER").or_else(|| find::first(&["geckodriver"])) {
        // Any fits: it goes by what the browser says of itself.
        Some(driver) => driver,
        None => CargoTool {
            package: "geckodriver",
            program: "geckodriver",
            version: GECKODRIVER.to_owned(),
            locked: true,
            purpose: "drives Firefox",
        }
        .ensure()?,
    };
    Ok(vec![
        ("TRANGNHAT_ENGINE", "firefox".into()),
        ("TRANGNHAT_FIREFOX", browser),
        ("TRANGNHAT_GECKODRIVER", driver),
    ])
}

fn webkit() -> Result<Vec<(&'static str, PathBuf)>, Fail> {
    let what = "WebKitGTK's browser, its driver and a screen for it (for the tests in WebKit)";
    let find = || {
        Some([
            ("TRANGNHAT_MINIBROWSER", named("TRANGNHAT_MINIBROWSER").or_else(mini_browser)?),
            program("TRANGNHAT_WEBKITDRIVER", "WebKitWebDriver")?,
            program("TRANGNHAT_XVFB", "Xvfb")?,
        ])
    };
    let variables = "TRANGNHAT_MINIBROWSER=… TRANGNHAT_WEBKITDRIVER=… TRANGNHAT_XVFB=…";
    let found = brought(find, DEBIAN_WEBKIT, what, variables)?;
    Ok(std::iter::once(("TRANGNHAT_ENGINE", "webkit".into())).chain(found).collect())
}

fn program(variable: &'static str, name: &str) -> Option<(&'static str, PathBuf)> {
    Some((variable, named(variable).or_else(|| find::first(&[name]))?))
}

/// It is not on `PATH`: Debian keeps it beside its library, Fedora and Arch among helpers.
fn mini_browser() -> Option<PathBuf> {
    let libraries = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let folders = libraries.map(|entry| entry.path());
    let folders = folders.chain(["/usr/lib".into(), "/usr/libexec".into(), "/usr/lib64".into()]);
    let versions = ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"];
    let mut all = folders.flat_map(|folder| versions.map(|version| folder.join(version)));
    all.find_map(|folder| Some(folder.join("MiniBrowser")).filter(|file| file.is_file()))
}

fn brought<T>(
    find: impl Fn() -> Option<T>,
    packages: &[&str],
    what: &str,
    variables: &str,
) -> Result<T, Fail> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if !apt::here() {
        return Err(Fail::Missing {
            what: format!("{what}: not found, and there is no apt to install it"),
            command: format!("{variables} cargo xtask test, once it is installed"),
        });
    }
    apt::install(packages, what)?;
    find().ok_or_else(|| Fail::Missing {
        what: format!("{what}: installed, and still not found"),
        command: format!("apt-get install --reinstall {}", packages.join(" ")),
    })
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}
