//! How long net flows take: all six preference functions at two sizes, and how the time grows with the options.

use std::hint::black_box;
use std::time::Duration;

use counterpoise::methods::promethee::Flows;
use counterpoise::model::{Columns, Direction, Outranking, Preference, Problem, ProblemCriterion};
use criterion::{Criterion as Bench, criterion_group, criterion_main};

/// Options x criteria.
const SIZES: [(usize, usize); 2] = [(5_000, 10), (100_000, 10)];

fn promethee(bench: &mut Bench) {
    for (rows, columns) in SIZES {
        let mut bench = bench.benchmark_group(format!("promethee {rows}x{columns}"));
        for preference in Preference::ALL {
            let problem = problem(rows, columns, preference);
            bench.bench_function(preference.id(), |bencher| {
                bencher.iter(|| Flows::of(black_box(&problem)).expect("all thresholds are given").net());
            });
        }
    }
}

fn growth(bench: &mut Bench) {
    let mut bench = bench.benchmark_group("promethee grows");
    bench.measurement_time(Duration::from_secs(1));
    for rows in [100, 1_000, 10_000, 100_000] {
        let problem = problem(rows, 10, Preference::Linear);
        bench.bench_function(format!("{rows}x10"), |bencher| {
            bencher.iter(|| Flows::of(black_box(&problem)).expect("all thresholds are given").net());
        });
    }
}

/// Scores uniform in 0..1, the same in every run (xorshift, Marsaglia 2003); criteria weigh 1, 2, 3, … parts.
fn problem(rows: usize, columns: usize, preference: Preference) -> Problem {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let uniform = std::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        f64::from((state >> 32) as u32) / f64::from(u32::MAX)
    });
    let outranking = Outranking { preference, q: Some(0.05), p: Some(0.3), s: Some(0.2), veto: None };
    let criterion = |j| ProblemCriterion {
        name: format!("C{j}"),
        direction: Direction::Max,
        ends: None,
        has_fixed_ends: false,
        outranking,
    };
    let parts: Vec<f64> = (1_u32..).take(columns).map(f64::from).collect();
    let total: f64 = parts.iter().sum();
    let scores = Columns::new(rows, uniform.take(rows * columns).collect());
    Problem {
        alternatives: (0..rows).map(|i| format!("A{i}")).collect(),
        criteria: (0..columns).map(criterion).collect(),
        values: scores.clone(),
        scores,
        weights: parts.iter().map(|part| part / total).collect(),
        baseline: None,
    }
}

criterion_group! {
    name = benches;
    config = Bench::default().sample_size(20).warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3));
    targets = promethee, growth
}
criterion_main!(benches);
