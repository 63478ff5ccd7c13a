use story::model::Article;

use super::byline;
use crate::Paper;
use crate::i18n::Say;
use crate::view::{Node, view};

/// Ways to pass the article on: plain links without anybody's script, and two buttons that the app
/// answers. Why Zalo's link is the one it is: `docs/decisions/share-links.md`.
pub(super) fn share(paper: &Paper, article: &Article) -> Node {
    let address = encoded(&byline::address(paper, article));
    let title = encoded(&article.title);
    let links = [
        ("Facebook", format!("https://www.facebook.com/sharer/sharer.php?u={address}")),
        ("Zalo", zalo(&byline::address(paper, article))),
        ("X", format!("https://x.com/intent/post?url={address}&text={title}")),
    ];
    let links: Vec<_> = links
        .into_iter()
        .map(|(name, href)| {
            view! { <li><a href=href target="_blank" rel="noopener nofollow">{name}</a></li> }
        })
        .collect();
    view! {
        <section class="share" aria-label=paper.say(Say::Share)>
            <h2>{paper.say(Say::Share)}</h2>
            <ul>
                {links}
                <li><button type="button" data-do="copy-link">{paper.say(Say::CopyLink)}</button></li>
                <li>
                    <button type="button" data-do="share-sheet" hidden>
                        {paper.say(Say::ShareSheet)}
                    </button>
                </li>
            </ul>
        </section>
    }
}

/// The page that Zalo's own button opens: the address as JSON in base64.
fn zalo(address: &str) -> String {
    // An address has neither quotes nor backslashes: they would be percent-encoded.
    let data = base64(&format!("{{\"url\":\"{address}\"}}"));
    format!("https://button-share.zalo.me/share_external?layout=1&d={}&shareType=0", encoded(&data))
}

/// What is in ASCII, in base64.
#[cfg(not(target_arch = "wasm32"))]
fn base64(text: &str) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(text)
}

/// The same by the browser, which has it already.
#[cfg(target_arch = "wasm32")]
fn base64(text: &str) -> String {
    // Refuses what is not ASCII; addresses are.
    crate::browser::window().btoa(text).unwrap_or_default()
}

/// A value for a query: everything but letters, digits and `-_.~` as the bytes of its UTF-8
/// (RFC 3986, 2.3).
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{encoded, zalo};

    #[test]
    fn zalo_gets_the_address_as_its_own_button_gives_it() {
        // {"url":"https://a.b/"}
        let data = "eyJ1cmwiOiJodHRwczovL2EuYi8ifQ%3D%3D";
        assert!(zalo("https://a.b/").contains(&format!("&d={data}&")));
    }

    #[test]
    fn a_query_value_keeps_nothing_that_means_something() {
        assert_eq!(encoded("https://a.b/x?y=đ&z"), "https%3A%2F%2Fa.b%2Fx%3Fy%3D%C4%91%26z");
        assert_eq!(encoded("a-b_c.d~"), "a-b_c.d~");
    }
}
