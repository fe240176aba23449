//! Questions that must be answered before anything else.

mod export;
mod help;
mod import;
mod path;
mod presets;
mod question;
mod recover;
mod viewpoint;

use std::ops::Range;
use std::path::PathBuf;

use eframe::egui::{self, Id, Key, Margin, Ui};

pub use import::{Importing, Outcome};

use super::jobs::Purpose;
use super::widgets::select;
use crate::files::Format;
use crate::model;
use crate::session::{Left, Session};

/// The question on the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Something is unsaved, and about to be replaced.
    Unsaved(Then),
    /// The file has changed on disk since it was read.
    Changed(Then),
    /// A file of that name is there already.
    Replace {
        path: PathBuf,
        purpose: Purpose,
        /// True where the path was typed in the window itself.
        typed: bool,
    },
    /// A path to type, where the desktop shows no dialog.
    Path {
        purpose: Purpose,
        text: String,
        fault: Option<String>,
    },
    Presets,
    /// What crashes have left.
    Recover(Vec<Left>),
    Export,
    Import(Box<Importing>),
    /// A name for a new viewpoint, or another one for `rename`.
    Viewpoint {
        rename: Option<model::Id>,
        text: String,
        fault: Option<String>,
    },
    Trouble {
        title: String,
        text: String,
    },
    Keys,
    About,
}

/// What to do once nothing can be lost any more.
#[derive(Clone, Debug, PartialEq)]
pub enum Then {
    Stay,
    Quit,
    Open,
    OpenFile(PathBuf),
    /// Shows the file that has been read meanwhile.
    Arrived,
    /// Brings back what a crash has left.
    Recover(Left),
    New,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Cancel,
    Save(Then),
    Discard(Then),
    /// Write over what is there.
    Overwrite(Then),
    SaveAs(Then),
    Write(PathBuf, Purpose),
    /// A typed path.
    Chosen(PathBuf, Purpose),
    Preset(&'static str),
    Recover(Left),
    Export(Format),
    /// What is shown, as it is shown.
    Import,
    SaveViewpoint(String),
    RenameViewpoint(model::Id, String),
}

/// Shows the question. None while it is open.
pub fn dialog_ui(ui: &mut Ui, dialog: &mut Dialog, session: &Session) -> Option<Answer> {
    let mut answer = None;
    let frame = egui::Frame::window(ui.style());
    // Each kind has a size of its own: egui keeps the last one for the next time.
    let id = Id::unique(("dialog", std::mem::discriminant(dialog)));
    let modal = egui::Modal::new(id).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(width(dialog).min(ui.ctx().content_rect().width() - 80.0));
        ui.spacing_mut().item_spacing.y = 8.0;
        answer = match dialog {
            Dialog::Unsaved(then) => question::unsaved_ui(ui, session, then),
            Dialog::Changed(then) => question::changed_ui(ui, session, then),
            Dialog::Replace { path, purpose, .. } => question::replace_ui(ui, path, *purpose),
            Dialog::Trouble { title, text } => question::trouble_ui(ui, title, text),
            Dialog::Path { purpose, text, fault } => path::path_ui(ui, *purpose, text, fault),
            Dialog::Presets => presets::presets_ui(ui),
            Dialog::Recover(left) => recover::recover_ui(ui, left),
            Dialog::Export => export::export_ui(ui),
            Dialog::Import(importing) => import::import_ui(ui, importing, session),
            Dialog::Viewpoint { rename, text, fault } => viewpoint::viewpoint_ui(ui, session, *rename, text, fault),
            Dialog::Keys => help::keys_ui(ui),
            Dialog::About => help::about_ui(ui),
        };
    });
    answer.or_else(|| modal.should_close().then_some(Answer::Cancel))
}

fn width(dialog: &Dialog) -> f32 {
    match dialog {
        Dialog::Presets | Dialog::Recover(_) => 560.0,
        Dialog::Keys => 520.0,
        Dialog::Export => 620.0,
        Dialog::Import(_) => 980.0,
        _ => 420.0,
    }
}

/// Buttons at the foot of a dialog, the one that Enter presses first: the action, unless there is none but to leave.
/// Returns which was pressed.
fn buttons_ui(ui: &mut Ui, names: &[&str]) -> Option<usize> {
    let mut pressed = None;
    // Below a list of choices the first of those is where the keyboard begins.
    let nobody = names != ["Cancel"] && has_nobody(ui);
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        for (i, name) in names.iter().enumerate() {
            let acts = i == 0 && *name != "Cancel";
            let button = if acts { super::shell::primary_button(ui, name) } else { ui.button(*name) };
            if i == 0 && nobody {
                button.request_focus();
            }
            if button.clicked() {
                pressed = Some(i);
            }
        }
    });
    pressed
}

/// True where nothing has the keyboard. To be asked before the first choice is drawn: while Tab hands the keyboard on
/// nothing has it either.
fn has_nobody(ui: &Ui) -> bool {
    ui.memory(|memory| memory.focused().is_none())
}

/// True when Enter was pressed in the text field of a dialog, which else takes the keyboard when nothing has it: then with
/// `marked` of its letters chosen, to be typed anew.
fn entered(ui: &Ui, field: &egui::Response, marked: Range<usize>) -> bool {
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !entered && has_nobody(ui) {
        field.request_focus();
        select(ui.ctx(), field.id, marked);
    }
    entered
}

/// One of several choices, as wide as there is room: its name, and below it what it is. `spoken` is what a screen reader
/// hears. Where `nobody` has the keyboard, this one takes it.
fn choice_ui(ui: &mut Ui, name: &str, note: &str, spoken: &str, nobody: &mut bool) -> egui::Response {
    let frame = egui::Frame::new().inner_margin(Margin::symmetric(12, 8)).corner_radius(super::theme::RADIUS);
    let inner = frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.label(super::theme::strong(name));
        ui.label(egui::RichText::new(note).small().weak());
    });
    let response = ui.interact(inner.response.rect, Id::unique(("choice", spoken)), egui::Sense::click());
    if std::mem::take(nobody) {
        response.request_focus();
    }
    if response.hovered() || response.has_focus() {
        let tokens = super::theme::tokens(ui.ctx());
        let color = if response.has_focus() { *tokens.accent } else { *tokens.control };
        let outline = egui::Stroke::new(if response.has_focus() { 1.5 } else { 1.0 }, color);
        ui.painter().rect_stroke(response.rect, super::theme::RADIUS, outline, egui::StrokeKind::Inside);
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, spoken));
    response
}
