//! `Sensitivity`: one weight from 0 to all it can take, against all overall values.
//!
//! The weight moves as [`Movement`] says: others give in proportion, locked ones stay and shorten the run. Of two criteria
//! each makes room for the other where they stand in the same innermost locked group, or both in none, and neither is
//! locked itself.

use rust_xlsxwriter::{
    Chart, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartType, Color, Format,
    XlsxError,
};

use super::content::{Content, MOST_LINES, label};
use super::layout::{self, CRITERIA, ID, NAME, sensitivity as at, values, weights};
use super::matrix::{OPTION_WIDTH, WIDTH};
use super::palette::LIGHT;
use super::reference::{area, fixed, in_column, in_row, on};
use super::sheet::{Block, Cached, Sheet, column, row};
use crate::methods::weighted_sum;
use crate::model::{Movement, Scope};

pub fn write(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let widest = content.options().max(content.criteria()).max(3);
    sheet.width(NAME, OPTION_WIDTH)?;
    sheet.widths((CRITERIA, CRITERIA + widest - 1), WIDTH)?;
    sheet.hide_ids()?;
    sheet.title(
        "Sensitivity",
        "Choose a criterion: its weight runs over all it can take, the others give in proportion.",
    )?;
    let chosen = chosen(content);
    let movement = content.movement(chosen);
    chooser(content, sheet, chosen, &movement)?;
    chart(content, sheet)?;
    overall_values(content, sheet, &movement)?;
    room(content, sheet, chosen)?;
    weights(content, sheet, chosen, &movement)?;
    let last = column(CRITERIA + 12_usize.min(widest.max(9)) - 1);
    sheet.inner.set_print_area(0, 0, row(at::FIRST + at::STEPS), last)?.set_print_fit_to_pages(1, 1);
    sheet.inner.set_freeze_panes(row(at::CHART - 1), 0)?;
    Ok(())
}

impl Content<'_> {
    /// How all weights move with that of a criterion, which stays where it is locked.
    fn movement(&self, criterion: usize) -> Movement {
        let place = self.places[criterion];
        Movement::new(self.model.outline(), self.model.weights(), &self.document.locks, place, Scope::Everything)
    }

    fn is_locked(&self, criterion: usize) -> bool {
        self.document.locks.contains(&self.leaves[criterion].id)
    }
}

/// The heaviest criterion that can move: what one looks at first.
fn chosen(content: &Content) -> usize {
    let weight = |criterion: usize| content.model.weights()[criterion];
    let free = (0..content.criteria()).filter(|&criterion| !content.is_locked(criterion));
    free.reduce(|best, other| if weight(other) > weight(best) { other } else { best }).unwrap_or(0)
}

/// How far the chosen weight can go.
fn run(content: &Content, chosen: usize, movement: &Movement) -> (f64, f64) {
    let (low, high) = movement.range().into_inner();
    if content.is_locked(chosen) { (movement.now(), movement.now()) } else { (low, high) }
}

fn index() -> String {
    fixed(at::CHOSEN.0, at::CHOSEN.1)
}

/// The cells of all criteria in a row of this sheet.
fn criteria(content: &Content, row: usize) -> String {
    area((row, row), content.columns(CRITERIA))
}

fn chooser(content: &Content, sheet: &mut Sheet, chosen: usize, movement: &Movement) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    let names = on(layout::VALUES, &area((values::NAMES, values::NAMES), content.columns(CRITERIA)));
    let (choice_row, choice) = at::CHOOSER;
    sheet.text(choice_row, NAME, "Weight of", &styles.bold)?;
    sheet.across(choice_row, (choice, choice + 2), &content.leaves[chosen].name, &styles.input_text)?;
    sheet.fit_row(choice_row, [(content.leaves[chosen].name.as_str(), 3 * WIDTH)])?;
    let block = Block { rows: (choice_row, choice_row), columns: (choice, choice) };
    sheet.choice(block, &names, "Choose one of the criteria.")?;
    let cell = fixed(choice_row, choice);
    let formula = format!("SUMPRODUCT(EXACT({names},{cell})*(COLUMN({names})-{CRITERIA}))");
    sheet.formula(choice_row, ID, &formula, chosen + 1, &styles.id)?;
    let [now, low, high] = [at::NOW, at::LOW, at::HIGH].map(|(row, column)| fixed(row, column));
    let is_locked = format!("INDEX({},{})", criteria(content, at::LOCKED), index());
    let room = format!("SUM({})", criteria(content, at::ROOM));
    let formulas = [
        (at::NOW, "Its weight now", format!("INDEX({},{})", criteria(content, at::WEIGHT), index()), movement.now()),
        (at::LOW, "From", format!("IF(OR({is_locked},{room}=0),{now},0)"), run(content, chosen, movement).0),
        (
            at::HIGH,
            "To",
            format!(
                "IF(OR({is_locked},{room}=0),{now},MIN(1,{now}+SUMPRODUCT({},{})))",
                criteria(content, at::WEIGHT),
                criteria(content, at::ROOM)
            ),
            run(content, chosen, movement).1,
        ),
    ];
    for ((row, column), label, formula, result) in formulas {
        sheet.text(row, NAME, label, &styles.caption)?;
        sheet.formula(row, column, &formula, result, &styles.percent)?;
    }
    let note = format!("IF({low}={high},\"It cannot move: locks leave it no room.\",\"\")");
    let (from, to) = run(content, chosen, movement);
    let said = if from < to { "" } else { "It cannot move: locks leave it no room." };
    sheet.formula(at::NOW.0, at::NOW.1 + 1, &note, said, &styles.hint)
}

/// The weight at a step.
fn weight_at((low, high): (f64, f64), step: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    let share = step as f64 / at::STEPS as f64;
    low + (high - low) * share
}

fn overall_values(content: &Content, sheet: &mut Sheet, movement: &Movement) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    sheet.text(at::HEAD, NAME, "Weight", &styles.head)?;
    for (option, alternative) in content.document.alternatives.iter().enumerate() {
        let name = on(layout::VALUES, &fixed(values::FIRST + option, NAME));
        sheet.formula(at::HEAD, CRITERIA + option, &name, alternative.name.as_str(), &styles.head)?;
        let (formula, short) = label(&fixed(at::HEAD, CRITERIA + option), &alternative.name);
        sheet.formula(at::LABELS, CRITERIA + option, &formula, short.as_str(), &styles.id)?;
    }
    sheet.inner.set_row_hidden(row(at::LABELS))?;
    let names = content.document.alternatives.iter().map(|option| (option.name.as_str(), WIDTH - 3));
    sheet.fit_row(at::HEAD, names)?;
    let ends = run(content, chosen(content), movement);
    let [low, high] = [at::LOW, at::HIGH].map(|(row, column)| fixed(row, column));
    for step in 0..=at::STEPS {
        let at_step = at::FIRST + step;
        let now = weight_at(ends, step);
        let formula = format!("{low}+({high}-{low})*({step}/{})", at::STEPS);
        sheet.formula(at_step, NAME, &formula, now, &styles.percent)?;
        let overall = weighted_sum::overall(&content.model.problem().values, &movement.at(now));
        let weights = criteria(content, at::WEIGHTS_FIRST + step);
        for (option, score) in overall.scores.into_iter().enumerate() {
            let scores_row = values::FIRST + option;
            let scores = on(layout::VALUES, &area((scores_row, scores_row), content.columns(CRITERIA)));
            let known = format!("SUMPRODUCT({weights},--ISNUMBER({scores}))");
            let formula = format!("IF({known}>0.000000000001,SUMPRODUCT({weights},{scores})/{known},NA())");
            let result = if score.is_nan() { Cached::not_available() } else { Cached::from(score * 100.0) };
            sheet.formula(at_step, CRITERIA + option, &formula, result, &styles.figure)?;
        }
    }
    let rows = (at::FIRST, at::FIRST + at::STEPS);
    let block = Block { rows, columns: (CRITERIA, CRITERIA + content.options() - 1) };
    let first = in_column(at::FIRST, CRITERIA).replace('$', "");
    sheet.look(block, &format!("ISNA({first})"), Format::new().set_font_color(Color::White))?;
    let best = format!("{first}=MAX({}:{})", in_column(at::FIRST, CRITERIA), in_column(at::FIRST, block.columns.1));
    sheet.look(block, &best, Format::new().set_background_color(LIGHT.accent_fill).set_bold())
}

/// Who makes room for the chosen weight, and in which proportion.
fn room(content: &Content, sheet: &mut Sheet, chosen: usize) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    sheet.text(at::NAMES - 1, NAME, "How the others make room", &styles.heading)?;
    let labels = ["Criterion", "Weight now", "Locked group around it", "Locked", "Makes room", "In proportion"];
    for (number, label) in labels.into_iter().enumerate() {
        let format = if number == 0 { &styles.head } else { &styles.caption };
        sheet.text(at::NAMES + number, NAME, label, format)?;
    }
    sheet.fit_row(at::NAMES, content.leaves.iter().map(|leaf| (leaf.name.as_str(), WIDTH - 3)))?;
    let (entries, locks) = (content.model.outline().entries(), &content.document.locks);
    let frame = |criterion: usize| {
        let up = std::iter::successors(entries[content.places[criterion]].parent, |&place| entries[place].parent);
        up.into_iter().find(|&place| locks.contains(&entries[place].id)).map_or(0, |place| place + 1)
    };
    let makes_room =
        |criterion: usize| criterion != chosen && !content.is_locked(criterion) && frame(criterion) == frame(chosen);
    let makers: Vec<usize> = (0..content.criteria()).filter(|&criterion| makes_room(criterion)).collect();
    let total: f64 = makers.iter().map(|&criterion| content.model.weights()[criterion]).sum();
    let [all_weights, all_frames, all_rooms] = [at::WEIGHT, at::FRAME, at::ROOM].map(|row| criteria(content, row));
    let sum = format!("SUMPRODUCT({all_weights},{all_rooms})");
    for (criterion, leaf) in content.leaves.iter().enumerate() {
        let col = CRITERIA + criterion;
        let place = weights::FIRST + content.places[criterion];
        let of_weights = |column: usize| on(layout::WEIGHTS, &fixed(place, column));
        let here = |row: usize| in_row(row, col);
        let weight = content.model.weights()[criterion];
        sheet.text(at::NAMES, col, &leaf.name, &styles.leaf(content.hue(criterion)))?;
        sheet.formula(at::WEIGHT, col, &of_weights(weights::OVERALL), weight, &styles.percent)?;
        sheet.formula(at::FRAME, col, &of_weights(weights::FRAME), frame(criterion), &styles.number)?;
        let is_locked = format!("{}=\"locked\"", of_weights(weights::LOCK));
        let locked = if content.is_locked(criterion) { Cached::truth(true) } else { Cached::truth(false) };
        sheet.formula(at::LOCKED, col, &is_locked, locked, &styles.number)?;
        let formula = format!(
            "IF(AND({}<>{},NOT({}),{}=INDEX({all_frames},{})),1,0)",
            criterion + 1,
            index(),
            here(at::LOCKED),
            here(at::FRAME),
            index()
        );
        let makes = makes_room(criterion);
        sheet.formula(at::ROOM, col, &formula, usize::from(makes), &styles.number)?;
        let formula = format!("IF({}=1,IF({sum}>0,{}/{sum},1/SUM({all_rooms})),0)", here(at::ROOM), here(at::WEIGHT));
        #[expect(clippy::cast_precision_loss, reason = "a count of criteria")]
        let part = match (makes, total > 0.0) {
            (false, _) => 0.0,
            (true, true) => weight / total,
            (true, false) => 1.0 / makers.len() as f64,
        };
        sheet.formula(at::PART, col, &formula, part, &styles.percent)?;
    }
    let weight = content.model.weights()[chosen];
    for (number, height) in [0.0, 100.0].into_iter().enumerate() {
        sheet.text(at::MARK + number, NAME, "Mark in the chart", &styles.caption)?;
        sheet.formula(at::MARK + number, CRITERIA, &fixed(at::NOW.0, at::NOW.1), weight, &styles.percent)?;
        sheet.number(at::MARK + number, CRITERIA + 1, height, &styles.number)?;
    }
    Ok(())
}

/// All weights at each step.
fn weights(content: &Content, sheet: &mut Sheet, chosen: usize, movement: &Movement) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    sheet.text(at::WEIGHTS_HEAD - 1, NAME, "All weights at each step", &styles.heading)?;
    sheet.text(at::WEIGHTS_HEAD, NAME, "Weight", &styles.head)?;
    sheet.fit_row(at::WEIGHTS_HEAD, content.leaves.iter().map(|leaf| (leaf.name.as_str(), WIDTH - 3)))?;
    for (criterion, leaf) in content.leaves.iter().enumerate() {
        let format = styles.leaf(content.hue(criterion));
        sheet.text(at::WEIGHTS_HEAD, CRITERIA + criterion, &leaf.name, &format)?;
    }
    let ends = run(content, chosen, movement);
    let [low, high] = [at::LOW, at::HIGH].map(|(row, column)| fixed(row, column));
    for step in 0..=at::STEPS {
        let row = at::WEIGHTS_FIRST + step;
        let weight = in_column(row, NAME);
        let now = weight_at(ends, step);
        sheet.formula(row, NAME, &in_column(at::FIRST + step, NAME), now, &styles.percent)?;
        for (criterion, share) in movement.at(now).into_iter().enumerate() {
            let col = CRITERIA + criterion;
            let here = |row: usize| in_row(row, col);
            let formula = format!(
                "IF({low}={high},{stays},IF({}={},{weight},IF({}=1,{}*({high}-{weight}),{stays})))",
                criterion + 1,
                index(),
                here(at::ROOM),
                here(at::PART),
                stays = here(at::WEIGHT)
            );
            sheet.formula(row, col, &formula, share, &styles.percent)?;
        }
    }
    Ok(())
}

fn chart(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let rows = (at::FIRST, at::FIRST + at::STEPS);
    let range =
        |rows: (usize, usize), col: usize| (layout::SENSITIVITY, row(rows.0), column(col), row(rows.1), column(col));
    let mut chart = Chart::new(ChartType::ScatterStraight);
    chart.set_width(980).set_height(510);
    let order = content.model.ranking().order();
    for (place, &option) in order.iter().take(MOST_LINES).enumerate() {
        let dash = if place < 8 { ChartLineDashType::Solid } else { ChartLineDashType::Dash };
        let mut line = ChartLine::new();
        line.set_color(LIGHT.branch(place)).set_width(if place == 0 { 3.5 } else { 2.25 }).set_dash_type(dash);
        chart
            .add_series()
            .set_name((layout::SENSITIVITY, row(at::LABELS), column(CRITERIA + option as usize)))
            .set_categories(range(rows, NAME))
            .set_values(range(rows, CRITERIA + option as usize))
            .set_format(ChartFormat::new().set_line(&line));
    }
    let mut mark = ChartLine::new();
    mark.set_color(LIGHT.brass).set_width(1.5).set_dash_type(ChartLineDashType::Dash);
    chart
        .add_series()
        .set_name("Its weight now")
        .set_categories(range((at::MARK, at::MARK + 1), CRITERIA))
        .set_values(range((at::MARK, at::MARK + 1), CRITERIA + 1))
        .set_format(ChartFormat::new().set_line(&mark));
    let (mut font, mut small, mut grid) = (ChartFont::new(), ChartFont::new(), ChartLine::new());
    font.set_size(13).set_color(LIGHT.text);
    small.set_size(10).set_color(LIGHT.text);
    grid.set_color(LIGHT.border);
    chart.title().set_name("Overall values while one weight moves").set_font(&font);
    chart.x_axis().set_name("Weight of the chosen criterion").set_min(0).set_max(1).set_num_format("0%");
    chart.x_axis().set_name_font(&small).set_font(&small).set_major_gridlines(false);
    chart.y_axis().set_min(0).set_max(100).set_num_format("0").set_major_gridlines_line(&grid).set_font(&small);
    let many = content.options() > 5;
    let legend = if many { ChartLegendPosition::Right } else { ChartLegendPosition::Bottom };
    chart.legend().set_position(legend).set_font(&small);
    // The short names stand in a hidden row.
    chart.show_hidden_data();
    chart.set_alt_text("Overall values of all options as lines, over the weight of the chosen criterion");
    sheet.chart(at::CHART, NAME, &chart)
}
