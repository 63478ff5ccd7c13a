//! The app in the browser: it brings the parts together and answers what the reader does.

mod actions;
mod around;
mod count;
mod frame;
mod live;
mod more;
mod notice;
mod pictures;
mod presses;
mod renew;
mod waiting;

use std::cell::RefCell;
use std::rc::Rc;

use story::model::Site;
use story::url::{Base, Route, files};
use wasm_bindgen_futures::spawn_local;

use crate::Paper;
use crate::browser::{self, Listener};
use crate::fetch::{Age, Client, Failure};
use crate::gallery::lightbox::Lightbox;
use crate::moves::{Moves, files_of};

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

/// Starts the app in the page that loaded it.
pub fn start() {
    // The page says where the site lies; it is written by the press, from `base_url`.
    let base = browser::root().and_then(|root| root.get_attribute("data-base")).unwrap_or_default();
    let base = Base::new(&base);
    let client = Client::new(base.asset(""));
    ahead(&client, &base);
    spawn_local(open(client, base));
}

/// Asks for the page's own files together with the site's, not after it.
fn ahead(client: &Client, base: &Base) {
    let path = browser::window().location().pathname().unwrap_or_default();
    let Some(route) = base.strip(&path).as_ref().and_then(Route::parse) else { return };
    for file in files_of(&route) {
        let client = client.clone();
        spawn_local(async move { client.prefetch(&file).await });
    }
}

async fn open(client: Client, base: Base) {
    let waiting = waiting::Waiting::first();
    match client.get::<Site>(files::SITE, Age::Any).await {
        Ok(site) => {
            let paper = Rc::new(Paper { site, base, now: None });
            drop(waiting);
            run(paper, client);
        }
        Err(failure) => {
            drop(waiting);
            without_site(failure, client, base);
        }
    }
}

/// Without the site's own file there is no paper to show: only the failure, and a way on.
fn without_site(failure: Failure, client: Client, base: Base) {
    frame::bare(failure, move || spawn_local(open(client.clone(), base.clone())));
}

fn run(paper: Rc<Paper>, client: Client) {
    let Some(main) = frame::mount(&paper) else { return };
    let lightbox = Lightbox::new(Rc::clone(&paper));
    let notice = notice::Notice::new(Rc::clone(&paper));
    let around = Rc::new(around::Here::new(
        Rc::clone(&paper),
        client.clone(),
        lightbox.clone(),
        notice.clone(),
    ));
    let moves = Moves::new(Rc::clone(&paper), client.clone(), around);
    let app =
        Rc::new(App { paper, client, moves, lightbox, notice, listeners: RefCell::default() });
    let mut listeners = presses::listen(&app);
    listeners.extend(pictures::listen(&app));
    listeners.extend(renew::listen(&app));
    *app.listeners.borrow_mut() = listeners;
    crate::chrome::theme::tell();
    app.moves.start(main);
    // The listeners hold the app, and the app the listeners: both live as long as the document.
}
