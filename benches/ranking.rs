//! How long a ranking takes: a weight moved, from scratch, and beside them a plain read of the same bytes.

mod data;

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::Duration;

use counterpoise::methods::{Better, Lines, Ranking, weighted_sum};
use counterpoise::model::{Criterion, Id, Movement, Node, Outline, Outranking, Points, Scale, Scope};
use criterion::{Criterion as Bench, criterion_group, criterion_main};
use rayon::prelude::*;

use data::{SIZES, values};

fn ranking(bench: &mut Bench) {
    for (rows, columns) in SIZES {
        let mut bench = bench.benchmark_group(format!("{rows}x{columns}"));
        let values = values(rows, columns);
        let (outline, weights) = weights(columns);

        let movement = Movement::new(&outline, &weights, &BTreeSet::new(), columns / 2, Scope::Everything);
        let lines = Lines::new(&values, &movement);
        let (mut t, mut scores) = (0.0, Vec::new());
        bench.bench_function("weight moved, new ranking", |bencher| {
            bencher.iter(|| {
                t = (t + 0.01) % 1.0;
                lines.at_into(t, &mut scores);
                ranked(&scores)
            });
        });
        bench.bench_function("score and rank", |bencher| {
            bencher.iter(|| {
                let overall = weighted_sum::overall(&values, black_box(&weights));
                (ranked(&overall.scores), overall)
            });
        });
        bench.bench_function("score", |bencher| {
            bencher.iter(|| weighted_sum::overall(&values, black_box(&weights)));
        });
        bench.bench_function("read", |bencher| {
            bencher.iter(|| values.iter().map(|column| read(black_box(column))).sum::<f64>());
        });
    }
}

/// The order, and the rank of every option, which is worked out when first asked for.
fn ranked(scores: &[f64]) -> Ranking {
    let ranking = Ranking::of(scores, Better::Higher);
    black_box(ranking.rank(0));
    ranking
}

/// Every byte once, on all threads, as fast as the memory gives them.
fn read(column: &[f64]) -> f64 {
    const LANES: usize = 16;
    let sum = |part: &[f64]| {
        let mut sums = [0.0; LANES];
        for lanes in part.chunks_exact(LANES) {
            for (sum, x) in sums.iter_mut().zip(lanes) {
                *sum += x;
            }
        }
        sums.iter().sum::<f64>()
    };
    column.par_chunks(1 << 14).with_min_len(4).map(sum).sum()
}

/// Criteria side by side that weigh 1, 2, 3, … parts.
fn weights(columns: usize) -> (Outline, Vec<f64>) {
    let criteria = (1..=columns).map(|i| {
        let name = format!("C{i}");
        Node::Criterion(Criterion {
            id: Id::slug(&name),
            name,
            description: String::new(),
            scale: Scale::default(),
            sources: Vec::new(),
            outranking: Outranking::default(),
            must_have: None,
        })
    });
    let outline = Outline::of(&criteria.collect::<Vec<_>>());
    let points: Points = (1_u32..).zip(outline.entries()).map(|(i, entry)| (entry.id, f64::from(i))).collect();
    let shares = outline.shares(&points);
    (outline, shares)
}

criterion_group! {
    name = benches;
    config = Bench::default().sample_size(40).warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3));
    targets = ranking
}
criterion_main!(benches);
