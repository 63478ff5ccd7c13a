//! RSS 2.0.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use story::time::{Time, Weekday};
use trangnhat::head::{RSS, escape};

use super::{Feed, Item};
use crate::signposts::allowed;

type Out = Writer<Vec<u8>>;

/// The feed as bytes. None never: it is written into memory.
pub(super) fn write(feed: &Feed<'_>) -> Option<Vec<u8>> {
    let mut out = Writer::new(Vec::new());
    whole(&mut out, feed).ok()?;
    Some(out.into_inner())
}

fn whole(out: &mut Out, feed: &Feed<'_>) -> io::Result<()> {
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let spaces = [("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom")];
    out.create_element("rss").with_attributes(spaces).write_inner_content(|out| {
        out.create_element("channel").write_inner_content(|out| channel(out, feed))?;
        Ok(())
    })?;
    Ok(())
}

fn channel(out: &mut Out, feed: &Feed<'_>) -> io::Result<()> {
    text(out, "title", feed.title)?;
    text(out, "link", &feed.page)?;
    text(out, "description", &escape(feed.about))?;
    text(out, "language", feed.language)?;
    let own = format!("{}{}", feed.page, RSS.file);
    out.create_element("atom:link")
        .with_attributes([("rel", "self"), ("type", RSS.media), ("href", own.as_str())])
        .write_empty()?;
    for item in &feed.items {
        out.create_element("item").write_inner_content(|out| self::item(out, item))?;
    }
    Ok(())
}

fn item(out: &mut Out, item: &Item) -> io::Result<()> {
    text(out, "title", &item.title)?;
    text(out, "link", &item.url)?;
    out.create_element("guid")
        .with_attribute(("isPermaLink", "true"))
        .write_text_content(BytesText::new(&item.url))?;
    if let Some(lead) = &item.lead {
        // Readers take it for HTML.
        text(out, "description", &escape(lead))?;
    }
    if let Some(time) = &item.published {
        text(out, "pubDate", &rfc_822(time))?;
    }
    if let Some(section) = &item.section {
        text(out, "category", section)?;
    }
    if let Some(picture) = &item.picture
        && let Some((length, kind)) = picture.file
    {
        let length = length.to_string();
        let said = [("url", picture.url.as_str()), ("length", &length), ("type", kind)];
        out.create_element("enclosure").with_attributes(said).write_empty()?;
    }
    Ok(())
}

fn text(out: &mut Out, name: &str, text: &str) -> io::Result<()> {
    out.create_element(name).write_text_content(BytesText::new(&allowed(text)))?;
    Ok(())
}

/// A time as mail writes it, and with it RSS: `Fri, 25 Aug 2023 19:52:00 +0700`.
fn rfc_822(time: &Time) -> String {
    let day = match time.weekday() {
        Weekday::Monday => "Mon",
        Weekday::Tuesday => "Tue",
        Weekday::Wednesday => "Wed",
        Weekday::Thursday => "Thu",
        Weekday::Friday => "Fri",
        Weekday::Saturday => "Sat",
        Weekday::Sunday => "Sun",
    };
    let months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = months.get(usize::from(time.month.saturating_sub(1))).unwrap_or(&"Jan");
    let Time { day: date, year, hour, minute, second, offset, .. } = time;
    let sign = if *offset < 0 { '-' } else { '+' };
    let offset = offset.unsigned_abs();
    format!(
        "{day}, {date:02} {month} {year:04} {hour:02}:{minute:02}:{second:02} {sign}{:02}{:02}",
        offset / 60,
        offset % 60
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_of_mail() {
        let table = [
            ("2023-08-25T19:52:00+07:00", "Fri, 25 Aug 2023 19:52:00 +0700"),
            ("2024-02-01T00:05:09-03:30", "Thu, 01 Feb 2024 00:05:09 -0330"),
            ("2000-12-31T23:59:59Z", "Sun, 31 Dec 2000 23:59:59 +0000"),
        ];
        for (text, expected) in table {
            assert_eq!(rfc_822(&text.parse().expect("a time")), expected);
        }
    }
}
