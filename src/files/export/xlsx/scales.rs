//! `Scales`: what the value functions are made of. Fixed ends, targets, curvatures, points and levels can be typed over.

use rust_xlsxwriter::XlsxError;

use super::content::{Anchor, Content, anchors_of};
use super::layout::{ID, NAME, scales as at};
use super::matrix::better;
use super::reference::{fixed, in_column};
use super::sheet::Sheet;
use crate::model::{Direction, Measure, Scale, ValueFunction};

pub fn write(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    sheet.width(NAME, 34)?;
    sheet.widths((at::UNIT, at::RHO), 14)?;
    sheet.hide_ids()?;
    sheet.hide((at::FROM, at::BELOW))?;
    sheet.title(
        "Scales",
        "How scores become values of 0 to 100: worst is worth 0, best 100; beyond them nothing is added.",
    )?;
    let heads = [
        "Criterion",
        "Unit",
        "Better",
        "Target",
        "Worst",
        "Best",
        "Ends",
        "Value function",
        "Curvature",
        "from",
        "to",
        "below",
    ];
    for (number, head) in heads.into_iter().enumerate() {
        sheet.text(at::HEAD, NAME + number, head, &styles.head)?;
    }
    for criterion in 0..content.criteria() {
        row(content, sheet, criterion)?;
    }
    let anchored = (0..content.criteria()).filter_map(|criterion| Some((criterion, content.anchors(criterion)?)));
    let anchored: Vec<(usize, usize)> = anchored.collect();
    if let Some(&(_, first)) = anchored.first() {
        sheet.text(first - 1, NAME, at::ANCHORS_HEADING, &styles.heading)?;
    }
    for (criterion, row) in anchored {
        anchors(content, sheet, criterion, row)?;
    }
    sheet.freeze(at::FIRST, at::UNIT, (at::HEAD, at::HEAD))
}

fn row(content: &Content, sheet: &mut Sheet, criterion: usize) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    let (row, leaf) = (at::FIRST + criterion, content.leaves[criterion]);
    sheet.fit_row(row, [(leaf.name.as_str(), 34)])?;
    sheet.text(row, ID, leaf.id.as_str(), &styles.id)?;
    sheet.text(row, NAME, &leaf.name, &styles.bold)?;
    sheet.text(row, at::UNIT, leaf.scale.unit(), &styles.centred)?;
    sheet.text(row, at::BETTER, &better(&leaf.scale), &styles.centred)?;
    let target = match leaf.scale.direction() {
        Direction::Target(target) if !is_piecewise(&leaf.scale) => Some(target),
        _ => None,
    };
    match target {
        Some(target) => sheet.number(row, at::TARGET, target, &styles.input)?,
        None => sheet.text(row, at::TARGET, "", &styles.number)?,
    }
    let (ends, shape) = words(&leaf.scale);
    sheet.text(row, at::ENDS, ends, &styles.centred)?;
    sheet.text(row, at::SHAPE, shape, &styles.centred)?;
    match &leaf.scale {
        Scale::Measure(Measure { value: ValueFunction::Exponential { rho }, .. }) => {
            sheet.number(row, at::RHO, *rho, &styles.input)?;
        }
        _ => sheet.text(row, at::RHO, "", &styles.number)?,
    }
    write_ends(content, sheet, criterion, target)
}

/// Where the ends come from, and the shape of the value function between them.
fn words(scale: &Scale) -> (&'static str, &'static str) {
    match scale {
        Scale::Rating { .. } => ("fixed", "straight line"),
        Scale::Levels(_) => ("", "levels"),
        Scale::YesNo { .. } => ("", "yes or no"),
        Scale::Measure(measure) => {
            let ends = if measure.range.is_some() { "fixed" } else { "from the options" };
            match measure.value {
                ValueFunction::Linear => (ends, "straight line"),
                ValueFunction::Piecewise(_) => ("from the points", "points"),
                ValueFunction::Exponential { .. } => (ends, "curve"),
            }
        }
    }
}

fn is_piecewise(scale: &Scale) -> bool {
    matches!(scale, Scale::Measure(Measure { value: ValueFunction::Piecewise(_), .. }))
}

/// Worst and best, and the quantities or distances that stand for them.
fn write_ends(content: &Content, sheet: &mut Sheet, criterion: usize, target: Option<f64>) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    let (row, scale) = (at::FIRST + criterion, &content.leaves[criterion].scale);
    if scale.has_levels() {
        sheet.text(row, at::WORST, "", &styles.number)?;
        return sheet.text(row, at::BEST, "", &styles.number);
    }
    let ends = content.model.problem().criteria[criterion].ends;
    let (worst, best) = ends.map_or((f64::NAN, f64::NAN), |ends| (ends.worst, ends.best));
    if !content.is_live {
        sheet.number(row, at::WORST, worst, &styles.number)?;
        return sheet.number(row, at::BEST, best, &styles.number);
    }
    let cells = |column| in_column(row, column);
    if let (true, Some(anchors)) = (is_piecewise(scale), content.anchors(criterion)) {
        let last = at::ANCHORS + anchors_of(scale).map_or(1, |anchors| anchors.len()) - 1;
        let (first, last) = (fixed(anchors, at::ANCHORS), fixed(anchors, last));
        let (low, high) = if scale.direction() == Direction::Min { (last, first) } else { (first, last) };
        sheet.formula(row, at::WORST, &low, worst, &styles.number)?;
        return sheet.formula(row, at::BEST, &high, best, &styles.number);
    }
    let is_fixed = scale.ends().is_some();
    if is_fixed {
        sheet.number(row, at::WORST, worst, &styles.input)?;
        sheet.number(row, at::BEST, best, &styles.input)?;
    } else {
        let points = content.points(criterion);
        let known = |formula: String| format!("IF(COUNT({points})=0,\"\",{formula})");
        let (low, high) = match target {
            Some(target) => {
                below(content, sheet, criterion, target, &points)?;
                nearest(&points, &cells(at::TARGET), &cells(at::BELOW))
            }
            None if scale.direction() == Direction::Min => (format!("MAX({points})"), format!("MIN({points})")),
            None => (format!("MIN({points})"), format!("MAX({points})")),
        };
        sheet.formula(row, at::WORST, &known(low), worst, &styles.number)?;
        sheet.formula(row, at::BEST, &known(high), best, &styles.number)?;
    }
    let off = |end: usize| format!("ABS({}-{})", cells(end), cells(at::TARGET));
    let whole = |formula: String| format!("IF({}=\"\",\"\",{formula})", cells(at::WORST));
    let (from, to, far, near) = match target {
        None => (cells(at::WORST), cells(at::BEST), worst, best),
        Some(target) => {
            let far = (worst - target).abs().max((best - target).abs());
            let near = if is_fixed { 0.0 } else { (best - target).abs() };
            let to = if is_fixed { "0".to_owned() } else { off(at::BEST) };
            (format!("MAX({},{})", off(at::WORST), off(at::BEST)), to, far, near)
        }
    };
    sheet.formula(row, at::FROM, &whole(from), far, &styles.id)?;
    sheet.formula(row, at::TO, &whole(to), if worst.is_nan() { f64::NAN } else { near }, &styles.id)
}

/// How many scores do not exceed the target.
fn below(content: &Content, sheet: &mut Sheet, criterion: usize, target: f64, points: &str) -> Result<(), XlsxError> {
    let row = at::FIRST + criterion;
    let count = content.model.problem().scores.column(criterion).iter().filter(|x| **x <= target).count();
    let formula = format!("SUMPRODUCT(ISNUMBER({points})*({points}<={}))", in_column(row, at::TARGET));
    sheet.formula(row, at::BELOW, &formula, count, &sheet.styles.id)
}

/// The score farthest from a target, which is the least or the greatest, and the nearest, which is one of its two
/// neighbours.
fn nearest(points: &str, target: &str, below: &str) -> (String, String) {
    let far = format!("IF({target}-MIN({points})>MAX({points})-{target},MIN({points}),MAX({points}))");
    let (under, over) = (format!("SMALL({points},{below})"), format!("SMALL({points},{below}+1)"));
    let near = format!(
        "IF({below}=0,MIN({points}),IF({below}=COUNT({points}),MAX({points}),\
         IF({target}-{under}<={over}-{target},{under},{over})))"
    );
    (far, near)
}

/// Two rows: what the points or levels are, and what they are worth.
fn anchors(content: &Content, sheet: &mut Sheet, criterion: usize, row: usize) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    let leaf = content.leaves[criterion];
    let anchors = anchors_of(&leaf.scale).unwrap_or_default();
    sheet.text(row, ID, leaf.id.as_str(), &styles.id)?;
    sheet.text(row, NAME, &leaf.name, &styles.bold)?;
    let kind = if leaf.scale.has_levels() { "Level" } else { "Quantity" };
    sheet.text(row, at::UNIT, kind, &styles.caption)?;
    sheet.fit_row(
        row,
        anchors.iter().filter_map(|(anchor, _)| match anchor {
            Anchor::Level(name) => Some((name.as_str(), 12)),
            Anchor::Quantity(_) => None,
        }),
    )?;
    // Row by row: a sheet of figures is written as it goes, and knows no way back.
    for (number, (anchor, _)) in anchors.iter().enumerate() {
        let column = at::ANCHORS + number;
        match anchor {
            Anchor::Quantity(x) => sheet.number(row, column, *x, &styles.input)?,
            Anchor::Level(name) => sheet.text(row, column, name, &styles.centred)?,
        }
    }
    sheet.text(row + 1, NAME, "", &styles.text)?;
    sheet.text(row + 1, at::UNIT, "Value", &styles.caption)?;
    for (number, (_, value)) in anchors.iter().enumerate() {
        sheet.number(row + 1, at::ANCHORS + number, *value, &styles.input)?;
    }
    Ok(())
}
