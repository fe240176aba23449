//! Everything that can be done, in one list. Its keys stand in one match; name, explanation and other words for it in one
//! file of each language. Menus, palette and keys all read them.

mod keys;
mod menu;
mod search;

pub(in crate::app) use keys::keys;
pub use menu::{Menu, MenuLabel};
pub use search::find;

use super::views::{self, View};
use crate::text::{labels, messages};

/// Declares the commands, and lists them: no list of names is written twice.
macro_rules! commands {
    ($($first:ident)+; $($last:ident)+) => {
        /// An action by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command {
            $($first,)+
            /// Goes to a view.
            Show(View),
            $($last,)+
        }

        /// Every command but those that show views, which come between.
        const FIRST: &[Command] = &[$(Command::$first),+];
        const LAST: &[Command] = &[$(Command::$last),+];

        labels! {
            /// What menus call a command, what it does, and other words that people look for it by, small letters.
            pub enum CommandLabel in "command" with (explanation, words) { $($first,)+ $($last,)+ }
        }

        impl Command {
            /// Its words, but for those of a command that shows a view.
            fn label(self) -> Result<CommandLabel, View> {
                match self {
                    $(Self::$first => Ok(CommandLabel::$first),)+
                    Self::Show(view) => Err(view),
                    $(Self::$last => Ok(CommandLabel::$last),)+
                }
            }
        }
    };
}

commands! {
    New Open Recover Save SaveAs Import ImportPasted Export CopyRanking CopyMatrix Quit
    Undo Redo AddOption AddCriterion AddGroup Rename Duplicate Delete
    MoveBack MoveForward MoveOut MoveIn MarkBaseline DescribeDecision
    ;
    NextView PreviousView
    ThemeSystem ThemeLight ThemeDark ZoomIn ZoomOut ZoomReset ReduceMotion
    EvenOut ResetWeights UnlockAll SetBaseline SaveViewpoint RenameViewpoint DeleteViewpoint
    Notice Commands Keys About
}

messages! {
    /// A command, and what it is about.
    #[derive(Clone, Debug, PartialEq)]
    pub enum CommandTitle in "commandTitle" {
        Undo { step: String },
        Redo { step: String },
    }
}

impl Command {
    /// Every command, whether a menu holds it or not, in the order in which the palette lists them where nothing is typed.
    pub fn all() -> impl Iterator<Item = Self> {
        FIRST.iter().copied().chain(views::COMMANDS).chain(LAST.iter().copied())
    }

    /// What menus call it. `…` says that it asks for more before it acts.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.label().map_or_else(|view| view.class().label.command(), CommandLabel::text)
    }

    /// What it does, for hover and palette.
    #[must_use]
    pub fn explanation(self) -> &'static str {
        self.label().map_or_else(|view| view.class().label.explanation(), CommandLabel::explanation)
    }

    /// Other words that people look for it by.
    #[must_use]
    pub fn words(self) -> &'static str {
        self.label().map_or_else(|view| view.class().label.words(), CommandLabel::words)
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

    use super::{Command, Menu};

    #[test]
    fn no_two_commands_share_a_key_or_a_title() {
        let (mut keys, mut titles) = (HashSet::new(), HashSet::new());
        for command in Command::all() {
            assert!(titles.insert(command.title()), "{command:?} appears twice");
            for shortcut in command.shortcuts() {
                assert!(keys.insert(*shortcut), "{command:?} has the key of another command");
            }
        }
    }

    #[test]
    fn what_a_menu_holds_is_held_by_no_other() {
        let mut held = HashSet::new();
        for command in Menu::ALL.into_iter().flat_map(|menu| menu.groups().iter().copied().flatten()) {
            assert!(held.insert(*command), "{command:?} stands in two menus");
        }
    }
}
