//! The two that are held against each other.

/// Whose lightbox and rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The release build, as a reader has it.
    Ours,
    /// PhotoSwipe and Embla on the same page, from which our app is taken out.
    Pair,
}

impl Side {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Pair => "PhotoSwipe and Embla",
        }
    }

    /// Its lightbox, while it is open.
    pub fn lightbox(self) -> &'static str {
        match self {
            Self::Ours => "dialog.lightbox[open]",
            Self::Pair => ".pswp",
        }
    }

    /// The button that closes it.
    pub fn close(self) -> &'static str {
        match self {
            Self::Ours => ".lightbox-close",
            Self::Pair => ".pswp__button--close",
        }
    }

    /// An expression for the number of the picture shown.
    pub fn picture(self) -> &'static str {
        match self {
            Self::Ours => "parseInt(document.querySelector('.lightbox-count').textContent)",
            Self::Pair => "passed.pictures()",
        }
    }

    /// An expression for how many cards the rail has been moved on.
    pub fn cards(self) -> &'static str {
        match self {
            Self::Ours => {
                "Math.round((({ scrollLeft, firstElementChild: track }) => \
                scrollLeft / (track.firstElementChild.getBoundingClientRect().width + 16))\
                (document.querySelector('.rail-port')))"
            }
            Self::Pair => "passed.cards()",
        }
    }

    /// An expression that is true once everything is there that a press needs.
    pub fn there(self) -> &'static str {
        match self {
            Self::Ours => {
                "performance.getEntriesByType('resource')\
                .some(({ name }) => /lightbox-.*wasm/.test(name))"
            }
            Self::Pair => "!!window.passed",
        }
    }
}
