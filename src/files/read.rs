//! Bytes and text from files and standard input, never more than [`MAX_BYTES`].

use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::path::Path;

use super::words::Origin;
use super::{Fault, FileError};

/// The largest file that is read, in bytes: far above any decision, well within memory.
pub const MAX_BYTES: u64 = 512 << 20;

/// The bytes of the regular file at `path`.
pub fn file(path: &Path) -> Result<Vec<u8>, FileError> {
    let fail = |source| FileError::Read { path: path.into(), source };
    // Asked before opening: to open a pipe would wait for somebody to write into it.
    let metadata = fs::metadata(path).map_err(fail)?;
    if let Some(kind) = irregular(metadata.file_type()) {
        return Err(FileError::NotAFile { path: path.into(), kind });
    }
    if metadata.len() > MAX_BYTES {
        return Err(FileError::TooLarge { path: path.into() });
    }
    bounded(File::open(path).map_err(fail)?, path)
}

/// The bytes of standard input.
pub fn stdin() -> Result<Vec<u8>, FileError> {
    bounded(io::stdin().lock(), Path::new(Origin::StandardInput.text()))
}

/// `bytes` as text, without the byte order mark.
pub fn text(bytes: &[u8]) -> Result<&str, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line_start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        let line = before.split(|&byte| byte == b'\n').count();
        Fault::NotUtf8 { line, byte: 1 + before.len() - line_start }
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// What something is that is no regular file, as messages call it.
pub fn irregular(file_type: FileType) -> Option<&'static str> {
    if file_type.is_file() {
        return None;
    }
    if file_type.is_dir() {
        return Some("directory");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;
        if file_type.is_fifo() {
            return Some("pipe");
        }
        if file_type.is_socket() {
            return Some("socket");
        }
        if file_type.is_char_device() || file_type.is_block_device() {
            return Some("device");
        }
    }
    Some("other")
}

fn bounded(source: impl Read, path: &Path) -> Result<Vec<u8>, FileError> {
    let mut bytes = Vec::new();
    // The size that the system told may be outdated, and standard input has none.
    let read = source.take(MAX_BYTES + 1).read_to_end(&mut bytes);
    let read = read.map_err(|source| FileError::Read { path: path.into(), source })?;
    if read as u64 > MAX_BYTES {
        return Err(FileError::TooLarge { path: path.into() });
    }
    Ok(bytes)
}
