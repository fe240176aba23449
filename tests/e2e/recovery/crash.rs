//! Killed, and started again.

use std::fs;

use super::{crash, even_out, kept, last_change, push, put, recovered, says, wait_for_change};
use crate::harness::Desk;

#[test]
fn what_comes_back_is_said_with_its_time_and_can_be_discarded_and_brought_back() {
    let desk = Desk::new();
    let file = put(&desk, "laptop.ron");
    let mut window = desk.open(&[&file]);
    let before = window.tree().order();
    even_out(&mut window);
    window.press(&["ctrl+shift+o"]);
    window.wait("a field for its name", |tree| tree.focus_text() == "New option");
    window.type_text("Spruce 11");
    window.press(&["Return"]);
    let after = wait_for_change(&mut window, "Rename New option to Spruce 11").order();
    crash(window);

    let mut window = desk.open(&[]);
    let tree = window.wait("what was recovered", recovered);
    assert_eq!(tree.order(), after);
    let text = tree.texts().into_iter().find(|text| text.starts_with("Recovered ")).unwrap();
    let time = text.strip_prefix("Recovered “laptop.ron”: 3 unsaved steps since ").unwrap();
    assert!(time.len() == "12:34.".len() && time.as_bytes()[2] == b':', "{text}");
    window.wait_for_title(|title| title == "• laptop.ron - Counterpoise");

    push(&mut window, "Discard");
    let tree = window.wait("discarded", |tree| says(tree, "What was recovered is discarded."));
    assert_eq!(tree.order(), before);
    push(&mut window, "Bring back");
    let tree = window.wait("brought back", recovered);
    assert_eq!(tree.order(), after);
    // Undo goes back beyond the crash, as far as the file.
    window.press(&["ctrl+z", "ctrl+z", "ctrl+z"]);
    window.wait_for_title(|title| title == "laptop.ron - Counterpoise");
    assert_eq!(window.tree().order(), before);
    // And forth again; what was recovered can still be discarded.
    window.press(&["ctrl+shift+z"]);
    let tree = wait_for_change(&mut window, "Even out the weights");
    assert!(recovered(&tree));
    push(&mut window, "Discard");
    window.wait("discarded", |tree| says(tree, "What was recovered is discarded."));
    window.press(&["ctrl+q"]);
    assert!(window.wait_for_end().success(), "nothing is unsaved");
    assert!(kept(&desk, "journal").is_empty());
}

#[test]
fn a_damaged_journal_is_read_as_far_as_it_is_sound_and_kept_aside() {
    let desk = Desk::new();
    let mut window = desk.open(&["laptop"]);
    even_out(&mut window);
    window.press(&["ctrl+shift+o", "Escape"]);
    wait_for_change(&mut window, "Add option");
    crash(window);
    let journal = kept(&desk, "journal").remove(0);
    let mut bytes = fs::read(&journal).unwrap();
    let at = bytes.windows(10).position(|part| part == b"Add option").unwrap();
    bytes[at] ^= 1;
    fs::write(&journal, &bytes).unwrap();

    let mut window = desk.open(&[]);
    let tree = window.wait("what was recovered", recovered);
    assert_eq!(last_change(&tree), "Even out the weights");
    let aside = kept(&desk, "damaged").remove(0);
    let said = format!("Some later steps could not be read; the whole journal is kept as {}.", aside.display());
    assert!(tree.texts().iter().any(|text| text.ends_with(&said)), "{:?}", tree.texts());
    assert_eq!(fs::read(aside).unwrap(), bytes);
    // Of one that is damaged from the beginning nothing can be said but that, and where it is.
    crash(window);
    let journal = kept(&desk, "journal").remove(0);
    fs::write(&journal, "nothing that anybody knows, and long enough to be something").unwrap();
    let mut window = desk.open(&[]);
    let aside = journal.with_added_extension("damaged");
    let said = format!("{} is damaged at its beginning and holds nothing that can be read.", aside.display());
    window.wait("that it is damaged", |tree| says(tree, &said));
}

#[test]
fn a_file_that_has_changed_since_is_said_and_not_overwritten() {
    let desk = Desk::new();
    let file = put(&desk, "laptop.ron");
    let mut window = desk.open(&[&file]);
    even_out(&mut window);
    crash(window);
    let changed = fs::read_to_string(&file).unwrap().replace("Birch 14", "Beech 14");
    fs::write(&file, &changed).unwrap();
    let mut window = desk.open(&[&file]);
    let tree = window.wait("what was recovered", recovered);
    let said = "Its file has been changed by somebody else since; saving will ask.";
    assert!(tree.texts().iter().any(|text| text.ends_with(said)), "{:?}", tree.texts());
    window.press(&["ctrl+s"]);
    push(&mut window, "Cancel");
    assert_eq!(fs::read_to_string(&file).unwrap(), changed);
}

#[test]
fn of_several_the_newest_comes_back_and_the_others_are_listed() {
    let desk = Desk::new();
    for name in ["one.ron", "two.ron", "three.ron"] {
        let mut window = desk.open(&[&put(&desk, name)]);
        even_out(&mut window);
        if name == "three.ron" {
            // What is in its file is no unsaved work.
            window.press(&["ctrl+s"]);
            window.wait_for_title(|title| title == "three.ron - Counterpoise");
        }
        crash(window);
    }
    let mut window = desk.open(&[]);
    window.wait("what was recovered", |tree| says(tree, "Recovered “two.ron”: 1 unsaved step since "));
    push(&mut window, "Keep");
    window.wait("the others", |tree| says(tree, "Unsaved work on other decisions was left too."));
    window.press(&["ctrl+k"]);
    window.wait("the palette", |tree| tree.focus().is_some_and(|(_, name)| name == "Find a command"));
    window.type_text("recover");
    window.wait("the command", |tree| tree.focus_text() == "recover");
    window.press(&["Return"]);
    let one = window.wait("a list", |tree| says(tree, "Unsaved work on these decisions was left"));
    let entries = one.labels(eframe::egui::accesskit::Role::Button);
    let entries: Vec<_> = entries.into_iter().filter(|label| label.contains(".ron, until ")).collect();
    assert!(matches!(entries[..], [one] if one.starts_with("one.ron, until ")), "{entries:?}");
    window.press(&["Return"]);
    push(&mut window, "Save");
    window.wait("the other one", |tree| says(tree, "Recovered “one.ron”: 1 unsaved step since "));
}
