//! What each command does.

use eframe::egui::{Context, Ui, ViewportCommand};

use super::App;
use super::command::{Command, CommandTitle};
use super::dialogs::Own;
use super::palette::Palette;
use super::settings::Theme;
use super::views::actions::is_possible;
use super::views::{self, Spot, View, details, matrix};
use crate::model::{EditError, Id};
use crate::session::lifecycle::{Event, Then};
use crate::session::{Action, NodeKind, Outcome};
use crate::text::labels;

labels! {
    /// What is said when a command has done what cannot be seen.
    pub enum CommandSaid in "commandSaid" { BaselineSet, RankingCopied, MatrixCopied }
}

impl App {
    /// True where the command can do something now.
    #[must_use]
    pub(super) fn can(&self, command: Command) -> bool {
        let document = self.session.document();
        match command {
            Command::Undo => self.session.history().undo_label().is_some(),
            Command::Redo => self.session.history().redo_label().is_some(),
            Command::RenameViewpoint | Command::DeleteViewpoint => document.viewpoint.is_some(),
            Command::EvenOut | Command::ResetWeights | Command::SaveViewpoint => !document.criteria.is_empty(),
            Command::UnlockAll => !document.locks.is_empty(),
            // One file is written at a time.
            Command::Export => !self.life.picks() && !self.life.is_exporting(),
            Command::Save => !self.looks_only(),
            Command::Recover => self.keeps(),
            Command::Show(view) => (view.class().is_possible)(&self.session),
            // One dialog of the desktop at a time.
            Command::New | Command::Open | Command::SaveAs | Command::Import => !self.life.picks(),
            Command::Notice => !self.notices.is_empty(),
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
        match (command, step.map(str::to_owned)) {
            (Command::Undo, Some(step)) => CommandTitle::Undo { step }.to_string(),
            (Command::Redo, Some(step)) => CommandTitle::Redo { step }.to_string(),
            _ => command.title().to_owned(),
        }
    }

    pub(super) fn run_command(&mut self, ui: &Ui, frame: &eframe::Frame, command: Command) {
        if !self.can(command) {
            return;
        }
        let ctx = ui.ctx();
        match command {
            Command::New => self.happens(ctx, frame, Event::Leave(Then::New)),
            Command::Open => self.happens(ctx, frame, Event::Leave(Then::Open)),
            Command::Recover => self.list_left(ctx, frame),
            Command::Save => self.happens(ctx, frame, Event::Save),
            Command::SaveAs => self.happens(ctx, frame, Event::SaveAs),
            Command::Import => self.happens(ctx, frame, Event::Import),
            Command::ImportPasted => self.ask_for_paste(ctx),
            Command::Export => self.happens(ctx, frame, Event::Export),
            Command::CopyRanking => {
                self.copy(ctx, CommandSaid::RankingCopied, self.session.ranking_text(), &self.session.ranking_html());
            }
            Command::CopyMatrix => {
                self.copy(ctx, CommandSaid::MatrixCopied, self.session.matrix_text(), &self.session.matrix_html());
            }
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Command::Undo => drop(self.act(Action::Undo)),
            Command::Redo => drop(self.act(Action::Redo)),
            Command::Rename => {
                self.view = matrix::VIEW;
                self.matrix.edit(ui, &self.session);
            }
            Command::AddOption => self.add(Ok(self.add_option()), ctx, Spot::Option),
            Command::AddCriterion => self.add(self.add_criterion(), ctx, Spot::Criterion),
            Command::AddGroup => self.add(self.add_group(), ctx, Spot::Group),
            Command::Duplicate => self.duplicate(),
            Command::Delete => self.delete(),
            Command::MoveBack => self.shift(-1),
            Command::MoveForward => self.shift(1),
            Command::MoveOut => self.move_out(),
            Command::MoveIn => self.move_in(),
            Command::MarkBaseline => {
                let option = self.matrix.cursor.option();
                let marked = option.filter(|id| self.session.document().baseline != Some(*id));
                self.act(Action::CompareWith(marked));
            }
            Command::DescribeDecision => {
                self.view = matrix::VIEW;
                self.matrix.select(Spot::Corner, false);
                ctx.memory_mut(|memory| memory.request_focus(details::first_field(Spot::Corner)));
            }
            Command::EvenOut => drop(self.act(Action::EvenOut)),
            Command::ResetWeights => {
                self.act(Action::ResetWeights(self.session.baseline().weights.clone()));
            }
            Command::SetBaseline => {
                self.act(Action::SetBaseline);
                self.say(CommandSaid::BaselineSet);
            }
            Command::UnlockAll => drop(self.act(Action::UnlockAll)),
            Command::SaveViewpoint => {
                let own = Own::Viewpoint { rename: None, text: String::new(), fault: None };
                self.happens(ctx, frame, Event::Ask(own));
            }
            Command::RenameViewpoint => {
                let document = self.session.document();
                if let Some(viewpoint) = document.viewpoint.and_then(|id| document.viewpoint(id)) {
                    let (rename, text) = (Some(viewpoint.id), viewpoint.name.clone());
                    self.happens(ctx, frame, Event::Ask(Own::Viewpoint { rename, text, fault: None }));
                }
            }
            Command::DeleteViewpoint => {
                if let Some(id) = self.session.document().viewpoint {
                    self.act(Action::DeleteViewpoint(id));
                }
            }
            Command::Show(view) => self.show(ctx, view),
            Command::Notice => self.notices.focus(ctx),
            Command::NextView => self.turn(ctx, false),
            Command::PreviousView => self.turn(ctx, true),
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
            Command::Keys => self.happens(ctx, frame, Event::Ask(Own::Keys)),
            Command::About => self.happens(ctx, frame, Event::Ask(Own::About)),
        }
    }

    /// Adds what `action` adds, or says why there is no place for it.
    fn add(&mut self, action: Result<Action, EditError>, ctx: &Context, spot: impl Fn(Id) -> Spot) {
        let action = match action {
            Ok(action) => action,
            Err(error) => return self.warn(error),
        };
        if let Some(Outcome::Added(id)) = self.act(action) {
            // The name of what is new is what comes next.
            let spot = spot(id);
            self.view = matrix::VIEW;
            self.matrix.select(spot, false);
            ctx.memory_mut(|memory| memory.request_focus(details::first_field(spot)));
        }
    }

    fn duplicate(&mut self) {
        let original = self.matrix.cursor;
        let action = match original {
            Spot::Option(id) => Action::DuplicateOption(id),
            Spot::Group(id) | Spot::Criterion(id) => Action::DuplicateNode(id),
            Spot::Corner | Spot::Cell(..) => return,
        };
        if let Some(Outcome::Added(id)) = self.act(action) {
            let copy = match original {
                Spot::Option(_) => Spot::Option(id),
                Spot::Group(_) => Spot::Group(id),
                _ => Spot::Criterion(id),
            };
            self.matrix.select(copy, true);
        }
    }

    fn delete(&mut self) {
        let (gone, next) = (self.matrix.cursor, self.matrix.successor(&self.session));
        let action = match gone {
            Spot::Corner => None,
            Spot::Cell(..) => self.matrix.chosen_area(&self.session).map(Action::Clear),
            Spot::Option(id) => Some(Action::DeleteOption(id)),
            Spot::Group(id) | Spot::Criterion(id) => Some(Action::DeleteNode(id)),
        };
        if let Some(action) = action {
            self.act(action);
        }
        // The keyboard goes on where it was, not at the corner.
        if let Some(next) = next.filter(|_| !gone.exists(self.session.document())) {
            self.matrix.select(next, true);
        }
    }

    fn shift(&mut self, by: isize) {
        match self.matrix.cursor {
            Spot::Option(option) => drop(self.act(Action::ShiftOption { option, by })),
            Spot::Group(node) | Spot::Criterion(node) => drop(self.act(Action::ShiftNode { node, by })),
            Spot::Corner | Spot::Cell(..) => {}
        }
        self.matrix.select(self.matrix.cursor, true);
    }

    fn move_out(&mut self) {
        let Some(id) = self.matrix.cursor.node() else { return };
        self.act(Action::MoveOut(id));
        self.matrix.select(self.matrix.cursor, true);
    }

    fn move_in(&mut self) {
        let id = self.matrix.cursor.node();
        if let Some((node, group)) = id.and_then(|id| Some((id, self.session.group_before(id)?))) {
            self.act(Action::MoveNode { node, parent: Some(group), to: usize::MAX });
            self.matrix.select(self.matrix.cursor, true);
        }
    }

    fn show(&mut self, ctx: &Context, view: View) {
        if view.takes_turns(self.narrow) {
            self.view = view;
        }
        if let Some(id) = (view.class().focus)(&self.session, &mut self.matrix) {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }

    /// Turns to the next tab, or the one before; the last is followed by the first.
    fn turn(&mut self, ctx: &Context, back: bool) {
        let views: Vec<View> = views::ALL.into_iter().filter(|view| view.takes_turns(self.narrow)).collect();
        let at = views.iter().position(|view| *view == self.shown()).unwrap_or_default();
        let by = if back { views.len() - 1 } else { 1 };
        self.show(ctx, views[(at + by) % views.len()]);
    }

    fn set_theme(&mut self, ctx: &Context, theme: Theme) {
        self.settings.theme = theme;
        ctx.set_theme(eframe::egui::ThemePreference::from(theme));
    }

    fn set_zoom(&mut self, ctx: &Context, zoom: super::settings::Zoom) {
        self.settings.zoom = zoom;
        ctx.set_zoom_factor(zoom.factor());
    }

    fn copy(&mut self, ctx: &Context, done: CommandSaid, text: String, html: &str) {
        self.clipboard.put(ctx, text, html);
        self.say(done);
    }

    /// A criterion behind the chosen one, or at the end of the chosen group, or of the tree.
    fn add_criterion(&self) -> Result<Action, EditError> {
        let (parent, at) = match self.matrix.cursor {
            Spot::Group(id) => (Some(id), usize::MAX),
            Spot::Criterion(id) | Spot::Cell(_, id) => {
                let (parent, at) = self.session.document().node_place(id)?;
                (parent, at + 1)
            }
            Spot::Corner | Spot::Option(_) => (None, usize::MAX),
        };
        Ok(Action::AddNode { kind: NodeKind::Criterion, parent, at })
    }

    /// A group behind the top-level node that the chosen place belongs to.
    fn add_group(&self) -> Result<Action, EditError> {
        let (document, spot) = (self.session.document(), self.matrix.cursor);
        let (parent, at) = match spot.node() {
            Some(id) => {
                let (parent, at) = document.node_place(id)?;
                match (spot, parent) {
                    // Beside the group that holds a criterion, not inside it.
                    (Spot::Criterion(_) | Spot::Cell(..), Some(group)) => {
                        let (parent, at) = document.node_place(group)?;
                        (parent, at + 1)
                    }
                    _ => (parent, at + 1),
                }
            }
            None => (None, usize::MAX),
        };
        Ok(Action::AddNode { kind: NodeKind::Group, parent, at })
    }

    /// An option below the chosen one, or at the end.
    fn add_option(&self) -> Action {
        let chosen = self.matrix.cursor.option().and_then(|id| self.session.option_place(id).ok());
        Action::AddOption { at: chosen.map_or(usize::MAX, |at| at + 1) }
    }
}
