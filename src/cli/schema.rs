//! `schema`: the JSON Schema of JSON files.

use super::error::CliError;
use super::output;
use crate::files;

pub fn run() -> Result<(), CliError> {
    output::result(|out| out.write_all(files::JSON_SCHEMA.as_bytes()))
}
