//! XML as it is written.

use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::escape::partial_escape;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesDecl, BytesStart, BytesText, Event};

use crate::files::notation;

/// Writes elements, indented, but for those that stand on one line.
pub struct Xml<'a> {
    out: Writer<&'a mut dyn Write>,
    on_one_line: bool,
    /// The element that began last, while it is open whether it will have any content.
    begun: Option<BytesStart<'static>>,
}

/// Names and values of attributes; those without a value are left out.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

impl<'a> Xml<'a> {
    /// Begins with the declaration.
    pub fn new(out: &'a mut dyn Write) -> io::Result<Self> {
        let mut out = Writer::new_with_indent(out, b' ', 2);
        out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(Self { out, on_one_line: false, begun: None })
    }

    /// An element whose content `inside` writes.
    pub fn element(
        &mut self,
        name: &str,
        attributes: Attributes,
        inside: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.begin()?;
        let mut element = BytesStart::new(name.to_owned());
        for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            element.push_attribute(attribute(name, value));
        }
        self.begun = Some(element);
        inside(self)?;
        match self.begun.take() {
            Some(empty) => self.tag(Event::Empty(empty)),
            None => self.tag(Event::End(BytesStart::new(name).to_end())),
        }
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
            xml.begin()?;
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
        self.plain(name, partial_escape(allowed(text)))
    }

    /// An element that holds something in which there is nothing to escape.
    pub fn plain(&mut self, name: &str, text: impl Display) -> io::Result<()> {
        self.begin()?;
        let element = BytesStart::new(name);
        self.tag(Event::Start(element.borrow()))?;
        write!(self.out.get_mut(), "{text}")?;
        // Keeps the end where the text ends.
        self.out.write_event(Event::Text(BytesText::new("")))?;
        self.out.write_event(Event::End(element.to_end()))
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

    /// Writes the element that began last: it has content.
    fn begin(&mut self) -> io::Result<()> {
        self.begun.take().map_or(Ok(()), |element| self.tag(Event::Start(element)))
    }

    fn tag(&mut self, tag: Event) -> io::Result<()> {
        if self.on_one_line {
            // Behind a text, however short, no new line begins.
            self.out.write_event(Event::Text(BytesText::new("")))?;
        }
        self.out.write_event(tag)
    }
}

/// An attribute, its apostrophes as they are: the value stands in quotes.
fn attribute<'a>(name: &'a str, value: &'a str) -> Attribute<'a> {
    let mut attribute = Attribute::from((name, allowed(value)));
    if attribute.value.contains("&apos;") {
        attribute.value = attribute.value.replace("&apos;", "'").into();
    }
    attribute
}

/// `text` as XML can hold it: it has no place for most control characters, so each becomes U+FFFD.
fn allowed(text: &str) -> Cow<'_, str> {
    let is_forbidden = |letter: char| match letter {
        '\t' | '\n' | '\r' => false,
        other => matches!(other, '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}'),
    };
    if text.contains(is_forbidden) { text.replace(is_forbidden, "\u{fffd}").into() } else { text.into() }
}
