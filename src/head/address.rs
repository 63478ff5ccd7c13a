//! Whole addresses: what is read elsewhere has no page to be relative to.

use story::url::SitePath;

use crate::Paper;

/// The whole address of a page.
#[must_use]
pub fn canonical(paper: &Paper, path: &SitePath) -> String {
    absolute(paper, path.as_str())
}

/// The whole address of a file or path of the site; what is `https:` already stays as it is. What
/// may not stand in an address (spaces, letters with marks) is written as the bytes of its UTF-8;
/// a `%` stays, as browsers leave it.
#[must_use]
pub fn absolute(paper: &Paper, src: &str) -> String {
    let root = paper.site.base_url.split(['?', '#']).next().unwrap_or_default();
    let mut out = String::with_capacity(root.len() + src.len() + 1);
    if !src.starts_with("https:") && !src.starts_with("http:") {
        out.push_str(root.trim_end_matches('/'));
        out.push('/');
    }
    for byte in src.trim_start_matches('/').bytes() {
        if byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::absolute;
    use crate::head::tests::paper;

    #[test]
    fn addresses_are_whole_and_hold_nothing_that_an_address_may_not() {
        let table = [
            ("https://a.example", "img/a.jpg", "https://a.example/img/a.jpg"),
            ("https://a.example/bao/", "/du-lich/", "https://a.example/bao/du-lich/"),
            ("https://a.example/bao?x#y", "/", "https://a.example/bao/"),
            ("https://a.example", "https://b.example/x?y=1&z", "https://b.example/x?y=1&z"),
            (
                "https://a.example",
                "img/chợ \"nổi\".jpg",
                "https://a.example/img/ch%E1%BB%A3%20%22n%E1%BB%95i%22.jpg",
            ),
            ("https://a.example", "img/a%20b.jpg", "https://a.example/img/a%20b.jpg"),
            ("https://a.example", "img/<a>.jpg", "https://a.example/img/%3Ca%3E.jpg"),
        ];
        for (base_url, src, whole) in table {
            let mut paper = paper();
            base_url.clone_into(&mut paper.site.base_url);
            assert_eq!(absolute(&paper, src), whole);
        }
    }
}
