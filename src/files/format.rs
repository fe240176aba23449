//! The formats, and which file is in which.

use std::path::Path;

use super::FileError;
use super::export::{self, Export};
use super::import::{self, Import};
use super::words::FormatName;

/// A file format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// The native format.
    Ron,
    /// The same structure as the native format.
    Json,
    /// Decision CSV.
    Csv,
    /// Decision CSV separated by tabs.
    Tsv,
    /// A spreadsheet with live formulas.
    Xlsx,
    /// A table to read; written only.
    Markdown,
    /// An interactive page; written only.
    Html,
    /// The exchange format of the Decision Deck consortium.
    Xmcda,
    /// An OpenDocument spreadsheet; read only.
    Ods,
    /// A workbook of Excel 97 to 2003; read only.
    Xls,
}

impl Format {
    pub const ALL: [Self; 10] = [
        Self::Ron,
        Self::Json,
        Self::Xlsx,
        Self::Html,
        Self::Csv,
        Self::Tsv,
        Self::Markdown,
        Self::Xmcda,
        Self::Ods,
        Self::Xls,
    ];

    /// The format of the extension of `path`, in upper or lower case.
    pub fn of_path(path: &Path) -> Result<Self, FileError> {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|format| extension.eq_ignore_ascii_case(format.extension()))
            .ok_or_else(|| FileError::UnknownExtension { path: path.into() })
    }

    /// The usual extension, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Ron => "ron",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Xlsx => "xlsx",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Xmcda => "xml",
            Self::Ods => "ods",
            Self::Xls => "xls",
        }
    }

    /// The name for menus and messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ron => FormatName::Ron.text(),
            Self::Json => FormatName::Json.text(),
            Self::Csv => FormatName::Csv.text(),
            Self::Tsv => FormatName::Tsv.text(),
            Self::Xlsx => FormatName::Xlsx.text(),
            Self::Markdown => FormatName::Markdown.text(),
            Self::Html => FormatName::Html.text(),
            Self::Xmcda => FormatName::Xmcda.text(),
            Self::Ods => FormatName::Ods.text(),
            Self::Xls => FormatName::Xls.text(),
        }
    }

    /// False for what is only written.
    #[must_use]
    pub fn can_read(self) -> bool {
        self.importer().is_some()
    }

    /// True where a document comes back from the file as it went in, to the last digit.
    #[must_use]
    pub fn keeps_everything(self) -> bool {
        matches!(self, Self::Ron | Self::Json)
    }

    /// True for spreadsheets, in which a table must be found first.
    #[must_use]
    pub fn is_spreadsheet(self) -> bool {
        matches!(self, Self::Xlsx | Self::Ods | Self::Xls)
    }

    pub(super) fn importer(self) -> Option<Import> {
        match self {
            Self::Ron => Some(Import::Text(import::ron::read)),
            Self::Json => Some(Import::Text(import::json::read)),
            Self::Csv | Self::Tsv => Some(Import::Text(import::csv::read)),
            Self::Xmcda => Some(Import::Text(import::xmcda::read)),
            Self::Xlsx | Self::Ods | Self::Xls => Some(Import::Sheet(import::sheet::read)),
            Self::Markdown | Self::Html => None,
        }
    }

    /// False for what is only read.
    #[must_use]
    pub fn can_write(self) -> bool {
        self.exporter().is_some()
    }

    /// What writes this format; None for what is only read.
    #[must_use]
    pub fn exporter(self) -> Option<&'static dyn Export> {
        Some(match self {
            Self::Ron => &export::Ron,
            Self::Json => &export::Json,
            Self::Csv => &export::Csv { separator: b',' },
            Self::Tsv => &export::Csv { separator: b'\t' },
            Self::Xlsx => &export::Xlsx,
            Self::Markdown => &export::Markdown,
            Self::Html => &export::Html,
            Self::Xmcda => &export::Xmcda,
            Self::Ods | Self::Xls => return None,
        })
    }
}
