use serde::{Serialize, Serializer};

use crate::model::{LinkItem, Rich};

/// What `items` may hold, over the two block types that have it.
pub(super) enum Item {
    Text(Rich),
    Link(LinkItem),
}

impl Serialize for Item {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(out),
            Self::Link(link) => link.serialize(out),
        }
    }
}
