//! LibreOffice, which calculates every formula anew, and the cells that come of it.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::process::Command;

use calamine::{Data, Range, Reader as _, Xlsx};
use counterpoise::files::{self, Format, Task};
use counterpoise::model::Document;

/// The workbook of a document.
pub fn export(document: &Document) -> Vec<u8> {
    files::to_bytes(&Task::of(document), Format::Xlsx).unwrap()
}

/// A workbook as readers see it.
pub struct Book {
    bytes: Vec<u8>,
    sheets: Vec<(String, Range<Data>)>,
}

impl Book {
    pub fn of(bytes: Vec<u8>) -> Self {
        let mut book = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
        let sheets = book.worksheets();
        Self { bytes, sheets }
    }

    pub fn names(&self) -> Vec<&str> {
        self.sheets.iter().map(|(name, _)| name.as_str()).collect()
    }

    pub fn sheet(&self, name: &str) -> &Range<Data> {
        &self.sheets.iter().find(|(other, _)| other == name).unwrap_or_else(|| panic!("no sheet {name}")).1
    }

    /// The cell in a row and a column counted from 1.
    pub fn cell(&self, sheet: &str, row: u32, column: u32) -> &Data {
        self.sheet(sheet).get_value((row - 1, column - 1)).unwrap_or(&Data::Empty)
    }

    pub fn text(&self, sheet: &str, row: u32, column: u32) -> String {
        self.cell(sheet, row, column).to_string()
    }

    pub fn number(&self, sheet: &str, row: u32, column: u32) -> f64 {
        match self.cell(sheet, row, column) {
            Data::Float(x) => *x,
            #[expect(clippy::cast_precision_loss, reason = "small counts")]
            Data::Int(x) => *x as f64,
            _ => f64::NAN,
        }
    }

    /// The row, from `first` on, whose first cell holds an id.
    pub fn row(&self, sheet: &str, first: u32, id: &str) -> u32 {
        let last = self.sheet(sheet).end().unwrap().0 + 1;
        (first..=last).find(|&row| self.text(sheet, row, 1) == id).unwrap_or_else(|| panic!("no {id} on {sheet}"))
    }

    /// The column, from `first` on, that holds an id in a row.
    pub fn column(&self, sheet: &str, row: u32, first: u32, id: &str) -> u32 {
        let last = self.sheet(sheet).end().unwrap().1 + 1;
        (first..=last)
            .find(|&column| self.text(sheet, row, column) == id)
            .unwrap_or_else(|| panic!("no {id} on {sheet}"))
    }

    /// The same workbook with other content in some cells, as somebody would have typed it.
    pub fn with(&self, changes: &[(&str, u32, u32, Typed)]) -> Vec<u8> {
        let mut archive = zip::ZipArchive::new(Cursor::new(&self.bytes)).unwrap();
        let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).unwrap();
            let name = file.name().unwrap().into_owned();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            for (sheet, row, column, typed) in changes {
                let number = self.names().iter().position(|name| name == sheet).unwrap() + 1;
                if name == format!("xl/worksheets/sheet{number}.xml") {
                    content = replace(&String::from_utf8(content).unwrap(), *row, *column, typed).into_bytes();
                }
            }
            out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            out.write_all(&content).unwrap();
        }
        out.finish().unwrap().into_inner()
    }
}

/// What is typed into a cell.
#[derive(Clone, Copy, Debug)]
pub enum Typed {
    Number(f64),
    Text(&'static str),
    Nothing,
}

fn replace(xml: &str, row: u32, column: u32, typed: &Typed) -> String {
    let letter = char::from(b'A' + u8::try_from(column - 1).unwrap());
    let start = xml.find(&format!("<c r=\"{letter}{row}\"")).unwrap_or_else(|| panic!("no cell {letter}{row}"));
    let head = start + xml[start..].find('>').unwrap();
    let is_short = xml[..head].ends_with('/');
    let end = if is_short { head + 1 } else { head + xml[head..].find("</c>").unwrap() + 4 };
    let style = xml[start..head].split(" s=\"").nth(1).map_or("", |rest| rest.split('"').next().unwrap());
    let style = if style.is_empty() { String::new() } else { format!(" s=\"{style}\"") };
    let cell = match typed {
        Typed::Number(x) => format!("<c r=\"{letter}{row}\"{style}><v>{x}</v></c>"),
        Typed::Text(text) => format!("<c r=\"{letter}{row}\"{style} t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        Typed::Nothing => format!("<c r=\"{letter}{row}\"{style}/>"),
    };
    format!("{}{cell}{}", &xml[..start], &xml[end..])
}

/// Lets LibreOffice open workbooks, calculate every formula anew, and save them; all in one start, for that takes long.
pub fn recalculated(workbooks: &[Vec<u8>]) -> Vec<Book> {
    let directory = tempfile::tempdir().unwrap();
    let path = |part: &str| directory.path().join(part);
    // By default LibreOffice trusts the results stored in a file.
    fs::create_dir_all(path("profile/user")).unwrap();
    fs::write(path("profile/user/registrymodifications.xcu"), ALWAYS_CALCULATE).unwrap();
    let file = |number: usize| format!("{number:03}.xlsx");
    for (number, bytes) in workbooks.iter().enumerate() {
        fs::write(path(&file(number)), bytes).unwrap();
    }
    let output = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", path("profile").display()))
        .args(["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .arg(path("out"))
        .args((0..workbooks.len()).map(|number| path(&file(number))))
        .output()
        .expect("LibreOffice (soffice) is missing; install it, on Debian: apt-get install libreoffice-calc");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read = |at: &Path| fs::read(at).unwrap_or_else(|error| panic!("{}: {error}", at.display()));
    (0..workbooks.len()).map(|number| Book::of(read(&path("out").join(file(number))))).collect()
}

const ALWAYS_CALCULATE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;
