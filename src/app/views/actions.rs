//! What can be done to a place of the matrix: the same in its context menu, in its details, and in the menu bar.

use eframe::egui::{Popup, Response, Ui};

use super::Spot;
use super::words::PlaceLabel;
use crate::app::command::Command;
use crate::app::outbox::Outbox;
use crate::session::Session;

/// The commands for a place, under names that fit it.
#[must_use]
pub fn actions(spot: Spot) -> &'static [(Command, PlaceLabel)] {
    use PlaceLabel as P;
    match spot {
        Spot::Corner => &[
            (Command::DescribeDecision, P::DescribeDecision),
            (Command::AddOption, P::AddOption),
            (Command::AddCriterion, P::AddCriterion),
            (Command::AddGroup, P::AddGroup),
        ],
        Spot::Option(_) => &[
            (Command::Rename, P::Rename),
            (Command::AddOption, P::AddOption),
            (Command::Duplicate, P::Duplicate),
            (Command::MoveBack, P::MoveUp),
            (Command::MoveForward, P::MoveDown),
            (Command::MarkBaseline, P::BaselineOption),
            (Command::Delete, P::Delete),
        ],
        Spot::Group(_) | Spot::Criterion(_) => &[
            (Command::Rename, P::Rename),
            (Command::AddCriterion, P::AddCriterion),
            (Command::AddGroup, P::AddGroup),
            (Command::Duplicate, P::Duplicate),
            (Command::MoveBack, P::MoveLeft),
            (Command::MoveForward, P::MoveRight),
            (Command::MoveIn, P::IntoGroup),
            (Command::MoveOut, P::OutOfGroup),
            (Command::Delete, P::Delete),
        ],
        Spot::Cell(..) => &[(Command::Rename, P::EditScore), (Command::Delete, P::ClearScore)],
    }
}

/// True where a command on the chosen place can do something.
#[must_use]
pub fn is_possible(session: &Session, spot: Spot, command: Command) -> bool {
    let document = session.document();
    match command {
        Command::Duplicate => !matches!(spot, Spot::Corner | Spot::Cell(..)),
        Command::MoveBack => among(session, spot).is_some_and(|(at, _)| at > 0),
        Command::MoveForward => among(session, spot).is_some_and(|(at, count)| at + 1 < count),
        Command::Delete => spot != Spot::Corner,
        Command::MoveOut => {
            spot.node().is_some_and(|id| document.node_place(id).is_ok_and(|(parent, _)| parent.is_some()))
        }
        Command::MoveIn => spot.node().is_some_and(|id| session.group_before(id).is_some()),
        Command::MarkBaseline => spot.option().is_some(),
        _ => true,
    }
}

/// Where a head stands among its like, and how many they are.
fn among(session: &Session, spot: Spot) -> Option<(usize, usize)> {
    match spot {
        Spot::Option(id) => session.option_among(id),
        Spot::Group(id) | Spot::Criterion(id) => session.node_among(id),
        Spot::Corner | Spot::Cell(..) => None,
    }
}

/// Offers the context menu of a place. The menu of a place where none is open is not even thought of: there are as many as
/// cells.
pub fn offer_context_menu(response: &Response, session: &Session, spot: Spot, out: &mut Outbox) {
    if response.secondary_clicked() || Popup::is_id_open(&response.ctx, Popup::default_response_id(response)) {
        response.context_menu(|ui| context_ui(ui, session, spot, out));
    }
}

/// The commands as the entries of a context menu.
fn context_ui(ui: &mut Ui, session: &Session, spot: Spot, out: &mut Outbox) {
    for &(command, name) in actions(spot) {
        if ui.add_enabled(is_possible(session, spot, command), eframe::egui::Button::new(name.text())).clicked() {
            out.run(command);
        }
    }
}

/// The commands as a row of buttons, but for renaming, which the fields above them do.
pub fn buttons_ui(ui: &mut Ui, session: &Session, spot: Spot, out: &mut Outbox) {
    ui.horizontal_wrapped(|ui| {
        let others = [Command::Rename, Command::MarkBaseline];
        for &(command, name) in actions(spot).iter().filter(|(command, _)| !others.contains(command)) {
            let button = ui.add_enabled(is_possible(session, spot, command), eframe::egui::Button::new(name.text()));
            if button.on_hover_text(command.explanation()).clicked() {
                out.run(command);
            }
        }
    });
}
