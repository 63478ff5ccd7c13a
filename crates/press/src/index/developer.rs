use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;
use story::check::Problem;
use story::model::{Focal, Image};

use crate::made::Made;
use crate::pictures::{Lab, PictureError, Print, Why};
use crate::site::SiteError;

/// Has the pictures of articles developed, and remembers where the files of each lie.
#[derive(Debug)]
pub struct Developer {
    lab: Lab,
    made: Made,
    /// The pictures that were asked for, by what stands for each.
    asked: Mutex<HashSet<String>>,
}

/// What came of the pictures of one article.
#[derive(Debug, Default)]
pub struct Developed {
    /// The files that pages ask for now: their names in the site.
    pub prints: Vec<Box<str>>,
    /// The newsroom's files that they stand for.
    pub from: Vec<Box<str>>,
    /// What is wrong with any.
    pub problems: Vec<Problem>,
}

impl Developer {
    /// With this lab.
    #[must_use]
    pub fn new(lab: Lab) -> Self {
        Self { lab, made: Made::default(), asked: Mutex::default() }
    }

    /// Makes these pictures on all cores, to be found when they are asked for one by one. What is wrong
    /// with one is told then.
    pub fn ahead(&self, sources: &[&str]) {
        if sources.len() > 1 {
            sources.par_iter().for_each(|src| drop(self.lab.develop(src)));
        }
    }

    /// Puts what readers get in the place of a picture as the newsroom has it.
    pub fn dress(&self, image: &mut Image, to: &mut Developed) {
        // A newsroom that brings its own knows why.
        if !image.variants.is_empty() {
            return;
        }
        let src = image.src.clone();
        if let Some(print) = self.take(self.lab.develop(&src), to) {
            print.dress(image);
            if print.stilled {
                let expected = "a film as a video block: it is a tenth of the size";
                let found = "a moving picture; its first frame is published";
                to.problems.push(Problem::warning(&src, "$", expected, found));
            }
            to.from.push(src.into());
        }
    }

    /// The same for what cards show of a picture, by the name that the newsroom gave it.
    pub fn dress_card(
        &self,
        src: &str,
        focal: Option<Focal>,
        image: &mut Image,
        to: &mut Developed,
    ) {
        if let Some(print) = self.take(self.lab.card(src, focal), to) {
            (image.placeholder, image.focal) = (None, None);
            print.dress(image);
        }
    }

    /// How many pictures were made, and how many were there from an earlier build; parts of them for
    /// cards count, too.
    #[must_use]
    pub fn count(&self) -> (u64, u64) {
        let (made, all) = (self.lab.count(), self.asked().len() as u64);
        (made, all.saturating_sub(made))
    }

    fn asked(&self) -> MutexGuard<'_, HashSet<String>> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where the file of this name lies just now, of what was developed in this build.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<PathBuf> {
        self.made.file(name)
    }

    /// What kept a file from being written, if anything did.
    ///
    /// # Errors
    /// That.
    pub fn finish(&self) -> Result<(), SiteError> {
        self.made.finish()
    }

    fn take(
        &self,
        print: Result<Option<Print>, PictureError>,
        to: &mut Developed,
    ) -> Option<Print> {
        match print {
            Ok(print) => {
                let print = print?;
                self.asked().insert(print.src.clone());
                for (name, path) in &print.files {
                    to.prints.push(name.as_str().into());
                    self.made.note(name, path.clone());
                }
                Some(print)
            }
            Err(PictureError { why: Why::Disk(path, error), .. }) => {
                self.made.fail(path, error);
                None
            }
            Err(error) => {
                to.problems.push(error.problem());
                None
            }
        }
    }
}
