//! A newsroom's folder with mistakes in it: what the press says, and what the app makes of the
//! very same files.

use std::{fs, process::Command};

use e2e::{
    Outcome, kit,
    reader::same,
    site::{self, Site, copy, work},
    visit::desk,
};

/// A file of an article, what is wrong in it, and what the press names.
const MISTAKES: [(&str, &str, &str); 3] = [
    ("1029", r#"{"version":1,"id":"1029","title":7,"body":[]}"#, "title"),
    ("1028", r#"{"version":1,"id":"1028","title":"A","body":[{"type":"image"}]}"#, "body[0].src"),
    ("1027", r#"{"version":1,"id":"1027","title":"A","body":["#, "1027.json"),
];

#[test]
fn the_press_names_every_file_place_and_reason_and_refuses() -> Outcome {
    let content = work().join("broken-content");
    kit::write(&content, "vi")?;
    for (id, text, _) in MISTAKES {
        fs::write(content.join(format!("articles/{id}.json")), text)?;
    }
    let done = Command::new(site::press()?).arg("check").arg(&content).output()?;
    same(done.status.success(), false, "a success")?;
    let said = format!(
        "{}{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
    for (id, _, place) in MISTAKES {
        let line = said.lines().find(|line| line.contains(&format!("{id}.json")));
        let line = line.ok_or(format!("{id}.json is not named in:\n{said}"))?;
        assert!(line.contains(place), "{line} does not name {place}");
    }
    let out = work().join("broken");
    assert!(site::build(&content, &out, None).is_err(), "a site of broken articles");
    Ok(())
}

#[tokio::test]
async fn the_app_survives_the_same_files_and_stays_usable() -> Outcome {
    let folder = work().join("broken-site");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    copy(&Site::Kit.folder()?, &folder)?;
    for (id, text, _) in MISTAKES {
        fs::write(folder.join(format!("content/articles/{id}.json")), text)?;
    }
    desk()
        .of_folder(folder)
        .faulty()
        .read(async |reader| {
            reader.open("du-lich/").await?;
            for (id, _, _) in MISTAKES {
                reader.press(&format!("a[href$='-{id}/']")).await?;
                reader.until_there(".notice[role=alert]").await?;
                let message = reader.says(".notice p").await?;
                assert!(message.starts_with("Dữ liệu"), "{id}: {message}");
                same(reader.says(".notice button").await?, "Thử lại", "the way on")?;
                reader.press(".notice .close").await?;
                same(reader.headline().await?, "Du lịch", "the page that stays")?;
            }
            reader.press("a[href$='-1030/']").await?;
            reader.until_headline("Chuyện du lịch số 30").await?;
            // As a page it is whole: only what needs its data says that it is damaged.
            reader.open("du-lich/chuyen-du-lich-so-29-1029/").await?;
            same(reader.headline().await?, "Chuyện du lịch số 29", "the page")?;
            reader.press("a[href='#photo-1']").await?;
            reader.until_there(".notice[role=alert]").await?;
            same(reader.says(".notice p").await?, "Dữ liệu của trang này bị lỗi.", "it")?;
            same(reader.says(".notice button").await?, "Thử lại", "the way on")?;
            reader.press(".masthead .brand").await?;
            reader.until_headline("Báo Thử").await
        })
        .await
}
