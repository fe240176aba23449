//! How long a decision takes to be written and read, in every format.

mod data;
#[path = "data/document.rs"]
mod large;

use std::hint::black_box;
use std::time::Duration;

use counterpoise::files::{self, Format, Task, presets};
use counterpoise::model::Document;
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion as Bench, criterion_group, criterion_main};

fn preset(bench: &mut Bench) {
    let document = presets::find("hydro-plants").expect("it is there").document().expect("it is sound");
    let mut bench = bench.benchmark_group("hydro-plants");
    bench.warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    for format in Format::ALL {
        there_and_back(&mut bench, &document, format);
    }
}

fn large(bench: &mut Bench) {
    let (rows, columns) = data::SIZES[2];
    let document = large::document(rows, columns);
    let mut bench = bench.benchmark_group(format!("{rows}x{columns}"));
    bench.sample_size(10).warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(5));
    for format in [Format::Csv, Format::Json, Format::Ron] {
        there_and_back(&mut bench, &document, format);
    }
}

fn there_and_back(bench: &mut BenchmarkGroup<WallTime>, document: &Document, format: Format) {
    if !format.can_write() {
        return;
    }
    let task = Task::of(document);
    let write = || files::to_bytes(&task, format).expect("memory takes everything");
    bench.bench_function(format!("write {format:?}"), |bencher| bencher.iter(|| black_box(write())));
    if format.can_read() {
        let bytes = write();
        bench.bench_function(format!("read {format:?}"), |bencher| {
            bencher.iter(|| files::parse(black_box(&bytes), format).expect("it was just written"));
        });
    }
}

criterion_group!(benches, preset, large);
criterion_main!(benches);
