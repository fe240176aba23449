//! What must hold of every ranking by the additive value model.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use counterpoise::methods::{Evaluation, Lines, Settings, evaluate, weighted_product, weighted_sum};
use counterpoise::model::{Cell, Direction, Document, Movement, Node, Problem, Scope, Score};
use proptest::prelude::*;

use crate::common::{direction_mut, documents, each_criterion, map_scores, option};

fn rank(document: &Document) -> Evaluation {
    evaluate(&Problem::of(document), &Settings::default()).unwrap()
}

fn close(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance || (a.is_nan() && b.is_nan())
}

/// A movement of some node, and the whole of its range or a part of it.
fn movement(document: &Document, at: prop::sample::Index) -> Movement {
    let outline = document.outline();
    let at = at.index(outline.entries().len());
    Movement::new(&outline, &outline.shares(&document.weights), &document.locks, at, Scope::Everything)
}

fn along(range: &RangeInclusive<f64>, part: f64) -> f64 {
    range.start() + (range.end() - range.start()) * part
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn the_unit_of_a_criterion_does_not_matter(document in documents(), unit in prop::sample::select(vec![0.125, 4.0, 1024.0])) {
        // Powers of two, so that no digit is lost and the result must be the very same.
        let mut other = document.clone();
        map_scores(&mut other, |_, x| x * unit);
        each_criterion(&mut other.criteria, &mut |criterion| {
            if let Direction::Target(target) = direction_mut(criterion) {
                *target *= unit;
            }
        });
        let (one, other) = (rank(&document), rank(&other));
        prop_assert_eq!(one.ranking, other.ranking);
        for (a, b) in one.scores.iter().zip(&other.scores) {
            prop_assert!(close(*a, *b, 0.0), "{a} became {b}");
        }
    }

    #[test]
    fn the_order_of_criteria_does_not_matter(document in documents()) {
        fn reverse(nodes: &mut [Node]) {
            nodes.reverse();
            for node in nodes {
                if let Node::Group(group) = node {
                    reverse(&mut group.children);
                }
            }
        }
        let mut other = document.clone();
        reverse(&mut other.criteria);
        let (one, other) = (rank(&document), rank(&other));
        prop_assert_eq!(one.ranking, other.ranking);
        for (a, b) in one.scores.iter().zip(&other.scores) {
            prop_assert!(close(*a, *b, 1e-12), "{a} became {b}");
        }
    }

    #[test]
    fn the_order_of_options_does_not_matter(document in documents()) {
        let mut other = document.clone();
        other.alternatives = other.alternatives.rows().rev().collect();
        let (one, other) = (rank(&document), rank(&other));
        let last = document.alternatives.len() - 1;
        for i in 0..=last {
            prop_assert!(close(one.scores[i], other.scores[last - i], 0.0));
            prop_assert!(close(one.coverage[i], other.coverage[last - i], 0.0));
            prop_assert_eq!(one.ranking.label(i), other.ranking.label(last - i));
        }
    }

    #[test]
    fn a_dominated_option_never_ranks_above_its_dominator(
        mut document in documents(),
        scores in prop::collection::vec((0.0..100.0, 0.0..20.0), 20),
        method in prop::sample::select(vec![&weighted_sum::METHOD, &weighted_product::METHOD]),
    ) {
        let (mut better, mut worse) = (BTreeMap::new(), BTreeMap::new());
        let leaves: Vec<_> = document.leaves().iter().map(|leaf| (leaf.id, leaf.scale.direction())).collect();
        for ((id, direction), (x, loss)) in leaves.into_iter().zip(scores.into_iter().cycle()) {
            let loss = f64::max(loss - 10.0, 0.0);
            let y = match direction {
                Direction::Max => x - loss,
                Direction::Min => x + loss,
                Direction::Target(target) => x + loss.copysign(x - target),
            };
            better.insert(id, Cell::of(Score::Exact(x)));
            worse.insert(id, Cell::of(Score::Exact(y)));
        }
        document.alternatives.insert(0, option("worse", worse));
        document.alternatives.push(option("better", better));
        let normalization = Some(counterpoise::methods::Normalization::Value);
        let settings = Settings { method, normalization, ..Settings::default() };
        let result = evaluate(&Problem::of(&document), &settings).unwrap();
        let best = result.ranking.rank(document.alternatives.len() - 1);
        prop_assert!(best <= result.ranking.rank(0), "{:?}", result.scores);
    }

    #[test]
    fn contributions_sum_to_the_score_which_lies_on_the_scale(document in documents()) {
        let problem = Problem::of(&document);
        let result = evaluate(&problem, &Settings::default()).unwrap();
        for (i, &score) in result.scores.iter().enumerate() {
            let coverage = result.coverage[i];
            let sum: f64 = weighted_sum::contributions(&problem.values, &problem.weights, i).iter().sum();
            prop_assert!((0.0..=1.0 + 1e-12).contains(&coverage));
            prop_assert_eq!(score.is_nan(), coverage == 0.0);
            if score.is_nan() {
                prop_assert!(sum == 0.0);
            } else {
                prop_assert!((0.0..=1.0 + 1e-12).contains(&score));
                prop_assert!(close(sum, score, 1e-12), "{sum} is not {score}");
            }
        }
    }

    #[test]
    fn lines_run_where_the_weights_move(document in documents(), at: prop::sample::Index, part in -0.2..1.2) {
        let problem = Problem::of(&document);
        let movement = movement(&document, at);
        let lines = Lines::new(&problem.values, &movement);
        let t = along(&movement.range(), part);
        let whole = weighted_sum::overall(&problem.values, &movement.at(t));
        for (i, (line, score)) in lines.at(t).into_iter().zip(whole.scores).enumerate() {
            // The less is known, the more a rounding error weighs.
            prop_assert!(close(line, score, 1e-12 / whole.coverage[i].max(1e-9)), "{line} is not {score} at {t}");
            prop_assert!(close(line, lines.value(i, t), 0.0));
        }
    }

    #[test]
    fn values_are_equal_where_lines_cross_and_nowhere_else(document in documents(), at: prop::sample::Index) {
        let problem = Problem::of(&document);
        let movement = movement(&document, at);
        let lines = Lines::new(&problem.values, &movement);
        let range = along(&movement.range(), 0.01)..=along(&movement.range(), 0.99);
        for (a, b) in (0..problem.alternatives.len()).flat_map(|a| (0..a).map(move |b| (a, b))) {
            let crossings = lines.crossings(a, b, range.clone());
            prop_assert!(crossings.is_sorted());
            prop_assert_eq!(&crossings, &lines.crossings(b, a, range.clone()));
            for &t in &crossings {
                prop_assert!(range.contains(&t));
                prop_assert!(close(lines.value(a, t), lines.value(b, t), 1e-9), "at {t}");
            }
            let lead = |t: f64| lines.value(a, t) - lines.value(b, t);
            for step in 0..50 {
                let (from, to) = (along(&range, f64::from(step) / 50.0), along(&range, f64::from(step + 1) / 50.0));
                if lead(from).abs() > 1e-9 && lead(to).abs() > 1e-9 && lead(from).signum() != lead(to).signum() {
                    prop_assert!(crossings.iter().any(|t| (from..=to).contains(t)), "{from}..{to}: {crossings:?}");
                }
            }
        }
    }
}
