//! `constant-criterion`: worst equals best. An error on a fixed scale, a note on a local one.

use super::{Check, Model, Severity, extent};
use crate::model::{Criterion, Measure, Place, Scale, ValueFunction};
use crate::text::Remark;

pub(super) fn check(model: &Model) -> Vec<Check> {
    let leaves = model.document().leaves();
    let columns = leaves.into_iter().zip(&model.problem().criteria).zip(model.problem().scores.iter());
    let checks = columns.filter_map(|((criterion, column), scores)| {
        if column.has_fixed_ends {
            return is_flat(criterion).then(|| {
                let remark = Remark::ScaleIsFlat { criterion: criterion.name.clone() };
                Check::new("constant-criterion", Severity::Error, Place::Node(criterion.id), remark)
            });
        }
        let ends = column.ends?;
        // A single option always spans its own scale.
        let (_, _, scored) = extent(scores);
        (scored > 1 && (ends.best - ends.worst).abs() == 0.0).then(|| {
            let remark = Remark::AllScoreTheSame { score: ends.best, criterion: criterion.name.clone() };
            Check::new("constant-criterion", Severity::Note, Place::Node(criterion.id), remark)
        })
    });
    checks.collect()
}

/// True where the value does not depend on the score.
fn is_flat(criterion: &Criterion) -> bool {
    let values: Vec<f64> = match &criterion.scale {
        Scale::Rating { worst, best } => vec![*worst, *best],
        Scale::Levels(levels) => levels.iter().map(|level| level.value).collect(),
        Scale::YesNo { .. } => return false,
        Scale::Measure(Measure { value: ValueFunction::Piecewise(points), .. }) => {
            points.iter().map(|(_, value)| *value).collect()
        }
        Scale::Measure(measure) => measure.range.map_or(Vec::new(), |ends| vec![ends.worst, ends.best]),
    };
    let (low, high, count) = extent(&values);
    count > 0 && (high - low).abs() == 0.0
}

#[cfg(test)]
mod tests {
    use super::super::Severity;
    use super::super::tests::said;
    use crate::analysis::fixture::{rated, with_scale};
    use crate::model::{Document, Measure, Scale, ValueFunction};

    fn with(scale: &Scale, scores: [f64; 2]) -> Document {
        let (x, y) = ([scores[0], 10.0], [scores[1], 90.0]);
        with_scale(rated(&[("A", 50.0), ("B", 50.0)], &[("X", &x), ("Y", &y)]), "A", scale)
    }

    #[test]
    fn a_flat_fixed_scale_is_an_error() {
        let flat = ValueFunction::Piecewise(vec![(0.0, 40.0), (10.0, 40.0)]);
        for scale in
            [Scale::Rating { worst: 7.0, best: 7.0 }, Scale::Measure(Measure { value: flat, ..Measure::default() })]
        {
            let checks = said("constant-criterion", with(&scale, [1.0, 2.0]));
            assert_eq!((checks.len(), checks[0].severity), (1, Severity::Error));
        }
    }

    #[test]
    fn a_flat_local_scale_is_a_note() {
        let checks = said("constant-criterion", with(&Scale::Measure(Measure::default()), [3.0, 3.0]));
        assert_eq!((checks.len(), checks[0].severity), (1, Severity::Note));
    }

    #[test]
    fn a_scale_with_some_width_is_none() {
        assert_eq!(said("constant-criterion", with(&Scale::Measure(Measure::default()), [3.0, 4.0])), []);
        assert_eq!(said("constant-criterion", with(&Scale::default(), [3.0, 3.0])), []);
    }
}
