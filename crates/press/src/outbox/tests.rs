use std::collections::BTreeMap;

use super::*;

/// A folder for a site, beside which the press keeps its own.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn out(&self) -> PathBuf {
        self.0.path().join("site")
    }

    fn open(&self) -> Outbox {
        Outbox::open(&self.out()).expect("nobody else has it")
    }

    /// The site's files and what is in them.
    fn site(&self) -> BTreeMap<String, String> {
        let mut all = BTreeMap::new();
        let mut open = vec![self.out()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).expect("a folder").flatten() {
                let path = entry.path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let name = path.strip_prefix(self.out()).expect("within").to_owned();
                    let text = fs::read_to_string(&path).expect("text");
                    all.insert(name.to_string_lossy().into_owned(), text);
                }
            }
        }
        all
    }
}

fn bytes(text: &str) -> Content {
    Content::Bytes(text.as_bytes().to_vec())
}

/// What makes a folder a site of ours.
const OWN: [(&str, &str); 2] = [("app/start.js", "s"), ("content/site.json", "{}")];

fn anew(outbox: &Outbox, files: &[(&str, &str)]) -> Done {
    let draft = outbox.anew().expect("room");
    for (name, text) in OWN.iter().chain(files) {
        draft.put(name, Rank::Asset, false, &bytes(text)).expect("room");
    }
    draft.finish(|_| b"ledger".to_vec()).expect("room")
}

fn site(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    let all = OWN.iter().chain(files);
    all.map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn a_whole_site_takes_the_place_of_the_one_before() {
    let place = Place::new();
    let outbox = place.open();
    assert_eq!(outbox.stamp(), None);
    anew(&outbox, &[("a", "1"), ("b/c", "2")]);
    let first = outbox.stamp().expect("a folder");
    let done = anew(&outbox, &[("a", "3")]);
    assert_eq!((done.written, done.removed), (3, 0));
    assert_ne!(outbox.stamp(), Some(first));
    assert_eq!(place.site(), site(&[("a", "3")]));
    let left: Vec<_> = fs::read_dir(outbox.desk()).expect("a folder").flatten().collect();
    assert_eq!(left.len(), 2, "the lock and the ledger: {left:?}");
}

#[test]
fn a_change_writes_what_changed_and_takes_away_what_is_gone() {
    let place = Place::new();
    let outbox = place.open();
    anew(&outbox, &[("a", "1"), ("b/c", "2"), ("d/e/f", "3")]);
    let stamp = outbox.stamp();
    let draft = outbox.change().expect("room");
    draft.put("a", Rank::Home, true, &bytes("1")).expect("room");
    draft.put("b/c", Rank::Article, true, &bytes("20")).expect("room");
    draft.put("g/h", Rank::Article, false, &bytes("4")).expect("room");
    draft.remove("d/e/f").expect("room");
    draft.remove("never was").expect("room");
    let done = draft.finish(|_| Vec::new()).expect("room");
    // What came out as it was is not written.
    assert_eq!((done.written, done.removed, done.bytes), (2, 2, 3));
    assert_eq!(place.site(), site(&[("a", "1"), ("b/c", "20"), ("g/h", "4")]));
    assert!(!place.out().join("d").exists(), "empty folders go");
    assert_eq!(outbox.stamp(), stamp, "the folder stays");
}

#[test]
fn a_file_comes_where_a_folder_was_and_the_other_way_round() {
    let place = Place::new();
    let outbox = place.open();
    anew(&outbox, &[("a/b/c", "1"), ("d", "2")]);
    let draft = outbox.change().expect("room");
    for (name, text) in [("a", "3"), ("d/e", "4")] {
        draft.put(name, Rank::Article, false, &bytes(text)).expect("room");
    }
    for name in ["a/b/c", "d"] {
        draft.remove(name).expect("room");
    }
    draft.finish(|_| Vec::new()).expect("room");
    assert_eq!(place.site(), site(&[("a", "3"), ("d/e", "4")]));
}

/// Every point at which a change may be cut short: the next to come finishes it, to the same end.
#[test]
fn a_change_that_was_cut_short_is_finished_by_the_next() {
    let steps = [
        journal::Step::Put(0, "new/a".into()),
        journal::Step::Put(1, "b".into()),
        journal::Step::Put(2, "c".into()),
        journal::Step::Remove("d/e".into()),
        journal::Step::Remove("c/f".into()),
    ];
    for done in 0..=steps.len() {
        let place = Place::new();
        let outbox = place.open();
        anew(&outbox, &[("b", "1"), ("c/f", "2"), ("d/e", "3")]);
        fs::create_dir_all(outbox.staged()).expect("a folder");
        for number in 0..3 {
            fs::write(outbox.staged().join(number.to_string()), format!("n{number}"))
                .expect("room");
        }
        fs::write(outbox.next_ledger(), "next").expect("room");
        Journal::Change(steps.to_vec()).write(outbox.desk()).expect("room");
        // Some of it happens, and the process is gone.
        let some: Vec<_> = steps.iter().take(done).cloned().collect();
        if done > 2 {
            apply::apply(&place.out(), &outbox.staged(), &steps).expect("room");
        } else {
            apply::apply(&place.out(), &outbox.staged(), &some).expect("room");
        }
        drop(outbox);
        let outbox = place.open();
        assert_eq!(place.site(), site(&[("new/a", "n0"), ("b", "n1"), ("c", "n2")]), "{done}");
        assert_eq!(fs::read(outbox.ledger()).expect("a ledger"), b"next");
        assert_eq!(Journal::find(outbox.desk()).expect("no trouble"), None);
        assert!(!outbox.staged().exists());
    }
}

#[test]
fn what_was_begun_without_a_journal_is_thrown_away() {
    let place = Place::new();
    let outbox = place.open();
    anew(&outbox, &[("a", "1")]);
    let before = place.site();
    let draft = outbox.change().expect("room");
    draft.put("a", Rank::Home, true, &bytes("2")).expect("room");
    drop(draft);
    let draft = outbox.anew().expect("room");
    draft.put("a", Rank::Home, true, &bytes("3")).expect("room");
    drop(draft);
    drop(outbox);
    let outbox = place.open();
    assert_eq!(place.site(), before);
    assert!(!outbox.staged().exists() && !outbox.beside().exists());
}

#[test]
fn an_exchange_that_was_cut_short_is_finished_by_the_next() {
    let place = Place::new();
    let outbox = place.open();
    anew(&outbox, &[("a", "1")]);
    let draft = outbox.anew().expect("room");
    for (name, text) in OWN.iter().chain(&[("a", "2")]) {
        draft.put(name, Rank::Asset, false, &bytes(text)).expect("room");
    }
    drop(draft);
    let stamp = Stamp::of(&outbox.beside()).expect("a folder");
    Journal::Anew(stamp).write(outbox.desk()).expect("room");
    drop(outbox);
    let outbox = place.open();
    assert_eq!(place.site(), site(&[("a", "2")]));
    assert_eq!(outbox.stamp(), Some(stamp));
    // Once more, cut short after the exchange itself.
    Journal::Anew(stamp).write(outbox.desk()).expect("room");
    drop(outbox);
    drop(place.open());
    assert_eq!(place.site(), site(&[("a", "2")]));
}

#[test]
fn one_build_at_a_time_and_never_over_what_is_no_site() {
    let place = Place::new();
    let outbox = place.open();
    assert!(matches!(Outbox::open(&place.out()), Err(SiteError::Busy(_))));
    drop(outbox);
    fs::create_dir_all(place.out()).expect("a folder");
    fs::write(place.out().join("thesis.txt"), "years").expect("a file");
    assert!(matches!(Outbox::open(&place.out()), Err(SiteError::Foreign(_))));
}

#[test]
fn what_is_new_comes_before_what_leads_to_it() {
    let place = Place::new();
    let outbox = place.open();
    anew(&outbox, &[("index.html", "1"), ("old", "1")]);
    let draft = outbox.change().expect("room");
    draft.put("index.html", Rank::Home, true, &bytes("2")).expect("room");
    draft.put("old", Rank::Article, true, &bytes("2")).expect("room");
    draft.put("new page", Rank::ArticlePage, false, &bytes("2")).expect("room");
    draft.put("new list", Rank::List, false, &bytes("2")).expect("room");
    draft.remove("gone").expect("room");
    let order = draft.order().expect("no panic");
    let names = order.iter().map(|step| match step {
        journal::Step::Put(_, name) => name.as_str(),
        journal::Step::Remove(name) => name.as_str(),
    });
    let names: Vec<&str> = names.collect();
    assert_eq!(names, ["new page", "new list", "old", "index.html", "gone"]);
}

#[test]
fn a_page_that_leads_on_comes_after_the_page_it_leads_to() {
    let place = Place::new();
    let outbox = place.open();
    anew(&outbox, &[("a/index.html", "the article")]);
    let draft = outbox.change().expect("room");
    // The article's own page was there, and is no file that a lead-on page is known by.
    draft.put("a/index.html", Rank::LeadOn, false, &bytes("to z")).expect("room");
    draft.put("z/index.html", Rank::ArticlePage, false, &bytes("the article")).expect("room");
    // Another goes back to where it was, and leads there from where it was meanwhile.
    draft.put("b/index.html", Rank::LeadOn, false, &bytes("to y")).expect("room");
    draft.put("y/index.html", Rank::ArticlePage, true, &bytes("the other")).expect("room");
    let order = draft.order().expect("no panic");
    let names: Vec<_> = order.iter().map(|step| format!("{step:?}")).collect();
    let at = |name: &str| names.iter().position(|step| step.contains(name));
    assert!(at("\"z/") < at("\"a/") && at("\"y/") < at("\"b/"), "{names:?}");
}

#[test]
fn what_cannot_be_is_refused_before_it_is_promised() {
    /// What is there, what comes, and what goes.
    type Case =
        (&'static [(&'static str, &'static str)], &'static [&'static str], &'static [&'static str]);
    let cases: [Case; 5] = [
        // In a file that stays, in one that comes with it, and deep in one.
        (&[("a", "1")], &["a/b"], &[]),
        (&[], &["c", "c/d"], &[]),
        (&[("a", "1")], &["a/b/c/d"], &[]),
        // Where a folder stays, whole or in part.
        (&[("e/f", "1")], &["e"], &[]),
        (&[("e/f", "1"), ("e/g", "1")], &["e"], &["e/f"]),
    ];
    for (there, puts, gone) in cases {
        let place = Place::new();
        let outbox = place.open();
        anew(&outbox, there);
        let before = place.site();
        let draft = outbox.change().expect("room");
        for name in puts {
            draft.put(name, Rank::Asset, false, &bytes("2")).expect("room");
        }
        for name in gone {
            draft.remove(name).expect("room");
        }
        let error = draft.finish(|_| Vec::new()).expect_err("no such site").to_string();
        assert!(error.contains("cannot be written"), "{error}");
        drop(outbox);
        drop(place.open());
        assert_eq!(place.site(), before);
    }
}

#[test]
fn a_site_set_aside_is_in_nobodys_way() {
    let place = Place::new();
    let outbox = place.open();
    anew(&outbox, &[("a", "1")]);
    let aside = exchange::aside(&outbox.beside());
    fs::create_dir_all(&aside).expect("room");
    drop(outbox);
    drop(place.open());
    assert!(!aside.exists());
}
