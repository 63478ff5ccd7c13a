use leptos::prelude::*;
use story::model::ListBlock;

use super::rich::rich;
use crate::Paper;

/// A list of points.
pub(super) fn list(paper: &Paper, list: &ListBlock) -> AnyView {
    let items: Vec<_> =
        list.items.iter().map(|item| view! { <li>{rich(paper, item)}</li> }).collect();
    if list.ordered {
        view! { <ol>{items}</ol> }.into_any()
    } else {
        view! { <ul>{items}</ul> }.into_any()
    }
}
