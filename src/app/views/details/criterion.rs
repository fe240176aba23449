//! A criterion, and a group of them.

use eframe::egui::Ui;

use super::{any, caption_ui, field_id, first_field, name_check, scale, side_by_side, title_ui};
use crate::app::outbox::Outbox;
use crate::app::views::Spot;
use crate::app::views::actions::buttons_ui;
use crate::app::views::words::{DetailsLabel, DetailsMessage};
use crate::app::widgets::{Field, text_list_ui};
use crate::model::{Criterion, Group, Id};
use crate::session::{Action, Session};
use crate::text::Percent;

pub fn criterion_ui(ui: &mut Ui, session: &Session, id: Id, out: &mut Outbox) {
    let document = session.document();
    let Some(criterion) = document.criterion(id) else { return };
    let spot = Spot::Criterion(id);
    title_ui(ui, DetailsMessage::Criterion { name: criterion.name.clone() }, &weight_note(session, id));
    let mut changed: Option<Criterion> = None;
    let change = |changed: &mut Option<Criterion>, set: &dyn Fn(&mut Criterion)| {
        set(changed.get_or_insert_with(|| criterion.clone()));
    };
    side_by_side(ui, [2.0, 2.0], 260.0, |ui, part| match part {
        0 => {
            caption_ui(ui, DetailsLabel::Name.text());
            let leaves = document.leaves();
            let others = || leaves.iter().map(|other| other.name.as_str());
            let field = Field::new(first_field(spot), &DetailsLabel::NameOfCriterion, &criterion.name);
            if let (_, Some(name)) = field.show(ui, |text| name_check(&criterion.name, others(), text)) {
                change(&mut changed, &|criterion| criterion.name.clone_from(&name));
            }
            caption_ui(ui, DetailsLabel::DefinitionNote.text());
            let field =
                Field::new(field_id(spot, "definition"), &DetailsLabel::Definition, &criterion.description).rows(3);
            if let (_, Some(text)) = field.show(ui, any) {
                change(&mut changed, &|criterion| criterion.description.clone_from(&text));
            }
            caption_ui(ui, DetailsLabel::Sources.text());
            if let Some(sources) = text_list_ui(ui, field_id(spot, "sources"), "source", &criterion.sources) {
                change(&mut changed, &|criterion| criterion.sources.clone_from(&sources));
            }
        }
        _ => {
            if let Some(scale) = scale::scale_ui(ui, session, criterion) {
                change(&mut changed, &|criterion| criterion.scale.clone_from(&scale));
            }
        }
    });
    if let Some(criterion) = changed {
        out.act(Action::SetCriterion(Box::new(criterion)));
    }
    ui.add_space(8.0);
    buttons_ui(ui, session, spot, out);
}

pub fn group_ui(ui: &mut Ui, session: &Session, id: Id, out: &mut Outbox) {
    let Some(group) = session.document().node(id).and_then(|node| node.as_group()) else { return };
    let Group { name: old_name, description: old_description, .. } = group;
    let spot = Spot::Group(id);
    title_ui(ui, DetailsMessage::Group { name: old_name.clone() }, &weight_note(session, id));
    let mut name = None;
    let mut description = None;
    side_by_side(ui, [2.0, 3.0], 220.0, |ui, part| match part {
        0 => {
            caption_ui(ui, DetailsLabel::Name.text());
            let field = Field::new(first_field(spot), &DetailsLabel::NameOfGroup, old_name);
            name = field.show(ui, |text| name_check(old_name, std::iter::empty(), text)).1;
        }
        _ => {
            caption_ui(ui, DetailsLabel::Description.text());
            let field = Field::new(field_id(spot, "description"), &DetailsLabel::DescriptionOfGroup, old_description);
            description = field.rows(3).show(ui, any).1;
        }
    });
    if name.is_some() || description.is_some() {
        let name = name.unwrap_or_else(|| old_name.clone());
        let description = description.unwrap_or_else(|| old_description.clone());
        out.act(Action::DescribeGroup { group: id, name, description });
    }
    ui.add_space(8.0);
    buttons_ui(ui, session, spot, out);
}

fn weight_note(session: &Session, id: Id) -> String {
    let share = session.model().outline().find(id).map(|at| Percent(session.model().share(at)));
    share.map_or_else(String::new, |share| DetailsMessage::OfAllWeight { share }.to_string())
}
