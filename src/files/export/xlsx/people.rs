//! `People`: each person's weights, and what follows from them.

use rust_xlsxwriter::{Format, XlsxError};

use super::content::Content;
use super::layout::{self, CRITERIA, ID, NAME, people as at, values};
use super::matrix::{OPTION_WIDTH, WIDTH};
use super::palette::LIGHT;
use super::reference::{area, in_column, in_row, on};
use super::sheet::{Block, Sheet, row};
use crate::methods::weighted_sum;
use crate::model::{Person, Problem};

pub fn write(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let people = &content.document.people;
    let widest = content.nodes.len().max(content.options());
    sheet.width(NAME, OPTION_WIDTH)?;
    sheet.widths((at::NODES, at::NODES + widest - 1), WIDTH)?;
    sheet.hide_ids()?;
    let hint = "Points as on Weights; a person without any goes along with the decision. Their own scores are not in formulas.";
    sheet.title("People", hint)?;
    points(content, sheet)?;
    let blocks = Blocks::of(people.len());
    let seen: Vec<Problem> = people.iter().map(|person| Problem::of(&content.document.seen_by(person))).collect();
    for (number, (person, seen)) in people.iter().zip(&seen).enumerate() {
        overall_weights(content, sheet, number, (person, seen), &blocks)?;
        overall_values(content, sheet, number, (person, seen), &blocks)?;
    }
    sheet.freeze(at::FIRST, at::NODES, (at::HEAD, at::HEAD))
}

/// The first rows of the blocks below the points.
struct Blocks {
    tree: usize,
    criteria: usize,
    values: usize,
}

impl Blocks {
    fn of(people: usize) -> Self {
        // A gap, a heading and a head stand between two blocks.
        let step = people + 3;
        Self { tree: at::FIRST + step, criteria: at::FIRST + 2 * step, values: at::FIRST + 3 * step }
    }
}

/// The points of each person, by node of the value tree.
fn points(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    let people = &content.document.people;
    let last = at::NODES + content.nodes.len() - 1;
    let blocks = Blocks::of(people.len());
    let headings = [
        (at::FIRST, "Points"),
        (blocks.tree, "Overall weights in the value tree"),
        (blocks.criteria, "Overall weights of the criteria"),
        (blocks.values, "Overall values, the best of each person marked"),
    ];
    for (first, heading) in headings {
        let above = if first == at::FIRST { 2 } else { first - 2 };
        sheet.text(above, NAME, heading, &styles.heading)?;
        sheet.text(first - 1, NAME, "Person", &styles.head)?;
        for (number, person) in people.iter().enumerate() {
            let format = &styles.bold;
            if first == at::FIRST {
                sheet.text(first + number, ID, person.id.as_str(), &styles.id)?;
            }
            sheet.text(first + number, NAME, &person.name, format)?;
        }
    }
    for (place, node) in content.nodes.iter().enumerate() {
        let column = at::NODES + place;
        let entry = &content.model.outline().entries()[place];
        sheet.text(at::IDS, column, node.id().as_str(), &styles.id)?;
        #[expect(clippy::cast_precision_loss, reason = "a place in a tree")]
        let parent = if entry.leaves.is_empty() { -1.0 } else { entry.parent.map_or(0.0, |place| (place + 1) as f64) };
        sheet.number(at::PARENTS, column, parent, &styles.id)?;
        for first in [at::FIRST, blocks.tree] {
            let format = if entry.is_criterion { styles.leaf(entry.branch) } else { styles.branch(entry.branch) };
            sheet.text(first - 1, column, node.name(), &format)?;
        }
        for (number, person) in people.iter().enumerate() {
            let own = person.weights.get(&node.id()).copied().unwrap_or(f64::NAN);
            sheet.number(at::FIRST + number, column, own, &styles.input)?;
        }
    }
    for first in [at::FIRST, blocks.tree, blocks.criteria] {
        sheet.fit_row(first - 1, content.nodes.iter().map(|node| (node.name(), WIDTH - 3)))?;
    }
    for (criterion, leaf) in content.leaves.iter().enumerate() {
        sheet.text(blocks.criteria - 1, CRITERIA + criterion, &leaf.name, &styles.leaf(content.hue(criterion)))?;
    }
    for (option, alternative) in content.document.alternatives.iter().enumerate() {
        sheet.text(blocks.values - 1, CRITERIA + option, &alternative.name, &styles.head)?;
    }
    let names = content.document.alternatives.iter().map(|option| (option.name.as_str(), WIDTH - 3));
    sheet.fit_row(blocks.values - 1, names)?;
    sheet.inner.set_row_hidden(row(at::IDS))?;
    sheet.inner.set_row_hidden(row(at::PARENTS))?;
    sheet.not_negative(Block { rows: (at::FIRST, at::FIRST + people.len() - 1), columns: (at::NODES, last) })
}

/// By node, and by criterion side by side, as sums of products need them.
fn overall_weights(
    content: &Content,
    sheet: &mut Sheet,
    number: usize,
    (person, seen): (&Person, &Problem),
    blocks: &Blocks,
) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    let (points, tree, criteria) = (at::FIRST + number, blocks.tree + number, blocks.criteria + number);
    let nodes = (at::NODES, at::NODES + content.nodes.len() - 1);
    let (all, parents) = (area((points, points), nodes), area((at::PARENTS, at::PARENTS), nodes));
    debug_assert_eq!(seen.weights.len(), content.criteria(), "{}", person.id);
    for place in 0..content.nodes.len() {
        let column = at::NODES + place;
        let entry = &content.model.outline().entries()[place];
        let (own, parent) = (in_row(points, column), in_row(at::PARENTS, column));
        let total = format!("SUMIF({parents},{parent},{all})");
        let share = format!("IF({total}>0,{own}/{total},1/COUNTIF({parents},{parent}))");
        let around = entry.parent.map_or_else(String::new, |up| format!("*{}", in_row(tree, at::NODES + up)));
        let shared = Content::weight_cell(place);
        let formula = if entry.leaves.is_empty() {
            "0".to_owned()
        } else {
            format!("IF(COUNT({all})=0,{shared},{share}{around})")
        };
        let weight = content.model.outline().share(place, &seen.weights);
        sheet.formula(tree, column, &formula, weight, &styles.percent)?;
    }
    for (criterion, &place) in content.places.iter().enumerate() {
        let formula = in_row(tree, at::NODES + place);
        sheet.formula(criteria, CRITERIA + criterion, &formula, seen.weights[criterion], &styles.percent)?;
    }
    Ok(())
}

/// By formula where the person goes along with the scores, as figures where they have some of their own.
fn overall_values(
    content: &Content,
    sheet: &mut Sheet,
    number: usize,
    (person, seen): (&Person, &Problem),
    blocks: &Blocks,
) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    let (row, weights_row) = (blocks.values + number, blocks.criteria + number);
    let weights = area((weights_row, weights_row), content.columns(CRITERIA));
    let overall = weighted_sum::overall(&seen.values, &seen.weights);
    let has_own = person.scores.values().any(|scores| !scores.is_empty());
    for option in 0..content.options() {
        let (column, value) = (CRITERIA + option, overall.scores[option] * 100.0);
        if has_own {
            sheet.number(row, column, value, &styles.figure)?;
            continue;
        }
        let scores_row = values::FIRST + option;
        let scores = on(layout::VALUES, &area((scores_row, scores_row), content.columns(CRITERIA)));
        let known = format!("SUMPRODUCT({weights},--ISNUMBER({scores}))");
        let formula = format!("IF({known}>0,SUMPRODUCT({weights},{scores})/{known},\"\")");
        sheet.formula(row, column, &formula, value, &styles.figure)?;
    }
    if has_own {
        let text = "figures: with scores of their own";
        sheet.text(row, CRITERIA + content.options(), text, &styles.hint)?;
    }
    let columns = (CRITERIA, CRITERIA + content.options() - 1);
    let (first, last) = (in_column(row, columns.0), in_column(row, columns.1));
    let best = format!("{}=MAX({first}:{last})", first.replace('$', ""));
    let look = Format::new().set_background_color(LIGHT.accent_fill).set_bold();
    sheet.look(Block { rows: (row, row), columns }, &best, look)
}
