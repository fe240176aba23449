//! Nothing repaints while nothing happens.

use std::thread;
use std::time::Duration;

use crate::harness::Desk;

#[test]
fn a_window_left_alone_draws_nothing() {
    let desk = Desk::new();
    let mut window = desk.open(&["security-guarantee"]);
    window.wait("three ranked options", |tree| tree.ranking().len() == 3);
    // Reading the widgets draws a frame, and another one to say that it is done.
    let mut last = 0;
    window.wait("rest", |tree| tree.step - std::mem::replace(&mut last, tree.step) <= 2);
    let (frames, before) = (last, window.processor_time());
    thread::sleep(Duration::from_secs(3));
    let used = window.processor_time().saturating_sub(before);
    let drawn = window.tree().step - frames;
    assert!(drawn <= 4, "{drawn} frames in three seconds of nothing");
    assert!(used < Duration::from_millis(500), "{used:?} of processor time in three seconds of nothing");
}
