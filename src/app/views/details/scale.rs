//! The scale of a criterion: its kind, ends, unit, direction, value function, levels.

use eframe::egui::{self, RichText, Ui};

use super::{any, caption_ui, field_id};
use crate::app::icons::Icon;
use crate::app::theme;
use crate::app::views::Spot;
use crate::app::views::words::{ScaleLabel, ScaleMessage};
use crate::app::widgets::{Field, choose_ui, committed_number, icon_button, outlined_ui};
use crate::app::words::FaultLabel;
use crate::files::notation;
use crate::model::{Answer, Criterion, Direction, Ends, Id, Level, Measure, Scale, ValueFunction};
use crate::session::Session;
use crate::text::Nth;

/// Shows the scale. Returns the new one when something was finished.
pub fn scale_ui(ui: &mut Ui, session: &Session, criterion: &Criterion) -> Option<Scale> {
    let spot = Spot::Criterion(criterion.id);
    let scale = &criterion.scale;
    caption_ui(ui, ScaleLabel::Scale.text());
    let mut new = kind_ui(ui, session, criterion);
    match scale {
        Scale::Rating { worst, best } => {
            let ends = Ends { worst: *worst, best: *best };
            if let Some(Ends { worst, best }) = ends_ui(ui, spot, Some(ends), None, None).flatten() {
                new = Some(Scale::Rating { worst, best });
            }
        }
        Scale::Measure(measure) => new = measure_ui(ui, spot, measure).map(Scale::Measure).or(new),
        Scale::Levels(levels) => new = levels_ui(ui, spot, levels).map(Scale::Levels).or(new),
        Scale::YesNo { best } => {
            caption_ui(ui, ScaleLabel::BetterAnswer.text());
            ui.horizontal(|ui| {
                for (answer, name) in [(Answer::Yes, ScaleLabel::Yes), (Answer::No, ScaleLabel::No)] {
                    if outlined_ui(ui, |ui| ui.radio(*best == answer, name.text())).clicked() {
                        new = Some(Scale::YesNo { best: answer });
                    }
                }
            });
        }
    }
    new.filter(|new| new != scale)
}

fn kind_ui(ui: &mut Ui, session: &Session, criterion: &Criterion) -> Option<Scale> {
    let scale = &criterion.scale;
    let measured = || {
        let range = scale.ends().filter(|_| !scale.has_levels());
        Scale::Measure(Measure { range, direction: scale.direction(), ..Measure::default() })
    };
    let kinds: [(ScaleLabel, bool, &dyn Fn() -> Scale); 4] = [
        (ScaleLabel::Rating, matches!(scale, Scale::Rating { .. }), &|| rating(session, criterion)),
        (ScaleLabel::Measure, matches!(scale, Scale::Measure(_)), &measured),
        (ScaleLabel::Levels, matches!(scale, Scale::Levels(_)), &|| Scale::Levels(first_levels())),
        (ScaleLabel::YesNo, matches!(scale, Scale::YesNo { .. }), &|| Scale::YesNo { best: Answer::Yes }),
    ];
    let shown = kinds.iter().find(|kind| kind.1).map_or("", |kind| kind.0.text());
    let list = egui::ComboBox::from_id_salt(("scale", criterion.id)).selected_text(shown).width(200.0);
    let (new, _) = choose_ui(ui, list, &ScaleLabel::Kind, |ui| {
        let mut new = None;
        for (name, chosen, make) in kinds {
            if ui.selectable_label(chosen, name.text()).clicked() {
                new = Some((!chosen).then(make));
            }
        }
        new
    });
    new.flatten()
}

/// A rating that holds the scores there are, the same way round: 0 to 100 where they fit, else between the ends in use.
fn rating(session: &Session, criterion: &Criterion) -> Scale {
    let scale = &criterion.scale;
    let scores = session.document().alternatives.scores(criterion.id);
    let bounds: Vec<(f64, f64)> = scores.filter_map(|score| score.bounds(scale)).collect();
    let fits = bounds.iter().all(|(low, high)| (0.0..=100.0).contains(low) && (0.0..=100.0).contains(high));
    let all = || bounds.iter().flat_map(|&(low, high)| [low, high]);
    match scale.ends().or_else(|| scale.local_ends(all())) {
        _ if fits && scale.direction() == Direction::Max => Scale::default(),
        Some(Ends { worst, best }) if (worst - best).abs() > 0.0 => Scale::Rating { worst, best },
        _ => Scale::default(),
    }
}

fn first_levels() -> Vec<Level> {
    use ScaleLabel as S;
    [(S::Poor, 0.0), (S::Fair, 40.0), (S::Good, 75.0), (S::Excellent, 100.0)]
        .map(|(name, value)| Level { id: Id::slug(name.text()), name: name.to_string(), value })
        .into()
}

/// Worst and best of a scale that runs in `direction`. `Some(None)` when one of them was emptied: the scale is local then.
#[expect(clippy::option_option, reason = "a change, and the ends that it leads to")]
fn ends_ui(
    ui: &mut Ui,
    spot: Spot,
    ends: Option<Ends>,
    direction: Option<Direction>,
    hint: Option<&str>,
) -> Option<Option<Ends>> {
    let shown = |x: Option<f64>| x.map(notation::number).unwrap_or_default();
    let (worst, best) = (shown(ends.map(|ends| ends.worst)), shown(ends.map(|ends| ends.best)));
    let may_be_empty = hint.is_some();
    let mut new = None;
    ui.horizontal(|ui| {
        let width = ((ui.available_width() - 8.0) / 2.0 - 18.0).clamp(60.0, 130.0);
        for (name, text, is_worst) in [(ScaleLabel::Worst, &worst, true), (ScaleLabel::Best, &best, false)] {
            ui.vertical(|ui| {
                caption_ui(ui, name.text());
                let check = |text: &str| match text.trim() {
                    "" if may_be_empty => Ok(None),
                    text => with_end(ends, direction, committed_number(text)?, is_worst).map(Some),
                };
                let id = field_id(spot, if is_worst { "worst" } else { "best" });
                let field = Field::new(id, &name, text).width(width).hint(hint.unwrap_or(""));
                if let (_, Some(ends)) = field.show(ui, check) {
                    new = Some(ends);
                }
            });
        }
    });
    new
}

/// The ends with one of them replaced. The first end of a scale that was local brings the other along, a step away.
fn with_end(ends: Option<Ends>, direction: Option<Direction>, x: f64, is_worst: bool) -> Result<Ends, String> {
    let up = if direction == Some(Direction::Min) { -1.0 } else { 1.0 };
    let ends = match (ends, is_worst) {
        (Some(ends), true) => Ends { worst: x, ..ends },
        (Some(ends), false) => Ends { best: x, ..ends },
        (None, true) => Ends { worst: x, best: x + up },
        (None, false) => Ends { worst: x - up, best: x },
    };
    match direction {
        _ if (ends.worst - ends.best).abs() == 0.0 => Err(FaultLabel::WorstIsBest.to_string()),
        Some(Direction::Max) if ends.worst > ends.best => Err(FaultLabel::WorstAboveBest.to_string()),
        Some(Direction::Min) if ends.worst < ends.best => Err(FaultLabel::WorstBelowBest.to_string()),
        _ => Ok(ends),
    }
}

fn measure_ui(ui: &mut Ui, spot: Spot, measure: &Measure) -> Option<Measure> {
    let mut new = measure.clone();
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            caption_ui(ui, ScaleLabel::Unit.text());
            let field = Field::new(field_id(spot, "unit"), &ScaleLabel::Unit, &measure.unit).width(90.0);
            if let (_, Some(unit)) = field.show(ui, any) {
                new.unit = unit;
            }
        });
        ui.vertical(|ui| {
            caption_ui(ui, ScaleLabel::BetterIs.text());
            direction_ui(ui, spot, measure, &mut new);
        });
    });
    if !matches!(measure.value, ValueFunction::Piecewise(_)) {
        if let Some(ends) =
            ends_ui(ui, spot, measure.range, Some(measure.direction), Some(ScaleLabel::FromOptions.text()))
        {
            new.range = ends;
        }
        ui.label(theme::caption(ui.ctx(), ScaleLabel::EmptyOne.text()));
    }
    value_function_ui(ui, spot, measure, &mut new);
    (new != *measure).then_some(new)
}

/// The ends in the order that the direction asks for.
fn along(direction: Direction, ends: Ends) -> Ends {
    let (low, high) = (ends.worst.min(ends.best), ends.worst.max(ends.best));
    match direction {
        Direction::Max => Ends { worst: low, best: high },
        Direction::Min => Ends { worst: high, best: low },
        Direction::Target(_) => ends,
    }
}

fn direction_ui(ui: &mut Ui, spot: Spot, measure: &Measure, new: &mut Measure) {
    let target = match measure.direction {
        Direction::Target(target) => Some(target),
        Direction::Max | Direction::Min => None,
    };
    let middle = measure.range.map_or(0.0, |ends| ends.worst.midpoint(ends.best));
    let choices = [
        (ScaleLabel::More, Direction::Max),
        (ScaleLabel::Less, Direction::Min),
        (ScaleLabel::NearTarget, Direction::Target(target.unwrap_or(middle))),
    ];
    let shown = choices.iter().find(|choice| choice.1 == measure.direction).map_or("", |choice| choice.0.text());
    let list = egui::ComboBox::from_id_salt(field_id(spot, "direction")).selected_text(shown);
    let (chosen, _) = choose_ui(ui, list, &ScaleLabel::Direction, |ui| {
        let mut chosen = None;
        for (name, direction) in choices {
            if ui.selectable_label(direction == measure.direction, name.text()).clicked() {
                chosen = Some(direction);
            }
        }
        chosen
    });
    if let Some(direction) = chosen {
        new.direction = direction;
        new.range = measure.range.map(|ends| along(direction, ends));
    }
    if let Some(target) = target {
        let shown = notation::number(target);
        let field = Field::new(field_id(spot, "target"), &ScaleLabel::Target, &shown).width(90.0);
        if let (_, Some(target)) = field.show(ui, committed_number) {
            new.direction = Direction::Target(target);
        }
    }
}

fn value_function_ui(ui: &mut Ui, spot: Spot, measure: &Measure, new: &mut Measure) {
    caption_ui(ui, ScaleLabel::ValueFunction.text());
    let by_points = matches!(measure.value, ValueFunction::Piecewise(_));
    let curved = matches!(measure.value, ValueFunction::Exponential { .. });
    ui.horizontal(|ui| {
        if outlined_ui(ui, |ui| ui.radio(measure.value.is_linear(), ScaleLabel::Linear.text())).clicked() {
            new.value = ValueFunction::Linear;
        }
        if outlined_ui(ui, |ui| ui.radio(curved, ScaleLabel::Curved.text())).clicked() && !curved {
            new.value = ValueFunction::Exponential { rho: 0.5 };
        }
        if outlined_ui(ui, |ui| ui.radio(by_points, ScaleLabel::ByPoints.text())).clicked() && !by_points {
            let ends = measure.range.unwrap_or(Ends { worst: 0.0, best: 100.0 });
            let (low, high) = (ends.worst.min(ends.best), ends.worst.max(ends.best));
            let (from, to) = if ends.worst < ends.best { (0.0, 100.0) } else { (100.0, 0.0) };
            new.value = ValueFunction::Piecewise(vec![(low, from), (low.midpoint(high), 50.0), (high, to)]);
        }
    });
    if let ValueFunction::Exponential { rho } = measure.value {
        let check = |text: &str| match committed_number(text)? {
            0.0 => Err(FaultLabel::NoCurvature.to_string()),
            rho => Ok(rho),
        };
        let shown = notation::number(rho);
        let field = Field::new(field_id(spot, "curvature"), &ScaleLabel::Curvature, &shown).width(90.0);
        if let (_, Some(rho)) = field.show(ui, check) {
            new.value = ValueFunction::Exponential { rho };
        }
        ui.label(RichText::new(ScaleLabel::CurvatureNote.text()).small().weak());
    }
    let ValueFunction::Piecewise(points) = &measure.value else { return };
    let shown = notation::points(points);
    let check = |text: &str| {
        let points = notation::parse_points(text, true).map_err(|flaw| flaw.to_string())?;
        let candidate = Measure { value: ValueFunction::Piecewise(points.clone()), ..measure.clone() };
        Scale::Measure(candidate).fault().map_or(Ok(points), |fault| Err(fault.with_remedy().to_string()))
    };
    if let (_, Some(points)) = Field::new(field_id(spot, "points"), &ScaleLabel::Points, &shown).show(ui, check) {
        new.value = ValueFunction::Piecewise(points);
    }
    ui.label(RichText::new(ScaleLabel::PointsNote.text()).small().weak());
}

fn levels_ui(ui: &mut Ui, spot: Spot, levels: &[Level]) -> Option<Vec<Level>> {
    let mut new = levels.to_vec();
    let mut removed = None;
    caption_ui(ui, ScaleLabel::LevelsNote.text());
    for (i, level) in levels.iter().enumerate() {
        ui.horizontal(|ui| {
            let others = || levels.iter().map(|other| other.name.as_str());
            let name = ScaleMessage::Level { n: Nth(i + 1) };
            let field = Field::new(field_id(spot, &format!("level-{}", level.id)), &name, &level.name).width(130.0);
            if let (_, Some(text)) = field.show(ui, |text| super::name_check(&level.name, others(), text)) {
                new[i].name = text;
            }
            let value = notation::number(level.value);
            let label = ScaleMessage::ValueOf { level: level.name.clone() };
            let field = Field::new(field_id(spot, &format!("value-{}", level.id)), &label, &value).width(56.0);
            let check = |text: &str| {
                let x = committed_number(text)?;
                if (0.0..=100.0).contains(&x) { Ok(x) } else { Err(FaultLabel::LevelValue.to_string()) }
            };
            if let (_, Some(x)) = field.show(ui, check) {
                new[i].value = x;
            }
            let color = *theme::tokens(ui.ctx()).caption;
            let enabled = levels.len() > 1;
            let button = ui.add_enabled_ui(enabled, |ui| {
                icon_button(ui, Icon::Cross, color, &ScaleMessage::Remove { level: level.name.clone() })
            });
            if button.inner.clicked() {
                removed = Some(i);
            }
        });
    }
    if let Some(i) = removed {
        new.remove(i);
    }
    if ui.button(ScaleLabel::AddLevel.text()).clicked() {
        let taken = |id: Id| levels.iter().any(|level| level.id == id);
        let mut number = levels.len() + 1;
        let called = |number: usize| ScaleMessage::Level { n: Nth(number) }.to_string();
        while levels.iter().any(|level| level.name == called(number)) {
            number += 1;
        }
        let name = called(number);
        new.push(Level { id: Id::fresh(&name, taken), name, value: 100.0 });
    }
    (new != levels).then_some(new)
}
