//! What people read: messages and their wordings, numbers.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
#![expect(clippy::float_cmp, reason = "numbers that are written come back to the last digit")]

mod numbers;
mod rooms;
mod wordings;
