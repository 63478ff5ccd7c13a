//! A section of very many articles, as its lists say it: the articles themselves are not there.

use std::{fs, path::PathBuf};

use serde_json::{Value, json};

use crate::{
    Outcome, kit,
    site::{Site, copy, work},
};

/// Articles that share a day.
const A_DAY: usize = 24;

/// The tests' own paper, in which the section of [`kit::LONG`] has so many articles besides that
/// one. It stands among them by its own time, in the middle of a day that has others.
///
/// # Errors
/// When the disk refuses.
pub fn paper(articles: usize) -> Outcome<PathBuf> {
    let folder = work().join(format!("long-{articles}"));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    copy(&Site::Kit.folder()?, &folder)?;
    let lists = folder.join("content/sections/dai");
    fs::remove_dir_all(&lists)?;
    fs::create_dir_all(&lists)?;
    let own: Value = serde_json::from_str(&fs::read_to_string(
        folder.join("content/articles").join(format!("{}.json", own_id())),
    )?)?;
    let mut cards: Vec<Value> = (1..=articles).map(card).collect();
    cards.push(json!({
        "id": own["id"], "path": own["path"], "title": own["title"], "published": own["published"]
    }));
    // Times in one offset and one form: their order is that of their texts.
    cards.sort_by_key(|card| std::cmp::Reverse(card["published"].to_string()));
    let write = |key: &str, rest: Value| {
        let mut list = json!({
            "version": 1, "slug": "dai", "title": "Tin dài", "key": key, "items": [],
            "newer": null, "older": null
        });
        for (name, value) in rest.as_object().into_iter().flatten() {
            list[name] = value.clone();
        }
        fs::write(lists.join(format!("{key}.json")), list.to_string())
    };
    let latest = &cards[..20];
    write("latest", json!({"items": latest, "total": cards.len(), "older": "archive"}))?;
    let months = parts(&cards, 7);
    write("archive", json!({"parts": counts(&months)}))?;
    for (month, cards) in &months {
        let days = parts(cards, 10);
        write(month, json!({"parts": counts(&days)}))?;
        for (day, cards) in &days {
            write(day, json!({"items": cards}))?;
        }
    }
    Ok(folder)
}

/// The id of the article that is read.
fn own_id() -> &'static str {
    kit::LONG.trim_end_matches('/').rsplit('-').next().unwrap_or_default()
}

/// An hour apart, the newest a little after the article that is read.
fn card(number: usize) -> Value {
    let (days, hour) = ((number - 1) / A_DAY, 23 - (number - 1) % A_DAY);
    // Months of twenty-eight days.
    let day = 9 * 28 - 1 - days as i64;
    let (year, month, day) =
        (2026 + day.div_euclid(336), 1 + day.rem_euclid(336) / 28, 1 + day.rem_euclid(28));
    json!({
        "id": (900_000 + number).to_string(), "path": format!("/dai/so-{number}-{}/", 900_000 + number),
        "title": format!("Số {number}"), "lead": "Một dòng tóm tắt như mọi dòng khác.",
        "published": format!("{year:04}-{month:02}-{day:02}T{hour:02}:30:00+07:00")
    })
}

/// Neighbours whose times begin alike.
fn parts(cards: &[Value], length: usize) -> Vec<(String, Vec<Value>)> {
    let mut parts: Vec<(String, Vec<Value>)> = Vec::new();
    for card in cards {
        let key = &card["published"].as_str().unwrap_or_default()[..length];
        match parts.last_mut() {
            Some((last, cards)) if last == key => cards.push(card.clone()),
            _ => parts.push((key.to_owned(), vec![card.clone()])),
        }
    }
    parts
}

fn counts(parts: &[(String, Vec<Value>)]) -> Vec<Value> {
    parts.iter().map(|(key, cards)| json!({"key": key, "count": cards.len()})).collect()
}
