use story::model::{Heading, Level};

use super::rich::rich;
use crate::Paper;
use crate::view::{Node, view};

/// A heading within the story.
pub(super) fn heading(paper: &Paper, heading: &Heading) -> Node {
    let text = rich(paper, &heading.text);
    match heading.level {
        Level::Two => view! { <h2>{text}</h2> },
        Level::Three => view! { <h3>{text}</h3> },
        Level::Four => view! { <h4>{text}</h4> },
    }
}
