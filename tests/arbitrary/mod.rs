//! Any logbook at all, for property tests: every value that the domain's types can hold.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use legwork::domain::anatomy::{Credit, Function, Muscle};
use legwork::domain::athlete::{
    Activity, Care, Cautions, Experience, Goal, Profile, Sex, TrainingDays, WEEK,
};
use legwork::domain::body::BodyLog;
use legwork::domain::body::girth::{GirthLog, Reading, Site};
use legwork::domain::calendar::Day;
use legwork::domain::diagnosis::{
    Factor, PastFinding, PastVerdict, Standing, Subject, Verdict, VerdictHistory,
};
use legwork::domain::exercise::{CustomExercise, ExerciseId, Item, Joint, Kit, OwnExercises, Pattern};
use legwork::domain::id::{PlanId, SessionId};
use legwork::domain::logbook::Logbook;
use legwork::domain::nutrition::diet::{Diet, ProteinShare, SavedMeal, TargetMove};
use legwork::domain::nutrition::expenditure::Formula;
use legwork::domain::nutrition::waking::Waking;
use legwork::domain::nutrition::{FoodDay, FoodLog};
use legwork::domain::ordered::{OrderedMap, OrderedSet};
use legwork::domain::plan::{
    Compromise, Finisher, Phase, Plan, PlannedSession, PlannedWeek, Plans, Prescription, Reason, Remedy,
    Shortfall, Slot,
};
use legwork::domain::recovery::{Morning, PainSince, Readiness, RecoveryLog, SleepQuality, Soreness};
use legwork::domain::safety::{Condition, Pain, PainScore, Raised, RedFlag, SafetyAnswers};
use legwork::domain::settings::{Counting, LengthUnit, MassUnit, Settings, Signals, Theme};
use legwork::domain::training::calibration::{Guess, Trial};
use legwork::domain::training::loading::{Inventory, Iron, Means, PlatePairs};
use legwork::domain::training::{
    Done, Draft, DraftExercise, DraftSet, Effort, ExerciseWork, Rest, Session, SetEntry, SetKind, Side,
    Source, StopReason, TrainingLog,
};
use legwork::domain::units::{
    Grams, Kcal, Kg, Millilitres, Millimetres, Minutes, PerMille, Reps, Rir, Seconds, SetCount, Years,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

macro_rules! unit {
    ($name:ident, $unit:ty) => {
        fn $name() -> impl Strategy<Value = $unit> {
            let (low, high) = (i64::from(<$unit>::MIN), i64::from(<$unit>::MAX));
            prop_oneof![1 => Just(low), 1 => Just(high), 8 => low..=high].prop_map(<$unit>::saturating)
        }
    };
}
unit!(kg, Kg);
unit!(reps, Reps);
unit!(rir, Rir);
unit!(seconds, Seconds);
unit!(minutes, Minutes);
unit!(years, Years);
unit!(millimetres, Millimetres);
unit!(per_mille, PerMille);
unit!(kcal, Kcal);
unit!(grams, Grams);

fn map_of<K: std::fmt::Debug + Ord, V: std::fmt::Debug>(
    key: impl Strategy<Value = K>,
    value: impl Strategy<Value = V>,
    size: std::ops::Range<usize>,
) -> impl Strategy<Value = OrderedMap<K, V>> {
    vec((key, value), size).prop_map(|list| list.into_iter().collect())
}

fn set_of<K: std::fmt::Debug + Ord>(
    member: impl Strategy<Value = K>,
    size: std::ops::Range<usize>,
) -> impl Strategy<Value = OrderedSet<K>> {
    vec(member, size).prop_map(|list| list.into_iter().collect())
}

fn day() -> impl Strategy<Value = Day> {
    let first = Day::parse("1900-01-01").unwrap().number();
    let last = Day::parse("2200-12-31").unwrap().number();
    let number = prop_oneof![8 => 20_400..20_900_i64, 1 => first..=last, 1 => Just(first), 1 => Just(last)];
    number.prop_map(|number| Day::from_number(number).unwrap())
}

fn millis() -> impl Strategy<Value = i64> {
    prop_oneof![8 => 1_780_000_000_000..1_800_000_000_000_i64, 1 => any::<i64>(), 1 => Just(0)]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![4 => Just(String::new()), 3 => "[a-zA-Zäß ,\"\\\\]{0,12}", 1 => "[\\s\\S]{0,12}", 1 => "\\PC{0,12}"]
}

fn slug() -> impl Strategy<Value = ExerciseId> {
    let text = prop_oneof![
        6 => select(vec!["high-bar-back-squat", "leg-extension", "seated-leg-curl", "barbell-hip-thrust"]).prop_map(str::to_owned),
        2 => "own-[a-z0-9]{1,8}",
        1 => "[a-z0-9-]{1,80}",
    ];
    text.prop_map(|text| ExerciseId::parse(&text).unwrap())
}

fn session_id() -> impl Strategy<Value = SessionId> {
    (millis(), any::<[u8; 10]>()).prop_map(|(millis, random)| SessionId::new(millis, random))
}

fn plan_id() -> impl Strategy<Value = PlanId> {
    (0..3_i64, 0..3_u8).prop_map(|(millis, random)| PlanId::new(millis, [random; 10]))
}

fn slot() -> impl Strategy<Value = Slot> {
    (plan_id(), any::<u8>(), any::<u8>()).prop_map(|(plan, week, session)| Slot { plan, week, session })
}

/// Any set.
pub fn set_entry() -> impl Strategy<Value = SetEntry> {
    let done = prop_oneof![
        4 => reps().prop_map(Done::Reps),
        1 => (seconds(), any::<u32>()).prop_map(|(seconds, metres)| Done::Timed { seconds, metres }),
    ];
    let effort = (option::of(rir()), any::<bool>()).prop_map(|(rir, confirmed)| Effort { rir, confirmed });
    let kinds =
        [SetKind::Work, SetKind::WarmUp, SetKind::Drop, SetKind::RestPause, SetKind::Myo, SetKind::Partial]
            .to_vec();
    let sides = [Side::Both, Side::Left, Side::Right].to_vec();
    let load = prop_oneof![Just(Kg::ZERO), Just(Kg::saturating(82_500)), kg()];
    (load, done, effort, select(kinds), select(sides), option::of(select(StopReason::ALL.to_vec())))
        .prop_map(|(load, done, effort, kind, side, stop)| SetEntry { load, done, effort, kind, side, stop })
}

fn work() -> impl Strategy<Value = ExerciseWork> {
    let parts = (slug(), vec(set_entry(), 0..6), text(), pain());
    parts.prop_map(|(exercise, sets, note, pain)| ExerciseWork { exercise, sets, note, pain })
}

/// Any recorded session.
pub fn session() -> impl Strategy<Value = Session> {
    let moments = (millis(), millis(), option::of(seconds()));
    let source = select(vec![
        Source::Legwork,
        Source::Strong,
        Source::Hevy,
        Source::FitNotes,
        Source::Liftosaur,
        Source::LiftLog,
        Source::Fitbod,
        Source::AlphaProgression,
    ]);
    (session_id(), day(), moments, (text(), text()), option::of(slot()), vec(work(), 0..5), source).prop_map(
        |(id, day, (started_at, edited_at, lasted), (name, note), slot, exercises, source)| Session {
            id,
            day,
            started_at,
            lasted,
            name,
            slot,
            exercises,
            note,
            edited_at,
            source,
        },
    )
}

/// Any log, deletions included.
pub fn log() -> impl Strategy<Value = TrainingLog> {
    (vec(session(), 0..6), vec((session(), millis()), 0..3)).prop_map(|(sessions, deleted)| {
        let mut log = TrainingLog::default();
        for (session, at) in deleted {
            let id = session.id;
            log.record(session);
            log.delete(id, at);
        }
        for session in sessions {
            log.record(session);
        }
        log
    })
}

fn prescription() -> impl Strategy<Value = Prescription> {
    let finisher = option::of(prop_oneof![
        (any::<u16>(), any::<u8>()).prop_map(|(per_mille, times)| Finisher::Drop { per_mille, times }),
        any::<(u8, u8)>().prop_map(|(pause, bouts)| Finisher::RestPause { pause, bouts }),
        any::<(u8, u8, u8)>().prop_map(|(pause, minis, reps)| Finisher::MyoReps { pause, minis, reps }),
        any::<u8>().prop_map(|reps| Finisher::Partials { reps }),
        (any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(down, pause, up)| Finisher::Tempo {
            down,
            pause,
            up
        }),
    ]);
    (slug(), any::<u8>(), any::<(u8, u8)>(), (rir(), rir()), seconds(), option::of(any::<u8>()), finisher)
        .prop_map(|(exercise, sets, reps, rir, rest, paired_with, finisher)| Prescription {
            exercise,
            sets,
            reps,
            rir,
            rest,
            paired_with,
            finisher,
        })
}

fn compromise() -> impl Strategy<Value = Compromise> {
    let muscle = || select(Muscle::ALL.to_vec());
    let sets = || any::<u32>().prop_map(SetCount::from_32nds);
    let shortfall = prop_oneof![
        (muscle(), sets(), any::<u8>()).prop_map(|(muscle, planned, low)| Shortfall::BelowBand {
            muscle,
            planned,
            low
        }),
        (select(Function::ALL.to_vec()), sets(), any::<u8>())
            .prop_map(|(function, planned, wanted)| Shortfall::Coverage { function, planned, wanted }),
        (muscle(), sets(), sets()).prop_map(|(muscle, planned, wanted)| Shortfall::BelowRamp {
            muscle,
            planned,
            wanted
        }),
        Just(Shortfall::NoUnilateral),
        muscle().prop_map(|muscle| Shortfall::Frequency { muscle }),
        Just(Shortfall::CloseTogether),
        any::<u8>().prop_map(|weeks| Shortfall::EntryWeeks { weeks }),
        Just(Shortfall::Shortened),
    ];
    let mut reasons = vec![
        Reason::Equipment,
        Reason::Skill,
        Reason::Minutes,
        Reason::Sessions,
        Reason::SessionCap,
        Reason::BandHigh,
        Reason::Ramp,
        Reason::Days,
        Reason::Safety,
    ];
    reasons.extend(Joint::ALL.map(Reason::Caution));
    let remedy = prop_oneof![
        Just(Remedy::OneMoreSession),
        any::<u16>().prop_map(Remedy::MoreMinutes),
        select(Item::ALL.to_vec()).prop_map(Remedy::Get),
        Just(Remedy::SpreadDays),
        Just(Remedy::Wait),
    ];
    (shortfall, select(reasons), option::of(remedy)).prop_map(|(shortfall, reason, remedy)| Compromise {
        shortfall,
        reason,
        remedy,
    })
}

fn plan() -> impl Strategy<Value = Plan> {
    let session = (select(WEEK.to_vec()), vec(prescription(), 0..4), minutes(), minutes()).prop_map(
        |(weekday, exercises, warm_up, cool_down)| PlannedSession { weekday, exercises, warm_up, cool_down },
    );
    let week = (select(vec![Phase::Entry, Phase::Working, Phase::Deload]), vec(session, 0..3))
        .prop_map(|(phase, sessions)| PlannedWeek { phase, sessions });
    (plan_id(), day(), day(), vec(week, 0..3), vec(compromise(), 0..4)).prop_map(
        |(id, created, starts, weeks, compromises)| Plan { id, created, starts, weeks, compromises },
    )
}

fn plans() -> impl Strategy<Value = Plans> {
    (vec(plan(), 0..3), option::of(plan_id())).prop_map(|(list, active)| Plans { list, active })
}

fn profile() -> impl Strategy<Value = Profile> {
    let body = (
        years(),
        option::of(select(vec![Sex::Female, Sex::Male])),
        option::of(millimetres()),
        option::of(kg()),
        option::of(per_mille()),
    );
    let days = vec(select(WEEK.to_vec()), 1..5).prop_map(|days| TrainingDays::try_new(&days).unwrap());
    let care = || select(vec![Care::None, Care::Careful, Care::Avoid]);
    let cautions = (care(), care(), care()).prop_map(|(knee, back, hip)| {
        let mut cautions = Cautions::default();
        cautions.set(Joint::Knee, knee);
        cautions.set(Joint::Back, back);
        cautions.set(Joint::Hip, hip);
        cautions
    });
    let kit = any::<u64>().prop_map(Kit::from_bits);
    let activities =
        vec![Activity::Sedentary, Activity::Light, Activity::Moderate, Activity::High, Activity::VeryHigh];
    let choices = (
        select(vec![Experience::Novice, Experience::Intermediate, Experience::Advanced]),
        select(activities),
        select(vec![Goal::Gain, Goal::Maintain]),
        option::of(select(Muscle::ALL.to_vec())),
    );
    let bands = map_of(select(Muscle::ALL.to_vec()), any::<(u8, u8)>(), 0..4);
    (body, days, minutes(), kit, cautions, choices, bands).prop_map(
        |((age, sex, height, weight, body_fat), days, minutes, kit, cautions, choices, bands)| {
            let (experience, activity, goal, priority) = choices;
            Profile {
                age,
                sex,
                height,
                weight,
                body_fat,
                experience,
                days,
                minutes,
                kit,
                priority,
                cautions,
                activity,
                goal,
                bands,
            }
        },
    )
}

fn safety() -> impl Strategy<Value = SafetyAnswers> {
    let raised = (select(RedFlag::EVERYBODY.to_vec()), day(), option::of(day()))
        .prop_map(|(flag, on, cleared_on)| Raised { flag, on, cleared_on });
    (option::of(set_of(select(Condition::ALL.to_vec()), 0..5)), option::of(day()), vec(raised, 0..3))
        .prop_map(|(conditions, cleared_on, raised)| SafetyAnswers { conditions, cleared_on, raised })
}

fn settings() -> impl Strategy<Value = Settings> {
    (
        select(vec![MassUnit::Kilograms, MassUnit::Pounds]),
        select(vec![LengthUnit::Centimetres, LengthUnit::FeetAndInches]),
        option::of(select(vec![Theme::Light, Theme::Dark])),
        option::of(select(WEEK.to_vec())),
        select(vec![Counting::Fractional, Counting::DirectOnly]),
        (option::of(day()), option::of(any::<u32>())),
        [any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()],
        [option::of(day()), option::of(day())],
    )
        .prop_map(
            |(
                mass,
                length,
                theme,
                week_start,
                counting,
                (exported_on, exported_sessions),
                signals,
                [put_off, reviewed],
            )| {
                Settings {
                    mass,
                    length,
                    theme,
                    week_start,
                    counting,
                    exported_on,
                    exported_sessions,
                    signals: Signals {
                        sound: signals[0],
                        vibration: signals[1],
                        notification: signals[2],
                        awake: signals[3],
                    },
                    put_off,
                    reviewed,
                }
            },
        )
}

fn pain() -> impl Strategy<Value = Option<Pain>> {
    let score = option::of((0..=10_i64).prop_map(PainScore::saturating));
    (score, any::<bool>()).prop_map(|(score, sharp)| Pain::said(score, sharp))
}

fn iron() -> impl Strategy<Value = Iron> {
    (0..=100_000_u32, select(vec![MassUnit::Kilograms, MassUnit::Pounds]))
        .prop_map(|(hundredths, unit)| Iron::hundredths(hundredths, unit))
}

/// Anything to load with.
pub fn gym() -> impl Strategy<Value = Inventory> {
    let means = prop_oneof![
        iron().prop_map(Means::Plates),
        [iron(), iron(), iron()].prop_map(|[least, most, step]| Means::Even { least, most, step }),
        vec(iron(), 0..4).prop_map(Means::Listed),
        iron().prop_map(Means::Steps),
    ];
    let pairs = (iron(), any::<u8>()).prop_map(|(plate, pairs)| PlatePairs { plate, pairs });
    let unit = select(vec![MassUnit::Kilograms, MassUnit::Pounds]);
    (unit, vec(pairs, 0..4), vec((select(Item::ALL.to_vec()), means), 0..4))
        .prop_map(|(unit, plates, said)| Inventory { unit, plates, said })
}

fn trial() -> impl Strategy<Value = Trial> {
    let patterns = vec![Pattern::LegPress, Pattern::KneeExtension, Pattern::Jump, Pattern::BentKneeCalf];
    (day(), select(patterns), 0..=10_i64, any::<u8>()).prop_map(|(day, pattern, claimed, further)| Trial {
        day,
        pattern,
        claimed: Rir::saturating(claimed),
        further,
    })
}

/// Anything chosen of eating.
fn diet() -> impl Strategy<Value = Diet> {
    let chosen = (
        select(Formula::ALL.to_vec()),
        option::of(kcal()),
        option::of(kcal()),
        option::of((0..=50_i64).prop_map(ProteinShare::saturating)),
    );
    let moves = vec((day(), kcal(), kcal()).prop_map(|(day, from, to)| TargetMove { day, from, to }), 0..3);
    let hours = (0..1440_u16, 0..1440_u16).prop_map(|(wakes, sleeps)| Waking { wakes, sleeps });
    let meal = (text(), kcal(), grams()).prop_map(|(name, kcal, protein)| SavedMeal { name, kcal, protein });
    let saved = vec(meal, 0..3).prop_map(|mut saved: Vec<SavedMeal>| {
        saved.dedup_by_key(|meal| meal.name.to_ascii_lowercase());
        saved
    });
    let times = proptest::collection::btree_set(0..1440_u16, 0..=5).prop_map(|set| set.into_iter().collect());
    (chosen, moves, hours, 3..=5_u8, option::of(0..1440_u16), times, saved).prop_map(
        |((formula, maintenance, surplus, protein), moves, waking, meals, lifts_at, own_times, saved)| Diet {
            formula,
            maintenance,
            surplus,
            protein,
            moves,
            waking,
            meals,
            lifts_at,
            own_times,
            saved,
        },
    )
}

/// Any verdicts, a day each.
fn verdicts() -> impl Strategy<Value = VerdictHistory> {
    let subject = prop_oneof![
        Just(Subject::Person),
        select(Muscle::ALL.to_vec()).prop_map(Subject::Muscle),
        select(Function::ALL.to_vec()).prop_map(Subject::Function),
        slug().prop_map(Subject::Exercise),
    ];
    let standing = select(vec![Standing::Limiting, Standing::WorthFixing]);
    let finding = (select(Factor::ALL.to_vec()), subject, 0..=1000_u16, standing, option::of(day()))
        .prop_map(|(factor, subject, thousandths, standing, fixed_on)| PastFinding {
            factor,
            subject,
            severity: f64::from(thousandths) / 1000.0,
            standing,
            fixed_on,
        });
    let verdict = select(vec![Verdict::Stop, Verdict::Limited, Verdict::Nothing, Verdict::NotEnough]);
    map_of(day(), (verdict, vec(finding, 0..3)), 0..3).prop_map(|days| VerdictHistory {
        list: days
            .into_iter()
            .map(|(day, (verdict, findings))| PastVerdict { day, verdict, findings })
            .collect(),
    })
}

/// Anything said of girths and mornings.
fn girths() -> impl Strategy<Value = GirthLog> {
    let reading = (select(Site::ALL.to_vec()), 150..=1200_i64)
        .prop_map(|(site, mm)| Reading { site, girth: Millimetres::saturating(mm) });
    map_of(day(), vec(reading, 1..4), 0..3).prop_map(|days| GirthLog { days })
}

fn mornings() -> impl Strategy<Value = RecoveryLog> {
    let morning = (
        option::of(select(vec![Soreness::None, Soreness::Some, Soreness::Strong])),
        option::of(select(vec![Readiness::Low, Readiness::Usual, Readiness::High])),
        option::of(select(vec![SleepQuality::Poor, SleepQuality::Fair, SleepQuality::Good])),
        option::of(select(vec![PainSince::Better, PainSince::Same, PainSince::Worse])),
    )
        .prop_map(|(soreness, readiness, sleep, pain)| Morning { soreness, readiness, sleep, pain });
    map_of(day(), morning, 0..3).prop_map(|days| RecoveryLog { days })
}

fn exercises() -> impl Strategy<Value = OwnExercises> {
    let credit = vec((select(Function::ALL.to_vec()), 0..=2_u8), 0..5).prop_map(|pairs| Credit::of(&pairs));
    let own = (slug(), text(), credit, option::of(slug()), any::<bool>())
        .prop_map(|(id, name, credit, like, hidden)| CustomExercise { id, name, credit, like, hidden });
    (vec(own, 0..4), map_of((text(), text()), slug(), 0..4)).prop_map(|(list, names)| OwnExercises {
        list: list.into_iter().map(|own| (own.id.clone(), own)).collect(),
        names,
    })
}

/// Any running session: each moment once, in order, and none of those taken back.
pub fn draft() -> impl Strategy<Value = Draft> {
    let set = (millis(), set_entry()).prop_map(|(at, entry)| DraftSet { at, entry });
    let guess = (any::<u8>(), rir()).prop_map(|(at, claimed)| Guess { at, claimed });
    let said = (pain(), option::of(guess));
    let exercise = (slug(), option::of(prescription()), vec(set, 0..4), text(), said).prop_map(
        |(exercise, planned, sets, note, (pain, guess))| DraftExercise {
            exercise,
            planned,
            sets,
            note,
            pain,
            guess,
        },
    );
    let rest = (millis(), seconds()).prop_map(|(ends_at, length)| Rest { ends_at, length });
    let texts = (text(), text());
    let parts = (vec(exercise, 0..4), 0..9_usize, option::of(rest), set_of(millis(), 0..3), any::<bool>());
    (session_id(), day(), millis(), option::of(slot()), texts, parts).prop_map(
        |(id, day, started_at, slot, (name, note), (mut exercises, current, rest, undone, untried))| {
            let mut taken = undone.clone();
            for exercise in &mut exercises {
                exercise.sets.retain(|set| taken.insert(set.at));
                exercise.sets.sort_by_key(|set| set.at);
            }
            Draft { id, day, started_at, slot, name, exercises, current, rest, undone, note, untried }
        },
    )
}

/// Any logbook.
pub fn logbook() -> impl Strategy<Value = Logbook> {
    let body = (map_of(day(), kg(), 0..4), map_of(day(), minutes(), 0..4), girths(), mornings())
        .prop_map(|(weights, sleep, girths, mornings)| BodyLog { weights, sleep, girths, mornings });
    let food = (
        option::of(kcal()),
        option::of(grams()),
        option::of((0..=20_000_i64).prop_map(Millilitres::saturating)),
    )
        .prop_map(|(kcal, protein, water)| FoodDay { kcal, protein, water });
    let food = map_of(day(), food, 0..5).prop_map(|days| FoodLog { days });
    let person = (option::of(profile()), safety(), settings(), exercises());
    let trials = vec(trial(), 0..3).prop_map(|mut trials| {
        trials.sort_by_key(|trial| trial.day);
        trials
    });
    let lifting = (option::of(gym()), trials, diet(), verdicts());
    (person, plans(), body, food, option::of(draft()), log(), lifting).prop_map(
        |(
            (profile, safety, settings, exercises),
            plans,
            body,
            food,
            draft,
            log,
            (gym, trials, diet, verdicts),
        )| {
            Logbook {
                profile,
                safety,
                plans,
                settings,
                exercises,
                body,
                food,
                draft,
                gym,
                trials,
                diet,
                verdicts,
                log,
            }
        },
    )
}
