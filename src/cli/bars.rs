//! Bars beside a table, as long as the terminal has room for.

use std::env;
use std::io::{self, IsTerminal as _};
use std::ops::RangeInclusive;

use unicode_width::UnicodeWidthStr as _;

use super::table::Table;

/// The width of a line, in cells, where the terminal does not tell its own.
const LINE: usize = 80;

/// A bar is so many cells long at least and at most: shorter ones show nothing, longer ones not more.
const BAR: RangeInclusive<usize> = 10..=40;

/// The width of a line in cells, where standard output is a terminal: what the shell tells, or the terminal itself, or else
/// a usual one.
pub fn terminal_width() -> Option<usize> {
    let told = || env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
    let own = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)).filter(|width| *width > 0);
    io::stdout().is_terminal().then(|| told().or_else(own).unwrap_or(LINE))
}

/// How long bars can be beside `table`; None where there is no room for them.
pub fn bar_length(table: &Table<'_>, line: usize) -> Option<usize> {
    let width = |column: usize| {
        let cells = table.rows.iter().map(|row| row[column].width());
        cells.max().unwrap_or(0).max(table.head[column].width()) + 2
    };
    let left = line.checked_sub((0..table.head.len()).map(width).sum())?;
    (left >= *BAR.start()).then(|| left.min(*BAR.end()))
}

/// A bar of `share`, 0 to 1, of `length` cells, drawn to an eighth of a cell and padded.
pub fn bar(share: f64, length: usize) -> String {
    const EIGHTHS: [char; 7] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉'];
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "few cells"
    )]
    let eighths = (share.clamp(0.0, 1.0) * 8.0 * length as f64).round() as usize;
    let mut bar = "█".repeat(eighths / 8);
    bar.extend((eighths % 8).checked_sub(1).and_then(|part| EIGHTHS.get(part)));
    let space = length - bar.width();
    bar + &" ".repeat(space)
}

/// A line from 0 to 1 of `length` cells, thick over `span`, with a mark at `now`.
pub fn span(span: &RangeInclusive<f64>, now: f64, length: usize) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "few cells"
    )]
    let cell = |share: f64| (share.clamp(0.0, 1.0) * (length.max(1) - 1) as f64).round() as usize;
    let (from, to, now) = (cell(*span.start()), cell(*span.end()), cell(now));
    let draw = |at: usize| match at {
        _ if at == now => '●',
        _ if (from..=to).contains(&at) => '━',
        _ => '·',
    };
    (0..length).map(draw).collect()
}

#[cfg(test)]
mod tests {
    use super::{Table, bar, bar_length, span};

    #[test]
    fn a_bar_fills_its_share() {
        assert_eq!(bar(1.0, 3), "███");
        assert_eq!(bar(0.5, 3), "█▌ ");
        assert_eq!(bar(0.0, 3), "   ");
    }

    #[test]
    fn bars_take_the_room_there_is() {
        let row = vec!["1".to_owned(), "東京".to_owned(), "70".to_owned()];
        let table = Table { head: vec!["Rank", "Option", "Score"], words: 2, rows: vec![row] };
        // 4 + 6 + 5 cells, and two between each.
        assert_eq!(bar_length(&table, 80), Some(40));
        assert_eq!(bar_length(&table, 41), Some(20));
        assert_eq!(bar_length(&table, 30), None);
        assert_eq!(bar_length(&table, 9), None);
    }

    #[test]
    fn a_span_shows_from_where_to_where() {
        assert_eq!(span(&(0.2..=0.6), 0.4, 11), "··━━●━━····");
        assert_eq!(span(&(0.0..=1.0), 1.0, 5), "━━━━●");
        assert_eq!(span(&(0.5..=0.5), 0.5, 1), "●");
    }
}
