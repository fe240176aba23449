//! Keys of messages, made from the names in code while compiling.

/// The length of [`kebab`] of a name.
#[doc(hidden)]
#[must_use]
pub const fn kebab_length(name: &str) -> usize {
    let bytes = name.as_bytes();
    let (mut at, mut length) = (0, 0);
    while at < bytes.len() {
        length += if bytes[at].is_ascii_uppercase() { 2 } else { 1 };
        at += 1;
    }
    length
}

/// A name such as `explainNoContest` as a key such as `explain-no-contest`.
#[doc(hidden)]
#[must_use]
pub const fn kebab<const LENGTH: usize>(name: &str) -> [u8; LENGTH] {
    let bytes = name.as_bytes();
    let mut key = [b'-'; LENGTH];
    let (mut at, mut to) = (0, 0);
    while at < bytes.len() {
        if bytes[at].is_ascii_uppercase() {
            to += 1;
        }
        key[to] = bytes[at].to_ascii_lowercase();
        (at, to) = (at + 1, to + 1);
    }
    key
}

/// The key of a message of a room, or of an attribute of one.
macro_rules! key {
    ($room:literal, $name:ident $(. $attribute:ident)?) => {{
        const NAME: &str = concat!($room, stringify!($name) $(, ".", stringify!($attribute))?);
        const BYTES: [u8; $crate::text::kebab_length(NAME)] = $crate::text::kebab(NAME);
        const KEY: &str = match std::str::from_utf8(&BYTES) {
            Ok(key) => key,
            Err(_) => panic!("names in code are ASCII"),
        };
        KEY
    }};
}
pub(crate) use key;
