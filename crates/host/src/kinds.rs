//! What a file is, by its name, and whether it is worth compressing.

use std::path::Path;

/// The content type of a file.
pub fn content_type(file: &Path) -> &'static str {
    let extension = file.extension().and_then(|end| end.to_str()).unwrap_or_default();
    match extension.to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        "vtt" => "text/vtt; charset=utf-8",
        "svg" => "image/svg+xml",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "mp4" | "m4v" => "video/mp4",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "ogg" | "oga" | "opus" => "audio/ogg",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

/// Whether an answer of this content type travels as brotli.
pub fn compressible(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    (kind.starts_with("text/") && kind != "text/event-stream")
        || matches!(
            kind,
            "application/json"
                | "application/wasm"
                | "application/manifest+json"
                | "application/xml"
                | "image/svg+xml"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_give_types() {
        let cases = [
            ("a/index.html", "text/html; charset=utf-8", true),
            ("app/x_bg.wasm", "application/wasm", true),
            ("content/a.json", "application/json", true),
            ("manifest.webmanifest", "application/manifest+json", true),
            ("video/vi.vtt", "text/vtt; charset=utf-8", true),
            ("img/a.JPG", "image/jpeg", false),
            ("img/a.avif", "image/avif", false),
            ("img/a.svg", "image/svg+xml", true),
            ("app/a.woff2", "font/woff2", false),
            ("video/a.webm", "video/webm", false),
            ("LICENSE", "application/octet-stream", false),
        ];
        for (name, expected, packed) in cases {
            assert_eq!(content_type(Path::new(name)), expected, "{name}");
            assert_eq!(compressible(expected), packed, "{name}");
        }
        assert!(!compressible("text/event-stream"));
    }
}
