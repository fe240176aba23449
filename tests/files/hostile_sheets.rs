//! Spreadsheets that are damaged, dishonest, or not what they are called: an error, soon, and in little memory.

use std::io::{Cursor, Write as _};
use std::time::{Duration, Instant};

use counterpoise::files::sheet::{Address, Orientation, Value, Wish, Workbook, column_name};
use counterpoise::files::{Format, parse};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::assert_says;
use crate::own_workbook::rewritten;

const XLSX: &[u8] = include_bytes!("../fixtures/cars.xlsx");
const ODS: &[u8] = include_bytes!("../fixtures/cars.ods");
const XLS: &[u8] = include_bytes!("../fixtures/cars.xls");
const REAL: [(&[u8], Format); 3] = [(XLSX, Format::Xlsx), (ODS, Format::Ods), (XLS, Format::Xls)];

/// A zip archive with these parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let method = if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook of one sheet, with this in its part, and these shared texts.
fn xlsx(sheet: &str, strings: &str) -> Vec<u8> {
    archive(&[
        (
            "[Content_Types].xml",
            br#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
        ),
        (
            "_rels/.rels",
            br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            br#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Cars" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
    ])
}

/// A sheet of a workbook with these cells, in the order of the file.
fn cells(cells: &str) -> String {
    format!("<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{cells}</sheetData></worksheet>")
}

const NO_STRINGS: &str = "<sst></sst>";

/// A text in a cell.
fn text(at: &str, text: &str) -> String {
    format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?>{}<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Cars\">\
         {table}</table:table></office:spreadsheet></office:body></office:document-content>",
        ""
    );
    ods_of(&content)
}

fn ods_of(content: &str) -> Vec<u8> {
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

fn message(bytes: &[u8], format: Format) -> String {
    parse(bytes, format).unwrap_err().to_string()
}

/// Fails where something takes long enough that somebody would wonder; unoptimised, so that the bound is wide.
fn soon<T>(work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    assert!(start.elapsed() < Duration::from_mins(1), "{:?}", start.elapsed());
    done
}

#[test]
fn the_fixtures_are_read() {
    for (bytes, format) in REAL {
        let document = parse(bytes, format).unwrap();
        assert_eq!(document.about.title, "Which car?", "{format:?}");
        assert_eq!((document.alternatives.len(), document.leaves().len()), (3, 3), "{format:?}");
    }
}

#[test]
fn a_bomb_is_not_unpacked() {
    let zeros = vec![b' '; 300 << 20];
    let parts: [(&str, &[u8]); 3] =
        [("[Content_Types].xml", b"<Types/>"), ("_rels/.rels", b"<r/>"), ("xl/a.xml", &zeros)];
    let bomb = archive(&parts);
    assert!(bomb.len() < 2 << 20);
    assert_says(&soon(|| message(&bomb, Format::Xlsx)), &["zip bomb", "xl/a.xml"]);
    // A part that says it is small is unpacked no further than it is allowed to be.
    let mut liar = bomb.clone();
    let size = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    let places: Vec<usize> = (0..liar.len() - 4).filter(|&at| liar[at..at + 4] == size).collect();
    assert!(!places.is_empty());
    for at in places {
        liar[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    soon(|| message(&liar, Format::Xlsx));
}

#[test]
fn cells_in_opposite_corners_take_the_room_of_two() {
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let sheet = cells(&format!("<row r=\"1\">{}<c r=\"B1\"><v>1</v></c></row>{far}", text("A1", "x")));
    let workbook = soon(|| Workbook::read(&xlsx(&sheet, NO_STRINGS), Format::Xlsx)).unwrap();
    assert_eq!((workbook.sheets[0].rows(), workbook.sheets[0].columns()), (1 << 20, 1 << 14));
    assert_eq!(workbook.sheets[0].value("XFD1048576".parse().unwrap()), Some(&Value::Number(1.0)));
    assert_says(&soon(|| workbook.recognise()).unwrap_err().to_string(), &["no table"]);

    let rows = "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell table:number-columns-repeated=\"16384\"/>\
        </table:table-row><table:table-row><table:table-cell table:number-columns-repeated=\"16383\"/>\
        <table:table-cell office:value-type=\"float\" office:value=\"2\"/></table:table-row>";
    let workbook = soon(|| Workbook::read(&ods(rows), Format::Ods)).unwrap();
    assert_eq!(workbook.sheets[0].value("XFD1048576".parse().unwrap()), Some(&Value::Number(2.0)));
}

/// A text of `rows` rows and `columns` columns in which only the first row and the first column hold something.
fn hollow(rows: usize, columns: usize) -> String {
    let head: Vec<String> = (1..columns).map(|column| format!("c{column}")).collect();
    let options: Vec<String> = (1..rows).map(|row| format!("o{row}")).collect();
    format!("option,{}\n{}\n", head.join(","), options.join("\n"))
}

#[test]
fn a_table_that_is_nearly_all_empty_is_refused() {
    let workbook = Workbook::of_text(&hollow(100_000, 16_000)).unwrap();
    let message = soon(|| workbook.recognise()).unwrap_err().to_string();
    assert_says(&message, &["A1:WQJ100000", "100\u{202f}000 rows of 16\u{202f}000 columns", "choose a smaller range"]);
    let wish = Wish { sheet: Some(0), area: Some("A1:XFD1048576".parse().unwrap()), ..Wish::default() };
    let message = soon(|| workbook.recognise_as(&wish)).unwrap_err().to_string();
    assert_says(&message, &["A1:WQJ100000", "choose a smaller range"]);
    let wish = Wish { area: Some("A1:C20".parse().unwrap()), ..wish };
    let recognised = workbook.recognise_as(&wish).unwrap();
    let document = recognised.reading.document(&workbook).unwrap();
    assert_eq!((document.alternatives.len(), document.leaves().len()), (19, 2));
}

#[test]
fn thousands_of_parts_side_by_side_are_gone_through_once() {
    let text = format!("{}{}", "x\n".repeat(200_000), ",,,x".repeat(4000));
    let workbook = Workbook::of_text(&text).unwrap();
    assert_says(&soon(|| workbook.recognise()).unwrap_err().to_string(), &["no table"]);
}

#[test]
fn thousands_of_merged_cells_are_gone_through_once() {
    let name = |column: u32| column_name(column);
    let line = |row: u32, cell: &dyn Fn(u32) -> String| {
        let cells: Vec<String> =
            (1..4000).map(|column| text(&format!("{}{row}", name(column)), &cell(column))).collect();
        format!("<row r=\"{row}\">{}</row>", cells.concat())
    };
    let option = |row: u32| {
        let cells = (1..4000).map(|column| format!("<c r=\"{}{row}\"><v>{row}</v></c>", name(column)));
        let cells = cells.collect::<Vec<_>>().concat();
        format!("<row r=\"{row}\">{}{cells}</row>", text(&format!("A{row}"), &format!("o{row}")))
    };
    let group = format!("<row r=\"1\">{}{}</row>", text("B1", "Money"), text("D1", "Style"));
    let rows = [group, line(2, &|column| format!("c{column}")), option(3), option(4), option(5)].concat();
    let areas = (100..10_000).map(|row| format!("A{row}:B{row}"));
    let merged: Vec<String> = ["B1:C1".to_owned(), "D1:F1".to_owned()]
        .into_iter()
        .chain(areas)
        .map(|area| format!("<mergeCell ref=\"{area}\"/>"))
        .collect();
    let merged = format!("<mergeCells>{}</mergeCells>", merged.concat());
    let sheet = cells(&rows).replace("</worksheet>", &format!("{merged}</worksheet>"));
    let workbook = Workbook::read(&xlsx(&sheet, NO_STRINGS), Format::Xlsx).unwrap();
    let document = soon(|| {
        let wish = Wish { orientation: Some(Orientation::Rows), ..Wish::default() };
        workbook.recognise_as(&wish).unwrap().reading.document(&workbook).unwrap()
    });
    let groups: Vec<(&str, usize)> = document
        .criteria
        .iter()
        .filter_map(|node| node.as_group().map(|group| (group.name.as_str(), group.children.len())))
        .collect();
    assert_eq!((document.leaves().len(), groups), (3999, vec![("Money", 2), ("Style", 3)]));
}

#[test]
fn a_million_repeated_rows_are_too_much_and_empty_ones_are_nothing() {
    let row = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
        table:number-columns-repeated=\"1000\" office:value-type=\"float\" office:value=\"1\"/></table:table-row>";
    assert_says(&soon(|| message(&ods(row), Format::Ods)), &["more than", "cells"]);
    let spaces = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>a<text:s text:c=\"4000000000\"/>b\
        </text:p></table:table-cell></table:table-row>";
    assert!(
        soon(|| Workbook::read(&ods(spaces), Format::Ods)).unwrap().sheets[0].text(Address::new(0, 0)).len() < 2000
    );
    let empty = "<row r=\"1\"/>".repeat(1_000_000);
    let workbook = soon(|| Workbook::read(&xlsx(&cells(&empty), NO_STRINGS), Format::Xlsx)).unwrap();
    assert!(workbook.sheets[0].is_empty());
    assert_says(&workbook.recognise().unwrap_err().to_string(), &["nothing in it"]);
}

#[test]
fn shared_texts_are_counted_where_they_are_used() {
    // A text of a megabyte, which a thousand cells share.
    let long = format!("<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>", "x".repeat(1 << 20));
    let row = |row: u32| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>");
    let many = (1..1000).map(row).collect::<Vec<_>>().concat();
    assert_says(&soon(|| message(&xlsx(&cells(&many), &long), Format::Xlsx)), &["MiB of text"]);
    // More texts are announced than there can be.
    let liar = "<!-- --><sst count=\"1\" uniqueCount=\"900000000000\"><si><t>a</t></si></sst>";
    assert_says(&soon(|| message(&xlsx(&cells(""), liar), Format::Xlsx)), &["announces more than it holds"]);
}

#[test]
fn entities_and_deep_nesting_do_not_blow_up() {
    let entities = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>";
    let content = format!(
        "{entities}<office:document-content><office:spreadsheet><table:table table:name=\"T\"><table:table-row>\
         <table:table-cell office:value-type=\"string\"><text:p>&c;</text:p></table:table-cell></table:table-row>\
         </table:table></office:spreadsheet></office:document-content>"
    );
    assert_says(&message(&ods_of(&content), Format::Ods), &["an entity of its own, \"c\""]);
    let sheet = format!("{entities}{}", cells(&format!("<row r=\"1\">{}</row>", text("A1", "&c;"))));
    message(&xlsx(&sheet, NO_STRINGS), Format::Xlsx);
    let deep = "<a>".repeat(200_000);
    soon(|| message(&ods(&deep), Format::Ods));
    soon(|| message(&xlsx(&cells(&format!("<row r=\"1\"><c r=\"A1\">{deep}")), NO_STRINGS), Format::Xlsx));
    soon(|| message(&xlsx(&deep, NO_STRINGS), Format::Xlsx));
    let in_cell = format!("<table:table-row><table:table-cell>{deep}</table:table-cell></table:table-row>");
    soon(|| message(&ods(&in_cell), Format::Ods));
}

/// A table of one option on one criterion, with this as its score.
fn one_score(score: &str) -> Vec<u8> {
    let head = format!("<row r=\"1\">{}{}</row>", text("A1", "Option"), text("B1", "Price"));
    let first = format!("<row r=\"2\">{}<c r=\"B2\"><v>5</v></c></row>", text("A2", "Clio"));
    xlsx(&cells(&format!("{head}{first}<row r=\"3\">{}{score}</row>", text("A3", "Polo"))), NO_STRINGS)
}

#[test]
fn of_a_formula_the_stored_result_counts() {
    let document = parse(one_score("<c r=\"B3\"><f>B2+1</f><v>6</v></c>"), Format::Xlsx).unwrap();
    assert!(counterpoise::files::to_string(&document, Format::Csv).unwrap().contains("Polo,6\n"));
    let without = message(&one_score("<c r=\"B3\"><f>B2+1</f></c>"), Format::Xlsx);
    assert_says(&without, &["sheet \"Cars\", B3", "formula", "not its result", "let it calculate"]);
    let error = message(&one_score("<c r=\"B3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"), Format::Xlsx);
    assert_says(&error, &["sheet \"Cars\", B3", "#DIV/0!", "mend the formula"]);
    assert!(parse(one_score("<c r=\"B3\" t=\"e\"><v>#N/A</v></c>"), Format::Xlsx).is_ok());
    // A formula that is only text is text.
    assert_says(&message(&one_score(&text("B3", "=B2+1")), Format::Xlsx), &["B3", "\"=B2+1\" is no number"]);
    let shared = "<c r=\"B3\"><f t=\"shared\" ref=\"B3:B4\" si=\"99999999999999\">B2</f><v>7</v></c>";
    assert!(soon(|| parse(one_score(shared), Format::Xlsx)).is_ok());
    let ods = ods(
        "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Option</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"string\"><text:p>Price</text:p></table:table-cell></table:table-row>\
         <table:table-row><table:table-cell office:value-type=\"string\"><text:p>Clio</text:p></table:table-cell>\
         <table:table-cell table:formula=\"of:=1+1\"/></table:table-row>",
    );
    assert_says(&message(&ods, Format::Ods), &["sheet \"Cars\", B2", "not its result"]);
}

#[test]
fn dates_that_were_ranges_are_named() {
    let dated = one_score("<c r=\"B3\" t=\"d\"><v>2026-06-04</v></c>");
    assert_says(&message(&dated, Format::Xlsx), &["B3", "this is a date", "4..6"]);
}

#[test]
fn hidden_sheets_are_not_taken_unasked() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let mut table = |name: &str, hidden: bool| {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in [["Option", "Price"], ["Clio", "5"], ["Polo", "6"]].into_iter().enumerate() {
            for (column, cell) in cells.into_iter().enumerate() {
                let (row, column) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
                sheet.write_string(row, column, cell).unwrap();
            }
        }
        sheet.set_hidden(hidden);
    };
    table("Cars", false);
    table("Secret", true);
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(parse(&bytes, Format::Xlsx).unwrap().alternatives.len(), 2);
    let workbook = Workbook::read(&bytes, Format::Xlsx).unwrap();
    assert_eq!(workbook.sheets.iter().map(|sheet| sheet.hidden).collect::<Vec<_>>(), [false, true]);

    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write_string(0, 0, "nothing here").unwrap();
    let sheet = book.add_worksheet().set_name("Secret").unwrap();
    sheet.write_row(0, 0, ["Option", "Price"]).unwrap();
    sheet.write_row(1, 0, ["Clio", "5"]).unwrap();
    sheet.set_hidden(true);
    assert_says(&message(&book.save_to_buffer().unwrap(), Format::Xlsx), &["only hidden sheets", "\"Secret\""]);
}

#[test]
fn merged_cells_are_groups_above_and_one_cell_elsewhere() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let plain = rust_xlsxwriter::Format::new();
    sheet.merge_range(0, 0, 0, 4, "Which car?", &plain).unwrap();
    sheet.merge_range(1, 1, 1, 2, "Money", &plain).unwrap();
    sheet.write_row(2, 0, ["Option", "Price", "Tax", "Looks", "Noise"]).unwrap();
    sheet.write_string(3, 0, "Clio").unwrap();
    sheet.write_row(3, 1, [5000, 100, 7, 60]).unwrap();
    sheet.write_string(4, 0, "Polo").unwrap();
    sheet.write_row(4, 1, [6000, 90, 8, 62]).unwrap();
    let document = parse(book.save_to_buffer().unwrap(), Format::Xlsx).unwrap();
    assert_eq!(document.about.title, "Which car?");
    let csv = counterpoise::files::to_string(&document, Format::Csv).unwrap();
    assert!(csv.contains("#group,Money,Money,,\n"), "{csv}");
}

#[test]
fn per_cent_formats_count_in_all_that_keep_them() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let percent = rust_xlsxwriter::Format::new().set_num_format("0.0%");
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["Option", "Share"]).unwrap();
    sheet.write_string(1, 0, "A").unwrap();
    sheet.write_number_with_format(1, 1, 0.07, &percent).unwrap();
    sheet.write_string(2, 0, "B").unwrap();
    sheet.write_number_with_format(2, 1, 0.285, &percent).unwrap();
    let document = parse(book.save_to_buffer().unwrap(), Format::Xlsx).unwrap();
    let csv = counterpoise::files::to_string(&document, Format::Csv).unwrap();
    assert!(csv.contains("#unit,%\nA,7\nB,28.5\n"), "{csv}");
}

#[test]
fn a_file_that_is_not_what_it_is_called_is_told() {
    assert_says(&message(ODS, Format::Xlsx), &["is an .ods spreadsheet", "rename it to end in .ods"]);
    assert_says(&message(XLSX, Format::Ods), &["is an .xlsx spreadsheet", "rename it"]);
    assert_says(&message(XLSX, Format::Xls), &["is an .xlsx spreadsheet", "rename it"]);
    assert_says(&message(XLS, Format::Xlsx), &["is an .xls spreadsheet", "rename it"]);
    let page = b"\xEF\xBB\xBF  <html><table><tr><td>1</td></tr></table></html>";
    assert_says(&message(page, Format::Xls), &["a web page", "save it as .xlsx"]);
    assert_says(&message(b"a,b\n1,2\n", Format::Xls), &["a plain text", ".csv"]);
    assert_says(&message(b"", Format::Xlsx), &["a plain text"]);
    assert_says(&message(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Format::Xlsx), &["no spreadsheet"]);
    let letter =
        archive(&[("[Content_Types].xml", b"<Types/>"), ("_rels/.rels", b"<r/>"), ("word/document.xml", b"<d/>")]);
    assert_says(&message(&letter, Format::Xlsx), &["a zip archive, but no spreadsheet"]);
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/EncryptedPackage").unwrap().write_all(b"secret").unwrap();
    file.flush().unwrap();
    assert_says(&message(&file.into_inner().into_inner(), Format::Xlsx), &["protected by a password"]);
    let locked = rewritten(ODS, |name, content| match name {
        "META-INF/manifest.xml" => b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>".to_vec(),
        _ => content,
    });
    assert_says(&message(&locked, Format::Ods), &["protected by a password"]);
}

#[test]
fn a_file_cut_anywhere_is_an_error_and_not_a_crash() {
    for (bytes, format) in REAL {
        for at in (0..bytes.len()).step_by(bytes.len() / 40) {
            let _ = parse(&bytes[..at], format).unwrap_err().to_string();
        }
    }
}

#[test]
fn an_xls_that_announces_much_takes_little() {
    // The records of the sheet in the stream: its dimensions become four billion rows.
    let mut bytes = XLS.to_vec();
    let places: Vec<usize> = (0..bytes.len() - 18).filter(|&at| bytes[at..at + 4] == [0x00, 0x02, 14, 0]).collect();
    assert_eq!(places.len(), 1, "one sheet");
    bytes[places[0] + 8..places[0] + 12].copy_from_slice(&u32::MAX.to_le_bytes());
    let document = soon(|| parse(&bytes, Format::Xls)).unwrap();
    assert_eq!(document.alternatives.len(), 3);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_bytes_are_read_or_refused(
        mut bytes in prop::collection::vec(any::<u8>(), 0..2000),
        head in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\xFF\xFE", b"<table>"]),
        format in prop::sample::select(vec![Format::Xlsx, Format::Ods, Format::Xls, Format::Csv]),
    ) {
        bytes.splice(0..0, head.iter().copied());
        if let Ok(workbook) = Workbook::read(&bytes, format) {
            let _ = workbook.recognise().map(|recognised| recognised.reading.document(&workbook));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "([a-zA-Zа-я0-9 .,;:%€#?\\-+'\"()|\\[\\]]{0,12}[\t;,\n]){0,60}") {
        let workbook = Workbook::of_text(&text).unwrap();
        if let Ok(recognised) = workbook.recognise() {
            let _ = recognised.reading.document(&workbook);
        }
    }

    #[test]
    fn a_changed_file_is_read_or_refused(
        which in 0_usize..3,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let (bytes, format) = REAL[which];
        let mutate = |mut content: Vec<u8>| {
            for (at, new) in changes.iter().filter(|_| !content.is_empty()).collect::<Vec<_>>() {
                let at = at.index(content.len());
                content[at] = *new;
            }
            content
        };
        // What is packed is changed before it is packed, so that more than the checksum is looked at.
        let changed = if format == Format::Xls {
            mutate(bytes.to_vec())
        } else {
            rewritten(bytes, |name, content| if name.contains(".xml") { mutate(content) } else { content })
        };
        if let Ok(workbook) = Workbook::read(&changed, format) {
            let _ = workbook.recognise().map(|recognised| recognised.reading.document(&workbook));
        }
    }
}
