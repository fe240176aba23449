//! Foreign tables become decisions: what is recognised, and what is asked.

use counterpoise::files::sheet::{
    Attribute, Change, Decimal, Orientation, Recognised, Role, Subject, Understanding, Workbook,
};
use counterpoise::files::{Format, to_string};
use counterpoise::model::Document;

use crate::assert_says;

/// What is recognised in a text of any kind.
pub fn recognise(text: &str) -> (Workbook, Recognised) {
    let workbook = Workbook::of_text(text).unwrap();
    let recognised = workbook.recognise().unwrap_or_else(|fault| panic!("{fault}\n{text}"));
    (workbook, recognised)
}

/// The decision in a text that leaves no doubt.
#[track_caller]
fn sure(text: &str) -> Document {
    let (workbook, recognised) = recognise(text);
    assert!(recognised.doubts.is_empty(), "{:#?}\n{text}", recognised.doubts);
    recognised.reading.document(&workbook).unwrap_or_else(|fault| panic!("{fault}\n{text}"))
}

/// The decision as decision CSV.
#[track_caller]
fn csv(text: &str) -> String {
    to_string(&sure(text), Format::Csv).unwrap()
}

/// The subjects of the doubts about a text, with their sentences.
fn doubts(text: &str) -> Vec<(Subject, String)> {
    recognise(text).1.doubts.into_iter().map(|doubt| (doubt.subject, doubt.to_string())).collect()
}

/// Why a text that leaves no doubt is still no decision.
#[track_caller]
fn fault(text: &str) -> String {
    let (workbook, recognised) = recognise(text);
    recognised.reading.document(&workbook).unwrap_err().to_string()
}

#[test]
fn a_table_with_all_that_may_stand_in_it() {
    let text = "Which car?\t\t\t\n\noption\tPrice (EUR)\tEconomy [mpg]\tLooks (1-10)\nweight\t35%\t25%\t40%\n\
        direction\tmin\tmax\tmax\nFiesta\t€5,490\t51.4\t8.5\nCorsa\t€6,500\t70.6\t6–8\nJazz\t€6,489\tn/a\t7.5\n\
        Total\t18,479\t\t\n\nSource: the dealers\t\t\t\n";
    let document = sure(text);
    assert_eq!(document.about.title, "Which car?");
    assert_eq!(
        to_string(&document, Format::Csv).unwrap(),
        "option,Price,Economy,Looks\n#weight,0.35,0.25,0.4\n#direction,min,max,max\n#unit,EUR,mpg,\n#range,,,1..10\n\
         Fiesta,5490,51.4,8.5\nCorsa,6500,70.6,6..8\nJazz,6489,,7.5\n"
    );
}

#[test]
fn a_ukrainian_table_with_options_in_columns() {
    let text = "Критерій;Вага;Напрям;Одиниця;Шкала;Група;Варіант А;Варіант Б\n\
        Ціна;40;менше;грн;;Гроші;1 234,50;2 345,75\nЯкість;35;більше;;1-10;;8;6\nЛіфт;25;;;;;так;ні\n";
    assert_eq!(
        csv(text),
        "option,Ціна,Якість,Ліфт\n#group,Гроші,,\n#weight,0.4,0.35,0.25\n#direction,min,max,\n#unit,грн,,\n\
         #range,,1..10,\n#levels,,,Yes=100/No=0\nВаріант А,1234.5,8,Yes\nВаріант Б,2345.75,6,No\n"
    );
}

#[test]
fn decision_csv_itself_is_recognised() {
    for (preset, text) in
        [("laptop", Format::Csv), ("fighter-aircraft", Format::Tsv), ("security-guarantee", Format::Csv)]
    {
        let document = counterpoise::files::presets::find(preset).unwrap().document().unwrap();
        let written = to_string(&document, text).unwrap();
        let strict = counterpoise::files::parse(&written, text).unwrap();
        assert_eq!(sure(&written), strict, "{preset}");
    }
}

#[test]
fn which_way_a_table_lies_is_asked_where_nothing_tells() {
    let square = "\tA\tB\tC\nX\t1\t2\t3\nY\t3\t4\t5\nZ\t5\t2\t1\n";
    let asked = doubts(square);
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].0, Subject::Orientation);
    assert_says(&asked[0].1, &["A1:D4", "rows or the columns", "each option is a column"]);

    let (workbook, mut recognised) = recognise(square);
    recognised.change(&workbook, Change::Orientation(Orientation::Columns)).unwrap();
    assert!(recognised.doubts.is_empty());
    let document = recognised.reading.document(&workbook).unwrap();
    assert_eq!(document.alternatives.iter().map(|option| option.name.as_str()).collect::<Vec<_>>(), ["A", "B", "C"]);

    // Prices beside marks: the magnitude tells.
    let document = sure("\tPrice\tComfort\nA\t12000\t3\nB\t15000\t4\nC\t11000\t2\n");
    assert_eq!(document.leaves().len(), 2);
    assert_eq!(document.leaves()[0].name, "Price");
}

#[test]
fn a_mark_that_can_be_a_thousand_or_a_fraction_is_asked_about() {
    let text = "option\tPrice\nA\t1,234\nB\t5,678\n";
    let asked = doubts(text);
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert_eq!(asked[0].0, Subject::Decimal);
    assert_says(&asked[0].1, &["B2", "1,234", "it is 1234", "it is 1.234"]);
    let (workbook, mut recognised) = recognise(text);
    assert_eq!(recognised.reading.decimal, Decimal::Point);
    recognised.change(&workbook, Change::Decimal(Decimal::Comma)).unwrap();
    assert!(recognised.doubts.is_empty());
    let document = recognised.reading.document(&workbook).unwrap();
    assert!(to_string(&document, Format::Csv).unwrap().contains("A,1.234\n"));
    // One cell that tells settles it for all.
    assert!(csv("option\tPrice\nA\t1,234\nB\t5,678.50\n").contains("A,1234\nB,5678.5\n"));
    assert!(csv("option\tPrice\nA\t1.234\nB\t5.678,50\n").contains("A,1234\nB,5678.5\n"));
}

#[test]
fn words_become_levels_and_their_order_is_asked_where_it_is_open() {
    let known = csv("Vendor\tSupport\nA\tgood\nB\tpoor\nC\texcellent\nD\tgood\nE\t\n");
    assert!(known.contains("#levels,poor=0/good=50/excellent=100\n"), "{known}");
    let by_direction = csv("Vendor\tRisk\ndirection\tmin\nA\tlow\nB\thigh\nC\tmedium\n");
    assert!(by_direction.contains("#levels,low=100/medium=50/high=0\n"), "{by_direction}");
    let signs = csv("Vendor\tFit\nA\t++\nB\t-\nC\t+\nD\t0\nE\t?\n");
    assert!(signs.contains("#levels,'-=0/0=33.333333333333336/+=66.66666666666667/++=100\n"), "{signs}");

    let asked = doubts("Vendor\tRisk\nA\tlow\nB\thigh\nC\tlow\n");
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert_says(&asked[0].1, &["B1:B4", "low, high, worst first", "high, low, worst first"]);
    let (workbook, mut recognised) = recognise("Vendor\tSize\nA\tXL\nB\tS\nC\tXL\n");
    assert_eq!(recognised.doubts.len(), 1);
    let order = Understanding::Levels(vec!["S".into(), "XL".into()]);
    recognised.change(&workbook, Change::Scale(1, order)).unwrap();
    assert!(recognised.doubts.is_empty());
    let document = recognised.reading.document(&workbook).unwrap();
    assert!(to_string(&document, Format::Csv).unwrap().contains("#levels,S=0/XL=100\n"));
}

#[test]
fn texts_that_are_no_scores_are_left_out_and_asked_about() {
    let text = "Vendor\tPrice\tMotto\tNotes\nA\t1\tfirst\tcheap\nB\t2\tsecond\t\n";
    let (workbook, recognised) = recognise(text);
    assert_eq!(recognised.reading.columns, [Role::OptionNames, Role::Criterion, Role::Skip, Role::Skip]);
    assert_eq!(recognised.doubts.len(), 1);
    assert_eq!(recognised.reading.document(&workbook).unwrap().leaves().len(), 1);
    let asked = doubts("Vendor\tPrice\nA\t100\nB\tabout 5\nC\t7\n");
    assert_says(&asked[0].1, &["B3", "about 5", "no number", "leave column B out"]);
    assert_says(&fault("Vendor\tPrice\nA\t100\nB\tabout 5\nC\t7\n"), &["B3", "\"about 5\" is not a number"]);
}

#[test]
fn groups_stand_above_the_criteria_and_units_below() {
    let text = "\tMoney\t\tStyle\n\tPrice\tTax\tLooks\n\tEUR\tEUR\tpoints\nA\t5000\t100\t7\nB\t6000\t90\t8\n";
    let (_, recognised) = recognise(text);
    let roles = [Role::Attribute(Attribute::Group), Role::CriterionNames, Role::Attribute(Attribute::Unit)];
    assert_eq!(recognised.reading.rows[..3], roles);
    assert!(csv(text).contains("#group,Money,Money,Style\n"), "{}", csv(text));
}

#[test]
fn the_ends_of_scales_stand_in_rows_of_their_own() {
    let text = "option\tPrice\tLooks\nworst\t9000\t0\nbest\t4000\t10\nA\t5000\t7\nB\t6000\t8\n";
    let (workbook, recognised) = recognise(text);
    // A scale that falls is one where less is better, and that must be said.
    let fault = recognised.reading.document(&workbook).unwrap_err().to_string();
    assert_says(&fault, &["B2"]);
    let with = csv("option\tPrice\tLooks\nmin\t4000\t0\nmax\t9000\t10\ndirection\tmin\tmax\nA\t5000\t7\nB\t6000\t8\n");
    assert!(with.contains("#range,9000..4000,0..10\n"), "{with}");
}

#[test]
fn cells_that_cannot_be_taken_are_named_by_their_address() {
    assert_says(&fault("option\tPrice\nA\t1\nA\t2\n"), &["A3", "A2 and A3", "\"A\""]);
    assert_says(&fault("option\tPrice\tPrice\nA\t1\t2\nB\t2\t3\n"), &["C1", "B1 and C1"]);
    assert_says(&fault("option\tPrice\tLooks\nweight\t5\t-1\nA\t1\t2\nB\t2\t3\n"), &["C2", "the weight is -1"]);
    assert_says(
        &fault("option\tPrice\tLooks\ndirection\tmin\tup\nA\t1\t2\nB\t2\t3\n"),
        &["C2", "\"up\" is no direction"],
    );
    assert_says(&fault("option\tPrice\nA\t$5\nB\t€5\n"), &["B3", "€", "$"]);
    assert_says(&Workbook::of_text("just words").unwrap().recognise().unwrap_err().to_string(), &["no table"]);
    assert_says(&Workbook::of_text("").unwrap().recognise().unwrap_err().to_string(), &["nothing"]);
}

#[test]
fn ends_and_thresholds_are_in_the_unit_of_the_scores() {
    let heads = ["min", "max", "#q", "#veto", "weight", "A", "B"];
    let numbers = [0.0, 0.5, 0.0625, 0.25, 1.0, 0.125, 0.375];
    let mut written_workbook = rust_xlsxwriter::Workbook::new();
    let sheet = written_workbook.add_worksheet();
    sheet.write(0, 0, "option").unwrap().write(0, 1, "Share").unwrap();
    let percent = rust_xlsxwriter::Format::new().set_num_format("0.0%");
    let mut typed = "option\tShare\n".to_owned();
    for (row, (head, x)) in (1..).zip(heads.into_iter().zip(numbers)) {
        sheet.write(row, 0, head).unwrap().write_with_format(row, 1, x, &percent).unwrap();
        typed += &[head, "\t", &(x * 100.0).to_string(), "%\n"].concat();
    }
    let shown = Workbook::read(&written_workbook.save_to_buffer().unwrap(), Format::Xlsx).unwrap();
    let typed = Workbook::of_text(&typed).unwrap();
    let written = |workbook: &Workbook, scale: Understanding| {
        let mut recognised = workbook.recognise().unwrap();
        recognised.change(workbook, Change::Scale(1, scale)).unwrap();
        to_string(&recognised.reading.document(workbook).unwrap(), Format::Csv).unwrap()
    };
    let hundredths =
        "option,Share\n#weight,1\n#direction,max\n#unit,%\n#range,0..50\n#q,6.25\n#veto,25\nA,12.5\nB,37.5\n";
    let fractions = "option,Share\n#weight,1\n#direction,max\n#range,0..0.5\n#q,0.0625\n#veto,0.25\nA,0.125\nB,0.375\n";
    for workbook in [shown, typed] {
        assert_eq!(written(&workbook, Understanding::Percent), hundredths);
        assert_eq!(written(&workbook, Understanding::Number), fractions);
    }
    let range = "option\tShare\nrange\t0%-50%\nA\t12.5%\nB\t37.5%\n";
    assert!(written(&Workbook::of_text(range).unwrap(), Understanding::Percent).contains("#range,0..50\n"));
    assert!(written(&Workbook::of_text(range).unwrap(), Understanding::Number).contains("#range,0..0.5\n"));
}

#[test]
fn what_was_chosen_holds_when_the_table_is_recognised_anew() {
    let text = "\tA\tB\tC\nX\t1,234\t2\t3\nY\t3\t4\t5\nZ\t5\t2\t1\n\n\n\tD\tE\nV\t1\t2\nW\t2\t1\n";
    let (workbook, mut recognised) = recognise(text);
    let subjects = |recognised: &Recognised| recognised.doubts.iter().map(|doubt| doubt.subject).collect::<Vec<_>>();
    assert_eq!(subjects(&recognised), [Subject::Area, Subject::Orientation, Subject::Decimal]);
    recognised.change(&workbook, Change::Decimal(Decimal::Comma)).unwrap();
    assert_eq!(subjects(&recognised), [Subject::Area, Subject::Orientation]);
    recognised.change(&workbook, Change::Orientation(Orientation::Columns)).unwrap();
    assert_eq!((recognised.reading.decimal, subjects(&recognised)), (Decimal::Comma, vec![Subject::Area]));
    let smaller = "A1:C4".parse().unwrap();
    recognised.change(&workbook, Change::Area(smaller)).unwrap();
    let reading = &recognised.reading;
    assert_eq!((reading.area, reading.orientation, reading.decimal), (smaller, Orientation::Columns, Decimal::Comma));
    assert!(recognised.doubts.is_empty(), "{:?}", recognised.doubts);
    // On another sheet the table lies as it lies there.
    recognised.change(&workbook, Change::Sheet(0)).unwrap();
    assert_eq!(recognised.reading.decimal, Decimal::Comma);
    assert_eq!(subjects(&recognised), [Subject::Area, Subject::Orientation]);
}

#[test]
fn a_change_settles_only_what_lies_within_it() {
    // The doubt about the scale of column B begins in row 1, the one about C in row 3.
    let text = "Vendor\tSize\tPrice\nA\tXL\t1\nB\tS\tabout 5\nC\tXL\t3\n";
    let (workbook, recognised) = recognise(text);
    let left = |change: Change| {
        let mut changed = recognised.clone();
        changed.change(&workbook, change).unwrap();
        changed.doubts.iter().map(|doubt| doubt.at.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(left(Change::Title("T".into())), ["B1:B4", "C3"]);
    assert_eq!(left(Change::Row(0, Role::CriterionNames)), ["B1:B4", "C3"]);
    assert_eq!(left(Change::Row(2, Role::Skip)), ["B1:B4"]);
    assert_eq!(left(Change::Column(2, Role::Skip)), ["B1:B4"]);
    assert_eq!(left(Change::Column(1, Role::Skip)), ["C3"]);
}
