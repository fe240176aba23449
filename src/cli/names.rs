//! Finds what a user calls by name, and names what was found.

use crate::model::{Document, Outline};

/// The item called `wanted`: to the letter, or else the first that differs in upper and lower case only, or in the shape
/// of its apostrophes, which keyboards do not tell apart.
pub fn find<'a, T>(items: &'a [T], name: impl Fn(&T) -> &str, wanted: &str) -> Option<&'a T> {
    let wanted = wanted.trim();
    let exact = items.iter().find(|&item| name(item) == wanted);
    exact.or_else(|| items.iter().find(|&item| fold(name(item)) == fold(wanted)))
}

fn fold(name: &str) -> String {
    name.trim().replace(['\u{2018}', '\u{2019}'], "'").to_lowercase()
}

/// The names of the options in `rows`.
pub fn pick<'a>(names: &'a [String], rows: &[usize]) -> Vec<&'a str> {
    rows.iter().map(|&row| names[row].as_str()).collect()
}

/// A criterion's name, or a group's path in the value tree, such as `Money/Running costs`.
pub fn path(document: &Document, outline: &Outline, at: usize) -> String {
    let entries = outline.entries();
    let name = |at: usize| document.node(entries[at].id).map_or("", |node| node.name());
    if entries[at].is_criterion {
        return name(at).to_owned();
    }
    let mut path: Vec<&str> = std::iter::successors(Some(at), |&at| entries[at].parent).map(name).collect();
    path.reverse();
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn to_the_letter_goes_first() {
        let names = ["price", "Price", "Partners\u{2019} view"];
        let find = |wanted| find(&names, |name| name, wanted).copied();
        assert_eq!(find("Price"), Some("Price"));
        assert_eq!(find("PRICE"), Some("price"));
        assert_eq!(find("partners' view"), Some("Partners\u{2019} view"));
        assert_eq!(find("Prices"), None);
    }
}
