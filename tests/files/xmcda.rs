//! XMCDA as other programs write it: versions 2, 3 and 4, whole decisions and single sections.

use counterpoise::files::Format;
use counterpoise::model::{Answer, Direction, Document, Ends, Node, Scale, Score, ValueFunction};

use crate::{assert_says, message, parse};

fn v4(sections: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<xmcda xmlns=\"http://www.decision-deck.org/2021/XMCDA-4.0.0\">{sections}</xmcda>"
    )
}

fn v3(sections: &str) -> String {
    format!(
        "<xmcda:XMCDA xmlns:xmcda=\"http://www.decision-deck.org/2019/XMCDA-3.1.1\"\n  \
        xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a b\">{sections}</xmcda:XMCDA>"
    )
}

fn xmcda(text: &str) -> Document {
    parse(text, Format::Xmcda)
}

/// A table of one criterion `c`, with these values for the alternatives `a1`, `a2`, …
fn table(values: &[&str]) -> String {
    let row = |(at, value): (usize, &&str)| {
        format!(
            "<alternativePerformances><alternativeID>a{}</alternativeID><performance><criterionID>c</criterionID>\
            <values><value>{value}</value></values></performance></alternativePerformances>",
            at + 1
        )
    };
    let rows: String = values.iter().enumerate().map(row).collect();
    format!("<performanceTable>{rows}</performanceTable>")
}

fn scale(inside: &str) -> String {
    format!(
        "<criteriaScales><criterionScales><criterionID>c</criterionID><scales><scale>{inside}</scale></scales>\
        </criterionScales></criteriaScales>"
    )
}

fn scores(document: &Document) -> Vec<Option<Score>> {
    let id = document.leaves()[0].id;
    (0..document.alternatives.len()).map(|row| document.alternatives.score(row, id)).collect()
}

fn levels(document: &Document) -> Vec<(String, f64)> {
    document.leaves()[0].scale.levels().into_iter().map(|level| (level.name, level.value)).collect()
}

#[test]
fn version_2_keeps_scales_and_thresholds_with_the_criterion() {
    let document = xmcda(
        r#"<xmcda:XMCDA xmlns:xmcda="http://www.decision-deck.org/2009/XMCDA-2.1.0">
          <projectReference><title>Bridges</title></projectReference>
          <alternatives>
            <alternative id="stone" name="Stone"><active>true</active></alternative>
            <alternative id="steel"/>
            <alternative id="rope" name="Rope"><active>false</active></alternative>
          </alternatives>
          <criteria>
            <criterion id="cost" name="Cost"><scale><quantitative><preferenceDirection>min</preferenceDirection>
              <minimum><real>1.5</real></minimum><maximum><integer>9</integer></maximum></quantitative></scale>
              <thresholds><threshold mcdaConcept="Indifference"><constant><real>0.25</real></constant></threshold>
                <threshold id="veto"><constant><integer>4</integer></constant></threshold>
                <threshold mcdaConcept="preference"><linear><slope><real>1</real></slope></linear></threshold></thresholds>
            </criterion>
            <criterion id="looks"><scale><qualitative><preferenceDirection>max</preferenceDirection>
              <rankedLabel><label>plain</label><rank>1</rank></rankedLabel>
              <rankedLabel><label>fine</label><rank>3</rank></rankedLabel></qualitative></scale></criterion>
          </criteria>
          <criteriaValues mcdaConcept="Importance">
            <criterionValue><criterionID>cost</criterionID><value><real>0.75</real></value></criterionValue>
            <criterionValue><criterionID>looks</criterionID><value><real>0.25</real></value></criterionValue>
          </criteriaValues>
          <performanceTable>
            <alternativePerformances><alternativeID>stone</alternativeID>
              <performance><criterionID>cost</criterionID><value><real>8</real></value></performance>
              <performance><criterionID>looks</criterionID><value><label>fine</label></value></performance>
            </alternativePerformances>
            <alternativePerformances><alternativeID>rope</alternativeID>
              <performance><criterionID>cost</criterionID><value><real>1</real></value></performance>
            </alternativePerformances>
          </performanceTable>
        </xmcda:XMCDA>"#,
    );
    assert_eq!(document.about.title, "Bridges");
    let names: Vec<&str> = document.alternatives.iter().map(|option| option.name.as_str()).collect();
    assert_eq!(names, ["Stone", "steel"]);
    let leaves = document.leaves();
    assert_eq!(leaves[0].scale.ends(), Some(Ends { worst: 9.0, best: 1.5 }));
    assert_eq!(
        (leaves[0].outranking.q, leaves[0].outranking.p, leaves[0].outranking.veto),
        (Some(0.25), None, Some(4.0))
    );
    assert_eq!(leaves[1].name, "looks");
    assert_eq!(leaves[1].scale.levels().iter().map(|level| level.value).collect::<Vec<_>>(), [0.0, 100.0]);
    assert_eq!(document.outline().shares(&document.weights), [0.75, 0.25]);
    assert_says(
        &document.about.context,
        &["\"rope\" is not active", "Cost: the threshold \"preference\" was left out"],
    );
}

#[test]
fn a_table_alone_is_a_decision() {
    let document = xmcda(&v3(&table(&["<real>1.5</real>", "<integer>2</integer>", "<NA/>"])));
    assert_eq!(scores(&document), [Some(Score::Exact(1.5)), Some(Score::Exact(2.0)), None]);
    assert_eq!(document.leaves()[0].scale.direction(), Direction::Max);
    assert_eq!(document.about.context, "");
}

#[test]
fn so_are_alternatives_alone_and_weights_alone() {
    let alternatives = xmcda(&v4("<alternatives><alternative id=\"a\"/><alternative id=\"b\"/></alternatives>"));
    assert_eq!(alternatives.alternatives.len(), 2);
    let weights = xmcda(&v4(
        "<criteriaValues><criterionValues><criterionID>c1</criterionID><values><value><rational><numerator>1</numerator>\
        <denominator>4</denominator></rational></value></values></criterionValues><criterionValues><criterionID>c2\
        </criterionID><values><value><real>0.75</real></value></values></criterionValues></criteriaValues>",
    ));
    assert_eq!(weights.outline().shares(&weights.weights), [0.25, 0.75]);
}

#[test]
fn intervals_and_fuzzy_numbers_are_ranges_and_triangles() {
    let interval = |low: &str, high: &str| format!("<interval>{low}{high}</interval>");
    let low = "<lowerBound><real>2</real></lowerBound>";
    let high = "<upperBound open=\"true\"><real>5</real></upperBound>";
    let triangle = "<fuzzyNumber><piecewiseLinear>\
        <segment><head><abscissa><real>1</real></abscissa><ordinate><real>0</real></ordinate></head>\
        <tail><abscissa><real>2</real></abscissa><ordinate><real>1</real></ordinate></tail></segment>\
        <segment><head><abscissa><real>4</real></abscissa><ordinate><real>1</real></ordinate></head>\
        <tail><abscissa><real>7</real></abscissa><ordinate><real>0</real></ordinate></tail></segment>\
        </piecewiseLinear></fuzzyNumber>";
    let old = "<fuzzyNumber><triangular><point1><abscissa><real>1</real></abscissa><ordinate><real>0</real></ordinate>\
        </point1><point2><abscissa><real>2</real></abscissa><ordinate><real>1</real></ordinate></point2><point3><abscissa>\
        <real>9</real></abscissa><ordinate><real>0</real></ordinate></point3></triangular></fuzzyNumber>";
    let values = [&interval(low, high), triangle, old];
    let expected = [Score::Range(2.0, 5.0), Score::Triangle(1.0, 3.0, 7.0), Score::Triangle(1.0, 2.0, 9.0)];
    assert_eq!(scores(&xmcda(&v4(&table(&values)))), expected.map(Some));

    let open = table(&[&interval(low, "")]);
    let ends = "<quantitative><preferenceDirection>max</preferenceDirection><minimum><real>0</real></minimum>\
        <maximum><real>10</real></maximum></quantitative>";
    assert_eq!(scores(&xmcda(&v4(&(open.clone() + &scale(ends))))), [Some(Score::Range(2.0, 10.0))]);
    assert_says(&message(&v4(&open), Format::Xmcda), &["a1 on c", "not a finite number"]);
}

#[test]
fn labels_become_levels_whatever_the_file_says_of_them() {
    let label = ["<label>good</label>", "<label>Poor</label>", "<real>2</real>"];
    let valued = "<qualitative><preferenceDirection>min</preferenceDirection><valuedLabels>\
        <valuedLabel><label>poor</label><value><integer>3</integer></value></valuedLabel>\
        <valuedLabel><label>fair</label><value><integer>2</integer></value></valuedLabel>\
        <valuedLabel><label>good</label><value><integer>1</integer></value></valuedLabel></valuedLabels></qualitative>";
    let document = xmcda(&v4(&(table(&label) + &scale(valued))));
    let named = |name: &str, value| (name.to_owned(), value);
    assert_eq!(levels(&document), [named("poor", 0.0), named("fair", 50.0), named("good", 100.0)]);
    let found: Vec<String> = scores(&document)
        .into_iter()
        .map(|score| if let Some(Score::Level(id)) = score { id.to_string() } else { panic!("{score:?}") })
        .collect();
    assert_eq!(found, ["good", "poor", "fair"]);

    let nominal = "<nominal><labels><label>red</label><label>green</label></labels></nominal>";
    let document = xmcda(&v4(&(table(&["<label>green</label>"]) + &scale(nominal))));
    assert_eq!(levels(&document), [named("red", 0.0), named("green", 100.0)]);
    assert_says(&document.about.context, &["c: its labels have no values"]);

    let unscaled = xmcda(&v4(&table(&["<label>b</label>", "<label>a</label>", "<label>b</label>"])));
    assert_eq!(levels(&unscaled), [named("b", 0.0), named("a", 100.0)]);
    let answers = xmcda(&v4(&table(&["<boolean>true</boolean>", "<boolean>0</boolean>"])));
    assert_eq!(answers.leaves()[0].scale, Scale::YesNo { best: Answer::Yes });
    assert_says(
        &message(&v4(&(table(&["<label>blue</label>"]) + &scale(nominal))), Format::Xmcda),
        &["a1 on c", "blue"],
    );
}

#[test]
fn a_hierarchy_of_criteria_becomes_the_value_tree() {
    let criterion = |id: &str| format!("<criterion id=\"{id}\" name=\"{id}!\"/>");
    let criteria: String = ["root", "a", "b", "alone"].map(criterion).concat();
    let node = |id: &str, below: &str| format!("<node><criterionID>{id}</criterionID>{below}</node>");
    let nodes = |inside: &str| format!("<nodes>{inside}</nodes>");
    let tree = nodes(&node("root", &nodes(&(node("b", "") + &node("a", "")))));
    let value = |id: &str, x: f64| {
        format!(
            "<criterionValues><criterionID>{id}</criterionID><values><value><real>{x}</real></value></values></criterionValues>"
        )
    };
    let sections = |values: &[(&str, f64)]| {
        let values: String = values.iter().map(|(id, x)| value(id, *x)).collect();
        format!(
            "<criteria>{criteria}</criteria><criteriaHierarchy>{tree}</criteriaHierarchy><criteriaValues>{values}</criteriaValues>"
        )
    };
    let overall = xmcda(&v4(&sections(&[("a", 1.0), ("b", 2.0), ("alone", 1.0)])));
    assert_eq!(overall.criteria.iter().map(Node::name).collect::<Vec<_>>(), ["root!", "alone!"]);
    assert_eq!(overall.outline().shares(&overall.weights), [0.5, 0.25, 0.25], "b, a, alone");
    let relative = xmcda(&v4(&sections(&[("root", 3.0), ("a", 1.0), ("b", 2.0), ("alone", 1.0)])));
    assert_eq!(relative.outline().shares(&relative.weights), [0.5, 0.25, 0.25]);
    let twice = sections(&[]).replace("<criterionID>a<", "<criterionID>b<");
    assert_says(&message(&v4(&twice), Format::Xmcda), &["\"b\" twice"]);
}

#[test]
fn value_functions_of_other_programs_are_stretched_to_100() {
    let point = |end: &str, x: f64, y: f64| {
        format!("<{end}><abscissa><real>{x}</real></abscissa><ordinate><real>{y}</real></ordinate></{end}>")
    };
    let segment = |a: (f64, f64), b: (f64, f64)| {
        format!("<segment>{}{}</segment>", point("head", a.0, a.1), point("tail", b.0, b.1))
    };
    let lines = segment((0.0, 0.0), (4.0, 0.1)) + &segment((4.0, 0.1), (8.0, 0.4));
    let functions = format!(
        "<criteriaFunctions><criterionFunctions><criterionID>c</criterionID><functions><function><piecewiseLinear>{lines}\
        </piecewiseLinear></function></functions></criterionFunctions></criteriaFunctions>"
    );
    let document = xmcda(&v4(&(table(&["<real>4</real>"]) + &functions)));
    let Scale::Measure(measure) = &document.leaves()[0].scale else { panic!("a measure") };
    assert_eq!(measure.value, ValueFunction::Piecewise(vec![(0.0, 0.0), (4.0, 25.0), (8.0, 100.0)]));
}

#[test]
fn what_is_taken_of_several_tables_is_said() {
    let empty = "<performanceTable id=\"none\"/>";
    let named = table(&["<real>1</real>"]).replace("<performanceTable>", "<performanceTable id=\"first\">");
    let document = xmcda(&v4(&[empty, &named, &table(&["<real>2</real>"])].concat()));
    assert_eq!(scores(&document), [Some(Score::Exact(1.0))]);
    assert_says(&document.about.context, &["Of 3 performance tables", "\"first\""]);
    let more = xmcda(&v4(&(table(&["<real>2</real>"]) + "<categoriesProfiles><x/></categoriesProfiles>")));
    assert_says(&more.about.context, &["Not read: categoriesProfiles."]);
}

#[test]
fn long_ids_and_equal_names_stay_apart() {
    let long = "an-alternative-whose-id-is-far-too-long-";
    let alternatives = [0, 1, 2].map(|at| format!("<alternative id=\"{long}{at}\" name=\"Same\"/>")).concat();
    let document = xmcda(&v4(&format!("<alternatives>{alternatives}<alternative id=\" a b&amp;c \"/></alternatives>")));
    let names: Vec<&str> = document.alternatives.iter().map(|option| option.name.as_str()).collect();
    assert_eq!(names[0], "Same");
    assert_eq!(names[1], format!("Same ({long}1)"));
    assert_eq!(names[3], "a b&c");
    let again = xmcda(&counterpoise::files::to_string(&document, Format::Xmcda).unwrap());
    assert_eq!(again.alternatives, document.alternatives);
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let listed = "<criteria><criterion id=\"other\"/></criteria>";
    let criterion = "<criteria><criterion id=\"c\"/><criterion id=\"c\"/></criteria>";
    let twice = table(&["<real>1</real>"]).replace(
        "</performance><",
        "</performance><alternativeID>a1</alternativeID><performance><criterionID>c</criterionID></performance><",
    );
    for (sections, parts) in [
        (table(&["<real>fast</real>"]), &["line 2, column", "\"fast\" is not a number"][..]),
        (table(&["<real>INF</real>"]), &["not a finite number"]),
        (table(&["<real>&bomb;</real>"]), &["&bomb;", "write what it stands for"]),
        (table(&["<rational><numerator>1</numerator><denominator>0</denominator></rational>"]), &["no fraction"]),
        (listed.to_owned() + &table(&["<real>1</real>"]), &["no criterion with the id \"c\"", "line 2"]),
        (criterion.into(), &["\"c\" is given to a second criterion"]),
        (twice, &["a1 on c", "two performances"]),
        ("<alternatives><alternative name=\"x\"/></alternatives>".into(), &["the alternative has no id"]),
        (
            scale("<quantitative><preferenceDirection>up</preferenceDirection></quantitative>"),
            &["\"up\" is no direction"],
        ),
        ("<categories/>".into(), &["neither alternatives nor criteria", "categories"]),
        ("<alternatives>".into(), &["this is no XML"]),
        ("<x>".repeat(200) + &"</x>".repeat(200), &["neither alternatives"]),
        (["<alternatives>".repeat(200), "</alternatives>".repeat(200)].concat(), &["neither alternatives"]),
        (
            "<criteriaHierarchy>".to_owned() + &"<nodes>".repeat(99) + &"</nodes>".repeat(99) + "</criteriaHierarchy>",
            &["nested too deeply"],
        ),
    ] {
        assert_says(&message(&v4(&sections), Format::Xmcda), parts);
    }
    let whole = v4(&table(&["<real>1</real>"]));
    for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        assert!(counterpoise::files::parse(&whole[..end], Format::Xmcda).is_err(), "{}", &whole[..end]);
    }
    assert_says(&message(&whole.replace("XMCDA-4", "XMCDA-5"), Format::Xmcda), &["XMCDA 5", "version 4"]);
    assert_says(&message("<html><body/></html>", Format::Xmcda), &["no XMCDA"]);
    assert_says(&message("", Format::Xmcda), &["no XMCDA"]);
}

/// A billion laughs: entities are not expanded, whatever they are declared to be.
#[test]
fn entities_are_not_expanded() {
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">\
        <!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
    for entity in ["b", "c"] {
        let alternative = format!(
            "{bomb}<xmcda><alternatives><alternative id=\"x\"><description><comment>&{entity};</comment>\
            </description></alternative></alternatives></xmcda>"
        );
        assert_says(&message(&alternative, Format::Xmcda), &[&format!("&{entity};")]);
    }
    let named = format!("{bomb}<xmcda><alternatives><alternative id=\"x\" name=\"&b;\"/></alternatives></xmcda>");
    assert_says(&message(&named, Format::Xmcda), &["an attribute cannot be read", "line 1"]);
}
