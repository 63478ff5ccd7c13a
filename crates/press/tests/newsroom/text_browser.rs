//! A story in a text browser: all its words, in their order, and words in the place of pictures.

use std::process::Command;

use serde_json::json;

use crate::desk::{Desk, article};
use crate::tool;

/// What the browser shows of a page, its white space made one.
fn dump(w3m: &std::path::Path, page: &std::path::Path) -> String {
    let said = Command::new(w3m)
        .args(["-dump", "-cols", "80", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8"])
        .args(["-o", "display_link_number=0", "-o", "use_cookie=0", "-config", "/dev/null"])
        .arg(page)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .expect("w3m");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8(said.stdout).expect("text").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_story_can_be_read_in_a_text_browser() {
    let Some(w3m) = tool::find("w3m") else { return };
    let picture = |alt: &str, caption: &str| {
        json!({"type": "image", "src": "img/a.png", "width": 3, "height": 2, "alt": alt,
            "caption": caption, "credit": "Ảnh: Mây"})
    };
    // The first of a run, which one caption is for.
    let fire =
        json!({"type": "image", "src": "img/a.png", "width": 3, "height": 2, "alt": "Bếp lửa"});
    let told = json!({
        "path": "/du-lich/ba-ngay-tren-nui-1/", "section": "du-lich", "kicker": "Mùa mưa",
        "title": "Ba ngày trên núi", "lead": "Mưa rồi cũng tạnh.",
        "authors": [{"name": "Lê Thu"}], "published": "2025-11-02T06:30:00+07:00",
        "tags": [{"slug": "nui", "name": "Núi rừng"}],
        "body": [
            {"type": "paragraph", "text": ["Đường lên có ", {"text": "một quán nước", "href": "https://quan.example/"}, "."]},
            {"type": "heading", "level": 2, "text": "Ngày đầu"},
            picture("Con dốc trong sương", "Dốc thứ nhất."),
            {"type": "paragraph", "text": "Ai cũng đi chậm lại."},
            fire,
            picture("Nồi cơm", "Bữa tối của cả đoàn."),
            {"type": "list", "items": ["áo mưa", "đèn pin"]},
            {"type": "table", "header": ["Ngày", "Độ cao"], "rows": [["Một", "900 m"]], "caption": "Chặng đường"},
            {"type": "quote", "text": "Núi không vội.", "by": "Ông Páo"},
            {"type": "box", "title": "Cần biết", "body": [{"type": "paragraph", "text": "Xe khách chạy sáng sớm."}]},
        ],
    });
    let mut articles = vec![article("1", told)];
    articles.extend((2..=8).map(|id| {
        let path = format!("/du-lich/bai-{id}/");
        let day = format!("2025-10-0{id}T06:30:00+07:00");
        article(&id.to_string(), json!({"path": path, "section": "du-lich", "published": day}))
    }));
    let desk = Desk::new(&articles);
    desk.picture("img/a.png");
    desk.build().expect("a site");
    let page = desk.site().join("du-lich/ba-ngay-tren-nui-1/index.html");
    let shown = dump(&w3m, &page);
    let mut rest = shown.as_str();
    for words in [
        "Du lịch",
        "Mùa mưa",
        "Ba ngày trên núi",
        "Mưa rồi cũng tạnh.",
        "Lê Thu",
        "02/11/2025",
        "Đường lên có một quán nước.",
        "Ngày đầu",
        "Con dốc trong sương",
        "Dốc thứ nhất.",
        "Ảnh: Mây",
        "Ai cũng đi chậm lại.",
        "Bếp lửa",
        "Nồi cơm",
        "Bữa tối của cả đoàn.",
        "áo mưa",
        "đèn pin",
        "Độ cao",
        "900 m",
        "Núi không vội.",
        "Ông Páo",
        "Cần biết",
        "Xe khách chạy sáng sớm.",
        "Núi rừng",
        "Facebook",
        "Tin cùng chuyên mục",
        "Bài 8",
        "Bài 3",
    ] {
        let at = rest.find(words).unwrap_or_else(|| panic!("{words:?} is missing after: {shown}"));
        rest = &rest[at + words.len()..];
    }
    // Of the program, the styles and the data nothing is to be read.
    for silly in ["{", "}", "import(", "@font-face", "undefined", "schema.org"] {
        assert!(!shown.contains(silly), "{silly:?} is shown: {shown}");
    }
}
