//! Whatever the document, every analysis answers, and so does every sentence.

use counterpoise::analysis::flips::{flips, never_best};
use counterpoise::analysis::frontier::{Axis, frontier};
use counterpoise::analysis::sensitivity::sensitivity;
use counterpoise::analysis::{difference, dominance, explain};
use counterpoise::methods::{Normalization, Settings, weighted_product};
use proptest::prelude::*;

use crate::documents::document;
use counterpoise::analysis::Model;

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics(document in document()) {
        let whole = Model::new(document);
        let (document, outline, problem) = (whole.document(), whole.outline(), whole.problem());
        let rows = problem.alternatives.len();
        let mut settings = vec![Settings::of(&weighted_product::METHOD)];
        for normalization in Normalization::ALL {
            settings.push(Settings { normalization: Some(normalization), ..Settings::default() });
        }
        for settings in &settings {
            let Ok(found) = sensitivity(problem, outline, &document.locks, settings) else { continue };
            for node in &found.nodes {
                prop_assert!(node.keeps_winner.start() <= node.keeps_winner.end(), "{node:?}");
                prop_assert!(node.keeps_order.start() <= node.keeps_order.end(), "{node:?}");
                prop_assert!(!explain::stability(document, outline, &found.winners, node).sentence().spans.is_empty());
            }
        }
        for normalization in [Normalization::Value, Normalization::None] {
            let Ok(found) = flips(document, outline, problem, normalization) else { continue };
            for (row, flip) in found.alternatives.iter().enumerate() {
                prop_assert!(!explain::flip(document, &problem.weights, &found.winners, row, flip).sentence().spans.is_empty());
                prop_assert!(!explain::single(document, outline, flip.single).sentence().spans.is_empty());
            }
            for score in &found.scores {
                prop_assert!(score.at.is_none_or(f64::is_finite));
                let holds = found.winners.contains(&score.alternative);
                prop_assert!(!explain::break_even(document, score, holds).sentence().spans.is_empty());
            }
        }
        let pairs = dominance::pairs(&problem.values);
        let never = never_best(&problem.values, outline);
        for row in 0..rows {
            let by: Vec<usize> = pairs.iter().filter(|pair| pair.1 == row).map(|pair| pair.0).collect();
            prop_assert!(!explain::dominance(document, row, &by, never.contains(&row)).sentence().spans.is_empty());
            let found = difference::profile(&whole, row);
            prop_assert!(!explain::profile(document, outline, row, &found).sentence().spans.is_empty());
            let found = difference::difference(&whole, row, 0);
            prop_assert!(!explain::difference(document, outline, row, 0, found.as_ref()).sentence().spans.is_empty());
        }
        if outline.leaves() > 0 {
            for axis in [Axis::Overall, Axis::Node(0), Axis::Cost(0)] {
                let found = frontier(&whole, (axis, Axis::Overall));
                prop_assert_eq!(found.standings.len(), rows);
                prop_assert!(!explain::frontier(document, &found).sentence().spans.is_empty());
            }
        }
    }
}
