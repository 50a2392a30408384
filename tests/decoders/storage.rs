//! A whole store, the second copy of one, and the file that the rescue page makes of one.

use super::archive::sealed;
use legwork::archive::{DocKey, Tree, export, read};
use legwork::domain::calendar::{Day, Month, Now};
use legwork::domain::logbook::Logbook;
use legwork::domain::ordered::OrderedMap;
use legwork::storage::{
    KeyValue, MemoryStore, Opened, Repository, Snapshot, TextOf, assemble, newer_body, rescued,
};
use std::str::from_utf8;

/// What stands before each key.
const KEY: &str = "== ";

/// Texts under keys, each below its key on a line of its own; what begins like an envelope is given the checksum that
/// it would need.
fn texts(text: &str) -> OrderedMap<String, String> {
    let mut all = OrderedMap::new();
    for part in text.split(KEY).skip(1) {
        let (key, text) = part.split_once('\n').unwrap_or((part, ""));
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = if text.starts_with("LW ") { sealed(text) } else { text.to_owned() };
        all.insert(key.to_owned(), text);
    }
    all
}

/// A store as any program, or an engine's fault, may have left it: opened in whatever turns it is the same; what
/// cannot be read and what is not ours stays word for word; what can be read is saved and found again.
pub fn store(bytes: &[u8]) {
    let Ok(text) = from_utf8(bytes) else { return };
    let before = texts(text);
    let store = MemoryStore::holding(before.clone());
    let (mut repository, opened) = Repository::open(Box::new(store.clone()));
    let after = store.dump();
    for (key, text) in before.iter().filter(|(key, _)| !key.starts_with("legwork:")) {
        assert_eq!(after.get(key), Some(text), "a neighbour's {key}");
    }
    for problem in &opened.problems {
        let kept = |(key, text): (&String, &String)| {
            key.ends_with(&format!(":{}", problem.key)) && before.get(key) == Some(text)
        };
        assert!(after.iter().any(kept), "{} is not kept", problem.key);
    }

    let later = MemoryStore::holding(before.clone());
    let recent = |_: &Logbook| Month::parse("2026-10").unwrap();
    let (mut lazy, start) = Repository::open_from(Box::new(later.clone()), Some(&recent));
    let mut book = start.logbook;
    let mut problems = start.problems;
    while !lazy.is_whole() {
        problems.extend(lazy.read_later(&mut book, 1));
    }
    problems.sort_by_key(|problem| problem.key);
    let mut at_once = opened.problems.clone();
    at_once.sort_by_key(|problem| problem.key);
    assert_eq!(problems, at_once);
    if opened.refusal.is_none() {
        assert_eq!(book.log, opened.logbook.log);
    }

    let keys = DocKey::all_of(&opened.logbook);
    let saved = repository.save_documents(&opened.logbook, &keys, 0);
    let again = Repository::open(Box::new(store.clone())).1;
    if opened.problems.is_empty() && opened.refusal.is_none() {
        saved.expect("what can be read can be saved");
        assert_eq!(again.logbook, opened.logbook);
        assert!(!again.fresh);
    }
    for (key, text) in before.iter() {
        let broken = opened.problems.iter().any(|problem| key.ends_with(&format!(":{}", problem.key)));
        if broken && after.get(key) == Some(text) {
            assert_eq!(store.get(key).unwrap().as_ref(), Some(text), "{key} was written over");
        }
    }
}

/// A snapshot of a second copy below the texts that it names.
pub fn mirror(bytes: &[u8]) {
    let Ok(text) = from_utf8(bytes) else { return };
    for text in [text, &sealed(text)] {
        if let Some(snapshot) = Snapshot::read(text) {
            assert_eq!(Snapshot::read(&snapshot.write()), Some(snapshot));
        }
    }
    for line in text.lines() {
        if let Some(name) = TextOf::parse(line) {
            assert_eq!(TextOf::parse(&name.name()), Some(name));
        }
    }
    let mut documents = Vec::new();
    for (key, text) in texts(text).iter() {
        assert!(newer_body(text, 0).is_none_or(|body| text.ends_with(body)));
        if let Ok(doc) = key.parse::<DocKey>() {
            if let Some(of) = TextOf::of(doc, text) {
                assert_eq!(of.doc, doc);
            }
            documents.push((doc, text.clone()));
        }
    }
    let found = assemble(&documents);
    assert_eq!(found.fresh, documents.is_empty());
    assert!(found.problems.iter().all(|problem| documents.iter().any(|(doc, _)| *doc == problem.key)));
    assert_eq!(assemble(&documents), found);
}

/// A rescue file as it is, and one of these texts: it says what a store of them says, and what it says can be exported.
pub fn rescue(bytes: &[u8]) {
    let Ok(text) = from_utf8(bytes) else { return };
    told(text);
    let texts = texts(text);
    let found = told(&rescue_file(&texts));
    let store = Repository::open(Box::new(MemoryStore::holding(texts))).1;
    assert_eq!(found, (!store.fresh && store.refusal.is_none()).then_some(store));
}

fn told(file: &str) -> Option<Opened> {
    let found = rescued(file)?;
    let now = Now { day: Day::EPOCH, millis: 0, offset_minutes: 0 };
    assert_eq!(read(&export(&found.logbook, now)).as_ref(), Ok(&found.logbook));
    Some(found)
}

/// The texts of a store as `public/rescue.js` saves them.
fn rescue_file(texts: &OrderedMap<String, String>) -> String {
    let texts: Vec<(String, Tree)> =
        texts.iter().map(|(key, text)| (key.clone(), Tree::Text(text.clone()))).collect();
    let format = ("format".to_owned(), Tree::Text("legwork-raw".to_owned()));
    serde_json::to_string(&Tree::Map(vec![format, ("texts".to_owned(), Tree::Map(texts))])).unwrap()
}
