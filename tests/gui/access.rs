//! Names for everything, at every size; and rest while nothing happens.

use counterpoise::model::Document;
use counterpoise::session::Session;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::{CTRL, CTRL_SHIFT, Setup, Window, open, open_document, preset, put};

/// Chooses each kind of place in turn. Settling checks the names.
fn each_spot(window: &mut Window) {
    let document = window.session().document().clone();
    window.keys(CTRL, Key::Num2);
    for prefix in ["The decision", "Option ", "Group ", "Criterion "] {
        let first = window
            .harness
            .query_all_by_role(Role::Button)
            .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(prefix)));
        if let Some(node) = first {
            node.click();
            window.settle();
        }
    }
    let (Some(option), Some(leaf)) = (document.alternatives.first(), document.leaves().first().copied()) else {
        return;
    };
    if window.has(Role::Cell, &format!("{} of {}", leaf.name, option.name)) {
        window.click_cell(&option.name, &leaf.name);
    }
}

fn each_dialog(window: &mut Window) {
    for command in ["New from preset", "Export…", "Save viewpoint", "Keys", "About Counterpoise"] {
        window.command(command);
        window.key(Key::Escape);
    }
    window.keys(CTRL, Key::K);
    window.key(Key::Escape);
    for menu in ["File", "Edit", "View", "Weights", "Help"] {
        let menus = window.harness.query_all_by_role_and_label(Role::Button, menu);
        // In a narrow window "Weights" is a tab as well; the menu comes first.
        let Some(menu) = menus.into_iter().next() else { continue };
        menu.click();
        window.settle();
        window.key(Key::Escape);
    }
}

#[test]
fn everything_has_a_name() {
    let mut window = open("laptop");
    each_spot(&mut window);
    each_dialog(&mut window);
    for number in [Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
        window.keys(CTRL, number);
    }
}

#[test]
fn everything_has_a_name_in_an_empty_document() {
    let mut window = open_document(Document::default());
    each_spot(&mut window);
    each_dialog(&mut window);
}

#[test]
fn everything_has_a_name_in_a_narrow_window() {
    let mut window = Setup { size: vec2(700.0, 500.0), ..Setup::default() }.open(preset("security-guarantee"));
    each_spot(&mut window);
    each_dialog(&mut window);
    for number in [Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
        window.keys(CTRL, number);
    }
}

#[test]
fn everything_has_a_name_at_twice_the_size() {
    let mut window = open("security-guarantee");
    for _ in 0..5 {
        window.keys(CTRL, Key::Plus);
    }
    assert!(window.says("200\u{202f}%"));
    each_spot(&mut window);
    each_dialog(&mut window);
    window.keys(CTRL, Key::Num0);
    assert!(window.says("100\u{202f}%"));
}

#[test]
fn the_smallest_window_bears_the_largest_type() {
    let mut window = Setup { size: vec2(420.0, 300.0), ..Setup::default() }.open(preset("security-guarantee"));
    for _ in 0..12 {
        window.keys(CTRL, Key::Plus);
    }
    for number in [Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
        window.keys(CTRL, number);
    }
}

/// In a narrow window the weights take the place of the matrix, and the way to them is the same.
/// With the last change and the way back, and with a message in their place.
#[test]
fn nothing_in_the_bar_at_the_bottom_lies_over_anything_else() {
    let folder = tempfile::tempdir().unwrap();
    for width in [190.0, 260.0, 340.0, 430.0, 520.0, 610.0, 1280.0] {
        let size = vec2(width, 400.0);
        let file = put(&folder, "laptop", "a-decision-with-rather-a-long-name.ron");
        let mut window = Setup { size, ..Setup::default() }.open(Session::open(&file).unwrap());
        for keys in [Key::E, Key::R] {
            window.keys(CTRL_SHIFT, keys);
            let middle = size.y - 13.5;
            let labels = window.harness.query_all_by_role(Role::Label);
            let inside = labels.filter(|node| (node.rect().center().y - middle).abs() < 1.5);
            let mut places: Vec<_> =
                inside.map(|node| (node.rect().left(), node.rect().right(), node.value())).collect();
            places.sort_by(|one, other| one.0.total_cmp(&other.0));
            assert!(places.len() > 1, "{width}: {places:?}");
            for pair in places.windows(2) {
                assert!(pair[0].1 <= pair[1].0 + 0.5, "{width}: {pair:?}");
            }
            assert!(places.iter().all(|place| place.0 >= 0.0 && place.1 <= width), "{width}: {places:?}");
        }
    }
}

#[test]
fn a_narrow_window_shows_one_part_at_a_time() {
    let mut window = Setup { size: vec2(700.0, 500.0), ..Setup::default() }.open(preset("security-guarantee"));
    assert!(window.harness.query_all_by_role(Role::Slider).next().is_none());
    window.click(Role::Tab, "Weights");
    assert!(window.harness.query_all_by_role(Role::Slider).next().is_some());
    window.click(Role::Tab, "Ranking");
    assert!(window.says("1 Military modernization: "));
    window.keys(CTRL, Key::Num1);
    assert!(window.focused().is_some(), "Ctrl+1 puts the keyboard on the first weight");
}

/// At 300 % there is no room for four tabs in 420 points.
#[test]
fn a_tab_without_room_waits_behind_the_last_one() {
    let mut window = Setup { size: vec2(420.0, 600.0), ..Setup::default() }.open(preset("security-guarantee"));
    for _ in 0..12 {
        window.keys(CTRL, Key::Plus);
    }
    assert!(!window.has(Role::Tab, "Ranking"));
    window.button("More views");
    let entry = |node: &egui_kittest::Node<'_>| {
        let role = node.accesskit_node().role();
        let named = node.accesskit_node().label().is_some_and(|label| label.starts_with("Ranking"));
        named && matches!(role, Role::Button | Role::MenuItem)
    };
    window.harness.root().children_recursive().find(entry).unwrap().click();
    window.settle();
    assert!(window.has(Role::Tab, "Ranking"), "the chosen one is always in sight");
    assert!(window.says("1 Military modernization: "));
    window.keys(CTRL, Key::Num2);
    assert!(window.has(Role::Tab, "Matrix"));
}

#[test]
fn nothing_repaints_while_nothing_happens() {
    let mut window = open("security-guarantee");
    let idle = |window: &mut Window| {
        window.settle();
        window.harness.step();
        let delay = window.harness.output().viewport_output[&eframe::egui::ViewportId::ROOT].repaint_delay;
        assert!(delay > std::time::Duration::from_mins(1), "another frame is asked for after {delay:?}");
        assert!(!window.harness.ctx.has_requested_repaint());
    };
    idle(&mut window);
    window.keys(CTRL, Key::Num1);
    window.key(Key::ArrowRight);
    // One more frame ends what keys have moved, once they pause.
    for _ in 0..12 {
        window.harness.step();
    }
    idle(&mut window);
    each_spot(&mut window);
    idle(&mut window);
    window.keys(CTRL, Key::K);
    idle(&mut window);
    window.key(Key::Escape);
    window.text("plenty");
    window.key(Key::Enter);
    idle(&mut window);
}
