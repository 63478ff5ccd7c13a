//! Somebody with a browser: goes to pages, presses, reads, waits.

use std::{fmt::Debug, time::Duration};

use host::{Faults, Log, Server};
use serde_json::{Value, json};
use thirtyfour::{
    By, Key, WebDriver, WebElement,
    common::command::{Actions, Command},
    error::WebDriverResult,
};
use tokio::{
    sync::Mutex,
    time::{Instant, sleep},
};

use crate::{Outcome, cdp};

/// How long anything that a page does by itself may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// A reader in front of a site.
#[derive(Debug)]
pub struct Reader {
    pub(crate) driver: WebDriver,
    pub(crate) server: Server,
    lines: Mutex<Vec<(String, String)>>,
}

impl Reader {
    /// A reader with this browser in front of this server's site.
    pub fn new(driver: WebDriver, server: Server) -> Self {
        Self { driver, server, lines: Mutex::default() }
    }

    /// The browser.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// What goes wrong on purpose at the site's host.
    pub fn faults(&self) -> Faults {
        self.server.faults()
    }

    /// What the host was asked.
    pub fn log(&self) -> Log {
        self.server.log()
    }

    /// The whole address of a path on the site, given without its first slash.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.server.url())
    }

    /// Opens a page as if its address had been typed, and waits until the app has it.
    ///
    /// # Errors
    /// When the app does not come.
    pub async fn open(&self, path: &str) -> Outcome {
        self.load(path).await?;
        self.until_ready().await
    }

    /// Opens a page without waiting for the app.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn load(&self, path: &str) -> Outcome {
        Ok(self.driver.goto(self.address(path)).await?)
    }

    /// A command of the browser's own protocol.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn cdp(&self, command: &str, parameters: Value) -> WebDriverResult<Value> {
        cdp::send(&self.driver, command, parameters).await
    }

    /// Waits until an expression is true.
    ///
    /// # Errors
    /// When it does not come true.
    pub async fn until(&self, expression: &str) -> Outcome {
        patiently(async || {
            // A document that is just being replaced has no answer yet.
            let answer = self.js(expression).await;
            let is_true = matches!(&answer, Ok(value) if value.as_bool() == Some(true));
            Ok((!is_true).then(|| format!("waited in vain for: {expression} ({answer:?})")))
        })
        .await
    }

    /// Goes to a page by a link of its own, so that the app makes it.
    ///
    /// # Errors
    /// When the app does not tell of another page.
    pub async fn go(&self, path: &str) -> Outcome {
        let href = json!(self.address(path));
        let press = format!(
            "(() => {{ const link = document.createElement('a'); link.href = {href}; \
            document.body.append(link); link.click(); link.remove(); return true; }})()"
        );
        let told = self.pages_told().await?;
        self.js(&press).await?;
        self.until_told_more(told).await
    }

    /// Waits until the document has told of more pages than these.
    ///
    /// # Errors
    /// When it does not.
    pub async fn until_told_more(&self, pages: f64) -> Outcome {
        self.until(&format!("watch.pages.length > {pages}")).await
    }

    /// Waits until the headline is this one.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn until_headline(&self, title: &str) -> Outcome {
        let title = json!(title);
        self.until(&format!("document.querySelector('h1')?.textContent.trim() === {title}")).await
    }

    /// Waits until there is such an element.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn until_there(&self, selector: &str) -> Outcome {
        self.until(&format!("!!document.querySelector({})", json!(selector))).await
    }

    /// Waits until another document is there than this one, which [`Reader::document`] told of.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn until_other_document(&self, last: &str) -> Outcome {
        self.until(&format!("!!window.watch && watch.born !== {}", json!(last))).await
    }

    /// The first such element.
    ///
    /// # Errors
    /// When there is none.
    pub async fn find(&self, selector: &str) -> WebDriverResult<WebElement> {
        self.driver.find(By::Css(selector)).await
    }

    /// Brings the first such element to the middle of the window, and presses it.
    ///
    /// # Errors
    /// When there is none, or something lies over it.
    pub async fn press(&self, selector: &str) -> Outcome {
        let element = self.find(selector).await?;
        let arguments = vec![element.to_json()?];
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.driver.execute(script, arguments).await?;
        Ok(element.click().await?)
    }

    /// Types into whatever has the focus.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn key(&self, key: Key) -> Outcome {
        Ok(self.driver.action_chain().send_keys(key).perform().await?)
    }

    /// Draws a finger over the window, from one place to another.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn swipe(&self, from: (i32, i32), to: (i32, i32)) -> Outcome {
        let mut steps = vec![
            json!({"type": "pointerMove", "duration": 0, "x": from.0, "y": from.1}),
            json!({"type": "pointerDown", "button": 0}),
        ];
        for step in 1..=10 {
            let at = |a: i32, b: i32| a + (b - a) * step / 10;
            let (x, y) = (at(from.0, to.0), at(from.1, to.1));
            steps.push(json!({"type": "pointerMove", "duration": 20, "x": x, "y": y}));
        }
        steps.push(json!({"type": "pointerUp", "button": 0}));
        let finger = json!({
            "type": "pointer", "id": "finger", "parameters": {"pointerType": "touch"},
            "actions": steps
        });
        let actions = Command::PerformActions(Actions::from(json!([finger])));
        self.driver.cmd(actions).await?;
        Ok(())
    }

    /// Back, as by the browser's button.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn back(&self) -> Outcome {
        // The driver's own Back waits for a load, which the app's moves do not have. Nobody goes back
        // before the page that is there has been seen, and history has its entry only then.
        let script = "const done = arguments[0]; requestAnimationFrame(() => \
            setTimeout(() => (history.back(), done()), 40))";
        Ok(self.driver.execute_async(script, Vec::new()).await.map(drop)?)
    }

    /// Forward, as by the browser's button.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn forward(&self) -> Outcome {
        Ok(self.js("history.forward()").await.map(drop)?)
    }

    /// Every line of the console so far, as `LEVEL text`.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn console(&self) -> WebDriverResult<Vec<String>> {
        let new = self.driver.browser_log().await?;
        let mut lines = self.lines.lock().await;
        lines.extend(new.into_iter().map(|line| (line.level, line.message)));
        Ok(lines.iter().map(|(level, text)| format!("{level} {text}")).collect())
    }

    /// Waits until the console has a line with these words: what an app says of a story it reads
    /// in an idle moment, which may be long after it is ready.
    ///
    /// # Errors
    /// With every line there is, when it does not come.
    pub async fn until_console_says(&self, words: &str) -> Outcome {
        patiently(async || {
            let lines = self.console().await?;
            let said = lines.iter().any(|line| line.contains(words));
            Ok((!said).then(|| format!("the console never said {words:?}: {lines:#?}")))
        })
        .await
    }

    /// That nothing was complained about: no error or warning, and nothing that the page's policy
    /// refused.
    ///
    /// # Errors
    /// With every complaint.
    pub async fn is_quiet(&self) -> Outcome {
        let lines = self.console().await?;
        let mut bad: Vec<String> = lines
            .into_iter()
            .filter(|line| line.starts_with("SEVERE") || line.starts_with("WARNING"))
            .collect();
        let refused = self.js("window.watch?.refused ?? []").await?;
        bad.extend(refused.as_array().into_iter().flatten().map(Value::to_string));
        if bad.is_empty() { Ok(()) } else { Err(format!("complaints: {bad:#?}").into()) }
    }

    /// Every shift of the layout so far that the reader did not cause.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn shifts(&self) -> WebDriverResult<Vec<String>> {
        let shifts = self.js("watch.shifts").await?;
        let shifts = shifts.as_array().cloned().unwrap_or_default();
        Ok(shifts.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// A pause, for what must not happen.
    pub async fn wait(&self, ms: u64) {
        sleep(Duration::from_millis(ms)).await;
    }
}

/// Looks again and again until nothing is missing: what is, as the error.
async fn patiently(missing: impl AsyncFn() -> Outcome<Option<String>>) -> Outcome {
    let given_up = Instant::now() + PATIENCE;
    while let Some(missing) = missing().await? {
        if Instant::now() > given_up {
            return Err(missing.into());
        }
        sleep(Duration::from_millis(25)).await;
    }
    Ok(())
}

/// That two things are the same, as an error that says what for.
///
/// # Errors
/// When they differ.
pub fn same<T: PartialEq<U> + Debug, U: Debug>(found: T, expected: U, what: &str) -> Outcome {
    if found == expected {
        return Ok(());
    }
    Err(format!("{what}: found {found:?}, expected {expected:?}").into())
}
