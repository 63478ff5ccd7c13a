//! The app in the browser: it brings the parts together and answers what the reader does.
//!
//! The page that loaded it was written by the press and is whole. The app adopts it: its elements
//! stay as they are, presses are answered from the document, and whole pages are made from the next
//! move on.

mod actions;
mod ahead;
mod around;
mod caption;
mod count;
mod lightbox;
mod live;
mod more;
mod notice;
mod photo;
mod pictures;
mod presses;
mod renew;
mod waiting;

use std::cell::RefCell;
use std::rc::Rc;

use story::model::Site;
use story::url::{Base, Route, files};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Paper;
use crate::browser::{self, Listener};
use crate::chrome::switches;
use crate::fetch::prefetch::Ahead;
use crate::fetch::{Age, Client};
use crate::moves::{self, Moves};
use crate::shape::SHAPE;
use lightbox::Lightbox;

/// Everything that lives as long as the document.
pub(crate) struct App {
    pub paper: Rc<Paper>,
    pub client: Client,
    pub moves: Moves,
    pub lightbox: Lightbox,
    pub notice: notice::Notice,
    /// Ends when the app does, which is never.
    listeners: RefCell<Vec<Listener>>,
}

/// Takes the page over that loaded the app. False where that cannot be now (the site's own file
/// does not come, or the page was cut off on its way): the page then stays as it is, and the loader
/// may try again.
///
/// `bring` is the loader's way to the lightbox, a program of its own: called, it promises the
/// program, `false` where its files are gone, or nothing where they did not come.
///
/// Where the loader has written `data-app="wanted"`, the page says nothing of its address: the app
/// shows what it should be.
#[wasm_bindgen]
pub async fn take_over(bring: js_sys::Function) -> bool {
    let Some(root) = browser::root() else { return false };
    let Some(main) = browser::find("body > #main") else { return false };
    // The page says where the site lies; it is written by the press, from `base_url`.
    let base = Base::new(&root.get_attribute("data-base").unwrap_or_default());
    let client = Client::new(base.asset(""));
    let wanted = root.get_attribute("data-app").as_deref() == Some("wanted");
    let waiting = wanted.then(|| {
        ahead(&client, &base);
        waiting::Waiting::first()
    });
    let Ok(site) = client.get::<Site>(files::SITE, Age::Any).await else { return false };
    drop(waiting);
    let app = open(Rc::new(Paper { site, base, now: None }), client, bring);
    switches::tell();
    let known = root.get_attribute("data-shape").is_some_and(|shape| shape == SHAPE.to_string());
    if wanted {
        app.moves.show(main);
    } else {
        app.moves.adopt(main, known);
    }
    // The listeners hold the app, and the app the listeners: both live as long as the document.
    true
}

/// Asks for the page's own files together with the site's, not after it.
fn ahead(client: &Client, base: &Base) {
    let path = browser::window().location().pathname().unwrap_or_default();
    let Some(route) = base.strip(&path).as_ref().and_then(Route::parse) else { return };
    moves::ahead(client, &route);
}

fn open(paper: Rc<Paper>, client: Client, bring: js_sys::Function) -> Rc<App> {
    let notice = notice::Notice::new(Rc::clone(&paper));
    let lightbox = Lightbox::new(Rc::clone(&paper), notice.clone(), bring);
    let around = Rc::new(around::Here::new(
        Rc::clone(&paper),
        client.clone(),
        lightbox.clone(),
        notice.clone(),
    ));
    let moves = Moves::new(Rc::clone(&paper), client.clone(), around);
    let app =
        Rc::new(App { paper, client, moves, lightbox, notice, listeners: RefCell::default() });
    let ahead = Ahead::new(app.client.clone(), Rc::clone(&app.paper));
    let mut listeners = presses::listen(&app, &ahead);
    listeners.extend(ahead::listen(&ahead));
    listeners.extend(pictures::listen(&app));
    listeners.extend(renew::listen(&app));
    *app.listeners.borrow_mut() = listeners;
    app
}
