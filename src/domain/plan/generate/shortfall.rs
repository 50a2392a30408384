//! What a block does not meet, why, and the cheapest thing that would mend it: each remedy is tried before
//! it is named.

use super::Request;
use super::allot::Allotment;
use super::ease::of_function;
use super::ladder::{LAST, UNSHORTENED};
use super::pool::{Candidate, may};
use super::trials::{Block, Trials};
use super::wish::Wish;
use crate::domain::anatomy::{Function, Muscle};
use crate::domain::athlete::{Care, Cautions, Profile, TrainingDays};
use crate::domain::exercise::{CATALOGUE, Exercise, Item, Joint, Kit, Pattern};
use crate::domain::plan::dose::WeekDose;
use crate::domain::plan::{Compromise, Phase, Reason, Remedy, Shortfall};
use crate::domain::units::{Minutes, SetCount};
use crate::domain::volume::COVERAGE;

/// The most minutes a remedy asks for.
const MINUTES_MORE_MAX: u16 = 60;
/// Minutes are asked for in steps of so many.
const MINUTES_STEP: u16 = 5;
/// Sets a week that the soleus gets with a bent knee. Source: science H1 rule 6.
const BENT_KNEE_SETS: u8 = 2;
/// Sets in a session that count as hard for a muscle, in halves. Source: science H1 rule 11.
const HARD: u16 = 8;

/// One thing that a block may fall short of, and how much of it is wanted, in half sets.
#[derive(Debug, Clone, Copy)]
enum Goal {
    Muscle(usize, u16),
    Function(Function, u16),
    /// Every week of a muscle at its own float, the peak week with so much.
    Ramp(usize, u16),
    OneLeg,
    /// A muscle in two sessions.
    Twice(usize),
    /// Two sets for the soleus with a bent knee.
    BentCalf,
    /// Nothing is shortened.
    Unshortened,
}

impl Goal {
    /// Whether a week reaches it.
    fn reached(self, pool: &[Candidate], week: &Allotment) -> bool {
        let used = || pool.iter().zip(&week.sets).filter(|(_, sets)| **sets > 0);
        match self {
            Self::Muscle(place, wanted) | Self::Ramp(place, wanted) => {
                week.week.get(place).is_some_and(|has| *has >= wanted)
            }
            Self::Function(function, wanted) => of_function(pool, &week.sets, function) >= wanted,
            Self::OneLeg => used().any(|(candidate, _)| candidate.one_leg()),
            Self::Twice(place) => {
                let gives = |c: &Candidate| c.gains.get(place).is_some_and(|gain| *gain > 0);
                let sessions =
                    used().filter(|(c, _)| gives(c)).fold(0_u8, |bits, (c, _)| bits | 1 << c.session);
                sessions.count_ones() >= 2
            }
            Self::BentCalf => used().any(|(candidate, _)| candidate.bent_calf()),
            Self::Unshortened => !week.pressed,
        }
    }

    fn unshortened(self) -> bool {
        matches!(self, Self::Unshortened)
    }

    /// Whether every working week of a block reaches it.
    fn kept(self, doses: &[WeekDose], block: &Block) -> bool {
        if self.unshortened() {
            return block.rung < UNSHORTENED;
        }
        if let Self::Ramp(place, _) = self {
            return below_ramp(doses, block, place).is_none();
        }
        let working = doses.iter().zip(&block.weeks).filter(|(dose, _)| dose.phase == Phase::Working);
        let mut any = false;
        for (_, week) in working {
            any = true;
            if !self.reached(&block.pool, week) {
                return false;
            }
        }
        any
    }

    /// Whether an exercise can help.
    fn served_by(self, row: &Exercise) -> bool {
        match self {
            Self::Muscle(place, _) | Self::Ramp(place, _) | Self::Twice(place) => {
                Muscle::MAIN.get(place).is_some_and(|muscle| row.credit.muscle(*muscle) > SetCount::ZERO)
            }
            Self::Function(function, _) => row.credit.halves(function) > 0,
            Self::OneLeg => row.unilateral && row.compound,
            Self::BentCalf => row.pattern == Pattern::BentKneeCalf,
            Self::Unshortened => true,
        }
    }
}

/// Everything the block does not meet.
pub fn compromises<'d>(
    request: &Request<'_>,
    doses: &'d [WeekDose],
    wish: &Wish,
    trials: &mut Trials<'d>,
) -> Vec<Compromise> {
    let profile = request.profile;
    let made = trials.block(wish).clone();
    let mut list = Vec::new();
    let entry = doses.iter().filter(|dose| dose.phase == Phase::Entry).count();
    if entry > 0 {
        list.push(Compromise {
            shortfall: Shortfall::EntryWeeks { weeks: u8::try_from(entry).unwrap_or(u8::MAX) },
            reason: Reason::Ramp,
            remedy: Some(Remedy::Wait),
        });
    }
    let mut search = Search { wish, doses, trials };
    let mut tell = |goal: Goal, shortfall: Shortfall| {
        // Less is planned on purpose: nothing needs mending.
        let (reason, remedy) =
            if request.limits.min_volume { (Reason::Safety, None) } else { search.mend(goal) };
        list.push(Compromise { shortfall, reason, remedy });
    };
    for (place, muscle) in Muscle::MAIN.into_iter().enumerate() {
        let (low, _) = profile.band(muscle);
        let has = least(doses, &made, &|sets| sets.week.get(place).copied().unwrap_or(0));
        if has < u16::from(low) * 2 {
            let planned = SetCount::from_32nds(u32::from(has) * 16);
            let shortfall = Shortfall::BelowBand { muscle, planned, low };
            tell(Goal::Muscle(place, u16::from(low) * 2), shortfall);
        } else if let Some((planned, wanted)) = below_ramp(doses, &made, place) {
            let peak = doses.last().and_then(|dose| dose.targets.get(place)).copied().unwrap_or_default();
            tell(Goal::Ramp(place, float(peak)), Shortfall::BelowRamp { muscle, planned, wanted });
        }
    }
    for (function, wanted) in COVERAGE {
        let has = least(doses, &made, &|sets| of_function(&made.pool, &sets.sets, function));
        if has < u16::from(wanted) * 2 {
            let planned = SetCount::from_32nds(u32::from(has) * 16);
            let shortfall = Shortfall::Coverage { function, planned, wanted };
            tell(Goal::Function(function, u16::from(wanted) * 2), shortfall);
        }
    }
    if !Goal::OneLeg.kept(doses, &made) {
        tell(Goal::OneLeg, Shortfall::NoUnilateral);
    }
    if !Goal::BentCalf.kept(doses, &made) {
        let shortfall = Shortfall::Coverage {
            function: Function::Soleus,
            planned: SetCount::ZERO,
            wanted: BENT_KNEE_SETS,
        };
        tell(Goal::BentCalf, shortfall);
    }
    let sessions = profile.days.count();
    for (place, muscle) in Muscle::MAIN.into_iter().enumerate() {
        let some = made.weeks.last().and_then(|week| week.week.get(place)).is_some_and(|has| *has > 0);
        if sessions > 1 && some && !Goal::Twice(place).kept(doses, &made) {
            tell(Goal::Twice(place), Shortfall::Frequency { muscle });
        }
    }
    if let Some(peak) = made.weeks.last() {
        weekly_spread(profile, &made, peak, &mut list);
    }
    if made.rung >= UNSHORTENED {
        let remedy = search.minutes_until(wish, Goal::Unshortened);
        list.push(Compromise { shortfall: Shortfall::Shortened, reason: Reason::Minutes, remedy });
    }
    list
}

/// The least of a week of this target, in half sets. Source: science H2 (float - 0.5).
fn float(target: f32) -> u16 {
    (target * 2.0 - 1.01).ceil() as u16
}

/// The week of a muscle that is furthest below its own float: what it has, and what it was to have.
fn below_ramp(doses: &[WeekDose], block: &Block, place: usize) -> Option<(SetCount, SetCount)> {
    let mut worst: Option<(u16, u16, f32)> = None;
    for (dose, week) in doses.iter().zip(&block.weeks) {
        let (Some(target), Some(has)) = (dose.targets.get(place), week.week.get(place)) else { continue };
        let short = float(*target).saturating_sub(*has);
        if short > 0 && worst.is_none_or(|(most, ..)| short > most) {
            worst = Some((short, *has, *target));
        }
    }
    worst.map(|(_, has, target)| {
        (SetCount::from_32nds(u32::from(has) * 16), SetCount::from_f64(f64::from(target)))
    })
}

/// The least of something over the working weeks.
fn least(doses: &[WeekDose], block: &Block, value: &dyn Fn(&Allotment) -> u16) -> u16 {
    let working = doses.iter().zip(&block.weeks).filter(|(dose, _)| dose.phase == Phase::Working);
    working.map(|(_, sets)| value(sets)).min().unwrap_or(0)
}

/// Frequency and the 48 hours between hard sessions (rules 9 and 11).
fn weekly_spread(profile: &Profile, made: &Block, peak: &Allotment, list: &mut Vec<Compromise>) {
    let sessions = usize::from(profile.days.count());
    let mut by_session = vec![[0_u16; 4]; sessions];
    for (candidate, sets) in made.pool.iter().zip(&peak.sets) {
        if let Some(tally) = by_session.get_mut(usize::from(candidate.session)) {
            for (sum, gain) in tally.iter_mut().zip(candidate.gains) {
                *sum += gain * u16::from(*sets);
            }
        }
    }
    if sessions < 2 {
        for (has, muscle) in peak.week.iter().zip(Muscle::MAIN) {
            if *has > 0 {
                let (reason, remedy) = (Reason::Sessions, Some(Remedy::OneMoreSession));
                list.push(Compromise { shortfall: Shortfall::Frequency { muscle }, reason, remedy });
            }
        }
        return;
    }
    let days = profile.days.list();
    let close = days.iter().enumerate().any(|(at, day)| {
        let next = (at + 1) % days.len();
        let gap = days.get(next).map_or(7, |other| other.days_since(*day));
        gap == 1
            && match (by_session.get(at), by_session.get(next)) {
                (Some(a), Some(b)) => a.iter().zip(b).any(|(a, b)| *a >= HARD && *b >= HARD),
                _ => false,
            }
    });
    if close {
        list.push(Compromise {
            shortfall: Shortfall::CloseTogether,
            reason: Reason::Days,
            remedy: (sessions < 4).then_some(Remedy::SpreadDays),
        });
    }
}

/// The search for what stands in the way and for what would mend it.
struct Search<'s, 'd> {
    wish: &'s Wish,
    doses: &'d [WeekDose],
    trials: &'s mut Trials<'d>,
}

impl Search<'_, '_> {
    /// Whether the peak week could reach the goal at all: the cheap question, asked first.
    fn hopeful(&mut self, wish: &Wish, goal: Goal) -> bool {
        let targets = self.trials.targets(wish);
        let mut could = |rung: usize| {
            let (pool, peak) = self.trials.peak(wish, rung);
            (goal.reached(pool, peak) || (goal.unshortened() && peak.meets(&targets)), peak.pressed)
        };
        if !goal.unshortened() {
            let (reached, pressed) = could(LAST);
            if reached || pressed {
                return reached;
            }
        }
        (0..UNSHORTENED).any(|rung| could(rung).0)
    }

    /// Whether the block of a wish reaches the goal.
    fn reaches(&mut self, wish: &Wish, goal: Goal) -> bool {
        self.hopeful(wish, goal) && goal.kept(self.doses, self.trials.block(wish))
    }

    /// Which rule stands in the way, found by lifting one after the other, and what would mend it.
    fn mend(&mut self, goal: Goal) -> (Reason, Option<Remedy>) {
        let wish = *self.wish;
        let long = Wish { minutes: Minutes::MAX.get(), ..wish };
        if self.reaches(&long, goal) {
            let remedy = self.minutes_until(&wish, goal).or_else(|| self.one_more(goal));
            return (Reason::Minutes, remedy);
        }
        let equipped = Wish { kit: Kit::ALL, ..wish };
        if self.reaches(&equipped, goal) {
            return (Reason::Equipment, self.item_for(&wish, goal));
        }
        let well_equipped = Wish { kit: Kit::ALL, ..long };
        if self.reaches(&well_equipped, goal) {
            // Two things are missing; time is the one that more of always helps.
            return (Reason::Equipment, self.item_for(&long, goal));
        }
        for joint in Joint::ALL {
            if wish.cautions.of(joint) == Care::None {
                continue;
            }
            let mut cautions = wish.cautions;
            cautions.set(joint, Care::None);
            if self.reaches(&Wish { cautions, ..well_equipped }, goal) {
                return (Reason::Caution(joint), None);
            }
        }
        let joint = Joint::ALL.into_iter().find(|j| wish.cautions.of(*j) != Care::None);
        if joint.is_some() && self.reaches(&Wish { cautions: Cautions::default(), ..well_equipped }, goal) {
            return (joint.map_or(Reason::Skill, Reason::Caution), None);
        }
        (Reason::SessionCap, self.one_more(goal))
    }

    /// The least more minutes that reach the goal: by halving over what looks hopeful, then verified.
    fn minutes_until(&mut self, wish: &Wish, goal: Goal) -> Option<Remedy> {
        let longer = |steps: u16| Wish { minutes: wish.minutes + steps * MINUTES_STEP, ..*wish };
        let most = MINUTES_MORE_MAX / MINUTES_STEP;
        if !self.hopeful(&longer(most), goal) {
            return None;
        }
        let (mut fails, mut hopeful) = (0, most);
        while hopeful - fails > 1 {
            let middle = u16::midpoint(fails, hopeful);
            if self.hopeful(&longer(middle), goal) {
                hopeful = middle;
            } else {
                fails = middle;
            }
        }
        let steps = (hopeful..=most).find(|steps| self.reaches(&longer(*steps), goal))?;
        Some(Remedy::MoreMinutes(steps * MINUTES_STEP))
    }

    fn one_more(&mut self, goal: Goal) -> Option<Remedy> {
        let sessions = self.wish.days.count();
        if sessions >= 4 {
            return None;
        }
        let days = TrainingDays::spread(sessions + 1);
        let wish = Wish { days, ..*self.wish };
        self.reaches(&wish, goal).then_some(Remedy::OneMoreSession)
    }

    /// The one thing that reaches the goal, among those that open an exercise for it.
    fn item_for(&mut self, wish: &Wish, goal: Goal) -> Option<Remedy> {
        for item in Item::ALL.into_iter().rev() {
            let kit = wish.kit.with(item, true);
            let opens = kit != wish.kit
                && CATALOGUE.iter().any(|row| {
                    goal.served_by(row)
                        && !row.possible_with(wish.kit)
                        && may(row, kit, wish.cautions, wish.novice).is_some()
                });
            if opens && self.reaches(&Wish { kit, ..*wish }, goal) {
                return Some(Remedy::Get(item));
            }
        }
        None
    }
}
