//! `weights-before-ranges`: a weight was set while the criterion's worst and best were not.

use super::{Check, Model, Severity};
use crate::model::Place;
use crate::text::{Percent, Remark};

pub(super) fn check(model: &Model) -> Vec<Check> {
    let weights = &model.problem().weights;
    let leaves = model.document().leaves().into_iter().zip(weights);
    let checks = leaves.filter(|(leaf, _)| model.document().weighed.get(&leaf.id) == Some(&None));
    let checks = checks.map(|(leaf, &weight)| {
        let remark = Remark::WeightBeforeRange { criterion: leaf.name.clone(), weight: Percent(weight) };
        Check::new("weights-before-ranges", Severity::Warning, Place::Node(leaf.id), remark)
    });
    checks.collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use crate::analysis::fixture::rated;
    use crate::model::{Ends, Id};

    #[test]
    fn fires_where_a_weight_came_first() {
        let mut document = rated(&[("A", 30.0), ("B", 70.0)], &[("X", &[1.0, 2.0])]);
        document.weighed.insert(Id::slug("A"), None);
        document.weighed.insert(Id::slug("B"), Some(Ends { worst: 0.0, best: 100.0 }));
        let checks = said("weights-before-ranges", document);
        assert_eq!(checks.len(), 1);
        assert_eq!(checks[0].message, "A was given its weight before it had a worst and a best.");
        assert_eq!(checks[0].remedy, "Ask again: 30\u{202F}% of what swing? Then set the weight anew.");
    }

    #[test]
    fn is_silent_where_nobody_has_set_a_weight() {
        assert!(said("weights-before-ranges", rated(&[("A", 1.0)], &[("X", &[1.0])])).is_empty());
    }
}
