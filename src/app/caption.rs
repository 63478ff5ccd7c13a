//! What is said under a picture in the lightbox, as elements.

use story::pictures::Picture;
use web_sys::Element;

use crate::Paper;
use crate::article::rich::rich;
use crate::browser;
use crate::view::view;

/// Its own caption, else that of its run, and whose picture it is. None where nothing is said.
pub(super) fn elements(paper: &Paper, picture: &Picture<'_>) -> Option<Element> {
    let caption = picture.caption.map(|caption| rich(paper, caption));
    let credit = picture.image.credit.clone();
    if caption.is_none() && credit.is_none() {
        return None;
    }
    let credit = credit.map(|credit| view! { <span class="credit">{credit}</span> });
    let place = browser::document().create_element("div").ok()?;
    view! { {caption}{" "}{credit} }.build_in(&place);
    Some(place)
}
