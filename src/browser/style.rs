//! The style of this release, where the page came with another one's: an old page may stay in a
//! cache for long, and what the app makes is made for the style of its own time.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

use super::{document, find, root};

/// Waits until the style is there; at once where the page has it, or the loader named none.
///
/// A style that does not come is no reason to keep the reader from the story.
pub async fn ensure() {
    let Some(href) = root().and_then(|root| root.get_attribute("data-style")) else { return };
    if find(&format!("link[href=\"{href}\"]")).is_some() {
        return;
    }
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let Ok(link) = document().create_element("link") else { return };
        drop(link.set_attribute("rel", "stylesheet"));
        drop(link.set_attribute("href", &href));
        for event in ["load", "error"] {
            let resolve = resolve.clone();
            let call = Closure::once_into_js(move || drop(resolve.call0(&resolve)));
            drop(link.add_event_listener_with_callback(event, call.unchecked_ref()));
        }
        if let Some(body) = document().body() {
            drop(body.append_child(&link));
        }
    });
    drop(JsFuture::from(promise).await);
}
