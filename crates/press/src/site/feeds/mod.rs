//! Feeds for other programs: the newest stories of the paper, of each section and of each tag, as
//! RSS 2.0 and as JSON Feed 1.1.

mod json;
mod rss;

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use story::model::{ArticleId, Card, Kind};
use story::time::Time;
use story::url::{ListKind, Route, SitePath};
use trangnhat::Paper;
use trangnhat::head::{JSON_FEED, RSS, absolute, canonical};

use super::{Content, Site};
use crate::edition::Edition;
use crate::lists::Gathered;

/// How many stories a feed has at most.
const MOST: usize = 20;

/// A feed, whatever it is written in. Addresses are whole.
struct Feed<'a> {
    title: &'a str,
    about: &'a str,
    language: &'static str,
    /// The page it is of, in whose folder it lies.
    page: String,
    items: Vec<&'a Item>,
}

/// A story in a feed.
struct Item {
    url: String,
    title: String,
    lead: Option<String>,
    published: Option<Time>,
    section: Option<String>,
    picture: Option<Picture>,
}

struct Picture {
    url: String,
    /// What a feed must say of a file: how many bytes it has, and its content type. None for what
    /// lies elsewhere.
    file: Option<(u64, &'static str)>,
}

/// Writes them all. Lists are as [`crate::lists::gather`] gives them; `root` is the newsroom's
/// folder.
pub(super) fn write(
    site: &mut Site,
    edition: &Edition,
    lists: &[Gathered],
    paper: &Paper,
    root: &Path,
) {
    let stories = edition.articles.iter().filter(|article| article.kind != Kind::Page).take(MOST);
    let newest: Vec<&Card> = stories.filter_map(|story| edition.cards.get(&story.id)).collect();
    let of_lists = lists.iter().flat_map(|list| list.cards.iter().take(MOST));
    // A story is in the feeds of the paper, its section and each of its tags: it is read once.
    let mut items: HashMap<&ArticleId, Item> = HashMap::new();
    for card in newest.iter().copied().chain(of_lists) {
        items.entry(&card.id).or_insert_with(|| item(paper, card, root));
    }
    let mut put = |path: &SitePath, title: &str, about: &str, cards: &[&Card]| {
        let feed = Feed {
            title,
            about,
            language: paper.language().tag(),
            page: canonical(paper, path),
            items: cards.iter().filter_map(|card| items.get(&card.id)).collect(),
        };
        let folder = path.as_str().trim_start_matches('/');
        for (format, bytes) in [(RSS, rss::write(&feed)), (JSON_FEED, json::write(&feed))] {
            // Both are written into memory, of text: neither can fail.
            if let Some(bytes) = bytes {
                site.insert(format!("{folder}{}", format.file), Content::Bytes(bytes));
            }
        }
    };
    let name = &paper.site.name;
    put(&Route::Home.path(), name, paper.site.tagline.as_ref().unwrap_or(name), &newest);
    for list in lists {
        let (slug, key) = (list.slug.clone(), None);
        let (path, mark) = match list.kind {
            ListKind::Section => (Route::Section { slug, key }.path(), ""),
            ListKind::Tag => (Route::Tag { slug, key }.path(), "#"),
        };
        let title = format!("{mark}{} – {name}", list.title);
        let cards: Vec<&Card> = list.cards.iter().take(MOST).collect();
        put(&path, &title, &title, &cards);
    }
}

fn item(paper: &Paper, card: &Card, root: &Path) -> Item {
    let section = card.section.as_ref().and_then(|slug| paper.section(slug));
    Item {
        url: canonical(paper, &card.path),
        title: card.title.clone(),
        lead: card.lead.clone(),
        published: card.published,
        section: section.map(|section| section.name.clone()),
        picture: card.cover.as_ref().map(|cover| Picture {
            url: absolute(paper, &cover.src),
            file: file(&cover.src, root),
        }),
    }
}

/// How many bytes a picture of the newsroom's folder has, and what it is. None for one that lies
/// elsewhere, is not there, or is of a kind that feeds do not show.
fn file(src: &str, root: &Path) -> Option<(u64, &'static str)> {
    let ending = Path::new(src).extension()?.to_str()?.to_ascii_lowercase();
    let kind = match ending.as_str() {
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "avif" => "image/avif",
        _ => return None,
    };
    if src.starts_with("https:") {
        return None;
    }
    let file = fs::metadata(root.join(src)).ok().filter(fs::Metadata::is_file)?;
    Some((file.len(), kind))
}

#[cfg(test)]
mod tests;
