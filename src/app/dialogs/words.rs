//! What the dialogs say.

use crate::text::{Argument, Nth, labels, messages};

labels! {
    pub enum ButtonLabel in "button" {
        Cancel, Close, Save, Discard, SaveAs, Overwrite, Replace, Open, LookAtIt, Export, Import, Rename,
    }
}

labels! {
    pub enum DialogLabel in "dialog" {
        NewFromPreset, ExportMatrix, Recover, RecoverNote, OpenDecision, ImportMatrix, SaveDecision, NoFileDialog, Path,
        PathFirst, SaveChanges, ChangedNote, RenameViewpoint, SaveViewpoint, ViewpointHint, NameOfViewpoint, ViewpointThere,
        Keys, KeysNote, AboutNote, Licence,
    }
}

messages! {
    #[derive(Clone, Debug, PartialEq)]
    pub enum DialogMessage in "dialog" {
        /// Something would be lost.
        Unsaved { name: String },
        /// All is saved but a text that cannot stand.
        DraftsOnly { name: String },
        Changed { name: String },
        Replace { file: String },
        ReplaceIn { folder: String },
        About { version: &'static str },
        /// A choice, and what it is, as a screen reader says it.
        Choice { name: String, note: Argument },
        /// What a preset is called in files, and how large it is.
        Preset { id: &'static str, size: Argument },
        Format { extension: &'static str, note: FormatNote },
        FormatChoice { name: &'static str, extension: &'static str, note: FormatNote },
    }
}

labels! {
    /// What a format is good for.
    pub enum FormatNote in "formatNote" { Ron, Json, Xlsx, Html, Csv, Tsv, Markdown, Xmcda }
}

labels! {
    /// Keys in words, and what they do.
    pub enum KeyLabel in "key" with (does) {
        WeightArrows, WeightShift, WeightEnds, WeightAlt, WeightDigits, WeightEnter,
        Arrows, Typing, Enter, Escape, Delete, Shift, Clipboard, Ends, Alt,
    }
}

labels! {
    /// The preview of a table.
    pub enum ImportLabel in "import" {
        Clipboard, Title, TitleOfImport, Sheet, Cells, OptionsAre, Rows, Columns, OptionsAreRows, OptionsAreColumns, Decimals,
        DecimalPoint, DecimalComma, AsNew, LeftFirst, NewWeighs, Missing,
        IsRead, IsCompared, BrokeOff,
    }
}

labels! {
    /// What comes of a way to take it in.
    pub enum WayNote in "wayNote" { AsNew, Add, Update, Replace }
}

messages! {
    #[derive(Clone, Debug, PartialEq)]
    pub enum ImportMessage in "import" {
        Head { name: String },
        HiddenSheet { name: String },
        SheetCalled { name: String },
        Column { letter: String },
        Row { n: Nth },
        /// What a row or column is used for.
        Use { line: Argument, role: &'static str },
        /// How the scores of a criterion are understood.
        As { way: String },
        Misfit { option: String, criterion: String, reason: String },
        Changed { option: String, criterion: String, from: String, to: String },
        /// A way out, with the place that it is for.
        WayOut { at: String, way: String },
    }
}
