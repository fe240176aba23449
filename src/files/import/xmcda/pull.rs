//! XML, read piece by piece: nothing is kept of it but what the caller keeps.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

use super::words::XmcdaFlaw;
use crate::files::{Fault, Position};
use crate::text::Message;

/// Deeper than a hierarchy of 32 levels, far below what the stack bears.
const MAX_DEPTH: usize = 100;

/// Whatever a file says: version 1.1 only allows more control characters.
const VERSION: XmlVersion = XmlVersion::Implicit1_0;

/// Walks through the elements of a text. No entity is expanded but the five of XML itself.
pub struct Pull<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    depth: usize,
    /// Where the element begins that was entered last.
    at: usize,
}

/// The start of an element.
pub struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// The name without its namespace.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute as a text; empty where it is not there.
    pub fn attribute(&self, name: &str) -> String {
        let found = self.0.attributes().flatten().find(|attribute| attribute.key.as_ref() == name);
        let value = found.and_then(|found| Some(found.normalized_value(VERSION).ok()?.into_owned()));
        value.unwrap_or_default()
    }

    /// What `xmlns`, with or without a prefix, says of the namespaces that begin here.
    pub fn namespaces(&self) -> Vec<String> {
        let attributes = self.0.attributes().flatten();
        let namespaces = attributes.filter(|attribute| attribute.key.as_ref().starts_with("xmlns"));
        namespaces.map(|attribute| attribute.value.into_owned()).collect()
    }
}

impl<'a> Pull<'a> {
    pub fn of(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { text, reader, depth: 0, at: 0 }
    }

    /// Enters the outermost element; None where there is none.
    pub fn root(&mut self) -> Result<Option<Tag<'a>>, Fault> {
        loop {
            match self.event()? {
                Event::Start(start) => return self.tag(start).map(Some),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    /// Calls `see` on each element within the one that was entered last. `see` must read it to its end, by this function,
    /// by [`Pull::content`] or by [`Pull::skip`].
    pub fn children(&mut self, mut see: impl FnMut(&mut Self, &Tag<'a>) -> Result<(), Fault>) -> Result<(), Fault> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.fault(XmcdaFlaw::NestedTooDeeply));
        }
        loop {
            match self.event()? {
                Event::Start(start) => {
                    let tag = self.tag(start)?;
                    see(self, &tag)?;
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        self.depth -= 1;
        Ok(())
    }

    /// The text of the element that was entered last, without that of elements within it.
    pub fn content(&mut self) -> Result<String, Fault> {
        let mut content = String::new();
        loop {
            match self.event()? {
                Event::Text(text) => content.push_str(&text.xml10_content()),
                Event::CData(text) => content.push_str(&text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let letter = reference.resolve_char_ref().ok().flatten();
                    match (letter, resolve_xml_entity(&reference.xml10_content())) {
                        (Some(letter), _) => content.push(letter),
                        (None, Some(text)) => content.push_str(text),
                        (None, None) => {
                            let name = reference.xml10_content().into_owned();
                            return Err(self.fault(XmcdaFlaw::OwnEntity { name }));
                        }
                    }
                }
                Event::Start(_) => self.skip()?,
                Event::End(_) => return Ok(content),
                _ => {}
            }
        }
    }

    /// Steps over the element that was entered last.
    pub fn skip(&mut self) -> Result<(), Fault> {
        let mut open = 1_usize;
        while open > 0 {
            match self.event()? {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
        }
        Ok(())
    }

    /// A fault in the element that was entered last.
    pub fn fault(&self, flaw: impl Into<Message>) -> Fault {
        Fault::Syntax { at: Position::of(self.text, self.at), what: flaw.into() }
    }

    /// An element whose attributes can be read.
    fn tag(&self, start: BytesStart<'a>) -> Result<Tag<'a>, Fault> {
        for attribute in start.attributes() {
            let value = attribute.map_err(quick_xml::Error::from);
            let value = value.and_then(|attribute| attribute.normalized_value(VERSION).map(drop));
            value.map_err(|error| self.fault(XmcdaFlaw::BadAttribute { parser: error.to_string() }))?;
        }
        Ok(Tag(start))
    }

    /// The byte at which the element begins that was entered last.
    pub fn offset(&self) -> usize {
        self.at
    }

    fn event(&mut self) -> Result<Event<'a>, Fault> {
        let before = place(self.reader.buffer_position());
        match self.reader.read_event() {
            Ok(Event::Start(start)) => {
                self.at = before;
                Ok(Event::Start(start))
            }
            // Before the outermost element this is the end of a text without any.
            Ok(Event::Eof) if self.at > 0 || self.depth > 0 => {
                self.at = self.text.len();
                Err(self.fault(XmcdaFlaw::EndsWithin))
            }
            Ok(event) => Ok(event),
            Err(error) => {
                self.at = place(self.reader.error_position());
                Err(self.fault(XmcdaFlaw::NoXml { parser: error.to_string() }))
            }
        }
    }
}

fn place(offset: u64) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}
