//! What came of all kills.

use std::fmt;
use std::time::Duration;

#[derive(Debug, Default)]
pub struct Figures {
    pub kills: usize,
    /// How many of them were no kill but SIGTERM or SIGHUP.
    pub asked: usize,
    /// How many things were done by keys and mouse.
    pub done: usize,
    /// How much of it showed in the decision.
    pub changed: usize,
    /// How often what came back was the last thing seen, or later.
    pub newest: usize,
    /// How often it was something that had never been seen: it was done just before the end.
    pub unseen: usize,
    /// For how long what did not come back had been there, where something did not.
    pub lost: Vec<Duration>,
    /// How often what came back was discarded, and brought back.
    pub discarded: usize,
    pub failures: Vec<String>,
}

impl Figures {
    pub fn add(&mut self, other: Self) {
        self.kills += other.kills;
        self.asked += other.asked;
        self.done += other.done;
        self.changed += other.changed;
        self.newest += other.newest;
        self.unseen += other.unseen;
        self.lost.extend(other.lost);
        self.discarded += other.discarded;
        self.failures.extend(other.failures);
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kills, asked, done, changed, newest, unseen, lost, discarded, failures } = self;
        let oldest = lost.iter().max().copied().unwrap_or_default().as_secs_f64();
        writeln!(f, "{kills:>6} times ended, {asked} of them by SIGTERM or SIGHUP")?;
        writeln!(f, "{done:>6} things done before that, of which {changed} showed in the decision at once")?;
        writeln!(f, "{newest:>6} times the last thing seen came back, or one behind it")?;
        writeln!(
            f,
            "{:>6} times an earlier one; what was missing had been there for {oldest:.2} s at most",
            lost.len()
        )?;
        writeln!(f, "{unseen:>6} times what came back had not been seen before")?;
        writeln!(f, "{discarded:>6} times it was discarded and brought back")?;
        write!(f, "{:>6} failures", failures.len())
    }
}
