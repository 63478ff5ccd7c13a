//! What is wrong in an article when it is held against the paper and the folder's pictures.

mod files;

use std::path::Path;

use story::check::Problem;
use story::model::{Article, Block, Image, LinkItem, Pick, Rich, Run, Site};
use story::pictures;
use story::text::{Href, href};

use super::alias::taken;
use super::notes::Notes;
use super::picture::{Flaw, other_size, too_large};
use crate::folder::Sizes;

/// What an article is held against.
#[derive(Clone, Copy)]
pub struct Paper<'a> {
    /// The paper.
    pub site: &'a Site,
    /// The newsroom's folder.
    pub root: &'a Path,
    /// The sizes of its pictures.
    pub sizes: &'a Sizes,
    /// Whether there is an article of this id.
    pub knows: &'a dyn Fn(&str) -> bool,
}

/// Everything wrong in the article of this file.
#[must_use]
pub fn article(paper: Paper<'_>, file: &str, article: &Article) -> Vec<Problem> {
    let mut checker = Checker { paper, notes: Notes::of(file) };
    checker.article(article);
    checker.notes.problems
}

struct Checker<'a> {
    paper: Paper<'a>,
    notes: Notes,
}

impl Checker<'_> {
    fn error(&mut self, path: &str, expected: &str, found: impl Into<String>) {
        self.notes.error(path, expected, found);
    }

    fn warn(&mut self, path: &str, expected: &str, found: impl Into<String>) {
        self.notes.warn(path, expected, found);
    }

    fn article(&mut self, article: &Article) {
        if let Some(section) = &article.section {
            self.notes.section(self.paper.site, "$.section", section);
        }
        for (at, alias) in article.aliases.iter().enumerate() {
            if let Some(found) = taken(alias, self.paper.site) {
                let found = format!("{alias}: {found}");
                self.error(&format!("$.aliases[{at}]"), "an address that nothing has", found);
            }
        }
        for (at, pick) in article.related.iter().enumerate() {
            let Pick::Id(id) = pick else { continue };
            let path = format!("$.related[{at}]");
            if !(self.paper.knows)(id.as_str()) {
                self.error(&path, "the id of an article", id.to_string());
            } else if *id == article.id {
                self.warn(&path, "another article", "the article itself");
            }
        }
        if let Some(lead) = &article.lead {
            self.rich("$.lead", lead);
        }
        if let Some(cover) = &article.cover {
            self.image("$.cover", cover);
        }
        for (at, audio) in article.audio.iter().enumerate() {
            self.media(&format!("$.audio[{at}].url"), &audio.url);
        }
        let outside = article.authors.iter().enumerate();
        let outside = outside.map(|(at, author)| (format!("$.authors[{at}].url"), &author.url));
        let source = article.source.as_ref().map(|source| ("$.source.url".to_owned(), &source.url));
        let links: Vec<_> = outside.chain(source).collect();
        for (path, url) in links {
            if let Some(url) = url {
                self.link(&path, url);
            }
        }
        self.body("$.body", &article.body);
    }

    fn body(&mut self, path: &str, body: &[Block]) {
        for (at, block) in body.iter().enumerate() {
            self.block(&format!("{path}[{at}]"), block);
        }
    }

    fn block(&mut self, path: &str, block: &Block) {
        match block {
            Block::Paragraph(text) => self.rich(&format!("{path}.text"), text),
            Block::Heading(heading) => self.rich(&format!("{path}.text"), &heading.text),
            Block::Quote(quote) => self.rich(&format!("{path}.text"), &quote.text),
            Block::Image(image) => self.image(path, image),
            Block::Gallery(gallery) => {
                for (at, image) in gallery.images.iter().enumerate() {
                    self.image(&format!("{path}.images[{at}]"), image);
                }
            }
            Block::List(list) => {
                for (at, item) in list.items.iter().enumerate() {
                    self.rich(&format!("{path}.items[{at}]"), item);
                }
            }
            Block::Table(table) => {
                for (at, row) in table.rows.iter().enumerate() {
                    for (cell, text) in row.iter().enumerate() {
                        self.rich(&format!("{path}.rows[{at}][{cell}]"), text);
                    }
                }
            }
            Block::Video(video) => {
                self.media(&format!("{path}.src"), &video.src);
                for (at, track) in video.captions.iter().enumerate() {
                    self.media(&format!("{path}.captions[{at}].src"), &track.src);
                }
                if let Some(poster) = &video.poster {
                    self.image(&format!("{path}.poster"), poster);
                }
            }
            Block::Audio(audio) => self.media(&format!("{path}.src"), &audio.src),
            Block::Embed(embed) => {
                self.link(&format!("{path}.url"), &embed.url);
                self.frame(&format!("{path}.url"), &embed.url);
                if let Some(poster) = &embed.poster {
                    self.image(&format!("{path}.poster"), poster);
                }
            }
            Block::Box(block) => self.body(&format!("{path}.body"), &block.body),
            Block::Links(links) => {
                for (at, item) in links.items.iter().enumerate() {
                    match item {
                        LinkItem::Article(id) if !(self.paper.knows)(id.as_str()) => {
                            let path = format!("{path}.items[{at}].id");
                            self.error(&path, "the id of an article", id.to_string());
                        }
                        LinkItem::Address { url, .. } => {
                            self.link(&format!("{path}.items[{at}].url"), url);
                        }
                        _ => {}
                    }
                }
            }
            Block::Divider | Block::Unknown(_) => {}
        }
    }

    fn rich(&mut self, path: &str, text: &Rich) {
        let Rich::Runs(runs) = text else { return };
        for (at, run) in runs.iter().enumerate() {
            if let Run::Span(span) = run
                && let Some(address) = &span.href
            {
                self.link(&format!("{path}[{at}].href"), address);
            }
        }
    }

    fn link(&mut self, path: &str, address: &str) {
        match href(address) {
            None => {
                let found = format!("{address:?}: it is shown as plain text");
                self.warn(path, "https:, http:, mailto:, tel: or a path on the site", found);
            }
            Some(Href::Here(..) | Href::Elsewhere(_)) => {}
        }
    }

    fn image(&mut self, path: &str, image: &Image) {
        if let Some(caption) = &image.caption {
            self.rich(&format!("{path}.caption"), caption);
        }
        if image.alt.as_deref().is_some_and(|alt| !alt.trim().is_empty())
            && pictures::alt(image).is_none()
        {
            let found = format!("{:?}: it is left out", image.alt.as_deref().unwrap_or_default());
            self.warn(&format!("{path}.alt"), "what is to be seen, and no file's name", found);
        }
        for (at, variant) in image.variants.iter().enumerate() {
            self.variant(&format!("{path}.variants[{at}].src"), &variant.src);
        }
        let known = image.width > 0 && image.height > 0;
        let src = format!("{path}.src");
        if image.src.starts_with("https:") {
            if !known {
                self.error(&src, "width and height beside an address elsewhere", "none");
            }
            self.host(&src, &image.src, "hosts.img", |hosts| &hosts.img);
            return;
        }
        if !self.file_name(&src, &image.src) {
            return;
        }
        // Pictures with variants of their own, and drawings, are not developed.
        if !image.variants.is_empty() || image.src.ends_with(".svg") {
            self.own_name(&src, &image.src);
        }
        match self.missing(&image.src) {
            None => self.picture(path, image, known),
            Some(found) if known => self.warn(&src, "a picture that is there", found),
            Some(found) => self.error(&src, "a picture that is there, or its size", found),
        }
    }

    /// A picture that is there. Where its size is known the page keeps its place, whatever is wrong
    /// with the file.
    fn picture(&mut self, path: &str, image: &Image, known: bool) {
        let (root, name) = (self.paper.root, &image.src);
        let size = self.paper.sizes.of(root, name);
        let src = format!("{path}.src");
        if size.is_none() && !known {
            self.error(&src, "a picture whose size can be read", name.clone());
            return;
        }
        let flaws = [self.paper.sizes.flaw(root, name), size.and_then(too_large)];
        for Flaw { expected, found } in flaws.into_iter().flatten() {
            self.warn(&src, &expected, found);
        }
        let said = (image.width, image.height);
        let other = size.filter(|_| known).and_then(|size| other_size(name, said, size));
        if let Some(Flaw { expected, found }) = other {
            self.warn(&format!("{path}.width"), &expected, found);
        }
    }
}
