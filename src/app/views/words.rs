//! What the views say.

use crate::text::{Argument, Nth, Percent, PercentTo, Value, labels, messages};

labels! {
    /// What the tab of a view says, and the words of the command that shows it.
    pub enum ViewLabel in "view" with (command, explanation, words) { Weights, Matrix, Checks, Ranking }
}

labels! {
    /// What can be done to a place of the matrix, under names that fit it.
    pub enum PlaceLabel in "place" {
        DescribeDecision, AddOption, AddCriterion, AddGroup, Rename, Duplicate, MoveUp, MoveDown, MoveLeft, MoveRight,
        IntoGroup, OutOfGroup, BaselineOption, Delete, EditScore, ClearScore,
    }
}

labels! {
    pub enum WeightsLabel in "weights" {
        NoCriteria, NoViewpoint, SavedSets, AddToWeigh, Locked, MakeRoom, EvenOut, Reset, UnlockAll,
    }
}

messages! {
    #[derive(Clone, Debug, PartialEq)]
    pub enum WeightsMessage in "weights" {
        Viewpoint { name: String },
        Edited { name: String },
        Lock { name: String },
        Unlock { name: String },
        WeightIs { name: String, share: Percent },
        /// The field that it is written in.
        WeightOf { name: String },
        ShareOfAll { name: String, share: Percent },
        AtBaseline { share: Percent },
    }
}

labels! {
    pub enum RankingLabel in "ranking" { WeightedMean, Scale, Empty, ClickToCopy }
}

messages! {
    #[derive(Clone, Debug, PartialEq)]
    pub enum RankingMessage in "ranking" {
        /// `bar` is what its bar says.
        Row { rank: String, option: String, bar: String },
        Scored { share: Percent },
        ScoredFor { share: Percent },
        Gives { branch: String, value: Value },
        AtBaseline { value: Value },
    }
}

labels! {
    pub enum MatrixLabel in "matrix" { Missing, RankedWithout, HowToWrite, Option, AboutDecision, Baseline, NoCells }
}

messages! {
    #[derive(Clone, Debug, PartialEq)]
    pub enum MatrixMessage in "matrix" {
        Cell { criterion: String, option: String },
        Worth { score: String, value: Value },
        WorthIn { score: String, unit: String, value: Value },
        ScoreOn { criterion: String },
        Decision { title: String },
        Group { name: String, share: Percent },
        CriterionMore { name: String, share: Percent },
        CriterionLess { name: String, share: Percent },
        CriterionNear { name: String, share: Percent },
        /// The head of an option.
        OptionHead { name: String },
        BaselineOption { name: String },
        /// A target with its unit.
        Near { target: Argument },
    }
}

labels! {
    pub enum DetailsLabel in "details" {
        Decision, Title, TitleHint, Question, Context, Authors, AuthorsNote, Sources,
        Name, NameOfOption, NameOfCriterion, NameOfGroup, Description, DescriptionOfOption, DescriptionOfGroup,
        Definition, DefinitionNote, BaselineOption, BaselineNote,
        Score, Rationale, RationaleHint, Evidence, RankedWithout, Low, Likely, High, Spread, Level,
    }
}

messages! {
    #[derive(Clone, Debug, PartialEq)]
    pub enum DetailsMessage in "details" {
        Option { name: String },
        Criterion { name: String },
        Group { name: String },
        Cell { criterion: String, option: String },
        Standing { rank: String, value: Value, share: Percent },
        OfAllWeight { share: Percent },
        Worth { value: Value, weight: Percent },
        /// The best with its unit.
        Ends { worst: f64, best: Argument },
    }
}

labels! {
    pub enum ScaleLabel in "scale" {
        Scale, BetterAnswer, Yes, No, Kind, Rating, Measure, Levels, YesNo, Worst, Best, FromOptions, EmptyOne,
        Unit, BetterIs, Direction, More, Less, NearTarget, Target,
        ValueFunction, Linear, Curved, ByPoints, Curvature, CurvatureNote, Points, PointsNote,
        LevelsNote, AddLevel, Poor, Fair, Good, Excellent,
    }
}

messages! {
    #[derive(Clone, Debug, PartialEq)]
    pub enum ScaleMessage in "scale" {
        /// A level that nobody has named yet, by its place.
        Level { n: Nth },
        ValueOf { level: String },
        Remove { level: String },
    }
}

labels! {
    pub enum ChecksLabel in "remarks" { NothingToMend, BrokeOff, AtWork, Dismissed, ShowMe, DismissHint, Because, BringBack }
}

messages! {
    /// By the id of a check.
    #[derive(Clone, Debug, PartialEq)]
    pub enum ChecksMessage in "remark" {
        /// While the checks are at work.
        AtWork { share: Percent },
        ShowMeWhere { check: &'static str },
        ReasonToDismiss { check: &'static str },
        BringBack { check: &'static str },
    }
}

labels! {
    /// The bar at the bottom.
    pub enum StatusLabel in "status" { Zoom, NothingToSave, NotSaved, StopsExport }
}

messages! {
    #[derive(Clone, Debug, PartialEq)]
    pub enum StatusMessage in "status" {
        SavedIn { file: String },
        NotSavedIn { file: String },
        LastChange { step: String },
        UndoBy { keys: String },
        ExportingTo { file: String },
        OfExport { share: PercentTo },
    }
}
