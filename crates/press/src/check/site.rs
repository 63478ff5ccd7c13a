//! What is wrong in the paper itself.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use story::check::Problem;
use story::model::{HomePlan, Site, Slug};
use story::url::RESERVED;

use super::notes::Notes;

/// Everything wrong in `site.json`.
#[must_use]
pub fn site(site: &Site) -> Vec<Problem> {
    let mut notes = Notes::of("site.json");
    if TimeZone::get(&site.timezone).is_err() {
        let expected = "an IANA name such as Asia/Ho_Chi_Minh";
        notes.error("$.timezone", expected, site.timezone.clone());
    }
    let mut seen: BTreeSet<&Slug> = BTreeSet::new();
    for (at, section) in site.sections.iter().enumerate() {
        let path = format!("$.sections[{at}].slug");
        let slug = &section.slug;
        if RESERVED.contains(&slug.as_str()) {
            notes.error(&path, "a name that the site does not use itself", slug.to_string());
        }
        if !seen.insert(slug) {
            notes.error(&path, "each section once", slug.to_string());
        }
        // Up from here: every parent is a section, and none comes twice.
        let mut passed = BTreeSet::from([slug]);
        let mut next = section.parent.as_ref();
        while let Some(parent) = next {
            let path = format!("$.sections[{at}].parent");
            let Some(found) = site.sections.iter().find(|other| other.slug == *parent) else {
                notes.error(&path, "a section of this file", parent.to_string());
                break;
            };
            if !passed.insert(&found.slug) {
                notes.error(&path, "sections that do not go in a circle", parent.to_string());
                break;
            }
            next = found.parent.as_ref();
        }
    }
    notes.problems
}

/// Everything wrong in `home.json`, given which ids there are.
#[must_use]
pub fn home(site: &Site, plan: &HomePlan, knows: &dyn Fn(&str) -> bool) -> Vec<Problem> {
    let mut notes = Notes::of("home.json");
    let zones = plan.zones.iter().enumerate();
    let zones = zones.map(|(at, zone)| (format!("$.zones[{at}].ids"), &zone.ids));
    for (path, ids) in std::iter::once(("$.lead".to_owned(), &plan.lead)).chain(zones) {
        for (at, id) in ids.iter().enumerate().filter(|(_, id)| !knows(id.as_str())) {
            notes.error(&format!("{path}[{at}]"), "the id of an article", id.to_string());
        }
    }
    for (at, zone) in plan.zones.iter().enumerate() {
        if let Some(section) = &zone.section {
            notes.section(site, &format!("$.zones[{at}].section"), section);
        }
    }
    notes.problems
}
