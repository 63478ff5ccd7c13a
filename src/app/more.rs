//! More of a list on the page that shows its newest stories.

use std::any::Any;
use std::rc::Rc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use story::model::List;
use story::url::{ArchiveKey, ListKind, files};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::App;
use super::notice::Urgency;
use crate::Paper;
use crate::browser::{self, focus};
use crate::cards::{Rank, Size, card};
use crate::fetch::Age;
use crate::moves::Moves;
use crate::pages::{self, Page};

/// How far a list has grown beyond what its page was built with.
struct Grown {
    /// The part that comes next; none at the end.
    next: Option<ArchiveKey>,
    _owner: Box<dyn Any>,
}

/// Answers the press. False where the link itself should be followed.
pub(crate) fn press(app: &App, link: &HtmlElement) -> bool {
    let (paper, client, moves) = (&app.paper, &app.client, &app.moves);
    let Some((kind, slug, key)) = next(moves) else { return false };
    if link.has_attribute("aria-busy") {
        return true;
    }
    drop(link.set_attribute("aria-busy", "true"));
    let file = files::list(kind, &slug, &key);
    let (paper, client, moves, notice, link) =
        (Rc::clone(paper), client.clone(), moves.clone(), app.notice.clone(), link.clone());
    let asked_on = browser::window().location().pathname().unwrap_or_default();
    spawn_local(async move {
        let part = client.get::<List>(&file, Age::Any).await;
        drop(link.remove_attribute("aria-busy"));
        match part {
            Ok(part) => grow(&paper, &moves, &link, part, &asked_on),
            Err(failure) => {
                let again = link.clone();
                notice.show(failure.message(), failure.remedy(), Urgency::Alert, move || {
                    again.click()
                });
            }
        }
    });
    true
}

/// The part of the list that the page shown wants next.
fn next(moves: &Moves) -> Option<(ListKind, story::model::Slug, ArchiveKey)> {
    let shown = moves.shown();
    let shown = shown.as_ref()?;
    let Page::List(page) = &*shown.page else { return None };
    let grown = shown.grown.last().and_then(|grown| grown.downcast_ref::<Grown>());
    let next = match grown {
        Some(grown) => grown.next.clone(),
        None => page.list.older.clone(),
    };
    Some((page.kind, page.list.slug.clone(), next?))
}

fn grow(paper: &Rc<Paper>, moves: &Moves, link: &HtmlElement, part: List, asked_on: &str) {
    let mut shown = moves.shown_mut();
    let Some(shown) = shown.as_mut().filter(|shown| shown.path == asked_on) else { return };
    let Page::List(page) = &*shown.page else { return };
    let Ok(Some(list)) = shown.main.query_selector("[data-list]") else { return };
    let Ok(list) = list.dyn_into::<HtmlElement>() else { return };
    let before = list.child_element_count();
    // The part that the newest stories end in begins with some of them.
    let new: Vec<_> = part
        .items
        .into_iter()
        .filter(|card| !page.list.items.iter().any(|there| there.id == card.id))
        .collect();
    let owner = mount_to(list.clone(), {
        let paper = Rc::clone(paper);
        move || {
            new.iter()
                .map(|story| view! { <li>{card(&paper, story, Size::Row, Rank::Two, false)}</li> })
                .collect::<Vec<_>>()
        }
    });
    match &part.older {
        Some(older) => {
            let href = paper.href(&pages::list_route(page, Some(older)).path());
            drop(link.set_attribute("href", &href));
        }
        None => link.remove(),
    }
    // To the first story that is new, for who came by the keyboard.
    let first = list.children().item(before).and_then(|li| li.query_selector("a").ok().flatten());
    if let Some(first) = first.and_then(|first| first.dyn_into().ok()) {
        focus::quietly(&first);
    }
    shown.grown.push(Box::new(Grown { next: part.older, _owner: Box::new(owner) }));
}
