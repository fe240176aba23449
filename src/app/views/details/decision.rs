//! The decision itself.

use eframe::egui::Ui;

use super::{any, caption_ui, field_id, first_field, side_by_side, title_ui};
use crate::app::outbox::Outbox;
use crate::app::views::Spot;
use crate::app::views::words::DetailsLabel;
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
    title_ui(ui, DetailsLabel::Decision, "");
    side_by_side(ui, [3.0, 2.0], 240.0, |ui, part| match part {
        0 => {
            caption_ui(ui, DetailsLabel::Title.text());
            let field = Field::new(first_field(SPOT), &DetailsLabel::Title, &about.title);
            let field = field.hint(DetailsLabel::TitleHint.text());
            if let (_, Some(title)) = field.show(ui, any) {
                change(&mut changed, &|about| about.title.clone_from(&title));
            }
            caption_ui(ui, DetailsLabel::Question.text());
            let field = Field::new(field_id(SPOT, "question"), &DetailsLabel::Question, &about.question).rows(2);
            if let (_, Some(question)) = field.show(ui, any) {
                change(&mut changed, &|about| about.question.clone_from(&question));
            }
            caption_ui(ui, DetailsLabel::Context.text());
            let field = Field::new(field_id(SPOT, "context"), &DetailsLabel::Context, &about.context).rows(4);
            if let (_, Some(context)) = field.show(ui, any) {
                change(&mut changed, &|about| about.context.clone_from(&context));
            }
        }
        _ => {
            caption_ui(ui, DetailsLabel::AuthorsNote.text());
            let authors = about.authors.join("; ");
            let field = Field::new(field_id(SPOT, "authors"), &DetailsLabel::Authors, &authors);
            if let (_, Some(text)) = field.show(ui, any) {
                let list = text.split(';').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
                let list: Vec<String> = list.collect();
                change(&mut changed, &|about| about.authors.clone_from(&list));
            }
            caption_ui(ui, DetailsLabel::Sources.text());
            if let Some(sources) = text_list_ui(ui, field_id(SPOT, "sources"), "source", &about.sources) {
                change(&mut changed, &|about| about.sources.clone_from(&sources));
            }
        }
    });
    if let Some(about) = changed {
        out.act(Action::SetAbout(Box::new(about)));
    }
}
