//! A visit with one of the other browsers, from its opening to what it leaves behind.

use std::{
    fs,
    panic::AssertUnwindSafe,
    path::PathBuf,
    sync::{Arc, LazyLock},
};

use e2e::{
    Outcome,
    reader::{Reader, same},
    site::{Site, work},
};
use futures_util::FutureExt;
use host::{Options, Server};
use thirtyfour::WebDriver;
use tokio::sync::Semaphore;

use crate::{engine::Engine, running::Running};

/// How many browsers run at a time.
static PLACES: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(2)));

/// Who reads, and what.
#[derive(Debug, Clone)]
pub struct Visit {
    /// Which browser.
    pub engine: Engine,
    folder: Option<PathBuf>,
}

/// A reader with a mouse and a keyboard at a window 1440 pixels wide, with the tests' own paper.
///
/// # Errors
/// When no browser is asked for.
pub fn desk() -> Outcome<Visit> {
    Ok(Visit { engine: Engine::asked()?, folder: None })
}

impl Visit {
    /// Any folder, under `/`.
    #[must_use]
    pub fn of_folder(self, folder: PathBuf) -> Self {
        Self { folder: Some(folder), ..self }
    }

    /// Opens a browser and lets the test read. Where the app broke meanwhile, that is a failure as
    /// well. A failure leaves a screenshot.
    ///
    /// # Errors
    /// What the test says.
    pub async fn read(self, test: impl AsyncFnOnce(&Reader) -> Outcome) -> Outcome {
        let _place = Arc::clone(&PLACES).acquire_owned().await?;
        let root = match &self.folder {
            Some(folder) => folder.clone(),
            None => Site::Kit.folder()?,
        };
        let options = Options { root, base: "/".to_owned(), port: None, reload: false };
        let server = Server::start(options).await?;
        let running = Running::start(self.engine).await?;
        let driver = WebDriver::new(running.url(), self.engine.wishes()?).await?;
        let reader = Reader::new(driver.clone(), server);
        let ended = AssertUnwindSafe(async {
            driver.set_window_rect(0, 0, 1440, 900).await?;
            test(&reader).await?;
            let app = reader.text("document.documentElement.dataset.app").await?;
            same(app, "ready", "the app at the end")
        })
        .catch_unwind()
        .await;
        if !matches!(ended, Ok(Ok(()))) {
            leave_traces(&reader, self.engine).await;
        }
        // The verdict is in `ended`; a driver that does not answer is ended all the same.
        let _quit = driver.quit().await;
        drop(running);
        match ended {
            Ok(outcome) => outcome,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    }
}

async fn leave_traces(reader: &Reader, engine: Engine) {
    let thread = std::thread::current();
    let name = thread.name().unwrap_or("test").replace("::", ".");
    let folder = work();
    // A failure that cannot be written down is a failure all the same.
    let _made = fs::create_dir_all(&folder);
    let file = folder.join(format!("{engine:?}.{name}.png").to_lowercase());
    let _shot = reader.driver().screenshot(&file).await;
}
