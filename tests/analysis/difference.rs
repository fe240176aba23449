use counterpoise::analysis::difference::{difference, profile};
use proptest::prelude::*;

use crate::common::documents;
use counterpoise::analysis::Model;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn steps_make_the_difference(document in documents()) {
        let whole = Model::new(document);
        let subject = &whole;
        let rows = whole.problem().alternatives.len();
        for (a, b) in (0..rows).flat_map(|a| (0..rows).map(move |b| (a, b))) {
            let Some(found) = difference(subject, a, b) else {
                prop_assert!(subject.values()[a].is_nan() || subject.values()[b].is_nan());
                continue;
            };
            let sum: f64 = found.criteria.iter().map(|step| step.by).sum();
            prop_assert!((sum - (subject.values()[a] - subject.values()[b])).abs() < 1e-12);
            prop_assert!(found.criteria.is_sorted_by(|x, y| x.by.abs() >= y.by.abs()));
            for group in &found.groups {
                let leaves = whole.outline().entries()[group.at].leaves.clone();
                let own = |at: usize| whole.outline().entries()[at].leaves.start;
                let inside = found.criteria.iter().filter(|step| leaves.contains(&own(step.at)));
                prop_assert!((inside.map(|step| step.by).sum::<f64>() - group.by).abs() < 1e-12);
            }
        }
        for row in 0..rows {
            let found = profile(subject, row);
            prop_assert!(found.strengths.iter().all(|step| step.by >= 0.02));
            prop_assert!(found.weaknesses.iter().all(|step| step.by <= -0.02));
        }
    }
}
