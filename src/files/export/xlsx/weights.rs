//! `Weights`: the value tree, points as typed, shares and overall weights by formula.

use rust_xlsxwriter::XlsxError;

use super::content::Content;
use super::layout::{ID, NAME, weights as at};
use super::palette::LIGHT;
use super::reference::{area, fixed, in_column};
use super::sheet::{Block, Sheet};
use super::text::legible;
use crate::model::Points;

const WIDTH: usize = 14;

/// What the column of the document's own points is called.
const OWN: &str = "As set in the decision";

pub fn write(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    let viewpoints = &content.document.viewpoints;
    let last = at::POINTS + viewpoints.len();
    sheet.width(NAME, 38)?;
    sheet.width(at::LOCK, 10)?;
    sheet.widths((at::USED, at::OVERALL), 12)?;
    sheet.widths((at::POINTS, last), WIDTH)?;
    sheet.hide_ids()?;
    sheet.hide((at::PARENT, at::FRAME))?;
    sheet.title("Weights", "Points are relative to their siblings: 2 and 1 say the same as 66.7 and 33.3.")?;
    if content.is_live {
        chooser(content, sheet, last)?;
    }
    for (number, viewpoint) in viewpoints.iter().enumerate() {
        sheet.text(at::IDS, at::POINTS + 1 + number, viewpoint.id.as_str(), &styles.id)?;
    }
    sheet.inner.set_row_hidden(super::sheet::row(at::IDS))?;
    let heads = ["Criterion", "Lock", "Points used", "Share of its group", "Overall weight", "parent", "frame"];
    for (number, head) in heads.into_iter().enumerate() {
        sheet.text(at::HEAD, NAME + number, head, &styles.head)?;
    }
    let names = names(content);
    for (number, name) in names.iter().enumerate() {
        sheet.text(at::HEAD, at::POINTS + number, name, &styles.head)?;
    }
    sheet.fit_row(at::HEAD, names.iter().map(|name| (name.as_str(), WIDTH - 2)).chain([("Share of its group", 11)]))?;
    for place in 0..content.nodes.len() {
        row(content, sheet, place, last)?;
    }
    if content.is_live && !content.nodes.is_empty() {
        let rows = (at::FIRST, at::FIRST + content.nodes.len() - 1);
        sheet.not_negative(Block { rows, columns: (at::POINTS, last) })?;
        let locks = Block { rows, columns: (at::LOCK, at::LOCK) };
        sheet.choice(locks, "\"locked\"", "Choose locked, or leave the cell empty.")?;
        sheet.bars(Block { rows, columns: (at::OVERALL, at::OVERALL) }, 1.0)?;
        let used = format!("COLUMN()-{}={}", at::POINTS, fixed(at::CHOSEN.0, at::CHOSEN.1));
        let head = rust_xlsxwriter::Format::new().set_background_color(LIGHT.accent_fill);
        sheet.look(Block { rows: (at::HEAD, at::HEAD), columns: (at::POINTS, last) }, &used, head)?;
    }
    sheet.freeze(at::FIRST, at::LOCK, (at::HEAD, at::HEAD))
}

/// The names of the columns of points, each different from the others, so that one can be chosen by it.
fn names(content: &Content) -> Vec<String> {
    let viewpoints = content.document.viewpoints.iter().map(|viewpoint| legible(&viewpoint.name).into_owned());
    let mut names: Vec<String> = std::iter::once(OWN.to_owned()).chain(viewpoints).collect();
    for number in 1..names.len() {
        while names[..number].contains(&names[number]) {
            names[number].push_str(" (viewpoint)");
        }
    }
    names
}

fn chooser(content: &Content, sheet: &mut Sheet, last: usize) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    let (row, column) = at::CHOOSER;
    let heads = area((at::HEAD, at::HEAD), (at::POINTS, last));
    let chosen = fixed(row, column);
    if content.document.viewpoints.is_empty() {
        sheet.text(row, NAME, "Weights taken from", &styles.caption)?;
        sheet.across(row, (column, at::SHARE), OWN, &styles.text)?;
    } else {
        sheet.text(row, NAME, "Take the weights from", &styles.bold)?;
        sheet.across(row, (column, at::SHARE), OWN, &styles.input_text.clone().set_bold())?;
        sheet.inner.set_row_height(super::sheet::row(row), 24)?;
        let block = Block { rows: (row, row), columns: (column, column) };
        sheet.choice(block, &heads, "Choose a column of points by its name.")?;
    }
    let index = format!("MAX(1,SUMPRODUCT(EXACT({heads},{chosen})*(COLUMN({heads})-{})))", at::POINTS);
    sheet.formula(at::CHOSEN.0, at::CHOSEN.1, &index, 1.0, &styles.id)
}

fn row(content: &Content, sheet: &mut Sheet, place: usize, last: usize) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    let (entries, node) = (content.model.outline().entries(), content.nodes[place]);
    let entry = &entries[place];
    let row = at::FIRST + place;
    let document = content.document;
    let name =
        if entry.is_criterion { styles.indented(entry.depth, false) } else { styles.indented(entry.depth, true) };
    let name = if entry.depth == 0 { name.set_font_color(LIGHT.branch(entry.branch)).set_bold() } else { name };
    sheet.fit_row(row, [(node.name(), 34 - (2 * entry.depth).min(20))])?;
    sheet.text(row, ID, node.id().as_str(), &styles.id)?;
    sheet.text(row, NAME, node.name(), &name)?;
    let lock = if document.locks.contains(&node.id()) { "locked" } else { "" };
    sheet.text(row, at::LOCK, lock, &styles.input)?;
    let weight = content.model.outline().share(place, content.model.weights());
    let share = share_among_siblings(content, place);
    let own = document.weights.get(&node.id()).copied().unwrap_or(0.0);
    let bears = !entry.leaves.is_empty();
    if content.is_live {
        let rows = (at::FIRST, at::FIRST + entries.len() - 1);
        let points = format!(
            "INDEX({}:{},{})",
            in_column(row, at::POINTS),
            in_column(row, last),
            fixed(at::CHOSEN.0, at::CHOSEN.1)
        );
        sheet.formula(row, at::USED, &points, own, &styles.number)?;
        let parents = area(rows, (at::PARENT, at::PARENT));
        let used = in_column(row, at::USED);
        let total = format!("SUMIF({parents},{},{})", in_column(row, at::PARENT), area(rows, (at::USED, at::USED)));
        let even = format!("1/COUNTIF({parents},{})", in_column(row, at::PARENT));
        let formula = if bears { format!("IF({total}>0,{used}/{total},{even})") } else { "0".into() };
        sheet.formula(row, at::SHARE, &formula, share, &styles.percent)?;
        let share_cell = in_column(row, at::SHARE);
        let formula = match entry.parent {
            None => share_cell,
            Some(parent) => format!("{share_cell}*{}", in_column(at::FIRST + parent, at::OVERALL)),
        };
        sheet.formula(row, at::OVERALL, &formula, weight, &styles.percent.clone().set_bold())?;
        let number = |place: Option<usize>| place.map_or(0, |place| place + 1);
        #[expect(clippy::cast_precision_loss, reason = "a place in a tree")]
        let parent = if bears { number(entry.parent) as f64 } else { -1.0 };
        sheet.number(row, at::PARENT, parent, &styles.id)?;
        let formula = entry.parent.map_or_else(
            || "0".to_owned(),
            |parent| {
                let around = at::FIRST + parent;
                let [lock, frame] = [at::LOCK, at::FRAME].map(|column| in_column(around, column));
                format!("IF({lock}=\"locked\",{},{frame})", parent + 1)
            },
        );
        let locked = std::iter::successors(entry.parent, |&up| entries[up].parent)
            .find(|&up| document.locks.contains(&entries[up].id));
        sheet.formula(row, at::FRAME, &formula, number(locked), &styles.id)?;
    } else {
        sheet.number(row, at::USED, own, &styles.number)?;
        sheet.number(row, at::SHARE, share, &styles.percent)?;
        sheet.number(row, at::OVERALL, weight, &styles.percent)?;
    }
    points(sheet, row, at::POINTS, &document.weights, node.id())?;
    for (number, viewpoint) in document.viewpoints.iter().enumerate() {
        points(sheet, row, at::POINTS + 1 + number, &viewpoint.weights, node.id())?;
    }
    Ok(())
}

fn points(
    sheet: &mut Sheet,
    row: usize,
    column: usize,
    points: &Points,
    id: crate::model::Id,
) -> Result<(), XlsxError> {
    sheet.number(row, column, points.get(&id).copied().unwrap_or(0.0), &sheet.styles.input)
}

/// What part a node has of its siblings.
fn share_among_siblings(content: &Content, place: usize) -> f64 {
    let entries = content.model.outline().entries();
    if entries[place].leaves.is_empty() {
        return 0.0;
    }
    let points = |at: usize| content.document.weights.get(&entries[at].id).copied().unwrap_or(0.0);
    let siblings: Vec<usize> =
        content.model.outline().children(entries[place].parent).filter(|&at| !entries[at].leaves.is_empty()).collect();
    let total: f64 = siblings.iter().map(|&at| points(at)).sum();
    #[expect(clippy::cast_precision_loss, reason = "a count of siblings")]
    if total > 0.0 { points(place) / total } else { 1.0 / siblings.len() as f64 }
}
