//! An article as it is published: with its address, times in the site's offset, sizes filled in and
//! links resolved to cards.

use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use story::model::{Article, ArticleId, Block, Card, Image, LinkItem, Pick, Rich};
use story::pictures::cover_of;
use story::time::Time;
use story::url::article_path;

use crate::folder::Sizes;

/// An article as it is published, but for the articles that it names: with its address, times in
/// the site's offset, and the sizes of its pictures. `dress` puts what readers get in the place of
/// each picture.
#[must_use]
pub fn settled(
    mut article: Article,
    zone: &TimeZone,
    root: &Path,
    sizes: &Sizes,
    dress: &mut dyn FnMut(&mut Image),
) -> Article {
    let path = article_path(&article);
    article.path = Some(path);
    for time in [&mut article.published, &mut article.updated].into_iter().flatten() {
        *time = local(time, zone);
    }
    for correction in &mut article.corrections {
        correction.time = local(&correction.time, zone);
    }
    let mut each = |image: &mut Image| {
        size(image, root, sizes);
        dress(image);
    };
    article.cover.iter_mut().for_each(&mut each);
    each_image_mut(&mut article.body, &mut each);
    article
}

/// The same instant by the clocks of the site.
fn local(time: &Time, zone: &TimeZone) -> Time {
    let Ok(stamp) = Timestamp::from_second(time.epoch()) else { return *time };
    let minutes = zone.to_offset(stamp).seconds() / 60;
    i16::try_from(minutes).map_or(*time, |offset| time.with_offset(offset))
}

fn size(image: &mut Image, root: &Path, sizes: &Sizes) {
    if (image.width == 0 || image.height == 0)
        && let Some((width, height)) = sizes.of(root, &image.src)
    {
        (image.width, image.height) = (width, height);
    }
}

fn each_image_mut(body: &mut [Block], call: &mut impl FnMut(&mut Image)) {
    for block in body {
        match block {
            Block::Image(image) => call(image),
            Block::Gallery(gallery) => gallery.images.iter_mut().for_each(&mut *call),
            Block::Video(video) => video.poster.iter_mut().for_each(&mut *call),
            Block::Embed(embed) => embed.poster.iter_mut().for_each(&mut *call),
            Block::Box(block) => each_image_mut(&mut block.body, call),
            _ => {}
        }
    }
}

/// The pictures of an article, its cover among them, as they stand there.
#[must_use]
pub fn images(article: &Article) -> Vec<&Image> {
    fn of<'a>(body: &'a [Block], to: &mut Vec<&'a Image>) {
        for block in body {
            match block {
                Block::Image(image) => to.push(image),
                Block::Gallery(gallery) => to.extend(&gallery.images),
                Block::Video(video) => to.extend(&video.poster),
                Block::Embed(embed) => to.extend(&embed.poster),
                Block::Box(block) => of(&block.body, to),
                _ => {}
            }
        }
    }
    let mut images: Vec<&Image> = article.cover.iter().collect();
    of(&article.body, &mut images);
    images
}

/// The addresses of an article's sound and moving pictures, and of their captions, as they stand
/// there.
#[must_use]
pub fn recordings(article: &Article) -> Vec<&str> {
    fn of<'a>(body: &'a [Block], to: &mut Vec<&'a str>) {
        for block in body {
            match block {
                Block::Video(video) => {
                    to.push(&video.src);
                    to.extend(video.captions.iter().map(|track| track.src.as_str()));
                }
                Block::Audio(audio) => to.push(&audio.src),
                Block::Box(block) => of(&block.body, to),
                _ => {}
            }
        }
    }
    let mut all: Vec<&str> = article.audio.iter().map(|audio| audio.url.as_str()).collect();
    of(&article.body, &mut all);
    all
}

/// Puts cards in the place of the ids that an article names. One that is held back is left out
/// until it is due.
pub fn resolve(article: &mut Article, card: &mut impl FnMut(&ArticleId) -> Option<Card>) {
    let own = article.id.clone();
    article.related = std::mem::take(&mut article.related)
        .into_iter()
        .filter_map(|pick| {
            // A card, of an article that was published before, is made anew.
            let id = match pick {
                Pick::Id(id) => id,
                Pick::Card(card) => card.id,
            };
            let card = if id == own { None } else { card(&id) };
            card.map(|card| Pick::Card(Box::new(card)))
        })
        .collect();
    resolve_links(&mut article.body, card);
}

fn resolve_links(body: &mut [Block], card: &mut impl FnMut(&ArticleId) -> Option<Card>) {
    for block in body {
        match block {
            Block::Links(links) => {
                links.items = std::mem::take(&mut links.items)
                    .into_iter()
                    .filter_map(|item| match item {
                        LinkItem::Article(id) => {
                            card(&id).map(|card| LinkItem::Card(Box::new(card)))
                        }
                        other => Some(other),
                    })
                    .collect();
            }
            Block::Box(block) => resolve_links(&mut block.body, card),
            _ => {}
        }
    }
}

/// An article as lists show it. It has been settled.
#[must_use]
pub fn card(article: &Article) -> Card {
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
