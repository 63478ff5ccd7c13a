//! A real article, from a real paper's folder, as a reader meets it.
//!
//! Run by `cargo xtask acceptance FOLDER`, which builds the folder's site first, at the newsroom's
//! own address and under a sub-path. The article has eight pictures, the last four of them a run; the
//! file of the last one is missing on purpose.

use std::{
    fs,
    path::{Path, PathBuf},
};

use e2e::{
    Outcome,
    reader::{Reader, same},
    visit::{Visit, desk, phone},
};
use serde_json::Value;
use thirtyfour::Key;

const RUN: &str = "Các cá nhân được nhận kỷ niệm chương";

/// The article as handed in, and where its site is.
struct Real {
    article: Value,
    published: Value,
    site: PathBuf,
    base: String,
    path: String,
}

impl Real {
    fn find() -> Outcome<Self> {
        let named = |name: &str| {
            let found = std::env::var_os(name).map(PathBuf::from);
            found.ok_or(format!("{name} is not set: run `cargo xtask acceptance FOLDER`"))
        };
        let read =
            |file: &Path| -> Outcome<Value> { Ok(serde_json::from_slice(&fs::read(file)?)?) };
        let article = read(&named("TRANGNHAT_REAL")?.join("articles/372018.json"))?;
        let site = named("TRANGNHAT_REAL_SITE")?;
        let published = read(&site.join("content/articles/372018.json"))?;
        let path = published["path"].as_str().unwrap_or_default();
        let path = path.trim_start_matches('/').to_owned();
        let base = std::env::var("TRANGNHAT_REAL_BASE")
            .map_err(|_| "TRANGNHAT_REAL_BASE is not set: run `cargo xtask acceptance FOLDER`")?;
        Ok(Self { article, published, path, site, base })
    }

    /// Whether these files are those of the article's pictures, each of the one in its place: in
    /// whichever size and format.
    fn are_in_order(&self, files: &Value) {
        let handed = self.blocks("image", "src").len();
        let body = self.published["body"].as_array().map(Vec::as_slice).unwrap_or_default();
        let images: Vec<&Value> = body.iter().filter(|block| block["type"] == "image").collect();
        let files = files.as_array().map(Vec::as_slice).unwrap_or_default();
        assert_eq!((files.len(), images.len()), (handed, handed), "{files:?}");
        for (file, image) in files.iter().zip(images) {
            let variants = image["variants"].as_array().into_iter().flatten();
            let mut all = variants.chain([image]).filter_map(|of| of["src"].as_str());
            let file = file.as_str().unwrap_or_default();
            assert!(all.any(|src| src.ends_with(&format!("/{file}"))), "{file} in {image}");
        }
    }

    fn title(&self) -> &str {
        self.article["title"].as_str().unwrap_or_default()
    }

    fn blocks(&self, kind: &str, field: &str) -> Vec<&str> {
        let body = self.article["body"].as_array().map(Vec::as_slice).unwrap_or_default();
        let of_kind = body.iter().filter(|block| block["type"] == kind);
        of_kind.filter_map(|block| block[field].as_str()).collect()
    }

    /// The missing picture is on the console, as it must be.
    fn visits(&self) -> [Visit; 2] {
        [desk(), phone()].map(|visit| visit.of_folder(self.site.clone()).under(&self.base).faulty())
    }

    async fn open(&self, reader: &Reader) -> Outcome {
        reader.open(&self.path).await?;
        reader.until_headline(self.title()).await
    }
}

#[tokio::test]
async fn the_article_stands_whole_and_in_order() -> Outcome {
    let real = Real::find()?;
    assert!(real.path.starts_with("chinh-tri/") && real.path.ends_with("-372018/"));
    for visit in real.visits() {
        visit
            .read(async |reader| {
                real.open(reader).await?;
                same(reader.count("h1").await?, 1, "headlines")?;
                same(reader.js("document.documentElement.dataset.app").await?, "ready", "app")?;
                let field = |name: &str| real.article[name].as_str().unwrap_or_default();
                same(reader.says(".kicker").await?, field("kicker"), "kicker")?;
                same(reader.says(".lead").await?, field("lead"), "lead")?;
                let paragraphs = real.blocks("paragraph", "text");
                same(paragraphs.len(), 8, "paragraphs handed in")?;
                same(reader.all_say(".body > p").await?, paragraphs, "paragraphs")?;
                let shown = reader
                    .js("[...document.querySelectorAll('main figure[id^=photo-] img')]\
                        .map((img) => img.src.split('/').pop())")
                    .await?;
                real.are_in_order(&shown);
                same(
                    reader.all_say(".body figcaption").await?,
                    real.blocks("image", "caption"),
                    "captions",
                )?;
                same(reader.count(".run").await?, 1, "runs")?;
                same(reader.count(".run figure").await?, 4, "the run's pictures")?;
                assert!(reader.says(".run > figcaption").await?.starts_with(RUN));
                same(reader.count(".related").await?, 0, "editors' picks")?;
                same(reader.all_say(".share a").await?, ["Facebook", "Zalo", "X"], "shares")?;
                assert!(reader.count(".footer .accounts a").await? >= 1, "accounts");
                Ok(())
            })
            .await?;
    }
    Ok(())
}

/// Without a script, and small: what the press wrote is the whole story.
#[tokio::test]
async fn the_page_on_disk_is_the_whole_article_and_small() -> Outcome {
    let real = Real::find()?;
    let bytes = fs::metadata(real.site.join(&real.path).join("index.html"))?.len();
    assert!(bytes <= 25_000, "the page is {bytes} bytes on disk");
    for visit in real.visits() {
        visit
            .read(async |reader| {
                reader.script_off().await?;
                reader.load(&real.path).await?;
                let field = |name: &str| real.article[name].as_str().unwrap_or_default();
                same(reader.says(".kicker").await?, field("kicker"), "kicker")?;
                same(reader.headline().await?, real.title(), "title")?;
                same(reader.says(".lead").await?, field("lead"), "lead")?;
                let paragraphs = reader.all_say(".body > p").await?;
                same(paragraphs.len(), 8, "paragraphs")?;
                same(paragraphs, real.blocks("paragraph", "text"), "paragraphs")?;
                let pictures = "[...document.querySelectorAll('main figure[id^=photo-] img')]\
                    .map((img) => img.getAttribute('src').split('/').pop())";
                same(real.blocks("image", "src").len(), 8, "pictures handed in")?;
                real.are_in_order(&reader.js(pictures).await?);
                let captions = reader.all_say(".body figcaption").await?;
                same(captions, real.blocks("image", "caption"), "captions")?;
                same(reader.count(".rail-track h3 a").await?, 6, "cards")?;
                same(reader.count(".rail-track .plate img").await?, 6, "cards' pictures")?;
                same(reader.all_say(".share a").await?, ["Facebook", "Zalo", "X"], "shares")?;
                same(reader.js("document.documentElement.dataset.app ?? ''").await?, "", "app")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn no_file_name_reaches_a_reader() -> Outcome {
    let real = Real::find()?;
    for visit in real.visits() {
        visit
            .read(async |reader| {
                real.open(reader).await?;
                for open in [false, true] {
                    if open {
                        reader.press("a[href='#photo-5']").await?;
                        reader.until_there("dialog[open]").await?;
                    }
                    let met = reader
                        .text("document.body.innerText + document.title \
                            + [...document.querySelectorAll('*')].map((e) => ['alt', 'title', \
                            'aria-label', 'aria-description'].map((a) => e.getAttribute(a)).join(' '))\
                            .join(' ')")
                        .await?;
                    for part in ["IMG_", ".jpg", ".JPG", "2023082"] {
                        assert!(!met.contains(part), "{part} is met");
                    }
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_missing_picture_leaves_its_place_a_retry_and_the_runs_caption() -> Outcome {
    let real = Real::find()?;
    for visit in real.visits() {
        visit
            .read(async |reader| {
                real.open(reader).await?;
                reader.js("document.querySelector('#photo-8').scrollIntoView()").await?;
                reader.until_there("#photo-8 [data-do=retry-picture]").await?;
                same(reader.count("[data-do=retry-picture]").await?, 1, "retries")?;
                let shape = "(({width, height}) => width / height)\
                    (document.querySelector('#photo-8 img').getBoundingClientRect())";
                let shape = reader.number(shape).await?;
                assert!((shape - 0.75).abs() < 0.03, "the place is {shape} wide to high");
                assert!(reader.says(".run > figcaption").await?.starts_with(RUN));
                reader.press("a[href='#photo-7']").await?;
                reader.until_there("dialog[open]").await?;
                for number in 6..=8 {
                    let caption = format!("dialog [data-slide='{number}'] figcaption");
                    // The neighbours are filled once the picture pressed is on the screen.
                    reader.until_there(&caption).await?;
                    assert!(reader.says(&caption).await?.starts_with(RUN), "{number}");
                }
                reader.key(Key::Right).await?;
                reader.until("location.hash === '#photo-8'").await?;
                reader.key(Key::Escape).await?;
                reader.until("!document.querySelector('dialog[open]')").await
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn from_the_article_to_a_card_of_the_rail_and_back() -> Outcome {
    let real = Real::find()?;
    for visit in real.visits() {
        visit
            .read(async |reader| {
                real.open(reader).await?;
                let document = reader.document().await?;
                reader
                    .js("document.querySelector('.rail').scrollIntoView({block: 'center'})")
                    .await?;
                reader.until("document.querySelectorAll('.rail-track h3 a').length >= 5").await?;
                // On a phone the sixth is there once the rail has moved on.
                reader.press("[data-do=rail-next]").await?;
                reader.wait(700).await;
                reader.until("document.querySelectorAll('.rail-track h3 a').length === 6").await?;
                same(reader.count(".rail-track .plate img").await?, 6, "pictures")?;
                same(reader.count(".rail-track .card-summary").await?, 6, "summaries")?;
                let titles = reader.all_say(".rail-track h3").await?;
                assert!(!titles.iter().any(|title| title == real.title()), "itself");
                let card = ".rail-track > li:nth-child(3) h3 a";
                let title = reader.says(card).await?;
                let link = reader.find(card).await?;
                link.scroll_into_view().await?;
                reader.wait(300).await;
                let place = reader.place().await?;
                link.click().await?;
                reader.until_headline(&title).await?;
                same(reader.document().await?, document.clone(), "the document")?;
                reader.until("document.activeElement === document.querySelector('h1')").await?;
                assert!(reader.text("document.title").await?.starts_with(&title));
                reader.back().await?;
                reader.until_headline(real.title()).await?;
                same(reader.place().await?, place, "the place")?;
                same(reader.text("document.activeElement.textContent").await?, title, "the focus")?;
                same(reader.document().await?, document, "the document")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn only_the_missing_picture_is_complained_about() -> Outcome {
    let real = Real::find()?;
    for visit in real.visits() {
        visit
            .read(async |reader| {
                real.open(reader).await?;
                reader.js("scrollTo(0, document.documentElement.scrollHeight)").await?;
                reader.wait(800).await;
                let lines = reader.console().await?;
                let bad: Vec<&String> = lines
                    .iter()
                    .filter(|line| line.starts_with("SEVERE") || line.starts_with("WARNING"))
                    .filter(|line| !line.contains("IMG_20230825_194801"))
                    .collect();
                assert!(bad.is_empty(), "{bad:#?}");
                let shifts = reader.shifts().await?;
                assert!(shifts.is_empty(), "{shifts:#?}");
                Ok(())
            })
            .await?;
    }
    Ok(())
}
