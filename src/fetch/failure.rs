use crate::i18n::Say;

/// Why a file did not come. Each has its own message in the reader's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The server has no such file.
    NotFound,
    /// There is no connection.
    Offline,
    /// No answer in time.
    TimedOut,
    /// The server answered with this status.
    Status(u16),
    /// What came is cut off, or is not JSON.
    CutOff,
    /// What came is JSON, but not what it should be.
    WrongData,
    /// What came is of a version that this app does not know.
    UnknownVersion,
}

impl Failure {
    /// What the reader is told.
    #[must_use]
    pub fn message(self) -> Say {
        match self {
            Self::NotFound => Say::NotFoundText,
            Self::Offline => Say::Offline,
            Self::TimedOut => Say::TimedOut,
            Self::Status(status) => Say::ServerError(status),
            Self::CutOff => Say::CutOff,
            Self::WrongData => Say::WrongData,
            Self::UnknownVersion => Say::UnknownVersion,
        }
    }

    /// What the reader is offered: only a reload brings another version of the app.
    #[must_use]
    pub fn remedy(self) -> Say {
        match self {
            Self::UnknownVersion => Say::ReloadPage,
            _ => Say::TryAgain,
        }
    }

    /// Whether the same request may go well a moment later.
    #[must_use]
    pub fn may_heal(self) -> bool {
        match self {
            Self::Offline | Self::TimedOut | Self::CutOff => true,
            Self::Status(status) => matches!(status, 408 | 425 | 429 | 500..=599),
            Self::NotFound | Self::WrongData | Self::UnknownVersion => false,
        }
    }
}
