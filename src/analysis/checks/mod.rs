//! The linter for the whole model: what a good analyst would point out.
//!
//! A check sees a [`Subject`] and says what it saw, with figures, and what to do about it. One check a file, under the
//! id that reports and dismissals know it by. All of them together cost a few passes over the scores.

mod constant_criterion;
mod direction_looks_wrong;
mod dominated_option;
mod missing_scores;
mod no_clear_winner;
mod outside_scale;
mod separates_nothing;
mod weights_lopsided;

use super::Subject;
use super::crossover::Nearest;
use super::figures::count;
use crate::model::{Id, Place};

/// Something about a model that deserves a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Which check it is, for example `dominated-option`.
    pub id: &'static str,
    pub severity: Severity,
    pub place: Place,
    /// What was seen, with its figures: a sentence.
    pub message: String,
    /// What to do: a sentence.
    pub remedy: String,
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

type Rule = fn(&Subject<'_>, &Nearest) -> Vec<Check>;

const RULES: [Rule; 8] = [
    |subject, nearest| no_clear_winner::check(subject, nearest).into_iter().collect(),
    |subject, _| missing_scores::check(subject),
    |subject, _| outside_scale::check(subject),
    |subject, _| constant_criterion::check(subject),
    |subject, _| direction_looks_wrong::check(subject),
    |subject, _| separates_nothing::check(subject),
    |subject, _| dominated_option::check(subject),
    |subject, _| weights_lopsided::check(subject),
];

/// All that the checks have to say, the most severe first.
#[must_use]
pub fn run(subject: &Subject<'_>, nearest: &Nearest) -> Vec<Check> {
    let mut checks: Vec<Check> = RULES.iter().flat_map(|rule| rule(subject, nearest)).collect();
    checks.sort_by_key(|check| std::cmp::Reverse(check.severity));
    checks
}

/// How often one check speaks for itself before it sums up the rest.
const SPOKEN: usize = 20;

/// Keeps a check that has much to say from filling the list: the first ones in full, the rest as a count.
fn abridge(mut checks: Vec<Check>, noun: &str) -> Vec<Check> {
    let rest = checks.len().saturating_sub(SPOKEN);
    let Some(next) = checks.get(SPOKEN) else { return checks };
    let summary =
        Check { place: Place::Decision, message: format!("The same holds for {}.", count(rest, noun)), ..next.clone() };
    checks.truncate(SPOKEN);
    checks.push(summary);
    checks
}

/// The ids of the criteria, by column.
fn leaf_ids(subject: &Subject<'_>) -> Vec<Id> {
    subject.outline.entries().iter().filter(|entry| entry.is_criterion).map(|entry| entry.id).collect()
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
    use super::super::crossover::nearest;
    use super::super::fixture::{Fixture, rated};
    use super::{Check, Severity, run};
    use crate::model::Document;

    /// What the check called `id` says of a document.
    pub(super) fn said(id: &str, document: Document) -> Vec<Check> {
        let fixture = Fixture::new(document);
        let checks = run(&fixture.subject(), &nearest(&fixture.subject()));
        checks.into_iter().filter(|check| check.id == id).collect()
    }

    #[test]
    fn a_sound_model_is_left_in_peace_and_so_is_an_empty_one() {
        let criteria = [("Comfort", 40.0), ("Safety", 35.0), ("Looks", 25.0)];
        let options: [(&str, &[f64]); 3] =
            [("A", &[80.0, 70.0, 60.0]), ("B", &[40.0, 90.0, 30.0]), ("C", &[50.0, 10.0, 90.0])];
        for document in [rated(&criteria, &options), Document::default(), rated(&criteria, &[])] {
            let fixture = Fixture::new(document);
            assert_eq!(run(&fixture.subject(), &nearest(&fixture.subject())), []);
        }
    }

    #[test]
    fn the_most_severe_comes_first_and_the_many_are_summed_up() {
        let names: Vec<String> = (0..50).map(|i| format!("option {i}")).collect();
        let options: Vec<(&str, &[f64])> = names.iter().map(|name| (name.as_str(), &[f64::NAN, 5.0][..])).collect();
        let fixture = Fixture::new(rated(&[("A", 90.0), ("B", 10.0)], &options));
        let checks = run(&fixture.subject(), &nearest(&fixture.subject()));
        assert!(checks.is_sorted_by_key(|check| std::cmp::Reverse(check.severity)));
        let missing: Vec<_> = checks.iter().filter(|check| check.id == "missing-scores").collect();
        assert_eq!(missing.len(), 21);
        assert_eq!(missing[20].message, "The same holds for 30 options.");
        assert!(Severity::Error > Severity::Warning && Severity::Warning > Severity::Note);
    }
}
