/// How many releases of the app stay: a tab that is open may ask for its files for days.
pub const RELEASES: usize = 3;

/// The releases that stay, the present one first. One that is there again moves up; the oldest go.
#[must_use]
pub fn released<T: PartialEq>(mut earlier: Vec<T>, present: T) -> Vec<T> {
    earlier.retain(|known| *known != present);
    earlier.insert(0, present);
    earlier.truncate(RELEASES);
    earlier
}

#[cfg(test)]
mod tests {
    use super::released;

    #[test]
    fn three_releases_stay_and_the_same_one_counts_once() {
        let table = [
            ('a', vec![], vec!['a']),
            ('a', vec!['a'], vec!['a']),
            ('b', vec!['a'], vec!['b', 'a']),
            ('d', vec!['c', 'b', 'a'], vec!['d', 'c', 'b']),
            // One that comes back is the newest again.
            ('a', vec!['b', 'a'], vec!['a', 'b']),
        ];
        for (present, earlier, expected) in table {
            assert_eq!(released(earlier, present), expected);
        }
    }
}
