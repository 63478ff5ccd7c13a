//! A build that is killed, at any moment, leaves a whole site; the next one goes on.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::desk::{Desk, article};
use press::outbox::Outbox;
use press::run::{Wish, build};
use serde_json::{Value, json};

/// Random numbers that are the same each time (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % most
    }
}

/// More with `TRANGNHAT_LONG=1`.
fn rounds() -> u64 {
    if std::env::var_os("TRANGNHAT_LONG").is_some() { 500 } else { 30 }
}

fn story(id: u64, dice: &mut Dice) -> Value {
    let section = ["du-lich", "bien"][usize::try_from(dice.below(2)).expect("few")];
    // Close together, so that parts of the archive are cut and put together again.
    let published = format!("2024-05-{:02}T{:02}:00:00+07:00", 1 + dice.below(3), dice.below(24));
    let related: Vec<String> = (0..2).map(|_| (1 + dice.below(60)).to_string()).collect();
    article(
        &id.to_string(),
        json!({
            "title": format!("Bài {id} lần {}", dice.below(4)),
            "section": section, "published": published, "related": related,
            "tags": [{"slug": format!("t{}", dice.below(3)), "name": "T"}],
            "body": [{"type": "paragraph", "text": "Một đoạn. ".repeat(50)}],
        }),
    )
}

/// Some edits: articles that come, change, move and go. The first sixty always stay, so that every
/// id that is named is there.
fn edit(desk: &Desk, dice: &mut Dice) {
    for _ in 0..=dice.below(12) {
        let id = 1 + dice.below(100);
        if id > 60 && dice.below(2) == 0 {
            drop(fs::remove_file(desk.content().join(format!("articles/{id}.json"))));
        } else {
            let mut told = story(id, dice);
            if id <= 60 {
                told["slug"] = json!(format!("bai-{}", dice.below(3)));
            }
            desk.put(&told);
        }
    }
}

fn press(desk: &Desk, full: bool) -> Child {
    let root = desk.root.path();
    let mut press = Command::new(env!("CARGO_BIN_EXE_press"));
    press.args(["build", "--allow-moved", "--now", "2026-01-01T00:00:00+07:00"]);
    press.arg(desk.content()).arg("--out").arg(desk.site()).arg("--app").arg(root.join("app"));
    if full {
        press.arg("--full");
    }
    press.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts")
}

fn wish(desk: &Desk) -> Wish {
    Wish { allow_moved: true, ..desk.wish() }
}

#[test]
fn a_build_that_is_killed_leaves_a_whole_site_and_the_next_one_goes_on() {
    let mut dice = Dice(7);
    let desk = Desk::new(&(1..=100).map(|id| story(id, &mut dice)).collect::<Vec<_>>());
    let begun = Instant::now();
    assert!(press(&desk, false).wait().expect("it ends").success());
    let whole = u64::try_from(begun.elapsed().as_micros()).expect("short");
    let mut cut_short = 0;
    for round in 0..rounds() {
        edit(&desk, &mut dice);
        let full = dice.below(4) == 0;
        let mut press = press(&desk, full);
        std::thread::sleep(Duration::from_micros(dice.below(whole)));
        if press.try_wait().expect("it is ours").is_none() {
            press.kill().expect("it is ours");
            cut_short += 1;
        }
        press.wait().expect("it ended");
        complete(&desk.site(), round);
        if dice.below(3) == 0 {
            build(&desk.content(), &desk.site(), &desk.app(), &wish(&desk)).expect("a site");
            same_as_at_once(&desk, round);
        }
    }
    build(&desk.content(), &desk.site(), &desk.app(), &wish(&desk)).expect("a site");
    same_as_at_once(&desk, rounds());
    // Most of them were really cut short.
    assert!(cut_short * 2 > rounds(), "{cut_short} of {}", rounds());
}

fn same_as_at_once(desk: &Desk, round: u64) {
    let whole = desk.root.path().join("whole");
    drop(fs::remove_dir_all(&whole));
    build(&desk.content(), &whole, &desk.app(), &wish(desk)).expect("a site");
    let (is, should) = (desk.everything(), desk.files_of(&whole));
    let differ: Vec<&PathBuf> =
        is.keys().chain(should.keys()).filter(|name| is.get(*name) != should.get(*name)).collect();
    assert!(differ.is_empty(), "round {round}: {differ:?}");
}

/// Everything that anything in the site leads to is there.
fn complete(site: &Path, round: u64) {
    let there = |path: &str| {
        let path = path.split(['#', '?']).next().unwrap_or_default().trim_start_matches('/');
        let file = site.join(path);
        if path.is_empty() || path.ends_with('/') { file.join("index.html") } else { file }
    };
    let (mut open, mut seen) = (vec!["/".to_owned()], BTreeSet::new());
    let lists: Vec<String> = ["content/home.json", "content/site.json"].map(str::to_owned).into();
    open.extend(lists.into_iter().map(|name| format!("/{name}")));
    let mut from: BTreeMap<String, String> = BTreeMap::new();
    while let Some(path) = open.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let file = there(&path);
        let text = fs::read_to_string(&file).unwrap_or_else(|error| {
            panic!("round {round}: {path}, which {:?} leads to: {error}", from.get(&path))
        });
        let next = if path.ends_with(".json") { of_json(&path, &text) } else { of_html(&text) };
        for next in next {
            from.entry(next.clone()).or_insert_with(|| path.clone());
            open.push(next);
        }
    }
    assert!(seen.len() > 100, "round {round}: {}", seen.len());
}

/// Where a page leads to on its site; files of the app are not text.
fn of_html(html: &str) -> Vec<String> {
    let named = html.split("href=\"/").skip(1).filter_map(|rest| rest.split('"').next());
    let pages = named.filter(|path| !path.starts_with("app/") && !path.starts_with('/'));
    pages
        .filter(|path| path.is_empty() || path.ends_with('/'))
        .map(|path| format!("/{path}"))
        .collect()
}

/// Where published JSON leads to: pages, articles' own JSON, and other parts of its list.
fn of_json(path: &str, text: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(text).expect("JSON");
    let mut found = Vec::new();
    let mut open = vec![&value];
    while let Some(next) = open.pop() {
        match next {
            Value::Array(all) => open.extend(all),
            Value::Object(fields) => {
                open.extend(fields.values());
                let text = |name: &str| fields.get(name).and_then(Value::as_str);
                if let (Some(id), Some(page)) = (text("id"), text("path")) {
                    found.push(format!("/content/articles/{id}.json"));
                    found.push(page.to_owned());
                }
                let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
                // Parts of an archive, and the files before and after this one.
                let parts = fields.contains_key("count").then(|| text("key")).flatten();
                for key in [parts, text("newer"), text("older")].into_iter().flatten() {
                    found.push(format!("{folder}/{key}.json"));
                }
            }
            _ => {}
        }
    }
    if path == "/content/site.json" {
        let sections = value["sections"].as_array().expect("sections").iter();
        let slugs = sections.filter_map(|section| section["slug"].as_str());
        found.extend(slugs.flat_map(|slug| {
            ["latest", "archive"].map(|key| format!("/content/sections/{slug}/{key}.json"))
        }));
    }
    found
}

#[test]
fn a_second_build_of_one_site_says_so_and_stops() {
    let desk = Desk::new(&[article("7", json!({}))]);
    desk.build().expect("a site");
    let before = desk.everything();
    let outbox = Outbox::open(&desk.site()).expect("nobody else has it");
    desk.change("articles/7.json", |article| article["title"] = json!("Tựa khác"));
    let mut press = Command::new(env!("CARGO_BIN_EXE_press"));
    press.arg("build").arg(desk.content()).arg("--out").arg(desk.site());
    let ended = press.arg("--app").arg(desk.root.path().join("app")).output().expect("it runs");
    assert_eq!(ended.status.code(), Some(1));
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(said.contains("another build or publish of this site is under way"), "{said}");
    assert_eq!(desk.everything(), before);
    drop(outbox);
    let wish = Wish { allow_moved: true, ..desk.wish() };
    build(&desk.content(), &desk.site(), &desk.app(), &wish).expect("a site");
}

/// A disk that is full, as far as one file is concerned: the shell lets none grow beyond 64 kB.
#[cfg(target_os = "linux")]
#[test]
fn a_build_that_runs_out_of_room_leaves_the_site_as_it_was() {
    let desk = Desk::new(&[article("7", json!({})), article("8", json!({}))]);
    desk.build().expect("a site");
    let before = desk.everything();
    let long = "Một đoạn rất dài. ".repeat(20_000);
    desk.change("articles/7.json", |article| {
        article["body"] = json!([{"type": "paragraph", "text": long}]);
    });
    for full in ["", " --full"] {
        let line = format!(
            "trap '' XFSZ; ulimit -f 128; exec \"$0\" build \"$1\" --out \"$2\" --app \"$3\"{full}"
        );
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(line).arg(env!("CARGO_BIN_EXE_press"));
        shell.arg(desk.content()).arg(desk.site()).arg(desk.root.path().join("app"));
        let ended = shell.output().expect("it runs");
        let said = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(1), "{said}");
        assert!(said.contains("File too large"), "{said}");
        assert_eq!(desk.everything(), before);
    }
    build(&desk.content(), &desk.site(), &desk.app(), &desk.wish()).expect("a site");
    assert!(desk.page("tin/bai-7-7/index.html").len() > 200_000);
}
