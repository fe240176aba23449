//! `must-have-violated`: the leader fails a must-have limit.

use super::{Check, Model, Severity};
use crate::analysis::figures::number;
use crate::model::{Criterion, MustHave, Place};

pub(super) fn check(model: &Model) -> Vec<Check> {
    let document = model.document();
    let mut checks = Vec::new();
    for row in model.winners() {
        let winner = &document.alternatives[row];
        for leaf in document.leaves() {
            let score = document.alternatives.score(row, leaf.id);
            let (Some(limit), Some(score)) = (leaf.must_have, score) else { continue };
            if limit.is_met(score, &leaf.scale) == Some(false) {
                checks.push(Check {
                    id: "must-have-violated",
                    severity: Severity::Error,
                    place: Place::Cell(winner.id, leaf.id),
                    message: format!(
                        "{} comes first, but fails a limit: {} must be {}.",
                        winner.name,
                        leaf.name,
                        words(limit, leaf)
                    ),
                    remedy: "Take it out of the contest, or ask whether the limit is one.".into(),
                });
            }
        }
    }
    checks
}

fn words(limit: MustHave, criterion: &Criterion) -> String {
    let unit = criterion.scale.unit();
    let quantity = |x| format!("{}{}{unit}", number(x), if unit.is_empty() { "" } else { " " });
    match limit {
        MustHave::AtLeast(x) => format!("at least {}", quantity(x)),
        MustHave::AtMost(x) => format!("at most {}", quantity(x)),
        MustHave::Level(id) => {
            format!("{} or better", criterion.scale.level(id).map_or_else(|| id.to_string(), |level| level.name))
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
