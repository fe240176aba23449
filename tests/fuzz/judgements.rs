//! Weights and scores from judgements, and what limits leave open.

use counterpoise::elicit::limits::{Linear, broken, conflict, contradiction, ranges};
use counterpoise::elicit::{judge, middle, options, weigh};
use counterpoise::model::{Document, Id, Limit, Node, violations};
use proptest::prelude::*;

use crate::documents::finite;
use crate::{cases, document};

fn groups(document: &Document) -> Vec<Option<Id>> {
    let mut all = vec![None];
    for node in &document.criteria {
        node.visit(&mut |node: &Node| all.extend(node.as_group().map(|group| Some(group.id))));
    }
    all
}

fn limits(document: &Document) -> impl Strategy<Value = Vec<Limit>> + use<> {
    let mut ids: Vec<Id> = document.outline().entries().iter().map(|entry| entry.id).collect();
    // One that is nowhere.
    ids.push(Id::slug("nobody at all"));
    let id = prop::sample::select(ids);
    let limit = (id.clone(), id, any::<bool>(), 0_u8..=10, 0_u8..=10).prop_map(|(one, other, is_order, a, b)| {
        let share = |tenths: u8| f64::from(tenths) / 10.0;
        if is_order { Limit::AtLeast(one, other) } else { Limit::Within(one, share(a.min(b)), share(a.max(b))) }
    });
    prop::collection::vec(limit, 0..8)
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn judgements_become_weights(document in document()) {
        let kinds: Vec<_> = groups(&document).into_iter().filter_map(|parent| document.judgements.of(parent)).collect();
        for parent in groups(&document) {
            // Also those that are about somebody else.
            for &judgement in &kinds {
                if let Ok(weighed) = weigh(&document, parent, judgement) {
                    let sum: f64 = weighed.weights.iter().map(|(_, weight)| weight).sum();
                    prop_assert!((sum - 1.0).abs() < 1e-9, "{weighed:?}");
                    prop_assert!(weighed.weights.iter().all(|(_, weight)| *weight >= 0.0), "{weighed:?}");
                    prop_assert!(weighed.pairwise.is_none_or(|found| found.lambda_max.is_finite() && found.index.is_finite()));
                    prop_assert!(weighed.best_worst.is_none_or(|found| found.xi.is_finite() && found.consistency_ratio.is_finite()));
                    let mut after = document.clone();
                    after.apply(judge(&document, parent, judgement.clone()).unwrap()).unwrap();
                    prop_assert!(violations(&after).is_empty());
                }
            }
        }
        for (&criterion, pairwise) in &document.judgements.options {
            let _ = options::consistency(&document, pairwise);
            for mode in [options::Mode::Ideal, options::Mode::Distributive] {
                if let Ok(edit) = options::score(&document, criterion, pairwise.clone(), mode) {
                    let mut after = document.clone();
                    after.apply(edit).unwrap();
                    prop_assert!(violations(&after).is_empty());
                }
            }
        }
    }

    #[test]
    fn limits_leave_something_or_contradict((document, limits) in document().prop_flat_map(|document| {
        let limits = limits(&document);
        (Just(document), limits)
    })) {
        let outline = document.outline();
        let found = conflict(&outline, &limits);
        prop_assert_eq!(found.is_empty(), ranges(&outline, &limits).is_some());
        let shares = outline.shares(&document.weights);
        prop_assert!(broken(&outline, &limits, &shares).iter().all(|&place| place < limits.len()));
        prop_assert!(found.is_empty() || !broken(&outline, &limits, &shares).is_empty());
    }

    #[test]
    fn conditions_of_any_size(coefficients in prop::collection::vec((finite(), finite()), 0..6), least in finite(), most in finite()) {
        let row = |coefficients: Vec<f64>| Linear { coefficients, least, most };
        let (one, other): (Vec<f64>, Vec<f64>) = coefficients.into_iter().unzip();
        let criteria = one.len();
        let found = contradiction(criteria, &[vec![row(one)], vec![row(other)]]);
        prop_assert!(found.iter().all(|&place| place < 2));
    }

    #[test]
    fn a_middle_value_is_a_function(way in any::<f64>()) {
        if let Some(function) = middle::value_function(way) {
            let written = format!("{function:?}");
            prop_assert!(!written.contains("NaN"), "{}", written);
        }
    }
}
