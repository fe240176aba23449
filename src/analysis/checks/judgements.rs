//! `inconsistent-judgements`: an AHP consistency ratio above 0.10, or triples that go in a circle.
//! `too-many-pairs`: more than 28 pairwise questions.
//! `data-driven-weights`: entropy, CRITIC or standard-deviation weights in use.
//! `infeasible-constraints`: limits on weights that no weights meet.

use super::{Check, Model, Severity};
use crate::analysis::figures::{count, number, percent};
use crate::elicit::limits;
use crate::elicit::pairwise::{Consistency, Outlier};
use crate::elicit::{options, weigh};
use crate::model::{Document, Field, Id, Information, Judgement, Limit, Node, Place};

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

/// What is compared in words, for example `of Money`.
fn whose(document: &Document, parent: Option<Id>) -> String {
    parent.and_then(|id| document.node(id)).map_or("of the top level".into(), |node| format!("of {}", node.name()))
}

pub(super) fn inconsistent(model: &Model) -> Vec<Check> {
    let document = model.document();
    let mut checks = Vec::new();
    for (parent, judgement) in judgements(document) {
        let names: Vec<&str> = document.children_of(parent).iter().map(Node::name).collect();
        let consistency = weigh(document, parent, judgement).ok().and_then(|weighed| weighed.pairwise);
        checks.extend(
            consistency.and_then(|found| contradiction(&found, &names, place(parent), &whose(document, parent))),
        );
    }
    let names: Vec<&str> = document.alternatives.iter().map(|option| option.name.as_str()).collect();
    for (&criterion, pairwise) in &document.judgements.options {
        let consistency = options::consistency(document, pairwise).ok();
        let whose =
            format!("of the options on {}", document.criterion(criterion).map_or("", |leaf| leaf.name.as_str()));
        checks.extend(consistency.and_then(|found| contradiction(&found, &names, Place::Node(criterion), &whose)));
    }
    checks
}

fn contradiction(found: &Consistency, names: &[&str], place: Place, whose: &str) -> Option<Check> {
    let ratio = found.ratio.filter(|&ratio| ratio > RATIO);
    if ratio.is_none() && found.circular_triads == 0 {
        return None;
    }
    let mut seen = Vec::new();
    seen.extend(ratio.map(|ratio| format!("a consistency ratio of {ratio:.2}, above {RATIO:.2}")));
    if found.circular_triads > 0 {
        seen.push(format!("{} in a circle", count(found.circular_triads, "triple")));
    }
    let remedy = found.worst.map_or_else(
        || "Ask again where A is preferred to B, B to C and C to A.".into(),
        |Outlier { pair: (one, other), given, fitting, .. }| {
            format!(
                "Ask again about {} against {}: {} was said, {} would fit the other answers.",
                names[one],
                names[other],
                ratio_words(given),
                ratio_words(fitting)
            )
        },
    );
    Some(Check {
        id: "inconsistent-judgements",
        severity: Severity::Warning,
        place,
        message: format!("The pairwise judgements {whose} have {}.", seen.join(" and ")),
        remedy,
    })
}

/// As on Saaty's scale: `3` or `1/3`.
fn ratio_words(ratio: f64) -> String {
    let rounded = |x: f64| number((x * 10.0).round() / 10.0);
    if ratio >= 1.0 { rounded(ratio) } else { format!("1/{}", rounded(1.0 / ratio)) }
}

pub(super) fn too_many_pairs(model: &Model) -> Vec<Check> {
    let document = model.document();
    let by_weights = judgements(document).filter(|(_, judgement)| matches!(judgement, Judgement::Pairwise(_)));
    let by_weights =
        by_weights.map(|(parent, _)| (place(parent), document.children_of(parent).len(), whose(document, parent)));
    let by_options = document.judgements.options.keys().map(|&id| {
        let name = document.criterion(id).map_or("", |leaf| leaf.name.as_str());
        (Place::Node(id), document.alternatives.len(), format!("of the options on {name}"))
    });
    let checks = by_weights.chain(by_options).filter_map(|(place, things, whose)| {
        let pairs = things * things.saturating_sub(1) / 2;
        (pairs > PAIRS).then(|| Check {
            id: "too-many-pairs",
            severity: Severity::Note,
            place,
            message: format!("The pairwise comparison {whose} asks {pairs} questions."),
            remedy: "Group them, at most eight together, or ask for swings instead.".into(),
        })
    });
    checks.collect()
}

pub(super) fn data_driven(model: &Model) -> Vec<Check> {
    let checks = judgements(model.document()).filter_map(|(parent, judgement)| {
        let Judgement::DataDriven(information) = judgement else { return None };
        let kind = match information {
            Information::Entropy => "Entropy",
            Information::Critic => "CRITIC",
            Information::StandardDeviation => "Standard-deviation",
        };
        Some(Check {
            id: "data-driven-weights",
            severity: Severity::Note,
            place: place(parent),
            message: format!(
                "{kind} weights {} describe the data, not what anybody prefers.",
                whose(model.document(), parent)
            ),
            remedy: "Ask somebody for weights, and keep these as a second opinion.".into(),
        })
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
    let name = |id: Id| document.node(id).map_or("", |node| node.name());
    let words = conflict.iter().map(|&at| match all[at] {
        Limit::Within(id, low, high) => format!("{} between {} and {}", name(id), percent(low), percent(high)),
        Limit::AtLeast(more, less) => format!("{} at least as much as {}", name(more), name(less)),
    });
    let words: Vec<String> = words.collect();
    Some(Check {
        id: "infeasible-constraints",
        severity: Severity::Error,
        place: Place::Field(Field::Judgements),
        message: format!("No weights meet these limits together: {}.", words.join("; ")),
        remedy: if words.len() > 1 { "Loosen or drop one of them." } else { "Loosen or drop it." }.into(),
    })
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
        assert!(checks[0].message.contains("consistency ratio of 1."), "{}", checks[0].message);
        assert!(checks[0].message.contains("1 triple in a circle"), "{}", checks[0].message);
        assert!(
            checks[0].remedy.contains(" was said, ") && checks[0].remedy.contains(" would fit"),
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
        assert!(checks[0].message.starts_with("The pairwise judgements of the options on P have"), "{checks:?}");
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
