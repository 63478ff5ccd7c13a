//! Files and hosts that an article names.

use std::path::{Component, Path};

use story::model::Hosts;
use unicode_normalization::UnicodeNormalization;

use super::Checker;
use crate::check::picture::{Flaw, like_developed};
use crate::folder::MEDIA;

impl Checker<'_> {
    /// The same picture in another size: held against what its `src` is held against.
    pub(super) fn variant(&mut self, path: &str, src: &str) {
        if src.starts_with("https:") {
            self.host(path, src, "hosts.img", |hosts| &hosts.img);
        } else if self.file_name(path, src) {
            self.own_name(path, src);
            if let Some(found) = self.missing(src) {
                self.warn(path, "a picture that is there", found);
            }
        }
    }

    /// A file that is published under its own name.
    pub(super) fn own_name(&mut self, path: &str, src: &str) {
        if let Some(Flaw { expected, found }) = like_developed(src) {
            self.error(path, &expected, found);
        }
    }

    /// What is to be said where there is no file of this name.
    pub(super) fn missing(&self, src: &str) -> Option<String> {
        let there = |name: &str| self.paper.root.join(name).is_file();
        if there(src) {
            return None;
        }
        // What an article says is composed when it is read; a folder that was packed on a Mac may
        // have the marks of its letters apart, and looks the same.
        let apart: String = src.nfd().collect();
        Some(if apart != src && there(&apart) {
            format!("{src} with its marks apart from their letters (NFD); rename it")
        } else {
            format!("no file {src}")
        })
    }

    /// Sound, a moving picture, or its captions.
    pub(super) fn media(&mut self, path: &str, src: &str) {
        if src.starts_with("https:") {
            self.host(path, src, "hosts.media", |hosts| &hosts.media);
            return;
        }
        if !self.file_name(path, src) {
            return;
        }
        self.own_name(path, src);
        if let Some(found) = self.missing(src) {
            self.warn(path, "a file that is there", found);
        }
    }

    /// Pages ask no host that the paper does not name.
    pub(super) fn host(
        &mut self,
        path: &str,
        url: &str,
        list: &str,
        of: impl Fn(&Hosts) -> &Vec<String>,
    ) {
        let host = url.trim_start_matches("https://").split(['/', '?', '#']).next();
        let host = host.unwrap_or_default();
        let hosts = self.paper.site.hosts.as_ref();
        if !hosts.is_some_and(|hosts| of(hosts).iter().any(|named| named == host)) {
            let found = format!("{host}: pages will not ask it");
            self.warn(path, &format!("a host that {list} of site.json names"), found);
        }
    }

    /// An embed of a host that the paper does not name is a link and nothing more.
    pub(super) fn frame(&mut self, path: &str, url: &str) {
        let host = url.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
        let hosts = self.paper.site.hosts.as_ref();
        if let Some(host) = host
            && !hosts.is_some_and(|hosts| hosts.frame.iter().any(|named| named == host))
        {
            let found = format!("{host}: it is shown as a link");
            self.warn(path, "a host that hosts.frame of site.json names", found);
        }
    }

    /// Whether this is the name of a file that the site will have.
    pub(super) fn file_name(&mut self, path: &str, src: &str) -> bool {
        let inside = Path::new(src).components().all(|c| matches!(c, Component::Normal(_)));
        let first = src.split('/').next().unwrap_or_default();
        let good = inside && MEDIA.contains(&first) && !src.contains(['\\', '?', '#']);
        if !good {
            self.error(path, "https: or a file in img/, audio/ or video/", format!("{src:?}"));
        }
        good
    }
}
