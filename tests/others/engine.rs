//! Which browser it is, and how it is started.

use std::{env, path::PathBuf};

use e2e::Outcome;
use serde_json::json;
use thirtyfour::{Capabilities, error::WebDriverResult};

/// A browser that is not Chromium.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Firefox, without a window.
    Firefox,
    /// `WebKitGTK`, in a window on a screen that nobody sees.
    WebKit,
}

impl Engine {
    /// The one that these tests are to be run in.
    ///
    /// # Errors
    /// When the environment names none.
    pub fn asked() -> Outcome<Self> {
        match env::var("TRANGNHAT_ENGINE").as_deref() {
            Ok("firefox") => Ok(Self::Firefox),
            Ok("webkit") => Ok(Self::WebKit),
            _ => Err("TRANGNHAT_ENGINE is neither firefox nor webkit: run `cargo xtask test \
                      --firefox` or `--webkit`, which brings them"
                .into()),
        }
    }

    /// Its driver.
    pub fn driver(self) -> PathBuf {
        let (variable, usual) = match self {
            Self::Firefox => ("TRANGNHAT_GECKODRIVER", "geckodriver"),
            Self::WebKit => ("TRANGNHAT_WEBKITDRIVER", "WebKitWebDriver"),
        };
        env::var_os(variable).unwrap_or(usual.into()).into()
    }

    /// The narrowest window that it can have, in CSS pixels.
    pub fn narrowest(self) -> u32 {
        match self {
            Self::Firefox => 500,
            Self::WebKit => 390,
        }
    }

    /// Whether a wheel that the driver turns knows of the keys that are held down.
    pub fn wheel_knows_keys(self) -> bool {
        self == Self::Firefox
    }

    /// Whether the driver has fingers, and not only a mouse.
    pub fn has_fingers(self) -> bool {
        self == Self::Firefox
    }

    /// What the browser is asked to be.
    ///
    /// # Errors
    /// When a wish cannot be written down.
    pub fn wishes(self) -> WebDriverResult<Capabilities> {
        let mut wishes = Capabilities::new();
        let binary = |variable, usual: &str| env::var(variable).unwrap_or(usual.to_owned());
        match self {
            Self::Firefox => {
                wishes.set("browserName", "firefox")?;
                let options = json!({
                    "binary": binary("TRANGNHAT_FIREFOX", "firefox"),
                    "args": ["-headless"],
                    "prefs": {
                        // A mouse, which a machine without a screen would not have: it can point
                        // finely (4) and hover (2).
                        "ui.primaryPointerCapabilities": 6,
                        "ui.allPointerCapabilities": 6,
                        // It asks for nothing by itself, and finds no other machine.
                        "network.dns.localDomains": "nowhere.invalid",
                        "network.proxy.type": 1,
                        "network.proxy.http": "127.0.0.1",
                        "network.proxy.http_port": 9,
                        "network.proxy.ssl": "127.0.0.1",
                        "network.proxy.ssl_port": 9,
                        "network.proxy.allow_hijacking_localhost": false,
                        "network.proxy.no_proxies_on": "127.0.0.1"
                    }
                });
                wishes.set("moz:firefoxOptions", options)?;
            }
            Self::WebKit => {
                wishes.set("browserName", "MiniBrowser")?;
                let options = json!({
                    "binary": binary("TRANGNHAT_MINIBROWSER", "MiniBrowser"),
                    "args": ["--automation", "--full-screen"]
                });
                wishes.set("webkitgtk:browserOptions", options)?;
            }
        }
        Ok(wishes)
    }
}
