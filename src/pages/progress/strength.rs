//! Estimated strength of one exercise: points by how far they can be trusted, the line through them with its
//! uncertainty, records, and where each estimate comes from.

use super::export::{Sheet, export};
use super::{allowed, card, note, stack, two};
use crate::app::documents::documents;
use crate::app::href_of;
use crate::domain::calendar::Day;
use crate::domain::exercise::ExerciseId;
use crate::domain::statistics::{Confidence, Formula, Trend};
use crate::domain::training::estimates::{Basis, Estimates, Point, estimates, exercises};
use crate::domain::units::Kg;
use crate::i18n::en::{history as past, progress as shared, progress::strength as words, session};
use crate::i18n::{Locale, Units, full_day};
use crate::pages::history;
use crate::routes::Page;
use crate::ui::chart::{Dot, Mark, POINTS_SIZE, PointsChart};
use crate::ui::element::{El, of, say, say_as, told};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Choice, Look, link_button, select, table, why};
use std::rc::Rc;

/// Days of each span; the last is everything.
const SPANS: [Option<i64>; 3] = [Some(84), Some(365), None];
/// Places along the line at which its space is drawn.
const STEPS: i64 = 8;

/// The view.
pub(super) fn strength() -> El {
    let docs = documents();
    if !allowed().0 {
        return note(words::HIDDEN);
    }
    let list = docs.log().with(|log| docs.exercises().with(|own| exercises(log, own)));
    let Some(most) = list.first().cloned() else { return note(words::NOTHING) };
    let exercise = State::new(most);
    let formula = State::new(Formula::default());
    let span = State::new(0_usize);
    let found = Computed::new(move || {
        let today = docs.today().get();
        let from = SPANS.get(span.get()).copied().flatten().map_or(Day::EPOCH, |days| today.plus(1 - days));
        let (exercise, formula) = (exercise.get(), formula.get());
        docs.book(|book| {
            let basis = Basis { log: &book.log, plans: &book.plans, trials: &book.trials, body: &book.body };
            estimates(&basis, &exercise, formula, from, today)
        })
    });
    let names: Vec<String> = list.iter().map(|id| docs.exercise_name(id)).collect();
    let ids: Rc<Vec<ExerciseId>> = Rc::new(list);
    let known = ids.clone();
    let exercises = select(
        "exercise",
        words::EXERCISE,
        &names,
        Rc::new(move || known.iter().position(|id| *id == exercise.get()).unwrap_or(0)),
        Rc::new(move |place| {
            if let Some(id) = ids.get(place) {
                exercise.set(id.clone());
            }
        }),
    );
    let formulas = select(
        "formula",
        words::FORMULA,
        &Formula::ALL.map(|formula| words::formula(formula).to_owned()),
        Rc::new(move || Formula::ALL.iter().position(|one| *one == formula.get()).unwrap_or(0)),
        Rc::new(move |place| formula.set(Formula::ALL.get(place).copied().unwrap_or_default())),
    );
    let spans = Choice {
        name: "time",
        legend: words::SPAN.to_owned(),
        options: words::SPANS.map(str::to_owned).to_vec(),
        chosen: Rc::new(move || Some(span.get())),
        choose: told(move |place| span.set(place)),
        tall: false,
    };
    let drawn = move || {
        let id = exercise.get_untracked();
        found.with(|found| untrack(|| course(&id, found)))
    };
    let name = move || docs.exercise_name(&exercise.get_untracked());
    let saves = export(Sheet {
        drawing: "points",
        size: POINTS_SIZE,
        name: Rc::new(name),
        heads: words::SHEET_HEADS.into(),
        rows: Rc::new(move || found.with_untracked(sheet)),
    });
    // It stays open while the formula or the span changes: it is not drawn anew, its rows are.
    let cells = move || found.with(|found| rows(found, docs.units(), &docs.locale()));
    let beneath = of("div", "stack stack--tight").shown(
        move || found.with(|found| !found.points.is_empty()),
        move || of("div", "").child(table(shared::TABLE, &words::HEADS, cells)).child(saves.clone()),
    );
    let main = card()
        .child(exercises)
        .child(formulas)
        .child(spans.draw())
        .part(drawn)
        .child(beneath)
        .child(why(words::WHY, words::why()));
    two(main, stack().part(move || best(&exercise.get())))
}

/// The drawing with what it says.
fn course(id: &ExerciseId, found: &Estimates) -> Vec<El> {
    let docs = documents();
    let (units, locale) = (docs.units(), docs.locale());
    let left_out = words::left_out(found.left_out).map(|text| say_as("p", "muted", text));
    let (Some(first), Some(last)) = (found.points.first(), found.points.last()) else {
        return [Some(say("p", words::NO_POINTS)), left_out].into_iter().flatten().collect();
    };
    let number = move |load: Kg| past::whole(load, units, &locale);
    let best = found.best().unwrap_or(last.estimate.load);
    let fact = |number: String, word: &str| {
        of("div", "").child(say("b", number)).child(say_as("span", "muted", word))
    };
    let bodies = last.bodies.filter(|_| allowed().1);
    let facts = of("div", "facts")
        .child(fact(number(last.estimate.load), words::NOW))
        .child(fact(number(best), words::BEST))
        .maybe(bodies.map(|bodies| fact(words::bodies(bodies, &locale), words::BODIES)));
    let trend = found.trend();
    let said = words::trend(trend.as_ref().map_err(|none| *none), &locale);
    let day = |point: &Point| point.day.days_since(first.day) as f64;
    let shown = move |kg: f64| Kg::from_kg(kg).map_or(0.0, |kg| units.mass_value(kg));
    let dots = found.points.iter().map(|point| Dot {
        at: day(point),
        value: units.mass_value(point.estimate.load),
        error: 0.0,
        mark: mark(point.estimate.confidence),
    });
    let chart = PointsChart {
        dots: dots.collect(),
        line: trend.as_ref().map(|trend| line(trend, day(last), &shown)).unwrap_or_default(),
        ends: [full_day(first.day), full_day(last.day)],
        number: Box::new(move |value| locale.number(value, 0)),
        summary: words::summary(
            &docs.exercise_name(id),
            &number(first.estimate.load),
            &number(last.estimate.load),
            found.points.len(),
        ),
    };
    let effort = if found.uses_effort { words::WITH_EFFORT } else { words::WITHOUT_EFFORT };
    let mut all = vec![facts, say("p", said).set("role", "status")];
    all.push(of("div", "stack stack--tight").with(chart.draw()));
    all.push(say_as("p", "muted", words::LEGEND));
    all.push(say_as("p", "muted", effort));
    all.extend(left_out);
    all
}

const fn mark(confidence: Confidence) -> Mark {
    match confidence {
        Confidence::Good => Mark::Full,
        Confidence::Fair => Mark::Ring,
        Confidence::Low => Mark::Cross,
    }
}

/// The line and its space, in the person's unit.
fn line(trend: &Trend, until: f64, shown: &dyn Fn(f64) -> f64) -> Vec<(f64, f64, (f64, f64))> {
    let place = |step: i64| {
        let day = until * step as f64 / STEPS as f64;
        let (low, high) = trend.range(day);
        (day, shown(trend.at(day)), (shown(low), shown(high)))
    };
    (0..=STEPS).map(place).collect()
}

fn rows(found: &Estimates, units: Units, locale: &Locale) -> Vec<Vec<String>> {
    let body = allowed().1;
    let row = |point: &Point| {
        let bodies = point.bodies.filter(|_| body).map(|bodies| words::bodies(bodies, locale));
        vec![
            full_day(point.day),
            past::whole(point.estimate.load, units, locale),
            session::set(&point.entry, units, locale),
            words::trust(point.estimate.confidence).to_owned(),
            bodies.unwrap_or_default(),
        ]
    };
    found.points.iter().rev().map(row).collect()
}

fn sheet(found: &Estimates) -> Vec<Vec<String>> {
    let plain = Locale::default();
    let row = |point: &Point| {
        let reps = point.entry.reps().map(|reps| reps.get().to_string()).unwrap_or_default();
        let rir = point.entry.effort.rir.map(|rir| plain.typed(rir.value(), 1)).unwrap_or_default();
        vec![
            point.day.to_string(),
            plain.typed(point.estimate.load.kg(), 1),
            plain.typed(point.entry.load.kg(), 2),
            reps,
            rir,
            words::trust(point.estimate.confidence).to_owned(),
        ]
    };
    found.points.iter().map(row).collect()
}

/// The records, and the way to every time it was done.
fn best(id: &ExerciseId) -> El {
    let all = link_button(words::ALL, Look::Ghost, href_of(Page::Exercise, id.as_str()));
    stack().child(history::best(id)).child(all)
}
