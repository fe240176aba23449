//! The linter for the whole model: what a good analyst would point out.
//!
//! A check sees a [`Model`] and says what it saw, with figures, and what to do about it. One check a file, under the
//! id that reports and dismissals know it by. Most cost a pass over the scores; those that compare each option with each
//! work in slices.

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
use super::crossover::{Nearest, nearest_in_slices};
use crate::methods::Settings;
use crate::model::{Dismissal, Id, Place};
use crate::pace::{self, Pace, Work};
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
    /// Those that did not look at everything, by id: there are too many options.
    pub silent: Vec<&'static str>,
}

/// What a check looks at.
struct Subject<'a> {
    model: &'a Model,
    nearest: &'a Nearest,
    circumstances: &'a Circumstances,
    pace: &'a Pace,
}

enum Rule {
    /// In a few passes over the scores.
    AtOnce(fn(&Subject) -> Vec<Check>),
    InSlices(for<'a> fn(&'a Subject<'a>) -> Work<'a, Vec<Check>>),
    /// In slices too. Compares each option with each, up to [`MOST_WORK`].
    ByPairs(&'static str, for<'a> fn(&'a Subject<'a>) -> Work<'a, Vec<Check>>),
}

const RULES: [Rule; 31] = [
    Rule::AtOnce(|subject| must_have_violated::check(subject.model)),
    Rule::AtOnce(|subject| judgements::infeasible(subject.model).into_iter().collect()),
    Rule::InSlices(|subject| Box::pin(circumstances::ratio_needs_positive(subject))),
    Rule::AtOnce(|subject| no_clear_winner::check(subject.model, subject.nearest).into_iter().collect()),
    Rule::AtOnce(|subject| missing_scores::check(subject.model)),
    Rule::AtOnce(|subject| outside_scale::check(subject.model)),
    Rule::AtOnce(|subject| constant_criterion::check(subject.model)),
    Rule::AtOnce(|subject| direction_looks_wrong::check(subject.model)),
    Rule::AtOnce(|subject| weights_before_ranges::check(subject.model)),
    Rule::AtOnce(|subject| range_changed_after_weighting::check(subject.model)),
    Rule::InSlices(|subject| Box::pin(double_counting::check(subject))),
    Rule::ByPairs("rank-reversal", |subject| Box::pin(rank_reversal::check(subject))),
    Rule::InSlices(|subject| Box::pin(second_opinions::normalization_decides(subject))),
    Rule::AtOnce(|subject| judgements::inconsistent(subject.model)),
    Rule::InSlices(|subject| Box::pin(people::conflict(subject))),
    Rule::AtOnce(|subject| circumstances::cost_counted_twice(subject.model, subject.circumstances)),
    Rule::AtOnce(|subject| separates_nothing::check(subject.model)),
    Rule::ByPairs("dominated-option", |subject| Box::pin(dominated_option::check(subject))),
    Rule::ByPairs("never-best", |subject| Box::pin(never_best::check(subject))),
    Rule::ByPairs("method-decides", |subject| Box::pin(second_opinions::method_decides(subject))),
    Rule::AtOnce(|subject| weights_lopsided::check(subject.model)),
    Rule::InSlices(|subject| Box::pin(splitting_bias::check(subject))),
    Rule::AtOnce(|subject| mixed_magnitudes::check(subject.model)),
    Rule::AtOnce(|subject| false_precision::check(subject.model)),
    Rule::AtOnce(|subject| levels_never_set::check(subject.model)),
    Rule::AtOnce(|subject| judgements::too_many_pairs(subject.model)),
    Rule::AtOnce(|subject| judgements::data_driven(subject.model)),
    Rule::AtOnce(|subject| people::nobodys_choice(subject.model).into_iter().collect()),
    Rule::AtOnce(|subject| people::too_much(subject.model).into_iter().collect()),
    Rule::AtOnce(|subject| circumstances::tuned_weights(subject.circumstances).into_iter().collect()),
    Rule::AtOnce(|subject| circumstances::too_few_samples(subject.circumstances).into_iter().collect()),
];

impl Rule {
    /// How much there is to do, in passes over the scores, about: by this the progress goes.
    fn passes(&self, model: &Model) -> usize {
        match self {
            Self::AtOnce(_) => 1,
            Self::ByPairs(..) if can_compare_all(model) => 4 + model.problem().alternatives.len(),
            Self::InSlices(_) | Self::ByPairs(..) => 4,
        }
    }
}

/// Options times options times criteria up to which a check compares each with each: 1,000 options by 100 criteria. It takes
/// some seconds then.
const MOST_WORK: usize = 100_000_000;

/// True where each option can be compared with each.
fn can_compare_all(model: &Model) -> bool {
    let rows = model.problem().alternatives.len();
    rows.saturating_mul(rows).saturating_mul(model.problem().criteria.len()) <= MOST_WORK
}

/// Runs all checks.
#[must_use]
pub fn run(model: &Model, circumstances: &Circumstances) -> Checks {
    pace::finish(run_in_slices(model, circumstances, &Pace::default()))
}

/// The same in slices.
pub async fn run_in_slices(model: &Model, circumstances: &Circumstances, pace: &Pace) -> Checks {
    let scores = model.problem().alternatives.len() * model.problem().criteria.len();
    let nearest = &nearest_in_slices(model, pace).await;
    let total = RULES.iter().map(|rule| rule.passes(model)).sum();
    let (mut checks, mut found, mut done) = (Checks::default(), Vec::new(), 0);
    for rule in &RULES {
        let before = done;
        done += rule.passes(model);
        let pace = &pace.part(before, done, total);
        let subject = Subject { model, nearest, circumstances, pace };
        pace.tell(0, 1);
        pace.spend(scores).await;
        match rule {
            Rule::AtOnce(rule) => found.append(&mut rule(&subject)),
            Rule::InSlices(rule) => found.append(&mut rule(&subject).await),
            Rule::ByPairs(id, rule) => {
                if !can_compare_all(model) {
                    checks.silent.push(id);
                }
                found.append(&mut rule(&subject).await);
            }
        }
    }
    found.sort_by_key(|check| std::cmp::Reverse(check.severity));
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

/// Keeps a check that has much to say from filling the list: what was first found in full, the rest as a count. The rest is
/// not put in words at all.
fn abridge<T>(found: Vec<T>, mut check: impl FnMut(T) -> Check, same_for: fn(usize) -> Remark) -> Vec<Check> {
    let rest = found.len().saturating_sub(SPOKEN);
    let mut checks: Vec<Check> = found.into_iter().take(SPOKEN + 1).map(&mut check).collect();
    if let Some(next) = checks.get_mut(SPOKEN) {
        (next.place, next.message) = (Place::Decision, same_for(rest).into());
    }
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
    use super::super::fixture::rated;
    use super::{Check, Checks, Circumstances, Severity, run};
    use crate::model::{Dismissal, Document, Place};

    fn checks(document: Document, circumstances: &Circumstances) -> Checks {
        let model = Model::new(document);
        run(&model, circumstances)
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
