//! What the checks of a model remark.

use super::{Argument, Fixed, List, Percent, PercentTo, Points, Value, labels, messages};

messages! {
    /// A remark; its attribute `remedy` says what to do.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Remark in "checks" {
        SameForOptions { count: usize },
        SameForScores { count: usize },
        SameForPairs { count: usize },
        /// The checks by their ids.
        NotCompared { checks: List },

        FailsAtLeast { option: String, criterion: String, limit: Argument },
        FailsAtMost { option: String, criterion: String, limit: Argument },
        FailsLevel { option: String, criterion: String, level: String },
        /// Sentences, the next five.
        NoClearWinner { seen: List },
        SeenTie { first: String, second: String, value: Value },
        SeenNarrow { first: String, second: String, by: Points },
        SeenStepBetter { option: String, criterion: String, winner: String },
        SeenStepWorse { option: String, criterion: String, winner: String },
        SeenShift { criterion: String, figure: PercentTo, now: PercentTo },
        RankReversal { option: String, below: String, above: String },
        /// The winners are [`Remark::WinsBy`].
        NormalizationDecides { winners: List },
        MethodDecides { winners: List },
        WinsBy { option: String, by: List },
        RatioNormalization { criterion: String, normalization: &'static str, number: f64 },
        RatioMethod { criterion: String, method: &'static str, number: f64 },

        NowhereBetter { option: String, by: String, worse: usize, criteria: usize },
        ScoresTheSame { option: String, by: String },
        NeverBest { option: String },

        NothingScored,
        PartlyScored { option: String, coverage: Percent },
        NotScored { option: String },
        OutsideScale { option: String, criterion: String, score: f64, worst: f64, best: f64 },
        RangeOutsideScale { option: String, criterion: String, from: f64, to: f64, worst: f64, best: f64 },
        MixedMagnitudes { criterion: String, least: f64, most: f64 },
        FalsePrecision { count: usize, criterion: String },

        ScaleIsFlat { criterion: String },
        AllScoreTheSame { score: f64, criterion: String },
        WouldWantLess { criterion: String, word: String },
        WouldWantMore { criterion: String, word: String },
        LevelsAtEqualSteps { count: usize, criterion: String, step: f64 },
        GoHandInHand { one: String, other: String, correlation: Fixed },
        WholeBesideParts { criterion: String, group: String },

        WeightsNeverSet,
        Heavy { criterion: String, weight: Percent },
        Light { criterion: String, weight: Percent },
        SeveralLight { count: usize, first: String, last: String, limit: Percent },
        SeparatesLittle { criterion: String, weight: Percent, points: Points },
        SeparatesNothing { criterion: String, weight: Percent },
        SplittingBias {
            large: String,
            large_count: usize,
            large_weight: Percent,
            small: String,
            small_count: usize,
            small_weight: Percent,
        },
        WeightBeforeRange { criterion: String, weight: Percent },
        RangeChanged { criterion: String, worst_then: f64, best_then: f64, worst: f64, best: f64 },
        CostCountedTwice { criterion: String, weight: Percent },
        TunedWeights { count: usize },
        TooFewSamples { error: Percent },

        /// What to do is [`Remark::AskAgainAbout`] or [`Remark::AskAgainInCircle`].
        InconsistentRatio { of: &'static str, name: String, ratio: Fixed, limit: Fixed, again: Argument },
        InconsistentCircles { of: &'static str, name: String, circles: usize, again: Argument },
        Inconsistent { of: &'static str, name: String, ratio: Fixed, limit: Fixed, circles: usize, again: Argument },
        AskAgainAbout { one: String, other: String, given: Argument, fitting: Argument },
        AskAgainInCircle,
        OneOver { number: f64 },
        TooManyPairs { of: &'static str, name: String, pairs: usize },
        EntropyWeights { of: &'static str, name: String },
        CriticWeights { of: &'static str, name: String },
        DeviationWeights { of: &'static str, name: String },
        /// Limits are the next two.
        InfeasibleLimits { limits: List },
        LimitWithin { name: String, low: Percent, high: Percent },
        LimitAtLeast { more: String, less: String },

        PeopleApart { option: String, criterion: String, by: Points },
        DifferentWinners { people: usize, winners: List },
        NobodysChoice { option: String, first: usize, people: usize },
        TooMuchForARoom { criteria: usize, options: usize, most_criteria: usize, most_options: usize },
    }
}

labels! {
    /// How much a remark matters.
    pub enum SeverityLabel in "severity" { Error, Warning, Note }
}
