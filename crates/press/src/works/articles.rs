//! Articles: the JSON and the page of each, and the pages at the addresses it once had.

use rayon::prelude::*;
use story::url::SitePath;
use trangnhat::document::Place;
use trangnhat::pages::Page;

use super::json;
use super::press::{Press, page_file};
use crate::edition;
use crate::index::{Entry, Made};
use crate::lists::Neighbours;
use crate::mark::{Mark, Marker};
use crate::outbox::Rank;
use crate::run::RunError;
use crate::site::{Content, First};

/// Makes those that have to be made: gives what each published article is made from now, by its
/// place in the index.
pub(super) fn print(
    press: &Press<'_>,
    neighbours: &Neighbours<'_>,
) -> Result<Vec<(u32, Made)>, RunError> {
    let due = press.index.due();
    let make = |at: &u32| {
        let made = one(press, neighbours, *at)?;
        press.progress.done(1);
        Ok((*at, made))
    };
    due.par_iter().with_min_len(8).map(make).collect()
}

fn one(press: &Press<'_>, neighbours: &Neighbours<'_>, at: u32) -> Result<Made, RunError> {
    let entry = press.index.get(at);
    let around = neighbours.of(at, entry);
    let json = of_json(press, entry);
    let mut page = press.marker("article's page");
    page.mark_of(press.printer.mark(First::Article)).mark_of(json).mark_of(entry.card.1);
    press.add_cards(&mut page, &around);
    let made = Made { json, page: Some(page.mark()) };
    if entry.made != Some(made) {
        make(press, at, entry, &around, made)?;
    }
    for alias in &entry.aliases {
        let mut mark = press.marker("alias");
        mark.mark_of(entry.card.1);
        press.file(page_file(alias), Rank::LeadOn, mark.mark(), || {
            let card = press.deck.card(at)?;
            Ok(Content::Bytes(press.printer.lead_on(&card.title, &card.path).into_bytes()))
        })?;
    }
    Ok(made)
}

/// An article's JSON is decided by itself and by the cards of those it names.
fn of_json(press: &Press<'_>, entry: &Entry) -> Mark {
    let mut mark = Marker::new("article");
    mark.mark_of(entry.settled);
    for id in &entry.names {
        match press.index.find_due(id, press.now) {
            Some(at) => mark.mark_of(press.index.get(at).card.1),
            None => mark.text(""),
        };
    }
    mark.mark()
}

fn make(
    press: &Press<'_>,
    at: u32,
    entry: &Entry,
    around: &[u32],
    made: Made,
) -> Result<(), RunError> {
    let mut article = press.reader.settled(entry).map_err(RunError::Content)?;
    let mut failed = None;
    edition::resolve(&mut article, &mut |id| {
        let at = press.index.find_due(id.as_str(), press.now)?;
        match press.deck.card(at) {
            Ok(card) => Some(card),
            Err(error) => {
                failed.get_or_insert(error);
                None
            }
        }
    });
    if let Some(error) = failed {
        return Err(error);
    }
    let was = entry.made;
    if was.map(|was| was.json) != Some(made.json) {
        let name = article_file(&entry.id);
        let bytes = Content::Bytes(json(&article)?);
        press.draft.put(&name, Rank::Article, was.is_some(), &bytes)?;
    }
    if was.map(|was| was.page) == Some(made.page) {
        return Ok(());
    }
    let path: SitePath = press.deck.card(at)?.path;
    let cards = press.deck.cards(around)?;
    let place = Place { path: Some(&path), neighbours: &cards };
    let page = Page::Article(Box::new(article));
    let html = press.printer.print(&page, place, entry.share().as_ref());
    let name = page_file(&entry.path);
    let known =
        was.is_some_and(|was| was.page.is_some()) || press.before.contains_key(name.as_str());
    press.draft.put(&name, Rank::ArticlePage, known, &Content::Bytes(html.into_bytes()))?;
    Ok(())
}

/// The name of an article's JSON.
pub(super) fn article_file(id: &str) -> String {
    format!("content/articles/{id}.json")
}
