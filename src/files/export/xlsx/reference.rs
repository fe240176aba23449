//! How formulas name cells. Rows and columns count from 0 here, as in the library.

use rust_xlsxwriter::utility::column_number_to_name;

/// `C10`, which moves when the formula is copied.
pub fn cell(row: usize, column: usize) -> String {
    format!("{}{}", name(column), row + 1)
}

/// `$C$10`.
pub fn fixed(row: usize, column: usize) -> String {
    format!("${}${}", name(column), row + 1)
}

/// `C$10`: the same row for every row of a block.
pub fn in_row(row: usize, column: usize) -> String {
    format!("{}${}", name(column), row + 1)
}

/// `$C10`: the same column for every column of a block.
pub fn in_column(row: usize, column: usize) -> String {
    format!("${}{}", name(column), row + 1)
}

/// `$C$10:$E$12`, from the first to the last cell of both.
pub fn area(rows: (usize, usize), columns: (usize, usize)) -> String {
    format!("{}:{}", fixed(rows.0, columns.0), fixed(rows.1, columns.1))
}

/// `C$10:C$12`: a stretch of one column.
pub fn stretch(rows: (usize, usize), column: usize) -> String {
    format!("{}:{}", in_row(rows.0, column), in_row(rows.1, column))
}

/// The same on another sheet.
pub fn on(sheet: &str, what: &str) -> String {
    format!("{sheet}!{what}")
}

fn name(column: usize) -> String {
    column_number_to_name(u16::try_from(column).unwrap_or(u16::MAX))
}
