//! What a second build does: only what changed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use crate::desk::{Desk, article};
use press::run::{RunError, Wish, build};
use serde_json::{Value, json};

/// A paper of this many articles, one a day, in two sections.
fn paper(number: usize) -> Desk {
    Desk::new(&(1..=number).map(told).collect::<Vec<_>>())
}

fn told(n: usize) -> Value {
    let section = if n.is_multiple_of(2) { "du-lich" } else { "bien" };
    let (month, day) = (1 + n / 28 % 12, 1 + n % 28);
    article(
        &n.to_string(),
        json!({
            "section": section, "tags": [{"slug": "che", "name": "Chè"}],
            "published": format!("{}-{month:02}-{day:02}T08:00:00+07:00", 2020 + n / 336),
        }),
    )
}

/// The names of the files that differ.
fn differ(
    before: &BTreeMap<PathBuf, Vec<u8>>,
    after: &BTreeMap<PathBuf, Vec<u8>>,
) -> BTreeSet<PathBuf> {
    let names = before.keys().chain(after.keys());
    names.filter(|name| before.get(*name) != after.get(*name)).cloned().collect()
}

#[test]
fn nothing_is_written_where_nothing_changed() {
    let desk = paper(30);
    let first = desk.build().expect("a site");
    assert_eq!((first.articles, first.written, first.removed), (30, first.files, 0));
    let second = desk.build().expect("a site");
    assert_eq!((second.articles, second.files), (first.articles, first.files));
    assert_eq!((second.written, second.removed, second.bytes), (0, 0, 0));
}

#[test]
fn one_more_article_writes_as_many_files_in_a_large_paper_as_in_a_small_one() {
    let written = |number: usize| {
        let desk = paper(number);
        desk.build().expect("a site");
        let before = desk.everything();
        desk.put(&told(number + 1));
        let built = desk.build().expect("a site");
        assert_eq!(built.removed, 0);
        assert_eq!(differ(&before, &desk.everything()).len(), built.written);
        built.written
    };
    let (small, large) = (written(60), written(400));
    assert!(large <= small, "{large} files in the large one, {small} in the small one");
    // Its own two; its three neighbours' pages; of the section, the one above it and the tag the
    // newest and a part or two with their pages and the archive's index and two feeds; the front page.
    assert!(small <= 40, "{small}");
}

#[test]
fn a_corrected_title_rewrites_what_shows_its_card() {
    let desk = paper(60);
    desk.change("articles/60.json", |article| article["related"] = json!(["30"]));
    desk.build().expect("a site");
    let before = desk.everything();
    desk.change("articles/30.json", |article| {
        article["title"] = json!("Tựa đã sửa");
        article["slug"] = json!("bai-30");
    });
    let built = desk.build().expect("a site");
    let after = desk.everything();
    let changed = differ(&before, &after);
    let shows = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("Tựa đã sửa");
    assert!(changed.iter().all(|name| shows(&after[name])), "{changed:?}");
    let all: BTreeSet<PathBuf> =
        after.iter().filter(|(_, bytes)| shows(bytes)).map(|(name, _)| name.clone()).collect();
    assert_eq!(all, changed);
    assert_eq!((built.written, built.removed), (changed.len(), 0));
    assert!(desk.page("du-lich/bai-60-60/index.html").contains("Tựa đã sửa"));
}

#[test]
fn an_article_that_is_removed_leaves_the_lists_and_its_page_goes() {
    let desk = paper(10);
    desk.build().expect("a site");
    fs::remove_file(desk.content().join("articles/4.json")).expect("a file");
    let built = desk.build().expect("a site");
    assert_eq!((built.articles, built.removed), (9, 2));
    assert!(!desk.site().join("du-lich/bai-4-4").exists());
    for (name, bytes) in desk.everything() {
        assert!(!String::from_utf8_lossy(&bytes).contains("bai-4-4"), "{}", name.display());
    }
}

#[test]
fn an_address_that_changed_without_a_word_is_an_error_that_says_what_to_add() {
    let desk = paper(3);
    desk.build().expect("a site");
    desk.change("articles/3.json", |article| article["title"] = json!("Tựa khác"));
    let Err(RunError::Content(problems)) = desk.build() else { panic!("it has moved") };
    let [problem] = problems.as_slice() else { panic!("{problems:?}") };
    let line = problem.to_string();
    assert!(line.starts_with("articles/3.json:1:1 aliases: expected"), "{line}");
    assert!(line.contains("\"aliases\": [\"/bien/bai-3-3/\"]"), "{line}");
    assert!(line.ends_with("found it is now /bien/tua-khac-3/"), "{line}");
    // With that line it goes through, and the old address leads on.
    desk.change("articles/3.json", |article| article["aliases"] = json!(["/bien/bai-3-3/"]));
    desk.build().expect("a site");
    assert!(desk.page("bien/bai-3-3/index.html").contains("url=/bien/tua-khac-3/"));
    // Or without it, where that is wanted.
    desk.change("articles/2.json", |article| article["title"] = json!("Tựa khác"));
    let wish = Wish { allow_moved: true, ..desk.wish() };
    build(&desk.content(), &desk.site(), &desk.app(), &wish).expect("a site");
    assert!(!desk.site().join("du-lich/bai-2-2").exists());
}

#[test]
fn an_id_that_comes_back_with_another_article_is_warned_of_once() {
    let desk = paper(3);
    desk.build().expect("a site");
    let old = desk.content().join("articles/3.json");
    fs::remove_file(&old).expect("a file");
    desk.build().expect("a site");
    desk.put(&article("3", json!({"title": "Bài khác hẳn"})));
    let built = desk.build().expect("a site");
    let told: Vec<String> = built.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("id: warning: expected an id that no other article ever had"));
    assert!(told[0].contains("3, which was /bien/bai-3-3/ until that was removed"));
    assert!(desk.build().expect("a site").warnings.is_empty());
    // The same article may come back.
    fs::remove_file(&old).expect("a file");
    desk.build().expect("a site");
    desk.put(&article("3", json!({"title": "Bài khác hẳn"})));
    assert!(desk.build().expect("a site").warnings.is_empty());
}

#[test]
fn what_was_held_back_comes_when_its_time_has_come() {
    let later = json!({"published": "2026-01-01T08:00:00+07:00"});
    let desk = Desk::new(&[article("7", json!({"related": ["8"]})), article("8", later)]);
    let at = |now: &str| Wish::at(now.parse().expect("a time"));
    let made = |now: &str| {
        let built = build(&desk.content(), &desk.site(), &desk.app(), &at(now)).expect("a site");
        (built.articles, desk.site().join("content/articles/8.json").exists())
    };
    assert_eq!(made("2026-01-01T07:59:59+07:00"), (1, false));
    assert_eq!(made("2026-01-01T08:00:00+07:00"), (2, true));
    assert!(desk.page("content/articles/7.json").contains("bai-8-8"));
    // A clock that goes back takes it away again.
    assert_eq!(made("2025-01-01T00:00:00+07:00"), (1, false));
    assert!(!desk.site().join("tin/bai-8-8").exists());
}

#[test]
fn a_release_of_the_app_stays_for_two_more() {
    let desk = paper(2);
    let app = || -> BTreeSet<String> {
        let names = fs::read_dir(desk.site().join("app")).expect("a folder").flatten();
        let names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
        names.filter(|name| name.starts_with("app-") && name.ends_with(".wasm")).collect()
    };
    let mut releases = Vec::new();
    for release in 0..5 {
        desk.write("app/trangnhat-1_bg.wasm", &format!("wasm {release}"));
        let built = desk.build().expect("a site");
        // Only the loader names the app: no page is written for it.
        assert!(release == 0 || built.written == 3, "{} files", built.written);
        releases.push(app());
    }
    let count: Vec<usize> = releases.iter().map(BTreeSet::len).collect();
    assert_eq!(count, [1, 2, 3, 3, 3]);
    assert!(releases[3].is_superset(&(&releases[4] & &releases[2])));
    // Also where everything is made anew.
    let wish = Wish { full: true, ..desk.wish() };
    build(&desk.content(), &desk.site(), &desk.app(), &wish).expect("a site");
    assert_eq!(app(), releases[4]);
}

#[test]
fn a_site_that_something_else_was_put_in_the_place_of_is_made_anew() {
    let desk = paper(5);
    desk.build().expect("a site");
    let whole = desk.everything();
    fs::rename(desk.site(), desk.root.path().join("kept")).expect("another place");
    let built = desk.build().expect("a site");
    assert_eq!(built.written, built.files);
    assert_eq!(desk.everything(), whole);
}

#[test]
fn where_articles_were_is_known_also_when_all_is_made_anew() {
    let desk = paper(3);
    desk.build().expect("a site");
    let full = Wish { full: true, ..desk.wish() };
    let anew = || build(&desk.content(), &desk.site(), &desk.app(), &full);
    anew().expect("nothing moved");
    let old = desk.json("content/articles/2.json")["path"].as_str().expect("a path").to_owned();
    desk.change("articles/2.json", |article| article["title"] = json!("Tên khác"));
    for _ in 0..2 {
        let error = anew().expect_err("it has moved").to_string();
        assert!(error.contains(&format!("\"aliases\": [\"{old}\"]")), "{error}");
    }
    desk.change("articles/2.json", |article| article["aliases"] = json!([old]));
    anew().expect("it leads on");
    // An id that is gone is not forgotten either.
    fs::remove_file(desk.content().join("articles/3.json")).expect("a file");
    anew().expect("one less");
    desk.put(&article("3", json!({"title": "Bài khác hẳn"})));
    let built = anew().expect("a warning only");
    let told: Vec<_> = built.warnings.iter().map(ToString::to_string).collect();
    assert!(told.iter().any(|line| line.contains("3, which was")), "{told:?}");
}
