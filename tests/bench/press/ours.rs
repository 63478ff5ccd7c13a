//! Our newsroom's folder.

use std::{fs, path::Path, thread};

use e2e::Outcome;
use serde_json::json;

use super::paper::{self, Article, SECTIONS};

/// Articles in a folder: file systems slow down with very many.
const IN_A_FOLDER: usize = 1_000;

/// Writes a folder of so many articles.
pub fn write(folder: &Path, articles: usize) -> Outcome {
    fs::create_dir_all(folder.join("articles"))?;
    let sections: Vec<_> = (0..SECTIONS)
        .map(|number| json!({"slug": paper::section(number), "name": paper::section_name(number)}))
        .collect();
    let site = json!({
        "version": 1, "name": "Báo Lớn", "language": "vi", "timezone": "Asia/Ho_Chi_Minh",
        "base_url": "https://bao.example", "sections": sections
    });
    fs::write(folder.join("site.json"), site.to_string())?;
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let every = |from: usize| -> Outcome {
        for number in (from..=articles).step_by(threads) {
            fs::create_dir_all(folder.join("articles").join(within(number)))?;
            add(folder, &paper::article(number, articles))?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let every = &every;
        let all: Vec<_> = (1..=threads)
            .map(|from| scope.spawn(move || every(from).map_err(|error| error.to_string())))
            .collect();
        for one in all {
            one.join().map_err(|_| "writing articles broke off")??;
        }
        Ok(())
    })
}

/// Writes one article.
pub fn add(folder: &Path, article: &Article) -> Outcome {
    let body: Vec<_> =
        article.paragraphs.iter().map(|text| json!({"type": "paragraph", "text": text})).collect();
    let tags: Vec<_> = article
        .tags
        .iter()
        .map(|tag| json!({"slug": paper::tag(*tag), "name": paper::tag(*tag)}))
        .collect();
    let file = json!({
        "version": 1, "id": article.number.to_string(), "title": article.title,
        "slug": paper::slug(article), "section": paper::section(article.section),
        "tags": tags, "lead": article.lead, "published": article.published, "body": body
    });
    let name = format!("articles/{}/{}.json", within(article.number), article.number);
    let path = folder.join(name);
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    Ok(fs::write(path, file.to_string())?)
}

fn within(number: usize) -> String {
    (number.saturating_sub(1) / IN_A_FOLDER).to_string()
}
