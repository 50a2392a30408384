//! The form, and what it leads to on the same page as it is filled in.

mod food;
mod gym;
mod outcome;
mod you;

use super::{page, stack, two};
use crate::app::actions;
use crate::app::documents::documents;
use crate::app::{go, href};
use crate::domain::athlete::{Field as Asked, Problem, Profile, ProfileDraft};
use crate::domain::safety::SafetyAnswers;
use crate::i18n::en::welcome as words;
use crate::routes::Page;
use crate::ui::element::{El, Text, fixed, of, text, told};
use crate::ui::state::{Computed, State};
use crate::ui::{Choice, Field, Look, button, link_button};
use std::rc::Rc;

/// What is answered so far.
#[derive(Clone, Copy)]
struct Answers {
    form: State<ProfileDraft>,
    safety: State<SafetyAnswers>,
    checked: Computed<Result<Profile, Vec<(Asked, Problem)>>>,
    /// Errors are shown for what has been touched, and for everything once the button was pressed.
    pressed: State<bool>,
}

impl Answers {
    /// What is wrong with a field; empty before it is `touched`.
    fn error(self, field: Asked, touched: impl Fn(&ProfileDraft) -> bool + 'static) -> Text {
        let locale = documents().locale();
        text(move || {
            let shown = self.pressed.get() || self.form.with(&touched);
            let problem = self.checked.with(|checked| {
                let list = checked.as_ref().err()?;
                list.iter().find(|(f, _)| *f == field).map(|(_, p)| *p)
            });
            problem.filter(|_| shown).map(|p| words::problem(p, &locale)).unwrap_or_default()
        })
    }

    /// A number that is typed into one of the form's texts.
    fn number(
        self,
        name: &'static str,
        label: &'static str,
        field: Asked,
        unit: Text,
        place: fn(&mut ProfileDraft) -> &mut String,
    ) -> Field {
        let read = move |form: &ProfileDraft| place(&mut form.clone()).clone();
        Field {
            name,
            label,
            value: text(move || self.form.with(read)),
            on_type: told(move |typed| self.form.update(|form| *place(form) = typed)),
            unit,
            hint: "",
            error: self.error(field, move |form| !read(form).is_empty()),
            number: true,
        }
    }

    /// One of several, kept in the form.
    fn choice(
        self,
        name: &'static str,
        legend: &str,
        options: Vec<String>,
        chosen: fn(&ProfileDraft) -> Option<usize>,
        choose: fn(&mut ProfileDraft, usize),
    ) -> Choice {
        Choice {
            name,
            legend: legend.to_owned(),
            options,
            chosen: Rc::new(move || self.form.with(chosen)),
            choose: told(move |place| self.form.update(|form| choose(form, place))),
            tall: false,
        }
    }
}

/// The form.
pub fn welcome() -> El {
    let docs = documents();
    let known = docs.profile().get_untracked().filter(|_| !docs.example().get_untracked());
    let settings = docs.settings().get_untracked();
    let first_time = known.is_none();
    let form = State::new(match &known {
        Some(profile) => ProfileDraft::of(profile, settings.mass, settings.length),
        None => ProfileDraft { mass: settings.mass, length: settings.length, ..ProfileDraft::default() },
    });
    let safety =
        State::new(if first_time { SafetyAnswers::default() } else { docs.safety().get_untracked() });
    let answers = Answers {
        form,
        safety,
        checked: Computed::new(move || form.with(ProfileDraft::check)),
        pressed: State::new(false),
    };
    let left = stack()
        .child(you::body(answers))
        .child(you::training(answers))
        .child(gym::equipment(answers))
        .child(gym::joints(answers));
    let right = stack()
        .child(food::food(answers))
        .child(food::conditions(answers))
        .child(outcome::outcome(answers, adopting(answers)));
    let (above, title) = if first_time { (words::PROMISE, words::TITLE) } else { ("", words::TITLE_AGAIN) };
    page(fixed(above), fixed(title), None).maybe(first_time.then(hero)).child(two(left, right))
}

/// Two other ways in.
fn hero() -> El {
    let docs = documents();
    let to_today = go(Page::Today);
    let example = button(words::EXAMPLE, Look::Ghost).press(move || {
        actions::show_example(docs);
        to_today();
    });
    of("div", "buttons").child(example).child(link_button(words::IMPORT, Look::Ghost, href(Page::Import)))
}

/// Takes the answers and their plan.
fn adopting(answers: Answers) -> impl Fn() + 'static {
    let docs = documents();
    let Answers { form, safety, checked, pressed } = answers;
    let (to_plan, to_today) = (go(Page::Plan), go(Page::Today));
    move || {
        pressed.set(true);
        let Ok(profile) = checked.get_untracked() else { return };
        let answers = safety.get_untracked();
        if answers.conditions.is_none() {
            return;
        }
        actions::leave_example(docs);
        let units = form.with_untracked(|form| (form.mass, form.length));
        match actions::adopt(docs, &profile, &answers, units) {
            Ok(()) => to_plan(),
            Err(_) => to_today(),
        }
    }
}
