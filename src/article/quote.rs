use story::model::Quote;

use super::rich::rich;
use crate::Paper;
use crate::view::{Node, view};

/// Somebody's words, or the story's own set large.
pub(super) fn quote(paper: &Paper, quote: &Quote) -> Node {
    let text = rich(paper, &quote.text);
    let by = quote.by.clone().map(|by| view! { <figcaption>{by}</figcaption> });
    if quote.pull {
        view! { <figure class="pull-quote"><blockquote><p>{text}</p></blockquote>{by}</figure> }
    } else {
        view! { <figure class="quote"><blockquote><p>{text}</p></blockquote>{by}</figure> }
    }
}
