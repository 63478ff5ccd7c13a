//! Brings the files of a section's list, one at a time.

use std::cell::{Cell, Ref, RefCell};

use story::model::{Article, ArticleId, List, Slug};
use story::url::{ArchiveKey, ListKind, files};

use super::{Known, Span, Wanted};
use crate::fetch::{Age, Client, Failure};

/// How long the newest cards and the archive's counts are good without asking again, in ms.
const LATEST_AGE_MS: f64 = 60_000.0;

/// Where the cards come from.
pub(super) struct Feed {
    client: Client,
    section: Slug,
    own: ArticleId,
    known: RefCell<Known>,
    begun: Cell<bool>,
}

impl Feed {
    pub fn new(client: Client, section: Slug, own: ArticleId) -> Self {
        let known = RefCell::new(Known::new(own.clone()));
        Self { client, section, own, known, begun: Cell::new(false) }
    }

    /// What has come so far.
    pub fn known(&self) -> Ref<'_, Known> {
        self.known.borrow()
    }

    /// Whether the newest cards have come.
    pub fn begun(&self) -> bool {
        self.begun.get()
    }

    /// The file that is missing so that these cards are there.
    pub fn wanted(&self, span: Span) -> Option<Wanted> {
        if self.begun() {
            self.known.borrow().wanted(span)
        } else {
            Some(Wanted::File(ArchiveKey::latest()))
        }
    }

    /// Brings a file.
    pub async fn bring(&self, wanted: Wanted) -> Result<(), Failure> {
        let key = match wanted {
            Wanted::File(key) => key,
            Wanted::Own => {
                let file = files::article(&self.own);
                let article = self.client.get::<Article>(&file, Age::Any).await?;
                self.known.borrow_mut().take_own(article.published);
                return Ok(());
            }
        };
        let top = key.is_latest() || key.is_archive();
        let age = if top { Age::AtMost(LATEST_AGE_MS) } else { Age::Any };
        let file = files::list(ListKind::Section, &self.section, &key);
        let list = self.client.get::<List>(&file, age).await;
        if matches!(list, Err(Failure::NotFound)) {
            // The archive has been cut otherwise since it was asked for.
            self.known.borrow_mut().forget_parts();
        }
        let list = list?;
        // What is in it counts as that for which it was asked, or it would be asked for again.
        self.known.borrow_mut().take(List { key, ..list });
        self.begun.set(true);
        Ok(())
    }
}
