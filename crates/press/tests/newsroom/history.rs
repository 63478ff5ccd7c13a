//! Whatever is done to a newsroom's folder, and in whatever order: what is built step by step is
//! byte for byte what is built at once.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::desk::{Desk, article};
use press::pictures::Settings;
use press::run::{Wish, build};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Something that an editor does.
#[derive(Clone, Debug)]
enum Edit {
    /// Writes the article of this number, new or over the one that is there.
    Write { id: u8, section: u8, tags: u8, at: u16, related: u8, extra: u8 },
    /// Takes it out.
    Remove(u8),
    /// Gives its file another name.
    Rename(u8),
    /// Puts another picture under this name.
    Picture(u8, u8),
    /// Takes a picture away.
    NoPicture(u8),
    /// Another name for the paper, another section more or less, other clocks.
    Site(u8),
    /// Says what comes first, or leaves it to the press.
    Front(Vec<u8>),
    /// Time passes, or the clock is set back.
    Clock(u16),
    /// The style changes.
    Style(u8),
    /// Writes a file once more as it is.
    Touch(u8),
}

fn edit() -> impl Strategy<Value = Edit> {
    let byte = any::<u8>;
    prop_oneof![
        6 => (0_u8..24, 0_u8..4, byte(), 0_u16..400, byte(), byte()).prop_map(
            |(id, section, tags, at, related, extra)| Edit::Write { id, section, tags, at, related, extra }
        ),
        3 => (0_u8..24).prop_map(Edit::Remove),
        1 => (0_u8..24).prop_map(Edit::Rename),
        2 => (0_u8..4, 1_u8..9).prop_map(|(name, size)| Edit::Picture(name, size)),
        1 => (0_u8..4).prop_map(Edit::NoPicture),
        1 => byte().prop_map(Edit::Site),
        1 => proptest::collection::vec(0_u8..24, 0..4).prop_map(Edit::Front),
        2 => (0_u16..400).prop_map(Edit::Clock),
        1 => (0_u8..3).prop_map(Edit::Style),
        1 => (0_u8..24).prop_map(Edit::Touch),
    ]
}

/// A newsroom's folder, and what is in it.
struct Newsroom {
    desk: Desk,
    /// By number: the name of its file, and what it says.
    articles: BTreeMap<u8, (String, Value)>,
    front: Vec<u8>,
    wish: Wish,
}

impl Newsroom {
    fn new() -> Self {
        let desk = Desk::new(&[]);
        fs::create_dir_all(desk.content().join("articles")).expect("a folder");
        let pictures = Some(Settings { fast: true });
        let wish = Wish { allow_moved: true, pictures, ..Wish::at(day(200)) };
        Self { desk, articles: BTreeMap::new(), front: Vec::new(), wish }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.desk.content().join(name)
    }

    fn take(&mut self, edit: &Edit) {
        match edit {
            Edit::Write { id, section, tags, at, related, extra } => {
                let value = self.told(*id, (*section, *tags, *at, *related, *extra));
                let name = format!("articles/{id}.json");
                if let Some((old, _)) = self.articles.insert(*id, (name, value)) {
                    drop(fs::remove_file(self.path(&old)));
                }
            }
            Edit::Remove(id) => {
                if let Some((name, _)) = self.articles.remove(id) {
                    fs::remove_file(self.path(&name)).expect("a file");
                }
            }
            Edit::Rename(id) => {
                let folder = self.path("articles/cu");
                fs::create_dir_all(folder).expect("a folder");
                if let Some((name, _)) = self.articles.get_mut(id) {
                    let new = format!("articles/cu/{id}-x.json");
                    let old = std::mem::replace(name, new.clone());
                    fs::rename(self.path(&old), self.path(&new)).expect("another name");
                }
            }
            Edit::Picture(name, size) => {
                // Wide enough to be cut for shares.
                self.desk.picture_of(&format!("img/{name}.png"), 640 + u32::from(*size), 350);
            }
            Edit::NoPicture(name) => drop(fs::remove_file(self.path(&format!("img/{name}.png")))),
            Edit::Site(kind) => self.desk.change("site.json", |site| {
                site["name"] = json!(format!("Báo {}", kind % 3));
                site["timezone"] =
                    json!(["Asia/Ho_Chi_Minh", "Europe/Paris"][usize::from(kind % 2)]);
            }),
            Edit::Front(ids) => self.front.clone_from(ids),
            Edit::Clock(at) => self.wish.now = day(*at),
            Edit::Style(kind) => {
                self.desk.write("app/style/first-article.css", &format!("a {{ top: {kind}px }}"));
            }
            Edit::Touch(id) => {
                if let Some((name, _)) = self.articles.get(id) {
                    let text = fs::read(self.path(name)).expect("a file");
                    fs::write(self.path(name), text).expect("a file");
                }
            }
        }
        self.settle();
    }

    fn told(&self, id: u8, what: (u8, u8, u16, u8, u8)) -> Value {
        let (section, tags, at, related, extra) = what;
        let mut fields = json!({
            "title": format!("Bài {id} lần {}", extra % 5),
            "related": [(related % 24).to_string(), (related / 24).to_string()],
            "tags": (0..3_u8).filter(|tag| tags & (1 << tag) != 0)
                .map(|tag| json!({"slug": format!("t{tag}"), "name": format!("T{tag}")}))
                .collect::<Vec<_>>(),
            "body": [
                {"type": "paragraph", "text": format!("Đoạn {extra}")},
                {"type": "links", "items": [{"id": (extra % 24).to_string()}]},
            ],
        });
        match section {
            0 => {}
            1 => fields["section"] = json!("du-lich"),
            2 => fields["section"] = json!("bien"),
            _ => fields["kind"] = json!("page"),
        }
        if at > 20 {
            // Many in one month, and some not yet.
            fields["published"] = json!(day(at).to_string());
        }
        if extra.is_multiple_of(3) {
            fields["cover"] =
                json!({"src": format!("img/{}.png", extra % 4), "width": 9, "height": 9});
        }
        if extra.is_multiple_of(7) {
            fields["aliases"] = json!([format!("/cu/{id}-{}/", extra % 2)]);
        }
        article(&id.to_string(), fields)
    }

    /// Writes the articles, none of which names one that is not there, and the front page's plan.
    fn settle(&self) {
        let there = |id: &Value| {
            let id = id.as_str().and_then(|id| id.parse().ok());
            id.is_some_and(|id: u8| self.articles.contains_key(&id))
        };
        for (name, value) in self.articles.values() {
            let mut value = value.clone();
            value["related"].as_array_mut().expect("ids").retain(there);
            let items = value["body"][1]["items"].as_array_mut().expect("items");
            items.retain(|item| there(&item["id"]));
            let (path, text) = (self.path(name), value.to_string());
            if fs::read_to_string(&path).ok() != Some(text.clone()) {
                fs::write(path, text).expect("a file");
            }
        }
        let lead: Vec<String> = self
            .front
            .iter()
            .filter(|id| self.articles.contains_key(id))
            .map(ToString::to_string)
            .collect();
        let plan =
            json!({"version": 1, "lead": lead, "zones": [{"section": "du-lich", "count": 3}]});
        if self.front.is_empty() {
            drop(fs::remove_file(self.path("home.json")));
        } else {
            fs::write(self.path("home.json"), plan.to_string()).expect("a file");
        }
    }

    fn build(&self, out: &str, wish: &Wish) -> BTreeMap<PathBuf, Vec<u8>> {
        let out = self.desk.root.path().join(out);
        build(&self.desk.content(), &out, &self.desk.app(), wish)
            .unwrap_or_else(|error| panic!("{error}"));
        self.desk.files_of(&out)
    }
}

/// A day by number, three in each of them.
fn day(at: u16) -> story::time::Time {
    story::time::Time::from_epoch(1_700_000_000 + i64::from(at) * 28_800, 420)
}

/// More with `TRANGNHAT_LONG=1`.
fn cases() -> u32 {
    if std::env::var_os("TRANGNHAT_LONG").is_some() { 1_000 } else { 24 }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, ..ProptestConfig::with_cases(cases()) })]
    #[test]
    fn step_by_step_is_byte_for_byte_what_is_built_at_once(
        first in proptest::collection::vec(edit(), 0..40),
        then in proptest::collection::vec(proptest::collection::vec(edit(), 1..4), 1..6),
    ) {
        let mut newsroom = Newsroom::new();
        first.iter().for_each(|edit| newsroom.take(edit));
        let mut made = newsroom.build("site", &newsroom.wish);
        for edits in &then {
            edits.iter().for_each(|edit| newsroom.take(edit));
            made = newsroom.build("site", &newsroom.wish);
        }
        let whole = newsroom.build("whole", &newsroom.wish);
        for (name, bytes) in &whole {
            prop_assert!(made.get(name) == Some(bytes), "{} is another", name.display());
        }
        for name in made.keys().filter(|name| !whole.contains_key(*name)) {
            // Of the last releases of the app.
            prop_assert!(name.starts_with("app"), "{} should be gone", name.display());
        }
    }
}
