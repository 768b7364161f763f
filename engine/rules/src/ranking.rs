//! Standard competition ranking: equal values share a rank, and the next rank is skipped (R60).

/// The ranks of values that are already in descending order, where `ahead` others stand before the first
/// and the first shares its rank with none of them.
pub fn ranks(values: impl IntoIterator<Item = i64>, ahead: u64) -> Vec<u64> {
    let mut ranks: Vec<u64> = vec![];
    let mut last = None;
    for (place, value) in values.into_iter().enumerate() {
        let rank = match ranks.last() {
            Some(&rank) if last == Some(value) => rank,
            _ => ahead + place as u64 + 1,
        };
        last = Some(value);
        ranks.push(rank);
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_a_rank_and_the_next_is_skipped() {
        assert_eq!(ranks([4, 2, 2, 1], 0), [1, 2, 2, 4]);
        assert_eq!(ranks([7, 7, 5], 10), [11, 11, 13]);
    }
}
