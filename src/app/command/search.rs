//! Finding commands by words.

use super::{Command, Menu};

/// How well a command answers to what was typed, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is the whole title.
    Whole,
    /// The title begins with it.
    Begins,
    Title,
    /// Among other words for it, and in the name of its menu.
    Words,
    Explanation,
}

/// The commands that answer to every word of `wanted`, best first: each word begins a word of the title, else of the other
/// words for it, else of its explanation. All of them where nothing is wanted.
#[must_use]
pub fn find(wanted: &str) -> Vec<Command> {
    let wanted = words(wanted);
    let mut found: Vec<(Fit, Command)> =
        Command::all().filter_map(|command| Some((fit(&wanted, command)?, command))).collect();
    // Stable: what fits alike keeps the order of the list.
    found.sort_by_key(|(fit, _)| *fit);
    found.into_iter().map(|(_, command)| command).collect()
}

fn fit(wanted: &[String], command: Command) -> Option<Fit> {
    if wanted.is_empty() {
        return Some(Fit::Title);
    }
    let mut known = words(command.title());
    if known == wanted {
        return Some(Fit::Whole);
    }
    if known.len() >= wanted.len() && known.iter().zip(wanted).all(|(known, word)| known.starts_with(word.as_str())) {
        return Some(Fit::Begins);
    }
    let answers = |known: &[String]| {
        let begins = |word: &String| known.iter().any(|known| known.starts_with(word.as_str()));
        wanted.iter().all(begins)
    };
    if answers(&known) {
        return Some(Fit::Title);
    }
    known.extend(words(command.words()));
    known.extend(Menu::of(command).map(|menu| menu.title().to_lowercase()));
    if answers(&known) {
        return Some(Fit::Words);
    }
    known.extend(words(command.explanation()));
    answers(&known).then_some(Fit::Explanation)
}

/// The words of a text in small letters, without what stands between them.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|letter: char| !letter.is_alphanumeric());
    parts.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{Command, find};
    use crate::app::views::{checks, matrix, ranking, weights};

    #[test]
    fn a_title_comes_before_other_words_and_those_before_an_explanation() {
        assert_eq!(find("dark theme")[0], Command::ThemeDark);
        assert_eq!(find("theme"), [Command::ThemeSystem, Command::ThemeLight, Command::ThemeDark]);
        let before = |wanted, first, second| {
            let found = find(wanted);
            let place = |command| found.iter().position(|found| *found == command);
            assert!(place(second).is_some() && place(first) < place(second), "{wanted}: {found:?}");
        };
        // Each pair stands the other way round in the list of all commands.
        before("copy", Command::CopyMatrix, Command::SaveAs);
        before("scores", Command::Show(matrix::VIEW), Command::Duplicate);
    }

    #[test]
    fn every_title_finds_its_command_first() {
        for command in Command::all() {
            assert_eq!(find(command.title()).first(), Some(&command), "{}", command.title());
        }
    }

    #[test]
    fn words_begin_words() {
        assert_eq!(find("eve ou")[0], Command::EvenOut);
        assert!(find("ven ut").is_empty(), "the middle of a word finds nothing");
        assert_eq!(find("SAVE  AS")[0], Command::SaveAs);
        assert_eq!(find("save")[..2], [Command::Save, Command::SaveAs]);
    }

    #[test]
    fn what_people_call_things_is_known() {
        for (wanted, command) in [
            ("why", Command::Show(ranking::VIEW)),
            ("sensitivity", Command::Show(ranking::VIEW)),
            ("sliders", Command::Show(weights::VIEW)),
            ("lint", Command::Show(checks::VIEW)),
            ("excel", Command::Import),
            ("shortcuts", Command::Keys),
            ("weights equal", Command::EvenOut),
            ("exit", Command::Quit),
        ] {
            assert_eq!(find(wanted).first(), Some(&command), "{wanted}");
        }
    }
}
