//! How long it takes to say what a ranking rests on.

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::Duration;

use counterpoise::analysis::dominance::pairs;
use counterpoise::analysis::flips::{by_weights, flips, never_best};
use counterpoise::analysis::sensitivity::exact;
use counterpoise::methods::Normalization;
use counterpoise::model::{Cell, Columns, Criterion, Document, Id, Node, Problem, Row, Score};
use criterion::{Criterion as Bench, criterion_group, criterion_main};

/// Options x criteria.
const SIZES: [(usize, usize); 2] = [(3, 9), (20, 10)];

fn analysis(bench: &mut Bench) {
    for (rows, columns) in SIZES {
        let mut bench = bench.benchmark_group(format!("{rows}x{columns}"));
        let document = document(rows, columns);
        let (outline, problem, locks) = (document.outline(), Problem::of(&document), BTreeSet::new());
        let (values, weights): (&Columns, &[f64]) = (&problem.values, &problem.weights);
        bench.bench_function("sensitivity of all criteria", |bencher| {
            bencher.iter(|| exact(black_box(values), weights, &outline, &locks));
        });
        bench.bench_function("nearest weights of all options", |bencher| {
            bencher.iter(|| by_weights(black_box(values), weights, &outline, &locks));
        });
        bench.bench_function("flips, break-even scores included", |bencher| {
            bencher.iter(|| flips(black_box(&document), &outline, &problem, Normalization::Value));
        });
        bench.bench_function("dominance", |bencher| {
            bencher.iter(|| (pairs(black_box(values)), never_best(values, &outline)));
        });
    }
}

/// How the time grows with options and criteria.
fn growth(bench: &mut Bench) {
    let mut bench = bench.benchmark_group("analysis grows");
    bench.measurement_time(Duration::from_secs(1));
    for (rows, columns) in [(5, 10), (10, 10), (20, 10), (40, 10), (80, 10), (20, 5), (20, 20), (20, 40)] {
        let document = document(rows, columns);
        let (outline, problem, locks) = (document.outline(), Problem::of(&document), BTreeSet::new());
        bench.bench_function(format!("sensitivity {rows}x{columns}"), |bencher| {
            bencher.iter(|| exact(black_box(&problem.values), &problem.weights, &outline, &locks));
        });
        bench.bench_function(format!("flips {rows}x{columns}"), |bencher| {
            bencher.iter(|| flips(black_box(&document), &outline, &problem, Normalization::Value));
        });
    }
}

/// Scores uniform in 0..100, the same in every run (xorshift, Marsaglia 2003), and weights of 1, 2, 3, … parts.
fn document(rows: usize, columns: usize) -> Document {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut uniform = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        100.0 * f64::from((state >> 32) as u32) / f64::from(u32::MAX)
    };
    let mut document = Document::default();
    for (i, points) in (1..=columns).zip(1_u32..) {
        let name = format!("C{i}");
        let id = Id::slug(&name);
        document.criteria.push(Node::Criterion(Criterion::new(id, name)));
        document.weights.insert(id, f64::from(points));
    }
    let leaves: Vec<Id> = document.leaves().iter().map(|leaf| leaf.id).collect();
    for i in 1..=rows {
        let name = format!("A{i}");
        let scores = leaves.iter().map(|&id| (id, Cell::of(Score::Exact(uniform())))).collect();
        document.alternatives.push(Row { id: Id::slug(&name), name, description: String::new(), scores });
    }
    document
}

criterion_group! {
    name = benches;
    config = Bench::default().sample_size(20).warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3));
    targets = analysis, growth
}
criterion_main!(benches);
