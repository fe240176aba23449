//! Text that must fit.

use std::sync::Arc;

use eframe::egui::epaint::text::PlacedRow;
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Color32, FontId, Galley, Ui};

/// A text of at most `lines` lines, cut with `…` where it is longer. A word that is broken gets a hyphen, and no line
/// begins with the space that it was broken at.
pub fn cut(ui: &Ui, text: &str, font: FontId, color: Color32, width: f32, lines: usize) -> Arc<Galley> {
    let max_width = width.max(8.0);
    let mut job = LayoutJob::simple(text.to_owned(), font.clone(), color, max_width);
    job.wrap = TextWrapping { max_width, max_rows: lines, ..TextWrapping::default() };
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    match mended(&galley.rows) {
        Some(text) => ui.painter().layout_no_wrap(text, font, color),
        None => galley,
    }
}

/// The lines of a text that egui has not broken as a writer would; None where there is nothing to mend.
fn mended(rows: &[PlacedRow]) -> Option<String> {
    let first = |row: &PlacedRow| row.glyphs.first().map_or(' ', |glyph| glyph.chr);
    let last = |row: &PlacedRow| row.glyphs.last().map_or(' ', |glyph| glyph.chr);
    let in_word = |row: &PlacedRow, next: &PlacedRow| last(row).is_alphanumeric() && first(next).is_alphanumeric();
    let gapped = |row: &PlacedRow| matches!(&row.glyphs[..], [.., gap, end] if gap.chr == ' ' && end.chr == '…');
    let is_bad = |pair: &[PlacedRow]| in_word(&pair[0], &pair[1]) || first(&pair[1]) == ' ';
    if !rows.windows(2).any(is_bad) && !rows.last().is_some_and(gapped) {
        return None;
    }
    let mut text = String::new();
    for (at, row) in rows.iter().enumerate() {
        let letters = row.glyphs.iter().map(|glyph| glyph.chr);
        text.extend(letters.skip_while(|letter| at > 0 && *letter == ' '));
        if let Some(next) = rows.get(at + 1) {
            text.push_str(if in_word(row, next) { "-\n" } else { "\n" });
        }
    }
    Some(text.replace(" …", "…"))
}
