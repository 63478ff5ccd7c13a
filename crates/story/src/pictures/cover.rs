use super::album;
use crate::model::{Article, Image};

/// The picture of an article's card: its cover, else the first picture of its body.
#[must_use]
pub fn cover_of(article: &Article) -> Option<&Image> {
    article.cover.as_ref().or_else(|| album(article).first().map(|picture| picture.image))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Block;
    use crate::pictures::layout;

    fn image(src: &str) -> Image {
        serde_json::from_value(serde_json::json!({ "src": src })).expect("a good image")
    }

    #[test]
    fn the_cover_is_the_given_one_else_the_first_picture() {
        let given = || Some(image("x"));
        let body = |src: &str| vec![Block::Divider, Block::Image(image(src))];
        // Given, body, the card's picture, whether it stands over the body, how many in all.
        let table = [
            (None, vec![], None, false, 0),
            (None, body("a"), Some("a"), false, 1),
            (given(), vec![], Some("x"), true, 1),
            (given(), body("a"), Some("x"), true, 2),
            (given(), body("x"), Some("x"), false, 1),
        ];
        for (cover, body, card, over, total) in table {
            let article = Article { cover, body, ..Article::empty() };
            assert_eq!(cover_of(&article).map(|image| image.src.as_str()), card);
            let layout = layout(&article);
            assert_eq!((layout.cover.is_some(), layout.total), (over, total), "{article:?}");
        }
    }
}
