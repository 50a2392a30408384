//! How the morning is: a tap for each question, gone once it is answered, and the hours slept beside it.

use crate::app::actions;
use crate::app::documents::{Documents, documents};
use crate::domain::recovery::nights::is_night;
use crate::domain::recovery::{Morning, PainSince, Readiness, SleepQuality, Soreness};
use crate::domain::training::hurt::hurt_on;
use crate::domain::units::Minutes;
use crate::i18n::duration;
use crate::i18n::en::{diet, fuel, today as words};
use crate::pages::card;
use crate::pages::fuel::quick::Quick;
use crate::ui::element::{El, Part, Told, fixed, group, of, part, say, say_as, text, told};
use crate::ui::state::{Computed, State, untrack};
use crate::ui::{Look, bare_button, button};

const NIGHTS: [SleepQuality; 3] = [SleepQuality::Poor, SleepQuality::Fair, SleepQuality::Good];
const SORE: [Soreness; 3] = [Soreness::None, Soreness::Some, Soreness::Strong];
const PAIN: [PainSince; 3] = [PainSince::Better, PainSince::Same, PainSince::Worse];
const READY: [Readiness; 3] = [Readiness::Low, Readiness::Usual, Readiness::High];

/// The morning's card.
pub fn morning() -> El {
    let docs = documents();
    let open = State::new(false);
    let said = Computed::new(move || {
        let today = docs.today().get();
        docs.body().with(|body| body.mornings.days.get(&today).copied().unwrap_or_default())
    });
    let slept = Computed::new(move || {
        let today = docs.today().get();
        docs.body().with(|body| body.sleep.get(&today).copied())
    });
    let hurt = Computed::new(move || {
        let yesterday = docs.today().get().plus(-1);
        docs.log().with(|log| !hurt_on(log, yesterday).is_empty())
    });
    // One source for what is drawn anew: a tap moves the focus on to the next question.
    let asked = Computed::new(move || (said.get(), hurt.get(), open.get()));
    let questions = move || {
        let (said, hurt, all) = asked.get();
        untrack(|| questions(said, hurt, all))
    };
    let line = move || {
        let hours = slept.get().map(duration);
        said.with(|said| words::morning(hours.as_deref(), said))
    };
    let any = move || slept.get().is_some() || said.get() != Morning::default();
    let change = move || {
        let word = move || if open.get() { words::MORNING_DONE } else { words::MORNING_CHANGE }.to_owned();
        of("div", "row").child(of("p", "muted").live_text(line)).child(
            button("", Look::Chip)
                .set("id", "morning-change")
                .live_text(word)
                .live("aria-expanded", move || Some(open.get().to_string()))
                .press(move || open.update(|open| *open = !*open)),
        )
    };
    card()
        .set("id", "morning")
        .child(say("h2", words::MORNING))
        .part(questions)
        .shown(move || slept.get().is_none() || open.get(), hours)
        .shown(any, change)
}

/// The hours of the night, as Fuel asks for them.
fn hours() -> El {
    let docs = documents();
    let today = move || docs.today().get();
    Quick {
        name: "sleep-today",
        label: fuel::SLEPT,
        unit: fixed(fuel::HOURS),
        known: text(move || {
            let minutes = docs.body().with(|body| body.sleep.get(&today()).copied());
            minutes.map(|m| docs.locale().typed(f64::from(m.get()) / 60.0, 2)).unwrap_or_default()
        }),
        keep: Box::new(move |hours| {
            let minutes = Minutes::try_new((hours * 60.0).round() as i64).ok().filter(|_| is_night(hours));
            let kept =
                minutes.map(|slept| actions::log_sleep(docs, docs.today().get_untracked(), Some(slept)));
            if matches!(kept, Some(Ok(()))) { Ok(()) } else { Err(diet::BAD_SLEEP.to_owned()) }
        }),
        forget: Some(Box::new(move || {
            let done = actions::log_sleep(docs, docs.today().get_untracked(), None);
            done.map_err(|_| diet::BAD_SLEEP.to_owned())
        })),
    }
    .draw()
}

fn questions(said: Morning, hurt: bool, all: bool) -> Part {
    let docs = documents();
    let mut shown: Vec<El> = Vec::new();
    let mut ask = |legend: &str, options: [&str; 3], chosen: Option<usize>, tell: Told<usize>| {
        if all || chosen.is_none() {
            shown.push(taps(legend, options, chosen, &tell));
        }
    };
    ask(
        words::SLEEP_QUALITY,
        words::SLEEP_QUALITIES,
        NIGHTS.iter().position(|one| Some(*one) == said.sleep),
        told(move |at| keep(docs, Morning { sleep: NIGHTS.get(at).copied(), ..said })),
    );
    ask(
        words::SORENESS,
        words::SORENESSES,
        SORE.iter().position(|one| Some(*one) == said.soreness),
        told(move |at| keep(docs, Morning { soreness: SORE.get(at).copied(), ..said })),
    );
    if hurt {
        ask(
            words::PAIN_SINCE,
            words::PAINS_SINCE,
            PAIN.iter().position(|one| Some(*one) == said.pain),
            told(move |at| keep(docs, Morning { pain: PAIN.get(at).copied(), ..said })),
        );
    }
    ask(
        words::READINESS,
        words::READINESSES,
        READY.iter().position(|one| Some(*one) == said.readiness),
        told(move |at| keep(docs, Morning { readiness: READY.get(at).copied(), ..said })),
    );
    part(shown)
}

/// How a night was, in one tap; `tell` keeps the morning with the answer.
pub fn quality(said: Morning, tell: impl Fn(Morning) + 'static) -> El {
    let chosen = NIGHTS.iter().position(|one| Some(*one) == said.sleep);
    let tell = told(move |at: usize| tell(Morning { sleep: NIGHTS.get(at).copied(), ..said }));
    taps(words::SLEEP_QUALITY, words::SLEEP_QUALITIES, chosen, &tell)
}

fn keep(docs: Documents, morning: Morning) {
    actions::log_morning(docs, docs.today().get_untracked(), morning).ok();
}

/// A question with an answer a tap.
fn taps(legend: &str, options: [&str; 3], chosen: Option<usize>, tell: &Told<usize>) -> El {
    let buttons = options.into_iter().enumerate().map(|(at, label)| {
        let tell = tell.clone();
        bare_button("taps__one")
            .set("aria-pressed", (chosen == Some(at)).to_string())
            .text(label)
            .press(move || tell(at))
    });
    let row = group("div", "taps", buttons).set("role", "group").set("aria-label", legend);
    of("div", "field").child(say_as("span", "field__label", legend).set("aria-hidden", "true")).child(row)
}
