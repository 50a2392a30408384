//! Another app's log: read in steps, counted, sorted, confirmed once, merged.

use super::{card, file_field, page, stack};
use crate::app::actions;
use crate::app::device;
use crate::app::documents::{Documents, documents};
use crate::app::href;
use crate::domain::exercise::{CATALOGUE, ExerciseId};
use crate::domain::settings::MassUnit;
use crate::exchange::{
    Answers, Decision, DistanceUnit, ForeignLog, FoundName, Guess, Preview, Reader, SIZE_MAX, Taken,
    UnitFound, decode, taken,
};
use crate::i18n::en::{data as words, exchange as reasons};
use crate::routes::Page;
use crate::ui::element::{El, Part, el, fixed, group, of, part, say, say_as, told};
use crate::ui::state::{Computed, State};
use crate::ui::{Choice, Look, button, link_button};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// Rows read before the page may answer again.
const ROWS_A_STEP: usize = 2_000;
const UNITS: [MassUnit; 2] = [MassUnit::Kilograms, MassUnit::Pounds];
const DISTANCES: [DistanceUnit; 2] = [DistanceUnit::Kilometres, DistanceUnit::Miles];
/// Refused rows that are shown one by one: a file may have nothing else.
const REFUSED_SHOWN: usize = 200;
/// With more names than this, the catalogue is offered below a name only once it is looked at.
const NAMES_EASY: usize = 200;
/// The value of "other work" in the lists: no slug can be it.
const OTHER: &str = "_other";

/// An import that is being prepared.
#[derive(Clone, Copy)]
struct Coming {
    docs: Documents,
    /// The name of the file.
    name: State<String>,
    log: StoredValue<Option<ForeignLog>, LocalStorage>,
    answers: State<Answers>,
    preview: State<Option<Preview>>,
    progress: State<Option<f64>>,
    problem: State<String>,
    stop: StoredValue<Rc<Cell<bool>>, LocalStorage>,
    /// Whether the unit and the distance were asked for: what was asked once stays, so that it can be mended.
    asks: State<(bool, bool)>,
}

impl Coming {
    /// Counts once more what the answers make of the file.
    fn count(self) {
        let own = self.docs.exercises();
        let counted = self.log.with_value(|log| {
            log.as_ref().map(|log| own.with_untracked(|own| log.preview(own, &self.answers.get_untracked())))
        });
        self.preview.set(counted);
    }

    fn answer(self, change: impl FnOnce(&mut Answers)) {
        self.answers.update(change);
        self.count();
    }

    /// Whether this reading is still the one whose outcome counts: not where another file was chosen since, nor where
    /// the page is gone.
    fn is_newest(self, reading: &Rc<Cell<bool>>) -> bool {
        self.stop.try_with_value(|newest| Rc::ptr_eq(newest, reading)).unwrap_or_default()
    }

    /// Gives up the file that is being read, if any.
    fn give_up(self) {
        self.stop.try_with_value(|stop| stop.set(true));
    }

    fn pick(self, file: device::File) {
        self.give_up();
        let cancelled = Rc::new(Cell::new(false));
        self.stop.set_value(cancelled.clone());
        self.name.set(file.name());
        self.preview.set(None);
        self.problem.set(String::new());
        self.progress.set(Some(0.0));
        device::spawn(async move {
            let outcome = read(file, cancelled.clone(), self.progress).await;
            if !self.is_newest(&cancelled) {
                return;
            }
            self.progress.set(None);
            match outcome {
                Ok(found) => {
                    let first =
                        self.docs.exercises().with_untracked(|own| found.preview(own, &Answers::default()));
                    let unit = matches!(first.unit, UnitFound::Ask { .. });
                    self.asks.set((unit, first.distances_asked > 0));
                    self.answers.set(Answers { names: first.proposals(), ..Answers::default() });
                    self.log.set_value(Some(found));
                    self.count();
                }
                Err(text) => {
                    self.problem.set(self.name.with_untracked(|name| words::of_file(name, &text)));
                }
            }
        });
    }

    fn take(self) {
        let own = self.docs.exercises();
        let made = self.log.with_value(|log| {
            log.as_ref().map(|log| own.with_untracked(|own| log.import(own, &self.answers.get_untracked())))
        });
        match made {
            Some(Ok(found)) => {
                if actions::import_sessions(self.docs, &found).is_ok() {
                    self.preview.set(None);
                    self.log.set_value(None);
                    self.problem.set(String::new());
                } else {
                    self.problem.set(words::NOT_TAKEN.to_owned());
                }
            }
            Some(Err(error)) => self.problem.set(reasons::import_error(&error)),
            None => {}
        }
    }
}

/// The import.
pub fn import() -> El {
    let coming = Coming {
        docs: documents(),
        name: State::new(String::new()),
        log: StoredValue::new_local(None),
        answers: State::new(Answers::default()),
        preview: State::new(None),
        progress: State::new(None),
        problem: State::new(String::new()),
        stop: StoredValue::new_local(Rc::default()),
        asks: State::new((false, false)),
    };
    let Coming { preview, progress, problem, .. } = coming;
    on_cleanup(move || coming.give_up());
    let busy = move || {
        let bar = el("progress").class("progress").set("max", "1").set("aria-label", words::READING);
        let bar = bar.live_share(move || progress.get().unwrap_or_default());
        let cancel = button(words::CANCEL, Look::Ghost).press(move || coming.give_up());
        of("div", "stack").child(bar).child(cancel)
    };
    let asked =
        Computed::new(move || preview.with(|p| p.as_ref().map(|p| p.asked().cloned().collect::<Vec<_>>())));
    let ready = move || preview.with(Option::is_some);
    let asks_unit = move || ready() && coming.asks.get().0;
    let asks_distance = move || ready() && coming.asks.get().1;
    let main = card()
        .set("id", "import")
        .child(say_as("p", "muted", words::IMPORT_TEXT))
        .child(file_field("import-file", ".csv,text/csv", move |file| coming.pick(file)))
        .shown(move || progress.with(Option::is_some), busy)
        .part(move || {
            preview.with(|preview| preview.as_ref().map_or_else(|| part([]), |found| summary(coming, found)))
        })
        .shown(asks_unit, move || unit(coming))
        .shown(asks_distance, move || distance(coming))
        .part(move || asked.with(|asked| asked.as_ref().and_then(|list| names(coming, list))))
        .shown(ready, move || button(words::IMPORT_DO, Look::Primary).press(move || coming.take()))
        .child(of("p", "warn").set("role", "status").live_text(move || problem.get()));
    let back = link_button(words::TITLE, Look::Chip, href(Page::Data));
    let here = Computed::new(move || coming.docs.log().with(taken));
    let before = move || here.with(|here| (!here.is_empty()).then(|| already(coming.docs, here)));
    page(fixed(""), fixed(words::IMPORT), Some(back)).child(stack().child(main).part(before))
}

/// What came from other apps before, each with a way back.
fn already(docs: Documents, here: &[Taken]) -> El {
    let rows = here.iter().map(|taken| {
        let app = taken.app;
        let back = button(reasons::TAKE_BACK, Look::Ghost)
            .set("aria-label", reasons::take_back(app))
            .press(move || actions::take_back(docs, app).unwrap_or_default());
        of("div", "row").child(say("span", reasons::taken(taken))).child(back)
    });
    card()
        .set("id", "taken")
        .child(say("h2", reasons::TAKEN))
        .child(say_as("p", "muted", reasons::TAKEN_TEXT))
        .all(rows)
}

fn unit(coming: Coming) -> El {
    Choice {
        name: "import-unit",
        legend: words::IMPORT_UNIT.to_owned(),
        options: UNITS.map(|u| words::unit(u).to_owned()).to_vec(),
        chosen: Rc::new(move || coming.answers.with(|a| UNITS.iter().position(|u| Some(*u) == a.weight))),
        choose: told(move |place: usize| coming.answer(|a| a.weight = UNITS.get(place).copied())),
        tall: false,
    }
    .draw()
}

fn distance(coming: Coming) -> El {
    Choice {
        name: "import-distance",
        legend: reasons::DISTANCE.to_owned(),
        options: reasons::DISTANCES.map(str::to_owned).to_vec(),
        chosen: Rc::new(move || {
            coming.answers.with(|a| DISTANCES.iter().position(|u| Some(*u) == a.distance))
        }),
        choose: told(move |place: usize| coming.answer(|a| a.distance = DISTANCES.get(place).copied())),
        tall: false,
    }
    .draw()
}

/// What would come in, counted.
fn summary(coming: Coming, preview: &Preview) -> Part {
    let refused = (!preview.refused.is_empty()).then(|| {
        let rows = preview.refused.iter().take(REFUSED_SHOWN).map(|row| say("li", reasons::refused(row)));
        let more = preview.refused.len().checked_sub(REFUSED_SHOWN).filter(|more| *more > 0);
        of("details", "table-switch")
            .child(say("summary", coming.name.with_untracked(|name| reasons::left_out(name))))
            .child(group("ul", "list", rows))
            .maybe(more.map(|more| say_as("p", "muted", reasons::more_refused(more))))
    });
    part(words::import_preview(preview).into_iter().map(|line| say("p", line)).chain(refused))
}

/// The names that need a word from the person.
fn names(coming: Coming, asked: &[FoundName]) -> Option<El> {
    let chosen = coming.answers.get_untracked().names;
    let rows = asked.iter().map(|found| {
        let now = match chosen.get(&found.name) {
            Some(Decision::Exercise(id)) => id.as_str().to_owned(),
            Some(Decision::Other) => OTHER.to_owned(),
            None => String::new(),
        };
        name_row(coming, found, now, asked.len() <= NAMES_EASY)
    });
    let list = group("div", "names", rows);
    (!asked.is_empty()).then(|| {
        of("details", "table-switch")
            .set("open", "")
            .child(say("summary", words::NAMES))
            .child(say_as("p", "muted", words::NAMES_TEXT))
            .child(list)
    })
}

fn name_row(coming: Coming, found: &FoundName, now: String, easy: bool) -> El {
    let label = format!("{} ({})", found.name, found.rows);
    // Other work is nearly always right: the whole catalogue below it would be hundreds of lines a name.
    let all = State::new(easy && found.guess != Guess::Other);
    let options = move || {
        let option = |(value, text): (&str, &str)| {
            say("option", text).set("value", value).flag("selected", value == now)
        };
        let ends = [("", reasons::CHOOSE), (OTHER, words::OTHER)];
        let offered = CATALOGUE.iter().filter(|row| all.get() || row.slug == now);
        part(ends.into_iter().chain(offered.map(|row| (row.slug, row.name))).map(option))
    };
    let name = found.name.clone();
    let select = el("select").part(options).on("focus", move |_| {
        if !all.get_untracked() {
            all.set(true);
        }
    });
    let select = select.on_value("change", move |value| {
        let name = name.clone();
        coming.answer(|a| {
            match ExerciseId::parse(&value) {
                Ok(id) => a.names.insert(name, Decision::Exercise(id)),
                Err(_) if value == OTHER => a.names.insert(name, Decision::Other),
                Err(_) => a.names.remove(&name),
            };
        });
    });
    of("label", "names__row").child(say("span", label)).child(select)
}

/// Reads and parses in steps; the words of what went wrong come back.
async fn read(
    file: device::File,
    cancelled: Rc<Cell<bool>>,
    progress: State<Option<f64>>,
) -> Result<ForeignLog, String> {
    let given_up = cancelled.clone();
    // The bar belongs to the newest file alone.
    let tell = move |share| {
        if !given_up.get() {
            progress.set(Some(share));
        }
    };
    let bytes = device::read(file, SIZE_MAX as f64, cancelled.clone(), |share| tell(share / 2.0))
        .await
        .map_err(|problem| match problem {
            device::FileProblem::TooLarge => words::TOO_LARGE.to_owned(),
            device::FileProblem::Unreadable => words::UNREADABLE.to_owned(),
            device::FileProblem::Cancelled => words::STOPPED.to_owned(),
        })?;
    let text = decode(&bytes).map_err(|error| reasons::file_error(&error.into()))?;
    drop(bytes);
    let mut reader =
        Reader::new(text).map_err(|error| reasons::file_error(&error))?.in_zone(device::offset_at);
    loop {
        let step = reader.step(ROWS_A_STEP).map_err(|error| reasons::file_error(&error))?;
        if step.finished {
            break;
        }
        tell(0.5 + step.done as f64 / step.total.max(1) as f64 / 2.0);
        device::breathe().await;
        if cancelled.get() {
            return Err(words::STOPPED.to_owned());
        }
    }
    reader.finish().map_err(|error| reasons::file_error(&error))
}
