//! Everything that can be done, in one place: name, shortcut and explanation. Menus, palette and keys all read it.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

/// An action by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    New,
    Open,
    Recover,
    Save,
    SaveAs,
    Import,
    ImportPasted,
    Export,
    CopyRanking,
    CopyMatrix,
    Quit,
    Undo,
    Redo,
    Rename,
    AddOption,
    AddCriterion,
    AddGroup,
    Duplicate,
    Delete,
    MoveBack,
    MoveForward,
    MoveOut,
    MoveIn,
    MarkBaseline,
    DescribeDecision,
    EvenOut,
    ResetWeights,
    SetBaseline,
    UnlockAll,
    SaveViewpoint,
    RenameViewpoint,
    DeleteViewpoint,
    ShowWeights,
    ShowMatrix,
    ShowChecks,
    ShowRanking,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ReduceMotion,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    Commands,
    Keys,
    About,
}

/// The menus of the bar, left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    File,
    Edit,
    View,
    Weights,
    Help,
}

impl Menu {
    pub const ALL: [Self; 5] = [Self::File, Self::Edit, Self::View, Self::Weights, Self::Help];

    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::View => "View",
            Self::Weights => "Weights",
            Self::Help => "Help",
        }
    }

    /// The entries in their groups; a line is drawn between groups.
    #[must_use]
    pub fn groups(self) -> &'static [&'static [Command]] {
        use Command as C;
        match self {
            Self::File => &[
                &[C::New, C::Open, C::Recover],
                &[C::Save, C::SaveAs],
                &[C::Import, C::ImportPasted],
                &[C::Export, C::CopyRanking, C::CopyMatrix],
                &[C::Quit],
            ],
            Self::Edit => &[
                &[C::Undo, C::Redo],
                &[C::AddOption, C::AddCriterion, C::AddGroup],
                &[C::Rename, C::Duplicate, C::Delete],
                &[C::MoveBack, C::MoveForward, C::MoveOut, C::MoveIn],
                &[C::MarkBaseline, C::DescribeDecision],
            ],
            Self::View => &[
                &[C::ShowWeights, C::ShowMatrix, C::ShowChecks, C::ShowRanking],
                &[C::ThemeSystem, C::ThemeLight, C::ThemeDark],
                &[C::ZoomIn, C::ZoomOut, C::ZoomReset],
                &[C::ReduceMotion],
            ],
            Self::Weights => &[
                &[C::EvenOut, C::ResetWeights, C::UnlockAll],
                &[C::SetBaseline],
                &[C::SaveViewpoint, C::RenameViewpoint, C::DeleteViewpoint],
            ],
            Self::Help => &[&[C::Commands, C::Keys], &[C::About]],
        }
    }
}

const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;

impl Command {
    /// Every command, in the order of the menus.
    pub fn all() -> impl Iterator<Item = (Menu, Self)> {
        Menu::ALL.into_iter().flat_map(|menu| menu.groups().iter().copied().flatten().map(move |c| (menu, *c)))
    }

    /// What the menu calls it. `…` says that it asks for more before it acts.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::New => "New from preset…",
            Self::Open => "Open…",
            Self::Recover => "Recover…",
            Self::Save => "Save",
            Self::SaveAs => "Save as…",
            Self::Import => "Import…",
            Self::ImportPasted => "Import from the clipboard…",
            Self::Export => "Export…",
            Self::CopyRanking => "Copy ranking",
            Self::CopyMatrix => "Copy matrix",
            Self::Quit => "Quit",
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::Rename => "Rename",
            Self::AddOption => "Add option",
            Self::AddCriterion => "Add criterion",
            Self::AddGroup => "Add group",
            Self::Duplicate => "Duplicate",
            Self::Delete => "Delete",
            Self::MoveBack => "Move up or left",
            Self::MoveForward => "Move down or right",
            Self::MoveOut => "Move out of the group",
            Self::MoveIn => "Move into the group on the left",
            Self::MarkBaseline => "Mark as baseline option",
            Self::DescribeDecision => "Describe the decision",
            Self::EvenOut => "Even out",
            Self::ResetWeights => "Reset to baseline",
            Self::SetBaseline => "Set baseline",
            Self::UnlockAll => "Unlock all",
            Self::SaveViewpoint => "Save viewpoint…",
            Self::RenameViewpoint => "Rename viewpoint…",
            Self::DeleteViewpoint => "Delete viewpoint",
            Self::ShowWeights => "Go to weights",
            Self::ShowMatrix => "Go to matrix",
            Self::ShowChecks => "Go to checks",
            Self::ShowRanking => "Go to ranking",
            Self::ThemeSystem => "Theme of the system",
            Self::ThemeLight => "Light theme",
            Self::ThemeDark => "Dark theme",
            Self::ReduceMotion => "Reduce motion",
            Self::ZoomIn => "Zoom in",
            Self::ZoomOut => "Zoom out",
            Self::ZoomReset => "Actual size",
            Self::Commands => "Commands",
            Self::Keys => "Keys",
            Self::About => "About Counterpoise",
        }
    }

    /// What it does, for hover and palette.
    #[must_use]
    pub fn explanation(self) -> &'static str {
        match self {
            Self::New => "Start from one of the presets, or from a blank matrix",
            Self::Open => "Open a decision from a file",
            Self::Recover => "Bring back work that a crash has left",
            Self::Save => "Write the decision to its file",
            Self::SaveAs => "Write the decision to another file",
            Self::Import => "Take a matrix in from a spreadsheet or another file, after a look at it",
            Self::ImportPasted => "Take a table in that was copied elsewhere, after a look at it",
            Self::Export => "Write the matrix in another format",
            Self::CopyRanking => "Put the ranking on the clipboard, as a table for spreadsheets and texts",
            Self::CopyMatrix => "Put the whole matrix on the clipboard, as a table for spreadsheets and texts",
            Self::Quit => "Close the window",
            Self::Undo => "Take the last step back",
            Self::Redo => "Make the step again that was taken back",
            Self::Rename => "Edit what is chosen in the matrix",
            Self::AddOption => "Add a row below the chosen one",
            Self::AddCriterion => "Add a column beside the chosen one, in the same group",
            Self::AddGroup => "Add a group of criteria",
            Self::Duplicate => "Copy the chosen option, criterion or group with its scores",
            Self::Delete => "Delete the chosen option, criterion or group, or clear the chosen scores",
            Self::MoveBack => "Move the chosen option up, or the chosen criterion or group to the left",
            Self::MoveForward => "Move the chosen option down, or the chosen criterion or group to the right",
            Self::MoveOut => "Take the chosen criterion or group out of its group; all weights stay",
            Self::MoveIn => "Put the chosen criterion or group into the group on its left; all weights stay",
            Self::MarkBaseline => "Mark the chosen option as the one that the others are compared with, or unmark it",
            Self::DescribeDecision => "Edit title, question, context, authors and sources",
            Self::EvenOut => "Give every unlocked criterion the same weight",
            Self::ResetWeights => "Return to the weights of the baseline",
            Self::SetBaseline => "Take the present state as the one that ghost marks and Reset refer to",
            Self::UnlockAll => "Free all weights",
            Self::SaveViewpoint => "Keep the present weights under a name",
            Self::RenameViewpoint => "Give the chosen viewpoint another name",
            Self::DeleteViewpoint => "Delete the chosen viewpoint; the weights stay",
            Self::ShowWeights => "Put the keyboard on the weight of what is chosen",
            Self::ShowMatrix => "Put the keyboard on the matrix",
            Self::ShowChecks => "Show what the model checks have found",
            Self::ShowRanking => "Put the keyboard on the ranking",
            Self::ThemeSystem => "Follow the light or dark theme of the system",
            Self::ThemeLight => "Use the light theme",
            Self::ThemeDark => "Use the dark theme",
            Self::ReduceMotion => "Let rows and bars jump instead of glide",
            Self::ZoomIn => "Make everything larger, up to 300 %",
            Self::ZoomOut => "Make everything smaller, down to 75 %",
            Self::ZoomReset => "Return to 100 %",
            Self::Commands => "Find any command by name",
            Self::Keys => "Show the keys for weights and matrix",
            Self::About => "Show version and licence",
        }
    }

    /// The keys that run it; the first one is shown.
    #[must_use]
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        macro_rules! keys {
            ($($modifiers:expr, $key:ident);+) => { const { &[$(KeyboardShortcut::new($modifiers, Key::$key)),+] } };
        }
        match self {
            Self::New => keys!(CTRL, N),
            Self::Open => keys!(CTRL, O),
            Self::Save => keys!(CTRL, S),
            Self::SaveAs => keys!(CTRL.plus(Modifiers::SHIFT), S),
            Self::Import => keys!(CTRL.plus(Modifiers::SHIFT), I),
            Self::Export => keys!(CTRL, E),
            Self::CopyRanking => keys!(CTRL.plus(Modifiers::SHIFT), R),
            Self::CopyMatrix => keys!(CTRL.plus(Modifiers::SHIFT), C),
            Self::Quit => keys!(CTRL, Q),
            Self::Undo => keys!(CTRL, Z),
            Self::Redo => keys!(CTRL.plus(Modifiers::SHIFT), Z; CTRL, Y),
            Self::Rename => keys!(Modifiers::NONE, F2),
            Self::AddOption => keys!(CTRL.plus(Modifiers::SHIFT), O),
            Self::AddCriterion => keys!(CTRL.plus(Modifiers::SHIFT), K),
            Self::AddGroup => keys!(CTRL.plus(Modifiers::SHIFT), G),
            Self::Duplicate => keys!(CTRL, D),
            Self::MoveBack => keys!(ALT, ArrowUp; ALT, ArrowLeft),
            Self::MoveForward => keys!(ALT, ArrowDown; ALT, ArrowRight),
            Self::MoveOut => keys!(ALT.plus(Modifiers::SHIFT), ArrowUp),
            Self::MoveIn => keys!(ALT.plus(Modifiers::SHIFT), ArrowDown),
            Self::DescribeDecision => keys!(CTRL, I),
            Self::EvenOut => keys!(CTRL.plus(Modifiers::SHIFT), E),
            Self::ResetWeights => keys!(CTRL, R),
            Self::SetBaseline => keys!(CTRL, B),
            Self::SaveViewpoint => keys!(CTRL.plus(Modifiers::SHIFT), P),
            Self::ShowWeights => keys!(CTRL, Num1),
            Self::ShowMatrix => keys!(CTRL, Num2),
            Self::ShowChecks => keys!(CTRL, Num3),
            Self::ShowRanking => keys!(CTRL, Num4),
            Self::ZoomIn => keys!(CTRL, Plus; CTRL, Equals),
            Self::ZoomOut => keys!(CTRL, Minus),
            Self::ZoomReset => keys!(CTRL, Num0),
            Self::Commands => keys!(CTRL, K),
            Self::Keys => keys!(Modifiers::NONE, F1),
            // Delete works on the matrix alone, which reads the key itself.
            Self::Delete
            | Self::ImportPasted
            | Self::Recover
            | Self::MarkBaseline
            | Self::UnlockAll
            | Self::RenameViewpoint
            | Self::DeleteViewpoint
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::ReduceMotion
            | Self::About => &[],
        }
    }

    /// True where a text that is being written must be finished first, because the command reads or replaces it.
    #[must_use]
    pub fn needs_finished_text(self) -> bool {
        !matches!(
            self,
            Self::ThemeSystem
                | Self::ThemeLight
                | Self::ThemeDark
                | Self::ReduceMotion
                | Self::ZoomIn
                | Self::ZoomOut
                | Self::ZoomReset
        )
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::Command;

    #[test]
    fn no_two_commands_share_a_key_or_a_title() {
        let (mut keys, mut titles) = (HashSet::new(), HashSet::new());
        for (_, command) in Command::all() {
            assert!(titles.insert(command.title()), "{command:?} appears twice");
            for shortcut in command.shortcuts() {
                assert!(keys.insert(*shortcut), "{command:?} has the key of another command");
            }
        }
    }
}
