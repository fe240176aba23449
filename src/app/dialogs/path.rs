//! A path to type, for desktops that show no file dialog.

use std::ffi::OsStr;
use std::ops::Range;
use std::path::{Path, PathBuf};

use eframe::egui::{RichText, TextEdit, Ui};

use super::words::{ButtonLabel, DialogLabel};
use super::{Answer, buttons_ui, entered};
use crate::app::theme;
use crate::session::lifecycle::{self, Purpose};

pub fn path_ui(ui: &mut Ui, purpose: Purpose, text: &mut String, fault: &mut Option<String>) -> Option<Answer> {
    let (title, action) = match purpose {
        Purpose::Open => (DialogLabel::OpenDecision, ButtonLabel::Open),
        Purpose::Import => (DialogLabel::ImportMatrix, ButtonLabel::LookAtIt),
        Purpose::Save => (DialogLabel::SaveDecision, ButtonLabel::Save),
        Purpose::Export(_) => (DialogLabel::ExportMatrix, ButtonLabel::Export),
    };
    ui.heading(title.text());
    ui.label(DialogLabel::NoFileDialog.text());
    let field = ui.add(TextEdit::singleline(text).desired_width(f32::INFINITY).hint_text("/home/me/decision.ron"));
    let field = field.accessible_name(DialogLabel::Path.text());
    let go = entered(ui, &field, stem(text));
    if let Some(fault) = fault {
        ui.label(RichText::new(fault.as_str()).color(*theme::tokens(ui.ctx()).warning));
    }
    match buttons_ui(ui, &[action, ButtonLabel::Cancel]) {
        Some(1) => Some(Answer::CANCEL),
        pressed if go || pressed == Some(0) => {
            if text.trim().is_empty() {
                *fault = Some(DialogLabel::PathFirst.to_string());
                return None;
            }
            Some(Answer::To(lifecycle::Answer::Path(expand(text.trim()))))
        }
        _ => None,
    }
}

/// Where the name of the file stands, without its folder and its extension: that is what is typed anew.
fn stem(text: &str) -> Range<usize> {
    let path = Path::new(text);
    let letters = |part: Option<&OsStr>| part.map_or(0, |part| part.to_string_lossy().chars().count());
    let all = text.chars().count();
    if text.ends_with(std::path::is_separator) {
        // A folder: typing goes on behind it.
        return all..all;
    }
    let start = all - letters(path.file_name());
    start..start + letters(path.file_stem())
}

/// A path as shells take it, with `~` for the home folder.
fn expand(text: &str) -> PathBuf {
    match (text.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(text),
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn the_name_of_the_file_is_marked() {
        for (text, marked) in [("/home/ж/cars.ron", "cars"), ("/home/me/", ""), ("cars", "cars"), ("", ""), ("/", "")]
        {
            let letters: Vec<char> = text.chars().collect();
            assert_eq!(letters[stem(text)].iter().collect::<String>(), marked, "{text}");
        }
    }
}
