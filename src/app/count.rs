//! Whoever counts page views: an event for scripts of the newsroom, and one beacon where
//! `site.json` names a host for it.

use js_sys::{Object, Reflect};
use web_sys::{CustomEvent, CustomEventInit};

use crate::Paper;
use crate::browser;

/// A page was shown, at this path (sub-path included).
pub(super) fn page(paper: &Paper, path: &str, title: &str) {
    tell(path, title);
    let host = paper.site.hosts.as_ref().and_then(|hosts| hosts.count.as_ref());
    if let Some(host) = host {
        let address = format!("https://{host}/");
        // The path and nothing else; a beacon that does not go out is not worth a word.
        drop(browser::window().navigator().send_beacon_with_opt_str(&address, Some(path)));
    }
}

fn tell(path: &str, title: &str) {
    let detail = Object::new();
    drop(Reflect::set(&detail, &"path".into(), &path.into()));
    drop(Reflect::set(&detail, &"title".into(), &title.into()));
    let init = CustomEventInit::new();
    init.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict("trangnhat:page", &init) {
        drop(browser::document().dispatch_event(&event));
    }
}
