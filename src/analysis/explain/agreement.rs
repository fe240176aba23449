//! The sentences about agreement.

use super::Sentence;
use crate::analysis::agreement::Agreement;
use crate::analysis::agreement::sources::{Choice, Source};
use crate::analysis::figures::count;
use crate::model::Problem;

/// How many methods put whom first, and where the winner's standing comes from: one to three sentences.
#[must_use]
pub fn agreement(problem: &Problem, agreement: &Agreement, sources: &[Source]) -> Vec<Sentence> {
    let (firsts, methods) = (agreement.firsts(), agreement.opinions.len());
    let mut camps: Vec<(usize, usize)> = firsts.iter().copied().enumerate().filter(|(_, first)| *first > 0).collect();
    camps.sort_by_key(|&(_, first)| std::cmp::Reverse(first));
    let name = |row: usize| problem.alternatives[row].as_str();
    let firsts = match camps.as_slice() {
        [] => return vec![Sentence::from("Nothing is scored yet, so no method can say anything.")],
        [(row, first)] if *first == methods => match methods {
            1 => format!("The one method that fits puts {} first.", name(*row)),
            _ => format!("All {methods} methods put {} first.", name(*row)),
        },
        [(row, first), rest @ ..] => {
            let others: Vec<String> = rest.iter().map(|&(row, first)| format!("{} by {first}", name(row))).collect();
            let others = if others.is_empty() { String::new() } else { format!("; {}", others.join(", ")) };
            format!("{} is first by {first} of {}{others}.", name(*row), count(methods, "method"))
        }
    };
    let mut sentences = vec![Sentence::default().plain(firsts)];
    if let Some(source) = sources.first().filter(|source| source.agreement < 1.0) {
        let what = match source.choice {
            Choice::Normalization => "how scores are made comparable (fixed ranges would settle it)",
            Choice::Compensation => "how far a poor score can be made up for by good ones",
            Choice::Thresholds => "from which difference on a score counts as better",
        };
        let effect = if source.decides { "It decides on the winner" } else { "It changes the order, not the winner" };
        sentences.push(Sentence::default().plain(format!("What matters most is {what}. {effect}.")));
    }
    sentences
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
