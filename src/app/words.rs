//! What several parts of the window say.

use crate::text::{Argument, List, Nth, labels, messages};

labels! {
    /// Why what is typed cannot stand.
    pub enum FaultLabel in "fault" { GiveName, WorstIsBest, WorstAboveBest, WorstBelowBest, NoCurvature, LevelValue }
}

messages! {
    #[derive(Clone, Debug, PartialEq)]
    pub enum FaultMessage in "fault" {
        Taken { name: String },
    }
}

labels! {
    /// What stands in an empty field of a source.
    pub enum SourceLabel in "sourceHint" { Words, Link }
}

messages! {
    /// The fields of the n-th source. `of` is `evidence` or `source`.
    #[derive(Clone, Debug, PartialEq)]
    pub enum SourceMessage in "source" {
        Words { of: &'static str, n: Nth },
        Link { of: &'static str, n: Nth },
        Remove { of: &'static str, n: Nth },
        Add { of: &'static str },
    }
}

labels! {
    /// The bar at the top, the tabs, the palette.
    pub enum WindowLabel in "window" { Edited, Drop, MoreTabs, MoreViews, FindCommand, NoCommand, NoDisplay }
}

messages! {
    #[derive(Clone, Debug, PartialEq)]
    pub enum WindowMessage in "window" {
        /// Of the decision, as a button.
        Title { title: String },
        /// The window's own title.
        Caption { name: String, unsaved: bool },
        /// Of the notices that wait one is shown.
        OneOf { count: usize },
        /// `reasons` are those of all renderers.
        NotOpened { reasons: List },
    }
}

labels! {
    /// The answers to a notice, and what they do.
    pub enum AnswerLabel in "answer" with (note) {
        Close, Discard, Keep, BringBack, EditTooHere, LookOnly, ShowThem, ReadAgain, KeepHere,
    }
}

labels! {
    /// What is said of what a crash has left.
    pub enum RecoveryLabel in "recovery" {
        LooksOnly, FileChanged, FileGone, OthersLeft, WorkLeft, Nothing, AllThere, KeptAgain, Discarded, NotFound,
    }
}

messages! {
    #[derive(Clone, Debug, PartialEq)]
    pub enum RecoveryMessage in "recovery" {
        Recovered { name: String, steps: usize, since: Argument },
        AsSaved { name: String },
        NeverSaved { name: String },
        /// Where its journal is kept.
        StepsLost { path: String },
        LeftDamaged { name: String },
        /// What cannot be read, and why.
        Unreadable { what: String },
        NotKept { why: String },
        Elsewhere { name: String },
        LooksAt { name: String },
        /// Until when it was worked on, and where it is kept.
        UntilIn { until: Argument, path: String },
        Until { until: Argument },
    }
}

labels! {
    /// What is said of files, and in the desktop's dialogs about them.
    pub enum FilesLabel in "files" { Decisions, AllFiles, Imported, AnswerFirst, NoText }
}

messages! {
    #[derive(Clone, Debug, PartialEq)]
    pub enum FilesMessage in "filesSaid" {
        Changed { name: String },
        Dropped { count: usize },
        Imported { summary: String },
    }
}
