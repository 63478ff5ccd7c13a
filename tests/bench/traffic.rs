//! What went over the line, by kind, out of what the browser tells about its network.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

/// The kinds, in the order in which they are told.
pub const KINDS: [&str; 8] =
    ["document", "css", "script", "wasm", "json", "font", "image", "other"];

/// Requests, and bytes by kind: as they came over the line, headers included.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Traffic {
    /// How many answers came.
    pub requests: usize,
    /// Bytes, in the order of [`KINDS`].
    pub bytes: [f64; KINDS.len()],
}

impl Traffic {
    /// All of it.
    pub fn total(&self) -> f64 {
        self.bytes.iter().sum()
    }
}

/// Adds up the lines of the browser's performance log.
pub fn add_up(lines: &[String]) -> Traffic {
    let mut kinds: HashMap<String, usize> = HashMap::new();
    let mut traffic = Traffic::default();
    for line in lines {
        let Ok(event) = serde_json::from_str::<Value>(line) else { continue };
        let (method, told) = (&event["message"]["method"], &event["message"]["params"]);
        let Some(request) = told["requestId"].as_str() else { continue };
        match method.as_str() {
            Some("Network.responseReceived") => {
                let mime = told["response"]["mimeType"].as_str().unwrap_or_default();
                let address = told["response"]["url"].as_str().unwrap_or_default();
                if address.starts_with("http") {
                    kinds.insert(request.to_owned(), kind(told["type"].as_str(), mime));
                }
            }
            Some("Network.loadingFinished") => {
                // What the browser had already, or has from the page itself, is no traffic.
                let Some(kind) = kinds.remove(request) else { continue };
                let bytes = told["encodedDataLength"].as_f64().unwrap_or_default();
                if bytes > 0.0 {
                    traffic.requests += 1;
                    traffic.bytes[kind] += bytes;
                }
            }
            _ => {}
        }
    }
    traffic
}

/// What was asked for and has not come yet.
#[derive(Debug, Default)]
pub struct Pending(HashSet<String>);

impl Pending {
    /// Reads a line of the browser's performance log.
    pub fn note(&mut self, line: &str) {
        let Ok(event) = serde_json::from_str::<Value>(line) else { return };
        let (method, told) = (&event["message"]["method"], &event["message"]["params"]);
        let Some(request) = told["requestId"].as_str() else { return };
        match method.as_str() {
            Some("Network.requestWillBeSent") => {
                self.0.insert(request.to_owned());
            }
            Some("Network.loadingFinished" | "Network.loadingFailed") => {
                self.0.remove(request);
            }
            _ => {}
        }
    }

    /// Whether everything has come, or will not.
    pub fn none(&self) -> bool {
        self.0.is_empty()
    }
}

/// By what it is; and where that says nothing, by what it was asked for.
fn kind(asked_for: Option<&str>, mime: &str) -> usize {
    let name = match mime {
        "application/wasm" => "wasm",
        "text/html" => "document",
        "text/css" => "css",
        "application/json" => "json",
        _ if mime.contains("javascript") => "script",
        _ if mime.starts_with("font/") => "font",
        _ if mime.starts_with("image/") => "image",
        _ => match asked_for {
            Some("Document") => "document",
            Some("Stylesheet") => "css",
            Some("Script") => "script",
            Some("Font") => "font",
            Some("Image") => "image",
            _ => "other",
        },
    };
    KINDS.iter().position(|kind| *kind == name).unwrap_or(KINDS.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn line(method: &str, params: Value) -> String {
        json!({"message": {"method": method, "params": params}, "webview": "A"}).to_string()
    }

    fn asked(id: &str, kind: &str, mime: &str, url: &str) -> String {
        let response = json!({"mimeType": mime, "url": url});
        let params = json!({"requestId": id, "type": kind, "response": response});
        line("Network.responseReceived", params)
    }

    fn came(id: &str, bytes: u32) -> String {
        line("Network.loadingFinished", json!({"requestId": id, "encodedDataLength": bytes}))
    }

    #[test]
    fn bytes_are_added_up_by_kind() {
        let lines = [
            asked("1", "Document", "text/html", "https://a/"),
            asked("2", "Fetch", "application/wasm", "https://a/a.wasm"),
            asked("3", "Image", "image/jpeg", "https://a/a.jpg"),
            asked("4", "Image", "image/svg+xml", "data:image/svg+xml,x"),
            asked("5", "Preload", "application/json", "https://a/a.json"),
            came("1", 900),
            came("2", 70_000),
            came("3", 5_000),
            came("4", 12),
            asked("6", "Image", "image/jpeg", "https://a/b.jpg"),
            came("6", 6_000),
            // Out of the cache.
            came("5", 0),
            "no event at all".to_owned(),
            line("Page.loadEventFired", json!({"timestamp": 1})),
        ];
        let traffic = add_up(&lines);
        assert_eq!(traffic.requests, 4);
        assert_eq!(traffic.bytes, [900.0, 0.0, 0.0, 70_000.0, 0.0, 0.0, 11_000.0, 0.0]);
        assert!((traffic.total() - 81_900.0).abs() < 0.5);
    }

    #[test]
    fn what_has_not_come_is_pending() {
        let mut pending = Pending::default();
        for id in ["1", "2"] {
            pending.note(&line("Network.requestWillBeSent", json!({"requestId": id})));
        }
        pending.note(&came("1", 5));
        assert!(!pending.none());
        pending.note(&line("Network.loadingFailed", json!({"requestId": "2"})));
        assert!(pending.none());
    }
}
