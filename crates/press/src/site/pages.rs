//! A page at every known address.

use story::model::{Language, List};
use story::url::{ArchiveKey, Base, ListKind, Route, SitePath, files};

use super::app::App;
use super::page::{Page, Printer};
use super::{Site, description, text};
use crate::edition::Edition;

/// Writes them all, and the one of unknown addresses.
pub(super) fn write(
    site: &mut Site,
    edition: &Edition,
    lists: &[(ListKind, List)],
    app: &App,
    base: &Base,
) {
    let printer = Printer::new(&edition.site, base, app);
    let home = Route::Home.path();
    let files = vec![files::HOME.to_owned()];
    put(site, &home, printer.print(&Page { path: Some(&home), files, ..Page::default() }));
    for (kind, list) in lists {
        let Some(path) = list_path(*kind, list) else { continue };
        let files = files_of(*kind, list);
        let title = Some(list.title.as_str());
        put(
            site,
            &path,
            printer.print(&Page { title, path: Some(&path), files, ..Page::default() }),
        );
    }
    for article in &edition.articles {
        let Some(path) = &article.path else { continue };
        let page = Page {
            title: Some(&article.title),
            description: description(article),
            path: Some(path),
            files: vec![files::article(&article.id)],
        };
        put(site, path, printer.print(&page));
        for alias in &article.aliases {
            put(site, alias, printer.lead_on(&article.title, path));
        }
    }
    let title = match edition.site.language {
        Language::Vi => "Không tìm thấy trang",
        Language::En => "Page not found",
    };
    text(site, "404.html", printer.print(&Page { title: Some(title), ..Page::default() }));
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

/// What the app asks for on the page of a list.
fn files_of(kind: ListKind, list: &List) -> Vec<String> {
    let mut all = vec![files::list(kind, &list.slug, &list.key)];
    if list.key.is_latest() {
        all.push(files::list(kind, &list.slug, &ArchiveKey::archive()));
    }
    all
}

/// Writes a page where a static host looks for it.
fn put(site: &mut Site, path: &SitePath, html: String) {
    let inner = path.as_str().trim_matches('/');
    let name =
        if inner.is_empty() { "index.html".to_owned() } else { format!("{inner}/index.html") };
    text(site, &name, html);
}
