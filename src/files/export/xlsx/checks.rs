//! `Checks`: what the model checks say; figures of the day of the export.

use rust_xlsxwriter::{Format, XlsxError};

use super::content::Content;
use super::layout::NAME;
use super::palette::LIGHT;
use super::sheet::Sheet;
use crate::analysis::checks::{Check, Severity};
use crate::model::{Document, Id, Place};

const HEAD: usize = 3;
const WIDTHS: [usize; 6] = [10, 26, 28, 52, 46, 34];

pub fn write(content: &Content, sheet: &mut Sheet) -> Result<(), XlsxError> {
    let styles = sheet.styles;
    sheet.hide_ids()?;
    let hint = "What a good analyst would point out, as of the export. Not recalculated in this file.";
    sheet.title("Checks", hint)?;
    for (number, head) in ["Severity", "Check", "Where", "What", "Remedy", "Answered"].into_iter().enumerate() {
        sheet.width(NAME + number, WIDTHS[number])?;
        sheet.text(HEAD, NAME + number, head, &styles.head)?;
    }
    let open = content.checks.open.iter().map(|check| (check, ""));
    let answered = content.checks.dismissed.iter().map(|(check, reason)| (check, reason.as_str()));
    let all: Vec<(&Check, &str)> = open.chain(answered).collect();
    if all.is_empty() {
        sheet.text(HEAD + 1, NAME, "Nothing to remark.", &styles.hint)?;
    }
    for (number, (check, reason)) in all.into_iter().enumerate() {
        let row = HEAD + 1 + number;
        let place = place(check.place, content.document);
        let (message, remedy) = (check.message.to_string(), check.remedy.to_string());
        let texts = [check.severity.id(), check.id, &*place, &message, &remedy, reason];
        sheet.fit_row(row, texts.into_iter().zip(WIDTHS))?;
        for (column, text) in texts.into_iter().enumerate() {
            let format = if column == 0 { severity(check.severity, &styles.bold) } else { styles.text.clone() };
            sheet.text(row, NAME + column, text, &format)?;
        }
    }
    sheet.freeze(HEAD + 1, 0, (HEAD, HEAD))
}

fn severity(severity: Severity, format: &Format) -> Format {
    match severity {
        Severity::Error | Severity::Warning => format.clone().set_font_color(LIGHT.warning),
        Severity::Note => format.clone().set_font_color(LIGHT.caption),
    }
}

/// Where in a document something is, by name; empty for the decision as a whole.
fn place(place: Place, document: &Document) -> String {
    let option = |id: Id| document.alternative(id).map_or("", |option| option.name.as_str());
    let node = |id: Id| document.node(id).map_or("", |node| node.name());
    match place {
        Place::Decision | Place::Field(_) => String::new(),
        Place::Alternative(id) => option(id).to_owned(),
        Place::Node(id) | Place::Weight(id) => node(id).to_owned(),
        Place::Cell(alternative, criterion) => format!("{}, {}", option(alternative), node(criterion)),
        Place::Viewpoint(id) => document.viewpoint(id).map_or_else(String::new, |viewpoint| viewpoint.name.clone()),
        Place::Person(id) => {
            let person = document.people.iter().find(|person| person.id == id);
            person.map_or_else(String::new, |person| person.name.clone())
        }
    }
}
