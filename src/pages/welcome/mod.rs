//! The form, and what it leads to on the same page as it is filled in.

mod outcome;

use super::{fixed, head};
use crate::app::actions;
use crate::app::documents::documents;
use crate::app::{go, href};
use crate::domain::anatomy::Muscle;
use crate::domain::athlete::{
    Activity, Care, Experience, Field as Asked, Goal, Problem, Profile, ProfileDraft, Sex, WEEK,
};
use crate::domain::exercise::{Item, Joint, Kit};
use crate::domain::safety::{Condition, SafetyAnswers};
use crate::domain::settings::{LengthUnit, MassUnit};
use crate::i18n::en::{names, welcome as words};
use crate::i18n::weekday;
use crate::routes::Page;
use crate::ui::{Button, Checks, Choice, Field, Look};
use leptos::prelude::*;
use outcome::Outcome;
use std::collections::BTreeSet;

const EXPERIENCES: [Experience; 3] = [Experience::Novice, Experience::Intermediate, Experience::Advanced];
const ACTIVITIES: [Activity; 5] =
    [Activity::Sedentary, Activity::Light, Activity::Moderate, Activity::High, Activity::VeryHigh];
const GOALS: [Goal; 2] = [Goal::Gain, Goal::Maintain];
const SEXES: [Sex; 2] = [Sex::Female, Sex::Male];
const CARES: [Care; 3] = [Care::None, Care::Careful, Care::Avoid];
const KITS: [Kit; 5] = [Kit::GYM, Kit::HOME_BARBELL, Kit::DUMBBELLS, Kit::HOTEL, Kit::NONE];

type Form = RwSignal<ProfileDraft>;

/// The form.
#[component]
pub fn Welcome() -> impl IntoView {
    let docs = documents();
    let known = docs.profile().with_untracked(Clone::clone).filter(|_| !docs.example().get_untracked());
    let settings = docs.settings().get_untracked();
    let first_time = known.is_none();
    let form: Form = RwSignal::new(match &known {
        Some(profile) => ProfileDraft::of(profile, settings.mass, settings.length),
        None => ProfileDraft { mass: settings.mass, length: settings.length, ..ProfileDraft::default() },
    });
    let safety =
        RwSignal::new(if first_time { SafetyAnswers::default() } else { docs.safety().get_untracked() });
    // Errors are shown for what has been touched, and for everything once the button was pressed.
    let pressed = RwSignal::new(false);
    let checked: Memo<Result<Profile, Vec<(Asked, Problem)>>> =
        Memo::new(move |_| form.with(ProfileDraft::check));
    let error = move |field: Asked, text: fn(&ProfileDraft) -> bool| {
        let locale = docs.locale();
        Signal::derive(move || {
            let shown = pressed.get() || form.with(text);
            let problem = checked.with(|checked| {
                checked
                    .as_ref()
                    .err()
                    .and_then(|list| list.iter().find(|(f, _)| *f == field).map(|(_, p)| *p))
            });
            problem.filter(|_| shown).map(|p| words::problem(p, &locale)).unwrap_or_default()
        })
    };
    let to_plan = go(Page::Plan);
    let to_today = go(Page::Today);
    let adopt = Callback::new(move |()| {
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
    });
    let to_today = go(Page::Today);
    let example = Callback::new(move |()| {
        actions::show_example(docs);
        to_today();
    });
    let hero = move || {
        first_time.then(|| {
            view! {
                <div class="buttons">
                    <Button label=words::EXAMPLE look=Look::Ghost press=example />
                    <a class="button" href=href(Page::Data)>{words::IMPORT}</a>
                </div>
            }
        })
    };
    view! {
        <div class="page">
            {head(
                fixed(if first_time { words::PROMISE } else { "" }),
                fixed(if first_time { words::TITLE } else { words::TITLE_AGAIN }),
                None,
            )}
            {hero}
            <div class="two">
                <div class="stack">
                    {you(form, error(Asked::Age, |f| !f.age.is_empty()), error(Asked::Height, |f| !f.height.is_empty()), error(Asked::Inches, |f| !f.inches.is_empty()), error(Asked::Weight, |f| !f.weight.is_empty()), error(Asked::BodyFat, |f| !f.body_fat.is_empty()))}
                    {training(form, error(Asked::Days, |_| true), error(Asked::Minutes, |f| !f.minutes.is_empty()))}
                    {equipment(form)}
                    {joints(form)}
                </div>
                <div class="stack">
                    {food(form)}
                    {conditions(safety)}
                    <Outcome checked safety pressed adopt />
                </div>
            </div>
        </div>
    }
}

fn you(
    form: Form,
    age: Signal<String>,
    height: Signal<String>,
    inches: Signal<String>,
    weight: Signal<String>,
    fat: Signal<String>,
) -> impl IntoView {
    let text =
        move |read: fn(&ProfileDraft) -> &String| Signal::derive(move || form.with(|f| read(f).clone()));
    let feet = move || form.with(|f| f.length == LengthUnit::FeetAndInches);
    let units = Signal::derive(move || Some(usize::from(form.with(|f| f.mass == MassUnit::Pounds))));
    let set_units = Callback::new(move |place: usize| {
        form.update(|f| match place {
            1 => f.switch_units(MassUnit::Pounds, LengthUnit::FeetAndInches),
            _ => f.switch_units(MassUnit::Kilograms, LengthUnit::Centimetres),
        });
    });
    let sex = Signal::derive(move || form.with(|f| SEXES.iter().position(|sex| Some(*sex) == f.sex)));
    let set_sex = Callback::new(move |place: usize| form.update(|f| f.sex = SEXES.get(place).copied()));
    let height_unit =
        Signal::derive(move || if feet() { words::FEET.to_owned() } else { words::CM.to_owned() });
    let weight_unit = Signal::derive(move || {
        form.with(|f| if f.mass == MassUnit::Pounds { "lb" } else { "kg" }.to_owned())
    });
    view! {
        <section class="card">
            <h2>{words::YOU}</h2>
            <Choice name="form-units" legend=words::UNITS options=vec![words::KG_CM.into(), words::LB_FT.into()] chosen=units choose=set_units />
            <Field name="age" label=words::AGE value=text(|f| &f.age) on_type=Callback::new(move |t| form.update(|f| f.age = t)) unit=fixed(words::YEARS) error=age number=true />
            <Choice name="sex" legend=words::SEX options=vec![words::FEMALE.into(), words::MALE.into()] chosen=sex choose=set_sex />
            <div class="fields">
                <Field name="height" label=words::HEIGHT value=text(|f| &f.height) on_type=Callback::new(move |t| form.update(|f| f.height = t)) unit=height_unit error=height number=true />
                <Show when=feet>
                    <Field name="inches" label=words::INCHES value=text(|f| &f.inches) on_type=Callback::new(move |t| form.update(|f| f.inches = t)) unit=fixed("in") error=inches number=true />
                </Show>
                <Field name="weight" label=words::WEIGHT value=text(|f| &f.weight) on_type=Callback::new(move |t| form.update(|f| f.weight = t)) unit=weight_unit error=weight number=true />
                <Field name="body-fat" label=words::BODY_FAT value=text(|f| &f.body_fat) on_type=Callback::new(move |t| form.update(|f| f.body_fat = t)) unit=fixed("%") hint=words::FAT_HINT error=fat number=true />
            </div>
            <p class="muted">{words::BODY_HINT}</p>
        </section>
    }
}

fn training(form: Form, days: Signal<String>, minutes: Signal<String>) -> impl IntoView {
    let experience =
        Signal::derive(move || form.with(|f| EXPERIENCES.iter().position(|e| *e == f.experience)));
    let set_experience = Callback::new(move |place: usize| {
        if let Some(chosen) = EXPERIENCES.get(place) {
            form.update(|f| f.experience = *chosen);
        }
    });
    let has_day =
        Callback::new(move |place: usize| form.with(|f| WEEK.get(place).is_some_and(|d| f.days.contains(d))));
    let set_day = Callback::new(move |(place, on): (usize, bool)| {
        let Some(day) = WEEK.get(place).copied() else { return };
        form.update(|f| {
            f.days.retain(|known| *known != day);
            if on {
                f.days.push(day);
            }
        });
    });
    let text = Signal::derive(move || form.with(|f| f.minutes.clone()));
    let priority = Signal::derive(move || {
        form.with(|f| {
            Some(f.priority.and_then(|p| Muscle::MAIN.iter().position(|m| *m == p)).map_or(0, |p| p + 1))
        })
    });
    let set_priority = Callback::new(move |place: usize| {
        form.update(|f| f.priority = place.checked_sub(1).and_then(|p| Muscle::MAIN.get(p)).copied());
    });
    let mut muscles = vec![words::NO_PRIORITY.to_owned()];
    muscles.extend(Muscle::MAIN.map(|muscle| names::muscle(muscle).to_owned()));
    view! {
        <section class="card">
            <h2>{words::TRAINING}</h2>
            <Choice name="experience" legend=words::EXPERIENCE options=EXPERIENCES.map(|e| names::experience(e).to_owned()).to_vec() chosen=experience choose=set_experience />
            <Checks legend=words::DAYS options=WEEK.map(|day| weekday(day).to_owned()).to_vec() checked=has_day toggle=set_day />
            <p class="field__error">{move || days.get()}</p>
            <Field name="minutes" label=words::MINUTES value=text on_type=Callback::new(move |t| form.update(|f| f.minutes = t)) unit=fixed("min") error=minutes number=true />
            <Choice name="priority" legend=words::PRIORITY options=muscles chosen=priority choose=set_priority tall=true />
        </section>
    }
}

fn equipment(form: Form) -> impl IntoView {
    let preset = Signal::derive(move || form.with(|f| KITS.iter().position(|kit| *kit == f.kit)));
    let set_preset = Callback::new(move |place: usize| {
        if let Some(kit) = KITS.get(place) {
            form.update(|f| f.kit = *kit);
        }
    });
    let has = Callback::new(move |place: usize| {
        form.with(|f| Item::ALL.get(place).is_some_and(|item| f.kit.has(*item)))
    });
    let set = Callback::new(move |(place, on): (usize, bool)| {
        if let Some(item) = Item::ALL.get(place) {
            form.update(|f| f.kit = f.kit.with(*item, on));
        }
    });
    let presets = [words::KIT_ALL, words::KIT_HOME, words::KIT_DUMBBELLS, words::KIT_HOTEL, words::KIT_NONE];
    view! {
        <section class="card">
            <h2>{words::KIT}</h2>
            <Choice name="kit" legend="" options=presets.map(str::to_owned).to_vec() chosen=preset choose=set_preset tall=true />
            <details class="table-switch">
                <summary>{words::KIT_EACH}</summary>
                <Checks legend=words::KIT_EACH options=Item::ALL.map(|item| names::item(item).to_owned()).to_vec() checked=has toggle=set />
            </details>
        </section>
    }
}

fn joints(form: Form) -> impl IntoView {
    const NAMES: [&str; 3] = ["knee", "back", "hip"];
    let one = move |(place, joint): (usize, Joint)| {
        let chosen = Signal::derive(move || {
            form.with(|f| CARES.iter().position(|care| *care == f.cautions.of(joint)))
        });
        let choose = Callback::new(move |place: usize| {
            if let Some(care) = CARES.get(place) {
                form.update(|f| f.cautions.set(joint, *care));
            }
        });
        let name = NAMES.get(place).copied().unwrap_or("joint");
        view! {
            <Choice name legend=names::joint(joint) options=CARES.map(|care| names::care(care).to_owned()).to_vec() chosen choose />
        }
    };
    view! {
        <section class="card">
            <h2>{words::JOINTS}</h2>
            {Joint::ALL.into_iter().enumerate().map(one).collect_view()}
        </section>
    }
}

fn food(form: Form) -> impl IntoView {
    let activity = Signal::derive(move || form.with(|f| ACTIVITIES.iter().position(|a| *a == f.activity)));
    let set_activity = Callback::new(move |place: usize| {
        if let Some(chosen) = ACTIVITIES.get(place) {
            form.update(|f| f.activity = *chosen);
        }
    });
    let goal = Signal::derive(move || form.with(|f| GOALS.iter().position(|g| *g == f.goal)));
    let set_goal = Callback::new(move |place: usize| {
        if let Some(chosen) = GOALS.get(place) {
            form.update(|f| f.goal = *chosen);
        }
    });
    view! {
        <section class="card">
            <h2>{words::FOOD}</h2>
            <Choice name="activity" legend=words::ACTIVITY options=ACTIVITIES.map(|a| names::activity(a).to_owned()).to_vec() chosen=activity choose=set_activity tall=true />
            <Choice name="goal" legend=words::GOAL options=vec![words::GAIN.into(), words::MAINTAIN.into()] chosen=goal choose=set_goal />
        </section>
    }
}

fn conditions(safety: RwSignal<SafetyAnswers>) -> impl IntoView {
    // The first box says "none of these"; it and the others exclude each other.
    let has = Callback::new(move |place: usize| {
        safety.with(|answers| match place.checked_sub(1).and_then(|p| Condition::ALL.get(p)) {
            None => answers.conditions.as_ref().is_some_and(BTreeSet::is_empty),
            Some(condition) => answers.has(*condition),
        })
    });
    let set = Callback::new(move |(place, on): (usize, bool)| {
        safety.update(|answers| match place.checked_sub(1).and_then(|p| Condition::ALL.get(p)) {
            None => answers.set_none(on),
            Some(condition) => answers.set(*condition, on),
        });
    });
    let mut options = vec![words::NONE_OF_THESE.to_owned()];
    options.extend(Condition::ALL.map(|condition| names::condition(condition).to_owned()));
    let docs = documents();
    let cleared = Callback::new(move |_| safety.with(|answers| answers.cleared_on.is_some()));
    let set_cleared = Callback::new(move |(_, on): (usize, bool)| {
        safety.update(|answers| answers.cleared_on = on.then(|| docs.today().get_untracked()));
    });
    let ask_clearance =
        move || safety.with(|answers| answers.conditions.as_ref().is_some_and(|list| !list.is_empty()));
    view! {
        <section class="card">
            <h2>{words::SAFETY}</h2>
            <Checks legend=words::SAFETY_ASK options checked=has toggle=set />
            <Show when=ask_clearance>
                <Checks legend="" options=vec![words::CLEARED.to_owned()] checked=cleared toggle=set_cleared />
            </Show>
        </section>
    }
}
