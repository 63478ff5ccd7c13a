use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The version of the contract that a file was written in. There is one: 1.
///
/// Any other number is an error of its own kind, so that the app can tell the reader to reload
/// instead of showing half an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Version;

impl Version {
    /// The number in the file.
    pub const NUMBER: u32 = 1;
    /// Starts the message of the error for any other number; the app recognises it by this text.
    pub const UNKNOWN: &'static str = "unknown version";
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_u32(Self::NUMBER)
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        // A double, because that is what every number of the browser's own JSON parser is.
        let number = f64::deserialize(input)?;
        if number == f64::from(Self::NUMBER) {
            Ok(Self)
        } else {
            Err(de::Error::custom(format_args!("{} {number}", Self::UNKNOWN)))
        }
    }
}
