//! Options changed with their cells, whatever that costs.

use counterpoise::model::{Alternatives, Row};

/// Changes one option after the other.
pub fn change(options: &mut Alternatives, mut how: impl FnMut(&mut Row)) {
    let changed = options.rows().map(|mut row| {
        how(&mut row);
        row
    });
    *options = changed.collect();
}
