//! Faults of clocks, calendars, files and other tabs, each by its number in tests/faults.md. No browser.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod tab;

use chrono::{Datelike, NaiveDate, Weekday};
use legwork::archive::{self, ArchiveError, DocKey};
use legwork::domain::calendar::{Day, Now, Week};
use legwork::domain::exercise::{ExerciseId, OwnExercises};
use legwork::domain::id::SessionId;
use legwork::domain::logbook::Logbook;
use legwork::domain::settings::MassUnit;
use legwork::domain::training::{Draft, DraftExercise, Effort, Session, SetEntry};
use legwork::domain::units::{Kg, Reps, Seconds};
use legwork::exchange::{
    self, Answers, Decision, FileError, Imported, Reader, Reason, SIZE_MAX, TextError, decode, sheet,
};
use legwork::storage::{Fault, FaultyStore, MemoryStore, Repository};
use std::collections::BTreeSet;
use tab::{Tab, loads, script};

const SAMPLE: &[u8] = include_bytes!("fixtures/strong/strong-export.csv");
const HEADER: &str = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes\n";
const MINUTE: i64 = 60_000;

fn opened(store: &MemoryStore) -> Logbook {
    Repository::open(Box::new(store.clone())).1.logbook
}

// ---- Tabs ----

#[test]
fn fault_21_whoever_holds_the_store_may_die_at_any_write_and_the_next_goes_on_at_once() {
    let counting = FaultyStore::new(MemoryStore::default(), Fault::None);
    script(&mut Tab::open(counting.clone()), &mut |_, _| {});
    for k in 0..=counting.counts().1 {
        let inner = MemoryStore::default();
        // It was open before the holder died, and asks nobody.
        let mut waiting = Tab::open(FaultyStore::new(inner.clone(), Fault::None));
        let mut promised = BTreeSet::new();
        let holder = FaultyStore::new(inner.clone(), Fault::DieAt(k));
        script(&mut Tab::open(holder), &mut |tab, saved| {
            if saved {
                promised = loads(&tab.book);
            }
        });
        waiting.clock += 3_600_000;
        // Either it starts a session, or it goes on in the one that the holder left.
        waiting.start(9);
        assert!(waiting.tick(99_000), "killed at write {k}: {:?} stays unsaved", waiting.dirty);
        promised.insert(99_000);
        let found = loads(&opened(&inner));
        assert!(
            promised.is_subset(&found),
            "killed at write {k}: {promised:?} was saved, {found:?} is there"
        );
    }
}

// ---- Clocks and calendars ----

fn seconds(number: i32) -> Seconds {
    Seconds::saturating(i64::from(number))
}

/// A moment as a clock on a wall shows it that is so many minutes ahead of UTC.
fn moment(day: &str, hour: i64, minute: i64, offset_minutes: i32) -> Now {
    let day = Day::parse(day).unwrap();
    let local = (day.number() - Day::EPOCH.number()) * 1440 + hour * 60 + minute;
    Now { day, millis: (local - i64::from(offset_minutes)) * MINUTE, offset_minutes }
}

/// A session that was logged, stored at each step, and read back: a set at each moment, finished at the last.
fn stored(moments: &[Now]) -> Session {
    let store = MemoryStore::default();
    let (first, last) = (moments[0], moments[moments.len() - 1]);
    let mut draft = Draft::blank(SessionId::new(first.millis, [1; 10]), first, String::new());
    draft.exercises.push(DraftExercise::extra(ExerciseId::parse("leg-press-45").unwrap()));
    for (n, now) in moments.iter().enumerate() {
        let set =
            SetEntry::work(Kg::saturating(1_000 * (n as i64 + 1)), Reps::saturating(8), Effort::default());
        draft.record(0, set, now.millis).unwrap();
        let (mut repository, mut before) = Repository::open(Box::new(store.clone()));
        before.logbook.draft = Some(draft.clone());
        repository.save_documents(&before.logbook, &[DocKey::Draft], now.millis).unwrap();
        draft = opened(&store).draft.unwrap();
    }
    let (mut repository, mut book) = Repository::open(Box::new(store.clone()));
    let session = book.logbook.draft.take().unwrap().finish(last.millis);
    let month = DocKey::Log(session.day.month());
    book.logbook.log.record(session);
    repository.save_documents(&book.logbook, &[month, DocKey::Draft], last.millis).unwrap();
    let book = opened(&store);
    assert_eq!((book.log.len(), book.draft), (1, None));
    let session = book.log.sessions().next().unwrap().clone();
    let order: Vec<u32> = session.exercises[0].sets.iter().map(|set| set.load.grams() / 1_000).collect();
    assert_eq!(order, (1..=moments.len() as u32).collect::<Vec<_>>(), "the sets stand in the order of doing");
    session
}

#[test]
fn fault_24_a_flight_in_the_middle_of_a_session_changes_neither_its_day_nor_its_length() {
    // Berlin to Tokyo (the day there is the next one), to Honolulu (the day before), and over the date line.
    for (day, hour, minute, offset) in
        [("2026-11-22", 7, 0, 540), ("2026-11-21", 12, 0, -600), ("2026-11-22", 12, 0, 840)]
    {
        let start = moment("2026-11-21", 22, 30, 60);
        let there = moment(day, hour, minute, offset);
        let later = Now { millis: start.millis + 45 * MINUTE, ..there };
        let session = stored(&[start, later, Now { millis: later.millis + 5 * MINUTE, ..later }]);
        assert_eq!((session.day, session.lasted), (start.day, Some(seconds(50 * 60))), "to {offset}");
    }
}

#[test]
fn fault_25_a_day_of_23_or_25_hours_is_one_day_and_a_session_in_it_lasts_what_it_lasted() {
    // Berlin: on 29 March 2026 two o'clock is three, on 25 October three o'clock is two once more.
    for (day, before, after) in [("2026-03-29", 60, 120), ("2026-10-25", 120, 60)] {
        let start = moment(day, 1, 30, before);
        let end = moment(day, 3, 30, after);
        let session = stored(&[start, end]);
        let lasted = 2 * 3600 - (after - before) * 60;
        assert_eq!((session.day, session.lasted), (start.day, Some(seconds(lasted))), "{day}");
        // Just before and just after each midnight around it: the days follow each other without a gap.
        let days: Vec<Day> = (-2..=2)
            .flat_map(|n| {
                let date = start.day.plus(n).to_string();
                let offset = if n <= 0 { before } else { after };
                [stored(&[moment(&date, 0, 0, offset)]).day, stored(&[moment(&date, 23, 59, offset)]).day]
            })
            .collect();
        assert!(days.windows(2).enumerate().all(|(n, two)| two[1].days_since(two[0]) == n as i64 % 2));
    }
}

#[test]
fn fault_26_a_session_over_midnight_stays_on_its_day_in_its_month_and_in_its_year() {
    for (from, to) in [
        ("2026-11-21", "2026-11-22"),
        ("2026-11-30", "2026-12-01"),
        ("2026-12-31", "2027-01-01"),
        ("2028-02-28", "2028-02-29"),
    ] {
        let (start, end) = (moment(from, 23, 50, 60), moment(to, 0, 40, 60));
        let session = stored(&[start, moment(from, 23, 59, 60), moment(to, 0, 0, 60), end]);
        assert_eq!((session.day.to_string(), session.lasted), (from.to_owned(), Some(seconds(50 * 60))));
    }
}

#[test]
fn fault_27_every_day_lies_in_one_week_whatever_it_starts_on_week_53_and_leap_days_included() {
    let mut date = NaiveDate::from_ymd_opt(2015, 12, 20).unwrap();
    let mut fifty_third = BTreeSet::new();
    while date.year() < 2045 {
        let day = Day::parse(&date.format("%Y-%m-%d").to_string()).unwrap();
        for start in [Weekday::Mon, Weekday::Sun, Weekday::Sat] {
            let week = Week::of(day, start);
            assert_eq!((week.first().weekday(), week.last().days_since(week.first())), (start, 6), "{day}");
            assert!(week.contains(day) && !week.plus(1).contains(day) && !week.plus(-1).contains(day));
            assert_eq!(week.plus(1).first(), week.last().plus(1));
        }
        let number = Week::of(day, Weekday::Mon).iso_number();
        assert_eq!(number, date.iso_week().week(), "{day}");
        if number == 53 {
            fifty_third.insert(date.iso_week().year());
        }
        assert_eq!(day.plus(1).to_string(), date.succ_opt().unwrap().format("%Y-%m-%d").to_string());
        date = date.succ_opt().unwrap();
    }
    assert_eq!(fifty_third.into_iter().collect::<Vec<_>>(), [2015, 2020, 2026, 2032, 2037, 2043]);
    for leap in ["2028-02-29", "2096-02-29"] {
        let session = stored(&[moment(leap, 18, 0, 0), moment(leap, 19, 0, 0)]);
        assert_eq!((session.day.to_string(), session.day.month().last()), (leap.to_owned(), session.day));
    }
    assert!(Day::parse("2027-02-29").is_err() && Day::parse("2100-02-29").is_err());
}

// ---- Files ----

#[test]
fn fault_30_a_file_of_a_gigabyte_is_not_looked_at_and_a_cell_without_end_costs_its_row() {
    let large = vec![b'x'; SIZE_MAX + 1];
    assert_eq!(exchange::read(&large), Err(FileError::Text(TextError::TooLarge { bytes: SIZE_MAX + 1 })));
    let row = "2024-01-01 10:00:00,A,Leg Press,1,100,10,0,0,\n";
    let endless = format!(
        "{HEADER}{row}2024-01-01 10:00:00,A,Leg Press,1,100,10,0,0,{}\n{row}",
        "x".repeat(20_000_000)
    );
    let preview =
        exchange::read(endless.as_bytes()).unwrap().preview(&OwnExercises::default(), &Answers::default());
    let refused: Vec<(u32, Reason)> = preview.refused.iter().map(|one| (one.line, one.reason)).collect();
    assert_eq!((preview.rows, preview.sets, refused), (3, 2, vec![(3, Reason::TooLong)]));
}

#[test]
fn fault_31_what_is_packed_is_never_unpacked() {
    // The first bytes of a gzip of zeros, of a zip, of zstd, and of a PDF: all of them could swell a thousandfold.
    let gzip = [b"\x1f\x8b\x08\0\0\0\0\0\x02\x03\xec\xc1".as_slice(), &[0; 1000]].concat();
    let zip = [b"PK\x03\x04\x14\0\0\0\x08\0".as_slice(), &[0xff; 1000]].concat();
    let zstd = [b"\x28\xb5\x2f\xfd\0\0".as_slice(), &[0x54; 1000]].concat();
    for packed in [gzip, zip, zstd] {
        assert_eq!(exchange::read(&packed), Err(FileError::Text(TextError::NotText)));
        assert_eq!(archive::read(&String::from_utf8_lossy(&packed)), Err(ArchiveError::NotLegwork));
    }
}

fn imported() -> Imported {
    let log = exchange::read(SAMPLE).unwrap();
    let own = OwnExercises::default();
    let mut answers = Answers { weight: Some(MassUnit::Kilograms), ..Answers::default() };
    let found = log.preview(&own, &answers);
    for name in found.asked() {
        answers.names.insert(name.name.clone(), name.guess.proposal().unwrap_or(Decision::Other));
    }
    log.import(&own, &answers).unwrap()
}

/// Takes the import into what is open, as the app does, and says whether it is saved.
fn take(tab: &mut Tab, theirs: &Imported) -> bool {
    let log = theirs.log();
    let mut keys: Vec<DocKey> = log.months().keys().map(|month| DocKey::Log(*month)).collect();
    keys.push(DocKey::Exercises);
    tab.act(&keys, &mut |book, _| {
        book.log.merge(&log);
        book.exercises = theirs.own.clone();
        true
    })
}

#[test]
fn fault_33_an_import_that_dies_at_any_write_takes_nothing_away_and_is_whole_when_it_is_done_again() {
    let theirs = imported();
    let mine = MemoryStore::default();
    let mut tab = Tab::open(FaultyStore::new(mine.clone(), Fault::None));
    assert!(tab.start(1) && tab.tick(1_000) && tab.finish());
    let counting = FaultyStore::new(MemoryStore::holding(mine.dump()), Fault::None);
    let mut whole = Tab::open(counting.clone());
    assert!(take(&mut whole, &theirs));
    let (before, after) = (loads(&tab.book), whole.book);
    assert_eq!(after.log.len(), theirs.sessions.len() + 1);
    for k in 0..counting.counts().1 {
        for fault in [Fault::DieAt(k), Fault::RefuseAt(k, legwork::storage::StorageError::Full)] {
            let inner = MemoryStore::holding(mine.dump());
            let store = FaultyStore::new(inner.clone(), fault);
            let mut tab = Tab::open(store.clone());
            take(&mut tab, &theirs);
            assert!(before.is_subset(&loads(&opened(&inner))), "{fault:?}");
            // Refused, it is saved as soon as it can be; dead, it is done again in another start.
            store.fail(Fault::None);
            if matches!(fault, Fault::DieAt(_)) {
                assert!(take(&mut Tab::open(store), &theirs), "{fault:?}");
            } else {
                assert!(tab.retry(), "{fault:?}: {:?} stays unsaved", tab.dirty);
            }
            assert!(opened(&inner) == after, "{fault:?}: twice is not once");
        }
    }
}

#[test]
fn fault_33_a_reading_that_is_cancelled_midway_leaves_nothing_behind() {
    let whole = exchange::read(SAMPLE).unwrap();
    for rows in [1, 500, 2_000] {
        let mut reader = Reader::new(decode(SAMPLE).unwrap()).unwrap();
        assert!(!reader.step(rows).unwrap().finished);
        drop(reader);
        assert_eq!(exchange::read(SAMPLE).unwrap(), whole, "after {rows} rows");
    }
}

#[test]
fn fault_34_no_exported_cell_is_a_formula_and_every_one_is_read_back() {
    let hostile: Vec<String> = [
        "=1+1",
        "+1",
        "-1+2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "=cmd|'/c calc'!A1",
        "＝1",
        "plain",
        "-2.5",
        "a,b",
        "say \"when\"",
        "two\nlines",
        "ä💪",
        "",
    ]
    .map(str::to_owned)
    .to_vec();
    let text = sheet(&["a"], &hostile.iter().map(|cell| vec![cell.clone()]).collect::<Vec<_>>());
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let cells: Vec<String> = reader.records().map(|row| row.unwrap()[0].to_owned()).collect();
    for cell in &cells {
        let number = cell.parse::<f64>().is_ok();
        assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']), "{cell:?} is run");
    }
    let back: Vec<String> =
        cells.iter().map(|cell| cell.strip_prefix('\'').unwrap_or(cell).to_owned()).collect();
    // A reader of tables leaves empty lines out.
    let expected: Vec<String> = hostile.into_iter().filter(|cell| !cell.is_empty()).collect();
    assert_eq!(back, expected);
}
