//! `Result`: overall values, coverage, ranks and contributions, in order of rank and in order of the decision.

use rust_xlsxwriter::{
    Chart, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType, Format, XlsxError,
};

use super::content::{Branch, Content, MOST_CHARTED, ROW_PIXELS, label};
use super::layout::{self, CRITERIA, ID, NAME, matrix, result as at, values};
use super::matrix::WIDTH;
use super::palette::LIGHT;
use super::reference::{area, cell, fixed, in_column, in_row, on};
use super::sheet::{Block, Sheet, column, row};
use crate::methods::weighted_sum;

/// Hidden columns from which ranks are made, right of the second table. The first holds short names beside the first table.
#[derive(Clone, Copy)]
pub enum Helper {
    /// The overall value in parts of the largest, rounded far below what a tie is; -1 where there is none.
    Key,
    /// The keys, best first.
    Sorted,
    /// The best key of those that share a rank, best first.
    Leader,
    /// The rank, best first.
    SortedRank,
    /// By option.
    Rank,
    /// By option: the place in the first table.
    Place,
}

/// The column of a helper.
pub fn helper(content: &Content, which: Helper) -> usize {
    criteria_first(content) + if content.has_groups() { content.criteria() } else { 0 } + 1 + which as usize
}

/// The column in which contributions by criterion begin: with those by branch where these are criteria themselves.
fn criteria_first(content: &Content) -> usize {
    at::PARTS + content.branches.len()
}

pub fn write(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    sheet.width(NAME, 7)?;
    sheet.width(at::OPTION, 34)?;
    sheet.widths((at::OVERALL, at::COVERAGE), 11)?;
    let last = helper(content, Helper::Place);
    sheet.widths((at::PARTS, last), WIDTH)?;
    sheet.hide_ids()?;
    sheet.hide((helper(content, Helper::Key), last))?;
    sheet.title("Result", "Overall values of 0 to 100. Everything here follows from Matrix, Weights and Scales.")?;
    summary(content, sheet)?;
    ranking(content, sheet)?;
    chart(content, sheet)?;
    by_option(content, sheet)?;
    sheet.freeze(at::FIRST, at::OVERALL, (at::HEAD, at::HEAD))
}

/// Who leads, in a sentence.
fn summary(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let (first, second) = (at::FIRST, at::FIRST + 1);
    let option = |row| fixed(row, at::OPTION);
    let overall = |row| fixed(row, at::OVERALL);
    let said = if content.options() == 1 {
        format!("{}&\" stands alone.\"", option(first))
    } else {
        let rank = helper(content, Helper::Rank);
        let winners = format!("COUNTIF({},1)", area(content.rows(content.result_head() + 1), (rank, rank)));
        format!(
            "IF({winners}>1,{winners}&\" options share the first place.\",IF(ISNUMBER({lower}),\
             {name}&\" is first, \"&ROUND({upper}-{lower},1)&\" points ahead of \"&{next}&\".\",{name}&\" is first.\"))",
            upper = overall(first),
            lower = overall(second),
            name = option(first),
            next = option(second)
        )
    };
    let formula = format!("IF(ISNUMBER({}),{said},\"Nothing is scored.\")", overall(first));
    let bold = Format::new().set_bold().set_font_color(LIGHT.text).set_font_size(12);
    sheet.formula(2, NAME, &formula, sentence(content).as_str(), &bold)
}

/// What the sentence says at the export.
pub fn sentence(content: &Content) -> String {
    let order = content.model.ranking().order();
    let name = |place: usize| content.document.alternatives[order[place] as usize].name.as_str();
    let score = |place: usize| content.model.values()[order[place] as usize] * 100.0;
    let winners = content.model.ranking().winners().len();
    if score(0).is_nan() {
        "Nothing is scored.".into()
    } else if order.len() == 1 {
        format!("{} stands alone.", name(0))
    } else if winners > 1 {
        format!("{winners} options share the first place.")
    } else if score(1).is_nan() {
        format!("{} is first.", name(0))
    } else {
        // As a spreadsheet rounds: what is half but for the last digits, up.
        let lead = ((score(0) - score(1)) * 10.0 + 1e-9).round() / 10.0;
        format!("{} is first, {lead} points ahead of {}.", name(0), name(1))
    }
}

fn heads(content: &Content, sheet: &mut Sheet, head: usize, with_criteria: bool) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    for (number, name) in ["Rank", "Option", "Overall value", "Coverage"].into_iter().enumerate() {
        sheet.text(head, NAME + number, name, &styles.head)?;
    }
    let mut names = Vec::new();
    for (number, branch) in content.branches.iter().enumerate() {
        let name = content.nodes[branch.place].name();
        names.push(name);
        sheet.text(head, at::PARTS + number, name, &styles.branch(branch.number))?;
    }
    if with_criteria && content.has_groups() {
        for (criterion, leaf) in content.leaves.iter().enumerate() {
            names.push(&leaf.name);
            let format = styles.leaf(content.hue(criterion));
            sheet.text(head, criteria_first(content) + criterion, &leaf.name, &format)?;
        }
    }
    sheet.fit_row(head, names.into_iter().map(|name| (name, WIDTH - 3)).chain([("Overall value", 9)]))
}

/// The first table: best first.
fn ranking(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    heads(content, sheet, at::HEAD, false)?;
    let options = content.rows(content.result_head() + 1);
    let places = helper(content, Helper::Place);
    for (number, (option, _)) in content.model.ranking().iter().enumerate() {
        let row = at::FIRST + number;
        let found = format!("MATCH({},{},0)", number + 1, area(options, (places, places)));
        sheet.formula(row, ID, &found, option + 1, &styles.id)?;
        let of = |column: usize| {
            format!("INDEX({}:{},{})", in_row(options.0, column), in_row(options.1, column), in_column(row, ID))
        };
        let name = content.document.alternatives[option].name.as_str();
        sheet.fit_row(row, [(name, 34)])?;
        sheet.formula(row, at::RANK, &of(at::RANK), content.model.ranking().label(option).as_str(), &styles.rank)?;
        sheet.formula(row, at::OPTION, &of(at::OPTION), name, &styles.bold)?;
        let (formula, short) = label(&in_column(row, at::OPTION), name);
        sheet.formula(row, helper(content, Helper::Key), &formula, short.as_str(), &styles.id)?;
        sheet.formula(row, at::OVERALL, &of(at::OVERALL), content.model.values()[option] * 100.0, &styles.overall)?;
        sheet.formula(row, at::COVERAGE, &of(at::COVERAGE), content.model.coverage()[option], &styles.percent)?;
        for (number, part) in by_branch(content, option).into_iter().enumerate() {
            sheet.formula(row, at::PARTS + number, &of(at::PARTS + number), part, &styles.figure)?;
        }
    }
    looks(content, sheet, content.rows(at::FIRST))?;
    let first = format!("LEFT({}&\"=\",2)=\"1=\"", in_column(at::FIRST, at::RANK));
    let winner = Format::new().set_background_color(LIGHT.accent_fill);
    sheet.look(Block { rows: content.rows(at::FIRST), columns: (at::RANK, at::OPTION) }, &first, winner)
}

/// Bars behind overall values, and a warning where something is missing.
fn looks(content: &Content, sheet: &mut Sheet, rows: (usize, usize)) -> Result<(), XlsxError> {
    sheet.bars(Block { rows, columns: (at::OVERALL, at::OVERALL) }, 100.0)?;
    let coverage = Block { rows, columns: (at::COVERAGE, at::COVERAGE) };
    let missing = Format::new().set_font_color(LIGHT.warning).set_bold();
    sheet.look(coverage, &format!("{}<0.9999999", cell(rows.0, at::COVERAGE)), missing)?;
    for (number, branch) in content.branches.iter().enumerate() {
        let columns = (at::PARTS + number, at::PARTS + number);
        sheet.tint(Block { rows, columns }, 100.0, LIGHT.branch(branch.number))?;
    }
    Ok(())
}

/// What the parts of the value tree contribute, 0 to 100 together. Where they are criteria, NaN stands for a missing score.
fn by_branch(content: &Content, option: usize) -> Vec<f64> {
    let parts = weighted_sum::contributions(&content.model.problem().values, content.model.weights(), option);
    let part = |branch: &Branch| {
        let is_missing =
            !content.has_groups() && content.model.problem().values.get(option, branch.leaves.start).is_nan();
        if is_missing { f64::NAN } else { parts[branch.leaves.clone()].iter().sum::<f64>() * 100.0 }
    };
    content.branches.iter().map(part).collect()
}

/// Stacked bars in order of rank.
fn chart(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let (rows, head) = ((at::FIRST, at::FIRST + content.options().min(MOST_CHARTED) - 1), at::HEAD);
    let range = |rows: (usize, usize), col: usize| (layout::RESULT, row(rows.0), column(col), row(rows.1), column(col));
    let mut chart = Chart::new(ChartType::BarStacked);
    chart.set_width(980).set_height(u32::try_from((content.chart_rows() - 1) * ROW_PIXELS).unwrap_or(400));
    for (number, branch) in content.branches.iter().enumerate() {
        let fill = ChartSolidFill::new().set_color(LIGHT.branch(branch.number)).clone();
        chart
            .add_series()
            .set_name((layout::RESULT, row(head), column(at::PARTS + number)))
            .set_categories(range(rows, helper(content, Helper::Key)))
            .set_values(range(rows, at::PARTS + number))
            .set_gap(45)
            .set_overlap(100)
            .set_format(ChartFormat::new().set_solid_fill(&fill));
    }
    let title = if content.options() > MOST_CHARTED {
        "What makes up the overall value, the first 30"
    } else {
        "What makes up the overall value"
    };
    let mut font = ChartFont::new();
    font.set_size(13).set_color(LIGHT.text);
    chart.title().set_name(title).set_font(&font);
    let mut small = ChartFont::new();
    small.set_size(10).set_color(LIGHT.text);
    // The axis of the options, which in bars stands upright.
    chart.y_axis().set_reverse().set_font(&small);
    let mut line = ChartLine::new();
    line.set_color(LIGHT.border);
    chart.x_axis().set_min(0).set_max(100).set_num_format("0").set_major_gridlines_line(&line).set_font(&small);
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&small);
    // The short names stand in a hidden column.
    chart.show_hidden_data();
    chart.set_alt_text("Overall values as stacked bars, one for each option, best first");
    sheet.chart(at::FIRST + content.options() + 1, NAME, &chart)
}

/// The second table: in order of the decision, with a column for each criterion, and what ranks are made from.
fn by_option(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    let head = content.result_head();
    sheet.text(
        head - 1,
        NAME,
        "In the order of the decision, with what each criterion contributes",
        &styles.heading,
    )?;
    heads(content, sheet, head, true)?;
    let rows = content.rows(head + 1);
    let keys = helper(content, Helper::Key);
    let largest = format!("MAX({})", area(rows, (at::OVERALL, at::OVERALL)));
    let most = content.model.values().iter().copied().filter(|x| !x.is_nan()).fold(0.0, f64::max);
    sheet.formula(head, keys, &largest, most * 100.0, &styles.id)?;
    let sorted: Vec<(usize, u32)> = content.model.ranking().iter().collect();
    for option in 0..content.options() {
        figures(content, sheet, option, head + 1 + option)?;
        helpers(content, sheet, option, most, &sorted)?;
    }
    looks(content, sheet, rows)?;
    let first = format!("{}=1", in_column(rows.0, helper(content, Helper::Rank)));
    let winner = Format::new().set_background_color(LIGHT.accent_fill);
    sheet.look(Block { rows, columns: (at::RANK, at::OPTION) }, &first, winner)
}

fn figures(content: &Content, sheet: &mut Sheet, option: usize, row: usize) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    let alternative = &content.document.alternatives[option];
    sheet.fit_row(row, [(alternative.name.as_str(), 34)])?;
    let rank = in_column(row, helper(content, Helper::Rank));
    let ranks = helper(content, Helper::Rank);
    let shared = format!("COUNTIF({},{rank})>1", area(content.rows(content.result_head() + 1), (ranks, ranks)));
    let label = content.model.ranking().label(option);
    sheet.formula(row, at::RANK, &format!("{rank}&IF({shared},\"=\",\"\")"), label.as_str(), &styles.rank)?;
    let name = on(layout::MATRIX, &fixed(matrix::FIRST + option, NAME));
    sheet.text(row, ID, alternative.id.as_str(), &styles.id)?;
    sheet.formula(row, at::OPTION, &name, alternative.name.as_str(), &styles.bold)?;
    let values_row = values::FIRST + option;
    let scores = on(layout::VALUES, &area((values_row, values_row), content.columns(CRITERIA)));
    let weights = content.weights_row();
    let coverage = in_column(row, at::COVERAGE);
    let formula = format!("IF({coverage}>0,SUMPRODUCT({weights},{scores})/{coverage},\"\")");
    sheet.formula(row, at::OVERALL, &formula, content.model.values()[option] * 100.0, &styles.overall)?;
    let formula = format!("SUMPRODUCT({weights},--ISNUMBER({scores}))");
    sheet.formula(row, at::COVERAGE, &formula, content.model.coverage()[option], &styles.percent)?;
    let parts = weighted_sum::contributions(&content.model.problem().values, content.model.weights(), option);
    let by_criterion = |sheet: &mut Sheet, criterion: usize, column: usize| {
        let value = on(layout::VALUES, &fixed(values_row, CRITERIA + criterion));
        let weight = on(layout::VALUES, &fixed(values::WEIGHT, CRITERIA + criterion));
        let formula = format!("IF({value}=\"\",\"\",IF({coverage}>0,{weight}*{value}/{coverage},0))");
        let is_missing = content.model.problem().values.get(option, criterion).is_nan();
        let part = if is_missing { f64::NAN } else { parts[criterion] * 100.0 };
        sheet.formula(row, column, &formula, part, &styles.figure)
    };
    for (number, (branch, part)) in content.branches.iter().zip(by_branch(content, option)).enumerate() {
        if content.has_groups() {
            let first = criteria_first(content);
            let columns = (first + branch.leaves.start, first + branch.leaves.end - 1);
            let formula = format!("SUM({}:{})", in_column(row, columns.0), in_column(row, columns.1));
            sheet.formula(row, at::PARTS + number, &formula, part, &styles.figure)?;
        } else {
            by_criterion(sheet, number, at::PARTS + number)?;
        }
    }
    if content.has_groups() {
        for criterion in 0..content.criteria() {
            by_criterion(sheet, criterion, criteria_first(content) + criterion)?;
        }
    }
    Ok(())
}

/// What ranks are made from. A rank is shared by all within 1e-12 of its best, so the best of each has to be known.
fn helpers(
    content: &Content,
    sheet: &mut Sheet,
    option: usize,
    most: f64,
    sorted: &[(usize, u32)],
) -> Result<(), XlsxError> {
    let format = &sheet.styles.id;
    let head = content.result_head();
    let (row, rows) = (head + 1 + option, content.rows(head + 1));
    let column = |which| helper(content, which);
    let here = |which| in_column(row, column(which));
    let above = |which| in_column(row - 1, column(which));
    let whole = |which| area(rows, (column(which), column(which)));
    let key = |option: usize| match content.model.values()[option] {
        score if score.is_nan() => -1.0,
        score if most > 0.0 => (score / most * 1e14).round() / 1e14,
        _ => 0.0,
    };
    let (overall, largest) = (in_column(row, at::OVERALL), fixed(head, column(Helper::Key)));
    let formula = format!("IF(ISNUMBER({overall}),IF({largest}>0,ROUND({overall}/{largest},14),0),-1)");
    sheet.formula(row, column(Helper::Key), &formula, key(option), format)?;
    let (alternative, rank) = sorted[option];
    let leader = sorted[rank as usize - 1].0;
    let sorted_key = format!("LARGE({},{})", whole(Helper::Key), option + 1);
    sheet.formula(row, column(Helper::Sorted), &sorted_key, key(alternative), format)?;
    let (leads, ranks) = if option == 0 {
        (here(Helper::Sorted), "1".to_owned())
    } else {
        let ties = format!("{}-{}<=0.000000000001", above(Helper::Leader), here(Helper::Sorted));
        let leads = format!("IF({ties},{},{})", above(Helper::Leader), here(Helper::Sorted));
        (leads, format!("IF({ties},{},{})", above(Helper::SortedRank), option + 1))
    };
    sheet.formula(row, column(Helper::Leader), &leads, key(leader), format)?;
    sheet.formula(row, column(Helper::SortedRank), &ranks, rank as usize, format)?;
    let found = format!("MATCH({},{},0)", here(Helper::Key), whole(Helper::Sorted));
    let own = format!("INDEX({},{found})", whole(Helper::SortedRank));
    sheet.formula(row, column(Helper::Rank), &own, content.model.ranking().rank(option) as usize, format)?;
    let place = if option == 0 {
        here(Helper::Rank)
    } else {
        let ranks = column(Helper::Rank);
        let earlier = format!("{}:{}", fixed(rows.0, ranks), in_column(row - 1, ranks));
        format!("{}+COUNTIF({earlier},{})", here(Helper::Rank), here(Helper::Rank))
    };
    let place_now = sorted.iter().position(|&(other, _)| other == option).map_or(0, |place| place + 1);
    sheet.formula(row, column(Helper::Place), &place, place_now, format)
}
