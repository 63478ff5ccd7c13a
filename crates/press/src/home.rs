//! The first page: what the editors put first, filled up from the sections.

use std::collections::HashSet;

use story::model::{ArticleId, HomePlan, Section, Site, Slug, Version, ZonePlan};
use story::time::Time;
use story::url::{Route, SitePath};

use crate::index::Index;
use crate::lists::Families;

/// How many articles a zone has where nothing is said.
const COUNT: u32 = 6;

/// The first page, its articles by their places in the index.
#[derive(Debug, Default, PartialEq)]
pub struct Front {
    /// What leads.
    pub lead: Vec<u32>,
    /// The rest, by zones.
    pub zones: Vec<FrontZone>,
}

/// A zone of it.
#[derive(Debug, PartialEq)]
pub struct FrontZone {
    /// Its heading; empty for none.
    pub title: String,
    /// Where that leads.
    pub path: Option<SitePath>,
    /// What is in it.
    pub items: Vec<u32>,
}

/// What the first page is filled from.
#[derive(Debug)]
pub struct Newsroom<'a> {
    /// The paper.
    pub site: &'a Site,
    /// Its articles.
    pub index: &'a Index,
    /// Its sections.
    pub families: &'a Families<'a>,
    /// The clock.
    pub now: &'a Time,
}

/// Fills the plan; without one the newest article leads, and each section of the first rank has a
/// zone. Each article stands once, and empty zones are left out.
#[must_use]
pub fn front(newsroom: &Newsroom<'_>, plan: Option<&HomePlan>) -> Front {
    let mut filler = Filler { newsroom, used: HashSet::new() };
    let default;
    let plan = match plan {
        Some(plan) => plan,
        None => {
            default = default_plan(newsroom);
            &default
        }
    };
    let lead = plan.lead.iter().filter_map(|id| filler.named(id)).collect();
    // What the editors name has its place before any zone is filled up.
    let named: Vec<Vec<u32>> = plan
        .zones
        .iter()
        .map(|zone| zone.ids.iter().filter_map(|id| filler.named(id)).collect())
        .collect();
    let zones =
        plan.zones.iter().zip(named).filter_map(|(plan, items)| filler.zone(plan, items)).collect();
    Front { lead, zones }
}

fn default_plan(newsroom: &Newsroom<'_>) -> HomePlan {
    let Newsroom { index, site, .. } = newsroom;
    let newest = index.stories().next();
    let newest = newest.and_then(|at| ArticleId::new(index.get(at).id.as_ref()).ok());
    let tops = site.sections.iter().filter(|section| section.parent.is_none());
    HomePlan {
        version: Version,
        lead: newest.into_iter().collect(),
        zones: tops
            .map(|section| ZonePlan { section: Some(section.slug.clone()), ..ZonePlan::default() })
            .collect(),
    }
}

struct Filler<'a> {
    newsroom: &'a Newsroom<'a>,
    used: HashSet<u32>,
}

impl Filler<'_> {
    fn named(&mut self, id: &ArticleId) -> Option<u32> {
        let at = self.newsroom.index.find_due(id.as_str(), self.newsroom.now)?;
        self.take(at)
    }

    fn take(&mut self, at: u32) -> Option<u32> {
        self.used.insert(at).then_some(at)
    }

    fn zone(&mut self, plan: &ZonePlan, mut items: Vec<u32>) -> Option<FrontZone> {
        let Newsroom { index, families, .. } = *self.newsroom;
        let most = usize::try_from(plan.count.unwrap_or(COUNT)).unwrap_or(usize::MAX);
        let section = plan.section.as_ref().and_then(|slug| section(self.newsroom.site, slug));
        if let Some(section) = section {
            for at in index.stories() {
                if items.len() >= most {
                    break;
                }
                let own = index.get(at).section.as_deref();
                let within =
                    own.is_some_and(|own| families.ancestors(own).contains(&&section.slug));
                if within {
                    items.extend(self.take(at));
                }
            }
        }
        items.truncate(most);
        if items.is_empty() {
            return None;
        }
        let title = plan.title.clone().or_else(|| section.map(|section| section.name.clone()));
        let path = section.map(|s| Route::Section { slug: s.slug.clone(), key: None }.path());
        Some(FrontZone { title: title.unwrap_or_default(), path, items })
    }
}

fn section<'a>(site: &'a Site, slug: &Slug) -> Option<&'a Section> {
    site.sections.iter().find(|section| section.slug == *slug)
}
