//! `schema`: the JSON Schema of JSON files.

use super::error::CliError;
use super::output;
use crate::files;

pub const EXAMPLES: &str = "\
Examples:
  counterpoise schema > decision-1.schema.json

A JSON file that names it in \"$schema\" is checked by an editor while it is typed.";

pub fn run() -> Result<(), CliError> {
    output::result(|out| out.write_all(files::JSON_SCHEMA.as_bytes()))
}
