//! What the command line says beside the engine's own sentences.

use crate::text::{Argument, Counted, Entry, Fixed, List, Message, Percent, PercentTo, labels, messages};

messages! {
    /// Why a command could not do its work. `remedy` is that of what it rests on.
    #[derive(Clone, Debug, PartialEq)]
    pub enum CliWords in "cli", exact {
        FileInDoubt { what: Message, sheet: bool, range: bool, orientation: bool },
        At { origin: String, what: Message, remedy: Message },
        AtOpen { origin: String, what: Message },
        NeedsBaseline { origin: String, what: Message, remedy: Message },
        LimitContradicts { origin: String, limit: Argument },
        LimitsContradict { origin: String, limits: List },
        NoOptions { origin: String },
        NoCriteria { origin: String },
        UnknownViewpoint { origin: String, wanted: String, known: List },
        UnknownCriterion { origin: String, wanted: String, known: List },
        UnknownOption { origin: String, wanted: String, known: List },
        CriterionTwice { name: String },
        Unsound { origin: String, errors: Counted },
        /// `reason` is what the system says.
        Window { reason: String },
        Output { reason: String },

        MethodsAreAsked,
        OnlyWeightedSum { method: &'static str },
        OnlyValues,
        PrioritiesForAhp,
        RanksAreCounted { kind: &'static str, most: usize },
        BehindCommand,
        NoExtension,
        NotWritten { path: String, known: List },
        TwoWeights,
        ExportFormat,
        NotExported,
        NoSpreadsheet,
        NoPair,
        NotFinite { text: String },
    }
}

messages! {
    /// What is said about a result, on standard error.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Note in "note" {
        NoOthers,
        NothingChanges,
        NoWeightChanges,
        KeepsNoLimits { origin: String },
        NotNamed { names: List },
        NoWindow { reason: String },
        BuiltWithout,
    }
}

messages! {
    /// Lines of a result for people.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Line in "line" {
        NothingToRemark,
        RemarkOn { id: String, place: String },
        Dismissed { id: String, message: String },

        /// How scores were made comparable.
        Method { method: String, normalization: String },
        MethodOfValues { method: String, normalization: String },
        MissingLeftOut,
        RangesCount,

        Tau,
        LeftOut { reason: Message, remedy: Message },
        LeftOutToo { reason: Message, remedy: Message, methods: List },

        WhateverTheWeights,
        MissingCompared,

        Weights,
        SingleScores,
        NoSingleScore,
        MoreScores { count: usize },

        First { names: List },
        NobodyFirst,
        OneWeightMoves,
        SearchedInSteps { step: Percent },
        Below { weight: Percent, names: List },
        Above { weight: Percent, names: List },
        BelowAndAbove { below: Message, above: Message },

        InPercent,
        Samples { samples: u64, seed: String, of: Message, error: PercentTo },
        SamplesWithin { samples: u64, seed: String, of: Message, limits: List, error: PercentTo },
        AnyWeights,
        AnyInOrder,
        AnyWithin { distance: f64 },
        AnyInLimits,
        FewSamples,

        Consistency { ratio: Fixed, index: Fixed, eigenvalue: Fixed },
        NoConsistency { index: Fixed, eigenvalue: Fixed },
        Circles { count: usize },
        FitsLeast { criterion: String, other: String, given: Fixed, fitting: Fixed },
        FitsLeastThen { criterion: String, other: String, given: Fixed, fitting: Fixed, ratio: Fixed },
        Deviation { deviation: Fixed, ratio: Fixed },

        /// How many options and criteria a preset has.
        PresetSize { options: usize, criteria: usize },
    }
}

labels! {
    /// What help says of the program: in a line, at more length, and how it is used.
    pub enum ProgramHelp in "help" with (more, examples) { Program }
}

labels! {
    /// What help says of a command, and how it is used.
    pub enum CommandHelp in "help" with (examples) {
        Open, Presets, Rank, Compare, Robustness, Weights, Sensitivity, Flips, Dominance, Check, Export,
        Completions, Schema, Manual
    }
}

labels! {
    /// What help says of an argument: its command's name first where it is no argument of several.
    pub enum ArgumentHelp in "help-argument" {
        OpenSource, OpenRenderer, Source, RobustnessSamples, RobustnessSeed, RobustnessInformation,
        RobustnessLimits, RobustnessKeptLimits, WeightsKind, WeightsArg, WeightsPriorities, ExportOuts,
        CompletionsShell, Format, Method, Normalization, Parameters, Viewpoint, Weights, Baseline, Sheet,
        Range, Orientation, Language
    }
}

labels! {
    /// What help says of a format.
    pub enum FormatHelp in "help-format" { Table, Csv, Ron, Tsv, Html, Xlsx, Xmcda }
}

labels! {
    /// What help says of a way to weights.
    pub enum WeightsHelp in "help-weights" {
        Roc, RankSum, RankReciprocal, SumReciprocal, Ahp, Bwm, Entropy, Critic, StdDev, Equal
    }
}

labels! {
    pub enum HelpHeading in "help-heading" { EveryCommand }
}

labels! {
    /// Heads of columns, and short entries of cells.
    pub enum Head in "head" {
        Rank, Option, Score, Coverage, Method, Tau, Criterion, WhoComesThen, Weight, KeepsTheWinner, KeepsTheOrder,
        AllWeights, Locked, Nobody, RanksListed, ExpectedRank, Confidence, First, Id, Title, Size, Error,
        Warning, Note,
    }
}

/// What the command line says, for tests.
pub const MESSAGES: [&[Entry]; 12] = [
    CliWords::MESSAGES,
    Note::MESSAGES,
    Line::MESSAGES,
    Head::MESSAGES,
    ProgramHelp::MESSAGES,
    CommandHelp::MESSAGES,
    ArgumentHelp::MESSAGES,
    FormatHelp::MESSAGES,
    WeightsHelp::MESSAGES,
    HelpHeading::MESSAGES,
    super::robustness::LimitError::MESSAGES,
    super::typed_weights::WeightsError::MESSAGES,
];

impl std::error::Error for CliWords {}
