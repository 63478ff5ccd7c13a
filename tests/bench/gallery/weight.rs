//! What lightbox and rail add on the wire.

use std::{fs, path::Path};

use e2e::Outcome;

use super::{side::Side, story::PAIR_FILES};

/// Packed bytes (brotli 11).
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Weight {
    /// The lightbox's program.
    pub lightbox: f64,
    /// Its style.
    pub style: f64,
    /// The rail's program, where it is one of its own.
    pub rail: f64,
}

impl Weight {
    /// All of it.
    pub fn total(&self) -> f64 {
        self.lightbox + self.style + self.rail
    }
}

/// Weighs the files of a site that belong to it.
pub fn weigh(side: Side, site: &Path) -> Outcome<Weight> {
    match side {
        Side::Ours => ours(site),
        Side::Pair => pair(&site.join("pair")),
    }
}

fn ours(site: &Path) -> Outcome<Weight> {
    let mut weight = Weight::default();
    for entry in fs::read_dir(site.join("app"))? {
        let file = entry?.path();
        if file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("lightbox-")) {
            weight.lightbox += packed(&fs::read(file)?)?;
        }
    }
    // As it is written: in a site it is part of one style for everything.
    let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("../style");
    let mut written = String::new();
    for name in ["lightbox.css", "overview.css"] {
        written.push_str(&fs::read_to_string(style.join(name))?);
    }
    weight.style = packed(bare(&written).as_bytes())?;
    Ok(weight)
}

fn pair(folder: &Path) -> Outcome<Weight> {
    let mut weight = Weight::default();
    for name in PAIR_FILES {
        let file = folder.join(name);
        match name {
            "photoswipe.css" => {
                weight.style += packed(bare(&fs::read_to_string(file)?).as_bytes())?;
            }
            "embla-carousel.umd.js" => weight.rail += packed(&fs::read(file)?)?,
            _ => weight.lightbox += packed(&fs::read(file)?)?,
        }
    }
    Ok(weight)
}

/// A style without comments, lines and indents: neither is minified where it is read.
fn bare(style: &str) -> String {
    let mut rest = style;
    let mut out = String::new();
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn packed(bytes: &[u8]) -> Outcome<f64> {
    Ok(f64::from(u32::try_from(host::brotli(bytes).len())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_are_bare_of_comments_and_lines() {
        for (style, is) in [
            ("a {\n  b: c;\n}\n", "a { b: c; }"),
            ("/* one */ a { } /* two */\nb { }", "a { } b { }"),
            ("a { } /* without end", "a { }"),
        ] {
            assert_eq!(bare(style), is);
        }
    }
}
