//! A view as HTML.

use super::{Element, Node};

/// Elements that have no end tag.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "param",
];

impl Node {
    /// Writes it after what is there.
    pub fn write(&self, out: &mut String) {
        match self {
            Self::Text(text) => escape(text, out),
            Self::Element(element) => element.write(out),
            Self::Fragment(nodes) => nodes.iter().for_each(|node| node.write(out)),
        }
    }
}

impl Element {
    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.tag);
        for (name, value) in &self.attributes {
            out.push(' ');
            out.push_str(name);
            if value.is_empty() {
                continue;
            }
            // Quotes only where HTML wants them: they are half a kilobyte of an article's page.
            let quote = if is_bare(value) { "" } else { "\"" };
            out.push('=');
            out.push_str(quote);
            escape(value, out);
            out.push_str(quote);
        }
        out.push('>');
        if VOID.contains(&self.tag) {
            return;
        }
        for child in &self.children {
            child.write(out);
        }
        out.push_str("</");
        out.push_str(self.tag);
        out.push('>');
    }
}

/// Whether a value needs no quotes (HTML, 13.1.2.3).
fn is_bare(value: &str) -> bool {
    !value.contains(|letter: char| letter.is_ascii_whitespace() || "\"'=<>`".contains(letter))
}

/// Text as it is written between tags and between quotes.
pub fn escape(text: &str, out: &mut String) {
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate() {
        let name = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        // As a whole up to here: most texts have none of them.
        out.push_str(&text[written..at]);
        out.push_str(name);
        written = at + 1;
    }
    out.push_str(&text[written..]);
}

#[cfg(test)]
mod tests {
    use leptos::prelude::RenderHtml;

    use crate::view::{Node, view};

    #[test]
    fn elements_are_written_as_they_are_built() {
        let none: Option<String> = None;
        let items = vec![view! { <li>{"a"}</li> }, view! { <li>{"b"}</li> }];
        let table: [(Node, &str); 9] = [
            (view! { <p class="lead">{"x"}</p> }, "<p class=lead>x</p>"),
            (view! { <p class=none.clone()></p> }, "<p></p>"),
            (view! { <img loading="lazy" src="a" alt=""/> }, "<img loading=lazy src=a alt>"),
            (view! { <ul>{items}{()}{none}</ul> }, "<ul><li>a</li><li>b</li></ul>"),
            (view! { <p>{"a"}{Some("b")}{"c"}</p> }, "<p>abc</p>"),
            (view! { {"a"}<b></b> }, "a<b></b>"),
            (view! { <hr/> }, "<hr>"),
            (view! { <a href="/a/b/?c=d"></a> }, r#"<a href="/a/b/?c=d"></a>"#),
            (view! { <a href="/ấm/" title="a b"></a> }, r#"<a href=/ấm/ title="a b"></a>"#),
        ];
        for (node, html) in table {
            assert_eq!(node.to_html(), html);
        }
    }

    #[test]
    fn nothing_that_is_said_becomes_markup() {
        let said = String::from(r#"<script>&amp;"'</script>"#);
        let node = view! { <p title=said.clone()>{said}</p> };
        let escaped = "&lt;script&gt;&amp;amp;&quot;'&lt;/script&gt;";
        assert_eq!(node.to_html(), format!("<p title=\"{escaped}\">{escaped}</p>"));
    }

    #[test]
    fn texts_side_by_side_are_one() {
        let node = view! { <p>{"a"}{String::from("b")}<i></i>{"c"}</p> };
        let Node::Element(element) = node else { panic!("no element") };
        assert_eq!(element.children.len(), 3);
    }
}
