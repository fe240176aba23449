//! Finds the matrix in a workbook: the sheet, the area on it, which way it lies, and what each row and column is for.

mod areas;
mod orientation;
mod roles;
mod scales;

use super::address::Area;
use super::figures::{Decimal, Evidence, evidence};
use super::flaw::{Open, SheetFlaw, Way};
use super::reading::{Change, Choice, Doubt, Orientation, Reading, Recognised, Role, Subject, Understanding, View};
use super::workbook::{MAX_CELLS, Value, Workbook, broken};
use crate::files::Fault;

/// What is known before a table is recognised: by flags of the command line, or because the user said so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Place of the sheet in the workbook.
    pub sheet: Option<usize>,
    pub area: Option<Area>,
    pub orientation: Option<Orientation>,
    pub decimal: Option<Decimal>,
}

pub fn recognise(workbook: &Workbook, wish: &Wish) -> Result<Recognised, Fault> {
    let mut doubts = Vec::new();
    let (place, area) = table(workbook, wish, &mut doubts)?;
    let sheet = &workbook.sheets[place];
    let mut reading = Reading {
        sheet: place,
        area,
        orientation: Orientation::Rows,
        rows: Vec::new(),
        columns: Vec::new(),
        scales: Vec::new(),
        decimal: Decimal::Point,
        title: areas::title(sheet, area),
    };
    reading.orientation = match wish.orientation {
        Some(orientation) => orientation,
        None => orientation::find(sheet, area).unwrap_or_else(|| {
            let ways = [Orientation::Rows, Orientation::Columns];
            let choice = |way: Orientation| Choice { name: way.label().into(), change: Change::Orientation(way) };
            doubts.push(Doubt {
                subject: Subject::Orientation,
                sheet: sheet.name.clone(),
                at: area,
                what: Open::Orientation.into(),
                choices: ways.map(choice).into(),
            });
            Orientation::Rows
        }),
    };
    let view = View { sheet, area, orientation: reading.orientation };
    let (lines, mut fields) = roles::find(&view, &mut doubts);
    reading.decimal = match wish.decimal {
        Some(decimal) => decimal,
        None => decimal(&view, &mut doubts),
    };
    reading.scales = vec![Understanding::Number; fields.len()];
    scales::find(&view, &lines, &mut fields, &mut reading, &mut doubts);
    (reading.rows, reading.columns) = match reading.orientation {
        Orientation::Rows => (lines, fields),
        Orientation::Columns => (fields, lines),
    };
    if let Some(encoding) = workbook.guessed_encoding {
        doubts.push(Doubt {
            subject: Subject::Content,
            sheet: sheet.name.clone(),
            at: area,
            what: Open::Encoding { encoding }.into(),
            choices: Vec::new(),
        });
    }
    Ok(Recognised { reading, doubts, wish: *wish })
}

/// The sheet and the area of the table; an error where it reaches over more than can be gone through.
fn table(workbook: &Workbook, wish: &Wish, doubts: &mut Vec<Doubt>) -> Result<(usize, Area), Fault> {
    let (place, area) = any_table(workbook, wish, doubts)?;
    if u64::from(area.rows()) * u64::from(area.columns()) > MAX_CELLS as u64 {
        return Err(Fault::Sheet {
            sheet: workbook.sheets[place].name.clone(),
            at: Some(area),
            what: SheetFlaw::NearlyEmpty { rows: area.rows(), columns: area.columns() }.into(),
        });
    }
    Ok((place, area))
}

fn any_table(workbook: &Workbook, wish: &Wish, doubts: &mut Vec<Doubt>) -> Result<(usize, Area), Fault> {
    let place = match wish.sheet {
        Some(place) if place < workbook.sheets.len() => place,
        Some(_) => return Err(broken(SheetFlaw::NoSuchSheet)),
        None => sheet(workbook, doubts)?,
    };
    let sheet = &workbook.sheets[place];
    if let Some(area) = wish.area {
        return areas::clip(sheet, area).map(|area| (place, area)).ok_or_else(|| Fault::Sheet {
            sheet: sheet.name.clone(),
            at: Some(area),
            what: SheetFlaw::NoTableHere.into(),
        });
    }
    let found = areas::find(sheet);
    let Some(&best) = found.first() else { return Err(no_table(workbook)) };
    if found.len() > 1 {
        let choice =
            |area: &Area| Choice { name: Way::TableAt { area: area.to_string() }.into(), change: Change::Area(*area) };
        doubts.push(Doubt {
            subject: Subject::Area,
            sheet: sheet.name.clone(),
            at: best,
            what: Open::Tables { count: found.len() }.into(),
            choices: found.iter().map(choice).collect(),
        });
    }
    Ok((place, best))
}

/// The sheet that holds a table; the first of several.
fn sheet(workbook: &Workbook, doubts: &mut Vec<Doubt>) -> Result<usize, Fault> {
    let with_table = |hidden: bool| {
        let sheets = workbook.sheets.iter().enumerate();
        let sheets = sheets.filter(move |(_, sheet)| sheet.hidden == hidden);
        sheets.filter_map(|(place, sheet)| Some((place, *areas::find(sheet).first()?))).collect::<Vec<_>>()
    };
    let choice = |&(place, _): &(usize, Area)| {
        let name = Way::SheetCalled { name: workbook.sheets[place].name.clone() };
        Choice { name: name.into(), change: Change::Sheet(place) }
    };
    let mut doubt = |found: &[(usize, Area)], what: Open| {
        let (place, at) = found[0];
        let sheet = workbook.sheets[place].name.clone();
        let what = what.into();
        doubts.push(Doubt { subject: Subject::Sheet, sheet, at, what, choices: found.iter().map(choice).collect() });
    };
    let visible = with_table(false);
    match visible.len() {
        1 => {}
        0 => {
            let hidden = with_table(true);
            if hidden.is_empty() {
                return Err(no_table(workbook));
            }
            doubt(&hidden, Open::HiddenSheets);
            return Ok(hidden[0].0);
        }
        count => doubt(&visible, Open::Sheets { count }),
    }
    Ok(visible[0].0)
}

fn no_table(workbook: &Workbook) -> Fault {
    let cells = workbook.sheets.iter().any(|sheet| !sheet.is_empty());
    broken(if cells { SheetFlaw::NoTable } else { SheetFlaw::NothingInIt })
}

/// The decimal mark of the numbers that are typed as text.
fn decimal(view: &View<'_>, doubts: &mut Vec<Doubt>) -> Decimal {
    let (mut point, mut comma, mut open) = (0_usize, 0_usize, None);
    for (at, value) in view.sheet.within(view.area) {
        let Value::Text(text) = value else { continue };
        match evidence(text) {
            Evidence::None => {}
            Evidence::For(Decimal::Point) => point += 1,
            Evidence::For(Decimal::Comma) => comma += 1,
            Evidence::Open => open = open.or(Some(at)),
        }
    }
    match (point, comma, open) {
        (0, 0, Some(at)) => {
            let text = view.sheet.text(at);
            // Read as whole numbers first: thousands are set off more often than three digits follow a mark.
            let (first, second) =
                if text.contains(',') { (Decimal::Point, Decimal::Comma) } else { (Decimal::Comma, Decimal::Point) };
            let choice = |decimal: Decimal| {
                let number = super::figures::figure(&text, decimal).map_or(f64::NAN, |figure| figure.numbers[0]);
                // As it would be typed: what is in doubt is how numbers are written.
                let number = crate::files::notation::number(number);
                let name = match decimal {
                    Decimal::Point => Way::PointThen { number },
                    Decimal::Comma => Way::CommaThen { number },
                };
                Choice { name: name.into(), change: Change::Decimal(decimal) }
            };
            doubts.push(Doubt {
                subject: Subject::Decimal,
                sheet: view.sheet.name.clone(),
                at: Area::of(at),
                what: Open::DecimalMark { text: text.to_string() }.into(),
                choices: vec![choice(first), choice(second)],
            });
            first
        }
        (_, 0, _) => Decimal::Point,
        (0, _, _) => Decimal::Comma,
        _ => {
            let first = if point >= comma { Decimal::Point } else { Decimal::Comma };
            let second = if first == Decimal::Point { Decimal::Comma } else { Decimal::Point };
            let choice = |decimal: Decimal| {
                let name = match decimal {
                    Decimal::Point => Way::PointOthersThousands,
                    Decimal::Comma => Way::CommaOthersThousands,
                };
                Choice { name: name.into(), change: Change::Decimal(decimal) }
            };
            doubts.push(Doubt {
                subject: Subject::Decimal,
                sheet: view.sheet.name.clone(),
                at: view.area,
                what: Open::DecimalMarks.into(),
                choices: vec![choice(first), choice(second)],
            });
            first
        }
    }
}

/// Whether a cell can be a score in numbers.
fn is_number(value: &Value) -> bool {
    match value {
        Value::Number(_) | Value::Percent(_) => true,
        Value::Text(text) => {
            let read = |decimal| super::figures::figure(text, decimal).is_some();
            read(Decimal::Point) || read(Decimal::Comma)
        }
        Value::Bool(_) | Value::Date(_) | Value::Error(_) | Value::Uncomputed => false,
    }
}

/// Whether a cell is words, and not a number or a missing score.
fn is_words(value: &Value) -> bool {
    matches!(value, Value::Text(text) if !is_number(value) && !super::words::is_missing(text))
}

fn doubt(view: &View<'_>, subject: Subject, at: Area, what: Open, choices: Vec<Choice>) -> Doubt {
    Doubt { subject, sheet: view.sheet.name.clone(), at, what: what.into(), choices }
}

/// The change that gives a field another role.
fn field_role(view: &View<'_>, field: usize, role: Role) -> Change {
    match view.orientation {
        Orientation::Rows => Change::Column(field, role),
        Orientation::Columns => Change::Row(field, role),
    }
}

/// So many rows are looked at to find out what all of them show alike.
const LOOKED_AT: u32 = 2000;

fn looked_at(mut area: Area) -> Area {
    area.last.row = area.last.row.min(area.first.row + LOOKED_AT);
    area
}
