//! Questions that must be answered before anything else.

mod export;
mod help;
mod import;
mod path;
mod presets;
mod question;
mod recover;
mod viewpoint;
pub(super) mod words;

use std::ops::Range;

use eframe::egui::{self, Id, Key, Margin, Ui};

pub use import::{Importing, Outcome};

use super::widgets::{hold_keys, select, walk_keys};
use crate::model;
use crate::session::{Left, Session, lifecycle};
use words::ButtonLabel;

/// A question that is none of a document's coming and going.
#[derive(Clone, Debug, PartialEq)]
pub enum Own {
    /// What crashes have left.
    Recover(Vec<Left>),
    Import(Box<Importing>),
    /// A name for a new viewpoint, or another one for `rename`.
    Viewpoint {
        rename: Option<model::Id>,
        text: String,
        fault: Option<String>,
    },
    Keys,
    About,
}

/// The question on the screen.
pub type Dialog = lifecycle::Dialog<Box<Session>, Own>;

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    To(lifecycle::Answer),
    Recover(Left),
    /// What is shown, as it is shown.
    Import,
    SaveViewpoint(String),
    RenameViewpoint(model::Id, String),
}

impl Answer {
    const CANCEL: Self = Self::To(lifecycle::Answer::Cancel);
}

/// Shows the question. None while it is open.
pub fn dialog_ui(ui: &mut Ui, dialog: &mut Dialog, session: &Session) -> Option<Answer> {
    let mut answer = None;
    let frame = egui::Frame::window(ui.style());
    // Each kind has a size of its own: egui keeps the last one for the next time.
    let own = if let Dialog::Own(own, _) = dialog { Some(std::mem::discriminant(own)) } else { None };
    let id = Id::unique(("dialog", std::mem::discriminant(dialog), own));
    let modal = egui::Modal::new(id).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(width(dialog).min(ui.ctx().content_rect().width() - 80.0));
        ui.spacing_mut().item_spacing.y = 8.0;
        answer = match dialog {
            Dialog::Unsaved(_) => question::unsaved_ui(ui, session),
            Dialog::Changed(_) => question::changed_ui(ui, session),
            Dialog::Replace { path, .. } => question::replace_ui(ui, path),
            Dialog::Trouble { title, text } => question::trouble_ui(ui, title.text(), text),
            Dialog::Path { purpose, text, fault, .. } => path::path_ui(ui, *purpose, text, fault),
            Dialog::Presets(_) => presets::presets_ui(ui),
            Dialog::Export => export::export_ui(ui),
            Dialog::Own(Own::Recover(left), _) => recover::recover_ui(ui, left),
            Dialog::Own(Own::Import(importing), _) => import::import_ui(ui, importing, session),
            Dialog::Own(Own::Viewpoint { rename, text, fault }, _) => {
                viewpoint::viewpoint_ui(ui, session, *rename, text, fault)
            }
            Dialog::Own(Own::Keys, _) => help::keys_ui(ui),
            Dialog::Own(Own::About, _) => help::about_ui(ui),
        };
    });
    answer.or_else(|| modal.should_close().then_some(Answer::CANCEL))
}

fn width(dialog: &Dialog) -> f32 {
    match dialog {
        Dialog::Presets(_) | Dialog::Own(Own::Recover(_), _) => 560.0,
        Dialog::Own(Own::Keys, _) => 520.0,
        Dialog::Export => 620.0,
        Dialog::Own(Own::Import(_), _) => 980.0,
        _ => 420.0,
    }
}

/// Buttons at the foot of a dialog, the one that Enter presses first: the action, unless there is none but to leave.
/// Returns which was pressed.
fn buttons_ui(ui: &mut Ui, names: &[ButtonLabel]) -> Option<usize> {
    let mut pressed = None;
    // Below a list of choices the first of those is where the keyboard begins.
    let nobody = names != [ButtonLabel::Cancel] && has_nobody(ui);
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        for (i, name) in names.iter().enumerate() {
            let acts = i == 0 && *name != ButtonLabel::Cancel;
            let text = name.text();
            let button = if acts { super::shell::primary_button(ui, text) } else { ui.button(text) };
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

/// One of several choices: its name, and below it what it is. `spoken` is what a screen reader hears.
struct Choice<'a> {
    name: &'a str,
    note: &'a str,
    spoken: &'a str,
}

/// How far Page up and Page down go in a list of choices.
const PAGE: usize = 5;

/// A list of choices to walk with the arrows, as wide as there is room. The first takes the keyboard where nothing has it.
/// Returns which was chosen.
fn choices_ui<'a>(ui: &mut Ui, choices: impl ExactSizeIterator<Item = Choice<'a>>) -> Option<usize> {
    let list = ui.unique_id();
    let id = |at: usize| list.with(("choice", at));
    let (count, nobody) = (choices.len(), has_nobody(ui));
    let (mut chosen, mut target) = (None, nobody.then_some(0));
    let focused = ui.memory(egui::Memory::focused);
    if let Some(at) = (0..count).find(|at| focused == Some(id(*at))) {
        hold_keys(ui, id(at), egui::EventFilter { vertical_arrows: true, ..egui::EventFilter::default() });
        let walk = walk_keys(ui);
        let to = walk.steps.iter().fold(at, |at, step| step.from(at, count, PAGE));
        target = (!walk.steps.is_empty()).then_some(to);
        chosen = walk.enter.then_some(to);
    }
    egui::ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (at, choice) in choices.enumerate() {
            let response = choice_ui(ui, id(at), &choice);
            if target == Some(at) {
                response.request_focus();
                response.scroll_to_me(None);
            }
            if response.clicked() {
                chosen = Some(at);
            }
        }
    });
    chosen
}

fn choice_ui(ui: &mut Ui, id: Id, choice: &Choice<'_>) -> egui::Response {
    let frame = egui::Frame::new().inner_margin(Margin::symmetric(12, 8)).corner_radius(super::theme::RADIUS);
    let inner = frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.label(super::theme::strong(choice.name));
        ui.label(egui::RichText::new(choice.note).small().weak());
    });
    let response = ui.interact(inner.response.rect, id, egui::Sense::click());
    if response.hovered() || response.has_focus() {
        let tokens = super::theme::tokens(ui.ctx());
        let color = if response.has_focus() { *tokens.accent } else { *tokens.control };
        let outline = egui::Stroke::new(if response.has_focus() { 1.5 } else { 1.0 }, color);
        ui.painter().rect_stroke(response.rect, super::theme::RADIUS, outline, egui::StrokeKind::Inside);
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, choice.spoken));
    response
}
