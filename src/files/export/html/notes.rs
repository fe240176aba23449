//! What is written beside the figures: what the decision is about, rationales and evidence, and what the page rests on.

use std::io::{self, Write};

use super::escape::{is_safe_link, text};
use super::view::{View, figure};
use crate::files::export::Task;
use crate::model::{Score, Source};
use crate::text::Counted;

/// Question and context, whatever there is.
pub fn about(view: &View, out: &mut dyn Write) -> io::Result<()> {
    let about = &view.document.about;
    if !about.question.is_empty() && about.question.trim() != about.title.trim() {
        write!(out, "<p class=\"question\" dir=\"auto\">{}</p>", text(&about.question))?;
    }
    Ok(())
}

/// Background, where there is any: folded, since it may be long.
pub fn context(view: &View, out: &mut dyn Write) -> io::Result<()> {
    let about = &view.document.about;
    if about.context.is_empty() && about.sources.is_empty() {
        return Ok(());
    }
    write!(out, "<details id=\"context\"><summary><h2>Context</h2></summary>")?;
    if !about.context.is_empty() {
        write!(out, "<p class=\"prose\" dir=\"auto\">{}</p>", text(&about.context))?;
    }
    sources(&about.sources, out)?;
    writeln!(out, "</details>")
}

/// Rationale and evidence of each score that is written as a row.
pub fn scores(view: &View, out: &mut dyn Write) -> io::Result<()> {
    let noted = |row: usize| {
        view.leaves.iter().enumerate().filter_map(move |(column, leaf)| {
            let cell = view.document.alternatives.cell(row, leaf.id)?;
            (!cell.rationale.is_empty() || !cell.evidence.is_empty()).then_some((column, cell))
        })
    };
    let rows = view.rows();
    let count: usize = rows.iter().map(|&row| noted(row).count()).sum();
    if count == 0 {
        return Ok(());
    }
    write!(
        out,
        "<details id=\"notes\"><summary><h2>Reasons and evidence</h2> <span class=\"caption\">{}</span></summary>",
        Counted::Scores { count }
    )?;
    for row in rows.into_iter().filter(|&row| noted(row).next().is_some()) {
        write!(out, "<h3 dir=\"auto\">{}</h3><dl>", text(&view.document.alternatives[row].name))?;
        for (column, cell) in noted(row) {
            let scale = &view.leaves[column].scale;
            let score = cell.score.map_or_else(|| "missing".into(), |score| figure(score, scale));
            let unit = if matches!(cell.score, None | Some(Score::Level(_))) { "" } else { scale.unit() };
            write!(
                out,
                "<dt><bdi>{}</bdi> <b dir=\"auto\">{} {}</b></dt><dd>",
                text(&view.leaves[column].name),
                text(&score),
                text(unit)
            )?;
            if !cell.rationale.is_empty() {
                write!(out, "<p class=\"prose\" dir=\"auto\">{}</p>", text(cell.rationale))?;
            }
            sources(cell.evidence, out)?;
            write!(out, "</dd>")?;
        }
        writeln!(out, "</dl>")?;
    }
    writeln!(out, "</details>")
}

fn sources(sources: &[Source], out: &mut dyn Write) -> io::Result<()> {
    if sources.is_empty() {
        return Ok(());
    }
    write!(out, "<ul class=\"sources\">")?;
    for Source { text: words, link } in sources {
        let shown = text(if words.is_empty() { link } else { words });
        if is_safe_link(link) {
            write!(
                out,
                "<li dir=\"auto\"><a href=\"{}\" target=\"_blank\" rel=\"noopener noreferrer\">{shown}</a></li>",
                text(link)
            )?;
        } else if link.is_empty() || words.is_empty() {
            write!(out, "<li dir=\"auto\">{shown}</li>")?;
        } else {
            write!(out, "<li dir=\"auto\">{shown} ({})</li>", text(link))?;
        }
    }
    write!(out, "</ul>")
}

/// Who made it, and when the page was written.
pub fn made(view: &View, task: &Task, out: &mut dyn Write) -> io::Result<()> {
    let authors = &view.document.about.authors;
    if !authors.is_empty() {
        let names: Vec<String> = authors.iter().map(|author| format!("<bdi>{}</bdi>", text(author))).collect();
        write!(out, "By {} · ", names.join(", "))?;
    }
    let (options, criteria) = (view.document.alternatives.len(), view.leaves.len());
    write!(
        out,
        "<time datetime=\"{0}\">{0}</time> · {1}, {2}",
        text(&task.date),
        Counted::Options { count: options },
        Counted::Criteria { count: criteria },
    )
}

/// How the figures come about.
pub fn method(view: &View, out: &mut dyn Write) -> io::Result<()> {
    write!(
        out,
        "<p>Each score is worth 0 to 100 on its criterion’s scale. An option’s value is the weighted mean of what its \
         scores are worth (additive value model, weighted sum); the weights sum to 100\u{202F}%. Options whose values are \
         equal share a rank.</p>"
    )?;
    let missing = view.model.problem().values.has_gaps();
    let remark = if missing { "" } else { " None is missing here." };
    write!(
        out,
        "<p>A missing score is left out and the other weights are scaled up for that option, so that it counts neither as \
         bad nor as average; the share of the weight that an option is scored for stands beside its name.{remark}</p>"
    )?;
    if view.document.alternatives.have_ranges() {
        write!(out, "<p>A range counts as its middle, low to likely to high as its likely value.</p>")?;
    }
    Ok(())
}
