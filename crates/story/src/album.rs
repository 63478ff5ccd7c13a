//! What the app and the lightbox, which are two programs, have to agree on.

/// What the lightbox says. The app hands it one text for each, in this order ([`Word::ALL`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// The dialog's name.
    Name,
    /// Of the button to the picture before.
    Previous,
    /// Of the button to the next one.
    Next,
    /// Of the button that closes it.
    Close,
    /// Of the button that makes the picture larger.
    ZoomIn,
    /// Of the button that makes it smaller.
    ZoomOut,
    /// Of the button to all pictures at a glance.
    All,
    /// Of the button that sends the picture on.
    Share,
    /// Of the link that downloads it.
    Download,
    /// In the place of a picture that did not come.
    Missing,
    /// Of the button that asks for it again.
    TryAgain,
    /// Its address was copied.
    Copied,
    /// Its address could not be copied.
    NotCopied,
}

impl Word {
    /// All of them, each at its own number.
    pub const ALL: [Self; 13] = [
        Self::Name,
        Self::Previous,
        Self::Next,
        Self::Close,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::All,
        Self::Share,
        Self::Download,
        Self::Missing,
        Self::TryAgain,
        Self::Copied,
        Self::NotCopied,
    ];
}

#[cfg(test)]
mod tests {
    use super::Word;

    #[test]
    fn each_word_is_at_its_own_number() {
        for (at, word) in Word::ALL.into_iter().enumerate() {
            assert_eq!(word as usize, at, "{word:?}");
        }
    }
}
