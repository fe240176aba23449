//! `separates-nothing`: all options within 5 % of the scale on a criterion that has more than 5 % of the weight.

use super::{Check, Model, Severity, extent, leaf_ids};
use crate::model::Place;
use crate::text::{Percent, Points, Remark};

/// As a share of the scale.
const CLOSE: f64 = 0.05;

/// As a share of the weight.
const WORTH_IT: f64 = 0.05;

pub(super) fn check(model: &Model) -> Vec<Check> {
    let problem = model.problem();
    let columns = leaf_ids(model).into_iter().zip(&problem.criteria).zip(&problem.weights).zip(problem.values.iter());
    let checks = columns.filter_map(|(((id, criterion), &weight), column)| {
        let (low, high, scored) = extent(column);
        let spread = high - low;
        // Differences of decimal fractions carry rounding; 5 % is within 5 %.
        let separates = scored < 2 || spread > CLOSE + 1e-12 || weight <= WORTH_IT;
        (!separates).then(|| {
            let (criterion, weight) = (criterion.name.clone(), Percent(weight));
            let remark = if spread > 0.0 {
                Remark::SeparatesLittle { criterion, weight, points: Points(spread) }
            } else {
                Remark::SeparatesNothing { criterion, weight }
            };
            Check::new("separates-nothing", Severity::Note, Place::Node(id), remark)
        })
    });
    checks.collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use crate::analysis::fixture::rated;

    #[test]
    fn fires_when_a_weighty_criterion_is_level() {
        let options: [(&str, &[f64]); 2] = [("X", &[50.0, 10.0]), ("Y", &[55.0, 90.0])];
        let checks = said("separates-nothing", rated(&[("A", 30.0), ("B", 70.0)], &options));
        assert_eq!(checks.len(), 1);
        assert_eq!(
            checks[0].message,
            "A has 30\u{202F}% of the weight, but all options lie within 5 of 100 points on it."
        );
    }

    #[test]
    fn is_silent_when_it_weighs_little_or_options_differ() {
        let options: [(&str, &[f64]); 2] = [("X", &[50.0, 10.0]), ("Y", &[55.0, 90.0])];
        assert_eq!(said("separates-nothing", rated(&[("A", 5.0), ("B", 95.0)], &options)), []);
        let options: [(&str, &[f64]); 2] = [("X", &[50.0, 10.0]), ("Y", &[56.0, 90.0])];
        assert_eq!(said("separates-nothing", rated(&[("A", 30.0), ("B", 70.0)], &options)), []);
        assert_eq!(said("separates-nothing", rated(&[("A", 30.0), ("B", 70.0)], &options[..1])), []);
    }
}
