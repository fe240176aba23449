//! What intervals, orderings and linear conditions leave open to the weights.
//!
//! Limits are linear in the overall weights of criteria, and so are those of groups, which are sums. Whether they can all be
//! met, and between what each weight then lies, are linear programs. Of limits that cannot, a deletion filter (Chinneck &
//! Dravnieks 1991, *ORSA Journal on Computing* 3(2)) leaves a set that contradicts itself and would not without any one.

use crate::linear_program::{LinearProgram, Relation, Unsolved};
use crate::model::{Limit, Outline};

/// How far weights may miss a limit by rounding.
const SLACK: f64 = 1e-9;

/// A condition on overall weights: their sum, each times its coefficient, lies between two numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Linear {
    /// One for each criterion, from left to right.
    pub coefficients: Vec<f64>,
    /// The least the sum may be; minus infinity where there is no such limit.
    pub least: f64,
    /// The most the sum may be; infinity where there is no such limit.
    pub most: f64,
}

impl Linear {
    /// The same as a limit on criteria and groups; None where one of them is not in the tree.
    #[must_use]
    pub fn of(outline: &Outline, limit: &Limit) -> Option<Self> {
        let mut coefficients = vec![0.0; outline.leaves()];
        let mut add = |id, sign: f64| {
            let leaves = outline.entries()[outline.find(id)?].leaves.clone();
            coefficients[leaves].iter_mut().for_each(|coefficient| *coefficient += sign);
            Some(())
        };
        let (least, most) = match *limit {
            Limit::Within(id, low, high) => {
                add(id, 1.0)?;
                (low, high)
            }
            Limit::AtLeast(more, less) => {
                add(more, 1.0)?;
                add(less, -1.0)?;
                (0.0, f64::INFINITY)
            }
        };
        Some(Self { coefficients, least, most })
    }

    /// What the sum is under these weights.
    fn sum(&self, shares: &[f64]) -> f64 {
        self.coefficients.iter().zip(shares).map(|(coefficient, share)| coefficient * share).sum()
    }

    /// Adds the condition to a program whose variables are the weights.
    fn join(&self, program: &mut LinearProgram) {
        // The program wants numbers of the order of 1.
        let largest = self.coefficients.iter().fold(0.0, |largest: f64, x| largest.max(x.abs()));
        let unit = if largest > 0.0 { largest } else { 1.0 };
        let terms = || self.coefficients.iter().map(|coefficient| coefficient / unit).enumerate();
        // The sum is within -1 and 1 then, so that what is farther off is out of reach, however far.
        let bound = |limit: f64| if largest > 0.0 { (limit / unit).clamp(-2.0, 2.0) } else { limit.clamp(-1.0, 1.0) };
        if self.least > f64::NEG_INFINITY {
            program.row(terms(), Relation::AtLeast, bound(self.least));
        }
        if self.most < f64::INFINITY {
            program.row(terms(), Relation::AtMost, bound(self.most));
        }
    }
}

/// Places among `limits` of a smallest set that no weights meet: each of them is needed for the contradiction. Empty where
/// all limits can be met. Limits on nodes that are not in the tree are passed over.
#[must_use]
pub fn conflict(outline: &Outline, limits: &[Limit]) -> Vec<usize> {
    let limits: Vec<Vec<Linear>> =
        limits.iter().map(|limit| Linear::of(outline, limit).into_iter().collect()).collect();
    contradiction(outline.leaves(), &limits)
}

/// The same for the overall weights of so many criteria, where each limit is one or more conditions.
#[must_use]
pub fn contradiction(criteria: usize, limits: &[Vec<Linear>]) -> Vec<usize> {
    let feasible = |kept: &[usize]| {
        let program = program(criteria, kept.iter().flat_map(|&place| &limits[place]), None);
        program.minimize() != Err(Unsolved::Infeasible)
    };
    let mut kept: Vec<usize> = (0..limits.len()).collect();
    if criteria == 0 || feasible(&kept) {
        return Vec::new();
    }
    for place in 0..limits.len() {
        let without: Vec<usize> = kept.iter().copied().filter(|&other| other != place).collect();
        if !feasible(&without) {
            kept = without;
        }
    }
    kept
}

/// The least and the greatest overall weight, 0 to 1, that each criterion can have under `limits`, from left to right; None
/// where no weights meet them.
#[must_use]
pub fn ranges(outline: &Outline, limits: &[Limit]) -> Option<Vec<(f64, f64)>> {
    let rows: Vec<Linear> = limits.iter().filter_map(|limit| Linear::of(outline, limit)).collect();
    let end = |leaf: usize, sign: f64| {
        let optimum = program(outline.leaves(), &rows, Some((leaf, sign))).minimize().ok()?;
        Some(optimum.point[leaf].clamp(0.0, 1.0))
    };
    (0..outline.leaves()).map(|leaf| Some((end(leaf, 1.0)?, end(leaf, -1.0)?))).collect()
}

/// Places among `limits` of those that the overall weights `shares` (one for each criterion) do not meet.
#[must_use]
pub fn broken(outline: &Outline, limits: &[Limit], shares: &[f64]) -> Vec<usize> {
    let is_broken = |limit: &Limit| {
        Linear::of(outline, limit).is_some_and(|row| {
            let sum = row.sum(shares);
            sum < row.least - SLACK || sum > row.most + SLACK
        })
    };
    (0..limits.len()).filter(|&place| is_broken(&limits[place])).collect()
}

/// Overall weights under conditions; `aim` is the criterion that costs, and what.
fn program<'a>(
    criteria: usize,
    rows: impl IntoIterator<Item = &'a Linear>,
    aim: Option<(usize, f64)>,
) -> LinearProgram {
    let mut program = LinearProgram::default();
    for leaf in 0..criteria {
        program.variable(aim.filter(|(of, _)| *of == leaf).map_or(0.0, |(_, cost)| cost), 0.0, 1.0);
    }
    program.row((0..criteria).map(|leaf| (leaf, 1.0)), Relation::Equal, 1.0);
    rows.into_iter().for_each(|row| row.join(&mut program));
    program
}
