//! What is published: the newsroom's articles with their addresses, times in the site's offset,
//! sizes filled in and links resolved to cards.

use std::collections::HashMap;
use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use story::model::{
    Article, ArticleId, Block, Card, Image, Kind, LinkItem, PageLink, Pick, Rich, Site,
};
use story::pictures::cover_of;
use story::time::Time;
use story::url::article_path;

use crate::folder::{Folder, Sizes};

/// Everything of one issue of the paper.
#[derive(Debug)]
pub struct Edition {
    /// The paper, with the pages of its footer.
    pub site: Site,
    /// The articles, in the order of lists.
    pub articles: Vec<Article>,
    /// The card of each.
    pub cards: HashMap<ArticleId, Card>,
}

/// Settles what is published at this time. The folder has been checked.
#[must_use]
pub fn settle(folder: &Folder, now: &Time) -> Edition {
    let zone = TimeZone::get(&folder.site.timezone).unwrap_or(TimeZone::UTC);
    let mut sizes = Sizes::default();
    let due = |article: &&Article| article.published.is_none_or(|time| time.epoch() <= now.epoch());
    let mut articles: Vec<Article> = folder
        .articles
        .iter()
        .map(|(_, article)| article)
        .filter(due)
        .map(|article| settled(article.clone(), &zone, &folder.root, &mut sizes))
        .collect();
    articles.sort_by(|a, b| crate::lists::order((&a.published, &a.id), (&b.published, &b.id)));
    let cards: HashMap<ArticleId, Card> =
        articles.iter().map(|article| (article.id.clone(), card(article))).collect();
    for article in &mut articles {
        let own = article.id.clone();
        article.related = std::mem::take(&mut article.related)
            .into_iter()
            .filter_map(|pick| {
                // A card, of an article that was published before, is made anew.
                let id = match pick {
                    Pick::Id(id) => id,
                    Pick::Card(card) => card.id,
                };
                // One that is held back is left out until it is due.
                let card = cards.get(&id).filter(|_| id != own)?;
                Some(Pick::Card(Box::new(card.clone())))
            })
            .collect();
        resolve(&mut article.body, &cards);
    }
    let mut site = folder.site.clone();
    site.pages = articles
        .iter()
        .filter(|article| article.kind == Kind::Page)
        .map(|article| PageLink { path: article_path(article), title: article.title.clone() })
        .collect();
    site.pages.sort_by(|a, b| a.path.cmp(&b.path));
    Edition { site, articles, cards }
}

fn settled(mut article: Article, zone: &TimeZone, root: &Path, sizes: &mut Sizes) -> Article {
    let path = article_path(&article);
    article.path = Some(path);
    for time in [&mut article.published, &mut article.updated].into_iter().flatten() {
        *time = local(time, zone);
    }
    for correction in &mut article.corrections {
        correction.time = local(&correction.time, zone);
    }
    if let Some(cover) = &mut article.cover {
        size(cover, root, sizes);
    }
    each_image(&mut article.body, &mut |image| size(image, root, sizes));
    article
}

/// The same instant by the clocks of the site.
fn local(time: &Time, zone: &TimeZone) -> Time {
    let Ok(stamp) = Timestamp::from_second(time.epoch()) else { return *time };
    let minutes = zone.to_offset(stamp).seconds() / 60;
    i16::try_from(minutes).map_or(*time, |offset| time.with_offset(offset))
}

fn size(image: &mut Image, root: &Path, sizes: &mut Sizes) {
    if (image.width == 0 || image.height == 0)
        && let Some((width, height)) = sizes.of(root, &image.src)
    {
        (image.width, image.height) = (width, height);
    }
}

fn each_image(body: &mut [Block], call: &mut impl FnMut(&mut Image)) {
    for block in body {
        match block {
            Block::Image(image) => call(image),
            Block::Gallery(gallery) => gallery.images.iter_mut().for_each(&mut *call),
            Block::Video(video) => video.poster.iter_mut().for_each(&mut *call),
            Block::Embed(embed) => embed.poster.iter_mut().for_each(&mut *call),
            Block::Box(block) => each_image(&mut block.body, call),
            _ => {}
        }
    }
}

fn resolve(body: &mut [Block], cards: &HashMap<ArticleId, Card>) {
    for block in body {
        match block {
            Block::Links(links) => {
                links.items = std::mem::take(&mut links.items)
                    .into_iter()
                    .filter_map(|item| match item {
                        LinkItem::Article(id) => {
                            cards.get(&id).map(|card| LinkItem::Card(Box::new(card.clone())))
                        }
                        other => Some(other),
                    })
                    .collect();
            }
            Block::Box(block) => resolve(&mut block.body, cards),
            _ => {}
        }
    }
}

fn card(article: &Article) -> Card {
    // A card says nothing of its picture: neither alt nor caption travel with it.
    let cover = cover_of(article).map(|image| Image {
        alt: None,
        caption: None,
        credit: None,
        ..image.clone()
    });
    Card {
        id: article.id.clone(),
        path: article.path.clone().unwrap_or_else(|| article_path(article)),
        title: article.title.clone(),
        kicker: article.kicker.clone(),
        lead: article.lead.as_ref().map(Rich::plain).filter(|lead| !lead.trim().is_empty()),
        published: article.published,
        section: article.section.clone(),
        kind: article.kind,
        cover,
    }
}
