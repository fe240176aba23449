//! The linter for the whole model: what a good analyst would point out.
//!
//! A check sees a [`Model`] and says what it saw, with figures, and what to do about it. One check a file, under the
//! id that reports and dismissals know it by. All of them together cost a few passes over the scores.

mod circumstances;
mod constant_criterion;
mod direction_looks_wrong;
mod dominated_option;
mod double_counting;
mod false_precision;
mod judgements;
mod levels_never_set;
mod missing_scores;
mod mixed_magnitudes;
mod must_have_violated;
mod never_best;
mod no_clear_winner;
mod outside_scale;
mod people;
mod range_changed_after_weighting;
mod rank_reversal;
mod second_opinions;
mod separates_nothing;
mod splitting_bias;
mod weights_before_ranges;
mod weights_lopsided;

use super::Model;
use super::crossover::Nearest;
use crate::methods::Settings;
use crate::model::{Dismissal, Id, Place};
use crate::text::{Message, Remark};

/// Something about a model that deserves a look.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Which check it is, for example `dominated-option`.
    pub id: &'static str,
    pub severity: Severity,
    pub place: Place,
    /// What was seen, with its figures: a sentence.
    pub message: Message,
    /// What to do: a sentence.
    pub remedy: Message,
}

impl Check {
    fn new(id: &'static str, severity: Severity, place: Place, remark: Remark) -> Self {
        let message = Message::from(remark);
        // Each remark has a remedy; a test sees to it.
        let remedy = message.remedy().unwrap_or_else(|| message.clone());
        Self { id, severity, place, message, remedy }
    }
}

/// How much a check matters, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// The result may mislead.
    Warning,
    /// The result cannot be relied on.
    Error,
}

impl Severity {
    /// The name in machine-readable results.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// What is known beside the model itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Circumstances {
    /// What the ranking was computed with.
    pub settings: Settings,
    /// How often weights were set by hand while the result was in sight.
    pub weight_edits: usize,
    /// The largest standard error, 0 to 1, of a rank acceptability that was shown.
    pub standard_error: Option<f64>,
    /// The criterion that is the cost axis of a frontier.
    pub cost_axis: Option<Id>,
}

/// What the checks have to say, the most severe first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checks {
    pub open: Vec<Check>,
    /// Those that somebody has answered, with the reason. An error cannot be answered away.
    pub dismissed: Vec<(Check, String)>,
}

type Rule = fn(&Model, &Nearest, &Circumstances) -> Vec<Check>;

const RULES: [Rule; 31] = [
    |model, _, _| must_have_violated::check(model),
    |model, _, _| judgements::infeasible(model).into_iter().collect(),
    |model, _, circumstances| circumstances::ratio_needs_positive(model, circumstances).into_iter().collect(),
    |model, nearest, _| no_clear_winner::check(model, nearest).into_iter().collect(),
    |model, _, _| missing_scores::check(model),
    |model, _, _| outside_scale::check(model),
    |model, _, _| constant_criterion::check(model),
    |model, _, _| direction_looks_wrong::check(model),
    |model, _, _| weights_before_ranges::check(model),
    |model, _, _| range_changed_after_weighting::check(model),
    |model, _, _| double_counting::check(model),
    |model, _, circumstances| rank_reversal::check(model, circumstances).into_iter().collect(),
    |model, _, _| second_opinions::normalization_decides(model).into_iter().collect(),
    |model, _, _| judgements::inconsistent(model),
    |model, _, _| people::conflict(model),
    |model, _, circumstances| circumstances::cost_counted_twice(model, circumstances),
    |model, _, _| separates_nothing::check(model),
    |model, _, _| dominated_option::check(model),
    |model, _, _| never_best::check(model),
    |model, _, _| second_opinions::method_decides(model).into_iter().collect(),
    |model, _, _| weights_lopsided::check(model),
    |model, _, _| splitting_bias::check(model),
    |model, _, _| mixed_magnitudes::check(model),
    |model, _, _| false_precision::check(model),
    |model, _, _| levels_never_set::check(model),
    |model, _, _| judgements::too_many_pairs(model),
    |model, _, _| judgements::data_driven(model),
    |model, _, _| people::nobodys_choice(model).into_iter().collect(),
    |model, _, _| people::too_much(model).into_iter().collect(),
    |_, _, circumstances| circumstances::tuned_weights(circumstances).into_iter().collect(),
    |_, _, circumstances| circumstances::too_few_samples(circumstances).into_iter().collect(),
];

/// Options times options times criteria up to which a check may compare each with each: more would be felt in a frame.
const MOST_WORK: usize = 20_000;

/// Runs all checks.
#[must_use]
pub fn run(model: &Model, nearest: &Nearest, circumstances: &Circumstances) -> Checks {
    let mut found: Vec<Check> = RULES.iter().flat_map(|rule| rule(model, nearest, circumstances)).collect();
    found.sort_by_key(|check| std::cmp::Reverse(check.severity));
    let mut checks = Checks::default();
    for check in found {
        let answers = |dismissal: &&Dismissal| dismissal.check == check.id && dismissal.place == check.place;
        let answer = model.document().dismissals.iter().find(answers);
        match answer.filter(|_| check.severity != Severity::Error) {
            Some(dismissal) => checks.dismissed.push((check, dismissal.reason.clone())),
            None => checks.open.push(check),
        }
    }
    checks
}

/// How often one check speaks for itself before it sums up the rest.
const SPOKEN: usize = 20;

/// Keeps a check that has much to say from filling the list: the first ones in full, the rest as a count.
fn abridge(mut checks: Vec<Check>, same_for: fn(usize) -> Remark) -> Vec<Check> {
    let rest = checks.len().saturating_sub(SPOKEN);
    let Some(next) = checks.get(SPOKEN) else { return checks };
    let summary = Check { place: Place::Decision, message: same_for(rest).into(), ..next.clone() };
    checks.truncate(SPOKEN);
    checks.push(summary);
    checks
}

fn same_for_options(count: usize) -> Remark {
    Remark::SameForOptions { count }
}

fn same_for_scores(count: usize) -> Remark {
    Remark::SameForScores { count }
}

fn same_for_pairs(count: usize) -> Remark {
    Remark::SameForPairs { count }
}

/// The ids of the criteria, by column.
fn leaf_ids(model: &Model) -> Vec<Id> {
    model.outline().entries().iter().filter(|entry| entry.is_criterion).map(|entry| entry.id).collect()
}

/// The least and the greatest of those that are numbers, and how many these are.
fn extent(column: &[f64]) -> (f64, f64, usize) {
    column
        .iter()
        .filter(|x| !x.is_nan())
        .fold((f64::INFINITY, f64::NEG_INFINITY, 0), |(low, high, n), &x| (low.min(x), high.max(x), n + 1))
}

#[cfg(test)]
mod tests {
    use super::super::Model;
    use super::super::crossover::nearest;
    use super::super::fixture::rated;
    use super::{Check, Checks, Circumstances, Severity, run};
    use crate::model::{Dismissal, Document, Place};

    fn checks(document: Document, circumstances: &Circumstances) -> Checks {
        let model = Model::new(document);
        run(&model, &nearest(&model), circumstances)
    }

    /// What the check called `id` says of a document.
    pub(super) fn said(id: &str, document: Document) -> Vec<Check> {
        said_of(id, document, &Circumstances::default())
    }

    pub(super) fn said_of(id: &str, document: Document, circumstances: &Circumstances) -> Vec<Check> {
        checks(document, circumstances).open.into_iter().filter(|check| check.id == id).collect()
    }

    #[test]
    fn a_sound_model_is_left_in_peace_and_so_is_an_empty_one() {
        let criteria = [("Comfort", 40.0), ("Safety", 35.0), ("Looks", 25.0)];
        let options: [(&str, &[f64]); 3] =
            [("A", &[80.0, 70.0, 60.0]), ("B", &[40.0, 90.0, 30.0]), ("C", &[50.0, 10.0, 90.0])];
        for document in [rated(&criteria, &options), Document::default(), rated(&criteria, &[])] {
            assert_eq!(checks(document, &Circumstances::default()), Checks::default());
        }
    }

    #[test]
    fn the_most_severe_comes_first_and_the_many_are_summed_up() {
        let names: Vec<String> = (0..50).map(|i| format!("option {i}")).collect();
        let options: Vec<(&str, &[f64])> = names.iter().map(|name| (name.as_str(), &[f64::NAN, 5.0][..])).collect();
        let checks = checks(rated(&[("A", 90.0), ("B", 10.0)], &options), &Circumstances::default()).open;
        assert!(checks.is_sorted_by_key(|check| std::cmp::Reverse(check.severity)));
        let missing: Vec<_> = checks.iter().filter(|check| check.id == "missing-scores").collect();
        assert_eq!(missing.len(), 21);
        assert_eq!(missing[20].message, "The same holds for 30 options.");
        assert!(Severity::Error > Severity::Warning && Severity::Warning > Severity::Note);
    }

    #[test]
    fn what_has_been_answered_is_kept_apart() {
        let mut document = rated(&[("A", 50.0), ("B", 50.0)], &[("X", &[60.0, 10.0]), ("Y", &[60.0, 90.0])]);
        let separates = said("separates-nothing", document.clone()).remove(0);
        let answer = |check: &str, place| Dismissal { check: check.into(), place, reason: "they are alike".into() };
        document.dismissals = vec![answer("separates-nothing", Place::Decision)];
        assert_eq!(said("separates-nothing", document.clone()).len(), 1, "elsewhere");
        document.dismissals = vec![answer("separates-nothing", separates.place)];
        let checks = checks(document, &Circumstances::default());
        assert!(checks.open.iter().all(|check| check.id != "separates-nothing"));
        assert_eq!(checks.dismissed, [(separates, "they are alike".to_owned())]);
    }
}
