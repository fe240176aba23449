//! What is said about results.

use super::{Argument, Fixed, List, Percent, PercentTo, Points, Share, SignedPoints, messages};

messages! {
    /// A sentence about a result, or a part of one.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Explain in "explain" {
        LeadNoOptions,
        LeadNothingScored,
        LeadOnlyOption,
        LeadOnlyScored,
        LeadTied,
        LeadAllTie,
        LeadSomeTie { who: List },
        LeadBy { points: Points },
        LeadNarrow,
        LeadAhead,
        LeadClear,

        NoContest,
        Tied { who: List },
        SingleCriterion,
        LocksLeaveNoRoom,
        NoWeightChanges,
        FirstUntilRises { who: List, criterion: String, figure: PercentTo, now: PercentTo, then: List },
        FirstUntilFalls { who: List, criterion: String, figure: PercentTo, now: PercentTo, then: List },

        NobodyFirst,
        WeightLocked { criterion: String },
        NoOtherMakesRoom { criterion: String },
        FirstWhatever { who: List, criterion: String },
        FirstAsFarAsLocks { who: List, criterion: String },
        TieOfWeight { who: List, criterion: String },
        FirstWhileWithin { who: List, criterion: String, least: PercentTo, most: PercentTo, now: Percent },
        FirstWhileAt { who: List, criterion: String, figure: PercentTo, now: Percent },

        FirstAlready { option: String },
        SharesFirst { option: String },
        NoWeights { option: String },
        NoWeightsLocked { option: String },
        NoWeightsFound { option: String },
        NoWeightsFoundLocked { option: String },
        /// The changes are the next three.
        FirstIf { option: String, changes: List },
        WeightRose { criterion: String, from: PercentTo, to: PercentTo },
        WeightFell { criterion: String, from: PercentTo, to: PercentTo },
        OthersChanged { count: usize },
        SingleNone,
        SingleAlready,
        SingleDoes { criterion: String, now: PercentTo, to: PercentTo },
        NoScoreCosts { option: String, criterion: String },
        NoScorePuts { option: String, criterion: String },
        LosesAt { option: String, criterion: String, score: Argument, now: Argument },
        LosesAtFromMissing { option: String, criterion: String, score: Argument },
        FirstWith { option: String, criterion: String, score: Argument, now: Argument },
        FirstWithFromMissing { option: String, criterion: String, score: Argument },

        NotComparable { first: String, second: String },
        /// Reasons and what speaks against are [`Explain::Step`].
        Ahead { ahead: String, behind: String, by: Points, reasons: List, against: List },
        AheadUnopposed { ahead: String, behind: String, by: Points, reasons: List },
        AheadThoughLevel { ahead: String, behind: String, by: Points },
        Tie { first: String, second: String, reasons: List, against: List },
        TieLevel { first: String, second: String },
        Step { criterion: String, by: SignedPoints },
        NothingStandsOut { option: String },
        StandsOut { option: String, strengths: List },
        FallsBehind { option: String, weaknesses: List },
        StandsOutAndFallsBehind { option: String, strengths: List, weaknesses: List },

        BeatenNeverFirst { option: String, by: List },
        BeatenSharesFirst { option: String, by: List },
        NeverFirst { option: String },
        FirstUnderSome { option: String },

        NoPlaceOnAxes,
        Efficient { known: usize, who: List },
        EfficientUnsupported { known: usize, who: List, unsupported: List },

        FirstInFree { option: String, share: Share, rank: Fixed },
        FirstInRanked { option: String, share: Share, rank: Fixed },
        FirstInWithin { option: String, share: Share, rank: Fixed, distance: Points },
        FirstInLimits { option: String, share: Share, rank: Fixed },
        /// The criteria are [`Explain::WeightOf`].
        Central { option: String, criteria: List },
        CentralSingle { option: String, criteria: List },
        WeightOf { criterion: String, weight: Percent },

        NoMethodCanSay,
        OneMethod { option: String },
        AllMethods { methods: usize, option: String },
        FirstBy { option: String, count: usize, methods: usize },
        /// The others are [`Explain::By`].
        FirstByBefore { option: String, count: usize, methods: usize, others: List },
        By { option: String, count: usize },
        NormalizationMatters { decides: bool },
        CompensationMatters { decides: bool },
        ThresholdsMatter { decides: bool },
    }
}
