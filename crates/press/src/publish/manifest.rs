//! What a target holds of the site: two small files beside it, which readers never ask for.
//!
//! One has all, the other what has changed since that one was written: who publishes one article among
//! a hundred thousand need not send the names of all of them. Once much has changed, the first is
//! written anew, with a number of its own, so that changes to an older one are passed over.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::plan::Upload;
use crate::site::released;

/// The name of the file that has all.
pub const NAME: &str = ".press-manifest.json";
/// The name of the one with what has changed since.
pub const CHANGES: &str = ".press-manifest-changes.json";

/// The mark of a file that is on its way for the first time: none that a file can have.
const COMING: &str = "-";

/// The only version there is.
const VERSION: u32 = 1;
/// Up to how many changes the whole is never written anew.
const FEW: usize = 1_000;

/// What is there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Of each file, by its name from the site's root on, what its bytes and headers make
    /// ([`super::local::File::mark`]). Empty where it is not known any more, and `-` where perhaps
    /// there is none yet.
    pub files: BTreeMap<String, String>,
    /// The lasting files of the app's releases, the present one first.
    pub releases: Vec<BTreeSet<String>>,
}

impl Manifest {
    /// The same, as if nobody knew what the files hold.
    #[must_use]
    pub fn forgotten(mut self) -> Self {
        self.files.values_mut().filter(|mark| *mark != COMING).for_each(String::clear);
        self
    }

    /// The same, while these are being sent: what they hold is not known, whatever happens.
    #[must_use]
    pub fn on_its_way(mut self, uploads: &[Upload]) -> Self {
        let mark = |one: &Upload| if one.new { COMING } else { "" }.to_owned();
        self.files.extend(uploads.iter().map(|one| (one.name.clone(), mark(one))));
        self
    }

    /// Whether there is a file of this name, of whatever kind.
    #[must_use]
    pub fn holds(&self, name: &str) -> bool {
        self.files.get(name).is_some_and(|mark| mark != COMING)
    }

    /// Whether a release still needs a file.
    #[must_use]
    pub fn keeps(&self, name: &str) -> bool {
        self.releases.iter().any(|release| release.contains(name))
    }

    /// A release comes first. One that is there again moves up; the oldest go.
    pub fn release(&mut self, files: BTreeSet<String>) {
        self.releases = released(std::mem::take(&mut self.releases), files);
    }
}

/// A manifest as it lies there: all of it, and its number. Number 0 is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    version: u32,
    number: u64,
    all: Manifest,
}

#[derive(Serialize, Deserialize)]
struct Changes {
    version: u32,
    /// The number of the whole that they are to.
    number: u64,
    /// What files are now; null is gone.
    files: BTreeMap<String, Option<String>>,
    releases: Vec<BTreeSet<String>>,
}

impl Base {
    /// Reads the two files, and gives back the first one and what holds with the second.
    ///
    /// # Errors
    /// In words, where one is of another kind.
    pub fn read(all: &[u8], changes: Option<&[u8]>) -> Result<(Self, Manifest), String> {
        let in_words = |error: serde_json::Error| error.to_string();
        let base: Self = serde_json::from_slice(all).map_err(in_words)?;
        known(base.version)?;
        let mut now = base.all.clone();
        if let Some(changes) = changes {
            let changes: Changes = serde_json::from_slice(changes).map_err(in_words)?;
            known(changes.version)?;
            if changes.number == base.number {
                for (name, mark) in changes.files {
                    match mark {
                        Some(mark) => now.files.insert(name, mark),
                        None => now.files.remove(&name),
                    };
                }
                now.releases = changes.releases;
            }
        }
        Ok((base, now))
    }

    /// The file to write, by its name, so that from now on this is what holds.
    pub fn write(&mut self, now: &Manifest) -> (&'static str, Vec<u8>) {
        let files = self.changed(now);
        // Text for keys and no failing part: it cannot fail.
        if self.number > 0 && files.len() <= FEW.max(self.all.files.len() / 10) {
            let releases = now.releases.clone();
            let changes = Changes { version: VERSION, number: self.number, files, releases };
            return (CHANGES, serde_json::to_vec(&changes).unwrap_or_default());
        }
        *self = Self { version: VERSION, number: self.number + 1, all: now.clone() };
        (NAME, serde_json::to_vec(self).unwrap_or_default())
    }

    fn changed(&self, now: &Manifest) -> BTreeMap<String, Option<String>> {
        let known = &self.all.files;
        let others = now.files.iter().filter(|(name, mark)| known.get(*name) != Some(*mark));
        let others = others.map(|(name, mark)| (name.clone(), Some(mark.clone())));
        let gone = known.keys().filter(|name| !now.files.contains_key(*name));
        others.chain(gone.map(|name| (name.clone(), None))).collect()
    }
}

fn known(version: u32) -> Result<(), String> {
    match version {
        VERSION => Ok(()),
        other => Err(format!("its version is {other}, not {VERSION}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: impl IntoIterator<Item = usize>, mark: &str) -> Manifest {
        let file = |n| (format!("{n}.html"), mark.to_owned());
        Manifest { files: names.into_iter().map(file).collect(), ..Manifest::default() }
    }

    /// What is read after a few writes is what was written last, and what one article writes does not
    /// grow with the site.
    #[test]
    fn what_was_written_is_read_whatever_way_it_was_written() {
        let (mut base, mut all, mut changes) = (Base::default(), Vec::new(), None);
        let mut one_more = files(0..20_000, "1");
        one_more.files.insert("new.html".to_owned(), "1".to_owned());
        one_more.files.remove("7.html");
        one_more.release(BTreeSet::from(["app/app-1.js".to_owned()]));
        let steps = [
            (Manifest::default(), NAME),
            (files(0..20_000, "1"), NAME),
            (one_more, CHANGES),
            (files(0..20_000, "1"), CHANGES),
            (files(0..20_000, ""), NAME),
            (files(0..19_000, ""), CHANGES),
        ];
        for (at, (step, place)) in steps.into_iter().enumerate() {
            let (name, bytes) = base.write(&step);
            assert_eq!(name, place, "step {at}");
            match name {
                NAME => all = bytes,
                _ => {
                    assert!(at != 2 || bytes.len() < 200, "{}", bytes.len());
                    changes = Some(bytes);
                }
            }
            let read = Base::read(&all, changes.as_deref());
            assert_eq!(read, Ok((base.clone(), step)), "step {at}");
        }
    }

    #[test]
    fn what_another_press_wrote_is_not_guessed_at() {
        let newer = br#"{"version":2,"number":1,"all":{"files":{},"releases":[]}}"#;
        assert_eq!(Base::read(newer, None), Err("its version is 2, not 1".to_owned()));
        assert!(Base::read(b"[]", None).is_err());
    }

    #[test]
    fn three_releases_stay_and_one_that_comes_back_is_the_present_one() {
        let release = |n: u8| BTreeSet::from([format!("app/app-{n}.js")]);
        let mut manifest = Manifest::default();
        for n in [1, 1, 2, 3, 4, 3] {
            manifest.release(release(n));
        }
        assert_eq!(manifest.releases, [release(3), release(4), release(2)]);
        assert!(manifest.keeps("app/app-2.js") && !manifest.keeps("app/app-1.js"));
    }
}
