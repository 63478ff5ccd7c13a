//! One page in three ways: as it is, with every script taken out, and drawn by the app alone.

/// A page with every script taken out, and what was to be fetched for scripts only.
pub fn without_script(page: &str) -> String {
    let mut rest = page;
    let mut out = String::with_capacity(page.len());
    while let Some(at) = rest.find("<script") {
        out.push_str(&rest[..at]);
        let end = rest[at..].find("</script>").map(|end| at + end + "</script>".len());
        rest = end.map_or("", |end| &rest[end..]);
    }
    out.push_str(rest);
    links_kept(&out, |link| {
        let module = has(link, "rel", "modulepreload");
        let hint = has(link, "rel", "preload") || has(link, "rel", "prefetch");
        let for_script = has(link, "as", "script") || has(link, "as", "fetch");
        !(module || hint && for_script)
    })
}

/// A page whose content the app must draw itself: an empty `<main>`, and a word to it that it is
/// wanted at once.
pub fn drawn_by_the_app(page: &str) -> String {
    let emptied = match (page.find("<main"), page.rfind("</main>")) {
        // One that is for readers without script is no content of the page.
        (Some(from), Some(to)) if !within_noscript(page, from) => {
            let end = page[from..].find('>').map_or(from, |end| from + end + 1);
            format!("{}{}", &page[..end.min(to)], &page[to..])
        }
        _ => page.to_owned(),
    };
    emptied.replacen("<html", "<html data-app=\"wanted\"", 1)
}

fn within_noscript(page: &str, at: usize) -> bool {
    let opened = page[..at].rfind("<noscript");
    opened.is_some_and(|opened| !page[opened..at].contains("</noscript>"))
}

/// The page with those of its `<link>`s that may stay.
fn links_kept(page: &str, keep: impl Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find("<link") {
        out.push_str(&rest[..at]);
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        if keep(&rest[at..end]) {
            out.push_str(&rest[at..end]);
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// Whether a tag has an attribute of this value, quoted or not.
fn has(tag: &str, name: &str, value: &str) -> bool {
    let words = tag.trim_end_matches(['>', '/']).split_whitespace();
    words
        .filter_map(|word| word.split_once('='))
        .any(|(found, is)| found == name && is.trim_matches('"') == value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_go_and_what_a_reader_sees_stays() {
        let page = "<html><head><script>if (a < b) {}</script>\n\
            <link rel=\"stylesheet\" href=\"/app/a.css\">\
            <link rel=\"preload\" as=\"font\" href=\"/app/a.woff2\">\
            <link rel=\"preload\" as=\"fetch\" crossorigin href=\"/content/site.json\">\
            <link rel=modulepreload href=\"/app/a.js\">\
            <link rel=\"preload\" as=\"image\" href=\"/img/a.jpg\">\
            <script type=\"module\" src=\"/app/start.js\"></script></head>\
            <body><main><p>a</p></main>\
            <script type=\"application/ld+json\">{\"a\":\"<\\/script>\"}</script></body></html>";
        let expected = "<html><head>\n\
            <link rel=\"stylesheet\" href=\"/app/a.css\">\
            <link rel=\"preload\" as=\"font\" href=\"/app/a.woff2\">\
            <link rel=\"preload\" as=\"image\" href=\"/img/a.jpg\"></head>\
            <body><main><p>a</p></main></body></html>";
        assert_eq!(without_script(page), expected);
        assert_eq!(without_script("<p>a<script>cut off"), "<p>a");
    }

    #[test]
    fn a_page_drawn_by_the_app_has_an_empty_main() {
        let table = [
            (
                "<html lang=\"vi\"><body><main id=\"main\"><h1>a</h1></main><footer>",
                "<html data-app=\"wanted\" lang=\"vi\"><body><main id=\"main\"></main><footer>",
            ),
            (
                "<html><body><noscript><main>a</main></noscript>",
                "<html data-app=\"wanted\"><body><noscript><main>a</main></noscript>",
            ),
            ("<html><body>", "<html data-app=\"wanted\"><body>"),
        ];
        for (page, expected) in table {
            assert_eq!(drawn_by_the_app(page), expected);
        }
    }
}
