//! `missing-scores`: an option's coverage is below 100 %; a warning below 70 %. A note where nothing is scored at all, for
//! then there is no result that could mislead.

use super::{Check, Model, Severity, abridge, same_for_options};
use crate::model::{Alternative, Place};
use crate::text::{Percent, Remark};

/// Below this share of the weight a score rests on too little.
const THIN: f64 = 0.7;

/// What rounding may leave of a full coverage.
const FULL: f64 = 1.0 - 1e-9;

pub(super) fn check(model: &Model) -> Vec<Check> {
    if model.problem().criteria.is_empty() {
        return Vec::new();
    }
    let alternatives = &model.document().alternatives;
    if !alternatives.is_empty() && (0..alternatives.len()).all(|row| model.coverage()[row] <= 0.0) {
        return vec![Check::new("missing-scores", Severity::Note, Place::Decision, Remark::NothingScored)];
    }
    let severity = |coverage: f64| if coverage < THIN { Severity::Warning } else { Severity::Note };
    let covered = alternatives.iter().enumerate().map(|(row, alternative)| (alternative, model.coverage()[row]));
    let mut found: Vec<_> = covered.filter(|&(_, coverage)| coverage < FULL).collect();
    found.sort_by_key(|&(_, coverage)| std::cmp::Reverse(severity(coverage)));
    let check = |(alternative, coverage): (&Alternative, f64)| {
        let option = alternative.name.clone();
        let remark = if coverage > 0.0 {
            Remark::PartlyScored { option, coverage: Percent(coverage) }
        } else {
            Remark::NotScored { option }
        };
        Check::new("missing-scores", severity(coverage), Place::Alternative(alternative.id), remark)
    };
    abridge(found, check, same_for_options)
}

#[cfg(test)]
mod tests {
    use super::super::Severity;
    use super::super::tests::said;
    use crate::analysis::fixture::rated;

    #[test]
    fn fires_below_full_coverage_and_warns_below_seventy_percent() {
        let criteria = [("A", 80.0), ("B", 20.0)];
        let options: [(&str, &[f64]); 4] =
            [("X", &[5.0, f64::NAN]), ("Y", &[f64::NAN, 5.0]), ("Z", &[5.0, 5.0]), ("N", &[f64::NAN, f64::NAN])];
        let checks = said("missing-scores", rated(&criteria, &options));
        let found: Vec<_> = checks.iter().map(|check| (check.severity, check.message.to_string())).collect();
        for ((found, message), (severity, name)) in
            found.iter().zip([(Severity::Warning, "Y "), (Severity::Warning, "N "), (Severity::Note, "X ")])
        {
            assert!(*found == severity && message.starts_with(name), "{message}");
        }
        assert!(checks[2].message.to_string().contains("80\u{202F}%"));
    }

    #[test]
    fn says_it_once_where_nothing_is_scored() {
        let none = [f64::NAN, f64::NAN];
        let checks = said("missing-scores", rated(&[("A", 80.0), ("B", 20.0)], &[("X", &none), ("Y", &none)]));
        assert_eq!(checks.iter().map(|check| check.severity).collect::<Vec<_>>(), [Severity::Note]);
    }

    #[test]
    fn a_gap_that_weighs_nothing_is_no_gap() {
        let criteria = [("A", 100.0), ("B", 0.0)];
        assert_eq!(said("missing-scores", rated(&criteria, &[("X", &[5.0, f64::NAN])])), []);
    }
}
