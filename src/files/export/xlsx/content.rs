//! What the sheets are about: the document and all that follows from it.

use std::io;
use std::ops::Range;
use std::pin::pin;

use rust_xlsxwriter::XlsxError;

use super::layout::{self, result, scales, values, weights};
use super::reference::{area, fixed, on, stretch};
use crate::analysis::Model;
use crate::analysis::checks::{self, Checks, Circumstances};
use crate::analysis::robustness::{CHUNK, Robustness, Settings, Simulation};
use crate::files::Task;
use crate::model::{Criterion, Document, Node, Problem, Scale};
use crate::pace::{self, Pace};

/// More options, criteria or cells than this are written as figures: their formulas would make a spreadsheet slow to open.
const MOST_OPTIONS: usize = 1000;
const MOST_CRITERIA: usize = 200;
const MOST_CELLS: usize = 50_000;

/// What a sheet has room for, less what stands around a matrix.
const ROWS: usize = 1_048_000;
const COLUMNS: usize = 16_000;

/// More options than this are left out of the simulation, and of the charts: in bars more have room than as lines.
const MOST_SIMULATED: usize = 100;
pub const MOST_CHARTED: usize = 30;
pub const MOST_LINES: usize = 12;

/// How high a row is that nothing else says, on the screen.
pub const ROW_PIXELS: usize = 25;

/// Samples between two looks at whether the work was called off.
const SLICE: u32 = 16 * CHUNK;

/// A document with all that follows from it, and where its parts stand.
pub struct Content<'a> {
    task: &'a Task<'a>,
    pub document: &'a Document,
    pub date: &'a str,
    /// In the order of the outline.
    pub nodes: Vec<&'a Node>,
    pub leaves: Vec<&'a Criterion>,
    /// Places of the leaves in the outline.
    pub places: Vec<usize>,
    pub branches: Vec<Branch>,
    pub model: Model,
    pub checks: Checks,
    pub robustness: Option<Robustness>,
    pub is_live: bool,
}

/// A top-level node of the value tree that has criteria.
pub struct Branch {
    /// Its place in the outline.
    pub place: usize,
    /// What its colour follows.
    pub number: usize,
    pub leaves: Range<usize>,
}

impl<'a> Content<'a> {
    /// What follows from the document of `task`; an error where a sheet has no room for it.
    pub fn of(task: &'a Task<'a>) -> io::Result<Self> {
        let document = task.document;
        let outline = document.outline();
        let options = document.alternatives.len();
        fits(options, "options", ROWS)?;
        let columns = [outline.entries().len(), document.viewpoints.len()];
        fits(columns[0].max(columns[1]), "criteria or viewpoints", COLUMNS)?;
        let criteria = outline.leaves();
        let few = options <= MOST_OPTIONS && criteria <= MOST_CRITERIA && options * criteria <= MOST_CELLS;
        let is_live = few && options > 0 && criteria > 0;
        let model = Model::new(document.clone());
        let checks = check(task, &model)?;
        let robustness = if is_live && options <= MOST_SIMULATED { simulate(task, model.problem())? } else { None };
        let mut nodes = Vec::with_capacity(outline.entries().len());
        for node in &document.criteria {
            node.visit(&mut |node| nodes.push(node));
        }
        let entries = || outline.entries().iter().enumerate();
        let tops = entries().filter(|(_, entry)| entry.parent.is_none() && !entry.leaves.is_empty());
        let branch = |(place, entry): (usize, &crate::model::Entry)| Branch {
            place,
            number: entry.branch,
            leaves: entry.leaves.clone(),
        };
        Ok(Self {
            task,
            document,
            date: &task.date,
            nodes,
            leaves: document.leaves(),
            places: entries().filter(|(_, entry)| entry.is_criterion).map(|(place, _)| place).collect(),
            branches: tops.map(branch).collect(),
            model,
            checks,
            robustness,
            is_live,
        })
    }

    /// Tells how much is done, 0 to 1; an error where the work was called off.
    pub fn report(&self, share: f64) -> Result<(), XlsxError> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
        let per_mille = (share.clamp(0.0, 1.0) * 1000.0) as usize;
        self.task.progress.report(per_mille, 1000).map_err(XlsxError::IoError)
    }

    pub fn options(&self) -> usize {
        self.document.alternatives.len()
    }

    pub fn criteria(&self) -> usize {
        self.leaves.len()
    }

    /// The branch of the value tree that a criterion belongs to: what its colour follows.
    pub fn hue(&self, criterion: usize) -> usize {
        self.model.outline().entries()[self.places[criterion]].branch
    }

    /// The names of the groups between the top level and a criterion.
    pub fn path(&self, criterion: usize) -> String {
        let entries = self.model.outline().entries();
        let up = std::iter::successors(entries[self.places[criterion]].parent, |&place| entries[place].parent);
        let mut names: Vec<&str> =
            up.filter(|&place| entries[place].parent.is_some()).map(|place| self.nodes[place].name()).collect();
        names.reverse();
        names.join(" / ")
    }

    /// True where a group holds more than its branch does, so that both are worth a column.
    pub fn has_groups(&self) -> bool {
        self.branches.iter().any(|branch| !self.model.outline().entries()[branch.place].is_criterion)
    }

    /// The numbers of options, from the first to the last row of a block that begins at `first`.
    pub fn rows(&self, first: usize) -> (usize, usize) {
        (first, first + self.options().saturating_sub(1))
    }

    /// The columns of all criteria in a block that begins at `first`.
    pub fn columns(&self, first: usize) -> (usize, usize) {
        (first, first + self.criteria().saturating_sub(1))
    }

    /// The first row of the block of scores as numbers on `Values`.
    pub fn points_first(&self) -> usize {
        values::FIRST + self.options() + values::BETWEEN
    }

    /// The first row of the block of ways from worst to best.
    pub fn ways_first(&self) -> usize {
        self.points_first() + self.options() + values::BETWEEN
    }

    /// The points of all options on a criterion, as formulas elsewhere name them.
    pub fn points(&self, criterion: usize) -> String {
        on(layout::VALUES, &stretch(self.rows(self.points_first()), layout::CRITERIA + criterion))
    }

    /// The overall weights of all criteria, side by side.
    pub fn weights_row(&self) -> String {
        let row = values::WEIGHT;
        on(layout::VALUES, &area((row, row), self.columns(layout::CRITERIA)))
    }

    /// The overall weight of a node of the value tree.
    pub fn weight_cell(place: usize) -> String {
        on(layout::WEIGHTS, &fixed(weights::FIRST + place, weights::OVERALL))
    }

    /// A cell of a criterion on `Scales`.
    pub fn scale_cell(criterion: usize, column: usize) -> String {
        on(layout::SCALES, &fixed(scales::FIRST + criterion, column))
    }

    /// The row of `Scales` on which the points or levels of a criterion begin; None where it has none.
    pub fn anchors(&self, criterion: usize) -> Option<usize> {
        let has = |leaf: &Criterion| anchors_of(&leaf.scale).is_some();
        let before = self.leaves[..criterion].iter().filter(|leaf| has(leaf)).count();
        has(self.leaves[criterion]).then(|| scales::FIRST + self.criteria() + 2 + 2 * before)
    }

    /// So many rows the chart of the ranking takes.
    pub fn chart_rows(&self) -> usize {
        (self.options().min(MOST_CHARTED) * 36 + 130).div_ceil(ROW_PIXELS) + 1
    }

    /// The head of the second table on `Result`, in the order of the decision.
    pub fn result_head(&self) -> usize {
        result::FIRST + self.options() + 1 + self.chart_rows() + 1
    }
}

/// Points of a value function or levels: what each is called, and its value of 0 to 100.
pub enum Anchor {
    Quantity(f64),
    Level(String),
}

/// The points or levels of a scale that has such.
pub fn anchors_of(scale: &Scale) -> Option<Vec<(Anchor, f64)>> {
    use crate::model::{Measure, ValueFunction};
    match scale {
        Scale::Measure(Measure { value: ValueFunction::Piecewise(points), .. }) => {
            Some(points.iter().map(|&(x, value)| (Anchor::Quantity(x), value)).collect())
        }
        _ if scale.has_levels() => {
            let level = |level: crate::model::Level| (Anchor::Level(level.name), level.value);
            Some(scale.levels().into_iter().map(level).collect())
        }
        _ => None,
    }
}

/// A name as a chart has room for it: a formula that shortens the text in `cell`, and what comes of `name`.
pub fn label(cell: &str, name: &str) -> (String, String) {
    let formula = format!("IF(LEN({cell})>{LABEL},LEFT({cell},{})&\"…\",{cell})", LABEL - 1);
    let units: Vec<u16> = super::text::legible(name).encode_utf16().collect();
    // Spreadsheets count in UTF-16 units, and so may cut a letter in two, of which nothing is left.
    let cut = |units: &[u16]| char::decode_utf16(units.iter().copied()).filter_map(Result::ok).collect::<String>();
    let label = if units.len() > LABEL { format!("{}…", cut(&units[..LABEL - 1])) } else { cut(&units) };
    (formula, label)
}

/// The longest name in a chart.
const LABEL: usize = 32;

fn fits(count: usize, what: &str, most: usize) -> io::Result<()> {
    if count <= most {
        return Ok(());
    }
    Err(io::Error::other(format!(
        "a spreadsheet has 1,048,576 rows and 16,384 columns and takes at most {most} {what}, but there are {count}; \
         export decision CSV or JSON"
    )))
}

/// What the checks find, unless it is called off.
fn check(task: &Task, model: &Model) -> io::Result<Checks> {
    let (circumstances, pace) = (Circumstances::default(), Pace::default());
    let mut work = pin!(checks::run_in_slices(model, &circumstances, &pace));
    loop {
        if let Some(checks) = pace::go_on(work.as_mut()) {
            return Ok(checks);
        }
        task.progress.report(0, 1)?;
    }
}

/// SMAA-2 with weights of which nothing is known; None where there is nothing to simulate.
fn simulate(task: &Task, problem: &Problem) -> io::Result<Option<Robustness>> {
    let Ok(mut simulation) = Simulation::new(task.document, problem, Settings::default()) else { return Ok(None) };
    while !simulation.run(SLICE).is_finished() {
        task.progress.report(0, 1)?;
    }
    Ok(Some(simulation.result()))
}
