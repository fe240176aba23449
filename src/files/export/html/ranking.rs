//! The answer: who is first, by how much, and what makes it up.

use std::io::{self, Write};

use super::escape::text;
use super::style::branch;
use super::view::View;
use crate::text::numbers;

/// More colours than this are not told apart, and their names fill the page.
const LEGEND: usize = 8;

/// The chip with the lead and the words beside it.
pub fn lead(view: &View, out: &mut dyn Write) -> io::Result<()> {
    let lead = view.lead();
    let chip = lead.chip.map_or_else(String::new, |chip| chip.to_string());
    let caption = lead.caption.to_string();
    write!(out, "<span class=\"chip\">{}</span> <span class=\"caption\">{}</span>", text(&chip), text(&caption))
}

/// What would change the answer.
pub fn tip(view: &View, out: &mut dyn Write) -> io::Result<()> {
    view.tip().sentence().spans.iter().try_for_each(|span| {
        let words = text(&span.text);
        if span.strong { write!(out, "<strong>{words}</strong>") } else { write!(out, "{words}") }
    })
}

/// The options, best first.
pub fn rows(view: &View, out: &mut dyn Write) -> io::Result<()> {
    for row in view.shown() {
        let (value, coverage) = (view.model.values()[row], view.model.coverage()[row]);
        let name = text(&view.document.alternatives[row].name);
        let (first, full) = (if view.model.ranking().rank(row) == 1 { " class=\"first\"" } else { "" }, full(value));
        write!(
            out,
            "<li data-option=\"{row}\" data-value=\"{full}\"{first}><div class=\"line\"><span class=\"rank\">{}</span> \
             <span class=\"name\"><bdi>{name}</bdi></span> <span class=\"part\">{}</span> \
             <span class=\"value\">{}</span></div>",
            view.model.ranking().label(row),
            scored(coverage),
            numbers::value(value),
        )?;
        bar(view, row, out)?;
        writeln!(out, "</li>")?;
    }
    Ok(())
}

/// What is said of an option that is not scored throughout.
fn scored(coverage: f64) -> String {
    match coverage {
        0.0 => "not scored".into(),
        share if share < 1.0 - 1e-9 => format!("{} scored", numbers::percent(share.min(0.99))),
        _ => String::new(),
    }
}

/// All digits of a value; nothing where there is none.
fn full(value: f64) -> String {
    if value.is_nan() { String::new() } else { value.to_string() }
}

fn bar(view: &View, row: usize, out: &mut dyn Write) -> io::Result<()> {
    write!(
        out,
        "<svg class=\"bar\" aria-hidden=\"true\"><rect class=\"track\" width=\"100%\" height=\"14\" rx=\"2\"/>"
    )?;
    let mut sum = 0.0;
    for (place, part) in view.model.branches(row).into_iter().enumerate() {
        let hue = branch(place);
        write!(out, "<rect class=\"{hue}\" x=\"{:.3}%\" width=\"{:.3}%\" height=\"14\"/>", sum * 100.0, part * 100.0)?;
        sum += part;
    }
    write!(out, "</svg><span class=\"vh\">{}</span>", text(&gives(view, row)))
}

/// The bar in words.
fn gives(view: &View, row: usize) -> String {
    if view.document.criteria.len() > LEGEND || view.model.values()[row].is_nan() {
        return String::new();
    }
    let parts = view.branch_names().zip(view.model.branches(row));
    let words = parts.map(|(name, part)| format!("{name} gives {}", numbers::value(part)));
    words.collect::<Vec<_>>().join(", ")
}

/// Which colour is which group.
pub fn legend(view: &View, out: &mut dyn Write) -> io::Result<()> {
    if view.document.criteria.len() > LEGEND {
        return Ok(());
    }
    for (place, name) in view.branch_names().enumerate() {
        write!(out, "<li class=\"{}\"><bdi>{}</bdi></li>", branch(place), text(name))?;
    }
    Ok(())
}

/// What is said where rows are left out.
pub fn more(view: &View, out: &mut dyn Write) -> io::Result<()> {
    let (all, shown) = (view.document.alternatives.len(), view.shown().count());
    match all {
        0 => write!(out, "There are no options to rank."),
        _ if shown < all => write!(out, "The first {shown} of {all} options; the others are in the page’s data."),
        _ => Ok(()),
    }
}
