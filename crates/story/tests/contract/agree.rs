//! The tables of the checks and the types say the same.

use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::Value;
use story::check::{self, Read, Severity, Shape, walk};
use story::model::{Article, Home, HomePlan, List, Site};

use crate::generate;
use crate::mutate::{mutated, published, without_nulls};

pub fn good(document: &Value, shape: &Shape) -> bool {
    walk("a.json", document, shape).iter().all(|problem| problem.severity == Severity::Warning)
}

fn agree<T: DeserializeOwned>(
    document: &Value,
    shape: &Shape,
    read: fn(&str, &str) -> Read<T>,
) -> Result<(), TestCaseError> {
    let read = read("a.json", &document.to_string());
    prop_assert_eq!(good(document, shape), read.is_ok(), "{:?}", read.err());
    // Serde takes null for nothing said; a newsroom is told to leave the field out.
    if serde_json::from_value::<T>(document.clone()).is_ok() {
        let problems = walk("a.json", &without_nulls(document), shape);
        let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
        prop_assert_eq!(errors.count(), 0, "{:?}", problems);
    }
    Ok(())
}

/// Any JSON at all.
fn json() -> impl Strategy<Value = Value> {
    let name = || prop_oneof!["[a-z_]{0,9}", Just("body".into()), Just("type".into())];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "\\PC{0,9}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((name(), inner), 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

// The checks refused a block of no type, which the types take for one that nobody knows, and which
// readers never see.
#[test]
fn on_a_block_whose_type_is_empty() {
    let document =
        serde_json::json!({"version": 1, "id": "1", "title": "", "body": [{"type": ""}]});
    agree::<Article>(&document, &check::ARTICLE, check::read_article).expect("they agree");
    assert!(good(&document, &check::ARTICLE));
}

fn read_as_everything(text: &str) {
    drop(check::read_article("a.json", text));
    drop(check::read_published_article("a.json", text));
    drop(check::read_site("a.json", text));
    drop(check::read_home_plan("a.json", text));
    drop(check::read_home("a.json", text));
    drop(check::read_list("a.json", text));
    drop(serde_json::from_str::<Article>(text));
    drop(serde_json::from_str::<List>(text));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn on_articles(document in mutated(generate::article())) {
        agree::<Article>(&document, &check::ARTICLE, check::read_article)?;
    }

    #[test]
    fn on_sites(document in mutated(generate::site())) {
        agree::<Site>(&document, &check::SITE, check::read_site)?;
    }

    #[test]
    fn on_what_the_editors_put_first(document in mutated(generate::home_plan())) {
        agree::<HomePlan>(&document, &check::HOME_PLAN, check::read_home_plan)?;
    }

    #[test]
    fn what_is_published_can_be_read(
        article in mutated(generate::article()),
        home in mutated(generate::home()),
        list in mutated(generate::list()),
    ) {
        // More is asked of what the press writes than the app needs: sizes, paths, cards.
        let article = published(article);
        if good(&article, &check::PUBLISHED_ARTICLE) {
            prop_assert!(good(&article, &check::ARTICLE));
        }
        let read = check::read_published_article("a.json", &article.to_string());
        prop_assert_eq!(good(&article, &check::PUBLISHED_ARTICLE), read.is_ok());
        let (home, list) = (published(home), published(list));
        if good(&home, &check::HOME) {
            prop_assert!(serde_json::from_value::<Home>(home).is_ok());
        }
        if good(&list, &check::LIST) {
            prop_assert!(serde_json::from_value::<List>(list).is_ok());
        }
    }

    #[test]
    fn on_articles_that_the_press_has_filled_in(article in generate::article()) {
        let article = published(serde_json::to_value(article).expect("can be written"));
        prop_assert!(good(&article, &check::PUBLISHED_ARTICLE), "{:?}", walk("", &article, &check::PUBLISHED_ARTICLE));
    }

    #[test]
    fn that_no_json_is_too_odd_to_be_told_of(document in json()) {
        read_as_everything(&document.to_string());
    }

    #[test]
    fn that_no_text_is(text in "\\PC{0,60}") {
        read_as_everything(&text);
    }
}
