//! What a newsroom can rely on when it builds a site.

use std::fs;

use crate::desk::{self, Desk, article};
use press::run::{RunError, Wish, build};
use press::site::{App, SiteError, Sources};
use serde_json::{Value, json};

#[test]
fn every_known_address_has_a_page_and_every_page_its_files() {
    let desk = Desk::new(&[
        article(
            "7",
            json!({"section": "du-lich", "published": "2024-05-02T08:00:00+07:00",
            "tags": [{"slug": "che", "name": "Chè"}]}),
        ),
        article("8", json!({"title": "???", "aliases": ["/cu/bai-8/"]})),
        article("9", json!({"kind": "page", "title": "Giới thiệu"})),
    ]);
    desk.build().expect("a site");
    for page in [
        "index.html",
        "404.html",
        "du-lich/index.html",
        "du-lich/2024/05/index.html",
        "du-lich/bai-7-7/index.html",
        "tag/che/index.html",
        "tag/che/2024/05/index.html",
        "tin/index.html",
        "tin/undated/index.html",
        "tin/tin-8/index.html",
        "tin/gioi-thieu-9/index.html",
    ] {
        let html = desk.page(page);
        assert!(html.starts_with("<!doctype html>\n<html lang=\"vi\" data-base=\"/\" "), "{page}");
        for name in desk::named(&html) {
            assert!(
                desk.site().join(name.trim_start_matches('/')).is_file(),
                "{page} names {name}"
            );
        }
    }
    assert!(desk.page("cu/bai-8/index.html").contains("url=/tin/tin-8/"));
    let site: Value = desk.json("content/site.json");
    assert_eq!(site["pages"][0]["path"], "/tin/gioi-thieu-9/");
    assert_eq!(desk.json("content/sections/tin/latest.json")["total"], 1);
}

#[test]
fn the_policy_comes_first_and_no_page_has_a_style_attribute() {
    let desk = Desk::new(&[article("7", json!({"title": "Ba \"lá\" <b> & cỏ"}))]);
    desk.build().expect("a site");
    let html = desk.page("tin/ba-la-b-co-7/index.html");
    let head = html.split("<head>\n").nth(1).expect("a head");
    assert!(head.starts_with("<meta http-equiv=\"Content-Security-Policy\""));
    assert!(html.contains("<title>Ba &quot;lá&quot; &lt;b&gt; &amp; cỏ | Báo Thử</title>"));
    assert!(!html.contains(" style="));
    assert!(head.split("<script>").nth(1).expect("a snippet").find("</script>") < Some(300));
}

#[test]
fn a_paper_under_a_sub_path_names_its_files_there() {
    let desk = Desk::new(&[article("7", json!({}))]);
    desk.change("site.json", |site| site["base_url"] = json!("https://x.example/bao"));
    desk.build().expect("a site");
    let html = desk.page("tin/bai-7-7/index.html");
    assert!(html.contains("data-base=\"/bao/\""));
    assert!(html.contains("<link rel=\"canonical\" href=\"https://x.example/bao/tin/bai-7-7/\">"));
    assert!(desk::named(&html).iter().all(|name| name.starts_with("/bao/")), "{html}");
    assert!(desk.page("_headers").starts_with("/bao/*\n"));
}

#[test]
fn sizes_are_filled_in_times_are_the_papers_and_links_become_cards() {
    let desk = Desk::new(&[
        article(
            "7",
            json!({
                "title": "Mu\u{0300}a thu", "published": "2024-05-01T23:30:00Z",
                "body": [{"type": "image", "src": "img/a.png"}, {"type": "links", "items": [{"id": "8"}]}],
                "related": ["8"],
            }),
        ),
        article("8", json!({"lead": ["Một ", {"text": "hai", "marks": ["em"]}]})),
    ]);
    desk.picture("img/a.png");
    desk.build().expect("a site");
    let article = desk.json("content/articles/7.json");
    assert_eq!(article["title"], "Mùa thu");
    assert_eq!(article["path"], "/tin/mua-thu-7/");
    assert_eq!(article["published"], "2024-05-02T06:30:00+07:00");
    assert_eq!(
        (&article["body"][0]["width"], &article["body"][0]["height"]),
        (&json!(3), &json!(2))
    );
    assert_eq!(article["related"][0]["lead"], "Một hai");
    assert_eq!(article["body"][1]["items"][0]["path"], "/tin/bai-8-8/");
    assert_eq!(desk.json("content/sections/tin/2024-05.json")["items"][0]["id"], "7");
}

#[test]
fn what_is_dated_later_waits_for_its_time() {
    let later = json!({"section": "du-lich", "published": "2030-01-01T00:00:00+07:00"});
    let desk = Desk::new(&[article("7", json!({"related": ["8"]})), article("8", later)]);
    let built = desk.build().expect("a site");
    assert!(built.warnings.iter().any(|warning| warning.to_string().contains("held back")));
    assert_eq!(built.articles, 1);
    assert!(!desk.site().join("content/articles/8.json").exists());
    assert!(desk.json("content/articles/7.json").get("related").is_none());
}

#[test]
fn a_build_that_fails_leaves_the_old_site_as_it_was() {
    let desk = Desk::new(&[article("7", json!({}))]);
    desk.build().expect("a site");
    let before = desk.page("tin/bai-7-7/index.html");
    desk.change("articles/7.json", |article| article["title"] = json!(5));
    assert!(matches!(desk.build(), Err(RunError::Content(_))));
    assert_eq!(desk.page("tin/bai-7-7/index.html"), before);
    // Beside the site is what the press keeps for itself, and nothing half done.
    let mut left: Vec<_> = fs::read_dir(desk.root.path().join(".site.press"))
        .expect("a folder")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    left.sort();
    assert_eq!(left, ["cards-0", "ledger", "lock"]);
}

#[test]
fn a_folder_that_is_no_site_is_never_replaced() {
    let desk = Desk::new(&[article("7", json!({}))]);
    fs::create_dir_all(desk.site()).expect("a folder");
    fs::write(desk.site().join("thesis.txt"), "years of work").expect("a file");
    assert!(matches!(desk.build(), Err(RunError::Site(SiteError::Foreign(_)))));
    assert!(desk.site().join("thesis.txt").is_file());
}

#[test]
fn without_the_app_it_is_said_what_is_missing_and_how_to_make_it() {
    let desk = Desk::new(&[article("7", json!({}))]);
    let error = App::read(&Sources::within(&desk.root.path().join("nothing"))).expect_err("no app");
    assert!(error.to_string().contains("cargo xtask build"), "{error}");
}

#[test]
fn an_app_inside_the_command_gives_the_same_site_as_one_in_folders() {
    let desk = Desk::new(&[article("7", json!({}))]);
    desk.build().expect("a site");
    let folders = desk.everything();
    let app = desk.root.path().join("app");
    let table: Vec<(&str, &[u8])> = desk
        .files_of(&app)
        .into_iter()
        .map(|(name, bytes)| {
            let (name, bytes): (&str, &[u8]) =
                (name.to_string_lossy().into_owned().leak(), bytes.leak());
            (name, bytes)
        })
        .collect();
    fs::remove_dir_all(&app).expect("it goes");
    let app = App::read(&Sources::Inside(table.leak())).expect("an app");
    let wish = Wish { full: true, ..desk.wish() };
    build(&desk.content(), &desk.site(), &app, &wish).expect("a site");
    assert_eq!(folders, desk.everything());
}

#[test]
fn the_same_content_gives_the_same_bytes_whatever_the_files_are_called() {
    let desk = Desk::new(&[article("7", json!({})), article("8", json!({}))]);
    desk.build().expect("a site");
    let first = desk.everything();
    fs::rename(desk.content().join("articles/7.json"), desk.content().join("articles/z.json"))
        .expect("another name");
    desk.build().expect("a site");
    assert_eq!(first, desk.everything());
}

#[test]
fn lasting_files_are_told_to_be_kept_and_the_loader_is_not() {
    let desk = Desk::new(&[article("7", json!({}))]);
    desk.build().expect("a site");
    let headers = desk.page("_headers");
    for line in headers.lines().filter(|line| line.starts_with("/app/")) {
        assert!(line == "/app/start.js" || line.contains('-'), "{line}");
    }
    assert!(
        headers.contains("/app/start.js\n  Cache-Control: public, max-age=60, must-revalidate")
    );
    let hints = headers.lines().filter(|line| line.starts_with("  Link: </app/"));
    // The front page, two sections, tags, and stories without a section.
    assert_eq!(
        hints.filter(|line| line.contains("as=font") && line.contains("as=style")).count(),
        5
    );
    let start = desk.page("app/start.js");
    assert!(!start.contains("__"), "{start}");
    // The font that the first screen's style names is where it says, whatever page it stands in.
    for page in ["index.html", "404.html", "tin/index.html"] {
        let html = desk.page(page);
        let font = html.split("url(").nth(1).and_then(|rest| rest.split(')').next());
        let font = font.expect("a font").trim_matches('"').trim_start_matches('/');
        assert!(font.starts_with("app/") && desk.site().join(font).is_file(), "{page}: {font}");
    }
    let html = desk.page("tin/bai-7-7/index.html");
    let style = desk::named(&html).into_iter().find(|name| name.contains("/article-"));
    let css = desk.page(style.expect("a style").trim_start_matches('/'));
    let font = css.split("url(").nth(1).and_then(|rest| rest.split(')').next()).expect("a font");
    assert!(desk.site().join("app").join(font.trim_matches('"')).is_file(), "{css}");
    drop(build(&desk.content(), &desk.site(), &desk.app(), &desk.wish()));
}

#[test]
fn every_page_is_there_to_be_read_without_any_script() {
    let story = |id: &str, day: &str| {
        let published = format!("2024-05-{day}T08:00:00+07:00");
        article(
            id,
            json!({"section": "du-lich", "published": published,
                "lead": "Một câu dẫn.", "body": [{"type": "paragraph", "text": "Một đoạn."}]}),
        )
    };
    let stories: Vec<Value> = (1..=9).map(|n| story(&n.to_string(), &format!("0{n}"))).collect();
    let desk = Desk::new(&stories);
    desk.build().expect("a site");
    let html = desk.page("du-lich/bai-5-5/index.html");
    for part in ["<h1>Bài 5</h1>", "Một câu dẫn.", "<p>Một đoạn.</p>", "aria-current=true"]
    {
        assert!(html.contains(part), "{part} in {html}");
    }
    // Three newer ones and three older ones, and never the story itself.
    let rail = html.split("class=rail ").nth(1).expect("a rail");
    let rail = rail.split("</section>").next().expect("its end");
    let cards: Vec<&str> = rail.split("<article").skip(1).collect();
    let told = |n: usize| format!("/du-lich/bai-{n}-{n}/");
    for (card, n) in cards.iter().zip([8, 7, 6, 4, 3, 2]) {
        assert!(card.contains(&told(n)), "{n} in {card}");
    }
    assert_eq!(cards.len(), 6);
    // The front page, the section and its archive lead there.
    for page in ["index.html", "du-lich/index.html", "du-lich/2024/05/index.html"] {
        assert!(desk.page(page).contains(&told(9)), "{page}");
    }
    assert!(!html.contains("<!>"), "marks of a rendering that nobody hydrates");
}
