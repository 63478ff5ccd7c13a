//! The press on a paper of twenty years, beside Hugo on the same one.

mod hugo;
mod ours;
mod paper;
mod record;
mod timed;
mod words;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::SystemTime,
};

use e2e::Outcome;

pub use record::record;
use timed::Took;

/// What was found.
pub struct Found {
    /// How many articles there were.
    pub articles: usize,
    /// A site where there was none.
    pub cold: Took,
    /// Nothing changed.
    pub again: Took,
    /// One article more: each time another one.
    pub added: Vec<Took>,
    /// How many files that wrote.
    pub written: String,
    /// One title corrected.
    pub corrected: Took,
    /// What was made.
    pub size: Size,
    /// Hugo, where it was measured.
    pub hugo: Option<(Took, Size)>,
}

/// What a site is on the disk.
#[derive(Debug, Clone, Copy, Default)]
pub struct Size {
    /// Files.
    pub files: usize,
    /// Their bytes.
    pub bytes: f64,
}

/// How often one article is added; to more than [`MANY`], once.
const TIMES: usize = 5;
/// See [`TIMES`].
const MANY: usize = 100_000;

/// Measures with so many articles; beside Hugo where that is asked for. Gives the place where it was
/// measured, too, which takes its time to be cleared away. A million articles and their site take
/// some 60 GB of disk.
pub fn measure(articles: usize, beside_hugo: bool) -> Outcome<(Found, Room)> {
    let [press, app, style, public] =
        ["PRESS", "APP", "STYLE", "PUBLIC"].map(|name| named(&format!("TRANGNHAT_{name}")));
    let (press, app, style, public) = (press?, app?, style?, public?);
    let room = Room(named("TRANGNHAT_ROOM")?.join(format!("press-{articles}")));
    fs::create_dir_all(&room.0)?;
    let (content, site) = (room.0.join("content"), room.0.join("site"));
    super::say(&format!("writing {articles} articles"));
    ours::write(&content, articles)?;
    let build = |more: &[&str]| -> Outcome<Took> {
        let mut command = Command::new(&press);
        command.arg("build").arg(&content).arg("--out").arg(&site).arg("--app").arg(&app);
        command.arg("--style").arg(&style).arg("--public").arg(&public);
        command.args(["--now", "2026-01-01T00:00:00+07:00"]).args(more);
        timed::run(&mut command)
    };
    super::say("building them where there is nothing");
    let cold = build(&[])?;
    let size = size_of(&site)?;
    super::say("building again");
    let again = build(&[])?;
    let mut added = Vec::new();
    let mut written = Vec::new();
    let times = if articles > MANY { 1 } else { TIMES };
    for number in articles + 1..=articles + times {
        ours::add(&content, &paper::article(number, number))?;
        let since = SystemTime::now();
        added.push(build(&[])?);
        written.push(changed_since(&site, since)?);
    }
    let middle = articles / 2;
    let mut corrected = paper::article(middle, articles);
    corrected.title.push_str(" (sửa)");
    ours::add(&content, &corrected)?;
    let corrected = build(&[])?;
    let hugo = if beside_hugo {
        fs::remove_dir_all(&site)?;
        Some(hugo(&room.0, articles)?)
    } else {
        None
    };
    let least = written.iter().min().copied().unwrap_or_default();
    let most = written.iter().max().copied().unwrap_or_default();
    let written = if least == most { most.to_string() } else { format!("{least} to {most}") };
    Ok((Found { articles, cold, again, added, written, corrected, size, hugo }, room))
}

fn hugo(room: &Path, articles: usize) -> Outcome<(Took, Size)> {
    super::say("writing the same for Hugo");
    let folder = room.join("hugo");
    hugo::write(&folder, articles)?;
    super::say("Hugo at work");
    let site = folder.join("public");
    let mut command = Command::new("hugo");
    command.arg("--source").arg(&folder).arg("--destination").arg(&site).arg("--quiet");
    let took = timed::run(&mut command)?;
    Ok((took, size_of(&site)?))
}

/// A place that `cargo xtask bench` names.
fn named(variable: &str) -> Outcome<PathBuf> {
    Ok(env::var_os(variable).ok_or_else(|| format!("{variable} is not set"))?.into())
}

/// Where it is measured; gone in the end.
pub struct Room(PathBuf);

impl Drop for Room {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn size_of(folder: &Path) -> Outcome<Size> {
    let mut size = Size::default();
    each_file(folder, &mut |about| {
        size.files += 1;
        size.bytes += about.len() as f64;
    })?;
    Ok(size)
}

/// How many files were written since then.
fn changed_since(folder: &Path, since: SystemTime) -> Outcome<usize> {
    let mut changed = 0;
    each_file(folder, &mut |about| {
        changed += usize::from(about.modified().is_ok_and(|time| time >= since));
    })?;
    Ok(changed)
}

fn each_file(folder: &Path, call: &mut impl FnMut(&fs::Metadata)) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let about = entry.metadata()?;
        if about.is_dir() { each_file(&entry.path(), call)? } else { call(&about) }
    }
    Ok(())
}
