//! An export file, one stored document, and the envelope around it.

use legwork::archive::envelope::{self, checksum, open, seal};
use legwork::archive::{ArchiveError, DocKey, OnlyHere, Tree, decode, encode, export, merge, preview, read};
use legwork::domain::calendar::{Day, Month, Now};
use legwork::domain::logbook::Logbook;
use std::str::from_utf8;

/// An export of any schema, as it is and with the checksum that it would need: noise never meets the right one, a
/// person with an editor may.
pub fn file(bytes: &[u8]) {
    let Ok(text) = from_utf8(bytes) else { return };
    read_back(text);
    if let Some(mended) = summed(text) {
        read_back(&mended);
    }
}

fn read_back(text: &str) {
    let Ok(book) = read(text) else { return };
    let now = Now { day: Day::EPOCH, millis: 0, offset_minutes: 0 };
    let again = export(&book, now);
    let copy = read(&again).expect("what was written is read");
    assert_eq!(copy, book);
    assert_eq!(export(&copy, now), again);
    let shown = preview(&book, &book);
    assert_eq!((shown.sessions_same, shown.only_here), (book.log.len(), OnlyHere::default()));
    let once = merge(&Logbook::default(), &book);
    assert_eq!(merge(&once, &book), once, "the same file twice");
}

/// The file with the checksum of what it says, as `docs/FORMAT.md` has it.
fn summed(text: &str) -> Option<String> {
    let Ok(Tree::Map(mut fields)) = serde_json::from_str(text) else { return None };
    let sum = fields.iter().find_map(|(name, tree)| match tree {
        Tree::Map(documents) if name == "logbook" => Some(checksum(&canonical(documents))),
        _ => None,
    })?;
    let (_, stated) = fields.iter_mut().find(|(name, _)| name == "checksum")?;
    *stated = Tree::Text(format!("{sum:08x}"));
    serde_json::to_string(&Tree::Map(fields)).ok()
}

/// A document a line, a month a line.
fn canonical(documents: &[(String, Tree)]) -> String {
    let line = |name: &String, body: &str| format!("{}:{body}", serde_json::to_string(name).unwrap());
    let plain = |(name, tree): &(String, Tree)| line(name, &serde_json::to_string(tree).unwrap());
    let lines = documents.iter().map(|one| match one {
        (name, Tree::Map(months)) if name == "food" || name == "log" => {
            let start = if months.is_empty() { "" } else { "\n" };
            line(name, &format!("{{{start}{}}}", months.iter().map(plain).collect::<Vec<_>>().join(",\n")))
        }
        one => plain(one),
    });
    format!("{{\n{}}}", lines.collect::<Vec<_>>().join(",\n"))
}

/// Any stored document: its key on the first line, its body below.
pub fn document(bytes: &[u8]) {
    let Ok(text) = from_utf8(bytes) else { return };
    let Some((key, body)) = text.split_once('\n') else { return };
    if let Ok(key) = key.parse::<DocKey>() {
        assert_eq!(key.to_string().parse(), Ok(key));
        of(key, body);
    }
}

/// A month of the log.
pub fn month(bytes: &[u8]) {
    if let Ok(text) = from_utf8(bytes) {
        of(DocKey::Log(Month::parse("2026-11").unwrap()), text);
    }
}

/// The running session.
pub fn draft(bytes: &[u8]) {
    if let Ok(text) = from_utf8(bytes) {
        of(DocKey::Draft, text);
    }
}

/// Refused, it says where and leaves the logbook as it was; read, it is written and read as the same.
fn of(key: DocKey, body: &str) {
    let mut book = Logbook::default();
    match decode(&mut book, key, body) {
        Ok(()) => {
            let again = encode(&book, key);
            let mut copy = Logbook::default();
            decode(&mut copy, key, &again).expect("what was written is read");
            assert_eq!(copy, book);
            assert_eq!(encode(&copy, key), again);
        }
        Err(ArchiveError::Malformed { path, .. }) => {
            assert!(path.starts_with(&key.to_string()), "{path} is no place in {key}");
            assert_eq!(book, Logbook::default());
        }
        Err(other) => panic!("a document is refused as a file: {other}"),
    }
}

/// The envelope, as it is and with the checksum that it would need.
pub fn envelope(bytes: &[u8]) {
    let Ok(text) = from_utf8(bytes) else { return };
    for text in [text, &sealed(text)] {
        if let Ok(whole) = open(text) {
            assert!(whole.header.schema <= envelope::SCHEMA && text.ends_with(whole.body));
            let again = seal(whole.header, whole.body);
            let copy = open(&again).expect("what was sealed opens");
            assert_eq!((copy.header, copy.body), (whole.header, whole.body));
        }
    }
}

/// A text that begins like an envelope, with the length and checksum that it would need.
pub fn sealed(text: &str) -> String {
    let Some((head, body)) = text.split_once('\n') else { return text.to_owned() };
    let words: Vec<&str> = head.split(' ').collect();
    let [mark, schema, revision, saved_at, ..] = words[..] else { return text.to_owned() };
    let line = format!("{mark} {schema} {revision} {saved_at} {}", body.len());
    format!("{line} {:08x}\n{body}", checksum(&format!("{line}\n{body}")))
}
