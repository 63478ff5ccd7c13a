//! A browser in front of a site, as it is measured: new each time, so that nothing is kept from
//! the time before; over HTTP/2 and TLS, as a CDN answers.

use std::path::{Path, PathBuf};

use base64::{Engine, engine::general_purpose::STANDARD};
use e2e::{Outcome, driver::Place, reader::Reader, wishes::wishes};
use host::{Options, Server};
use serde_json::json;
use sha2::{Digest, Sha256};
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel, WebDriver};

use crate::line;

/// What is noted in every document.
const NOTES: &str = include_str!("notes.js");

/// How a site is opened.
#[derive(Debug, Clone)]
pub struct Opening {
    root: PathBuf,
    width: u32,
    phone: bool,
    slow: bool,
    logged: bool,
}

impl Opening {
    /// On a phone of 390 pixels, without brakes.
    pub fn of(root: &Path) -> Self {
        Self { root: root.to_owned(), width: 390, phone: true, slow: false, logged: false }
    }

    /// At another width; a phone below 768 pixels, a desk from there on.
    pub fn wide(self, width: u32) -> Self {
        Self { width, phone: width < 768, ..self }
    }

    /// On a slow line and a slow processor.
    pub fn slow(self) -> Self {
        Self { slow: true, ..self }
    }

    /// With a log of what goes over the line, which holds some memory of its own.
    pub fn logged(self) -> Self {
        Self { logged: true, ..self }
    }

    /// Opens it, and hands it to whoever measures.
    pub async fn read<T>(&self, measure: impl AsyncFnOnce(&Reader) -> Outcome<T>) -> Outcome<T> {
        let place = Place::take().await?;
        let options =
            Options { root: self.root.clone(), base: "/".into(), port: None, reload: false };
        let server = Server::start_secure(options).await?;
        let mut wishes = wishes(self.width, self.phone)?;
        wishes.add_arg(&trust(&server))?;
        if self.logged {
            wishes.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
        }
        let driver = WebDriver::new(place.url(), wishes).await?;
        let reader = Reader::new(driver.clone(), server);
        let measured = async {
            reader.cdp("Page.enable", json!({})).await?;
            let script = json!({"source": NOTES});
            reader.cdp("Page.addScriptToEvaluateOnNewDocument", script).await?;
            if self.slow {
                line::slow(&reader).await?;
            }
            measure(&reader).await
        }
        .await;
        // A browser that does not quit is ended with its driver.
        let _quit = driver.quit().await;
        measured
    }
}

/// What tells a browser to trust a server. Trusted, rather than its faults overlooked: what comes
/// over a connection with a faulty certificate is never kept by the browser.
pub fn trust(server: &Server) -> String {
    let key = STANDARD.encode(Sha256::digest(server.key().unwrap_or_default()));
    format!("--ignore-certificate-errors-spki-list={key}")
}
