//! Any sequence of events: nothing unsaved is lost unasked, no question is dropped or overwritten, closing ends.

use std::io;
use std::path::PathBuf;

use counterpoise::files::{FileError, Format};
use counterpoise::session::lifecycle::{Answer, Dialog, Effect, Event, Job, Then};
use counterpoise::session::{Left, Over};
use proptest::prelude::*;

use super::{Fake, Happens, Life, follow, question};

#[derive(Clone, Debug)]
enum Step {
    /// The user changes the document, types something that cannot be handed over, or takes that back.
    Change,
    Undo,
    Draft(bool),
    Wish(u8),
    Close,
    Ask,
    Answer(u8, u8),
    /// The desktop's dialog answers: 0 with nothing, 1 not at all, 2 slowly, else with a path.
    Desktop(u8),
    ReadEnds(bool),
    SaveEnds(bool),
    ExportEnds(u8),
    BreaksOff(u8),
    Elsewhere(bool),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => Just(Step::Change),
        1 => Just(Step::Undo),
        1 => any::<bool>().prop_map(Step::Draft),
        6 => (0..9_u8).prop_map(Step::Wish),
        3 => Just(Step::Close),
        2 => Just(Step::Ask),
        8 => (0..9_u8, 0..4_u8).prop_map(|(answer, path)| Step::Answer(answer, path)),
        4 => (0..7_u8).prop_map(Step::Desktop),
        3 => any::<bool>().prop_map(Step::ReadEnds),
        3 => any::<bool>().prop_map(Step::SaveEnds),
        3 => (0..3_u8).prop_map(Step::ExportEnds),
        1 => (0..3_u8).prop_map(Step::BreaksOff),
        1 => any::<bool>().prop_map(Step::Elsewhere),
    ];
    prop::collection::vec(step, 1..60)
}

const PATHS: [&str; 4] = ["/own.ron", "/taken.ron", "/free", "/table.csv"];

fn path(at: u8) -> PathBuf {
    PATHS[usize::from(at) % PATHS.len()].into()
}

/// What the user has agreed to lose, and what is going on beside the window.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that is going on or not, at once with the others")]
struct Story {
    world: Fake,
    /// Counts the documents that were shown.
    document: usize,
    newest: usize,
    agreed: Option<(usize, usize)>,
    /// The same of texts that cannot be handed over. One that was taken back and typed anew counts as the same.
    agreed_drafts: bool,
    /// The files that the user, or the desktop on the user's behalf, has agreed to write over.
    replaced: Vec<PathBuf>,
    picker: bool,
    /// The documents that were to be saved, and exported, last, by number.
    to_save: Option<usize>,
    to_export: Option<usize>,
    reads: Vec<PathBuf>,
    write: Option<(PathBuf, usize, Over)>,
    export: bool,
    quit_again: bool,
    closed: bool,
    asked: Vec<u32>,
    taken: Vec<u32>,
}

impl Story {
    fn carry_out(&mut self, effect: &Effect<u32>) {
        let now = (self.document, self.world.at);
        match effect {
            Effect::Show(..) | Effect::Preset(_) | Effect::Recover(_) | Effect::Close => {
                let unsaved = self.world.at != self.world.saved;
                assert!(!unsaved || self.agreed == Some(now), "{effect:?} loses what is unsaved");
                let agreed = self.agreed == Some(now) && self.agreed_drafts;
                assert!(!self.world.drafts || agreed, "{effect:?} loses what was typed");
                assert!(self.write.is_none(), "{effect:?} while the document is being written");
                if *effect == Effect::Close {
                    assert!(!self.export, "half an export is left behind");
                    self.closed = true;
                } else {
                    self.document += 1;
                    self.world = Fake { existing: std::mem::take(&mut self.world.existing), ..Fake::default() };
                    if let Effect::Show(_, path) = effect {
                        self.world.path.clone_from(path);
                    }
                    // What a crash has left is unsaved.
                    self.newest = usize::from(matches!(effect, Effect::Recover(_)));
                    self.world.at = self.newest;
                }
            }
            Effect::Pick(..) => {
                assert!(!self.picker, "two dialogs of the desktop");
                self.picker = true;
            }
            Effect::GiveUpPicker => self.picker = false,
            Effect::Read(path) | Effect::Look(path) => self.reads.push(path.clone()),
            Effect::Write(path, over) => {
                let wanted = [self.to_save, self.to_export].contains(&Some(self.document));
                assert!(wanted, "a document is written that nobody wanted to be");
                let own = self.world.path.as_ref() == Some(path);
                let free = !self.world.existing.contains(path);
                assert!(own || free || self.replaced.contains(path), "{} is overwritten unasked", path.display());
                assert!(self.write.replace((path.clone(), self.world.at, *over)).is_none(), "two writers");
            }
            Effect::Export(..) => {
                assert!(!self.export, "two exports");
                assert_eq!(self.to_export, Some(self.document), "another document is exported");
                self.export = true;
            }
            Effect::QuitAgain => self.quit_again = true,
            Effect::Remember(_) | Effect::Forget(_) | Effect::Say(_) | Effect::Hush => {}
        }
    }

    /// Without an event, a question was just taken out.
    fn tell(&mut self, life: &mut Life, event: impl Into<Option<Happens>>) {
        let (event, mut world) = (event.into(), self.world.clone());
        let quits = matches!(event, Some(Event::Leave(Then::Quit)));
        let effects = event.map_or_else(Vec::new, |event| life.on(&world, event));
        follow(life, &mut world, effects, &mut |world, effect| {
            self.carry_out(effect);
            world.clone_from(&self.world);
        });
        if quits {
            let waits = self.write.is_some() || self.export;
            assert!(self.closed || life.asks() || waits, "closing was asked for, and nothing came of it");
        }
        if std::mem::take(&mut self.quit_again) && !self.closed {
            self.tell(life, Event::Leave(Then::Quit));
        }
    }

    fn step(&mut self, life: &mut Life, step: &Step) {
        let (before, was) = (life.dialog_number(), question(life));
        let free = !life.asks();
        match *step {
            // The window answers to nothing else while a question is open.
            Step::Change if free => {
                self.newest = (self.newest + 1).min(79);
                self.world.at = self.newest;
            }
            Step::Undo if free => self.world.at = self.world.at.saturating_sub(1),
            Step::Draft(drafts) if free => {
                self.world.drafts = drafts;
            }
            Step::Wish(wish) if free => {
                let event = match wish {
                    0 => Event::Leave(Then::New),
                    1 if !life.picks() => Event::Leave(Then::Open),
                    2 => Event::Leave(Then::OpenFile(path(3))),
                    3 => Event::Save,
                    7 => Event::Leave(Then::Recover(Left::default())),
                    4 if !life.picks() => Event::SaveAs,
                    5 if !life.picks() => Event::Import,
                    6 if !life.picks() && !life.is_exporting() => Event::Export,
                    _ => Event::Leave(Then::Show(1, None)),
                };
                match event {
                    Event::Save | Event::SaveAs => self.to_save = Some(self.document),
                    Event::Export => self.to_export = Some(self.document),
                    _ => {}
                }
                self.tell(life, event);
            }
            Step::Close => self.tell(life, Event::Leave(Then::Quit)),
            Step::Ask => {
                let number = u32::try_from(self.asked.len()).unwrap();
                self.asked.push(number);
                self.tell(life, Event::Ask(number));
            }
            Step::Answer(answer, at) if !free => self.answer(life, answer, at),
            Step::Desktop(how) if self.picker => {
                self.picker = how == 2;
                let event = match how {
                    0 => Event::PickerCancelled,
                    1 => Event::NoPicker,
                    2 => Event::PickerSlow,
                    how => Event::Picked(path(how)),
                };
                if let Event::Picked(path) = &event {
                    self.replaced.push(path.clone());
                }
                self.tell(life, event);
            }
            Step::ReadEnds(well) if !self.reads.is_empty() => {
                let path = self.reads.remove(0);
                self.tell(life, if well { Event::Opened(2, path) } else { Event::NotOpened(error(), path) });
            }
            Step::SaveEnds(well) => self.save_ends(life, well),
            Step::ExportEnds(how) if std::mem::take(&mut self.export) => {
                let event = match how {
                    0 => Event::Exported(path(3)),
                    1 => Event::NotExported(FileError::CalledOff { path: path(3) }),
                    _ => Event::NotExported(error()),
                };
                self.tell(life, event);
            }
            Step::BreaksOff(0) if self.write.take().is_some() => self.tell(life, Event::BrokeOff(Job::Saving)),
            Step::BreaksOff(1) if std::mem::take(&mut self.export) => self.tell(life, Event::BrokeOff(Job::Exporting)),
            Step::BreaksOff(2) if std::mem::take(&mut self.picker) => self.tell(life, Event::BrokeOff(Job::Picker)),
            Step::Elsewhere(changed) => self.world.changed_on_disk = changed,
            _ => {}
        }
        // Only an answer takes a question away: the desktop's to a path, and being saved to whether to save.
        let answered = matches!(step, Step::Answer(..))
            || (matches!(step, Step::Desktop(_)) && was == "path")
            || (matches!(step, Step::SaveEnds(true)) && was == "unsaved");
        assert!(answered || before.is_none() || before == life.dialog_number(), "{step:?} took a question away");
        assert!(life.dialog_number() >= before || before.is_none() || answered);
        assert!(!self.closed || self.world.at == self.world.saved || self.agreed.is_some());
    }

    fn answer(&mut self, life: &mut Life, answer: u8, at: u8) {
        let open = question(life);
        if open == "own" && answer < 5 {
            self.taken.extend(life.take_own().map(|(own, _)| own));
            self.tell(life, None);
            return;
        }
        let answer = match answer {
            0 => Answer::Save,
            1 => Answer::Discard,
            2 => Answer::Overwrite,
            3 => Answer::SaveAs,
            4 => Answer::Replace,
            5 => Answer::Path(path(at)),
            6 => Answer::Preset("blank"),
            7 => Answer::Format(Format::Csv),
            _ => Answer::Cancel,
        };
        match (open, &answer) {
            ("unsaved", Answer::Save) => self.to_save = Some(self.document),
            ("unsaved", Answer::Discard) => {
                self.agreed = Some((self.document, self.world.at));
                self.agreed_drafts = self.world.drafts;
            }
            ("replace", Answer::Replace) => {
                if let Some(Dialog::Replace { path, .. }) = life.dialog() {
                    self.replaced.push(path.clone());
                }
            }
            ("own", Answer::Cancel) => {
                if let Some(Dialog::Own(number, _)) = life.dialog() {
                    self.taken.push(*number);
                }
            }
            _ => {}
        }
        let (before, cancels) = (life.dialog_number(), answer == Answer::Cancel);
        self.tell(life, Event::Answered(answer));
        assert!(!cancels || life.dialog_number() != before, "a question that cannot be left");
    }

    fn save_ends(&mut self, life: &mut Life, well: bool) {
        let Some((path, at, over)) = self.write.take() else { return };
        if over == Over::Known && self.world.changed_on_disk {
            return self.tell(life, Event::NotSaved(FileError::Overtaken { path }));
        }
        if well {
            (self.world.path, self.world.saved) = (Some(path.clone()), at);
        }
        self.tell(life, if well { Event::Saved(path) } else { Event::NotSaved(error()) });
    }
}

fn error() -> FileError {
    FileError::Read { path: "/table.csv".into(), source: io::ErrorKind::NotFound.into() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_everything_ends(steps in steps(), taken in any::<bool>()) {
        let existing = if taken { vec![path(1), path(3)] } else { Vec::new() };
        let mut story = Story { world: Fake { existing, ..Fake::default() }, ..Story::default() };
        let mut life = Life::default();
        for step in &steps {
            if story.closed {
                return Ok(());
            }
            story.step(&mut life, step);
        }
        // From wherever it stands: what is going on ends, what is asked is answered, and the window closes.
        for _ in 0..200 {
            if story.closed {
                break;
            }
            let step = if story.write.is_some() {
                Step::SaveEnds(true)
            } else if story.export {
                Step::ExportEnds(0)
            } else if story.picker {
                Step::Desktop(0)
            } else if question(&mut life) == "unsaved" {
                Step::Answer(1, 0)
            } else if life.asks() {
                Step::Answer(8, 0)
            } else if !story.reads.is_empty() {
                Step::ReadEnds(true)
            } else {
                Step::Close
            };
            story.step(&mut life, &step);
        }
        prop_assert!(story.closed, "it never closes");
        let mut asked = story.taken.clone();
        asked.dedup();
        prop_assert_eq!(&asked, &story.taken, "answered twice");
        // Closing in the end leaves behind only questions that nobody had come to.
        prop_assert_eq!(&story.asked[..story.taken.len()], &story.taken[..], "in the order in which they were asked");
    }
}
