//! What a key asks for.

/// What a reader can ask of the open lightbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// So many pictures on; back where it is negative.
    Turn(i32),
    /// To the first picture.
    First,
    /// To the last one.
    Last,
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// As it fits.
    Fit,
    /// Captions away, or back.
    Captions,
    /// All pictures at a glance, or back to the one.
    Overview,
}

/// The command of a key as the browser names it. `browsers`: Ctrl, Cmd or Alt is held down, and the
/// key is the browser's. In pages from right to left the next picture stands to the left.
#[must_use]
pub fn command(key: &str, browsers: bool, rtl: bool) -> Option<Command> {
    if browsers {
        return None;
    }
    let to_the_right = if rtl { -1 } else { 1 };
    Some(match key {
        "ArrowRight" => Command::Turn(to_the_right),
        "ArrowLeft" => Command::Turn(-to_the_right),
        "PageDown" => Command::Turn(1),
        "PageUp" => Command::Turn(-1),
        "Home" => Command::First,
        "End" => Command::Last,
        // Where plus is on the shifted level, the key alone is meant as well.
        "+" | "=" => Command::ZoomIn,
        "-" => Command::ZoomOut,
        "0" => Command::Fit,
        "i" | "I" => Command::Captions,
        "g" | "G" => Command::Overview,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Command::*, command};

    #[test]
    fn keys_are_commands_in_both_directions_of_writing() {
        let table = [
            ("ArrowRight", Some(Turn(1)), Some(Turn(-1))),
            ("ArrowLeft", Some(Turn(-1)), Some(Turn(1))),
            ("PageDown", Some(Turn(1)), Some(Turn(1))),
            ("PageUp", Some(Turn(-1)), Some(Turn(-1))),
            ("Home", Some(First), Some(First)),
            ("End", Some(Last), Some(Last)),
            ("+", Some(ZoomIn), Some(ZoomIn)),
            ("=", Some(ZoomIn), Some(ZoomIn)),
            ("-", Some(ZoomOut), Some(ZoomOut)),
            ("0", Some(Fit), Some(Fit)),
            ("i", Some(Captions), Some(Captions)),
            ("G", Some(Overview), Some(Overview)),
            ("Tab", None, None),
            ("ArrowUp", None, None),
            ("ArrowDown", None, None),
            (" ", None, None),
        ];
        for (key, ltr, rtl) in table {
            assert_eq!(command(key, false, false), ltr, "{key}");
            assert_eq!(command(key, false, true), rtl, "{key} from right to left");
            assert_eq!(command(key, true, false), None, "{key} with the browser's modifiers");
        }
    }
}
