//! `rank-reversal`: leaving out one option that is not first changes the order of the others.
//!
//! On fixed scales the value model is free of it; on local scales, and with every relative method, an option that nobody
//! would choose can decide between two others.

use super::{Check, Model, Severity, Subject, can_compare_all};
use crate::methods::{Evaluation, Normalization, evaluate_in_slices};
use crate::model::{Place, Problem};
use crate::text::Remark;

pub(super) async fn check(subject: &Subject<'_>) -> Vec<Check> {
    match find(subject).await {
        Some((row, above, below)) => vec![reversal(subject.model, row, above, below)],
        None => Vec::new(),
    }
}

/// The first option without which two others, who came `above` and `below`, stand the other way round.
async fn find(&Subject { model, circumstances, pace, .. }: &Subject<'_>) -> Option<(usize, usize, usize)> {
    let problem = model.problem();
    let rows = problem.alternatives.len();
    if rows < 3 || !can_compare_all(model) {
        return None;
    }
    let whole = evaluate_in_slices(problem, &circumstances.settings, pace).await.ok()?;
    let winners = whole.ranking.winners();
    let is_out = |row: &usize| !winners.iter().any(|&winner| winner as usize == *row);
    let values_only = whole.normalization == Normalization::Value && whole.method.id == "weighted-sum";
    let candidates = (0..rows).filter(is_out).filter(|&row| !values_only || holds_an_end(problem, row));
    for row in candidates {
        pace.tell(row, rows);
        pace.spend(rows * problem.criteria.len()).await;
        let rest = problem.without(model.document(), row);
        let Ok(other) = evaluate_in_slices(&rest, &circumstances.settings, pace).await else { continue };
        if let Some((above, below)) = swapped(&whole, &other, row) {
            return Some((row, above, below));
        }
    }
    None
}

fn reversal(model: &Model, row: usize, above: usize, below: usize) -> Check {
    let name = |row: usize| model.problem().alternatives[row].clone();
    let remark = Remark::RankReversal { option: name(row), below: name(below), above: name(above) };
    let place = Place::Alternative(model.document().alternatives[row].id);
    Check::new("rank-reversal", Severity::Warning, place, remark)
}

/// True where the option alone holds the worst or the best of a local scale: without it the scale is another one.
fn holds_an_end(problem: &Problem, row: usize) -> bool {
    problem.criteria.iter().zip(problem.scores.iter()).any(|(criterion, column)| {
        let is_end = criterion.ends.is_some_and(|ends| [ends.worst, ends.best].contains(&column[row]));
        !criterion.has_fixed_ends && is_end
    })
}

/// A pair of others that stand the other way round without `row`: who came first before, and who does now.
fn swapped(whole: &Evaluation, rest: &Evaluation, row: usize) -> Option<(usize, usize)> {
    let rows = whole.scores.len();
    let others = || (0..rows).filter(|&other| other != row && !whole.scores[other].is_nan());
    let rank = |other: usize| rest.ranking.rank(other - usize::from(other > row));
    // From the best down, whoever now stands before one who came before it strictly: mostly there is nobody, which takes
    // one way through the order.
    let order = whole.ranking.order().iter().map(|&other| other as usize);
    let ranked: Vec<(u32, u32)> = order
        .filter(|&other| other != row && !whole.scores[other].is_nan())
        .map(|other| (whole.ranking.rank(other), rank(other)))
        .collect();
    let mut last = 0;
    let keeps = ranked.chunk_by(|a, b| a.0 == b.0).all(|tied| {
        let (first, until) = tied.iter().fold((u32::MAX, last), |(low, high), &(_, now)| (low.min(now), high.max(now)));
        first >= std::mem::replace(&mut last, until)
    });
    if keeps {
        return None;
    }
    others().find_map(|above| {
        let below = others()
            .find(|&below| whole.ranking.rank(above) < whole.ranking.rank(below) && rank(above) > rank(below))?;
        Some((above, below))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use crate::analysis::fixture::{rated, with_scale};
    use crate::model::{Document, Ends, Measure, Scale};

    /// Without C, which is poor at P, A is no longer much better at P than B.
    fn document(range: Option<Ends>) -> Document {
        let options: [(&str, &[f64]); 3] = [("A", &[60.0, 40.0]), ("B", &[50.0, 60.0]), ("C", &[0.0, 0.0])];
        let document = rated(&[("P", 50.0), ("Q", 50.0)], &options);
        let scale = Scale::Measure(Measure { range, ..Measure::default() });
        with_scale(with_scale(document, "P", &scale), "Q", &scale)
    }

    #[test]
    fn an_order_that_hangs_on_an_outsider_is_said() {
        let options: [(&str, &[f64]); 4] =
            [("A", &[60.0, 40.0]), ("B", &[50.0, 47.0]), ("C", &[0.0, 45.0]), ("D", &[58.0, 70.0])];
        let scale = Scale::Measure(Measure::default());
        let document = rated(&[("P", 50.0), ("Q", 50.0)], &options);
        let document = with_scale(with_scale(document, "P", &scale), "Q", &scale);
        let checks = said("rank-reversal", document);
        assert_eq!(checks.len(), 1);
        assert_eq!(checks[0].message, "Without C the order of two others is another one: A then comes before B.");
    }

    #[test]
    fn fixed_ranges_are_free_of_it() {
        assert!(said("rank-reversal", document(Some(Ends { worst: 0.0, best: 100.0 }))).is_empty());
        assert!(said("rank-reversal", document(None)).is_empty());
    }
}
