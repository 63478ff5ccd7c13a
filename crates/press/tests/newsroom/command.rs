//! What the command tells, and how it ends.

use std::fs;
use std::process::{Command, Output};

use crate::desk::{Desk, article};
use serde_json::{Value, json};

/// The command as a newsroom has it: with nothing beside it, not even a `PATH`.
fn press(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_press")).env_clear().args(args).output().expect("it runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn folder(articles: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let site = json!({"version": 1, "name": "B", "language": "vi", "timezone": "Asia/Ho_Chi_Minh",
        "base_url": "https://b.example", "sections": []});
    fs::write(folder.path().join("site.json"), site.to_string()).expect("a file");
    fs::create_dir(folder.path().join("articles")).expect("a folder");
    for (name, text) in articles {
        fs::write(folder.path().join("articles").join(name), text).expect("a file");
    }
    folder
}

const BROKEN: [(&str, &str); 3] = [
    (
        "a.json",
        r#"{"version":1,"id":"1","title":7,"body":[{"type":"image","src":"img/x.jpg","width":"1600"}]}"#,
    ),
    ("b.json", r#"{"version":1,"id":"2","title":"Cụt","#),
    (
        "c.json",
        r#"{"version":1,"id":"3","title":"Ổn","body":[],"related":["404"],"section":"khong-co"}"#,
    ),
];

#[test]
fn check_names_every_mistake_of_every_file_and_fails() {
    let folder = folder(&BROKEN);
    let output = press(&["check", &folder.path().to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1));
    let lines = text(&output.stdout);
    for part in [
        "articles/a.json:1:31 title: expected text, found 7\n",
        "articles/a.json:1:83 body[0].width: expected a whole number of pixels, found \"1600\"\n",
        "articles/b.json:1:36: expected JSON, found none",
        "articles/c.json:1:57 related[0]: expected the id of an article, found 404",
        "articles/c.json:1:74 section: expected a section of site.json, found khong-co",
        "errors, 0 warnings",
    ] {
        assert!(lines.contains(part), "{part}\nin\n{lines}");
    }
}

#[test]
fn a_mistake_is_told_where_it_is_and_not_where_others_link_to_it() {
    let folder = folder(&[
        ("a.json", r#"{"version":1,"id":"1","title":7,"body":[]}"#),
        ("b.json", r#"{"version":1,"id":"2","title":"Hai","body":[],"related":["1"]}"#),
    ]);
    let output = press(&["check", &folder.path().to_string_lossy()]);
    assert!(text(&output.stdout).contains("1 error, 0 warnings"), "{}", text(&output.stdout));
}

#[test]
fn a_picture_from_a_host_that_the_paper_does_not_name_is_warned_of() {
    let folder = folder(&[(
        "a.json",
        r#"{"version":1,"id":"1","title":"Xa","body":[
            {"type":"image","src":"https://x.example/a.jpg","width":3,"height":2}]}"#,
    )]);
    let output = press(&["check", &folder.path().to_string_lossy()]);
    let lines = text(&output.stdout);
    assert!(lines.contains("hosts.img of site.json names, found x.example"), "{lines}");
}

#[test]
fn check_as_json_says_the_same() {
    let folder = folder(&BROKEN);
    let output = press(&["check", "--json", &folder.path().to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1));
    let problems: Vec<Value> = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(problems.iter().any(|p| p["file"] == "articles/a.json" && p["path"] == "$.title"));
    assert!(problems.iter().any(|p| p["line"] == 1 && p["column"] == 31));
    assert!(problems.iter().all(|p| p["expected"].is_string() && p["found"].is_string()));
}

#[test]
fn what_a_reader_survives_is_a_warning_unless_strict() {
    let folder = folder(&[(
        "a.json",
        r#"{"version":1,"id":"1","title":"Ảnh mất","body":[
            {"type":"image","src":"img/x.jpg","width":3,"height":2,"alt":"IMG_1.jpg"}]}"#,
    )]);
    let path = folder.path().to_string_lossy();
    let output = press(&["check", &path]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
    assert!(text(&output.stdout).contains("0 errors, 2 warnings"), "{}", text(&output.stdout));
    assert_eq!(press(&["check", "--strict", &path]).status.code(), Some(1));
}

#[test]
fn words_that_are_not_understood_are_named() {
    let table: [(&[&str], &str); 6] = [
        (&["check"], "CONTENT is missing"),
        (&["print"], "'print'"),
        (&["check", "x", "--fast"], "--fast"),
        (&["check", "x", "--now", "yesterday"], "yesterday"),
        (
            &["build", "x", "--out", "y", "--base-url", "http://x.example"],
            "expected https://…, found \"http://x.example\"",
        ),
        (&["man", "print"], "no command print"),
    ];
    for (words, part) in table {
        let output = press(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(text(&output.stderr).contains(part), "{words:?}: {}", text(&output.stderr));
    }
    for words in [&["--help"][..], &[]] {
        let output = press(words);
        assert_eq!(output.status.code(), Some(0), "{words:?}");
        assert!(text(&output.stdout).contains("press build CONTENT --out SITE"), "{words:?}");
    }
}

#[test]
fn shells_complete_the_words_and_the_manual_has_them() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = press(&["completions", shell]);
        assert!(text(&script.stdout).contains("allow-moved"), "{shell}");
    }
    assert!(text(&press(&["man"]).stdout).contains("press\\-build(1)"));
    let page = text(&press(&["man", "build"]).stdout);
    assert!(page.contains(".TH press-build 1") && page.contains("\\-\\-allow\\-moved"), "{page}");
}

#[test]
fn a_folder_with_a_paper_need_not_be_named_and_its_site_lies_beside_site_json() {
    let desk = Desk::new(&[article("7", json!({}))]);
    let app = desk.root.path().join("app");
    let within = |words: &[&str]| {
        let mut press = Command::new(env!("CARGO_BIN_EXE_press"));
        press.current_dir(desk.content()).args(words);
        if words[0] == "build" {
            press.arg("--app").arg(&app);
        }
        press.output().expect("it runs")
    };
    assert!(text(&within(&["check"]).stdout).contains("0 errors, 0 warnings"));
    assert_eq!(text(&within(&["check", "--quiet"]).stdout), "");
    let built = within(&["build"]);
    let lines = text(&built.stdout);
    assert!(lines.starts_with("./site: 1 article, "), "{lines}");
    assert!(lines.contains(" written (") && lines.contains("removed, in "), "{lines}");
    assert!(desk.content().join("site/tin/bai-7-7/index.html").is_file());
    // No terminal, no bar.
    assert_eq!(text(&built.stderr), "");
    assert_eq!(text(&within(&["build", "--quiet", "--full"]).stdout), "");
}

#[test]
fn a_new_paper_is_a_good_one_and_never_lies_over_another() {
    let desk = Desk::new(&[]);
    let paper = desk.root.path().join("báo mới");
    let name = paper.to_string_lossy();
    let begun = press(&["new", &name]);
    assert_eq!(begun.status.code(), Some(0), "{}", text(&begun.stderr));
    let checked = press(&["check", "--strict", &name]);
    assert!(text(&checked.stdout).contains("0 errors, 0 warnings"), "{}", text(&checked.stdout));
    let app = desk.root.path().join("app");
    let built = press(&["build", "--strict", &name, "--app", &app.to_string_lossy()]);
    assert!(text(&built.stdout).contains("3 articles"), "{}", text(&built.stderr));
    assert!(paper.join("site/doi-song/cuon-so-tay-cua-nguoi-viet-tin-2/index.html").is_file());
    assert!(paper.join("README.md").is_file());
    fs::write(paper.join("site.json"), "mine").expect("a file");
    for taken in [&*name, &*paper.join("site.json").to_string_lossy()] {
        let again = press(&["new", taken]);
        assert_eq!(again.status.code(), Some(1), "{taken}");
        assert!(!again.stderr.is_empty());
    }
    assert_eq!(fs::read_to_string(paper.join("site.json")).expect("a file"), "mine");
}

// Whoever has only the command does not know where its app comes from.
#[test]
#[cfg(debug_assertions)]
fn without_the_app_it_is_said_how_to_make_a_command_that_has_it() {
    let desk = Desk::new(&[article("7", json!({}))]);
    for name in ["build", "serve"] {
        let mut press = Command::new(env!("CARGO_BIN_EXE_press"));
        let output = press.current_dir(desk.content()).arg(name).output().expect("it runs");
        assert_eq!(output.status.code(), Some(1), "{name}");
        let said = text(&output.stderr);
        for part in ["cargo xtask build", "cargo install --path crates/press", "--app"] {
            assert!(said.contains(part), "{name}: {said}");
        }
    }
}

#[test]
fn a_build_as_json_says_what_came_of_it() {
    let desk = Desk::new(&[article("7", json!({}))]);
    let (content, site, app) = (desk.content(), desk.site(), desk.root.path().join("app"));
    let build = || {
        let mut press = Command::new(env!("CARGO_BIN_EXE_press"));
        press.arg("build").arg(&content).arg("--out").arg(&site).arg("--app").arg(&app);
        let output = press.arg("--json").output().expect("it runs");
        let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        (output.status.code(), told)
    };
    let (code, told) = build();
    assert_eq!((code, &told["built"], &told["articles"]), (Some(0), &json!(true), &json!(1)));
    let steps = told["steps"].as_array().expect("a list");
    assert!(steps.iter().any(|step| step["step"] == "writing pages"), "{told}");
    assert!(told["files"].as_u64() > Some(10) && told["bytes"].as_u64() > Some(0), "{told}");
    desk.change("articles/7.json", |article| article["title"] = json!(5));
    let (code, told) = build();
    assert_eq!((code, &told["built"]), (Some(1), &json!(false)));
    assert_eq!(told["problems"][0]["path"], "$.title");
    fs::remove_dir_all(&app).expect("it goes");
    desk.change("articles/7.json", |article| article["title"] = json!("Bảy"));
    let (code, told) = build();
    assert_eq!(code, Some(1));
    assert!(told["error"].as_str().expect("a text").contains("cargo xtask build"), "{told}");
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let output = press(&["check", "no-such-folder"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("site.json: expected a file that can be read"));
}

#[test]
fn a_host_that_takes_less_is_warned_of_and_a_name_that_is_none_is_refused() {
    let desk = Desk::new(&[article("7", json!({}))]);
    let build = |host: &str| {
        let (content, out, app) = (desk.content(), desk.site(), desk.root.path().join("app"));
        let words = ["build", &content.to_string_lossy(), "--host", host].map(str::to_owned);
        let more =
            ["--out".into(), out.display().to_string(), "--app".into(), app.display().to_string()];
        let all: Vec<String> = words.into_iter().chain(more).collect();
        press(&all.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let fits = build("cloudflare");
    assert_eq!(fits.status.code(), Some(0), "{}", text(&fits.stderr));
    assert!(!text(&fits.stderr).contains("takes at most"), "{}", text(&fits.stderr));
    fs::File::create(desk.site().join("large")).expect("a file").set_len(26 << 20).expect("room");
    let over = text(&build("cloudflare").stderr);
    assert!(over.contains("cloudflare takes at most 26214400 bytes in the largest file"), "{over}");
    let none = build("geocities");
    assert_eq!(none.status.code(), Some(2));
    assert!(text(&none.stderr).contains("geocities"), "{}", text(&none.stderr));
}

#[test]
fn a_site_is_published_to_a_folder_and_then_only_what_changed() {
    let desk = Desk::new(&[article("7", json!({}))]);
    desk.build().expect("a site");
    let (site, to) = (desk.site().display().to_string(), desk.root.path().join("public"));
    let to = to.display().to_string();
    let first = press(&["publish", &site, &to]);
    assert_eq!(first.status.code(), Some(0), "{}", text(&first.stderr));
    let page = fs::read(desk.root.path().join("public/tin/bai-7-7/index.html")).expect("sent");
    assert_eq!(page, fs::read(desk.site().join("tin/bai-7-7/index.html")).expect("built"));
    let again = text(&press(&["publish", &site, &to]).stdout);
    assert!(again.contains(": 0 files sent"), "{again}");
    assert_eq!(press(&["publish", &site, "ftp://x"]).status.code(), Some(1));
}
