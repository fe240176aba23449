//! Weights and values become a ranking.
