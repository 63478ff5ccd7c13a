//! XML, as far as sitemaps need it.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// XML in the making.
pub(super) type Out = Writer<Vec<u8>>;

/// A document of one element with these attributes, and in it what `inner` writes.
pub(super) fn document(
    root: &str,
    attributes: &[(&str, &str)],
    inner: impl FnOnce(&mut Out) -> io::Result<()>,
) -> Vec<u8> {
    let mut out = Writer::new(Vec::new());
    // It is written into memory, of text: nothing of it can fail.
    let written = out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let element = out.create_element(root).with_attributes(attributes.iter().copied());
    drop(written.and_then(|()| element.write_inner_content(inner).map(drop)));
    out.into_inner()
}

/// An element that holds this text.
pub(super) fn text(out: &mut Out, name: &str, text: &str) -> io::Result<()> {
    out.create_element(name).write_text_content(BytesText::new(&allowed(text))).map(drop)
}

/// The text without what XML cannot hold, not even escaped: control characters but tab and line
/// ends, and two that are none.
pub(crate) fn allowed(text: &str) -> String {
    let fits = |c: &char| match c {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        c => *c >= ' ',
    };
    text.chars().filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::allowed;

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        let table = [
            ("a\u{0}b\u{8}c\u{1f}d\u{ffff}", "abcd"),
            ("tab\t line\n", "tab\t line\n"),
            ("Lũ 🌊\u{2028}", "Lũ 🌊\u{2028}"),
        ];
        for (text, expected) in table {
            assert_eq!(allowed(text), expected);
        }
    }
}
