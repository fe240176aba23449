//! `normalisation-decides`: min-max, max, sum and vector do not agree on the winner.
//! `method-decides`: the second-opinion methods do not agree on the winner.

use super::{Check, Model, Severity, Subject, can_compare_all};
use crate::methods::{self, Evaluation, Normalization, Settings, evaluate_in_slices, lexicographic, maximin};
use crate::model::Place;
use crate::text::{Argument, List, Remark};

const NORMALIZATIONS: [Normalization; 4] =
    [Normalization::MinMax, Normalization::Max, Normalization::Sum, Normalization::Vector];

/// Methods that see one criterion of each option and nothing else: that they differ says nothing of the rest.
const ONE_CRITERION: [&str; 2] = [lexicographic::METHOD.id, maximin::METHOD.id];

pub(super) async fn normalization_decides(&Subject { model, pace, .. }: &Subject<'_>) -> Vec<Check> {
    let mut opinions = Vec::new();
    for normalization in NORMALIZATIONS {
        let settings = Settings { normalization: Some(normalization), ..Settings::default() };
        let evaluation = evaluate_in_slices(model.problem(), &settings, pace).await;
        opinions.extend(evaluation.ok().and_then(|evaluation| Some((normalization.id(), winners(&evaluation)?))));
    }
    let winners = disagreement(model, &opinions).map(|winners| Remark::NormalizationDecides { winners });
    let check = |remark| Check::new("normalisation-decides", Severity::Warning, Place::Decision, remark);
    winners.map(check).into_iter().collect()
}

pub(super) async fn method_decides(&Subject { model, pace, .. }: &Subject<'_>) -> Vec<Check> {
    if !can_compare_all(model) {
        return Vec::new();
    }
    let mut opinions = Vec::new();
    for (done, method) in methods::ALL.into_iter().enumerate().filter(|(_, method)| !ONE_CRITERION.contains(&method.id))
    {
        let pace = pace.part(done, done + 1, methods::ALL.len());
        let evaluation = evaluate_in_slices(model.problem(), &Settings::of(method), &pace).await;
        opinions.extend(evaluation.ok().and_then(|evaluation| Some((method.name, winners(&evaluation)?))));
    }
    let winners = disagreement(model, &opinions).map(|winners| Remark::MethodDecides { winners });
    winners.map(|remark| Check::new("method-decides", Severity::Note, Place::Decision, remark)).into_iter().collect()
}

/// Those that share the first place, by their places; None where nobody can be first.
fn winners(evaluation: &Evaluation) -> Option<Vec<usize>> {
    let scored = |row: &usize| !evaluation.scores[*row].is_nan();
    let winners: Vec<usize> = evaluation.ranking.winners().iter().map(|&row| row as usize).filter(scored).collect();
    (!winners.is_empty()).then_some(winners)
}

/// Who wins by what, for example `A by min-max and sum, B by max`; None where all have a winner in common.
fn disagreement<N: Copy + Into<Argument>>(model: &Model, opinions: &[(N, Vec<usize>)]) -> Option<List> {
    let (_, first) = opinions.first()?;
    if first.iter().any(|row| opinions.iter().all(|(_, winners)| winners.contains(row))) {
        return None;
    }
    let mut camps: Vec<(usize, Vec<N>)> = Vec::new();
    for &(id, ref winners) in opinions {
        for &row in winners {
            match camps.iter_mut().find(|(other, _)| *other == row) {
                Some((_, ids)) => ids.push(id),
                None => camps.push((row, vec![id])),
            }
        }
    }
    camps.sort_by_key(|(_, ids)| std::cmp::Reverse(ids.len()));
    Some(List::semicolons(camps.into_iter().map(|(row, ids)| Remark::WinsBy {
        option: model.problem().alternatives[row].clone(),
        by: List::commas(ids).naming(List::NAMED),
    })))
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use crate::analysis::fixture::{rated, with_scale};
    use crate::model::{Document, Measure, Scale};

    fn measured(a: [f64; 2], b: [f64; 2], c: [f64; 2]) -> Document {
        let document = rated(&[("P", 50.0), ("Q", 50.0)], &[("A", &a), ("B", &b), ("C", &c)]);
        let scale = Scale::Measure(Measure::default());
        with_scale(with_scale(document, "P", &scale), "Q", &scale)
    }

    #[test]
    fn a_winner_by_normalisation_alone_is_said() {
        // P differs by a tenth, Q threefold: min-max sees both alike, the ratios see Q alone.
        let checks = said("normalisation-decides", measured([110.0, 11.0], [100.0, 20.0], [100.0, 10.0]));
        assert_eq!(checks.len(), 1, "{checks:?}");
        assert!(checks[0].message.to_string().contains("A by min-max"), "{}", checks[0].message);
        assert!(said("normalisation-decides", measured([110.0, 20.0], [100.0, 10.0], [101.0, 10.0])).is_empty());
    }

    #[test]
    fn a_winner_by_method_alone_is_said() {
        let checks = said("method-decides", measured([110.0, 11.0], [100.0, 20.0], [100.0, 10.0]));
        assert_eq!(checks.len(), 1, "{checks:?}");
        assert!(checks[0].message.to_string().contains("by Weighted sum"), "{}", checks[0].message);
        assert!(said("method-decides", measured([110.0, 20.0], [100.0, 10.0], [101.0, 10.0])).is_empty());
    }
}
