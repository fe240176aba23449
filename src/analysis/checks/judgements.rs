//! `inconsistent-judgements`: an AHP consistency ratio above 0.10, or triples that go in a circle.
//! `too-many-pairs`: more than 28 pairwise questions.
//! `data-driven-weights`: entropy, CRITIC or standard-deviation weights in use.
//! `infeasible-constraints`: limits on weights that no weights meet.

use super::{Check, Model, Severity};
use crate::elicit::limits;
use crate::elicit::pairwise::{Consistency, Outlier};
use crate::elicit::{options, weigh};
use crate::model::{Document, Field, Id, Information, Judgement, Limit, Node, Place};
use crate::text::{Argument, Fixed, List, Percent, Remark};

/// Saaty's advice. Of matrices that people really gave, more than a third exceed it.
const RATIO: f64 = 0.10;

/// Pairs among eight things.
const PAIRS: usize = 28;

/// Judgements about siblings, each with the group that they belong to.
fn judgements(document: &Document) -> impl Iterator<Item = (Option<Id>, &Judgement)> {
    let top = document.judgements.top.iter().map(|judgement| (None, judgement));
    top.chain(document.judgements.groups.iter().map(|(&group, judgement)| (Some(group), judgement)))
}

fn place(parent: Option<Id>) -> Place {
    parent.map_or(Place::Decision, Place::Node)
}

/// What is compared: the kind by which a wording chooses, and the name that it speaks of.
type Whose = (&'static str, String);

fn whose(document: &Document, parent: Option<Id>) -> Whose {
    let group = parent.and_then(|id| document.node(id));
    group.map_or(("top", String::new()), |node| ("group", node.name().to_owned()))
}

/// The options, compared on a criterion.
fn options_on(document: &Document, criterion: Id) -> Whose {
    ("options", document.criterion(criterion).map_or_else(String::new, |leaf| leaf.name.clone()))
}

pub(super) fn inconsistent(model: &Model) -> Vec<Check> {
    let document = model.document();
    let mut checks = Vec::new();
    for (parent, judgement) in judgements(document) {
        let names: Vec<&str> = document.children_of(parent).iter().map(Node::name).collect();
        let consistency = weigh(document, parent, judgement).ok().and_then(|weighed| weighed.pairwise);
        checks.extend(
            consistency.and_then(|found| contradiction(&found, &names, place(parent), whose(document, parent))),
        );
    }
    let names: Vec<&str> = document.alternatives.iter().map(|option| option.name.as_str()).collect();
    for (&criterion, pairwise) in &document.judgements.options {
        let consistency = options::consistency(document, pairwise).ok();
        let whose = options_on(document, criterion);
        checks.extend(consistency.and_then(|found| contradiction(&found, &names, Place::Node(criterion), whose)));
    }
    checks
}

fn contradiction(found: &Consistency, names: &[&str], place: Place, (of, name): Whose) -> Option<Check> {
    let (limit, circles) = (Fixed(RATIO, 2), found.circular_triads);
    let again =
        found.worst.map_or(Remark::AskAgainInCircle, |Outlier { pair: (one, other), given, fitting, .. }| {
            let (one, other) = (names[one].to_owned(), names[other].to_owned());
            Remark::AskAgainAbout { one, other, given: ratio_words(given), fitting: ratio_words(fitting) }
        });
    let again = again.into();
    let remark = match (found.ratio.filter(|&ratio| ratio > RATIO).map(|ratio| Fixed(ratio, 2)), circles) {
        (None, 0) => return None,
        (None, _) => Remark::InconsistentCircles { of, name, circles, again },
        (Some(ratio), 0) => Remark::InconsistentRatio { of, name, ratio, limit, again },
        (Some(ratio), _) => Remark::Inconsistent { of, name, ratio, limit, circles, again },
    };
    Some(Check::new("inconsistent-judgements", Severity::Warning, place, remark))
}

/// As on Saaty's scale: `3` or `1/3`.
fn ratio_words(ratio: f64) -> Argument {
    let rounded = |x: f64| (x * 10.0).round() / 10.0;
    if ratio >= 1.0 { rounded(ratio).into() } else { Remark::OneOver { number: rounded(1.0 / ratio) }.into() }
}

pub(super) fn too_many_pairs(model: &Model) -> Vec<Check> {
    let document = model.document();
    let by_weights = judgements(document).filter(|(_, judgement)| matches!(judgement, Judgement::Pairwise(_)));
    let by_weights =
        by_weights.map(|(parent, _)| (place(parent), document.children_of(parent).len(), whose(document, parent)));
    let by_options = document.judgements.options.keys();
    let by_options = by_options.map(|&id| (Place::Node(id), document.alternatives.len(), options_on(document, id)));
    let checks = by_weights.chain(by_options).filter_map(|(place, things, (of, name))| {
        let pairs = things * things.saturating_sub(1) / 2;
        (pairs > PAIRS)
            .then(|| Check::new("too-many-pairs", Severity::Note, place, Remark::TooManyPairs { of, name, pairs }))
    });
    checks.collect()
}

pub(super) fn data_driven(model: &Model) -> Vec<Check> {
    let checks = judgements(model.document()).filter_map(|(parent, judgement)| {
        let Judgement::DataDriven(information) = judgement else { return None };
        let (of, name) = whose(model.document(), parent);
        let remark = match information {
            Information::Entropy => Remark::EntropyWeights { of, name },
            Information::Critic => Remark::CriticWeights { of, name },
            Information::StandardDeviation => Remark::DeviationWeights { of, name },
        };
        Some(Check::new("data-driven-weights", Severity::Note, place(parent), remark))
    });
    checks.collect()
}

pub(super) fn infeasible(model: &Model) -> Option<Check> {
    let document = model.document();
    let all = &document.judgements.limits;
    let conflict = limits::conflict(model.outline(), all);
    if conflict.is_empty() {
        return None;
    }
    let name = |id: Id| document.node(id).map_or_else(String::new, |node| node.name().to_owned());
    let limits = List::semicolons(conflict.iter().map(|&at| match all[at] {
        Limit::Within(id, low, high) => Remark::LimitWithin { name: name(id), low: Percent(low), high: Percent(high) },
        Limit::AtLeast(more, less) => Remark::LimitAtLeast { more: name(more), less: name(less) },
    }));
    let remark = Remark::InfeasibleLimits { limits };
    Some(Check::new("infeasible-constraints", Severity::Error, Place::Field(Field::Judgements), remark))
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use crate::analysis::fixture::rated;
    use crate::model::{Document, Id, Information, Judgement, Limit, Pairwise};

    fn document(criteria: usize) -> Document {
        let names: Vec<String> = (0..criteria).map(|at| format!("C{at}")).collect();
        let criteria: Vec<(&str, f64)> = names.iter().map(|name| (name.as_str(), 1.0)).collect();
        rated(&criteria, &[])
    }

    fn id(at: usize) -> Id {
        Id::slug(&format!("C{at}"))
    }

    fn with(judgement: Judgement) -> Document {
        let mut document = document(3);
        document.judgements.top = Some(judgement);
        document
    }

    fn compared(ratios: [f64; 3]) -> Document {
        let ratios = vec![(id(0), id(1), ratios[0]), (id(1), id(2), ratios[1]), (id(0), id(2), ratios[2])];
        with(Judgement::Pairwise(Pairwise { ratios, ..Pairwise::default() }))
    }

    #[test]
    fn judgements_that_contradict_each_other_are_said() {
        let checks = said("inconsistent-judgements", compared([3.0, 3.0, 1.0 / 3.0]));
        assert_eq!(checks.len(), 1);
        assert!(checks[0].message.to_string().contains("consistency ratio of 1."), "{}", checks[0].message);
        assert!(checks[0].message.to_string().contains("1 triple in a circle"), "{}", checks[0].message);
        assert!(
            checks[0].remedy.to_string().contains(" was said, ") && checks[0].remedy.to_string().contains(" would fit"),
            "{}",
            checks[0].remedy
        );
        assert!(said("inconsistent-judgements", compared([2.0, 2.0, 4.0])).is_empty());
        assert!(said("inconsistent-judgements", with(Judgement::Equal)).is_empty());
    }

    #[test]
    fn comparisons_of_options_are_looked_at_too() {
        let mut document = rated(&[("P", 1.0)], &[("A", &[1.0]), ("B", &[2.0]), ("C", &[3.0])]);
        let [a, b, c] = ["A", "B", "C"].map(Id::slug);
        let pairwise = Pairwise { ratios: vec![(a, b, 5.0), (b, c, 5.0), (c, a, 5.0)], ..Pairwise::default() };
        document.judgements.options.insert(Id::slug("P"), pairwise);
        let checks = said("inconsistent-judgements", document);
        assert!(
            checks[0].message.to_string().starts_with("The pairwise judgements of the options on P have"),
            "{checks:?}"
        );
    }

    #[test]
    fn more_than_28_questions_are_too_many() {
        let compared = |criteria: usize| {
            let mut document = document(criteria);
            document.judgements.top = Some(Judgement::Pairwise(Pairwise::default()));
            said("too-many-pairs", document)
        };
        assert_eq!(compared(9)[0].message, "The pairwise comparison of the top level asks 36 questions.");
        assert!(compared(8).is_empty());
    }

    #[test]
    fn weights_from_the_data_are_said() {
        let checks = said("data-driven-weights", with(Judgement::DataDriven(Information::Entropy)));
        assert_eq!(checks[0].message, "Entropy weights of the top level describe the data, not what anybody prefers.");
        assert!(said("data-driven-weights", with(Judgement::Equal)).is_empty());
    }

    #[test]
    fn limits_that_contradict_each_other_are_an_error() {
        let mut document = document(3);
        document.judgements.limits =
            vec![Limit::Within(id(2), 0.1, 0.9), Limit::Within(id(0), 0.6, 1.0), Limit::AtLeast(id(1), id(0))];
        let checks = said("infeasible-constraints", document.clone());
        assert_eq!(checks.len(), 1);
        assert_eq!(
            checks[0].message,
            "No weights meet these limits together: C0 between 60\u{202F}% and 100\u{202F}%; C1 at least as much as C0."
        );
        document.judgements.limits.pop();
        assert!(said("infeasible-constraints", document).is_empty());
    }
}
