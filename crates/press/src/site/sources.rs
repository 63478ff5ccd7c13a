//! Where the parts of the reader's app come from: folders, or the command itself.

use std::fs;
use std::path::{Path, PathBuf};

use super::SiteError;
use crate::folder::files;

/// What the build script found, by its names from trunk's output on.
static INSIDE: Inside = include!(concat!(env!("OUT_DIR"), "/inside.rs"));

/// Files that are in the command itself: names from trunk's output on, and bytes.
pub type Inside = &'static [(&'static str, &'static [u8])];

/// Where the app's parts are.
#[derive(Clone, Debug)]
pub enum Sources {
    /// In folders, which somebody works on.
    Folders(Folders),
    /// In the command.
    Inside(Inside),
}

/// The folders of the app's parts.
#[derive(Clone, Debug)]
pub struct Folders {
    /// Trunk's output: the glue and the wasm.
    pub app: PathBuf,
    /// `style/`, with `main.css`.
    pub style: PathBuf,
    /// `public/`, with `start.js` and `inline.js`.
    pub public: PathBuf,
}

/// The parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    App,
    Style,
    Public,
}

impl Sources {
    /// A folder that holds all three, as trunk leaves it.
    #[must_use]
    pub fn within(app: &Path) -> Self {
        let (style, public) = (app.join("style"), app.join("public"));
        Self::Folders(Folders { app: app.to_owned(), style, public })
    }

    /// What is in this command.
    ///
    /// # Errors
    /// Where it was built before the app was.
    pub fn inside() -> Result<Self, SiteError> {
        if INSIDE.is_empty() { Err(SiteError::Bare) } else { Ok(Self::Inside(INSIDE)) }
    }

    /// The folders that may change.
    #[must_use]
    pub fn folders(&self) -> Vec<&Path> {
        match self {
            Self::Folders(Folders { app, style, public }) => vec![app, style, public],
            Self::Inside(_) => Vec::new(),
        }
    }

    /// Where a part is, as far as it can be said.
    fn place(&self, part: Part) -> &Path {
        match (self, part) {
            (Self::Folders(folders), Part::App) => &folders.app,
            (Self::Folders(folders), Part::Style) => &folders.style,
            (Self::Folders(folders), Part::Public) => &folders.public,
            (Self::Inside(_), _) => Path::new("this press"),
        }
    }

    /// Every file of a part, by its name from there on; of the app only trunk's own files.
    pub(super) fn names(&self, part: Part) -> Vec<String> {
        match self {
            Self::Folders(_) => {
                let all = files(self.place(part), ".").into_iter();
                let all = all.map(|name| name.trim_start_matches("./").to_owned());
                all.filter(|name| part != Part::App || !name.contains('/')).collect()
            }
            Self::Inside(table) => {
                table.iter().filter_map(|(name, _)| within(part, name)).map(str::to_owned).collect()
            }
        }
    }

    /// A file of a part.
    pub(super) fn read(&self, part: Part, name: &str) -> Result<Vec<u8>, SiteError> {
        let path = self.place(part).join(name);
        let read = match self {
            Self::Folders(_) => fs::read(&path),
            Self::Inside(table) => table
                .iter()
                .find(|(file, _)| within(part, file) == Some(name))
                .map(|(_, bytes)| bytes.to_vec())
                .ok_or_else(|| std::io::ErrorKind::NotFound.into()),
        };
        read.map_err(|error| SiteError::File(path, error))
    }

    /// A file of a part that is text, and without which there is no app.
    pub(super) fn text(&self, part: Part, name: &'static str) -> Result<String, SiteError> {
        let bytes = self.read(part, name).map_err(|_| self.lacks(part, name))?;
        String::from_utf8(bytes).map_err(|_| self.lacks(part, name))
    }

    /// The name of the newest file of a build that fits: trunk may leave an older one beside it.
    pub(super) fn built(
        &self,
        what: &'static str,
        fits: impl Fn(&str) -> bool,
    ) -> Result<String, SiteError> {
        let names = self.names(Part::App).into_iter().filter(|name| fits(name));
        let folder = self.place(Part::App);
        let newest = names.max_by_key(|name| {
            fs::metadata(folder.join(name)).and_then(|about| about.modified()).ok()
        });
        newest.ok_or_else(|| self.lacks(Part::App, what))
    }

    pub(super) fn lacks(&self, part: Part, what: &'static str) -> SiteError {
        SiteError::NoApp(self.place(part).to_owned(), what)
    }
}

/// The name from the part's folder on, if the file is of this part.
fn within(part: Part, name: &'static str) -> Option<&'static str> {
    match part {
        Part::App => Some(name).filter(|name| !name.contains('/')),
        Part::Style => name.strip_prefix("style/"),
        Part::Public => name.strip_prefix("public/"),
    }
}
