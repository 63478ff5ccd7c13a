use serde::{Serialize, Serializer};

use crate::json::{Json, Mistake, Read, Told};

/// The version of the contract that a file was written in. There is one: 1.
///
/// Any other number is an error of its own kind, so that the app can tell the reader to reload
/// instead of showing half an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Version;

impl Version {
    /// The number in the file.
    pub const NUMBER: u32 = 1;
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_u32(Self::NUMBER)
    }
}

impl Read for Version {
    fn read(json: Json, told: &mut Told) -> Self {
        if f64::read(json, told) != f64::from(Self::NUMBER) {
            told.tell(Mistake::version());
        }
        Self
    }
}
