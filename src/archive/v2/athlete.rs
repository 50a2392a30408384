//! Profile, safety answers and settings in schema 2.
//!
//! | field | meaning |
//! | --- | --- |
//! | `age`, `height_mm`, `weight_g`, `fat_per_mille`, `minutes` | in the unit of their name; `age` in years |
//! | `days`, `week_start` | 1 is Monday |
//! | `bands` | own weekly bands by muscle, in sets |
//! | `signals` | of a rest's end, one after the other: sound, vibration, notification, screen kept on |
//! | `exported_sessions` | how many the last export holds; absent where they were not counted |
//! | `put_off` | until when offers about the block wait |
//! | `conditions` | what applies; absent until answered |
//! | `raised` | signs that ended a session: which, the day, the day a clinician agreed again |

use super::words::{Word, word_in};
use super::{day_in, within};
use crate::archive::error::Why;
use crate::archive::tree::{Read, Refused, Tree, Under, each};
use crate::domain::athlete::{Cautions, Profile, TrainingDays, WEEK};
use crate::domain::calendar::Day;
use crate::domain::exercise::{Joint, Kit};
use crate::domain::ordered::OrderedMap;
use crate::domain::safety::{Raised, SafetyAnswers};
use crate::domain::settings::{Settings, Signals};
use chrono::Weekday;

/// 1 is Monday.
pub fn weekday_out(day: Weekday) -> Tree {
    day.number_from_monday().into()
}

pub fn weekday_in(tree: &Tree) -> Read<Weekday> {
    WEEK.get(usize::from(tree.small()?).wrapping_sub(1)).copied().ok_or(Refused::new(Why::OutOfRange))
}

/// To the tree.
pub fn profile_out(profile: &Profile) -> Tree {
    let band = |(low, high): (u8, u8)| Tree::List(vec![low.into(), high.into()]);
    let bands = profile.bands.iter().map(|(muscle, own)| (muscle.word(), band(*own)));
    let cautions = Joint::ALL.map(|joint| (joint.word(), profile.cautions.of(joint).stored()));
    Tree::map(vec![
        ("age", profile.age.get().into()),
        ("sex", profile.sex.map(Word::word).into()),
        ("height_mm", profile.height.map(|height| height.get()).into()),
        ("weight_g", profile.weight.map(|weight| weight.get()).into()),
        ("fat_per_mille", profile.body_fat.map(|fat| fat.get()).into()),
        ("experience", profile.experience.stored()),
        ("days", Tree::list(profile.days.list().into_iter().map(weekday_out))),
        ("minutes", profile.minutes.get().into()),
        ("kit", Tree::list(profile.kit.items().map(Word::stored))),
        ("priority", profile.priority.map(Word::word).into()),
        ("cautions", Tree::by_name(cautions.into_iter())),
        ("activity", profile.activity.stored()),
        ("goal", profile.goal.stored()),
        ("bands", Tree::by_name(bands)),
    ])
}

const PROFILE: &[&str] = &[
    "age",
    "sex",
    "height_mm",
    "weight_g",
    "fat_per_mille",
    "experience",
    "days",
    "minutes",
    "kit",
    "priority",
    "cautions",
    "activity",
    "goal",
    "bands",
];

/// From the tree.
pub fn profile_in(tree: &Tree) -> Read<Profile> {
    let fields = tree.fields(PROFILE)?;
    let mut cautions = Cautions::default();
    for (joint, care) in fields.get("cautions", Tree::entries)? {
        cautions.set(Joint::read(joint).under("cautions")?, word_in(care).under("cautions")?);
    }
    let mut bands = OrderedMap::new();
    for (muscle, band) in fields.get("bands", Tree::entries)? {
        let [low, high] = band.row().under("bands")?;
        bands.insert(Word::read(muscle).under("bands")?, (low.small()?, high.small()?));
    }
    let days = fields.get("days", |days| {
        TrainingDays::try_new(&each(days, weekday_in)?).map_err(|_| Refused::new(Why::OutOfRange))
    })?;
    Ok(Profile {
        age: fields.get("age", within)?,
        sex: fields.maybe("sex", word_in)?,
        height: fields.maybe("height_mm", within)?,
        weight: fields.maybe("weight_g", within)?,
        body_fat: fields.maybe("fat_per_mille", within)?,
        experience: fields.get("experience", word_in)?,
        days,
        minutes: fields.get("minutes", within)?,
        kit: Kit::of(&fields.get("kit", |kit| each(kit, word_in))?),
        priority: fields.maybe("priority", word_in)?,
        cautions,
        activity: fields.get("activity", word_in)?,
        goal: fields.get("goal", word_in)?,
        bands,
    })
}

/// To the tree.
pub fn safety_out(safety: &SafetyAnswers) -> Tree {
    let conditions = safety.conditions.as_ref().map(|list| Tree::list(list.iter().map(|c| c.stored())));
    Tree::map(vec![
        ("conditions", conditions.into()),
        ("cleared_on", safety.cleared_on.map(|day| day.to_string()).into()),
        ("raised", Tree::list(safety.raised.iter().map(raised_out))),
    ])
}

fn raised_out(raised: &Raised) -> Tree {
    let day = |day: Day| day.to_string();
    Tree::List(vec![raised.flag.stored(), day(raised.on).into(), raised.cleared_on.map(day).into()])
}

fn raised_in(tree: &Tree) -> Read<Raised> {
    let [flag, on, cleared] = tree.row()?;
    Ok(Raised { flag: word_in(flag)?, on: day_in(on)?, cleared_on: cleared.some().map(day_in).transpose()? })
}

/// From the tree.
pub fn safety_in(tree: &Tree) -> Read<SafetyAnswers> {
    let fields = tree.fields(&["conditions", "cleared_on", "raised"])?;
    let conditions = fields.maybe("conditions", |list| each(list, word_in))?;
    Ok(SafetyAnswers {
        conditions: conditions.map(|list| list.into_iter().collect()),
        cleared_on: fields.maybe("cleared_on", day_in)?,
        raised: fields.maybe("raised", |list| each(list, raised_in))?.unwrap_or_default(),
    })
}

/// To the tree.
pub fn settings_out(settings: &Settings) -> Tree {
    let Signals { sound, vibration, notification, awake } = settings.signals;
    let mut fields = vec![
        ("mass", settings.mass.stored()),
        ("length", settings.length.stored()),
        ("theme", settings.theme.map(Word::word).into()),
        ("week_start", settings.week_start.map(weekday_out).into()),
        ("counting", settings.counting.stored()),
        ("exported_on", settings.exported_on.map(|day| day.to_string()).into()),
        ("signals", Tree::List([sound, vibration, notification, awake].map(Tree::Bool).to_vec())),
        ("put_off", settings.put_off.map(|day| day.to_string()).into()),
        ("reviewed", settings.reviewed.map(|day| day.to_string()).into()),
    ];
    if let Some(count) = settings.exported_sessions {
        fields.push(("exported_sessions", count.into()));
    }
    Tree::map(fields)
}

/// From the tree.
pub fn settings_in(tree: &Tree) -> Read<Settings> {
    let fields = tree.fields(&[
        "mass",
        "length",
        "theme",
        "week_start",
        "counting",
        "exported_on",
        "signals",
        "put_off",
        "reviewed",
        "exported_sessions",
    ])?;
    let signals = fields.maybe("signals", |signals| {
        let [sound, vibration, notification, awake] = signals.row()?;
        Ok(Signals {
            sound: sound.yes()?,
            vibration: vibration.yes()?,
            notification: notification.yes()?,
            awake: awake.yes()?,
        })
    })?;
    Ok(Settings {
        mass: fields.get("mass", word_in)?,
        length: fields.get("length", word_in)?,
        theme: fields.maybe("theme", word_in)?,
        week_start: fields.maybe("week_start", weekday_in)?,
        counting: fields.get("counting", word_in)?,
        exported_on: fields.maybe("exported_on", day_in)?,
        exported_sessions: fields.maybe("exported_sessions", Tree::count)?,
        signals: signals.unwrap_or_default(),
        put_off: fields.maybe("put_off", day_in)?,
        reviewed: fields.maybe("reviewed", day_in)?,
    })
}
