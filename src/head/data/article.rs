use serde_json::{Value, json};
use story::model::{Article, Author, Rich};
use story::pictures::{self, Picture};

use super::{About, id, publisher, set};
use crate::Paper;
use crate::head::absolute;
use crate::head::graph::outside;

/// A story, with all its pictures.
pub(super) fn of(paper: &Paper, story: &Article, about: &About<'_>) -> Value {
    let mut article = json!({
        "@type": "NewsArticle",
        "mainEntityOfPage": about.url,
        "headline": story.title,
        "inLanguage": paper.language().tag(),
        "isAccessibleForFree": true,
        "publisher": publisher(paper, false),
    });
    let pictures: Vec<Value> =
        pictures::album(story).iter().map(|picture| self::picture(paper, picture)).collect();
    set(&mut article, "image", (!pictures.is_empty()).then_some(pictures));
    dates(&mut article, story);
    let authors: Vec<Value> =
        story.authors.iter().map(|author| self::author(paper, author)).collect();
    let authors = if authors.is_empty() {
        // Nobody is named: the paper answers for it.
        json!({ "@id": id(paper, "publisher") })
    } else {
        Value::from(authors)
    };
    set(&mut article, "author", Some(authors));
    let section = story.section.as_ref().and_then(|slug| paper.section(slug));
    set(&mut article, "articleSection", section.map(|section| section.name.as_str()));
    let tags: Vec<&str> = story.tags.iter().map(|tag| tag.name.as_str()).collect();
    set(&mut article, "keywords", (!tags.is_empty()).then_some(tags));
    article
}

/// When it was published and last changed, as far as it is known.
pub(super) fn dates(object: &mut Value, article: &Article) {
    let text = |time: &Option<_>| time.as_ref().map(ToString::to_string);
    let (published, updated) = (text(&article.published), text(&article.updated));
    set(object, "datePublished", published.clone());
    set(object, "dateModified", updated.or(published));
}

fn author(paper: &Paper, author: &Author) -> Value {
    let mut person = json!({ "@type": "Person", "name": author.name });
    set(&mut person, "jobTitle", author.role.as_deref());
    set(&mut person, "url", author.url.as_deref().and_then(|url| outside(paper, url)));
    person
}

fn picture(paper: &Paper, picture: &Picture<'_>) -> Value {
    let image = picture.image;
    let mut object = json!({ "@type": "ImageObject", "url": absolute(paper, &image.src) });
    if image.width > 0 && image.height > 0 {
        set(&mut object, "width", Some(image.width));
        set(&mut object, "height", Some(image.height));
    }
    set(&mut object, "caption", picture.caption.map(Rich::plain));
    set(&mut object, "description", pictures::alt(image));
    set(&mut object, "creditText", image.credit.as_deref());
    object
}
