//! Bringing a site to a folder and to an object store that speaks as S3 does.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::Ordering;

use press::hosting::Keep;
use press::outbox::Outbox;
use press::publish::manifest::{self, Base};
use press::publish::{PublishError, Target, Told, Wish, publish};
use press::site::SiteError;
use serde_json::json;

use crate::desk::{Desk, article};
use crate::hosted::{encoded, names};
use crate::store::Store;

fn desk() -> Desk {
    let desk = Desk::new(&[
        article("1", json!({"section": "du-lich", "published": "2024-05-02T08:00:00+07:00"})),
        article("2", json!({})),
        article("3", json!({"cover": {"src": "img/ảnh 100%.png"}})),
    ]);
    desk.picture("img/ảnh 100%.png");
    desk.build().expect("a site");
    desk
}

fn sorted(root: &Path) -> Vec<String> {
    let mut all = names(root, root);
    all.sort();
    all
}

/// What a folder holds, but for the manifest.
fn held(root: &Path) -> Vec<(String, Vec<u8>)> {
    let all = sorted(root).into_iter().filter(|name| !name.starts_with('.'));
    all.map(|name| (name.clone(), fs::read(root.join(&name)).expect("a file"))).collect()
}

#[test]
fn a_folder_gets_what_changed_and_keeps_what_is_not_ours() {
    let desk = desk();
    let there = desk.root.path().join("there");
    let target = Target::Folder(there.clone());
    let send = |wish| publish(&desk.site(), &target, wish, &|_| {}).expect("published");
    let first = send(Wish::default());
    assert_eq!(first.sent, sorted(&desk.site()).len());
    assert_eq!(held(&there), held(&desk.site()));
    desk.write("there/of-others.txt", "kept");
    let again = send(Wish::default());
    assert_eq!((again.sent, again.deleted, again.same), (0, 0, first.sent));

    desk.change("articles/1.json", |article| {
        article["title"] = json!("Tựa khác");
        article["slug"] = json!("bai-1");
    });
    fs::remove_file(desk.content().join("articles/2.json")).expect("a file");
    desk.build().expect("a site");
    let lines = Mutex::new(Vec::new());
    let dry = Wish { dry_run: true, ..Wish::default() };
    let said = |told: Told<'_>| {
        if let Told::Would(what, file) = told {
            lines.lock().expect("lines").push(format!("{what} {file}"));
        }
    };
    let would = publish(&desk.site(), &target, dry, &said).expect("a plan");
    let lines = lines.into_inner().expect("lines");
    assert!(lines.contains(&"changed content/articles/1.json".to_owned()), "{lines:?}");
    assert!(lines.contains(&"deleted content/articles/2.json".to_owned()), "{lines:?}");
    assert!(
        !lines.iter().any(|line| line.contains("start.js") || line.contains("img/")),
        "{lines:?}"
    );
    assert!(there.join("content/articles/2.json").is_file(), "a dry run did something");
    assert_eq!(send(Wish::default()), would);
    fs::remove_file(there.join("of-others.txt")).expect("kept");
    assert_eq!(held(&there), held(&desk.site()));
    assert_eq!(send(Wish { all: true, ..Wish::default() }).same, 0);
}

#[test]
fn the_app_files_of_the_release_before_stay() {
    let desk = desk();
    let there = desk.root.path().join("there");
    let target = Target::Folder(there.clone());
    let apps = || sorted(&there).iter().filter(|name| name.starts_with("app/app-")).count();
    for (release, expected) in [(1, 2), (2, 4), (3, 6), (4, 6)] {
        // Built where nothing was: such a site knows its own release only.
        fs::remove_dir_all(desk.site()).expect("a site");
        desk.write("app/trangnhat-1_bg.wasm", &format!("wasm {release}"));
        desk.build().expect("a site");
        publish(&desk.site(), &target, Wish::default(), &|_| {}).expect("published");
        assert_eq!(apps(), expected, "release {release}");
    }
}

#[test]
fn a_folder_that_is_no_site_or_holds_the_target_is_refused() {
    let desk = desk();
    let to = |path: PathBuf| Target::Folder(path);
    let inside = publish(&desk.site(), &to(desk.site().join("x")), Wish::default(), &|_| {});
    assert!(matches!(inside, Err(PublishError::Target(_))), "{inside:?}");
    let none = publish(&desk.content(), &to(desk.root.path().join("x")), Wish::default(), &|_| {});
    assert!(matches!(none, Err(PublishError::NoSite(_))), "{none:?}");
    desk.write(
        "other/.press-manifest.json",
        "{\"version\":9,\"number\":1,\"all\":{\"files\":{},\"releases\":[]}}",
    );
    let newer =
        publish(&desk.site(), &to(desk.root.path().join("other")), Wish::default(), &|_| {});
    assert!(matches!(newer, Err(PublishError::Manifest(_))), "{newer:?}");
}

#[test]
fn an_object_store_gets_each_file_with_its_headers() {
    let Some(store) = Store::start("publishing::an_object_store_gets_each_file_with_its_headers")
    else {
        return;
    };
    let desk = desk();
    // Large enough to be sent in parts.
    desk.write("content/video/a.mp4", &"0123456789abcdef".repeat(1_100_000));
    desk.build().expect("a site");
    let first = store.publish(&desk.site()).expect("published");
    let all = sorted(&desk.site());
    assert_eq!(first.sent, all.len());
    for name in &all {
        let answer = store.object(&encoded(name));
        assert_eq!(answer.status, 200, "{name}");
        assert!(answer.body == fs::read(desk.site().join(name)).expect("a file"), "{name}");
        let kind = host::content_type(Path::new(name));
        assert_eq!(answer.header("content-type"), Some(kind), "{name}");
        let keep = Keep::of(name).cache_control();
        assert_eq!(answer.header("cache-control"), Some(keep), "{name}");
    }
    let (_, manifest) =
        Base::read(&store.object(manifest::NAME).body, Some(&store.object(manifest::CHANGES).body))
            .expect("a manifest");
    assert_eq!(manifest.files.len(), all.len());
    assert_eq!(store.publish(&desk.site()).expect("published").sent, 0);

    fs::remove_file(desk.content().join("articles/2.json")).expect("a file");
    desk.build().expect("a site");
    let second = store.publish(&desk.site()).expect("published");
    assert!(second.deleted > 0 && second.sent < all.len() / 2, "{second:?}");
    assert_eq!(store.object("content/articles/2.json").status, 404);
    assert_eq!(store.object("content/articles/1.json").status, 200);
}

#[test]
fn a_store_that_is_busy_for_a_moment_is_asked_again() {
    let Some(mut store) =
        Store::start("publishing::a_store_that_is_busy_for_a_moment_is_asked_again")
    else {
        return;
    };
    let desk = desk();
    let refused = store.be_busy();
    let sent = store.publish(&desk.site()).expect("published").sent;
    assert_eq!(sent, sorted(&desk.site()).len());
    assert!(refused.load(Ordering::Relaxed) > 2, "it was never busy");
}

#[test]
fn nothing_is_sent_while_a_build_changes_the_site() {
    let desk = desk();
    let there = desk.root.path().join("there");
    let send = || publish(&desk.site(), &Target::Folder(there.clone()), Wish::default(), &|_| {});
    let build = Outbox::open(&desk.site()).expect("the site");
    let refused = send();
    assert!(matches!(refused, Err(PublishError::Site(SiteError::Busy(_)))), "{refused:?}");
    assert!(!there.exists(), "nothing was sent");
    drop(build);
    send().expect("published");
    // A copy of the site alone, without what the press keeps beside it.
    let copy = desk.root.path().join("copy");
    fs::rename(&there, &copy).expect("a copy");
    publish(&copy, &Target::Folder(there.clone()), Wish::default(), &|_| {}).expect("published");
    assert_eq!(held(&there), held(&desk.site()));
}

#[test]
fn a_publish_that_broke_off_goes_on() {
    let desk = desk();
    let there = desk.root.path().join("there");
    let target = Target::Folder(there.clone());
    // A folder where a page has to be: sending it fails.
    desk.write("there/tin/index.html/in-the-way", "");
    let broken = publish(&desk.site(), &target, Wish::default(), &|_| {});
    assert!(matches!(broken, Err(PublishError::Store(..))), "{broken:?}");
    assert!(there.join("content/articles/1.json").is_file(), "articles come before pages");
    assert!(!there.join("app/start.js").exists(), "the loader comes after them");
    let read = |name| fs::read(there.join(name)).expect("a manifest");
    let (all, changes) = (read(manifest::NAME), read(manifest::CHANGES));
    let (_, known) = Base::read(&all, Some(&changes)).expect("a manifest");
    assert!(!known.files["content/articles/1.json"].is_empty());
    assert_eq!(known.files["app/start.js"], "-", "what was not sent is not known to be there");
    // Without the first file nothing is known, whatever the second says.
    fs::remove_file(there.join(manifest::NAME)).expect("a file");
    let dry = Wish { dry_run: true, ..Wish::default() };
    let all_anew = publish(&desk.site(), &target, dry, &|_| {}).expect("a plan");
    assert_eq!(all_anew.same, 0);
    fs::write(there.join(manifest::NAME), &all).expect("a file");
    fs::remove_dir_all(there.join("tin/index.html")).expect("a folder");
    let rest = publish(&desk.site(), &target, Wish::default(), &|_| {}).expect("published");
    assert!(rest.same > 0 && rest.sent < sorted(&desk.site()).len(), "{rest:?}");
    assert_eq!(held(&there), held(&desk.site()));
}

#[test]
fn a_page_leads_on_only_to_what_is_there() {
    let desk = desk();
    let there = desk.root.path().join("there");
    let send = || publish(&desk.site(), &Target::Folder(there.clone()), Wish::default(), &|_| {});
    send().expect("published");
    let page = |name: &str| fs::read_to_string(there.join(name)).expect("a page");
    let before = page("tin/bai-2-2/index.html");
    desk.change("articles/2.json", |article| {
        article["slug"] = json!("z");
        article["aliases"] = json!(["/tin/bai-2-2/"]);
    });
    desk.build().expect("a site");
    // Twice: the first try has told the manifest of the new page, which is still not there.
    desk.write("there/tin/z-2/index.html/in-the-way", "");
    for time in 0..2 {
        let broken = send();
        assert!(matches!(broken, Err(PublishError::Store(..))), "{broken:?}");
        assert!(page("tin/bai-2-2/index.html") == before, "{time}: it leads to what is not there");
    }
    fs::remove_dir_all(there.join("tin/z-2/index.html")).expect("a folder");
    send().expect("published");
    assert!(page("tin/bai-2-2/index.html").contains("url=/tin/z-2/"));
    assert_eq!(held(&there), held(&desk.site()));
}
