//! What follows from what.

use std::io;
use std::path::PathBuf;

use counterpoise::files::{FileError, Format};
use counterpoise::session::lifecycle::{Answer, Effect, Event, Job, Then};
use counterpoise::session::{Left, Over};

use super::{Fake, Happens, Life, question, tell};

pub fn clean() -> Fake {
    Fake { path: Some("/own.ron".into()), ..Fake::default() }
}

pub fn unsaved() -> Fake {
    Fake { at: 1, ..clean() }
}

fn unsaved_without_a_file() -> Fake {
    Fake { path: None, ..unsaved() }
}

pub fn error(path: &str) -> FileError {
    FileError::Read { path: path.into(), source: io::ErrorKind::NotFound.into() }
}

pub fn effect(effect: &Effect<u32>) -> String {
    match effect {
        Effect::Pick(_, from) => format!("pick {}", from.display()),
        Effect::GiveUpPicker => "give up".into(),
        Effect::Read(path) => format!("read {}", path.display()),
        Effect::Look(path) => format!("look {}", path.display()),
        Effect::Write(path, _) => format!("write {}", path.display()),
        Effect::Export(_, path) => format!("export {}", path.display()),
        Effect::Show(document, _) => format!("show {document}"),
        Effect::Preset(id) => format!("preset {id}"),
        Effect::Recover(_) => "recover".into(),
        Effect::Remember(path) => format!("remember {}", path.display()),
        Effect::Forget(path) => format!("forget {}", path.display()),
        Effect::Say(text) => format!("say {text}"),
        Effect::Hush => "hush".into(),
        Effect::QuitAgain => "quit again".into(),
        Effect::Close => "close".into(),
    }
}

/// A step of a story: what happens, what is done about it, and which question is open then.
pub type Step = (Happens, &'static str, &'static str);

pub fn answer(answer: Answer) -> Happens {
    Event::Answered(answer)
}

/// Plays a story. What is written is saved at once where the story says so; `QuitAgain` is left to it.
#[track_caller]
pub fn play(world: Fake, steps: Vec<Step>) -> (Life, Fake) {
    let (mut life, mut world) = (Life::default(), world);
    for (i, (event, effects, open)) in steps.into_iter().enumerate() {
        if let Event::Saved(path) = &event {
            world.path = Some(path.clone());
            world.saved = world.at;
        }
        let mut done = Vec::new();
        tell(&mut life, &mut world, event, &mut |world, effect_| {
            if let Effect::Show(..) | Effect::Preset(_) | Effect::Recover(_) = effect_ {
                // What a crash has left is unsaved.
                (world.at, world.saved, world.drafts) = (usize::from(matches!(effect_, Effect::Recover(_))), 0, false);
            }
            done.push(effect(effect_));
        });
        assert_eq!((done.join(", ").as_str(), question(&mut life)), (effects, open), "step {i}");
    }
    (life, world)
}

pub fn path(path: &str) -> PathBuf {
    path.into()
}

#[test]
fn nothing_unsaved_is_left_at_once() {
    play(clean(), vec![(Event::Leave(Then::Quit), "close", "-")]);
    play(
        clean(),
        vec![(Event::Leave(Then::New), "", "presets"), (answer(Answer::Preset("blank")), "preset blank", "-")],
    );
    play(
        clean(),
        vec![
            (Event::Leave(Then::Open), "pick /suggested.ron", "-"),
            (Event::Picked(path("/a.ron")), "read /a.ron", "-"),
            (Event::Opened(7, path("/a.ron")), "show 7", "-"),
        ],
    );
}

#[test]
fn what_a_crash_has_left_comes_once_the_document_is_safe() {
    let left = || Then::Recover(Left::default());
    play(clean(), vec![(Event::Leave(left()), "recover", "-")]);
    play(
        unsaved(),
        vec![
            (Event::Leave(left()), "", "unsaved"),
            (answer(Answer::Cancel), "", "-"),
            (Event::Leave(left()), "", "unsaved"),
            (answer(Answer::Discard), "recover", "-"),
        ],
    );
}

#[test]
fn something_unsaved_is_asked_about() {
    play(
        unsaved(),
        vec![
            (Event::Leave(Then::Quit), "", "unsaved"),
            (Event::Leave(Then::Quit), "", "unsaved"),
            (answer(Answer::Cancel), "", "-"),
            (Event::Leave(Then::Quit), "", "unsaved"),
            (answer(Answer::Discard), "close", "-"),
        ],
    );
    play(
        unsaved(),
        vec![
            (Event::Leave(Then::Quit), "", "unsaved"),
            (answer(Answer::Save), "write /own.ron", "-"),
            (Event::Saved(path("/own.ron")), "remember /own.ron, hush, close", "-"),
        ],
    );
    play(Fake { drafts: true, ..clean() }, vec![(Event::Leave(Then::New), "", "unsaved")]);
}

#[test]
fn saving_without_a_file_asks_for_one_and_knows_what_comes_after() {
    play(
        unsaved_without_a_file(),
        vec![
            (Event::Leave(Then::Quit), "", "unsaved"),
            (answer(Answer::Save), "pick /suggested.ron", "-"),
            (Event::NoPicker, "", "path"),
            (answer(Answer::Path(path("/a"))), "write /a.ron", "-"),
            (Event::Saved(path("/a.ron")), "remember /a.ron, hush, close", "-"),
        ],
    );
    // What is cancelled is forgotten: saving is then no more than that.
    play(
        unsaved_without_a_file(),
        vec![
            (Event::Leave(Then::Quit), "", "unsaved"),
            (answer(Answer::Save), "pick /suggested.ron", "-"),
            (Event::PickerCancelled, "", "-"),
            (Event::Save, "pick /suggested.ron", "-"),
            (Event::Picked(path("/a.ron")), "write /a.ron", "-"),
            (Event::Saved(path("/a.ron")), "remember /a.ron, hush", "-"),
        ],
    );
}

#[test]
fn another_file_is_replaced_only_when_told_to() {
    let world = || Fake { existing: vec![path("/taken.ron")], ..unsaved_without_a_file() };
    play(
        world(),
        vec![
            (Event::SaveAs, "pick /suggested.ron", "-"),
            (Event::NoPicker, "", "path"),
            (answer(Answer::Path(path("/taken"))), "", "replace"),
            (answer(Answer::Cancel), "", "path"),
            (answer(Answer::Path(path("/taken"))), "", "replace"),
            (answer(Answer::Replace), "write /taken.ron", "-"),
        ],
    );
    // The desktop has asked about the name that it returns, but not about one that is made of it.
    play(
        world(),
        vec![(Event::SaveAs, "pick /suggested.ron", "-"), (Event::Picked(path("/taken.ron")), "write /taken.ron", "-")],
    );
    play(
        world(),
        vec![
            (Event::SaveAs, "pick /suggested.ron", "-"),
            (Event::Picked(path("/taken")), "", "replace"),
            (answer(Answer::Cancel), "pick /taken.ron", "-"),
        ],
    );
}

#[test]
fn what_somebody_else_has_written_is_overwritten_only_when_told_to() {
    let overtaken = || Event::NotSaved(FileError::Overtaken { path: path("/own.ron") });
    let answered = |with, effects| {
        let saves =
            vec![(Event::Save, "write /own.ron", "-"), (overtaken(), "", "changed"), (answer(with), effects, "-")];
        play(unsaved(), saves)
    };
    answered(Answer::Cancel, "");
    answered(Answer::SaveAs, "pick /suggested.ron");
    let (mut life, mut world) = answered(Answer::Overwrite, "write /own.ron");
    // What it was saved for is done once it is.
    play(
        unsaved(),
        vec![
            (Event::Leave(Then::Quit), "", "unsaved"),
            (answer(Answer::Save), "write /own.ron", "-"),
            (overtaken(), "", "changed"),
            (answer(Answer::Overwrite), "write /own.ron", "-"),
            (Event::Saved(path("/own.ron")), "remember /own.ron, hush, close", "-"),
        ],
    );
    let mut over = Vec::new();
    let mut note = |_: &mut Fake, effect: &Effect<u32>| {
        if let Effect::Write(_, what) = effect {
            over.push(*what);
        }
    };
    for event in [overtaken(), answer(Answer::Cancel), Event::Save, overtaken(), answer(Answer::Overwrite)] {
        tell(&mut life, &mut world, event, &mut note);
    }
    assert_eq!(over, [Over::Known, Over::Anything]);
}

#[test]
fn a_question_that_is_open_stays_open() {
    play(
        clean(),
        vec![
            (Event::Ask(1), "", "own"),
            (Event::Ask(2), "", "own"),
            (Event::Leave(Then::New), "", "own"),
            (Event::BrokeOff(Job::Reading), "", "own"),
            // No answer to this question.
            (answer(Answer::Replace), "", "own"),
            (answer(Answer::Cancel), "", "own"),
            (answer(Answer::Cancel), "", "presets"),
            (answer(Answer::Cancel), "", "trouble"),
            (answer(Answer::Cancel), "", "-"),
        ],
    );
}

/// An export may fail late, when another question has long been open.
#[test]
fn an_export_that_fails_late_waits_for_its_turn() {
    let fails = || Event::NotExported(error("/nowhere/a"));
    play(
        clean(),
        vec![
            (Event::Export, "", "export"),
            (answer(Answer::Format(Format::Csv)), "pick /suggested.ron", "-"),
            (Event::Picked(path("/a.csv")), "hush, export /a.csv", "-"),
            (Event::Ask(1), "", "own"),
            (fails(), "", "own"),
            (answer(Answer::Cancel), "", "trouble"),
            (answer(Answer::Cancel), "", "-"),
        ],
    );
}

#[test]
fn closing_waits_for_an_export() {
    let exporting = |world| {
        play(
            world,
            vec![
                (Event::Export, "", "export"),
                (answer(Answer::Format(Format::Csv)), "pick /suggested.ron", "-"),
                (Event::Picked(path("/a.csv")), "hush, export /a.csv", "-"),
            ],
        )
    };
    let waits = "say The window closes when the export is written.";
    let go = |life: &mut Life, world: &mut Fake, event| {
        let mut done = Vec::new();
        tell(life, world, event, &mut |_, effect_| done.push(effect(effect_)));
        done.join(", ")
    };
    let (mut life, mut world) = exporting(clean());
    assert_eq!(go(&mut life, &mut world, Event::Leave(Then::Quit)), waits);
    assert!(!life.may_close(&world));
    let written = || Event::Exported(path("/a.csv"));
    assert_eq!(go(&mut life, &mut world, written()), "say Exported to /a.csv, quit again");
    // What was changed meanwhile is asked about.
    world.at = 1;
    assert_eq!(go(&mut life, &mut world, Event::Leave(Then::Quit)), "");
    assert_eq!(question(&mut life), "unsaved");

    // What was agreed to be lost is not asked about twice.
    let (mut life, mut world) = exporting(unsaved());
    assert_eq!(go(&mut life, &mut world, Event::Leave(Then::Quit)), "");
    assert_eq!(go(&mut life, &mut world, Event::Answered(Answer::Discard)), waits);
    assert_eq!(go(&mut life, &mut world, written()), "say Exported to /a.csv, quit again");
    assert_eq!(go(&mut life, &mut world, Event::Leave(Then::Quit)), "close");

    // An export that fails keeps the window.
    let (mut life, mut world) = exporting(clean());
    assert_eq!(go(&mut life, &mut world, Event::Leave(Then::Quit)), waits);
    assert_eq!(go(&mut life, &mut world, Event::NotExported(error("/nowhere/a"))), "");
    assert_eq!(question(&mut life), "trouble");
}

#[test]
fn what_is_changed_while_a_file_is_read_is_asked_about() {
    let open = |then: Vec<Step>| {
        let mut steps = vec![(Event::Leave(Then::OpenFile(path("/a.ron"))), "read /a.ron", "-")];
        steps.extend(then);
        steps
    };
    let (mut life, mut world) = play(clean(), open(vec![]));
    world.at = 1;
    tell(&mut life, &mut world, Event::Opened(7, path("/a.ron")), &mut |_, effect| panic!("{effect:?}"));
    assert_eq!(question(&mut life), "unsaved");
    // What was agreed to be lost before is lost without another question.
    play(
        unsaved(),
        vec![
            (Event::Leave(Then::OpenFile(path("/a.ron"))), "", "unsaved"),
            (answer(Answer::Discard), "read /a.ron", "-"),
            (Event::Opened(7, path("/a.ron")), "show 7", "-"),
        ],
    );
    // A question keeps the document that it is about.
    play(
        clean(),
        open(vec![
            (Event::Ask(1), "", "own"),
            (Event::Opened(7, path("/a.ron")), "", "own"),
            (answer(Answer::Cancel), "show 7", "-"),
        ]),
    );
}

#[test]
fn a_typed_path_that_leads_nowhere_stays_to_be_mended() {
    play(
        clean(),
        vec![
            (Event::Leave(Then::Open), "pick /suggested.ron", "-"),
            (Event::NoPicker, "", "path"),
            (answer(Answer::Path(path("/nowhere/a"))), "read /nowhere/a", "-"),
            (Event::NotOpened(error("/nowhere/a"), path("/nowhere/a")), "forget /nowhere/a", "path with a fault"),
            (answer(Answer::Path(path("/a.ron"))), "read /a.ron", "-"),
        ],
    );
    play(
        clean(),
        vec![
            (Event::Leave(Then::OpenFile(path("/nowhere/a"))), "read /nowhere/a", "-"),
            (Event::NotOpened(error("/nowhere/a"), path("/nowhere/a")), "forget /nowhere/a", "trouble"),
        ],
    );
}

#[test]
fn a_dialog_of_the_desktop_that_hangs_is_typed_around() {
    play(
        unsaved_without_a_file(),
        vec![
            (Event::Leave(Then::Quit), "", "unsaved"),
            (answer(Answer::Save), "pick /suggested.ron", "-"),
            (Event::PickerSlow, "", "path"),
            (answer(Answer::Path(path("/a.ron"))), "give up, write /a.ron", "-"),
            (Event::Saved(path("/a.ron")), "remember /a.ron, hush, close", "-"),
        ],
    );
    // It answers after all.
    play(
        unsaved_without_a_file(),
        vec![
            (Event::Save, "pick /suggested.ron", "-"),
            (Event::PickerSlow, "", "path"),
            (Event::Picked(path("/a.ron")), "write /a.ron", "-"),
        ],
    );
    // Cancelled there, it can still be typed here.
    play(
        unsaved_without_a_file(),
        vec![
            (Event::Save, "pick /suggested.ron", "-"),
            (Event::PickerSlow, "", "path"),
            (Event::PickerCancelled, "", "path"),
            (answer(Answer::Path(path("/a.ron"))), "write /a.ron", "-"),
        ],
    );
}

/// Saving takes its time, and what is typed meanwhile is not in the file.
#[test]
fn what_is_changed_while_it_is_saved_is_asked_about() {
    let (mut life, mut world) =
        play(unsaved(), vec![(Event::Leave(Then::Quit), "", "unsaved"), (answer(Answer::Save), "write /own.ron", "-")]);
    assert!(life.is_saving() && !life.may_close(&world));
    (world.saved, world.at) = (1, 2);
    let mut done = Vec::new();
    tell(&mut life, &mut world, Event::Saved(path("/own.ron")), &mut |_, effect_| done.push(effect(effect_)));
    assert_eq!((done.join(", ").as_str(), question(&mut life)), ("remember /own.ron, hush", "unsaved"));
    // Closing, saving again and opening wait until the first is written.
    let closes = "say The window closes when the decision is saved.";
    play(
        unsaved(),
        vec![
            (Event::Save, "write /own.ron", "-"),
            (Event::Save, "", "-"),
            (Event::Leave(Then::Quit), closes, "-"),
            (Event::Saved(path("/own.ron")), "remember /own.ron, hush, close", "-"),
        ],
    );
    play(
        unsaved(),
        vec![
            (Event::Save, "write /own.ron", "-"),
            (Event::Leave(Then::Quit), closes, "-"),
            (Event::NotSaved(error("/nowhere/a")), "", "trouble"),
            (answer(Answer::Cancel), "", "unsaved"),
        ],
    );
}

#[test]
fn over_its_own_file_an_export_is_a_save() {
    play(
        unsaved(),
        vec![
            (Event::Export, "", "export"),
            (answer(Answer::Format(Format::Ron)), "pick /suggested.ron", "-"),
            (Event::Picked(path("/own.ron")), "write /own.ron", "-"),
        ],
    );
}

#[test]
fn a_broken_off_job_lets_go_on() {
    let (life, _) = play(
        unsaved(),
        vec![
            (Event::Save, "write /own.ron", "-"),
            (Event::BrokeOff(Job::Saving), "", "trouble"),
            (answer(Answer::Cancel), "", "-"),
            (Event::Save, "write /own.ron", "-"),
        ],
    );
    assert!(life.is_saving());
}
