//! Writing a file all at once or not at all.

use std::fs::{self, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::words::LinksInACircle;
use super::{FileError, read};

/// How many symbolic links are followed before they count as a circle: what Linux itself does.
const MAX_LINKS: usize = 40;

/// Lets `fill` write what the file at `path` shall hold.
///
/// It goes to a temporary file in the same directory, which takes the place of the old file only when everything is on
/// the disk: after any failure, and after a power cut, there is either the old content or the new. An existing file
/// keeps its permissions, and one that may not be written is not replaced; a symbolic link stays and its target is
/// written. Hard links to the old file keep the old content.
pub fn write(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), FileError> {
    let fail = |source| FileError::writing(path, source);
    let target = follow_links(path).map_err(fail)?;
    let old = match fs::metadata(&target) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(fail(error)),
    };
    if let Some(kind) = old.as_ref().and_then(|old| read::irregular(old.file_type())) {
        return Err(FileError::NotAFile { path: path.into(), kind });
    }
    replace(&target, old.map(|old| old.permissions()), fill).map_err(fail)
}

fn replace(
    target: &Path,
    permissions: Option<fs::Permissions>,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let directory = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".counterpoise-").suffix(".tmp");
    #[cfg(unix)]
    {
        // What a newly made file usually has; the system takes off what the user's umask forbids.
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    if permissions.is_some() {
        // A rename asks only for the directory's permission; this asks for the file's.
        OpenOptions::new().write(true).open(target)?;
    }
    let temporary = builder.tempfile_in(directory)?;
    let mut out = BufWriter::new(temporary.as_file());
    fill(&mut out)?;
    out.flush()?;
    drop(out);
    if let Some(permissions) = permissions {
        temporary.as_file().set_permissions(permissions)?;
    }
    temporary.as_file().sync_all()?;
    temporary.persist(target)?;
    // The new name is on the disk once the directory is. Some file systems cannot sync a directory; the file itself is
    // complete by now, so that is no failure.
    #[cfg(unix)]
    let _ = fs::File::open(directory).and_then(|directory| directory.sync_all());
    Ok(())
}

/// The file that `path` stands for, which need not exist.
fn follow_links(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_path_buf();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&path) {
            // A relative link counts from the directory that holds it; joining an absolute one replaces the path.
            Ok(link) => path = path.parent().unwrap_or(Path::new("")).join(link),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other(LinksInACircle))
}
