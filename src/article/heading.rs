use leptos::prelude::*;
use story::model::{Heading, Level};

use super::rich::rich;
use crate::Paper;

/// A heading within the story.
pub(super) fn heading(paper: &Paper, heading: &Heading) -> AnyView {
    let text = rich(paper, &heading.text);
    match heading.level {
        Level::Two => view! { <h2>{text}</h2> }.into_any(),
        Level::Three => view! { <h3>{text}</h3> }.into_any(),
        Level::Four => view! { <h4>{text}</h4> }.into_any(),
    }
}
