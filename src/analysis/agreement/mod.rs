//! How far several rankings of the same alternatives agree.
//!
//! [`correlation`] compares two of them. [`voting`](crate::methods::voting) makes one of all, with a ballot for each.

pub mod correlation;
