//! Who made a picture and whose it is: all that a published file says of itself.

use crate::{exif, iptc, xmp};

/// What is kept of a picture's metadata. Where it was taken, when, and with which camera goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    /// Who made it.
    pub artist: Option<String>,
    /// Whose it is.
    pub copyright: Option<String>,
}

/// More letters than this are no credit.
const MOST: usize = 300;

impl Credit {
    /// Out of what a file holds: Exif first, then IPTC, then XMP, field by field.
    pub(crate) fn read(exif: Option<&[u8]>, iptc: Option<&[u8]>, xmp: Option<&[u8]>) -> Self {
        let told = [
            exif.map(exif::read).unwrap_or_default(),
            iptc.map(iptc::read).unwrap_or_default(),
            xmp.map(xmp::read).unwrap_or_default(),
        ];
        let first = |field: fn(&Self) -> &Option<String>| {
            told.iter().find_map(|credit| tidy(field(credit).as_deref()?))
        };
        Self { artist: first(|c| &c.artist), copyright: first(|c| &c.copyright) }
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.artist.is_none() && self.copyright.is_none()
    }

    /// As Exif, which all formats hold alike; none where there is nothing to say.
    #[must_use]
    pub fn to_exif(&self) -> Option<Vec<u8>> {
        (!self.is_empty()).then(|| exif::write(self))
    }
}

/// Cameras fill the fields with spaces and zeros where nobody has set a name.
fn tidy(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|letter| !letter.is_control()).take(MOST).collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let some = |text: &str| Some(text.to_owned());
        let table = [
            (some("Lê Thị Ánh"), some("© Báo Lào Cai 2023")),
            (some("A"), None),
            (None, some("abc")),
        ];
        for (artist, copyright) in table {
            let credit = Credit { artist, copyright };
            let exif = credit.to_exif();
            assert_eq!(Credit::read(exif.as_deref(), None, None), credit);
        }
        assert_eq!(Credit::default().to_exif(), None);
    }

    #[test]
    fn the_first_that_says_something_counts() {
        let blank = Credit { artist: Some("   \0".into()), copyright: None };
        let xmp = br#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
            xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <rdf:Description><dc:creator><rdf:Seq><rdf:li>Nguy\xe1\xbb\x85n A</rdf:li></rdf:Seq></dc:creator>
            <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">A &amp; B</rdf:li></rdf:Alt></dc:rights>
            </rdf:Description></rdf:RDF></x:xmpmeta>"#;
        let xmp: Vec<u8> = xmp.to_vec();
        let xmp = String::from_utf8_lossy(&xmp).replace("\\xe1\\xbb\\x85", "ễ");
        let credit = Credit::read(blank.to_exif().as_deref(), None, Some(xmp.as_bytes()));
        assert_eq!(credit.artist.as_deref(), Some("Nguyễn A"));
        assert_eq!(credit.copyright.as_deref(), Some("A & B"));
        let iptc = b"\x1c\x02\x50\x00\x05Phong\x1c\x02\x74\x00\x03TTX";
        let credit = Credit::read(None, Some(iptc), Some(xmp.as_bytes()));
        assert_eq!(credit.artist.as_deref(), Some("Phong"));
        assert_eq!(credit.copyright.as_deref(), Some("TTX"));
    }

    #[test]
    fn what_is_damaged_says_nothing() {
        for bytes in
            [&b""[..], b"II*\0", b"MM\0*\xff\xff\xff\xff", b"\x1c\x02\x50\xff\xff", b"<a><b"]
        {
            let credit = Credit::read(Some(bytes), Some(bytes), Some(bytes));
            assert!(credit.is_empty(), "{bytes:?}");
        }
    }
}
