//! What is told and written down.

use super::{Found, timed::Took};
use crate::{judge::middle::median, report::line};

/// The file's text.
pub fn record(all: &[Found], machine: &str) -> String {
    format!(
        "# The press, measured

Written by

```
cargo xtask bench press
```

on a machine with {machine}. Made-up articles from a seed, as long as the real one (some 700 words, no pictures), in 20 sections, two of 200 tags each, half an hour apart. Less is better; times depend on what else the machine does and are to be read across a row. One run, one after the other.

{}
## How it is measured

- Time is from the program's start to its end, memory the most that it held at once (the system's own count, `VmHWM`).
- From nothing: no site, no ledger. Articles are read, checked, and written as HTML page and JSON, with every list, its archive, feeds, rules for hosts.
- One article more is newer than all others; the median of five, each another one; with a million, one. Files written are those of the site.
- Hugo is Debian's package. It gets the same words as Markdown, and templates that write what our pages say: head, header, footer, the story, six neighbours, lists by sixty, feeds as RSS. It writes no JSON, neither of articles nor as feeds, checks nothing, and makes everything anew each time: adding an article takes it as long as the first.
",
        table(all),
    )
}

/// The table.
pub fn table(all: &[Found]) -> String {
    let mut out = String::new();
    let mut names = vec![String::new()];
    for found in all {
        names.push(format!("press, {} articles", thousands(found.articles)));
        if found.hugo.is_some() {
            names.push(format!("Hugo, {} articles", thousands(found.articles)));
        }
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    line(&mut out, &names);
    line(&mut out, &vec!["---"; names.len()]);
    let mut row = |name: &str, ours: &dyn Fn(&Found) -> String, hugo: &dyn Fn(&Found) -> String| {
        let mut cells = vec![name.to_owned()];
        for found in all {
            cells.push(ours(found));
            if found.hugo.is_some() {
                cells.push(hugo(found));
            }
        }
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        line(&mut out, &cells);
    };
    let of_hugo = |found: &Found, cell: &dyn Fn(&Took) -> String| {
        found.hugo.as_ref().map_or_else(String::new, |(took, _)| cell(took))
    };
    let none = |_: &Found| "–".to_owned();
    row("from nothing", &|found| seconds(found.cold.time), &|found| {
        of_hugo(found, &|took| seconds(took.time))
    });
    row("– memory", &|found| mega(found.cold.memory), &|found| {
        of_hugo(found, &|took| mega(took.memory))
    });
    row("– articles a second", &|found| rate(found, &found.cold), &|found| {
        of_hugo(found, &|took| rate(found, took))
    });
    row("nothing changed", &|found| seconds(found.again.time), &none);
    row("one article more", &|found| seconds(middle(found, |took| took.time)), &none);
    row("– memory", &|found| mega(middle(found, |took| took.memory)), &none);
    row("– files written", &|found| found.written.clone(), &none);
    row("one title corrected", &|found| seconds(found.corrected.time), &none);
    row("files of the site", &|found| thousands(found.size.files), &|found| {
        found.hugo.as_ref().map_or_else(String::new, |(_, size)| thousands(size.files))
    });
    row("– bytes", &|found| mega(found.size.bytes), &|found| {
        found.hugo.as_ref().map_or_else(String::new, |(_, size)| mega(size.bytes))
    });
    for found in all {
        if let Some((took, _)) = &found.hugo {
            out.push_str(&format!(
                "\nOf Hugo's time with {} articles ours is {:.2}×, of its memory {:.3}×.\n",
                thousands(found.articles),
                found.cold.time / took.time,
                found.cold.memory / took.memory
            ));
        }
    }
    out
}

fn middle(found: &Found, of: impl Fn(&Took) -> f64) -> f64 {
    median(&found.added.iter().map(of).collect::<Vec<_>>()).unwrap_or_default()
}

fn rate(found: &Found, took: &Took) -> String {
    format!("{:.0}", found.articles as f64 / took.time)
}

fn seconds(time: f64) -> String {
    if time < 10.0 { format!("{time:.2} s") } else { format!("{time:.0} s") }
}

fn mega(bytes: f64) -> String {
    format!("{:.0} MB", bytes / 1e6)
}

fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
