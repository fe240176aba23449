//! Decision CSV.

use std::borrow::Cow;
use std::io::{self, Write};

use super::{Export, Task};
use crate::files::formula;
use crate::files::notation::{self, Directive};
use crate::model::{Criterion, Document, Id, Node, Preference, Scale, Score};

/// Writes decision CSV with full precision. Descriptions, rationales, sources, viewpoints and locks have no place in it.
pub struct Csv {
    pub separator: u8,
}

impl Export for Csv {
    fn export(&self, task: &Task, out: &mut dyn Write) -> io::Result<()> {
        // Quotes are those of `formula::field`.
        let mut writer = csv::WriterBuilder::new();
        let inner = writer.delimiter(self.separator).quote_style(csv::QuoteStyle::Never).from_writer(out);
        let mut writer = Writer { inner, separator: self.separator.into() };
        let columns = columns(task.document);
        let names = columns.iter().map(|column| Cow::Borrowed(column.criterion.name.as_str()));
        writer.record("option", names)?;
        for directive in Directive::ALL {
            let cells: Vec<String> = columns.iter().map(|column| column.directive(directive)).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                writer.record(directive.name(), cells.into_iter().map(Cow::Owned))?;
            }
        }
        let alternatives = &task.document.alternatives;
        let scores: Vec<_> = columns.iter().map(|column| alternatives.column(column.criterion.id)).collect();
        let mut cell = String::new();
        for (at, alternative) in alternatives.iter().enumerate() {
            task.progress.report(at, alternatives.len())?;
            writer.field(&notation::escape_head(&alternative.name))?;
            for (column, scores) in columns.iter().zip(&scores) {
                cell.clear();
                match scores.and_then(|scores| scores.score(at)) {
                    None => writer.as_is("")?,
                    Some(Score::Level(id)) => writer.field(&notation::escape(&column.level(id)))?,
                    // Numbers need no guard: none of them is a formula.
                    Some(score) => {
                        notation::push_score(&mut cell, score);
                        writer.as_is(&cell)?;
                    }
                }
            }
            writer.end()?;
        }
        writer.inner.flush()
    }
}

struct Writer<'a> {
    inner: csv::Writer<&'a mut dyn Write>,
    separator: char,
}

impl Writer<'_> {
    /// Writes a row of texts.
    fn record<'a>(&mut self, head: &str, cells: impl Iterator<Item = Cow<'a, str>>) -> io::Result<()> {
        self.field(head)?;
        cells.into_iter().try_for_each(|cell| self.field(&cell))?;
        self.end()
    }

    /// Writes a text that no spreadsheet runs.
    fn field(&mut self, text: &str) -> io::Result<()> {
        self.as_is(&formula::field(text, self.separator))
    }

    fn as_is(&mut self, field: &str) -> io::Result<()> {
        self.inner.write_field(field).map_err(io_error)
    }

    fn end(&mut self) -> io::Result<()> {
        self.inner.write_record(None::<&[u8]>).map_err(io_error)
    }
}

/// The error as the system gave it. The conversion that `?` would make hides its kind, and with it the full disk and the
/// reader who has left.
pub(crate) fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    }
}

/// A criterion with what it does not know itself.
struct Column<'a> {
    criterion: &'a Criterion,
    /// The names of the groups around it, escaped, outermost first.
    path: String,
    /// Overall, so that it means the same whatever the groups.
    weight: f64,
}

fn columns(document: &Document) -> Vec<Column<'_>> {
    fn descend<'a>(nodes: &'a [Node], path: &str, columns: &mut Vec<Column<'a>>) {
        for node in nodes {
            match node {
                Node::Criterion(criterion) => columns.push(Column { criterion, path: path.into(), weight: 0.0 }),
                Node::Group(group) => {
                    let slash = if path.is_empty() { "" } else { "/" };
                    descend(&group.children, &format!("{path}{slash}{}", notation::escape(&group.name)), columns);
                }
            }
        }
    }
    let mut columns = Vec::new();
    descend(&document.criteria, "", &mut columns);
    for (column, share) in columns.iter_mut().zip(document.outline().shares(&document.weights)) {
        column.weight = share;
    }
    columns
}

impl Column<'_> {
    /// The cell of a directive, empty where there is nothing to say.
    fn directive(&self, directive: Directive) -> String {
        let scale = &self.criterion.scale;
        let outranking = &self.criterion.outranking;
        let threshold = |threshold: Option<f64>| threshold.map(notation::number).unwrap_or_default();
        match directive {
            Directive::Group => self.path.clone(),
            Directive::Weight => notation::number(self.weight),
            Directive::Direction if scale.has_levels() => String::new(),
            Directive::Direction => notation::direction(scale.direction()),
            Directive::Unit => scale.unit().into(),
            Directive::Range => match scale {
                Scale::Rating { .. } => scale.ends(),
                Scale::Measure(measure) => measure.range,
                Scale::Levels(_) | Scale::YesNo { .. } => None,
            }
            .map(notation::ends)
            .unwrap_or_default(),
            Directive::Value => match scale {
                Scale::Measure(measure) => notation::value_function(&measure.value),
                _ => String::new(),
            },
            Directive::Levels => notation::levels(&scale.levels()),
            Directive::Preference if outranking.preference == Preference::default() => String::new(),
            Directive::Preference => outranking.preference.id().into(),
            Directive::Q => threshold(outranking.q),
            Directive::P => threshold(outranking.p),
            Directive::S => threshold(outranking.s),
            Directive::Veto => threshold(outranking.veto),
        }
    }

    fn level(&self, id: Id) -> String {
        self.criterion.scale.level(id).map(|level| level.name).unwrap_or_default()
    }
}
