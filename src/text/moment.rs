//! How a moment is written.

use super::{Argument, Nth, labels, messages};

messages! {
    /// When something was; the hour is that of the clock on the wall.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Moment in "moment" {
        /// Today.
        Hour { hour: Argument },
        Day { year: Nth, month: Month, day: Nth, hour: Argument },
        Unknown,
    }
}

labels! {
    pub enum Month in "month" {
        January, February, March, April, May, June, July, August, September, October, November, December,
    }
}

impl Month {
    pub const ALL: [Self; 12] = [
        Self::January,
        Self::February,
        Self::March,
        Self::April,
        Self::May,
        Self::June,
        Self::July,
        Self::August,
        Self::September,
        Self::October,
        Self::November,
        Self::December,
    ];
}
