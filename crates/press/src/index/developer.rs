use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;
use story::check::Problem;
use story::model::{Focal, Image};

use crate::pictures::{Lab, PictureError, Print, Why};
use crate::site::SiteError;

/// Has the pictures of articles developed, and remembers where the files of each lie.
#[derive(Debug)]
pub struct Developer {
    lab: Lab,
    files: Mutex<HashMap<String, PathBuf>>,
    /// The first file that could not be written.
    failed: Mutex<Option<SiteError>>,
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
        Self { lab, files: Mutex::default(), failed: Mutex::default() }
    }

    /// Makes these pictures on all cores, to be found when they are asked for one by one. What is wrong
    /// with one is told then.
    pub fn ahead(&self, sources: &[String]) {
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

    /// Where the file of this name lies just now, of what was developed in this build.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<PathBuf> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    /// What kept a file from being written, if anything did.
    ///
    /// # Errors
    /// That.
    pub fn finish(&self) -> Result<(), SiteError> {
        match self.failed.lock().unwrap_or_else(PoisonError::into_inner).take() {
            Some(error) => Err(error),
            None => Ok(()),
        }
    }

    fn take(
        &self,
        print: Result<Option<Print>, PictureError>,
        to: &mut Developed,
    ) -> Option<Print> {
        match print {
            Ok(print) => {
                let print = print?;
                let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
                for (name, path) in &print.files {
                    to.prints.push(name.as_str().into());
                    files.insert(name.clone(), path.clone());
                }
                Some(print)
            }
            Err(PictureError { why: Why::Disk(path, error), .. }) => {
                let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
                failed.get_or_insert(SiteError::File(path, error));
                None
            }
            Err(error) => {
                to.problems.push(error.problem());
                None
            }
        }
    }
}
