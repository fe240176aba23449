//! SMAA-2: published and exact cases, samplers against each other, one result on any number of threads.
#![expect(clippy::unwrap_used, reason = "a test may stop where it fails, in its helpers too")]

#[path = "../common/documents.rs"]
mod documents;
mod golden;
mod limits;
mod odd;

use std::collections::BTreeMap;

use counterpoise::analysis::robustness::{Constraint, Information, Limits, Robustness, Settings, Simulation};
use counterpoise::model::{Cell, Criterion, Document, Ends, Id, Measure, Node, Problem, Row, Scale, Score};

/// Criteria with their points, and options with a score on each; fixed scales of 0 to 1.
fn decision(points: &[f64], options: &[Vec<Option<Score>>]) -> Document {
    let mut document = Document::default();
    let names: Vec<String> = (1..=points.len()).map(|at| format!("C{at}")).collect();
    for (name, points) in names.iter().zip(points) {
        let mut criterion = Criterion::new(Id::slug(name), name);
        criterion.scale = Scale::Rating { worst: 0.0, best: 1.0 };
        document.criteria.push(Node::Criterion(criterion));
        document.weights.insert(Id::slug(name), *points);
    }
    for (at, scores) in options.iter().enumerate() {
        let known = names.iter().zip(scores).filter_map(|(name, score)| Some((Id::slug(name), Cell::of((*score)?))));
        let (name, scores) = (format!("A{}", at + 1), known.collect::<BTreeMap<_, _>>());
        document.alternatives.push(Row { id: Id::slug(&name), name, description: String::new(), scores });
    }
    document
}

fn exact(points: &[f64], rows: &[&[f64]]) -> Document {
    let row = |row: &&[f64]| row.iter().map(|&x| (!x.is_nan()).then_some(Score::Exact(x))).collect();
    decision(points, &rows.iter().map(row).collect::<Vec<_>>())
}

fn settings(samples: u32, information: Information) -> Settings {
    Settings { samples, information, ..Settings::default() }
}

fn simulation(document: &Document, settings: Settings) -> Simulation {
    Simulation::new(document, &Problem::of(document), settings).unwrap()
}

fn simulate(document: &Document, samples: u32, information: Information) -> Robustness {
    simulation(document, settings(samples, information)).finish()
}

/// The mean of all weights drawn: each lies in the mean of the option that is first with it.
fn mean_weights(result: &Robustness) -> Vec<f64> {
    let mut mean = vec![0.0; result.standings.iter().find_map(|s| s.central_weights.as_ref()).unwrap().len()];
    for standing in &result.standings {
        for (sum, weight) in mean.iter_mut().zip(standing.central_weights.iter().flatten()) {
            *sum += standing.first() * weight;
        }
    }
    mean
}

#[track_caller]
fn assert_near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} is not {expected} to {tolerance}");
}

fn intervals(least: &[f64], most: &[f64]) -> Limits {
    Limits { least: least.to_vec(), most: most.to_vec(), constraints: Vec::new() }
}

fn in_a_pool<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(work)
}

#[test]
fn two_options_on_two_criteria_share_the_line() {
    // The first is ahead where w > (1 - w) / 3, which is from a quarter on.
    let result = simulate(&exact(&[1.0, 1.0], &[&[0.9, 0.2], &[0.3, 0.4]]), 50_000, Information::Free);
    let [a, b] = &result.standings[..] else { panic!("two options") };
    assert_near(a.first(), 0.75, 5.0 * a.standard_errors[0]);
    assert_near(a.standard_errors[0], (0.75_f64 * 0.25 / 50_000.0).sqrt(), 1e-5);
    assert_near(result.standard_error, a.standard_errors[0], 1e-12);
    assert_near(a.expected_rank, 2.0 - a.first(), 1e-12);
    assert_near(a.central_weights.as_ref().unwrap()[0], 0.625, 0.005);
    assert_near(b.central_weights.as_ref().unwrap()[0], 0.125, 0.005);
    assert_eq!((a.confidence, b.confidence), (Some(1.0), Some(1.0)));
    assert_near(result.winning(0, 1), a.first(), 1e-12);
    assert_near(result.winning(1, 0), b.first(), 1e-12);
    assert_eq!(result.order(), [0, 1]);
}

#[test]
fn one_criterion_leaves_only_the_scores() {
    let options =
        [vec![Some(Score::Range(0.2, 0.6))], vec![Some(Score::Exact(0.5))], vec![Some(Score::Triangle(0.0, 0.5, 1.0))]];
    let result = simulate(&decision(&[1.0], &options), 100_000, Information::Free);
    assert_eq!(mean_weights(&result), [1.0]);
    let error = 5.0 * result.standard_error;
    assert_near(result.winning(0, 1), 0.25, error);
    assert_near(result.winning(2, 1), 0.5, error);
    // The triangle's distribution function 2 x^2 up to the middle and 1 - 2 (1 - x)^2 beyond, over 0.2 to 0.6.
    let below = 2.0 / 3.0 * (0.5_f64.powi(3) - 0.2_f64.powi(3));
    let above = 0.1 - 2.0 / 3.0 * (0.5_f64.powi(3) - 0.4_f64.powi(3));
    assert_near(result.winning(0, 2), (below + above) / 0.4, error);
    // With one criterion the second pass is the first once more.
    for standing in &result.standings {
        assert_near(standing.confidence.unwrap(), standing.first(), 2.0 * error);
    }
}

#[test]
fn fixed_scales_clip_and_local_ones_go_on() {
    let scores = [Score::Range(0.5, 1.5), Score::Exact(1.0), Score::Exact(0.0)];
    let options = scores.map(|score| vec![Some(score)]);
    let fixed = simulate(&decision(&[1.0], &options), 20_000, Information::Free);
    assert_near(fixed.winning(0, 1), 0.25, 0.02); // beyond the end it ties
    let mut local = decision(&[1.0], &options);
    let Node::Criterion(criterion) = &mut local.criteria[0] else { panic!("a criterion") };
    criterion.scale = Scale::Measure(Measure::default());
    assert_near(simulate(&local, 20_000, Information::Free).winning(0, 1), 0.5, 0.02);
    // Where all points coincide the scale runs over what the scores may be.
    for row in 0..local.alternatives.len() {
        local.alternatives.set(row, Id::slug("C1"), Cell::of(Score::Exact(1.0)));
    }
    local.alternatives.set(0, Id::slug("C1"), Cell::of(Score::Triangle(0.0, 1.0, 10.0)));
    assert_near(simulate(&local, 20_000, Information::Free).winning(0, 1), 0.9, 0.02);
    // A target between the ends of a range.
    let Node::Criterion(criterion) = &mut local.criteria[0] else { panic!("a criterion") };
    let range = Some(Ends { worst: 0.0, best: 4.0 });
    let direction = counterpoise::model::Direction::Target(2.0);
    criterion.scale = Scale::Measure(Measure { range, direction, ..Measure::default() });
    local.alternatives.set(0, Id::slug("C1"), Cell::of(Score::Range(0.0, 4.0)));
    assert_near(simulate(&local, 20_000, Information::Free).winning(0, 1), 0.5, 0.02);
}

#[test]
fn ties_share_ranks() {
    let alike: &[f64] = &[0.5, 0.5];
    let result = simulate(&exact(&[1.0, 1.0], &[alike, alike, alike, &[0.1, 0.1]]), 777, Information::Free);
    for standing in &result.standings[..3] {
        for share in &standing.acceptability[..3] {
            assert_near(*share, 1.0 / 3.0, 1e-15);
        }
        assert_near(standing.expected_rank, 2.0, 1e-12);
        assert_eq!(standing.confidence, Some(1.0));
    }
    assert_eq!(result.standings[3].acceptability, [0.0, 0.0, 0.0, 1.0]);
    assert_eq!((result.winning(0, 1), result.winning(2, 1), result.winning(0, 3)), (0.5, 0.5, 1.0));
    let seventeen = vec![alike; 17];
    let result = simulate(&exact(&[1.0, 1.0], &seventeen), 100, Information::Free);
    for standing in &result.standings {
        assert_near(standing.acceptability.iter().sum::<f64>(), 1.0, 1e-12);
        assert!(standing.acceptability.iter().all(|share| (share * 17.0 - 1.0).abs() < 1e-3));
    }
}

#[test]
fn missing_scores_are_left_out() {
    // What is left of the second is worth 0.5 whatever it weighs; the first is worth its first weight.
    let result = simulate(
        &exact(&[1.0, 1.0], &[&[1.0, 0.0], &[f64::NAN, 0.5], &[f64::NAN, f64::NAN]]),
        50_000,
        Information::Free,
    );
    assert_near(result.winning(0, 1), 0.5, 0.012);
    assert_eq!(result.standings[2].acceptability, [0.0, 0.0, 1.0]);
    assert_eq!((&result.standings[2].central_weights, result.standings[2].confidence), (&None, Some(0.0)));
}

#[test]
fn the_mean_of_ranked_weights_is_the_rank_order_centroid() {
    let points = [5.0, 1.0, 4.0, 2.0, 3.0];
    let zeros = [0.5; 5];
    let result = simulate(&exact(&points, &[&zeros]), 100_000, Information::Ranked);
    let centroids = [137.0 / 300.0, 77.0 / 300.0, 47.0 / 300.0, 9.0 / 100.0, 1.0 / 25.0];
    let place = [0, 4, 1, 3, 2];
    for (place, mean) in place.into_iter().zip(mean_weights(&result)) {
        assert_near(mean, centroids[place], 0.002);
    }
    // Those that tie may stand in any order, so each has the mean of their centroids.
    let mean = mean_weights(&simulate(&exact(&[2.0, 1.0, 2.0], &[&[0.5; 3]]), 100_000, Information::Ranked));
    for (mean, expected) in mean.into_iter().zip([16.0 / 36.0, 4.0 / 36.0, 16.0 / 36.0]) {
        assert_near(mean, expected, 0.003);
    }
    let same = simulate(&exact(&[1.0; 3], &[&[0.5; 3]]), 100, Information::Ranked);
    assert_eq!(mean_weights(&same), mean_weights(&simulate(&exact(&[1.0; 3], &[&[0.5; 3]]), 100, Information::Free)));
}

#[test]
fn threads_and_slices_make_no_difference() {
    let range = |low: f64| Some(Score::Range(low, low + 0.3));
    let options = [
        vec![range(0.1), range(0.5), range(0.3)],
        vec![range(0.4), range(0.2), None],
        vec![range(0.6), range(0.0), range(0.3)],
    ];
    let document = decision(&[3.0, 2.0, 1.0], &options);
    let narrow =
        Limits { constraints: vec![no_lighter([1.0, -1.0, 0.0])], ..intervals(&[0.1, 0.0, 0.0], &[0.6, 0.5, 0.4]) };
    // Two weights that must be equal can only be walked along.
    let flat = Limits { constraints: [[1.0, -1.0, 0.0], [-1.0, 1.0, 0.0]].map(no_lighter).into(), ..Limits::none(3) };
    let limits = [narrow, flat].map(Information::Limits);
    for information in [Information::Free, Information::Ranked, Information::Within(0.1)].into_iter().chain(limits) {
        let whole = in_a_pool(1, || simulate(&document, 5000, information.clone()));
        assert_eq!(whole, in_a_pool(3, || simulate(&document, 5000, information.clone())));
        for slice in [1, 1500, 4096] {
            let mut simulation = simulation(&document, settings(5000, information.clone()));
            let mut last = 0;
            while !simulation.run(slice).is_finished() {
                let progress = simulation.progress();
                assert!(progress.done > last && progress.done < progress.of);
                last = progress.done;
                let result = simulation.result();
                assert!(result.samples <= 5000 && result.standings[0].confidence.is_some() == (progress.done > 5000));
            }
            assert_eq!(simulation.result(), whole);
        }
    }
}

/// What has the coefficient 1 weighs no less than what has -1.
fn no_lighter(signs: [f64; 3]) -> Constraint {
    Constraint { coefficients: signs.iter().map(|sign| -sign).collect(), at_most: 0.0 }
}
