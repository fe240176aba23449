//! What a file really is, whatever its extension says, and whether a zip archive is safe to open.

use std::io::{self, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::flaw::SheetFlaw;
use super::workbook::broken;
use crate::files::Fault;

/// More than this is not taken out of one part of an archive, and of all parts together.
const MAX_PART: u64 = 256 << 20;
const MAX_ALL: u64 = 640 << 20;
/// More parts than this has no spreadsheet of a decision.
const MAX_PARTS: usize = 10_000;

/// What the first bytes of a file say that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Xlsx,
    Ods,
    /// The old binary format of Excel.
    Xls,
    /// A container that holds a spreadsheet behind a password.
    Encrypted,
    /// The binary variant of .xlsx, which is not read.
    Xlsb,
    Html,
    Text,
    /// Some other zip archive, such as a document of a word processor.
    OtherZip,
    OtherBinary,
}

impl Kind {
    /// What messages call it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
            Self::Xls => "xls",
            Self::Encrypted => "encrypted",
            Self::Xlsb => "xlsb",
            Self::Html => "html",
            Self::Text => "text",
            Self::OtherZip => "zip",
            Self::OtherBinary => "binary",
        }
    }

    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return of_zip(bytes);
        }
        if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
            return of_compound(bytes);
        }
        // Old Excel files without a container begin with the mark of a substream.
        if bytes.starts_with(&[0x09, 0x08]) || bytes.starts_with(&[0x09, 0x04]) || bytes.starts_with(&[0x09, 0x02]) {
            return Self::OtherBinary;
        }
        let is_wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
        let head = &bytes[..bytes.len().min(4096)];
        if head.contains(&0) && !is_wide {
            return Self::OtherBinary;
        }
        let start = String::from_utf8_lossy(head).trim_start_matches('\u{feff}').trim_start().to_lowercase();
        let is_page = ["<!doctype html", "<html", "<table", "<head", "<body", "<meta"];
        if is_page.iter().any(|tag| start.starts_with(tag)) || start.starts_with("<?xml") && start.contains("<html") {
            return Self::Html;
        }
        Self::Text
    }
}

fn of_zip(bytes: &[u8]) -> Kind {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Kind::OtherZip };
    let names: Vec<String> = (0..archive.len().min(MAX_PARTS))
        .filter_map(|at| name_at(&mut archive, at))
        .map(|name| name.to_lowercase())
        .collect();
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    if has("[content_types].xml") && has("xl/workbook.bin") {
        return Kind::Xlsb;
    }
    if has("mimetype") && has("content.xml") {
        let mut mime = String::new();
        if let Ok(part) = archive.by_name("mimetype") {
            let _ = part.take(200).read_to_string(&mut mime);
        }
        return if mime.trim().starts_with("application/vnd.oasis.opendocument.spreadsheet") {
            Kind::Ods
        } else {
            Kind::OtherZip
        };
    }
    let is_spreadsheet = has("[content_types].xml") && names.iter().any(|name| name.starts_with("xl/"));
    let is_other = names.iter().any(|name| name.starts_with("word/") || name.starts_with("ppt/"));
    if is_spreadsheet || has("_rels/.rels") && !is_other { Kind::Xlsx } else { Kind::OtherZip }
}

fn of_compound(bytes: &[u8]) -> Kind {
    let Ok(file) = cfb::CompoundFile::open(Cursor::new(bytes)) else { return Kind::Xls };
    if file.exists("/EncryptedPackage") {
        return Kind::Encrypted;
    }
    if file.exists("/Workbook") || file.exists("/Book") { Kind::Xls } else { Kind::OtherBinary }
}

fn name_at(archive: &mut ZipArchive<Cursor<&[u8]>>, at: usize) -> Option<String> {
    archive.by_index_raw(at).ok()?.name().ok().map(std::borrow::Cow::into_owned)
}

/// The size of the largest part of a zip archive, in bytes as they are once taken out.
///
/// Every part is taken out once and counted, because what an archive says of the sizes may be a lie; readers take the
/// parts into memory afterwards, as they are.
pub fn check_zip(bytes: &[u8]) -> Result<u64, Fault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > MAX_PARTS {
        return Err(broken(SheetFlaw::ManyParts { most: MAX_PARTS }));
    }
    let (mut all, mut largest) = (0, 0);
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|error| damaged(&error))?;
        let name = part.name().map(std::borrow::Cow::into_owned).unwrap_or_default();
        let is_strings = name.to_lowercase().ends_with("sharedstrings.xml");
        let mut counted = Counted { source: part, read: 0, room: MAX_PART.min(MAX_ALL - all) };
        let said = if is_strings { said_strings(&mut counted) } else { 0 };
        let copied = io::copy(&mut counted, &mut io::sink());
        let size = counted.read;
        if size > counted.room {
            return Err(broken(SheetFlaw::LargePart { bytes: size, name }));
        }
        copied.map_err(|error| damaged(&error))?;
        // A string takes five bytes at least. Readers make room for as many as are announced.
        if said > size / 5 {
            return Err(broken(SheetFlaw::AnnouncesTooMuch));
        }
        all += size;
        largest = largest.max(size);
    }
    Ok(largest)
}

/// How many different texts a part with shared texts says that it has.
fn said_strings(part: &mut impl Read) -> u64 {
    let mut reader = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                let mut attributes = tag.attributes();
                let counts = attributes.with_checks(false).flatten();
                let counts = counts.filter(|attribute| attribute.key.as_ref() == "uniqueCount");
                return counts.filter_map(|attribute| attribute.value.trim().parse().ok()).max().unwrap_or(0);
            }
            Ok(Event::Eof) | Err(_) => return 0,
            Ok(_) => {}
        }
    }
}

/// Counts what is read, and stops one byte beyond the room there is.
struct Counted<R> {
    source: R,
    read: u64,
    room: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from((self.room + 1).saturating_sub(self.read)).unwrap_or(usize::MAX);
        let length = buffer.len().min(left);
        let read = self.source.read(&mut buffer[..length])?;
        self.read += read as u64;
        Ok(read)
    }
}

/// The fault of a file that cannot be taken apart; `error` is what a library says of it.
pub fn damaged(error: &dyn std::fmt::Display) -> Fault {
    broken(SheetFlaw::Damaged { error: error.to_string() })
}
