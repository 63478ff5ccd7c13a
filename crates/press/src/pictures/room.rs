//! How much of the machine pictures take at once: memory, and no picture twice.
//!
//! Memory is one for all that is made of pictures, for readers and for shares: a machine has it once.

use std::collections::HashSet;
use std::sync::{Condvar, LazyLock, Mutex, MutexGuard, PoisonError};

/// What all pictures in work may take together, in bytes. One that takes more works alone.
const MOST: u64 = 1_500_000_000;

/// What all threads of the process share.
static ALL: LazyLock<Room> = LazyLock::new(Room::default);

/// Waits until there is memory for a picture of this size in pixels, and has it.
#[must_use]
pub(crate) fn memory((width, height): (u32, u32)) -> Place<'static> {
    // Pixels as they are read, turned, and in another space; in a progressive JPEG as much again for
    // what is not decoded yet.
    ALL.memory(u64::from(width) * u64::from(height) * 12)
}

/// Shared by all threads of a lab.
#[derive(Debug, Default)]
pub(super) struct Room {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    taken: u64,
    names: HashSet<String>,
}

/// A place in the room, given back when it is dropped.
#[derive(Debug)]
pub(crate) struct Place<'a> {
    room: &'a Room,
    taken: u64,
    name: Option<String>,
}

impl Room {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until nobody works on the picture of this name, and has it.
    pub fn claim(&self, name: &str) -> Place<'_> {
        let mut state = self.state();
        while state.names.contains(name) {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.names.insert(name.to_owned());
        Place { room: self, taken: 0, name: Some(name.to_owned()) }
    }

    /// Waits until there is so much memory, in bytes.
    pub fn memory(&self, bytes: u64) -> Place<'_> {
        let mut state = self.state();
        while state.taken > 0 && state.taken.saturating_add(bytes) > MOST {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.taken += bytes;
        Place { room: self, taken: bytes, name: None }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut state = self.room.state();
        state.taken -= self.taken;
        if let Some(name) = &self.name {
            state.names.remove(name);
        }
        drop(state);
        self.room.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn memory_is_never_taken_beyond_what_there_is_and_nobody_waits_for_ever() {
        let (room, taken) = (Room::default(), AtomicU64::new(0));
        thread::scope(|scope| {
            for part in [1, 3, 2, 9, 1, 4] {
                let (room, taken) = (&room, &taken);
                scope.spawn(move || {
                    for _ in 0..20 {
                        let bytes = MOST / 4 * part;
                        let _place = room.memory(bytes);
                        let others = taken.fetch_add(bytes, Ordering::SeqCst);
                        assert!(others == 0 || others + bytes <= MOST);
                        taken.fetch_sub(bytes, Ordering::SeqCst);
                    }
                });
            }
        });
        assert_eq!(room.state().taken, 0);
    }

    #[test]
    fn a_name_has_one_owner_at_a_time() {
        let (room, owners) = (Room::default(), AtomicU64::new(0));
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let _place = room.claim("a");
                        assert_eq!(owners.fetch_add(1, Ordering::SeqCst), 0);
                        owners.fetch_sub(1, Ordering::SeqCst);
                    }
                });
            }
        });
        assert!(room.state().names.is_empty());
    }
}
