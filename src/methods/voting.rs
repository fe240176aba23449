//! Several rankings become one. Voters may be criteria, people, or other methods.
//!
//! Borda, J.-C. de (1784), "Mémoire sur les élections au scrutin", *Histoire de l'Académie Royale des Sciences 1781*;
//! Copeland, A. H. (1951), "A reasonable social welfare function", University of Michigan seminar on applications of
//! mathematics to the social sciences. Both are given for voters of any weight and for ballots that leave alternatives
//! out: what a voter has not ranked counts neither as good nor as bad there.

use super::{Better, Ranking, TIE, weighted_sum};
use crate::model::{Problem, ProblemCriterion};
use crate::pace::{self, Pace};

/// Steps of an alternative that is sorted among others, about.
const SORTED: usize = 8;

/// What one voter says.
#[derive(Clone, Debug, PartialEq)]
pub struct Ballot {
    /// How much it counts, at least 0; 1 for each voter where all are equal.
    pub weight: f64,
    /// By alternative, the lower the better. Equal ranks tie; NaN where the voter has not ranked it.
    pub ranks: Vec<f64>,
}

/// The criteria as voters, each with its weight: they rank by their scores, ties sharing the mean of their places.
#[must_use]
pub fn criteria(problem: &Problem) -> Vec<Ballot> {
    pace::finish(criteria_in_slices(problem, &Pace::default()))
}

/// The same in slices.
pub async fn criteria_in_slices(problem: &Problem, pace: &Pace) -> Vec<Ballot> {
    let scores = problem.monotone_scores();
    let ranks = |criterion: &ProblemCriterion, column: &[f64]| {
        let better = if criterion.direction.is_cost() { Better::Lower } else { Better::Higher };
        let mut ranks = Ranking::of(column, better).average_ranks();
        ranks.iter_mut().zip(column).filter(|(_, x)| x.is_nan()).for_each(|(rank, _)| *rank = f64::NAN);
        ranks
    };
    let mut ballots = Vec::with_capacity(problem.criteria.len());
    for ((criterion, column), &weight) in problem.criteria.iter().zip(scores.iter()).zip(&problem.weights) {
        pace.spend(SORTED * column.len()).await;
        ballots.push(Ballot { weight, ranks: ranks(criterion, column) });
    }
    ballots
}

/// Borda's points by alternative: the weighted sum over the ballots of n - rank, where alternatives that tie share the mean
/// of their places. From 0 to (n - 1) times the weight of all voters; more is better.
///
/// Each point is an alternative that it beats, half a point one that it ties with. Where a voter has ranked only some, the
/// points among those are stretched to n - 1; who has not ranked an alternative is left out for it, and the others count
/// for the weight of all. NaN where no voter has ranked it.
#[must_use]
pub fn borda(ballots: &[Ballot]) -> Vec<f64> {
    let total: f64 = ballots.iter().map(|ballot| ballot.weight).sum();
    let points: Vec<(f64, Vec<f64>)> = ballots.iter().map(|ballot| (ballot.weight, points(&ballot.ranks))).collect();
    let score = |alternative: usize| {
        let known = points.iter().map(|(weight, points)| (weight, points[alternative])).filter(|(_, x)| !x.is_nan());
        let (sum, weight, voters) =
            known.fold((0.0, 0.0, 0), |(sum, all, voters), (weight, x)| (sum + weight * x, all + weight, voters + 1));
        if voters == ballots.len() { sum } else { weighted_sum::mean(sum, weight / total) }
    };
    (0..alternatives(ballots)).map(score).collect()
}

/// Copeland's scores by alternative: majorities won less majorities lost, in comparisons of every two. From -(n - 1) to
/// n - 1; more is better. A pair on which the weights balance is drawn and counts for neither.
///
/// Who has not ranked both of a pair has no vote on it. NaN where no voter has ranked the alternative.
#[must_use]
pub fn copeland(ballots: &[Ballot]) -> Vec<f64> {
    pace::finish(copeland_in_slices(ballots, &Pace::default()))
}

/// The same in slices.
pub async fn copeland_in_slices(ballots: &[Ballot], pace: &Pace) -> Vec<f64> {
    let total: f64 = ballots.iter().map(|ballot| ballot.weight).sum();
    let n = alternatives(ballots);
    let is_ranked = |a: usize| ballots.iter().any(|ballot| !ballot.ranks[a].is_nan());
    let mut scores: Vec<f64> = (0..n).map(|a| if is_ranked(a) { 0.0 } else { f64::NAN }).collect();
    for b in 0..n {
        pace.spend(b * ballots.len()).await;
        for a in 0..b {
            let margin: f64 = ballots.iter().map(|ballot| ballot.weight * ballot.lead(a, b)).sum();
            if margin.abs() > TIE * total {
                scores[a] += margin.signum();
                scores[b] -= margin.signum();
            }
        }
    }
    scores
}

impl Ballot {
    /// 1 where `a` is ranked before `b`, -1 where after, 0 where they tie or one is not ranked.
    pub(super) fn lead(&self, a: usize, b: usize) -> f64 {
        let (a, b) = (self.ranks[a], self.ranks[b]);
        f64::from(i8::from(a < b) - i8::from(a > b))
    }
}

fn alternatives(ballots: &[Ballot]) -> usize {
    ballots.first().map_or(0, |ballot| ballot.ranks.len())
}

/// Those beaten and half of those tied with, stretched to all others where some are not ranked. The only one that is
/// ranked has nobody to be compared with, and gets half of what can be had.
fn points(ranks: &[f64]) -> Vec<f64> {
    let known = ranks.iter().filter(|rank| !rank.is_nan()).count();
    let places = Ranking::of(ranks, Better::Lower).average_ranks();
    #[expect(clippy::cast_precision_loss, reason = "counts of alternatives")]
    let (others, known) = (ranks.len() as f64 - 1.0, known as f64);
    let point = |place: f64| if known > 1.0 { (known - place) * (others / (known - 1.0)) } else { others / 2.0 };
    ranks.iter().zip(places).map(|(rank, place)| if rank.is_nan() { f64::NAN } else { point(place) }).collect()
}
