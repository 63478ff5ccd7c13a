//! One question to the server, and its answer as the browser's own parser read it.

use gloo_net::http::Request;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestCache};

use super::Failure;
use crate::browser;

/// Asks once.
pub(super) async fn ask(url: &str, fresh: bool, signal: &AbortSignal) -> Result<JsValue, Failure> {
    if !browser::online() {
        return Err(Failure::Offline);
    }
    // `NoCache` asks the server whether the browser's copy is still good; it does not skip it.
    let cache = if fresh { RequestCache::NoCache } else { RequestCache::Default };
    let answer = Request::get(url)
        .cache(cache)
        .abort_signal(Some(signal))
        .send()
        .await
        // The browser does not say why nothing came; no connection is by far the likeliest.
        .map_err(|_| Failure::Offline)?;
    match answer.status() {
        200..=299 => {}
        404 | 410 => return Err(Failure::NotFound),
        status => return Err(Failure::Status(status)),
    }
    let response: web_sys::Response = answer.into();
    let json = response.json().map_err(|_| Failure::CutOff)?;
    // Cut off on the way and not JSON at all fail alike, and heal alike: by asking again.
    JsFuture::from(json).await.map_err(|_| Failure::CutOff)
}
