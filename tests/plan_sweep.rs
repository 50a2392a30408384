//! The sweep of the generator: every rule of science H1 asserted in every week of every block, over more
//! than twenty thousand profiles. What yields must be a named compromise; nothing else may yield.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use legwork::domain::anatomy::{Credit, Function, Muscle, Tally};
use legwork::domain::athlete::{Care, Cautions, Experience, Profile, ProfileDraft, TrainingDays, WEEK};
use legwork::domain::calendar::Day;
use legwork::domain::exercise::{Axial, Exercise, Item, Joint, Kit, OwnExercises, Pattern};
use legwork::domain::id::PlanId;
use legwork::domain::plan::generate::{PlanLimits, Request, generate};
use legwork::domain::plan::{Phase, Plan, PlannedSession, PlannedWeek, Reason, Shortfall};
use legwork::domain::plan::{coverage, dose, minutes};
use legwork::domain::units::{Minutes, Rir, SetCount};
use legwork::domain::volume::{COVERAGE, ramp_warning};
use std::collections::BTreeMap;

/// One profile of the sweep, with the person's own recent week where there is one.
struct Case {
    profile: Profile,
    recent: Option<Tally>,
    limits: PlanLimits,
}

fn days() -> Vec<TrainingDays> {
    let mut all: Vec<TrainingDays> = (1..=4).map(TrainingDays::spread).collect();
    all.push(TrainingDays::try_new(&[WEEK[5], WEEK[6]]).unwrap());
    all.push(TrainingDays::try_new(&[WEEK[0], WEEK[1], WEEK[2]]).unwrap());
    all
}

fn cautions() -> Vec<Cautions> {
    let mut all = vec![Cautions::default()];
    for joint in Joint::ALL {
        for care in [Care::Careful, Care::Avoid] {
            let mut one = Cautions::default();
            one.set(joint, care);
            all.push(one);
        }
    }
    let mut both = Cautions::default();
    both.set(Joint::Knee, Care::Avoid);
    both.set(Joint::Hip, Care::Careful);
    all.push(both);
    all
}

/// Days x minutes x equipment x experience x cautions in full; priorities, bands and histories in turn.
fn cases() -> Vec<Case> {
    let base = ProfileDraft { age: "30".into(), ..ProfileDraft::default() }.check().unwrap();
    let some = Kit::of(&[Item::Barbell, Item::Rack, Item::Cable, Item::Box, Item::FootAnchor]);
    let odd = Kit::of(&[Item::LegPress, Item::SeatedLegCurl, Item::SeatedCalf, Item::TrapBar]);
    let kits = [Kit::ALL, Kit::GYM, Kit::HOME_BARBELL, Kit::DUMBBELLS, Kit::HOTEL, Kit::NONE, some, odd];
    let priorities = [
        None,
        Some(Muscle::Quadriceps),
        None,
        Some(Muscle::Hamstrings),
        Some(Muscle::Glutes),
        None,
        Some(Muscle::Calves),
    ];
    let bands: [&[(Muscle, (u8, u8))]; 5] = [
        &[],
        &[],
        &[(Muscle::Quadriceps, (6, 12)), (Muscle::Calves, (8, 12))],
        &[],
        &[(Muscle::Glutes, (4, 30)), (Muscle::Hamstrings, (12, 16))],
    ];
    let own = Credit::of(&[
        (Function::Vasti, 2),
        (Function::HipHamstrings, 2),
        (Function::GluteusMaximus, 2),
        (Function::Gastrocnemius, 2),
    ]);
    let histories = [None, None, Some(5), None, Some(11), None, Some(16), None, None, None, Some(25)];
    let mut all = Vec::new();
    for turn in 0..2 {
        for days in days() {
            for length in [20, 30, 40, 45, 50, 60, 75, 90, 120] {
                for kit in kits {
                    for experience in [Experience::Novice, Experience::Intermediate, Experience::Advanced] {
                        for cautions in cautions() {
                            let n = all.len() + turn;
                            let profile = Profile {
                                experience,
                                days,
                                minutes: Minutes::saturating(length),
                                kit,
                                cautions,
                                priority: priorities[n % priorities.len()],
                                bands: bands[n % bands.len()].iter().copied().collect(),
                                ..base.clone()
                            };
                            let recent = histories[n % histories.len()].map(|sets| {
                                let mut tally = Tally::default();
                                tally.add(own, SetCount::whole(sets));
                                tally
                            });
                            // The young, and those who may train without progress, now and then.
                            let rir_floor = Rir::TWO;
                            let limits = match n % 13 {
                                5 => PlanLimits { min_volume: true, rir_floor, ..PlanLimits::default() },
                                11 => PlanLimits { no_progression: true, rir_floor, ..PlanLimits::default() },
                                _ => PlanLimits::default(),
                            };
                            all.push(Case { profile, recent, limits });
                        }
                    }
                }
            }
        }
    }
    all
}

fn made(case: &Case) -> Plan {
    let day = Day::parse("2026-11-16").unwrap();
    let id = PlanId::new(1, [0; 10]);
    let limits = case.limits;
    generate(&Request { profile: &case.profile, limits, id, today: day, starts: day, recent: case.recent })
}

/// What is wrong with a plan: every rule that is broken without being named.
struct Inspection<'a> {
    case: &'a Case,
    plan: &'a Plan,
    found: Vec<String>,
}

impl Inspection<'_> {
    fn must(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            self.found.push(what());
        }
    }

    fn named(&self, wanted: impl Fn(&Shortfall) -> bool) -> bool {
        self.plan.compromises.iter().any(|c| wanted(&c.shortfall))
    }

    fn run(&mut self) {
        let doses = dose::weeks(&self.case.profile, &self.case.limits, self.case.recent.as_ref());
        let own = OwnExercises::default();
        self.must(self.plan.weeks.len() == doses.len() + 1, || "weeks".into());
        self.must((4..=6).contains(&doses.len()), || "working weeks".into());
        let tallies: Vec<Tally> = self.plan.weeks.iter().map(|w| coverage::week_tally(w, &own)).collect();
        for (number, week) in self.plan.weeks.iter().enumerate() {
            self.sessions(week);
            let tally = &tallies[number];
            for (place, muscle) in Muscle::MAIN.into_iter().enumerate() {
                let (low, high) = self.case.profile.band(muscle);
                let sets = tally.muscle(muscle).sets();
                self.must(sets <= f64::from(high), || format!("{muscle:?} {sets} above {high}"));
                let Some(dose) = doses.get(number) else { continue };
                let floor = f64::from(dose.targets[place].min(f32::from(low))) - 0.5;
                let told =
                    self.named(|s| matches!(s, Shortfall::BelowBand { muscle: m, .. } if *m == muscle));
                self.must(sets >= floor || told, || {
                    format!("{muscle:?} {sets} of {floor} in week {number}, not named")
                });
                let ramp =
                    self.named(|s| matches!(s, Shortfall::BelowRamp { muscle: m, .. } if *m == muscle));
                self.must(sets > f64::from(dose.targets[place]) - 0.51 || told || ramp, || {
                    format!("{muscle:?} {sets} of {} in week {number}, not named", dose.targets[place])
                });
                if number > 0 {
                    let (before, now) = (tallies[number - 1].muscle(muscle), tally.muscle(muscle));
                    let steep = if doses[number - 1].phase == Phase::Entry {
                        // The least of an exercise, two sets, may always come in.
                        now.sets() > (before.sets() * 1.2 + 0.5).max(before.sets() + 2.0)
                    } else {
                        ramp_warning(before, now, low)
                    };
                    self.must(!steep, || {
                        format!("{muscle:?} {} to {} in week {number}", before.sets(), now.sets())
                    });
                }
            }
            if week.phase == Phase::Working {
                self.covered(week, tally);
            }
        }
        let (last, deload) = (&tallies[doses.len() - 1], &tallies[doses.len()]);
        self.must(self.plan.weeks.last().unwrap().phase == Phase::Deload, || "no deload".into());
        let sets = |week: &PlannedWeek| -> u32 {
            week.sessions.iter().flat_map(|s| &s.exercises).map(|one| u32::from(one.sets)).sum()
        };
        let (full, easy) = (&self.plan.weeks[doses.len() - 1], &self.plan.weeks[doses.len()]);
        let least = easy.sessions.iter().all(|s| s.exercises.iter().all(|one| one.sets == 2));
        self.must(sets(easy) * 100 <= sets(full) * 60 + 100 || least, || {
            format!("deload of {} to {} sets", sets(full), sets(easy))
        });
        for muscle in Muscle::MAIN {
            let (before, now) = (last.muscle(muscle).sets(), deload.muscle(muscle).sets());
            let fair = now >= before / 2.0 - 1.5 && now <= before;
            self.must(fair, || format!("deload {muscle:?} {before} to {now}"));
        }
        self.truthful(&doses, &tallies);
    }

    fn sessions(&mut self, week: &PlannedWeek) {
        let own = OwnExercises::default();
        let profile = &self.case.profile;
        self.must(week.sessions.len() == usize::from(profile.days.count()), || "sessions".into());
        for session in &week.sessions {
            self.must(profile.days.has(session.weekday), || format!("{:?}", session.weekday));
            self.must((1..=6).contains(&session.exercises.len()), || "exercises".into());
            let takes = minutes::rounded(session);
            self.must(takes <= profile.minutes, || format!("{takes:?} of {:?}", profile.minutes));
            self.must(session.warm_up.get() >= 5, || "warm-up".into());
            let tally = coverage::session_tally(session, &own);
            for muscle in Muscle::MAIN {
                let sets = tally.muscle(muscle).sets();
                self.must(sets <= 11.0, || format!("{muscle:?} {sets} in a session"));
            }
            self.exercises(session, week.phase);
        }
    }

    fn exercises(&mut self, session: &PlannedSession, phase: Phase) {
        let profile = &self.case.profile;
        let novice = profile.experience == Experience::Novice;
        let mut slugs: Vec<&str> = Vec::new();
        let mut order = Vec::new();
        for (place, one) in session.exercises.iter().enumerate() {
            let row = one.built_in().expect("only built-in exercises are prescribed");
            let slug = row.slug;
            self.must(!slugs.contains(&slug), || format!("{slug} twice"));
            slugs.push(slug);
            self.must(row.prescribable() && row.possible_with(profile.kit), || format!("{slug} impossible"));
            self.must(!novice || row.skill <= 2, || format!("{slug} too skilled"));
            let care = profile.cautions.worst(row.stresses);
            self.must(care != Care::Avoid, || format!("{slug} to be avoided"));
            if care == Care::Careful {
                let skill = if row.pattern == Pattern::Hinge { 2 } else { 1 };
                let easy = row.skill <= skill && row.axial != Axial::High;
                self.must(easy && one.reps.0 >= 10 && one.rir.0 >= Rir::TWO, || format!("{slug} careful"));
            }
            self.must((2..=5).contains(&one.sets), || format!("{slug} x {}", one.sets));
            self.must(one.reps.0 >= 5 && one.reps.0 < one.reps.1 && one.reps.1 <= 30, || {
                format!("{slug} {:?}", one.reps)
            });
            let rest = one.rest.get() * 10 >= u32::from(row.rest) * 8;
            self.must(rest && one.rest.get() <= u32::from(row.rest), || {
                format!("{slug} rest {:?}", one.rest)
            });
            self.must(one.rir.0 >= self.case.limits.rir_floor, || format!("{slug} {:?}", one.rir));
            self.must(one.rir.0 <= one.rir.1, || format!("{slug} {:?}", one.rir));
            if row.needs.iter().any(|kit| kit.has(Item::Barbell)) {
                self.must(one.rir.0 > Rir::ZERO, || format!("{slug} to failure"));
            }
            if one.finisher.is_some() {
                let held_back = self.case.limits.rir_floor >= Rir::TWO;
                let allowed = !novice && !held_back && !row.compound && one.paired_with.is_none();
                self.must(allowed && phase != Phase::Deload, || format!("{slug} drops"));
            }
            if let Some(partner) = one.paired_with {
                let other = &session.exercises[usize::from(partner)];
                let both = row.compound || other.built_in().unwrap().compound;
                let mutual = other.paired_with.map(usize::from) == Some(place);
                self.must(mutual && !both && usize::from(partner) != place, || format!("{slug} pair"));
            }
            order.push(standing_in_session(row, profile.priority));
        }
        self.must(order.is_sorted(), || format!("order {slugs:?}"));
    }

    fn covered(&mut self, week: &PlannedWeek, tally: &Tally) {
        for (function, wanted) in COVERAGE {
            let sets = coverage::covers(week, function, &OwnExercises::default());
            let told = self.named(|s| matches!(s, Shortfall::Coverage { function: f, .. } if *f == function));
            self.must(sets >= SetCount::whole(u32::from(wanted)) || told, || {
                format!("{function:?} {} of {wanted}, not named", sets.sets())
            });
        }
        let rows = || week.sessions.iter().flat_map(|s| &s.exercises).filter_map(|one| one.built_in());
        let one_leg = rows().any(|row| row.unilateral && row.compound);
        let told = self.named(|s| *s == Shortfall::NoUnilateral);
        self.must(one_leg || told, || "no work on one leg, not named".into());
        let bent = rows().any(|row| row.pattern == Pattern::BentKneeCalf);
        let told = self.named(|s| matches!(s, Shortfall::Coverage { function: Function::Soleus, .. }));
        self.must(bent || told, || "no bent-knee calf work, not named".into());
        let own = OwnExercises::default();
        let sessions: Vec<Tally> = week.sessions.iter().map(|s| coverage::session_tally(s, &own)).collect();
        for muscle in Muscle::MAIN {
            let times = sessions.iter().filter(|t| t.muscle(muscle) >= SetCount::ONE).count();
            let told = self.named(|s| matches!(s, Shortfall::Frequency { muscle: m } if *m == muscle));
            let none = tally.muscle(muscle) == SetCount::ZERO;
            self.must(times >= 2 || told || none, || format!("{muscle:?} {times} times, not named"));
        }
        let four = SetCount::whole(4);
        let places: Vec<i64> =
            week.sessions.iter().map(|s| i64::from(s.weekday.num_days_from_monday())).collect();
        let close = (0..places.len()).any(|at| {
            let next = (at + 1) % places.len();
            places.len() > 1
                && (places[next] - places[at]).rem_euclid(7) == 1
                && Muscle::MAIN
                    .iter()
                    .any(|m| sessions[at].muscle(*m) >= four && sessions[next].muscle(*m) >= four)
        });
        let told = self.named(|s| *s == Shortfall::CloseTogether);
        self.must(!close || told, || "hard sessions a day apart, not named".into());
    }

    /// A compromise that is named is real, and has a reason that fits.
    fn truthful(&mut self, doses: &[dose::WeekDose], tallies: &[Tally]) {
        let least = |value: &dyn Fn(&Tally) -> SetCount| {
            let working = doses.iter().zip(tallies).filter(|(dose, _)| dose.phase == Phase::Working);
            working.map(|(_, tally)| value(tally)).min().unwrap_or_default()
        };
        let mut seen: Vec<&Shortfall> = Vec::new();
        for one in &self.plan.compromises {
            let real = match &one.shortfall {
                Shortfall::BelowBand { muscle, planned, low } => {
                    let least = least(&|tally| tally.muscle(*muscle));
                    *planned == least && least < SetCount::whole(u32::from(*low))
                }
                Shortfall::BelowRamp { muscle, planned, wanted } => {
                    let mut weeks = tallies.iter().zip(doses);
                    let place = Muscle::MAIN.iter().position(|known| known == muscle).unwrap();
                    weeks.any(|(tally, dose)| {
                        let target = SetCount::from_f64(f64::from(dose.targets[place]));
                        tally.muscle(*muscle) == *planned && target == *wanted
                    }) && *planned < *wanted
                }
                Shortfall::Coverage { function: Function::Soleus, .. } => true,
                Shortfall::Coverage { function, planned, wanted } => {
                    let own = OwnExercises::default();
                    let working = self.plan.weeks.iter().filter(|week| week.phase == Phase::Working);
                    let least =
                        working.map(|week| coverage::covers(week, *function, &own)).min().unwrap_or_default();
                    *planned == least && least < SetCount::whole(u32::from(*wanted))
                }
                Shortfall::EntryWeeks { weeks } => {
                    let entry = doses.iter().filter(|dose| dose.phase == Phase::Entry).count();
                    usize::from(*weeks) == entry && entry <= 2
                }
                Shortfall::Shortened => self.plan.weeks[0].sessions.iter().any(|s| s.cool_down.get() == 0),
                _ => true,
            };
            let joint = match one.reason {
                Reason::Caution(joint) => self.case.profile.cautions.of(joint) != Care::None,
                _ => true,
            };
            if !real || !joint || seen.contains(&&one.shortfall) {
                self.found.push(format!("not true: {one:?}"));
            }
            seen.push(&one.shortfall);
        }
    }
}

/// Priority, then compounds by what they load on the spine, isolation, calves.
fn standing_in_session(row: &Exercise, priority: Option<Muscle>) -> (bool, u8) {
    let first = priority.is_some_and(|m| m.functions().iter().any(|f| row.credit.halves(*f) == 2));
    let calf = matches!(row.pattern, Pattern::StraightKneeCalf | Pattern::BentKneeCalf);
    (!first, if calf { 2 } else { u8::from(!row.compound) })
}

fn kind(shortfall: &Shortfall) -> &'static str {
    match shortfall {
        Shortfall::BelowBand { .. } => "below_band",
        Shortfall::BelowRamp { .. } => "below_ramp",
        Shortfall::Coverage { function: Function::Soleus, .. } => "bent_knee",
        Shortfall::Coverage { .. } => "coverage",
        Shortfall::NoUnilateral => "no_unilateral",
        Shortfall::Frequency { .. } => "frequency",
        Shortfall::CloseTogether => "close_together",
        Shortfall::EntryWeeks { .. } => "entry_weeks",
        Shortfall::Shortened => "shortened",
    }
}

#[test]
fn who_has_a_gym_time_and_sound_joints_falls_short_of_nothing() {
    let mut seen = 0;
    for case in cases() {
        let profile = &case.profile;
        // Science H3's minutes with the ladder for 10/10/10/12, and the five that a greedy choice may need.
        let enough = match profile.days.count() {
            2 => 42,
            3 => 32,
            4 => 28,
            _ => u16::MAX,
        };
        let equipped = profile.kit == Kit::ALL || profile.kit == Kit::GYM;
        let sound = profile.cautions == Cautions::default() && profile.bands.is_empty();
        let grown = case.limits == PlanLimits::default();
        if !equipped || !sound || !grown || profile.minutes.get() < enough {
            continue;
        }
        seen += 1;
        let plan = made(&case);
        let short: Vec<_> = plan
            .compromises
            .iter()
            .filter(|c| {
                matches!(
                    c.shortfall,
                    Shortfall::BelowBand { .. }
                        | Shortfall::Coverage { .. }
                        | Shortfall::NoUnilateral
                        | Shortfall::Frequency { .. }
                )
            })
            .collect();
        assert!(short.is_empty(), "{profile:?} {:?}: {short:?}", case.recent);
    }
    assert!(seen > 150, "only {seen} profiles");
}

#[test]
fn every_rule_holds_or_is_a_named_compromise_in_every_week_of_every_block() {
    let cases = cases();
    let (mut violations, mut examples): (usize, BTreeMap<String, usize>) = (0, BTreeMap::new());
    let (mut compromised, mut below_target, mut kinds) = (0, 0, BTreeMap::new());
    for (number, case) in cases.iter().enumerate() {
        let plan = made(case);
        let mut inspection = Inspection { case, plan: &plan, found: Vec::new() };
        inspection.run();
        violations += inspection.found.len();
        for what in inspection.found {
            examples.entry(what).or_insert(number);
        }
        compromised += usize::from(!plan.compromises.is_empty());
        let mut here: Vec<&str> = plan.compromises.iter().map(|c| kind(&c.shortfall)).collect();
        here.sort_unstable();
        here.dedup();
        for kind in here {
            *kinds.entry(kind).or_insert(0) += 1;
        }
        let doses = dose::weeks(&case.profile, &case.limits, case.recent.as_ref());
        let own = OwnExercises::default();
        below_target += usize::from(doses.iter().zip(&plan.weeks).any(|(dose, week)| {
            let tally = coverage::week_tally(week, &own);
            let below = |(m, target): (Muscle, f32)| tally.muscle(m).sets() < f64::from(target) - 0.5;
            Muscle::MAIN.into_iter().zip(dose.targets).any(below)
        }));
    }
    let share = |count: usize| count as f64 / cases.len() as f64;
    println!("FIGURE plan.sweep.profiles {} profiles", cases.len());
    println!("FIGURE plan.sweep.violations {violations} violations");
    println!("FIGURE plan.sweep.compromised_share {:.3} of profiles", share(compromised));
    println!("FIGURE plan.sweep.below_own_ramp_share {:.3} of profiles", share(below_target));
    for (kind, count) in &kinds {
        println!("FIGURE plan.sweep.compromise.{kind} {count} profiles");
    }
    assert!(cases.len() >= 20_000, "only {} profiles", cases.len());
    let first: Vec<String> = examples
        .iter()
        .take(25)
        .map(|(what, at)| {
            let Case { profile: p, recent, .. } = &cases[*at];
            format!(
                "{at} {what}: {:?} {:?} {:?} {:?} {:?} {:?} recent {}",
                p.experience,
                p.days.list(),
                p.minutes,
                p.priority,
                p.cautions,
                p.bands,
                recent.is_some()
            )
        })
        .collect();
    assert_eq!(violations, 0, "{} kinds:\n{}", examples.len(), first.join("\n"));
}
