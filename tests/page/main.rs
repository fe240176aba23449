//! The exported page in a real browser. One test, so that one browser does for all of it.

#![expect(clippy::unwrap_used, reason = "a test may stop where it fails, in its helpers too")]

#[path = "../common/acts.rs"]
mod acts;
#[path = "../common/mod.rs"]
mod common;

mod access;
mod browser;
mod hostile;
mod large;
mod moves;

use std::path::PathBuf;

use browser::Browser;
use counterpoise::files::{self, Format, Task, presets};
use counterpoise::model::Document;

/// A browser, and a folder for the pages that it is shown.
struct Reader {
    browser: Browser,
    folder: tempfile::TempDir,
}

impl Reader {
    /// Exports a decision and opens its page.
    fn open(&self, document: &Document) {
        let path = self.path();
        files::export(&Task::of(document), Format::Html, &path).unwrap();
        self.browser.open(&path);
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("page.html")
    }

    /// Asserts that the page did nothing that it must not, and asked for nothing but itself.
    #[track_caller]
    fn assert_quiet(&self) {
        assert_eq!(self.browser.faults(), serde_json::json!([]));
        let own = format!("file://{}", self.path().display());
        let foreign: Vec<String> = self.browser.requests().into_iter().filter(|address| *address != own).collect();
        assert!(foreign.is_empty(), "requests: {foreign:?}");
    }
}

fn preset(id: &str) -> Document {
    presets::find(id).unwrap().document().unwrap()
}

#[test]
fn the_page_in_a_browser() {
    let reader = Reader { browser: Browser::start(), folder: tempfile::tempdir().unwrap() };
    moves::every_preset_starts_with_the_ranking_of_the_command_line(&reader);
    moves::every_preset_follows_weights_as_the_program_does(&reader);
    moves::any_decision_follows_weights_as_the_program_does(&reader);
    moves::keys_and_mouse_move_as_in_the_window(&reader);
    moves::a_page_saved_from_the_browser_opens_again(&reader);
    hostile::names_do_nothing_and_read_back_the_same(&reader);
    hostile::links_lead_only_to_pages_and_mailboxes(&reader);
    access::no_serious_fault_in_either_theme_at_any_width(&reader);
    access::the_keyboard_reaches_the_reason_of_a_score(&reader);
    access::a_new_leader_is_said_and_rows_glide_only_where_motion_is_wanted(&reader);
    large::a_large_matrix_opens_and_shows_any_option(&reader);
}
