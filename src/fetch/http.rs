//! One question to the server, and its answer as the browser's own parser read it.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestCache, RequestInit, Response};

use super::Failure;
use crate::browser;

/// Asks once.
pub(super) async fn ask(url: &str, fresh: bool, signal: &AbortSignal) -> Result<JsValue, Failure> {
    if !browser::online() {
        return Err(Failure::Offline);
    }
    let options = RequestInit::new();
    // `NoCache` asks the server whether the browser's copy is still good; it does not skip it.
    options.set_cache(if fresh { RequestCache::NoCache } else { RequestCache::Default });
    options.set_signal(Some(signal));
    let answer = JsFuture::from(browser::window().fetch_with_str_and_init(url, &options)).await;
    // The browser does not say why nothing came; no connection is by far the likeliest.
    let answer: Response =
        answer.ok().and_then(|answer| answer.dyn_into().ok()).ok_or(Failure::Offline)?;
    match answer.status() {
        200..=299 => {}
        404 | 410 => return Err(Failure::NotFound),
        status => return Err(Failure::Status(status)),
    }
    let json = answer.json().map_err(|_| Failure::CutOff)?;
    // Cut off on the way and not JSON at all fail alike, and heal alike: by asking again.
    JsFuture::from(json).await.map_err(|_| Failure::CutOff)
}
