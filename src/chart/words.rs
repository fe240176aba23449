//! What the parts of a picture mean.

use crate::text::{Fixed, List, messages};

messages! {
    /// Phrases without a full stop. Figures are points of the scale of 0 to 100.
    #[derive(Clone, Debug, PartialEq)]
    pub enum ChartMessage in "chart" {
        /// All parts of a picture, read aloud.
        Whole { parts: List },
        /// The same with its name.
        Named { name: String, whole: String },
        OfHundred { total: Fixed },
        Gives { branch: String, value: Fixed },
        AtBaseline { value: Fixed },
        Exact { value: Fixed },
        Range { low: Fixed, high: Fixed },
        Spread { low: Fixed, high: Fixed, likely: Fixed },
    }
}
