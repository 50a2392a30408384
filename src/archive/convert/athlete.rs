//! Profile, safety answers and settings between schema and domain.

use super::words::Word;
use super::{Read, Refused, Under, day_in, each, within, within_option};
use crate::archive::error::Why;
use crate::archive::v1;
use crate::domain::anatomy::Muscle;
use crate::domain::athlete::{Activity, Care, Cautions, Experience, Goal, Profile, Sex, TrainingDays, WEEK};
use crate::domain::exercise::{Item, Joint, Kit};
use crate::domain::ordered::OrderedMap;
use crate::domain::safety::{Condition, SafetyAnswers};
use crate::domain::settings::{Counting, LengthUnit, MassUnit, Settings, Theme};
use chrono::Weekday;

/// 1 is Monday.
pub fn weekday_out(day: Weekday) -> u8 {
    u8::try_from(day.number_from_monday()).unwrap_or(1)
}

pub fn weekday_in(number: u8) -> Read<Weekday> {
    WEEK.get(usize::from(number).wrapping_sub(1)).copied().ok_or(Refused::new(Why::OutOfRange))
}

fn word_in<W: Word>(text: Option<String>) -> Read<Option<W>> {
    text.as_deref().map(W::read).transpose()
}

impl From<&Profile> for v1::Profile {
    fn from(profile: &Profile) -> Self {
        Self {
            age: profile.age.get(),
            sex: profile.sex.map(Word::stored),
            height_mm: profile.height.map(|height| height.get()),
            weight_g: profile.weight.map(|weight| weight.get()),
            fat_per_mille: profile.body_fat.map(|fat| fat.get()),
            experience: profile.experience.stored(),
            days: profile.days.list().into_iter().map(weekday_out).collect(),
            minutes: profile.minutes.get(),
            kit: profile.kit.items().map(Word::stored).collect(),
            priority: profile.priority.map(Word::stored),
            cautions: Joint::ALL.into_iter().map(|j| (j.stored(), profile.cautions.of(j).stored())).collect(),
            activity: profile.activity.stored(),
            goal: profile.goal.stored(),
            bands: profile.bands.iter().map(|(muscle, band)| (muscle.stored(), *band)).collect(),
        }
    }
}

impl TryFrom<v1::Profile> for Profile {
    type Error = Refused;

    fn try_from(shape: v1::Profile) -> Read<Self> {
        let days = each(shape.days, weekday_in).under("days")?;
        let kit = each(shape.kit, |word| Item::read(&word)).under("kit")?;
        let mut cautions = Cautions::default();
        for (joint, care) in &shape.cautions {
            cautions.set(Joint::read(joint).under("cautions")?, Care::read(care).under("cautions")?);
        }
        let mut bands = OrderedMap::new();
        for (muscle, band) in shape.bands {
            bands.insert(Muscle::read(&muscle).under("bands")?, band);
        }
        Ok(Self {
            age: within(shape.age).under("age")?,
            sex: word_in::<Sex>(shape.sex).under("sex")?,
            height: within_option(shape.height_mm).under("height_mm")?,
            weight: within_option(shape.weight_g).under("weight_g")?,
            body_fat: within_option(shape.fat_per_mille).under("fat_per_mille")?,
            experience: Experience::read(&shape.experience).under("experience")?,
            days: TrainingDays::try_new(&days).map_err(|_| Refused::new(Why::OutOfRange)).under("days")?,
            minutes: within(shape.minutes).under("minutes")?,
            kit: Kit::of(&kit),
            priority: word_in::<Muscle>(shape.priority).under("priority")?,
            cautions,
            activity: Activity::read(&shape.activity).under("activity")?,
            goal: Goal::read(&shape.goal).under("goal")?,
            bands,
        })
    }
}

impl From<&SafetyAnswers> for v1::Safety {
    fn from(safety: &SafetyAnswers) -> Self {
        Self {
            conditions: safety.conditions.as_ref().map(|list| list.iter().map(|c| c.stored()).collect()),
            cleared_on: safety.cleared_on.map(|day| day.to_string()),
        }
    }
}

impl TryFrom<v1::Safety> for SafetyAnswers {
    type Error = Refused;

    fn try_from(shape: v1::Safety) -> Read<Self> {
        let conditions = match shape.conditions {
            None => None,
            Some(list) => {
                Some(each(list, |word| Condition::read(&word)).under("conditions")?.into_iter().collect())
            }
        };
        let cleared_on = shape.cleared_on.as_deref().map(day_in).transpose().under("cleared_on")?;
        Ok(Self { conditions, cleared_on })
    }
}

impl From<&Settings> for v1::Settings {
    fn from(settings: &Settings) -> Self {
        Self {
            mass: settings.mass.stored(),
            length: settings.length.stored(),
            theme: settings.theme.map(Word::stored),
            week_start: settings.week_start.map(weekday_out),
            counting: settings.counting.stored(),
            exported_on: settings.exported_on.map(|day| day.to_string()),
        }
    }
}

impl TryFrom<v1::Settings> for Settings {
    type Error = Refused;

    fn try_from(shape: v1::Settings) -> Read<Self> {
        Ok(Self {
            mass: MassUnit::read(&shape.mass).under("mass")?,
            length: LengthUnit::read(&shape.length).under("length")?,
            theme: word_in::<Theme>(shape.theme).under("theme")?,
            week_start: shape.week_start.map(weekday_in).transpose().under("week_start")?,
            counting: Counting::read(&shape.counting).under("counting")?,
            exported_on: shape.exported_on.as_deref().map(day_in).transpose().under("exported_on")?,
        })
    }
}
