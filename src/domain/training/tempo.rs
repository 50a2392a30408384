//! The beat of a set that is done slowly: what each second of it asks for. It reads no clock and makes no sound.

use crate::domain::plan::Finisher;

/// Seconds to get into place before the first rep. [our choice]
const READY: u32 = 3;

/// How long each part of a rep takes, seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tempo {
    /// The way down.
    pub down: u8,
    /// The hold at the bottom.
    pub hold: u8,
    /// The way up.
    pub up: u8,
}

/// What a second is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Get into place.
    Ready,
    /// On the way down.
    Down,
    /// At the bottom.
    Hold,
    /// On the way up.
    Up,
}

/// One second of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beat {
    /// What it is for.
    pub part: Part,
    /// Which second of its part, from 1; before the first rep, how many are left.
    pub second: u32,
    /// Which rep, from 1; 0 before the first.
    pub rep: u32,
}

impl Beat {
    /// Whether a part begins with it.
    pub fn turns(self) -> bool {
        self.second == 1 && self.part != Part::Ready
    }
}

impl Tempo {
    /// Three seconds down, one at the bottom, one up. Source: science A29, A49.
    pub const USUAL: Self = Self { down: 3, hold: 1, up: 1 };

    /// The tempo of a set: as its plan has it, else the usual one.
    ///
    /// ```
    /// use legwork::domain::{plan::Finisher, training::tempo::Tempo};
    /// assert_eq!(Tempo::of(None), Tempo::USUAL);
    /// let planned = Finisher::Tempo { down: 4, pause: 2, up: 1 };
    /// assert_eq!(Tempo::of(Some(planned)), Tempo { down: 4, hold: 2, up: 1 });
    /// ```
    pub fn of(planned: Option<Finisher>) -> Self {
        match planned {
            Some(Finisher::Tempo { down, pause, up }) => Self { down, hold: pause, up },
            _ => Self::USUAL,
        }
    }

    /// What the second asks for that begins so many seconds after the start.
    ///
    /// ```
    /// use legwork::domain::training::tempo::{Part, Tempo};
    /// let tempo = Tempo { down: 3, hold: 1, up: 1 };
    /// let beat = |second| (tempo.beat(second).part, tempo.beat(second).second, tempo.beat(second).rep);
    /// assert_eq!([0, 2].map(beat), [(Part::Ready, 3, 0), (Part::Ready, 1, 0)]);
    /// assert_eq!([3, 5].map(beat), [(Part::Down, 1, 1), (Part::Down, 3, 1)]);
    /// assert_eq!([6, 7, 8].map(beat), [(Part::Hold, 1, 1), (Part::Up, 1, 1), (Part::Down, 1, 2)]);
    /// ```
    pub fn beat(self, second: u32) -> Beat {
        let Some(since) = second.checked_sub(READY) else {
            return Beat { part: Part::Ready, second: READY - second, rep: 0 };
        };
        let [down, hold, up] = [self.down, self.hold, self.up].map(u32::from);
        // A rep of no seconds at all is one of a second down.
        let whole = (down + hold + up).max(1);
        let (rep, at) = (since / whole + 1, since % whole);
        let (part, before) = if at < down || whole == 1 && hold + up == 0 {
            (Part::Down, 0)
        } else if at < down + hold {
            (Part::Hold, down)
        } else {
            (Part::Up, down + hold)
        };
        Beat { part, second: at - before + 1, rep }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rep_lasts_as_long_as_its_parts_whatever_they_are() {
        for (down, hold, up) in
            [(3, 1, 1), (4, 0, 1), (0, 0, 2), (0, 3, 0), (1, 0, 0), (0, 0, 0), (255, 255, 255)]
        {
            let tempo = Tempo { down, hold, up };
            let whole = (u32::from(down) + u32::from(hold) + u32::from(up)).max(1);
            let second_rep: Vec<Beat> = (0..whole).map(|at| tempo.beat(READY + whole + at)).collect();
            assert!(second_rep.iter().all(|beat| beat.rep == 2 && beat.part != Part::Ready), "{tempo:?}");
            let of = |part| second_rep.iter().filter(|beat| beat.part == part).count() as u32;
            let down = if whole == 1 && hold + up == 0 { 1 } else { u32::from(down) };
            assert_eq!(
                [of(Part::Down), of(Part::Hold), of(Part::Up)],
                [down, u32::from(hold), u32::from(up)]
            );
            assert!(second_rep.first().unwrap().turns());
        }
    }

    #[test]
    fn a_plan_without_a_tempo_is_counted_as_usual() {
        assert_eq!(Tempo::of(Some(Finisher::Partials { reps: 5 })), Tempo::USUAL);
        assert_eq!(Tempo::of(crate::domain::plan::technique::Technique::SLOW.finisher()), Tempo::USUAL);
        assert_eq!(Tempo::USUAL.beat(u32::MAX).part, Tempo::USUAL.beat(u32::MAX - 5).part);
    }
}
