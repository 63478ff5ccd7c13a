//! What is to be done, and in which order: decided before anything is touched.

use std::collections::BTreeMap;

use story::url::{Route, SitePath};

use super::local::File;
use super::manifest::Manifest;
use crate::hosting::Keep;
use crate::site::START;

/// What is sent together. Stages follow each other: nothing of one names what a later one brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// The app's hashed files, pictures, sound, icons: named by others, naming nothing.
    Files,
    /// The JSON of articles.
    Articles,
    /// All other JSON: lists, the front page, the site.
    Lists,
    /// Pages of articles.
    Stories,
    /// Pages that lead to them: sections, tags, archives, the front page.
    Pages,
    /// Pages that lead on to where an article has moved. One may take the place of the article's own
    /// page, which reads well until then.
    Moved,
    /// `start.js`, which tells pages of any age which files are current.
    Start,
    /// What shows other programs the way: feeds, sitemaps, `robots.txt`.
    Signposts,
}

impl Stage {
    /// Of a file, by its name, and by whether it is a page that leads on.
    #[must_use]
    pub fn of(name: &str, leads_on: bool) -> Self {
        let end = name.rsplit_once('.').map_or("", |(_, end)| end);
        match end {
            _ if name == START => Self::Start,
            _ if name.starts_with("app/") || Keep::of(name) == Keep::Day => Self::Files,
            "json" if name.starts_with("content/articles/") => Self::Articles,
            "json" if name.starts_with("content/") => Self::Lists,
            "html" if leads_on => Self::Moved,
            "html" if is_story(name) => Self::Stories,
            "html" => Self::Pages,
            "xml" | "txt" => Self::Signposts,
            "json" if name.ends_with("feed.json") => Self::Signposts,
            _ if name.starts_with('_') => Self::Signposts,
            _ => Self::Files,
        }
    }

    /// What it is called on the way.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Files => "files of the app and pictures",
            Self::Articles => "articles",
            Self::Lists => "lists",
            Self::Stories => "pages of articles",
            Self::Pages => "pages of lists",
            Self::Moved => "pages that lead on",
            Self::Start => "the loader",
            Self::Signposts => "feeds and sitemaps",
        }
    }
}

fn is_story(name: &str) -> bool {
    let path = SitePath::new(format!("/{name}")).ok();
    path.and_then(|path| Route::parse(&path))
        .is_some_and(|route| matches!(route, Route::Article { .. }))
}

/// A file to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// When.
    pub stage: Stage,
    /// Its name from the site's root on.
    pub name: String,
    /// Whether nothing is there under this name.
    pub new: bool,
}

impl Upload {
    /// What is sent at once, in no order. All of a wave is there before the next begins.
    #[must_use]
    pub fn wave(&self) -> (Stage, bool) {
        (self.stage, !self.new)
    }
}

/// What is to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// In the order in which it is sent: within a stage, what is new comes before what takes the place
    /// of something, since that may name it.
    pub uploads: Vec<Upload>,
    /// What goes once all is sent.
    pub deletes: Vec<String>,
    /// The manifest as it is in the end.
    pub after: Manifest,
}

impl Plan {
    /// In words: what is done, and to which file.
    pub fn words(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let word = |one: &Upload| if one.new { "new" } else { "changed" };
        let sent = self.uploads.iter().map(move |one| (word(one), one.name.as_str()));
        sent.chain(self.deletes.iter().map(|name| ("deleted", name.as_str())))
    }
}

/// What brings a target to the site. The lasting files of the app's last releases stay.
#[must_use]
pub fn plan(local: &BTreeMap<String, File>, remote: &Manifest) -> Plan {
    let mut after = Manifest { releases: remote.releases.clone(), ..Manifest::default() };
    after.release(local.keys().filter(|name| of_app(name)).cloned().collect());
    let changed = local.iter().filter(|(name, file)| remote.files.get(*name) != Some(&file.mark));
    let mut uploads: Vec<Upload> = changed
        .map(|(name, file)| Upload {
            stage: Stage::of(name, file.leads_on),
            name: name.clone(),
            new: !remote.holds(name),
        })
        .collect();
    uploads.sort_by(|a, b| (a.wave(), &a.name).cmp(&(b.wave(), &b.name)));
    let others = remote.files.iter().filter(|(name, _)| !local.contains_key(*name));
    let (kept, gone): (Vec<_>, Vec<_>) = others.partition(|(name, _)| after.keeps(name));
    let ours = local.iter().map(|(name, file)| (name.clone(), file.mark.clone()));
    let kept = kept.into_iter().map(|(name, mark)| (name.clone(), mark.clone()));
    after.files = ours.chain(kept).collect();
    Plan { uploads, deletes: gone.into_iter().map(|(name, _)| name.clone()).collect(), after }
}

fn of_app(name: &str) -> bool {
    name.starts_with("app/") && Keep::of(name) == Keep::Lasting
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> BTreeMap<String, File> {
        let file = |mark: &str| File { mark: mark.to_owned(), size: 1, leads_on: false };
        files.iter().map(|(name, mark)| ((*name).to_owned(), file(mark))).collect()
    }

    fn names(plan: &Plan) -> Vec<&str> {
        plan.uploads.iter().map(|one| one.name.as_str()).collect()
    }

    #[test]
    fn files_are_sent_before_what_names_them() {
        let all = [
            "robots.txt",
            "index.html",
            "du-lich/bai-7/index.html",
            "du-lich/2024/05/index.html",
            "cu/bai/index.html",
            "404.html",
            "app/start.js",
            "app/app-0123.js",
            "content/home.json",
            "content/articles/7.json",
            "content/share/a-0123.jpg",
            "img/a.jpg",
            "feed.json",
            "du-lich/feed.xml",
            "sitemap.xml",
            "_headers",
            "manifest.webmanifest",
            "favicon.svg",
            "video/vi.vtt",
        ];
        let files: Vec<(&str, &str)> = all.iter().map(|name| (*name, "1")).collect();
        let plan = plan(&site(&files), &Manifest::default());
        assert_eq!(
            names(&plan),
            [
                "app/app-0123.js",
                "content/share/a-0123.jpg",
                "favicon.svg",
                "img/a.jpg",
                "manifest.webmanifest",
                "video/vi.vtt",
                "content/articles/7.json",
                "content/home.json",
                "du-lich/bai-7/index.html",
                "404.html",
                "cu/bai/index.html",
                "du-lich/2024/05/index.html",
                "index.html",
                "app/start.js",
                "_headers",
                "du-lich/feed.xml",
                "feed.json",
                "robots.txt",
                "sitemap.xml",
            ]
        );
        assert!(plan.deletes.is_empty() && plan.uploads.iter().all(|one| one.new));
    }

    #[test]
    fn only_what_changed_is_sent_and_only_what_was_ours_goes() {
        let before =
            plan(&site(&[("a.html", "1"), ("b.html", "1"), ("c.html", "1")]), &Manifest::default());
        let now = site(&[("a.html", "1"), ("b.html", "2"), ("d.html", "1")]);
        let plan = plan(&now, &before.after);
        let words: Vec<_> = plan.words().collect();
        assert_eq!(words, [("new", "d.html"), ("changed", "b.html"), ("deleted", "c.html")]);
        assert_eq!(plan.after.files.keys().collect::<Vec<_>>(), ["a.html", "b.html", "d.html"]);
        let again = super::plan(&now, &plan.after);
        assert!(again.uploads.is_empty() && again.deletes.is_empty());
        assert_eq!(again.after, plan.after);
    }

    /// The article has moved to `z`, and a neighbour, whose page is known, links to it there.
    #[test]
    fn a_known_page_waits_for_new_ones_and_a_page_that_leads_on_for_all() {
        let (old, new) = ("du-lich/bai-7/index.html", "du-lich/z-7/index.html");
        let (near, list) = ("du-lich/a-6/index.html", "du-lich/index.html");
        let there = plan(&site(&[(old, "1"), (near, "1"), (list, "1")]), &Manifest::default());
        let mut now = site(&[(old, "2"), (new, "1"), (near, "2"), (list, "2")]);
        now.get_mut(old).expect("the old page").leads_on = true;
        let one = plan(&now, &there.after);
        assert_eq!(names(&one), [new, near, list, old]);
        let waves: Vec<usize> =
            one.uploads.chunk_by(|a, b| a.wave() == b.wave()).map(<[Upload]>::len).collect();
        assert_eq!(waves, [1, 1, 1, 1]);
        // Broken off before anything was sent: what was new still is, also where all is sent anew.
        let broken = there.after.on_its_way(&one.uploads);
        for there in [broken.clone(), broken.forgotten()] {
            assert_eq!(names(&plan(&now, &there)), [new, near, list, old]);
        }
    }

    #[test]
    fn the_apps_files_stay_for_three_releases_and_then_go() {
        let mut remote = Manifest::default();
        let mut gone = Vec::new();
        for release in 1..=5 {
            let app = format!("app/app-{release}.js");
            let plan = plan(&site(&[(app.as_str(), "1"), ("app/start.js", "1")]), &remote);
            gone.push(plan.deletes.join(" "));
            remote = plan.after;
        }
        assert_eq!(gone, ["", "", "", "app/app-1.js", "app/app-2.js"]);
        assert!(remote.files.contains_key("app/app-3.js"));
    }

    #[test]
    fn who_wants_all_sent_anew_forgets_what_is_there_but_not_what_was_ours() {
        let one = site(&[("a.html", "1"), ("b.html", "1")]);
        let there = plan(&one, &Manifest::default()).after;
        let plan = plan(&site(&[("a.html", "1")]), &there.forgotten());
        assert_eq!(names(&plan), ["a.html"]);
        assert_eq!(plan.deletes, ["b.html"]);
    }

    /// Broken off after `a.html`, with the manifest written on the way.
    #[test]
    fn what_was_sent_before_it_broke_off_is_not_sent_again() {
        let all = site(&[("a.html", "1"), ("b.html", "1")]);
        let mut there = Manifest::default();
        there.files.insert("a.html".to_owned(), "1".to_owned());
        assert_eq!(names(&plan(&all, &there)), ["b.html"]);
    }
}
