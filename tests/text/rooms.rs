//! Words that stand in the code.
//!
//! A text that a person reads comes from a wording. What looks like one in the code fails.

use std::fs;

use proc_macro2::{TokenStream, TokenTree};

use super::wordings::{files, root};

/// What looks like words and is none: where, and how the text begins.
const NO_WORDS: [(&str, &str); 38] = [
    // Exported files are the same in every language, as the contract has it.
    ("src/files/export/", ""),
    // What tables of others call things is looked for, not said.
    ("src/files/import/sheet/words.rs", ""),
    ("src/files/import/sheet/judged.rs", ""),
    ("src/files/import/sheet/figures.rs", "Kč"),
    ("src/analysis/checks/direction_looks_wrong.rs", ""),
    // Names of levels, and parts of formats.
    ("src/model/scale.rs", "Yes"),
    ("src/model/scale.rs", "No"),
    ("src/files/import/sheet/document.rs", "Yes"),
    ("src/files/import/sheet/document.rs", "No"),
    ("src/files/import/xmcda/scales.rs", "Yes"),
    ("src/files/import/xmcda/scales.rs", "No"),
    ("src/files/import/xmcda/value.rs", "NaN"),
    ("src/files/import/sheet/xls.rs", "Workbook"),
    ("src/files/import/sheet/xls.rs", "Book"),
    ("src/files/import/sheet/container.rs", "Workbook"),
    ("src/files/locate.rs", "Levels"),
    ("src/files/versioned.rs", "Decision"),
    ("src/model/alternatives/written.rs", "Alternative"),
    ("src/text/numbers.rs", "NaN"),
    // What parsers say, to be told apart.
    ("src/files/import/json.rs", " at line "),
    ("src/files/import/json.rs", "recursion limit"),
    // Folders and threads.
    ("src/files/journal/folder.rs", "AppData"),
    ("src/files/journal/folder.rs", "Local"),
    ("src/files/journal/folder.rs", "Library"),
    ("src/files/journal/folder.rs", "Application Support"),
    ("src/files/journal/writer.rs", "Content"),
    ("src/files/journal/writer.rs", "Wake"),
    // Names of the program and of a type, and what only a test reads.
    ("src/app/run.rs", "Counterpoise"),
    ("src/app/clipboard.rs", "Clipboard"),
    ("src/app/theme.rs", "\\\"{text}\\\" is no colour"),
    // What only programmers see.
    ("src/session/ask.rs", "Questions"),
    ("src/session/workers.rs", "Workers"),
    // Parts of a man page, the name of the program before its errors, and heads of columns that programs read.
    ("src/cli/manual.rs", ".SH "),
    ("src/cli/output.rs", "counterpoise: "),
    ("src/cli/robustness/mod.rs", "acceptability of each rank"),
    ("src/cli/robustness/mod.rs", "expected rank"),
    // Errors that are caught, and shown as others.
    ("src/app/run.rs", "what was to be shown"),
    ("src/files/task.rs", "called off"),
];

/// Where numbers are written that nobody reads, such as lengths in a picture, and the one module that writes all others.
const NO_FIGURES: [&str; 5] = [
    "src/files/export/html/matrix.rs",
    "src/files/export/html/ranking.rs",
    "src/files/export/html/style.rs",
    // Arithmetic in decimals.
    "src/files/import/sheet/workbook.rs",
    "src/text/numbers.rs",
];

/// Macros whose texts only programmers read.
const FOR_PROGRAMMERS: [&str; 9] = [
    "panic",
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "unreachable",
    "concat",
    "include_str",
];

/// True where a text is more than a name that programs use: two words, a word beside a placeholder, or a word that begins
/// like a sentence.
fn is_said(text: &str) -> bool {
    let is_word = |word: &&str| word.chars().filter(|letter| letter.is_alphabetic()).count() > 1;
    let placeholders = text.matches('{').count();
    let mut bare = String::new();
    let mut depth = 0;
    for letter in text.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            letter if depth == 0 => bare.push(letter),
            _ => {}
        }
    }
    let words: Vec<&str> = bare.split_whitespace().filter(is_word).collect();
    let is_plain =
        |word: &&str| word.chars().all(|letter| letter.is_alphabetic() || ",.;:!?…()\"“”'’".contains(letter));
    let plain = words.iter().filter(|word| is_plain(word)).count();
    let begins_like_a_sentence = || {
        let mut letters = bare.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    plain > 1 || plain == 1 && (placeholders > 0 && bare.contains(' ') || words.len() == 1 && begins_like_a_sentence())
}

/// The texts of a file, without tests, documentation and what only programmers read.
fn texts(tokens: TokenStream, found: &mut Vec<(usize, String)>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at..] {
            // An attribute of the whole file, its documentation.
            [TokenTree::Punct(hash), TokenTree::Punct(mark), TokenTree::Group(_), ..]
                if hash.as_char() == '#' && mark.as_char() == '!' =>
            {
                at += 3;
            }
            // An attribute; those of errors are read by people.
            [TokenTree::Punct(hash), TokenTree::Group(attribute), ..] if hash.as_char() == '#' => {
                let content = attribute.stream().to_string();
                if content.starts_with("error") {
                    texts(attribute.stream(), found);
                }
                at += 2;
                if content
                    .replace(' ', "")
                    .trim_start_matches("cfg(all(")
                    .trim_start_matches("cfg(")
                    .starts_with("test")
                {
                    // What it stands on, up to its body.
                    at += tokens[at..].iter().position(ends_item).map_or(0, |end| end + 1);
                }
            }
            [TokenTree::Ident(name), TokenTree::Punct(mark), TokenTree::Group(_), ..]
                if mark.as_char() == '!' && FOR_PROGRAMMERS.iter().any(|other| name == other) =>
            {
                at += 3;
            }
            [TokenTree::Ident(name), TokenTree::Group(_), ..] if name == "expect" => at += 2,
            // Who published a method, the same in every language.
            [TokenTree::Ident(name), TokenTree::Punct(mark), TokenTree::Literal(_), ..]
                if name == "source" && mark.as_char() == ':' =>
            {
                at += 3;
            }
            [TokenTree::Group(group), ..] => {
                texts(group.stream(), found);
                at += 1;
            }
            [TokenTree::Literal(literal), ..] => {
                let text = literal.to_string();
                let is_text = text.starts_with('"') || text.starts_with("r\"") || text.starts_with("r#");
                if is_text {
                    found.push((literal.span().start().line, text));
                }
                at += 1;
            }
            _ => at += 1,
        }
    }
}

/// A literal without its quotes.
fn content(literal: &str) -> &str {
    literal.trim_start_matches('r').trim_matches('#').trim_matches('"')
}

/// The end of what an attribute stands on: a body, or a semicolon.
fn ends_item(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => group.delimiter() == proc_macro2::Delimiter::Brace,
        TokenTree::Punct(mark) => mark.as_char() == ';',
        _ => false,
    }
}

#[test]
fn no_words_stand_in_the_code() {
    let mut said = Vec::new();
    for file in files(&root().join("src"), "rs") {
        let name = file.strip_prefix(root()).unwrap().display().to_string();
        if name.ends_with("tests.rs") {
            continue;
        }
        let mut found = Vec::new();
        texts(fs::read_to_string(&file).unwrap().parse().unwrap(), &mut found);
        found.retain(|(_, text)| {
            is_said(content(text))
                && !NO_WORDS.iter().any(|(of, start)| name.starts_with(of) && content(text).starts_with(start))
        });
        said.extend(found.into_iter().map(|(line, text)| format!("{name}:{line} {text}")));
    }
    assert!(said.is_empty(), "words in the code:\n{}", said.join("\n"));
    let idle = |(of, _): &&(&str, &str)| !root().join(of).exists();
    let gone: Vec<_> = NO_WORDS.iter().filter(idle).collect();
    assert!(gone.is_empty(), "no such files: {gone:?}");
}

/// True where a number would be rounded: a placeholder asks for so many decimals.
fn rounds(text: &str) -> bool {
    let placeholders = text.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    placeholders.filter_map(|placeholder| placeholder.split_once(':')).any(|(_, how)| how.contains('.'))
}

#[test]
fn figures_are_written_in_one_module() {
    let mut found = Vec::new();
    for file in files(&root().join("src"), "rs") {
        let name = file.strip_prefix(root()).unwrap().display().to_string();
        if name.ends_with("tests.rs") || NO_FIGURES.contains(&name.as_str()) {
            continue;
        }
        let mut literals = Vec::new();
        texts(fs::read_to_string(&file).unwrap().parse().unwrap(), &mut literals);
        let rounded = literals.into_iter().filter(|(_, text)| rounds(text));
        found.extend(rounded.map(|(line, text)| format!("{name}:{line} {text}")));
    }
    assert!(found.is_empty(), "to be written by text::numbers:\n{}", found.join("\n"));
    for (text, is_so) in [("{:.0} %", true), ("{x:.3}", true), ("{x:>8.*}", true), ("{x}", false), ("{x:?}.", false)] {
        assert_eq!(rounds(text), is_so, "{text}");
    }
}

#[test]
fn words_are_told_from_what_programs_read() {
    for said in ["there is no file", "Move {name}", "Error", "{} of {}", "Add what is new", "needs a {thing}"] {
        assert!(is_said(said), "{said}");
    }
    for silent in ["weighted-sum", "{}-{}", "", "assets/text", "%", "{name}: {value}", "id", "utf-8", "\\t", "TOPSIS"] {
        assert!(!is_said(silent), "{silent}");
    }
    let mut found = Vec::new();
    let code = "#[error(\"it is red\")] fn f() { panic!(\"it is blue\"); g(\"it is green\").expect(\"it is white\"); } \
                #[cfg(test)] mod tests { const X: &str = \"it is black\"; } const Y: &str = \"it is grey\";";
    texts(code.parse().unwrap(), &mut found);
    let found: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(found, ["\"it is red\"", "\"it is green\"", "\"it is grey\""]);
}
