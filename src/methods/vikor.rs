//! VIKOR: a compromise between the regret of all criteria together and that of the worst one.
//!
//! Opricovic, S. & Tzeng, G.-H. (2004), "Compromise solution by MCDM methods: A comparative analysis of VIKOR and TOPSIS",
//! *European Journal of Operational Research* 156, 445-455. With r = (best - x) / (best - worst), 0 where all options are
//! equal, S is the sum of w r, R the largest w r, and
//! Q = v (S - min S) / (max S - min S) + (1 - v) (R - min R) / (max R - min R), 0 to 1, less is better. Q does not depend on
//! units, nor on where a scale has its zero.
//!
//! The first in order of Q is the answer alone when it has an acceptable advantage, Q of the second less its own at least
//! DQ = 1 / (n - 1), and acceptable stability, being first by S or R too. Without stability the second is part of the
//! `compromise` too; without the advantage all are whose Q is less than DQ away. What differs by no more than rounding
//! counts as equal: it ties in the order, and where it lies on DQ it belongs to the compromise.
//!
//! Where S or R is the same for all options, its part of Q is 0 for all. A single option has Q = 0 and is the compromise.
//! Details: `S` and `R` in 0 to 1, `Q`, `acceptable_advantage`, `acceptable_stability`, `compromise`.

use super::{
    Better, Compute, Detail, DetailValue, Input, Method, MethodError, MethodLabel, Need, Normalization, Outcome,
    Parameter, ParameterLabel, Ranking,
};
use super::{TIE, weighted_sum};

/// VIKOR.
pub static METHOD: Method = Method {
    id: "vikor",
    name: MethodLabel::Vikor,
    source: "Opricovic & Tzeng 2004",
    better: Better::Lower,
    normalizations: &[Normalization::MinMax],
    parameters: &[Parameter { name: "v", default: 0.5, range: 0.0..=1.0, meaning: ParameterLabel::VikorV }],
    needs: &[Need::EveryScore],
    compute: Compute::AtOnce(compute),
};

fn compute(input: &Input) -> Result<Outcome, MethodError> {
    let problem = input.problem;
    // How far a benefit is from the best is what a cost is worth, and the other way round.
    let regrets = Normalization::MinMax.with(problem, |direction| !direction.is_cost())?;
    let group = weighted_sum::combine(&regrets, &problem.weights);
    let mut worst = vec![0.0; regrets.rows()];
    for (column, weight) in regrets.iter().zip(&problem.weights) {
        worst.iter_mut().zip(column).for_each(|(worst, regret)| *worst = f64::max(*worst, weight * regret));
    }
    let v = input.parameter("v");
    let (of_group, of_worst) = (shares(&group), shares(&worst));
    let scores: Vec<f64> = of_group.iter().zip(&of_worst).map(|(s, r)| v * s + (1.0 - v) * r).collect();
    let compromise = Compromise::of(&scores, &of_group, &of_worst);
    let details = vec![
        Detail::by_alternative("S", group),
        Detail::by_alternative("R", worst),
        Detail::by_alternative("Q", scores.clone()),
        Detail { name: "acceptable_advantage", value: DetailValue::Flag(compromise.has_advantage) },
        Detail { name: "acceptable_stability", value: DetailValue::Flag(compromise.is_stable) },
        Detail { name: "compromise", value: DetailValue::Alternatives(Some(compromise.set)) },
    ];
    Ok(Outcome { scores, details, ..Outcome::default() })
}

/// Where each number lies between the least and the largest, 0 to 1; 0 where rounding is all that tells them apart.
fn shares(numbers: &[f64]) -> Vec<f64> {
    let min = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let max = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let span = max - min;
    numbers.iter().map(|x| if span > max * TIE { (x - min) / span } else { 0.0 }).collect()
}

/// What the ranking by Q amounts to.
struct Compromise {
    has_advantage: bool,
    is_stable: bool,
    /// In order of Q.
    set: Vec<usize>,
}

impl Compromise {
    /// From Q, and S and R as shares.
    fn of(scores: &[f64], group: &[f64], worst: &[f64]) -> Self {
        let ranking = Ranking::of(scores, Better::Lower);
        let order: Vec<usize> = ranking.iter().map(|(alternative, _)| alternative).collect();
        let (Some(&first), second) = (order.first(), order.get(1)) else {
            return Self { has_advantage: true, is_stable: true, set: Vec::new() };
        };
        let lead = |alternative: usize| scores[alternative] - scores[first];
        #[expect(clippy::cast_precision_loss, reason = "a count of options")]
        let enough = 1.0 / (scores.len() - 1) as f64;
        let has_advantage = second.is_none_or(|&second| lead(second) >= enough - TIE);
        let is_stable = group[first] <= TIE || worst[first] <= TIE;
        let close = |alternative: &usize| match (has_advantage, second) {
            (false, _) => lead(*alternative) <= enough + TIE,
            (true, Some(&second)) if !is_stable => ranking.rank(*alternative) <= ranking.rank(second),
            _ => *alternative == first,
        };
        Self { has_advantage, is_stable, set: order.iter().copied().filter(close).collect() }
    }
}
