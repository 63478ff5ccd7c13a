use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::Stop;
use super::say::say;

/// Begins a paper: a folder with three articles to change
#[derive(Debug, Args)]
pub struct New {
    /// The folder, which is not there yet, or empty
    folder: PathBuf,
}

/// A file's name, and what is in it.
type File = (&'static str, &'static [u8]);

/// The paper to begin with.
const PAPER: [File; 7] = [
    ("site.json", include_bytes!("../../paper/site.json")),
    ("home.json", include_bytes!("../../paper/home.json")),
    ("README.md", include_bytes!("../../paper/README.md")),
    (
        "articles/to-bao-bat-dau-tu-day.json",
        include_bytes!("../../paper/articles/to-bao-bat-dau-tu-day.json"),
    ),
    ("articles/cuon-so-tay.json", include_bytes!("../../paper/articles/cuon-so-tay.json")),
    (
        "articles/cai-tua-vua-mot-man-hinh.json",
        include_bytes!("../../paper/articles/cai-tua-vua-mot-man-hinh.json"),
    ),
    // One of the demo paper's, where its author and licence are told.
    ("img/so-tay.jpg", include_bytes!("../../../../content/img/nghe/so-tay-chu-viet.jpg")),
];

impl New {
    pub fn run(&self) -> Result<(), Stop> {
        let folder = &self.folder;
        let name = folder.display();
        let wrong = |error| Stop::failed(format!("{name}: {error}"));
        if !is_free(folder).map_err(wrong)? {
            return Err(Stop::failed(format!(
                "{name}: there is something in it already; a new paper wants a folder of its own"
            )));
        }
        for (file, bytes) in PAPER {
            lay(&folder.join(file), bytes).map_err(wrong)?;
        }
        say(&format!("{name}: a paper of three articles; its README.md says where what is"));
        say(&format!("  press serve {name}    shows it on this machine"));
        say(&format!("  press build {name}    writes the site into {name}/site"));
        Ok(())
    }
}

/// Whether nothing would be lost here.
fn is_free(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

/// Writes a file where none is.
fn lay(path: &Path, bytes: &[u8]) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    let mut file = fs::File::create_new(path)?;
    io::Write::write_all(&mut file, bytes)
}
