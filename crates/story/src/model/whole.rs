use serde::{Deserialize, Deserializer, de};

/// A whole number from `FROM` on. Read as a double, because that is what every number of the
/// browser's own JSON parser is, so that `800.0` is 800 on both sides.
#[derive(Clone, Copy)]
pub(super) struct Whole<const FROM: u32 = 0>(u32);

impl<const FROM: u32> Whole<FROM> {
    pub(super) fn get(self) -> u32 {
        self.0
    }
}

impl<'de, const FROM: u32> Deserialize<'de> for Whole<FROM> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(input)?;
        read(number, FROM).map(Self).ok_or_else(|| refused(FROM, number))
    }
}

/// The number, where it is whole and in range. One function for every `FROM`.
fn read(number: f64, from: u32) -> Option<u32> {
    let good =
        number.trunc() == number && (f64::from(from)..=f64::from(u32::MAX)).contains(&number);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, in range")]
    good.then_some(number as u32)
}

fn refused<E: de::Error>(from: u32, number: f64) -> E {
    E::custom(format_args!("a whole number from {from} on, found {number}"))
}

/// For `#[serde(deserialize_with)]`: a whole number from 0 on.
pub(super) fn any<'de, D: Deserializer<'de>>(input: D) -> Result<u32, D::Error> {
    Whole::<0>::deserialize(input).map(Whole::get)
}

/// As [`any`], from 1 on.
pub(super) fn from_one<'de, D: Deserializer<'de>>(input: D) -> Result<u32, D::Error> {
    Whole::<1>::deserialize(input).map(Whole::get)
}

/// As [`any`], where nothing may be said.
pub(super) fn optional<'de, D: Deserializer<'de>>(input: D) -> Result<Option<u32>, D::Error> {
    Ok(Option::<Whole>::deserialize(input)?.map(Whole::get))
}
