//! A newsroom with very many articles in one section, made where it is needed.

use std::{fs, path::Path};

use e2e::Outcome;
use serde_json::json;

/// Articles that share a day.
const A_DAY: usize = 24;

/// The newest article's id.
pub const NEWEST: &str = "100001";

/// Writes the folder, unless it is there as this very code would write it: so many files take
/// their time on a busy disk.
pub fn ensure(folder: &Path, articles: usize) -> Outcome {
    let made = folder.with_extension("made");
    let now = format!("{articles}\n{}", include_str!("newsroom.rs"));
    if fs::read_to_string(&made).is_ok_and(|before| before == now) && folder.is_dir() {
        return Ok(());
    }
    write(folder, articles)?;
    Ok(fs::write(made, now)?)
}

/// Articles of a paragraph each, an hour apart.
fn write(folder: &Path, articles: usize) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder.join("articles"))?;
    let site = json!({
        "version": 1, "name": "Báo Lớn", "language": "vi", "timezone": "Asia/Ho_Chi_Minh",
        "base_url": "https://bao.example", "sections": [{"slug": "tin-lon", "name": "Tin lớn"}]
    });
    fs::write(folder.join("site.json"), site.to_string())?;
    for number in 1..=articles {
        let id = (100_000 + number).to_string();
        let (days, hour) = ((number - 1) / A_DAY, 23 - (number - 1) % A_DAY);
        // Months of twenty-eight days, from the newest backwards: every one of them is there.
        let (months, day) = (days / 28, 28 - days % 28);
        let (year, month) = (2025 - months / 12, 12 - months % 12);
        let article = json!({
            "version": 1, "id": id, "title": format!("Tin lớn số {number:05}"),
            "section": "tin-lon", "lead": "Một dòng tóm tắt như mọi dòng khác.",
            "published": format!("{year}-{month:02}-{day:02}T{hour:02}:00:00+07:00"),
            "body": [{"type": "paragraph", "text": "Một đoạn ngắn."}]
        });
        fs::write(folder.join(format!("articles/{id}.json")), article.to_string())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_article_has_a_time_of_its_own() {
        let folder = std::env::temp_dir().join(format!("e2e-newsroom-{}", std::process::id()));
        write(&folder, 1_500).expect("a newsroom");
        let mut times: Vec<String> = fs::read_dir(folder.join("articles"))
            .expect("articles")
            .map(|file| {
                let text = fs::read_to_string(file.expect("a file").path()).expect("text");
                let article: serde_json::Value = serde_json::from_str(&text).expect("JSON");
                article["published"].as_str().expect("a time").to_owned()
            })
            .collect();
        fs::remove_dir_all(&folder).expect("gone");
        times.sort();
        times.dedup();
        assert_eq!(times.len(), 1_500);
        assert_eq!(times.last().map(String::as_str), Some("2025-12-28T23:00:00+07:00"));
    }
}
