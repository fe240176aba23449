//! `mixed-magnitudes`: scores of one criterion differ by more than a thousandfold.

use super::{Check, Model, Severity};
use crate::model::{Place, Scale};
use crate::text::Remark;

const FOLD: f64 = 1000.0;

pub(super) fn check(model: &Model) -> Vec<Check> {
    let leaves = model.document().leaves().into_iter().zip(model.problem().scores.iter());
    let measured = leaves.filter(|(leaf, _)| matches!(leaf.scale, Scale::Measure(_)));
    let checks = measured.filter_map(|(leaf, column)| {
        let sizes = || column.iter().map(|x| x.abs()).filter(|&x| x > 0.0);
        let (least, most) = (sizes().fold(f64::INFINITY, f64::min), sizes().fold(0.0, f64::max));
        (most / least > FOLD).then(|| {
            let remark = Remark::MixedMagnitudes { criterion: leaf.name.clone(), least, most };
            Check::new("mixed-magnitudes", Severity::Note, Place::Node(leaf.id), remark)
        })
    });
    checks.collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use crate::analysis::fixture::{rated, with_scale};
    use crate::model::{Document, Measure, Scale};

    fn measured(low: f64, high: f64) -> Document {
        let document = rated(&[("Range", 1.0)], &[("A", &[low]), ("B", &[high]), ("C", &[0.0])]);
        with_scale(document, "Range", &Scale::Measure(Measure::default()))
    }

    #[test]
    fn fires_above_a_thousandfold() {
        let checks = said("mixed-magnitudes", measured(1.5, 1600.0));
        assert_eq!(checks.len(), 1);
        assert_eq!(checks[0].message, "The scores on Range reach from 1.5 to 1600.");
    }

    #[test]
    fn is_silent_below() {
        assert!(said("mixed-magnitudes", measured(1.5, 1500.0)).is_empty());
    }
}
