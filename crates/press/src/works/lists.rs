//! Lists: the files of each and their pages, and its feeds.

use rayon::prelude::*;
use story::model::{List, Version};
use story::url::{ListKind, Route, SitePath, files};
use trangnhat::document::Place;
use trangnhat::pages::{ListPage, Page};

use super::json;
use super::press::{Press, page_of};
use crate::lists::{Gathered, ListFile, files as cut};
use crate::mark::{Mark, Marker};
use crate::outbox::Rank;
use crate::run::RunError;
use crate::site::{Content, First};

/// Makes those that have to be made.
pub(super) fn print(press: &Press<'_>, lists: &[Gathered]) -> Result<(), RunError> {
    lists.par_iter().try_for_each(|list| {
        let files = cut(&list.items, press.index);
        let archive = files.iter().find(|file| file.key.is_archive());
        files.par_iter().try_for_each(|file| one(press, list, file, archive))?;
        press.progress.done(1);
        Ok(())
    })
}

fn one(
    press: &Press<'_>,
    list: &Gathered,
    file: &ListFile,
    archive: Option<&ListFile>,
) -> Result<(), RunError> {
    let name = files::list(list.kind, &list.slug, &file.key);
    let mark = mark(press, list, file);
    let newest = file.key.is_latest() || file.key.is_archive();
    let (rank, page_rank) =
        if newest { (Rank::List, Rank::ListPage) } else { (Rank::Part, Rank::PartPage) };
    press.file(name, rank, mark, || Ok(Content::Bytes(json(&whole(press, list, file)?)?)))?;
    let Some(path) = page_path(list, file) else { return Ok(()) };
    // The page of the newest stories ends with the months of the archive.
    let archive = archive.filter(|_| file.key.is_latest());
    let mut of_page = press.marker("list's page");
    of_page.mark_of(press.printer.mark(First::List)).mark_of(mark);
    if let Some(archive) = archive {
        of_page.mark_of(self::mark(press, list, archive));
    }
    press.file(page_of(&path), page_rank, of_page.mark(), || {
        let whole = whole(press, list, file)?;
        let share = press.share(&file.items, &whole.items);
        let archive = archive.map(|archive| self::whole(press, list, archive)).transpose()?;
        let page = Page::List(Box::new(ListPage { kind: list.kind, list: whole, archive }));
        let place = Place { path: Some(&path), neighbours: &[] };
        Ok(Content::Bytes(press.printer.print(&page, place, share.as_ref()).into_bytes()))
    })
}

/// Of everything that a list's file is made from.
fn mark(press: &Press<'_>, list: &Gathered, file: &ListFile) -> Mark {
    let mut mark = Marker::new("list");
    mark.text(list.slug.as_str()).text(&list.title).text(file.key.as_str());
    let ListFile { parts, newer, older, total, .. } = file;
    mark.text(&format!("{:?} {parts:?} {newer:?} {older:?} {total:?}", list.kind));
    press.add_cards(&mut mark, &file.items);
    mark.mark()
}

fn whole(press: &Press<'_>, list: &Gathered, file: &ListFile) -> Result<List, RunError> {
    Ok(List {
        version: Version,
        slug: list.slug.clone(),
        title: list.title.clone(),
        key: file.key.clone(),
        items: press.deck.cards(&file.items)?,
        parts: file.parts.clone(),
        newer: file.newer.clone(),
        older: file.older.clone(),
        total: file.total,
    })
}

/// The page of a list's file. The archive's own file is shown with the newest cards.
fn page_path(list: &Gathered, file: &ListFile) -> Option<SitePath> {
    if file.key.is_archive() {
        return None;
    }
    Some(route(list, (!file.key.is_latest()).then(|| file.key.clone())).path())
}

/// Where a list, or a part of it, is.
pub(super) fn route(list: &Gathered, key: Option<story::url::ArchiveKey>) -> Route {
    let slug = list.slug.clone();
    match list.kind {
        ListKind::Section => Route::Section { slug, key },
        ListKind::Tag => Route::Tag { slug, key },
    }
}
