//! More of a list on the page that shows its newest stories.
//!
//! The link says itself what comes next: without the app it leads to that part of the archive.

use std::rc::Rc;

use story::model::List;
use story::url::{ListKind, Route, files};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlAnchorElement, HtmlElement};

use super::App;
use crate::Paper;
use crate::browser::{self, focus};
use crate::cards::{Rank, Size, card};
use crate::fetch::Age;
use crate::moves::Moves;
use crate::view::{Node, view};

/// Answers the press. False where the link itself should be followed.
pub(crate) fn press(app: &App, link: &HtmlElement) -> bool {
    let (paper, client, moves) = (&app.paper, &app.client, &app.moves);
    let Some((kind, file)) = next(paper, link) else { return false };
    if link.has_attribute("aria-busy") {
        return true;
    }
    drop(link.set_attribute("aria-busy", "true"));
    let (paper, client, moves, notice, link) =
        (Rc::clone(paper), client.clone(), moves.clone(), app.notice.clone(), link.clone());
    let asked_on = browser::window().location().pathname().unwrap_or_default();
    spawn_local(async move {
        let part = client.get::<List>(&file, Age::Any).await;
        drop(link.remove_attribute("aria-busy"));
        match part {
            Ok(part) => grow(&paper, &moves, &link, kind, part, &asked_on),
            Err(failure) => {
                let again = link.clone();
                notice.failed(failure, move || again.click());
            }
        }
    });
    true
}

/// The part that the link leads to: of a section or a tag, and its file.
fn next(paper: &Paper, link: &HtmlElement) -> Option<(ListKind, String)> {
    let path = paper.base.strip(&link.dyn_ref::<HtmlAnchorElement>()?.pathname())?;
    let (kind, slug, key) = match Route::parse(&path)? {
        Route::Section { slug, key } => (ListKind::Section, slug, key?),
        Route::Tag { slug, key } => (ListKind::Tag, slug, key?),
        Route::Home | Route::Article { .. } => return None,
    };
    Some((kind, files::list(kind, &slug, &key)))
}

fn grow(
    paper: &Rc<Paper>,
    moves: &Moves,
    link: &HtmlElement,
    kind: ListKind,
    part: List,
    asked_on: &str,
) {
    let shown = moves.shown();
    let Some(shown) = shown.as_ref().filter(|shown| shown.path == asked_on) else { return };
    let Ok(Some(list)) = shown.main.query_selector("[data-list]") else { return };
    let Ok(list) = list.dyn_into::<HtmlElement>() else { return };
    let before = list.child_element_count();
    // The part that the newest stories end in begins with some of them.
    let there = |href: &str| list.query_selector(&format!("a[href=\"{href}\"]")).ok().flatten();
    let List { slug, items, older, .. } = part;
    let new: Vec<_> =
        items.into_iter().filter(|card| there(&paper.href(&card.path)).is_none()).collect();
    new.iter()
        .map(|story| view! { <li>{card(paper, story, Size::Row, Rank::Two, false)}</li> })
        .collect::<Node>()
        .build_in(&list);
    match older {
        Some(key) => {
            let route = match kind {
                ListKind::Section => Route::Section { slug, key: Some(key) },
                ListKind::Tag => Route::Tag { slug, key: Some(key) },
            };
            drop(link.set_attribute("href", &paper.href(&route.path())));
        }
        None => link.remove(),
    }
    // To the first story that is new, for who came by the keyboard.
    let first = list.children().item(before).and_then(|li| li.query_selector("a").ok().flatten());
    if let Some(first) = first.and_then(|first| first.dyn_into().ok()) {
        focus::quietly(&first);
    }
}
