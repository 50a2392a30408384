//! What lies beside the store when it is asked after: whether it is known to be nothing, and which copy of a running
//! session counts.

use super::{DocKey, Snapshot};
use crate::archive;
use crate::archive::envelope;
use crate::domain::logbook::Logbook;

/// What a text says, where it is whole and newer than this revision.
pub fn newer_body(text: &str, revision: u64) -> Option<&str> {
    envelope::open(text).ok().filter(|whole| whole.header.revision > revision).map(|whole| whole.body)
}

/// What the text says that was written last, of those that are whole.
pub fn newest_body(texts: &[String]) -> Option<&str> {
    let whole = texts.iter().filter_map(|text| envelope::open(text).ok());
    whole.max_by_key(|whole| whole.header.saved_at).map(|whole| whole.body)
}

/// Whether the copy of a running session stays where none runs any more: what it holds was recorded, and a browser
/// that is killed may lose the record. The copy of one that was thrown away goes.
pub fn outlives(copy: &str, book: &Logbook) -> bool {
    let mut held = Logbook::default();
    newer_body(copy, 0).is_some_and(|body| archive::decode(&mut held, DocKey::Draft, body).is_ok())
        && held.draft.is_some_and(|draft| book.log.find(draft.id).is_some())
}

/// What lies in the place of the second copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Copies that can be read.
    Copies,
    /// No copy, but texts: those of a running session.
    Texts,
    /// Nothing at all: the place may go.
    Nothing,
    /// Something, or nobody knows: the browser did not answer, or this version cannot read it. It stays.
    Unread,
}

/// What lies there, by the contents and the names of the texts as the browser gave them; no answer is none.
///
/// ```
/// use legwork::storage::{Beside, beside};
/// assert_eq!((beside(Some(&[]), Some(&[])), beside(None, Some(&[]))), (Beside::Nothing, Beside::Unread));
/// ```
pub fn beside(contents: Option<&[String]>, texts: Option<&[String]>) -> Beside {
    match (contents, texts) {
        (Some([]), Some([])) => Beside::Nothing,
        (Some([]), Some(_)) => Beside::Texts,
        (Some(all), _) if all.iter().any(|text| Snapshot::read(text).is_some()) => Beside::Copies,
        _ => Beside::Unread,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Day;

    #[test]
    fn a_place_is_empty_only_where_the_browser_says_so_of_all_of_it() {
        let copy = Snapshot::new(1, Day::EPOCH, &Logbook::default(), Vec::new()).write();
        let (none, copies, newer) = (vec![], vec![copy], vec!["LW 99 1 1 2 00000000\n{}".to_owned()]);
        let draft = vec!["draft 1".to_owned()];
        let asked = |contents: Option<&Vec<String>>, texts: Option<&Vec<String>>| {
            beside(contents.map(Vec::as_slice), texts.map(Vec::as_slice))
        };
        assert_eq!(asked(Some(&none), Some(&none)), Beside::Nothing);
        assert_eq!(asked(Some(&none), Some(&draft)), Beside::Texts);
        assert_eq!(asked(Some(&copies), None), Beside::Copies);
        for (contents, texts) in
            [(None, None), (None, Some(&none)), (Some(&none), None), (Some(&newer), Some(&none))]
        {
            assert_eq!(asked(contents, texts), Beside::Unread, "{contents:?} {texts:?}");
        }
    }
}
