//! The matrix: options down, criteria across, grouped as in the value tree.

use std::io::{self, Write};
use std::ops::Range;

use super::data::spread;
use super::escape::text;
use super::style::{branch, tint};
use super::view::{View, figure};
use crate::chart::Spread;
use crate::text::numbers;

/// As many criteria as an upright sheet has room for beside the names.
const ON_PAPER: usize = 9;

/// The table to look at, and where it is too wide for a sheet, the same in parts to be printed.
pub fn tables(view: &View, out: &mut dyn Write) -> io::Result<()> {
    let count = view.leaves.len();
    if count == 0 {
        return write!(out, "<p class=\"caption\">There are no criteria.</p>");
    }
    let rows = view.rows();
    let name = "tabindex=\"0\" role=\"region\" aria-labelledby=\"matrix-title\"";
    if count <= ON_PAPER {
        write!(out, "<div class=\"scroll\" {name}>")?;
        return table(view, 0..count, &rows, out).and_then(|()| write!(out, "</div>"));
    }
    write!(out, "<div class=\"scroll screen\" {name}>")?;
    table(view, 0..count, &rows, out)?;
    write!(out, "</div>\n<div class=\"paper\">")?;
    // As many in each part, or nearly so.
    let parts = count.div_ceil(ON_PAPER);
    for part in 0..parts {
        table(view, count * part / parts..count * (part + 1) / parts, &rows, out)?;
    }
    write!(out, "</div>")
}

fn table(view: &View, columns: Range<usize>, rows: &[usize], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<table><thead>")?;
    head(view, columns.clone(), out)?;
    writeln!(out, "</thead><tbody>")?;
    for &row in rows {
        let option = &view.document.alternatives[row];
        write!(
            out,
            "<tr data-option=\"{row}\"><th scope=\"row\"><span class=\"name\"><bdi>{}</bdi></span>",
            text(&option.name)
        )?;
        if !option.description.is_empty() {
            write!(out, "<span class=\"caption\" dir=\"auto\">{}</span>", text(&option.description))?;
        }
        write!(out, "</th>")?;
        columns.clone().try_for_each(|column| cell(view, row, column, out))?;
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</tbody></table>")
}

fn head(view: &View, columns: Range<usize>, out: &mut dyn Write) -> io::Result<()> {
    let paths: Vec<Vec<usize>> = columns.clone().map(|column| view.path(column)).collect();
    let levels = paths.iter().map(Vec::len).max().unwrap_or(0);
    for level in 0..levels {
        write!(out, "<tr>")?;
        if level == 0 {
            write!(out, "<th scope=\"col\" rowspan=\"{}\" class=\"corner\">Option</th>", levels + 1)?;
        }
        for run in paths.chunk_by(|a, b| a.get(level) == b.get(level)) {
            match run[0].get(level) {
                Some(&at) => write!(
                    out,
                    "<th scope=\"colgroup\" colspan=\"{}\" class=\"group {}\"><span class=\"name\"><bdi>{}</bdi></span> \
                     <span data-share=\"{at}\">{}</span></th>",
                    run.len(),
                    branch(view.model.outline().entries()[at].branch),
                    text(view.nodes[at].name()),
                    numbers::percent(view.model.share(at)),
                )?,
                None => write!(out, "<td colspan=\"{}\" class=\"none\"></td>", run.len())?,
            }
        }
        writeln!(out, "</tr>")?;
    }
    write!(out, "<tr>")?;
    if levels == 0 {
        write!(out, "<th scope=\"col\" class=\"corner\">Option</th>")?;
    }
    let entries = view.model.outline().entries().iter().enumerate();
    for (at, entry) in entries.filter(|(_, entry)| entry.is_criterion && columns.contains(&entry.leaves.start)) {
        let column = entry.leaves.start;
        write!(
            out,
            "<th scope=\"col\" class=\"{}\" data-criterion=\"{at}\"><span class=\"name\"><bdi>{}</bdi></span>\
             <span class=\"caption\" dir=\"auto\">{}</span><span data-share=\"{at}\">{}</span></th>",
            branch(entry.branch),
            text(&view.leaves[column].name),
            text(&view.scale(column)),
            numbers::percent(view.model.weights()[column]),
        )?;
    }
    writeln!(out, "</tr>")
}

fn cell(view: &View, row: usize, column: usize, out: &mut dyn Write) -> io::Result<()> {
    let leaf = view.leaves[column];
    let cell = view.document.alternatives.cell(row, leaf.id);
    let noted = cell.is_some_and(|cell| !cell.rationale.is_empty() || !cell.evidence.is_empty());
    let noted = if noted { " noted" } else { "" };
    let Some(score) = cell.and_then(|cell| cell.score) else {
        return write!(out, "<td class=\"missing{noted}\" data-column=\"{column}\">missing</td>");
    };
    let value = view.model.problem().values.get(row, column);
    let tint = if value.is_nan() { String::new() } else { tint(value) };
    let words = if leaf.scale.has_levels() { " words" } else { "" };
    write!(
        out,
        "<td class=\"{tint}{noted}{words}\" data-column=\"{column}\"><span dir=\"auto\">{}</span>",
        text(&figure(score, &leaf.scale))
    )?;
    if let Some(spread) = spread(view, Some(score), column) {
        mark(spread, out)?;
    }
    write!(out, "</td>")
}

/// Where the value of a score may lie between 0 and 100, and where it most likely does.
fn mark(spread: Spread, out: &mut dyn Write) -> io::Result<()> {
    let Spread { low, likely, high } = spread;
    write!(
        out,
        "<svg class=\"spread\" aria-hidden=\"true\"><rect class=\"whole\" y=\"4\" width=\"100%\" height=\"2\"/>\
         <rect class=\"range\" x=\"{low:.1}%\" y=\"3.5\" width=\"{:.1}%\" height=\"3\"/>",
        high - low
    )?;
    if let Some(likely) = likely {
        write!(out, "<rect class=\"likely\" x=\"{:.1}%\" y=\"0\" width=\"2.5\" height=\"10\"/>", likely.min(97.0))?;
    }
    write!(out, "</svg><span class=\"vh\"> (worth {})</span>", spread.describe())
}
