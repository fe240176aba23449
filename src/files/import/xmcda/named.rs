//! Alternatives and criteria, and what is said about them.

use std::collections::HashMap;

use super::pull::{Pull, Tag};
use super::words::XmcdaFlaw;
use crate::files::Fault;
use crate::model::Source;

/// Alternatives or criteria in the order in which the file mentions them.
#[derive(Default)]
pub struct Named {
    pub items: Vec<Item>,
    by_id: HashMap<String, usize>,
}

/// An alternative or a criterion.
#[derive(Default)]
pub struct Item {
    pub id: String,
    pub name: String,
    pub concept: String,
    pub description: Description,
    pub is_inactive: bool,
    pub is_declared: bool,
    /// The byte of the file at which it is first mentioned.
    at: usize,
}

#[derive(Default)]
pub struct Description {
    pub authors: Vec<String>,
    pub comment: String,
    pub sources: Vec<Source>,
}

impl Named {
    /// The place of what `id` names.
    pub fn place(&mut self, id: &str, kind: &'static str, xml: &Pull) -> Result<usize, Fault> {
        let id = id.trim();
        if id.is_empty() {
            return Err(xml.fault(XmcdaFlaw::NoId { kind }));
        }
        if let Some(&known) = self.by_id.get(id) {
            return Ok(known);
        }
        self.by_id.insert(id.into(), self.items.len());
        self.items.push(Item { id: id.into(), at: xml.offset(), ..Item::default() });
        Ok(self.items.len() - 1)
    }

    /// Reads one that the file describes.
    pub fn declare(&mut self, kind: &'static str, xml: &Pull, tag: &Tag) -> Result<usize, Fault> {
        let at = self.place(&tag.attribute("id"), kind, xml)?;
        let item = &mut self.items[at];
        if item.is_declared {
            return Err(xml.fault(XmcdaFlaw::IdTwice { kind, id: item.id.clone() }));
        }
        item.is_declared = true;
        item.name = tag.attribute("name");
        item.concept = tag.attribute("mcdaConcept");
        Ok(at)
    }

    /// The id of what is mentioned though the file has a list in which it is not, and where that is.
    pub fn stranger(&self) -> Option<(&str, usize)> {
        let has_list = self.items.iter().any(|item| item.is_declared);
        let stranger = self.items.iter().find(|item| has_list && !item.is_declared)?;
        Some((&stranger.id, stranger.at))
    }
}

impl Item {
    /// Reads a part of its description.
    pub fn part(&mut self, xml: &mut Pull, tag: &Tag) -> Result<(), Fault> {
        match tag.name() {
            "description" => self.description = description(xml)?,
            "active" => self.is_inactive = matches!(xml.content()?.trim(), "false" | "0"),
            _ => xml.skip()?,
        }
        Ok(())
    }
}

pub fn description(xml: &mut Pull) -> Result<Description, Fault> {
    let mut found = Description::default();
    xml.children(|xml, tag| match tag.name() {
        "author" => {
            found.authors.push(xml.content()?);
            Ok(())
        }
        "comment" => {
            found.comment = xml.content()?;
            Ok(())
        }
        "bibliography" => xml.children(|xml, tag| match tag.name() {
            "bibEntry" => {
                found.sources.push(source(xml.content()?));
                Ok(())
            }
            _ => xml.skip(),
        }),
        _ => xml.skip(),
    })?;
    Ok(found)
}

/// A source whose last line is an address has that for its link.
fn source(text: String) -> Source {
    let (before, last) = text.rsplit_once('\n').unwrap_or(("", &text));
    if last.contains("://") && !last.contains(char::is_whitespace) {
        return Source { text: before.into(), link: last.into() };
    }
    Source { text, link: String::new() }
}
