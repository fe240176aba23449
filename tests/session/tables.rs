//! Matrix and ranking as they go to the clipboard.

use counterpoise::model::{Answer, Id, Scale, Score};
use counterpoise::session::{Rectangle, Session};

use crate::acts::Acts;
use crate::{criterion, document};

const HOSTILE: [&str; 5] = ["=1+2", "<b>\"x\" & 'y'</b>", "two\r\nlines", "@SUM(A1)", "-5"];

/// Options and a criterion under hostile names.
fn hostile() -> Session {
    let mut leaf = criterion("=c", Scale::Rating { worst: 0.0, best: 10.0 });
    if let counterpoise::model::Node::Criterion(leaf) = &mut leaf {
        leaf.name = "=c|<i>".into();
    }
    let mut session = Session::new(document(vec![leaf], &HOSTILE));
    let ids: Vec<Id> = session.document().alternatives.iter().map(|option| option.id).collect();
    let criterion = session.document().leaves()[0].id;
    for (at, id) in (0_u8..).zip(ids) {
        session.set_score(id, criterion, Some(Score::Exact(f64::from(at)))).unwrap();
    }
    session
}

#[test]
fn nothing_on_the_clipboard_runs_as_a_formula() {
    let session = hostile();
    assert!(session.matrix_text().starts_with("option\t\"'=c|<i>\"\n"), "{}", session.matrix_text());
    let ranking = session.ranking_text();
    for line in ["\t'=1+2\t", "\t'@SUM(A1)\t", "\t-5\t", "\ttwo  lines\t"] {
        assert!(ranking.contains(line), "{line:?} is missing in {ranking}");
    }
}

#[test]
fn a_level_that_looks_like_a_formula_survives_copy_and_paste() {
    use counterpoise::model::Level;
    let levels = ["=1", "'=1", "-"].map(|name| Level {
        id: Id::slug(&format!("l{}", name.len())),
        name: name.into(),
        value: 50.0,
    });
    let mut session =
        Session::new(document(vec![criterion("c", Scale::Levels(levels.to_vec()))], &["A", "B", "C", "D"]));
    let criterion = session.document().leaves()[0].id;
    let ids: Vec<Id> = session.document().alternatives.iter().map(|option| option.id).collect();
    for (id, level) in ids.iter().zip(&levels) {
        session.set_score(*id, criterion, Some(Score::Level(level.id))).unwrap();
    }
    let area = Rectangle { rows: 0..=3, columns: 0..=0 };
    let copied = session.copy(&area);
    assert_eq!(copied, "'=1\n''=1\n'-\n\n");
    let before = session.document().clone();
    session.clear(&area).unwrap();
    session.paste(&area, &copied).unwrap();
    assert_eq!(session.document().alternatives, before.alternatives);
}

#[test]
fn the_matrix_is_a_table_in_html() {
    let html = hostile().matrix_html();
    assert!(html.starts_with("<meta charset=\"utf-8\"><table "), "{html}");
    for part in ["=c|&lt;i&gt;</th>", "&lt;b&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/b&gt;</th>", "two<br>lines</th>"] {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
    // Each cell that holds text says so, each number does not.
    for cell in html.split("<t").filter(|cell| cell.starts_with("h ") || cell.starts_with("d ")) {
        let text = cell.split_once('>').unwrap().1.split("</t").next().unwrap();
        let is_marked = cell.contains("mso-number-format:'\\@'") && cell.contains("sdnum=\"1033;0;@\"");
        let is_name = cell.starts_with('h');
        assert_eq!(is_marked, !text.is_empty() && (is_name || text.parse::<f64>().is_err()), "{cell}");
    }
    assert_eq!(html.matches("<tr>").count(), html.matches("</tr>").count());
    let yes_no = criterion("c", Scale::YesNo { best: Answer::Yes });
    assert!(Session::new(document(vec![yes_no], &["A"])).matrix_html().contains("Yes = 100, No = 0"));
}

#[test]
fn the_ranking_is_a_table_in_html() {
    let html = hostile().ranking_html();
    let place = |name: &str| html.find(name).unwrap_or_else(|| panic!("{name} is missing in {html}"));
    assert!(place(">-5<") < place(">@SUM(A1)<") && place(">@SUM(A1)<") < place(">=1+2<"), "best first");
    assert!(html.contains(">40<") && html.contains("100\u{202f}%"), "{html}");
}
