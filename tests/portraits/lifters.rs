//! Simulated lifters of many kinds, each with weeks of log: what holds them back differs, and some follow no plan.

use crate::lifter::{Lifter, lifter, today};
use legwork::domain::anatomy::Muscle;
use legwork::domain::athlete::Experience::{Advanced, Intermediate, Novice};
use legwork::domain::calendar::Day;
use legwork::domain::exercise::Pattern;
use legwork::domain::logbook::Logbook;
use legwork::domain::nutrition::FoodDay;
use legwork::domain::training::calibration::Trial;
use legwork::domain::units::{Grams, Kcal, Rir};
use std::sync::OnceLock;

/// What they are, their log, and the day they ask.
pub type Known = (&'static str, Logbook, Day);

/// Everybody, made once.
pub fn all() -> &'static [Known] {
    static ALL: OnceLock<Vec<Known>> = OnceLock::new();
    ALL.get_or_init(|| kinds().into_iter().map(|(name, who)| (name, log_of(&who), today(&who))).collect())
}

fn kinds() -> Vec<(&'static str, Lifter)> {
    let held = |level, days, seed| Lifter { growth: 0.0, weeks: 7, ..lifter(level, days, seed) };
    let stuck = |days, muscle, seed| Lifter {
        stuck: vec![(muscle, 0.0)],
        weeks: 7,
        ..lifter(Intermediate, days, seed)
    };
    vec![
        ("grows", lifter(Intermediate, 3, 1)),
        ("comes half of the time", Lifter { attends: 0.5, ..held(Novice, 2, 2) }),
        ("stops early and was tested", Lifter { early: 2.6, ..held(Intermediate, 2, 3) }),
        ("does half the sets", Lifter { sets: 0.5, ..held(Advanced, 3, 4) }),
        (
            "skimps hamstrings",
            Lifter { sets_of: Some((Muscle::Hamstrings, 0.45)), ..stuck(3, Muscle::Hamstrings, 5) },
        ),
        (
            "never curls",
            Lifter {
                instead: vec![(Pattern::KneeFlexion, "dumbbell-rdl")],
                ..stuck(2, Muscle::Hamstrings, 6)
            },
        ),
        (
            "all hamstrings at once",
            Lifter { at_once: Some(Muscle::Hamstrings), ..stuck(2, Muscle::Hamstrings, 7) },
        ),
        ("never raises", Lifter { never_raises: true, ..held(Intermediate, 4, 8) }),
        ("eats little", Lifter { gain: Some(-0.1), protein: Some(1.2), ..held(Novice, 3, 9) }),
        ("is worn and sleeps little", Lifter { sleep: Some(5.4), worn: 5.0, ..held(Intermediate, 3, 10) }),
        ("has no plan", Lifter { follows: false, sets: 0.6, ..held(Intermediate, 4, 11) }),
        ("begins without a plan", Lifter { follows: false, sets: 0.4, gain: None, ..held(Novice, 1, 12) }),
        ("does far too much and fades", Lifter { sets: 2.6, growth: -1.0, ..held(Advanced, 4, 13) }),
        (
            "says little",
            Lifter { states: (0.4, 0.3), sleep: None, protein: None, ..held(Intermediate, 1, 14) },
        ),
    ]
}

fn log_of(who: &Lifter) -> Logbook {
    let mut book = who.log();
    let day = today(who);
    // Who grows, and who eats little, leave no day of their food out: what they burn can be learned.
    if who.protein.is_some() && (who.growth > 0.0 || who.gain < Some(0.0)) {
        for back in 1..40 {
            let (kcal, protein) = (Kcal::saturating(2_700 + back * 37 % 11 * 40), Grams::saturating(140));
            let ate = FoodDay { kcal: Some(kcal), protein: Some(protein), water: None };
            book.food.days.add(day.plus(-back), ate);
        }
    }
    if who.early > 0.0 {
        let trial =
            |back: i64, pattern, further| Trial { day: day.plus(-back), pattern, claimed: Rir::TWO, further };
        book.trials = vec![
            trial(40, Pattern::Squat, 4),
            trial(20, Pattern::KneeExtension, 5),
            trial(12, Pattern::Squat, 5),
            trial(6, Pattern::Squat, 3),
            trial(3, Pattern::KneeExtension, 4),
        ];
    }
    book
}

/// How many there are of the many.
const MANY: usize = 96;

/// Many more, each with a name that says what holds them back, if anything; most follow a plan.
pub fn many() -> impl Iterator<Item = (String, Logbook, Day)> {
    (0..MANY).map(|n| {
        // Steps without a common divisor: what stands together once does not again soon.
        let (level, days) = ([Novice, Intermediate, Advanced][n % 3], 1 + (n / 3 % 4) as u8);
        let plain = Lifter {
            growth: [0.0, 0.8, -0.8][n / 7 % 3],
            weeks: [4, 6, 9][n % 3],
            follows: n % 5 != 4,
            ..lifter(level, days, 100 + n as u64)
        };
        let muscle = Muscle::MAIN[n / 2 % 4];
        let (kind, who) = match n % 13 {
            0 => ("a third of the sets", Lifter { sets: 0.35, ..plain }),
            1 => ("two thirds of the sets", Lifter { sets: 0.7, ..plain }),
            2 => ("half as much again", Lifter { sets: 1.5, ..plain }),
            3 => ("more than twice as much", Lifter { sets: 2.3, ..plain }),
            4 => ("little of one muscle", Lifter { sets_of: Some((muscle, 0.4)), ..plain }),
            5 => ("much of one muscle", Lifter { sets_of: Some((muscle, 1.9)), ..plain }),
            6 => ("no curls", Lifter { instead: vec![(Pattern::KneeFlexion, "dumbbell-rdl")], ..plain }),
            7 => (
                "bent calves only",
                Lifter { instead: vec![(Pattern::StraightKneeCalf, "seated-calf-raise")], ..plain },
            ),
            8 => ("no hinges", Lifter { instead: vec![(Pattern::Hinge, "seated-leg-curl")], ..plain }),
            9 => ("one muscle at once", Lifter { at_once: Some(muscle), ..plain }),
            10 => (
                "stops early at squats",
                Lifter { early_at: Some((Pattern::Squat, 3.0)), early: 1.2, ..plain },
            ),
            11 => ("stays away", Lifter { attends: 0.7, sleep: Some(6.4), ..plain }),
            _ => {
                ("never raises", Lifter { never_raises: true, protein: Some(1.5), gain: Some(0.05), ..plain })
            }
        };
        let name = format!(
            "{n}: {kind}, {muscle:?}, {level:?}, {days} days, {}",
            if who.follows { "plan" } else { "no plan" }
        );
        let (log, today) = (log_of(&who), today(&who));
        (name, log, today)
    })
}
