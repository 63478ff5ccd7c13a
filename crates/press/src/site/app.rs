//! The reader's app as it lies in a site: every file under a name that its content gives it, and
//! `app/start.js`, the one stable name, which knows the others.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use story::url::Base;

use super::sources::{Part, Sources};
use super::{SiteError, style};

/// The folder of the app's files in a site.
pub const FOLDER: &str = "app";
/// The loader's name in a site.
pub const START: &str = "app/start.js";

/// Files of `public/` with a part of their own; all others lie at the site's root.
const LOADER: &str = "start.js";
const INLINE: &str = "inline.js";

/// In a style that stands in pages, the folder of the app, which lies elsewhere for each base.
const FOLDER_MARK: &str = "__APP__/";

/// The kinds of pages that differ in what their first screen needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// The front page.
    Home,
    /// Sections, tags, archives, and the page of unknown addresses.
    List,
    /// Articles.
    Article,
}

/// How the style of a first screen comes to a page. There are few front pages and lists, and the
/// style stands in each; an article's page is written a hundred thousand times, and names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FirstStyle {
    /// The style itself.
    Inline(String),
    /// Its address.
    File(String),
}

/// The app's files, read and named.
#[derive(Clone, Debug)]
pub struct App {
    /// Names from the site's root on, and bytes, of what may be kept for ever.
    lasting: Vec<(String, Vec<u8>)>,
    /// Files of `public/` for the site's root.
    plain: Vec<(String, Vec<u8>)>,
    start: String,
    /// The style's name from the site's root on.
    pub style: String,
    /// The first screen's style of the front page and of lists; `__APP__` stands for the folder of
    /// the app.
    first: [String; 2],
    /// The name of an article's, from the site's root on.
    article: String,
    /// The text of the one inline script.
    pub inline: String,
    /// The icon's name from the site's root on, where there is one.
    pub icon: Option<String>,
}

impl App {
    /// Reads the app's files.
    ///
    /// # Errors
    /// Where one is missing, cannot be read, or the style is not CSS.
    pub fn read(sources: &Sources) -> Result<Self, SiteError> {
        let mut lasting = Vec::new();
        let app = program(sources, "trangnhat", "app", &mut lasting)?;
        let lightbox = program(sources, "lightbox", "lightbox", &mut lasting)?;
        let sheets = style::Sheets::read(sources)?;
        let style = style::bundle(sources, &sheets, style::WHOLE, "")?;
        let first = |file, beside| style::bundle(sources, &sheets, file, beside);
        let home = first("first-home.css", FOLDER_MARK)?;
        let list = first("first-list.css", FOLDER_MARK)?;
        let article = first("first-article.css", "")?;
        let files: BTreeMap<String, Vec<u8>> =
            [style.files, home.files, list.files, article.files].into_iter().flatten().collect();
        for (name, bytes) in files {
            lasting.push((format!("{FOLDER}/{name}"), bytes));
        }
        let first = [home.css, list.css];
        let mut sheet = |name: &str, css: String| {
            let file = format!("{name}-{}.css", hash(&[css.as_bytes()]));
            lasting.push((format!("{FOLDER}/{file}"), css.into_bytes()));
            file
        };
        let article = format!("{FOLDER}/{}", sheet("article", article.css));
        let style_file = sheet("style", style.css);
        let style_name = format!("{FOLDER}/{style_file}");
        let start = bare(&sources.text(Part::Public, LOADER)?)
            .replace("__APP__", &app)
            .replace("__LIGHTBOX__", &lightbox)
            .replace("__STYLE__", &style_file);
        let inline = sources.text(Part::Public, INLINE)?.trim().to_owned();
        let names = sources.names(Part::Public).into_iter();
        let plain: Vec<(String, Vec<u8>)> = names
            .filter(|name| name != LOADER && name != INLINE)
            .map(|name| sources.read(Part::Public, &name).map(|bytes| (name, bytes)))
            .collect::<Result<_, _>>()?;
        let icon =
            plain.iter().find(|(name, _)| name == "favicon.svg").map(|(name, _)| name.clone());
        Ok(Self { lasting, plain, start, style: style_name, first, article, inline, icon })
    }

    /// The style of the first screen, for pages of a site that lies under this base.
    pub fn first(&self, kind: First, base: &Base) -> FirstStyle {
        let [home, list] = &self.first;
        let inline = |css: &str| {
            FirstStyle::Inline(css.replace(FOLDER_MARK, &format!("{}/", base.asset(FOLDER))))
        };
        match kind {
            First::Home => inline(home),
            First::List => inline(list),
            First::Article => FirstStyle::File(base.asset(&self.article)),
        }
    }

    /// The names of the style's fonts from the site's root on.
    pub fn fonts(&self) -> impl Iterator<Item = &str> {
        self.lasting.iter().map(|(name, _)| name.as_str()).filter(|name| name.ends_with(".woff2"))
    }

    /// What may be kept for ever, by its names from the site's root on.
    pub fn lasting(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.lasting.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// What lies at the site's root, by its names.
    pub fn plain(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.plain.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// The loader, which lies at [`START`].
    #[must_use]
    pub fn start(&self) -> &str {
        &self.start
    }
}

/// The first 16 hexadecimal digits of what SHA-256 makes of these bytes.
pub(crate) fn hash(parts: &[&[u8]]) -> String {
    let mut sha = Sha256::new();
    for part in parts {
        sha.update(part);
    }
    sha.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// A script without its remarks and indentation: each page of the site asks for the loader, and it
/// shares the line with the first picture. Only lines that are nothing but a remark are known.
fn bare(script: &str) -> String {
    let remark = |line: &&str| {
        line.is_empty() || line.starts_with("//") || line.starts_with("/*") && line.ends_with("*/")
    };
    let lines: Vec<&str> = script.lines().map(str::trim).filter(|line| !remark(line)).collect();
    lines.join("\n")
}

/// Reads a program that trunk built, and gives the name that its glue and its wasm have in common:
/// those of two builds do not fit each other.
fn program(
    sources: &Sources,
    built_as: &str,
    name: &str,
    lasting: &mut Vec<(String, Vec<u8>)>,
) -> Result<String, SiteError> {
    let wasm = sources.built("wasm that trunk built (*_bg.wasm)", |name| {
        name.starts_with(built_as) && name.ends_with("_bg.wasm")
    })?;
    let glue = sources.built("glue that trunk built (*.js)", |name| {
        name.starts_with(built_as) && name.ends_with(".js")
    })?;
    let (wasm, glue) = (sources.read(Part::App, &wasm)?, sources.read(Part::App, &glue)?);
    let name = format!("{name}-{}", hash(&[&glue, &wasm]));
    lasting.push((format!("{FOLDER}/{name}.js"), glue));
    lasting.push((format!("{FOLDER}/{name}.wasm"), wasm));
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn a_script_loses_its_remarks_and_nothing_else() {
        let script = "// One\nlet a = 1; // kept\n\n/* Two. */\n  if (a) {\n    b(\"//x\");\n  }\n";
        assert_eq!(bare(script), "let a = 1; // kept\nif (a) {\nb(\"//x\");\n}");
    }
}
