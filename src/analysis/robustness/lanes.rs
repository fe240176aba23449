//! Samples side by side.

/// So many samples are worked on at a time: loops over them are long enough for the processor's wide registers, and what
/// they touch stays in its nearest cache.
pub(super) const LANES: usize = 64;

/// One number of each of the samples.
pub(super) type Lanes = [f64; LANES];

/// So many of the lanes are looked at together where all scores are gone through again and again: few enough for their sums
/// to stay in registers, and for the scores of a workshop's decision to stay in the nearest cache.
pub(super) const PART: usize = 16;

/// One number of each of the samples of a part.
pub(super) type Part = [f64; PART];
