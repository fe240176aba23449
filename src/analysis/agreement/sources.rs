//! What it comes from that methods disagree.
//!
//! One thing at a time is changed, and the rankings are compared: how scores are made comparable, how far a poor score can
//! be made up for by a good one, and from which difference on a score counts as better.

use super::correlation::kendall_tau_b;
use super::winners;
use crate::methods::{
    Evaluation, Normalization, Settings, evaluate, maximin, promethee, weighted_product, weighted_sum,
};
use crate::model::{Outranking, Problem};

/// A thing on which methods differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// Weighted sum with `min-max`, `max`, `sum` and `vector`, as far as the scores allow them.
    Normalization,
    /// Weighted sum, weighted product and maximin: full compensation, some, and none.
    Compensation,
    /// PROMETHEE II with the thresholds as given, and with none.
    Thresholds,
}

/// What a choice does to the ranking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Source {
    pub choice: Choice,
    /// The least Kendall tau-b between two rankings that differ in this choice alone, -1 to 1: 1 where it does nothing.
    pub agreement: f64,
    /// True where two of them have no winner in common.
    pub decides: bool,
}

impl Choice {
    pub const ALL: [Self; 3] = [Self::Normalization, Self::Compensation, Self::Thresholds];

    /// The name in machine-readable results.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Normalization => "normalisation",
            Self::Compensation => "compensation",
            Self::Thresholds => "thresholds",
        }
    }

    /// The rankings that differ in nothing else.
    fn rankings(self, problem: &Problem) -> Vec<Evaluation> {
        let by = |settings: &Settings, problem: &Problem| evaluate(problem, settings).ok();
        let normalized =
            |settings: Settings, normalization| Settings { normalization: Some(normalization), ..settings };
        let rankings = match self {
            Self::Normalization => {
                [Normalization::MinMax, Normalization::Max, Normalization::Sum, Normalization::Vector]
                    .map(|normalization| by(&normalized(Settings::default(), normalization), problem))
                    .to_vec()
            }
            Self::Compensation => [&weighted_sum::METHOD, &weighted_product::METHOD, &maximin::METHOD]
                .map(|method| by(&normalized(Settings::of(method), Normalization::Value), problem))
                .to_vec(),
            Self::Thresholds => {
                let mut plain = problem.clone();
                plain.criteria.iter_mut().for_each(|criterion| criterion.outranking = Outranking::default());
                let settings = Settings::of(&promethee::ii::METHOD);
                vec![by(&settings, problem), by(&settings, &plain)]
            }
        };
        rankings.into_iter().flatten().collect()
    }
}

/// What each choice does to the ranking of `problem`, the most divisive first; without those of which there is nothing to
/// compare.
#[must_use]
pub fn sources(problem: &Problem) -> Vec<Source> {
    let mut sources: Vec<Source> = Choice::ALL.into_iter().filter_map(|choice| source(choice, problem)).collect();
    sources.sort_by(|a, b| b.decides.cmp(&a.decides).then(a.agreement.total_cmp(&b.agreement)));
    sources
}

fn source(choice: Choice, problem: &Problem) -> Option<Source> {
    let rankings = choice.rankings(problem);
    let pairs = || rankings.iter().enumerate().flat_map(|(at, b)| rankings[..at].iter().map(move |a| (a, b)));
    let tau =
        |(a, b): (&Evaluation, &Evaluation)| kendall_tau_b(&a.ranking.average_ranks(), &b.ranking.average_ranks());
    let agreement = pairs().map(tau).min_by(f64::total_cmp)?;
    let decides =
        pairs().any(|(a, b)| winners(a).next().is_some() && winners(a).all(|row| !winners(b).any(|x| x == row)));
    Some(Source { choice, agreement, decides })
}
