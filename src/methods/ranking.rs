//! Who comes first.

use super::sort;

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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    order: Vec<u32>,
    /// By alternative, from 1. A rank is shared by the run of `order` that begins at place `rank - 1`.
    ranks: Vec<u32>,
}

impl Ranking {
    /// Ranks alternatives by their scores.
    ///
    /// # Panics
    /// When there are more than `u32::MAX` of them.
    #[must_use]
    pub fn of(scores: &[f64], better: Better) -> Self {
        assert!(u32::try_from(scores.len()).is_ok(), "alternatives are numbered by u32");
        let mut order = sort::order(scores, better);
        let largest = scores.iter().map(|x| x.abs()).filter(|x| x.is_finite()).fold(0.0, f64::max);
        let tolerance = largest * TIE;
        let mut ranks = vec![0; scores.len()];
        let (mut start, mut rank, mut first) = (0, 1, f64::NAN);
        for place in 0..order.len() {
            let score = scores[order[place] as usize];
            if !ties(first, score, tolerance) {
                order[start..place].sort_unstable();
                (start, rank, first) = (place, place as u32 + 1, score);
            }
            ranks[order[place] as usize] = rank;
        }
        order[start..].sort_unstable();
        Self { order, ranks }
    }

    /// Alternatives, best first; those that tie in the document's order.
    #[must_use]
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// Competition rank, from 1.
    #[must_use]
    pub fn rank(&self, alternative: usize) -> u32 {
        self.ranks[alternative]
    }

    /// True where the rank is shared.
    #[must_use]
    pub fn is_tied(&self, alternative: usize) -> bool {
        // Ranks count from 1, so that place `rank` holds the second of a shared rank.
        let rank = self.ranks[alternative];
        self.order.get(rank as usize).is_some_and(|&next| self.ranks[next as usize] == rank)
    }

    /// The rank as it is printed: `3`, or `1=` where it is shared.
    #[must_use]
    pub fn label(&self, alternative: usize) -> String {
        format!("{}{}", self.rank(alternative), if self.is_tied(alternative) { "=" } else { "" })
    }

    /// All that share rank 1.
    #[must_use]
    pub fn winners(&self) -> &[u32] {
        let end = self.order.partition_point(|&alternative| self.ranks[alternative as usize] == 1);
        &self.order[..end]
    }

    /// Alternatives and their ranks, best first.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (usize, u32)> {
        self.order.iter().map(|&alternative| (alternative as usize, self.ranks[alternative as usize]))
    }
}

fn ties(a: f64, b: f64, tolerance: f64) -> bool {
    // Equal infinities and two NaN have no difference to go by, but the same order.
    (a - b).abs() <= tolerance || sort::compare(a, b, Better::Higher).is_eq()
}
