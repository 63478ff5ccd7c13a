//! What stands in a picture's place before it has come: its average colour, out of its thumbhash.

use crate::model::Image;

/// An average colour in steps of brightness and of two axes of colour, as the style knows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tone {
    /// Brightness, 0 (black) to 7 (white).
    pub light: u8,
    /// From blue (0) to yellow (8); 4 is neither.
    pub yellow: u8,
    /// From green (0) to red (8); 4 is neither.
    pub red: u8,
}

/// The average colour of a picture that has a thumbhash; none where the picture can be seen
/// through, since its tone would be.
#[must_use]
pub fn tone(image: &Image) -> Option<Tone> {
    // The first three bytes are a little-endian number that begins with the averages: six bits
    // each, brightness first; its last bit says whether there is anything to see through.
    let mut head = 0_u32;
    for (at, letter) in image.placeholder.as_ref()?.bytes().take(4).enumerate() {
        head |= u32::from(sixth(letter)?) << (18 - 6 * at);
    }
    let bits = head.swap_bytes() >> 8;
    if bits >> 23 == 1 {
        return None;
    }
    let six = |from: u32| (bits >> from) & 63;
    // Most photographs are near grey: what is a quarter of the way to a colour is its last step.
    let colour = |six: u32| u8::try_from((six.clamp(16, 48) - 14) / 4).unwrap_or(4);
    Some(Tone {
        light: u8::try_from(six(0) / 8).ok()?,
        yellow: colour(six(6)),
        red: colour(six(12)),
    })
}

/// Six bits of base64.
fn sixth(letter: u8) -> Option<u8> {
    Some(match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(placeholder: &str) -> Option<Tone> {
        let image = Image {
            src: "a".into(),
            width: 1,
            height: 1,
            alt: None,
            caption: None,
            credit: None,
            focal: None,
            placeholder: Some(placeholder.into()),
            variants: Vec::new(),
        };
        tone(&image)
    }

    /// The beginning of a thumbhash of these averages (0 to 63), as base64.
    fn hash(light: u32, yellow: u32, red: u32, through: bool) -> String {
        const LETTERS: &[u8; 64] =
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let bits = light | yellow << 6 | red << 12 | u32::from(through) << 23;
        let head = bits.swap_bytes() >> 8;
        (0..4).map(|at| char::from(LETTERS[(head >> (18 - 6 * at) & 63) as usize])).collect()
    }

    #[test]
    fn averages_become_steps() {
        let some = |light, yellow, red| Some(Tone { light, yellow, red });
        let table = [
            ((0, 32, 32), some(0, 4, 4)),
            ((63, 32, 32), some(7, 4, 4)),
            ((31, 16, 48), some(3, 0, 8)),
            ((31, 0, 63), some(3, 0, 8)),
            ((40, 35, 28), some(5, 5, 3)),
        ];
        for ((light, yellow, red), tone) in table {
            assert_eq!(of(&hash(light, yellow, red, false)), tone, "{light} {yellow} {red}");
        }
        assert_eq!(of(&hash(31, 32, 32, true)), None);
        // One of thumbhash's own examples: a sunrise, rather dark.
        assert_eq!(of("1QcSHQRnh493V4dIh4eXh1h4kJUI"), some(2, 4, 4));
    }

    #[test]
    fn what_is_no_thumbhash_is_no_tone() {
        for text in ["", "ế", "a b c", "===="] {
            assert!(of(text).is_none_or(|tone| tone.light == 0), "{text}");
        }
    }
}
