//! Every address of the site, parsed and printed in one place.

mod archive_key;
mod base;
pub mod files;
mod path;
mod photo;
mod route;

pub use archive_key::{ArchiveKey, BadKey, TimeParts};
pub use base::Base;
pub use files::ListKind;
pub use path::{BadPath, SitePath};
pub use photo::{photo_fragment, photo_of};
pub use route::{NO_SECTION, RESERVED, Route, article_path};
