//! A newsroom's folder that lasts as long as a test, and the site built of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use press::run::{Built, RunError, Wish, build};
use press::site::{App, Sources};
use serde_json::{Value, json};

/// A PNG picture of this size.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::GrayImage::new(width, height)
        .write_to(&mut bytes, image::ImageFormat::Png)
        .expect("a picture");
    bytes.into_inner()
}

/// The folder.
pub struct Desk {
    pub root: tempfile::TempDir,
}

/// An article with these fields beside what it must have.
pub fn article(id: &str, more: Value) -> Value {
    let mut article = json!({"version": 1, "id": id, "title": format!("Bài {id}"), "body": []});
    if let (Some(article), Value::Object(more)) = (article.as_object_mut(), more) {
        article.extend(more);
    }
    article
}

impl Desk {
    /// A paper of two sections with these articles.
    pub fn new(articles: &[Value]) -> Self {
        let desk = Self { root: tempfile::tempdir().expect("a folder") };
        let site = json!({
            "version": 1, "name": "Báo Thử", "language": "vi", "timezone": "Asia/Ho_Chi_Minh",
            "base_url": "https://thu.example",
            "sections": [{"slug": "du-lich", "name": "Du lịch"}, {"slug": "bien", "name": "Biển", "parent": "du-lich"}],
        });
        desk.write("content/site.json", &site.to_string());
        articles.iter().for_each(|article| desk.put(article));
        desk.write("app/trangnhat-1.js", "export default () => {}");
        desk.write("app/trangnhat-1_bg.wasm", "wasm");
        desk.write("app/lightbox.js", "export default () => {}; // of the lightbox");
        desk.write("app/lightbox_bg.wasm", "wasm of the lightbox");
        desk.write("app/style/main.css", "a { color: red }");
        for kind in ["home", "list", "article"] {
            let text = format!("@import './fonts/font.css'; .{kind} {{ color: red }}");
            desk.write(&format!("app/style/first-{kind}.css"), &text);
        }
        desk.write(
            "app/style/fonts/font.css",
            "@font-face { font-family: x; src: url(./x.woff2) }",
        );
        desk.write("app/style/fonts/x.woff2", "font");
        desk.write(
            "app/public/start.js",
            "import('./__APP__.js'); '__APP__.wasm __LIGHTBOX__ __STYLE__'",
        );
        desk.write("app/public/inline.js", "0");
        desk.write("app/public/favicon.svg", "<svg/>");
        desk
    }

    /// Writes a file, from the newsroom's and the app's common folder on.
    pub fn write(&self, name: &str, text: &str) {
        let path = self.root.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Puts a picture of 3 × 2 pixels there.
    pub fn picture(&self, name: &str) {
        self.picture_of(name, 3, 2);
    }

    /// Puts a picture of this size there.
    pub fn picture_of(&self, name: &str, width: u32, height: u32) {
        let path = self.content().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, png(width, height)).expect("a picture");
    }

    /// Puts an article there, under its id.
    pub fn put(&self, article: &Value) {
        let id = article["id"].as_str().expect("an id");
        self.write(&format!("content/articles/{id}.json"), &article.to_string());
    }

    /// Changes a file of the content.
    pub fn change(&self, name: &str, change: impl FnOnce(&mut Value)) {
        let path = self.content().join(name);
        let mut value = serde_json::from_slice(&fs::read(&path).expect("a file")).expect("JSON");
        change(&mut value);
        fs::write(path, value.to_string()).expect("a file");
    }

    pub fn content(&self) -> PathBuf {
        self.root.path().join("content")
    }

    pub fn site(&self) -> PathBuf {
        self.root.path().join("site")
    }

    pub fn app(&self) -> App {
        App::read(&Sources::within(&self.root.path().join("app"))).expect("an app")
    }

    pub fn wish(&self) -> Wish {
        Wish::at("2026-01-01T00:00:00+07:00".parse().expect("a time"))
    }

    /// Builds the site.
    pub fn build(&self) -> Result<Built, RunError> {
        build(&self.content(), &self.site(), &self.app(), &self.wish())
    }

    /// A file of the site as text.
    pub fn page(&self, name: &str) -> String {
        fs::read_to_string(self.site().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// A file of the site as JSON.
    pub fn json(&self, name: &str) -> Value {
        serde_json::from_str(&self.page(name)).expect("JSON")
    }

    /// Every file of the site.
    pub fn everything(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        self.files_of(&self.site())
    }

    /// Every file of a folder, by its name from there on.
    pub fn files_of(&self, folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut all = BTreeMap::new();
        let mut open = vec![folder.to_owned()];
        while let Some(next) = open.pop() {
            for entry in fs::read_dir(next).expect("a folder").flatten() {
                let path = entry.path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let name = path.strip_prefix(folder).expect("within").to_owned();
                    all.insert(name, fs::read(&path).expect("a file"));
                }
            }
        }
        all
    }
}

/// The files that a page names (`href` and `src` of what it loads).
pub fn named(html: &str) -> Vec<String> {
    let tags = html.split('<').filter(|tag| tag.starts_with("script") || tag.starts_with("link"));
    tags.filter(|tag| !tag.contains("canonical") && !tag.contains("alternate"))
        .filter_map(|tag| {
            let rest = tag.split_once("src=\"").or_else(|| tag.split_once("href=\""))?.1;
            Some(rest.split('"').next()?.to_owned())
        })
        .collect()
}
