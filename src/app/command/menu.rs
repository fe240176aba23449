//! The menus of the bar. Not every command needs a place in them.

use super::Command;
use crate::app::views;
use crate::text::labels;

labels! {
    /// What the menus are called, and what of them is no command.
    pub enum MenuLabel in "menu" { File, Edit, View, Weights, Help, Recent }
}

/// The menus, left to right.
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
            Self::File => MenuLabel::File.text(),
            Self::Edit => MenuLabel::Edit.text(),
            Self::View => MenuLabel::View.text(),
            Self::Weights => MenuLabel::Weights.text(),
            Self::Help => MenuLabel::Help.text(),
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
                &views::COMMANDS,
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

    /// The menu that holds a command, if one does.
    #[must_use]
    pub fn of(command: Command) -> Option<Self> {
        Self::ALL.into_iter().find(|menu| menu.groups().iter().any(|group| group.contains(&command)))
    }
}
