//! Samples side by side.

/// So many samples are worked on at a time: loops over them are long enough for the processor's wide registers, and what
/// they touch stays in its nearest cache.
pub(super) const LANES: usize = 64;

/// One number of each of the samples.
pub(super) type Lanes = [f64; LANES];
