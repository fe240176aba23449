use std::fs;

use crate::{CARS, Folder, counterpoise, fed, json, printed, refused};

#[test]
fn several_files_at_once_in_the_formats_of_their_extensions() {
    let folder = Folder::with("cars.csv", CARS);
    let source = folder.name("cars.csv");
    let outs = ["a.ron", "b.json", "c.csv", "d.tsv", "e.md"];
    let names = outs.map(|out| folder.name(out));
    let mut args = vec!["export", source.as_str()];
    args.extend(names.iter().map(String::as_str));
    assert_eq!(printed(&args), "");

    let ranking = |name: &str| {
        let mut report = json(&printed(&["rank", name, "--format", "json"]));
        report["decision"].take();
        report["ranking"].clone()
    };
    for name in &names[..4] {
        assert_eq!(ranking(name), ranking(&source), "{name}");
    }
    assert!(folder.read("e.md").contains("| Corsa"));
}

#[test]
fn a_file_that_is_there_is_replaced() {
    let folder = Folder::with("out.csv", "old");
    printed(&["export", "laptop", &folder.name("out.csv")]);
    assert!(folder.read("out.csv").starts_with("option,"));
    assert_eq!(fs::read_dir(folder.0.path()).unwrap().count(), 1, "no temporary file is left");
}

#[test]
fn standard_output_needs_a_format() {
    counterpoise(&["export", "laptop", "-"]).assert().code(2).stdout("").stderr(predicates::str::contains("--format"));
    let ron = printed(&["export", "laptop", "-", "--format", "ron"]);
    let folder = Folder::with("laptop.ron", &ron);
    assert_eq!(printed(&["rank", &folder.name("laptop.ron")]), printed(&["rank", "laptop"]));
    assert!(printed(&["export", "laptop", "-", "--format", "markdown"]).starts_with("# Which laptop"));
    assert!(printed(&["export", "laptop", "-", "--format", "tsv"]).starts_with("option\t"));
}

#[test]
fn the_format_overrides_the_extension() {
    let folder = Folder::with("x", "");
    printed(&["export", "laptop", &folder.name("x"), "--format", "json"]);
    assert_eq!(json(&folder.read("x"))["format"], 1);
}

#[test]
fn the_weights_that_are_asked_for_go_along() {
    let csv = fed(&["export", "-", "-", "--format", "csv", "--weights", "Price=1,Economy=1,Looks=2"], CARS);
    assert!(csv.contains("\n#weight,0.25,0.25,0.5\n"), "{csv}");
    let args = ["export", "security-guarantee", "-", "--format", "json", "--viewpoint", "equal weights"];
    let decision = &json(&printed(&args))["decision"];
    let chosen = decision["viewpoints"].as_array().unwrap().iter().find(|view| view["id"] == decision["viewpoint"]);
    assert_eq!(chosen.unwrap()["name"], "Equal weights");
    assert_eq!(chosen.unwrap()["weights"], decision["weights"]);
}

#[test]
fn wrong_usage_writes_nothing() {
    let folder = Folder::with("old", "");
    let good = folder.name("a.csv");
    for bad in ["b.xlsm", "b", "-"] {
        let bad = if bad == "-" { bad.to_owned() } else { folder.name(bad) };
        counterpoise(&["export", "laptop", &good, &bad]).assert().code(2).stdout("");
        assert!(!folder.path("a.csv").exists());
    }
    counterpoise(&["export", "laptop", &good, "--format", "table"]).assert().code(2);
    counterpoise(&["export", "laptop"]).assert().code(2);
}

#[test]
fn what_cannot_be_written_is_told() {
    let folder = Folder::with("x", "");
    let said = refused(&["export", "laptop", &folder.name("none/x.csv")], "");
    assert!(said.contains("cannot write") && said.contains("none/x.csv: there is no such file or folder"), "{said}");
    fs::create_dir(folder.path("dir.csv")).unwrap();
    let said = refused(&["export", "laptop", &folder.name("dir.csv")], "");
    assert!(said.contains("is a directory; give the path of a file"), "{said}");
}

#[test]
fn no_result_as_csv_runs_as_a_formula() {
    let csv = "option,A\n#direction,min\n'=cmd|x,1\n-5,2\n@a,3\n";
    let text = fed(&["rank", "-", "--format", "csv"], csv);
    assert_eq!(text, "rank,option,score,coverage\n1,\"'=cmd|x\",1,1\n2,-5,0.5,1\n3,'@a,0,1\n");
}

#[test]
fn xmcda_goes_out_and_comes_in() {
    let xml = fed(&["export", "-", "-", "--format", "xmcda"], CARS);
    let folder = Folder::with("cars.xml", &xml);
    let ranked = printed(&["rank", &folder.name("cars.xml"), "--format", "csv"]);
    assert_eq!(ranked, fed(&["rank", "-", "--format", "csv"], CARS));
}

#[test]
fn the_schema_is_printed() {
    assert_eq!(json(&printed(&["schema"]))["title"], "Counterpoise decision, format 1");
}
