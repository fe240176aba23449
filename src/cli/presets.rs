//! `presets`: the decisions that come with the program.

use anstyle::Style;
use serde::Serialize;

use super::error::CliError;
use super::options::{Options, ResultFormat};
use super::output;
use super::table::Table;
use super::words::{Head, Line};
use crate::files::presets;

#[derive(Serialize)]
struct Entry {
    id: &'static str,
    title: String,
    options: usize,
    criteria: usize,
}

pub fn run(options: &Options) -> Result<(), CliError> {
    let format = options.result_format()?;
    let entry = |preset: &presets::Preset| {
        let document = preset.document()?;
        let (options, criteria) = (document.alternatives.len(), document.leaves().len());
        Ok(Entry { id: preset.id, title: document.about.title, options, criteria })
    };
    let entries = presets::ALL.iter().map(entry).collect::<Result<Vec<_>, CliError>>()?;
    match format {
        ResultFormat::Json => output::json(&entries),
        ResultFormat::Csv => table(entries).print_csv(),
        ResultFormat::Markdown => table(entries).print_markdown(),
        ResultFormat::Table => {
            let row = |entry: Entry| {
                let size = Line::PresetSize { options: entry.options, criteria: entry.criteria };
                vec![entry.id.into(), entry.title, size.to_string()]
            };
            let rows = entries.into_iter().map(row).collect();
            let table = Table { head: [Head::Id, Head::Title, Head::Size].map(Head::text).to_vec(), words: 3, rows };
            output::styled(|out| table.write(out, |_| Style::new()))
        }
    }
}

fn table(entries: Vec<Entry>) -> Table<'static> {
    let row = |entry: Entry| vec![entry.id.into(), entry.title, entry.options.to_string(), entry.criteria.to_string()];
    Table { head: vec!["id", "title", "options", "criteria"], words: 2, rows: entries.into_iter().map(row).collect() }
}
