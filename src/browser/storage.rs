//! What the reader chose, kept on their machine.

/// Everything that is kept. The inline script in the page's head reads the same names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// `light` or `dark`; absent where the system decides.
    Theme,
    /// `1` where the reader wants to save data; absent where not.
    Saver,
}

impl Key {
    fn name(self) -> &'static str {
        match self {
            Self::Theme => "trangnhat-theme",
            Self::Saver => "trangnhat-saver",
        }
    }
}

/// Keeps a value, or forgets it. In a private window or with a full disk nothing is kept, and the
/// choice holds for this visit only.
pub fn keep(key: Key, value: Option<&str>) {
    let Some(storage) = super::window().local_storage().ok().flatten() else { return };
    drop(match value {
        Some(value) => storage.set_item(key.name(), value),
        None => storage.remove_item(key.name()),
    });
}
