//! IPTC's own way of credit (IIM 4.2), which picture desks write into JPEGs.

use crate::Credit;

/// The second record holds what is told of a picture.
const RECORD: u8 = 2;
const BYLINE: u8 = 80;
const CREDIT: u8 = 110;
const COPYRIGHT: u8 = 116;

/// Reads data sets one after the other, until one is not as it should be.
pub(crate) fn read(bytes: &[u8]) -> Credit {
    let (mut byline, mut provider, mut copyright) = (None, None, None);
    // Photoshop puts it in a resource of its own: the first data set tells where it begins.
    let start = bytes.windows(2).position(|two| two == [0x1c, RECORD]);
    let mut rest = start.and_then(|start| bytes.get(start..)).unwrap_or_default();
    while let [0x1c, record, set, high, low, after @ ..] = rest {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let Some((text, next)) = after.split_at_checked(length) else { break };
        let text = || Some(String::from_utf8_lossy(text).into_owned());
        match (*record, *set) {
            (RECORD, BYLINE) => byline = text(),
            (RECORD, CREDIT) => provider = text(),
            (RECORD, COPYRIGHT) => copyright = text(),
            _ => {}
        }
        rest = next;
    }
    Credit { artist: byline.or(provider), copyright }
}
