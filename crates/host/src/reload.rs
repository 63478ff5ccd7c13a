//! Telling open pages to reload, while a site is being worked on.

use std::convert::Infallible;

use axum::response::{
    IntoResponse, Response,
    sse::{Event, KeepAlive, Sse},
};
use futures_util::stream;
use tokio::sync::broadcast::{Sender, error::RecvError};

/// The channel's path inside the site.
pub const CHANNEL: &str = "/__reload";

/// The path inside the site of the script that listens on the channel.
pub const SCRIPT: &str = "/__reload.js";

/// The script. It finds the channel beside itself, so it works under any base.
pub const LISTENER: &str = r#"const channel = document.currentScript.src.replace(/\.js$/, "");
new EventSource(channel).addEventListener("reload", () => location.reload());
"#;

/// The channel: an event each time that pages should reload.
pub fn channel(sender: &Sender<()>) -> Response {
    let events = stream::unfold(sender.subscribe(), |mut receiver| async move {
        // A page that missed some of several reloads needs one all the same.
        let told = matches!(receiver.recv().await, Ok(()) | Err(RecvError::Lagged(_)));
        told.then(|| (Ok::<_, Infallible>(Event::default().event("reload").data("")), receiver))
    });
    Sse::new(events).keep_alive(KeepAlive::default()).into_response()
}

/// The page with the script in it, just before its body ends.
pub fn with_listener(page: Vec<u8>, base: &str) -> Vec<u8> {
    const END: &[u8] = b"</body>";
    let at = page.windows(END.len()).rposition(|window| window == END).unwrap_or(page.len());
    let tag = format!("<script src=\"{}{}\"></script>", base.trim_end_matches('/'), SCRIPT);
    let mut out = page;
    out.splice(at..at, tag.into_bytes());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_before_the_body_ends() {
        let page = with_listener(b"<body><p>a</p></body></html>".to_vec(), "/bao/");
        let expected = "<body><p>a</p><script src=\"/bao/__reload.js\"></script></body></html>";
        assert_eq!(String::from_utf8_lossy(&page), expected);
        let bare = with_listener(b"<p>a".to_vec(), "/");
        assert_eq!(String::from_utf8_lossy(&bare), "<p>a<script src=\"/__reload.js\"></script>");
    }
}
