//! Why a plan is as it is: for every choice the rule behind it and where the rule comes from, as data; the
//! words are made elsewhere.

use super::{Finisher, Phase, Plan, PlannedSession, Prescription, coverage};
use crate::domain::anatomy::{Function, Muscle};
use crate::domain::athlete::{Care, Experience, Profile};
use crate::domain::exercise::{Axial, Exercise, Item, OwnExercises, Pattern};
use crate::domain::units::{Rir, SetCount};
use crate::domain::volume::COVERAGE;

/// What was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Choice {
    Exercise,
    Sets,
    Reps,
    Effort,
    Rest,
    Order,
    Pair,
    Technique,
    Ramp,
    WarmUp,
    CoolDown,
}

/// The rule behind a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// It gives a function what little else gives.
    Covers(Function),
    /// One exercise a week is done on one leg.
    OneLeg,
    /// It trains this muscle directly.
    Trains(Muscle),
    /// It stresses a joint that needs care, and nothing better was left.
    LastResort,
    /// So many sets bring the muscle's week to this.
    WeekTarget {
        /// The muscle it gives most to.
        muscle: Muscle,
        /// The week's sets.
        week: SetCount,
        /// The band.
        band: (u8, u8),
    },
    /// No exercise gets fewer sets than two or more than five.
    SetLimits,
    /// The exercise's own range.
    OwnRange,
    /// Calves are trained heavy once and with many reps once.
    CalfRanges,
    /// Ten reps and more spare the joint.
    LighterForJoint,
    /// Effort rises from week to week.
    EffortOfWeek {
        /// The week, from 0.
        week: u8,
    },
    /// A free bar is never taken to failure.
    NeverUnderABar,
    /// The first weeks of a novice are easy.
    NoviceFirst,
    /// Effort is held back for safety or for a joint.
    HeldBack,
    /// The exercise's own rest.
    OwnRest,
    /// Rest is cut to keep the minutes, by a fifth at most.
    ShortRest,
    /// The declared priority comes first.
    PriorityFirst,
    /// Compounds come first, by what they load on the spine.
    CompoundsFirst,
    /// Isolation comes after the compounds.
    IsolationAfter,
    /// Calves come last.
    CalvesLast,
    /// Opposite muscles alternate: the same growth in less time.
    Opposites,
    /// Drops stand for the last set, to keep the minutes.
    DropsForTime,
    /// The first weeks are below the band on purpose.
    Entry,
    /// Sets rise by 5-10 % a week.
    Rises,
    /// Half the sets, two or three reps easier, before the next block.
    Deload,
    /// Long enough to be warm.
    Warm,
    /// Dropped first when minutes are short.
    CoolDownFirst,
}

/// Where a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Source {
    /// The articles that the product was conceived from, by number.
    Article(u8),
    Pelland2025,
    Remmert2025,
    Kassiano2024,
    Kubo2019,
    Maeo2024,
    Kinoshita2023,
    Schoenfeld2021,
    Refalo2024,
    Robinson2024,
    Singer2024,
    Nunes2021,
    Sodal2023,
    Scarpelli2022,
    Rogerson2024,
    /// Equal growth from supersets in a third less time (SportRxiv 419).
    Supersets,
    OurChoice,
}

/// A choice with its rule and source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Why {
    /// What was chosen.
    pub choice: Choice,
    /// The rule.
    pub rule: Rule,
    /// Its source.
    pub source: Source,
}

/// Why an exercise of a plan is asked for as it is; nothing where the plan has no such place or the exercise
/// is the person's own.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::generate::*};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// use legwork::domain::plan::why::{exercise, Choice};
/// let list = exercise(&plan, &profile, &OwnExercises::default(), 0, 0, 0);
/// assert!(list.iter().any(|why| why.choice == Choice::Exercise));
/// assert_eq!(exercise(&plan, &profile, &OwnExercises::default(), 99, 0, 0), []);
/// ```
pub fn exercise(
    plan: &Plan,
    profile: &Profile,
    own: &OwnExercises,
    week: u8,
    session: u8,
    place: u8,
) -> Vec<Why> {
    let found = plan.weeks.get(usize::from(week)).and_then(|w| {
        let session = w.sessions.get(usize::from(session))?;
        let one = session.exercises.get(usize::from(place))?;
        Some((w, session, one, one.built_in()?))
    });
    let Some((of_week, _, one, row)) = found else { return Vec::new() };
    let tally = coverage::week_tally(of_week, own);
    let mut list = Vec::new();
    let mut add = |choice, rule, source| list.push(Why { choice, rule, source });
    let careful = profile.cautions.worst(row.stresses) == Care::Careful;
    for (rule, source) in chosen(row, careful) {
        add(Choice::Exercise, rule, source);
    }
    let best = Muscle::MAIN
        .into_iter()
        .max_by_key(|muscle| (row.credit.muscle(*muscle), std::cmp::Reverse(*muscle)));
    if let Some(muscle) = best {
        let rule = Rule::WeekTarget { muscle, week: tally.muscle(muscle), band: profile.band(muscle) };
        add(
            Choice::Sets,
            rule,
            if muscle == Muscle::Calves { Source::Kassiano2024 } else { Source::Pelland2025 },
        );
    }
    if one.sets <= 2 || one.sets >= 5 {
        add(Choice::Sets, Rule::SetLimits, Source::Remmert2025);
    }
    let (rule, source) = reps(row, one, careful);
    add(Choice::Reps, rule, source);
    let (rule, source) = effort(row, one, of_week.phase, profile, week, careful);
    add(Choice::Effort, rule, source);
    let short = one.rest.get() < u32::from(row.rest);
    add(Choice::Rest, if short { Rule::ShortRest } else { Rule::OwnRest }, Source::Singer2024);
    let (rule, source) = order(row, profile);
    add(Choice::Order, rule, source);
    if one.paired_with.is_some() {
        add(Choice::Pair, Rule::Opposites, Source::Supersets);
    }
    // The generator plans drops alone; what a person added is their own choice.
    if let Some(Finisher::Drop { .. }) = one.finisher {
        add(Choice::Technique, Rule::DropsForTime, Source::Sodal2023);
    }
    list
}

/// Why the exercise itself.
fn chosen(row: &Exercise, careful: bool) -> Vec<(Rule, Source)> {
    let mut list = Vec::new();
    for (function, _) in COVERAGE {
        if row.credit.halves(function) == 2 {
            let source = match function {
                Function::RectusFemoris => Source::Kubo2019,
                Function::Gastrocnemius => Source::Kinoshita2023,
                _ => Source::Maeo2024,
            };
            list.push((Rule::Covers(function), source));
        }
    }
    if row.pattern == Pattern::BentKneeCalf {
        list.push((Rule::Covers(Function::Soleus), Source::Article(1)));
    }
    if row.unilateral && row.compound {
        list.push((Rule::OneLeg, Source::Article(0)));
    }
    if list.is_empty() {
        for muscle in Muscle::ALL {
            if row.credit.muscle(muscle) == SetCount::ONE {
                list.push((Rule::Trains(muscle), Source::Article(4)));
            }
        }
    }
    if careful {
        list.push((Rule::LastResort, Source::OurChoice));
    }
    list
}

fn reps(row: &Exercise, one: &Prescription, careful: bool) -> (Rule, Source) {
    let own = (row.reps_low.max(5), row.reps_high.max(6));
    let calf = matches!(row.pattern, Pattern::StraightKneeCalf | Pattern::BentKneeCalf);
    if careful && one.reps.0 > own.0 {
        (Rule::LighterForJoint, Source::OurChoice)
    } else if calf && one.reps != own {
        (Rule::CalfRanges, Source::Article(4))
    } else {
        (Rule::OwnRange, Source::Schoenfeld2021)
    }
}

fn effort(
    row: &Exercise,
    one: &Prescription,
    phase: Phase,
    profile: &Profile,
    week: u8,
    careful: bool,
) -> (Rule, Source) {
    if phase == Phase::Deload {
        return (Rule::Deload, Source::Rogerson2024);
    }
    if profile.experience == Experience::Novice && week < 2 {
        return (Rule::NoviceFirst, Source::OurChoice);
    }
    if careful && one.rir.0 >= Rir::TWO {
        return (Rule::HeldBack, Source::OurChoice);
    }
    let bar = row.needs.iter().any(|kit| kit.has(Item::Barbell));
    if bar && one.rir.0 == Rir::ONE {
        return (Rule::NeverUnderABar, Source::OurChoice);
    }
    (Rule::EffortOfWeek { week }, if row.compound { Source::Refalo2024 } else { Source::Robinson2024 })
}

fn order(row: &Exercise, profile: &Profile) -> (Rule, Source) {
    let first = profile
        .priority
        .is_some_and(|muscle| muscle.functions().iter().any(|function| row.credit.halves(*function) == 2));
    if first {
        (Rule::PriorityFirst, Source::Nunes2021)
    } else if matches!(row.pattern, Pattern::StraightKneeCalf | Pattern::BentKneeCalf) {
        (Rule::CalvesLast, Source::Article(4))
    } else if row.compound || row.axial == Axial::High {
        (Rule::CompoundsFirst, Source::Article(4))
    } else {
        (Rule::IsolationAfter, Source::Article(4))
    }
}

/// Why a session begins and ends as it does.
///
/// ```
/// # use legwork::domain::{athlete::ProfileDraft, calendar::Day, exercise::*, id::PlanId, plan::generate::*};
/// # let (profile, id, today) = (ProfileDraft::example_profile(), PlanId::new(1, [0; 10]), Day::EPOCH);
/// # let limits = PlanLimits::default();
/// # let plan = generate(&Request { profile: &profile, limits, id, today, starts: today, recent: None });
/// use legwork::domain::plan::why::{session, Choice};
/// assert_eq!(session(&plan.weeks[0].sessions[0])[0].choice, Choice::WarmUp);
/// ```
pub fn session(session: &PlannedSession) -> Vec<Why> {
    let mut list = vec![Why { choice: Choice::WarmUp, rule: Rule::Warm, source: Source::Article(4) }];
    if session.cool_down.get() == 0 {
        list.push(Why { choice: Choice::CoolDown, rule: Rule::CoolDownFirst, source: Source::OurChoice });
    }
    list
}

/// Why a week has as many sets as it has.
///
/// ```
/// use legwork::domain::plan::{Phase, why::{week, Rule}};
/// assert_eq!(week(Phase::Deload).rule, Rule::Deload);
/// ```
pub fn week(phase: Phase) -> Why {
    let (rule, source) = match phase {
        Phase::Entry => (Rule::Entry, Source::OurChoice),
        Phase::Working => (Rule::Rises, Source::Scarpelli2022),
        Phase::Deload => (Rule::Deload, Source::Rogerson2024),
    };
    Why { choice: Choice::Ramp, rule, source }
}
