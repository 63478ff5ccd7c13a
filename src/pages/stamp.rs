//! A short mark of the stories that a list shows, by which the app tells whether the server has
//! others by now, also on a page that came as HTML.

use story::model::{Card, Home, List};

use super::Page;

/// The attribute on `<main>` that holds it.
pub const STAMP: &str = "data-stamp";

/// The mark of a page; none for pages that are no lists.
#[must_use]
pub fn stamp(page: &Page) -> Option<String> {
    match page {
        Page::Home(home) => Some(of_home(home)),
        Page::List(page) => Some(of_list(&page.list)),
        Page::Article(_) | Page::NotFound | Page::Failure(_) => None,
    }
}

pub(super) fn of_home(home: &Home) -> String {
    of(home.lead.iter().chain(home.zones.iter().flat_map(|zone| &zone.items)))
}

pub(super) fn of_list(list: &List) -> String {
    of(&list.items)
}

/// 32-bit FNV-1a over what a card says. No secret hangs on it: two lists that differ and have the
/// same mark are an offer that comes one publication later.
fn of<'a>(cards: impl IntoIterator<Item = &'a Card>) -> String {
    let mut hash: u32 = 0x811c_9dc5;
    let mut take = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    };
    for card in cards {
        take(card.path.as_str());
        take(&card.title);
        take(card.kicker.as_deref().unwrap_or_default());
        take(card.lead.as_deref().unwrap_or_default());
        take(card.cover.as_ref().map_or("", |cover| &cover.src));
    }
    format!("{hash:08x}")
}

#[cfg(test)]
mod tests {
    use story::model::{ArticleId, Kind};
    use story::url::SitePath;

    use super::*;

    fn card(title: &str) -> Card {
        Card {
            id: ArticleId::new("1").expect("an id"),
            path: SitePath::new("/tin/a-1/").expect("a path"),
            title: title.to_owned(),
            kicker: None,
            lead: None,
            published: None,
            section: None,
            kind: Kind::Article,
            cover: None,
        }
    }

    #[test]
    fn any_change_of_what_a_list_says_changes_its_mark() {
        let (a, b) = (card("Mưa"), card("Nắng"));
        let lists: [&[&Card]; 5] = [&[], &[&a], &[&b], &[&a, &b], &[&b, &a]];
        let marks: Vec<String> = lists.iter().map(|list| of(list.iter().copied())).collect();
        for (at, mark) in marks.iter().enumerate() {
            assert_eq!(mark.len(), 8);
            assert!(!marks[at + 1..].contains(mark), "{marks:?}");
        }
        let moved = Card { lead: Some("Mưa".into()), kicker: None, ..card("") };
        let other = Card { kicker: Some("Mưa".into()), lead: None, ..card("") };
        assert_ne!(of([&moved]), of([&other]));
    }
}
