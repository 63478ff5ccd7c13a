//! What the lightbox does to the browser's history, decided without a browser.
//!
//! Opening adds one entry, moving between pictures replaces it, Back closes, and closing by any
//! other way takes the entry away again. On a deep link the entry of the picture is the reader's
//! first: Back, untouched, goes where the reader came from; closing leaves the article, with
//! Forward opening the picture again.

/// How the picture that is open came to be the current entry. Written into `history.state`, so
/// that a reload knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The lightbox added the entry; the one before it is the article.
    Pressed,
    /// The entry is the reader's own: a deep link.
    DeepLink,
}

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A picture's link was pressed.
    Press(u32),
    /// Another picture came into view.
    Turn(u32),
    /// The reader closed: button, Escape, a press beside the picture.
    Close,
    /// The page was loaded, or Back or Forward came by, and the address names this picture or
    /// none.
    Arrive(Option<u32>),
}

/// What is to be done, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Show this picture, opening the lightbox where it is closed.
    Show(u32),
    /// Close the lightbox.
    Hide,
    /// Add an entry for this picture, marked as pressed.
    Push(u32),
    /// Put this picture into the current entry, its mark unchanged.
    Replace(u32),
    /// Make the current entry the article's, without a picture.
    Bare,
    /// Go back by one entry.
    Back,
}

/// Decides. `open` is the picture shown and how its entry came to be; `pictures` how many the
/// article has.
#[must_use]
pub fn decide(open: Option<(u32, Origin)>, event: Event, pictures: u32) -> Vec<Act> {
    let there = |number: &u32| (1..=pictures).contains(number);
    match (event, open) {
        (Event::Press(number), None) if there(&number) => {
            vec![Act::Push(number), Act::Show(number)]
        }
        (Event::Turn(number), Some((shown, _))) if number != shown && there(&number) => {
            vec![Act::Replace(number)]
        }
        (Event::Close, Some((_, Origin::Pressed))) => vec![Act::Hide, Act::Back],
        // Forward opens the picture again: it becomes an entry of its own after the article's.
        (Event::Close, Some((number, Origin::DeepLink))) => {
            vec![Act::Hide, Act::Bare, Act::Push(number), Act::Back]
        }
        (Event::Arrive(Some(number)), _) if there(&number) => vec![Act::Show(number)],
        // A picture that the article does not have: the address says what is shown.
        (Event::Arrive(Some(_)), None) => vec![Act::Bare],
        (Event::Arrive(_), Some(_)) => vec![Act::Hide],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_in_and_out_leaves_the_history_a_reader_expects() {
        use Act::{Back, Bare, Hide, Push, Replace, Show};
        use Event::{Arrive, Close, Press, Turn};
        let pressed = Some((3, Origin::Pressed));
        let deep = Some((3, Origin::DeepLink));
        type Row = (&'static str, Option<(u32, Origin)>, Event, Vec<Act>);
        let table: [Row; 14] = [
            ("a press opens and adds an entry", None, Press(3), vec![Push(3), Show(3)]),
            ("a press on what is not there does nothing", None, Press(9), vec![]),
            ("a press while open does nothing", pressed, Press(4), vec![]),
            ("moving replaces the entry", pressed, Turn(4), vec![Replace(4)]),
            ("moving on a deep link, too", deep, Turn(4), vec![Replace(4)]),
            ("the same picture is no move", pressed, Turn(3), vec![]),
            ("closing takes the entry away", pressed, Close, vec![Hide, Back]),
            (
                "closing a deep link leaves the article",
                deep,
                Close,
                vec![Hide, Bare, Push(3), Back],
            ),
            ("closing twice does nothing", None, Close, vec![]),
            ("Back closes", pressed, Arrive(None), vec![Hide]),
            ("Forward opens", None, Arrive(Some(3)), vec![Show(3)]),
            ("another picture's entry turns to it", pressed, Arrive(Some(5)), vec![Show(5)]),
            ("a deep link to nothing is put right", None, Arrive(Some(9)), vec![Bare]),
            ("arriving at the article does nothing", None, Arrive(None), vec![]),
        ];
        for (what, open, event, acts) in table {
            assert_eq!(decide(open, event, 8), acts, "{what}");
        }
    }
}
