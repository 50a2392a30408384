//! The file format: identity, hostile files, merges, past versions, size.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod arbitrary;
#[path = "fixtures/v1/logbook.rs"]
mod fixture;
#[path = "fixtures/v2/logbook.rs"]
mod fixture_2;
mod realistic_year;

use legwork::archive::{ArchiveError, DocKey, OnlyHere, Why, decode, encode, export, merge, preview, read};
use legwork::domain::calendar::{Day, Now};
use legwork::domain::logbook::Logbook;
use legwork::domain::recovery::PainSince;
use legwork::domain::safety::Pain;
use legwork::domain::training::Session;
use legwork::domain::units::Seconds;
use proptest::prelude::*;
use realistic_year::{Plates, units_per_set, year};

fn now() -> Now {
    Now { day: Day::parse("2026-11-21").unwrap(), millis: 1_795_240_000_000, offset_minutes: -210 }
}

fn cases(n: u32) -> ProptestConfig {
    ProptestConfig { cases: n, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn an_export_reads_back_as_the_very_same_logbook(book in arbitrary::logbook()) {
        prop_assert_eq!(read(&export(&book, now())), Ok(book));
    }

    #[test]
    fn every_document_reads_back_by_itself_and_touches_no_other(book in arbitrary::logbook()) {
        let mut copy = Logbook::default();
        let mut keys = DocKey::all_of(&book);
        keys.reverse();
        for key in keys {
            prop_assert_eq!(key.to_string().parse(), Ok(key));
            decode(&mut copy, key, &encode(&book, key)).unwrap();
        }
        prop_assert_eq!(copy, book);
    }

    #[test]
    fn an_editor_may_change_spaces_and_line_ends_and_nothing_else(book in arbitrary::logbook(), at in any::<prop::sample::Index>()) {
        let text = export(&book, now());
        prop_assert_eq!(read(&format!("\u{feff}{}  \r\n", text.replace('\n', "\r\n"))), Ok(book.clone()));
        // One changed digit anywhere in the logbook is noticed, one way or another.
        let body = text.find("\"logbook\"").unwrap();
        let digits: Vec<usize> = text.bytes().enumerate().skip(body).filter(|(_, b)| b.is_ascii_digit()).map(|(i, _)| i).collect();
        if !digits.is_empty() {
            let mut bytes = text.into_bytes();
            let place = *at.get(&digits);
            bytes[place] = if bytes[place] == b'9' { b'8' } else { bytes[place] + 1 };
            prop_assert!(read(&String::from_utf8(bytes).unwrap()).is_err());
        }
    }

    #[test]
    fn fault_28_any_text_at_all_is_refused_and_nothing_worse(text in "\\PC{0,200}|[\\{\\}\\[\\]\":,0-9a-z ]{0,200}") {
        prop_assert!(read(&text).is_err());
        let mut book = Logbook::default();
        for key in DocKey::SINGLE {
            if decode(&mut book, key, &text).is_err() {
                prop_assert_eq!(&book, &Logbook::default());
            }
        }
    }

    #[test]
    fn fault_33_the_same_import_twice_changes_nothing_more(a in arbitrary::logbook(), b in arbitrary::logbook()) {
        let once = merge(&a, &b);
        prop_assert_eq!(&merge(&once, &b), &once);
        prop_assert_eq!(merge(&a, &a), a);
    }

    #[test]
    fn a_merge_loses_no_session_that_nobody_deleted(a in arbitrary::logbook(), b in arbitrary::logbook()) {
        let both = merge(&a, &b);
        let deleted = |session: &Session| [&a, &b].iter().any(|book| {
            book.log.months().values().any(|month| month.deleted.get(&session.id).is_some_and(|at| *at >= session.edited_at))
        });
        for session in a.log.sessions().chain(b.log.sessions()).filter(|session| !deleted(session)) {
            let kept = both.log.sessions().find(|kept| kept.id == session.id);
            prop_assert!(kept.is_some_and(|kept| kept.edited_at >= session.edited_at), "{:?}", session.id);
        }
        let ids: Vec<_> = both.log.sessions().map(|session| session.id).collect();
        let once: legwork::domain::ordered::OrderedSet<_> = ids.iter().collect();
        prop_assert_eq!(once.len(), ids.len(), "a session stands in two months");
    }

    #[test]
    fn the_preview_adds_up(a in arbitrary::logbook(), b in arbitrary::logbook()) {
        let shown = preview(&a, &b);
        prop_assert_eq!(shown.sessions_new + shown.sessions_changed + shown.sessions_same + shown.sessions_deleted_here, b.log.len());
        let same = preview(&a, &a);
        prop_assert_eq!((same.sessions_same, same.sessions_new, same.only_here), (a.log.len(), 0, OnlyHere::default()));
    }
}

#[test]
fn a_year_of_log_takes_at_most_twenty_units_a_set() {
    for (plates, name) in
        [(Plates::Kilograms, "storage.units_per_set"), (Plates::Pounds, "storage.units_per_set_pounds")]
    {
        let log = year(plates);
        let units = units_per_set(&log);
        println!("FIGURE {name} {units:.2} unit");
        assert!(units <= 20.0, "{name}: {units}");
        let book = Logbook { log, ..Logbook::default() };
        assert_eq!(read(&export(&book, now())), Ok(book));
    }
}

#[test]
fn what_is_not_ours_is_told_apart_from_what_is_broken() {
    let whole = export(&Logbook { log: year(Plates::Kilograms), ..Logbook::default() }, now());
    let foreign = [
        "hello",
        "Date,Workout Name,Exercise Name\n2026-01-01,Legs,Squat",
        "{}",
        "[1,2]",
        r#"{"format":"hevy","schema":1}"#,
        r#"{"format":"legwork","schema":0}"#,
        r#"{"format":"legwork","schema":"one"}"#,
        "\u{0}\u{1}PK\u{3}\u{4}",
    ];
    for text in foreign {
        let error = read(text).unwrap_err();
        let expected = if text.contains("one") { ArchiveError::Damaged } else { ArchiveError::NotLegwork };
        assert_eq!(error, expected, "{text}");
    }
    for text in ["", "  \r\n", "\u{feff}"] {
        assert_eq!(read(text), Err(ArchiveError::Empty));
    }
    assert_eq!(read(&" ".repeat(32 * 1024 * 1024 + 1)), Err(ArchiveError::TooLarge));
    // fault 9: cut off anywhere.
    for cut in [40, 60, 100, 200, whole.len() / 2, whole.len() - 3] {
        assert_eq!(read(&whole[..cut]), Err(ArchiveError::Damaged), "cut at {cut}");
    }
}

#[test]
fn fault_49_a_newer_a_partial_and_a_foreign_backup_are_refused_whole() {
    let newer = r#"{"schema":7,"logbook":{"galaxies":[]},"extra":{},"format":"legwork"}"#;
    assert_eq!(read(newer), Err(ArchiveError::TooNew(7)));
    let whole = export(&Logbook::default(), now());
    let partial = whole.replace("\"trials\":[],\n", "");
    assert!(partial.len() < whole.len());
    assert!(matches!(read(&partial), Err(ArchiveError::Malformed { why: Why::Shape, .. })));
    let more = whole.replace("\"draft\":null", "\"draft\":null,\"mood\":null");
    assert!(matches!(read(&more), Err(ArchiveError::Malformed { why: Why::Shape, .. })));
}

#[test]
fn a_file_from_before_there_were_verdicts_is_whole() {
    let text = include_str!("fixtures/v2/without-verdicts.json");
    let mut expected = fixture_2::logbook(fixture::logbook());
    expected.verdicts = Default::default();
    expected.settings.reviewed = None;
    // Nor were reported signs kept yet, nor did an own exercise say what it is like.
    expected.safety.raised.clear();
    expected.exercises = fixture::logbook().exercises;
    // Nor was a pain said to be sharp, nor a calibration set declined.
    let dull = |pain: &mut Option<Pain>| *pain = Pain::said(pain.and_then(Pain::score), false);
    let draft = expected.draft.as_mut().unwrap();
    draft.untried = false;
    draft.exercises.iter_mut().for_each(|one| dull(&mut one.pain));
    let sessions: Vec<Session> = expected.log.sessions().cloned().collect();
    for mut session in sessions {
        session.exercises.iter_mut().for_each(|work| dull(&mut work.pain));
        expected.log.record(session);
    }
    // Nor had meals times of their own.
    expected.diet.own_times.clear();
    assert!(read(text) == Ok(expected));
}

#[test]
fn fault_31_json_ten_thousand_deep_is_refused_without_a_crash() {
    for open in ["[", "{\"a\":"] {
        let deep = open.repeat(10_000);
        assert!(read(&deep).is_err());
        assert!(read(&format!(r#"{{"format":"legwork","schema":1,"logbook":{deep}"#)).is_err());
        let mut book = Logbook::default();
        assert!(decode(&mut book, DocKey::Plans, &deep).is_err());
    }
}

#[test]
fn fault_32_numbers_outside_their_range_are_refused_with_their_place() {
    let bad = [
        (
            DocKey::Body,
            r#"{"weight_g":{"2026-11-21":1000001},"sleep_min":{}}"#,
            "body.weight_g.2026-11-21",
            Why::OutOfRange,
        ),
        (DocKey::Body, r#"{"weight_g":{"2026-02-30":80000},"sleep_min":{}}"#, "body.weight_g", Why::NotADay),
        (
            DocKey::Settings,
            r#"{"mass":"stone","length":"cm","theme":null,"week_start":null,"counting":"direct","exported_on":null}"#,
            "settings.mass",
            Why::UnknownWord,
        ),
        (
            DocKey::Settings,
            r#"{"mass":"kg","length":"cm","theme":null,"week_start":8,"counting":"direct","exported_on":null}"#,
            "settings.week_start",
            Why::OutOfRange,
        ),
        (DocKey::Plans, r#"{"active":"x","list":[]}"#, "plans.active", Why::NotAnId),
        (
            DocKey::Log(now().day.month()),
            r#"{"x":["squat"],"s":[["0000000000000000000000",1,0,null,0,[[1,"x5"]],{}]]}"#,
            "log:2026-11.s.0.exercises.0",
            Why::NoSuchPlace,
        ),
        (
            DocKey::Log(now().day.month()),
            r#"{"x":["squat"],"s":[["0000000000000000000000",99999999,0,null,0,[],{}]]}"#,
            "log:2026-11.s.0.day",
            Why::NotADay,
        ),
        (DocKey::Log(now().day.month()), r#"{"x":["Squat!"],"s":[]}"#, "log:2026-11.x.0", Why::NotASlug),
        (
            DocKey::Log(now().day.month()),
            r#"{"x":["squat"],"s":[["0000000000000000000000",1,0,null,0,[[0,"x101"]],{}]]}"#,
            "log:2026-11.s.0.exercises.0.sets.0",
            Why::OutOfRange,
        ),
    ];
    for (key, text, path, why) in bad {
        let mut book = Logbook::default();
        assert_eq!(
            decode(&mut book, key, text),
            Err(ArchiveError::Malformed { path: path.to_owned(), why }),
            "{text}"
        );
        assert_eq!(book, Logbook::default());
    }
    for number in ["1e308", "-5", "NaN", "80.5", "\"80\""] {
        let mut book = Logbook::default();
        let text = format!(r#"{{"weight_g":{{"2026-11-21":{number}}},"sleep_min":{{}}}}"#);
        assert!(
            matches!(
                decode(&mut book, DocKey::Body, &text),
                Err(ArchiveError::Malformed { why: Why::Shape, .. })
            ),
            "{number}"
        );
    }
}

#[test]
fn fault_11_a_session_that_stands_twice_in_a_month_is_read_once_in_its_newer_edit() {
    let month = now().day.month();
    let id = "0000000000000000000000";
    let text = format!(
        r#"{{"x":[],"s":[["{id}",1,0,null,9,[],{{"name":"new"}}],["{id}",1,0,null,5,[],{{"name":"old"}}]]}}"#
    );
    let mut book = Logbook::default();
    decode(&mut book, DocKey::Log(month), &text).unwrap();
    let names: Vec<&str> = book.log.sessions().map(|session| session.name.as_str()).collect();
    assert_eq!(names, ["new"]);
}

#[test]
fn fault_16_every_past_version_still_loads_to_the_same_values() {
    assert_eq!(read(include_str!("fixtures/v1/export.json")), Ok(fixture::logbook()));
    let text = include_str!("fixtures/v2/export.json");
    let book = read(text).unwrap();
    assert_eq!(book, fixture_2::logbook(fixture::logbook()));
    // What this version writes of it is what that version wrote, to the letter: the schema is frozen.
    let header = text.find(",\n\"logbook\"").unwrap();
    let again = export(&book, now());
    assert_eq!(&again[again.find(",\n\"logbook\"").unwrap()..], &text[header..]);
}

#[test]
fn a_restore_names_all_that_replacing_removes_and_old_years_are_only_added() {
    let here = fixture_2::logbook(fixture::logbook());
    let file = Logbook { profile: here.profile.clone(), ..Logbook::default() };
    let shown = preview(&here, &file);
    assert!(shown.replaces);
    let only = shown.only_here;
    assert_eq!((only.sessions, only.plans, only.profile), (here.log.len(), here.plans.list.len(), false));
    assert_eq!(only.exercises, here.exercises.list.len());
    assert_eq!(only.body_days, here.body.weights.len() + here.body.sleep.len());
    assert_eq!(only.food_days, here.food.days.len());
    assert!(
        only.sessions > 0 && only.plans > 0 && only.exercises > 0 && only.body_days > 0 && only.food_days > 0
    );
    assert_eq!(
        (only.girth_days, only.mornings),
        (here.body.girths.days.len(), here.body.mornings.days.len())
    );
    assert_eq!((only.trials, only.running), (here.trials.len(), true));
    assert!(only.girth_days > 0 && only.mornings > 0 && only.trials > 0);
    let said = legwork::i18n::en::data::preview(&shown).pop().unwrap();
    let things = ["plan", "own exercise", "of weight and sleep", "of girths", "morning", "of food"];
    for word in things.into_iter().chain(["calibration set", "running session"]) {
        assert!(said.starts_with("Only here and removed by replacing:") && said.contains(word), "{said}");
    }
    // Nothing is lost by the same again; another profile is.
    assert_eq!(preview(&here, &here).only_here, OnlyHere::default());
    let mut other = here.clone();
    other.profile = Some(legwork::domain::athlete::ProfileDraft::example_profile());
    assert!(preview(&here, &other).only_here.profile);
    // Old years: sessions and what their exercises mean.
    let years = Logbook { log: here.log.clone(), exercises: here.exercises.clone(), ..Logbook::default() };
    let shown = preview(&here, &years);
    assert!(!shown.replaces);
    let said = legwork::i18n::en::data::preview(&shown).pop().unwrap();
    assert_eq!(said, legwork::i18n::en::data::ONLY_ADDED);
    assert!(preview(&Logbook::default(), &years).replaces, "nothing here is lost");
}

/// Deleted here in the very moment in which the file's was edited: deleting goes first, and the preview says so.
#[test]
fn what_was_deleted_and_edited_at_once_stays_deleted() {
    let session = fixture::logbook().log.sessions().next().unwrap().clone();
    let (mut here, mut file) = (Logbook::default(), Logbook::default());
    file.log.record(session.clone());
    for (after, left) in [(0, 0), (-1, 1)] {
        here.log.record(session.clone());
        here.log.delete(session.id, session.edited_at + after).unwrap();
        let shown = preview(&here, &file);
        assert_eq!((shown.sessions_new, shown.sessions_deleted_here), (left, 1 - left));
        assert_eq!(merge(&here, &file).log.len(), left);
        here = Logbook::default();
    }
}

/// Moved twice, edited, deleted: of its three marks the newest counts, in whatever month that stands.
#[test]
fn a_session_that_was_moved_before_it_was_deleted_is_not_called_new() {
    let mut here = Logbook::default();
    let session = fixture::logbook().log.sessions().next().unwrap().clone();
    let (id, at) = (session.id, session.edited_at);
    here.log.record(session);
    for (after, day) in [(1_000, "2025-04-10"), (2_000, "2025-02-10")] {
        here.log.move_session(id, Day::parse(day).unwrap(), at + after).unwrap();
    }
    let mut file = here.clone();
    let edited = Session { edited_at: at + 2_500, ..file.log.find(id).unwrap().clone() };
    file.log.record(edited);
    here.log.delete(id, at + 3_000).unwrap();
    let shown = preview(&here, &file);
    assert_eq!((shown.sessions_new, shown.sessions_deleted_here), (0, 1));
    assert!(merge(&here, &file).log.is_empty());
}

/// The fixture of schema 2 is older than these: a file that says them is spelt like this for good.
#[test]
fn what_schema_2_says_beyond_its_fixture_keeps_its_spelling() {
    let mut book = fixture_2::logbook(fixture::logbook());
    let without = [DocKey::Settings, DocKey::Body, DocKey::Draft].map(|key| encode(&book, key));
    book.settings.exported_sessions = Some(7);
    for morning in book.body.mornings.days.values_mut() {
        morning.pain = Some(PainSince::Worse);
    }
    book.draft.as_mut().unwrap().lasted = Seconds::try_new(3_600).ok();
    let said = [
        (DocKey::Settings, r#","exported_sessions":7"#),
        (DocKey::Body, r#"["strong","low","poor","worse"]"#),
        (DocKey::Draft, r#","lasted":3600"#),
    ];
    for ((key, spelt), without) in said.into_iter().zip(without) {
        let text = encode(&book, key);
        assert!(text.contains(spelt) && !without.contains(spelt), "{text}");
        let mut copy = Logbook::default();
        decode(&mut copy, key, &text).unwrap();
        assert_eq!(encode(&copy, key), text);
    }
}
