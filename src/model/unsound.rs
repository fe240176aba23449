//! What no decision may be, in words.

use super::Id;
use crate::text::{Message, messages};

messages! {
    /// What is wrong with a document, or with what is to go into it, and what to do. Where an id is given, it is what a file
    /// calls it.
    #[derive(Clone, Debug, PartialEq)]
    pub(crate) enum Unsound in "model", exact {
        EmptyId,
        LongId { text: String, most: usize },
        TwoEntries { id: Id },
        /// What a reader expects.
        MapById,
        TooSparse { options: usize, criteria: usize },
        ScoresDoNotMatch { scores: usize, options: usize },
        Points { id: Id, points: f64 },
        AllWeightsZero,

        /// Where it is. The fault that stands in `what` is that of a part, and `remedy` is its own; see [`within`].
        InCriterion { name: String, what: Message, remedy: Message },
        ScoreOfPerson { person: String, what: Message, remedy: Message },
        ScoreOn { option: String, criterion: String, what: Message, remedy: Message },
        JudgementOfTopLevel { what: Message, remedy: Message },
        JudgementOfGroup { id: Id, what: Message, remedy: Message },
        ComparisonOfOptions { id: Id, what: Message, remedy: Message },

        TooDeep { most: usize },
        OptionWithoutName,
        CriterionWithoutName,
        GroupWithoutName,
        ViewpointWithoutName,
        PersonWithoutName,
        TwoOptionsCalled { name: String },
        TwoCriteriaCalled { name: String },
        TwoViewpointsCalled { name: String },
        TwoPeopleCalled { name: String },
        TwoOptionsHaveId { id: Id },
        TwoNodesHaveId { id: Id },
        TwoViewpointsHaveId { id: Id },
        TwoPeopleHaveId { id: Id },

        ScoreOnNoCriterion { option: String, id: Id },
        ScoreOfPersonForNoOption { person: String, id: Id },
        ScoreOfPersonOnNoCriterion { person: String, id: Id },
        NoSuchBaseline { id: Id },
        NoSuchViewpoint { id: Id },
        LockOnNothing { id: Id },
        RangeForNothing { id: Id },

        /// `of` is `document`, `viewpoint` or `person`; `name` that of the viewpoint or person.
        WeightsNameNothing { of: &'static str, name: String, id: Id },
        WeightsGive { of: &'static str, name: String, id: Id, points: f64 },
        WeightsAreZero { of: &'static str, name: String },

        NoLevels,
        LevelValue { name: String, number: f64 },
        TwoLevelsCalled { name: String },
        LevelWithoutName,
        TargetNotFinite,
        AgainstDirection { worst: f64, best: f64 },
        Curvature { rho: f64 },
        FewPoints,
        BadPoint,
        PointsOutOfOrder,
        EndNotFinite,
        EndsTheSame { number: f64 },
        Threshold { name: &'static str, number: f64 },
        LimitNoLevel,
        LimitNoNumber,

        NoSuchLevel { id: Id },
        LevelOnNumbers { id: Id },
        NumberOnLevels,
        ScoreNotFinite,
        ScoreOutOfOrder,

        JudgementOfNoGroup { id: Id },
        OptionsOnNoCriterion { id: Id },
        NotJudged { id: Id },
        JudgedTooLow { id: Id, number: f64, least: f64 },
        TwoRanks { id: Id },
        ComparedWithItself { id: Id },
        ComparedTwice { one: Id, other: Id },
        BadRatio { one: Id, ratio: f64, other: Id },
        LimitOnNothing { id: Id },
        LimitReversed { id: Id, low: f64, high: f64 },
    }
}

/// The fault of a part with the place where it is, such as `Unsound::InCriterion`.
pub(super) fn within(fault: &Message, place: impl FnOnce(Message, Message) -> Unsound) -> Message {
    let remedy = fault.remedy().unwrap_or_else(|| fault.clone());
    place(fault.clone(), remedy).into()
}
