//! XMP, as far as credit goes: `dc:creator`, `dc:rights` and `photoshop:Credit`.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::Credit;

/// More than this is no packet of XMP that a picture needs.
const MOST: usize = 1 << 20;

/// Reads what is there; whatever is not as it should be says nothing.
pub(crate) fn read(bytes: &[u8]) -> Credit {
    let (mut creator, mut provider, mut rights) = (None, None, None);
    let Ok(text) = std::str::from_utf8(bytes.get(..bytes.len().min(MOST)).unwrap_or_default())
    else {
        return Credit::default();
    };
    let mut reader = Reader::from_str(text);
    let mut within: Option<&'static str> = None;
    let mut said = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                provider = provider.or_else(|| attribute(&start));
                if let Some(name) = known(start.name().as_ref()) {
                    (within, said) = (Some(name), String::new());
                }
            }
            Ok(Event::Empty(start)) => provider = provider.or_else(|| attribute(&start)),
            Ok(Event::Text(text)) if within.is_some() => {
                said.push_str(&text);
            }
            Ok(Event::GeneralRef(name)) if within.is_some() => said.push(match name.as_ref() {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                _ => ' ',
            }),
            Ok(Event::End(end)) if within.is_some() && within == known(end.name().as_ref()) => {
                let text = Some(said.split_whitespace().collect::<Vec<_>>().join(" "));
                match within.take() {
                    Some("creator") => creator = creator.or(text),
                    Some("rights") => rights = rights.or(text),
                    _ => provider = provider.or(text),
                }
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    Credit { artist: creator.or(provider), copyright: rights }
}

fn known(name: &str) -> Option<&'static str> {
    match name {
        "dc:creator" => Some("creator"),
        "dc:rights" => Some("rights"),
        "photoshop:Credit" => Some("provider"),
        _ => None,
    }
}

fn attribute(start: &BytesStart<'_>) -> Option<String> {
    let value = start.try_get_attribute("photoshop:Credit").ok()??;
    Some(value.value.into_owned())
}
