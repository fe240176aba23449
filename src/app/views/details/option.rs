//! An option.

use eframe::egui::{RichText, Ui};

use super::{any, caption_ui, field_id, first_field, name_check, side_by_side, title_ui};
use crate::app::outbox::Outbox;
use crate::app::views::Spot;
use crate::app::views::actions::buttons_ui;
use crate::app::views::words::{DetailsLabel, DetailsMessage};
use crate::app::widgets::{Field, outlined_ui};
use crate::model::Id;
use crate::session::{Action, Session};
use crate::text::{Percent, Value};

pub fn option_ui(ui: &mut Ui, session: &Session, id: Id, out: &mut Outbox) {
    let document = session.document();
    let Some(option) = document.alternative(id) else { return };
    let spot = Spot::Option(id);
    let row = session.option_place(id).unwrap_or_default();
    let model = session.model();
    let standing = DetailsMessage::Standing {
        rank: model.ranking().label(row),
        value: Value(model.values()[row]),
        share: Percent(model.coverage()[row]),
    };
    title_ui(ui, DetailsMessage::Option { name: option.name.clone() }, &standing.to_string());
    let mut name = None;
    let mut description = None;
    side_by_side(ui, [2.0, 3.0], 220.0, |ui, part| match part {
        0 => {
            caption_ui(ui, DetailsLabel::Name.text());
            let others = || document.alternatives.iter().map(|other| other.name.as_str());
            let field = Field::new(first_field(spot), &DetailsLabel::NameOfOption, &option.name);
            name = field.show(ui, |text| name_check(&option.name, others(), text)).1;
            ui.add_space(8.0);
            let mut is_baseline = document.baseline == Some(id);
            if outlined_ui(ui, |ui| ui.checkbox(&mut is_baseline, DetailsLabel::BaselineOption.text())).clicked() {
                out.act(Action::CompareWith(is_baseline.then_some(id)));
            }
            ui.label(RichText::new(DetailsLabel::BaselineNote.text()).small().weak());
        }
        _ => {
            caption_ui(ui, DetailsLabel::Description.text());
            let field =
                Field::new(field_id(spot, "description"), &DetailsLabel::DescriptionOfOption, &option.description);
            description = field.rows(3).show(ui, any).1;
        }
    });
    if name.is_some() || description.is_some() {
        let name = name.unwrap_or_else(|| option.name.clone());
        let description = description.unwrap_or_else(|| option.description.clone());
        out.act(Action::DescribeOption { option: id, name, description });
    }
    ui.add_space(8.0);
    buttons_ui(ui, session, spot, out);
}
