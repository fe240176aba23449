//! Asking for a path, and what is done with it.

use std::path::PathBuf;

use super::desk::with_extension;
use super::{Dialog, Effect, LifeMessage, Lifecycle, Picker, Purpose, Then, Trouble, Way, World};
use crate::session::Over;

impl<S, D> Lifecycle<S, D> {
    /// Asks the desktop for a path, beginning with `from`. It shows one dialog at a time; another path is typed meanwhile.
    pub(super) fn pick(
        &mut self,
        world: &dyn World,
        purpose: Purpose,
        way: Way<S>,
        from: Option<PathBuf>,
        out: &mut Vec<Effect<S>>,
    ) {
        let from = from.unwrap_or_else(|| world.suggestion(purpose));
        match &mut self.picker {
            Some(picker) if picker.purpose == purpose => {
                if !matches!(way.then, Then::Stay) || way.document != picker.way.document {
                    picker.way = way;
                }
            }
            Some(_) => self.type_path(purpose, way, &from),
            None => {
                out.push(Effect::Pick(purpose, from.clone()));
                self.picker = Some(Picker { purpose, way, from });
            }
        }
    }

    fn type_path(&mut self, purpose: Purpose, way: Way<S>, from: &std::path::Path) {
        let text = from.to_string_lossy().into_owned();
        self.dialogs.ask(Dialog::Path { purpose, way, text, fault: None, offered: false });
    }

    pub(super) fn picked(&mut self, world: &dyn World, path: PathBuf, out: &mut Vec<Effect<S>>) {
        let Some(Picker { purpose, way, .. }) = self.picker.take() else { return };
        self.dialogs.drop_offered();
        self.chosen(world, purpose, path, way, false, out);
    }

    /// The box that was offered meanwhile stays, and knows what the path was for.
    pub(super) fn picker_cancelled(&mut self) {
        let Some(picker) = self.picker.take() else { return };
        if let Some(Dialog::Path { way, offered, .. }) = self.dialogs.offered() {
            (*way, *offered) = (picker.way, false);
        }
    }

    pub(super) fn no_picker(&mut self) {
        if self.dialogs.offered().is_some() {
            self.picker_cancelled();
        } else if let Some(Picker { purpose, way, from }) = self.picker.take() {
            self.type_path(purpose, way, &from);
        }
    }

    /// Some desktops let the service of a dialog hang: the path may be typed meanwhile.
    pub(super) fn picker_slow(&mut self) {
        let Some(picker) = &self.picker else { return };
        if self.dialogs.offered().is_none() {
            let (purpose, text) = (picker.purpose, picker.from.to_string_lossy().into_owned());
            let way = self.way(Then::Stay);
            self.dialogs.ask(Dialog::Path { purpose, way, text, fault: None, offered: true });
        }
    }

    /// The path has been typed; what it was for is known to the dialog that is given up.
    pub(super) fn give_up_picker(&mut self, way: Way<S>, out: &mut Vec<Effect<S>>) -> Way<S> {
        match self.picker.take() {
            Some(picker) => {
                out.push(Effect::GiveUpPicker);
                picker.way
            }
            None => way,
        }
    }

    pub(super) fn chosen(
        &mut self,
        world: &dyn World,
        purpose: Purpose,
        path: PathBuf,
        way: Way<S>,
        typed: bool,
        out: &mut Vec<Effect<S>>,
    ) {
        match purpose {
            Purpose::Open | Purpose::Import => self.read(purpose, path, way, typed, out),
            Purpose::Save | Purpose::Export(_) => {
                let (path, named) = with_extension(path, purpose);
                // A dialog of the desktop has asked about the very name that it returned; one made here or typed is new.
                if (named || typed) && world.exists(&path) {
                    self.dialogs.ask(Dialog::Replace { path, purpose, way, typed });
                } else {
                    self.write_for(world, purpose, path, way, out);
                }
            }
        }
    }

    /// Writes to a path that nothing speaks against.
    pub(super) fn write_for(
        &mut self,
        world: &dyn World,
        purpose: Purpose,
        path: PathBuf,
        way: Way<S>,
        out: &mut Vec<Effect<S>>,
    ) {
        match purpose {
            Purpose::Save => self.write(path, way, Over::Anything, out),
            Purpose::Export(_) if way.document != self.document => self.other_is_open(Trouble::NotExported, &path),
            // Over the document's own file it is no copy but the document.
            Purpose::Export(_) if world.path() == Some(path.as_path()) => self.write(path, way, Over::Anything, out),
            Purpose::Export(_) if self.exporting => {
                let text = LifeMessage::AnotherExport.to_string();
                self.dialogs.ask(Dialog::Trouble { title: Trouble::NotExported, text });
            }
            Purpose::Export(format) => {
                self.exporting = true;
                out.extend([Effect::Hush, Effect::Export(format, path)]);
            }
            Purpose::Open | Purpose::Import => {}
        }
    }
}
