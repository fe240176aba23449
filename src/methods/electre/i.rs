//! ELECTRE I: the options among which the best is to be found.
//!
//! Roy, B. (1968), "Classement et choix en présence de points de vue multiples (la méthode ELECTRE)", *RIRO* 2. The
//! concordance of (a, b) is the weight, 0 to 1, of the criteria on which a is at least as good as b; the discordance is the
//! largest amount by which a falls short of b on any of them, as a part, 0 to 1, of the widest range of all criteria.
//! a outranks b where the concordance is at least `c` and the discordance at most `d`. Where a criterion has a veto
//! threshold, in its own unit, vetoes take the place of `d`: a outranks b unless it falls short of it by more than a veto.
//!
//! Ranges and shortfalls are those after the normalisation. In it costs are scaled like benefits and then negated, since
//! reciprocals would change how far apart options are: `max` and `vector` come to `max-complement` and
//! `vector-complement`.

use super::{Criterion, SLACK, by_pairs, concordance, criteria};
use crate::methods::promethee::number;
use crate::methods::threshold::exceeds;
use crate::methods::{
    Better, Compute, Coverage, Detail, DetailValue, Input, Method, MethodError, MethodLabel, Need, Normalization,
    Outcome, Parameter, ParameterLabel,
};
use crate::pace::{Pace, Work};

/// ELECTRE I. Its answer is the detail `kernel`. The score of an option is how many it outranks less how many outrank it,
/// from -(n - 1) to n - 1; details `concordance`, `discordance` and `outranks` too.
pub static METHOD: Method = Method {
    id: "electre-i",
    name: MethodLabel::ElectreI,
    source: "Roy 1968",
    better: Better::Higher,
    normalizations: &[
        Normalization::None,
        Normalization::Value,
        Normalization::MinMax,
        Normalization::Max,
        Normalization::MaxComplement,
        Normalization::Sum,
        Normalization::Vector,
        Normalization::VectorComplement,
    ],
    parameters: &[
        Parameter { name: "c", default: 0.65, range: 0.0..=1.0, meaning: ParameterLabel::ElectreIC },
        Parameter { name: "d", default: 0.35, range: 0.0..=1.0, meaning: ParameterLabel::ElectreID },
    ],
    needs: &[Need::Pairs],
    compute: Compute::InSlices(compute),
};

fn compute<'a>(input: &'a Input) -> Work<'a, Result<Outcome, MethodError>> {
    Box::pin(outranking(input))
}

async fn outranking(input: &Input<'_>) -> Result<Outcome, MethodError> {
    let (problem, pace) = (input.problem, input.pace);
    let (scaled, plain) = (input.normalization.scale(problem)?, Normalization::None.scale(problem)?);
    let (criteria_scaled, criteria_plain) = (criteria(problem, &scaled), criteria(problem, &plain));
    let options = problem.alternatives.len();
    let agrees = |_: &Criterion, shortfall| if shortfall <= 0.0 { 1.0 } else { 0.0 };
    let concordance = concordance(options, &criteria_scaled, pace, agrees).await;
    let discordance = discordance(options, &criteria_scaled, pace).await;

    let (c, d) = (input.parameter("c") - SLACK, input.parameter("d") + SLACK);
    let has_vetoes = criteria_plain.iter().any(|criterion| criterion.thresholds.veto.is_some());
    let outranks = by_pairs(options, criteria_plain.len(), pace, |a, b| {
        let bears = |a, b| if has_vetoes { !vetoes(&criteria_plain, a, b) } else { discordance[a][b] <= d };
        a != b && concordance[a][b] >= c && bears(a, b)
    })
    .await;

    let coverage = Coverage::of(&plain, &problem.weights);
    let score = |a: usize| {
        let over = outranks[a].iter().filter(|&&outranks| outranks).count();
        let under = outranks.iter().filter(|outranks| outranks[a]).count();
        number(over) - number(under)
    };
    let mut scores: Vec<f64> = (0..options).map(score).collect();
    coverage.hide_unscored(&mut scores);
    let pairs = (0..options).flat_map(|a| (0..options).map(move |b| (a, b))).filter(|&(a, b)| outranks[a][b]);
    let details = vec![
        Detail { name: "concordance", value: DetailValue::Matrix(concordance) },
        Detail { name: "discordance", value: DetailValue::Matrix(discordance) },
        Detail { name: "outranks", value: DetailValue::Pairs(pairs.collect()) },
        Detail { name: "kernel", value: DetailValue::Alternatives(kernel(&outranks)) },
    ];
    Ok(Outcome { scores, coverage, details })
}

/// Of every option a against every option b: the largest amount by which a falls short, 0 to 1 of the widest range.
async fn discordance(options: usize, criteria: &[Criterion<'_>], pace: &Pace) -> Vec<Vec<f64>> {
    // A quarter, so that no difference is beyond the greatest number.
    let quarter = |x: f64| x / 4.0;
    let range = |criterion: &Criterion| {
        let (low, high) = (f64::INFINITY, f64::NEG_INFINITY);
        let low = criterion.scores.iter().copied().fold(low, f64::min);
        quarter(criterion.scores.iter().copied().fold(high, f64::max)) - quarter(low)
    };
    let widest = criteria.iter().map(range).fold(0.0, f64::max);
    by_pairs(options, criteria.len(), pace, |a, b| {
        let shortfalls = criteria.iter().map(|criterion| quarter(criterion.scores[b]) - quarter(criterion.scores[a]));
        let largest = shortfalls.fold(0.0, f64::max);
        if largest > 0.0 { largest / widest } else { 0.0 }
    })
    .await
}

/// True where a falls short of b by more than a criterion bears.
fn vetoes(criteria: &[Criterion], a: usize, b: usize) -> bool {
    criteria.iter().any(|criterion| {
        let shortfall = criterion.scores[b] - criterion.scores[a];
        criterion.thresholds.veto.is_some_and(|veto| exceeds(shortfall, veto))
    })
}

/// The options that outrank none of each other, and one of which outranks each of the rest. Found from those that none
/// outranks: what these outrank is out, and then again among what is left. None where that comes to an end at a cycle.
fn kernel(outranks: &[Vec<bool>]) -> Option<Vec<usize>> {
    let mut is_in: Vec<Option<bool>> = vec![None; outranks.len()];
    let mut outranked_by: Vec<usize> =
        (0..outranks.len()).map(|b| outranks.iter().filter(|outranks| outranks[b]).count()).collect();
    let mut free: Vec<usize> = (0..outranks.len()).filter(|&b| outranked_by[b] == 0).collect();
    let below = |a: usize| (0..outranks.len()).filter(move |&b| outranks[a][b]);
    while let Some(a) = free.pop() {
        is_in[a] = Some(true);
        for b in below(a) {
            if is_in[b].replace(false).is_none() {
                for c in below(b) {
                    outranked_by[c] -= 1;
                    if outranked_by[c] == 0 && is_in[c].is_none() {
                        free.push(c);
                    }
                }
            }
        }
    }
    let chosen = (0..outranks.len()).filter(|&a| is_in[a] == Some(true)).collect();
    is_in.iter().all(Option::is_some).then_some(chosen)
}

#[cfg(test)]
mod tests {
    use super::kernel;

    fn of(options: usize, outranks: &[(usize, usize)]) -> Option<Vec<usize>> {
        let row = |a| (0..options).map(|b| outranks.contains(&(a, b))).collect();
        kernel(&(0..options).map(row).collect::<Vec<_>>())
    }

    #[test]
    fn kernels() {
        assert_eq!(of(0, &[]), Some(vec![]));
        assert_eq!(of(3, &[]), Some(vec![0, 1, 2]));
        assert_eq!(of(3, &[(0, 1), (1, 2)]), Some(vec![0, 2]));
        assert_eq!(of(4, &[(3, 2), (2, 1), (1, 0), (3, 0)]), Some(vec![1, 3]));
    }

    #[test]
    fn a_cycle_blocks_the_kernel_unless_it_is_broken_from_outside() {
        assert_eq!(of(2, &[(0, 1), (1, 0)]), None);
        assert_eq!(of(4, &[(0, 1), (1, 2), (2, 0)]), None);
        assert_eq!(of(4, &[(0, 1), (1, 2), (2, 0), (3, 1)]), Some(vec![2, 3]));
    }
}
