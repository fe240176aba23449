//! Text that is one table: CSV of any kind, TSV, and what spreadsheets put on the clipboard.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::address::{Address, MAX_COLUMNS};
use super::flaw::SheetFlaw;
use super::workbook::{Builder, Value, broken};
use crate::files::Fault;
use crate::files::formula::unguard;
use crate::text::Nth;

/// Below so many letters that are no ASCII a guess of the encoding would be a toss.
const ENOUGH: usize = 4;

/// The text in `bytes`, and the encoding where it had to be guessed.
pub fn decode(bytes: &[u8]) -> Result<(String, Option<&'static str>), Fault> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, had_errors) = encoding.decode_without_bom_handling(&bytes[mark..]);
        if had_errors {
            let encoding = if encoding == UTF_8 { "UTF-8" } else { "UTF-16" };
            return Err(broken(SheetFlaw::NotSound { encoding }));
        }
        return Ok((text.into_owned(), None));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), None));
    }
    let unknown = || broken(SheetFlaw::UnknownEncoding);
    let foreign = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    if bytes.contains(&0) || foreign < ENOUGH {
        return Err(unknown());
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Deny);
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    if had_errors || encoding == UTF_16LE || encoding == UTF_16BE {
        return Err(unknown());
    }
    Ok((text.into_owned(), Some(encoding.name())))
}

/// Reads the cells of `text` into the present sheet, as they were before they were kept from running as formulas; the separator is the one that cuts its lines most alike.
pub fn read(text: &str, builder: &mut Builder) -> Result<(), Fault> {
    let separator = separator(text);
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(separator);
    // Spreadsheets put line breaks and quotes on the clipboard as in CSV; a cell that merely begins with a quote is rare.
    let mut record = csv::StringRecord::new();
    let mut reader = reader.from_reader(text.as_bytes());
    let mut row = 0;
    loop {
        // The reader steps over blank lines in silence, but they part a table from what stands around it. And a line
        // break within a cell begins no new row.
        row += blank_lines(text, usize::try_from(reader.position().byte()).unwrap_or(usize::MAX));
        let fault = |error: csv::Error| broken(SheetFlaw::NotCsv { error: error.to_string() });
        if !reader.read_record(&mut record).map_err(fault)? {
            return Ok(());
        }
        if record.len() > MAX_COLUMNS as usize {
            return Err(broken(SheetFlaw::LongRow { row: Nth(row as usize + 1), cells: record.len() }));
        }
        for (column, cell) in (0..).zip(&record) {
            let cell = unguard(cell.trim());
            if !cell.is_empty() {
                builder.set(Address::new(row, column), Value::Text(cell.into()))?;
            }
        }
        row += 1;
    }
}

/// How many blank lines stand at the byte `at`.
fn blank_lines(text: &str, at: usize) -> u32 {
    let Some(rest) = text.get(at..) else { return 0 };
    // The reader may stop in the middle of the end of a line.
    let rest = if text[..at].ends_with('\r') { rest.strip_prefix('\n').unwrap_or(rest) } else { rest };
    let blank = rest.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    u32::try_from(blank.filter(|&byte| byte == b'\n').count()).unwrap_or(u32::MAX)
}

/// Of tab, semicolon, comma and bar the one that cuts most of the first lines into equally many cells, more than one.
pub fn separator(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(50).collect();
    let score = |separator: char| {
        let counts = lines.iter().map(|line| {
            let mut quoted = false;
            let cuts = line.chars().filter(|&letter| {
                quoted ^= letter == '"';
                !quoted && letter == separator
            });
            cuts.count()
        });
        let counts: Vec<usize> = counts.collect();
        let alike = |count: usize| counts.iter().filter(|&&other| other == count).count();
        counts.iter().filter(|&&count| count > 0).map(|&count| (alike(count), count)).max().unwrap_or((0, 0))
    };
    // Of equals the one that stands less often in numbers and names.
    let best = ['|', ',', ';', '\t'].into_iter().max_by_key(|&separator| score(separator)).unwrap_or(',');
    u8::try_from(best).unwrap_or(b',')
}
