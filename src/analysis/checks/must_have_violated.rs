//! `must-have-violated`: the leader fails a must-have limit.

use super::{Check, Model, Severity};
use crate::model::{Criterion, MustHave, Place};
use crate::text::{Common, Remark};

pub(super) fn check(model: &Model) -> Vec<Check> {
    let document = model.document();
    let mut checks = Vec::new();
    let limited: Vec<&Criterion> = document.leaves().into_iter().filter(|leaf| leaf.must_have.is_some()).collect();
    for row in model.winners() {
        let winner = &document.alternatives[row];
        for &leaf in &limited {
            let score = document.alternatives.score(row, leaf.id);
            let (Some(limit), Some(score)) = (leaf.must_have, score) else { continue };
            if limit.is_met(score, &leaf.scale) == Some(false) {
                let place = Place::Cell(winner.id, leaf.id);
                let remark = fails(winner.name.clone(), leaf, limit);
                checks.push(Check::new("must-have-violated", Severity::Error, place, remark));
            }
        }
    }
    checks
}

fn fails(option: String, leaf: &Criterion, limit: MustHave) -> Remark {
    let criterion = leaf.name.clone();
    let quantity = |x| Common::quantity(x, leaf.scale.unit());
    match limit {
        MustHave::AtLeast(x) => Remark::FailsAtLeast { option, criterion, limit: quantity(x) },
        MustHave::AtMost(x) => Remark::FailsAtMost { option, criterion, limit: quantity(x) },
        MustHave::Level(id) => {
            let level = leaf.scale.level(id).map_or_else(|| id.to_string(), |level| level.name);
            Remark::FailsLevel { option, criterion, level }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use super::super::{Check, Severity};
    use crate::analysis::fixture::rated;
    use crate::model::{MustHave, Node};

    fn with_limit(limit: MustHave) -> Vec<Check> {
        let mut document = rated(&[("Safety", 30.0), ("Comfort", 70.0)], &[("A", &[40.0, 90.0]), ("B", &[30.0, 10.0])]);
        let Node::Criterion(safety) = &mut document.criteria[0] else { panic!("a criterion") };
        safety.must_have = Some(limit);
        said("must-have-violated", document)
    }

    #[test]
    fn fires_where_the_leader_fails() {
        let checks = with_limit(MustHave::AtLeast(50.0));
        assert_eq!(checks.len(), 1);
        assert_eq!(checks[0].severity, Severity::Error);
        assert_eq!(checks[0].message, "A comes first, but fails a limit: Safety must be at least 50.");
        assert_eq!(with_limit(MustHave::AtMost(39.0)).len(), 1);
    }

    #[test]
    fn is_silent_where_only_others_fail() {
        assert!(with_limit(MustHave::AtLeast(35.0)).is_empty());
        assert!(with_limit(MustHave::AtLeast(40.0)).is_empty());
    }
}
