//! Agreement in plain words.

use super::Agreement;
use super::sources::{Choice, Source};
use crate::analysis::figures::count;
use crate::model::Problem;

/// How many methods put whom first, and where the winner's standing comes from: one to three sentences.
#[must_use]
pub fn words(problem: &Problem, agreement: &Agreement, sources: &[Source]) -> Vec<String> {
    let (firsts, methods) = (agreement.firsts(), agreement.opinions.len());
    let mut camps: Vec<(usize, usize)> = firsts.iter().copied().enumerate().filter(|(_, first)| *first > 0).collect();
    camps.sort_by_key(|&(_, first)| std::cmp::Reverse(first));
    let name = |row: usize| problem.alternatives[row].as_str();
    let mut sentences = vec![match camps.as_slice() {
        [] => return vec!["Nothing is scored yet, so no method can say anything.".into()],
        [(row, first)] if *first == methods => match methods {
            1 => format!("The one method that fits puts {} first.", name(*row)),
            _ => format!("All {methods} methods put {} first.", name(*row)),
        },
        [(row, first), rest @ ..] => {
            let others: Vec<String> = rest.iter().map(|&(row, first)| format!("{} by {first}", name(row))).collect();
            let others = if others.is_empty() { String::new() } else { format!("; {}", others.join(", ")) };
            format!("{} is first by {first} of {}{others}.", name(*row), count(methods, "method"))
        }
    }];
    if let Some(source) = sources.first().filter(|source| source.agreement < 1.0) {
        let what = match source.choice {
            Choice::Normalization => "how scores are made comparable (fixed ranges would settle it)",
            Choice::Compensation => "how far a poor score can be made up for by good ones",
            Choice::Thresholds => "from which difference on a score counts as better",
        };
        let effect = if source.decides { "It decides on the winner" } else { "It changes the order, not the winner" };
        sentences.push(format!("What matters most is {what}. {effect}."));
    }
    sentences
}
