//! Weights between limits: every way of drawing them gives the same.

use counterpoise::analysis::robustness::{
    Constraint, Information, Limits, Robustness, RobustnessError, Settings, Simulation,
};
use counterpoise::model::{Document, Problem};

use crate::{assert_near, exact, intervals, mean_weights, settings, simulate};

/// Six options between which weights of four criteria decide.
fn contest(points: &[f64]) -> Document {
    let rows: [&[f64]; 6] = [
        &[0.9, 0.2, 0.4, 0.5],
        &[0.3, 0.8, 0.5, 0.4],
        &[0.5, 0.4, 0.9, 0.1],
        &[0.2, 0.5, 0.3, 1.0],
        &[0.6, 0.6, 0.5, 0.4],
        &[0.4, 0.5, 0.6, 0.5],
    ];
    exact(points, &rows)
}

fn limited(points: &[f64], limits: Limits, samples: u32) -> Robustness {
    simulate(&contest(points), samples, Information::Limits(limits))
}

fn agree(one: &Robustness, other: &Robustness) {
    for (one, other) in one.standings.iter().zip(&other.standings) {
        let errors = one.standard_errors.iter().zip(&other.standard_errors);
        for ((a, b), (x, y)) in one.acceptability.iter().zip(&other.acceptability).zip(errors) {
            assert_near(*a, *b, 5.0 * x.hypot(*y) + 1e-4);
        }
    }
    for (a, b) in mean_weights(one).into_iter().zip(mean_weights(other)) {
        assert_near(a, b, 0.01);
    }
}

/// Each weighs at least as much as the next.
fn order() -> Vec<Constraint> {
    let row = |coefficients: [f64; 4]| Constraint { coefficients: coefficients.to_vec(), at_most: 0.0 };
    vec![row([-1.0, 1.0, 0.0, 0.0]), row([0.0, -2.0, 2.0, 0.0]), row([0.0, 0.0, -1.0, 1.0])]
}

#[test]
fn no_limits_are_no_information() {
    let none = limited(&[1.0; 4], Limits::none(4), 40_000);
    agree(&none, &simulate(&contest(&[1.0; 4]), 40_000, Information::Free));
}

#[test]
fn an_order_as_constraints_is_an_order() {
    let limits = Limits { constraints: order(), ..Limits::none(4) };
    let ranked = simulate(&contest(&[4.0, 3.0, 2.0, 1.0]), 40_000, Information::Ranked);
    agree(&limited(&[1.0; 4], limits, 40_000), &ranked);
}

#[test]
fn a_walk_agrees_with_direct_samples() {
    // Eight criteria in order are 1 part in 40,320 of the simplex: nothing but a walk finds them.
    let criteria = 8;
    let points: Vec<f64> = (0..criteria).rev().map(|at| f64::from(at) + 1.0).collect();
    let constraints = (1..8).map(|at| {
        let mut coefficients = vec![0.0; 8];
        (coefficients[at - 1], coefficients[at]) = (-1.0, 1.0);
        Constraint { coefficients, at_most: 0.0 }
    });
    let limits = Limits { constraints: constraints.collect(), ..Limits::none(8) };
    let rows: [&[f64]; 3] = [
        &[0.9, 0.2, 0.4, 0.5, 0.1, 0.3, 0.7, 0.2],
        &[0.5, 0.8, 0.5, 0.4, 0.6, 0.9, 0.2, 0.6],
        &[0.7, 0.4, 0.9, 0.1, 0.5, 0.3, 0.4, 0.9],
    ];
    let document = exact(&points, &rows);
    let walked = simulate(&document, 20_000, Information::Limits(limits));
    let direct = simulate(&document, 20_000, Information::Ranked);
    agree(&walked, &direct);
    assert!(walked.standard_error > 0.99 * direct.standard_error, "what depends on each other tells less");
}

#[test]
fn within_a_distance_is_what_rejection_leaves() {
    // Of any weights, those near enough: the plain way.
    let points = [0.4, 0.3, 0.2, 0.1];
    let limits = intervals(&[0.3, 0.2, 0.1, 0.0], &[0.5, 0.4, 0.3, 0.2]);
    let within = simulate(&contest(&points), 40_000, Information::Within(0.1));
    agree(&within, &limited(&points, limits.clone(), 40_000));
    // The same by a constraint that asks for nothing new, and by way of the linear program.
    let constraints = vec![Constraint { coefficients: vec![1.0, 0.0, 0.0, -1.0], at_most: 0.9 }];
    agree(&within, &limited(&points, Limits { constraints, ..limits }, 40_000));
    let mean = mean_weights(&within);
    points.iter().zip(mean).for_each(|(weight, mean)| assert_near(mean, *weight, 0.002));
    agree(&simulate(&contest(&points), 40_000, Information::Within(3.0)), &limited(&points, Limits::none(4), 40_000));
}

#[test]
fn weights_keep_to_their_limits() {
    // One option is worth what a weight is, the other exactly the limit.
    let limits = intervals(&[0.2, 0.0, 0.25, 0.0], &[0.3, 0.5, 0.25, 1.0]);
    for (criterion, limit, share) in [(0, 0.2, 1.0), (0, 0.3, 0.0), (1, 0.5, 0.0), (3, 0.0, 1.0)] {
        let mut row = [0.0; 4];
        row[criterion] = 1.0;
        let result = simulate(&exact(&[1.0; 4], &[&row, &[limit; 4]]), 5000, Information::Limits(limits.clone()));
        assert_near(result.winning(0, 1), share, 1e-3);
        assert_near(mean_weights(&result)[2], 0.25, 1e-9);
    }
}

#[test]
fn limits_may_leave_no_room_in_some_direction() {
    let equal = |sign: f64| Constraint { coefficients: vec![sign, -sign, 0.0, 0.0], at_most: 0.0 };
    let constraints = vec![equal(1.0), equal(-1.0)];
    let result = limited(&[1.0; 4], Limits { constraints, ..Limits::none(4) }, 20_000);
    let mean = mean_weights(&result);
    // Uniform on a triangle whose corners are (1/2, 1/2, 0, 0), (0, 0, 1, 0) and (0, 0, 0, 1).
    for (mean, expected) in mean.iter().zip([1.0 / 6.0, 1.0 / 6.0, 1.0 / 3.0, 1.0 / 3.0]) {
        assert_near(*mean, expected, 0.01);
    }
    let point = [0.1, 0.2, 0.3, 0.4];
    let result = limited(&[1.0; 4], intervals(&point, &point), 2000);
    mean_weights(&result).iter().zip(point).for_each(|(mean, expected)| assert_near(*mean, expected, 1e-9));
    assert!(result.standings.iter().all(|standing| standing.standard_errors[0] <= 0.0));
}

#[test]
fn what_cannot_be_is_an_error() {
    let fault = |information: Information| {
        let document = contest(&[1.0; 4]);
        Simulation::new(&document, &Problem::of(&document), settings(10, information)).unwrap_err()
    };
    let with = |coefficients: Vec<f64>, at_most: f64| {
        let constraints = vec![Constraint { coefficients, at_most }];
        fault(Information::Limits(Limits { constraints, ..Limits::none(4) }))
    };
    let bounds = |least: &[f64], most: &[f64]| fault(Information::Limits(intervals(least, most)));
    assert_eq!(fault(Information::Within(0.0)), RobustnessError::Distance(0.0));
    assert!(matches!(fault(Information::Within(f64::NAN)), RobustnessError::Distance(_)));
    assert_eq!(bounds(&[0.3; 4], &[1.0; 4]), RobustnessError::Infeasible);
    assert_eq!(bounds(&[0.0; 4], &[0.2; 4]), RobustnessError::Infeasible);
    assert_eq!(bounds(&[0.5, 0.0, 0.0, 0.0], &[0.4, 1.0, 1.0, 1.0]), RobustnessError::Infeasible);
    assert_eq!(bounds(&[0.0; 3], &[1.0; 4]), RobustnessError::Shape { given: 3, criteria: 4 });
    assert_eq!(bounds(&[f64::NAN; 4], &[1.0; 4]), RobustnessError::NotANumber);
    assert_eq!(with(vec![1.0; 3], 1.0), RobustnessError::Shape { given: 3, criteria: 4 });
    assert_eq!(with(vec![1.0, 1.0, 1.0, f64::INFINITY], 1.0), RobustnessError::NotANumber);
    assert_eq!(with(vec![1.0; 4], 0.5), RobustnessError::Infeasible);
    assert_eq!(with(vec![1e300, 1e300, 1e300, 1e300], 0.5), RobustnessError::Infeasible);
    assert_eq!(with(vec![0.0; 4], -1.0), RobustnessError::Infeasible);
    let document = contest(&[1.0; 4]);
    let none = Settings { samples: 0, ..Settings::default() };
    assert_eq!(Simulation::new(&document, &Problem::of(&document), none).unwrap_err(), RobustnessError::NoSamples);
}
