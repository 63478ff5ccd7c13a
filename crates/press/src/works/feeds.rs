//! Feeds of the paper and of each list.

use rayon::prelude::*;
use story::url::{ListKind, Route, SitePath};

use super::lists::route;
use super::press::Press;
use crate::lists::Gathered;
use crate::outbox::Rank;
use crate::run::RunError;
use crate::site::Content;
use crate::site::feeds::{self, FORMATS, Subject};

/// Makes them, where they have to be made.
pub(super) fn print(press: &Press<'_>, lists: &[Gathered]) -> Result<(), RunError> {
    let site = &press.paper.site;
    let name = &site.name;
    let newest: Vec<u32> = press.index.stories().take(feeds::MOST).collect();
    let about = site.tagline.as_ref().unwrap_or(name);
    feed(press, &Route::Home.path(), name, about, &newest)?;
    lists.par_iter().try_for_each(|list| {
        let mark = if list.kind == ListKind::Tag { "#" } else { "" };
        let title = format!("{mark}{} – {name}", list.title);
        let newest: Vec<u32> = list.items.iter().take(feeds::MOST).copied().collect();
        feed(press, &route(list, None).path(), &title, &title, &newest)
    })
}

fn feed(
    press: &Press<'_>,
    page: &SitePath,
    title: &str,
    about: &str,
    places: &[u32],
) -> Result<(), RunError> {
    let mut mark = press.marker("feed");
    mark.text(title).text(about).text(page.as_str());
    press.add_cards(&mut mark, places);
    for at in places {
        // A feed says how many bytes a picture has.
        mark.mark_of(press.index.get(*at).settled);
    }
    let mark = mark.mark();
    for format in FORMATS {
        let name = format!("{}{}", page.as_str().trim_start_matches('/'), format.file);
        press.file(name, Rank::Sign, mark, || {
            let cards = press.deck.cards(places)?;
            let subject = Subject { title, about, page };
            Ok(Content::Bytes(feeds::write(format, press.paper, &subject, &cards, &|src| {
                press.weigh(src)
            })))
        })?;
    }
    Ok(())
}
