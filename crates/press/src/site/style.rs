//! The style: one file out of many, minified, with the files it names under lasting names; and the
//! part of it that stands in the pages themselves.

use std::collections::BTreeMap;
use std::io;
use std::path::{Component, Path, PathBuf};

use lightningcss::bundler::{Bundler, ResolveResult, SourceProvider};
use lightningcss::dependencies::{Dependency, DependencyOptions};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions};
use lightningcss::targets::{Browsers, Targets};

use super::SiteError;
use super::app::hash;
use super::sources::{Part, Sources};

/// The bundled style, and what it names.
pub(super) struct Style {
    /// The text.
    pub css: String,
    /// Fonts: names beside the style, and bytes.
    pub files: Vec<(String, Vec<u8>)>,
}

/// The oldest browsers that the style is written for: what it uses beyond them is written in
/// their words, where there are such. A version is its major number in the third byte.
fn browsers() -> Targets {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    Targets::from(Browsers {
        chrome: version(100, 0),
        edge: version(100, 0),
        firefox: version(100, 0),
        safari: version(15, 4),
        ios_saf: version(15, 4),
        ..Browsers::default()
    })
}

/// The whole style.
pub(super) const WHOLE: &str = "main.css";

/// Every sheet that may be imported, by its name within the style.
pub(super) struct Sheets(BTreeMap<PathBuf, String>);

impl Sheets {
    /// Reads them.
    pub fn read(sources: &Sources) -> Result<Self, SiteError> {
        let names = sources.names(Part::Style).into_iter().filter(|name| name.ends_with(".css"));
        let sheet = |name: String| {
            let text = String::from_utf8(sources.read(Part::Style, &name)?)
                .map_err(|_| SiteError::Style(format!("{name}: no text in UTF-8")))?;
            Ok((PathBuf::from(name), text))
        };
        names.map(sheet).collect::<Result<_, _>>().map(Self)
    }
}

impl SourceProvider for Sheets {
    type Error = io::Error;

    fn read<'a>(&'a self, file: &Path) -> io::Result<&'a str> {
        let found = self.0.get(file).map(String::as_str);
        found.ok_or_else(|| {
            io::Error::new(io::ErrorKind::NotFound, format!("no sheet {}", file.display()))
        })
    }

    fn resolve(&self, name: &str, from: &Path) -> io::Result<ResolveResult> {
        Ok(ResolveResult::File(beside(from, name)))
    }
}

/// What a name in a sheet means, from the style's folder on.
fn beside(sheet: &Path, name: &str) -> PathBuf {
    let mut path = sheet.parent().unwrap_or(sheet).to_owned();
    for part in Path::new(name).components() {
        match part {
            Component::ParentDir => drop(path.pop()),
            Component::CurDir => {}
            part => path.push(part),
        }
    }
    path
}

/// Bundles one of the sheets with all it imports. `before` is what the names of fonts begin with,
/// seen from where the style will stand.
pub(super) fn bundle(
    sources: &Sources,
    sheets: &Sheets,
    file: &'static str,
    before: &str,
) -> Result<Style, SiteError> {
    let main = Path::new(file);
    if !sheets.0.contains_key(main) {
        return Err(sources.lacks(Part::Style, file));
    }
    let mut bundler = Bundler::new(sheets, None, ParserOptions::default());
    let wrong = |error: String| SiteError::Style(error);
    let mut sheet = bundler.bundle(main).map_err(|error| wrong(error.to_string()))?;
    let targets = browsers();
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .map_err(|error| wrong(error.to_string()))?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: true,
            targets,
            analyze_dependencies: Some(DependencyOptions { remove_imports: false }),
            ..PrinterOptions::default()
        })
        .map_err(|error| wrong(error.to_string()))?;
    let mut css = printed.code;
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for dependency in printed.dependencies.unwrap_or_default() {
        let Dependency::Url(url) = dependency else { continue };
        let path = beside(Path::new(&url.loc.file_path), &url.url);
        let bytes = sources.read(Part::Style, &path.to_string_lossy())?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        let name = format!("{stem}-{}.{ending}", hash(&[&bytes]));
        css = css.replace(&url.placeholder, &format!("{before}{name}"));
        files.insert(name, bytes);
    }
    Ok(Style { css, files: files.into_iter().collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_a_sheet_are_seen_from_it_and_never_lead_out() {
        let table = [
            ("main.css", "a.css", "a.css"),
            ("main.css", "./fonts/b.css", "fonts/b.css"),
            ("fonts/b.css", "../c.css", "c.css"),
            ("fonts/b.css", "x.woff2", "fonts/x.woff2"),
            ("main.css", "../../c.css", "c.css"),
        ];
        for (sheet, name, path) in table {
            assert_eq!(beside(Path::new(sheet), name), Path::new(path), "{name} in {sheet}");
        }
    }
}
