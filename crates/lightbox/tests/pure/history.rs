//! The lightbox and the browser's history, against a model of a browser: every sequence of up to
//! eight events, with the browser's traversals as late as they may be.

use std::collections::HashMap;

use lightbox::history::{Act, Event, Origin, State, decide};

const PICTURES: u32 = 8;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Page {
    Elsewhere,
    Article,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Entry {
    page: Page,
    photo: Option<u32>,
    /// The mark in `history.state`.
    pressed: bool,
}

const fn bare(page: Page) -> Entry {
    Entry { page, photo: None, pressed: false }
}

/// A tab: its entries, the one that is shown, and the lightbox of its document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Tab {
    entries: Vec<Entry>,
    at: usize,
    /// A `history.back()` of ours that the browser has not got to yet.
    pending: bool,
    state: State,
    shown: Option<u32>,
}

/// What a reader can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Press,
    Move,
    Close,
    Back,
    Forward,
    DeepLink,
    Route,
    Reload,
}

const DEEDS: [Deed; 8] = [
    Deed::Press,
    Deed::Move,
    Deed::Close,
    Deed::Back,
    Deed::Forward,
    Deed::DeepLink,
    Deed::Route,
    Deed::Reload,
];

impl Tab {
    fn new() -> Self {
        Self {
            entries: vec![bare(Page::Elsewhere), bare(Page::Article)],
            at: 1,
            pending: false,
            state: State::Shut,
            shown: None,
        }
    }

    fn entry(&self) -> Entry {
        self.entries[self.at]
    }

    fn push(&mut self, entry: Entry) {
        self.entries.truncate(self.at + 1);
        self.entries.push(entry);
        self.at += 1;
    }

    fn event(&mut self, event: Event) {
        let before = self.state.picture();
        let (state, acts) = decide(self.state, event, PICTURES);
        self.state = state;
        let picture = state.picture().or(before);
        for act in acts {
            match act {
                Act::Show => self.shown = picture,
                Act::Hide => self.shown = None,
                Act::Push => self.push(Entry { photo: picture, pressed: true, ..self.entry() }),
                Act::Replace => self.entries[self.at].photo = picture,
                Act::Bare => {
                    let entry = &mut self.entries[self.at];
                    (entry.photo, entry.pressed) = (None, false);
                }
                Act::Back => self.pending = true,
            }
        }
    }

    fn arrive(&mut self) {
        let entry = self.entry();
        if entry.page != Page::Elsewhere {
            let origin = if entry.pressed { Origin::Pressed } else { Origin::DeepLink };
            self.event(Event::Arrive(entry.photo, origin));
        }
    }

    fn unload(&mut self) {
        (self.state, self.shown, self.pending) = (State::Shut, None, false);
    }

    fn traverse(&mut self, by: isize) {
        let Some(to) = self.at.checked_add_signed(by).filter(|to| *to < self.entries.len()) else {
            return;
        };
        let (from, to_page) = (self.entry().page, self.entries[to].page);
        self.at = to;
        if from == Page::Elsewhere || to_page == Page::Elsewhere {
            self.unload();
        } else if from != to_page {
            self.event(Event::Page);
        }
        self.arrive();
    }

    /// The browser gets to what it was asked for.
    fn settle(&mut self) {
        if std::mem::take(&mut self.pending) {
            self.traverse(-1);
        }
    }

    fn can(&self, deed: Deed) -> bool {
        let article = self.entry().page == Page::Article;
        match deed {
            Deed::Press => article && self.shown.is_none(),
            Deed::Move | Deed::Close => self.shown.is_some(),
            Deed::Route | Deed::Reload => self.entry().page != Page::Elsewhere,
            Deed::Back | Deed::Forward | Deed::DeepLink => true,
        }
    }

    fn act(&mut self, deed: Deed) {
        match deed {
            Deed::Press => self.event(Event::Press(3)),
            Deed::Move => {
                let next = self.shown.map_or(1, |shown| shown % PICTURES + 1);
                self.event(Event::Turn(next));
            }
            Deed::Close => self.event(Event::Close),
            // The browser does one after another what it is asked for.
            Deed::Back | Deed::Forward => {
                self.settle();
                self.traverse(if deed == Deed::Back { -1 } else { 1 });
            }
            Deed::DeepLink => {
                self.settle();
                self.unload();
                self.push(Entry { page: Page::Article, photo: Some(5), pressed: false });
                self.arrive();
            }
            Deed::Route => {
                self.settle();
                if self.entry().page == Page::Elsewhere {
                    return;
                }
                self.event(Event::Page);
                let other = self.entry().page == Page::Article;
                self.push(bare(if other { Page::Other } else { Page::Article }));
                self.arrive();
            }
            Deed::Reload => {
                self.settle();
                self.unload();
                self.arrive();
            }
        }
    }

    /// What must always hold.
    fn check(&self, story: &[Deed]) {
        for (at, entry) in self.entries.iter().enumerate() {
            if entry.pressed {
                // Back from it leads to its own article, without a picture.
                let before = self.entries[at - 1];
                assert_eq!(
                    (before.page, before.photo),
                    (Page::Article, None),
                    "{story:?} {self:?}"
                );
            }
        }
        if self.pending {
            assert_eq!(self.shown, None, "{story:?} {self:?}");
            return;
        }
        // What is shown and what the address says are the same.
        let photo = self.entry().photo.filter(|_| self.entry().page == Page::Article);
        assert_eq!(self.shown, photo, "{story:?} {self:?}");
        assert_eq!(self.state.picture(), photo, "{story:?} {self:?}");
        assert!(!matches!(self.state, State::Leaving(_)), "{story:?} {self:?}");
    }
}

/// What each deed must do to the entries, the browser's own traversals done.
fn check_deed(before: &Tab, deed: Deed, after: &Tab) {
    match deed {
        Deed::Press if !before.pending => {
            assert_eq!(after.at, before.at + 1, "a press adds one entry");
            assert_eq!(after.entries[..=before.at], before.entries[..=before.at]);
        }
        Deed::Press => assert_eq!(after.shown, Some(3), "a press after a close is not lost"),
        Deed::Move => {
            assert_eq!(after.at, before.at, "a move adds no entry");
            assert_eq!(after.entries.len(), before.entries.len(), "a move takes none away");
        }
        Deed::Close => {
            let deep = !before.entry().pressed;
            assert_eq!(after.at, if deep { before.at } else { before.at - 1 });
            assert_eq!(after.entry(), bare(Page::Article), "closing leaves the article");
            assert_eq!(after.entries[after.at + 1].photo, before.shown, "Forward opens again");
            // What was before is untouched: no dead entry.
            assert_eq!(after.entries[..after.at], before.entries[..after.at]);
        }
        Deed::Back | Deed::Forward | Deed::DeepLink | Deed::Route | Deed::Reload => {}
    }
}

fn explore(tab: &Tab, story: &mut Vec<Deed>, seen: &mut HashMap<Tab, usize>, steps: &mut u64) {
    const LONGEST: usize = 8;
    let left = LONGEST - story.len();
    // What was looked into with as many events left needs no second look.
    if left == 0 || seen.get(tab).is_some_and(|before| *before >= left) {
        return;
    }
    seen.insert(tab.clone(), left);
    for deed in DEEDS.into_iter().filter(|deed| tab.can(*deed)) {
        let mut after = tab.clone();
        after.act(deed);
        story.push(deed);
        *steps += 1;
        after.check(story);
        let mut settled = after.clone();
        settled.settle();
        settled.check(story);
        check_deed(tab, deed, &settled);
        explore(&settled, story, seen, steps);
        // And with what comes next before the browser has got to it.
        if after.pending {
            explore(&after, story, seen, steps);
        }
        story.pop();
    }
}

#[test]
fn every_sequence_of_up_to_eight_events_leaves_the_history_a_reader_expects() {
    let mut steps = 0;
    explore(&Tab::new(), &mut Vec::new(), &mut HashMap::new(), &mut steps);
    assert!(steps > 10_000, "{steps} steps were looked into");
}
