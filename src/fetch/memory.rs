//! A bounded memory of what was fetched.

/// Remembers the values used last, up to a number.
#[derive(Debug)]
pub struct Memory<V> {
    held: Vec<Held<V>>,
    most: usize,
    tick: u64,
}

#[derive(Debug)]
struct Held<V> {
    name: String,
    value: V,
    fetched_ms: f64,
    used: u64,
}

impl<V: Clone> Memory<V> {
    /// A memory of at most `most` values.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self { held: Vec::new(), most, tick: 0 }
    }

    /// The value under this name, when it was fetched at or after `since_ms`.
    pub fn get(&mut self, name: &str, since_ms: f64) -> Option<V> {
        self.tick += 1;
        let held = self.held.iter_mut().find(|held| held.name == name)?;
        if held.fetched_ms < since_ms {
            return None;
        }
        held.used = self.tick;
        Some(held.value.clone())
    }

    /// Whether there is a value under this name, however old.
    #[must_use]
    pub fn holds(&self, name: &str) -> bool {
        self.held.iter().any(|held| held.name == name)
    }

    /// Forgets a value.
    pub fn forget(&mut self, name: &str) {
        self.held.retain(|held| held.name != name);
    }

    /// Remembers a value, and forgets the one that was not used for longest when there are too
    /// many.
    pub fn put(&mut self, name: String, value: V, fetched_ms: f64) {
        self.tick += 1;
        self.forget(&name);
        if self.held.len() >= self.most {
            let used = self.held.iter().map(|held| held.used).min();
            self.held.retain(|held| Some(held.used) != used);
        }
        self.held.push(Held { name, value, fetched_ms, used: self.tick });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_not_used_for_longest_is_forgotten() {
        let mut memory = Memory::new(2);
        memory.put("a".into(), 1, 0.0);
        memory.put("b".into(), 2, 0.0);
        assert_eq!(memory.get("a", 0.0), Some(1));
        memory.put("c".into(), 3, 0.0);
        assert_eq!(memory.get("b", 0.0), None);
        assert_eq!(memory.get("a", 0.0), Some(1));
        assert_eq!(memory.get("c", 0.0), Some(3));
    }

    #[test]
    fn a_value_that_was_no_good_is_forgotten() {
        let mut memory = Memory::new(2);
        memory.put("a".into(), 1, 0.0);
        memory.forget("a");
        assert!(!memory.holds("a"));
    }

    #[test]
    fn a_value_older_than_asked_for_is_not_given() {
        let mut memory = Memory::new(2);
        memory.put("a".into(), 1, 100.0);
        assert_eq!(memory.get("a", 100.0), Some(1));
        assert_eq!(memory.get("a", 101.0), None);
        assert!(memory.holds("a") && !memory.holds("b"));
        memory.put("a".into(), 2, 200.0);
        assert_eq!(memory.get("a", 101.0), Some(2));
    }
}
