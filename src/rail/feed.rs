//! Brings the files of a section's list, one at a time.

use std::cell::{Cell, Ref, RefCell};

use story::json::{Fields, Json, Read, Told};
use story::model::{ArticleId, List, Slug};
use story::time::Time;
use story::url::{ArchiveKey, ListKind, files};

use super::{Known, Span, Wanted};
use crate::fetch::{Age, Client, Failure};

/// How long the newest cards and the archive's counts are good without asking again, in ms.
const LATEST_AGE_MS: f64 = 60_000.0;

/// What a file turns out to be. One type for both, and of an article no more than is wanted: each
/// more that is asked for takes 1 kB of the app.
enum Brought {
    List(List),
    /// When the article was published.
    Own(Option<Time>),
}

impl Read for Brought {
    fn read(json: Json, told: &mut Told) -> Self {
        match &json {
            Json::Object(fields) if fields.iter().any(|(name, _)| name == "items") => {
                Self::List(List::read(json, told))
            }
            _ => Self::Own(Fields::of(json, told).get("published")),
        }
    }
}

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
        let (file, age) = match &wanted {
            Wanted::Own => (files::article(&self.own), Age::Any),
            Wanted::File(key) => {
                let top = key.is_latest() || key.is_archive();
                let age = if top { Age::AtMost(LATEST_AGE_MS) } else { Age::Any };
                (files::list(ListKind::Section, &self.section, key), age)
            }
        };
        let brought = self.client.get::<Brought>(&file, age).await;
        let mut known = self.known.borrow_mut();
        match (brought, wanted) {
            (Ok(Brought::Own(published)), _) => known.take_own(published),
            (Ok(Brought::List(list)), Wanted::File(key)) => {
                // What is in it counts as that for which it was asked, or it would be asked for
                // again.
                known.take(List { key, ..list });
                self.begun.set(true);
            }
            (Ok(Brought::List(_)), Wanted::Own) => return Err(Failure::WrongData),
            (Err(failure), _) => {
                if failure == Failure::NotFound {
                    // The archive has been cut otherwise since it was asked for.
                    known.forget_parts();
                }
                return Err(failure);
            }
        }
        Ok(())
    }
}
