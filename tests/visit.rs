//! A visit: a browser in front of a site, from its opening to what it leaves behind.

use std::{fs, panic::AssertUnwindSafe, path::PathBuf};

use futures_util::FutureExt;
use host::{Options, Server};
use serde_json::json;
use thirtyfour::{
    CapabilitiesHelper, ChromiumLikeCapabilities, LoggingPrefsLogLevel, PageLoadStrategy,
    WebDriver, error::WebDriverResult,
};

use crate::{
    Outcome,
    driver::Place,
    reader::Reader,
    site::{Site, work},
    watch,
    wishes::wishes,
};

/// Who reads, and what.
#[derive(Debug, Clone)]
pub struct Visit {
    folder: Option<PathBuf>,
    base: Option<String>,
    site: Site,
    phone: bool,
    dark: bool,
    faulty: bool,
    patient: bool,
    width: u32,
}

/// A reader at a desk, 1440 pixels wide, with the tests' own paper.
pub fn desk() -> Visit {
    let site = Site::Kit;
    Visit {
        folder: None,
        base: None,
        site,
        phone: false,
        dark: false,
        faulty: false,
        patient: true,
        width: 1440,
    }
}

/// A reader with a phone, 390 pixels wide, with the tests' own paper.
pub fn phone() -> Visit {
    Visit { phone: true, width: 390, ..desk() }
}

impl Visit {
    /// Another site.
    #[must_use]
    pub fn of(self, site: Site) -> Self {
        Self { site, ..self }
    }

    /// Any folder, under `/`.
    #[must_use]
    pub fn of_folder(self, folder: PathBuf) -> Self {
        Self { folder: Some(folder), ..self }
    }

    /// Served under another path, which begins and ends with a slash.
    #[must_use]
    pub fn under(self, base: &str) -> Self {
        Self { base: Some(base.to_owned()), ..self }
    }

    /// Whose system asks for dark.
    #[must_use]
    pub fn dark(self) -> Self {
        Self { dark: true, ..self }
    }

    /// Another width, in CSS pixels.
    #[must_use]
    pub fn wide(self, width: u32) -> Self {
        Self { width, ..self }
    }

    /// Something goes wrong on purpose: the console may say so.
    #[must_use]
    pub fn faulty(self) -> Self {
        Self { faulty: true, ..self }
    }

    /// Who does not wait until a page has all its pictures: it can be looked at on its way.
    #[must_use]
    pub fn impatient(self) -> Self {
        Self { patient: false, ..self }
    }

    /// Opens a browser, lets the test read, and looks at the console afterwards. A failure leaves
    /// a screenshot and the console's lines.
    ///
    /// # Errors
    /// What the test says; a line on the console of a page that is good.
    pub async fn read(self, test: impl AsyncFnOnce(&Reader) -> Outcome) -> Outcome {
        let place = Place::take().await?;
        let root = match &self.folder {
            Some(folder) => folder.clone(),
            None => self.site.folder()?,
        };
        let base = self.base.clone().unwrap_or_else(|| self.site.base().to_owned());
        let server = Server::start(Options { root, base, port: None, reload: false }).await?;
        let driver = self.open(&place).await?;
        let reader = Reader::new(driver.clone(), server);
        let ended = AssertUnwindSafe(async {
            reader.cdp("Page.enable", json!({})).await?;
            reader.before_each_document(watch::SCRIPT).await?;
            if self.dark {
                let dark = json!([{"name": "prefers-color-scheme", "value": "dark"}]);
                reader.cdp("Emulation.setEmulatedMedia", json!({"features": dark})).await?;
            }
            test(&reader).await?;
            if self.faulty { Ok(()) } else { reader.is_quiet().await }
        })
        .catch_unwind()
        .await;
        if !matches!(ended, Ok(Ok(()))) {
            leave_traces(&reader).await;
        }
        // The verdict is in `ended`; a browser that does not quit is ended with its driver.
        let _quit = driver.quit().await;
        match ended {
            Ok(outcome) => outcome,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    }

    async fn open(&self, place: &Place) -> WebDriverResult<WebDriver> {
        let mut wishes = wishes(self.width, self.phone)?;
        if !self.patient {
            wishes.set_page_load_strategy(PageLoadStrategy::None)?;
        }
        wishes.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        WebDriver::new(place.url(), wishes).await
    }
}

async fn leave_traces(reader: &Reader) {
    let thread = std::thread::current();
    let name = thread.name().unwrap_or("test").replace("::", ".");
    let folder = work();
    let lines = reader.console().await.unwrap_or_default();
    let url = reader.url().await.unwrap_or_default();
    // A failure that cannot be written down is a failure all the same.
    let _made = fs::create_dir_all(&folder);
    let text = format!("{url}\n{}\n", lines.join("\n"));
    let _written = fs::write(folder.join(format!("{name}.txt")), text);
    let _shot = reader.driver().screenshot(&folder.join(format!("{name}.png"))).await;
}
