//! Importing: what is shown before anything changes, what is open about it, and what comes of it.

use std::path::PathBuf;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key};
use rust_xlsxwriter::Workbook;
use tempfile::TempDir;

use crate::saving::NO_DIALOG;
use crate::{CTRL, CTRL_SHIFT, Window, open};

const TABLE: &str = "Cars of autumn,,,\n,,,\nModel,Price (EUR),Comfort,Remarks\nWeight,60%,40%,\n\
                     Fiesta,5490,good,blue\nCorsa,6500,fair,\nJazz,6489,good,dents\n";

fn spreadsheet(folder: &TempDir, csv: &str) -> PathBuf {
    let path = folder.path().join("cars.xlsx");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, line) in (0..).zip(csv.lines()) {
        for (column, cell) in (0..).zip(line.split(',')) {
            match cell.parse::<f64>() {
                Ok(number) => drop(sheet.write(row, column, number).unwrap()),
                Err(_) if cell.is_empty() => {}
                Err(_) => drop(sheet.write(row, column, cell).unwrap()),
            }
        }
    }
    workbook.save(&path).unwrap();
    path
}

#[track_caller]
fn import(window: &mut Window, path: &std::path::Path) {
    window.keys(CTRL_SHIFT, Key::I);
    assert!(window.says(NO_DIALOG));
    window.fill("Path", &path.display().to_string());
    window.button("Look at it");
    assert!(window.says("Import cars"));
}

#[test]
fn a_spreadsheet_is_looked_at_and_becomes_a_decision() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = open("laptop");
    import(&mut window, &spreadsheet(&folder, TABLE));
    assert!(window.says("3 options × 2 criteria"));
    assert!(window.has(Role::Cell, "B5 5490"), "the table itself is shown");
    assert_eq!(window.undo_label(), None, "nothing has changed yet");
    window.button("As a new decision");
    window.button("Open");
    assert!(window.session().document().about.title.contains("ars"));
    let document = window.session().document().clone();
    assert_eq!(window.names().0, ["Fiesta", "Corsa", "Jazz"]);
    assert_eq!(window.names().1, ["Price", "Comfort"]);
    let shares = document.outline().shares(&document.weights);
    assert!((shares[0] - 0.6).abs() < 1e-12, "{shares:?}");
    assert!(window.session().path().is_none(), "saving asks where to");
}

#[test]
fn what_a_column_is_for_can_be_changed() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = open("laptop");
    import(&mut window, &spreadsheet(&folder, TABLE));
    window.click(Role::ComboBox, "Column C: criterion");
    window.button("leave out");
    assert!(window.says("3 options × 1 criterion"));
    window.click(Role::ComboBox, "Row 6: option");
    window.button("leave out");
    assert!(window.says("2 options × 1 criterion"));
    window.button("As a new decision");
    window.button("Open");
    assert!(window.names().0.len() == 2);
    assert_eq!(window.names(), (vec!["Fiesta".into(), "Jazz".into()], vec!["Price".into()]));
}

#[test]
fn scores_are_updated_by_name_as_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = open("laptop");
    let before = window.session().document().clone();
    import(&mut window, &spreadsheet(&folder, "Option,Price\nAlder 13,1000\nBirch 14,890\nElm 13,700\n"));
    assert!(window.says("1 new option, 1 score changed"));
    assert!(window.says("Alder 13, Price: 1190 to 1000"));
    window.button("Import");
    assert_eq!(window.score("Alder 13", "Price"), "1000");
    assert_eq!(window.names().0.last().unwrap(), "Elm 13");
    assert!(window.undo_label().unwrap().starts_with("Import"));
    window.keys(CTRL, Key::Z);
    assert_eq!(window.session().document(), &before);
}

#[test]
fn scores_that_do_not_fit_are_named_and_nothing_is_imported() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = open("laptop");
    import(
        &mut window,
        &spreadsheet(&folder, "Option,Memory\nAlder 13,a lot\nBirch 14,a lot\nCedar 14,little\nLarch 15,little\n"),
    );
    assert!(window.says("Alder 13, Memory"));
    assert!(!window.has(Role::Button, "Import"));
    window.button("Cancel");
    assert_eq!(window.undo_label(), None);
}

/// Up to where the desktop is asked for what it holds, and no further: the answer is an event.
fn ask_for_the_clipboard(window: &mut Window) {
    window.keys(CTRL, Key::K);
    window.text("Import from the clipboard");
    window.harness.key_press(Key::Enter);
    let asked = (0..10).any(|_| {
        window.harness.step();
        window.commands().contains(&eframe::egui::ViewportCommand::RequestPaste)
    });
    assert!(asked);
}

#[test]
fn the_clipboard_is_imported_by_a_command() {
    let mut window = open("laptop");
    ask_for_the_clipboard(&mut window);
    window.event(Event::Paste("Model\tPrice (EUR)\tDoors\nFiesta\t5.490,00\t3\nCorsa\t6.500,00\t5\n".into()));
    assert!(window.says("Import the clipboard"));
    window.button("As a new decision");
    window.button("Open");
    assert_eq!(window.score("Fiesta", "Price"), "5490");
}

#[test]
fn a_copied_matrix_comes_back() {
    let mut window = open("laptop");
    let copied = window.session().matrix_text();
    let before = window.session().document().clone();
    ask_for_the_clipboard(&mut window);
    window.event(Event::Paste(copied));
    assert!(window.says("Import the clipboard"));
    assert!(window.says("nothing changes"), "it is all there already");
    window.button("As a new decision");
    window.button("Open");
    assert!(window.session().document().viewpoints.is_empty());
    assert_eq!(window.names().0.len(), before.alternatives.len());
    assert_eq!(window.session().model().ranking().order(), crate::preset("laptop").model().ranking().order());
}

#[test]
fn an_empty_clipboard_says_so() {
    let mut window = open("laptop");
    window.command("Import from the clipboard");
    assert!(window.says("The clipboard holds no text"));
    // A text that is pasted later goes to the matrix as ever.
    window.choose_first_cell();
    window.event(Event::Paste("900".into()));
    assert_eq!(window.undo_label().map(|label| label.contains("Paste")), Some(true));
}

#[test]
fn a_doubtful_spreadsheet_that_is_opened_is_shown_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = open("laptop");
    // Nothing says whether options are rows or columns.
    let path = spreadsheet(&folder, "x,Alpha,Beta\nGamma,1,2\nDelta,3,4\n");
    window.drop_files(&[&path]);
    assert!(window.says("Import cars"));
    let doubt = "nothing says whether the options are the rows or the columns";
    assert!(window.says(doubt));
    window.button("Options are columns");
    assert!(!window.says(doubt));
    window.button("Open");
    assert!(window.names().0 == ["Alpha", "Beta"]);
}

#[test]
fn what_is_no_table_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("empty.csv");
    std::fs::write(&path, "\n\n").unwrap();
    let mut window = open("laptop");
    window.keys(CTRL_SHIFT, Key::I);
    assert!(window.says(NO_DIALOG));
    window.fill("Path", &path.display().to_string());
    window.button("Look at it");
    assert!(window.says("there is nothing in it"));
    assert!(window.says("empty.csv"), "what was typed stays to be mended");
}

#[test]
fn words_are_taken_for_levels_where_the_user_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = open("laptop");
    import(&mut window, &spreadsheet(&folder, "Option,Price,Colour\nA,5,red\nB,6,3\nC,7,red\n"));
    assert!(window.says("\"red\" is not a number"));
    assert!(!window.has(Role::Button, "Open"));
    window.click(Role::ComboBox, "Column C: criterion");
    window.button("as levels: red < 3");
    assert!(window.says("3 options × 2 criteria"));
    window.button("As a new decision");
    window.button("Open");
    assert!(window.names().0 == ["A", "B", "C"]);
    assert_eq!(window.score("B", "Colour"), "3");
}

#[test]
fn a_csv_of_any_kind_that_is_opened_is_shown_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cars.csv");
    std::fs::write(&path, "Model;Price\nFiesta;5.490,00 €\nCorsa;6.500,00 €\n").unwrap();
    let mut window = open("laptop");
    window.drop_files(&[&path]);
    assert!(window.says("Import cars.csv"));
    window.fill("Title of the import", "Small cars");
    window.key(Key::Tab);
    window.button("Open");
    assert!(window.session().document().about.title == "Small cars");
    assert_eq!(window.score("Corsa", "Price"), "6500");
}

#[test]
fn decision_csv_with_a_mistake_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cars.csv");
    std::fs::write(&path, "option,Price\n#weight,1\nFiesta,cheap\n").unwrap();
    let mut window = open("laptop");
    window.drop_files(&[&path]);
    assert!(window.says("row 3 (\"Fiesta\"), column 2 (\"Price\")"));
}

#[test]
fn what_comes_in_waits_for_an_open_question() {
    let mut window = open("laptop");
    ask_for_the_clipboard(&mut window);
    // The question is open before the clipboard answers.
    window.harness.key_press_modifiers(CTRL, Key::E);
    window.harness.event(Event::Paste("Model\tPrice\nA\t1\nB\t2\n".into()));
    window.settle();
    assert!(window.says("Export the matrix") && !window.says("Import the clipboard"));
    window.key(Key::Escape);
    assert!(window.says("Import the clipboard"));
}
