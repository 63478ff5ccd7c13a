//! What a browser is asked to be.

use serde_json::json;
use thirtyfour::{
    ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities, error::WebDriverResult,
};

/// Chromium without a screen, as wide as this in CSS pixels; a phone, or a window on a desk. It can
/// reach nothing but this machine.
///
/// # Errors
/// When a wish cannot be written down.
pub fn wishes(width: u32, phone: bool) -> WebDriverResult<ChromeCapabilities> {
    let mut wishes = DesiredCapabilities::chrome();
    for argument in [
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Nothing but this machine can be asked, whatever a page names.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ] {
        wishes.add_arg(argument)?;
    }
    if phone {
        let metrics = json!({
            "width": width, "height": 844, "pixelRatio": 2, "touch": true, "mobile": true
        });
        wishes.add_experimental_option("mobileEmulation", json!({"deviceMetrics": metrics}))?;
    } else {
        wishes.add_arg(&format!("--window-size={width},900"))?;
    }
    if let Ok(chromium) = std::env::var("TRANGNHAT_CHROMIUM") {
        wishes.set_binary(&chromium)?;
    }
    Ok(wishes)
}
