//! `never-best`: no weights put the option first.
//!
//! Silent where another option dominates it, which says more, and where missing scores leave it open.

use super::{Check, Severity, Subject, abridge, can_compare_all, same_for_options};
use crate::analysis::dominance::undominated_in_slices;
use crate::analysis::flips::never_best_of;
use crate::model::Place;
use crate::text::Remark;

pub(super) async fn check(&Subject { model, pace, .. }: &Subject<'_>) -> Vec<Check> {
    let problem = model.problem();
    if !can_compare_all(model) || problem.values.has_gaps() {
        return Vec::new();
    }
    let undominated = undominated_in_slices(&problem.values, &pace.part(0, 1, 8)).await;
    let never = never_best_of(&undominated, &problem.values, model.outline(), &pace.part(1, 8, 8)).await;
    let check = |row: usize| {
        let place = Place::Alternative(model.document().alternatives[row].id);
        let remark = Remark::NeverBest { option: problem.alternatives[row].clone() };
        Check::new("never-best", Severity::Note, place, remark)
    };
    abridge(never, check, same_for_options)
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use crate::analysis::fixture::rated;

    #[test]
    fn fires_for_an_option_below_the_line_between_two_others() {
        let options: [(&str, &[f64]); 3] = [("A", &[90.0, 10.0]), ("B", &[10.0, 90.0]), ("C", &[40.0, 40.0])];
        let checks = said("never-best", rated(&[("P", 50.0), ("Q", 50.0)], &options));
        assert_eq!(checks.len(), 1);
        assert_eq!(checks[0].message, "No weights put C first: it is always between others.");
    }

    #[test]
    fn is_silent_above_the_line_where_dominated_and_where_scores_are_missing() {
        for c in [&[60.0, 60.0][..], &[50.0, 50.0], &[5.0, 5.0], &[40.0, f64::NAN]] {
            let options: [(&str, &[f64]); 3] = [("A", &[90.0, 10.0]), ("B", &[10.0, 90.0]), ("C", c)];
            assert!(said("never-best", rated(&[("P", 50.0), ("Q", 50.0)], &options)).is_empty(), "{c:?}");
        }
    }
}
