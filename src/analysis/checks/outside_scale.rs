//! `outside-scale`: a score lies outside the scale and is clipped.

use super::{Check, Model, Severity, abridge, same_for_scores};
use crate::model::{Criterion, Ends, Place, Score};
use crate::text::Remark;

/// What is outside: the point, or only an end of a range around it.
enum Outside {
    Point(f64),
    Range(f64, f64),
}

pub(super) fn check(model: &Model) -> Vec<Check> {
    let mut found = Vec::new();
    for (criterion, scores) in model.document().leaves().into_iter().zip(model.problem().scores.iter()) {
        let Some(ends) = criterion.scale.ends().filter(|_| !criterion.scale.has_levels()) else { continue };
        let (low, high) = (ends.worst.min(ends.best), ends.worst.max(ends.best));
        let outside = scores.iter().enumerate().filter(|(_, score)| **score < low || **score > high);
        found.extend(outside.map(|(row, score)| (row, criterion, ends, Outside::Point(*score))));
    }
    // Ends that are out while the point between them is not.
    let mut ranges = Vec::new();
    for (id, column) in model.document().alternatives.columns() {
        let Some(criterion) = model.document().criterion(id) else { continue };
        let Some(ends) = criterion.scale.ends() else { continue };
        let range = ends.worst.min(ends.best)..=ends.worst.max(ends.best);
        for (row, score) in column.others() {
            let Some((from, to)) = ends_of(score) else { continue };
            let is_inside = range.contains(&from) && range.contains(&to);
            if !is_inside && score.point(&criterion.scale).is_some_and(|point| range.contains(&point)) {
                ranges.push((row, criterion, ends, Outside::Range(from, to)));
            }
        }
    }
    ranges.sort_by_key(|(row, ..)| *row);
    found.append(&mut ranges);
    let check = |(row, criterion, Ends { worst, best }, outside): (usize, &Criterion, Ends, Outside)| {
        let alternative = &model.document().alternatives[row];
        let (option, on) = (alternative.name.clone(), criterion.name.clone());
        let remark = match outside {
            Outside::Point(score) => Remark::OutsideScale { option, criterion: on, score, worst, best },
            Outside::Range(from, to) => Remark::RangeOutsideScale { option, criterion: on, from, to, worst, best },
        };
        Check::new("outside-scale", Severity::Warning, Place::Cell(alternative.id, criterion.id), remark)
    };
    abridge(found, check, same_for_scores)
}

fn ends_of(score: Score) -> Option<(f64, f64)> {
    match score {
        Score::Range(low, high) | Score::Triangle(low, _, high) => Some((low, high)),
        Score::Exact(_) | Score::Level(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use crate::analysis::fixture::rated;
    use crate::model::{Cell, Document, Id, Place, Score};

    fn with(score: Score) -> Document {
        let mut document = rated(&[("A", 50.0), ("B", 50.0)], &[("X", &[50.0, 10.0]), ("Y", &[10.0, 90.0])]);
        document.alternatives.set(0, Id::slug("A"), Cell::of(score));
        document
    }

    #[test]
    fn fires_for_a_score_and_for_the_end_of_one() {
        for (score, written) in [
            (Score::Exact(120.0), "scores 120 on A"),
            (Score::Triangle(-5.0, 20.0, 30.0), "scores -5 to 30 on A"),
            (Score::Range(100.0, 140.0), "scores 120 on A"),
        ] {
            let checks = said("outside-scale", with(score));
            assert_eq!(checks.len(), 1, "{score:?}");
            assert!(checks[0].message.to_string().contains(written), "{}", checks[0].message);
            assert_eq!(checks[0].place, Place::Cell(Id::slug("X"), Id::slug("A")));
        }
    }

    #[test]
    fn the_ends_belong_to_the_scale() {
        assert_eq!(said("outside-scale", with(Score::Range(0.0, 100.0))), []);
        assert_eq!(said("outside-scale", with(Score::Exact(100.0))), []);
    }
}
