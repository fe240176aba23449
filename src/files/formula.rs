//! Keeps what a table holds from running as a formula in the reader's spreadsheet.
//!
//! A spreadsheet that opens CSV, or takes text from the clipboard, calculates a cell that begins with one of `= + - @`.
//! Here such a cell gets an apostrophe in front, the sign by which spreadsheets themselves mark text, and loses it again
//! when it is read.

use std::borrow::Cow;

/// `text` as a cell that is no formula. Numbers stay as they are, those below zero too.
#[must_use]
pub fn guard(text: &str) -> Cow<'_, str> {
    if is_risky(text) && !is_number(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// `text` as a field of a file that is cut at `separator`: guarded, and in quotes where it needs them. Also where it holds
/// another sign that spreadsheets cut at: one that does not ask would make two cells of `x;=1+2`, and a formula of the second.
#[must_use]
pub fn field(text: &str, separator: char) -> Cow<'_, str> {
    let text = guard(text);
    let is_cut = |letter: char| letter == separator || matches!(letter, '"' | '\r' | '\n' | ';' | '\t' | '|');
    if text.contains(is_cut) { Cow::Owned(format!("\"{}\"", text.replace('"', "\"\""))) } else { text }
}

/// What [`guard`] was given.
#[must_use]
pub fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_risky(text) => text,
        _ => cell,
    }
}

/// True for what could run, behind any number of apostrophes: so that one that was there already is told from ours.
/// Spreadsheets pass over spaces before the sign, and some take the wide signs of East Asian keyboards for the others. A
/// control character in front could hide either.
fn is_risky(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    let first = text.trim_start().chars().next();
    text.starts_with(char::is_control)
        || first.is_some_and(|first| {
            matches!(first, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') || first.is_control()
        })
}

/// A number, or several with double dots between, as in a range: no spreadsheet takes these for anything else. Not `-inf`,
/// which one would look up as a name.
pub fn is_number(text: &str) -> bool {
    let is_digits =
        |part: &str| part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
    text.split("..").all(|part| is_digits(part) && part.parse::<f64>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::{field, guard, unguard};

    #[test]
    fn a_field_that_could_be_cut_is_quoted() {
        for (text, comma, tab) in [
            ("x;=1+2", "\"x;=1+2\"", "\"x;=1+2\""),
            ("x|=1", "\"x|=1\"", "\"x|=1\""),
            ("x\t=1", "\"x\t=1\"", "\"x\t=1\""),
            ("a,b", "\"a,b\"", "a,b"),
            ("=\"a\"", "\"'=\"\"a\"\"\"", "\"'=\"\"a\"\"\""),
            ("a\nb", "\"a\nb\"", "\"a\nb\""),
            ("plain 4..6", "plain 4..6", "plain 4..6"),
        ] {
            assert_eq!((&*field(text, ','), &*field(text, '\t')), (comma, tab));
        }
    }

    #[test]
    fn formulas_get_an_apostrophe_and_nothing_else_does() {
        for text in
            ["=1+2", "+1-1", "-a", "@SUM(A1)", "\t=1", "\r", "\n-1", "  =1", "\u{a0}=1", "＝1", "-inf", "-1-1", "'=1"]
        {
            assert_eq!(guard(text), format!("'{text}"));
            assert_eq!(unguard(&guard(text)), text);
        }
        for text in
            ["", "-5", "+5", "-1.5e-3", "-5..-1", "-2..0..+1", "a=1", "'n Beetje", "'", "''", "2-3", "?", "\\#x"]
        {
            assert_eq!(guard(text), text);
            assert_eq!(unguard(text), text);
        }
    }
}
