//! How far several rankings of the same alternatives agree.
//!
//! [`correlation`] compares two of them. [`voting`] makes one of all, with a ballot for each. [`Agreement`] asks every
//! method that fits a problem, and [`sources`] what the differences between them come from.

pub mod correlation;
pub mod sources;

use rayon::prelude::*;

use crate::methods::voting::{self, Ballot};
use crate::methods::{self, Evaluation, Method, MethodError, Normalization, Settings, evaluate, evaluate_in_slices};
use crate::model::Problem;
use crate::pace::Pace;

/// What all methods say of one problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// Of every method that fits, in the order of [`methods::ALL`].
    pub opinions: Vec<Evaluation>,
    /// The methods that do not fit, and why.
    pub unfit: Vec<(&'static Method, MethodError)>,
    /// Between any two opinions, -1 to 1.
    pub spearman: Vec<Vec<f64>>,
    /// Between any two opinions, -1 to 1.
    pub kendall_tau_b: Vec<Vec<f64>>,
    /// Between any two opinions, -1 to 1; differences at the top count for more.
    pub weighted_spearman: Vec<Vec<f64>>,
    /// How well the second opinion agrees with the first as reference, 0 to 1.
    pub ws: Vec<Vec<f64>>,
    /// Borda's points by alternative, with the opinions as voters.
    pub borda: Vec<f64>,
    /// Copeland's scores by alternative, with the opinions as voters.
    pub copeland: Vec<f64>,
}

impl Agreement {
    /// Asks all methods, each with its usual parameters, and with `normalization` where one is asked for and the method
    /// takes it.
    #[must_use]
    pub fn of(problem: &Problem, normalization: Option<Normalization>) -> Self {
        let ask = |method: &'static Method| {
            let normalization = normalization.filter(|asked| method.normalizations.contains(asked));
            evaluate(problem, &Settings { normalization, ..Settings::of(method) }).map_err(|error| (method, error))
        };
        Self::between(methods::ALL.par_iter().map(|method| ask(method)).collect())
    }

    /// The same in slices, one method after the other.
    pub async fn in_slices(problem: &Problem, normalization: Option<Normalization>, pace: &Pace) -> Self {
        let mut answers = Vec::with_capacity(methods::ALL.len());
        for (done, method) in methods::ALL.into_iter().enumerate() {
            pace.tell(done, methods::ALL.len());
            let normalization = normalization.filter(|asked| method.normalizations.contains(asked));
            let settings = Settings { normalization, ..Settings::of(method) };
            answers.push(evaluate_in_slices(problem, &settings, pace).await.map_err(|error| (method, error)));
        }
        pace.spend(answers.len() * answers.len() * problem.alternatives.len()).await;
        Self::between(answers)
    }

    fn between(answers: Vec<Result<Evaluation, (&'static Method, MethodError)>>) -> Self {
        let (mut opinions, mut unfit) = (Vec::new(), Vec::new());
        for answer in answers {
            match answer {
                Ok(opinion) => opinions.push(opinion),
                Err(reason) => unfit.push(reason),
            }
        }
        let ranks: Vec<Vec<f64>> = opinions.iter().map(|opinion| opinion.ranking.average_ranks()).collect();
        let table = |measure: fn(&[f64], &[f64]) -> f64| -> Vec<Vec<f64>> {
            ranks.par_iter().map(|x| ranks.iter().map(|y| measure(x, y)).collect()).collect()
        };
        let ballots: Vec<Ballot> = ranks.iter().map(|ranks| Ballot { weight: 1.0, ranks: ranks.clone() }).collect();
        Self {
            spearman: table(correlation::spearman),
            kendall_tau_b: table(correlation::kendall_tau_b),
            weighted_spearman: table(correlation::weighted_spearman),
            ws: table(correlation::ws),
            borda: voting::borda(&ballots),
            copeland: voting::copeland(&ballots),
            opinions,
            unfit,
        }
    }

    /// By alternative: how many opinions put it first, ties included.
    #[must_use]
    pub fn firsts(&self) -> Vec<usize> {
        let mut firsts = vec![0; self.borda.len()];
        for opinion in &self.opinions {
            for row in winners(opinion) {
                firsts[row] += 1;
            }
        }
        firsts
    }

    /// The least Kendall tau-b between any two opinions, and whose they are; None with fewer than two.
    #[must_use]
    pub fn farthest(&self) -> Option<(f64, &Evaluation, &Evaluation)> {
        let pairs = (0..self.opinions.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
        let (a, b) = pairs.min_by(|&(a, b), &(c, d)| self.kendall_tau_b[a][b].total_cmp(&self.kendall_tau_b[c][d]))?;
        Some((self.kendall_tau_b[a][b], &self.opinions[a], &self.opinions[b]))
    }
}

/// Those that share the first place, as far as anything is scored.
pub(super) fn winners(opinion: &Evaluation) -> impl Iterator<Item = usize> {
    let first = opinion.ranking.winners().iter().map(|&row| row as usize);
    first.filter(|&row| !opinion.scores[row].is_nan())
}
