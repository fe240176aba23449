//! An interactive page: one file that needs no network, and reads without its script as well.
//!
//! The exporter writes ranking, weights and matrix as HTML; the script in `assets/page/` takes them over and weighs anew
//! with the rules of [`Movement`](crate::model::Movement) when a weight moves. Values come from here in full precision, so
//! that the page only weighs.

mod data;
pub mod escape;
mod matrix;
mod notes;
mod policy;
mod ranking;
mod style;
mod view;
mod weights;

use std::io::{self, Write};

use super::{Export, Task};
use escape::text;
use policy::policy;
use style::style;
use view::View;

const PAGE: &str = include_str!("../../../../assets/page/page.html");
const SCRIPT: &str = concat!(
    "'use strict';\n",
    include_str!("../../../../assets/page/weigh.js"),
    include_str!("../../../../assets/page/numbers.js"),
    include_str!("../../../../assets/page/answer.js"),
    include_str!("../../../../assets/page/matrix.js"),
    include_str!("../../../../assets/page/words.js"),
    include_str!("../../../../assets/page/weights.js"),
    include_str!("../../../../assets/page/page.js"),
);

/// Writes the page.
pub struct Html;

impl Export for Html {
    fn export(&self, task: &Task, out: &mut dyn Write) -> io::Result<()> {
        task.progress.report(0, 1)?;
        let view = View::of(task.document);
        // Text and names of slots in turn.
        for (at, part) in PAGE.split("{{").flat_map(|part| part.split("}}")).enumerate() {
            if at % 2 == 0 { out.write_all(part.as_bytes())? } else { slot(part, &view, task, out)? }
        }
        out.flush()
    }
}

/// Fills one place of the template.
fn slot(name: &str, view: &View, task: &Task, out: &mut dyn Write) -> io::Result<()> {
    let title = &view.document.about.title;
    match name {
        "policy" => write!(out, "{}", policy(SCRIPT, style())),
        "version" => write!(out, "{}", env!("CARGO_PKG_VERSION")),
        "title" => write!(out, "{}", text(if title.trim().is_empty() { "Decision" } else { title })),
        "style" => write!(out, "{}", style()),
        "script" => write!(out, "{SCRIPT}"),
        "about" => notes::about(view, out),
        "made" => notes::made(view, task, out),
        "context" => notes::context(view, out),
        "lead" => ranking::lead(view, out),
        "tip" => ranking::tip(view, out),
        "ranking" => ranking::rows(view, out),
        "legend" => ranking::legend(view, out),
        "more" => ranking::more(view, out),
        "weights" => weights::rows(view, out),
        "matrix" => matrix::tables(view, out),
        "notes" => notes::scores(view, out),
        "method" => notes::method(view, out),
        "data" => data::write(view, task, out),
        _ => unreachable!("assets/page/page.html has a slot {name}"),
    }
}
