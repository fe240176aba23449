//! The decision itself.

use eframe::egui::Ui;

use super::{any, caption_ui, field_id, first_field, side_by_side, title_ui};
use crate::app::outbox::Outbox;
use crate::app::views::Spot;
use crate::app::widgets::{Field, text_list_ui};
use crate::model::About;
use crate::session::{Action, Session};

const SPOT: Spot = Spot::Corner;

pub fn decision_ui(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let about = &session.document().about;
    let mut changed: Option<About> = None;
    let change = |changed: &mut Option<About>, set: &dyn Fn(&mut About)| {
        set(changed.get_or_insert_with(|| about.clone()));
    };
    title_ui(ui, &[("The decision", true)], "");
    side_by_side(ui, [3.0, 2.0], 240.0, |ui, part| match part {
        0 => {
            caption_ui(ui, "Title");
            let field = Field::new(first_field(SPOT), "Title", &about.title).hint("What is to be decided");
            if let (_, Some(title)) = field.show(ui, any) {
                change(&mut changed, &|about| about.title.clone_from(&title));
            }
            caption_ui(ui, "Question");
            let field = Field::new(field_id(SPOT, "question"), "Question", &about.question).rows(2);
            if let (_, Some(question)) = field.show(ui, any) {
                change(&mut changed, &|about| about.question.clone_from(&question));
            }
            caption_ui(ui, "Context");
            let field = Field::new(field_id(SPOT, "context"), "Context", &about.context).rows(4);
            if let (_, Some(context)) = field.show(ui, any) {
                change(&mut changed, &|about| about.context.clone_from(&context));
            }
        }
        _ => {
            caption_ui(ui, "Authors, separated by semicolons");
            let authors = about.authors.join("; ");
            let field = Field::new(field_id(SPOT, "authors"), "Authors", &authors);
            if let (_, Some(text)) = field.show(ui, any) {
                let list = text.split(';').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
                let list: Vec<String> = list.collect();
                change(&mut changed, &|about| about.authors.clone_from(&list));
            }
            caption_ui(ui, "Sources");
            if let Some(sources) = text_list_ui(ui, field_id(SPOT, "sources"), "source", &about.sources) {
                change(&mut changed, &|about| about.sources.clone_from(&sources));
            }
        }
    });
    if let Some(about) = changed {
        out.act(Action::SetAbout(Box::new(about)));
    }
}
