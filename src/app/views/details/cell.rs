//! A score: what it is, how sure, why, and on what evidence.

use eframe::egui::{self, RichText, Ui};

use super::{any, caption_ui, field_id, first_field, side_by_side, title_ui};
use crate::app::outbox::Outbox;
use crate::app::views::Spot;
use crate::app::views::words::{DetailsLabel, DetailsMessage, MatrixLabel};
use crate::app::widgets::{Field, choose_ui, committed_number, scene_ui, text_list_ui};
use crate::chart::{self, Spread};
use crate::files::notation;
use crate::model::{Cell, Criterion, Id, Score};
use crate::session::{Action, Session};
use crate::text::{Common, Percent, Value, numbers};

pub fn cell_ui(ui: &mut Ui, session: &Session, option: Id, criterion: Id, out: &mut Outbox) {
    let document = session.document();
    let (Some(alternative), Some(leaf)) = (document.alternative(option), document.criterion(criterion)) else { return };
    let spot = Spot::Cell(option, criterion);
    let cell = document.cell(option, criterion).unwrap_or_default().to_cell();
    let title = DetailsMessage::Cell { criterion: leaf.name.clone(), option: alternative.name.clone() };
    title_ui(ui, title, &worth(session, spot, cell.score));
    let mut changed: Option<Cell> = None;
    side_by_side(ui, [5.0, 6.0, 5.0], 165.0, |ui, part| match part {
        0 => {
            caption_ui(ui, DetailsLabel::Score.text());
            let score = if leaf.scale.has_levels() {
                level_ui(ui, spot, leaf, cell.score)
            } else {
                numbers_ui(ui, session, spot, leaf, cell.score)
            };
            if let Some(score) = score {
                changed = Some(Cell { score, ..changed.take().unwrap_or_else(|| cell.clone()) });
            }
        }
        1 => {
            caption_ui(ui, DetailsLabel::Rationale.text());
            let field = Field::new(field_id(spot, "rationale"), &DetailsLabel::Rationale, &cell.rationale).rows(4);
            if let (_, Some(rationale)) = field.hint(DetailsLabel::RationaleHint.text()).show(ui, any) {
                changed = Some(Cell { rationale, ..changed.take().unwrap_or_else(|| cell.clone()) });
            }
        }
        _ => {
            caption_ui(ui, DetailsLabel::Evidence.text());
            if let Some(evidence) = text_list_ui(ui, field_id(spot, "evidence"), "evidence", &cell.evidence) {
                changed = Some(Cell { evidence, ..changed.take().unwrap_or_else(|| cell.clone()) });
            }
        }
    });
    if let Some(cell) = changed {
        out.act(Action::SetCell { option, criterion, cell: Box::new(cell) });
    }
    if !leaf.description.is_empty() {
        ui.add_space(8.0);
        ui.label(RichText::new(format!("{}: {}", leaf.name, leaf.description)).weak());
    }
}

/// What the score is worth, in the place where the title has room for a word.
fn worth(session: &Session, spot: Spot, score: Option<Score>) -> String {
    let Spot::Cell(option, criterion) = spot else { return String::new() };
    let row = session.option_place(option).unwrap_or_default();
    let leaves = session.document().leaves();
    let column = leaves.iter().position(|leaf| leaf.id == criterion).unwrap_or_default();
    if score.is_none() {
        return DetailsLabel::RankedWithout.to_string();
    }
    let value = session.model().problem().values.get(row, column);
    let weight = session.model().weights()[column];
    DetailsMessage::Worth { value: Value(value), weight: Percent(weight) }.to_string()
}

/// Low, likely and high. Returns the new score when one of them was finished; `Some(None)` clears it.
#[expect(clippy::option_option, reason = "a change, and the score that it leads to")]
fn numbers_ui(
    ui: &mut Ui,
    session: &Session,
    spot: Spot,
    leaf: &Criterion,
    score: Option<Score>,
) -> Option<Option<Score>> {
    let text = |x: Option<f64>| x.map(notation::number).unwrap_or_default();
    let (low, likely, high) = match score {
        None | Some(Score::Level(_)) => (None, None, None),
        Some(Score::Exact(x)) => (None, Some(x), None),
        Some(Score::Range(low, high)) => (Some(low), None, Some(high)),
        Some(Score::Triangle(low, likely, high)) => (Some(low), Some(likely), Some(high)),
    };
    let now = [low, likely, high];
    let mut new = now;
    let mut finished = false;
    ui.horizontal(|ui| {
        let width = ((ui.available_width() - 16.0) / 3.0).clamp(50.0, 80.0) - 18.0;
        for (i, name) in [DetailsLabel::Low, DetailsLabel::Likely, DetailsLabel::High].into_iter().enumerate() {
            ui.vertical(|ui| {
                let id = if i == 1 { first_field(spot) } else { field_id(spot, if i == 0 { "low" } else { "high" }) };
                let shown = text(now[i]);
                let field = Field::new(id, &name, &shown).width(width);
                let check = |text: &str| {
                    let number = if text.trim().is_empty() { None } else { Some(committed_number(text)?) };
                    let mut wish = now;
                    wish[i] = number;
                    score_of(wish)
                        .and_then(|score| score.fault(&leaf.scale))
                        .map_or(Ok(number), |fault| Err(fault.to_string()))
                };
                if let (_, Some(number)) = field.show(ui, check) {
                    new[i] = number;
                    finished = true;
                }
                ui.label(RichText::new(name.text()).small().weak());
            });
        }
    });
    spread_ui(ui, session, spot, leaf, score);
    finished.then(|| score_of(new))
}

/// The score that three fields describe.
fn score_of(numbers: [Option<f64>; 3]) -> Option<Score> {
    match numbers {
        [None, None, None] => None,
        // What was left of a range when its other end was cleared.
        [Some(low), Some(likely), None] if low >= likely => Some(Score::Exact(likely)),
        [None, Some(likely), Some(high)] if high <= likely => Some(Score::Exact(likely)),
        [Some(low), None, Some(high)] => Some(Score::Range(low, high)),
        [Some(low), Some(likely), Some(high)] => Some(Score::Triangle(low, likely, high)),
        // While a range is being entered one end stands alone: the likely value does for the other.
        [Some(low), Some(likely), None] => Some(Score::Triangle(low, likely, likely)),
        [None, Some(likely), Some(high)] => Some(Score::Triangle(likely, likely, high)),
        [Some(x), None, None] | [None, Some(x), None] | [None, None, Some(x)] => Some(Score::Exact(x)),
    }
}

/// The distribution as a small picture, between the ends of the scale.
fn spread_ui(ui: &mut Ui, session: &Session, spot: Spot, leaf: &Criterion, score: Option<Score>) {
    let Spot::Cell(_, criterion) = spot else { return };
    let leaves = session.document().leaves();
    let column = leaves.iter().position(|leaf| leaf.id == criterion).unwrap_or_default();
    let Some(ends) = session.model().problem().criteria[column].ends else { return };
    if let Some(spread) = score.and_then(|score| Spread::of(score, &leaf.scale, ends)).filter(|s| !s.is_exact()) {
        let width = f64::from(ui.available_width().min(260.0));
        scene_ui(ui, &chart::triangle(spread, width, 40.0), DetailsLabel::Spread.text());
    }
    let best = Common::quantity(ends.best, leaf.scale.unit());
    let ends = DetailsMessage::Ends { worst: ends.worst, best };
    ui.label(RichText::new(ends.to_string()).small().weak());
}

#[expect(clippy::option_option, reason = "a change, and the score that it leads to")]
fn level_ui(ui: &mut Ui, spot: Spot, leaf: &Criterion, score: Option<Score>) -> Option<Option<Score>> {
    let levels = leaf.scale.levels();
    let chosen = |id: Id| score == Some(Score::Level(id));
    let shown =
        levels.iter().find(|level| chosen(level.id)).map_or(MatrixLabel::Missing.text(), |level| level.name.as_str());
    let list = egui::ComboBox::from_id_salt(field_id(spot, "level")).selected_text(shown);
    let (new, _) = choose_ui(ui, list, &DetailsLabel::Level, |ui| {
        let mut new = None;
        for level in &levels {
            let text = format!("{} ({})", level.name, numbers::number(level.value));
            if ui.selectable_label(chosen(level.id), text).clicked() {
                new = Some(Some(Score::Level(level.id)));
            }
        }
        if ui.selectable_label(score.is_none(), MatrixLabel::Missing.text()).clicked() {
            new = Some(None);
        }
        new
    });
    new.filter(|new| *new != score)
}
