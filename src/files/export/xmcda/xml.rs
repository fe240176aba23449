//! XML as it is written.

use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, Write};

use crate::files::notation;

/// Writes elements, indented, but for those that stand on one line.
pub struct Xml<'a> {
    out: &'a mut dyn Write,
    depth: usize,
    on_one_line: bool,
    /// True while it is open whether the element that began last will have any content.
    is_empty: bool,
}

/// Names and values of attributes; those without a value are left out.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

impl<'a> Xml<'a> {
    pub fn new(out: &'a mut dyn Write) -> Self {
        Self { out, depth: 0, on_one_line: false, is_empty: false }
    }

    /// An element whose content `inside` writes.
    pub fn element(
        &mut self,
        name: &str,
        attributes: Attributes,
        inside: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.start(name, attributes)?;
        self.is_empty = true;
        self.depth += 1;
        inside(self)?;
        self.depth -= 1;
        if std::mem::take(&mut self.is_empty) {
            return self.out.write_all(b"/>");
        }
        self.new_line()?;
        write!(self.out, "</{name}>")
    }

    /// The same on one line, because there is not much in it.
    pub fn line(
        &mut self,
        name: &str,
        attributes: Attributes,
        inside: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut outer = self.on_one_line;
        self.element(name, attributes, |xml| {
            outer = std::mem::replace(&mut xml.on_one_line, true);
            inside(xml)
        })?;
        self.on_one_line = outer;
        Ok(())
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str) -> io::Result<()> {
        self.element(name, &[], |_| Ok(()))
    }

    /// An element that holds a text.
    pub fn text(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.start(name, &[])?;
        write!(self.out, ">{}</{name}>", escape(text, false))
    }

    /// An element that holds something in which there is nothing to escape.
    pub fn plain(&mut self, name: &str, text: impl Display) -> io::Result<()> {
        self.start(name, &[])?;
        write!(self.out, ">{text}</{name}>")
    }

    /// A number in the form of the standard's values.
    pub fn real(&mut self, x: f64) -> io::Result<()> {
        self.plain("real", notation::number(x))
    }

    /// An element that holds a number.
    pub fn number(&mut self, name: &str, x: f64) -> io::Result<()> {
        self.line(name, &[], |xml| xml.real(x))
    }

    /// The one value of something.
    pub fn values(&mut self, inside: impl FnOnce(&mut Self) -> io::Result<()>) -> io::Result<()> {
        self.line("values", &[], |xml| xml.line("value", &[], inside))
    }

    fn start(&mut self, name: &str, attributes: Attributes) -> io::Result<()> {
        if std::mem::take(&mut self.is_empty) {
            self.out.write_all(b">")?;
        }
        self.new_line()?;
        write!(self.out, "<{name}")?;
        for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            write!(self.out, " {name}=\"{}\"", escape(value, true))?;
        }
        Ok(())
    }

    fn new_line(&mut self) -> io::Result<()> {
        if self.on_one_line { Ok(()) } else { write!(self.out, "\n{:1$}", "", 2 * self.depth) }
    }
}

/// `text` as text or as the value of an attribute, where line ends would become spaces. XML has no place for most control
/// characters, so each becomes U+FFFD.
fn escape(text: &str, in_attribute: bool) -> Cow<'_, str> {
    let is_plain = |letter: char| !matches!(letter, '&' | '<' | '>' | '"' | '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}');
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' if in_attribute => escaped.push_str("&quot;"),
            '\r' => escaped.push_str("&#13;"),
            '\n' if in_attribute => escaped.push_str("&#10;"),
            '\t' if in_attribute => escaped.push_str("&#9;"),
            '\n' | '\t' => escaped.push(letter),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            letter => escaped.push(letter),
        }
    }
    Cow::Owned(escaped)
}
