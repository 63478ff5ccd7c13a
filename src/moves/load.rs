//! From an address to a page with everything it shows.

use std::rc::Rc;

use story::model::{Article, Home, List};
use story::time::Time;
use story::url::{ArchiveKey, ListKind, Route, files};
use wasm_bindgen_futures::spawn_local;

use crate::Paper;
use crate::article::unknown_kinds;
use crate::browser;
use crate::fetch::{Age, Client, Failure};
use crate::pages::{self, ListPage, Page};

/// How long a list is good without asking again, in ms.
pub(super) const LIST_AGE_MS: f64 = 60_000.0;

/// How long an article is good without asking again, in ms: it changes seldom, and a correction
/// should still reach a reader who stays for long.
const ARTICLE_AGE_MS: f64 = 600_000.0;

/// Whether what is in memory will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    /// Where it is not too old.
    IfOld,
    /// Never: the server is asked.
    Always,
}

impl Ask {
    fn age(self, most_ms: f64) -> Age {
        Age::AtMost(if self == Self::Always { 0.0 } else { most_ms })
    }
}

/// The files that a page needs first.
#[must_use]
fn files_of(route: &Route) -> Vec<String> {
    let list = |kind, slug, key: &Option<ArchiveKey>| match key {
        Some(key) => vec![files::list(kind, slug, key)],
        None => vec![
            files::list(kind, slug, &ArchiveKey::latest()),
            files::list(kind, slug, &ArchiveKey::archive()),
        ],
    };
    match route {
        Route::Home => vec![files::HOME.to_owned()],
        Route::Section { slug, key } => list(ListKind::Section, slug, key),
        Route::Tag { slug, key } => list(ListKind::Tag, slug, key),
        Route::Article { id, .. } => vec![files::article(id)],
    }
}

/// The page at this address. A file that is not there is the page that says so.
///
/// # Errors
/// Any other [`Failure`].
pub(super) async fn page(
    client: &Client,
    route: Option<&Route>,
    ask: Ask,
) -> Result<Page, Failure> {
    let Some(route) = route else { return Ok(Page::NotFound) };
    match known(client, route, ask).await {
        Err(Failure::NotFound) => Ok(Page::NotFound),
        page => page,
    }
}

/// Brings the files of the page at this address into memory, unread.
pub fn ahead(client: &Client, route: &Route) {
    files_of(route).iter().for_each(|file| client.prefetch(file));
}

/// Asks for the picture with which the page at this address begins, once its files are there: made
/// as it will be, its elements choose the same file.
pub fn picture_ahead(client: &Client, paper: &Rc<Paper>, route: Route) {
    let (client, paper) = (client.clone(), Rc::clone(paper));
    spawn_local(async move {
        // Whoever really needs the page asks again, and says then what went wrong.
        if let Ok(page) = page(&client, Some(&route), Ask::IfOld).await {
            pages::view(&paper, &page, None).ask_for_picture();
        }
    });
}

async fn known(client: &Client, route: &Route, ask: Ask) -> Result<Page, Failure> {
    let files = files_of(route);
    let age = ask.age(LIST_AGE_MS);
    let kind = match route {
        Route::Home => return Ok(Page::Home(client.get::<Home>(&files[0], age).await?)),
        Route::Article { .. } => {
            let article = client.get::<Article>(&files[0], ask.age(ARTICLE_AGE_MS)).await?;
            for kind in unknown_kinds(&article.body) {
                browser::warn(&format!("{}: a block of type \"{kind}\" is left out", files[0]));
            }
            return Ok(Page::Article(Box::new(article)));
        }
        Route::Section { .. } => ListKind::Section,
        Route::Tag { .. } => ListKind::Tag,
    };
    let archive = async {
        match files.get(1) {
            // Without its months the page is still good.
            Some(file) => client.get::<List>(file, age).await.ok(),
            None => None,
        }
    };
    let (list, archive) = browser::both(client.get::<List>(&files[0], age), archive).await;
    Ok(Page::List(Box::new(ListPage { kind, list: list?, archive })))
}

/// Now, as a time of the story's kind. Its offset does not matter: it is compared as an instant.
pub(super) fn time_now() -> Time {
    #[expect(clippy::cast_possible_truncation, reason = "whole seconds")]
    Time::from_epoch((browser::now_ms() / 1_000.0) as i64, 0)
}
