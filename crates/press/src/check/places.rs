//! The lines that problems between the files are on. Only files that have some are read again.

use std::path::Path;

use story::check::{Problem, locate};

use super::text::text;

/// Says of every problem where it is in its file's text, and puts them in order: by file, then by
/// place.
pub fn place(root: &Path, problems: &mut [Problem]) {
    problems.sort_by(|a, b| a.file.cmp(&b.file));
    for of_one_file in problems.chunk_by_mut(|a, b| a.file == b.file) {
        let file = of_one_file[0].file.clone();
        let unknown = of_one_file.iter().any(|problem| problem.place.is_none());
        if unknown
            && file.ends_with(".json")
            && let Ok(text) = text(root, &file)
        {
            locate(&text, of_one_file);
        }
        of_one_file.sort_by_key(|problem| problem.place);
    }
}
