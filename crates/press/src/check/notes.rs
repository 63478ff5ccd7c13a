//! Notes of what is wrong in one file.

use story::check::Problem;
use story::model::{Site, Slug};

/// What was noted.
#[derive(Debug)]
pub(super) struct Notes {
    file: String,
    pub problems: Vec<Problem>,
}

impl Notes {
    pub fn of(file: &str) -> Self {
        Self { file: file.to_owned(), problems: Vec::new() }
    }

    pub fn error(&mut self, path: &str, expected: &str, found: impl Into<String>) {
        self.problems.push(Problem::error(&self.file, path, expected, found));
    }

    pub fn warn(&mut self, path: &str, expected: &str, found: impl Into<String>) {
        self.problems.push(Problem::warning(&self.file, path, expected, found));
    }

    /// A section that must be one of the paper's.
    pub fn section(&mut self, site: &Site, path: &str, slug: &Slug) {
        if !site.sections.iter().any(|section| section.slug == *slug) {
            self.error(path, "a section of site.json", slug.to_string());
        }
    }
}
