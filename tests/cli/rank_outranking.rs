//! Computed cases of PROMETHEE and ELECTRE, through decision CSV with thresholds and out again as JSON.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{fed, json, printed, refused};

/// The case as decision CSV; its options are called by their place. `rows` are further directives.
fn csv(case: &Value, rows: &[(&str, &Value)]) -> String {
    let columns = case["weights"].as_array().unwrap().len();
    let names: Vec<Value> = (0..columns).map(|column| Value::from(format!("C{column}"))).collect();
    let mut lines = vec![
        line("option", &names),
        line("#weight", list(&case["weights"])),
        line("#direction", list(&case["directions"])),
    ];
    lines.extend(rows.iter().map(|(directive, cells)| line(directive, list(cells))));
    let options = list(&case["matrix"]).iter().enumerate();
    lines.extend(options.map(|(row, scores)| line(&row.to_string(), list(scores))));
    lines.join("\n")
}

fn line(head: &str, cells: &[Value]) -> String {
    let cells = cells.iter().map(|cell| cell.as_str().map_or_else(|| cell.to_string(), str::to_owned));
    std::iter::once(head.to_owned()).chain(cells).collect::<Vec<_>>().join(",")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn report(method: &str, args: &[&str], csv: &str) -> Value {
    let report = json(&fed(&[&["rank", "-", "--format", "json", "--method", method], args].concat(), csv));
    assert_eq!(report["method"], method);
    report
}

/// Numbers by option, lists or maps of them, against the same by place.
fn assert_close(what: &str, found: &Value, expected: &Value, tolerance: f64) {
    if let Some(expected) = expected.as_array() {
        assert_eq!(found.as_object().unwrap().len(), expected.len(), "{what}");
        for (place, expected) in expected.iter().enumerate() {
            assert_close(what, &found[place.to_string()], expected, tolerance);
        }
    } else {
        let (found, expected) = (found.as_f64().unwrap(), expected.as_f64().unwrap());
        assert!((found - expected).abs() <= tolerance * expected.abs(), "{what}: {found} is not {expected}");
    }
}

fn promethee(case: &Value) {
    let functions = list(&case["params"]["preference_functions"]).iter().map(|name| match name.as_str().unwrap() {
        "ushape" => "u-shape",
        "vshape" => "v-shape",
        name => name,
    });
    let (functions, params) = (functions.collect::<Value>(), &case["params"]);
    let csv =
        csv(case, &[("#preference", &functions), ("#q", &params["q"]), ("#p", &params["p"]), ("#s", &params["s"])]);
    let (name, expected) = (case["name"].as_str().unwrap(), &case["expected"]);
    let [complete, partial] = ["promethee-ii", "promethee-i"].map(|method| report(method, &[], &csv));
    for report in [&complete, &partial] {
        for flows in ["phi_plus", "phi_minus", "net"] {
            assert_close(name, &report["details"][flows], &expected[flows], 1e-9);
        }
        for (place, entry) in list(&report["ranking"]).iter().enumerate() {
            let option: usize = entry["option"].as_str().unwrap().parse().unwrap();
            assert_eq!(expected["order_best_first"][place], option, "{name}");
            assert_eq!(entry["rank"].as_f64(), expected["ranking"][option].as_f64(), "{name}");
            assert_close(name, &entry["score"], &expected["scores"][option], 1e-9);
        }
    }
    let options = list(&case["matrix"]).len();
    let pairs = |name: &str| list(&partial["details"][name]).len();
    assert!(pairs("outranks") + pairs("incomparable") <= options * (options - 1) / 2, "{name}");
}

fn electre_i(case: &Value) {
    let (name, params, expected) = (case["name"].as_str().unwrap(), &case["params"], &case["expected"]);
    let c = format!("c={}", params["c_hat"]);
    let report = if let Some(vetoes) = params.get("veto") {
        report("electre-i", &["--param", &c], &csv(case, &[("#veto", vetoes)]))
    } else {
        let normalization = if params["pre_scaling"] == "sum" { "sum" } else { "min-max" };
        let d = format!("d={}", params["d_hat"]);
        report("electre-i", &["--param", &c, "--param", &d, "--normalization", normalization], &csv(case, &[]))
    };
    for degrees in ["concordance", "discordance"] {
        if let Some(expected) = expected.get(degrees) {
            assert_close(name, &report["details"][degrees], expected, 1e-9);
        }
    }
    let kernel: Value = list(&expected["kernel_graph"]).iter().map(Value::to_string).collect();
    assert_eq!(report["details"]["kernel"], kernel, "{name}");
}

fn electre_iii(case: &Value) {
    let (name, params, expected) = (case["name"].as_str().unwrap(), &case["params"], &case["expected"]);
    let thresholds = [("#q", &params["q"]), ("#p", &params["p"]), ("#veto", &params["v"])];
    let report = report("electre-iii", &[], &csv(case, &thresholds));
    for figures in ["credibility", "descending", "ascending"] {
        assert_close(name, &report["details"][figures], &expected[figures], 1e-9);
    }
}

#[test]
fn computed_cases() {
    let mut ran: BTreeMap<&str, usize> = BTreeMap::new();
    let cases = json(include_str!("../golden/cases.json"));
    for case in list(&cases) {
        let method = case["method"].as_str().unwrap();
        match method {
            "PROMETHEE II" => promethee(case),
            "ELECTRE I" | "ELECTRE I (veto thresholds)" => electre_i(case),
            "ELECTRE III" => electre_iii(case),
            _ => continue,
        }
        *ran.entry(method).or_default() += 1;
    }
    assert_eq!(ran.into_values().collect::<Vec<_>>(), [4, 3, 4, 19]);
}

#[test]
fn the_published_flows_of_the_hydroelectric_plants() {
    let examples = json(include_str!("../golden/worked-examples.json"));
    let published = list(&examples).iter().find(|example| example["id"] == "brans_vincke_mareschal_1986").unwrap();
    let report = json(&printed(&["rank", "hydro-plants", "--format", "json", "--method", "promethee-i"]));
    for (ours, theirs) in [("phi_plus", "phi_plus"), ("phi_minus", "phi_minus"), ("net", "phi")] {
        for (place, printed) in list(&published[theirs]).iter().enumerate() {
            let flow = report["details"][ours][format!("x{}", place + 1)].as_f64().unwrap();
            // One of them, 0.3655, is cut and not rounded.
            assert!((flow - printed.as_f64().unwrap()).abs() <= 6e-4, "{ours}: {flow} is printed as {printed}");
        }
    }
    let order: Value = list(&report["ranking"]).iter().map(|entry| entry["option"].clone()).collect();
    assert_eq!(order, published["rank"]);
    let pair = |one: &str, other: &str| Value::from(vec![one, other]);
    assert!(list(&report["details"]["outranks"]).contains(&pair("x5", "x2")));
    assert!(list(&report["details"]["incomparable"]).contains(&pair("x1", "x2")));
}

#[test]
fn a_blocked_kernel_is_null() {
    // Two that are alike outrank each other.
    let report = report("electre-i", &[], "option,Price\nA,1\nB,1\n");
    assert_eq!(report["details"]["kernel"], Value::Null);
    assert_eq!(report["parameters"], json(r#"{"c": 0.65, "d": 0.35}"#));
    assert_eq!(report["normalization"], "none");
}

#[test]
fn a_threshold_that_is_missing_or_out_of_order_is_named() {
    let rank = |method: &str, directives: &str| {
        refused(&["rank", "-", "--method", method], &format!("option,Price\n{directives}\nA,1\nB,2\n"))
    };
    assert!(rank("promethee-ii", "#preference,gaussian").contains("Price: its preference function gaussian needs"));
    assert!(rank("promethee-i", "#preference,level\n#q,5\n#p,3").contains("Price: the threshold q is 5, above p"));
    assert!(rank("electre-iii", "#p,5\n#veto,3").contains("Price: the threshold p is 5, above veto"));
}
