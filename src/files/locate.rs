//! Finds the part of a document in the text that it was read from, so that an error can point at it.

use crate::model::{Id, Place};

/// The byte at which `place` stands in the text of a native or JSON file; None where it cannot be found.
///
/// Of several with the same id it is the last, which is the one that is too many.
pub fn place(text: &str, place: Place) -> Option<usize> {
    let mut finder = Finder { place, depth: 0, section: "", word: None, key: None, levels: None, inside: false };
    let mut found = Tokens { text, at: 0 }.filter_map(|(offset, token)| finder.see(offset, token));
    // Points and a lock may both name a node, and it is the points that are wrong more often.
    if matches!(place, Place::Weight(_)) { found.next() } else { found.last() }
}

/// Follows the tokens of a file and knows in which part of it they stand.
struct Finder<'a> {
    place: Place,
    /// Brackets that are open.
    depth: usize,
    /// The field of the decision that is being read.
    section: &'a str,
    /// The token before, where it was a word.
    word: Option<(usize, &'a str)>,
    /// The key whose value comes next.
    key: Option<&'a str>,
    /// The depth at which a list of levels began, whose ids are not those of nodes.
    levels: Option<usize>,
    /// Within the option whose cell is looked for.
    inside: bool,
}

impl<'a> Finder<'a> {
    fn see(&mut self, offset: usize, token: Token<'a>) -> Option<usize> {
        match token {
            Token::Word(word) => {
                let key = self.key.take();
                self.word = Some((offset, word));
                self.value(key, word).then_some(offset)
            }
            Token::Mark(b':') => {
                let (offset, key) = self.word?;
                self.key = Some(key);
                if self.depth == 2 {
                    self.section = key;
                }
                self.key_matches(key).then_some(offset)
            }
            Token::Mark(b'(' | b'[' | b'{') => {
                if self.word.take().is_some_and(|(_, word)| word == "Levels") {
                    self.levels.get_or_insert(self.depth);
                }
                self.depth += 1;
                self.key = None;
                None
            }
            Token::Mark(mark) => {
                if matches!(mark, b')' | b']' | b'}') {
                    self.depth = self.depth.saturating_sub(1);
                    self.levels = self.levels.filter(|&levels| self.depth > levels);
                }
                (self.word, self.key) = (None, None);
                None
            }
        }
    }

    fn value(&mut self, key: Option<&str>, word: &str) -> bool {
        let is = |id: Id| key == Some("id") && word == id.as_str();
        match self.place {
            Place::Node(id) => self.section == "criteria" && self.levels.is_none() && is(id),
            Place::Alternative(id) => self.section == "options" && is(id),
            Place::Viewpoint(id) => self.section == "viewpoints" && is(id),
            Place::Person(id) => self.section == "people" && is(id),
            Place::Weight(id) => self.section == "locks" && word == id.as_str(),
            Place::Cell(id, _) => {
                if self.section == "options" && key == Some("id") {
                    self.inside = is(id);
                }
                false
            }
            Place::Decision | Place::Field(_) => false,
        }
    }

    fn key_matches(&self, key: &str) -> bool {
        match self.place {
            Place::Decision => self.depth == 1 && key == "decision",
            Place::Field(field) => self.depth == 2 && key == field.name(),
            Place::Weight(id) => self.section == "weights" && self.depth > 2 && key == id.as_str(),
            Place::Cell(_, id) => self.inside && key == id.as_str(),
            Place::Node(_) | Place::Alternative(_) | Place::Viewpoint(_) | Place::Person(_) => false,
        }
    }
}

#[derive(Clone, Copy)]
enum Token<'a> {
    /// A name, a number, or what stands between quotes, as it is written.
    Word(&'a str),
    Mark(u8),
}

/// The tokens of RON, of which those of JSON are a part; spaces and comments left out.
struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = (usize, Token<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        self.skip_blank();
        let start = self.at;
        let rest = &self.text[start..];
        let first = rest.chars().next()?;
        if let Some(string) = self.string(rest) {
            return Some((start, Token::Word(string)));
        }
        if first.is_alphanumeric() || "_+-.".contains(first) {
            let word =
                rest.find(|c: char| !c.is_alphanumeric() && !"_+-.".contains(c)).map_or(rest, |end| &rest[..end]);
            self.at += word.len();
            return Some((start, Token::Word(word)));
        }
        self.at += first.len_utf8();
        Some((start, Token::Mark(rest.as_bytes()[0])))
    }
}

impl<'a> Tokens<'a> {
    fn skip_blank(&mut self) {
        loop {
            let rest = &self.text[self.at..];
            let blank = rest.len() - rest.trim_start().len();
            self.at += if blank > 0 {
                blank
            } else if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                block_comment(rest)
            } else {
                return;
            };
        }
    }

    /// What stands between the quotes at the start of `rest`, plain (`"…"`) or raw (`r#"…"#`).
    fn string(&mut self, rest: &'a str) -> Option<&'a str> {
        if let Some(body) = rest.strip_prefix('"') {
            let mut escaped = false;
            let end = body.bytes().position(|byte| {
                let ends = byte == b'"' && !escaped;
                escaped = byte == b'\\' && !escaped;
                ends
            });
            let end = end.unwrap_or(body.len());
            self.at += (end + 2).min(rest.len());
            return Some(&body[..end]);
        }
        let raw = rest.strip_prefix('r')?;
        let body = raw.trim_start_matches('#');
        let hashes = &raw[..raw.len() - body.len()];
        let body = body.strip_prefix('"')?;
        let end = body.find(&format!("\"{hashes}")).unwrap_or(body.len());
        self.at += (end + 3 + 2 * hashes.len()).min(rest.len());
        Some(&body[..end])
    }
}

/// The length of the block comment at the start of `text`; they nest.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(next) = text[at..].find(['/', '*']) {
        at += next;
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}
