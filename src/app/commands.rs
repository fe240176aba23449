//! What each command does.

use eframe::egui::{Context, Ui, ViewportCommand};

use super::App;
use super::command::Command;
use super::dialogs::{Dialog, Then};
use super::jobs::Purpose;
use super::palette::Palette;
use super::settings::Theme;
use super::views::actions::is_possible;
use super::views::{Spot, View, details, matrix, ranking, weights};
use crate::model::{EditError, Id};
use crate::session::{NodeKind, Session};

impl App {
    /// True where the command can do something now.
    #[must_use]
    pub(super) fn can(&self, command: Command) -> bool {
        let document = self.session.document();
        match command {
            Command::Undo => self.session.history().undo_label().is_some(),
            Command::Redo => self.session.history().redo_label().is_some(),
            Command::RenameViewpoint | Command::DeleteViewpoint => document.viewpoint.is_some(),
            Command::EvenOut | Command::ResetWeights | Command::ShowWeights | Command::SaveViewpoint => {
                !document.criteria.is_empty()
            }
            Command::UnlockAll => !document.locks.is_empty(),
            // One file is written at a time.
            Command::Export => !self.jobs.asks() && self.jobs.export_under_way().is_none(),
            Command::ShowRanking => !document.alternatives.is_empty(),
            // One dialog of the desktop at a time.
            Command::New | Command::Open | Command::SaveAs | Command::Import => !self.jobs.asks(),
            Command::ZoomIn => self.settings.zoom != self.settings.zoom.larger(),
            Command::ZoomOut => self.settings.zoom != self.settings.zoom.smaller(),
            _ => is_possible(&self.session, self.matrix.cursor, command),
        }
    }

    /// True where the command is a choice that is made now.
    #[must_use]
    pub(super) fn is_on(&self, command: Command) -> bool {
        match command {
            Command::ThemeSystem => self.settings.theme == Theme::System,
            Command::ThemeLight => self.settings.theme == Theme::Light,
            Command::ThemeDark => self.settings.theme == Theme::Dark,
            Command::ReduceMotion => self.settings.reduce_motion,
            Command::MarkBaseline => {
                self.matrix.cursor.option().is_some_and(|id| self.session.document().baseline == Some(id))
            }
            _ => false,
        }
    }

    /// The command's name, with what it is about where that helps.
    #[must_use]
    pub(super) fn command_title(&self, command: Command) -> String {
        let history = self.session.history();
        let step = match command {
            Command::Undo => history.undo_label(),
            Command::Redo => history.redo_label(),
            _ => None,
        };
        match step {
            Some(step) => format!("{} {step}", command.title()),
            None => command.title().to_owned(),
        }
    }

    pub(super) fn run_command(&mut self, ui: &Ui, frame: &eframe::Frame, command: Command) {
        if !self.can(command) {
            return;
        }
        let ctx = ui.ctx();
        match command {
            Command::New => self.leave(ctx, frame, Then::New),
            Command::Open => self.leave(ctx, frame, Then::Open),
            Command::Save => self.save_then(ctx, frame, Then::Stay),
            Command::SaveAs => self.save_as(ctx, frame, Then::Stay),
            Command::Import => self.ask(ctx, frame, Purpose::Import),
            Command::ImportPasted => self.ask_for_paste(ctx),
            Command::Export => self.dialog = Some(Dialog::Export),
            Command::CopyRanking => {
                self.copy(ctx, "ranking", self.session.ranking_text(), &self.session.ranking_html());
            }
            Command::CopyMatrix => self.copy(ctx, "matrix", self.session.matrix_text(), &self.session.matrix_html()),
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Command::Undo => {
                self.session.undo();
                self.hush();
            }
            Command::Redo => {
                self.session.redo();
                self.hush();
            }
            Command::Rename => {
                self.view = View::Matrix;
                self.matrix.edit(ui, &self.session);
            }
            Command::AddOption => self.add(add_option, ctx, Spot::Option),
            Command::AddCriterion => self.add(add_criterion, ctx, Spot::Criterion),
            Command::AddGroup => self.add(add_group, ctx, Spot::Group),
            Command::Duplicate => self.duplicate(),
            Command::Delete => self.delete(),
            Command::MoveBack => self.shift(-1),
            Command::MoveForward => self.shift(1),
            Command::MoveOut => self.move_out(),
            Command::MoveIn => self.move_in(),
            Command::MarkBaseline => {
                let option = self.matrix.cursor.option();
                let marked = option.filter(|id| self.session.document().baseline != Some(*id));
                self.attempt(|session| session.set_baseline_option(marked));
            }
            Command::DescribeDecision => {
                self.view = View::Matrix;
                self.matrix.select(Spot::Corner, false);
                ctx.memory_mut(|memory| memory.request_focus(details::first_field(Spot::Corner)));
            }
            Command::EvenOut => self.attempt(Session::even_out),
            Command::ResetWeights => self.attempt(Session::reset_weights),
            Command::SetBaseline => {
                self.session.set_baseline();
                self.say("The present state is the baseline now.");
            }
            Command::UnlockAll => self.attempt(Session::unlock_all),
            Command::SaveViewpoint => {
                self.dialog = Some(Dialog::Viewpoint { rename: None, text: String::new(), fault: None });
            }
            Command::RenameViewpoint => {
                let document = self.session.document();
                if let Some(viewpoint) = document.viewpoint.and_then(|id| document.viewpoint(id)) {
                    let (rename, text) = (Some(viewpoint.id), viewpoint.name.clone());
                    self.dialog = Some(Dialog::Viewpoint { rename, text, fault: None });
                }
            }
            Command::DeleteViewpoint => {
                if let Some(id) = self.session.document().viewpoint {
                    self.attempt(|session| session.delete_viewpoint(id));
                }
            }
            Command::ShowWeights | Command::ShowMatrix | Command::ShowChecks | Command::ShowRanking => {
                self.show(ctx, command);
            }
            Command::ThemeSystem => self.set_theme(ctx, Theme::System),
            Command::ThemeLight => self.set_theme(ctx, Theme::Light),
            Command::ThemeDark => self.set_theme(ctx, Theme::Dark),
            Command::ReduceMotion => {
                self.settings.reduce_motion = !self.settings.reduce_motion;
                super::theme::install(ctx, self.settings.reduce_motion);
            }
            Command::ZoomIn => self.set_zoom(ctx, self.settings.zoom.larger()),
            Command::ZoomOut => self.set_zoom(ctx, self.settings.zoom.smaller()),
            Command::ZoomReset => self.set_zoom(ctx, super::settings::Zoom::default()),
            Command::Commands => self.palette = Some(Palette::default()),
            Command::Keys => self.dialog = Some(Dialog::Keys),
            Command::About => self.dialog = Some(Dialog::About),
        }
    }

    /// Makes a change and says why where it cannot be made.
    pub(super) fn attempt(&mut self, change: impl FnOnce(&mut Session) -> Result<(), EditError>) {
        self.session.seal();
        match change(&mut self.session) {
            Ok(()) => self.hush(),
            Err(error) => self.warn(error.to_string()),
        }
    }

    fn add(
        &mut self,
        add: impl FnOnce(&mut Session, Spot) -> Result<Id, EditError>,
        ctx: &Context,
        spot: impl Fn(Id) -> Spot,
    ) {
        match add(&mut self.session, self.matrix.cursor) {
            Ok(id) => {
                // The name of what is new is what comes next.
                let spot = spot(id);
                self.view = View::Matrix;
                self.matrix.select(spot, false);
                ctx.memory_mut(|memory| memory.request_focus(details::first_field(spot)));
                self.hush();
            }
            Err(error) => self.warn(error.to_string()),
        }
    }

    fn duplicate(&mut self) {
        let copy = match self.matrix.cursor {
            Spot::Option(id) => self.session.duplicate_option(id).map(Spot::Option),
            Spot::Group(id) => self.session.duplicate_node(id).map(Spot::Group),
            Spot::Criterion(id) => self.session.duplicate_node(id).map(Spot::Criterion),
            Spot::Corner | Spot::Cell(..) => return,
        };
        match copy {
            Ok(spot) => {
                self.matrix.select(spot, true);
                self.hush();
            }
            Err(error) => self.warn(error.to_string()),
        }
    }

    fn delete(&mut self) {
        let (gone, next) = (self.matrix.cursor, self.matrix.successor(&self.session));
        match gone {
            Spot::Corner => {}
            Spot::Cell(..) => {
                if let Some(area) = self.matrix.chosen_area(&self.session) {
                    self.attempt(|session| session.clear(&area));
                }
            }
            Spot::Option(id) => self.attempt(|session| session.delete_option(id)),
            Spot::Group(id) | Spot::Criterion(id) => self.attempt(|session| session.delete_node(id)),
        }
        // The keyboard goes on where it was, not at the corner.
        if let Some(next) = next.filter(|_| !gone.exists(self.session.document())) {
            self.matrix.select(next, true);
        }
    }

    fn shift(&mut self, by: isize) {
        match self.matrix.cursor {
            Spot::Option(id) => self.attempt(|session| session.shift_option(id, by)),
            Spot::Group(id) | Spot::Criterion(id) => self.attempt(|session| session.shift_node(id, by)),
            Spot::Corner | Spot::Cell(..) => {}
        }
        self.matrix.select(self.matrix.cursor, true);
    }

    fn move_out(&mut self) {
        let Some(id) = self.matrix.cursor.node() else { return };
        self.attempt(|session| session.move_out(id));
        self.matrix.select(self.matrix.cursor, true);
    }

    fn move_in(&mut self) {
        let id = self.matrix.cursor.node();
        if let Some((id, group)) = id.and_then(|id| Some((id, self.session.group_before(id)?))) {
            self.attempt(|session| session.move_node(id, Some(group), usize::MAX));
            self.matrix.select(self.matrix.cursor, true);
        }
    }

    fn show(&mut self, ctx: &Context, command: Command) {
        let focus = |id| ctx.memory_mut(|memory| memory.request_focus(id));
        match command {
            Command::ShowWeights => {
                if self.narrow {
                    self.view = View::Weights;
                }
                let node = self.matrix.cursor.node().or_else(|| self.session.document().leaves().first().map(|l| l.id));
                if let Some(node) = node {
                    focus(weights::slider_id(node));
                }
            }
            Command::ShowRanking => {
                if self.narrow {
                    self.view = View::Ranking;
                }
                let first = self.session.model().ranking().order().first().map(|&row| row as usize);
                if let Some(option) = first.and_then(|row| self.session.document().alternatives.get(row)) {
                    focus(ranking::row_id(option.id));
                }
            }
            Command::ShowChecks => self.view = View::Checks,
            _ => {
                self.view = View::Matrix;
                let spot = if self.matrix.cursor.has_place(&self.session) { self.matrix.cursor } else { Spot::Corner };
                self.matrix.select(spot, true);
                focus(matrix::spot_id(self.matrix.cursor));
            }
        }
    }

    fn set_theme(&mut self, ctx: &Context, theme: Theme) {
        self.settings.theme = theme;
        ctx.set_theme(eframe::egui::ThemePreference::from(theme));
    }

    fn set_zoom(&mut self, ctx: &Context, zoom: super::settings::Zoom) {
        self.settings.zoom = zoom;
        ctx.set_zoom_factor(zoom.factor());
    }

    fn copy(&mut self, ctx: &Context, what: &str, text: String, html: &str) {
        self.clipboard.put(ctx, text, html);
        self.say(format!("The {what} is on the clipboard."));
    }
}

/// Adds a criterion behind the chosen one, or at the end of the chosen group, or of the tree.
fn add_criterion(session: &mut Session, spot: Spot) -> Result<Id, EditError> {
    let document = session.document();
    let (parent, at) = match spot {
        Spot::Group(id) => (Some(id), usize::MAX),
        Spot::Criterion(id) | Spot::Cell(_, id) => {
            let (parent, at) = document.node_place(id)?;
            (parent, at + 1)
        }
        Spot::Corner | Spot::Option(_) => (None, usize::MAX),
    };
    session.add_node(NodeKind::Criterion, parent, at)
}

/// Adds a group behind the top-level node that the chosen place belongs to.
fn add_group(session: &mut Session, spot: Spot) -> Result<Id, EditError> {
    let (parent, at) = match spot.node() {
        Some(id) => {
            let (parent, at) = session.document().node_place(id)?;
            match (spot, parent) {
                // Beside the group that holds a criterion, not inside it.
                (Spot::Criterion(_) | Spot::Cell(..), Some(group)) => {
                    let (parent, at) = session.document().node_place(group)?;
                    (parent, at + 1)
                }
                _ => (parent, at + 1),
            }
        }
        None => (None, usize::MAX),
    };
    session.add_node(NodeKind::Group, parent, at)
}

/// Adds an option below the chosen one, or at the end.
fn add_option(session: &mut Session, spot: Spot) -> Result<Id, EditError> {
    let below = spot.option().and_then(|id| session.option_place(id).ok()).map(|at| at + 1);
    session.add_option(below.unwrap_or(session.document().alternatives.len()))
}
