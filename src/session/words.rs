//! What a session says: the names of steps, and what is wrong with scores that come in.

use crate::text::{List, labels, messages};

messages! {
    /// A step of the history.
    #[derive(Clone, Debug, PartialEq)]
    pub enum StepName in "step" {
        DescribeDecision,
        Dismiss { check: String },
        BringBack { check: String },
        Import { summary: String },
        SaveViewpoint { name: String },
        RenameViewpoint { name: String },
        DeleteViewpoint { name: String },
        ChooseViewpoint { name: String },
        AddCriterion,
        AddGroup,
        AddOption,
        Duplicate { name: String },
        Delete { name: String },
        Move { name: String },
        Describe { name: String },
        Rename { from: String, to: String },
        ChangeScale { criterion: String },
        /// Of a weight, in figures.
        Weight { name: String, from: String, to: String },
        Lock { name: String },
        Unlock { name: String },
        UnlockAll,
        EvenOut,
        ResetWeights,
        SetWeights,
        WeighTop,
        Weigh { group: String },
        CompareWith { option: String },
        CompareWithNone,
        ClearScore { option: String, criterion: String },
        Score { option: String, criterion: String },
        Rationale { option: String, criterion: String },
        Evidence { option: String, criterion: String },
        Clear { count: usize },
        Paste { count: usize },
    }
}

messages! {
    /// Why scores cannot come in as they are, and what is said when they do.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Incoming in "incoming" {
        /// `why` is an [`Incoming::Cell`].
        NothingPasted { why: String },
        Cell { option: String, criterion: String, reason: String },
        Misfit { option: String, criterion: String, reason: String },
        TypedNoLevel { text: String, levels: List },
        NoLevel { text: String, levels: List },
        WordOnNumbers { text: String },
        OtherUnit { unit: String, here: String },
        NothingChanges,
    }
}

labels! {
    /// How an incoming decision meets the open one.
    pub enum MergeLabel in "merge" { Add, Update, Replace }
}

labels! {
    /// A step that is looked for by its name: what came back after a crash was discarded.
    pub enum StepLabel in "stepLabel" { Discard }
}

labels! {
    /// What is called so until somebody names it.
    pub enum NewName in "newName" { Option, Criterion, Group, Decision }
}

labels! {
    /// The ranking's columns on the clipboard.
    pub enum RankingHead in "rankingHead" { Rank, Option, Value, Scored }
}
