//! The pseudo-language: English that shows that it came from a wording.

use std::borrow::Cow;

/// Letters that stay readable and can be told from those of a text that was left in the code.
const LETTERS: [(char, char); 30] = [
    ('a', 'á'),
    ('b', 'ƀ'),
    ('c', 'ç'),
    ('d', 'đ'),
    ('e', 'é'),
    ('g', 'ĝ'),
    ('h', 'ĥ'),
    ('i', 'í'),
    ('j', 'ĵ'),
    ('k', 'ķ'),
    ('l', 'ļ'),
    ('n', 'ñ'),
    ('o', 'ó'),
    ('r', 'ŕ'),
    ('s', 'š'),
    ('t', 'ţ'),
    ('u', 'ú'),
    ('w', 'ŵ'),
    ('y', 'ý'),
    ('z', 'ž'),
    ('A', 'Á'),
    ('C', 'Ç'),
    ('E', 'É'),
    ('I', 'Í'),
    ('N', 'Ñ'),
    ('O', 'Ó'),
    ('S', 'Š'),
    ('T', 'Ţ'),
    ('U', 'Ú'),
    ('W', 'Ŵ'),
];

/// The text of a message between its arguments: vowels twice, which makes it some third longer, as many languages are.
pub(super) fn accented(text: &str) -> Cow<'_, str> {
    let mut longer = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        let shown = LETTERS.iter().find(|(plain, _)| *plain == letter).map_or(letter, |(_, accented)| *accented);
        longer.push(shown);
        if "aeiouy".contains(letter) {
            longer.push(shown);
        }
    }
    longer.into()
}

/// A whole message.
pub(super) fn bracketed(text: &str) -> String {
    format!("⟦{text}⟧")
}
