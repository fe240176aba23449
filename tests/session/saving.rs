//! Saving over what somebody else has written.

use std::fs;

use counterpoise::files::FileError;
use counterpoise::session::{Over, Session};
use tempfile::TempDir;

use crate::acts::Acts;
use crate::preset;

/// It is found out when it is written, by whoever writes, and nothing is lost by it.
#[test]
fn a_file_that_somebody_else_has_changed_is_not_written_over() {
    let place = TempDir::new().unwrap();
    let path = place.path().join("laptop.ron");
    preset("laptop").save_to(path.clone()).unwrap();
    let mut session = Session::open(&path).unwrap();
    let saving = session.saving_to(path.clone(), Over::Known);
    fs::write(&path, "somebody else's").unwrap();
    assert!(matches!(saving.write(), Err(FileError::Overtaken { .. })));
    assert_eq!(fs::read_to_string(&path).unwrap(), "somebody else's");
    // Told to, it is; and so is a file that is gone.
    session.save_to(path.clone()).unwrap();
    session.even_out().unwrap();
    fs::remove_file(&path).unwrap();
    let saved = session.saving_to(path.clone(), Over::Known).write().unwrap();
    session.was_saved(saved);
    assert!(!session.is_unsaved());
    assert!(session.saving_to(path, Over::Known).write().is_ok(), "what was written here is known");
}
