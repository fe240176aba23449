//! Exporting beside the window: what is written, what is called off, what happens on closing meanwhile.

use counterpoise::files::{self, Format};
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use tempfile::TempDir;

use crate::saving::NO_DIALOG;
use crate::{CTRL, CTRL_SHIFT, Setup, Window, large, open};

/// So large that it takes longer to write than a frame to draw.
fn large() -> Window {
    let document = large::document(60_000, 12, &|kind, i| format!("{kind} {i}"), 0);
    Setup::default().open(counterpoise::session::Session::new(document))
}

#[track_caller]
fn export(window: &mut Window, format: Format, path: &std::path::Path) {
    window.keys(CTRL, Key::E);
    let named = format!("{} .{}: ", format.name(), format.extension());
    window.harness.get_by(|node| node.label().is_some_and(|label| label.starts_with(&named))).click();
    window.settle();
    assert!(window.says(NO_DIALOG));
    window.fill("Path", &path.display().to_string());
    window.node(Role::Button, "Export").click();
    window.run();
}

#[test]
fn every_format_that_is_written_is_offered_and_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = open("laptop");
    for format in Format::ALL.into_iter().filter(|format| format.can_write()) {
        let path = folder.path().join(format!("laptop.{}", format.extension()));
        export(&mut window, format, &path);
        window.settle();
        assert!(window.says(&format!("Exported to {}", path.display())));
        let task = files::Task::of(window.session().document());
        let same = std::fs::read(&path).unwrap() == files::to_bytes(&task, format).unwrap();
        assert!(same, "{}", format.name());
    }
}

fn is_empty(folder: &TempDir) -> bool {
    std::fs::read_dir(folder.path()).unwrap().next().is_none()
}

#[test]
fn a_long_export_is_called_off() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = large();
    export(&mut window, Format::Csv, &folder.path().join("large.csv"));
    assert!(window.says("Exporting to large.csv"));
    assert!(window.says("% of the export"));
    window.button("Cancel");
    assert!(window.says("Nothing was written"));
    assert!(is_empty(&folder));
    assert!(!window.says("Exporting to"));
}

#[test]
fn the_window_closes_when_the_export_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.csv");
    let mut window = large();
    export(&mut window, Format::Csv, &path);
    assert!(window.close(), "half a file is no file");
    assert!(window.says("closes when the export is written"));
    let closes = (0..2000).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(5));
        window.harness.step();
        window.commands().contains(&eframe::egui::ViewportCommand::Close)
    });
    assert!(closes);
    assert_eq!(files::load(&path).unwrap().alternatives.len(), 60_000);
}

#[test]
fn what_is_changed_while_the_window_waits_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = large();
    export(&mut window, Format::Csv, &folder.path().join("large.csv"));
    window.close();
    window.keys(CTRL_SHIFT, Key::E);
    assert!(window.says("Save the changes?"));
    assert!(window.session().is_unsaved());
}
