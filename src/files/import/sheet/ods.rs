//! OpenDocument spreadsheets (.ods), read as a stream.
//!
//! Not through calamine, which lays every sheet out in full (a row of a hundred cells that is said to repeat a million
//! times becomes a hundred million) and does not tell percentages and merged cells.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;

use super::address::{Address, Area, MAX_COLUMNS, MAX_ROWS};
use super::container::{check_zip, damaged};
use super::flaw::SheetFlaw;
use super::workbook::{Builder, Value, broken};
use crate::files::Fault;

/// The longest run of spaces that is taken as such.
const MAX_SPACES: usize = 1000;

pub fn read(bytes: &[u8], builder: &mut Builder) -> Result<(), Fault> {
    check_zip(bytes)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let mut manifest = String::new();
    if let Ok(part) = archive.by_name("META-INF/manifest.xml") {
        // Whatever cannot be read of it says nothing about a password.
        let _ = part.take(1 << 20).read_to_string(&mut manifest);
    }
    if manifest.contains("encryption-data") {
        return Err(broken(SheetFlaw::Protected));
    }
    let content = archive.by_name("content.xml").map_err(|error| damaged(&error))?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().expand_empty_elements = true;
    Content { reader, builder, hidden: HashSet::new(), style: String::new(), row: 0, column: 0, repeat: 1 }.read()
}

struct Content<'a, R> {
    reader: Reader<R>,
    builder: &'a mut Builder,
    /// The styles of tables that are not displayed.
    hidden: HashSet<String>,
    style: String,
    row: u32,
    column: u32,
    /// How often the present row stands there.
    repeat: u32,
}

impl<R: BufRead> Content<'_, R> {
    fn read(&mut self) -> Result<(), Fault> {
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match self.reader.read_event_into(&mut buffer).map_err(|error| damaged(&error))? {
                Event::Start(tag) => self.start(&tag)?,
                Event::End(tag) if tag.local_name().as_ref() == "table-row" => {
                    self.row = self.row.saturating_add(self.repeat);
                }
                Event::End(tag) if tag.local_name().as_ref() == "spreadsheet" => return Ok(()),
                Event::Eof => return Err(broken(SheetFlaw::EndsTooEarly)),
                _ => {}
            }
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        match tag.local_name().as_ref() {
            "style" => self.style = attribute(tag, "name").unwrap_or_default(),
            "table-properties" if attribute(tag, "display").as_deref() == Some("false") => {
                self.hidden.insert(self.style.clone());
            }
            "table" => {
                (self.row, self.column, self.repeat) = (0, 0, 1);
                let hidden = attribute(tag, "style-name").is_some_and(|style| self.hidden.contains(&style));
                self.builder.sheet(&attribute(tag, "name").unwrap_or_default(), hidden)?;
            }
            "table-row" => {
                self.column = 0;
                self.repeat = count(tag, "number-rows-repeated", MAX_ROWS);
            }
            name @ ("table-cell" | "covered-table-cell") => self.cell(tag, name == "covered-table-cell")?,
            _ => {}
        }
        Ok(())
    }

    fn cell(&mut self, tag: &BytesStart<'_>, is_covered: bool) -> Result<(), Fault> {
        let across = count(tag, "number-columns-repeated", MAX_COLUMNS);
        let text = self.cell_text()?;
        let at = Address::new(self.row, self.column);
        let (down, right) =
            (count(tag, "number-rows-spanned", MAX_ROWS), count(tag, "number-columns-spanned", MAX_COLUMNS));
        self.builder.merge(Area {
            first: at,
            last: Address::new(at.row.saturating_add(down - 1), at.column.saturating_add(right - 1)),
        });
        if let Some(value) = value(tag, text).filter(|_| !is_covered) {
            self.builder.room_for(self.repeat as usize * across as usize)?;
            for row in 0..self.repeat {
                for column in 0..across {
                    let at = Address::new(at.row.saturating_add(row), at.column.saturating_add(column));
                    self.builder.set(at, value.clone())?;
                }
            }
        }
        self.column = self.column.saturating_add(across);
        Ok(())
    }

    /// The text of a cell up to its end, without its comment.
    fn cell_text(&mut self) -> Result<String, Fault> {
        let (mut text, mut paragraphs, mut depth, mut buffer) = (String::new(), 0, 0_usize, Vec::new());
        // The depth at which something began that is not part of the text: a comment, a picture.
        let mut aside: Option<usize> = None;
        loop {
            buffer.clear();
            match self.reader.read_event_into(&mut buffer).map_err(|error| damaged(&error))? {
                Event::Start(tag) => {
                    depth += 1;
                    let name = tag.local_name();
                    let name = name.as_ref();
                    if name == "annotation" || tag.name().as_ref().starts_with("draw:") {
                        aside.get_or_insert(depth);
                    }
                    match name {
                        _ if aside.is_some() => {}
                        "p" => {
                            text.push_str(if paragraphs > 0 { "\n" } else { "" });
                            paragraphs += 1;
                        }
                        "s" => {
                            let spaces = attribute(&tag, "c").and_then(|count| count.parse().ok()).unwrap_or(1);
                            text.extend(std::iter::repeat_n(' ', MAX_SPACES.min(spaces)));
                        }
                        "tab" => text.push('\t'),
                        "line-break" => text.push('\n'),
                        _ => {}
                    }
                }
                Event::End(_) if depth == 0 => return Ok(text),
                Event::End(_) => {
                    aside = aside.filter(|&began| began != depth);
                    depth -= 1;
                }
                Event::Text(part) if aside.is_none() && depth > 0 => text.push_str(&part.xml10_content()),
                Event::CData(part) if aside.is_none() && depth > 0 => text.push_str(&part.xml10_content()),
                Event::GeneralRef(reference) if aside.is_none() && depth > 0 => text.push_str(&resolved(&reference)?),
                Event::Eof => return Err(broken(SheetFlaw::EndsTooEarly)),
                _ => {}
            }
        }
    }
}

/// What a reference such as `&amp;` stands for. Only those that every XML file has: others may blow up a text.
fn resolved(reference: &BytesRef<'_>) -> Result<String, Fault> {
    if let Some(letter) = reference.resolve_char_ref().map_err(|error| damaged(&error))? {
        return Ok(letter.into());
    }
    let name = reference.xml10_content();
    resolve_predefined_entity(&name)
        .map(Into::into)
        .ok_or_else(|| broken(SheetFlaw::OwnEntity { name: name.chars().take(40).collect() }))
}

fn value(tag: &BytesStart<'_>, text: String) -> Option<Value> {
    let attributes: Vec<(String, String)> = tag
        .attributes()
        .with_checks(false)
        .flatten()
        .filter_map(|pair| {
            Some((
                pair.key.as_ref().to_owned(),
                pair.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?.into_owned(),
            ))
        })
        .collect();
    let get = |name: &str| attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    let number = || get("office:value").and_then(|x| x.parse::<f64>().ok());
    if get("calcext:value-type") == Some("error") {
        return Some(Value::Error(text.into()));
    }
    Some(match get("office:value-type") {
        Some("float" | "currency") => Value::Number(number()?),
        Some("percentage") => Value::Percent(number()?),
        Some("boolean") => Value::Bool(get("office:boolean-value")?.eq_ignore_ascii_case("true")),
        Some("date") => Value::Date(get("office:date-value").unwrap_or(&text).replace('T', " ").into()),
        Some("time") => Value::Date(text.into()),
        None if get("table:formula").is_some() && text.trim().is_empty() => Value::Uncomputed,
        _ if text.is_empty() => Value::Text(get("office:string-value")?.into()),
        _ => Value::Text(text.into()),
    })
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// A count of repetitions, between 1 and what a sheet has.
fn count(tag: &BytesStart<'_>, name: &str, most: u32) -> u32 {
    attribute(tag, name).and_then(|count| count.parse::<u32>().ok()).unwrap_or(1).clamp(1, most)
}
