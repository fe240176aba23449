//! Who comes first.

use std::ops::Range;
use std::sync::OnceLock;

use super::sort::{self, Sort};

/// Scores this close together, relative to the largest, tie: far above rounding, far below what a score can mean.
pub const TIE: f64 = 1e-12;

/// Which scores are better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    Higher,
    Lower,
}

/// Alternatives in order of their scores, with competition ranks: 1, 1, 3.
///
/// A score ties with the best score of its rank when it lies within 1e-12 of it, relative to the largest finite absolute
/// score. Scores that are NaN rank after all others and tie with each other.
#[derive(Clone, Debug, Default)]
pub struct Ranking {
    order: Vec<u32>,
    /// Parts of `order` that share a rank, from front to back.
    ties: Vec<Range<usize>>,
    /// By alternative, from 1; made when first asked for, since a place in the order tells the rank too.
    ranks: OnceLock<Vec<u32>>,
}

impl Ranking {
    /// Ranks alternatives by their scores.
    ///
    /// # Panics
    /// When there are more than `u32::MAX` of them.
    #[must_use]
    pub fn of(scores: &[f64], better: Better) -> Self {
        assert!(u32::try_from(scores.len()).is_ok(), "alternatives are numbered by u32");
        let extent = sort::Extent::of(scores);
        let tolerance = TIE * extent.largest();
        let (mut order, close) = Sort::new(scores, better, extent, tolerance).run();
        let mut ties = Vec::new();
        // Only where each is close to the one before can many be close to the first.
        for chain in close.chunk_by(|a, b| a + 1 == *b) {
            let (mut start, end) = (chain[0] - 1, chain[0] + chain.len());
            while start < end {
                let score = |place: usize| scores[order[place] as usize];
                let first = score(start);
                let next = (start + 1..end).find(|&place| !tie(first, score(place), tolerance)).unwrap_or(end);
                if next - start > 1 {
                    order[start..next].sort_unstable();
                    ties.push(start..next);
                }
                start = next;
            }
        }
        Self { order, ties, ranks: OnceLock::new() }
    }

    /// Alternatives, best first; those that tie in the document's order.
    #[must_use]
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// Competition rank, from 1.
    #[must_use]
    pub fn rank(&self, alternative: usize) -> u32 {
        self.ranks.get_or_init(|| {
            let mut ranks = vec![0; self.order.len()];
            for (&alternative, place) in self.order.iter().zip(1..) {
                ranks[alternative as usize] = place;
            }
            for tie in &self.ties {
                let together = &self.order[tie.clone()];
                let first = ranks[together[0] as usize];
                for &alternative in together {
                    ranks[alternative as usize] = first;
                }
            }
            ranks
        })[alternative]
    }

    /// Ranks in which alternatives that tie share the mean of their places: 1.5, 1.5, 3.
    #[must_use]
    pub fn average_ranks(&self) -> Vec<f64> {
        let mut ranks = vec![0.0; self.order.len()];
        for (&alternative, place) in self.order.iter().zip(1_u32..) {
            ranks[alternative as usize] = f64::from(place);
        }
        for tie in &self.ties {
            let together = &self.order[tie.clone()];
            let places = [together[0], together[together.len() - 1]].map(|alternative| ranks[alternative as usize]);
            let mean = places[0].midpoint(places[1]);
            for &alternative in together {
                ranks[alternative as usize] = mean;
            }
        }
        ranks
    }

    /// True where the rank is shared.
    #[must_use]
    pub fn is_tied(&self, alternative: usize) -> bool {
        let first = self.rank(alternative) as usize - 1;
        self.ties.binary_search_by_key(&first, |tie| tie.start).is_ok()
    }

    /// The rank as it is printed: `3`, or `1=` where it is shared.
    #[must_use]
    pub fn label(&self, alternative: usize) -> String {
        format!("{}{}", self.rank(alternative), if self.is_tied(alternative) { "=" } else { "" })
    }

    /// All that share rank 1.
    #[must_use]
    pub fn winners(&self) -> &[u32] {
        let end = self.ties.first().filter(|tie| tie.start == 0).map_or(1, |tie| tie.end);
        &self.order[..end.min(self.order.len())]
    }

    /// Alternatives and their ranks, best first.
    pub fn iter(&self) -> impl Iterator<Item = (usize, u32)> {
        let (mut ties, mut rank) = (self.ties.iter().peekable(), 0);
        self.order.iter().zip(0..).zip(1..).map(move |((&alternative, place), next)| {
            ties.next_if(|tie| tie.end <= place);
            if ties.peek().is_none_or(|tie| place <= tie.start) {
                rank = next;
            }
            (alternative as usize, rank)
        })
    }
}

impl PartialEq for Ranking {
    fn eq(&self, other: &Self) -> bool {
        self.order == other.order && self.ties == other.ties
    }
}

impl Eq for Ranking {}

/// Whether two scores are too close to differ.
pub(super) fn tie(a: f64, b: f64, tolerance: f64) -> bool {
    // Equal infinities and two NaN have no difference to go by, but the same order.
    (a - b).abs() <= tolerance || sort::compare(a, b, Better::Higher).is_eq()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same in the plainest way.
    fn naive(scores: &[f64], better: Better) -> (Vec<u32>, Vec<u32>) {
        let places = || 0..u32::try_from(scores.len()).unwrap();
        let mut order: Vec<u32> = places().collect();
        order.sort_by(|&a, &b| sort::compare(scores[a as usize], scores[b as usize], better));
        let largest = scores.iter().filter(|x| x.is_finite()).fold(0.0, |largest, x| x.abs().max(largest));
        let mut ranks = vec![0; scores.len()];
        for place in 0..order.len() {
            let score = |place: usize| scores[order[place] as usize];
            ranks[order[place] as usize] = match place.checked_sub(1).map(|before| ranks[order[before] as usize]) {
                Some(rank) if tie(score(rank as usize - 1), score(place), largest * TIE) => rank,
                _ => u32::try_from(place).unwrap() + 1,
            };
        }
        order.sort_by_key(|&alternative| (ranks[alternative as usize], alternative));
        (order, ranks)
    }

    fn scores() -> impl Strategy<Value = Vec<f64>> {
        let odd = prop::sample::select(vec![
            0.0,
            -0.0,
            1.0,
            1.0 + 1e-13,
            1.0 - 4e-13,
            5e-324,
            1e-323,
            f64::MIN_POSITIVE,
            f64::MAX,
            f64::MIN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NAN,
        ]);
        let level = || prop::sample::select(vec![0.2, 0.4, 0.6]);
        // Few and many, so that both one bucket and many chunks are met.
        let length = || prop_oneof![8 => 0_usize..40, 1 => 9_000_usize..100_000];
        let many = |one: BoxedStrategy<f64>| length().prop_flat_map(move |n| prop::collection::vec(one.clone(), n));
        prop_oneof![
            many((0.0..1.0).boxed()),
            many(level().boxed()),
            many((0.5..0.5 + 1e-11).boxed()),
            many((0.5..0.5 + 1e-6).boxed()),
            many((0.0..1e-320).boxed()),
            many(prop_oneof![50 => 0.0..1.0, 1 => odd.clone()].boxed()),
            many(odd.clone().boxed()),
            (length(), odd).prop_map(|(n, one)| vec![one; n]),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, max_shrink_iters: 200, ..ProptestConfig::default() })]

        #[test]
        fn fast_and_plain_agree(scores in scores(), better in prop::sample::select(vec![Better::Higher, Better::Lower])) {
            let ranking = Ranking::of(&scores, better);
            let (order, ranks) = naive(&scores, better);
            prop_assert!(ranking.order() == order, "{:?}", ranking.order().iter().zip(&order).position(|(a, b)| a != b));
            let mut sharing = vec![0; ranks.len() + 1];
            for &rank in &ranks {
                sharing[rank as usize] += 1;
            }
            for (alternative, &rank) in ranks.iter().enumerate() {
                prop_assert_eq!(ranking.rank(alternative), rank);
                prop_assert_eq!(ranking.is_tied(alternative), sharing[rank as usize] > 1);
            }
        }
    }

    #[test]
    fn ties_share_a_rank_and_the_next_is_skipped() {
        let ranking = Ranking::of(&[0.5, 0.7, f64::NAN, 0.7 - 1e-14, 0.1], Better::Higher);
        assert_eq!(ranking.order(), [1, 3, 0, 4, 2]);
        assert_eq!(ranking.winners(), [1, 3]);
        let labels: Vec<String> = (0..5).map(|i| ranking.label(i)).collect();
        assert_eq!(labels, ["3", "1=", "5", "1=", "4"]);
        assert_eq!(ranking.iter().map(|(_, rank)| rank).collect::<Vec<_>>(), [1, 1, 3, 4, 5]);
        assert_eq!(ranking.average_ranks(), [3.0, 1.5, 5.0, 1.5, 4.0]);
        assert_eq!(Ranking::of(&[0.5, 0.7], Better::Lower).winners(), [0]);
        assert!(Ranking::of(&[], Better::Higher).winners().is_empty());
        let endless = Ranking::of(&[f64::NEG_INFINITY, f64::INFINITY, f64::NAN, f64::INFINITY], Better::Higher);
        assert_eq!(endless.iter().collect::<Vec<_>>(), [(1, 1), (3, 1), (0, 3), (2, 4)]);
    }
}
