//! The sentences about robustness.

use super::Sentence;
use crate::analysis::figures::{percent, points};
use crate::analysis::robustness::{Information, Robustness};
use crate::model::Problem;

/// Criteria that are named as what an option needs.
const NAMED: usize = 2;

/// How often the option that is first most often is first, and with what weights each that can be first is so.
#[must_use]
pub fn robustness(problem: &Problem, result: &Robustness) -> Vec<Sentence> {
    let name = |row: usize| problem.alternatives[row].as_str();
    let order = result.order();
    let mut sentences = Vec::new();
    if let [first, _, ..] = order[..] {
        let standing = &result.standings[first];
        sentences.push(
            Sentence::default().plain(format!("{} is first in ", name(first))).strong(share(standing.first())).plain(
                format!(
                    " of all {}; its expected rank is {:.1}.",
                    weights(&result.information),
                    standing.expected_rank
                ),
            ),
        );
    }
    for &row in &order {
        let Some(central) = result.standings[row].central_weights.as_ref().filter(|_| order.len() > 1) else {
            continue;
        };
        let mut criteria: Vec<usize> = (0..central.len()).collect();
        criteria.sort_by(|&a, &b| central[b].total_cmp(&central[a]));
        let named = criteria.iter().take(NAMED);
        let named: Vec<String> =
            named.map(|&at| format!("{} {}", problem.criteria[at].name, percent(central[at]))).collect();
        let most = if central.len() > 1 { ", most of all" } else { ":" };
        sentences.push(
            Sentence::default()
                .strong(name(row))
                .plain(format!(" is first with weights around its central ones{most} {}.", named.join(" and "))),
        );
    }
    sentences
}

/// A share that is never rounded to all or nothing.
fn share(share: f64) -> String {
    match share {
        x if x > 0.0 && x < 0.001 => format!("less than {}", percent(0.001)),
        x if x > 0.99 && x < 1.0 => format!("more than {}", percent(0.99)),
        x => percent(x),
    }
}

fn weights(information: &Information) -> String {
    match information {
        Information::Free => "weightings".into(),
        Information::Ranked => "weightings that keep the order of the weights".into(),
        Information::Within(distance) => {
            format!("weightings within {} points of these weights", points(*distance))
        }
        Information::Limits(_) => "weightings within the limits".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{robustness, share};
    use crate::analysis::fixture::rated;
    use crate::analysis::robustness::{Settings, Simulation};
    use crate::model::Problem;

    fn said(options: &[(&str, &[f64])]) -> Vec<String> {
        let document = rated(&[("Price", 30.0), ("Comfort", 70.0)], options);
        let problem = Problem::of(&document);
        let settings = Settings { samples: 2000, ..Settings::default() };
        let result = Simulation::new(&document, &problem, settings).expect("a sound decision").finish();
        robustness(&problem, &result).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_first_and_what_each_needs() {
        let said = said(&[("A", &[100.0, 50.0]), ("B", &[0.0, 60.0]), ("C", &[0.0, 0.0])]);
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(
            said[0].starts_with("A is first in 9") && said[0].contains(" of all weightings; its expected rank is 1.1.")
        );
        assert!(
            said[1].starts_with("A is first with weights around its central ones, most of all Price 5"),
            "{said:?}"
        );
        assert!(
            said[2].starts_with("B is first with weights around its central ones, most of all Comfort 9"),
            "{said:?}"
        );
    }

    #[test]
    fn a_single_option_has_nobody_to_compare_with() {
        assert!(said(&[("A", &[1.0, 2.0])]).is_empty());
    }

    #[test]
    fn a_share_is_never_rounded_to_all_or_nothing() {
        for (x, text) in
            [(0.0, "0"), (1e-5, "less than 0.1"), (0.004, "0.4"), (0.64, "64"), (0.999, "more than 99"), (1.0, "100")]
        {
            assert_eq!(share(x), format!("{text}\u{202F}%"));
        }
    }
}
