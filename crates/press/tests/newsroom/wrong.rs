//! What is wrong in a folder is answered line by line. The folders are in `tests/wrong`, each laid
//! over the paper there, with the lines beside it in `expected`; those that would be a burden to
//! carry are made here.
//!
//! `PRESS_WRONG=write cargo test -p press wrong` writes the lines anew: read them before they go in.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use press::report::Silent;
use press::run::{Wish, examine};
use serde_json::{Value, json};

/// A newsroom's folder with this case in it.
struct Case {
    folder: tempfile::TempDir,
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wrong")
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&to).expect("a folder");
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).expect("a file");
        }
    }
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        copy(&corpus().join("paper"), folder.path());
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        fs::write(self.path(name), bytes).expect("a file");
        self
    }

    /// Everything that is said, a line each.
    fn said(&self) -> String {
        let now = "2026-01-01T00:00:00+07:00".parse().expect("a time");
        let (_, problems) = examine(self.folder.path(), &Wish::at(now), &Silent);
        problems.iter().map(|problem| format!("{problem}\n")).collect()
    }
}

fn article(id: &str, body: impl Into<Value>) -> String {
    json!({"version": 1, "id": id, "title": "Bài", "body": body.into()}).to_string()
}

#[test]
fn every_mistake_of_the_corpus_is_told_as_its_lines_say() {
    let write = std::env::var_os("PRESS_WRONG").is_some_and(|word| word == "write");
    let mut wrong = Vec::new();
    let mut cases: Vec<PathBuf> =
        fs::read_dir(corpus()).expect("a folder").flatten().map(|entry| entry.path()).collect();
    cases.sort();
    for folder in cases.iter().filter(|folder| !folder.ends_with("paper")) {
        let case = Case::new();
        copy(folder, case.folder.path());
        let (said, lines) = (case.said(), folder.join("expected"));
        if write {
            fs::write(&lines, &said).expect("a file");
        }
        let expected = fs::read_to_string(&lines).unwrap_or_default();
        if said != expected {
            wrong.push(format!("{}\nexpected\n{expected}said\n{said}", folder.display()));
        }
    }
    assert!(cases.len() > 30, "the corpus is gone");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_paper_that_they_are_laid_over_has_no_mistake() {
    assert_eq!(Case::new().said(), "");
}

#[test]
fn a_file_of_200_mb_is_refused_unread() {
    let case = Case::new();
    let file = File::create(case.path("articles/a.json")).expect("a file");
    file.set_len(200 << 20).expect("a hole");
    assert_eq!(case.said(), "articles/a.json: expected a file of at most 10 MB, found 200 MB\n");
}

#[test]
fn ten_thousand_levels_are_too_many_and_127_are_not() {
    let nested = |levels: usize| {
        let (open, close) = ("[".repeat(levels), "]".repeat(levels));
        format!(r#"{{"version":1,"id":"2","title":"Bài","body":[],"x":{open}{close}}}"#)
    };
    assert_eq!(Case::new().write("articles/a.json", nested(120)).said(), "");
    let said = Case::new().write("articles/a.json", nested(10_000)).said();
    assert_eq!(said, "articles/a.json:1:177: expected JSON at most 127 levels deep, found more\n");
}

#[test]
fn an_article_of_ten_thousand_blocks_is_an_article() {
    let blocks: Vec<Value> =
        (0..10_000).map(|n| json!({"type": "paragraph", "text": format!("Đoạn {n}.")})).collect();
    assert_eq!(Case::new().write("articles/a.json", article("2", blocks.clone())).said(), "");
    let wrong: Vec<Value> = blocks
        .into_iter()
        .map(|mut block| {
            block["text"] = json!(7);
            block
        })
        .collect();
    let said = Case::new().write("articles/a.json", article("2", wrong)).said();
    assert_eq!(said.lines().count(), 10_000);
    assert!(
        said.contains(" body[9999].text: expected text or an array of runs, found 7\n"),
        "{}",
        &said[..200]
    );
}

#[test]
fn a_picture_that_says_it_is_huge_takes_no_memory() {
    let size = 60_000_u32.to_be_bytes();
    let head = [0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0, 0, 13, b'I', b'H', b'D', b'R'];
    let png = [&head[..], &size, &size, &[8, 2, 0, 0, 0, 0, 0, 0, 0]].concat();
    let image = json!([{"type": "image", "src": "img/bomb.png"}]);
    let case = Case::new().write("img/bomb.png", png).write("articles/a.json", article("2", image));
    assert_eq!(
        case.said(),
        "articles/a.json:1:67 body[0].src: warning: expected a whole picture, found img/bomb.png, which breaks off\n\
         articles/a.json:1:67 body[0].src: warning: expected at most 100 million pixels, found 60000 × 60000\n"
    );
}

#[test]
fn names_with_spaces_quotes_and_vietnamese_letters_are_names() {
    let picture = fs::read(corpus().join("paper/img/a.png")).expect("a picture");
    let name = "img/ảnh \"đẹp\" 100%.png";
    let image = json!([{"type": "image", "src": name}]);
    let case = Case::new()
        .write(name, picture)
        .write("articles/it's <b> & \"bài\" của tôi.json", article("2", image))
        .write("articles/bài 3.json", article("3", 7));
    assert_eq!(
        case.said(),
        "articles/bài 3.json:1:44 body: expected an array of a block, found 7\n"
    );
}

// A folder packed on a Mac and unpacked elsewhere: the file is there, and looks the same.
#[test]
fn a_name_with_its_marks_apart_is_told_as_what_it_is() {
    let picture = fs::read(corpus().join("paper/img/a.png")).expect("a picture");
    let body = json!([
        {"type": "image", "src": "img/\u{1ea3}nh.png"},
        {"type": "audio", "src": "img/\u{1ea3}nh.mp3", "title": "Nghe"},
    ]);
    let case = Case::new()
        .write("img/a\u{309}nh.png", picture)
        .write("img/a\u{309}nh.mp3", "x")
        .write("articles/a.json", article("2", body));
    // A file system that takes both for one has nothing to tell.
    if case.path("img/\u{1ea3}nh.png").exists() {
        return;
    }
    let apart = "with its marks apart from their letters (NFD); rename it";
    let said = case.said();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 2, "{said}");
    for (line, (severity, kind)) in lines.iter().zip([("", "png"), ("warning: ", "mp3")]) {
        assert!(line.contains(&format!("src: {severity}expected")), "{line}");
        assert!(line.ends_with(&format!("found img/\u{1ea3}nh.{kind} {apart}")), "{line}");
    }
}

#[cfg(unix)]
#[test]
fn links_in_the_folder_lead_to_no_file_outside_it() {
    use std::os::unix::fs::symlink;
    let elsewhere = tempfile::tempdir().expect("a folder");
    let secret = elsewhere.path().join("secret.json");
    fs::write(&secret, "{\"password\": \"xyzzy\"}").expect("a file");
    let case = Case::new();
    symlink(&secret, case.path("articles/link.json")).expect("a link");
    symlink(elsewhere.path(), case.path("articles/folder")).expect("a link");
    symlink(case.path("articles"), case.path("articles/round")).expect("a link");
    symlink("nowhere", case.path("articles/dead.json")).expect("a link");
    symlink(&secret, case.path("img/link.png")).expect("a link");
    let links = [
        "articles/dead.json",
        "articles/folder",
        "articles/link.json:1:1",
        "articles/round",
        "img/link.png",
    ];
    let told = ": expected a file or a folder, found a link; put the file itself here\n";
    assert_eq!(case.said(), links.map(|name| format!("{name}{told}")).concat());
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_folder_is_not_waited_for() {
    let case = Case::new();
    let made = std::process::Command::new("mkfifo").arg(case.path("articles/a.json")).status();
    if made.is_ok_and(|status| status.success()) {
        assert_eq!(case.said(), "articles/a.json: expected a file, found something else\n");
    }
}
