//! A page at every known address, written on all cores.

use std::num::NonZeroUsize;
use std::thread;

use story::model::{Article, Home, List};
use story::url::{ListKind, Route, SitePath};
use trangnhat::document::Place;
use trangnhat::pages::{ListPage, Page};

use super::page::Printer;
use super::{Site, text};
use crate::edition::Edition;
use crate::lists::Neighbours;

/// What pages are written from.
pub(super) struct Source<'a> {
    pub edition: &'a Edition,
    pub home: &'a Home,
    /// Every file of every list.
    pub lists: &'a [(ListKind, List)],
    pub neighbours: &'a Neighbours<'a>,
}

/// A page that is to be written.
enum Job<'a> {
    Home,
    List(ListKind, &'a List),
    Article(&'a Article),
    NotFound,
}

/// Writes them all, and the one of unknown addresses.
pub(super) fn write(site: &mut Site, source: &Source<'_>, printer: &Printer<'_>) {
    let lists = source.lists.iter().map(|(kind, list)| Job::List(*kind, list));
    let articles = source.edition.articles.iter().map(Job::Article);
    let jobs: Vec<Job<'_>> =
        [Job::Home, Job::NotFound].into_iter().chain(lists).chain(articles).collect();
    for (name, html) in on_all_cores(&jobs, |job| one(job, source, printer)) {
        text(site, &name, html);
    }
}

/// The files of a job: names from the site's root on, and HTML.
fn one(job: &Job<'_>, source: &Source<'_>, printer: &Printer<'_>) -> Vec<(String, String)> {
    let alone = |path| Place { path: Some(path), neighbours: &[] };
    match job {
        Job::Home => {
            let path = Route::Home.path();
            let page = Page::Home(source.home.clone());
            vec![(file(&path), printer.print(&page, alone(&path)))]
        }
        Job::NotFound => {
            let place = Place { path: None, neighbours: &[] };
            vec![("404.html".to_owned(), printer.print(&Page::NotFound, place))]
        }
        Job::List(kind, list) => {
            let Some(path) = list_path(*kind, list) else { return Vec::new() };
            let archive = list.key.is_latest().then(|| archive_of(source.lists, *kind, list));
            let page = ListPage { kind: *kind, list: (*list).clone(), archive: archive.flatten() };
            vec![(file(&path), printer.print(&Page::List(Box::new(page)), alone(&path)))]
        }
        Job::Article(article) => {
            let Some(path) = &article.path else { return Vec::new() };
            let neighbours = source.neighbours.of(article);
            let place = Place { path: Some(path), neighbours: &neighbours };
            let page = Page::Article(Box::new((*article).clone()));
            let aliases = article.aliases.iter();
            aliases
                .map(|alias| (file(alias), printer.lead_on(&article.title, path)))
                .chain([(file(path), printer.print(&page, place))])
                .collect()
        }
    }
}

/// The months of a list's archive, which its page of the newest stories ends with.
fn archive_of(lists: &[(ListKind, List)], kind: ListKind, of: &List) -> Option<List> {
    let archive = |(other, list): &&(ListKind, List)| {
        *other == kind && list.slug == of.slug && list.key.is_archive()
    };
    lists.iter().find(archive).map(|(_, list)| list.clone())
}

/// The page of a list's file. The archive's own file is shown with the newest cards.
fn list_path(kind: ListKind, list: &List) -> Option<SitePath> {
    if list.key.is_archive() {
        return None;
    }
    let (slug, key) = (list.slug.clone(), (!list.key.is_latest()).then(|| list.key.clone()));
    let route = match kind {
        ListKind::Section => Route::Section { slug, key },
        ListKind::Tag => Route::Tag { slug, key },
    };
    Some(route.path())
}

/// Where a static host looks for a page.
fn file(path: &SitePath) -> String {
    let inner = path.as_str().trim_matches('/');
    if inner.is_empty() { "index.html".to_owned() } else { format!("{inner}/index.html") }
}

/// Calls for each, on as many threads as there are cores, and gathers what comes of it in the order
/// of `all`.
fn on_all_cores<T: Sync, R: Send>(all: &[T], call: impl Fn(&T) -> Vec<R> + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let share = all.len().div_ceil(cores).max(1);
    thread::scope(|scope| {
        let work: Vec<_> = all
            .chunks(share)
            .map(|part| scope.spawn(|| part.iter().flat_map(&call).collect::<Vec<R>>()))
            .collect();
        work.into_iter()
            .flat_map(|thread| match thread.join() {
                Ok(done) => done,
                Err(panic) => std::panic::resume_unwind(panic),
            })
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::on_all_cores;

    #[test]
    fn what_is_done_on_all_cores_keeps_its_order() {
        let all: Vec<u32> = (0..1_000).collect();
        let twice = on_all_cores(&all, |n| vec![*n, *n]);
        assert!(twice.chunks(2).zip(&all).all(|(pair, n)| pair == [*n, *n]));
        assert!(on_all_cores(&[0_u32; 0], |_| vec![0]).is_empty());
    }
}
