//! What files weigh.

use std::{
    fs,
    path::{Path, PathBuf},
};

use e2e::{
    Outcome,
    site::{build, work},
};

use crate::site;

/// The article of the real newsroom's folder.
const REAL_ARTICLE: &str = "372018";

/// What the app weighs, packed, in bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct App {
    /// What reading needs: wasm and glue.
    pub reading: f64,
    /// What can be loaded on top.
    pub on_top: f64,
}

/// Weighs the app of a site.
pub fn app(site: &Path) -> Outcome<App> {
    let mut app = App::default();
    for entry in fs::read_dir(site.join("app"))? {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let code = name.ends_with(".js") || name.ends_with(".wasm");
        // The loader names the app's files and is none of them.
        if !code || name == "start.js" {
            continue;
        }
        let packed = f64::from(u32::try_from(host::brotli(&fs::read(&file)?).len())?);
        // The rest has names of its own: a page that is only read never asks for it.
        *(if name.starts_with("app-") { &mut app.reading } else { &mut app.on_top }) += packed;
    }
    if app.reading > 0.0 { Ok(app) } else { Err("the site has no app".into()) }
}

/// The bytes on disk of a real article's page; none where there is no real newsroom's folder.
pub fn real_page() -> Outcome<Option<f64>> {
    let Some(content) = std::env::var_os("TRANGNHAT_REAL").map(PathBuf::from) else {
        return Ok(None);
    };
    let out = work().join("bench/real");
    build(&content, &out, None)?;
    let page = out.join(site::path_of(&out, REAL_ARTICLE)?).join("index.html");
    Ok(Some(f64::from(u32::try_from(fs::metadata(page)?.len())?)))
}
