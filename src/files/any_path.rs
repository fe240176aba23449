//! Paths as they are kept in settings and journals.

use std::ffi::OsString;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// A path that can be written down whatever its name is made of, which serde's own cannot where that is no UTF-8. What serde
/// has written is read too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct AnyPath(pub PathBuf);

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Text(String),
    /// What the system makes names of: bytes, on Windows words.
    Units(Vec<u16>),
}

impl From<AnyPath> for Written {
    fn from(path: AnyPath) -> Self {
        path.0.into_os_string().into_string().map_or_else(|name| Self::Units(units(&name)), Self::Text)
    }
}

impl From<Written> for AnyPath {
    fn from(written: Written) -> Self {
        Self(match written {
            Written::Text(text) => text.into(),
            Written::Units(units) => of_units(&units).into(),
        })
    }
}

#[cfg(unix)]
fn units(name: &OsString) -> Vec<u16> {
    std::os::unix::ffi::OsStrExt::as_bytes(&**name).iter().copied().map(u16::from).collect()
}

#[cfg(unix)]
fn of_units(units: &[u16]) -> OsString {
    // None that was written here is larger.
    let bytes = units.iter().filter_map(|unit| u8::try_from(*unit).ok()).collect();
    std::os::unix::ffi::OsStringExt::from_vec(bytes)
}

#[cfg(windows)]
fn units(name: &OsString) -> Vec<u16> {
    std::os::windows::ffi::OsStrExt::encode_wide(&**name).collect()
}

#[cfg(windows)]
fn of_units(units: &[u16]) -> OsString {
    std::os::windows::ffi::OsStringExt::from_wide(units)
}

/// Elsewhere names are texts.
#[cfg(not(any(unix, windows)))]
fn units(name: &OsString) -> Vec<u16> {
    name.to_string_lossy().encode_utf16().collect()
}

#[cfg(not(any(unix, windows)))]
fn of_units(units: &[u16]) -> OsString {
    String::from_utf16_lossy(units).into()
}

impl<P: Into<PathBuf>> From<P> for AnyPath {
    fn from(path: P) -> Self {
        Self(path.into())
    }
}

impl Deref for AnyPath {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}
