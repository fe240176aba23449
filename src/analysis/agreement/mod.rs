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
use crate::pace::{self, Pace};

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
        let answers = methods::ALL.par_iter().map(|method| ask(method)).collect();
        pace::finish(Self::between(answers, &Pace::default()))
    }

    /// The same in slices, one method after the other.
    pub async fn in_slices(problem: &Problem, normalization: Option<Normalization>, pace: &Pace) -> Self {
        let mut answers = Vec::with_capacity(methods::ALL.len());
        let (asking, comparing) = (pace.part(0, 1, 2), pace.part(1, 2, 2));
        for (done, method) in methods::ALL.into_iter().enumerate() {
            let pace = asking.part(done, done + 1, methods::ALL.len());
            let normalization = normalization.filter(|asked| method.normalizations.contains(asked));
            let settings = Settings { normalization, ..Settings::of(method) };
            answers.push(evaluate_in_slices(problem, &settings, &pace).await.map_err(|error| (method, error)));
        }
        Self::between(answers, &comparing).await
    }

    async fn between(answers: Vec<Result<Evaluation, (&'static Method, MethodError)>>, pace: &Pace) -> Self {
        let (mut opinions, mut unfit) = (Vec::new(), Vec::new());
        for answer in answers {
            match answer {
                Ok(opinion) => opinions.push(opinion),
                Err(reason) => unfit.push(reason),
            }
        }
        let ranks: Vec<Vec<f64>> = opinions.iter().map(|opinion| opinion.ranking.average_ranks()).collect();
        let ballots: Vec<Ballot> = ranks.iter().map(|ranks| Ballot { weight: 1.0, ranks: ranks.clone() }).collect();
        let none = || vec![vec![0.0; ranks.len()]; ranks.len()];
        let (mut spearman, mut weighted_spearman, mut ws, mut in_order) = (none(), none(), none(), none());
        for (a, x) in ranks.iter().enumerate() {
            pace.tell(a * a, ranks.len() * ranks.len());
            for (b, y) in ranks.iter().enumerate() {
                pace.spend(4 * x.len()).await;
                spearman[a][b] = correlation::spearman(x, y);
                weighted_spearman[a][b] = correlation::weighted_spearman(x, y);
                ws[a][b] = correlation::ws(x, y);
                if b <= a {
                    in_order[a][b] = correlation::concordance_in_slices(x, y, pace).await;
                    in_order[b][a] = in_order[a][b];
                }
            }
        }
        let tau_b = |a: usize, b: usize| correlation::scaled(in_order[a][b], in_order[a][a], in_order[b][b]);
        let kendall_tau_b = (0..ranks.len()).map(|a| (0..ranks.len()).map(|b| tau_b(a, b)).collect()).collect();
        Self {
            spearman,
            kendall_tau_b,
            weighted_spearman,
            ws,
            borda: voting::borda(&ballots),
            copeland: voting::copeland_in_slices(&ballots, pace).await,
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
