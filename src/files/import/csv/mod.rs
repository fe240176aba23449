//! Decision CSV, as `FORMAT.md` describes it.

mod criteria;
pub(in crate::files) mod records;

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};
use std::borrow::Cow;

use records::{Record, Records, Source};

use super::Fault;
use crate::files::Position;
use crate::files::flaw::InText;
use crate::files::notation::{Directive, Flaw, is_missing, parse_score, unescape, unescape_head};
use crate::model::{Alternative, Alternatives, ColumnFill, Criterion, Document, Id, Scale, Score};
use crate::text::{List, Nth};

pub fn read(text: &str) -> Result<Document, Fault> {
    let no_criteria = || Fault::Syntax { at: Position { line: 1, column: 1 }, what: InText::NoCriteria.into() };
    let mut records = Records::of(text).ok_or_else(no_criteria)?;
    let decimal_comma = records.decimal_comma();
    let header = records.next().ok_or_else(no_criteria)??;
    decision(header, records, decimal_comma)
}

fn decision<'a>(header: Record<'a>, mut records: impl Source<'a>, decimal_comma: bool) -> Result<Document, Fault> {
    let mut sheet = Sheet { header, directives: Vec::new(), decimal_comma };
    sheet.check_header()?;
    let mut first_option = None;
    for record in records.by_ref() {
        let record = record?;
        if !is_directive(&record) {
            first_option = Some(record);
            break;
        }
        sheet.add_directive(record)?;
    }
    let mut table = Table::of(sheet)?;
    if let Some(record) = first_option {
        table.read(&record)?;
        table.options.read_all(records)?;
    }
    Ok(table.finish())
}

/// A decision that is being read: what stands above the options first, then one option after the other. Whoever has records
/// from elsewhere than a text numbers them as their faults shall.
pub struct Table<'a> {
    document: Document,
    options: Options<'a>,
}

impl<'a> Table<'a> {
    /// What a header and directives say.
    pub fn new(header: Record<'a>, directives: impl IntoIterator<Item = Record<'a>>) -> Result<Self, Fault> {
        let mut sheet = Sheet { header, directives: Vec::new(), decimal_comma: false };
        sheet.check_header()?;
        directives.into_iter().try_for_each(|record| sheet.add_directive(record))?;
        Self::of(sheet)
    }

    fn of(sheet: Sheet<'a>) -> Result<Self, Fault> {
        let (document, columns) = criteria::read(&sheet)?;
        Ok(Self { document, options: Options::new(sheet, columns) })
    }

    /// Adds an option.
    pub fn read(&mut self, record: &Record) -> Result<(), Fault> {
        self.options.read(record)
    }

    pub fn finish(self) -> Document {
        Document { alternatives: self.options.finish(), ..self.document }
    }
}

fn is_directive(record: &Record) -> bool {
    record.cells[0].starts_with('#')
}

/// The header and the directives: all that is said about the columns.
struct Sheet<'a> {
    header: Record<'a>,
    directives: Vec<(Directive, Record<'a>)>,
    decimal_comma: bool,
}

impl<'a> Sheet<'a> {
    fn check_header(&self) -> Result<(), Fault> {
        let mut seen = HashMap::new();
        for (column, name) in self.header.cells.iter().enumerate().skip(1) {
            let flaw = if name.trim().is_empty() {
                InText::CriterionWithoutName
            } else if let Some(first) = seen.insert(name, column) {
                InText::TwoColumnsCalled { first: Nth(first + 1), second: Nth(column + 1), name: name.to_string() }
            } else {
                continue;
            };
            return Err(self.cell_fault(&self.header, column, flaw.into()));
        }
        Ok(())
    }

    fn add_directive(&mut self, record: Record<'a>) -> Result<(), Fault> {
        let directive = Directive::find(&record.cells[0]).map_err(|flaw| row_fault(&record, flaw))?;
        if let Some(first) = self.directive(directive) {
            let (word, row) = (directive.name().to_owned(), Nth(first.row));
            return Err(row_fault(&record, InText::GivenTwice { word, row }));
        }
        self.directives.push((directive, record));
        Ok(())
    }

    fn directive(&self, directive: Directive) -> Option<&Record<'a>> {
        self.directives.iter().find(|(known, _)| *known == directive).map(|(_, record)| record)
    }

    /// What a directive says about a column, if anything, read by `parse`.
    fn read<T>(
        &self,
        directive: Directive,
        column: usize,
        parse: impl FnOnce(&str, bool) -> Result<T, Flaw>,
    ) -> Result<Option<T>, Fault> {
        let Some(record) = self.directive(directive) else { return Ok(None) };
        let cell = &record.cells[column];
        if cell.trim().is_empty() {
            return Ok(None);
        }
        parse(cell, self.decimal_comma).map(Some).map_err(|flaw| self.cell_fault(record, column, flaw))
    }

    /// The fault of what a directive says about a column; of the column's head where it says nothing.
    fn fault(&self, directive: Directive, column: usize, flaw: impl Into<Flaw>) -> Fault {
        self.cell_fault(self.directive(directive).unwrap_or(&self.header), column, flaw.into())
    }

    fn cell_fault(&self, record: &Record, column: usize, flaw: Flaw) -> Fault {
        Fault::Cell {
            row: record.row,
            row_name: record.cells[0].to_string(),
            column: column + 1,
            column_name: self.header.cells[column].to_string(),
            what: flaw.0,
        }
    }
}

/// The id that a name suggests, or one with its number in it where that is taken.
///
/// Not [`Id::fresh`] on the name itself: it would count through all that are taken, and a hostile file can hold a
/// million names that suggest the same id.
pub(in crate::files::import) fn fresh(name: &str, kind: &str, number: usize, taken: &mut HashSet<Id>) -> Id {
    let slug = Id::slug(name);
    let id =
        if taken.contains(&slug) { Id::fresh(&format!("{kind} {number}"), |id| taken.contains(&id)) } else { slug };
    taken.insert(id);
    id
}

fn row_fault(record: &Record, flaw: impl Into<Flaw>) -> Fault {
    Fault::Row { row: record.row, what: flaw.into().0 }
}

/// Reads the rows of the options, one by one, so that a file of garbage ends at its first row.
struct Options<'a> {
    sheet: Sheet<'a>,
    list: Vec<Alternative>,
    columns: Vec<(Criterion, ColumnFill)>,
    ids: HashSet<Id>,
    /// By name, the row of each option so far.
    rows: HashMap<Cow<'a, str>, usize>,
}

impl<'a> Options<'a> {
    fn new(sheet: Sheet<'a>, criteria: Vec<Criterion>) -> Self {
        let columns = criteria.into_iter().map(|criterion| (criterion, ColumnFill::default())).collect();
        Self { sheet, list: Vec::new(), columns, ids: HashSet::new(), rows: HashMap::new() }
    }

    fn finish(self) -> Alternatives {
        Alternatives::new(self.list, self.columns.into_iter().map(|(criterion, fill)| (criterion.id, fill.finish())))
    }

    fn read_all(&mut self, mut records: impl Source<'a>) -> Result<(), Fault> {
        let are_numbers = self.columns.iter().all(|(criterion, _)| !criterion.scale.has_levels());
        let mut numbers = vec![f64::NAN; self.columns.len()];
        loop {
            if are_numbers && let Some((row, name)) = records.plain(&mut numbers) {
                self.named(name.into(), row, || Record { row, cells: vec![name.into()] })?;
                for ((_, fill), &x) in self.columns.iter_mut().zip(&numbers) {
                    fill.push_exact(x);
                }
                continue;
            }
            let Some(record) = records.next() else { return Ok(()) };
            self.read(&record?)?;
        }
    }

    /// Adds an option without scores.
    fn named<'r>(&mut self, name: Cow<'a, str>, row: usize, record: impl FnOnce() -> Record<'r>) -> Result<(), Fault> {
        let id = fresh(&name, "option", self.rows.len() + 1, &mut self.ids);
        self.list.push(Alternative { id, name: name.clone().into_owned(), description: String::new() });
        if let Some(first) = self.rows.insert(name, row) {
            let record = record();
            let name = unescape_head(&record.cells[0]).to_owned();
            let flaw = InText::TwoRowsCalled { first: Nth(first), second: Nth(row), name };
            return Err(self.sheet.cell_fault(&record, 0, flaw.into()));
        }
        Ok(())
    }

    fn read(&mut self, record: &Record) -> Result<(), Fault> {
        if is_directive(record) {
            let directive = Directive::find(&record.cells[0]).map_err(|flaw| row_fault(record, flaw))?.name();
            return Err(row_fault(record, InText::DirectiveBelow { directive }));
        }
        let name = unescape_head(&record.cells[0]);
        if name.trim().is_empty() {
            return Err(self.sheet.cell_fault(record, 0, InText::OptionWithoutName.into()));
        }
        self.named(name.to_owned().into(), record.row, || Record { row: record.row, cells: record.cells.clone() })?;
        for (at, (text, (criterion, fill))) in record.cells[1..].iter().zip(&mut self.columns).enumerate() {
            let score = score(text, &criterion.scale, self.sheet.decimal_comma);
            fill.push(score.map_err(|flaw| self.sheet.cell_fault(record, at + 1, flaw))?);
        }
        Ok(())
    }
}

fn score(text: &str, scale: &Scale, decimal_comma: bool) -> Result<Option<Score>, Flaw> {
    if !scale.has_levels() {
        let score = parse_score(text, decimal_comma)?;
        return match score.and_then(|score| score.fault(scale)) {
            Some(fault) => Err(fault.into()),
            None => Ok(score),
        };
    }
    if is_missing(text) {
        return Ok(None);
    }
    let name = unescape(text);
    let levels = scale.levels();
    let level = levels.iter().find(|level| level.name == name);
    level.map(|level| Some(Score::Level(level.id))).ok_or_else(|| {
        let known = List::commas(levels.iter().map(|level| level.name.as_str()));
        InText::NoLevel { name, known }.into()
    })
}
