//! What the app holds in memory after many articles, read one after another in one tab.

use e2e::{Outcome, kit, site::Site};
use serde_json::json;

use crate::{load, opened::Opening};

/// After how many articles it is looked at.
const FEW: usize = 10;
const MANY: usize = 100;

/// Heap in bytes.
#[derive(Debug, Clone, Copy)]
pub struct Heap {
    /// After ten articles.
    pub few: f64,
    /// After a hundred.
    pub many: f64,
}

/// Goes through articles of the tests' own paper, each another one, with two pictures each.
pub async fn measure() -> Outcome<Heap> {
    let root = Site::Kit.folder()?;
    Opening::of(&root)
        .read(async |reader| {
            reader.load(kit::LONG).await?;
            load::settle(reader, true, 500).await?;
            let mut read = 0;
            let mut heap = async |to: usize| -> Outcome<f64> {
                while read < to {
                    read += 1;
                    let path = kit::long(read + 1);
                    reader.driver().execute(GO, vec![json!(reader.address(&path))]).await?;
                }
                reader.wait(1_000).await;
                load::heap(reader).await
            };
            Ok(Heap { few: heap(FEW).await?, many: heap(MANY).await? })
        })
        .await
}

/// A press on a link of the page, and the frame that shows the next headline; then a look at the
/// rail, which asks for its cards.
const GO: &str = "const link = document.createElement('a'); link.href = arguments[0]; \
    document.querySelector('main').append(link); const shown = nextHeadline('click'); \
    link.click(); return shown.then(() => { \
    document.querySelector('.rail')?.scrollIntoView(); \
    return new Promise((done) => setTimeout(done, 60)); })";
