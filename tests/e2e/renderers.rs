//! Either renderer draws the window, and one stands in for the other.

use std::process::Command;

use crate::drawing::{is_drawn, wait_for_picture};
use crate::harness::{Desk, run};

/// Vulkan in software, as Mesa has it.
const VULKAN: &str = "libvulkan";

#[test]
fn wgpu_draws_where_it_is_asked_for() {
    let desk = Desk::new();
    let window = desk.open(&["security-guarantee", "--renderer", "wgpu"]);
    wait_for_picture(&desk, "wgpu", is_drawn);
    assert!(window.has_loaded(VULKAN));
}

#[test]
fn glow_draws_where_it_is_asked_for() {
    let desk = Desk::new();
    let window = desk.open(&["security-guarantee", "--renderer", "glow"]);
    wait_for_picture(&desk, "glow", is_drawn);
    assert!(!window.has_loaded(VULKAN));
}

/// On a server that knows no GLX, with no EGL driver either: no OpenGL at all.
fn without_opengl(desk: &Desk, arguments: &[&str]) -> Command {
    let mut command = desk.command(arguments);
    command.env("__EGL_VENDOR_LIBRARY_FILENAMES", "/dev/null");
    command
}

#[test]
fn wgpu_stands_in_for_glow() {
    let desk = Desk::with(&["-extension", "GLX"]);
    let window = desk.open_with(without_opengl(&desk, &["security-guarantee"]));
    wait_for_picture(&desk, "fallback", is_drawn);
    assert!(window.has_loaded(VULKAN));
}

#[test]
fn a_renderer_that_was_asked_for_has_no_stand_in() {
    let desk = Desk::with(&["-extension", "GLX"]);
    let output = run(without_opengl(&desk, &["security-guarantee", "--renderer", "glow"]));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("Military modernization"));
}
