//! What a target holds of the site: a small file beside it, which readers never ask for.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// The manifest's name.
pub const NAME: &str = ".press-manifest.json";

/// How many releases of the app stay: a tab that is open may ask for its files for days.
pub const RELEASES: usize = 3;

/// The only version there is.
const VERSION: u32 = 1;

/// What is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub(super) version: u32,
    /// Of each file, by its name from the site's root on, what its bytes and headers make
    /// ([`super::local::File::mark`]). Empty where it is not known any more.
    pub files: BTreeMap<String, String>,
    /// The lasting files of the app's releases, the present one first.
    pub releases: Vec<BTreeSet<String>>,
}

impl Default for Manifest {
    fn default() -> Self {
        Self { version: VERSION, files: BTreeMap::new(), releases: Vec::new() }
    }
}

impl Manifest {
    /// Reads one.
    ///
    /// # Errors
    /// In words, where it is none.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let manifest: Self = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        match manifest.version {
            VERSION => Ok(manifest),
            other => Err(format!("its version is {other}, not {VERSION}")),
        }
    }

    /// The file.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        // Text for keys and no failing part: it cannot fail.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// The same, as if nobody knew what the files hold.
    #[must_use]
    pub fn forgotten(mut self) -> Self {
        self.files.values_mut().for_each(String::clear);
        self
    }

    /// Whether a release that is not the present one still needs a file.
    #[must_use]
    pub fn keeps(&self, name: &str) -> bool {
        self.releases.iter().any(|release| release.contains(name))
    }

    /// A release comes first. One that is there again moves up; the oldest go.
    pub fn release(&mut self, files: BTreeSet<String>) {
        self.releases.retain(|known| *known != files);
        self.releases.insert(0, files);
        self.releases.truncate(RELEASES);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_and_nothing_else() {
        let mut manifest = Manifest::default();
        manifest.files.insert("index.html".to_owned(), "0123".to_owned());
        manifest.release(BTreeSet::from(["app/app-1.js".to_owned()]));
        assert_eq!(Manifest::read(&manifest.write()), Ok(manifest));
        let newer = br#"{"version":2,"files":{},"releases":[]}"#;
        assert_eq!(Manifest::read(newer), Err("its version is 2, not 1".to_owned()));
        assert!(Manifest::read(b"[]").is_err());
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
