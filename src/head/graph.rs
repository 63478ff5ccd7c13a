//! Open Graph and X's card: what a preview shows where a page is shared.

use story::model::{Language, Section, Tag as Topic};
use story::pictures;
use story::text::{Href, href};

use super::about::About;
use super::{Share, Tag, absolute};
use crate::Paper;

/// Adds both.
pub(super) fn push(tags: &mut Vec<Tag>, paper: &Paper, about: &About<'_>, share: Option<&Share>) {
    let mut open = |name, value: &str| tags.push(Tag::Property(name, value.to_owned()));
    open("og:type", if about.story.is_some() { "article" } else { "website" });
    open("og:site_name", &paper.site.name);
    open("og:locale", locale(paper.language()));
    open("og:url", &about.url);
    open("og:title", &about.name);
    if let Some(description) = &about.description {
        open("og:description", description);
    }
    let picture = about.picture.map(|image| {
        let (src, width, height) = match share {
            Some(share) => (&share.src, share.width, share.height),
            None => (&image.src, image.width, image.height),
        };
        (absolute(paper, src), width, height, pictures::alt(image))
    });
    if let Some((url, width, height, alt)) = &picture {
        open("og:image", url);
        if *width > 0 && *height > 0 {
            open("og:image:width", &width.to_string());
            open("og:image:height", &height.to_string());
        }
        if let Some(alt) = alt {
            open("og:image:alt", alt);
        }
    }
    if let Some(story) = about.story {
        if let Some(time) = &story.published {
            open("article:published_time", &time.to_string());
        }
        if let Some(time) = &story.updated {
            open("article:modified_time", &time.to_string());
        }
        for author in &story.authors {
            // The vocabulary asks for the author's page; where there is none, the name is what
            // readers of it show.
            let page = author.url.as_deref().and_then(|url| outside(paper, url));
            open("article:author", page.as_deref().unwrap_or(&author.name));
        }
        if let Some(Section { name, .. }) =
            story.section.as_ref().and_then(|slug| paper.section(slug))
        {
            open("article:section", name);
        }
        for Topic { name, .. } in &story.tags {
            open("article:tag", name);
        }
    }
    // Title, words and picture it takes from Open Graph: said twice, they would make each page of an
    // archive longer. X shows a picture large from 300 × 157 on.
    let large = picture.as_ref().is_some_and(|(_, w, h, _)| *w >= 300 && *h >= 157);
    let card = if large { "summary_large_image" } else { "summary" };
    tags.push(Tag::Name("twitter:card", card.to_owned()));
}

/// The language with the country it is at home in, as Open Graph wants it.
fn locale(language: Language) -> &'static str {
    match language {
        Language::Vi => "vi_VN",
        Language::En => "en_US",
    }
}

/// The whole address of a link of the newsroom's, where it leads to a page.
pub(super) fn outside(paper: &Paper, url: &str) -> Option<String> {
    match href(url)? {
        Href::Here(path, rest) => Some(format!("{}{rest}", absolute(paper, path.as_str()))),
        Href::Elsewhere(url) if url.starts_with("http") => Some(url),
        Href::Elsewhere(_) => None,
    }
}
