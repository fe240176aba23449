//! `Values`: the value functions as formulas, and the numbers that they start from.

use rust_xlsxwriter::XlsxError;

use super::content::{Content, anchors_of};
use super::layout::{self, CRITERIA, ID, NAME, matrix, scales, values as at};
use super::matrix::{OPTION_WIDTH, WIDTH, heads};
use super::palette::LIGHT;
use super::reference::{area, cell, fixed, on};
use super::sheet::{Block, Sheet};
use crate::model::{Direction, Measure, Scale, ValueFunction};

pub fn write(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    sheet.width(NAME, OPTION_WIDTH)?;
    sheet.widths(content.columns(CRITERIA), WIDTH)?;
    sheet.hide_ids()?;
    sheet.title(
        "Values",
        "What each score is worth, 0 to 100, by the value functions of the sheet Scales. Empty: missing.",
    )?;
    heads(content, sheet, (at::TOP, None, at::NAMES))?;
    sheet.text(at::WEIGHT, NAME, "Weight", &styles.caption)?;
    for criterion in 0..content.criteria() {
        let weight = content.model.weights()[criterion];
        let formula = Content::weight_cell(content.places[criterion]);
        sheet.formula(at::WEIGHT, CRITERIA + criterion, &formula, weight, &styles.percent)?;
    }
    names(content, sheet, at::FIRST)?;
    let curved = (0..content.criteria()).filter(|&criterion| is_curved(&content.leaves[criterion].scale));
    let curved: Vec<usize> = curved.collect();
    for criterion in 0..content.criteria() {
        for option in 0..content.options() {
            value(content, sheet, option, criterion)?;
            point(content, sheet, option, criterion)?;
        }
        let block = Block { rows: content.rows(at::FIRST), columns: (CRITERIA + criterion, CRITERIA + criterion) };
        sheet.tint(block, 100.0, LIGHT.branch(content.hue(criterion)))?;
    }
    let first = content.points_first();
    sheet.text(first - 1, NAME, "Scores as numbers", &styles.heading)?;
    names(content, sheet, first)?;
    if !curved.is_empty() {
        let first = content.ways_first();
        sheet.text(
            first - 1,
            NAME,
            "Way from worst to best, 0 to 1, where the value function is a curve",
            &styles.heading,
        )?;
        names(content, sheet, first)?;
    }
    let share = styles.number.clone().set_num_format("0.000");
    for criterion in curved {
        for option in 0..content.options() {
            let formula = way(content, option, criterion);
            let way = known_way(content, option, criterion);
            sheet.formula(content.ways_first() + option, CRITERIA + criterion, &formula, way, &share)?;
        }
    }
    sheet.freeze(at::FIRST, CRITERIA, (at::TOP, at::WEIGHT))
}

fn names(content: &Content, sheet: &mut Sheet, first: usize) -> Result<(), XlsxError> {
    for (number, option) in content.document.alternatives.iter().enumerate() {
        let formula = on(layout::MATRIX, &fixed(matrix::FIRST + number, NAME));
        sheet.fit_row(first + number, [(option.name.as_str(), OPTION_WIDTH)])?;
        if first == at::FIRST {
            sheet.text(first + number, ID, option.id.as_str(), &sheet.styles.id)?;
        }
        sheet.formula(first + number, NAME, &formula, option.name.as_str(), &sheet.styles.bold)?;
    }
    Ok(())
}

fn is_curved(scale: &Scale) -> bool {
    matches!(scale, Scale::Measure(Measure { value: ValueFunction::Exponential { .. }, .. }))
}

/// The number that stands for a score: of a range its middle, of a triangle the likely one, of a level its value.
fn point(content: &Content, sheet: &mut Sheet, option: usize, criterion: usize) -> Result<(), XlsxError> {
    let column = CRITERIA + criterion;
    let score = on(layout::MATRIX, &cell(matrix::FIRST + option, column));
    let formula = match content.anchors(criterion).filter(|_| content.leaves[criterion].scale.has_levels()) {
        Some(anchors) => {
            let last = scales::ANCHORS + content.leaves[criterion].scale.levels().len() - 1;
            let row = |row| on(layout::SCALES, &area((row, row), (scales::ANCHORS, last)));
            let (names, worth) = (row(anchors), row(anchors + 1));
            format!("IF(SUMPRODUCT(--EXACT({names},{score}))=0,\"\",SUMPRODUCT(EXACT({names},{score})*{worth}))")
        }
        None => typed_number(&score),
    };
    let x = content.model.problem().scores.get(option, criterion);
    sheet.formula(content.points_first() + option, column, &formula, x, &sheet.styles.number)
}

/// The number in a cell, or the one that stands for `low..high` and `low..likely..high`.
fn typed_number(score: &str) -> String {
    let number = |text: String| format!("_xlfn.NUMBERVALUE(SUBSTITUTE({text},\",\",\".\"),\".\",\" \")");
    let first = format!("FIND(\"..\",{score})");
    let second = format!("FIND(\"..\",{score},{first}+2)");
    let likely = number(format!("MID({score},{first}+2,{second}-{first}-2)"));
    let low = number(format!("LEFT({score},{first}-1)"));
    let high = number(format!("MID({score},{first}+2,99)"));
    format!("IF(ISNUMBER({score}),{score},IFERROR(IF(ISNUMBER({second}),{likely},({low}+{high})/2),\"\"))")
}

fn value(content: &Content, sheet: &mut Sheet, option: usize, criterion: usize) -> Result<(), XlsxError> {
    let column = CRITERIA + criterion;
    let point = cell(content.points_first() + option, column);
    let scale = &content.leaves[criterion].scale;
    let formula = match (scale, content.anchors(criterion)) {
        (_, Some(_)) if scale.has_levels() => format!("IF({point}=\"\",\"\",MAX(0,MIN(100,{point})))"),
        (_, Some(anchors)) => piecewise(&point, anchors, anchors_of(scale).map_or(2, |anchors| anchors.len())),
        _ if is_curved(scale) => {
            let way = cell(content.ways_first() + option, column);
            curve(&way, &Content::scale_cell(criterion, scales::RHO))
        }
        _ => straight(&point, scale, criterion, "100*"),
    };
    let value = content.model.problem().values.get(option, criterion) * 100.0;
    sheet.formula(at::FIRST + option, column, &formula, value, &sheet.styles.value)
}

/// The share of the way from worst to best, within 0 and 1, times a factor such as `100*`.
fn straight(point: &str, scale: &Scale, criterion: usize, factor: &str) -> String {
    let [from, to] = [scales::FROM, scales::TO].map(|column| Content::scale_cell(criterion, column));
    let x = match scale.direction() {
        Direction::Target(_) => format!("ABS({point}-{})", Content::scale_cell(criterion, scales::TARGET)),
        Direction::Max | Direction::Min => point.to_owned(),
    };
    format!("IF({point}=\"\",\"\",IF({to}={from},0,{factor}MAX(0,MIN(1,({x}-{from})/({to}-{from})))))")
}

/// Straight lines between points, level beyond the first and the last.
fn piecewise(point: &str, anchors: usize, count: usize) -> String {
    let (first, last) = (scales::ANCHORS, scales::ANCHORS + count - 1);
    let cell = |row, column| on(layout::SCALES, &fixed(row, column));
    let row = |row| on(layout::SCALES, &area((row, row), (first, last)));
    let (quantities, worth) = (row(anchors), row(anchors + 1));
    let place = format!("MATCH({point},{quantities},1)");
    let at = |of: &str, step: &str| format!("INDEX({of},{place}{step})");
    let (x0, x1) = (at(&quantities, ""), at(&quantities, "+1"));
    let (v0, v1) = (at(&worth, ""), at(&worth, "+1"));
    format!(
        "IF({point}=\"\",\"\",IF({point}<={},{},IF({point}>={},{},{v0}+({v1}-{v0})*({point}-{x0})/({x1}-{x0}))))",
        cell(anchors, first),
        cell(anchors + 1, first),
        cell(anchors, last),
        cell(anchors + 1, last)
    )
}

fn way(content: &Content, option: usize, criterion: usize) -> String {
    let point = cell(content.points_first() + option, CRITERIA + criterion);
    straight(&point, &content.leaves[criterion].scale, criterion, "")
}

/// 100 (1 - exp(-w/rho)) / (1 - exp(-1/rho)), without overflow on either side of 0; where it is as good as straight, by the
/// first terms of its series, since a difference of nearly equal numbers would keep few digits.
fn curve(way: &str, rho: &str) -> String {
    format!(
        "IF({way}=\"\",\"\",100*IF(ABS({rho})>=10000,{way}*(1+(1-{way})/(2*{rho})),\
         IF({rho}>0,(EXP(-{way}/{rho})-1)/(EXP(-1/{rho})-1),\
         EXP((1-{way})/{rho})*(EXP({way}/{rho})-1)/(EXP(1/{rho})-1))))"
    )
}

/// The way as the program computes it: the value of the same score on a straight scale.
fn known_way(content: &Content, option: usize, criterion: usize) -> f64 {
    let x = content.model.problem().scores.get(option, criterion);
    match (&content.leaves[criterion].scale, content.model.problem().criteria[criterion].ends) {
        (Scale::Measure(measure), Some(ends)) if !x.is_nan() => {
            Scale::Measure(Measure { value: ValueFunction::Linear, ..measure.clone() }).value(x, ends)
        }
        _ => f64::NAN,
    }
}
