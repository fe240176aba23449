//! Every analysis, every check, and every sentence.

use counterpoise::analysis::flips::{flips, never_best};
use counterpoise::analysis::frontier::{Axis, frontier};
use counterpoise::analysis::robustness::{Information, Robustness, Settings as Asked, Simulation};
use counterpoise::analysis::sensitivity::sensitivity;
use counterpoise::analysis::{checks, crossover, difference, dominance, explain, known_weights};
use counterpoise::chart::{RankingBar, Segment, Spread, ranking_bar, score_range, triangle};
use counterpoise::elicit::limits::Linear;
use counterpoise::methods::{self, Normalization, Settings};
use counterpoise::model::{Document, Problem};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::{cases, document};
use counterpoise::analysis::Model;

/// That shares are shares, and sum to 1.
fn look_at(found: &Robustness, problem: &Problem) {
    let rows = problem.alternatives.len();
    assert_eq!(found.standings.len(), rows);
    for rank in 0..rows {
        let sum: f64 = found.standings.iter().map(|standing| standing.acceptability[rank]).sum();
        assert!((sum - 1.0).abs() < 1e-9, "rank {rank}: {sum}");
    }
    for (row, standing) in found.standings.iter().enumerate() {
        let sum: f64 = standing.acceptability.iter().sum();
        assert!((sum - 1.0).abs() < 1e-9, "{standing:?}");
        assert!((1.0 - 1e-9..=f64::from(u32::try_from(rows).unwrap()) + 1e-9).contains(&standing.expected_rank));
        assert!(standing.standard_errors.iter().all(|error| error.is_finite()));
        assert!(standing.confidence.is_some_and(|share| (0.0..=1.0).contains(&share)), "{standing:?}");
        // Options of which nothing is known share what ranks are left, and are first under no weights.
        assert!(standing.central_weights.is_none() || standing.first() > 0.0, "{standing:?}");
        if let Some(central) = &standing.central_weights {
            let sum: f64 = central.iter().sum();
            assert!((sum - 1.0).abs() < 1e-9 && central.iter().all(|x| *x >= 0.0), "{central:?}");
        }
        for other in (0..rows).filter(|&other| other != row) {
            let (one, two) = (found.winning(row, other), found.winning(other, row));
            assert!((0.0..=1.0).contains(&one) && (one + two - 1.0).abs() < 1e-9);
        }
    }
    assert!(found.standard_error.is_finite());
}

fn informations(document: &Document, problem: &Problem, seed: Index) -> Vec<Information> {
    let outline = document.outline();
    let within = 10_f64.powi(i32::try_from(seed.index(12)).unwrap() - 9);
    let mut all = vec![Information::Free, Information::Ranked, Information::Within(within)];
    let kept: Vec<Linear> = document.judgements.limits.iter().filter_map(|limit| Linear::of(&outline, limit)).collect();
    let ranked = known_weights::conditions(&Information::Ranked, &problem.weights);
    all.push(known_weights::all(problem.criteria.len(), &kept));
    all.push(known_weights::all(problem.criteria.len(), kept.iter().chain(&ranked)));
    let steep = |unit: f64| Linear {
        coefficients: (0..problem.criteria.len()).map(|at| if at % 2 == 0 { unit } else { -unit }).collect(),
        least: f64::NEG_INFINITY,
        most: unit * 0.3,
    };
    all.extend([1e-300, 1.0, 1e300].map(|unit| known_weights::all(problem.criteria.len(), &[steep(unit)])));
    all
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn sensitivity_and_flips(document in document(), method: Index, normalization: Index) {
        let whole = Model::new(document);
        let (document, outline, problem) = (whole.document(), whole.outline(), whole.problem());
        let normalization = *normalization.get(&Normalization::ALL);
        let method = methods::ALL[method.index(methods::ALL.len())];
        let value = Settings { normalization: Some(normalization), ..Settings::default() };
        for settings in [Settings::of(method), value] {
            let Ok(found) = sensitivity(problem, outline, &document.locks, &settings) else { continue };
            for node in &found.nodes {
                for span in [&node.range, &node.keeps_winner, &node.keeps_order] {
                    prop_assert!(0.0 <= *span.start() && span.start() <= span.end() && *span.end() <= 1.0 + 1e-12, "{node:?}");
                }
                for crossover in &node.crossovers {
                    prop_assert!((0.0..=1.0 + 1e-12).contains(&crossover.weight), "{node:?}");
                    prop_assert!(!crossover.from.is_empty() || !crossover.to.is_empty());
                }
                prop_assert!(!explain::stability(document, outline, &found.winners, node).sentence().spans.is_empty());
            }
        }
        for normalization in [Normalization::Value, normalization] {
            let Ok(found) = flips(document, outline, problem, normalization) else { continue };
            prop_assert_eq!(found.alternatives.len(), problem.alternatives.len());
            for (row, flip) in found.alternatives.iter().enumerate() {
                if let Some(change) = &flip.change {
                    let sum: f64 = change.weights.iter().sum();
                    prop_assert!((sum - 1.0).abs() < 1e-6 && change.weights.iter().all(|x| *x >= 0.0), "{change:?}");
                    prop_assert!((0.0..=2.0 + 1e-9).contains(&change.total), "{change:?}");
                }
                prop_assert!(!explain::flip(document, &problem.weights, &found.winners, row, flip).sentence().spans.is_empty());
                prop_assert!(!explain::single(document, outline, flip.single).sentence().spans.is_empty());
            }
            for score in &found.scores {
                prop_assert!(score.at.is_none_or(f64::is_finite), "{score:?}");
                let holds = found.winners.contains(&score.alternative);
                prop_assert!(!explain::break_even(document, score, holds).sentence().spans.is_empty());
            }
        }
    }

    #[test]
    fn pairs_profiles_frontiers_and_checks(document in document(), method: Index, edits in 0_usize..20) {
        let whole = Model::new(document);
        let (document, outline, problem) = (whole.document(), whole.outline(), whole.problem());
        let rows = problem.alternatives.len();
        let pairs = dominance::pairs(&problem.values);
        let never = never_best(&problem.values, outline);
        prop_assert!(dominance::undominated(rows, &pairs).iter().all(|&row| row < rows));
        for row in 0..rows {
            let by: Vec<usize> = pairs.iter().filter(|pair| pair.1 == row).map(|pair| pair.0).collect();
            prop_assert!(!explain::dominance(document, row, &by, never.contains(&row)).sentence().spans.is_empty());
            let found = difference::profile(&whole, row);
            prop_assert!(!explain::profile(document, outline, row, &found).sentence().spans.is_empty());
            for other in 0..rows {
                let found = difference::difference(&whole, row, other);
                prop_assert!(!explain::difference(document, outline, row, other, found.as_ref()).sentence().spans.is_empty());
            }
        }
        for at in 0..outline.entries().len() {
            for axes in [(Axis::Overall, Axis::Node(at)), (Axis::Node(at), Axis::Cost(at % outline.leaves().max(1)))] {
                if outline.leaves() == 0 { continue; }
                let found = frontier(&whole, axes);
                prop_assert_eq!((found.points.len(), found.standings.len()), (rows, rows));
                prop_assert!(found.hull.iter().all(|row| found.efficient.contains(row)));
                prop_assert!(!explain::frontier(document, &found).sentence().spans.is_empty());
            }
        }
        let nearest = crossover::nearest(&whole);
        prop_assert!(!explain::crossover(&whole, &nearest).sentence().spans.is_empty());
        prop_assert!(!explain::lead(&whole).caption.to_string().is_empty());
        let circumstances = checks::Circumstances {
            settings: Settings::of(methods::ALL[method.index(methods::ALL.len())]),
            weight_edits: edits,
            standard_error: Some(0.02),
            cost_axis: document.leaves().first().map(|leaf| leaf.id),
        };
        let found = checks::run(&whole, &circumstances);
        for check in found.open.iter().chain(found.dismissed.iter().map(|(check, _)| check)) {
            for text in [&check.message, &check.remedy] {
                let text = text.to_string();
                prop_assert!(!text.is_empty() && !text.contains("NaN") && !text.contains("inf "), "{check:?}");
            }
        }
    }

    #[test]
    fn robustness(document in document(), seed: Index) {
        let problem = Problem::of(&document);
        for information in informations(&document, &problem, seed) {
            let asked = Asked { samples: 70, seed: 3, information };
            match Simulation::new(&document, &problem, asked) {
                Ok(simulation) => {
                    let found = simulation.finish();
                    look_at(&found, &problem);
                    for sentence in explain::robustness(&problem, &found) {
                        prop_assert!(!sentence.to_string().contains("NaN"), "{sentence}");
                    }
                }
                Err(error) => prop_assert!(!error.to_string().is_empty()),
            }
        }
    }

    #[test]
    fn pictures(document in document(), width in 0.0..500.0, height in 0.0..100.0) {
        let problem = Problem::of(&document);
        for row in 0..document.alternatives.len() {
            for (criterion, leaf) in problem.criteria.iter().zip(document.leaves()) {
                let Some(score) = document.alternatives.score(row, leaf.id) else { continue };
                let Some(spread) = criterion.ends.and_then(|ends| Spread::of(score, &leaf.scale, ends)) else { continue };
                prop_assert!(spread.low <= spread.high, "{spread:?} of {score:?} on {leaf:?}");
                prop_assert!(spread.low.is_finite() && spread.high.is_finite(), "{spread:?} of {score:?} on {leaf:?}");
                let _ = (score_range(spread, width, height), triangle(spread, width, height));
            }
        }
        let segments = [Segment { branch: 0, name: "x", value: width }];
        let _ = ranking_bar(&RankingBar { segments: &segments, total: width, ghost: Some(height) }, width, height);
    }
}
