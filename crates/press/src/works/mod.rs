//! The build: from a newsroom's folder to a site, doing only what has to be done.
//!
//! It takes stock of the folder ([`stock`]), and reads of it what has changed since the last time.
//! From the index alone it knows everything that the site should hold, and of each file the mark of
//! what it is made from. Files whose mark is in the ledger are there already; the others are made,
//! on all cores, and come to their places together ([`crate::outbox`]).

mod articles;
mod assets;
mod deck;
mod feeds;
mod fronts;
mod gone;
mod lists;
mod moved;
mod press;
mod signs;
pub mod stock;

use std::path::Path;

use story::model::{Card, Kind, PageLink};
use story::url::Base;
use trangnhat::Paper;

use crate::folder::KEPT;
use crate::index::{Developer, Index, Reader};
use crate::ledger::{Cards, Ledger};
use crate::lists::{Families, Neighbours, gather};
use crate::mark::Marker;
use crate::outbox::{Done, Draft, Outbox};
use crate::pictures::Lab;
use crate::report::{Progress, Step};
use crate::run::{Built, RunError, Wish, is_good};
use crate::share::Shares;
use crate::site::{App, Printer, SiteError};
use deck::Deck;
use press::Press;
use stock::{Makers, Scanned, Stock, Store};

/// Builds the site of a folder into another, and tells `progress` how it gets on.
///
/// # Errors
/// What is wrong in the content, or why it cannot be written. The site that was there stays.
pub fn build(
    content: &Path,
    out: &Path,
    app: &App,
    wish: &Wish,
    progress: &dyn Progress,
) -> Result<Built, RunError> {
    let outbox = Outbox::open(out)?;
    let stamp = outbox.stamp();
    let (known, scanned) =
        rayon::join(|| Ledger::read(outbox.desk(), stamp), || Scanned::of(content));
    let shares = Shares::new(content, outbox.out());
    let cache = wish.cache.clone().unwrap_or_else(|| content.join(KEPT));
    let lab = wish.pictures.map(|settings| Lab::new(content, &cache, settings));
    let developer = lab.map(Developer::new);
    let makers = Makers { shares: Some(&shares), developer: developer.as_ref() };
    let known = known.map(|known| if wish.full { known.lasting() } else { known });
    let (desk, mut before) = Desk::open(&outbox, known)?;
    let taken =
        stock::take(content, scanned, (wish, progress), makers, &mut before, Some(&desk.store()))?;
    let (stock, mut problems) = taken;
    shares.finish()?;
    if let Some(developer) = &developer {
        developer.finish()?;
        let (made, reused) = developer.count();
        progress.pictures(made, reused);
    }
    let Some(mut stock) = stock else { return Err(RunError::content(content, problems)) };
    problems.extend(moved::check(&mut stock, &before, wish));
    if !is_good(&problems, wish) {
        return Err(RunError::content(content, problems));
    }
    desk.cards.flush().map_err(|error| desk.wrong(error))?;
    let (articles, files, done) =
        print(content, app, (wish, progress), makers, (&desk, &before), stock)?;
    let Done { written, removed, bytes } = done;
    let warnings = RunError::placed(content, problems);
    Ok(Built { articles, files, written, removed, bytes, warnings })
}

/// What is open while a site is built.
struct Desk<'a> {
    outbox: &'a Outbox,
    /// Nothing is known of what is there: the whole site is written.
    anew: bool,
    /// The cards of this build, and the number of their file.
    cards: Cards,
    number: u32,
    /// Those of the last one, where they are in another file.
    old: Option<Cards>,
}

impl<'a> Desk<'a> {
    /// Opens the cards. What is known is given back; where the site is made anew, what lasts of it.
    fn open(outbox: &'a Outbox, before: Option<Ledger>) -> Result<(Self, Ledger), RunError> {
        let folder = outbox.desk();
        let open = |number, end| {
            let path = Ledger::cards_file(folder, number);
            Cards::open(&path, end).map_err(|error| RunError::from(SiteError::File(path, error)))
        };
        let before = before.unwrap_or_default();
        // Cards that are gone, or shorter than they were, cannot be known.
        let kept = before.is_whole().then(|| open(before.cards, before.cards_end).ok()).flatten();
        match kept {
            Some(cards) if !before.is_wasteful() => {
                let number = before.cards;
                Ok((Self { outbox, anew: false, cards, number, old: None }, before))
            }
            Some(old) => {
                let number = before.cards.wrapping_add(1);
                let cards = open(number, 0)?;
                Ok((Self { outbox, anew: false, cards, number, old: Some(old) }, before))
            }
            None => {
                let number = Ledger::free_number(folder);
                let cards = open(number, 0)?;
                Ok((Self { outbox, anew: true, cards, number, old: None }, before.lasting()))
            }
        }
    }

    fn store(&self) -> Store<'_> {
        Store { cards: &self.cards, old: self.old.as_ref() }
    }

    fn draft(&self) -> Result<Draft<'a>, SiteError> {
        if self.anew { self.outbox.anew() } else { self.outbox.change() }
    }

    fn wrong(&self, error: std::io::Error) -> RunError {
        SiteError::File(Ledger::cards_file(self.outbox.desk(), self.number), error).into()
    }
}

/// Makes everything that has to be made: gives how many articles are published, how many files the
/// site has, and what was done.
fn print(
    content: &Path,
    app: &App,
    (wish, progress): (&Wish, &dyn Progress),
    makers: Makers<'_>,
    (desk, before): (&Desk<'_>, &Ledger),
    stock: Stock,
) -> Result<(usize, usize, Done), RunError> {
    let Stock { mut site, plan, entries, media, sizes, zone, basis, begun } = stock;
    let mut index = Index::new(entries, &wish.now);
    let deck = Deck::new(&index, &desk.cards, desk.outbox.desk());
    site.pages = pages(&index, &deck)?;
    let families = Families::of(&site);
    let lists = gather(&index, &site, &families);
    let neighbours = Neighbours::new(&lists, index.entries());
    let paper = Paper { site: site.clone(), base: Base::of_url(&site.base_url), now: None };
    let printer = Printer::new(&paper, app);
    let reader = Reader {
        root: content,
        site: &paper.site,
        zone,
        sizes: &sizes,
        shares: makers.shares,
        developer: makers.developer,
        basis,
        media: &|_| None,
    };
    let draft = desk.draft()?;
    let mut of_paper = Marker::new("paper");
    of_paper.mark_of(basis).bytes(&json(&paper.site)?);
    let press = Press {
        root: content,
        out: desk.outbox.out(),
        makers,
        index: &index,
        deck: &deck,
        reader: &reader,
        printer: &printer,
        paper: &paper,
        of_paper: of_paper.mark(),
        now: &wish.now,
        draft: &draft,
        before: &before.files,
        files: std::sync::Mutex::default(),
        progress,
    };
    let releases = assets::lay(&press, app, &media, before)?;
    progress.step(Step::Pages, index.due().len() as u64);
    // Sitemaps are worked out on one core, while the others are at the articles.
    let (made, signs) =
        rayon::join(|| articles::print(&press, &neighbours), || signs::print(&press, app, &lists));
    let made = made?;
    signs?;
    progress.step(Step::Lists, lists.len() as u64);
    lists::print(&press, &lists)?;
    fronts::print(&press, plan.as_ref(), &families)?;
    progress.step(Step::Signs, 0);
    feeds::print(&press, &lists)?;
    let files = press.into_files();
    let articles = index.due().len();
    let held_back = index.note(made);
    let all = files.len() + 2 * articles;
    let gone = gone::remove(&draft, before, &index, &held_back, &files)?;
    let cards_end = desk.cards.flush().map_err(|error| desk.wrong(error))?;
    let mut entries = index.into_entries();
    entries.iter_mut().for_each(|entry| entry.stat = entry.stat.unless_fresh(begun));
    let mut ledger = Ledger {
        basis,
        entries,
        media: media.into_iter().map(|of| (of.name.into(), of.stat.unless_fresh(begun))).collect(),
        files,
        releases,
        gone,
        addresses: std::collections::HashMap::default(),
        cards: desk.number,
        cards_end,
        site: None,
    };
    progress.step(Step::Places, 0);
    let done = draft.finish(|stamp| {
        ledger.site = stamp;
        ledger.bytes()
    })?;
    Ledger::clear_cards(desk.outbox.desk(), desk.number);
    // A million small things to be freed, for which nobody needs to wait.
    rayon::spawn(move || drop(ledger));
    Ok((articles, all, done))
}

/// The pages of the footer.
fn pages(index: &Index, deck: &Deck<'_>) -> Result<Vec<PageLink>, RunError> {
    let pages = index.due().iter().filter(|at| index.get(**at).kind() == Kind::Page);
    let link = |card: Card| PageLink { path: card.path, title: card.title };
    let pages: Result<Vec<PageLink>, RunError> = pages.map(|at| deck.card(*at).map(link)).collect();
    let mut pages = pages?;
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(pages)
}

/// A published file's bytes.
fn json(value: &impl serde::Serialize) -> Result<Vec<u8>, RunError> {
    // The story's types have text for keys and no failing part, so that this does not fail.
    serde_json::to_vec(value).map_err(|error| {
        SiteError::File(std::path::PathBuf::from("content"), std::io::Error::other(error)).into()
    })
}
