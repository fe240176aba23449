use counterpoise::analysis::frontier::{Axis, Standing, frontier};
use proptest::prelude::*;

use crate::common::documents;
use counterpoise::analysis::Model;

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// Efficient is who nobody dominates on both axes, supported who is first by some weighing of them.
    #[test]
    fn standings_are_those_of_the_definitions(document in documents(), axes in (0_usize..3, 0_usize..3)) {
        let whole = Model::new(document);
        prop_assume!(whole.outline().leaves() > 0);
        let criterion = whole.outline().entries().iter().position(|entry| entry.is_criterion).unwrap();
        let axis = |kind| [Axis::Overall, Axis::Node(criterion), Axis::Cost(0)][kind];
        let (x, y) = (axis(axes.0), axis(axes.1));
        let found = frontier(&whole, (x, y));
        let gain = |axis: Axis, at: f64| if matches!(axis, Axis::Cost(_)) { -at } else { at };
        let points: Vec<(f64, f64)> = found.points.iter().map(|p| (gain(x, p.0), gain(y, p.1))).collect();
        let known: Vec<usize> = (0..points.len()).filter(|&i| !points[i].0.is_nan() && !points[i].1.is_nan()).collect();
        // Rounding of overall values is no difference.
        let (low, more) = (|a: f64, b: f64| a >= b - 1e-9, |a: f64, b: f64| a > b + 1e-9);
        let extent = |of: fn(&(f64, f64)) -> f64| {
            let all = || known.iter().map(|&i| of(&points[i]));
            (all().fold(f64::NEG_INFINITY, f64::max) - all().fold(f64::INFINITY, f64::min)).max(1e-9)
        };
        let (width, height) = (extent(|p| p.0), extent(|p| p.1));
        for (row, standing) in found.standings.iter().enumerate() {
            let (px, py) = points[row];
            let dominates = |&other: &usize| {
                let (qx, qy) = points[other];
                low(qx, px) && low(qy, py) && (more(qx, px) || more(qy, py))
            };
            let is_efficient = known.contains(&row) && !known.iter().any(dominates);
            prop_assert_eq!(matches!(standing, Standing::Supported | Standing::Unsupported), is_efficient);
            prop_assert_eq!(*standing == Standing::Unknown, !known.contains(&row));
            prop_assert_eq!(found.efficient.contains(&row), is_efficient);
            let first_by = |share: f64| {
                let worth = |i: usize| share * points[i].0 / width + (1.0 - share) * points[i].1 / height;
                known.iter().all(|&other| worth(other) <= worth(row) + 1e-9)
            };
            if is_efficient && (1..1000).any(|step| first_by(f64::from(step) / 1000.0)) {
                prop_assert_eq!(*standing, Standing::Supported);
            }
            if *standing == Standing::Supported && !found.hull.contains(&row) {
                // On an edge: between two corners, or where one stands.
                prop_assert!(found.hull.len() > 1 || points[found.hull[0]] == points[row] || width < 1e-6 || height < 1e-6);
            }
        }
    }
}
