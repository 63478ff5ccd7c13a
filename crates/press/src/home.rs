//! The first page: what the editors put first, filled up from the sections.

use std::collections::HashSet;

use story::model::{ArticleId, Card, Home, HomePlan, Kind, Section, Slug, Version, Zone, ZonePlan};
use story::url::Route;

use crate::edition::Edition;

/// How many articles a zone has where nothing is said.
const COUNT: u32 = 6;

/// Fills the plan; without one the newest article leads, and each section of the first rank has a
/// zone. Each article stands once, and empty zones are left out.
#[must_use]
pub fn home(edition: &Edition, plan: Option<&HomePlan>) -> Home {
    let mut filler = Filler { edition, used: HashSet::new() };
    let default = default_plan(edition);
    let plan = plan.unwrap_or(&default);
    let lead = plan.lead.iter().filter_map(|id| filler.take(id)).collect();
    // What the editors name has its place before any zone is filled up.
    let named: Vec<Vec<Card>> = plan
        .zones
        .iter()
        .map(|zone| zone.ids.iter().filter_map(|id| filler.take(id)).collect())
        .collect();
    let zones =
        plan.zones.iter().zip(named).filter_map(|(plan, cards)| filler.zone(plan, cards)).collect();
    Home { version: Version, lead, zones }
}

fn default_plan(edition: &Edition) -> HomePlan {
    let newest = edition.articles.iter().find(|article| article.kind != Kind::Page);
    let tops = edition.site.sections.iter().filter(|section| section.parent.is_none());
    HomePlan {
        version: Version,
        lead: newest.map(|article| article.id.clone()).into_iter().collect(),
        zones: tops
            .map(|section| ZonePlan { section: Some(section.slug.clone()), ..ZonePlan::default() })
            .collect(),
    }
}

struct Filler<'a> {
    edition: &'a Edition,
    used: HashSet<ArticleId>,
}

impl Filler<'_> {
    fn take(&mut self, id: &ArticleId) -> Option<Card> {
        let card = self.edition.cards.get(id)?;
        self.used.insert(id.clone()).then(|| card.clone())
    }

    fn zone(&mut self, plan: &ZonePlan, mut cards: Vec<Card>) -> Option<Zone> {
        let most = usize::try_from(plan.count.unwrap_or(COUNT)).unwrap_or(usize::MAX);
        let section = plan.section.as_ref().and_then(|slug| section(self.edition, slug));
        if let Some(section) = section {
            for article in &self.edition.articles {
                if cards.len() >= most {
                    break;
                }
                let within = article.section.as_ref().is_some_and(|slug| {
                    crate::lists::ancestors(&self.edition.site, slug).contains(&section.slug)
                });
                if within && article.kind != Kind::Page {
                    cards.extend(self.take(&article.id));
                }
            }
        }
        cards.truncate(most);
        if cards.is_empty() {
            return None;
        }
        let title = plan.title.clone().or_else(|| section.map(|section| section.name.clone()));
        let path = section.map(|s| Route::Section { slug: s.slug.clone(), key: None }.path());
        Some(Zone { title: title.unwrap_or_default(), path, items: cards })
    }
}

fn section<'a>(edition: &'a Edition, slug: &Slug) -> Option<&'a Section> {
    edition.site.sections.iter().find(|section| section.slug == *slug)
}
