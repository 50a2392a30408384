//! The things a person may have to train with, each by itself; not what weight they hold.

/// One thing: a bar, a machine, a bench.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs)] // the names are the documentation
pub enum Item {
    Barbell,
    Rack,
    Dumbbells,
    Kettlebell,
    Bench,
    Box,
    TrapBar,
    SmithMachine,
    Cable,
    Bands,
    HackSquat,
    PendulumSquat,
    BeltSquat,
    LegPress,
    HorizontalLegPress,
    LegExtension,
    SeatedLegCurl,
    LyingLegCurl,
    StandingLegCurl,
    GluteHamBench,
    BackExtensionBench,
    HipThrustMachine,
    GluteKickback,
    StandingCalf,
    SeatedCalf,
    DonkeyCalf,
    HipAbduction,
    HipAdduction,
    FootAnchor,
    Sliders,
}

impl Item {
    /// Every thing, in the order of the form.
    pub const ALL: [Self; 30] = [
        Self::Barbell,
        Self::Rack,
        Self::Dumbbells,
        Self::Kettlebell,
        Self::Bench,
        Self::Box,
        Self::TrapBar,
        Self::SmithMachine,
        Self::Cable,
        Self::Bands,
        Self::HackSquat,
        Self::PendulumSquat,
        Self::BeltSquat,
        Self::LegPress,
        Self::HorizontalLegPress,
        Self::LegExtension,
        Self::SeatedLegCurl,
        Self::LyingLegCurl,
        Self::StandingLegCurl,
        Self::GluteHamBench,
        Self::BackExtensionBench,
        Self::HipThrustMachine,
        Self::GluteKickback,
        Self::StandingCalf,
        Self::SeatedCalf,
        Self::DonkeyCalf,
        Self::HipAbduction,
        Self::HipAdduction,
        Self::FootAnchor,
        Self::Sliders,
    ];
}

/// A set of things.
///
/// ```
/// use legwork::domain::exercise::{Item, Kit};
/// let home = Kit::of(&[Item::Dumbbells, Item::Bench]);
/// assert!(home.has(Item::Bench) && !home.has(Item::Rack));
/// assert_eq!(Kit::from_bits(home.bits()), home);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Kit(u64);

impl Kit {
    /// Nothing but the floor.
    pub const NONE: Self = Self(0);
    /// Everything there is.
    pub const ALL: Self = Self((1 << Item::ALL.len()) - 1);

    /// A well-equipped gym: everything but what few have.
    pub const GYM: Self = Self(
        Self::ALL.0
            & !Self::of(&[
                Item::PendulumSquat,
                Item::BeltSquat,
                Item::DonkeyCalf,
                Item::GluteHamBench,
                Item::FootAnchor,
                Item::Sliders,
                Item::GluteKickback,
                Item::StandingLegCurl,
            ])
            .0,
    );
    /// A barbell at home.
    pub const HOME_BARBELL: Self = Self::of(&[Item::Barbell, Item::Rack, Item::Dumbbells, Item::Bench]);
    /// Dumbbells and a bench.
    pub const DUMBBELLS: Self = Self::of(&[Item::Dumbbells, Item::Bench]);
    /// What a hotel has.
    pub const HOTEL: Self =
        Self::of(&[Item::Dumbbells, Item::Bench, Item::Cable, Item::LegPress, Item::Bands]);

    /// These things.
    pub const fn of(items: &[Item]) -> Self {
        let mut bits = 0;
        let mut rest = items;
        while let [first, tail @ ..] = rest {
            bits |= 1 << (*first as u8);
            rest = tail;
        }
        Self(bits)
    }

    /// From [`Kit::bits`]; unknown bits are dropped.
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits & Self::ALL.0)
    }

    /// One bit a thing, in the order of [`Item::ALL`].
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// Whether it holds this thing.
    pub const fn has(self, item: Item) -> bool {
        self.0 & (1 << (item as u8)) != 0
    }

    /// Whether it holds all of these.
    pub const fn has_all(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }

    /// With this thing, or without it.
    #[must_use]
    pub const fn with(self, item: Item, present: bool) -> Self {
        if present { Self(self.0 | (1 << (item as u8))) } else { Self(self.0 & !(1 << (item as u8))) }
    }

    /// The things in it.
    pub fn items(self) -> impl Iterator<Item = Item> {
        Item::ALL.into_iter().filter(move |item| self.has(*item))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_has_its_own_bit() {
        assert_eq!(Item::ALL.into_iter().fold(Kit::NONE, |kit, item| kit.with(item, true)), Kit::ALL);
        assert_eq!(Kit::ALL.items().count(), 30);
        assert_eq!(Kit::from_bits(u64::MAX), Kit::ALL);
    }
}
