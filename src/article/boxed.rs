use story::pictures::Piece;

use super::{Setting, pieces};
use crate::view::{Node, view};

/// A box beside the story.
pub(super) fn boxed(setting: &mut Setting<'_>, title: Option<&str>, body: &[Piece<'_>]) -> Node {
    let title = title.map(|title| view! { <h2 class="box-title">{title.to_owned()}</h2> });
    let within = std::mem::replace(&mut setting.boxed, true);
    let body = pieces(setting, body);
    setting.boxed = within;
    view! { <aside class="box">{title}{body}</aside> }
}
