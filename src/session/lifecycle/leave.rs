//! Going on to something else without losing anything.

use super::{Closing, Consent, Dialog, Effect, LifeMessage, Lifecycle, Purpose, Then, Waiting, Way, World, is_unsafe};

impl<S, D> Lifecycle<S, D> {
    /// Does `then` once the document is safe: asks first where something is unsaved.
    pub(super) fn leave(&mut self, world: &dyn World, then: Then<S>, out: &mut Vec<Effect<S>>) {
        let consent = self.discarded.filter(|_| matches!(then, Then::Quit));
        self.arrive(world, then, consent, out);
    }

    /// Does `then`, unless something can be lost by it that nobody has agreed to: then it asks.
    pub(super) fn arrive(&mut self, world: &dyn World, then: Then<S>, consent: Consent, out: &mut Vec<Effect<S>>) {
        if self.saving.is_some() {
            self.wait(then, consent, out);
        } else if !is_unsafe(world) || consent.is_some_and(|consent| consent.covers(self.moment(world))) {
            self.go_on(world, then, consent, out);
        } else if !matches!(then, Then::Stay) {
            self.dialogs.ask(Dialog::Unsaved(then));
        }
    }

    /// Until what is being written is written.
    fn wait(&mut self, then: Then<S>, consent: Consent, out: &mut Vec<Effect<S>>) {
        if matches!(then, Then::Quit) {
            out.push(Effect::Say(LifeMessage::ClosesWhenSaved));
            if self.waiting.iter().any(|waiting| matches!(waiting, Waiting::Go(Then::Quit, _))) {
                return;
            }
        }
        self.waiting.push_back(Waiting::Go(then, consent));
    }

    /// Does `then`; nothing is lost by it but what `consent` names.
    pub(super) fn go_on(&mut self, world: &dyn World, then: Then<S>, consent: Consent, out: &mut Vec<Effect<S>>) {
        // A window that closes shows nothing else: what it showed last would be taken for closed in peace.
        if self.closing == Closing::Free {
            return;
        }
        // What is being saved must be the document that is open when it is saved.
        if self.saving.is_some() {
            return self.wait(then, consent, out);
        }
        match then {
            Then::Stay => {}
            // A window that closed now would leave half a file behind.
            Then::Quit if self.exporting => {
                self.closing = Closing::AfterWork;
                self.discarded = consent;
                out.push(Effect::Say(LifeMessage::ClosesWhenExported));
            }
            Then::Quit => {
                self.closing = Closing::Free;
                out.push(Effect::Close);
            }
            Then::New => self.dialogs.ask(Dialog::Presets(consent)),
            Then::Open => {
                let way = Way { consent, ..self.way(Then::Stay) };
                self.pick(world, Purpose::Open, way, None, out);
            }
            Then::OpenFile(path) => {
                let way = Way { consent, ..self.way(Then::Stay) };
                self.read(Purpose::Open, path, way, false, out);
            }
            Then::Show(session, path) => {
                self.document += 1;
                out.push(Effect::Show(session, path));
            }
            Then::Recover(left) => {
                self.document += 1;
                out.push(Effect::Recover(left));
            }
            Then::Preset(id) => {
                self.document += 1;
                out.push(Effect::Preset(id));
            }
        }
    }
}
