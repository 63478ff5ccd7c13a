//! What the browser is told ahead of a page, or about the world around it.

use serde_json::json;
use thirtyfour::error::WebDriverResult;

use crate::{Outcome, reader::Reader};

/// Holds the app back: its code does not come before [`Reader::let_app_come`].
const HELD: &str = "(() => { const real = window.fetch; \
    const come = new Promise((come) => { window.letAppCome = () => { come(); return true; }; }); \
    window.fetch = (what, ...how) => String(what).includes('.wasm') \
        ? come.then(() => real(what, ...how)) : real(what, ...how); })()";

impl Reader {
    /// Runs a script in every document from now on, ahead of all others.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn before_each_document(&self, source: &str) -> Outcome {
        let script = json!({ "source": source });
        self.cdp("Page.addScriptToEvaluateOnNewDocument", script).await?;
        Ok(())
    }

    /// From the next document on the app's code is on its way until it is let come, as on a bad
    /// line, while nothing else waits.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn hold_app_back(&self) -> Outcome {
        self.before_each_document(HELD).await
    }

    /// Lets the app come that was held back.
    ///
    /// # Errors
    /// When it was not.
    pub async fn let_app_come(&self) -> WebDriverResult<()> {
        self.js("window.letAppCome()").await.map(drop)
    }

    /// Lets it come, and waits until it is there.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn until_taken_over(&self) -> Outcome {
        self.let_app_come().await?;
        self.until_ready().await
    }

    /// Waits until the app has the page.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn until_ready(&self) -> Outcome {
        self.until("document.documentElement.dataset.app === 'ready'").await
    }

    /// Waits until no picture in the window is still on its way, and the fonts are there.
    ///
    /// # Errors
    /// When they do not come.
    pub async fn until_painted(&self) -> Outcome {
        self.until(
            "document.fonts.status === 'loaded' && [...document.images].every((img) => { \
                const place = img.getBoundingClientRect(); \
                const seen = place.width > 0 && place.top < innerHeight && place.bottom > 0 \
                    && place.left < innerWidth && place.right > 0; \
                return img.complete || !seen; })",
        )
        .await
    }

    /// From the next document on no page's script runs.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn script_off(&self) -> Outcome {
        self.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
        Ok(())
    }

    /// Another window, as when a phone is turned; in CSS pixels. Of the page that is there: with the
    /// next one the driver puts the window back that it was begun with.
    ///
    /// # Errors
    /// When the window does not come to be so.
    pub async fn turn_to(&self, width: u32, height: u32) -> Outcome {
        let window = json!({
            "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true
        });
        self.cdp("Emulation.setDeviceMetricsOverride", window).await?;
        self.until(&format!("innerWidth === {width} && innerHeight === {height}")).await
    }

    /// What the window shows, once it shows the same twice in a row: a picture in base64.
    ///
    /// # Errors
    /// When it does not come to rest.
    pub async fn look(&self) -> Outcome<String> {
        self.until_painted().await?;
        let mut last = String::new();
        for _ in 0..12 {
            let shot = self.cdp("Page.captureScreenshot", json!({ "format": "png" })).await?;
            let now = shot["data"].as_str().unwrap_or_default().to_owned();
            if !now.is_empty() && now == last {
                return Ok(now);
            }
            last = now;
            self.wait(120).await;
        }
        Err("the window does not come to rest".into())
    }

    /// Forgets every file that the browser has kept.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn forget_files(&self) -> Outcome {
        self.cdp("Network.enable", json!({})).await?;
        self.cdp("Network.clearBrowserCache", json!({})).await?;
        Ok(())
    }

    /// Takes the connection away, or gives it back.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn offline(&self, yes: bool) -> Outcome {
        self.cdp("Network.enable", json!({})).await?;
        let conditions = json!({
            "offline": yes, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1
        });
        self.cdp("Network.emulateNetworkConditions", conditions).await?;
        Ok(())
    }
}
