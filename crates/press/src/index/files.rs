//! Which files of the newsroom's an article names, in whatever way.

use serde_json::Value;
use story::model::Article;

use crate::folder::MEDIA;

/// Their names, in order and each once: pictures and what was handed in as their variants, posters,
/// sound, moving pictures, captions, and what a link leads to. Whatever an article names may be
/// asked for; what none names is nobody's business.
///
/// Every text of the article is looked at, so that no field that may come one day is forgotten.
#[must_use]
pub(super) fn named_by(article: &Article) -> Box<[Box<str>]> {
    let mut names = Vec::new();
    // The story's types have text for keys and no failing part, so that this cannot fail.
    collect(&serde_json::to_value(article).unwrap_or_default(), &mut names);
    names.sort();
    names.dedup();
    names.into()
}

fn collect(value: &Value, to: &mut Vec<Box<str>>) {
    match value {
        Value::String(text) => to.extend(name(text).map(Into::into)),
        Value::Array(items) => items.iter().for_each(|item| collect(item, to)),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, to)),
        _ => {}
    }
}

/// The name of a file, where that is all that a text is: `img/a.jpg`, and in a link also
/// `/img/a.jpg#x`.
fn name(text: &str) -> Option<&str> {
    let name = text.strip_prefix('/').unwrap_or(text);
    let name = name.split(['?', '#']).next()?;
    let (folder, file) = name.split_once('/')?;
    (MEDIA.contains(&folder) && !file.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn whatever_names_a_file_is_found() {
        let article = json!({
            "version": 1, "id": "1", "title": "img", "cover": {"src": "img/cover.jpg"},
            "lead": [{"text": "Bản đồ", "href": "/img/map.png?x#y"}],
            "audio": [{"voice": "Lan", "url": "audio/a.mp3", "duration": 3}],
            "body": [
                {"type": "paragraph", "text": "Ảnh ở img/none.jpg đẹp."},
                {"type": "image", "src": "img/a.jpg", "width": 3, "height": 2,
                    "variants": [{"src": "img/a.webp", "width": 3, "type": "image/webp"}]},
                {"type": "image", "src": "https://x.example/img/b.jpg", "width": 3, "height": 2},
                {"type": "box", "body": [
                    {"type": "video", "src": "video/a.mp4", "poster": {"src": "img/poster.jpg"},
                        "captions": [{"lang": "vi", "src": "video/a.vtt"}]},
                    {"type": "embed", "provider": "x", "url": "https://x.example", "title": "x",
                        "poster": {"src": "img/thumb.jpg"}},
                    {"type": "links", "items": [{"title": "Tệp", "url": "/audio/b.mp3"}]},
                ]},
            ],
        });
        let (article, _) =
            story::check::read_article("a.json", &article.to_string()).expect("an article");
        let expected = [
            "audio/a.mp3",
            "audio/b.mp3",
            "img/a.jpg",
            "img/a.webp",
            "img/cover.jpg",
            "img/map.png",
            "img/poster.jpg",
            "img/thumb.jpg",
            "video/a.mp4",
            "video/a.vtt",
        ];
        assert_eq!(named_by(&article), expected.map(Box::from).into());
    }
}
