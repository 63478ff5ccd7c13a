//! The style: one file out of many, minified, with the files it names under lasting names; and the
//! part of it that stands in the pages themselves.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::dependencies::{Dependency, DependencyOptions};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions};
use lightningcss::targets::{Browsers, Targets};

use super::SiteError;
use super::app::{hash, read};

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

/// Bundles a file of this folder with all it imports. `beside` is what the names of fonts begin
/// with, seen from where the style will stand.
pub(super) fn bundle(folder: &Path, file: &'static str, beside: &str) -> Result<Style, SiteError> {
    let main = folder.join(file);
    if !main.is_file() {
        return Err(SiteError::NoApp(folder.to_owned(), file));
    }
    let provider = FileProvider::new();
    let mut bundler = Bundler::new(&provider, None, ParserOptions::default());
    let wrong = |error: String| SiteError::Style(error);
    let mut sheet = bundler.bundle(&main).map_err(|error| wrong(error.to_string()))?;
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
        let from = Path::new(&url.loc.file_path).parent().unwrap_or(folder);
        let path: PathBuf = from.join(&url.url);
        let bytes = read(&path)?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        let name = format!("{stem}-{}.{ending}", hash(&[&bytes]));
        css = css.replace(&url.placeholder, &format!("{beside}{name}"));
        files.insert(name, bytes);
    }
    Ok(Style { css, files: files.into_iter().collect() })
}
