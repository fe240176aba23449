//! How long a method takes from a compiled problem to the rank of every option.

mod data;

use std::hint::black_box;
use std::time::Duration;

use counterpoise::methods::{Settings, evaluate, topsis};
use counterpoise::model::{Direction, Outranking, Problem, ProblemCriterion};
use criterion::{Criterion as Bench, criterion_group, criterion_main};

use data::{SIZES, values};

fn methods(bench: &mut Bench) {
    for (rows, columns) in SIZES {
        let mut bench = bench.benchmark_group(format!("{rows}x{columns}"));
        let problem = problem(rows, columns);
        let settings = Settings::of(&topsis::METHOD);
        bench.bench_function("topsis, score and rank", |bencher| {
            bencher.iter(|| {
                let result = evaluate(black_box(&problem), &settings).expect("every score is there");
                black_box(result.ranking.rank(0));
                result
            });
        });
    }
}

/// Criteria that weigh 1, 2, 3, … parts, every third a cost.
fn problem(rows: usize, columns: usize) -> Problem {
    let scores = values(rows, columns);
    let criterion = |at: usize| ProblemCriterion {
        name: format!("C{at}"),
        direction: if at % 3 == 1 { Direction::Min } else { Direction::Max },
        ends: None,
        has_fixed_ends: false,
        outranking: Outranking::default(),
    };
    let points = (1_u32..).map(f64::from).take(columns);
    let total: f64 = points.clone().sum();
    Problem {
        alternatives: (0..rows).map(|at| format!("A{at}")).collect(),
        criteria: (0..columns).map(criterion).collect(),
        values: scores.clone(),
        scores,
        weights: points.map(|points| points / total).collect(),
        baseline: None,
    }
}

criterion_group! {
    name = benches;
    config = Bench::default().sample_size(40).warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3));
    targets = methods
}
criterion_main!(benches);
