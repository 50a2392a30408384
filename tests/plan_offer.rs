//! What a block offers beside its next session, and when: lighter weeks, ways back, the next block.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use legwork::domain::anatomy::Muscle;
use legwork::domain::athlete::{Activity, Experience, Goal, Profile, ProfileDraft, Sex, TrainingDays};
use legwork::domain::body::BodyLog;
use legwork::domain::calendar::Day;
use legwork::domain::exercise::{Kit, OwnExercises};
use legwork::domain::id::{PlanId, SessionId};
use legwork::domain::plan::generate::{PlanLimits, Request, generate};
use legwork::domain::plan::mesocycle::{self, Return};
use legwork::domain::plan::offer::{
    Known, Offer, Way, changed, ended_on, first_day, free_week, offer, plans_alike, put_off_until, taken,
    way_back,
};
use legwork::domain::plan::schedule::Next;
use legwork::domain::plan::{Phase, Plan, Plans, Slot, coverage};
use legwork::domain::recovery::{Morning, Readiness, Sign};
use legwork::domain::training::{Effort, ExerciseWork, Session, SetEntry, Source, TrainingLog};
use legwork::domain::units::{Kg, Millimetres, Minutes, PerMille, Reps, Rir, Years};

fn profile(sessions: u8) -> Profile {
    let base = ProfileDraft { age: "30".into(), ..ProfileDraft::default() }.check().unwrap();
    Profile { days: TrainingDays::spread(sessions), minutes: Minutes::saturating(75), ..base }
}

fn monday() -> Day {
    Day::parse("2026-11-16").unwrap()
}

fn day(n: i64) -> Day {
    monday().plus(n)
}

fn request(profile: &Profile, starts: Day) -> Request<'_> {
    let limits = PlanLimits::default();
    Request { profile, limits, id: PlanId::new(9, [9; 10]), today: starts, starts, recent: None }
}

/// A person with a block and what they did of it.
struct Person {
    profile: Profile,
    plans: Plans,
    log: TrainingLog,
    body: BodyLog,
    put_off: Option<Day>,
}

impl Person {
    fn new(sessions: u8) -> Self {
        let profile = profile(sessions);
        let plan = generate(&Request { id: PlanId::new(1, [0; 10]), ..request(&profile, monday()) });
        let plans = Plans { active: Some(plan.id), list: vec![plan] };
        Self { profile, plans, log: TrainingLog::default(), body: BodyLog::default(), put_off: None }
    }

    fn plan(&self) -> &Plan {
        self.plans.active().unwrap()
    }

    /// Does every session planned before this day of the block, on its day.
    fn train(&mut self, before: i64) {
        let planned: Vec<(Slot, Day)> = self.plan().slots().map(|(slot, day, _)| (slot, day)).collect();
        for (slot, on) in planned {
            if on < day(before) && !self.log.sessions().any(|session| session.slot == Some(slot)) {
                self.train_on(slot, on);
            }
        }
    }

    fn train_on(&mut self, slot: Slot, on: Day) {
        let exercises = self.plan().session(slot).unwrap().exercises.iter().map(|one| {
            let effort = Effort { rir: Some(one.rir.0), confirmed: true };
            let set = SetEntry::work(Kg::saturating(60_000), Reps::saturating(i64::from(one.reps.0)), effort);
            let sets = vec![set; usize::from(one.sets)];
            ExerciseWork { exercise: one.exercise.clone(), sets, note: String::new(), pain: None }
        });
        let exercises = exercises.collect();
        let id = SessionId::imported("test", &on.to_string(), &slot.session.to_string());
        self.log.record(Session {
            id,
            day: on,
            started_at: 0,
            lasted: None,
            name: String::new(),
            slot: Some(slot),
            exercises,
            note: String::new(),
            edited_at: 0,
            source: Source::Legwork,
        });
    }

    /// Bad nights and low mornings for a week.
    fn wear_out(&mut self, today: Day) {
        for back in 0..7 {
            self.body.sleep.insert(today.plus(-back), Minutes::saturating(320));
            let low = Morning { readiness: Some(Readiness::Low), ..Morning::default() };
            self.body.mornings.days.insert(today.plus(-back), low);
        }
    }

    fn known<'a>(&'a self, own: &'a OwnExercises, today: Day) -> Known<'a> {
        let Self { plans, log, body, put_off, .. } = self;
        Known { plans, log, own, body, put_off: *put_off, today }
    }

    fn offer(&self, n: i64) -> Option<Offer> {
        offer(&self.known(&OwnExercises::default(), day(n)))
    }

    fn taken(&self, n: i64) -> Plan {
        let own = OwnExercises::default();
        let known = self.known(&own, day(n));
        let offered = offer(&known).unwrap();
        let starts = first_day(&offered, self.plan(), &self.profile, day(n));
        let asked = Request { today: day(n), starts, ..request(&self.profile, starts) };
        taken(&offered, &known, &asked).unwrap()
    }
}

#[test]
fn who_trains_as_planned_is_offered_nothing_until_the_block_is_over() {
    for sessions in 1..=4 {
        let mut person = Person::new(sessions);
        let weeks = person.plan().weeks.len() as i64;
        let last = person.plan().slots().map(|(_, day, _)| day).max().unwrap().days_since(monday());
        for n in 0..=last {
            person.train(n); // what was planned up to yesterday
            assert_eq!(person.offer(n), None, "{sessions} a week, day {n}");
        }
        person.train(last + 1);
        // The last session is done: the next block begins when this one's last week is over.
        assert_eq!(person.offer(last), Some(Offer::Over { days: 0, way: Way::NewBlock }));
        let next = person.taken(last);
        assert_eq!(next.starts, day(weeks * 7));
        assert_ne!(next.id, person.plan().id);
        // Two weeks later it begins with the next training day.
        let late = person.taken(weeks * 7 + 8);
        assert!((0..=7).contains(&late.starts.days_since(day(weeks * 7 + 7))), "{late:?}");
    }
}

#[test]
fn a_block_whose_last_session_was_missed_is_over_when_no_day_is_left_for_it() {
    let mut person = Person::new(2);
    let last = person.plan().slots().map(|(_, day, _)| day).max().unwrap().days_since(monday());
    person.train(last);
    assert_eq!(person.offer(last), None, "it is today");
    assert_eq!(person.offer(last + 1), None, "it can still be moved");
    let over = day(person.plan().weeks.len() as i64 * 7).days_since(monday());
    assert!(matches!(person.offer(over), Some(Offer::Over { way: Way::NewBlock, .. })));
    assert!(matches!(person.offer(over + 30), Some(Offer::Over { way: Way::Steps, .. })));
    // A layoff after the end: the block back is easier than the last.
    let back = person.taken(over + 30);
    assert_eq!(back.starts, day(over + 30));
    let own = OwnExercises::default();
    let quads = |plan: &Plan| coverage::week_tally(&plan.weeks[0], &own).muscle(Muscle::Quadriceps);
    assert!(quads(&back).sets() < 0.7 * quads(person.plan()).sets());
}

#[test]
fn a_week_off_is_a_pause_only_where_sessions_went_by() {
    let mut person = Person::new(2); // Monday and Thursday
    person.train(14);
    // Thursday of the second week is the last; the next Thursday is seven days later.
    assert_eq!(person.offer(17), None, "one session was missed, one is today");
    assert_eq!(person.offer(18), Some(Offer::Return { days: 8, way: Way::Repeat }));
    // Once a week, a session that is a day late is no pause.
    let mut once = Person::new(1);
    once.train(8);
    assert_eq!((once.offer(14), once.offer(15)), (None, None));
    assert_eq!(once.offer(21), Some(Offer::Return { days: 14, way: Way::Repeat }));
    // Four times a week, seven days are a pause.
    let mut four = Person::new(4);
    four.train(14);
    let last = four.log.sessions().map(|session| session.day).max().unwrap().days_since(monday());
    assert_eq!(four.offer(last + 6), None);
    assert_eq!(four.offer(last + 7), Some(Offer::Return { days: 7, way: Way::GoOn }));
}

#[test]
fn the_way_back_goes_on_repeats_or_steps_and_keeps_the_old_plan_and_log() {
    let mut person = Person::new(4);
    person.train(14);
    let last = person.log.sessions().map(|session| session.day).max().unwrap().days_since(monday());
    let old = person.plan().clone();
    let on = person.taken(last + 7);
    assert_eq!((on.weeks.as_slice(), on.starts), (&old.weeks[2..], day(last + 7)));
    let again = person.taken(last + 10);
    assert_eq!((again.weeks.as_slice(), again.starts), (&old.weeks[1..], day(last + 10)));
    let steps = person.taken(last + 21);
    let own = OwnExercises::default();
    let quads = |plan: &Plan| coverage::week_tally(&plan.weeks[0], &own).muscle(Muscle::Quadriceps);
    assert!(quads(&steps) < quads(&old));
    for plan in [&on, &again, &steps] {
        assert_ne!(plan.id, old.id);
        // On the day of the return a session is next, and nothing is offered any more.
        let mut later = Person { plans: person.plans.clone(), log: person.log.clone(), ..Person::new(4) };
        later.plans.follow(plan.clone());
        let today = plan.starts;
        assert!(matches!(mesocycle::next(plan, &later.log, today), Next::Session { .. }));
        assert_eq!(later.offer(today.days_since(monday())), None);
        assert!(later.plans.list.contains(&old));
    }
}

#[test]
fn what_is_offered_is_what_is_made() {
    let person = Person::new(3);
    let plan = person.plan();
    for week in 0..6 {
        for off in 0..60 {
            let back = mesocycle::after_pause(plan, week, off, &request(&person.profile, day(90)), None);
            let way = way_back(plan, week, off);
            let made = match &back {
                Return::GoOn(plan) if plan.weeks.len() == 6 - usize::from(week) => Way::GoOn,
                Return::GoOn(_) => Way::NewBlock,
                Return::Repeat(_) => Way::Repeat,
                Return::Steps(_) => Way::Steps,
            };
            assert_eq!(way, made, "week {week}, {off} days");
        }
    }
}

#[test]
fn a_break_before_the_deload_was_the_deload() {
    let mut person = Person::new(4);
    person.train(35); // all five working weeks
    let last = person.log.sessions().map(|session| session.day).max().unwrap().days_since(monday());
    assert_eq!(person.offer(last + 7), Some(Offer::Return { days: 7, way: Way::NewBlock }));
    assert_eq!(person.taken(last + 7).weeks.len(), 6);
}

#[test]
fn signs_pull_the_deload_into_the_first_week_without_a_record() {
    let mut person = Person::new(2);
    person.train(14);
    person.wear_out(day(14));
    let signs = vec![Sign::Sleep, Sign::Worn];
    assert_eq!(person.offer(14), Some(Offer::Deload { week: 2, from: day(14), signs: signs.clone() }));
    let eased = person.taken(14);
    assert_eq!(eased.id, person.plan().id, "what was recorded keeps its place");
    assert_eq!((eased.weeks.len(), eased.weeks[2].phase), (3, Phase::Deload));
    assert_eq!(eased.weeks[..2], person.plan().weeks[..2]);
    // Once this week has begun, the next one is the lighter one.
    person.train(15);
    assert_eq!(person.offer(15), Some(Offer::Deload { week: 3, from: day(21), signs }));
    // With the lighter week in place nothing more is offered.
    person.plans.follow(person.taken(15));
    assert_eq!((person.offer(15), person.offer(21)), (None, None));
}

#[test]
fn a_deload_is_not_offered_where_there_is_one_or_nothing_was_done_before_it() {
    let mut person = Person::new(2);
    person.wear_out(day(0));
    assert_eq!(person.offer(0), None, "a block does not begin with one");
    person.train(35);
    person.wear_out(day(32));
    assert_eq!(person.offer(32), None, "the fifth week is done and the next is the deload");
    person.wear_out(day(36));
    assert_eq!(person.offer(36), None, "this is the deload");
}

#[test]
fn one_sign_is_not_enough_and_six_weeks_are_without_any() {
    let mut person = Person::new(2);
    person.train(14);
    for back in 0..7 {
        person.body.sleep.insert(day(14 - back), Minutes::saturating(320));
    }
    assert_eq!(person.offer(14), None);
    // A block made longer by hand: two working weeks more.
    let mut long = Person::new(2);
    let mut plan = long.plan().clone();
    let busiest = plan.weeks[4].clone();
    plan.weeks.splice(5..5, [busiest.clone(), busiest]);
    long.plans.follow(plan.clone());
    long.train(42);
    assert_eq!(long.offer(42), Some(Offer::Deload { week: 6, from: day(42), signs: Vec::new() }));
    // A week in which nothing was done is none of the six.
    let mut rested = Person::new(2);
    rested.plans.follow(plan);
    rested.train(42);
    let week_off: Vec<_> =
        rested.log.between(day(21), day(27)).map(|session| (session.id, session.started_at)).collect();
    assert_eq!(week_off.len(), 2);
    for (id, at) in week_off {
        rested.log.delete(id, at);
    }
    assert_eq!(rested.offer(42), None);
}

#[test]
fn what_may_wait_waits_to_the_end_of_the_week_and_the_end_of_a_block_does_not() {
    let mut person = Person::new(2);
    person.train(14);
    person.wear_out(day(14));
    person.put_off = Some(put_off_until(person.plan(), day(16)));
    assert_eq!(person.put_off, Some(day(21)));
    assert_eq!(person.offer(16), None);
    person.train(21);
    person.wear_out(day(21));
    assert!(matches!(person.offer(21), Some(Offer::Deload { week: 3, .. })));
    person.put_off = Some(day(400));
    assert!(matches!(person.offer(60), Some(Offer::Over { .. })));
}

#[test]
fn a_block_ends_today_and_keeps_what_was_done() {
    let mut person = Person::new(3); // Monday, Wednesday, Friday
    person.train(15); // two weeks and a Monday
    let left = ended_on(person.plan(), &person.log, day(15));
    assert_eq!((left.weeks.len(), left.weeks[2].sessions.len()), (3, 1));
    assert_eq!(left.weeks[..2], person.plan().weeks[..2]);
    assert_eq!(mesocycle::next(&left, &person.log, day(15)), Next::Finished);
    person.plans.follow(left);
    assert_eq!(person.offer(15), Some(Offer::Over { days: 1, way: Way::NewBlock }));
    // The week is not trained twice: the next block begins with the next one.
    assert_eq!(person.taken(15).starts, day(21));
}

#[test]
fn other_answers_change_the_weeks_to_come_and_no_other() {
    let mut person = Person::new(2);
    let own = OwnExercises::default();
    let wider = Profile { days: TrainingDays::spread(3), ..person.profile.clone() };
    let asked = |n: i64| Request { today: day(n), ..request(&wider, day(n)) };
    let change = |person: &Person, n| changed(person.plan(), &person.log, &own, &asked(n));
    assert_eq!(change(&person, 3), None, "nothing was done yet: a new block");
    person.train(16);
    let (plan, week) = change(&person, 16).unwrap();
    let old = person.plan();
    assert_eq!((week, plan.id, plan.starts, plan.weeks.len()), (3, old.id, old.starts, old.weeks.len()));
    assert_eq!(plan.weeks[..3], old.weeks[..3]);
    assert!(plan.weeks[3..].iter().all(|week| week.sessions.len() == 3));
    let phases = |plan: &Plan| plan.weeks.iter().map(|week| week.phase).collect::<Vec<Phase>>();
    assert_eq!(phases(&plan), phases(old));
    // The ramp goes on where it was: as many sets as the old plan had in that week, give or take.
    let quads = |plan: &Plan| coverage::week_tally(&plan.weeks[3], &own).muscle(Muscle::Quadriceps).sets();
    assert!((quads(&plan) - quads(old)).abs() <= 2.0, "{} {}", quads(&plan), quads(old));
    person.train(42);
    assert_eq!(change(&person, 41), None, "the block is done");
    assert_eq!(free_week(person.plan(), &person.log, day(41)), 6);
}

#[test]
fn other_answers_fit_a_block_that_was_shortened() {
    let mut person = Person::new(2);
    let own = OwnExercises::default();
    let short = mesocycle::deload_from(person.plan(), 3).unwrap();
    person.plans.follow(short);
    person.train(8);
    let asked = Request { today: day(9), ..request(&person.profile, day(9)) };
    let (plan, week) = changed(person.plan(), &person.log, &own, &asked).unwrap();
    assert_eq!((week, plan.weeks.len(), plan.weeks[3].phase), (2, 4, Phase::Deload));
    assert_ne!(plan.weeks[2].phase, Phase::Deload);
    assert_eq!(Rir::THREE.min(plan.weeks[3].sessions[0].exercises[0].rir.0), Rir::THREE);
}

/// A new weight does not tear a block up; another kit does.
#[test]
fn what_only_food_asks_for_leaves_the_plan_alone() {
    let one = profile(3);
    for alike in [
        Profile { age: Years::saturating(44), ..one.clone() },
        Profile { sex: Some(Sex::Female), ..one.clone() },
        Profile { height: Millimetres::from_cm(191.0).ok(), ..one.clone() },
        Profile { weight: Kg::from_kg(91.0).ok(), ..one.clone() },
        Profile { body_fat: PerMille::from_percent(21.0).ok(), ..one.clone() },
        Profile { activity: Activity::VeryHigh, ..one.clone() },
        Profile { goal: if one.goal == Goal::Gain { Goal::Maintain } else { Goal::Gain }, ..one.clone() },
    ] {
        assert!(alike != one && plans_alike(&one, &alike), "{alike:?}");
    }
    for other in [
        Profile { experience: Experience::Advanced, ..one.clone() },
        Profile { days: TrainingDays::spread(4), ..one.clone() },
        Profile { minutes: Minutes::saturating(40), ..one.clone() },
        Profile { kit: Kit::DUMBBELLS, ..one.clone() },
        Profile { priority: Some(Muscle::Calves), ..one.clone() },
        Profile { bands: [(Muscle::Calves, (8, 12))].into(), ..one.clone() },
    ] {
        assert!(!plans_alike(&one, &other), "{other:?}");
    }
}
