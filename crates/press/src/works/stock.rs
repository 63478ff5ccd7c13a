//! What is in a newsroom's folder: read where it has changed, and known where it has not.

use std::collections::{HashMap, HashSet};
use std::io;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use jiff::tz::TimeZone;
use rayon::prelude::*;
use story::check::{Problem, read_article};
use story::model::{Article, HomePlan, Site};

use crate::check;
use crate::folder::{self, ARTICLES, MEDIA, Sizes};
use crate::index::{Developer, Entry, Found, Mistaken, Reader, Stat, Taken, scan};
use crate::ledger::{Cards, Ledger};
use crate::mark::{Mark, Marker};
use crate::report::{Progress, Step};
use crate::run::{RunError, Wish};
use crate::share::Shares;
use crate::site::SiteError;

/// What is there.
#[derive(Debug)]
pub struct Stock {
    /// The paper.
    pub site: Site,
    /// What the editors put first.
    pub plan: Option<HomePlan>,
    /// Every article, in the order of their files' names.
    pub entries: Vec<Entry>,
    /// Pictures, sound and moving pictures.
    pub media: Vec<Found>,
    /// The sizes of pictures, as far as they had to be looked up.
    pub sizes: Sizes,
    /// The paper's clocks.
    pub zone: TimeZone,
    /// Of all that articles are read by.
    pub basis: Mark,
    /// When it was begun, in ns since 1970.
    pub begun: i64,
}

/// The folder of articles as it lies there, before anything of it is read.
#[derive(Debug)]
pub struct Scanned {
    /// When it was begun, in ns since 1970: what was written later may not be what is found.
    begun: i64,
    found: Vec<Found>,
    wrong: Vec<Problem>,
}

impl Scanned {
    /// Of this newsroom's folder.
    #[must_use]
    pub fn of(root: &Path) -> Self {
        let begun = now();
        let (found, wrong) = scan(root, ARTICLES);
        Self { begun, found, wrong }
    }
}

/// Who makes what has to be made of pictures; nobody where the folder is only looked at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Makers<'a> {
    /// Pictures for shares.
    pub shares: Option<&'a Shares>,
    /// Pictures for readers; none where they are published as they are.
    pub developer: Option<&'a Developer>,
}

/// Where cards go.
#[derive(Clone, Copy, Debug)]
pub struct Store<'a> {
    /// Those of this build.
    pub cards: &'a Cards,
    /// Those of the last one, where they are elsewhere.
    pub old: Option<&'a Cards>,
}

/// Takes stock, and says everything that is wrong. What is known of an article that has not changed
/// is taken out of `before`. None where there is too much wrong to go on.
///
/// # Errors
/// Where cards cannot be written.
pub fn take(
    root: &Path,
    scanned: Scanned,
    (wish, progress): (&Wish, &dyn Progress),
    makers: Makers<'_>,
    before: &mut Ledger,
    store: Option<&Store<'_>>,
) -> Result<(Option<Stock>, Vec<Problem>), RunError> {
    let Scanned { begun, found, wrong } = scanned;
    let mut problems = wrong;
    let site = folder::site(root, &mut problems);
    let plan = folder::home(root, &mut problems);
    let found: Vec<Found> =
        found.into_iter().filter(|found| found.name.ends_with(".json")).collect();
    let mut media = Vec::new();
    for folder in MEDIA {
        let (found, wrong) = scan(root, folder);
        media.extend(found);
        problems.extend(wrong);
    }
    let Some(mut site) = site else {
        // Without a paper an article can be held against nothing but the contract.
        problems.par_extend(found.par_iter().flat_map_iter(|found| alone(root, &found.name)));
        return Ok((None, problems));
    };
    problems.extend(check::site(&site));
    if let Some(base_url) = &wish.base_url {
        site.base_url.clone_from(base_url);
    }
    let basis = basis(root, wish);
    let zone = TimeZone::get(&site.timezone).unwrap_or(TimeZone::UTC);
    let sizes = Sizes::default();
    let stats: HashMap<&str, Stat> =
        media.iter().map(|found| (found.name.as_str(), found.stat)).collect();
    let reader = Reader {
        root,
        site: &site,
        zone: zone.clone(),
        sizes: &sizes,
        shares: makers.shares,
        developer: makers.developer,
        basis,
        media: &|name| stats.get(name).copied(),
    };
    let known = Known::of(before, basis, &stats);
    progress.step(Step::Articles, found.len() as u64);
    let take = |found| {
        let taken = one(&reader, &known, found, store);
        progress.done(1);
        taken
    };
    let taken: io::Result<Vec<Outcome>> = found.par_iter().map(take).collect();
    let taken = taken.map_err(no_cards)?;
    drop(known);
    let (mut entries, mut mistaken) = (Vec::with_capacity(taken.len()), Vec::new());
    let mut kept: Vec<Option<Entry>> =
        std::mem::take(&mut before.entries).into_iter().map(Some).collect();
    for outcome in taken {
        match outcome {
            Outcome::Known(at) => {
                let Some(mut entry) = kept.get_mut(at).and_then(Option::take) else { continue };
                if let Some(Store { cards, old: Some(old) }) = store {
                    let moved = old.get(entry.card.0).and_then(|card| cards.add(&card));
                    entry.card.0 = moved.map_err(no_cards)?;
                }
                entries.push(entry);
            }
            Outcome::Read(entry) => entries.push(*entry),
            Outcome::Bad(mut bad) => {
                problems.append(&mut bad.problems);
                mistaken.push(bad);
            }
        }
    }
    before.entries = kept.into_iter().flatten().collect();
    for entry in &entries {
        problems.extend(entry.said.iter().map(|said| said.problem(&entry.file)));
    }
    let (across, named) = rayon::join(
        || check::across(&entries, &wish.now),
        || named(&reader, &entries, &mistaken, plan.as_ref()),
    );
    problems.extend(across);
    problems.extend(named);
    Ok((Some(Stock { site, plan, entries, media, sizes, zone, basis, begun }), problems))
}

/// What came of a file.
enum Outcome {
    /// Nothing new: where it is in the ledger.
    Known(usize),
    Read(Box<Entry>),
    Bad(Mistaken),
}

fn one(
    reader: &Reader<'_>,
    known: &Known<'_>,
    found: &Found,
    store: Option<&Store<'_>>,
) -> io::Result<Outcome> {
    if let Some(at) = known.find(found) {
        return Ok(Outcome::Known(at));
    }
    Ok(match reader.read(found) {
        Taken::Good(mut entry, card) => {
            if let Some(store) = store {
                entry.card.0 = store.cards.add(&card)?;
            }
            Outcome::Read(entry)
        }
        Taken::Bad(mistaken) => Outcome::Bad(mistaken),
    })
}

/// What a ledger knows of articles that may not have changed.
struct Known<'a> {
    /// In the order of their files' names.
    entries: &'a [Entry],
    /// Files beside the articles that are others than they were.
    changed: HashSet<&'a str>,
}

impl<'a> Known<'a> {
    fn of(before: &'a Ledger, basis: Mark, stats: &HashMap<&'a str, Stat>) -> Self {
        if before.basis != basis {
            return Self { entries: &[], changed: HashSet::new() };
        }
        let were: HashMap<&str, Stat> =
            before.media.iter().map(|(name, stat)| (name.as_ref(), *stat)).collect();
        let new = stats.iter().filter(|(name, stat)| were.get(*name) != Some(*stat));
        let gone = were.keys().filter(|name| !stats.contains_key(*name));
        let changed = new.map(|(name, _)| *name).chain(gone.copied()).collect();
        Self { entries: &before.entries, changed }
    }

    fn find(&self, found: &Found) -> Option<usize> {
        let at =
            self.entries.binary_search_by(|entry| entry.file.as_ref().cmp(&found.name)).ok()?;
        let entry = self.entries.get(at).filter(|entry| entry.stat == found.stat)?;
        let same = !entry.media.iter().any(|name| self.changed.contains(name.as_ref()));
        // What was made of its pictures lies in the site where it is published, and nowhere else.
        let there = entry.made.is_some() || entry.prints.is_empty() && entry.share.is_none();
        (same && there).then_some(at)
    }
}

/// What is wrong in a file's own text.
fn alone(root: &Path, name: &str) -> Vec<Problem> {
    article(root, name).map_or_else(|problems| problems, |(_, warnings)| warnings)
}

/// The article of a file, and what is to be said of it.
fn article(root: &Path, name: &str) -> story::check::Read<Article> {
    let text = check::text(root, name).map_err(|problem| vec![problem])?;
    read_article(name, &text)
}

/// Articles that are named and not there. Which place of which file names them is looked up once
/// that is needed.
fn named(
    reader: &Reader<'_>,
    entries: &[Entry],
    mistaken: &[Mistaken],
    plan: Option<&HomePlan>,
) -> Vec<Problem> {
    let ids = entries.iter().map(|entry| entry.id.as_ref());
    let ids: HashSet<&str> =
        ids.chain(mistaken.iter().filter_map(|bad| bad.id.as_deref())).collect();
    let knows = |id: &str| ids.contains(id);
    let good = entries.iter().map(|entry| (entry.file.as_ref(), &entry.names));
    let all = good.chain(mistaken.iter().map(|bad| (bad.file.as_str(), &bad.names)));
    let mut problems = Vec::new();
    for (file, _) in all.filter(|(_, names)| !names.iter().all(|id| knows(id))) {
        match article(reader.root, file) {
            Ok((article, _)) => problems.extend(reader.check(file, &article, &knows)),
            Err(wrong) => problems.extend(wrong),
        }
    }
    problems.extend(plan.into_iter().flat_map(|plan| check::home(reader.site, plan, &knows)));
    problems
}

/// Everything beside articles and pictures that decides how articles are read: the paper, the press
/// itself, and how it develops.
fn basis(root: &Path, wish: &Wish) -> Mark {
    let mut basis = Marker::new("basis");
    basis.bytes(&check::bytes(root, "site.json").unwrap_or_default());
    let own = std::env::current_exe().ok().and_then(|path| std::fs::metadata(path).ok());
    basis.text(&format!("{:?} {:?}", own.map(|about| Stat::of(&about)), wish.pictures));
    basis.mark()
}

fn no_cards(error: io::Error) -> RunError {
    SiteError::File("cards".into(), error).into()
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_nanos()).unwrap_or(i64::MAX)
}
