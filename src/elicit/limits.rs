//! What intervals and orderings leave open to the weights.
//!
//! Limits are linear in the overall weights of criteria, and so are those of groups, which are sums. Whether they can all be
//! met, and between what each weight then lies, are linear programs. Of limits that cannot, a deletion filter (Chinneck &
//! Dravnieks 1991, *ORSA Journal on Computing* 3(2)) leaves a set that contradicts itself and would not without any one.

use crate::linear_program::{LinearProgram, Relation, Unsolved};
use crate::model::{Limit, Outline};

/// How far weights may miss a limit by rounding.
const SLACK: f64 = 1e-9;

/// Places among `limits` of a smallest set that no weights meet: each of them is needed for the contradiction. Empty where
/// all limits can be met. Limits on nodes that are not in the tree are passed over.
#[must_use]
pub fn conflict(outline: &Outline, limits: &[Limit]) -> Vec<usize> {
    let feasible = |kept: &[usize]| {
        let program = program(outline, kept.iter().map(|&place| &limits[place]), None);
        program.minimize() != Err(Unsolved::Infeasible)
    };
    let mut kept: Vec<usize> = (0..limits.len()).collect();
    if outline.leaves() == 0 || feasible(&kept) {
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
    let end = |leaf: usize, sign: f64| {
        let optimum = program(outline, limits, Some((leaf, sign))).minimize().ok()?;
        Some(optimum.point[leaf].clamp(0.0, 1.0))
    };
    (0..outline.leaves()).map(|leaf| Some((end(leaf, 1.0)?, end(leaf, -1.0)?))).collect()
}

/// Places among `limits` of those that the overall weights `shares` (one for each criterion) do not meet.
#[must_use]
pub fn broken(outline: &Outline, limits: &[Limit], shares: &[f64]) -> Vec<usize> {
    let share = |id| outline.find(id).map(|at| outline.share(at, shares));
    let is_broken = |limit: &Limit| match *limit {
        Limit::Within(id, low, high) => share(id).is_some_and(|x| x < low - SLACK || x > high + SLACK),
        Limit::AtLeast(more, less) => share(more).zip(share(less)).is_some_and(|(more, less)| more < less - SLACK),
    };
    (0..limits.len()).filter(|&place| is_broken(&limits[place])).collect()
}

/// Overall weights under limits; `aim` is the criterion that costs, and what.
fn program<'a>(
    outline: &Outline,
    limits: impl IntoIterator<Item = &'a Limit>,
    aim: Option<(usize, f64)>,
) -> LinearProgram {
    let mut program = LinearProgram::default();
    for leaf in 0..outline.leaves() {
        program.variable(aim.filter(|(of, _)| *of == leaf).map_or(0.0, |(_, cost)| cost), 0.0, 1.0);
    }
    program.row((0..outline.leaves()).map(|leaf| (leaf, 1.0)), Relation::Equal, 1.0);
    let terms = |id, sign: f64| {
        let at = outline.find(id)?;
        Some(outline.entries()[at].leaves.clone().map(move |leaf| (leaf, sign)))
    };
    for limit in limits {
        match *limit {
            Limit::Within(id, low, high) => {
                let Some(weight) = terms(id, 1.0) else { continue };
                program.row(weight.clone(), Relation::AtLeast, low);
                program.row(weight, Relation::AtMost, high);
            }
            Limit::AtLeast(more, less) => {
                let (Some(more), Some(less)) = (terms(more, 1.0), terms(less, -1.0)) else { continue };
                program.row(more.chain(less), Relation::AtLeast, 0.0);
            }
        }
    }
    program
}
