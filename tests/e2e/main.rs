//! The built program in a real window, on an X server of its own: started, read, driven by keys, killed, started again.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod closing;
mod drawing;
mod harness;
mod idle;
mod kill;
mod opening;
mod recovery;
mod renderers;
mod weights;
