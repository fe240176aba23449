//! What the coming and going of a document is told in: events in, effects out, questions between.

use std::path::{Path, PathBuf};

use crate::files::{FileError, Format};
use crate::model::State;
use crate::session::{Left, Over};
use crate::text::{labels, messages};

/// Why a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Open,
    Save,
    Export(Format),
    /// To be looked at and merged, or opened.
    Import,
}

/// What to do once nothing can be lost any more. `S` is a document that has been read and is not shown yet.
#[derive(Clone, Debug, PartialEq)]
pub enum Then<S> {
    Stay,
    Quit,
    Open,
    OpenFile(PathBuf),
    /// Shows what has been read, and remembers the file.
    Show(S, Option<PathBuf>),
    /// Brings back what a crash has left.
    Recover(Left),
    /// Offers the presets.
    New,
    Preset(&'static str),
}

/// A question that must be answered before anything else. `D` are those that are none of a document's coming and going.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog<S, D> {
    /// Something is unsaved, and about to be replaced.
    Unsaved(Then<S>),
    /// The file has changed on disk since it was read.
    Changed(Way<S>),
    /// A file of that name is there already.
    Replace {
        path: PathBuf,
        purpose: Purpose,
        way: Way<S>,
        typed: bool,
    },
    /// A path to type, where the desktop shows no dialog.
    Path {
        purpose: Purpose,
        way: Way<S>,
        text: String,
        fault: Option<String>,
        offered: bool,
    },
    Presets(Consent),
    /// Which format to export.
    Export,
    Trouble {
        title: Trouble,
        text: String,
    },
    /// With what the user has agreed to lose by what it leads to.
    Own(D, Consent),
}

/// What a path is asked for in the course of.
#[derive(Clone, Debug, PartialEq)]
pub struct Way<S> {
    pub then: Then<S>,
    /// What the user has agreed to lose by it.
    pub consent: Consent,
    /// The document that it is for, by its number as in [`Moment`]: another one may be open by the time.
    pub(super) document: u64,
}

/// What a document was when the user agreed to lose what is unsaved of it.
pub type Consent = Option<Moment>;

/// A state of one of the documents that have been open here, one after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    pub(super) document: u64,
    pub(super) state: State,
    /// Texts that are not in the document were there too.
    pub(super) drafts: bool,
}

impl Moment {
    /// True where whoever agreed to lose what there was has agreed to lose what there is `now`.
    pub(super) fn covers(self, now: Self) -> bool {
        (self.document, self.state) == (now.document, now.state) && (self.drafts || !now.drafts)
    }
}

/// The answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Cancel,
    Save,
    Discard,
    /// Write over what somebody else has written.
    Overwrite,
    SaveAs,
    /// Write over another file.
    Replace,
    /// A typed path.
    Path(PathBuf),
    Preset(&'static str),
    Format(Format),
}

/// What happens.
#[derive(Debug)]
pub enum Event<S, D> {
    /// The user wants to go on to something else, every text that was being written has been handed over.
    Leave(Then<S>),
    /// The same where the user has agreed to lose something on the way.
    Arrive(Then<S>, Consent),
    Save,
    SaveAs,
    Import,
    Export,
    /// A question of another kind.
    Ask(D),
    /// What is in a file, or for an empty path on the clipboard, is to be looked at before it comes in.
    Incoming(D, PathBuf),
    Trouble {
        title: Trouble,
        text: String,
    },
    Answered(Answer),
    /// The desktop's dialog has returned a path.
    Picked(PathBuf),
    PickerCancelled,
    /// The desktop shows no dialog.
    NoPicker,
    /// The desktop's dialog has not answered for so long that it may never.
    PickerSlow,
    Opened(S, PathBuf),
    /// An empty path is the clipboard.
    NotOpened(FileError, PathBuf),
    Saved(PathBuf),
    NotSaved(FileError),
    Exported(PathBuf),
    NotExported(FileError),
    /// A job came to no end.
    BrokeOff(Job),
}

/// What is done beside the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    Picker,
    Reading,
    Saving,
    Exporting,
}

/// What is to be done about it, in order.
#[derive(Debug, PartialEq)]
pub enum Effect<S> {
    /// Asks the desktop for a path, beginning with this one.
    Pick(Purpose, PathBuf),
    /// The desktop's dialog is not waited for any more.
    GiveUpPicker,
    /// Reads a file: [`Event::Opened`] or [`Event::NotOpened`] follows, or what is in it is to be looked at first.
    Read(PathBuf),
    /// Reads a file that is to be looked at in any case.
    Look(PathBuf),
    /// Writes the document as it is now: [`Event::Saved`] or [`Event::NotSaved`] follows. What is changed meanwhile is not
    /// saved by it.
    Write(PathBuf, Over),
    /// Writes a copy: [`Event::Exported`] or [`Event::NotExported`] follows.
    Export(Format, PathBuf),
    /// Shows another document; what is open is gone.
    Show(S, Option<PathBuf>),
    /// The same with a preset.
    Preset(&'static str),
    /// The same with what a crash has left, unless somebody else has been quicker.
    Recover(Left),
    /// A file to go on with another time.
    Remember(PathBuf),
    /// A file that is gone.
    Forget(PathBuf),
    Say(LifeMessage),
    Hush,
    /// Sends [`Event::Leave`] with [`Then::Quit`] once every text that is being written has been handed over.
    QuitAgain,
    Close,
}

/// What is looked up when it matters.
pub trait World {
    fn state(&self) -> State;
    /// True where the document holds something that its file does not.
    fn is_unsaved(&self) -> bool;
    /// True where a text has been typed that is not in the document.
    fn has_drafts(&self) -> bool;
    /// The document's own file.
    fn path(&self) -> Option<&Path>;
    fn exists(&self, path: &Path) -> bool;
    /// A path to begin with.
    fn suggestion(&self, purpose: Purpose) -> PathBuf;
}

labels! {
    /// What went wrong.
    pub enum Trouble in "trouble" {
        NotOpened, NotImported, NotSaved, NotExported, BrokeOff, PresetNotOpened, LastNotOpened,
    }
}

messages! {
    /// What is said about it.
    #[derive(Clone, Debug, PartialEq)]
    pub enum LifeMessage in "life" {
        ClosesWhenSaved,
        ClosesWhenExported,
        ExportCancelled,
        ExportedTo { path: String },
        AnotherExport,
        /// What was not saved.
        StillOpen { error: String },
        /// Another document has been opened since the path was asked for.
        OtherIsOpen { path: String },
        /// `job` is `picker`, `reading`, `saving` or `exporting`.
        Stopped { job: &'static str },
    }
}
