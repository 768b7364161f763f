//! What was worked out lately and may be asked for again: the oldest goes when there is too much.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

pub(crate) struct Remembered<K, V> {
    most: usize,
    values: Mutex<VecDeque<(K, V)>>,
}

impl<K: PartialEq, V> Remembered<K, V> {
    pub(crate) fn new(most: usize) -> Self {
        Remembered { most, values: Mutex::default() }
    }

    /// Takes out what is known under a key: whoever asks meanwhile works it out anew.
    pub(crate) fn take(&self, key: &K) -> Option<V> {
        let mut values = self.values.lock().unwrap_or_else(PoisonError::into_inner);
        let place = values.iter().position(|(known, _)| known == key);
        place.and_then(|place| values.remove(place)).map(|(_, value)| value)
    }

    pub(crate) fn keep(&self, key: K, value: V) {
        let mut values = self.values.lock().unwrap_or_else(PoisonError::into_inner);
        values.retain(|(known, _)| *known != key);
        if values.len() == self.most {
            values.pop_front();
        }
        values.push_back((key, value));
    }
}

#[cfg(test)]
mod tests {
    use super::Remembered;

    #[test]
    fn the_oldest_goes_first() {
        let remembered = Remembered::new(2);
        for (key, value) in [("a", 1), ("b", 2), ("a", 3), ("c", 4)] {
            remembered.keep(key, value);
        }
        let found = ["a", "b", "c"].map(|key| remembered.take(&key));
        assert_eq!((found, remembered.take(&"a")), ([Some(3), None, Some(4)], None));
    }
}
