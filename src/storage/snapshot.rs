//! Second copies of a logbook: which text each document had at a moment, which of them are kept, and how one
//! becomes a logbook again. It knows texts and moments; where they lie is the browser's.

use super::{DocKey, MemoryStore, Opened, Repository, key};
use crate::archive::envelope::{self, Header, SCHEMA};
use crate::domain::calendar::{Day, Month};
use crate::domain::logbook::Logbook;
use crate::domain::ordered::{OrderedMap, OrderedSet, sort_by_key};

/// One stored text of a document: no two have the same revision and checksum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextOf {
    /// The document.
    pub doc: DocKey,
    /// Its revision.
    pub revision: u64,
    /// Its checksum.
    pub sum: u32,
}

impl TextOf {
    /// Of a stored text, if it is whole.
    pub fn of(doc: DocKey, text: &str) -> Option<Self> {
        let whole = envelope::open(text).ok()?;
        Some(Self { doc, revision: whole.header.revision, sum: whole.sum })
    }

    /// The name it is kept under.
    ///
    /// ```
    /// use legwork::storage::{DocKey, TextOf};
    /// let text = TextOf { doc: DocKey::Body, revision: 3, sum: 255 };
    /// assert_eq!((text.name().as_str(), TextOf::parse("body|3|000000ff")), ("body|3|000000ff", Some(text)));
    /// ```
    pub fn name(&self) -> String {
        format!("{}|{}|{:08x}", self.doc, self.revision, self.sum)
    }

    /// What a name says.
    pub fn parse(name: &str) -> Option<Self> {
        let mut parts = name.split('|');
        let text = Self {
            doc: parts.next()?.parse().ok()?,
            revision: parts.next()?.parse().ok()?,
            sum: u32::from_str_radix(parts.next()?, 16).ok()?,
        };
        parts.next().is_none().then_some(text)
    }
}

/// A logbook as it was at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// When, milliseconds since 1970 UTC; no two have the same.
    pub at: i64,
    /// The person's day.
    pub day: Day,
    /// Sessions in it.
    pub sessions: usize,
    /// Sets in it.
    pub sets: usize,
    /// The text of each document.
    pub texts: Vec<TextOf>,
}

impl Snapshot {
    /// The present state of what is stored.
    pub fn new(at: i64, day: Day, book: &Logbook, texts: Vec<TextOf>) -> Self {
        let works = || book.log.sessions().flat_map(|session| &session.exercises);
        Self { at, day, sessions: book.log.len(), sets: works().map(|work| work.sets.len()).sum(), texts }
    }

    /// As text, with a checksum.
    pub fn write(&self) -> String {
        let mut body = format!("{} {} {}", self.day, self.sessions, self.sets);
        for text in &self.texts {
            body.push('\n');
            body.push_str(&text.name());
        }
        envelope::seal(Header { schema: SCHEMA, revision: 1, saved_at: self.at }, &body)
    }

    /// From text; none where it is not whole.
    pub fn read(text: &str) -> Option<Self> {
        let whole = envelope::open(text).ok()?;
        let mut lines = whole.body.lines();
        let mut head = lines.next()?.split(' ');
        Some(Self {
            at: whole.header.saved_at,
            day: Day::parse(head.next()?).ok()?,
            sessions: head.next()?.parse().ok()?,
            sets: head.next()?.parse().ok()?,
            texts: lines.map(TextOf::parse).collect::<Option<_>>()?,
        })
    }
}

/// What a new snapshot changes in the place where they lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The new one.
    pub snapshot: Snapshot,
    /// Texts that are not there yet.
    pub put: Vec<TextOf>,
    /// Snapshots that go, by their moment.
    pub thinned: Vec<i64>,
    /// Texts that nothing needs any more.
    pub unused: Vec<TextOf>,
}

/// The newest ones stay whatever their age.
const NEWEST: usize = 3;
/// The last of each of so many days stays, of each of so many weeks, of each of so many months. [our choice]
const DAYS: usize = 7;
const WEEKS: usize = 5;
const MONTHS: usize = 12;

/// What is to be done to keep the present state beside the snapshots there are; none where the newest says the
/// same already. A clock that was set back does not put the new one before the others.
pub fn turn(known: &[Snapshot], now: Snapshot) -> Option<Turn> {
    let newest = known.iter().max_by_key(|snapshot| snapshot.at);
    let alike = |texts: &[TextOf]| texts.iter().copied().collect::<OrderedSet<TextOf>>();
    if newest.is_some_and(|newest| alike(&newest.texts) == alike(&now.texts)) {
        return None;
    }
    let at = newest.map_or(now.at, |newest| now.at.max(newest.at.saturating_add(1)));
    let snapshot = Snapshot { at, ..now };
    let mut all: Vec<&Snapshot> = known.iter().chain([&snapshot]).collect();
    sort_by_key(&mut all, |one| std::cmp::Reverse(one.at));
    let kept = kept(&all);
    let there: OrderedSet<TextOf> = known.iter().flat_map(|one| &one.texts).copied().collect();
    let mut needed = OrderedSet::new();
    let mut thinned = Vec::new();
    for (one, stays) in all.iter().zip(kept) {
        if stays {
            needed.extend(one.texts.iter().copied());
        } else {
            thinned.push(one.at);
        }
    }
    let put = snapshot.texts.iter().filter(|text| !there.contains(text)).copied().collect();
    let unused = there.iter().filter(|text| !needed.contains(text)).copied().collect();
    Some(Turn { snapshot, put, thinned, unused })
}

/// Which of the snapshots stay, newest first: the last few, the last of each of the last days, weeks and months, and
/// the fullest of all: an emptied log never crowds out a full one.
fn kept(newest_first: &[&Snapshot]) -> Vec<bool> {
    let fullest = newest_first.iter().map(|one| one.sets).max().unwrap_or(0);
    let mut fullest_seen = false;
    let (mut days, mut weeks, mut months): (Vec<Day>, Vec<i64>, Vec<Month>) = Default::default();
    let mut stay = Vec::new();
    for (place, one) in newest_first.iter().enumerate() {
        // Weeks from a Monday on: day 0 of the calendar is a Thursday.
        let week = (one.day.number() + 3).div_euclid(7);
        let full = one.sets == fullest && !fullest_seen;
        fullest_seen |= full;
        let new_day = first_of(&mut days, one.day, DAYS);
        let new_week = first_of(&mut weeks, week, WEEKS);
        let new_month = first_of(&mut months, one.day.month(), MONTHS);
        stay.push(place < NEWEST || full || new_day || new_week || new_month);
    }
    stay
}

/// Whether this span was not seen yet and is among the first so many.
fn first_of<T: PartialEq>(seen: &mut Vec<T>, span: T, most: usize) -> bool {
    let new = !seen.contains(&span) && seen.len() < most;
    if new {
        seen.push(span);
    }
    new
}

/// The logbook of a snapshot from its texts; what of it cannot be read is told.
pub fn assemble(texts: &[(DocKey, String)]) -> Opened {
    let mut stored = OrderedMap::new();
    for (doc, text) in texts {
        stored.insert(key::name(1, *doc), text.clone());
    }
    Repository::open(Box::new(MemoryStore::holding(stored))).1
}

impl Repository {
    /// The texts of the documents as they were last seen or written; none before all of them were read, and where
    /// something cannot be read: what is not whole is not copied over what was.
    pub fn texts(&self) -> Option<Vec<TextOf>> {
        if !self.is_whole() || !self.blocked.is_empty() || self.refusal.is_some() || self.seen.is_empty() {
            return None;
        }
        let text = |(doc, stamp): (&DocKey, &super::repository::Stamp)| TextOf {
            doc: *doc,
            revision: stamp.revision,
            sum: stamp.sum,
        };
        Some(self.seen.iter().map(text).collect())
    }

    /// The generation in use, and the running session as it is stored.
    pub fn draft_text(&self) -> Option<(u32, String)> {
        let text = self.store.get(&key::name(self.generation, DocKey::Draft)).ok()??;
        Some((self.generation, text))
    }

    /// The generation in use, and the revision of the running session that was last seen.
    pub fn draft_seen(&self) -> (u32, u64) {
        (self.generation, self.seen.get(&DocKey::Draft).map_or(0, |stamp| stamp.revision))
    }

    /// The stored text, if it still is this one.
    pub fn text(&self, wanted: TextOf) -> Option<String> {
        let text = self.store.get(&key::name(self.generation, wanted.doc)).ok()??;
        (TextOf::of(wanted.doc, &text) == Some(wanted)).then_some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(at: i64, day: Day, sets: usize) -> Snapshot {
        let text = TextOf { doc: DocKey::Body, revision: at as u64, sum: at as u32 };
        Snapshot { at, day, sessions: 1, sets, texts: vec![text] }
    }

    /// A snapshot every so many days, each taken in turn.
    fn over(days: impl Iterator<Item = (i64, usize)>) -> Vec<Snapshot> {
        let mut known: Vec<Snapshot> = Vec::new();
        for (at, (day, sets)) in days.enumerate() {
            let now = of(at as i64 * 10, Day::EPOCH.plus(day), sets);
            let turn = turn(&known, now).unwrap();
            known.retain(|one| !turn.thinned.contains(&one.at));
            known.push(turn.snapshot);
        }
        known
    }

    #[test]
    fn a_snapshot_reads_back_and_a_cut_or_changed_one_is_none() {
        let one = of(1_795_240_000_000, Day::parse("2026-11-21").unwrap(), 5120);
        let text = one.write();
        assert_eq!(Snapshot::read(&text), Some(one));
        for end in 0..text.len() {
            assert_eq!(Snapshot::read(&text[..end]), None, "cut at {end}");
        }
        assert_eq!(Snapshot::read(&text.replace("5120", "5121")), None);
    }

    #[test]
    fn the_same_state_is_kept_once_and_a_clock_set_back_does_not_hide_the_newest() {
        let first = of(1_000, Day::EPOCH, 10);
        assert_eq!(turn(std::slice::from_ref(&first), Snapshot { at: 2_000, ..first.clone() }), None);
        let changed = Snapshot { at: 500, ..of(7, Day::EPOCH, 11) };
        let turn = turn(std::slice::from_ref(&first), changed.clone()).unwrap();
        assert_eq!((turn.snapshot.at, turn.put.clone(), turn.thinned.len()), (1_001, changed.texts, 0));
        assert!(turn.unused.is_empty());
    }

    #[test]
    fn a_year_of_daily_snapshots_is_thinned_to_days_weeks_and_months() {
        let known = over((0..365).map(|day| (day, 10 + day as usize)));
        assert!((18..=DAYS + WEEKS + MONTHS + NEWEST).contains(&known.len()), "{}", known.len());
        let days: Vec<i64> = known.iter().map(|one| one.day.number()).collect();
        for back in 0..7 {
            assert!(days.contains(&(364 - back)), "{back} days ago");
        }
        assert!(days.iter().any(|day| (320..345).contains(day)) && days.iter().any(|day| *day < 60));
    }

    #[test]
    fn many_in_one_day_leave_the_last_few() {
        assert_eq!(over((0..50).map(|turn| (3, 10 + turn))).len(), NEWEST);
    }

    #[test]
    fn the_fullest_stays_however_often_an_emptied_log_is_copied() {
        let known = over((0..400).map(|day| (day, if day == 30 { 5_000 } else { (day % 7) as usize })));
        assert!(known.iter().any(|one| one.sets == 5_000));
    }

    #[test]
    fn texts_that_no_kept_snapshot_needs_go_and_the_others_stay() {
        let known: Vec<Snapshot> = (0..3).map(|at| of(at, Day::EPOCH, 1 + at as usize)).collect();
        let mut now = of(9, Day::EPOCH, 9);
        now.texts.push(known[2].texts[0]);
        let turn = turn(&known, now).unwrap();
        assert_eq!(turn.thinned, [0]);
        assert_eq!(turn.unused, known[0].texts);
        assert_eq!(turn.put.len(), 1);
    }
}
