//! `no-clear-winner`: the lead is below 2 % of the scale, or one step of one score changes the winner, or a shift of less
//! than three points of weight does.
//!
//! A step is the least difference that a judgement can mean: on a scale with levels the way to the next level, on any
//! other one 5 % of the scale, the same that `separates-nothing` takes for no difference. Ends of a local scale are taken
//! to stay where they are.

use super::super::crossover::Nearest;
use super::super::explain::figures;
use super::super::{Lead, NARROW};
use super::{Check, Model, Severity};
use crate::methods::TIE;
use crate::model::{Criterion, Place, Scale};
use crate::text::{List, Points, Remark, Value};

/// As a share of a scale of numbers.
const STEP: f64 = 0.05;

/// As a share of the weight.
const SHIFT: f64 = 0.03;

pub(super) fn check(model: &Model, nearest: &Nearest) -> Option<Check> {
    let lead = model.lead()?;
    let name = |row: usize| model.problem().alternatives[row].clone();
    let (first, second) = (name(lead.first), name(lead.second));
    let mut seen = Vec::new();
    if lead.by <= 0.0 {
        seen.push(Remark::SeenTie { first, second, value: Value(model.values()[lead.first]) });
    } else {
        if lead.by < NARROW {
            seen.push(Remark::SeenNarrow { first, second, by: Points(lead.by) });
        }
        seen.extend(step(model, lead));
        seen.extend(shift(model, nearest));
    }
    (!seen.is_empty()).then(|| {
        let remark = Remark::NoClearWinner { seen: List::sentences(seen) };
        Check::new("no-clear-winner", Severity::Warning, Place::Decision, remark)
    })
}

/// The single score, one step better for a rival or worse for the leader, that would put the rival first.
fn step(model: &Model, lead: Lead) -> Option<Remark> {
    let problem = model.problem();
    let steps: Vec<Vec<f64>> = model.document().leaves().into_iter().map(level_values).collect();
    let widest = steps.iter().map(|levels| widest_step(levels)).fold(0.0, f64::max);
    for rival in model.ranked().skip(1) {
        let gap = model.values()[lead.first] - model.values()[rival];
        // No weight is more than 1, so no step does more than the widest one.
        if gap > widest {
            break;
        }
        for (criterion, ((levels, column), weight)) in
            steps.iter().zip(problem.values.iter()).zip(&problem.weights).enumerate()
        {
            let changes = [(rival, up(levels, column[rival])), (lead.first, down(levels, column[lead.first]))];
            for (row, change) in changes {
                if weight * change / model.coverage()[row] > gap + TIE {
                    let option = problem.alternatives[row].clone();
                    let criterion = problem.criteria[criterion].name.clone();
                    let winner = problem.alternatives[rival].clone();
                    return Some(if row == rival {
                        Remark::SeenStepBetter { option, criterion, winner }
                    } else {
                        Remark::SeenStepWorse { option, criterion, winner }
                    });
                }
            }
        }
    }
    None
}

/// The values, 0 to 1, that scores on a criterion can have, rising; empty where they can have any.
fn level_values(criterion: &Criterion) -> Vec<f64> {
    let scale: &Scale = &criterion.scale;
    let mut values: Vec<f64> = scale.levels().iter().map(|level| level.value / 100.0).collect();
    values.sort_by(f64::total_cmp);
    values
}

fn widest_step(levels: &[f64]) -> f64 {
    levels.windows(2).map(|pair| pair[1] - pair[0]).fold(if levels.is_empty() { STEP } else { 0.0 }, f64::max)
}

/// What one step upwards from `value` adds; 0 from the top, and where nothing is scored.
fn up(levels: &[f64], value: f64) -> f64 {
    let next = if levels.is_empty() {
        Some((value + STEP).min(1.0))
    } else {
        levels.iter().copied().find(|&x| x > value + TIE)
    };
    next.map_or(0.0, |next| (next - value).max(0.0))
}

/// What one step downwards from `value` takes.
fn down(levels: &[f64], value: f64) -> f64 {
    let next = if levels.is_empty() {
        Some((value - STEP).max(0.0))
    } else {
        levels.iter().copied().rfind(|&x| x < value - TIE)
    };
    next.map_or(0.0, |next| (value - next).max(0.0))
}

/// The small shift of a weight that changes the winner.
fn shift(model: &Model, nearest: &Nearest) -> Option<Remark> {
    let Nearest::Turn(turn) = nearest else { return None };
    let criterion = model.outline().entries()[turn.at].leaves.start;
    ((turn.crossover.weight - turn.now).abs() < SHIFT).then(|| {
        let (figure, now) = figures(turn);
        Remark::SeenShift { criterion: model.problem().criteria[criterion].name.clone(), figure, now }
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use crate::analysis::fixture::{rated, with_scale};
    use crate::model::{Cell, Document, Id, Level, Scale, Score};

    fn message(document: Document) -> Option<String> {
        said("no-clear-winner", document).pop().map(|check| check.message.to_string())
    }

    fn two(weights: [f64; 2], a: [f64; 2], b: [f64; 2]) -> Document {
        rated(&[("P", weights[0]), ("Q", weights[1])], &[("A", &a), ("B", &b)])
    }

    #[test]
    fn a_narrow_lead_and_a_tie_are_said() {
        let narrow = message(two([50.0, 50.0], [60.0, 60.0], [59.0, 59.0])).unwrap();
        assert!(narrow.starts_with("A leads B by 1 of 100 points. "), "{narrow}");
        assert_eq!(message(two([50.0, 50.0], [60.0, 40.0], [40.0, 60.0])).unwrap(), "A and B tie at 50.");
    }

    #[test]
    fn one_step_of_one_score_is_said() {
        // Behind by three points, of which a step of five points on P gives four.
        let found = message(two([80.0, 20.0], [60.0, 60.0], [57.0, 57.0])).unwrap();
        assert_eq!(found, "One step better for B on P puts B first.");
        assert_eq!(message(two([50.0, 50.0], [60.0, 60.0], [57.0, 57.0])), None);
    }

    #[test]
    fn a_step_between_levels_may_be_wide() {
        let levels = ["Poor", "Fair", "Good"];
        let scale = levels.iter().zip([0.0, 40.0, 100.0]);
        let scale = Scale::Levels(
            scale.map(|(name, value)| Level { id: Id::slug(name), name: (*name).into(), value }).collect(),
        );
        let mut document = two([50.0, 50.0], [f64::NAN, 60.0], [f64::NAN, 30.0]);
        for row in 0..document.alternatives.len() {
            document.alternatives.set(row, Id::slug("P"), Cell::of(Score::Level(Id::slug("Fair"))));
        }
        let found = message(with_scale(document, "P", &scale)).unwrap();
        assert_eq!(found, "One step better for B on P puts B first.");
    }

    #[test]
    fn a_small_shift_of_weight_is_said() {
        // A - B = 100 - 200 t + 4 t for the weight t of P, which is 49 %.
        let found = message(two([49.0, 51.0], [0.0, 100.0], [96.0, 0.0])).unwrap();
        assert!(found.starts_with("A weight of 52\u{202F}% on P (now 49\u{202F}%)"), "{found}");
        assert_eq!(message(two([30.0, 70.0], [0.0, 100.0], [96.0, 0.0])), None);
    }

    #[test]
    fn a_single_option_has_no_rival() {
        assert_eq!(message(rated(&[("P", 1.0), ("Q", 2.0)], &[("A", &[1.0, 1.0])])), None);
    }
}
