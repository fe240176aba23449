//! GAIA: options and criteria of PROMETHEE in one plane.
//!
//! Mareschal, B. & Brans, J. P. (1988), "Geometrical representations for MCDA: the GAIA module", *European Journal of
//! Operational Research* 34. Each option is a point whose coordinates are its net flows on the single criteria; the plane
//! is the one in which these points, seen from their centre, are spread out most.

use nalgebra::DMatrix;

use super::{Criterion, Function, Sums, number};
use crate::methods::{MethodError, Need, Normalization};
use crate::model::Problem;

/// The plane, and what lies in it: x to the right, y upwards, the longer spread along x.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plane {
    /// By alternative: near to each other where their profiles are alike.
    pub options: Vec<(f64, f64)>,
    /// By criterion: unit vectors of single-criterion flows, at most 1 long here. They point to the options that are good
    /// on the criterion; criteria at odds point away from each other.
    pub criteria: Vec<(f64, f64)>,
    /// The weighted mean of the criteria, the decision axis: it points to the options that are good overall. Its x is
    /// never negative.
    pub axis: (f64, f64),
    /// The quality delta, 0 to 1: the part of the spread of all options that the plane shows. 1 where there is none.
    pub delta: f64,
}

impl Plane {
    /// The plane of a problem; weights turn the decision axis and leave all the rest alone. A missing score lies in the
    /// middle of its criterion.
    ///
    /// # Errors
    /// When a preference function lacks a threshold, or q is above p.
    pub fn of(problem: &Problem) -> Result<Self, MethodError> {
        Need::Thresholds.check(super::ii::METHOD.id, problem)?;
        if problem.criteria.is_empty() {
            return Ok(Self { options: vec![(0.0, 0.0); problem.alternatives.len()], delta: 1.0, ..Self::default() });
        }
        let flows = single_flows(problem)?;
        let eigen = (flows.transpose() * &flows).symmetric_eigen();
        let mut order: Vec<usize> = (0..eigen.eigenvalues.len()).collect();
        order.sort_by(|&a, &b| eigen.eigenvalues[b].total_cmp(&eigen.eigenvalues[a]));
        let weights = &problem.weights;
        let direction = |place: usize| {
            let Some(&at) = order.get(place) else { return vec![0.0; weights.len()] };
            let direction: Vec<f64> = eigen.eigenvectors.column(at).iter().copied().collect();
            // An eigenvector may point either way; this one points where the weights do.
            let turned = dot(&direction, weights) < 0.0;
            direction.into_iter().map(|x| if turned { -x } else { x }).collect()
        };
        let [right, up] = [direction(0), direction(1)];
        let options = flows.row_iter().map(|row| {
            let row: Vec<f64> = row.iter().copied().collect();
            (dot(&row, &right), dot(&row, &up))
        });
        let spread: f64 = eigen.eigenvalues.iter().sum();
        let shown: f64 = order.iter().take(2).map(|&at| eigen.eigenvalues[at]).sum();
        Ok(Self {
            options: options.collect(),
            axis: (dot(&right, weights), dot(&up, weights)),
            criteria: right.into_iter().zip(up).collect(),
            delta: if spread > 0.0 { (shown / spread).clamp(0.0, 1.0) } else { 1.0 },
        })
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// The net flow of each option on each criterion by itself: options down, criteria across; 0 where there is no score.
fn single_flows(problem: &Problem) -> Result<DMatrix<f64>, MethodError> {
    let scores = Normalization::None.normalize(problem)?;
    let mut flows = DMatrix::zeros(problem.alternatives.len(), problem.criteria.len());
    for (at, (criterion, scores)) in problem.criteria.iter().zip(scores.iter()).enumerate() {
        let rows: Vec<usize> = (0..scores.len()).filter(|&row| !scores[row].is_nan()).collect();
        let criterion = Criterion { weight: 1.0, function: Function::of(&criterion.outranking), scores };
        let sums = Sums::of(&criterion, &rows);
        let others = number(rows.len().saturating_sub(1)).max(1.0);
        for (&row, (plus, minus)) in rows.iter().zip(sums.plus.iter().zip(sums.minus)) {
            flows[(row, at)] = (plus - minus) / others;
        }
    }
    Ok(flows)
}
