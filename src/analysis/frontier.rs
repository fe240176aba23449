//! What is to be had for what: the efficient alternatives on two axes.
//!
//! An alternative is efficient when no other is at least as good on both axes and better on one (Pareto). It is supported
//! when some trade-off between the axes puts it first, that is when it lies on the upper convex hull; an unsupported one
//! is efficient, and still no weighing of the two axes chooses it (Geoffrion, A. M. (1968), "Proper efficiency and the
//! theory of vector maximization", *Journal of Mathematical Analysis and Applications* 22).

use super::Model;
use crate::methods::weighted_sum;
use crate::model::Columns;

/// Places nearer than this, relative to the extent of the axis, are one.
const SAME: f64 = 1e-12;

/// What is laid off along one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// The overall value, 0 to 1, of everything.
    Overall,
    /// The value, 0 to 1, of the node at a place in the outline: a criterion's own, or a group's by the weights in it.
    Node(usize),
    /// The scores on the criterion in this column, in its own unit, the less the better.
    Cost(usize),
}

/// Where an alternative stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has no place on one of the axes.
    Unknown,
    /// Another is at least as good on both axes, and better on one.
    Dominated,
    /// Efficient, but first under no trade-off between the axes.
    Unsupported,
    /// Efficient, and first under some trade-off.
    Supported,
}

/// All alternatives on two axes.
#[derive(Clone, Debug, PartialEq)]
pub struct Frontier {
    /// By alternative, in the units of the axes; NaN where not known.
    pub points: Vec<(f64, f64)>,
    /// By alternative. Several at one place stand the same.
    pub standings: Vec<Standing>,
    /// The efficient ones, the best on the first axis first; those at one place in the document's order.
    pub efficient: Vec<usize>,
    /// The corners of the convex hull among them, in the same order, one alternative a corner.
    pub hull: Vec<usize>,
}

/// The frontier of what `model` knows.
///
/// # Panics
/// When an axis names a node or a column that is not there.
#[must_use]
pub fn frontier(model: &Model, axes: (Axis, Axis)) -> Frontier {
    let (x, y) = (gains(model, axes.0), gains(model, axes.1));
    let points = x.iter().zip(&y).map(|(&x, &y)| (axes.0.shown(x), axes.1.shown(y))).collect();
    let (standings, efficient, hull) = stand(x, y);
    Frontier { points, standings, efficient, hull }
}

impl Axis {
    /// A gain, which is better the higher it is, in the unit of the axis.
    fn shown(self, gain: f64) -> f64 {
        if matches!(self, Self::Cost(_)) { 0.0 - gain } else { gain }
    }
}

fn gains(model: &Model, axis: Axis) -> Vec<f64> {
    let problem = model.problem();
    match axis {
        Axis::Overall => model.values().to_vec(),
        Axis::Cost(column) if problem.alternatives.is_empty() || column >= problem.criteria.len() => Vec::new(),
        Axis::Cost(column) => problem.scores.column(column).iter().map(|x| -x).collect(),
        Axis::Node(at) => {
            let leaves = model.outline().entries()[at].leaves.clone();
            let weight: f64 = problem.weights[leaves.clone()].iter().sum();
            #[expect(clippy::cast_precision_loss, reason = "a count of criteria")]
            let even = 1.0 / leaves.len() as f64;
            // In a group that weighs nothing all count the same, rather than nothing.
            let inside = |&own: &f64| if weight > 0.0 { own / weight } else { even };
            let weights: Vec<f64> = problem.weights[leaves.clone()].iter().map(inside).collect();
            let rows = problem.values.rows();
            let part = problem.values.iter().skip(leaves.start).take(leaves.len()).flatten().copied().collect();
            weighted_sum::overall(&Columns::new(rows, part), &weights).scores
        }
    }
}

fn stand(mut x: Vec<f64>, mut y: Vec<f64>) -> (Vec<Standing>, Vec<usize>, Vec<usize>) {
    let mut standings = vec![Standing::Unknown; x.len()];
    let mut known: Vec<usize> = (0..x.len()).filter(|&row| x[row].is_finite() && y[row].is_finite()).collect();
    rescale(&mut x, &known);
    rescale(&mut y, &known);
    // From the best on the first axis on, the efficient ones rise on the second.
    known.sort_by(|&a, &b| x[b].total_cmp(&x[a]).then(y[b].total_cmp(&y[a])));
    let mut efficient: Vec<usize> = Vec::new();
    for row in known {
        let is_efficient =
            efficient.last().is_none_or(|&last| y[row] > y[last] || (x[row], y[row]) == (x[last], y[last]));
        standings[row] = if is_efficient { Standing::Unsupported } else { Standing::Dominated };
        if is_efficient {
            efficient.push(row);
        }
    }
    // Andrew, A. M. (1979): the next corner stays as long as the way turns there, and to the left.
    let turn = |a: usize, b: usize, c: usize| (x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]);
    let mut hull: Vec<usize> = Vec::new();
    for &row in &efficient {
        if hull.last().is_some_and(|&last| (x[row], y[row]) == (x[last], y[last])) {
            continue;
        }
        while let [.., before, last] = hull[..]
            && turn(before, last, row) <= SAME
        {
            hull.pop();
        }
        hull.push(row);
    }
    let mut edge = 0;
    for &row in &efficient {
        while edge + 2 < hull.len() && x[row] < x[hull[edge + 1]] {
            edge += 1;
        }
        let is_on_edge = match hull[edge..] {
            [from, to, ..] => turn(from, row, to).abs() <= SAME,
            _ => true,
        };
        if is_on_edge {
            standings[row] = Standing::Supported;
        }
    }
    (standings, efficient, hull)
}

/// Brings the coordinates of the known to 0 to 1, and those that are the same but for rounding to one number.
fn rescale(coordinates: &mut [f64], known: &[usize]) {
    let mut order = known.to_vec();
    order.sort_by(|&a, &b| coordinates[a].total_cmp(&coordinates[b]));
    let (Some(&least), Some(&most)) = (order.first(), order.last()) else { return };
    let (low, high) = (coordinates[least] / 2.0, coordinates[most] / 2.0);
    // Half of each, so that the extent of the largest numbers is one too. Of numbers that differ by rounding there is none.
    let extent = if high - low > SAME * low.abs().max(high.abs()) { high - low } else { 0.0 };
    let mut last = 0.0;
    for row in order {
        let place = if extent > 0.0 { (coordinates[row] / 2.0 - low) / extent } else { 0.0 };
        if place - last > SAME {
            last = place;
        }
        coordinates[row] = last;
    }
}

#[cfg(test)]
mod tests {
    use super::super::Model;
    use super::super::fixture::rated;
    use super::Standing::{Dominated, Supported, Unknown, Unsupported};
    use super::{Axis, frontier, stand};

    #[test]
    fn corners_edges_hollows_and_doubles() {
        // A corner, one below the line to the next, one on it, the same again, a corner, and one behind all.
        let x = vec![1.0, 0.7, 0.5, 0.5, 0.0, 0.4, f64::NAN, 1.0];
        let y = vec![0.0, 0.2, 0.5, 0.5, 1.0, 0.5, 0.9, -0.5];
        let (standings, efficient, hull) = stand(x, y);
        let expected = [Supported, Unsupported, Supported, Supported, Supported, Dominated, Unknown, Dominated];
        // The last one shares the best first axis and is worse on the second.
        assert_eq!(standings, expected);
        assert_eq!(efficient, [0, 1, 2, 3, 4]);
        assert_eq!(hull, [0, 4]);
    }

    #[test]
    fn one_point_all_equal_and_none() {
        assert_eq!(stand(vec![], vec![]), (vec![], vec![], vec![]));
        assert_eq!(stand(vec![3.0], vec![2.0]), (vec![Supported], vec![0], vec![0]));
        let same = (vec![Supported; 3], vec![0, 1, 2], vec![0]);
        assert_eq!(stand(vec![0.3; 3], vec![1e300; 3]), same);
        let rounding = vec![0.1 + 0.2, 0.3, 0.3];
        assert_eq!(stand(rounding, vec![1.0; 3]), same);
        // On one axis all the same: only the best on the other.
        assert_eq!(stand(vec![1.0; 2], vec![-f64::MAX, f64::MAX]), (vec![Dominated, Supported], vec![1], vec![1]));
    }

    #[test]
    fn a_criterion_can_be_a_value_or_a_cost() {
        let document =
            rated(&[("P", 50.0), ("Q", 50.0)], &[("A", &[10.0, 80.0]), ("B", &[20.0, 60.0]), ("C", &[30.0, f64::NAN])]);
        let model = Model::new(document);
        let found = frontier(&model, (Axis::Cost(0), Axis::Node(1)));
        assert_eq!(found.points[..2], [(10.0, 0.8), (20.0, 0.6)]);
        assert_eq!(found.standings, [Supported, Dominated, Unknown]);
        let found = frontier(&model, (Axis::Node(0), Axis::Node(1)));
        assert_eq!(found.standings, [Supported, Supported, Unknown]);
        let found = frontier(&model, (Axis::Overall, Axis::Cost(0)));
        assert_eq!(found.standings, [Supported, Dominated, Dominated]);
    }
}
