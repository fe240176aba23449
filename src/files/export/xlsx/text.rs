//! What of a text a cell can hold.

use std::borrow::Cow;

/// The longest text that is written to a cell, in UTF-16 units: a little below what Excel holds.
const MOST: usize = 32_000;

/// `text` without what XML forbids, cut at 32,000 UTF-16 units. The whole of it is kept on the sheet of the document.
pub fn legible(text: &str) -> Cow<'_, str> {
    let is_legible = |letter: char| match letter {
        '\n' | '\t' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        other => !other.is_control(),
    };
    if text.len() <= MOST && text.chars().all(is_legible) {
        return Cow::Borrowed(text);
    }
    let mut units = 0;
    let fits = |letter: &char| {
        units += letter.len_utf16();
        units < MOST
    };
    let mut cut: String = text.chars().filter(|&letter| is_legible(letter)).take_while(fits).collect();
    if units >= MOST {
        cut.push('…');
    }
    Cow::Owned(cut)
}

/// So many lines a text takes in a column that is so many letters wide.
pub fn lines(text: &str, width: usize) -> usize {
    use unicode_width::UnicodeWidthStr as _;
    text.lines().map(|line| line.width().div_ceil(width.max(1)).max(1)).sum::<usize>().max(1)
}
