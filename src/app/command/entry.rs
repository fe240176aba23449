//! What is to be known of each command: one place, one match.

use eframe::egui::{KeyboardShortcut, Modifiers};

use super::Command;

/// What is to be known of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What menus call it. `…` says that it asks for more before it acts.
    pub title: &'static str,
    /// What it does, for hover and palette.
    pub explanation: &'static str,
    /// The keys that run it; the first one is shown.
    pub keys: &'static [KeyboardShortcut],
    /// Other words that people look for it by, small letters.
    pub words: &'static str,
}

/// The keys of a command: modifiers and a key each, the one that is shown first.
macro_rules! keys {
    ($($modifiers:expr, $key:ident);+) => {
        const { &[$(eframe::egui::KeyboardShortcut::new($modifiers, eframe::egui::Key::$key)),+] }
    };
}
pub(in crate::app) use keys;

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const ALT: Modifiers = Modifiers::ALT;
const ALT_SHIFT: Modifiers = Modifiers::ALT.plus(Modifiers::SHIFT);
const NO_KEYS: &[KeyboardShortcut] = &[];

const fn entry(
    title: &'static str,
    explanation: &'static str,
    keys: &'static [KeyboardShortcut],
    words: &'static str,
) -> Entry {
    Entry { title, explanation, keys, words }
}

impl Command {
    /// Title, explanation, keys and other words.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "one arm a command")]
    pub fn entry(self) -> Entry {
        match self {
            Self::New => entry(
                "New from preset…",
                "Start from one of the presets, or from a blank matrix",
                keys!(CTRL, N),
                "template example blank create start scratch",
            ),
            Self::Open => entry("Open…", "Open a decision from a file", keys!(CTRL, O), "load file read recent"),
            Self::Recover => entry(
                "Recover…",
                "Bring back unsaved work that was left when the program ended",
                NO_KEYS,
                "crash lost restore rescue unsaved journal back",
            ),
            Self::Save => entry("Save", "Write the decision to its file", keys!(CTRL, S), "store write keep file"),
            Self::SaveAs => entry(
                "Save as…",
                "Write the decision to another file",
                keys!(CTRL_SHIFT, S),
                "another name copy store write file",
            ),
            Self::Import => entry(
                "Import…",
                "Take a matrix in from a spreadsheet or another file, after a look at it",
                keys!(CTRL_SHIFT, I),
                "load spreadsheet excel xlsx ods csv table merge paste",
            ),
            Self::ImportPasted => entry(
                "Import from the clipboard…",
                "Take a table in that was copied elsewhere, after a look at it",
                NO_KEYS,
                "paste table spreadsheet excel merge",
            ),
            Self::Export => entry(
                "Export…",
                "Write the matrix in another format",
                keys!(CTRL, E),
                "save as spreadsheet excel xlsx html page csv json markdown report share print",
            ),
            Self::CopyRanking => entry(
                "Copy ranking",
                "Put the ranking on the clipboard, as a table for spreadsheets and texts",
                keys!(CTRL_SHIFT, R),
                "clipboard result order table share",
            ),
            Self::CopyMatrix => entry(
                "Copy matrix",
                "Put the whole matrix on the clipboard, as a table for spreadsheets and texts",
                keys!(CTRL_SHIFT, C),
                "clipboard scores table spreadsheet share",
            ),
            Self::Quit => entry("Quit", "Close the window", keys!(CTRL, Q), "exit close leave end"),
            Self::Undo => entry("Undo", "Take the last step back", keys!(CTRL, Z), "back revert step history"),
            Self::Redo => entry(
                "Redo",
                "Make the step again that was taken back",
                keys!(CTRL_SHIFT, Z; CTRL, Y),
                "again repeat step history",
            ),
            Self::AddOption => entry(
                "Add option",
                "Add a row below the chosen one",
                keys!(CTRL_SHIFT, O),
                "new alternative choice candidate row insert create",
            ),
            Self::AddCriterion => entry(
                "Add criterion",
                "Add a column beside the chosen one, in the same group",
                keys!(CTRL_SHIFT, K),
                "new attribute objective factor column insert create",
            ),
            Self::AddGroup => entry(
                "Add group",
                "Add a group of criteria",
                keys!(CTRL_SHIFT, G),
                "new branch category objective tree insert create",
            ),
            Self::Rename => entry(
                "Rename",
                "Edit what is chosen in the matrix",
                keys!(Modifiers::NONE, F2),
                "edit name label title score change",
            ),
            Self::Duplicate => entry(
                "Duplicate",
                "Copy the chosen option, criterion or group with its scores",
                keys!(CTRL, D),
                "copy clone repeat",
            ),
            // The matrix reads the key Delete itself: it works there alone.
            Self::Delete => entry(
                "Delete",
                "Delete the chosen option, criterion or group, or clear the chosen scores",
                NO_KEYS,
                "remove erase clear drop",
            ),
            Self::MoveBack => entry(
                "Move up or left",
                "Move the chosen option up, or the chosen criterion or group to the left",
                keys!(ALT, ArrowUp; ALT, ArrowLeft),
                "order sort reorder earlier before raise",
            ),
            Self::MoveForward => entry(
                "Move down or right",
                "Move the chosen option down, or the chosen criterion or group to the right",
                keys!(ALT, ArrowDown; ALT, ArrowRight),
                "order sort reorder later after lower",
            ),
            Self::MoveOut => entry(
                "Move out of the group",
                "Take the chosen criterion or group out of its group; all weights stay",
                keys!(ALT_SHIFT, ArrowUp),
                "tree parent unnest ungroup promote",
            ),
            Self::MoveIn => entry(
                "Move into the group on the left",
                "Put the chosen criterion or group into the group on its left; all weights stay",
                keys!(ALT_SHIFT, ArrowDown),
                "tree child nest regroup demote",
            ),
            Self::MarkBaseline => entry(
                "Mark as baseline option",
                "Mark the chosen option as the one that the others are compared with, or unmark it",
                NO_KEYS,
                "reference status quo compare",
            ),
            Self::DescribeDecision => entry(
                "Describe the decision",
                "Edit title, question, context, authors and sources",
                keys!(CTRL, I),
                "title question context author source notes about properties",
            ),
            Self::Show(view) => view.class().command,
            Self::NextView => entry(
                "Next view",
                "Turn to the view of the next tab",
                keys!(Modifiers::NONE, F6),
                "tab switch forward show",
            ),
            Self::PreviousView => entry(
                "Previous view",
                "Turn to the view of the tab before",
                keys!(Modifiers::SHIFT, F6),
                "tab switch back show",
            ),
            Self::ThemeSystem => entry(
                "Theme of the system",
                "Follow the light or dark theme of the system",
                NO_KEYS,
                "colours colors appearance automatic",
            ),
            Self::ThemeLight => {
                entry("Light theme", "Use the light theme", NO_KEYS, "colours colors appearance bright white day")
            }
            Self::ThemeDark => {
                entry("Dark theme", "Use the dark theme", NO_KEYS, "colours colors appearance black night")
            }
            Self::ZoomIn => entry(
                "Zoom in",
                "Make everything larger, up to 300 %",
                keys!(CTRL, Plus; CTRL, Equals),
                "larger bigger scale size text font magnify",
            ),
            Self::ZoomOut => entry(
                "Zoom out",
                "Make everything smaller, down to 75 %",
                keys!(CTRL, Minus),
                "smaller scale size text font",
            ),
            Self::ZoomReset => {
                entry("Actual size", "Return to 100 %", keys!(CTRL, Num0), "zoom 100 normal scale default")
            }
            Self::ReduceMotion => entry(
                "Reduce motion",
                "Let rows and bars jump instead of glide",
                NO_KEYS,
                "animation glide accessibility still",
            ),
            Self::EvenOut => entry(
                "Even out",
                "Give every unlocked criterion the same weight",
                keys!(CTRL_SHIFT, E),
                "equal same level weights balance",
            ),
            Self::ResetWeights => entry(
                "Reset to baseline",
                "Return to the weights of the baseline",
                keys!(CTRL, R),
                "original restore back weights",
            ),
            Self::UnlockAll => entry("Unlock all", "Free all weights", NO_KEYS, "lock free release weights"),
            Self::SetBaseline => entry(
                "Set baseline",
                "Take the present state as the one that ghost marks and Reset refer to",
                keys!(CTRL, B),
                "reference ghost mark snapshot remember",
            ),
            Self::SaveViewpoint => entry(
                "Save viewpoint…",
                "Keep the present weights under a name",
                keys!(CTRL_SHIFT, P),
                "weights set preset keep store perspective stakeholder",
            ),
            Self::RenameViewpoint => entry(
                "Rename viewpoint…",
                "Give the chosen viewpoint another name",
                NO_KEYS,
                "weights set name perspective stakeholder",
            ),
            Self::DeleteViewpoint => entry(
                "Delete viewpoint",
                "Delete the chosen viewpoint; the weights stay",
                NO_KEYS,
                "weights set remove perspective stakeholder",
            ),
            Self::Notice => entry(
                "Go to notice",
                "Put the keyboard on the notice above the middle",
                keys!(Modifiers::NONE, F8),
                "message alert banner answer recovered changed",
            ),
            Self::Commands => entry("Commands", "Find any command by name", keys!(CTRL, K), "palette search find"),
            Self::Keys => entry(
                "Keys",
                "Show the keys for weights and matrix",
                keys!(Modifiers::NONE, F1),
                "keyboard shortcuts help hotkeys",
            ),
            Self::About => {
                entry("About Counterpoise", "Show version and licence", NO_KEYS, "version licence license copyright")
            }
        }
    }
}
