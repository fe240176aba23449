//! Own workbooks come back in: the whole decision, and what was typed over in their cells.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::process::Command;

use counterpoise::files::sheet::Workbook;
use counterpoise::files::{Format, Task, load, parse, presets, to_bytes};
use counterpoise::model::{Document, Ends, Id, Person, Points, Scale, Score};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::{assert_says, documents};

fn xlsx(document: &Document) -> Vec<u8> {
    to_bytes(&Task::of(document), Format::Xlsx).unwrap()
}

fn preset(id: &str) -> Document {
    presets::find(id).unwrap().document().unwrap()
}

/// Replaces parts of an archive, given their names and contents.
pub fn rewritten(bytes: &[u8], change: impl Fn(&str, Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        writer.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        writer.write_all(&change(&name, content)).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The number of the part that holds a sheet, by its place in the workbook.
fn part_of(bytes: &[u8], sheet: &str) -> String {
    let mut text = String::new();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    archive.by_name("xl/workbook.xml").unwrap().read_to_string(&mut text).unwrap();
    let names: Vec<&str> = text.split("<sheet name=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let place = names.iter().position(|name| *name == sheet).unwrap();
    format!("xl/worksheets/sheet{}.xml", place + 1)
}

/// Types into a cell as a spreadsheet program would: a number, a text, or nothing.
fn typed(bytes: &[u8], sheet: &str, cell: &str, value: &str) -> Vec<u8> {
    let part = part_of(bytes, sheet);
    rewritten(bytes, |name, content| {
        if name != part {
            return content;
        }
        let text = String::from_utf8(content).unwrap();
        let start = text.find(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("there is no {cell}"));
        let head = start + text[start..].find('>').unwrap();
        let end = if text[..head].ends_with('/') { head + 1 } else { head + text[head..].find("</c>").unwrap() + 4 };
        let new = match value.parse::<f64>() {
            Ok(_) => format!("<c r=\"{cell}\"><v>{value}</v></c>"),
            Err(_) if value.is_empty() => String::new(),
            Err(_) => format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{value}</t></is></c>"),
        };
        format!("{}{new}{}", &text[..start], &text[end..]).into_bytes()
    })
}

fn read(bytes: &[u8]) -> Result<Document, String> {
    parse(bytes, Format::Xlsx).map_err(|error| error.to_string())
}

#[test]
fn every_preset_comes_back_as_it_went() {
    for preset in presets::ALL {
        let document = preset.document().unwrap();
        assert_eq!(read(&xlsx(&document)).unwrap(), document, "{}", preset.id);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_document_comes_back_as_it_went(document in documents::document()) {
        let mut document = document;
        document.complete_weights();
        prop_assert_eq!(read(&xlsx(&document)).map_err(TestCaseError::fail)?, document);
    }
}

#[test]
fn a_file_saved_again_by_libreoffice_comes_back_too() {
    if Command::new("soffice").arg("--version").output().is_err() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("first"), folder.path().join("second"));
    std::fs::create_dir_all(&first).unwrap();
    let mut files = Vec::new();
    for preset in presets::ALL {
        let path = first.join(format!("{}.xlsx", preset.id));
        std::fs::write(&path, xlsx(&preset.document().unwrap())).unwrap();
        files.push(path);
    }
    for format in ["xlsx", "ods"] {
        convert(folder.path(), &files, format, &second);
        for preset in presets::ALL {
            let again = load(&second.join(format!("{}.{format}", preset.id)));
            let again = again.unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(again, preset.document().unwrap(), "{}", preset.id);
        }
    }
}

pub fn convert(home: &Path, files: &[std::path::PathBuf], format: &str, to: &Path) {
    let profile = format!("-env:UserInstallation=file://{}", home.join("profile").display());
    let mut command = Command::new("soffice");
    command.arg(profile).args(["--headless", "--convert-to", format, "--outdir"]).arg(to).args(files);
    assert!(command.output().unwrap().status.success());
}

#[test]
fn scores_that_were_typed_over_are_taken() {
    let document = preset("laptop");
    let bytes = xlsx(&document);
    let (option, leaf) = (document.alternatives[0].id, document.leaves()[0].id);
    let scored = |value: &str| -> Result<Option<Score>, String> {
        read(&typed(&bytes, "Matrix", "C12", value)).map(|new| new.cell(option, leaf).and_then(|cell| cell.score))
    };
    assert_eq!(scored("1234.5"), Ok(Some(Score::Exact(1234.5))));
    assert_eq!(scored("1000..1200"), Ok(Some(Score::Range(1000.0, 1200.0))));
    assert_eq!(scored("1000,5..1100..1200"), Ok(Some(Score::Triangle(1000.5, 1100.0, 1200.0))));
    assert_eq!(scored("?"), Ok(None));
    assert_eq!(scored(""), Ok(None));
    assert_says(&scored("cheap").unwrap_err(), &["sheet \"Matrix\", C12", "\"cheap\" is not a number"]);
    assert_says(&scored("9..3").unwrap_err(), &["C12", "rising order"]);
    // Rationale, evidence and everything else stay.
    let new = read(&typed(&bytes, "Matrix", "C12", "1234.5")).unwrap();
    let mut expected = document.clone();
    expected.alternatives.set_score(0, leaf, Some(Score::Exact(1234.5)));
    assert_eq!(new, expected);
}

#[test]
fn points_and_locks_that_were_typed_over_are_taken() {
    let document = preset("laptop");
    let bytes = xlsx(&document);
    let first = document.criteria[0].id();
    let new = read(&typed(&bytes, "Weights", "I7", "77.25")).unwrap();
    let mut expected = document.clone();
    expected.weights.insert(first, 77.25);
    assert_eq!(new, expected);
    let locked = read(&typed(&bytes, "Weights", "C7", "locked")).unwrap();
    assert!(locked.locks.contains(&first));
    assert_says(&read(&typed(&bytes, "Weights", "I7", "-1")).unwrap_err(), &["sheet \"Weights\", I7", "0 or more"]);
    assert_says(&read(&typed(&bytes, "Weights", "I7", "much")).unwrap_err(), &["I7", "\"much\" is not a number"]);
    assert_says(&read(&typed(&bytes, "Weights", "C7", "shut")).unwrap_err(), &["C7", "no lock"]);
}

#[test]
fn scales_that_were_typed_over_are_taken() {
    let document = preset("security-guarantee");
    let rated = document.leaves().iter().position(|leaf| matches!(leaf.scale, Scale::Rating { .. }));
    let bytes = xlsx(&document);
    let Some(rated) = rated else { panic!("no rating to type over") };
    let row = 6 + rated;
    let new = read(&typed(&bytes, "Scales", &format!("G{row}"), "12")).unwrap();
    let ends = new.leaves()[rated].scale.ends().unwrap();
    assert_eq!(ends, Ends { best: 12.0, ..document.leaves()[rated].scale.ends().unwrap() });
    let message = read(&typed(&bytes, "Scales", &format!("G{row}"), "wide")).unwrap_err();
    assert_says(&message, &["sheet \"Scales\"", &format!("G{row}"), "\"wide\" is not a number"]);
}

#[test]
fn a_damaged_or_newer_decision_sheet_is_an_error() {
    let bytes = xlsx(&preset("job-offer"));
    assert_says(&read(&typed(&bytes, "counterpoise", "B1", "2")).unwrap_err(), &["newer version", "update"]);
    assert_says(&read(&typed(&bytes, "counterpoise", "A2", "{")).unwrap_err(), &["sheet \"counterpoise\"", "damaged"]);
    assert!(Workbook::read(&bytes, Format::Xlsx).unwrap().own_document().is_some());
}

/// Puts the text of one cell into another that is already there, hidden or not.
fn copied(bytes: &[u8], sheet: &str, from: &str, to: &str) -> Vec<u8> {
    let workbook = Workbook::read(bytes, Format::Xlsx).unwrap();
    let sheets = &workbook.sheets;
    let text = sheets.iter().find(|found| found.name == sheet).unwrap().text(from.parse().unwrap()).into_owned();
    typed(bytes, sheet, to, &text)
}

#[test]
fn a_row_or_column_that_was_copied_is_an_error() {
    let document = preset("security-guarantee");
    let bytes = xlsx(&document);
    let says = |bytes: &[u8], parts: &[&str]| assert_says(&read(bytes).unwrap_err(), parts);
    says(&copied(&bytes, "Matrix", "A12", "A13"), &["sheet \"Matrix\", A13", "copy of row 12", "delete one"]);
    says(&copied(&bytes, "Matrix", "C3", "D3"), &["sheet \"Matrix\", D3", "copy of column C", "delete one"]);
    says(&copied(&bytes, "Weights", "A7", "A8"), &["sheet \"Weights\", A8", "copy of row 7"]);
    says(&copied(&bytes, "Scales", "A6", "A7"), &["sheet \"Scales\", A7", "copy of row 6"]);
    // Each criterion with levels or points stands in two tables, but once in each.
    let mut tried = 0;
    for preset in presets::ALL {
        let bytes = xlsx(&preset.document().unwrap());
        let workbook = Workbook::read(&bytes, Format::Xlsx).unwrap();
        let sheet = workbook.sheets.into_iter().find(|sheet| sheet.name == "Scales").unwrap();
        let text = |column: char, row: u32| sheet.text(format!("{column}{row}").parse().unwrap());
        let Some(heading) = (6..=sheet.rows()).find(|&row| text('B', row) == "Points and levels") else { continue };
        let lower: Vec<u32> = (heading..=sheet.rows()).filter(|&row| !text('A', row).is_empty()).collect();
        if let [first, second, ..] = lower[..] {
            let copy = copied(&bytes, "Scales", &format!("A{first}"), &format!("A{second}"));
            says(&copy, &[&format!("sheet \"Scales\", A{second}"), &format!("copy of row {first}")]);
            tried += 1;
        }
    }
    assert!(tried > 0);
}

#[test]
fn a_person_or_viewpoint_that_was_copied_is_an_error() {
    let mut document = preset("laptop");
    let person =
        |name: &str| Person { id: Id::slug(name), name: name.into(), weights: Points::new(), scores: BTreeMap::new() };
    document.people = vec![person("ann"), person("bob")];
    let message = read(&copied(&xlsx(&document), "People", "A7", "A8")).unwrap_err();
    assert_says(&message, &["sheet \"People\", A8", "copy of row 7"]);
    let with = presets::ALL.iter().map(|preset| preset.document().unwrap()).find(|found| found.viewpoints.len() > 1);
    let message = read(&copied(&xlsx(&with.unwrap()), "Weights", "J5", "K5")).unwrap_err();
    assert_says(&message, &["sheet \"Weights\", K5", "copy of column J"]);
}
