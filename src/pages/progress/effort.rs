//! Effort as claimed and as it was: the share of hard sets, reps in reserve by movement, what ended sets, and
//! the calibration sets behind it.

use super::export::{Sheet, export};
use super::{card, flat, note, stack, two};
use crate::app::documents::documents;
use crate::domain::calendar::Day;
use crate::domain::diagnosis::{EffortSummary, View, efforts};
use crate::domain::ordered::sort_by_key;
use crate::domain::training::StopReason;
use crate::domain::training::calibration::Trial;
use crate::i18n::Locale;
use crate::i18n::en::count::times;
use crate::i18n::en::{progress as shared, progress::effort as words, session};
use crate::ui::chart::{Pair, PairsChart};
use crate::ui::element::{El, el, group, of, say, say_as, told};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Choice, table};
use std::cmp::Reverse;
use std::rc::Rc;

/// Days of each span; the last is everything.
const SPANS: [Option<i64>; 3] = [Some(28), Some(84), None];
/// The end of the axis and the end of what counts whole, reps in reserve. Source: science D, "Hard set".
const AXIS: (f64, f64) = (6.0, 3.5);
const TICKS: [f64; 4] = [0.0, 2.0, 4.0, 6.0];
/// Calibration sets that are listed.
const TRIALS: usize = 8;

/// One of the spans, as a choice.
pub(super) fn spans(name: &'static str, legend: &str, options: &[&str], span: State<usize>) -> El {
    let options = options.iter().map(|text| (*text).to_owned()).collect();
    let chosen = Rc::new(move || Some(span.get()));
    let choose = told(move |place| span.set(place));
    Choice { name, legend: legend.to_owned(), options, chosen, choose, tall: false }.draw()
}

/// The view.
pub(super) fn effort() -> El {
    let docs = documents();
    let span = State::new(0_usize);
    let found = Computed::new(move || {
        let today = docs.today().get();
        let days = SPANS.get(span.get()).copied().flatten();
        let from = days.map_or(Day::EPOCH, |days| today.plus(1 - days));
        docs.book(|book| efforts(&View::of(book, today), from, today))
    });
    let drawn = move || found.with(|found| untrack(|| summed(found)));
    let any = move || found.with(|found| !found.patterns.is_empty());
    let beside = move || found.with(|found| untrack(|| explained(found)));
    let choice = spans("effort-span", words::SPAN, &words::SPANS, span);
    stack()
        .child(card().child(choice))
        .child(two(stack().part(drawn).shown(any, move || patterns(found)), stack().part(beside)))
}

fn summed(found: &EffortSummary) -> Vec<El> {
    let locale = documents().locale();
    if found.sets == 0 {
        return vec![note(words::NOTHING)];
    }
    let fact = |number: String, word: &str| {
        of("div", "").child(say("b", number)).child(say_as("span", "muted", word))
    };
    let facts = of("div", "facts")
        .child(fact(words::share(found.stated, found.sets, &locale), words::STATED))
        .maybe((found.stated > 0).then(|| fact(words::share(found.hard, found.stated, &locale), words::HARD)))
        .maybe(
            (found.stated > 0)
                .then(|| fact(words::share(found.confirmed, found.stated, &locale), words::CONFIRMED)),
        );
    let first = card().child(facts);
    if found.stated == 0 {
        return vec![first.child(say("p", words::NO_EFFORT))];
    }
    vec![first]
}

fn rows(found: &EffortSummary, locale: &Locale) -> Vec<Vec<String>> {
    let row = |one: &crate::domain::diagnosis::PatternEffort| {
        let was = one.achieved.map_or(words::UNKNOWN.to_owned(), |was| words::reps(was, locale));
        vec![
            words::pattern(one.pattern).to_owned(),
            one.sets.to_string(),
            words::reps(one.claimed, locale),
            was,
        ]
    };
    found.patterns.iter().map(row).collect()
}

fn patterns(found: Computed<EffortSummary>) -> El {
    let locale = documents().locale();
    let drawn = move || found.with(|found| untrack(|| said_and_was(found, &locale)));
    let cells = move || found.with(|found| rows(found, &locale));
    card().child(say("h2", words::PATTERNS)).part(drawn).child(table(shared::TABLE, &words::HEADS, cells))
}

/// The drawing of what was said and what was.
fn said_and_was(found: &EffortSummary, locale: &Locale) -> Vec<El> {
    let cells = rows(found, locale);
    let pairs = found.patterns.iter().map(|one| Pair {
        label: words::pattern(one.pattern).to_owned(),
        said: one.claimed,
        was: one.achieved,
    });
    let chart = PairsChart {
        pairs: pairs.collect(),
        most: AXIS.0,
        good: AXIS.1,
        ticks: &TICKS,
        summary: words::summary(&cells),
    };
    let plain = rows(found, &Locale::default());
    let saves = export(Sheet {
        drawing: "pairs",
        size: chart.size(),
        name: Rc::new(|| words::PATTERNS.to_owned()),
        heads: words::HEADS.into(),
        rows: Rc::new(move || plain.clone()),
    });
    let uncalibrated = found.patterns.iter().all(|one| one.achieved.is_none());
    let mut all = vec![chart.draw(), say_as("p", "muted", words::LEGEND)];
    all.extend(uncalibrated.then(|| say_as("p", "muted", words::NO_TRIALS)));
    all.push(saves);
    all
}

/// Why sets ended, what the calibration sets said, and the legs beside other work.
fn explained(found: &EffortSummary) -> Vec<El> {
    let docs = documents();
    let locale = docs.locale();
    let title = |text: &str| say_as("h2", "card__title", text);
    let stops = StopReason::ALL.into_iter().zip(found.stops).filter(|(_, count)| *count > 0);
    let row = |(reason, count): (StopReason, u32)| {
        el("li").child(say("span", session::stop(reason))).child(say("b", times(count as usize)))
    };
    let stops: Vec<El> = stops.map(row).collect();
    let mut stopped = flat().child(title(words::STOPS));
    stopped = if stops.is_empty() {
        stopped.child(say_as("p", "muted", words::NO_STOPS))
    } else {
        stopped.child(group("ul", "list", stops))
    };
    let mut trials: Vec<Trial> = docs.trials().get();
    sort_by_key(&mut trials, |trial| Reverse(trial.day));
    let tried = trials.iter().take(TRIALS).map(|trial| {
        let (what, found) = words::trial(trial);
        el("li").child(say("span", what)).child(say("b", found))
    });
    let tried: Vec<El> = tried.collect();
    let tried =
        (!tried.is_empty()).then(|| flat().child(title(words::TRIALS)).child(group("ul", "list", tried)));
    let compared = words::compared(found, &locale)
        .map(|text| card().child(say("h2", words::COMPARED)).child(say("p", text)));
    let stopped = (found.sets > 0).then_some(stopped);
    [compared, stopped, tried].into_iter().flatten().collect()
}
