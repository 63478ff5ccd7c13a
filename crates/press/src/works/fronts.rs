//! The front page, the paper itself, and the page of unknown addresses.

use story::model::{Home, HomePlan, Version, Zone};
use story::url::{Route, files};
use trangnhat::document::Place;
use trangnhat::pages::Page;

use super::json;
use super::press::{Press, page_of};
use crate::home::{Newsroom, front};
use crate::lists::Families;
use crate::outbox::Rank;
use crate::run::RunError;
use crate::site::{Content, First};

/// Makes them, where they have to be made.
pub(super) fn print(
    press: &Press<'_>,
    plan: Option<&HomePlan>,
    families: &Families<'_>,
) -> Result<(), RunError> {
    let Press { paper, index, printer, now, .. } = press;
    press.bytes(files::SITE.to_owned(), Rank::Home, json(&paper.site)?)?;
    let front = front(&Newsroom { site: &paper.site, index, families, now }, plan);
    let zones = front.zones.iter().map(|zone| {
        let (title, path) = (zone.title.clone(), zone.path.clone());
        Ok(Zone { title, path, items: press.deck.cards(&zone.items)? })
    });
    let zones = zones.collect::<Result<Vec<Zone>, RunError>>()?;
    let home = Home { version: Version, lead: press.deck.cards(&front.lead)?, zones };
    press.bytes(files::HOME.to_owned(), Rank::Home, json(&home)?)?;
    let path = Route::Home.path();
    let zones = front.zones.iter().flat_map(|zone| &zone.items);
    let places: Vec<u32> = front.lead.iter().chain(zones).copied().collect();
    let mut mark = press.marker("front page");
    mark.mark_of(printer.mark(First::Home)).bytes(&json(&home)?);
    press.add_cards(&mut mark, &places);
    press.file(page_of(&path), Rank::Home, mark.mark(), || {
        let zones = home.zones.iter().flat_map(|zone| &zone.items);
        let cards: Vec<_> = home.lead.iter().chain(zones).cloned().collect();
        let share = press.share(&places, &cards);
        let place = Place { path: Some(&path), neighbours: &[] };
        let html = printer.print(&Page::Home(home), place, share.as_ref());
        Ok(Content::Bytes(html.into_bytes()))
    })?;
    let mut mark = press.marker("no page");
    mark.mark_of(printer.mark(First::List));
    press.file("404.html".to_owned(), Rank::Home, mark.mark(), || {
        let place = Place { path: None, neighbours: &[] };
        Ok(Content::Bytes(printer.print(&Page::NotFound, place, None).into_bytes()))
    })
}
