//! What the lightbox does to the browser's history, decided without a browser.
//!
//! Opening adds one entry, moving between pictures replaces it, Back closes, and closing by any
//! other way takes the entry away again. On a deep link the entry of the picture is the reader's
//! first: Back, untouched, goes where the reader came from; closing leaves the article, with
//! Forward opening the picture again.

/// How the entry of a picture came to be. Written into `history.state`, so that a reload knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The lightbox added the entry; the one before it is the article.
    Pressed,
    /// The entry is the reader's own: a deep link.
    DeepLink,
}

/// Where the lightbox is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Closed.
    Shut,
    /// Open on a picture, with an entry that came to be so.
    Open(u32, Origin),
    /// Closed, and on the way back to the article's entry: the browser takes its time. A picture
    /// that is pressed meanwhile has to wait, or its entry would be the one that is left.
    Leaving(Option<u32>),
}

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A picture's link was pressed.
    Press(u32),
    /// Another picture came into view.
    Turn(u32),
    /// The reader closed: button, Escape, a press beside the picture, a pull.
    Close,
    /// The page was loaded, or Back or Forward came by: the address names this picture or none, and
    /// the entry came to be so.
    Arrive(Option<u32>, Origin),
    /// The page is about to be another.
    Page,
    /// The way back that was asked for did not come: there was nothing to go back to.
    Overdue,
}

/// What is to be done, in this order. The picture is the one that is open afterwards, or else was
/// open before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Show the picture, opening the lightbox where it is closed.
    Show,
    /// Close the lightbox.
    Hide,
    /// Add an entry for the picture, marked as pressed.
    Push,
    /// Put the picture into the current entry, its mark unchanged.
    Replace,
    /// Make the current entry the article's, without a picture.
    Bare,
    /// Go back by one entry.
    Back,
}

/// Decides. `pictures` is how many the article has.
#[must_use]
pub fn decide(state: State, event: Event, pictures: u32) -> (State, &'static [Act]) {
    use Act::{Back, Bare, Hide, Push, Replace, Show};
    let there = |number: u32| (1..=pictures).contains(&number);
    match (event, state) {
        (Event::Press(number), State::Shut) if there(number) => {
            (State::Open(number, Origin::Pressed), &[Push, Show])
        }
        (Event::Press(number), State::Leaving(_)) if there(number) => {
            (State::Leaving(Some(number)), &[])
        }
        (Event::Turn(number), State::Open(shown, origin)) if number != shown && there(number) => {
            (State::Open(number, origin), &[Replace, Show])
        }
        (Event::Close, State::Open(_, Origin::Pressed)) => (State::Leaving(None), &[Hide, Back]),
        // Forward opens the picture again: it becomes an entry of its own after the article's.
        (Event::Close, State::Open(_, Origin::DeepLink)) => {
            (State::Leaving(None), &[Hide, Bare, Push, Back])
        }
        (Event::Arrive(Some(number), origin), _) if there(number) => {
            (State::Open(number, origin), &[Show])
        }
        // A picture that the article does not have: the address says what is shown.
        (Event::Arrive(Some(_), _), State::Open(..)) => (State::Shut, &[Hide, Bare]),
        (Event::Arrive(Some(_), _), _) => (State::Shut, &[Bare]),
        (Event::Arrive(None, _), State::Leaving(Some(number))) => {
            (State::Open(number, Origin::Pressed), &[Push, Show])
        }
        (Event::Overdue, State::Leaving(Some(number))) => {
            (State::Open(number, Origin::Pressed), &[Bare, Push, Show])
        }
        (Event::Overdue, State::Leaving(None)) => (State::Shut, &[Bare]),
        (Event::Arrive(None, _) | Event::Page, State::Open(..)) => (State::Shut, &[Hide]),
        (Event::Arrive(None, _) | Event::Page, State::Leaving(_)) => (State::Shut, &[]),
        _ => (state, &[]),
    }
}

impl State {
    /// The picture that is open.
    #[must_use]
    pub fn picture(self) -> Option<u32> {
        match self {
            Self::Open(number, _) => Some(number),
            Self::Shut | Self::Leaving(_) => None,
        }
    }
}
