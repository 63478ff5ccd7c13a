//! The schemas in `docs/schema` are the tables of the checks, and judge as they do.
//!
//! `STORY_SCHEMAS=write cargo test -p story schemas` writes them anew.

use std::fs;
use std::path::Path;

use boon::{Compiler, SchemaIndex, Schemas};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;
use story::check::{self, Shape, schema};

use crate::agree::good;
use crate::generate;
use crate::mutate::{mutated, published};

/// Every schema: its file, what it is of, and the table it comes from.
const FILES: [(&str, &str, &Shape); 7] = [
    ("handed-in/article", "An article, as a newsroom hands it in", &check::ARTICLE),
    ("handed-in/site", "site.json, as a newsroom hands it in", &check::SITE),
    ("handed-in/home", "home.json, as a newsroom hands it in", &check::HOME_PLAN),
    ("published/article", "content/articles/{id}.json, as published", &check::PUBLISHED_ARTICLE),
    ("published/site", "content/site.json, as published", &check::SITE),
    ("published/home", "content/home.json, as published", &check::HOME),
    ("published/list", "A file of a section's or a tag's list, as published", &check::LIST),
];

#[test]
fn the_schemas_on_disk_are_those_of_the_tables() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema");
    let write = std::env::var_os("STORY_SCHEMAS").is_some_and(|word| word == "write");
    for (name, title, shape) in FILES {
        let file = folder.join(format!("{name}.schema.json"));
        let text = format!("{:#}\n", schema(title, shape));
        if write {
            fs::create_dir_all(file.parent().expect("a folder")).expect("the folder can be made");
            fs::write(&file, &text).expect("the schema can be written");
        }
        let found = fs::read_to_string(&file).unwrap_or_default();
        assert!(
            found == text,
            "{name}: differs from the tables; STORY_SCHEMAS=write cargo test -p story schemas"
        );
    }
}

/// Schema and table give the same answer to every document.
fn judged_alike(name: &str, documents: impl Strategy<Value = Value>) {
    let (_, title, shape) = FILES.iter().find(|(file, ..)| *file == name).expect("a schema");
    let (schemas, index) = compiled(schema(title, shape));
    let mut runner = TestRunner::new(Config::with_cases(400));
    let run = runner.run(&documents, |document| {
        let judged = schemas.validate(&document, index);
        let problems = check::walk("a.json", &document, shape);
        prop_assert_eq!(judged.is_ok(), good(&document, shape), "{:?} {:?}", judged, problems);
        Ok(())
    });
    if let Err(wrong) = run {
        panic!("{name}: {wrong}");
    }
}

fn compiled(schema: Value) -> (Schemas, SchemaIndex) {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("schema.json", schema).expect("a schema");
    let index = compiler.compile("schema.json", &mut schemas).expect("a good schema");
    (schemas, index)
}

#[test]
fn they_judge_what_is_handed_in_as_the_tables_do() {
    judged_alike("handed-in/article", mutated(generate::article()));
    judged_alike("handed-in/site", mutated(generate::site()));
    judged_alike("handed-in/home", mutated(generate::home_plan()));
}

#[test]
fn they_judge_what_is_published_as_the_tables_do() {
    judged_alike("published/article", mutated(generate::article()).prop_map(published));
    judged_alike("published/site", mutated(generate::site()));
    judged_alike("published/home", mutated(generate::home()).prop_map(published));
    judged_alike("published/list", mutated(generate::list()).prop_map(published));
}
