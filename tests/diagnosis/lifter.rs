//! A simulated lifter: strength that grows or does not, days that are kept or not, sets that end early or
//! not, food and sleep with the unrest of real ones. It knows nothing of the rules that judge its log.

use legwork::domain::anatomy::Muscle;
use legwork::domain::athlete::{Experience, Profile, ProfileDraft, Sex, TrainingDays};
use legwork::domain::calendar::{Day, Week};
use legwork::domain::exercise::{Axial, Exercise, Pattern, find};
use legwork::domain::id::{PlanId, SessionId};
use legwork::domain::logbook::Logbook;
use legwork::domain::nutrition::FoodDay;
use legwork::domain::plan::generate::{PlanLimits, Request, generate};
use legwork::domain::plan::{Phase, Plan, Prescription};
use legwork::domain::safety::SafetyAnswers;
use legwork::domain::training::{Effort, ExerciseWork, Session, SetEntry, SetKind, Side, Source, StopReason};
use legwork::domain::units::{Grams, Kcal, Kg, Millimetres, Minutes, Reps, Rir, Seconds};
use std::collections::HashMap;

/// Numbers that look random and are the same every time.
#[derive(Debug, Clone)]
pub struct Dice(pub u64);

impl Dice {
    pub fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as f64 / f64::from(1_u32 << 31)
    }

    /// About normal, mean 0, standard deviation 1.
    pub fn noise(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    pub fn chance(&mut self, share: f64) -> bool {
        self.unit() < share
    }
}

/// How somebody trains, eats and sleeps.
#[derive(Debug, Clone)]
pub struct Lifter {
    pub level: Experience,
    pub days: u8,
    /// Weeks of log up to today.
    pub weeks: i64,
    /// The day of the week of "today", from Monday.
    pub weekday: i64,
    /// Growth of strength, percent a week.
    pub growth: f64,
    /// Muscles that do not follow it, with their own growth.
    pub stuck: Vec<(Muscle, f64)>,
    /// The share of planned sessions that happens.
    pub attends: f64,
    /// True reps left beyond what was planned.
    pub early: f64,
    /// The same for one pattern.
    pub early_at: Option<(Pattern, f64)>,
    /// The share of planned sets done.
    pub sets: f64,
    /// The same for one muscle.
    pub sets_of: Option<(Muscle, f64)>,
    /// A pattern done by another exercise.
    pub instead: Vec<(Pattern, &'static str)>,
    /// A muscle whose week is all done in the first session.
    pub at_once: Option<Muscle>,
    /// Never puts more on the bar.
    pub never_raises: bool,
    /// Strength lost in the last two weeks, percent, and reps missed then.
    pub worn: f64,
    /// Body weight, percent a week; nothing logged if none.
    pub gain: Option<f64>,
    /// Grams a kilogram; nothing logged if none.
    pub protein: Option<f64>,
    /// Hours; nothing logged if none.
    pub sleep: Option<f64>,
    /// The share of sets with stated effort, and of those the touched ones.
    pub states: (f64, f64),
    /// Whether a plan is followed, or only its work is done.
    pub follows: bool,
    pub seed: u64,
}

/// Growth of somebody whom nothing holds back, percent a week.
pub fn usual_growth(level: Experience) -> f64 {
    match level {
        Experience::Novice => 1.3,
        Experience::Intermediate => 0.7,
        Experience::Advanced => 0.35,
    }
}

pub fn lifter(level: Experience, days: u8, seed: u64) -> Lifter {
    Lifter {
        level,
        days,
        weeks: 12,
        weekday: (seed % 7) as i64,
        growth: usual_growth(level),
        stuck: Vec::new(),
        attends: 1.0,
        early: 0.0,
        early_at: None,
        sets: 1.0,
        sets_of: None,
        instead: Vec::new(),
        at_once: None,
        never_raises: false,
        worn: 0.0,
        gain: Some(if level == Experience::Advanced { 0.2 } else { 0.35 }),
        protein: Some(1.95),
        sleep: Some(7.6),
        states: (0.95, 0.8),
        follows: true,
        seed,
    }
}

/// What a person can do of an exercise, and what they last had on the bar.
struct Able {
    best: f64,
    load: f64,
    topped: bool,
}

pub fn today(lifter: &Lifter) -> Day {
    Day::parse("2026-11-16").unwrap().plus(lifter.weekday)
}

impl Lifter {
    pub fn profile(&self) -> Profile {
        Profile {
            sex: Some(if self.seed.is_multiple_of(3) { Sex::Female } else { Sex::Male }),
            height: Some(Millimetres::saturating(1760)),
            weight: Some(Kg::saturating(74_000)),
            experience: self.level,
            days: TrainingDays::spread(self.days),
            minutes: Minutes::saturating(if self.days < 3 { 90 } else { 75 }),
            ..ProfileDraft::example_profile()
        }
    }

    /// The log they leave behind.
    pub fn log(&self) -> Logbook {
        let mut dice = Dice(self.seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let profile = self.profile();
        let today = today(self);
        let mut book = Logbook {
            safety: SafetyAnswers {
                conditions: Some(Default::default()),
                cleared_on: None,
                ..Default::default()
            },
            ..Logbook::default()
        };
        let mut starts = Week::of(today, chrono::Weekday::Mon).plus(-self.weeks).first();
        let first = starts;
        let mut able: HashMap<&'static str, Able> = HashMap::new();
        let mut recent = None;
        while starts < today {
            let plan = generate(&Request {
                profile: &profile,
                limits: PlanLimits::default(),
                id: PlanId::new(starts.number() * 86_400_000, [7; 10]),
                today: starts,
                starts,
                recent,
            });
            for number in 0..plan.weeks.len() {
                self.week(&plan, number, first, today, &mut able, &mut dice, &mut book);
            }
            let working = plan.weeks.iter().rev().find(|week| week.phase == Phase::Working);
            recent =
                working.map(|week| legwork::domain::plan::coverage::week_tally(week, &Default::default()));
            starts = starts.plus(7 * plan.weeks.len() as i64);
            if self.follows {
                book.plans.follow(plan);
            }
        }
        self.body(&mut book, today, &mut dice);
        book.profile = Some(profile);
        book
    }

    #[allow(clippy::too_many_arguments)]
    fn week(
        &self,
        plan: &Plan,
        number: usize,
        first: Day,
        today: Day,
        able: &mut HashMap<&'static str, Able>,
        dice: &mut Dice,
        book: &mut Logbook,
    ) {
        let slots: Vec<_> = plan.slots().filter(|(slot, _, _)| usize::from(slot.week) == number).collect();
        let deload = plan.weeks[number].phase == Phase::Deload;
        for (nth, (slot, day, session)) in slots.iter().enumerate() {
            // Missed sessions are spread, so that the share holds in any month.
            let number = day.days_since(first) / 7 * slots.len() as i64 + nth as i64;
            let turns = |number: i64| (number as f64 * self.attends + (self.seed % 10) as f64 / 10.0).floor();
            if *day >= today || turns(number + 1) == turns(number) {
                continue;
            }
            let mut todo: Vec<Prescription> = session.exercises.clone();
            if let Some(muscle) = self.at_once {
                let is = |one: &Prescription| trains(one.built_in().unwrap(), muscle);
                if nth == 0 {
                    let later = slots.iter().skip(1).flat_map(|(_, _, s)| &s.exercises);
                    todo.extend(later.filter(|one| is(one)).cloned());
                } else {
                    todo.retain(|one| !is(one));
                }
            }
            let week = day.days_since(first) as f64 / 7.0;
            let started_at = day.number() * 86_400_000 + 61_200_000;
            let exercises: Vec<ExerciseWork> = todo
                .iter()
                .filter_map(|one| self.work(one, week, today.days_since(*day), deload, able, dice))
                .collect();
            book.log.record(Session {
                id: SessionId::new(started_at, [nth as u8; 10]),
                day: *day,
                started_at,
                lasted: Seconds::try_new(4_200).ok(),
                name: String::new(),
                slot: self.follows.then_some(*slot),
                exercises,
                note: String::new(),
                edited_at: started_at + 4_200_000,
                source: Source::Legwork,
            });
        }
    }

    fn work(
        &self,
        planned: &Prescription,
        week: f64,
        ago: i64,
        deload: bool,
        able: &mut HashMap<&'static str, Able>,
        dice: &mut Dice,
    ) -> Option<ExerciseWork> {
        let mut row = planned.built_in().unwrap();
        if let Some((_, other)) = self.instead.iter().find(|(pattern, _)| *pattern == row.pattern) {
            row = find(other).unwrap();
        }
        let share = match self.sets_of {
            Some((muscle, share)) if trains(row, muscle) => share,
            _ => self.sets,
        };
        // A part of a set is done every so many times.
        let sets = (f64::from(planned.sets) * share + dice.unit() * 0.999).floor() as usize;
        let sets = if share == 1.0 { usize::from(planned.sets) } else { sets };
        if sets == 0 {
            return None;
        }
        let growth = self
            .stuck
            .iter()
            .find(|(muscle, _)| trains(row, *muscle))
            .map_or(self.growth, |(_, growth)| *growth);
        let start = start_of(row);
        let worn = if ago <= 15 { 1.0 - self.worn / 100.0 } else { 1.0 };
        let (low, high) = planned.reps;
        let middle = f64::from(low + high) / 2.0;
        let target = planned.rir.1.value();
        let early = match self.early_at {
            Some((pattern, more)) if pattern == row.pattern => more,
            _ => self.early,
        };
        let state = able.entry(row.slug).or_insert_with(|| Able {
            best: start,
            load: rounded(start / (1.0 + (middle + target + early) / 30.0), step_of(row)),
            topped: false,
        });
        state.best = start * (growth / 100.0 * week).exp() * worn;
        if state.topped && !self.never_raises && !deload {
            state.load += step_of(row);
        }
        let today_able = state.best * (1.0 + 0.012 * dice.noise());
        let mut entries = Vec::new();
        if row.compound {
            let light = SetEntry::work(kg(state.load * 0.6), Reps::saturating(6), Effort::default());
            entries.push(SetEntry { kind: SetKind::WarmUp, ..light });
        }
        let mut topped = true;
        for nth in 0..sets {
            let possible = 30.0 * (today_able / state.load - 1.0) - 0.35 * nth as f64 + 0.4 * dice.noise();
            let wanted = (possible - target - early + 0.3).floor();
            let most = f64::from(high) + if 15.0 * step_of(row) > state.load { 2.0 } else { 0.0 };
            let reps = wanted.clamp(3.0, most.max(f64::from(low)));
            let left = (possible - reps + 0.3 * dice.noise()).round().clamp(0.0, 5.0);
            topped &= reps >= most && left >= planned.rir.0.value();
            let stated = dice.chance(self.states.0);
            let effort = Effort {
                rir: stated.then(|| Rir::from_f64(left).unwrap()),
                confirmed: stated && dice.chance(self.states.1),
            };
            let mut entry = SetEntry::work(kg(state.load), Reps::saturating(reps as i64), effort);
            if stated && left >= 4.0 && dice.chance(0.6) {
                let reasons =
                    [StopReason::Breath, StopReason::Discomfort, StopReason::Back, StopReason::Time];
                entry.stop = Some(reasons[(dice.unit() * 4.0) as usize]);
            }
            if row.unilateral {
                entries.push(SetEntry { side: Side::Left, ..entry.clone() });
                entry.side = Side::Right;
            }
            entries.push(entry);
        }
        if !deload {
            state.topped = topped;
        }
        Some(ExerciseWork { exercise: row.into(), sets: entries, note: String::new(), pain: None })
    }

    fn body(&self, book: &mut Logbook, today: Day, dice: &mut Dice) {
        for back in (0..self.weeks * 7).rev() {
            let day = today.plus(-back);
            if let Some(gain) = self.gain
                && dice.chance(0.85)
            {
                let kg_now = 74.0 * (1.0 - gain / 100.0 * back as f64 / 7.0) + 0.35 * dice.noise();
                book.body.weights.insert(day, kg(kg_now));
            }
            if let Some(protein) = self.protein
                && dice.chance(0.7)
            {
                let grams = (74.0 * (protein + 0.22 * dice.noise())).round() as i64;
                let kcal = Kcal::saturating((2_800.0 + 220.0 * dice.noise()) as i64);
                let food = FoodDay { kcal: Some(kcal), protein: Some(Grams::saturating(grams)), water: None };
                book.food.days.insert(day, food);
            }
            if let Some(hours) = self.sleep
                && dice.chance(0.75)
            {
                let minutes = ((hours + 0.7 * dice.noise()) * 60.0) as i64;
                book.body.sleep.insert(day, Minutes::saturating(minutes));
            }
        }
    }
}

/// Whether an exercise is done for a muscle.
pub fn trains(row: &Exercise, muscle: Muscle) -> bool {
    muscle.functions().iter().any(|function| row.credit.halves(*function) == 2)
}

/// A one-rep max to begin with, kilograms.
fn start_of(row: &Exercise) -> f64 {
    match (row.compound, row.axial, row.unilateral) {
        (true, Axial::High, _) => 130.0,
        (true, Axial::Medium, false) => 80.0,
        (true, _, false) => 180.0,
        (true, _, true) => 48.0,
        (false, _, true) => 32.0,
        (false, _, false) => 85.0,
    }
}

fn step_of(row: &Exercise) -> f64 {
    if row.compound && !row.unilateral && row.axial == Axial::Low { 5.0 } else { 2.5 }
}

fn rounded(load: f64, step: f64) -> f64 {
    (load / step).round().max(1.0) * step
}

fn kg(load: f64) -> Kg {
    Kg::from_kg(load).unwrap()
}
