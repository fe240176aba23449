//! A reading becomes a decision: its rows are put into the notation of decision CSV, and read as that is.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::address::{Address, Area};
use super::figures::{Figure, figure};
use super::flaw::SheetFlaw;
use super::heads::{Head, head};
use super::reading::{Orientation, Reading, Role, Understanding, View};
use super::words::{self, Attribute};
use super::workbook::{Value, Workbook, hundredfold};
use crate::files::Fault;
use crate::files::import::csv::{self, records::Record};
use crate::files::notation::{self, Directive};
use crate::model::{About, Document};
use crate::pace::{self, Pace};
use crate::text::{List, Message};

impl Reading {
    /// The decision that the table holds, read in this way. Depends on nothing else and changes nothing, so that a preview
    /// may ask for it at each change.
    ///
    /// # Errors
    /// The first cell that cannot be taken, and why.
    pub fn document(&self, workbook: &Workbook) -> Result<Document, Fault> {
        pace::finish(self.document_in_slices(workbook, &Pace::default()))
    }

    async fn document_in_slices(&self, workbook: &Workbook, pace: &Pace) -> Result<Document, Fault> {
        let Some(sheet) = workbook.sheets.get(self.sheet) else {
            return Err(super::workbook::broken(SheetFlaw::NoSuchSheet));
        };
        let view = View { sheet, area: self.area, orientation: self.orientation };
        if self.rows.len() != self.area.rows() as usize || self.columns.len() != self.area.columns() as usize {
            return Err(super::workbook::broken(SheetFlaw::ReadingDoesNotFit));
        }
        Table::new(self, view, pace).await?.document(pace).await
    }

    /// The same, where what must hold of every document holds of it.
    ///
    /// # Errors
    /// Like [`Reading::document`]; also what does not hold.
    pub fn sound_document(&self, workbook: &Workbook) -> Result<Document, Fault> {
        pace::finish(self.sound_document_in_slices(workbook, &Pace::default()))
    }

    /// The same in slices.
    ///
    /// # Errors
    /// As of [`Reading::sound_document`].
    pub async fn sound_document_in_slices(&self, workbook: &Workbook, pace: &Pace) -> Result<Document, Fault> {
        let document = self.document_in_slices(workbook, &pace.part(0, 2, 3)).await?;
        crate::files::sound_in_slices(document, "", &pace.part(2, 3, 3)).await
    }
}

/// Steps of reading a cell, which is text at worst, and of one that only looks for text, about.
const CELL: usize = 40;
const LOOK: usize = 4;

/// A table on its way to a decision.
struct Table<'a> {
    reading: &'a Reading,
    view: View<'a>,
    names: usize,
    /// The line with the names of criteria.
    head: Option<usize>,
    criteria: Vec<Column>,
}

/// A criterion, before it is one.
struct Column {
    field: usize,
    head: Head,
    /// The unit that stands in the cells.
    unit: String,
    group: String,
}

impl<'a> Table<'a> {
    async fn new(reading: &'a Reading, view: View<'a>, pace: &Pace) -> Result<Self, Fault> {
        let whole =
            |flaw: SheetFlaw| Fault::Sheet { sheet: view.sheet.name.clone(), at: Some(view.area), what: flaw.into() };
        let Some(names) = reading.names_field() else {
            return Err(whole(SheetFlaw::NobodyNamesOptions));
        };
        let fields: Vec<usize> =
            (0..view.fields()).filter(|&field| reading.fields()[field] == Role::Criterion).collect();
        if fields.is_empty() {
            return Err(whole(SheetFlaw::NoCriteria));
        }
        let mut table = Self { reading, view, names, head: reading.names_line(), criteria: Vec::new() };
        for field in fields {
            let head = table.criterion_head(field)?;
            let unit = table.cell_unit(field, pace).await?;
            table.criteria.push(Column { field, head, unit, group: String::new() });
        }
        let mut groups = table.groups();
        table.criteria.iter_mut().for_each(|column| column.group = std::mem::take(&mut groups[column.field]));
        table.check_names(pace).await?;
        Ok(table)
    }

    async fn document(&self, pace: &Pace) -> Result<Document, Fault> {
        let header =
            std::iter::once("option".into()).chain(self.criteria.iter().map(|column| column.head.name.clone().into()));
        let header = Record { row: self.row(self.head.unwrap_or(0)), cells: header.collect() };
        let mut directives = Vec::new();
        for directive in Directive::ALL {
            let cells =
                self.criteria.iter().map(|column| self.directive(directive, column)).collect::<Result<Vec<_>, _>>()?;
            if cells.iter().any(|cell| !cell.is_empty()) {
                let cells = std::iter::once(directive.name().into()).chain(cells.into_iter().map(Cow::Owned));
                directives.push(Record { row: self.row(self.directive_line(directive)), cells: cells.collect() });
            }
        }
        let mut table = csv::Table::new(header, directives).map_err(|fault| self.located(fault))?;
        for line in self.options() {
            pace.tell(line, self.view.lines());
            pace.spend(CELL * (1 + self.criteria.len())).await;
            table.read(&self.option(line)?).map_err(|fault| self.located(fault))?;
        }
        let about = About { title: self.reading.title.clone(), ..About::default() };
        Ok(Document { about, ..table.finish() })
    }

    fn option(&self, line: usize) -> Result<Record<'a>, Fault> {
        let name = self.text(line, self.names)?;
        let name = name.trim();
        // A table that was written as decision CSV has its names escaped already.
        let is_escaped = notation::unescape_head(name).len() < name.len();
        let name = if is_escaped { name.to_owned() } else { notation::escape_head(name) };
        let scores = self.criteria.iter().map(|column| self.score(line, column));
        let cells = std::iter::once(Ok(Cow::Owned(name))).chain(scores).collect::<Result<Vec<_>, Fault>>()?;
        Ok(Record { row: self.row(line), cells })
    }

    fn options(&self) -> impl Iterator<Item = usize> {
        (0..self.view.lines()).filter(|&line| self.reading.lines()[line] == Role::Option)
    }

    fn attribute(&self, attribute: Attribute) -> Option<usize> {
        self.reading.lines().iter().position(|role| *role == Role::Attribute(attribute))
    }

    /// The number by which records are told apart: that of the row or column of the sheet.
    fn row(&self, line: usize) -> usize {
        let at = self.view.address(line, 0);
        1 + match self.reading.orientation {
            Orientation::Rows => at.row,
            Orientation::Columns => at.column,
        } as usize
    }

    /// The line that a directive comes from; the head where it follows from something else.
    fn directive_line(&self, directive: Directive) -> usize {
        let mut attributes = Attribute::ALL.into_iter().filter(|attribute| attribute.directive() == directive.name());
        attributes.find_map(|attribute| self.attribute(attribute)).or(self.head).unwrap_or(0)
    }

    /// A fault of decision CSV, with the cell of the sheet that it is about.
    fn located(&self, fault: Fault) -> Fault {
        let (row, column, what) = match fault {
            Fault::Cell { row, column, what, .. } => (row, column, what),
            Fault::Row { row, what } => (row, 1, what),
            other => return other,
        };
        let line = (0..self.view.lines()).find(|&line| self.row(line) == row).unwrap_or(0);
        let field =
            column.checked_sub(2).and_then(|at| self.criteria.get(at)).map_or(self.names, |column| column.field);
        self.fault(line, field, what)
    }

    fn fault(&self, line: usize, field: usize, flaw: impl Into<Message>) -> Fault {
        let at = Area::of(self.view.address(line, field));
        Fault::Sheet { sheet: self.view.sheet.name.clone(), at: Some(at), what: flaw.into() }
    }

    /// What a cell says, where it says something that can be taken.
    fn value(&self, line: usize, field: usize) -> Result<Option<&'a Value>, Fault> {
        match self.view.value(line, field) {
            Some(Value::Error(error)) if !words::is_missing(error) => {
                Err(self.fault(line, field, SheetFlaw::ErrorInCell { error: error.to_string() }))
            }
            Some(Value::Uncomputed) => Err(self.fault(line, field, SheetFlaw::NotComputed)),
            Some(Value::Error(_)) => Ok(None),
            value => Ok(value),
        }
    }

    fn text(&self, line: usize, field: usize) -> Result<Cow<'a, str>, Fault> {
        Ok(self.value(line, field)?.map(Value::text).unwrap_or_default())
    }

    fn criterion_head(&self, field: usize) -> Result<Head, Fault> {
        let head = match self.head {
            Some(line) => head(&self.text(line, field)?),
            None => Head { name: self.view.field_name(field), ..Head::default() },
        };
        match self.head {
            Some(line) if head.name.is_empty() => Err(self.fault(line, field, SheetFlaw::CriterionWithoutName)),
            _ => Ok(head),
        }
    }

    /// The unit that stands beside the numbers of a criterion; they must agree.
    async fn cell_unit(&self, field: usize, pace: &Pace) -> Result<String, Fault> {
        let mut unit: Option<String> = None;
        for line in self.options() {
            pace.spend(LOOK).await;
            let Some(Value::Text(text)) = self.view.value(line, field) else { continue };
            pace.spend(CELL).await;
            let Some(figure) = figure(text, self.reading.decimal).filter(|figure| !figure.unit.is_empty()) else {
                continue;
            };
            match &unit {
                Some(known) if *known != figure.unit => {
                    let flaw = SheetFlaw::TwoUnits { unit: figure.unit, known: known.clone() };
                    return Err(self.fault(line, field, flaw));
                }
                Some(_) => {}
                None => unit = Some(figure.unit),
            }
        }
        Ok(unit.unwrap_or_default())
    }

    /// Each name once: said here with cells, because the reader of decision CSV would speak of its own rows.
    async fn check_names(&self, pace: &Pace) -> Result<(), Fault> {
        let mut seen: HashMap<String, Address> = HashMap::new();
        for column in &self.criteria {
            let line = self.head.unwrap_or(0);
            let here = self.view.address(line, column.field);
            if let Some(first) = seen.insert(column.head.name.clone(), here) {
                let (first, second) = (first.to_string(), here.to_string());
                let flaw = SheetFlaw::TwoCriteria { first, second, name: column.head.name.clone() };
                return Err(self.fault(line, column.field, flaw));
            }
        }
        seen.clear();
        for line in self.options() {
            pace.spend(CELL).await;
            let name = self.text(line, self.names)?.trim().to_owned();
            let here = self.view.address(line, self.names);
            let flaw = if name.is_empty() {
                SheetFlaw::OptionWithoutName
            } else if let Some(first) = seen.insert(name.clone(), here) {
                SheetFlaw::TwoOptions { first: first.to_string(), second: here.to_string(), name }
            } else {
                continue;
            };
            return Err(self.fault(line, self.names, flaw));
        }
        Ok(())
    }

    /// A score in the notation of decision CSV.
    fn score(&self, line: usize, column: &Column) -> Result<Cow<'a, str>, Fault> {
        let field = column.field;
        let Some(value) = self.value(line, field)? else { return Ok("".into()) };
        let scale = &self.reading.scales[field];
        let wrong = |flaw: SheetFlaw| Err(self.fault(line, field, flaw));
        let text = value.text();
        let text = text.trim();
        let said = || text.to_owned();
        match (scale, value) {
            (Understanding::Levels(levels), _) => {
                let known = levels.iter().find(|level| *level == text || notation::escape(level) == text);
                let known = known.or_else(|| levels.iter().find(|level| level.to_lowercase() == text.to_lowercase()));
                match known {
                    Some(level) => Ok(notation::escape(level).into()),
                    None if words::is_missing(text) => Ok("".into()),
                    None => wrong(SheetFlaw::NoLevel { name: said(), known: List::commas(levels.iter().cloned()) }),
                }
            }
            (Understanding::YesNo, Value::Bool(yes)) => Ok(answer(*yes).into()),
            (Understanding::YesNo, _) => match words::answer(text) {
                _ if words::is_missing(text) && text != "-" && text != "−" => Ok("".into()),
                Some(yes) => Ok(answer(yes).into()),
                None => wrong(SheetFlaw::NoAnswer { text: said() }),
            },
            (Understanding::Percent, Value::Percent(x)) => Ok(notation::number(hundredfold(*x)).into()),
            (_, Value::Number(x) | Value::Percent(x)) => Ok(notation::number(*x).into()),
            (_, Value::Text(_)) => match figure(text, self.reading.decimal) {
                Some(figure) => {
                    let numbers = figure.on(scale).into_iter().map(notation::number);
                    Ok(numbers.collect::<Vec<_>>().join("..").into())
                }
                None if words::is_missing(text) => Ok("".into()),
                None => wrong(SheetFlaw::NoNumbers { text: said() }),
            },
            (_, Value::Date(_)) => wrong(SheetFlaw::DateInCell { text: said() }),
            _ => wrong(SheetFlaw::NoNumber { text: said() }),
        }
    }

    /// What a directive of decision CSV says about a criterion.
    fn directive(&self, directive: Directive, column: &Column) -> Result<String, Fault> {
        let scale = &self.reading.scales[column.field];
        let has_levels = matches!(scale, Understanding::Levels(_) | Understanding::YesNo);
        match directive {
            Directive::Direction | Directive::Unit | Directive::Range | Directive::Value if has_levels => {
                Ok(String::new())
            }
            Directive::Direction => self.direction(column),
            Directive::Unit => {
                let said = self.said(Attribute::Unit, column)?.trim().to_owned();
                let percent = if *scale == Understanding::Percent { "%" } else { "" };
                let units = [said, column.head.unit.clone(), column.unit.clone(), percent.into()];
                Ok(units.into_iter().find(|unit| !unit.is_empty()).unwrap_or_default())
            }
            Directive::Range => self.range(column),
            Directive::Levels => self.levels(column, scale),
            Directive::Group => Ok(column.group.clone()),
            // Weights are parts of a hundred, whatever the scores are.
            Directive::Weight => self.number(Attribute::Weight, column, &Understanding::Percent),
            Directive::Value => Ok(self.said(Attribute::Value, column)?.into_owned()),
            Directive::Preference => Ok(self.said(Attribute::Preference, column)?.to_lowercase()),
            Directive::Q => self.number(Attribute::Q, column, scale),
            Directive::P => self.number(Attribute::P, column, scale),
            Directive::S => self.number(Attribute::S, column, scale),
            Directive::Veto => self.number(Attribute::Veto, column, scale),
        }
    }

    /// The text of an attribute; empty where the table has none.
    fn said(&self, attribute: Attribute, column: &Column) -> Result<Cow<'a, str>, Fault> {
        match self.attribute(attribute) {
            Some(line) => self.text(line, column.field),
            None => Ok("".into()),
        }
    }

    /// The group of each field. A group holds for all criteria that its cell runs over.
    fn groups(&self) -> Vec<String> {
        let fields = self.view.fields();
        let Some(line) = self.attribute(Attribute::Group) else { return vec![String::new(); fields] };
        let all = Area { first: self.view.address(line, 0), last: self.view.address(line, fields - 1) };
        let parts = self.view.sheet.merged().iter().filter_map(|area| Some((area.common(all)?, area.first)));
        let merged: BTreeMap<Address, (Area, Address)> = parts.map(|(part, from)| (part.first, (part, from))).collect();
        // Above the names of criteria, texts have no merged cells to run over; there a gap means that the group goes on.
        let goes_on = merged.is_empty() && self.head.is_some_and(|head| line < head);
        let mut groups: Vec<String> = Vec::with_capacity(fields);
        for field in 0..fields {
            let at = self.view.address(line, field);
            let around =
                merged.range(..=at).next_back().map(|(_, around)| around).filter(|(part, _)| part.contains(at));
            let own = self.view.sheet.text(around.map_or(at, |&(_, from)| from)).trim().to_owned();
            let before = groups.last().filter(|_| goes_on && own.is_empty() && field > self.names + 1);
            groups.push(before.cloned().unwrap_or(own));
        }
        groups
    }

    /// A number of an attribute as decision CSV writes it, in the unit of scores on `scale`; what is none stays as it is, and
    /// is refused there.
    fn number(&self, attribute: Attribute, column: &Column, scale: &Understanding) -> Result<String, Fault> {
        let Some(line) = self.attribute(attribute) else { return Ok(String::new()) };
        Ok(match self.value(line, column.field)? {
            None => String::new(),
            Some(Value::Percent(x)) if *scale == Understanding::Percent => notation::number(hundredfold(*x)),
            Some(Value::Number(x) | Value::Percent(x)) => notation::number(*x),
            Some(value) => match figure(&value.text(), self.reading.decimal) {
                Some(figure) if figure.numbers.len() == 1 => notation::number(figure.on(scale)[0]),
                _ if words::is_missing(&value.text()) => String::new(),
                _ => value.text().into_owned(),
            },
        })
    }

    fn direction(&self, column: &Column) -> Result<String, Fault> {
        let said = self.said(Attribute::Direction, column)?;
        let said = said.trim();
        if let Some(target) = said.strip_prefix("target").and_then(|rest| rest.trim_start().strip_prefix(['=', ':'])) {
            let scale = &self.reading.scales[column.field];
            let number = figure(target, self.reading.decimal).map(|figure| notation::number(figure.on(scale)[0]));
            return Ok(format!("target={}", number.unwrap_or_else(|| target.trim().to_owned())));
        }
        Ok(match words::direction(said) {
            Some(direction) => direction.into(),
            None if said.is_empty() => column.head.direction.unwrap_or_default().into(),
            None => said.into(),
        })
    }

    /// The ends of the scale, worst first.
    fn range(&self, column: &Column) -> Result<String, Fault> {
        let is_cost = self.direction(column)? == "min";
        let scale = &self.reading.scales[column.field];
        let in_order = |low: f64, high: f64| {
            let (worst, best) = if is_cost && low < high { (high, low) } else { (low, high) };
            format!("{}..{}", notation::number(worst), notation::number(best))
        };
        let said = self.said(Attribute::Range, column)?;
        if !words::is_missing(&said) {
            return Ok(match figure(&said, self.reading.decimal) {
                Some(figure) if figure.numbers.len() == 2 => {
                    let ends = figure.on(scale);
                    in_order(ends[0], ends[1])
                }
                _ => said.trim().to_owned(),
            });
        }
        for (first, second, sorted) in
            [(Attribute::Worst, Attribute::Best, false), (Attribute::Low, Attribute::High, true)]
        {
            let ends = [self.number(first, column, scale)?, self.number(second, column, scale)?];
            match (&ends[0], &ends[1]) {
                (a, b) if a.is_empty() && b.is_empty() => {}
                (a, b) => {
                    return Ok(match (a.parse(), b.parse()) {
                        (Ok(low), Ok(high)) if sorted => in_order(low, high),
                        _ => format!("{a}..{b}"),
                    });
                }
            }
        }
        Ok(column.head.range.map(|(low, high)| in_order(low, high)).unwrap_or_default())
    }

    fn levels(&self, column: &Column, scale: &Understanding) -> Result<String, Fault> {
        let is_cost = self.direction(column)? == "min";
        let said = self.said(Attribute::Levels, column)?;
        Ok(match scale {
            Understanding::YesNo if is_cost => "Yes=0/No=100".into(),
            Understanding::YesNo => "Yes=100/No=0".into(),
            Understanding::Levels(_) if !said.trim().is_empty() => said.into_owned(),
            Understanding::Levels(levels) => {
                #[expect(clippy::cast_precision_loss, reason = "a count of levels")]
                let step = 100.0 / (levels.len().max(2) - 1) as f64;
                #[expect(clippy::cast_precision_loss, reason = "a count of levels")]
                let value = |at: usize| if is_cost { 100.0 - step * at as f64 } else { step * at as f64 };
                let level = |(at, name): (usize, &String)| {
                    let value = value(at).clamp(0.0, 100.0);
                    format!("{}={}", notation::escape(name), notation::number(value))
                };
                levels.iter().enumerate().map(level).collect::<Vec<_>>().join("/")
            }
            Understanding::Number | Understanding::Percent => String::new(),
        })
    }
}

impl Figure {
    /// The numbers in the unit of scores on `scale`: on one of plain numbers, 25% is 0.25.
    fn on(self, scale: &Understanding) -> Vec<f64> {
        let is_fraction = self.percent && *scale == Understanding::Number;
        self.numbers.into_iter().map(|x| if is_fraction { x / 100.0 } else { x }).collect()
    }
}

fn answer(yes: bool) -> &'static str {
    if yes { "Yes" } else { "No" }
}
