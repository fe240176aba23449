//! Why one alternative is ahead of another, and what stands out about one.

use super::{Model, NARROW};
use crate::methods::weighted_sum::contributions;
use crate::model::Outline;

/// The way from the overall value of one alternative to that of another, in steps: a waterfall.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The overall value of the first less that of the second, -1 to 1; below 0 where the second is ahead.
    pub total: f64,
    /// For each criterion, the largest first; together they make the total.
    pub criteria: Vec<Step>,
    /// The same for each group of the value tree. A group holds what its criteria and the groups in it hold.
    pub groups: Vec<Step>,
}

/// What one node of the value tree adds to a difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Place of the node in the outline.
    pub at: usize,
    /// What it contributes to the overall value of the first, less what it contributes to that of the second.
    pub by: f64,
}

/// The difference of two alternatives; None where one has no overall value.
///
/// A contribution is weight times value. Where a score is missing the criterion contributes nothing and the others more,
/// as renormalising has it, so that the steps always sum to the difference of the overall values, up to rounding.
#[must_use]
pub fn difference(model: &Model, first: usize, second: usize) -> Option<Difference> {
    let total = model.values()[first] - model.values()[second];
    if total.is_nan() {
        return None;
    }
    let of = |row| contributions(&model.problem().values, model.weights(), row);
    let by: Vec<f64> = of(first).iter().zip(of(second)).map(|(ours, theirs)| ours - theirs).collect();
    let (criteria, groups) = steps(model.outline(), &by);
    Some(Difference { total, criteria, groups })
}

/// What stands out about an alternative against the mean of the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// Criteria that speak for it, the weightiest first.
    pub strengths: Vec<Step>,
    /// Criteria that speak against it, the weightiest first.
    pub weaknesses: Vec<Step>,
}

/// The profile of an alternative.
///
/// On each criterion its value is held against the mean value of all others that are scored there, and the difference is
/// multiplied with the criterion's weight. What makes two points of 100 or more of overall value ([`NARROW`]) is notable.
/// A criterion on which it is not scored, or nobody else is, says nothing.
#[must_use]
pub fn profile(model: &Model, alternative: usize) -> Profile {
    let problem = model.problem();
    let stand_out = |(column, weight): (&[f64], &f64)| {
        let (sum, count) = column
            .iter()
            .enumerate()
            .filter(|(row, value)| *row != alternative && !value.is_nan())
            .fold((0.0, 0.0), |(sum, count), (_, value)| (sum + value, count + 1.0));
        let by = weight * (column[alternative] - sum / count);
        if by.abs() >= NARROW { by } else { 0.0 }
    };
    let by: Vec<f64> = problem.values.iter().zip(&problem.weights).map(stand_out).collect();
    let notable = |sign: f64| {
        let mut steps = steps(model.outline(), &by).0;
        steps.retain(|step| step.by * sign > 0.0);
        steps
    };
    Profile { strengths: notable(1.0), weaknesses: notable(-1.0) }
}

/// A step for each criterion and for each group that has some, the largest first, given those of the columns.
fn steps(outline: &Outline, by: &[f64]) -> (Vec<Step>, Vec<Step>) {
    let bearing = outline.entries().iter().enumerate().filter(|(_, entry)| !entry.leaves.is_empty());
    // Without options there are no columns either.
    let sum = |at: usize| by.get(outline.entries()[at].leaves.clone()).map_or(0.0, |part| part.iter().sum());
    let mut steps: Vec<Step> = bearing.map(|(at, _)| Step { at, by: sum(at) }).collect();
    steps.sort_by(|a, b| b.by.abs().total_cmp(&a.by.abs()));
    steps.into_iter().partition(|step| outline.entries()[step.at].is_criterion)
}

#[cfg(test)]
mod tests {
    use super::super::Model;
    use super::super::fixture::rated;
    use super::{difference, profile};

    type Options<'a> = [(&'a str, &'a [f64])];
    const CRITERIA: [(&str, f64); 3] = [("P", 50.0), ("Q", 30.0), ("R", 20.0)];

    #[test]
    fn the_largest_step_comes_first_and_all_make_the_total() {
        let options: &Options = &[("A", &[80.0, 40.0, 50.0]), ("B", &[60.0, 90.0, 50.0])];
        let model = Model::new(rated(&CRITERIA, options));
        let found = difference(&model, 0, 1).unwrap();
        assert!((found.total + 0.05).abs() < 1e-12);
        let steps: Vec<(usize, f64)> = found.criteria.iter().map(|step| (step.at, step.by)).collect();
        let expected = [(1, -0.15), (0, 0.1), (2, 0.0)];
        for ((at, by), (expected_at, expected)) in steps.iter().zip(expected) {
            assert!(*at == expected_at && (by - expected).abs() < 1e-12, "{steps:?}");
        }
    }

    #[test]
    fn without_a_value_there_is_no_difference() {
        let options: &Options = &[("A", &[80.0, 40.0, 50.0]), ("B", &[f64::NAN, f64::NAN, f64::NAN])];
        let model = Model::new(rated(&CRITERIA, options));
        assert_eq!(difference(&model, 0, 1), None);
        // Nothing to compare with, either.
        assert_eq!(profile(&model, 0), super::Profile::default());
        assert_eq!(profile(&model, 1), super::Profile::default());
    }

    #[test]
    fn what_stands_out_is_weighed() {
        // Against the others' means 45, 70 and 50: 35 x 0.5, -30 x 0.3, 5 x 0.2.
        let options: &Options =
            &[("A", &[80.0, 40.0, 55.0]), ("B", &[60.0, 90.0, 50.0]), ("C", &[30.0, 50.0, f64::NAN])];
        let model = Model::new(rated(&CRITERIA, options));
        let found = profile(&model, 0);
        assert_eq!(found.strengths.iter().map(|step| step.at).collect::<Vec<_>>(), [0]);
        assert_eq!(found.weaknesses.iter().map(|step| step.at).collect::<Vec<_>>(), [1]);
        assert!((found.strengths[0].by - 0.175).abs() < 1e-12 && (found.weaknesses[0].by + 0.09).abs() < 1e-12);
    }
}
