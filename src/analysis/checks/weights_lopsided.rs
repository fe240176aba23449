//! `weights-lopsided`: one weight above 50 %, or below 2 %, or all equal because never set.

use super::{Check, Model, Severity, leaf_ids};
use crate::model::{Id, Place};
use crate::text::{Percent, Remark};

const HEAVY: f64 = 0.5;
const LIGHT: f64 = 0.02;

/// Half the weight is no sign of anything among fewer criteria.
const FEWEST: usize = 3;

pub(super) fn check(model: &Model) -> Vec<Check> {
    let weights = &model.problem().weights;
    if weights.len() < 2 {
        return Vec::new();
    }
    let note = |place, remark| Check::new("weights-lopsided", Severity::Note, place, remark);
    if never_set(model) {
        return vec![note(Place::Decision, Remark::WeightsNeverSet)];
    }
    let columns = || leaf_ids(model).into_iter().zip(&model.problem().criteria).zip(weights.iter().copied());
    let heavy = columns().filter(|&(_, weight)| weights.len() >= FEWEST && weight > HEAVY + 1e-12);
    let mut checks: Vec<Check> = heavy
        .map(|((id, criterion), weight)| {
            note(Place::Node(id), Remark::Heavy { criterion: criterion.name.clone(), weight: Percent(weight) })
        })
        .collect();
    let light: Vec<(Id, &str, f64)> = columns()
        .filter(|&(_, weight)| weight < LIGHT - 1e-12)
        .map(|((id, criterion), weight)| (id, criterion.name.as_str(), weight))
        .collect();
    match light.as_slice() {
        [] => {}
        &[(id, name, weight)] => {
            checks.push(note(Place::Node(id), Remark::Light { criterion: name.into(), weight: Percent(weight) }));
        }
        &[(_, first, _), .., (_, last, _)] => {
            let (first, last, limit) = (first.into(), last.into(), Percent(LIGHT));
            checks.push(note(Place::Decision, Remark::SeveralLight { count: light.len(), first, last, limit }));
        }
    }
    checks
}

/// True where all points are those that a new criterion gets, and nobody has chosen them as a viewpoint.
fn never_set(model: &Model) -> bool {
    let document = model.document();
    #[expect(clippy::float_cmp, reason = "points that nobody touched are exactly 1")]
    let untouched = document.weights.values().all(|&points| points == 1.0);
    untouched && document.viewpoint.is_none()
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use crate::analysis::fixture::rated;
    use crate::model::{Document, Id};

    fn with(points: &[f64]) -> Document {
        let names = ["A", "B", "C", "D", "E"];
        let criteria: Vec<(&str, f64)> = names.into_iter().zip(points.iter().copied()).collect();
        rated(&criteria, &[])
    }

    fn messages(document: Document) -> Vec<String> {
        said("weights-lopsided", document).into_iter().map(|check| check.message.to_string()).collect()
    }

    #[test]
    fn fires_for_the_heavy_the_light_and_the_untouched() {
        let heavy = messages(with(&[60.0, 20.0, 20.0]));
        assert_eq!(heavy, ["A has 60\u{202F}% of the weight, more than all others together."]);
        let light = messages(with(&[49.0, 50.0, 1.0]));
        assert_eq!(light, ["C has 1\u{202F}% of the weight, too little to be felt."]);
        let several = messages(with(&[49.0, 1.0, 49.0, 1.0]));
        assert!(several[0].starts_with("2 criteria, B to D, have less than 2\u{202F}%"));
        assert_eq!(messages(with(&[1.0, 1.0, 1.0])).len(), 1);
    }

    #[test]
    fn is_silent_for_chosen_weights() {
        assert!(messages(with(&[50.0, 48.0, 2.0])).is_empty());
        assert!(messages(with(&[30.0, 30.0, 40.0])).is_empty());
        assert!(messages(with(&[70.0, 30.0])).is_empty());
        let mut even = with(&[1.0, 1.0, 1.0]);
        even.viewpoint = Some(Id::slug("equal"));
        assert!(messages(even).is_empty());
    }
}
