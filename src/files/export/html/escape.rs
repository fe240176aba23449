//! Text of the document within HTML.

use std::borrow::Cow;

/// `text` as HTML shows it, in an element or in a quoted attribute. HTML cannot hold the character NUL; it is shown as the
/// mark for an unreadable one.
#[must_use]
pub fn text(text: &str) -> Cow<'_, str> {
    let special = |letter| matches!(letter, '&' | '<' | '>' | '"' | '\'' | '\r' | '\0');
    if !text.contains(special) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // As it stands, a reader takes it for a line feed.
            '\r' => escaped.push_str("&#13;"),
            '\0' => escaped.push('\u{FFFD}'),
            letter => escaped.push(letter),
        }
    }
    Cow::Owned(escaped)
}
