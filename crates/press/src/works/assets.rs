//! Files that are laid in the site as they are: the newsroom's pictures, sound and moving pictures,
//! pictures for shares, and the app of this release and of the last ones.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;

use story::check::Problem;

use super::press::Press;
use crate::check::picture::{Flaw, like_developed};
use crate::index::{Entry, Found};
use crate::ledger::Ledger;
use crate::mark::{Mark, Marker};
use crate::outbox::Rank;
use crate::run::RunError;
use crate::site::{App, Content, START, released};

/// The app's files of one release: their names from the site's root on.
type Release = BTreeSet<Box<str>>;

/// Lays them, where they are not there, and says which releases of the app the site holds.
pub(super) fn lay(
    press: &Press<'_>,
    app: &App,
    media: &[Found],
    before: &Ledger,
) -> Result<Vec<Release>, RunError> {
    let due = || press.index.due().iter().map(|at| press.index.get(*at));
    let asked: HashSet<&str> = due().flat_map(asked_for).collect();
    let own = || media.iter().filter(|found| asked.contains(found.name.as_str()));
    let taken: Vec<Problem> = own().filter_map(|found| kept_for_ever(&found.name)).collect();
    if !taken.is_empty() {
        return Err(RunError::content(press.root, taken));
    }
    for found in own() {
        let mut mark = Marker::new("media");
        mark.text(&format!("{:?}", found.stat));
        let from = press.root.join(&found.name);
        press.file(found.name.clone(), Rank::Asset, mark.mark(), || Ok(Content::Copy(from)))?;
    }
    let shares = due().filter_map(|entry| entry.share.as_ref()).map(|(name, ..)| name);
    let names = shares.chain(due().flat_map(|entry| &entry.prints));
    let names: HashSet<&str> = names.map(AsRef::as_ref).collect();
    for name in names {
        // The name says what is in it.
        let mark = Mark::of(name.as_bytes());
        press.file(name.to_owned(), Rank::Asset, mark, || {
            let print = press.makers.developer.and_then(|developer| developer.file(name));
            let share = || press.makers.shares.map(|shares| shares.file(name));
            Ok(Content::Copy(print.or_else(share).unwrap_or_else(|| press.out.join(name))))
        })?;
    }
    for (name, bytes) in app.plain() {
        press.bytes(name.to_owned(), Rank::Sign, bytes.to_vec())?;
    }
    for (name, bytes) in app.lasting() {
        let mark = Mark::of(name.as_bytes());
        press.file(name.to_owned(), Rank::Asset, mark, || Ok(Content::Bytes(bytes.to_vec())))?;
    }
    press.bytes(START.to_owned(), Rank::Start, app.start().as_bytes().to_vec())?;
    let own: Release = app.lasting().map(|(name, _)| name.into()).collect();
    let releases = released(earlier(before, press.out), own);
    for name in releases.iter().skip(1).flatten() {
        let from = press.out.join(name.as_ref());
        if app.lasting().all(|(own, _)| own != name.as_ref()) && from.is_file() {
            let mark = Mark::of(name.as_bytes());
            press.file(name.to_string(), Rank::Asset, mark, || Ok(Content::Copy(from)))?;
        }
    }
    Ok(releases)
}

/// The newsroom's files that a published article shows as they are. Nothing else of the folder goes
/// into the site: what only an article names that is held back would be out before it, and what
/// none names was never meant for readers, with all that a camera writes into it. What readers get
/// of the developed ones is laid beside these.
fn asked_for(entry: &Entry) -> impl Iterator<Item = &str> {
    let developed =
        |name: &str| entry.developed.binary_search_by(|other| other.as_ref().cmp(name)).is_ok();
    entry.media.iter().map(AsRef::as_ref).filter(move |name| !developed(name))
}

/// What is wrong with a file that would be published under a name that browsers keep for ever,
/// although the newsroom may put another one in its place.
fn kept_for_ever(name: &str) -> Option<Problem> {
    let Flaw { expected, found } = like_developed(name)?;
    Some(Problem::error(name, "$", expected, found))
}

/// The releases that the site holds now. Where nothing is known of it, all that lies there and may
/// be the app's counts as one.
fn earlier(before: &Ledger, out: &Path) -> Vec<Release> {
    if !before.releases.is_empty() {
        return before.releases.clone();
    }
    let names = crate::folder::files(out, crate::site::APP_FOLDER);
    let lasting = names.into_iter().filter(|name| name != START).map(Into::into);
    let all: Release = lasting.collect();
    if all.is_empty() { Vec::new() } else { vec![all] }
}
