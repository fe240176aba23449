//! Break-even scores, by putting other scores into the document.

use counterpoise::analysis::flips::{BreakEven, flips};
use counterpoise::methods::Normalization;
use counterpoise::model::{
    Answer, Cell, Direction, Document, Ends, Id, Level, Measure, Problem, Scale, Score, ValueFunction,
};
use proptest::prelude::*;

use crate::common::{documents, each_criterion};
use crate::ranked;

/// Whether the option is first when its score on the criterion is another.
fn is_first(document: &Document, found: &BreakEven, x: f64) -> bool {
    let leaf = document.leaves()[found.criterion].clone();
    let mut changed = document.clone();
    let level = leaf.scale.levels().into_iter().find(|level| (level.value - x).abs() < 1e-9);
    let score = level.map_or(Score::Exact(x), |level| Score::Level(level.id));
    changed.alternatives.set(found.alternative, leaf.id, Cell::of(score));
    let problem = Problem::of(&changed);
    ranked(&problem.values, &problem.weights).0.contains(&found.alternative)
}

/// Scores of 0 to 100 that a scale can be asked about, `now` first.
fn course(scale: &Scale, now: Option<f64>) -> Vec<f64> {
    if scale.has_levels() {
        return scale.levels().into_iter().map(|level| level.value).collect();
    }
    let (low, high) = match scale.ends() {
        Some(ends) => (ends.worst.min(ends.best), ends.worst.max(ends.best)),
        None => (-200.0, 300.0),
    };
    // Not at whole numbers, where the others stand.
    (0..=60).map(|i| low + (high - low) * (f64::from(i) + 0.013) / 60.1).chain(now).collect()
}

/// All kinds of scales over scores of 0 to 100.
fn scales() -> impl Strategy<Value = Scale> {
    let measure = |direction, range, value| Scale::Measure(Measure { unit: String::new(), direction, range, value });
    let hill = ValueFunction::Piecewise(vec![(0.0, 10.0), (40.0, 100.0), (60.0, 100.0), (90.0, 0.0)]);
    let level = |name: &str, value| Level { id: Id::slug(name), name: name.into(), value };
    prop_oneof![
        Just(Scale::Rating { worst: 0.0, best: 100.0 }),
        Just(Scale::Rating { worst: 90.0, best: 10.0 }),
        Just(measure(Direction::Max, None, ValueFunction::Linear)),
        Just(measure(Direction::Min, None, ValueFunction::Linear)),
        Just(measure(Direction::Target(40.0), None, ValueFunction::Linear)),
        Just(measure(Direction::Max, None, hill)),
        Just(measure(Direction::Target(70.0), Some(Ends { worst: 0.0, best: 100.0 }), ValueFunction::Linear)),
        Just(measure(Direction::Min, Some(Ends { worst: 80.0, best: 20.0 }), ValueFunction::Linear)),
        Just(Scale::Levels(vec![level("poor", 0.0), level("fair", 35.0), level("good", 80.0), level("best", 100.0)])),
        Just(Scale::YesNo { best: Answer::No }),
    ]
}

/// The document with other scales, and its scores made to fit.
fn with_scales(mut document: Document, scales: &[Scale]) -> Document {
    let mut next = scales.iter().cycle();
    each_criterion(&mut document.criteria, &mut |criterion| criterion.scale = next.next().unwrap().clone());
    let leaves: Vec<(Id, Scale)> = document.leaves().iter().map(|leaf| (leaf.id, leaf.scale.clone())).collect();
    for row in 0..document.alternatives.len() {
        for (id, scale) in &leaves {
            if let Some(Score::Exact(x)) = document.alternatives.score(row, *id)
                && scale.has_levels()
            {
                let levels = scale.levels();
                let nearest = levels.iter().min_by(|a, b| (a.value - x).abs().total_cmp(&(b.value - x).abs()));
                let level = Score::Level(nearest.unwrap().id);
                document.alternatives.set_score(row, *id, Some(level));
            }
        }
    }
    document
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Nothing changes before the break-even, something does at it, and where there is none nothing does anywhere.
    #[test]
    fn the_rank_turns_at_the_break_even(document in documents(), scales in prop::collection::vec(scales(), 4)) {
        let document = with_scales(document, &scales);
        let problem = Problem::of(&document);
        let found = flips(&document, &document.outline(), &problem, Normalization::Value).unwrap();
        for one in found.scores.iter().filter(|one| problem.weights[one.criterion] > 1e-6) {
            let scale = &document.leaves()[one.criterion].scale;
            let holds = found.winners.contains(&one.alternative);
            let places = course(scale, one.now);
            match (one.at, one.now) {
                (None, _) if problem.alternatives.len() < 2 => {}
                (None, now) => {
                    let turned = places.iter().find(|&&x| is_first(&document, one, x) != holds);
                    // Where nothing is scored yet the first score may decide at once.
                    prop_assert!(turned.is_none() || now.is_none(), "{turned:?} turns {one:?}");
                }
                (Some(at), Some(now)) => {
                    let way = (at - now).abs();
                    for &x in places.iter().filter(|x| (**x - now).abs() < way - 1e-6 * (1.0 + way)) {
                        prop_assert_eq!(is_first(&document, one, x), holds, "at {} on the way of {:?}", x, one);
                    }
                    let nudge = 1e-7 * (1.0 + at.abs());
                    let here = [at, at + nudge, at - nudge];
                    let here = if scale.has_levels() { &here[..1] } else { &here[..] };
                    prop_assert!(here.iter().any(|&x| is_first(&document, one, x) != holds), "nothing turns at {one:?}");
                }
                (Some(at), None) => {
                    let nudge = 1e-7 * (1.0 + at.abs());
                    let ranks = [at, at + nudge, at - nudge].map(|x| is_first(&document, one, x));
                    prop_assert!(scale.has_levels() || ranks.contains(&true), "{one:?}");
                }
            }
        }
    }

    /// After other normalisations the rank turns at the break-even too.
    #[test]
    fn searched_break_evens_turn_the_rank(document in documents()) {
        let problem = Problem::of(&document);
        let normalization = Normalization::VectorComplement;
        let found = flips(&document, &document.outline(), &problem, normalization).unwrap();
        prop_assert!(found.tolerance.is_some());
        for one in &found.scores {
            let Some(at) = one.at else { continue };
            let mut changed = document.clone();
            let leaf = document.leaves()[one.criterion].id;
            changed.alternatives.set(one.alternative, leaf, Cell::of(Score::Exact(at)));
            let values = Problem::of(&changed);
            let (first, _) = ranked(&normalization.normalize(&values).unwrap(), &values.weights);
            let holds = found.winners.contains(&one.alternative);
            prop_assert_ne!(first.contains(&one.alternative), holds, "{:?}", one);
        }
    }
}
