//! What the benches compute on.

use counterpoise::model::Columns;

/// Options x criteria.
pub const SIZES: [(usize, usize); 4] = [(3, 9), (1_000, 20), (100_000, 20), (1_000_000, 20)];

/// Values uniform in 0..1, the same in every run (xorshift, Marsaglia 2003).
pub fn values(rows: usize, columns: usize) -> Columns {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let uniform = std::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        f64::from((state >> 32) as u32) / f64::from(u32::MAX)
    });
    Columns::new(rows, uniform.take(rows * columns).collect())
}
