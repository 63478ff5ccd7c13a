//! Every address of the site, parsed and printed in one place.

mod archive_key;
mod path;

pub use archive_key::{ArchiveKey, BadKey};
pub use path::{BadPath, SitePath};
