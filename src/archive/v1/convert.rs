//! The bridge between schema 1 and the domain. The words stored for each choice stand in tables: they are
//! part of the schema and never change.

use super::sets;
use super::shapes::*;
use crate::domain::anatomy::{Credit, Function, Muscle};
use crate::domain::athlete::{
    Activity, Care, Cautions, Experience, Goal, Profile, Sex, TrainingDays, WEEK,
};
use crate::domain::body::BodyLog;
use crate::domain::calendar::{Day, Month};
use crate::domain::exercise::{CustomExercise, ExerciseId, Item, Joint, Kit, OwnExercises};
use crate::domain::id::{PlanId, SessionId};
use crate::domain::nutrition::FoodDay;
use crate::domain::plan::{
    Compromise, Finisher, Phase, Plan, PlannedSession, PlannedWeek, Plans, Prescription, Reason, Remedy, Shortfall,
    Slot,
};
use crate::domain::safety::{Condition, SafetyAnswers};
use crate::domain::settings::{Counting, LengthUnit, MassUnit, Settings, Theme};
use crate::domain::training::{
    Draft, DraftExercise, DraftSet, ExerciseWork, MonthLog, Rest, Session, Source,
};
use crate::domain::units::{Grams, Kcal, Kg, Millimetres, Minutes, PerMille, Rir, Seconds, SetCount, Years};
use chrono::Weekday;
use std::collections::BTreeMap;

/// A stored value that the domain refuses: which one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Refused(pub &'static str);

type Read<T> = Result<T, Refused>;

/// Declares the words of a choice and both ways through them.
macro_rules! words {
    ($table:ident, $out:ident, $in:ident, $kind:ty, [$($value:expr => $word:literal),+ $(,)?]) => {
        const $table: &[($kind, &str)] = &[$(($value, $word)),+];
        fn $out(value: $kind) -> String {
            // The table is whole, by test: the fallback is never written.
            $table.iter().find(|(known, _)| *known == value).map_or("?", |(_, word)| word).to_owned()
        }
        fn $in(word: &str) -> Read<$kind> {
            $table.iter().find(|(_, known)| *known == word).map(|(value, _)| *value).ok_or(Refused(stringify!($kind)))
        }
    };
}

words!(SEXES, sex_out, sex_in, Sex, [Sex::Female => "female", Sex::Male => "male"]);
words!(EXPERIENCES, experience_out, experience_in, Experience, [
    Experience::Novice => "novice", Experience::Intermediate => "intermediate", Experience::Advanced => "advanced",
]);
words!(ACTIVITIES, activity_out, activity_in, Activity, [
    Activity::Sedentary => "sedentary", Activity::Light => "light", Activity::Moderate => "moderate",
    Activity::High => "high", Activity::VeryHigh => "very-high",
]);
words!(GOALS, goal_out, goal_in, Goal, [Goal::Gain => "gain", Goal::Maintain => "maintain"]);
words!(CARES, care_out, care_in, Care, [Care::None => "none", Care::Careful => "careful", Care::Avoid => "avoid"]);
words!(JOINTS, joint_out, joint_in, Joint, [Joint::Knee => "knee", Joint::Back => "back", Joint::Hip => "hip"]);
words!(MUSCLES, muscle_out, muscle_in, Muscle, [
    Muscle::Quadriceps => "quadriceps", Muscle::Hamstrings => "hamstrings", Muscle::Glutes => "glutes",
    Muscle::Calves => "calves", Muscle::Adductors => "adductors", Muscle::Abductors => "abductors",
    Muscle::Tibialis => "tibialis",
]);
words!(FUNCTIONS, function_out, function_in, Function, [
    Function::Vasti => "vasti", Function::RectusFemoris => "rectus-femoris", Function::HipHamstrings => "hip-hamstrings",
    Function::KneeHamstrings => "knee-hamstrings", Function::GluteusMaximus => "gluteus-maximus",
    Function::Abductors => "abductors", Function::Adductors => "adductors", Function::Gastrocnemius => "gastrocnemius",
    Function::Soleus => "soleus", Function::Tibialis => "tibialis",
]);
words!(PHASES, phase_out, phase_in, Phase, [
    Phase::Entry => "entry", Phase::Working => "working", Phase::Deload => "deload",
]);
words!(MASSES, mass_out, mass_in, MassUnit, [MassUnit::Kilograms => "kg", MassUnit::Pounds => "lb"]);
words!(LENGTHS, length_out, length_in, LengthUnit, [
    LengthUnit::Centimetres => "cm", LengthUnit::FeetAndInches => "ft",
]);
words!(THEMES, theme_out, theme_in, Theme, [Theme::Light => "light", Theme::Dark => "dark"]);
words!(COUNTINGS, counting_out, counting_in, Counting, [
    Counting::Fractional => "fractional", Counting::DirectOnly => "direct",
]);
words!(SOURCES, source_out, source_in, Source, [Source::Legwork => "legwork", Source::Strong => "strong"]);
words!(CONDITIONS, condition_out, condition_in, Condition, [
    Condition::PregnantOrPostpartum => "pregnant", Condition::EatingDisorder => "eating-disorder",
    Condition::HeartDisease => "heart", Condition::UncontrolledPressure => "pressure",
    Condition::TreatedHypertension => "treated-pressure", Condition::RecentSurgeryFractureOrClot => "recent",
    Condition::NeurologicalDeficit => "neurological", Condition::KidneyDisease => "kidney",
    Condition::InsulinTreatment => "insulin", Condition::Aneurysm => "aneurysm", Condition::Hernia => "hernia",
    Condition::EyeDisease => "eye", Condition::OsteoporoticFracture => "osteoporosis",
    Condition::Anticoagulants => "anticoagulants", Condition::FluidRestriction => "fluid",
]);
words!(ITEMS, item_out, item_in, Item, [
    Item::Barbell => "barbell", Item::Rack => "rack", Item::Dumbbells => "dumbbells", Item::Kettlebell => "kettlebell",
    Item::Bench => "bench", Item::Box => "box", Item::TrapBar => "trap-bar", Item::SmithMachine => "smith",
    Item::Cable => "cable", Item::Bands => "bands", Item::HackSquat => "hack-squat",
    Item::PendulumSquat => "pendulum-squat", Item::BeltSquat => "belt-squat", Item::LegPress => "leg-press",
    Item::HorizontalLegPress => "horizontal-leg-press", Item::LegExtension => "leg-extension",
    Item::SeatedLegCurl => "seated-leg-curl", Item::LyingLegCurl => "lying-leg-curl",
    Item::StandingLegCurl => "standing-leg-curl", Item::GluteHamBench => "glute-ham",
    Item::BackExtensionBench => "back-extension", Item::HipThrustMachine => "hip-thrust",
    Item::GluteKickback => "glute-kickback", Item::StandingCalf => "standing-calf", Item::SeatedCalf => "seated-calf",
    Item::DonkeyCalf => "donkey-calf", Item::HipAbduction => "hip-abduction", Item::HipAdduction => "hip-adduction",
    Item::FootAnchor => "foot-anchor", Item::Sliders => "sliders",
]);

fn weekday_out(day: Weekday) -> u8 {
    u8::try_from(day.number_from_monday()).unwrap_or(1)
}

fn weekday_in(number: u8) -> Read<Weekday> {
    WEEK.get(usize::from(number).wrapping_sub(1)).copied().ok_or(Refused("weekday"))
}

fn day_in(text: &str) -> Read<Day> {
    Day::parse(text).map_err(|_| Refused("day"))
}

fn slug_in(text: &str) -> Read<ExerciseId> {
    ExerciseId::parse(text).map_err(|_| Refused("exercise"))
}

fn within<T>(value: Result<T, crate::domain::units::OutOfRange>) -> Read<T> {
    value.map_err(|refused| Refused(refused.what))
}

/// To the stored shape.
pub fn profile_out(profile: &Profile) -> ProfileShape {
    ProfileShape {
        age: profile.age.get(),
        sex: profile.sex.map(sex_out),
        height_mm: profile.height.map(|h| h.get()),
        weight_g: profile.weight.map(|w| w.get()),
        fat_per_mille: profile.body_fat.map(|f| f.get()),
        experience: experience_out(profile.experience),
        days: profile.days.list().into_iter().map(weekday_out).collect(),
        minutes: profile.minutes.get(),
        kit: profile.kit.items().map(item_out).collect(),
        priority: profile.priority.map(muscle_out),
        cautions: Joint::ALL.into_iter().map(|j| (joint_out(j), care_out(profile.cautions.of(j)))).collect(),
        activity: activity_out(profile.activity),
        goal: goal_out(profile.goal),
        bands: profile.bands.iter().map(|(muscle, band)| (muscle_out(*muscle), *band)).collect(),
    }
}

/// From the stored shape.
pub fn profile_in(shape: &ProfileShape) -> Read<Profile> {
    let days: Vec<Weekday> = shape.days.iter().map(|d| weekday_in(*d)).collect::<Read<_>>()?;
    let mut kit = Kit::NONE;
    for word in &shape.kit {
        kit = kit.with(item_in(word)?, true);
    }
    let mut cautions = Cautions::default();
    for (joint, care) in &shape.cautions {
        cautions.set(joint_in(joint)?, care_in(care)?);
    }
    let mut bands = BTreeMap::new();
    for (muscle, band) in &shape.bands {
        bands.insert(muscle_in(muscle)?, *band);
    }
    Ok(Profile {
        age: within(Years::try_new(i64::from(shape.age)))?,
        sex: shape.sex.as_deref().map(sex_in).transpose()?,
        height: shape.height_mm.map(|h| within(Millimetres::try_new(i64::from(h)))).transpose()?,
        weight: shape.weight_g.map(|w| within(Kg::try_new(i64::from(w)))).transpose()?,
        body_fat: shape.fat_per_mille.map(|f| within(PerMille::try_new(i64::from(f)))).transpose()?,
        experience: experience_in(&shape.experience)?,
        days: TrainingDays::try_new(&days).map_err(|_| Refused("days"))?,
        minutes: within(Minutes::try_new(i64::from(shape.minutes)))?,
        kit,
        priority: shape.priority.as_deref().map(muscle_in).transpose()?,
        cautions,
        activity: activity_in(&shape.activity)?,
        goal: goal_in(&shape.goal)?,
        bands,
    })
}

/// To the stored shape.
pub fn safety_out(safety: &SafetyAnswers) -> SafetyShape {
    SafetyShape {
        conditions: safety.conditions.as_ref().map(|list| list.iter().map(|c| condition_out(*c)).collect()),
        cleared_on: safety.cleared_on.map(|day| day.to_string()),
    }
}

/// From the stored shape.
pub fn safety_in(shape: &SafetyShape) -> Read<SafetyAnswers> {
    let conditions = match &shape.conditions {
        None => None,
        Some(list) => Some(list.iter().map(|word| condition_in(word)).collect::<Read<_>>()?),
    };
    Ok(SafetyAnswers { conditions, cleared_on: shape.cleared_on.as_deref().map(day_in).transpose()? })
}

/// To the stored shape.
pub fn settings_out(settings: &Settings) -> SettingsShape {
    SettingsShape {
        mass: mass_out(settings.mass),
        length: length_out(settings.length),
        theme: settings.theme.map(theme_out),
        week_start: settings.week_start.map(weekday_out),
        counting: counting_out(settings.counting),
        exported_on: settings.exported_on.map(|day| day.to_string()),
    }
}

/// From the stored shape.
pub fn settings_in(shape: &SettingsShape) -> Read<Settings> {
    Ok(Settings {
        mass: mass_in(&shape.mass)?,
        length: length_in(&shape.length)?,
        theme: shape.theme.as_deref().map(theme_in).transpose()?,
        week_start: shape.week_start.map(weekday_in).transpose()?,
        counting: counting_in(&shape.counting)?,
        exported_on: shape.exported_on.as_deref().map(day_in).transpose()?,
    })
}

/// To the stored shape.
pub fn exercises_out(own: &OwnExercises) -> ExercisesShape {
    let credit = |credit: Credit| -> BTreeMap<String, u8> {
        let all = Function::ALL.into_iter().map(|f| (function_out(f), credit.halves(f)));
        all.filter(|(_, halves)| *halves > 0).collect()
    };
    ExercisesShape {
        own: own.list.values().map(|e| (e.id.as_str().to_owned(), e.name.clone(), credit(e.credit))).collect(),
        names: own.names.iter().map(|((app, name), id)| (app.clone(), name.clone(), id.as_str().to_owned())).collect(),
    }
}

/// From the stored shape.
pub fn exercises_in(shape: &ExercisesShape) -> Read<OwnExercises> {
    let mut own = OwnExercises::default();
    for (slug, name, halves) in &shape.own {
        let mut pairs = Vec::new();
        for (word, half) in halves {
            pairs.push((function_in(word)?, *half));
        }
        let id = slug_in(slug)?;
        own.list.insert(id.clone(), CustomExercise { id, name: name.clone(), credit: Credit::of(&pairs) });
    }
    for (app, name, slug) in &shape.names {
        own.names.insert((app.clone(), name.clone()), slug_in(slug)?);
    }
    Ok(own)
}

/// To the stored shape.
pub fn body_out(body: &BodyLog) -> BodyShape {
    BodyShape {
        weight_g: body.weights.iter().map(|(day, kg)| (day.to_string(), kg.get())).collect(),
        sleep_min: body.sleep.iter().map(|(day, minutes)| (day.to_string(), minutes.get())).collect(),
    }
}

/// From the stored shape.
pub fn body_in(shape: &BodyShape) -> Read<BodyLog> {
    let mut body = BodyLog::default();
    for (day, grams) in &shape.weight_g {
        body.weights.insert(day_in(day)?, within(Kg::try_new(i64::from(*grams)))?);
    }
    for (day, minutes) in &shape.sleep_min {
        body.sleep.insert(day_in(day)?, within(Minutes::try_new(i64::from(*minutes)))?);
    }
    Ok(body)
}

/// To the stored shape.
pub fn food_out(days: &BTreeMap<Day, FoodDay>) -> FoodShape {
    let one = |food: &FoodDay| (food.kcal.map(Kcal::get), food.protein.map(Grams::get));
    FoodShape { days: days.iter().map(|(day, food)| (day.to_string(), one(food))).collect() }
}

/// From the stored shape.
pub fn food_in(shape: &FoodShape) -> Read<BTreeMap<Day, FoodDay>> {
    let mut days = BTreeMap::new();
    for (day, (kcal, protein)) in &shape.days {
        let food = FoodDay {
            kcal: kcal.map(|k| within(Kcal::try_new(i64::from(k)))).transpose()?,
            protein: protein.map(|g| within(Grams::try_new(i64::from(g)))).transpose()?,
        };
        days.insert(day_in(day)?, food);
    }
    Ok(days)
}

/// To the stored shape.
pub fn plans_out(plans: &Plans) -> PlansShape {
    PlansShape { active: plans.active.map(|id| id.to_string()), list: plans.list.iter().map(plan_out).collect() }
}

/// From the stored shape.
pub fn plans_in(shape: &PlansShape) -> Read<Plans> {
    Ok(Plans {
        active: shape.active.as_deref().map(plan_id_in).transpose()?,
        list: shape.list.iter().map(plan_in).collect::<Read<_>>()?,
    })
}

fn plan_id_in(text: &str) -> Read<PlanId> {
    PlanId::parse(text).map_err(|_| Refused("plan id"))
}

fn plan_out(plan: &Plan) -> PlanShape {
    let session = |session: &PlannedSession| SessionPlanShape {
        day: weekday_out(session.weekday),
        warm_up: session.warm_up.get(),
        cool_down: session.cool_down.get(),
        exercises: session.exercises.iter().map(prescription_out).collect(),
    };
    let week = |week: &PlannedWeek| WeekShape {
        phase: phase_out(week.phase),
        sessions: week.sessions.iter().map(session).collect(),
    };
    PlanShape {
        id: plan.id.to_string(),
        created: plan.created.to_string(),
        starts: plan.starts.to_string(),
        weeks: plan.weeks.iter().map(week).collect(),
        compromises: plan.compromises.iter().map(compromise_out).collect(),
    }
}

fn plan_in(shape: &PlanShape) -> Read<Plan> {
    let session = |shape: &SessionPlanShape| -> Read<PlannedSession> {
        Ok(PlannedSession {
            weekday: weekday_in(shape.day)?,
            exercises: shape.exercises.iter().map(prescription_in).collect::<Read<_>>()?,
            warm_up: within(Minutes::try_new(i64::from(shape.warm_up)))?,
            cool_down: within(Minutes::try_new(i64::from(shape.cool_down)))?,
        })
    };
    let week = |shape: &WeekShape| -> Read<PlannedWeek> {
        Ok(PlannedWeek {
            phase: phase_in(&shape.phase)?,
            sessions: shape.sessions.iter().map(session).collect::<Read<_>>()?,
        })
    };
    Ok(Plan {
        id: plan_id_in(&shape.id)?,
        created: day_in(&shape.created)?,
        starts: day_in(&shape.starts)?,
        weeks: shape.weeks.iter().map(week).collect::<Read<_>>()?,
        compromises: shape.compromises.iter().map(compromise_in).collect::<Read<_>>()?,
    })
}

fn prescription_out(one: &Prescription) -> PrescriptionShape {
    PrescriptionShape {
        x: one.exercise.as_str().to_owned(),
        sets: one.sets,
        reps: one.reps,
        rir: (one.rir.0.get(), one.rir.1.get()),
        rest: one.rest.get(),
        pair: one.paired_with,
        drop: one.finisher.map(|Finisher::Drop { per_mille, times }| (per_mille, times)),
    }
}

fn prescription_in(shape: &PrescriptionShape) -> Read<Prescription> {
    let rir = |halves: u8| within(Rir::try_new(i64::from(halves)));
    Ok(Prescription {
        exercise: slug_in(&shape.x)?,
        sets: shape.sets,
        reps: shape.reps,
        rir: (rir(shape.rir.0)?, rir(shape.rir.1)?),
        rest: within(Seconds::try_new(i64::from(shape.rest)))?,
        paired_with: shape.pair,
        finisher: shape.drop.map(|(per_mille, times)| Finisher::Drop { per_mille, times }),
    })
}

fn compromise_out(one: &Compromise) -> CompromiseShape {
    let (what, of, numbers): (&str, Option<String>, Vec<u32>) = match &one.shortfall {
        Shortfall::BelowBand { muscle, planned, low } => {
            ("below-band", Some(muscle_out(*muscle)), vec![planned.parts(), u32::from(*low)])
        }
        Shortfall::Coverage { function, planned, wanted } => {
            ("coverage", Some(function_out(*function)), vec![planned.parts(), u32::from(*wanted)])
        }
        Shortfall::NoUnilateral => ("no-unilateral", None, vec![]),
        Shortfall::Frequency { muscle } => ("frequency", Some(muscle_out(*muscle)), vec![]),
        Shortfall::CloseTogether => ("close", None, vec![]),
        Shortfall::EntryWeeks { weeks } => ("entry", None, vec![u32::from(*weeks)]),
        Shortfall::Shortened => ("shortened", None, vec![]),
    };
    let why = match one.reason {
        Reason::Equipment => "equipment".to_owned(),
        Reason::Caution(joint) => format!("caution-{}", joint_out(joint)),
        Reason::Skill => "skill".to_owned(),
        Reason::Minutes => "minutes".to_owned(),
        Reason::Sessions => "sessions".to_owned(),
        Reason::SessionCap => "session-cap".to_owned(),
        Reason::BandHigh => "band-high".to_owned(),
        Reason::Ramp => "ramp".to_owned(),
        Reason::Days => "days".to_owned(),
        Reason::Safety => "safety".to_owned(),
    };
    let remedy = one.remedy.map(|remedy| match remedy {
        Remedy::OneMoreSession => "session".to_owned(),
        Remedy::MoreMinutes(more) => format!("minutes-{more}"),
        Remedy::Get(item) => format!("get-{}", item_out(item)),
        Remedy::SpreadDays => "spread".to_owned(),
        Remedy::Wait => "wait".to_owned(),
    });
    CompromiseShape { what: what.to_owned(), of, numbers, why, remedy }
}

fn compromise_in(shape: &CompromiseShape) -> Read<Compromise> {
    let refused = Refused("compromise");
    let of = || shape.of.as_deref().ok_or(refused);
    let number = |place: usize| shape.numbers.get(place).copied().ok_or(refused);
    let small = |place: usize| u8::try_from(number(place)?).map_err(|_| refused);
    let shortfall = match shape.what.as_str() {
        "below-band" => Shortfall::BelowBand {
            muscle: muscle_in(of()?)?,
            planned: SetCount::from_32nds(number(0)?),
            low: small(1)?,
        },
        "coverage" => Shortfall::Coverage {
            function: function_in(of()?)?,
            planned: SetCount::from_32nds(number(0)?),
            wanted: small(1)?,
        },
        "no-unilateral" => Shortfall::NoUnilateral,
        "frequency" => Shortfall::Frequency { muscle: muscle_in(of()?)? },
        "close" => Shortfall::CloseTogether,
        "entry" => Shortfall::EntryWeeks { weeks: small(0)? },
        "shortened" => Shortfall::Shortened,
        _ => return Err(refused),
    };
    let reason = match shape.why.as_str() {
        "equipment" => Reason::Equipment,
        "skill" => Reason::Skill,
        "minutes" => Reason::Minutes,
        "sessions" => Reason::Sessions,
        "session-cap" => Reason::SessionCap,
        "band-high" => Reason::BandHigh,
        "ramp" => Reason::Ramp,
        "days" => Reason::Days,
        "safety" => Reason::Safety,
        other => Reason::Caution(joint_in(other.strip_prefix("caution-").ok_or(refused)?)?),
    };
    let remedy = match shape.remedy.as_deref() {
        None => None,
        Some("session") => Some(Remedy::OneMoreSession),
        Some("spread") => Some(Remedy::SpreadDays),
        Some("wait") => Some(Remedy::Wait),
        Some(other) => Some(match (other.strip_prefix("minutes-"), other.strip_prefix("get-")) {
            (Some(more), _) => Remedy::MoreMinutes(more.parse().map_err(|_| refused)?),
            (_, Some(item)) => Remedy::Get(item_in(item)?),
            _ => return Err(refused),
        }),
    };
    Ok(Compromise { shortfall, reason, remedy })
}

fn slot_out(slot: &Slot) -> (String, u8, u8) {
    (slot.plan.to_string(), slot.week, slot.session)
}

fn slot_in(shape: &(String, u8, u8)) -> Read<Slot> {
    Ok(Slot { plan: plan_id_in(&shape.0)?, week: shape.1, session: shape.2 })
}

/// To the stored shape.
pub fn draft_out(draft: Option<&Draft>) -> DraftShape {
    let exercise = |one: &DraftExercise| DraftExerciseShape {
        x: one.exercise.as_str().to_owned(),
        planned: one.planned.as_ref().map(prescription_out),
        at: one.sets.iter().map(|set| set.at).collect(),
        sets: sets::write(one.sets.iter().map(|set| &set.entry)),
        note: one.note.clone(),
    };
    DraftShape {
        draft: draft.map(|draft| DraftBody {
            id: draft.id.to_string(),
            day: draft.day.to_string(),
            started: draft.started_at,
            slot: draft.slot.as_ref().map(slot_out),
            name: draft.name.clone(),
            current: draft.current,
            rest: draft.rest.map(|rest| (rest.ends_at, rest.length.get())),
            undone: draft.undone.iter().copied().collect(),
            note: draft.note.clone(),
            exercises: draft.exercises.iter().map(exercise).collect(),
        }),
    }
}

/// From the stored shape.
pub fn draft_in(shape: &DraftShape) -> Read<Option<Draft>> {
    let Some(body) = &shape.draft else { return Ok(None) };
    let mut exercises = Vec::new();
    for one in &body.exercises {
        let entries = sets::read(&one.sets).map_err(|_| Refused("sets"))?;
        if entries.len() != one.at.len() {
            return Err(Refused("sets"));
        }
        exercises.push(DraftExercise {
            exercise: slug_in(&one.x)?,
            planned: one.planned.as_ref().map(prescription_in).transpose()?,
            sets: one.at.iter().zip(entries).map(|(at, entry)| DraftSet { at: *at, entry }).collect(),
            note: one.note.clone(),
        });
    }
    let rest = match body.rest {
        None => None,
        Some((ends_at, length)) => {
            Some(Rest { ends_at, length: within(Seconds::try_new(i64::from(length)))? })
        }
    };
    Ok(Some(Draft {
        id: SessionId::parse(&body.id).map_err(|_| Refused("session id"))?,
        day: day_in(&body.day)?,
        started_at: body.started,
        slot: body.slot.as_ref().map(slot_in).transpose()?,
        name: body.name.clone(),
        exercises,
        current: body.current,
        rest,
        undone: body.undone.iter().copied().collect(),
        note: body.note.clone(),
    }))
}

/// To the stored shape.
pub fn month_out(log: &MonthLog) -> MonthShape {
    let mut table: Vec<&ExerciseId> = log
        .sessions
        .values()
        .flat_map(|session| session.exercises.iter().map(|work| &work.exercise))
        .collect();
    table.sort();
    table.dedup();
    let place = |id: &ExerciseId| table.binary_search(&id).unwrap_or(usize::MAX);
    let work = |work: &ExerciseWork| {
        let (place, text) = (place(&work.exercise), sets::write(work.sets.iter()));
        if work.note.is_empty() {
            WorkShape::Plain(place, text)
        } else {
            WorkShape::Noted(place, text, work.note.clone())
        }
    };
    let session = |session: &Session| SessionShape {
        id: session.id.to_string(),
        d: u8::try_from(session.day.day_of_month()).unwrap_or(1),
        t: session.started_at,
        l: session.lasted.map(Seconds::get),
        n: session.name.clone(),
        p: session.slot.as_ref().map(slot_out),
        e: session.edited_at - session.started_at,
        o: (session.source != Source::Legwork).then(|| source_out(session.source)),
        r: session.note.clone(),
        w: session.exercises.iter().map(work).collect(),
    };
    MonthShape {
        x: table.iter().map(|id| id.as_str().to_owned()).collect(),
        s: log.sessions.values().map(session).collect(),
        gone: log.deleted.iter().map(|(id, at)| (id.to_string(), *at)).collect(),
    }
}

/// From the stored shape.
pub fn month_in(month: Month, shape: &MonthShape) -> Read<MonthLog> {
    let table: Vec<ExerciseId> = shape.x.iter().map(|slug| slug_in(slug)).collect::<Read<_>>()?;
    let id_in = |text: &str| SessionId::parse(text).map_err(|_| Refused("session id"));
    let mut log = MonthLog::default();
    for one in &shape.s {
        let mut exercises = Vec::with_capacity(one.w.len());
        for work in &one.w {
            let (place, text, note) = match work {
                WorkShape::Plain(place, text) => (place, text, ""),
                WorkShape::Noted(place, text, note) => (place, text, note.as_str()),
            };
            exercises.push(ExerciseWork {
                exercise: table.get(*place).cloned().ok_or(Refused("exercise"))?,
                sets: sets::read(text).map_err(|_| Refused("sets"))?,
                note: note.to_owned(),
            });
        }
        let session = Session {
            id: id_in(&one.id)?,
            day: Day::try_new(month.year(), month.month(), u32::from(one.d)).map_err(|_| Refused("day"))?,
            started_at: one.t,
            lasted: one.l.map(|s| within(Seconds::try_new(i64::from(s)))).transpose()?,
            name: one.n.clone(),
            slot: one.p.as_ref().map(slot_in).transpose()?,
            exercises,
            note: one.r.clone(),
            edited_at: one.t.checked_add(one.e).ok_or(Refused("edited"))?,
            source: one.o.as_deref().map_or(Ok(Source::Legwork), source_in)?,
        };
        log.sessions.insert(session.id, session);
    }
    for (id, at) in &shape.gone {
        log.deleted.insert(id_in(id)?, *at);
    }
    Ok(log)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_has_its_word() {
        assert!(Item::ALL.into_iter().all(|item| item_in(&item_out(item)) == Ok(item)));
        assert!(Condition::ALL.into_iter().all(|one| condition_in(&condition_out(one)) == Ok(one)));
        assert!(Function::ALL.into_iter().all(|one| function_in(&function_out(one)) == Ok(one)));
        assert!(Muscle::ALL.into_iter().all(|one| muscle_in(&muscle_out(one)) == Ok(one)));
        assert!(Joint::ALL.into_iter().all(|one| joint_in(&joint_out(one)) == Ok(one)));
        let tables = [SEXES.len(), EXPERIENCES.len(), ACTIVITIES.len(), GOALS.len(), CARES.len(), PHASES.len()];
        assert_eq!(tables, [2, 3, 5, 2, 3, 3]);
        assert_eq!([MASSES.len(), LENGTHS.len(), THEMES.len(), COUNTINGS.len(), SOURCES.len()], [2; 5]);
        assert_eq!([ITEMS.len(), CONDITIONS.len(), FUNCTIONS.len(), MUSCLES.len(), JOINTS.len()], [30, 15, 10, 7, 3]);
    }

    #[test]
    fn an_unknown_word_is_refused_and_not_guessed() {
        assert_eq!(goal_in("bulk"), Err(Refused("Goal")));
    }
}
