use std::path::Path;

use jiff::tz::TimeZone;
use story::check::{Problem, Severity, read_article};
use story::model::{Article, Block, Image, LinkItem, Pick, Site};

use super::entry::number_of;
use super::files::named_by;
use super::{Developed, Developer, Entry, Found, Said, Stat, When};
use crate::folder::{Sizes, id_of};
use crate::ledger::CardAt;
use crate::mark::{Mark, Marker};
use crate::share::Shares;
use crate::{check, edition};

/// Reads articles of one newsroom.
pub struct Reader<'a> {
    /// The newsroom's folder.
    pub root: &'a Path,
    /// The paper.
    pub site: &'a Site,
    /// Its clocks.
    pub zone: TimeZone,
    /// Sizes of pictures.
    pub sizes: &'a Sizes,
    /// Pictures for shares; none where the site will not be built.
    pub shares: Option<&'a Shares>,
    /// Pictures for readers; none where they are published as they are.
    pub developer: Option<&'a Developer>,
    /// Of everything beside the articles that decides what is in an entry.
    pub basis: Mark,
    /// What the system says of a file of the newsroom's that is no article.
    pub media: &'a (dyn Fn(&str) -> Option<Stat> + Sync),
}

/// An article that was read.
#[derive(Debug)]
pub enum Taken {
    /// What the index knows of it, and its card as JSON.
    Good(Box<Entry>, Vec<u8>),
    /// It has mistakes.
    Bad(Mistaken),
}

/// An article with mistakes.
#[derive(Debug, Default)]
pub struct Mistaken {
    /// Its file.
    pub file: String,
    /// Its id, where that can be told: what links to it leads somewhere all the same.
    pub id: Option<String>,
    /// The ids that it names, as far as it can be read.
    pub names: Box<[Box<str>]>,
    /// The mistakes.
    pub problems: Vec<Problem>,
}

impl Reader<'_> {
    /// Reads a file of `articles/`.
    #[must_use]
    pub fn read(&self, found: &Found) -> Taken {
        let bad = |problems| Mistaken { file: found.name.clone(), problems, ..Mistaken::default() };
        let bytes = match check::bytes(self.root, &found.name) {
            Ok(bytes) => bytes,
            Err(problem) => return Taken::Bad(bad(vec![problem])),
        };
        let source = Mark::of(&bytes);
        let text = match check::text_of(&found.name, bytes) {
            Ok(text) => text,
            Err(problem) => return Taken::Bad(bad(vec![problem])),
        };
        let (article, mut problems) = match read_article(&found.name, &text) {
            Ok(read) => read,
            Err(problems) => return Taken::Bad(Mistaken { id: id_of(&text), ..bad(problems) }),
        };
        // Whether what it names is there is asked once everything has been read.
        problems.extend(self.check(&found.name, &article, &|_| true));
        if problems.iter().any(|problem| problem.severity == Severity::Error) {
            let id = Some(article.id.as_str().to_owned());
            return Taken::Bad(Mistaken { id, names: names_of(&article), ..bad(problems) });
        }
        let (entry, card) = self.entry(found, source, article, problems);
        Taken::Good(Box::new(entry), card)
    }

    /// What is wrong in an article, given which ids there are.
    #[must_use]
    pub fn check(
        &self,
        file: &str,
        article: &Article,
        knows: &dyn Fn(&str) -> bool,
    ) -> Vec<Problem> {
        let Self { site, root, sizes, .. } = self;
        check::article(check::Paper { site, root, sizes, knows }, file, article)
    }

    /// Reads an article of the index once more, as it is published but for what it names.
    ///
    /// # Errors
    /// Where the file is another by now.
    pub fn settled(&self, entry: &Entry) -> Result<Article, Vec<Problem>> {
        let bytes = check::bytes(self.root, &entry.file).map_err(|problem| vec![problem])?;
        if Mark::of(&bytes) != entry.source {
            let expected = "a file that stays as it is while it is built";
            let found = "another by now; build again";
            return Err(vec![Problem::error(&entry.file, "$", expected, found)]);
        }
        let text = check::text_of(&entry.file, bytes).map_err(|problem| vec![problem])?;
        let (article, _) = read_article(&entry.file, &text)?;
        Ok(self.settle(article, &mut Developed::default()))
    }

    /// Has the pictures of an article developed on all cores, before they are asked for one by one.
    fn ahead(&self, article: &Article) {
        let Some(developer) = self.developer else { return };
        let own = |image: &&Image| image.variants.is_empty();
        let images = edition::images(article).into_iter().filter(own);
        developer.ahead(&images.map(|image| image.src.as_str()).collect::<Vec<_>>());
    }

    fn settle(&self, article: Article, to: &mut Developed) -> Article {
        let mut dress = |image: &mut Image| {
            if let Some(developer) = self.developer {
                developer.dress(image, to);
            }
        };
        edition::settled(article, &self.zone, self.root, self.sizes, &mut dress)
    }

    fn entry(
        &self,
        found: &Found,
        source: Mark,
        article: Article,
        mut problems: Vec<Problem>,
    ) -> (Entry, Vec<u8>) {
        // By the names that the newsroom gave its files.
        let media = named_by(&article);
        let cover = story::pictures::cover_of(&article);
        let share = self.shares.zip(cover).and_then(|(shares, image)| {
            shares.of(image).unwrap_or_else(|problem| {
                problems.push(problem);
                None
            })
        });
        let cover = cover.map(|image| (image.src.clone(), image.focal));
        let mut developed = Developed::default();
        self.ahead(&article);
        let article = self.settle(article, &mut developed);
        let mut card = edition::card(&article);
        if let (Some(developer), Some((src, focal)), Some(image)) =
            (self.developer, cover, &mut card.cover)
        {
            developer.dress_card(&src, focal, image, &mut developed);
        }
        let Developed { prints, mut from, problems: wrong } = developed;
        // One that stands elsewhere as it is, with variants of its own or behind a link, is still asked
        // for.
        if !from.is_empty() {
            let still = named_by(&article);
            from.retain(|name| still.binary_search(name).is_err());
        }
        problems.extend(wrong);
        // The story's types have text for keys and no failing part, so that this cannot fail.
        let card = serde_json::to_vec(&card).unwrap_or_default();
        let mut settled = Marker::new("article");
        settled.mark_of(self.basis).mark_of(source);
        for src in &media {
            settled.text(&format!("{:?}", (self.media)(src)));
        }
        let mut of_card = Marker::new("card");
        of_card.bytes(&card).text(&format!("{share:?}"));
        let entry = Entry {
            file: found.name.as_str().into(),
            stat: found.stat,
            source,
            settled: settled.mark(),
            id: article.id.as_str().into(),
            path: article.path.as_ref().map(|path| path.as_str()).unwrap_or_default().into(),
            kind: number_of(article.kind),
            section: article.section.as_ref().map(|slug| slug.as_str().into()),
            tags: article
                .tags
                .iter()
                .map(|tag| (tag.slug.as_str().into(), tag.name.as_str().into()))
                .collect(),
            published: article.published.as_ref().map(When::of),
            updated: article.updated.as_ref().map(When::of),
            aliases: article.aliases.iter().map(|alias| alias.as_str().into()).collect(),
            names: names_of(&article),
            media,
            prints: once_each(prints),
            developed: once_each(from),
            share: share.map(|share| (share.src.into(), share.width, share.height)),
            card: (CardAt::default(), of_card.mark()),
            said: problems.into_iter().map(|problem| Said::of(&found.name, problem)).collect(),
            made: None,
        };
        (entry, card)
    }
}

fn once_each(mut names: Vec<Box<str>>) -> Box<[Box<str>]> {
    names.sort();
    names.dedup();
    names.into()
}

/// The ids that an article names, in the order in which it does.
fn names_of(article: &Article) -> Box<[Box<str>]> {
    fn body(blocks: &[Block], names: &mut Vec<Box<str>>) {
        for block in blocks {
            match block {
                Block::Links(links) => {
                    names.extend(links.items.iter().filter_map(|item| match item {
                        LinkItem::Article(id) => Some(id.as_str().into()),
                        LinkItem::Card(card) => Some(card.id.as_str().into()),
                        LinkItem::Address { .. } => None,
                    }))
                }
                Block::Box(block) => body(&block.body, names),
                _ => {}
            }
        }
    }
    let picks = article.related.iter().map(|pick| match pick {
        Pick::Id(id) => id.as_str().into(),
        Pick::Card(card) => card.id.as_str().into(),
    });
    let mut names: Vec<Box<str>> = picks.collect();
    body(&article.body, &mut names);
    names.into()
}
