//! Intervals and orderings on weights.

use counterpoise::elicit::limits::{broken, conflict, ranges};
use counterpoise::model::{Limit, Outline};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::{id, tree};

#[test]
fn a_group_weighs_what_its_criteria_do() {
    let outline = tree().outline();
    let limits = [Limit::Within(id("Money"), 0.0, 0.4), Limit::AtLeast(id("Price"), id("Fuel"))];
    let found = ranges(&outline, &limits).unwrap();
    // Price, Fuel, Looks, Comfort.
    for ((low, high), expected) in found.iter().zip([(0.0, 0.4), (0.0, 0.2), (0.0, 1.0), (0.0, 1.0)]) {
        assert!((low - expected.0).abs() < 1e-9 && (high - expected.1).abs() < 1e-9, "{found:?}");
    }
    assert_eq!(broken(&outline, &limits, &[0.25; 4]), [0]);
    assert_eq!(broken(&outline, &limits, &[0.1, 0.2, 0.3, 0.4]), [1]);
    assert_eq!(broken(&outline, &limits, &[0.2, 0.2, 0.3, 0.3]), [0; 0]);
}

#[test]
fn those_that_contradict_each_other_are_named() {
    let outline = tree().outline();
    let limits = [
        Limit::AtLeast(id("Comfort"), id("Fuel")),
        Limit::Within(id("Looks"), 0.5, 0.9),
        Limit::Within(id("Comfort"), 0.0, 0.3),
        Limit::AtLeast(id("Price"), id("Looks")),
        Limit::Within(id("Fuel"), 0.1, 1.0),
    ];
    assert_eq!(conflict(&outline, &limits), [1, 3, 4]);
    assert_eq!(ranges(&outline, &limits), None);
    assert_eq!(conflict(&outline, &limits[..4]), [0; 0]);
    assert_eq!(conflict(&Outline::default(), &limits), [0; 0]);
    assert_eq!(ranges(&Outline::default(), &limits), Some(Vec::new()));
}

fn some_limits() -> impl Strategy<Value = Vec<Limit>> {
    let node = || prop::sample::select(vec!["Money", "Price", "Fuel", "Looks", "Comfort"]).prop_map(id);
    let share = || (0_u32..=10).prop_map(|tenths| f64::from(tenths) / 10.0);
    let limit = prop_oneof![
        (node(), share(), share()).prop_map(|(id, a, b)| Limit::Within(id, f64::min(a, b), f64::max(a, b))),
        (node(), node()).prop_map(|(more, less)| Limit::AtLeast(more, less)),
    ];
    prop::collection::vec(limit, 0..8)
}

proptest! {
    #[test]
    fn a_conflict_needs_all_its_members(limits in some_limits()) {
        let outline = tree().outline();
        let found = conflict(&outline, &limits);
        let of = |places: &[usize]| places.iter().map(|&place| limits[place]).collect::<Vec<_>>();
        prop_assert_eq!(found.is_empty(), ranges(&outline, &limits).is_some());
        if !found.is_empty() {
            prop_assert!(ranges(&outline, &of(&found)).is_none());
            for left_out in 0..found.len() {
                let mut rest = found.clone();
                rest.remove(left_out);
                prop_assert!(ranges(&outline, &of(&rest)).is_some());
            }
        }
    }

    #[test]
    fn weights_that_meet_the_limits_lie_in_the_ranges(limits in some_limits(), raw in prop::collection::vec(0.0..1.0_f64, 4), _any: Index) {
        let outline = tree().outline();
        let sum: f64 = raw.iter().sum();
        prop_assume!(sum > 0.0);
        let shares: Vec<f64> = raw.iter().map(|x| x / sum).collect();
        if broken(&outline, &limits, &shares).is_empty() {
            let found = ranges(&outline, &limits);
            prop_assert!(found.is_some());
            for (share, (low, high)) in shares.iter().zip(found.unwrap()) {
                prop_assert!((low - 1e-7..=high + 1e-7).contains(share));
            }
        }
    }
}
