//! Paths, wishes and consents are about the document that was open when they were given.

use counterpoise::files::Format;
use counterpoise::session::Left;
use counterpoise::session::lifecycle::{Answer, Event, Job, Then};

use super::table::{answer, clean, effect, error, path, play, unsaved};
use super::{Fake, question, tell};

/// What was asked for one document is not done to the next one.
#[test]
fn a_path_is_for_the_document_that_it_was_asked_for() {
    let show = || Event::Leave(Then::Show(1, Some(path("/other.ron"))));
    for (asks, picked, picks) in [
        (Event::SaveAs, "/copy.ron", vec![]),
        (Event::Export, "/copy.csv", vec![(answer(Answer::Format(Format::Csv)), "pick /suggested.ron", "-")]),
    ] {
        let first = if picks.is_empty() { (asks, "pick /suggested.ron", "-") } else { (asks, "", "export") };
        let mut steps = vec![first];
        steps.extend(picks);
        steps.extend([(show(), "show 1", "-"), (Event::Picked(path(picked)), "", "trouble")]);
        play(clean(), steps);
    }
    // Asked anew for the one that is open, it is for that.
    let steps = vec![
        (Event::SaveAs, "pick /suggested.ron", "-"),
        (show(), "show 1", "-"),
        (Event::SaveAs, "", "-"),
        (Event::Picked(path("/copy.ron")), "write /copy.ron", "-"),
    ];
    play(clean(), steps);
}

/// Somebody who has agreed to lose what is unsaved, and then begins to save it all the same, is waited for.
#[test]
fn what_arrives_waits_while_a_path_is_chosen_for_what_is_unsaved() {
    play(
        unsaved(),
        vec![
            (Event::Leave(Then::OpenFile(path("/b.ron"))), "", "unsaved"),
            (answer(Answer::Discard), "read /b.ron", "-"),
            (Event::SaveAs, "pick /suggested.ron", "-"),
            (Event::Opened(2, path("/b.ron")), "", "-"),
            (Event::Picked(path("/a.ron")), "write /a.ron", "-"),
            (Event::Saved(path("/a.ron")), "remember /a.ron, hush, show 2", "-"),
        ],
    );
}

#[test]
fn saving_once_more_is_for_the_document_that_was_being_saved() {
    play(
        Fake { at: 1, ..clean() },
        vec![
            (Event::Save, "write /own.ron", "-"),
            (Event::Leave(Then::Recover(Left::default())), "", "-"),
            (Event::Save, "", "-"),
            (Event::Saved(path("/own.ron")), "remember /own.ron, hush, recover", "-"),
        ],
    );
}

/// Whatever stops a saving: what was to follow from it does not.
#[test]
fn what_was_agreed_to_is_asked_again_where_saving_comes_to_nothing() {
    for fails in [Event::BrokeOff(Job::Saving), Event::NotSaved(error("/own.ron"))] {
        play(
            unsaved(),
            vec![
                (Event::Leave(Then::OpenFile(path("/b.ron"))), "", "unsaved"),
                (answer(Answer::Discard), "read /b.ron", "-"),
                (Event::Save, "write /own.ron", "-"),
                (Event::Opened(2, path("/b.ron")), "", "-"),
                (fails, "", "trouble"),
                (answer(Answer::Cancel), "", "unsaved"),
            ],
        );
    }
}

/// What was agreed to before a table was looked at holds when it becomes the document.
#[test]
fn a_table_is_not_asked_about_twice() {
    let (mut life, _) = play(
        unsaved(),
        vec![
            (Event::Leave(Then::OpenFile(path("/b.csv"))), "", "unsaved"),
            (answer(Answer::Discard), "read /b.csv", "-"),
            (Event::Incoming(7, path("/b.csv")), "", "own"),
        ],
    );
    let (own, consent) = life.take_own().unwrap();
    assert_eq!(own, 7);
    let mut done = Vec::new();
    tell(&mut life, &mut unsaved(), Event::Arrive(Then::Show(3, None), consent), &mut |world, effect_| {
        world.at = world.saved;
        done.push(effect(effect_));
    });
    assert_eq!((done.join(", ").as_str(), question(&mut life)), ("show 3", "-"));
}
