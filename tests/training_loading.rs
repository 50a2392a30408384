//! What can be loaded: the worked examples of science C, and any inventory against trying everything.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use legwork::domain::exercise::{CATALOGUE, Item, Kit, find};
use legwork::domain::settings::MassUnit;
use legwork::domain::training::loading::{
    Holder, Inventory, Iron, Means, PlatePairs, Rounding, drops, held_by, load, loaded, ramp,
};
use legwork::domain::units::Kg;
use proptest::prelude::*;

fn kg(value: f64) -> Kg {
    Kg::from_kg(value).unwrap()
}

fn iron(value: f64) -> Iron {
    Iron::kilograms(value).unwrap()
}

fn pairs(list: &[(f64, u8)]) -> Vec<PlatePairs> {
    list.iter().map(|(plate, pairs)| PlatePairs { plate: iron(*plate), pairs: *pairs }).collect()
}

fn stack(step: f64) -> Holder<'static> {
    Holder {
        means: Means::Even { least: iron(step), most: iron(900.0), step: iron(step) },
        plates: &[],
        step: None,
    }
}

#[track_caller]
fn check(target: f64, stock: &[(f64, u8)], side: &[(f64, u8)], reached: f64, short: f64) {
    let got = load(kg(target), iron(20.0), &pairs(stock)).unwrap();
    let side: Vec<(Iron, u8)> = side.iter().map(|(plate, count)| (iron(*plate), *count)).collect();
    assert_eq!((got.side, got.load.kg(), got.short.kg()), (side, reached, short));
}

const GYM: [(f64, u8); 7] = [(25.0, 4), (20.0, 2), (15.0, 2), (10.0, 2), (5.0, 2), (2.5, 2), (1.25, 2)];

#[test]
fn the_worked_examples_of_section_c() {
    check(100.0, &GYM, &[(25.0, 1), (15.0, 1)], 100.0, 0.0);
    check(142.5, &GYM, &[(25.0, 2), (10.0, 1), (1.25, 1)], 142.5, 0.0);
    check(61.0, &GYM, &[(20.0, 1)], 60.0, 1.0);
    check(80.0, &[(25.0, 1), (15.0, 2)], &[(15.0, 2)], 80.0, 0.0);
    let few = [(20.0, 1), (10.0, 1), (5.0, 1), (2.5, 1)];
    check(97.5, &few, &[(20.0, 1), (10.0, 1), (5.0, 1), (2.5, 1)], 95.0, 2.5);
    let refused = load(kg(15.0), iron(20.0), &pairs(&GYM)).unwrap_err();
    assert_eq!(refused.bar.kg(), 20.0);
}

#[test]
fn pounds_come_out_as_they_were_typed() {
    let gym = Inventory::usual(MassUnit::Pounds);
    let bar = gym.holder(Item::Barbell).unwrap();
    for typed in (45..=700).step_by(5) {
        let target = Kg::from_pounds(f64::from(typed)).unwrap();
        let got = bar.plates(target).unwrap().unwrap();
        assert_eq!((got.load, got.short), (target, Kg::ZERO), "{typed} lb");
        let side: Vec<Iron> =
            got.side.iter().flat_map(|(plate, n)| std::iter::repeat_n(*plate, usize::from(*n))).collect();
        assert_eq!(loaded(Iron::pounds(45.0).unwrap(), &side), Some(target), "{typed} lb tapped");
    }
    // Plates in pounds on a bar in kilograms.
    let odd = loaded(iron(20.0), &[Iron::pounds(45.0).unwrap()]).unwrap();
    assert_eq!(odd.grams(), 60_823);
}

#[test]
fn rounding_goes_up_from_the_middle() {
    let round = |load: f64, step: f64, way| stack(step).round(kg(load), way).unwrap().kg();
    assert_eq!(round(101.25, 2.5, Rounding::Nearest), 102.5);
    assert_eq!(round(73.9, 2.5, Rounding::Nearest), 75.0);
    assert_eq!(round(73.9, 2.5, Rounding::Down), 72.5);
    assert_eq!(round(57.4, 5.0, Rounding::Up), 60.0);
    assert_eq!(round(41.3, 1.25, Rounding::Nearest), 41.25);
    assert_eq!(round(98.76, 2.5, Rounding::Down), 97.5);
}

#[test]
fn drops_follow_one_another_rounded_down() {
    let chain = |from: f64, per_mille: u16, times: u8, step: f64| -> Vec<f64> {
        drops(kg(from), per_mille, times, &stack(step)).iter().map(|load| load.kg()).collect()
    };
    assert_eq!(chain(100.0, 200, 2, 2.5), [80.0, 62.5]);
    assert_eq!(chain(100.0, 300, 2, 2.5), [70.0, 47.5]);
    assert_eq!(chain(60.0, 250, 2, 5.0), [45.0, 30.0]);
    assert_eq!(chain(45.0, 250, 1, 5.0), [30.0]);
    assert_eq!(chain(82.5, 200, 2, 1.25), [65.0, 51.25]);
    // A share outside 20-30 % is brought inside; a third drop is none.
    assert_eq!(chain(100.0, 50, 9, 2.5), [80.0, 62.5]);
    // Nothing lighter than the least of a stack, nor than the bar.
    assert_eq!(chain(5.0, 200, 2, 5.0), [] as [f64; 0]);
    let gym = Inventory::usual(MassUnit::Kilograms);
    let bar = gym.holder(Item::Barbell).unwrap();
    assert_eq!(drops(kg(25.0), 250, 2, &bar), []);
    assert_eq!(drops(kg(30.0), 250, 2, &bar), [kg(22.5)]);
}

#[test]
fn a_ramp_leaves_out_what_repeats() {
    let gym = Inventory::usual(MassUnit::Kilograms);
    let bar = gym.holder(Item::Barbell).unwrap();
    let sets = |working: f64, compound, first| -> Vec<(f64, u8)> {
        ramp(kg(working), compound, first, &bar).iter().map(|set| (set.load.kg(), set.reps)).collect()
    };
    assert_eq!(sets(100.0, true, true), [(40.0, 8), (60.0, 5), (80.0, 2)]);
    assert_eq!(sets(100.0, true, false), [(60.0, 5)]);
    assert_eq!(sets(100.0, false, true), [(60.0, 5)]);
    assert_eq!(sets(100.0, false, false), []);
    assert_eq!(sets(20.0, true, true), []); // the bar alone is the work
    assert_eq!(sets(0.0, true, true), []);
}

#[test]
fn every_exercise_with_a_weight_has_something_to_hold_it() {
    for row in CATALOGUE {
        let item = held_by(row, Kit::ALL);
        let gym = Inventory::usual(MassUnit::Pounds);
        assert!(item.is_some_and(|item| gym.holder(item).is_some()), "{}", row.slug);
    }
    assert_eq!(held_by(find("nordic-curl").unwrap(), Kit::NONE), None);
    assert_eq!(
        held_by(find("hip-thrust").unwrap(), Kit::of(&[Item::HipThrustMachine])),
        Some(Item::HipThrustMachine)
    );
}

#[test]
fn the_persons_own_word_comes_before_what_is_usual() {
    let mut gym = Inventory::usual(MassUnit::Kilograms);
    gym.said.push((Item::LegPress, Means::Plates(iron(45.0))));
    gym.said.push((Item::Dumbbells, Means::Listed(vec![iron(4.0), iron(17.5), iron(10.0)])));
    let press = gym.holder(Item::LegPress).unwrap();
    assert_eq!(press.round(kg(30.0), Rounding::Nearest), Some(kg(45.0)));
    let hands = gym.holder(Item::Dumbbells).unwrap();
    let next =
        (hands.heavier(kg(4.0)), hands.heavier(kg(17.5)), hands.lighter(kg(10.0)), hands.lighter(kg(4.0)));
    assert_eq!(next, (Some(kg(10.0)), None, Some(kg(4.0)), None));
    assert_eq!(hands.round(kg(13.75), Rounding::Nearest), Some(kg(17.5)));
    assert_eq!(hands.plates(kg(10.0)), None);
}

#[test]
fn an_absurd_inventory_answers_in_time_and_within_it() {
    let odd: Vec<PlatePairs> = (0..200)
        .map(|n| PlatePairs {
            plate: Iron::hundredths(
                101 + 7 * n,
                if n % 2 == 0 { MassUnit::Pounds } else { MassUnit::Kilograms },
            ),
            pairs: 255,
        })
        .collect();
    let got = load(kg(999.0), iron(20.0), &odd).unwrap();
    assert!(got.load <= kg(999.0) && got.short.kg() < 5.0, "{} short", got.short.kg());
    let nothing = Holder {
        means: Means::Even { least: Iron::ZERO, most: Iron::ZERO, step: Iron::ZERO },
        plates: &[],
        step: None,
    };
    assert_eq!(nothing.round(kg(50.0), Rounding::Nearest), Some(Kg::ZERO));
    assert_eq!(nothing.heavier(Kg::ZERO), None);
}

/// Every sum of one side, with the fewest plates for it.
fn all_sums(stock: &[PlatePairs]) -> Vec<(u32, u32)> {
    let mut sums = vec![(0, 0)];
    for kind in stock {
        let mut more = Vec::new();
        for (sum, plates) in &sums {
            for count in 0..=u32::from(kind.pairs) {
                more.push((sum + kind.plate.mass().grams() * count, plates + count));
            }
        }
        sums = more;
    }
    sums
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn no_other_choice_of_plates_is_nearer_or_smaller(
        stock in prop::collection::vec((prop::sample::select(vec![0.5, 1.0, 1.25, 2.5, 3.0, 5.0, 7.5, 10.0, 15.0, 20.0, 25.0]), 0_u8..4), 0..5),
        quarter in 0_u32..1200,
    ) {
        let stock = pairs(&stock);
        let target = kg(f64::from(quarter) / 4.0);
        let holder = Holder { means: Means::Plates(iron(20.0)), plates: &stock, step: None };
        let sums = all_sums(&stock);
        let wish = i64::from(target.grams());
        let reach = |sum: u32| 20_000 + 2 * i64::from(sum);
        match holder.plates(target).unwrap() {
            Err(_) => prop_assert!(wish < 20_000),
            Ok(got) => {
                let best = sums.iter().filter(|(sum, _)| reach(*sum) <= wish).max_by_key(|(sum, n)| (*sum, std::cmp::Reverse(*n))).unwrap();
                prop_assert_eq!(i64::from(got.load.grams()), reach(best.0));
                prop_assert_eq!(got.load.grams() + got.short.grams(), target.grams());
                prop_assert_eq!(got.side.iter().map(|(_, n)| u32::from(*n)).sum::<u32>(), best.1);
            }
        }
        let above = sums.iter().map(|(sum, _)| reach(*sum)).filter(|sum| *sum >= wish).min();
        prop_assert_eq!(holder.round(target, Rounding::Up).map(|load| i64::from(load.grams())), above);
        let next = sums.iter().map(|(sum, _)| reach(*sum)).filter(|sum| *sum > wish).min();
        prop_assert_eq!(holder.heavier(target).map(|load| i64::from(load.grams())), next);
    }
}

// ---- What the person owns ----

use legwork::domain::plan::edit::usual;
use legwork::domain::plan::progression::{Setting, advise};
use legwork::domain::plan::{Phase, Prescription};
use legwork::domain::training::exposure::Exposure;
use legwork::domain::training::loading::form::{How, Place, PlateDraft, Problem, ThingDraft, plates};
use legwork::domain::training::loading::holder_of;
use legwork::domain::training::{Effort, SetEntry};
use legwork::domain::units::{Reps, Rir};

/// Today's load of an exercise that was done with this load last time, all sets of so many reps.
fn advised(slug: &str, last: Kg, reps: i64, gym: Option<&Inventory>) -> Kg {
    let planned = Prescription { reps: (8, 10), ..usual(find(slug).unwrap(), 3) };
    let effort = Effort { rir: Some(Rir::TWO), confirmed: true };
    let day = legwork::domain::calendar::Day::EPOCH;
    let sets = vec![SetEntry::work(last, Reps::try_new(reps).unwrap(), effort); 3];
    let usual = Inventory::usual(MassUnit::Kilograms);
    let loads = holder_of(gym.unwrap_or(&usual), planned.built_in(), Kit::GYM);
    let today = day.plus(3);
    let setting =
        Setting { loads: &loads, phase: Phase::Working, today, like: None, progress: true, bias: 0.0 };
    advise(&planned, &[Exposure { day, sets }], setting).load.unwrap()
}

#[test]
fn a_suggestion_is_what_the_own_iron_can_hold() {
    let kg = |value: f64| Kg::from_kg(value).unwrap();
    let mut gym = Inventory::usual(MassUnit::Kilograms);
    gym.plates = vec![PlatePairs { plate: iron(5.0), pairs: 15 }];
    gym.say(Item::LegExtension, Some(Means::Even { least: iron(5.0), most: iron(103.0), step: iron(7.0) }));
    // 62.5 kg was lifted elsewhere: 20 + 2 x 20 is what five-kilogram plates can do.
    assert_eq!(advised("high-bar-back-squat", kg(62.5), 8, None), kg(62.5));
    assert_eq!(advised("high-bar-back-squat", kg(62.5), 8, Some(&gym)), kg(60.0));
    // A raise takes the next load there is, where it is not too large a step.
    assert_eq!(advised("high-bar-back-squat", kg(150.0), 10, Some(&gym)), kg(160.0));
    assert_eq!(advised("leg-extension", kg(62.5), 8, Some(&gym)), kg(61.0));
    assert_eq!(advised("leg-extension", kg(103.0), 10, Some(&gym)), kg(103.0)); // the whole stack
    // In pounds every suggestion is one of the gym's.
    let pounds = Inventory::known(None, MassUnit::Pounds);
    let lb = |value: f64| Kg::from_pounds(value).unwrap();
    assert_eq!(advised("high-bar-back-squat", kg(100.0), 8, Some(&pounds)), lb(220.0));
    assert_eq!(advised("high-bar-back-squat", lb(225.0), 10, Some(&pounds)), lb(230.0));
    assert_eq!(advised("leg-extension", lb(150.0), 10, Some(&pounds)), lb(160.0));
}

/// Gyms of which nothing, the unit, the plates, or single things are known.
fn gyms() -> Vec<Inventory> {
    let usual = Inventory::usual(MassUnit::Kilograms);
    let plates = pairs(&[(25.0, 8), (5.0, 4), (2.0, 2)]);
    let mut things = usual.clone();
    things.say(Item::Barbell, Some(Means::Plates(iron(17.5))));
    things.say(Item::LegPress, Some(Means::Plates(iron(45.0))));
    things
        .say(Item::LegExtension, Some(Means::Even { least: iron(5.0), most: iron(103.0), step: iron(7.0) }));
    things.say(Item::Dumbbells, Some(Means::Listed([8.0, 12.0, 17.5, 30.0, 50.0, 80.0].map(iron).to_vec())));
    let both = Inventory { plates: plates.clone(), ..things.clone() };
    vec![Inventory::usual(MassUnit::Pounds), Inventory { plates, ..usual.clone() }, things, both, usual]
}

#[test]
fn what_a_session_steps_by_is_what_the_advice_goes_by() {
    for gym in gyms() {
        for row in CATALOGUE {
            let holder = holder_of(&gym, Some(row), Kit::GYM);
            for wish in [22.5, 61.0, 100.0] {
                let last = holder.fitting(kg(wish));
                let raised = advised(row.slug, last, 30, Some(&gym));
                // What a press of the stepper goes to, or what was there where that is all.
                assert_eq!(raised, holder.heavier(last).unwrap_or(last), "{} {last:?}", row.slug);
                let back = holder.lighter(raised).unwrap();
                assert!(raised == last || (back >= last && back < raised), "{} {last:?}", row.slug);
                // The page says of no load that is advised that it cannot be put on.
                for load in [raised, advised(row.slug, last, 8, Some(&gym))] {
                    assert_eq!(holder.owned(load), load);
                    let plates = holder.plates(load).map(|loaded| loaded.unwrap().short);
                    assert_eq!(plates.unwrap_or(Kg::ZERO), Kg::ZERO, "{} {load:?}", row.slug);
                    let near = holder.round(load, Rounding::Nearest).unwrap();
                    let stepped = matches!(holder.means, Means::Steps(_));
                    assert!(stepped || near.grams().abs_diff(load.grams()) <= 1, "{} {load:?}", row.slug);
                }
            }
        }
    }
}

#[test]
fn where_nothing_is_said_loads_go_by_the_usual_steps_and_bars_are_the_usual_ones() {
    let (kilograms, pounds) = (Inventory::usual(MassUnit::Kilograms), Inventory::usual(MassUnit::Pounds));
    let next = |gym: &Inventory, slug: &str, from: Kg| {
        let holder = holder_of(gym, find(slug), Kit::GYM);
        (holder.heavier(from), holder.lighter(from))
    };
    let two = |up: f64, down: f64| (Some(kg(up)), Some(kg(down)));
    assert_eq!(next(&kilograms, "leg-extension", kg(50.0)), two(52.5, 47.5));
    assert_eq!(next(&kilograms, "leg-press-45", kg(150.0)), two(155.0, 145.0));
    assert_eq!(next(&kilograms, "high-bar-back-squat", kg(60.0)), two(62.5, 57.5));
    assert_eq!(next(&kilograms, "high-bar-back-squat", kg(20.0)), (Some(kg(22.5)), None));
    assert_eq!(next(&kilograms, "high-bar-back-squat", Kg::ZERO), (Some(kg(20.0)), None));
    let lb = |value: f64| Kg::from_pounds(value).ok();
    assert_eq!(next(&pounds, "leg-extension", lb(100.0).unwrap()), (lb(110.0), lb(90.0)));
    // A thing that is said is no guess any more; the others still are.
    let mut said = kilograms.clone();
    said.say(Item::LegPress, Some(Means::Plates(iron(45.0))));
    assert_eq!(next(&said, "leg-press-45", kg(150.0)), two(152.5, 147.5));
    assert_eq!(next(&said, "leg-extension", kg(50.0)), two(52.5, 47.5));
}

#[test]
fn what_cannot_be_iron_is_refused_field_by_field() {
    let draft = |how, texts: [&str; 5]| {
        let [bar, least, most, step, list] = texts.map(str::to_owned);
        ThingDraft { how, unit: MassUnit::Kilograms, bar, least, most, step, list }.check()
    };
    let bar = |text| draft(How::Plates, [text, "", "", "", ""]);
    assert_eq!(bar("17,5"), Ok(Means::Plates(iron(17.5))));
    assert_eq!(bar("0"), Ok(Means::Plates(iron(0.0))));
    for hostile in ["", "abc", "1e9", "NaN", "٣"] {
        assert_eq!(bar(hostile), Err((Place::Bar, Problem::NotANumber)), "{hostile}");
    }
    for hostile in ["-5", "201", "999999999999"] {
        assert_eq!(bar(hostile), Err((Place::Bar, Problem::OutOfRange(0.0, 200.0))), "{hostile}");
    }
    let even = |least, most, step| draft(How::Even, ["", least, most, step, ""]);
    assert!(even("5", "75", "2.5").is_ok() && even("5", "5", "5").is_ok());
    assert_eq!(even("5", "75", "0"), Err((Place::Step, Problem::OutOfRange(0.1, 1000.0))));
    assert_eq!(even("50", "5", "5"), Err((Place::Most, Problem::Crossed)));
    assert_eq!(even("", "5", "5"), Err((Place::Least, Problem::NotANumber)));
    let list = |text| draft(How::Listed, ["", "", "", "", text]);
    let three = Means::Listed(vec![iron(4.0), iron(7.5), iron(10.0)]);
    for text in ["4 7.5 10", "4, 7,5, 10", "4;7,5;10", " 4  7.5\n10 4 "] {
        assert_eq!(list(text), Ok(three.clone()), "{text}");
    }
    for text in ["", " , ", "4 x 10", "4,7.5,10"] {
        assert_eq!(list(text), Err((Place::List, Problem::NotANumber)), "{text}");
    }
    let many: String = (1..=61).map(|n| format!("{n} ")).collect();
    assert_eq!(list(&many), Err((Place::List, Problem::TooMany(60))));
    let row =
        |weight: &str, unit, pairs: &str| PlateDraft { weight: weight.into(), unit, pairs: pairs.into() };
    let (kg, lb) = (MassUnit::Kilograms, MassUnit::Pounds);
    let both = plates(&[row("20", kg, "2"), row("45", lb, "1")]).unwrap();
    assert_eq!(both[1].plate, Iron::pounds(45.0).unwrap());
    assert_eq!(plates(&[row("20", kg, "0")]), Err((Place::Pairs(0), Problem::OutOfRange(1.0, 30.0))));
    assert_eq!(plates(&[row("", kg, "2")]), Err((Place::Plate(0), Problem::NotANumber)));
    assert_eq!(plates(&[row("101", kg, "2")]), Err((Place::Plate(0), Problem::OutOfRange(0.1, 100.0))));
    let rows: Vec<PlateDraft> = (1..=17).map(|n| row(&n.to_string(), kg, "1")).collect();
    assert_eq!(plates(&rows), Err((Place::Plate(16), Problem::TooMany(16))));
}

#[test]
fn a_draft_of_known_means_checks_to_the_same_means() {
    let list = Means::Listed(vec![iron(4.0), iron(17.5)]);
    let stack = Means::Even { least: iron(5.0), most: iron(75.0), step: iron(7.5) };
    for means in [Means::Plates(Iron::pounds(45.0).unwrap()), list, stack] {
        let draft = ThingDraft::of(&means, MassUnit::Kilograms, &|number| number.to_string());
        assert_eq!(draft.check(), Ok(means));
    }
}
