//! Times the real window under software rendering: the built program on an X server of its own.
//!
//! Prints a table in Markdown. `cargo bench --features inspection --bench window`
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench may panic, and prints")]

#[path = "../tests/e2e/harness/mod.rs"]
mod harness;

use std::fmt::Write as _;
use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, TouchPhase, vec2};

use harness::{Desk, Window};
use tempfile::TempDir;

const STARTS: usize = 15;
const FRAMES: usize = 200;

fn main() {
    let desk = Desk::new();
    println!("| what | figure |\n|---|---:|");
    for renderer in ["glow", "wgpu"] {
        let arguments = ["security-guarantee", "--renderer", renderer];
        let first = median((0..STARTS).map(|_| start(&arguments, &TempDir::new().unwrap())).collect());
        line(&format!("start to first frame, {renderer}, the first time of all"), first);
        let cache = TempDir::new().unwrap();
        start(&arguments, &cache);
        line(
            &format!("start to first frame, {renderer}"),
            median((0..STARTS).map(|_| start(&arguments, &cache)).collect()),
        );
    }
    let small = table(&desk, 20, 12);
    frames(&desk, "20 x 12", &small);
    let large = table(&desk, 100_000, 12);
    let cache = TempDir::new().unwrap();
    for (size, file) in [("100,000 x 12", &large), ("100,000 x 20", &table(&desk, 100_000, 20))] {
        start(&[file], &cache);
        line(&format!("start to first frame, {size}"), median((0..5).map(|_| start(&[file], &cache)).collect()));
    }
    frames(&desk, "100,000 x 12", &large);
}

fn line(what: &str, figure: Duration) {
    println!("| {what} | {:.1} ms |", figure.as_secs_f64() * 1000.0);
}

fn median(mut figures: Vec<Duration>) -> Duration {
    figures.sort_unstable();
    figures[figures.len() / 2]
}

/// From the start of the process until something is on the screen, with nothing that reads the window. The driver that
/// draws keeps what it has compiled in `cache`: where that is empty, it compiles first.
fn start(arguments: &[&str], cache: &TempDir) -> Duration {
    let desk = Desk::new();
    let mut command = desk.command(arguments);
    let started = Instant::now();
    let mut child = command
        .env_remove("EGUI_INSPECTION")
        .env("XDG_CACHE_HOME", cache.path())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    while desk.display.is_black() {
        assert!(started.elapsed() < Duration::from_mins(1), "no window");
        std::thread::sleep(Duration::from_millis(1));
    }
    let took = started.elapsed();
    child.kill().unwrap();
    child.wait().unwrap();
    took
}

/// Processor time of a frame while a weight is dragged, and while the matrix scrolls.
fn frames(desk: &Desk, size: &str, file: &str) {
    let mut window = desk.open(&[file]);
    window.wait("a ranking", |tree| !tree.ranking().is_empty());
    let slider = window.tree().middle(Role::Slider, "Criterion 1");
    let button = |pressed| Event::PointerButton {
        pos: slider,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.inspection().send(vec![Event::PointerMoved(slider)]);
    window.inspection().send(vec![button(true)]);
    // Back and forth over a third of the slider, so that every frame has a new weight.
    let drag = |frame: usize| {
        let along = (frame % 60).abs_diff(30);
        #[expect(clippy::cast_precision_loss, reason = "a small number")]
        let to = slider + vec2(along as f32 * 2.0, 0.0);
        Event::PointerMoved(to)
    };
    report(&mut window, &format!("frame while dragging a weight, {size}"), drag);
    window.inspection().send(vec![button(false)]);

    let tree = window.tree();
    let cells = tree.labels(Role::Cell);
    let in_sight = cells.iter().find(|name| name.starts_with("Criterion 6 of")).expect("a cell in sight");
    let cell = tree.middle(Role::Cell, in_sight);
    window.inspection().send(vec![Event::PointerMoved(cell)]);
    let scroll = |frame: usize| Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, if frame % 100 < 50 { -120.0 } else { 120.0 }),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    };
    report(&mut window, &format!("frame while scrolling, {size}"), scroll);
}

fn report(window: &mut Window<'_>, what: &str, event: impl Fn(usize) -> Event) {
    let first = window.tree().step;
    let (all, main) = (window.processor_time(), window.main_thread_time());
    for frame in 0..FRAMES {
        window.inspection().send(vec![event(frame)]);
    }
    let (all, main) = (window.processor_time().saturating_sub(all), window.main_thread_time().saturating_sub(main));
    let drawn = u32::try_from(window.tree().step - first).unwrap();
    line(&format!("{what}: the program's own thread"), main / drawn);
    line(&format!("{what}: with the threads that draw in software"), all / drawn);
}

/// Writes a decision of that size and returns its path.
fn table(desk: &Desk, options: usize, criteria: usize) -> String {
    let mut text = String::from("option");
    for criterion in 1..=criteria {
        write!(text, ",Criterion {criterion}").unwrap();
    }
    for option in 1..=options {
        write!(text, "\nOption {option}").unwrap();
        for criterion in 1..=criteria {
            write!(text, ",{}", (option * 7919 + criterion * 104_729) % 1000).unwrap();
        }
    }
    let path = desk.path(&format!("{options}x{criteria}.csv"));
    fs::write(&path, text + "\n").unwrap();
    path.to_str().unwrap().to_owned()
}
