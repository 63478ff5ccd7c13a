use story::model::ListBlock;

use super::rich::rich;
use crate::Paper;
use crate::view::{Node, view};

/// A list of points.
pub(super) fn list(paper: &Paper, list: &ListBlock) -> Node {
    let items: Vec<_> =
        list.items.iter().map(|item| view! { <li>{rich(paper, item)}</li> }).collect();
    if list.ordered {
        view! { <ol>{items}</ol> }
    } else {
        view! { <ul>{items}</ul> }
    }
}
