//! `Matrix`: options by criteria, scores as typed.

use rust_xlsxwriter::{Format, XlsxError};

use super::content::Content;
use super::layout::{self, CRITERIA, ID, NAME, matrix as at, scales};
use super::palette::LIGHT;
use super::reference::{cell, fixed, in_column, on};
use super::sheet::{Block, Sheet};
use crate::files::notation;
use crate::model::{CellRef, Criterion, Direction, Scale, Score, Source};

/// How wide the columns of options and criteria are, in letters.
pub const OPTION_WIDTH: usize = 30;
pub const WIDTH: usize = 15;

pub fn write(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    sheet.width(NAME, OPTION_WIDTH)?;
    sheet.hide_ids()?;
    if content.criteria() > 0 {
        sheet.widths(content.columns(CRITERIA), WIDTH)?;
    }
    let hint = "Scores as typed: a number, low..high, low..likely..high, or a level; empty or ? where missing.";
    sheet.title("Matrix", hint)?;
    for (criterion, leaf) in content.leaves.iter().enumerate() {
        sheet.text(at::IDS, CRITERIA + criterion, leaf.id.as_str(), &sheet.styles.id)?;
    }
    sheet.inner.set_row_hidden(super::sheet::row(at::IDS))?;
    heads(content, sheet, (at::TOP, Some(at::PATH), at::NAMES))?;
    facts(content, sheet)?;
    for number in 0..content.document.alternatives.len() {
        if number % 256 == 0 {
            #[expect(clippy::cast_precision_loss, reason = "a share")]
            content.report(0.5 * number as f64 / content.options() as f64)?;
        }
        row(content, sheet, at::FIRST + number, number)?;
    }
    if content.is_live {
        expectations(content, sheet)?;
    }
    sheet.freeze(at::FIRST, CRITERIA, (at::TOP, at::BEST))
}

/// Three rows above a block of criteria: branches, the groups below them where there are such, and names.
pub fn heads(
    content: &Content,
    sheet: &mut Sheet,
    (top, path, names): (usize, Option<usize>, usize),
) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    for branch in &content.branches {
        let columns = (CRITERIA + branch.leaves.start, CRITERIA + branch.leaves.end - 1);
        let is_group = !content.model.outline().entries()[branch.place].is_criterion;
        let name = if is_group { content.nodes[branch.place].name() } else { "" };
        sheet.across(top, columns, name, &styles.branch(branch.number))?;
        sheet.fit_row(top, [(name, (columns.1 - columns.0 + 1) * WIDTH)])?;
    }
    if let Some(path) = path {
        let paths: Vec<String> = (0..content.criteria()).map(|criterion| content.path(criterion)).collect();
        for (criterion, text) in paths.iter().enumerate() {
            sheet.text(path, CRITERIA + criterion, text, &styles.caption.clone().set_text_wrap())?;
        }
        if paths.iter().all(String::is_empty) {
            sheet.inner.set_row_hidden(super::sheet::row(path))?;
        } else {
            sheet.fit_row(path, paths.iter().map(|path| (path.as_str(), WIDTH)))?;
        }
    }
    sheet.text(names, NAME, "Option", &styles.head)?;
    for (criterion, leaf) in content.leaves.iter().enumerate() {
        sheet.text(names, CRITERIA + criterion, &leaf.name, &styles.leaf(content.hue(criterion)))?;
        if names == at::NAMES && content.is_live {
            sheet.note(names, CRITERIA + criterion, &[&leaf.description, &*sources(&leaf.sources)].join("\n"))?;
        }
    }
    // Bold letters are wider.
    sheet.fit_row(names, content.leaves.iter().map(|leaf| (leaf.name.as_str(), WIDTH - 3)))
}

/// Weight, unit, direction and ends of each criterion.
fn facts(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    let rows =
        [(at::WEIGHT, "Weight"), (at::UNIT, "Unit"), (at::BETTER, "Better"), (at::WORST, "Worst"), (at::BEST, "Best")];
    if content.leaves.iter().all(|leaf| leaf.scale.unit().is_empty()) {
        sheet.inner.set_row_hidden(super::sheet::row(at::UNIT))?;
    }
    for (row, label) in rows {
        sheet.text(row, NAME, label, &styles.caption)?;
        for (criterion, leaf) in content.leaves.iter().enumerate() {
            let column = CRITERIA + criterion;
            let ends = content.model.problem().criteria[criterion].ends;
            match row {
                at::WEIGHT if content.is_live => {
                    let weight = content.model.weights()[criterion];
                    sheet.formula(
                        row,
                        column,
                        &Content::weight_cell(content.places[criterion]),
                        weight,
                        &styles.percent,
                    )?;
                }
                at::WEIGHT => sheet.number(row, column, content.model.weights()[criterion], &styles.percent)?,
                at::UNIT => sheet.text(row, column, leaf.scale.unit(), &styles.centred)?,
                at::BETTER => sheet.text(row, column, &better(&leaf.scale), &styles.centred)?,
                _ if leaf.scale.has_levels() => sheet.text(row, column, "", &styles.number)?,
                at::WORST | at::BEST => {
                    let end = ends.map_or(f64::NAN, |ends| if row == at::WORST { ends.worst } else { ends.best });
                    if content.is_live {
                        let of = if row == at::WORST { scales::WORST } else { scales::BEST };
                        sheet.formula(row, column, &Content::scale_cell(criterion, of), end, &styles.number)?;
                    } else {
                        sheet.number(row, column, end, &styles.number)?;
                    }
                }
                _ => {}
            }
        }
    }
    Ok(())
}

/// Which way a scale is better, in words.
pub fn better(scale: &Scale) -> String {
    match scale.direction() {
        _ if scale.has_levels() => "by level".into(),
        Direction::Max => "higher".into(),
        Direction::Min => "lower".into(),
        Direction::Target(target) => format!("near {}", notation::number(target)),
    }
}

fn row(content: &Content, sheet: &mut Sheet, row: usize, place: usize) -> Result<(), XlsxError> {
    let matrix = &content.document.alternatives;
    let option = &matrix[place];
    let styles = sheet.styles;
    let score = |leaf: &Criterion| matrix.score(place, leaf.id);
    let levels: Vec<String> =
        content.leaves.iter().filter(|leaf| leaf.scale.has_levels()).map(|leaf| typed(score(leaf), leaf)).collect();
    let levels = levels.iter().map(|level| (level.as_str(), WIDTH - 1));
    sheet.fit_row(row, levels.chain([(option.name.as_str(), OPTION_WIDTH - 2)]))?;
    sheet.text(row, ID, option.id.as_str(), &styles.id)?;
    sheet.text(row, NAME, &option.name, &styles.bold)?;
    if content.is_live {
        sheet.note(row, NAME, &option.description)?;
    }
    for (criterion, leaf) in content.leaves.iter().enumerate() {
        let column = CRITERIA + criterion;
        let cell = matrix.cell(place, leaf.id);
        match score(leaf) {
            Some(Score::Exact(x)) => sheet.number(row, column, x, &styles.input)?,
            score => sheet.text(row, column, &typed(score, leaf), &styles.input)?,
        }
        if let Some(cell) = cell.filter(|_| content.is_live) {
            sheet.note(row, column, &grounds(cell))?;
        }
    }
    Ok(())
}

/// A score as it is typed.
fn typed(score: Option<Score>, leaf: &Criterion) -> String {
    match score {
        None => String::new(),
        Some(Score::Level(id)) => leaf.scale.level(id).map(|level| level.name).unwrap_or_default(),
        Some(numbers) => notation::score(numbers),
    }
}

/// What a score rests on.
fn grounds(cell: CellRef<'_>) -> String {
    [cell.rationale, &*sources(cell.evidence)].join("\n")
}

pub fn sources(sources: &[Source]) -> String {
    let source = |source: &Source| [source.text.as_str(), &source.link].join(" ").trim().to_owned();
    sources.iter().map(source).collect::<Vec<_>>().join("\n")
}

/// What scores may be, how one looks that cannot be read, and what follows. Conditions name cells of this sheet alone, for
/// Excel keeps no others in the place where the library writes them.
fn expectations(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let rows = content.rows(at::FIRST);
    for (criterion, leaf) in content.leaves.iter().enumerate() {
        let column = CRITERIA + criterion;
        let block = Block { rows, columns: (column, column) };
        if leaf.scale.has_levels()
            && let (Some(anchors), levels) = (content.anchors(criterion), leaf.scale.levels().len())
        {
            let first = scales::ANCHORS;
            let list = on(layout::SCALES, &super::reference::area((anchors, anchors), (first, first + levels - 1)));
            sheet.choice(block, &list, "Choose one of the levels, or leave the cell empty.")?;
            continue;
        }
        let score = cell(rows.0, column);
        let span = format!("ISNUMBER(FIND(\"..\",{score}))");
        let is_fixed = leaf.scale.ends().is_some();
        let [worst, best] = [at::WORST, at::BEST].map(|row| fixed(row, column));
        let number = if is_fixed {
            format!("AND(ISNUMBER({score}),{score}>=MIN({worst},{best}),{score}<=MAX({worst},{best}))")
        } else {
            format!("ISNUMBER({score})")
        };
        let unit = leaf.scale.unit();
        let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
        let scale = leaf.scale.ends().map_or_else(String::new, |ends| {
            format!("{} (worst) to {} (best){unit}. ", notation::number(ends.worst), notation::number(ends.best))
        });
        let prompt = format!("{scale}A number, low..high or low..likely..high.");
        let message = "This is no number on the scale of the criterion. Beyond the scale a score counts as its end.";
        sheet.expect(block, &format!("OR({number},{span},{score}=\"?\")"), &prompt, message)?;
        let warning = Format::new().set_background_color(LIGHT.warning_fill).set_font_color(LIGHT.warning).set_bold();
        sheet.look(block, &unread(&score), warning)?;
    }
    answers(content, sheet)
}

/// A text that is no score: nothing is left of one but digits when its dots, commas and signs are taken away.
fn unread(score: &str) -> String {
    let bare =
        ["..", ".", ",", "-"].iter().fold(score.to_owned(), |text, sign| format!("SUBSTITUTE({text},\"{sign}\",\"\")"));
    format!(
        "AND(LEN({score})>0,{score}<>\"?\",NOT(ISNUMBER({score})),OR(ISERROR(FIND(\"..\",{score})),ISERROR(1*{bare})))"
    )
}

/// Overall value and rank beside the scores, so that who types sees at once what follows.
fn answers(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    let (overall, rank) = (CRITERIA + content.criteria(), CRITERIA + content.criteria() + 1);
    sheet.widths((overall, rank), 11)?;
    sheet.text(at::NAMES, overall, "Overall value", &styles.head)?;
    sheet.text(at::NAMES, rank, "Rank", &styles.head)?;
    for (option, score) in content.model.values().iter().enumerate() {
        let (row, of) = (at::FIRST + option, content.result_head() + 1 + option);
        let result = |column| on(layout::RESULT, &fixed(of, column));
        sheet.formula(row, overall, &result(super::layout::result::OVERALL), score * 100.0, &styles.overall)?;
        let label = content.model.ranking().label(option);
        sheet.formula(row, rank, &result(super::layout::result::RANK), label.as_str(), &styles.rank)?;
    }
    let rows = content.rows(at::FIRST);
    sheet.bars(Block { rows, columns: (overall, overall) }, 100.0)?;
    let winner = Format::new().set_background_color(LIGHT.accent_fill);
    let first = format!("LEFT({}&\"=\",2)=\"1=\"", in_column(rows.0, rank));
    sheet.look(Block { rows, columns: (NAME, NAME) }, &first, winner.clone())?;
    sheet.look(Block { rows, columns: (rank, rank) }, &first, winner)
}
