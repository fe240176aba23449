//! `dominated-option`: another option is at least as good on every criterion and better on one, or just as good on all.

use super::super::dominance::{Stand, compare};
use super::{Check, Model, Severity, Subject, abridge, same_for_options};
use crate::model::{Columns, Place};
use crate::text::Remark;

/// Pairs of options that may be compared. Up to a thousand options are compared with all that may dominate them; of more,
/// each is compared only with the strongest, as many as this allows, and the check counts among the silent ones.
const PAIRS: usize = 1_000_000;

pub(super) async fn check(&Subject { model, pace, .. }: &Subject<'_>) -> Vec<Check> {
    let values = &model.problem().values;
    // By a single criterion the ranking has said it all.
    if model.problem().criteria.len() < 2 {
        return Vec::new();
    }
    // Who dominates has at least the same overall value, so that it stands before the other in the ranking or ties with it.
    let most = (PAIRS / values.rows().max(1)).max(1);
    let mut strongest: Vec<usize> = Vec::new();
    let mut found: Vec<(usize, usize, Stand)> = Vec::new();
    for (done, row) in model.ranked().enumerate() {
        pace.tell(done, values.rows());
        pace.spend(1 + strongest.len() * model.problem().criteria.len()).await;
        let compared = strongest.iter().map(|&by| stand(values, by, row));
        match compared.enumerate().find(|(_, stand)| !matches!(stand, Stand::Open)) {
            Some((at, Stand::Dominated(better))) => {
                let weaker = std::mem::replace(&mut strongest[at], row);
                found.push((weaker, row, Stand::Dominates(better)));
            }
            Some((at, stand)) => found.push((row, strongest[at], stand)),
            None if strongest.len() < most => strongest.push(row),
            None => {}
        }
    }
    found.sort_by_key(|(row, ..)| *row);
    abridge(found, |(row, by, stand)| dominated(model, row, by, &stand), same_for_options)
}

/// How two options stand to each other; open where something is not known.
fn stand(values: &Columns, a: usize, b: usize) -> Stand {
    let found = compare(values, a, b);
    if found.is_complete { found.stand } else { Stand::Open }
}

fn dominated(model: &Model, row: usize, by: usize, stand: &Stand) -> Check {
    let names = &model.problem().alternatives;
    let (option, by) = (names[row].clone(), names[by].clone());
    let remark = match *stand {
        Stand::Dominates(worse) => {
            Remark::NowhereBetter { option, by, worse, criteria: model.problem().criteria.len() }
        }
        _ => Remark::ScoresTheSame { option, by },
    };
    let place = Place::Alternative(model.document().alternatives[row].id);
    Check::new("dominated-option", Severity::Note, place, remark)
}

#[cfg(test)]
mod tests {
    use super::super::tests::said;
    use crate::analysis::fixture::rated;

    type Options<'a> = [(&'a str, &'a [f64])];

    fn messages(weights: [f64; 2], options: &Options) -> Vec<String> {
        let document = rated(&[("P", weights[0]), ("Q", weights[1])], options);
        said("dominated-option", document).into_iter().map(|check| check.message.to_string()).collect()
    }

    #[test]
    fn names_who_dominates_and_who_is_a_duplicate() {
        let options: &Options =
            &[("A", &[10.0, 50.0]), ("B", &[60.0, 50.0]), ("C", &[20.0, 90.0]), ("D", &[60.0, 50.0])];
        assert_eq!(
            messages([40.0, 60.0], options),
            ["A is nowhere better than C, and worse on 2 of 2 criteria.", "D scores the same as B on every criterion.",]
        );
    }

    #[test]
    fn a_criterion_that_weighs_nothing_still_tells_apart() {
        let options: &Options = &[("A", &[10.0, 50.0]), ("B", &[20.0, 50.0])];
        assert_eq!(messages([0.0, 1.0], options), ["A is nowhere better than B, and worse on 1 of 2 criteria."]);
    }

    #[test]
    fn is_silent_where_each_is_better_somewhere_or_a_score_is_missing() {
        assert!(messages([40.0, 60.0], &[("A", &[10.0, 50.0]), ("B", &[60.0, 40.0])]).is_empty());
        assert!(messages([40.0, 60.0], &[("A", &[10.0, f64::NAN]), ("B", &[60.0, 40.0])]).is_empty());
    }
}
