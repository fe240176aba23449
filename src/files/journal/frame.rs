//! One record of a journal: a head of sixteen bytes, then the content.
//!
//! The head is four little-endian words: length of the content in bytes, number of the record counted from 0, CRC-32 of
//! the content, CRC-32 of the three words before. That a head is checked by itself tells a record that was cut off from
//! one that was changed: only the last one can have been cut off.

use std::io::{self, Read as _, Seek, SeekFrom, Write};

use crc32fast::Hasher;
use serde::{Deserialize, Serialize};

pub const HEAD: usize = 16;

/// What is in a record behind the base.
#[derive(Serialize, Deserialize)]
pub struct Entry<E> {
    /// In milliseconds since 1970.
    pub at: u64,
    #[serde(rename = "is")]
    pub entry: E,
}

/// What lies at a place of a journal.
#[derive(Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// The content of a whole record, and where the next one begins.
    Record(&'a [u8], usize),
    /// The journal ends here.
    Nothing,
    /// A record was being written when everything ended.
    Torn,
    /// Something that is no record with this number.
    Damaged,
}

/// What lies at `at`, where record `number` is expected.
pub fn at(bytes: &[u8], at: usize, number: u32) -> Found<'_> {
    let rest = bytes.get(at..).unwrap_or_default();
    if rest.is_empty() {
        return Found::Nothing;
    }
    let Some((head, rest)) = rest.split_at_checked(HEAD) else { return Found::Torn };
    // A head is written last, and a disk that loses its power may have made room without filling it.
    if head.iter().all(|&byte| byte == 0) {
        return Found::Torn;
    }
    let word = |at: usize| u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    if word(12) != crc32fast::hash(&head[..12]) || word(4) != number {
        return Found::Damaged;
    }
    let length = word(0) as usize;
    match rest.get(..length) {
        None => Found::Torn,
        Some(content) if crc32fast::hash(content) == word(8) => Found::Record(content, at + HEAD + length),
        // Its head was written last: it has been whole, if only on its way to the disk.
        Some(_) => Found::Damaged,
    }
}

/// Writes record `number` at `at`, with what `fill` writes as its content, and returns where the next one begins. Nothing
/// is buffered when this returns.
pub fn write(
    file: &mut (impl Write + Seek),
    at: u64,
    number: u32,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<u64> {
    file.seek(SeekFrom::Start(at))?;
    let mut out = io::BufWriter::with_capacity(1 << 16, Summed { inner: &mut *file, crc: Hasher::new(), length: 0 });
    out.write_all(&[0; HEAD])?;
    out.flush()?;
    // The head does not count for the content.
    (out.get_mut().crc, out.get_mut().length) = (Hasher::new(), 0);
    fill(&mut out)?;
    out.flush()?;
    let (crc, length) = (out.get_ref().crc.clone().finalize(), out.get_ref().length);
    drop(out);
    let short = u32::try_from(length).map_err(|_| io::Error::from(io::ErrorKind::FileTooLarge))?;
    let mut head = [0; HEAD];
    for (place, word) in head.chunks_exact_mut(4).zip([short, number, crc]) {
        place.copy_from_slice(&word.to_le_bytes());
    }
    let own = crc32fast::hash(&head[..12]);
    head[12..].copy_from_slice(&own.to_le_bytes());
    file.seek(SeekFrom::Start(at))?;
    file.write_all(&head)?;
    Ok(at + HEAD as u64 + length)
}

/// Reads the first `most` bytes of what lies there.
pub fn beginning(file: &mut (impl io::Read + Seek), most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Counts and sums what goes through.
struct Summed<W> {
    inner: W,
    crc: Hasher,
    length: u64,
}

impl<W: Write> Write for Summed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.crc.update(&bytes[..written]);
        self.length += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
