//! The manifest where it lies: what is there, kept true while files are sent.

use object_store::path::Path as Location;
use object_store::{Attribute, Attributes, Error, ObjectStoreExt, PutPayload};

use super::PublishError;
use super::manifest::{Base, CHANGES, Manifest, NAME};
use super::target::Store;

/// The manifest of a target.
#[derive(Debug)]
pub(super) struct Book<'a> {
    store: &'a Store,
    base: Base,
    /// Whether there is none yet.
    new: bool,
}

impl<'a> Book<'a> {
    /// Reads it, and what the target holds by its word: nothing, where there is none.
    pub(super) async fn open(store: &'a Store) -> Result<(Self, Manifest), PublishError> {
        let Some(all) = read(store, NAME).await? else {
            return Ok((Self { store, base: Base::default(), new: true }, Manifest::default()));
        };
        let changes = read(store, CHANGES).await?;
        let (base, now) = Base::read(&all, changes.as_deref()).map_err(PublishError::Manifest)?;
        Ok((Self { store, base, new: false }, now))
    }

    /// From now on this is what is there.
    pub(super) async fn write(&mut self, now: &Manifest) -> Result<(), PublishError> {
        let refused = |error| PublishError::Store("saying what is there".to_owned(), error);
        let (name, bytes) = self.base.write(now);
        let location = Location::parse(name).map_err(|error| refused(error.into()))?;
        if std::mem::take(&mut self.new) {
            // Somebody took the first file away and left the second, whose number would come again.
            let changes = Location::parse(CHANGES).map_err(|error| refused(error.into()))?;
            match self.store.store.delete(&changes).await {
                Ok(()) | Err(Error::NotFound { .. }) => {}
                Err(error) => return Err(refused(error)),
            }
        }
        let headers =
            [(Attribute::ContentType, "application/json"), (Attribute::CacheControl, "no-store")];
        let headers = headers.into_iter().filter(|_| self.store.headers);
        let headers = Attributes::from_iter(headers);
        let payload = PutPayload::from(bytes);
        let put = self.store.store.put_opts(&location, payload, headers.into());
        put.await.map(drop).map_err(refused)
    }
}

async fn read(store: &Store, name: &str) -> Result<Option<Vec<u8>>, PublishError> {
    let wrong = |error| PublishError::Store("reading what is there".to_owned(), error);
    let location = Location::parse(name).map_err(|error| wrong(error.into()))?;
    match store.store.get(&location).await {
        Ok(found) => found.bytes().await.map(|bytes| Some(bytes.to_vec())).map_err(wrong),
        Err(Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(wrong(error)),
    }
}
