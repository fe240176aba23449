//! The keys of each command: one match.

use eframe::egui::{KeyboardShortcut, Modifiers};

use super::Command;

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

impl Command {
    /// The keys that run it; the first one is shown.
    #[must_use]
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        match self {
            Self::Show(view) => view.class().keys,
            Self::New => keys!(CTRL, N),
            Self::Open => keys!(CTRL, O),
            Self::Save => keys!(CTRL, S),
            Self::SaveAs => keys!(CTRL_SHIFT, S),
            Self::Import => keys!(CTRL_SHIFT, I),
            Self::Export => keys!(CTRL, E),
            Self::CopyRanking => keys!(CTRL_SHIFT, R),
            Self::CopyMatrix => keys!(CTRL_SHIFT, C),
            Self::Quit => keys!(CTRL, Q),
            Self::Undo => keys!(CTRL, Z),
            Self::Redo => keys!(CTRL_SHIFT, Z; CTRL, Y),
            Self::AddOption => keys!(CTRL_SHIFT, O),
            Self::AddCriterion => keys!(CTRL_SHIFT, K),
            Self::AddGroup => keys!(CTRL_SHIFT, G),
            Self::Rename => keys!(Modifiers::NONE, F2),
            Self::Duplicate => keys!(CTRL, D),
            Self::MoveBack => keys!(ALT, ArrowUp; ALT, ArrowLeft),
            Self::MoveForward => keys!(ALT, ArrowDown; ALT, ArrowRight),
            Self::MoveOut => keys!(ALT_SHIFT, ArrowUp),
            Self::MoveIn => keys!(ALT_SHIFT, ArrowDown),
            Self::DescribeDecision => keys!(CTRL, I),
            Self::NextView => keys!(Modifiers::NONE, F6),
            Self::PreviousView => keys!(Modifiers::SHIFT, F6),
            Self::ZoomIn => keys!(CTRL, Plus; CTRL, Equals),
            Self::ZoomOut => keys!(CTRL, Minus),
            Self::ZoomReset => keys!(CTRL, Num0),
            Self::EvenOut => keys!(CTRL_SHIFT, E),
            Self::ResetWeights => keys!(CTRL, R),
            Self::SetBaseline => keys!(CTRL, B),
            Self::SaveViewpoint => keys!(CTRL_SHIFT, P),
            Self::Notice => keys!(Modifiers::NONE, F8),
            Self::Commands => keys!(CTRL, K),
            Self::Keys => keys!(Modifiers::NONE, F1),
            // The matrix reads the key Delete itself: it works there alone.
            Self::Recover
            | Self::ImportPasted
            | Self::Delete
            | Self::MarkBaseline
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::ReduceMotion
            | Self::UnlockAll
            | Self::RenameViewpoint
            | Self::DeleteViewpoint
            | Self::About => &[],
        }
    }
}
