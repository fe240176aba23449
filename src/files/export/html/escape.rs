//! Text of the document within HTML, and data within a script block.

use std::borrow::Cow;
use std::io::{self, Write};

use serde_json::ser::Formatter;

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

/// True where a link may be followed: it leads to a page or a mailbox, and cannot run anything.
#[must_use]
pub fn is_safe_link(link: &str) -> bool {
    let scheme = link.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https" | "mailto"))
}

/// Writes JSON that can stand in a script block: nothing in a text can end the block, open another, or break a line.
pub(super) struct InScript;

impl Formatter for InScript {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        for part in fragment.split_inclusive(['<', '\u{2028}', '\u{2029}']) {
            let plain = part.trim_end_matches(['<', '\u{2028}', '\u{2029}']);
            writer.write_all(plain.as_bytes())?;
            for letter in part[plain.len()..].chars() {
                write!(writer, "\\u{:04x}", u32::from(letter))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize as _;

    use super::{InScript, is_safe_link, text};

    #[test]
    fn text_cannot_become_markup() {
        assert_eq!(text("Ціна, € 5"), "Ціна, € 5");
        assert_eq!(
            text("<b title=\"a\" id='b'>&amp;</b>"),
            "&lt;b title=&quot;a&quot; id=&#39;b&#39;&gt;&amp;amp;&lt;/b&gt;"
        );
        assert_eq!(text("a\r\nb\0"), "a&#13;\nb\u{FFFD}");
    }

    #[test]
    fn only_pages_and_mailboxes_can_be_followed() {
        for link in ["https://example.org/a?b", "HTTP://example.org", "mailto:a@example.org"] {
            assert!(is_safe_link(link), "{link}");
        }
        for link in
            ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "file:///etc", "example.org", "//x", ""]
        {
            assert!(!is_safe_link(link), "{link}");
        }
    }

    #[test]
    fn data_cannot_leave_its_block() {
        let hostile = "</script><!--<script>\u{2028}<\u{2029}\0\"\\";
        let mut json = Vec::new();
        hostile.serialize(&mut serde_json::Serializer::with_formatter(&mut json, InScript)).unwrap();
        let json = String::from_utf8(json).unwrap();
        assert!(!json.contains(['<', '\u{2028}', '\u{2029}', '\0']), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), hostile);
    }
}
