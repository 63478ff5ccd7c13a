//! What is wrong between the files: ids that stand twice, links that lead nowhere, pictures that
//! are not there.

mod article;
mod places;
mod text;

pub use places::place;
pub use text::{LARGEST, text};

use std::collections::{BTreeMap, BTreeSet, HashMap};

use story::check::Problem;
use story::model::Slug;
use story::time::Time;
use story::url::{RESERVED, article_path};

use crate::folder::{Folder, Sizes};

/// Everything wrong between the files.
#[must_use]
pub fn check(folder: &Folder, now: &Time) -> Vec<Problem> {
    let mut checker = Checker {
        folder,
        ids: folder
            .articles
            .iter()
            .map(|(_, article)| article.id.as_str())
            .chain(folder.mistaken.iter().map(String::as_str))
            .collect(),
        sizes: Sizes::default(),
        file: String::new(),
        problems: Vec::new(),
    };
    checker.site();
    checker.ids();
    checker.addresses();
    checker.tags();
    checker.home();
    for (file, article) in &folder.articles {
        checker.file.clone_from(file);
        checker.article(article, now);
    }
    checker.problems
}

struct Checker<'a> {
    folder: &'a Folder,
    ids: BTreeSet<&'a str>,
    sizes: Sizes,
    file: String,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn error(&mut self, path: &str, expected: &str, found: impl Into<String>) {
        self.problems.push(Problem::error(&self.file, path, expected, found));
    }

    fn warn(&mut self, path: &str, expected: &str, found: impl Into<String>) {
        self.problems.push(Problem::warning(&self.file, path, expected, found));
    }

    fn site(&mut self) {
        let site = &self.folder.site;
        "site.json".clone_into(&mut self.file);
        if jiff::tz::TimeZone::get(&site.timezone).is_err() {
            self.error(
                "$.timezone",
                "an IANA name such as Asia/Ho_Chi_Minh",
                site.timezone.clone(),
            );
        }
        let mut seen: BTreeSet<&Slug> = BTreeSet::new();
        for (at, section) in site.sections.iter().enumerate() {
            let path = format!("$.sections[{at}].slug");
            let slug = &section.slug;
            if RESERVED.contains(&slug.as_str()) {
                self.error(&path, "a name that the site does not use itself", slug.to_string());
            }
            if !seen.insert(slug) {
                self.error(&path, "each section once", slug.to_string());
            }
            // Up from here: every parent is a section, and none comes twice.
            let mut passed = BTreeSet::from([slug]);
            let mut next = section.parent.as_ref();
            while let Some(parent) = next {
                let path = format!("$.sections[{at}].parent");
                let Some(found) = site.sections.iter().find(|other| other.slug == *parent) else {
                    self.error(&path, "a section of this file", parent.to_string());
                    break;
                };
                if !passed.insert(&found.slug) {
                    self.error(&path, "sections that do not go in a circle", parent.to_string());
                    break;
                }
                next = found.parent.as_ref();
            }
        }
    }

    fn ids(&mut self) {
        let mut seen: HashMap<String, &str> = HashMap::new();
        for (file, article) in &self.folder.articles {
            self.file.clone_from(file);
            // File systems that fold case would hold one file for both.
            if let Some(other) = seen.insert(article.id.as_str().to_ascii_lowercase(), file) {
                let found = format!("{}, which {other} has", article.id);
                self.error("$.id", "an id of its own, by more than capitals", found);
            }
        }
    }

    fn addresses(&mut self) {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for (file, article) in &self.folder.articles {
            seen.insert(article_path(article).to_string(), file);
        }
        for (file, article) in &self.folder.articles {
            self.file.clone_from(file);
            for (at, alias) in article.aliases.iter().enumerate() {
                let path = format!("$.aliases[{at}]");
                let alias = format!("{}/", alias.as_str().trim_end_matches('/'));
                if let Some(other) = seen.get(&alias) {
                    self.error(
                        &path,
                        "an address that nothing has",
                        format!("{alias}, which {other} has"),
                    );
                } else {
                    seen.insert(alias, file);
                }
            }
        }
    }

    fn tags(&mut self) {
        let mut names: BTreeMap<&Slug, (&str, &str)> = BTreeMap::new();
        for (file, article) in &self.folder.articles {
            self.file.clone_from(file);
            for (at, tag) in article.tags.iter().enumerate() {
                let (name, other) = *names.entry(&tag.slug).or_insert((&tag.name, file));
                if name != tag.name {
                    let found = format!("{:?}, and {name:?} in {other}", tag.name);
                    self.warn(&format!("$.tags[{at}].name"), "one name for one slug", found);
                }
            }
        }
    }

    fn home(&mut self) {
        "home.json".clone_into(&mut self.file);
        let Some(home) = &self.folder.home else { return };
        let zones = home.zones.iter().enumerate();
        let lists = zones.map(|(at, zone)| (format!("$.zones[{at}].ids"), &zone.ids));
        let lists: Vec<_> =
            std::iter::once(("$.lead".to_owned(), &home.lead)).chain(lists).collect();
        for (path, ids) in lists {
            for (at, id) in ids.iter().enumerate() {
                if !self.ids.contains(id.as_str()) {
                    self.error(&format!("{path}[{at}]"), "the id of an article", id.to_string());
                }
            }
        }
        for (at, zone) in home.zones.iter().enumerate() {
            if let Some(section) = &zone.section {
                self.section(&format!("$.zones[{at}].section"), section);
            }
        }
    }

    fn section(&mut self, path: &str, slug: &Slug) {
        if !self.folder.site.sections.iter().any(|section| section.slug == *slug) {
            self.error(path, "a section of site.json", slug.to_string());
        }
    }
}
