//! Everything that a user can do to a session, as proptest can think of it.

use counterpoise::model::{
    About, Answer, Cell, Criterion, Direction, Ends, Id, Judgement, Level, Measure, Place, RankFormula, Scale, Scope,
    Score, Source, ValueFunction,
};
use counterpoise::session::{Action, NodeKind, Outcome, Rectangle, Refusal, Session};
use proptest::prelude::*;
use serde_json::Value;

use crate::documents;

/// Stands for the option at some place, whatever there is when the action is performed; see [`settle`].
fn option() -> impl Strategy<Value = Id> {
    stand_in("option")
}

/// Stands for a criterion or group.
fn node() -> impl Strategy<Value = Id> {
    stand_in("node")
}

fn leaf() -> impl Strategy<Value = Id> {
    stand_in("leaf")
}

fn viewpoint() -> impl Strategy<Value = Id> {
    stand_in("view")
}

fn stand_in(what: &'static str) -> impl Strategy<Value = Id> {
    any::<u16>().prop_map(move |number| serde_json::from_value(Value::from(format!("#{what} {number}"))).unwrap())
}

/// Any action, those on weights more often.
pub fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        6 => weight_action(),
        2 => viewpoint_action(),
        4 => option_action(),
        5 => tree_action(),
        5 => cell_action(),
        2 => word_action(),
        3 => prop_oneof![Just(Action::Undo), Just(Action::Redo)],
    ]
}

/// Actions on weights that leave locked ones alone.
pub fn weight_action() -> impl Strategy<Value = Action> {
    let scope = prop_oneof![2 => Just(Scope::Everything), 1 => Just(Scope::Siblings)];
    let share = || prop_oneof![4 => 0.0..1.0, 1 => Just(0.0), 1 => Just(1.0), 1 => -1.0..2.0];
    prop_oneof![
        8 => (node(), share(), scope).prop_map(|(node, share, scope)| Action::DragWeight { node, share, scope }),
        2 => (node(), share()).prop_map(|(node, share)| Action::SetWeight { node, share }),
        3 => (node(), any::<bool>()).prop_map(|(node, locked)| Action::SetLock { node, locked }),
        1 => Just(Action::UnlockAll),
        2 => Just(Action::EvenOut),
    ]
}

fn viewpoint_action() -> impl Strategy<Value = Action> {
    let points = || prop::collection::btree_map(node(), 0.0..10.0, 0..6);
    let judgement = prop_oneof![
        Just(Judgement::Equal),
        points().prop_map(Judgement::Points),
        prop::collection::vec(prop::collection::vec(node(), 1..3), 1..3)
            .prop_map(|order| Judgement::RankOrder { formula: RankFormula::Centroid, order }),
    ];
    prop_oneof![
        points().prop_map(Action::ResetWeights),
        points().prop_map(Action::SetWeights),
        Just(Action::SetBaseline),
        (prop::option::of(node()), judgement)
            .prop_map(|(parent, judgement)| Action::Judge { parent, judgement: Box::new(judgement) }),
        documents::name().prop_map(Action::SaveViewpoint),
        viewpoint().prop_map(Action::ChooseViewpoint),
        (viewpoint(), documents::name()).prop_map(|(viewpoint, name)| Action::RenameViewpoint { viewpoint, name }),
        viewpoint().prop_map(Action::DeleteViewpoint),
    ]
}

fn option_action() -> impl Strategy<Value = Action> {
    let described = (option(), documents::name());
    prop_oneof![
        2 => (0..6_usize).prop_map(|at| Action::AddOption { at }),
        2 => option().prop_map(Action::DuplicateOption),
        1 => option().prop_map(Action::DeleteOption),
        1 => (option(), -2_isize..3).prop_map(|(option, by)| Action::ShiftOption { option, by }),
        1 => described.prop_map(|(option, name)| Action::DescribeOption { option, name, description: "as said".into() }),
        1 => prop::option::of(option()).prop_map(Action::CompareWith),
    ]
}

fn tree_action() -> impl Strategy<Value = Action> {
    let kind = prop_oneof![Just(NodeKind::Criterion), Just(NodeKind::Group)];
    let parent = || prop::option::of(node());
    let described = (node(), documents::name());
    prop_oneof![
        2 => (kind, parent(), 0..5_usize).prop_map(|(kind, parent, at)| Action::AddNode { kind, parent, at }),
        2 => node().prop_map(Action::DuplicateNode),
        2 => node().prop_map(Action::DeleteNode),
        1 => (node(), -2_isize..3).prop_map(|(node, by)| Action::ShiftNode { node, by }),
        3 => (node(), parent(), 0..5_usize).prop_map(|(node, parent, to)| Action::MoveNode { node, parent, to }),
        1 => node().prop_map(Action::MoveOut),
        1 => described.prop_map(|(group, name)| Action::DescribeGroup { group, name, description: String::new() }),
        1 => (leaf(), documents::name()).prop_map(|(id, name)| criterion(Criterion::new(id, name), RENAMED)),
        3 => (leaf(), scale()).prop_map(|(id, scale)| criterion(Criterion { scale, ..Criterion::new(id, "") }, RESCALED)),
    ]
}

/// Marks a criterion of which only a part is meant to be replaced.
const RENAMED: &str = "#renamed";
const RESCALED: &str = "#rescaled";

fn criterion(criterion: Criterion, part: &str) -> Action {
    Action::SetCriterion(Box::new(Criterion { description: part.into(), ..criterion }))
}

/// Any scale, some of them unfit.
fn scale() -> impl Strategy<Value = Scale> {
    let tenth = || (-50_i32..150).prop_map(f64::from);
    let direction = prop_oneof![Just(Direction::Max), Just(Direction::Min), tenth().prop_map(Direction::Target)];
    let range = prop::option::of((tenth(), tenth()).prop_map(|(worst, best)| Ends { worst, best }));
    let points = prop::collection::vec((tenth(), 0.0..100.0), 1..4).prop_map(ValueFunction::Piecewise);
    let value = prop_oneof![2 => Just(ValueFunction::Linear), 1 => points];
    let level = (documents::name(), -10.0..110.0).prop_map(|(name, value)| Level { id: Id::slug(&name), name, value });
    prop_oneof![
        (tenth(), tenth()).prop_map(|(worst, best)| Scale::Rating { worst, best }),
        (direction, range, value).prop_map(|(direction, range, value)| Scale::Measure(Measure {
            unit: "km".into(),
            direction,
            range,
            value
        })),
        prop::collection::vec(level, 0..4).prop_map(Scale::Levels),
        Just(Scale::YesNo { best: Answer::Yes }),
        Just(Scale::YesNo { best: Answer::No }),
    ]
}

fn cell_action() -> impl Strategy<Value = Action> {
    let number = documents::finite;
    let score = prop_oneof![
        Just(None),
        stand_in("level").prop_map(|level| Some(Score::Level(level))),
        number().prop_map(|x| Some(Score::Exact(x))),
        (number(), number()).prop_map(|(low, high)| Some(Score::Range(low, high))),
        (number(), number(), number()).prop_map(|(low, likely, high)| Some(Score::Triangle(low, likely, high))),
    ];
    let rationale = prop_oneof![Just(String::new()), documents::name()];
    let cell = (score, rationale, any::<bool>()).prop_map(|(score, rationale, evident)| {
        let evidence = if evident { vec![Source { text: rationale.clone(), link: String::new() }] } else { Vec::new() };
        Cell { score, rationale, evidence }
    });
    let text = "(([0-9]{1,2}([.,][0-9])?|[0-9]\\.\\.[0-9]{2}||\\?|yes|x)[\t\n]){0,6}";
    let area = || {
        let span = || (0..6_usize, 0..2_usize);
        (span(), span()).prop_map(|((row, rows), (column, columns))| Rectangle {
            rows: row..=row + rows,
            columns: column..=column + columns,
        })
    };
    prop_oneof![
        2 => (option(), leaf(), cell)
            .prop_map(|(option, criterion, cell)| Action::SetCell { option, criterion, cell: Box::new(cell) }),
        1 => (option(), leaf(), stand_in("level")).prop_map(|(option, criterion, level)| Action::SetScore {
            option,
            criterion,
            score: Some(Score::Level(level)),
        }),
        1 => area().prop_map(Action::Clear),
        2 => (area(), text).prop_map(|(area, text)| Action::Paste { area, text }),
    ]
}

fn word_action() -> impl Strategy<Value = Action> {
    let check = || Just("dominated-option".to_owned());
    let place = || prop_oneof![Just(Place::Decision), option().prop_map(Place::Alternative)];
    prop_oneof![
        documents::name().prop_map(|title| Action::SetAbout(Box::new(About { title, ..About::default() }))),
        (check(), place(), documents::name()).prop_map(|(check, place, reason)| Action::Dismiss {
            check,
            place,
            reason
        }),
        (check(), place()).prop_map(|(check, place)| Action::Reopen { check, place }),
    ]
}

/// Puts what there is in the places of what stands for it. None where there is nothing of the kind.
pub fn settle(action: &Action, session: &Session) -> Option<Action> {
    let document = session.document();
    let leaves: Vec<Id> = document.leaves().iter().map(|leaf| leaf.id).collect();
    let of = |what: &str| -> Vec<Id> {
        match what {
            "option" => document.alternatives.iter().map(|option| option.id).collect(),
            "node" => document.outline().entries().iter().map(|entry| entry.id).collect(),
            "leaf" => leaves.clone(),
            "view" => document.viewpoints.iter().map(|view| view.id).collect(),
            _ => document.leaves().iter().flat_map(|leaf| leaf.scale.levels()).map(|level| level.id).collect(),
        }
    };
    let mut value = serde_json::to_value(action).unwrap();
    put(&mut value, &of)?;
    let action: Action = serde_json::from_value(value).unwrap();
    Some(match action {
        Action::SetCriterion(criterion) => {
            let old = document.criterion(criterion.id)?.clone();
            Action::SetCriterion(Box::new(match criterion.description.as_str() {
                RENAMED => Criterion { name: criterion.name, ..old },
                _ => Criterion { scale: criterion.scale, ..old },
            }))
        }
        action => action,
    })
}

/// Walks through a value and replaces each `#option 17` by the id of an option.
fn put(value: &mut Value, of: &dyn Fn(&str) -> Vec<Id>) -> Option<()> {
    match value {
        Value::String(text) => *text = real(text, of)?,
        Value::Array(values) => values.iter_mut().try_for_each(|value| put(value, of))?,
        Value::Object(fields) => {
            for (key, mut value) in std::mem::take(fields) {
                put(&mut value, of)?;
                fields.insert(real(&key, of)?, value);
            }
        }
        _ => {}
    }
    Some(())
}

fn real(text: &str, of: &dyn Fn(&str) -> Vec<Id>) -> Option<String> {
    let Some((what, number)) = text.strip_prefix('#').and_then(|text| text.split_once(' ')) else {
        return Some(text.to_owned());
    };
    let Ok(number) = number.parse::<usize>() else { return Some(text.to_owned()) };
    let found = of(what);
    found.get(number % found.len().max(1)).map(Id::to_string)
}

/// Performs an action that has been written down and read again. None where there is nothing to perform it on.
pub fn perform(session: &mut Session, action: &Action) -> Option<Result<Outcome, Refusal>> {
    let action = settle(action, session)?;
    let text = ron::to_string(&action).unwrap();
    let read: Action = ron::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(read, action, "{text}");
    Some(session.perform(read))
}
