//! Carrying a plan out.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use futures_util::{StreamExt, stream};
use host::content_type;
use object_store::buffered::BufWriter;
use object_store::path::Path as Location;
use object_store::{Attribute, Attributes, Error, ObjectStoreExt, PutPayload};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::book::Book;
use super::local::File;
use super::manifest::Manifest;
use super::mark::{Marking, mark};
use super::plan::Plan;
use super::target::Store;
use super::{PublishError, Told};
use crate::hosting::Keep;

/// How many files are on their way at once.
const AT_ONCE: usize = 16;
/// From how many bytes on a file is sent in parts, and not read into memory as a whole.
const LARGE: u64 = 16 << 20;
/// The bytes of a part.
const PART: usize = 8 << 20;
/// How many parts of one file are on their way at once.
const PARTS: usize = 2;
/// How much of a file that is sent in parts is read at a time.
const BLOCK: usize = 1 << 18;
/// How much work is done again at most after a publish was broken off.
const CHECKPOINT: Duration = Duration::from_secs(10);

/// Sends, then deletes. Until all is done the manifest there says of what is on its way that nobody
/// knows what it holds: whatever happens, the next publish sends that again.
pub(super) async fn send(
    store: &Store,
    book: &mut Book<'_>,
    site: &Path,
    local: &BTreeMap<String, File>,
    known: Manifest,
    plan: Plan,
    say: &(dyn Fn(Told<'_>) + Sync),
) -> Result<(), PublishError> {
    let Plan { uploads, deletes, after } = plan;
    if uploads.is_empty() && deletes.is_empty() && known == after {
        return Ok(());
    }
    let mut there = Manifest { releases: after.releases.clone(), ..known }.on_its_way(&uploads);
    book.write(&there).await?;
    let mut saved = Instant::now();
    for stage in uploads.chunk_by(|a, b| a.stage == b.stage) {
        let title = stage.first().map_or("", |one| one.stage.title());
        say(Told::Step(title, stage.len() as u64));
        // All of a wave is there before the next begins.
        for wave in stage.chunk_by(|a, b| a.wave() == b.wave()) {
            let files =
                wave.iter().filter_map(|one| Some((one.name.as_str(), local.get(&one.name)?)));
            let sending = files.map(|(name, file)| async move {
                one(store, site, name, file).await.map(|()| (name.to_owned(), file.mark.clone()))
            });
            let mut sending = stream::iter(sending.collect::<Vec<_>>()).buffer_unordered(AT_ONCE);
            while let Some(sent) = sending.next().await {
                match sent {
                    Ok((name, mark)) => there.files.insert(name, mark),
                    Err(error) => {
                        // What went well is remembered; where that fails too, the first failure
                        // counts.
                        drop(book.write(&there).await);
                        return Err(error);
                    }
                };
                say(Told::Done(1));
                if saved.elapsed() > CHECKPOINT {
                    book.write(&there).await?;
                    saved = Instant::now();
                }
            }
        }
    }
    if !deletes.is_empty() {
        say(Told::Step("taking away what is gone", deletes.len() as u64));
    }
    let deleting = deletes.iter().map(|name| delete(store, name));
    let mut deleting = stream::iter(deleting.collect::<Vec<_>>()).buffer_unordered(AT_ONCE);
    while let Some(deleted) = deleting.next().await {
        deleted?;
        say(Told::Done(1));
    }
    book.write(&after).await
}

async fn one(store: &Store, site: &Path, name: &str, file: &File) -> Result<(), PublishError> {
    let path = site.join(name);
    let headers = [
        (Attribute::ContentType, content_type(Path::new(name))),
        (Attribute::CacheControl, Keep::of(name).cache_control()),
    ];
    let headers = Attributes::from_iter(headers.into_iter().filter(|_| store.headers));
    let refused = |error| PublishError::Store(format!("sending {name}"), error);
    let location = Location::parse(name).map_err(|error| refused(error.into()))?;
    if file.size < LARGE {
        let wrong = |error| PublishError::File(path.clone(), error);
        let bytes = tokio::fs::read(&path).await.map_err(wrong)?;
        if mark(name, &bytes) != file.mark {
            return Err(PublishError::Changed(name.to_owned()));
        }
        let sent = store.store.put_opts(&location, PutPayload::from(bytes), headers.into()).await;
        return sent.map(drop).map_err(refused);
    }
    let to = BufWriter::with_capacity(store.store.clone(), location, PART)
        .with_max_concurrency(PARTS)
        .with_attributes(headers);
    film(&path, to, name, file).await
}

/// In parts. What was changed meanwhile is not put together at the other end.
async fn film(path: &Path, mut to: BufWriter, name: &str, file: &File) -> Result<(), PublishError> {
    let wrong = |error| PublishError::File(path.to_owned(), error);
    match pour(path, &mut to, name, file).await {
        Ok(()) => to.shutdown().await.map_err(wrong),
        Err(error) => {
            // Parts that are left there would be paid for. Where that fails too, the first failure
            // counts.
            drop(to.abort().await);
            Err(error)
        }
    }
}

async fn pour(
    path: &Path,
    to: &mut BufWriter,
    name: &str,
    file: &File,
) -> Result<(), PublishError> {
    let wrong = |error| PublishError::File(path.to_owned(), error);
    let mut from = tokio::fs::File::open(path).await.map_err(wrong)?;
    let (mut marking, mut block) = (Marking::new(name), vec![0; BLOCK]);
    loop {
        let read = from.read(&mut block).await.map_err(wrong)?;
        if read == 0 {
            break;
        }
        marking.add(&block[..read]);
        to.write_all(&block[..read]).await.map_err(wrong)?;
    }
    if marking.mark() == file.mark { Ok(()) } else { Err(PublishError::Changed(name.to_owned())) }
}

async fn delete(store: &Store, name: &str) -> Result<(), PublishError> {
    let refused = |error| PublishError::Store(format!("taking {name} away"), error);
    let location = Location::parse(name).map_err(|error| refused(error.into()))?;
    match store.store.delete(&location).await {
        Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
        Err(error) => Err(refused(error)),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::Arc;

    use object_store::local::LocalFileSystem;

    use super::*;

    #[tokio::test]
    async fn a_film_that_changes_on_the_way_leaves_the_one_that_is_there() {
        let (site, there) = (tempfile::tempdir().expect("one"), tempfile::tempdir().expect("two"));
        let store = LocalFileSystem::new_with_prefix(there.path()).expect("a store");
        let store = Store { store: Arc::new(store), headers: false };
        let size = usize::try_from(LARGE).expect("a size") + 5;
        let read = |folder: &tempfile::TempDir| fs::read(folder.path().join("a.mp4"));
        let of = |bytes: &[u8]| File { mark: mark("a.mp4", bytes), size: LARGE, leads_on: false };
        let (first, second) = (vec![1; size], vec![2; size]);
        fs::write(site.path().join("a.mp4"), &first).expect("a film");
        one(&store, site.path(), "a.mp4", &of(&first)).await.expect("sent");
        assert!(read(&there).expect("sent") == first);
        fs::write(site.path().join("a.mp4"), &second).expect("another film");
        let sent = one(&store, site.path(), "a.mp4", &of(&first)).await;
        assert!(matches!(sent, Err(PublishError::Changed(_))), "{sent:?}");
        assert!(read(&there).expect("sent") == first);
        let left = fs::read_dir(there.path()).expect("a folder").count();
        assert_eq!(left, 1, "parts were left");
    }
}
