//! The types of the content contract (`docs/content.md`), version 1.
//!
//! Unknown fields are ignored; fields that may be absent are `Option` or an empty `Vec`, and are
//! left out again when written. What these types accept and what `crate::check` accepts is the
//! same, held by a test.

mod article;
mod block;
mod card;
mod home;
mod ids;
mod image;
mod list;
mod rich;
mod site;
mod version;

pub use article::{Article, Audio, Author, Correction, Kind, Pick, Source, Tag};
pub use block::{
    AudioClip, Block, BoxBlock, Embed, Gallery, GalleryOrder, Heading, Level, LinkItem, Links,
    ListBlock, Quote, Table, Track, Unknown, Video,
};
pub use card::Card;
pub use home::{Home, HomePlan, Zone, ZonePlan};
pub use ids::{ArticleId, BadId, BadSlug, SectionSlug, Slug, TagSlug};
pub use image::{Focal, Image, MediaType, Variant};
pub use list::{List, Part};
pub use rich::{Mark, Rich, Run, Span};
pub use site::{Hosts, Language, Network, PageLink, Section, Site, Social};
pub use version::Version;

#[cfg(feature = "check")]
pub(crate) use site::{is_base_url, is_host};
