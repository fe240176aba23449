//! SOURCE is a spreadsheet: a sure reading is taken, else what is open is named with its sheet and cells.

use predicates::str::contains;
use rust_xlsxwriter::Workbook;

use crate::{Folder, counterpoise, json, printed, refused};

/// A workbook with these sheets, whose cells are numbers where they can be.
fn workbook(sheets: &[(&str, &str)]) -> Folder {
    let mut book = Workbook::new();
    for (name, table) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (row, line) in (0..).zip(table.lines()) {
            for (column, cell) in (0..).zip(line.split(',')) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).unwrap(),
                    Err(_) => sheet.write_string(row, column, cell).unwrap(),
                };
            }
        }
    }
    let folder = Folder::with("notes.txt", "");
    book.save(folder.path("cars.xlsx")).unwrap();
    folder
}

const CARS: &str = "Option,Price (EUR),Looks\nweight,60,40\ndirection,min,max\nFiesta,5490,8.5\nCorsa,6500,7";

#[test]
fn a_sure_table_is_ranked_checked_and_exported() {
    let folder = workbook(&[("Cars", CARS), ("Remarks", "nothing to see")]);
    let cars = folder.name("cars.xlsx");
    let result = json(&printed(&["rank", &cars, "--format", "json"]));
    assert_eq!(result["decision"], "cars");
    assert_eq!(result["ranking"][0]["option"], "Fiesta");
    assert_eq!(json(&printed(&["check", &cars, "--format", "json"]))["errors"], json("[]"));
    let out = folder.name("cars.csv");
    counterpoise(&["export", &cars, &out]).assert().success();
    assert!(folder.read("cars.csv").ends_with("#unit,EUR,\nFiesta,5490,8.5\nCorsa,6500,7\n"));
}

#[test]
fn doubts_are_named_and_flags_settle_them() {
    let square = ",A,B,C\nX,1,2,3\nY,3,4,5\nZ,5,2,1";
    let folder = workbook(&[("One", square), ("Two", square)]);
    let cars = folder.name("cars.xlsx");
    let said = refused(&["rank", &cars], "");
    for part in [
        "sheet \"One\", A1:D4",
        "2 sheets hold a table",
        "\"Two\"",
        "rows or the columns",
        "--sheet NAME and --orientation",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("--range"), "{said}");
    let said = refused(&["rank", &cars, "--sheet", "two"], "");
    assert!(said.contains("sheet \"Two\"") && said.contains("--orientation") && !said.contains("--sheet"), "{said}");
    let first = |args: &[&str]| {
        let mut all = vec!["rank", &*cars, "--format", "json", "--sheet", "two"];
        all.extend(args);
        json(&printed(&all))["ranking"][0]["option"].as_str().unwrap().to_owned()
    };
    assert_eq!(first(&["--orientation", "rows"]), "Y");
    assert_eq!(first(&["--orientation", "columns"]), "C");
    let said = refused(&["rank", &cars, "--sheet", "Three"], "");
    assert!(said.contains("no sheet \"Three\"") && said.contains("\"One\", \"Two\""), "{said}");
    assert_eq!(first(&["--orientation", "rows", "--range", "A1:C3"]), "Y");
}

#[test]
fn a_wrong_cell_is_named() {
    let folder = workbook(&[("Cars", "Option,Price\nFiesta,5490\nFiesta,6500")]);
    let cars = folder.name("cars.xlsx");
    let said = refused(&["rank", &cars], "");
    assert!(said.contains("sheet \"Cars\", A3: A2 and A3 both name an option \"Fiesta\""), "{said}");
    let output = counterpoise(&["check", &cars, "--format", "json"]).assert().code(1).get_output().clone();
    let result = json(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(
        (&result["errors"][0]["where"]["line"], &result["errors"][0]["where"]["column"]),
        (&3.into(), &1.into())
    );
}

#[test]
fn flags_of_tables_are_for_spreadsheets() {
    counterpoise(&["rank", "laptop", "--sheet", "X"])
        .assert()
        .code(2)
        .stderr(contains("spreadsheet (.xlsx, .ods, .xls)"));
    counterpoise(&["rank", "cars.xlsx", "--range", "A"]).assert().code(2).stderr(contains("A1:F20"));
}
