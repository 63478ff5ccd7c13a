//! What is written can be read, and reads the same.

use std::fmt::Debug;

use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use story::check::{self, Read, Severity};
use story::model::{Article, Block};

use crate::generate;

/// Written and read again through plain serde.
fn through_serde<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let text = serde_json::to_string(value).expect("every value can be written");
    serde_json::from_str(&text).expect("what was written can be read")
}

fn written<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("every value can be written")
}

fn read<T>(read: Read<T>) -> T {
    let (value, problems) = read.expect("what was written is good");
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
    assert_eq!(errors.count(), 0);
    value
}

fn same<T: Debug + PartialEq>(one: &T, other: &T) -> Result<(), TestCaseError> {
    prop_assert_eq!(one, other);
    Ok(())
}

proptest! {
    #[test]
    fn articles_with_every_block(article in generate::article()) {
        same(&article, &through_serde(&article))?;
        same(&article, &read(check::read_article("a.json", &written(&article))))?;
    }

    #[test]
    fn rich_text_and_pictures(rich in generate::rich(), image in generate::image()) {
        same(&rich, &through_serde(&rich))?;
        same(&image, &through_serde(&image))?;
    }

    #[test]
    fn cards_and_lists(card in generate::card(), list in generate::list()) {
        same(&card, &through_serde(&card))?;
        same(&list, &through_serde(&list))?;
    }

    #[test]
    fn sites(site in generate::site()) {
        same(&site, &through_serde(&site))?;
        same(&site, &read(check::read_site("site.json", &written(&site))))?;
    }

    #[test]
    fn first_pages(home in generate::home(), plan in generate::home_plan()) {
        same(&home, &through_serde(&home))?;
        same(&plan, &through_serde(&plan))?;
        same(&plan, &read(check::read_home_plan("home.json", &written(&plan))))?;
    }
}

#[test]
fn a_field_of_another_block_type_is_ignored_whatever_it_holds() {
    let text = r#"{"version": 1, "id": "1", "title": "", "body": [
        {"type": "paragraph", "text": "x", "level": "high", "items": 3},
        {"type": "divider", "text": {}}
    ]}"#;
    let article: Article = serde_json::from_str(text).expect("a good article");
    assert_eq!(article.body, [Block::Paragraph("x".into()), Block::Divider]);
}

#[test]
fn whole_numbers_may_be_written_as_doubles() {
    let text = r#"{"version": 1.0, "id": "1", "title": "", "body": [
        {"type": "image", "src": "a.jpg", "width": 800.0, "height": 6e2},
        {"type": "heading", "level": 2.0, "text": "x"}
    ]}"#;
    let article = read(check::read_article("a.json", text));
    assert!(
        matches!(&article.body[0], Block::Image(image) if (image.width, image.height) == (800, 600))
    );
}
