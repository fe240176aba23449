//! `range-changed-after-weighting`: worst or best changed since the weights were set.

use super::{Check, Model, Severity};
use crate::model::Place;
use crate::text::Remark;

pub(super) fn check(model: &Model) -> Vec<Check> {
    let leaves = model.document().leaves().into_iter().zip(&model.problem().criteria);
    let checks = leaves.filter_map(|(leaf, criterion)| {
        let then = (*model.document().weighed.get(&leaf.id)?)?;
        let now = criterion.ends.filter(|&now| now != then)?;
        let remark = Remark::RangeChanged {
            criterion: leaf.name.clone(),
            worst_then: then.worst,
            best_then: then.best,
            worst: now.worst,
            best: now.best,
        };
        Some(Check::new("range-changed-after-weighting", Severity::Warning, Place::Node(leaf.id), remark))
    });
    checks.collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use crate::analysis::fixture::rated;
    use crate::model::{Document, Ends, Id};

    fn weighed_at(best: f64) -> Document {
        let mut document = rated(&[("A", 30.0), ("B", 70.0)], &[("X", &[1.0, 2.0])]);
        document.weighed.insert(Id::slug("A"), Some(Ends { worst: 0.0, best }));
        document
    }

    #[test]
    fn fires_where_an_end_has_moved() {
        let checks = said("range-changed-after-weighting", weighed_at(50.0));
        assert_eq!(checks.len(), 1);
        assert_eq!(checks[0].message, "A ran from 0 to 50 when its weight was set, and runs from 0 to 100 now.");
    }

    #[test]
    fn is_silent_where_the_scale_is_the_same() {
        assert!(said("range-changed-after-weighting", weighed_at(100.0)).is_empty());
    }
}
