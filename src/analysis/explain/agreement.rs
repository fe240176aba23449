//! The sentences about agreement.

use crate::analysis::agreement::Agreement;
use crate::analysis::agreement::sources::{Choice, Source};
use crate::model::Problem;
use crate::text::{Explain, List, Message};

/// How many methods put whom first, and where the winner's standing comes from: one or two messages.
#[must_use]
pub fn agreement(problem: &Problem, agreement: &Agreement, sources: &[Source]) -> Vec<Message> {
    let (firsts, methods) = (agreement.firsts(), agreement.opinions.len());
    let mut camps: Vec<(usize, usize)> = firsts.iter().copied().enumerate().filter(|(_, first)| *first > 0).collect();
    camps.sort_by_key(|&(_, first)| std::cmp::Reverse(first));
    let name = |row: usize| problem.alternatives[row].clone();
    let firsts = match camps.as_slice() {
        [] => return vec![Explain::NoMethodCanSay.into()],
        &[(row, first)] if first == methods => match methods {
            1 => Explain::OneMethod { option: name(row) },
            _ => Explain::AllMethods { methods, option: name(row) },
        },
        &[(row, count)] => Explain::FirstBy { option: name(row), count, methods },
        &[(row, count), ref rest @ ..] => {
            let others = rest.iter().map(|&(row, count)| Explain::By { option: name(row), count });
            Explain::FirstByBefore { option: name(row), count, methods, others: List::commas(others) }
        }
    };
    let source = sources.first().filter(|source| source.agreement < 1.0);
    let source = source.map(|&Source { choice, decides, .. }| match choice {
        Choice::Normalization => Explain::NormalizationMatters { decides },
        Choice::Compensation => Explain::CompensationMatters { decides },
        Choice::Thresholds => Explain::ThresholdsMatter { decides },
    });
    std::iter::once(firsts).chain(source).map(Message::from).collect()
}

#[cfg(test)]
mod tests {
    use super::agreement;
    use crate::analysis::agreement::Agreement;
    use crate::analysis::agreement::sources::{Choice, Source, sources};
    use crate::analysis::fixture::rated;
    use crate::model::Problem;

    fn said(options: &[(&str, &[f64])], sources_of: impl FnOnce(&Problem) -> Vec<Source>) -> Vec<String> {
        let problem = Problem::of(&rated(&[("Price", 30.0), ("Comfort", 70.0)], options));
        let sentences = agreement(&problem, &Agreement::of(&problem, None), &sources_of(&problem));
        sentences.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn everybody_agrees_or_nobody_can() {
        let all = said(&[("A", &[90.0, 80.0]), ("B", &[10.0, 20.0])], sources);
        assert!(all.len() == 1 && all[0].starts_with("All ") && all[0].ends_with(" methods put A first."), "{all:?}");
        let nothing: &[f64] = &[f64::NAN, f64::NAN];
        assert_eq!(
            said(&[("A", nothing), ("B", nothing)], sources),
            ["Nothing is scored yet, so no method can say anything."]
        );
    }

    #[test]
    fn camps_and_what_they_differ_on() {
        let options: [(&str, &[f64]); 2] = [("A", &[100.0, 45.0]), ("B", &[1.0, 65.0])];
        let source = |decides| Source { choice: Choice::Compensation, agreement: -1.0, decides };
        for (decides, effect) in [(true, "It decides on the winner."), (false, "It changes the order, not the winner.")]
        {
            let found = said(&options, |_| vec![source(decides)]);
            assert!(found[0].contains(" is first by ") && found[0].contains("; "), "{found:?}");
            let expected =
                format!("What matters most is how far a poor score can be made up for by good ones. {effect}");
            assert_eq!(found[1], expected);
        }
        assert_eq!(said(&options, |_| vec![Source { agreement: 1.0, ..source(false) }]).len(), 1);
    }
}
