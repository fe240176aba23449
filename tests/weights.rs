//! Weights that move: whatever the tree, the locks, the node and the scope.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use counterpoise::model::{Document, Movement, Outline, Points, Scope};
use proptest::prelude::*;

use common::documents;

/// A document, a place in its outline, a scope, and how far along its range the weight goes.
fn moves() -> impl Strategy<Value = (Document, prop::sample::Index, Scope, f64)> {
    let scope = prop_oneof![Just(Scope::Everything), Just(Scope::Siblings)];
    let along = prop_oneof![Just(0.0), Just(1.0), 0.0..1.0];
    (documents(), any::<prop::sample::Index>(), scope, along)
}

fn total(outline: &Outline) -> f64 {
    if outline.leaves() == 0 { 0.0 } else { 1.0 }
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-12
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_movement_keeps_the_sum_and_the_locks((document, at, scope, along) in moves()) {
        let outline = document.outline();
        let at = at.index(outline.entries().len());
        let shares = outline.shares(&document.weights);
        let movement = Movement::new(&outline, &shares, &document.locks, at, scope);
        let (low, high) = movement.range().into_inner();
        let t = low + (high - low) * along;
        let moved = movement.at(t);

        prop_assert!(close(moved.iter().sum(), total(&outline)));
        prop_assert!(moved.iter().all(|weight| (0.0..=1.0 + 1e-12).contains(weight)), "{moved:?}");
        prop_assert!(close(outline.share(at, &moved), t), "{} is not {t}", outline.share(at, &moved));
        prop_assert!(low <= movement.now() + 1e-12 && movement.now() <= high + 1e-12);
        for (place, entry) in outline.entries().iter().enumerate() {
            if place != at && document.locks.contains(&entry.id) {
                let (before, after) = (outline.share(place, &shares), outline.share(place, &moved));
                prop_assert!(close(before, after), "the lock of {} let {before} become {after}", entry.id);
            }
        }
        if scope == Scope::Siblings && let Some(parent) = outline.entries()[at].parent {
            prop_assert!(close(outline.share(parent, &shares), outline.share(parent, &moved)));
        }
        for (before, after) in shares.iter().zip(movement.at(movement.now())) {
            prop_assert!(close(*before, after), "standing still moved {before} to {after}");
        }
        prop_assert_eq!(movement.at(high + 1.0), movement.at(high));
    }

    /// What makes room does so in proportion, and the same for what moves.
    #[test]
    fn a_movement_keeps_proportions((document, at, scope, along) in moves()) {
        let outline = document.outline();
        let at = at.index(outline.entries().len());
        let shares = outline.shares(&document.weights);
        let movement = Movement::new(&outline, &shares, &document.locks, at, scope);
        let (low, high) = movement.range().into_inner();
        let moved = movement.at(low + (high - low) * along);
        let inside = |i: &usize| outline.entries()[at].leaves.contains(i);
        let changed = |i: &usize| movement.slope()[*i] != 0.0;
        for i in (0..shares.len()).filter(changed) {
            for j in (0..shares.len()).filter(changed).filter(|j| inside(j) == inside(&i)) {
                prop_assert!(close(shares[i] * moved[j], shares[j] * moved[i]), "{shares:?} became {moved:?}");
            }
        }
    }

    #[test]
    fn points_say_what_shares_say((document, at, scope, along) in moves()) {
        let outline = document.outline();
        let at = at.index(outline.entries().len());
        let shares = outline.shares(&document.weights);
        prop_assert!(close(shares.iter().sum(), total(&outline)));
        let movement = Movement::new(&outline, &shares, &document.locks, at, scope);
        let (low, high) = movement.range().into_inner();
        let moved = movement.at(low + (high - low) * along);
        let points = outline.points(&moved, &document.weights);
        for (told, meant) in outline.shares(&points).iter().zip(&moved) {
            prop_assert!(close(*told, *meant), "{told} is not {meant}");
        }
        prop_assert_eq!(outline.points(&shares, &document.weights), document.weights);
    }

    /// Any points that a file may hold.
    #[test]
    fn shares_sum_to_one(document in documents(), scale in prop_oneof![Just(1e306), Just(1e-320), Just(1.0)]) {
        let outline = document.outline();
        let points: Points = document.weights.iter().map(|(&id, &points)| (id, points * scale)).collect();
        let shares = outline.shares(&points);
        prop_assert!(close(shares.iter().sum(), total(&outline)), "{shares:?}");
        for share in outline.shares(&outline.even()) {
            prop_assert!(close(share * f64::from(u32::try_from(outline.leaves()).unwrap()), 1.0));
        }
    }
}
