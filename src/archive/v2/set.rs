//! Sets between the text of [`sets`](super::sets) and the domain.

use super::ranged;
use super::sets::{self, Set};
use crate::archive::error::Why;
use crate::archive::tree::{Read, Refused};
use crate::domain::training::{Done, Effort, SetEntry, SetKind, Side, StopReason};

/// The row of sets as text.
pub fn row_out<'a>(entries: impl Iterator<Item = &'a SetEntry>) -> String {
    sets::write(&entries.map(set_out).collect::<Vec<Set>>())
}

/// The sets of a row of text.
pub fn row_in(text: &str) -> Read<Vec<SetEntry>> {
    let row = sets::read(text).map_err(|refused| Refused::new(Why::Sets(refused)))?;
    let mut entries = Vec::with_capacity(row.len());
    for (place, set) in row.into_iter().enumerate() {
        entries.push(set_in(set).map_err(|refused| refused.inside(&place.to_string()).inside("sets"))?);
    }
    Ok(entries)
}

fn set_out(set: &SetEntry) -> Set {
    let done = match set.done {
        Done::Reps(reps) => sets::Done::Reps(u32::from(reps.get())),
        Done::Timed { seconds, metres } => sets::Done::Timed(seconds.get(), metres),
    };
    let kind = match set.kind {
        SetKind::Work => None,
        SetKind::WarmUp => Some('w'),
        SetKind::Drop => Some('d'),
        SetKind::RestPause => Some('p'),
        SetKind::Myo => Some('y'),
        SetKind::Partial => Some('t'),
    };
    let side = match set.side {
        Side::Both => None,
        Side::Left => Some('l'),
        Side::Right => Some('r'),
    };
    let stop = set.stop.map(|stop| match stop {
        StopReason::Breath => 'B',
        StopReason::Back => 'K',
        StopReason::Discomfort => 'D',
        StopReason::Time => 'T',
        StopReason::Pain => 'P',
    });
    let Effort { rir, confirmed } = set.effort;
    Set { load_g: set.load.grams(), done, rir_half: rir.map(|rir| rir.get()), confirmed, kind, side, stop }
}

fn set_in(set: Set) -> Read<SetEntry> {
    let unknown = || Refused::new(Why::UnknownWord);
    let done = match set.done {
        sets::Done::Reps(reps) => Done::Reps(ranged(reps)?),
        sets::Done::Timed(seconds, metres) => Done::Timed { seconds: ranged(seconds)?, metres },
    };
    let kind = match set.kind {
        None => SetKind::Work,
        Some('w') => SetKind::WarmUp,
        Some('d') => SetKind::Drop,
        Some('p') => SetKind::RestPause,
        Some('y') => SetKind::Myo,
        Some('t') => SetKind::Partial,
        Some(_) => return Err(unknown()),
    };
    let side = match set.side {
        None => Side::Both,
        Some('l') => Side::Left,
        Some('r') => Side::Right,
        Some(_) => return Err(unknown()),
    };
    let stop = match set.stop {
        None => None,
        Some('B') => Some(StopReason::Breath),
        Some('K') => Some(StopReason::Back),
        Some('D') => Some(StopReason::Discomfort),
        Some('T') => Some(StopReason::Time),
        Some('P') => Some(StopReason::Pain),
        Some(_) => return Err(unknown()),
    };
    let effort = Effort {
        rir: set.rir_half.map(|halves| ranged(halves.into())).transpose()?,
        confirmed: set.confirmed,
    };
    Ok(SetEntry { load: ranged(set.load_g)?, done, effort, kind, side, stop })
}
