//! A curved value function from one answer: which quantity is worth half?
//!
//! Kirkwood 1997, *Strategic decision making*, section 4: the midvalue of an exponential value function fixes its curvature.

use crate::model::ValueFunction;

/// Curves more than this are steps, which a value function of levels says better.
const STEEPEST: f64 = 1e6;

/// The value function that is worth half at `way` of the way from worst to best, between 0 and 1: a straight line for one
/// half, or else exponential. None where `way` is at an end, beyond it, or so near that a step would be meant.
#[must_use]
pub fn value_function(way: f64) -> Option<ValueFunction> {
    if !(way > 0.0 && way < 1.0) {
        return None;
    }
    // For a rising function the curvature 1/rho puts the middle at ln(2 / (1 + exp(-1/rho))) * rho, less the steeper it is.
    let middle = |steepness: f64| (2.0 / (1.0 + (-steepness).exp())).ln() / steepness;
    let nearer = way.min(1.0 - way);
    if 0.5 - nearer < 1e-6 {
        return Some(ValueFunction::Linear);
    }
    let (mut low, mut high) = (1e-6, STEEPEST);
    if middle(high) > nearer {
        return None;
    }
    for _ in 0..200 {
        let between = f64::midpoint(low, high);
        if middle(between) > nearer { low = between } else { high = between }
    }
    let rho = 1.0 / f64::midpoint(low, high);
    Some(ValueFunction::Exponential { rho: if way < 0.5 { rho } else { -rho } })
}

#[cfg(test)]
mod tests {
    use super::value_function;
    use crate::model::{Ends, Measure, Scale, ValueFunction};

    #[test]
    fn the_middle_is_worth_half() {
        for way in [0.01, 0.2, 0.45, 0.499, 0.5, 0.6, 0.93] {
            let value = value_function(way).expect("within the ends");
            let scale = Scale::Measure(Measure { value, ..Measure::default() });
            let half = scale.value(40.0 + 10.0 * way, Ends { worst: 40.0, best: 50.0 });
            assert!((half - 0.5).abs() < 1e-6, "{way} {half}");
        }
        assert_eq!(value_function(0.5), Some(ValueFunction::Linear));
        assert!([f64::NAN, -1.0, 0.0, 1e-9, 1.0, 2.0].into_iter().all(|way| value_function(way).is_none()));
    }
}
