//! The value tree with its weights. The script adds what moves them.

use std::io::{self, Write};

use super::escape::text;
use super::style::branch;
use super::view::View;
use crate::text::numbers;

/// Depths that are set off from each other.
const INDENTS: usize = 4;

/// One item a node, groups before what is in them.
pub fn rows(view: &View, out: &mut dyn Write) -> io::Result<()> {
    for (at, (entry, node)) in view.model.outline().entries().iter().zip(&view.nodes).enumerate() {
        let kind = if entry.is_criterion { "criterion" } else { "group" };
        writeln!(
            out,
            "<li data-node=\"{at}\" class=\"{kind} d{} {}\"><span class=\"name\" id=\"n{at}\"><bdi>{}</bdi></span> \
             <span class=\"share\">{}</span></li>",
            entry.depth.min(INDENTS),
            branch(entry.branch),
            text(node.name()),
            numbers::percent(view.model.share(at)),
        )?;
    }
    Ok(())
}
