//! `levels-never-set`: named levels at equal steps that nobody confirmed.
//!
//! To confirm them is to dismiss the remark.

use super::{Check, Model, Severity};
use crate::model::{Place, Scale};
use crate::text::Remark;

/// Between two levels any step is an equal one.
const FEWEST: usize = 3;

pub(super) fn check(model: &Model) -> Vec<Check> {
    let checks = model.document().leaves().into_iter().filter_map(|leaf| {
        let Scale::Levels(levels) = &leaf.scale else { return None };
        let mut values: Vec<f64> = levels.iter().map(|level| level.value).collect();
        values.sort_by(f64::total_cmp);
        let steps: Vec<f64> = values.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let step = *steps.first()?;
        // Thirds of a hundred are equal steps too, whatever their last digit.
        let even = levels.len() >= FEWEST && steps.iter().all(|other| (other - step).abs() <= 1.0);
        even.then(|| {
            let remark = Remark::LevelsAtEqualSteps { count: levels.len(), criterion: leaf.name.clone(), step };
            Check::new("levels-never-set", Severity::Note, Place::Node(leaf.id), remark)
        })
    });
    checks.collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use crate::analysis::fixture::{rated, with_scale};
    use crate::model::{Document, Id, Level, Scale};

    fn levels(values: &[f64]) -> Document {
        let level = |(i, &value): (usize, &f64)| {
            let name = format!("level {i}");
            Level { id: Id::slug(&name), name, value }
        };
        let scale = Scale::Levels(values.iter().enumerate().map(level).collect());
        with_scale(rated(&[("Looks", 1.0)], &[]), "Looks", &scale)
    }

    #[test]
    fn fires_on_equal_steps() {
        let checks = said("levels-never-set", levels(&[0.0, 50.0, 100.0]));
        assert_eq!(checks.len(), 1);
        assert_eq!(checks[0].message, "The 3 levels of Looks lie 50 points apart, each from the next.");
        assert_eq!(said("levels-never-set", levels(&[0.0, 33.0, 67.0, 100.0])).len(), 1);
    }

    #[test]
    fn is_silent_where_steps_differ_or_there_is_one() {
        assert!(said("levels-never-set", levels(&[0.0, 70.0, 100.0])).is_empty());
        assert!(said("levels-never-set", levels(&[0.0, 100.0])).is_empty());
    }
}
