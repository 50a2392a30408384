//! How numbers, loads, dates and spans are written for a locale; it reads no locale itself.

use super::en::calendar::{MONTHS, WEEKDAYS};
use crate::decimal;
use crate::domain::calendar::{Day, Week};
use crate::domain::settings::{LengthUnit, MassUnit};
use crate::domain::units::{KG_PER_POUND, Kg, Millimetres, Minutes, Seconds, SetCount};
use chrono::Weekday;

/// What the device says about numbers and weeks, handed in once at the start.
///
/// ```
/// use legwork::i18n::Locale;
/// let german = Locale { decimal: ',', group: '.', ..Locale::default() };
/// assert_eq!(german.number(1234.5, 1), "1.234,5");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale {
    /// The decimal mark.
    pub decimal: char,
    /// The mark between thousands.
    pub group: char,
    /// The first day of the week.
    pub week_start: Weekday,
}

impl Default for Locale {
    fn default() -> Self {
        Self { decimal: '.', group: '\u{2009}', week_start: Weekday::Mon }
    }
}

impl Locale {
    /// These forms as text, with the language they are of.
    ///
    /// ```
    /// use legwork::i18n::Locale;
    /// let german = Locale { decimal: ',', group: '.', ..Locale::default() };
    /// let kept = german.kept("de-DE");
    /// assert_eq!(Locale::recalled(&kept, "de-DE"), Some(german));
    /// assert_eq!(Locale::recalled(&kept, "en-GB"), None);
    /// ```
    pub fn kept(&self, language: &str) -> String {
        let mut text = String::with_capacity(language.len() + 8);
        text.push(self.decimal);
        text.push(self.group);
        text.push(char::from(b'0' + self.week_start.num_days_from_monday() as u8));
        text.push_str(language);
        text
    }

    /// The forms that [`Self::kept`] has written; `None` for those of another language and for anything else.
    pub fn recalled(text: &str, language: &str) -> Option<Self> {
        let mut marks = text.chars();
        let (decimal, group, day) = (marks.next()?, marks.next()?, marks.next()?.to_digit(7)?);
        let mark = |mark: char| !mark.is_alphanumeric() && !mark.is_control();
        if marks.as_str() != language || language.is_empty() || !mark(decimal) || !mark(group) {
            return None;
        }
        Some(Self { decimal, group, week_start: Weekday::try_from(day as u8).ok()? })
    }

    /// A number with at most so many decimals, none of them a trailing zero.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        let fixed = decimal::write(value.abs(), decimals);
        let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
        let fraction = fraction.trim_end_matches('0');
        let zero = fraction.is_empty() && whole == "0";
        let mut text = String::with_capacity(fixed.len() + 4);
        if value < 0.0 && !zero {
            text.push('−');
        }
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                text.push(self.group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(self.decimal);
            text.push_str(fraction);
        }
        text
    }

    /// A number with its sign, also when it is positive.
    pub fn signed(&self, value: f64, decimals: usize) -> String {
        let text = self.number(value, decimals);
        if value > 0.0 && text != "0" { format!("+{text}") } else { text }
    }

    /// A count of sets: halves and quarters as decimals.
    pub fn sets(&self, sets: SetCount) -> String {
        self.number(sets.sets(), if sets.parts().is_multiple_of(16) { 1 } else { 2 })
    }

    /// A number as it stands in a field: no marks between thousands.
    pub fn typed(&self, value: f64, decimals: usize) -> String {
        let plain = Locale { group: '\u{0}', ..*self }.number(value, decimals);
        plain.replace('\u{0}', "").replace('−', "-")
    }
}

/// An inch, exactly.
const MM_PER_INCH: f64 = 25.4;

/// The units a person reads and types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Units {
    /// For loads and weights.
    pub mass: MassUnit,
    /// For body height.
    pub length: LengthUnit,
}

impl Units {
    /// The mass unit's sign.
    pub const fn mass_sign(self) -> &'static str {
        match self.mass {
            MassUnit::Kilograms => "kg",
            MassUnit::Pounds => "lb",
        }
    }

    /// A mass in the chosen unit.
    pub fn mass_value(self, mass: Kg) -> f64 {
        match self.mass {
            MassUnit::Kilograms => mass.kg(),
            MassUnit::Pounds => mass.pounds(),
        }
    }

    /// Kilograms that are no whole grams, as a mean or a rate, in the chosen unit.
    ///
    /// ```
    /// use legwork::domain::settings::{LengthUnit, MassUnit};
    /// use legwork::i18n::Units;
    /// let units = Units { mass: MassUnit::Pounds, length: LengthUnit::FeetAndInches };
    /// assert!((units.mass_of(100.0) - 220.462_262).abs() < 1e-6);
    /// ```
    pub fn mass_of(self, kg: f64) -> f64 {
        match self.mass {
            MassUnit::Kilograms => kg,
            MassUnit::Pounds => kg / KG_PER_POUND,
        }
    }

    /// The mass of a number typed in the chosen unit; `None` outside 0-1000 kg.
    pub fn mass_from(self, value: f64) -> Option<Kg> {
        match self.mass {
            MassUnit::Kilograms => Kg::from_kg(value).ok(),
            MassUnit::Pounds => Kg::from_pounds(value).ok(),
        }
    }

    /// A length of so many millimetres in the chosen unit: centimetres or inches.
    pub fn length_value(self, mm: f64) -> f64 {
        match self.length {
            LengthUnit::Centimetres => mm / 10.0,
            LengthUnit::FeetAndInches => mm / MM_PER_INCH,
        }
    }

    /// The length of a number typed in centimetres or inches; `None` where no length is like that.
    pub fn length_from(self, value: f64) -> Option<Millimetres> {
        let cm = match self.length {
            LengthUnit::Centimetres => value,
            LengthUnit::FeetAndInches => value * MM_PER_INCH / 10.0,
        };
        Millimetres::from_cm(cm).ok()
    }
}

/// A load with its unit; no load is body weight.
pub fn load_text(load: Kg, units: Units, locale: &Locale) -> String {
    if load == Kg::ZERO {
        return super::en::session::BODY_WEIGHT.to_owned();
    }
    format!("{} {}", locale.number(units.mass_value(load), 2), units.mass_sign())
}

/// `07:30`, from minutes after midnight; a whole day later it is the same hour.
///
/// ```
/// assert_eq!((legwork::i18n::hour(450), legwork::i18n::hour(1440)), ("07:30".into(), "00:00".into()));
/// ```
pub fn hour(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

/// `1:24`, `12:05`, `1:02:05`.
///
/// ```
/// assert_eq!(legwork::i18n::clock(84), "1:24");
/// assert_eq!(legwork::i18n::clock(3725), "1:02:05");
/// ```
pub fn clock(seconds: i64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{rest:02}") } else { format!("{minutes}:{rest:02}") }
}

/// `7 h 40`, `45 min`.
pub fn duration(minutes: Minutes) -> String {
    let minutes = minutes.get();
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) => format!("{hours} h {rest:02}"),
    }
}

/// `Mon 16 Nov`.
pub fn short_day(day: Day) -> String {
    format!("{} {} {}", weekday(day.weekday()), day.day_of_month(), month(day))
}

/// `16 Nov 2026`.
pub fn full_day(day: Day) -> String {
    format!("{} {} {}", day.day_of_month(), month(day), day.year())
}

/// `16–22 Nov`, `30 Nov – 6 Dec`, with the year where it is not this one.
pub fn week_span(week: Week, this_year: i32) -> String {
    let (first, last) = (week.first(), week.last());
    let mut text = if first.month() == last.month() {
        format!("{}–{} {}", first.day_of_month(), last.day_of_month(), month(last))
    } else {
        format!("{} {} – {} {}", first.day_of_month(), month(first), last.day_of_month(), month(last))
    };
    if last.year() != this_year {
        text.push_str(&format!(" {}", last.year()));
    }
    text
}

/// `Mon`.
pub fn weekday(day: Weekday) -> &'static str {
    WEEKDAYS.get(day.num_days_from_monday() as usize).copied().unwrap_or_default()
}

fn month(day: Day) -> &'static str {
    MONTHS.get(day.month().month() as usize - 1).copied().unwrap_or_default()
}

/// `1:30` for a rest of 90 seconds.
pub fn rest(seconds: Seconds) -> String {
    clock(i64::from(seconds.get()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_that_nobody_has_kept_are_not_recalled() {
        let english = Locale { group: ',', week_start: Weekday::Sun, ..Locale::default() };
        assert_eq!(Locale::recalled(&english.kept("en-US"), "en-US"), Some(english));
        for text in ["", ".", ".,", ".,7en-US", ".,xen-US", "1,0en-US", "..0", ".\n0en-US", ".,0en"] {
            assert_eq!(Locale::recalled(text, "en-US"), None, "{text:?}");
        }
        assert_eq!(Locale::recalled(&english.kept(""), ""), None);
    }

    #[test]
    fn numbers_follow_the_locale_and_lose_empty_decimals() {
        let english = Locale { group: ',', ..Locale::default() };
        let german = Locale { decimal: ',', group: '.', ..Locale::default() };
        assert_eq!((english.number(2873.0, 1), german.number(82.5, 2)), ("2,873".into(), "82,5".into()));
        assert_eq!(english.number(-0.04, 1), "0");
        assert_eq!((english.signed(0.2, 1), english.signed(-0.2, 1)), ("+0.2".into(), "−0.2".into()));
        assert_eq!(german.typed(1234.5, 1), "1234,5");
        assert_eq!(english.number(1_000_000.0, 0), "1,000,000");
    }

    #[test]
    fn switching_units_changes_the_view_and_not_the_mass() {
        let kg = Kg::from_kg(82.5).unwrap();
        let pounds = Units { mass: MassUnit::Pounds, length: LengthUnit::Centimetres };
        assert_eq!(load_text(kg, pounds, &Locale::default()), "181.88 lb");
        let shown = pounds.mass_value(Kg::from_pounds(185.0).unwrap());
        assert_eq!(Locale::default().number(shown, 2), "185");
    }

    #[test]
    fn weeks_say_their_year_only_when_it_is_another() {
        let week = Week::of(Day::parse("2021-11-29").unwrap(), Weekday::Mon);
        assert_eq!(week_span(week, 2026), "29 Nov – 5 Dec 2021");
        let week = Week::of(Day::parse("2026-11-21").unwrap(), Weekday::Mon);
        assert_eq!(week_span(week, 2026), "16–22 Nov");
    }
}
