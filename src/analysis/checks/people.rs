//! `average-hides-conflict`: the spread of a cell between people is above 25 % of the scale, or their own winners differ.
//! `nobodys-choice`: fewer than a third of the people have the group's winner first.
//! `too-much-for-a-room`: more than 12 criteria or 20 options where several people take part.

use super::{Check, Model, Severity, Subject, abridge, extent, leaf_ids, same_for_scores};
use crate::methods::{Better, Ranking, weighted_sum};
use crate::model::{Alternative, Criterion, Id, Place, Problem};
use crate::text::{List, Points, Remark};

/// As a share of the scale.
const WIDE: f64 = 0.25;

/// Cells times people up to which each person's own ranking is looked at: more would be felt while a weight moves.
const MOST: usize = 50_000;

/// Steps of looking up what somebody gave, about.
const LOOK_UP: usize = 8;

const CRITERIA: usize = 12;
const OPTIONS: usize = 20;

pub(super) async fn conflict(&Subject { model, pace, .. }: &Subject<'_>) -> Vec<Check> {
    let document = model.document();
    let check = |place, remark| Check::new("average-hides-conflict", Severity::Warning, place, remark);
    // With nobody there is nothing to look for, however large the matrix is.
    if document.people.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let (ids, leaves) = (leaf_ids(model), document.leaves());
    for alternative in &document.alternatives {
        pace.spend(LOOK_UP * leaves.len() * document.people.len()).await;
        for (leaf, (criterion, id)) in leaves.iter().zip(model.problem().criteria.iter().zip(&ids)) {
            let Some(ends) = criterion.ends else { continue };
            let own = document.people.iter().filter_map(|person| person.scores.get(&alternative.id)?.get(id));
            let values: Vec<f64> =
                own.filter_map(|score| score.point(&leaf.scale)).map(|x| leaf.scale.value(x, ends)).collect();
            let (low, high, _) = extent(&values);
            if high - low > WIDE {
                found.push((alternative, *leaf, high - low));
            }
        }
    }
    let apart = |(alternative, leaf, by): (&Alternative, &Criterion, f64)| {
        let (option, criterion) = (alternative.name.clone(), leaf.name.clone());
        let remark = Remark::PeopleApart { option, criterion, by: Points(by) };
        check(Place::Cell(alternative.id, leaf.id), remark)
    };
    let mut checks = abridge(found, apart, same_for_scores);
    let own = own_winners(model);
    let mut all: Vec<Id> = own.iter().flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    let agreed = all.iter().any(|id| own.iter().all(|winners| winners.contains(id)));
    if own.len() > 1 && !agreed {
        let names = all.iter().filter_map(|&id| document.alternative(id)).map(|option| option.name.as_str());
        let remark = Remark::DifferentWinners { people: own.len(), winners: List::commas(names) };
        checks.push(check(Place::Decision, remark));
    }
    checks
}

pub(super) fn nobodys_choice(model: &Model) -> Option<Check> {
    let own = own_winners(model);
    let winners: Vec<Id> = model.winners().into_iter().map(|row| model.document().alternatives[row].id).collect();
    let first = own.iter().filter(|own| own.iter().any(|id| winners.contains(id))).count();
    (own.len() > 1 && !winners.is_empty() && 3 * first < own.len()).then(|| {
        let option = model.document().alternative(winners[0]).map_or_else(String::new, |option| option.name.clone());
        let remark = Remark::NobodysChoice { option, first, people: own.len() };
        Check::new("nobodys-choice", Severity::Note, Place::Alternative(winners[0]), remark)
    })
}

pub(super) fn too_much(model: &Model) -> Option<Check> {
    let (criteria, options) = (model.problem().criteria.len(), model.problem().alternatives.len());
    let too_much = !model.document().people.is_empty() && (criteria > CRITERIA || options > OPTIONS);
    too_much.then(|| {
        let remark = Remark::TooMuchForARoom { criteria, options, most_criteria: CRITERIA, most_options: OPTIONS };
        Check::new("too-much-for-a-room", Severity::Note, Place::Decision, remark)
    })
}

/// The options that come first for each person; empty where there are too many to look at.
fn own_winners(model: &Model) -> Vec<Vec<Id>> {
    let document = model.document();
    if document.people.len() * model.problem().alternatives.len() * model.problem().criteria.len() > MOST {
        return Vec::new();
    }
    let of = |person| {
        let problem = Problem::of(&document.seen_by(person));
        let scores = weighted_sum::overall(&problem.values, &problem.weights).scores;
        let ranking = Ranking::of(&scores, Better::Higher);
        let winners = ranking.winners().iter().map(|&row| row as usize).filter(|&row| !scores[row].is_nan());
        winners.map(|row| document.alternatives[row].id).collect()
    };
    document.people.iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use crate::analysis::fixture::rated;
    use crate::model::{Document, Id, Person, Points, Score};

    fn person(name: &str, weights: [f64; 2], scores: &[(&str, &str, f64)]) -> Person {
        let mut person = Person {
            id: Id::slug(name),
            name: name.into(),
            weights: Points::from([(Id::slug("P"), weights[0]), (Id::slug("Q"), weights[1])]),
            scores: [].into(),
        };
        for (option, criterion, x) in scores {
            person.scores.entry(Id::slug(option)).or_default().insert(Id::slug(criterion), Score::Exact(*x));
        }
        person
    }

    fn with(people: Vec<Person>) -> Document {
        let options: [(&str, &[f64]); 3] = [("A", &[90.0, 10.0]), ("B", &[10.0, 90.0]), ("C", &[60.0, 60.0])];
        let mut document = rated(&[("P", 50.0), ("Q", 50.0)], &options);
        document.people = people;
        document
    }

    #[test]
    fn a_wide_spread_and_other_winners_are_conflicts() {
        let people = vec![
            person("Oksana", [90.0, 10.0], &[("C", "P", 40.0)]),
            person("Taras", [10.0, 90.0], &[("C", "P", 70.0)]),
        ];
        let checks = said("average-hides-conflict", with(people));
        let messages: Vec<String> = checks.iter().map(|check| check.message.to_string()).collect();
        assert_eq!(
            messages,
            ["C on P: the people lie 30 of 100 points apart.", "2 people have different winners: A, B."]
        );
    }

    #[test]
    fn those_who_agree_are_left_in_peace() {
        let people = vec![
            person("Oksana", [90.0, 10.0], &[("C", "P", 40.0)]),
            person("Taras", [80.0, 20.0], &[("C", "P", 50.0)]),
        ];
        assert!(said("average-hides-conflict", with(people)).is_empty());
        assert!(said("average-hides-conflict", with(Vec::new())).is_empty());
    }

    #[test]
    fn a_compromise_that_nobody_has_first_is_said() {
        let people = vec![person("Oksana", [95.0, 5.0], &[]), person("Taras", [5.0, 95.0], &[])];
        let checks = said("nobodys-choice", with(people));
        assert_eq!(checks.len(), 1);
        assert_eq!(checks[0].message, "C leads, but only 0 of 2 people have it first.");
        let people = vec![person("Oksana", [50.0, 50.0], &[]), person("Taras", [5.0, 95.0], &[])];
        assert!(said("nobodys-choice", with(people)).is_empty());
    }

    #[test]
    fn a_large_matrix_is_too_much_for_a_room_only() {
        let names: Vec<String> = (0..21).map(|i| format!("option {i}")).collect();
        let options: Vec<(&str, &[f64])> = names.iter().map(|name| (name.as_str(), &[1.0, 5.0][..])).collect();
        let mut document = rated(&[("P", 90.0), ("Q", 10.0)], &options);
        assert!(said("too-much-for-a-room", document.clone()).is_empty());
        document.people = vec![person("Oksana", [50.0, 50.0], &[])];
        assert_eq!(
            said("too-much-for-a-room", document)[0].message,
            "2 criteria and 21 options are more than a room can discuss."
        );
    }
}
