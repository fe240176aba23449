//! The sentences about robustness.

use crate::analysis::robustness::{Information, Robustness};
use crate::model::Problem;
use crate::text::{Explain, Fixed, List, Message, Percent, Points, Share};

/// Criteria that are named as what an option needs.
const NAMED: usize = 2;

/// How often the option that is first most often is first, and with what weights each that can be first is so.
#[must_use]
pub fn robustness(problem: &Problem, result: &Robustness) -> Vec<Message> {
    let name = |row: usize| problem.alternatives[row].clone();
    let order = result.order();
    let mut messages = Vec::new();
    if let [first, _, ..] = order[..] {
        let standing = &result.standings[first];
        let (option, share, rank) = (name(first), Share(standing.first()), Fixed(standing.expected_rank, 1));
        messages.push(match &result.information {
            Information::Free => Explain::FirstInFree { option, share, rank },
            Information::Ranked => Explain::FirstInRanked { option, share, rank },
            Information::Within(distance) => {
                Explain::FirstInWithin { option, share, rank, distance: Points(*distance) }
            }
            Information::Limits(_) => Explain::FirstInLimits { option, share, rank },
        });
    }
    for &row in &order {
        let Some(central) = result.standings[row].central_weights.as_ref().filter(|_| order.len() > 1) else {
            continue;
        };
        let mut criteria: Vec<usize> = (0..central.len()).collect();
        criteria.sort_by(|&a, &b| central[b].total_cmp(&central[a]));
        let named = criteria.iter().take(NAMED).map(|&at| Explain::WeightOf {
            criterion: problem.criteria[at].name.clone(),
            weight: Percent(central[at]),
        });
        let (option, criteria) = (name(row), List::all(named));
        messages.push(if central.len() > 1 {
            Explain::Central { option, criteria }
        } else {
            Explain::CentralSingle { option, criteria }
        });
    }
    messages.into_iter().map(Message::from).collect()
}

#[cfg(test)]
mod tests {
    use super::robustness;
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
}
