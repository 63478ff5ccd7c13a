//! What a screen reader is given of galleries, the lightbox and rails: committed, read, and compared.
//!
//! `TRANGNHAT_WRITE_TREES=1 cargo xtask test --browser screen_reader` writes them anew.

use std::{fs, path::Path};

use e2e::{
    Outcome,
    kit::{BLOCKS, LONG},
    rail::{come_near, settled},
    reader::Reader,
    site::Site,
    tree::tree,
    visit::desk,
};

/// That the tree is the one that was committed.
pub(crate) async fn like(reader: &Reader, selector: &str, name: &str) -> Outcome {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("reader/trees/{name}.txt"));
    let now = tree(reader, selector).await?;
    if std::env::var_os("TRANGNHAT_WRITE_TREES").is_some() {
        fs::create_dir_all(file.parent().unwrap_or(&file))?;
        return Ok(fs::write(file, now)?);
    }
    let committed = fs::read_to_string(&file)?;
    if now == committed {
        return Ok(());
    }
    Err(format!("{name} is another one now:\n{now}").into())
}

#[tokio::test]
async fn a_screen_reader_is_given_galleries_and_rails_as_committed() -> Outcome {
    for (site, language) in [(Site::Kit, "vi"), (Site::KitInEnglish, "en")] {
        desk()
            .of(site)
            .read(async |reader| {
                reader.open(BLOCKS).await?;
                like(reader, ".body > .picture", &format!("picture-{language}")).await?;
                like(reader, ".run:has(#photo-3)", &format!("run-{language}")).await?;
                like(reader, "section.rail", &format!("rail-{language}")).await?;
                // Once the app has it: a window of a long list, in its middle.
                reader.open(LONG).await?;
                come_near(reader).await?;
                settled(reader).await?;
                reader.press("[data-do=rail-next]").await?;
                settled(reader).await?;
                reader.wait(300).await;
                like(reader, ".rail-buttons", &format!("rail-buttons-{language}")).await?;
                like(reader, ".rail-track > li:nth-child(5)", &format!("rail-card-{language}"))
                    .await?;
                like(reader, ".rail [role=status]", &format!("rail-status-{language}")).await
            })
            .await?;
    }
    Ok(())
}
