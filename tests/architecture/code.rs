//! What a file of code names: rooms of this crate, and other crates.

use std::collections::HashSet;
use std::path::Path;

use proc_macro2::{Ident, TokenStream, TokenTree};

/// Which module a file is.
pub struct Place {
    /// From the crate's root, which has none.
    pub module: Vec<String>,
}

impl Place {
    /// Of a file at a path like `src/files/mod.rs`. The program's own file counts as the module `main`.
    pub fn of(path: &Path) -> Self {
        let path = path.with_extension("");
        let mut module: Vec<String> =
            path.iter().skip(1).map(|part| part.to_str().expect("names of files are ASCII").to_owned()).collect();
        module.pop_if(|last| last == "mod");
        Self { module }
    }
}

/// A path that stands in the code.
#[derive(Debug)]
pub struct Named {
    /// Counted from 1.
    pub line: usize,
    /// From the root of this crate, or from the name of another.
    pub path: Vec<String>,
}

/// The paths of a file: in `use`, in code, and inside of macros, but not in texts and comments.
#[derive(Debug, Default)]
pub struct Code {
    pub own: Vec<Named>,
    pub foreign: Vec<Named>,
    /// What `use` and `mod` give a name to, so that it stands for no crate.
    bound: HashSet<String>,
}

impl Code {
    pub fn parse(text: &str, place: &Place) -> Result<Self, String> {
        let tokens: TokenStream = text.parse().map_err(|error| format!("cannot be read: {error}"))?;
        let mut code = Self::default();
        code.read(tokens, &place.module);
        let bound = std::mem::take(&mut code.bound);
        code.foreign.retain(|named| !bound.contains(&named.path[0]));
        Ok(code)
    }

    /// Goes through code that stands in `module`.
    fn read(&mut self, tokens: TokenStream, module: &[String]) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = &tokens[..];
        while let Some((token, behind)) = rest.split_first() {
            rest = match token {
                TokenTree::Ident(word) if word == "use" => {
                    let (import, behind) = behind.split_at(behind.iter().take_while(|token| !is(token, ';')).count());
                    self.imports(import, &[], module);
                    behind
                }
                TokenTree::Ident(word) if word == "mod" => self.module(behind, module),
                TokenTree::Ident(_) => {
                    let (path, behind) = path(rest);
                    // A word alone is a variable, a type, a keyword.
                    if path.len() > 1 {
                        self.name(&path, module);
                    }
                    behind
                }
                TokenTree::Group(group) => {
                    self.read(group.stream(), module);
                    behind
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => behind,
            };
        }
    }

    /// The module that `tokens` begin with, and what comes after it.
    fn module<'a>(&mut self, tokens: &'a [TokenTree], module: &[String]) -> &'a [TokenTree] {
        let [TokenTree::Ident(name), behind @ ..] = tokens else { return tokens };
        let name = name.to_string();
        self.bound.insert(name.clone());
        let [TokenTree::Group(content), behind @ ..] = behind else { return behind };
        self.read(content.stream(), &[module, &[name]].concat());
        behind
    }

    /// What a `use` brings, whose `tokens` stand behind `prefix`.
    fn imports(&mut self, tokens: &[TokenTree], prefix: &[Ident], module: &[String]) {
        for item in tokens.split(|token| is(token, ',')) {
            let (path, behind) = path(behind_colons(item).unwrap_or(item));
            let path = [prefix, &path].concat();
            if let [.., TokenTree::Group(group)] = behind {
                self.imports(&group.stream().into_iter().collect::<Vec<_>>(), &path, module);
                continue;
            }
            let alias = match behind {
                [.., TokenTree::Ident(alias)] => Some(alias),
                // What another crate brings under its own name is still that crate.
                _ => path.last().filter(|_| path.len() > 1),
            };
            self.bound.extend(alias.map(Ident::to_string));
            self.name(&path, module);
        }
    }

    /// Takes down a path that stands in `module`.
    fn name(&mut self, path: &[Ident], module: &[String]) {
        let Some(first) = path.first() else { return };
        let line = first.span().start().line;
        let words: Vec<String> = path.iter().map(Ident::to_string).collect();
        if !matches!(words[0].as_str(), "crate" | "counterpoise" | "self" | "super" | "Self") {
            self.foreign.push(Named { line, path: words.clone() });
        }
        // What begins with the name of a crate may as well be a module beside, which is harmless.
        let mut own = module.to_vec();
        for word in words {
            match word.as_str() {
                "crate" | "counterpoise" => own.clear(),
                "super" => drop(own.pop()),
                "self" => {}
                _ => own.push(word),
            }
        }
        self.own.push(Named { line, path: own });
    }
}

/// The longest path that `tokens` begin with, and what comes after it.
fn path(mut tokens: &[TokenTree]) -> (Vec<Ident>, &[TokenTree]) {
    let mut path = Vec::new();
    while let [TokenTree::Ident(word), behind @ ..] = tokens {
        path.push(word.clone());
        tokens = behind;
        match behind_colons(behind) {
            Some(next @ [TokenTree::Ident(_), ..]) => tokens = next,
            _ => break,
        }
    }
    (path, tokens)
}

/// What comes after a `::` that `tokens` begin with.
fn behind_colons(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    match tokens {
        [first, second, behind @ ..] if is(first, ':') && is(second, ':') => Some(behind),
        _ => None,
    }
}

fn is(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}
