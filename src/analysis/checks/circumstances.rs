//! What is known beside the model: `tuned-weights`, `too-few-samples`, `cost-counted-twice`, `ratio-needs-positive`.

use super::{Check, Circumstances, Model, Severity, Subject, leaf_ids};
use crate::methods::{MethodError, evaluate_in_slices};
use crate::model::Place;
use crate::text::{Percent, Remark};

/// More weights set by hand than this, while looking at the result, are no elicitation any more.
const EDITS: usize = 10;

/// Of a rank acceptability: beyond it not even the second digit of a percentage stands.
const STANDARD_ERROR: f64 = 0.01;

/// `tuned-weights`: more than ten weight edits after results were shown.
pub(super) fn tuned_weights(circumstances: &Circumstances) -> Option<Check> {
    (circumstances.weight_edits > EDITS).then(|| {
        let remark = Remark::TunedWeights { count: circumstances.weight_edits };
        Check::new("tuned-weights", Severity::Note, Place::Decision, remark)
    })
}

/// `too-few-samples`: the standard error of an acceptability is above 0.01.
pub(super) fn too_few_samples(circumstances: &Circumstances) -> Option<Check> {
    let error = circumstances.standard_error.filter(|&error| error > STANDARD_ERROR)?;
    let remark = Remark::TooFewSamples { error: Percent(error) };
    Some(Check::new("too-few-samples", Severity::Note, Place::Decision, remark))
}

/// `cost-counted-twice`: a criterion that weighs is an axis of the frontier too.
pub(super) fn cost_counted_twice(model: &Model, circumstances: &Circumstances) -> Vec<Check> {
    let columns = leaf_ids(model).into_iter().zip(&model.problem().criteria).zip(&model.problem().weights);
    let counted = columns.filter(|((id, _), weight)| **weight > 0.0 && circumstances.cost_axis == Some(*id));
    let checks = counted.map(|((id, criterion), &weight)| {
        let remark = Remark::CostCountedTwice { criterion: criterion.name.clone(), weight: Percent(weight) };
        Check::new("cost-counted-twice", Severity::Warning, Place::Node(id), remark)
    });
    checks.collect()
}

/// `ratio-needs-positive`: a ratio method or normalisation on zero or negative data.
pub(super) async fn ratio_needs_positive(&Subject { model, circumstances, pace, .. }: &Subject<'_>) -> Vec<Check> {
    let evaluated = evaluate_in_slices(model.problem(), &circumstances.settings, pace).await;
    evaluated.err().and_then(|error| no_ratio(model, error)).into_iter().collect()
}

fn no_ratio(model: &Model, error: MethodError) -> Option<Check> {
    let (criterion, remark) = match error {
        MethodError::RatioNeedsPositive { criterion, normalization, number } => {
            (criterion.clone(), Remark::RatioNormalization { criterion, normalization: normalization.id(), number })
        }
        MethodError::NeedsPositive { method, criterion, number } => {
            (criterion.clone(), Remark::RatioMethod { criterion, method, number })
        }
        _ => return None,
    };
    let at = model.problem().criteria.iter().position(|other| other.name == criterion)?;
    Some(Check::new("ratio-needs-positive", Severity::Error, Place::Node(leaf_ids(model)[at]), remark))
}

#[cfg(test)]
mod tests {
    use super::super::tests::said_of;
    use super::super::{Circumstances, Severity};
    use crate::analysis::fixture::rated;
    use crate::methods::{Settings, weighted_product};
    use crate::model::{Document, Id};

    fn document() -> Document {
        rated(&[("Price", 30.0), ("Looks", 70.0)], &[("A", &[0.0, 20.0]), ("B", &[40.0, 5.0])])
    }

    #[test]
    fn many_edits_in_sight_of_the_result_are_said() {
        let after = |weight_edits| {
            said_of("tuned-weights", document(), &Circumstances { weight_edits, ..Circumstances::default() })
        };
        assert_eq!(after(11)[0].message, "Weights were changed 11 times with the ranking in sight.");
        assert!(after(10).is_empty());
    }

    #[test]
    fn a_rough_simulation_is_said() {
        let with = |error| {
            let circumstances = Circumstances { standard_error: Some(error), ..Circumstances::default() };
            said_of("too-few-samples", document(), &circumstances)
        };
        assert_eq!(with(0.022)[0].message, "Rank acceptabilities are known to 2\u{202F}% only (one standard error).");
        assert!(with(0.01).is_empty());
    }

    #[test]
    fn a_weighty_axis_is_said() {
        let with = |document| {
            let circumstances = Circumstances { cost_axis: Some(Id::slug("Price")), ..Circumstances::default() };
            said_of("cost-counted-twice", document, &circumstances)
        };
        assert_eq!(
            with(document())[0].message,
            "Price is an axis of the frontier and has 30\u{202F}% of the weight besides."
        );
        let mut free = document();
        free.weights.insert(Id::slug("Price"), 0.0);
        assert!(with(free).is_empty());
    }

    #[test]
    fn ratios_of_zero_are_an_error() {
        let circumstances =
            Circumstances { settings: Settings::of(&weighted_product::METHOD), ..Circumstances::default() };
        let checks = said_of("ratio-needs-positive", document(), &circumstances);
        assert_eq!(checks[0].severity, Severity::Error);
        assert_eq!(checks[0].message, "Price: the normalisation max takes ratios, and 0 is not above 0.");
        assert_eq!(checks[0].remedy, "Use scores above 0, or the normalisation min-max.");
        assert!(said_of("ratio-needs-positive", document(), &Circumstances::default()).is_empty());
    }
}
