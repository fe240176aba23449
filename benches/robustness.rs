//! How long SMAA-2 takes: two sizes with score ranges, and how the time grows with options, criteria and samples.

use std::collections::BTreeMap;
use std::time::Duration;

use counterpoise::analysis::robustness::{Information, Robustness, Settings, Simulation};
use counterpoise::model::{Cell, Criterion, Document, Id, Node, Problem, Row, Score};
use criterion::{Criterion as Bench, criterion_group, criterion_main};

const SAMPLES: u32 = 100_000;

fn robustness(bench: &mut Bench) {
    for (options, criteria) in [(6, 8), (20, 10)] {
        let mut bench = bench.benchmark_group(format!("robustness {options}x{criteria}"));
        let (document, problem) = decision(options, criteria, 15.0);
        let (exact, exact_problem) = decision(options, criteria, 0.0);
        bench.bench_function("score ranges, any weights", |bencher| {
            bencher.iter(|| simulate(&document, &problem, Information::Free, SAMPLES));
        });
        bench.bench_function("score ranges, ranked weights", |bencher| {
            bencher.iter(|| simulate(&document, &problem, Information::Ranked, SAMPLES));
        });
        bench.bench_function("score ranges, any weights, first pass", |bencher| {
            bencher.iter(|| {
                let mut simulation = Simulation::new(&document, &problem, settings(Information::Free, SAMPLES)).ok()?;
                simulation.run(SAMPLES);
                Some(simulation.result())
            });
        });
        bench.bench_function("score ranges, weights within 0.1", |bencher| {
            bencher.iter(|| simulate(&document, &problem, Information::Within(0.1), SAMPLES));
        });
        bench.bench_function("exact scores, any weights", |bencher| {
            bencher.iter(|| simulate(&exact, &exact_problem, Information::Free, SAMPLES));
        });
    }
}

fn growth(bench: &mut Bench) {
    let mut bench = bench.benchmark_group("robustness grows");
    let sizes = [(5, 10), (10, 10), (20, 10), (40, 10), (80, 10), (20, 5), (20, 20), (20, 40)];
    let sizes = sizes.map(|(options, criteria)| (options, criteria, SAMPLES));
    for (options, criteria, samples) in sizes.into_iter().chain([10_000, 1_000_000].map(|samples| (20, 10, samples))) {
        let (document, problem) = decision(options, criteria, 15.0);
        bench.bench_function(format!("{options}x{criteria}, {samples} samples"), |bencher| {
            bencher.iter(|| simulate(&document, &problem, Information::Free, samples));
        });
    }
}

fn settings(information: Information, samples: u32) -> Settings {
    Settings { samples, information, ..Settings::default() }
}

fn simulate(document: &Document, problem: &Problem, information: Information, samples: u32) -> Option<Robustness> {
    Simulation::new(document, problem, settings(information, samples)).ok().map(Simulation::finish)
}

/// Scores between 20 and 80 on scales of 0 to 100, each give or take `spread`, the same in every run; criteria that weigh 1,
/// 2, 3, … parts.
fn decision(options: usize, criteria: usize, spread: f64) -> (Document, Problem) {
    let mut document = Document::default();
    let names: Vec<String> = (1..=criteria).map(|at| format!("C{at}")).collect();
    for (name, points) in names.iter().zip(1_u32..) {
        document.criteria.push(Node::Criterion(Criterion::new(Id::slug(name), name)));
        document.weights.insert(Id::slug(name), f64::from(points));
    }
    let mut golden = 0.5;
    for name in (1..=options).map(|at| format!("A{at}")) {
        let mut score = || {
            golden = (golden + 0.618_033_988_749_895) % 1.0;
            let middle = 20.0 + 60.0 * golden;
            if spread > 0.0 { Score::Range(middle - spread, middle + spread) } else { Score::Exact(middle) }
        };
        let scores: BTreeMap<Id, Cell> = names.iter().map(|name| (Id::slug(name), Cell::of(score()))).collect();
        document.alternatives.push(Row { id: Id::slug(&name), name, description: String::new(), scores });
    }
    let problem = Problem::of(&document);
    (document, problem)
}

criterion_group! {
    name = benches;
    config = Bench::default().sample_size(20).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(3));
    targets = robustness, growth
}
criterion_main!(benches);
