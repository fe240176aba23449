//! `false-precision`: a judgement is given with more digits than its scale can bear.
//!
//! A direct rating is somebody's judgement, and nobody tells a thousand steps of a scale apart. Measured quantities carry
//! the digits of their measurement and are left alone.

use super::{Check, Model, Severity};
use crate::model::{Place, Scale};
use crate::text::Remark;

/// The finest step that a rating can be meant to, as a share of the scale.
const FINEST: f64 = 1e-3;

pub(super) fn check(model: &Model) -> Vec<Check> {
    let leaves = model.document().leaves().into_iter().zip(model.problem().scores.iter());
    let checks = leaves.filter_map(|(leaf, column)| {
        let Scale::Rating { worst, best } = leaf.scale else { return None };
        let fine = column.iter().filter(|&&x| is_finer((x - worst) / ((best - worst) * FINEST))).count();
        (fine > 0).then(|| {
            let remark = Remark::FalsePrecision { count: fine, criterion: leaf.name.clone() };
            Check::new("false-precision", Severity::Note, Place::Node(leaf.id), remark)
        })
    });
    checks.collect()
}

/// True where a number of steps is not a whole one, by more than rounding.
fn is_finer(steps: f64) -> bool {
    !steps.is_nan() && (steps - steps.round()).abs() > 1e-6
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use crate::analysis::fixture::{rated, with_scale};
    use crate::model::{Measure, Scale};

    #[test]
    fn fires_on_ratings_with_needless_digits() {
        let checks = said("false-precision", rated(&[("Looks", 1.0)], &[("A", &[72.35]), ("B", &[70.0])]));
        assert_eq!(checks.len(), 1);
        assert_eq!(checks[0].message, "1 score is given on Looks in steps finer than a thousandth of the scale.");
    }

    #[test]
    fn is_silent_on_rounded_ratings_and_on_measurements() {
        let document = rated(&[("Looks", 1.0)], &[("A", &[72.3]), ("B", &[f64::NAN])]);
        assert!(said("false-precision", document).is_empty());
        let document = rated(&[("Price", 1.0)], &[("A", &[72.3512])]);
        let document = with_scale(document, "Price", &Scale::Measure(Measure::default()));
        assert!(said("false-precision", document).is_empty());
    }
}
