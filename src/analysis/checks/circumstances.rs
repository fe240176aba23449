//! What is known beside the model: `tuned-weights`, `too-few-samples`, `cost-counted-twice`, `ratio-needs-positive`.

use super::{Check, Circumstances, Model, Severity, leaf_ids};
use crate::analysis::figures::percent;
use crate::methods::{MethodError, evaluate};
use crate::model::Place;

/// More weights set by hand than this, while looking at the result, are no elicitation any more.
const EDITS: usize = 10;

/// Of a rank acceptability: beyond it not even the second digit of a percentage stands.
const STANDARD_ERROR: f64 = 0.01;

/// `tuned-weights`: more than ten weight edits after results were shown.
pub(super) fn tuned_weights(circumstances: &Circumstances) -> Option<Check> {
    (circumstances.weight_edits > EDITS).then(|| Check {
        id: "tuned-weights",
        severity: Severity::Note,
        place: Place::Decision,
        message: format!("Weights were changed {} times with the ranking in sight.", circumstances.weight_edits),
        remedy: "Hide the ranking, set the weights once more, and reveal it then.".into(),
    })
}

/// `too-few-samples`: the standard error of an acceptability is above 0.01.
pub(super) fn too_few_samples(circumstances: &Circumstances) -> Option<Check> {
    let error = circumstances.standard_error.filter(|&error| error > STANDARD_ERROR)?;
    Some(Check {
        id: "too-few-samples",
        severity: Severity::Note,
        place: Place::Decision,
        message: format!("Rank acceptabilities are known to {} only (one standard error).", percent(error)),
        remedy: "Draw more samples: four times as many halve the error.".into(),
    })
}

/// `cost-counted-twice`: a criterion that weighs is an axis of the frontier too.
pub(super) fn cost_counted_twice(model: &Model, circumstances: &Circumstances) -> Vec<Check> {
    let columns = leaf_ids(model).into_iter().zip(&model.problem().criteria).zip(model.weights());
    let counted = columns.filter(|((id, _), weight)| **weight > 0.0 && circumstances.cost_axis == Some(*id));
    let checks = counted.map(|((id, criterion), &weight)| Check {
        id: "cost-counted-twice",
        severity: Severity::Warning,
        place: Place::Node(id),
        message: format!(
            "{} is an axis of the frontier and has {} of the weight besides.",
            criterion.name,
            percent(weight)
        ),
        remedy: "Give it no weight while it is an axis, or take another axis.".into(),
    });
    checks.collect()
}

/// `ratio-needs-positive`: a ratio method or normalisation on zero or negative data.
pub(super) fn ratio_needs_positive(model: &Model, circumstances: &Circumstances) -> Option<Check> {
    let error = evaluate(model.problem(), &circumstances.settings).err()?;
    let (MethodError::RatioNeedsPositive { criterion, .. } | MethodError::NeedsPositive { criterion, .. }) = &error
    else {
        return None;
    };
    let at = model.problem().criteria.iter().position(|other| other.name == *criterion)?;
    let text = error.to_string();
    let (message, remedy) = text.split_once("; ").unwrap_or((&text, ""));
    let (first, rest) = remedy.split_at(remedy.chars().next().map_or(0, char::len_utf8));
    Some(Check {
        id: "ratio-needs-positive",
        severity: Severity::Error,
        place: Place::Node(leaf_ids(model)[at]),
        message: format!("{message}."),
        remedy: format!("{}{rest}.", first.to_uppercase()),
    })
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
