use leptos::prelude::*;
use story::model::Quote;

use super::rich::rich;
use crate::Paper;

/// Somebody's words, or the story's own set large.
pub(super) fn quote(paper: &Paper, quote: &Quote) -> AnyView {
    let text = rich(paper, &quote.text);
    let by = quote.by.clone().map(|by| view! { <figcaption>{by}</figcaption> });
    if quote.pull {
        view! { <figure class="pull-quote"><blockquote><p>{text}</p></blockquote>{by}</figure> }
            .into_any()
    } else {
        view! { <figure class="quote"><blockquote><p>{text}</p></blockquote>{by}</figure> }
            .into_any()
    }
}
