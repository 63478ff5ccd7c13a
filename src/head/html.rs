//! A page's head as HTML, written by the press.

use super::Tag;
use crate::view;

/// The `id` of the page's structured data. By it the app finds what a move has made untrue
/// (`apply.rs`).
const DATA_ID: &str = "page-data";

/// The tags as lines of HTML, without a line's end after the last.
#[must_use]
pub fn html(tags: &[Tag]) -> String {
    let lines: Vec<String> = tags.iter().map(line).collect();
    lines.join("\n")
}

fn line(tag: &Tag) -> String {
    match tag {
        Tag::Title(title) => format!("<title>{}</title>", escape(title)),
        Tag::Name(name, content) => {
            format!("<meta name=\"{name}\" content=\"{}\">", escape(content))
        }
        Tag::Property(name, content) => {
            format!("<meta property=\"{name}\" content=\"{}\">", escape(content))
        }
        Tag::Canonical(href) => format!("<link rel=\"canonical\" href=\"{}\">", escape(href)),
        Tag::Feed { media, title, href } => format!(
            "<link rel=\"alternate\" type=\"{media}\" title=\"{}\" href=\"{}\">",
            escape(title),
            escape(href)
        ),
        // Escaped by who wrote it, in JSON's own way.
        Tag::Data(json) => {
            format!("<script type=\"application/ld+json\" id=\"{DATA_ID}\">{json}</script>")
        }
    }
}

/// Text as it may stand in HTML, in an attribute in double quotes too.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    view::escape(text, &mut out);
    out
}
