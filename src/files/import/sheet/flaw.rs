//! What can be wrong with a spreadsheet or another foreign table, in words.

use crate::text::{List, Message, Nth, labels, messages};

messages! {
    /// Why a table cannot be taken as a decision, and what to do.
    #[derive(Clone, Debug, PartialEq)]
    pub enum SheetFlaw in "sheet", exact {
        NoSuchSheet,
        NoSheetCalled { name: String, known: List },
        ReadingDoesNotFit,
        NearlyEmpty { rows: u32, columns: u32 },
        NoTableHere,
        NoTable,
        NothingInIt,
        NobodyNamesOptions,
        NoCriteria,

        NoCell { text: String },
        NoArea { text: String },

        ErrorInCell { error: String },
        NotComputed,
        CriterionWithoutName,
        OptionWithoutName,
        TwoCriteria { first: String, second: String, name: String },
        TwoOptions { first: String, second: String, name: String },
        TwoUnits { unit: String, known: String },
        NoLevel { name: String, known: List },
        NoAnswer { text: String },
        NoNumbers { text: String },
        DateInCell { text: String },
        NoNumber { text: String },

        /// `kind` is an id of what the file is.
        OtherFormat { format: &'static str, kind: &'static str },
        Protected,
        /// What a library says of damage is English.
        Damaged { error: String },
        NoWorkbook,
        RecordCutOff,
        SheetMisplaced,
        FallsApart,
        EndsTooEarly,
        OwnEntity { name: String },
        AnnouncesTooMuch,
        ManySheets { most: usize },
        ManyCells { most: usize },
        MuchText { mebibytes: u64 },
        ManyRows { rows: u32, columns: u32 },
        ManyParts { most: usize },
        LargePart { bytes: u64, name: String },
        ManyRecords { mebibytes: u64 },
        WideSheets,
        UnreadableSheets,
        NotSound { encoding: &'static str },
        UnknownEncoding,
        NotCsv { error: String },
        LongRow { row: Nth, cells: usize },

        NewerWorkbook,
        DamagedDecision { why: Message },
        RowCopied { row: Nth },
        ColumnCopied { column: String },
        RetypedNoNumber { text: String },
        RetypedNothing,
        RetypedNoScore { text: String },
        RowAdded,
        HalfAnswer,
        NoLock { text: String },
        BadPoints { points: String },
        TopWeightsZero,
    }
}

messages! {
    /// What is open about a table. `lies` is `row` or `column`, and `name` which one it is.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Open in "open" {
        Orientation,
        Encoding { encoding: &'static str },
        Tables { count: usize },
        Sheets { count: usize },
        HiddenSheets,
        DecimalMark { text: String },
        DecimalMarks,
        NamesOfCriteria,
        Date,
        SomePercent { lies: &'static str, name: String },
        Words { lies: &'static str, name: String },
        NoNumber { text: String },
        Order { lies: &'static str, name: String },
    }
}

messages! {
    /// A way to read what is open.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Way in "way" {
        TableAt { area: String },
        SheetCalled { name: String },
        /// What a number that can be read in two ways is then.
        PointThen { number: String },
        CommaThen { number: String },
        PointOthersThousands,
        CommaOthersThousands,
        AllPercent,
        FractionAmongOthers,
        LeaveItOut,
        TakeAsLevels,
        MendIt,
        LeaveOut { lies: &'static str, name: String },
        WorstFirst { order: List },
    }
}

messages! {
    /// How the scores on a criterion are understood.
    #[derive(Clone, Debug, PartialEq)]
    pub enum UnderstandingName in "understanding" {
        Number,
        Percent,
        YesNo,
        Levels { levels: String },
    }
}

messages! {
    /// A row or column, where it stands for a name.
    #[derive(Clone, Debug, PartialEq)]
    pub enum FieldName in "field" {
        Called { lies: &'static str, name: String },
    }
}

labels! {
    /// What stands for the content of a cell that has none.
    pub enum CellText in "cellText" { Uncomputed }
}

labels! {
    /// Whether each option is a row or a column.
    pub enum OrientationName in "orientation" { Rows, Columns }
}

labels! {
    /// What a row or column is for.
    pub enum RoleName in "role" { Skip, CriterionNames, OptionNames, Option, Criterion }
}

labels! {
    /// What a row or column says about the criteria.
    pub enum AttributeName in "attribute" {
        Weight, Direction, Unit, Range, Worst, Best, Low, High, Group, Value, Levels, Preference, Q, P, S, Veto
    }
}
