//! The person: age, size, experience, and when they can train.

use super::Answers;
use crate::domain::anatomy::Muscle;
use crate::domain::athlete::{Experience, Field as Asked, Sex, WEEK};
use crate::domain::settings::{LengthUnit, MassUnit};
use crate::i18n::en::{names, welcome as words};
use crate::i18n::weekday;
use crate::pages::card;
use crate::ui::element::{El, fixed, of, say, say_as, text, told};
use crate::ui::{Checks, Choice, Field};
use std::rc::Rc;

const EXPERIENCES: [Experience; 3] = [Experience::Novice, Experience::Intermediate, Experience::Advanced];
const SEXES: [Sex; 2] = [Sex::Female, Sex::Male];

/// Age, sex and size.
pub(super) fn body(answers: Answers) -> El {
    let form = answers.form;
    let feet = move || form.with(|f| f.length == LengthUnit::FeetAndInches);
    let units = answers.choice(
        "form-units",
        words::UNITS,
        vec![words::KG_CM.into(), words::LB_FT.into()],
        |f| Some(usize::from(f.mass == MassUnit::Pounds)),
        |f, place| match place {
            1 => f.switch_units(MassUnit::Pounds, LengthUnit::FeetAndInches),
            _ => f.switch_units(MassUnit::Kilograms, LengthUnit::Centimetres),
        },
    );
    let sex = answers.choice(
        "sex",
        words::SEX,
        vec![words::FEMALE.into(), words::MALE.into()],
        |f| SEXES.iter().position(|sex| Some(*sex) == f.sex),
        |f, place| f.sex = SEXES.get(place).copied(),
    );
    let height_unit = text(move || if feet() { words::FEET } else { words::CM }.to_owned());
    let pounds = move || form.with(|f| f.mass == MassUnit::Pounds);
    let weight_unit = text(move || if pounds() { "lb" } else { "kg" }.to_owned());
    let age = answers.number("age", words::AGE, Asked::Age, fixed(words::YEARS), |f| &mut f.age);
    let height = answers.number("height", words::HEIGHT, Asked::Height, height_unit, |f| &mut f.height);
    let inches =
        move || answers.number("inches", words::INCHES, Asked::Inches, fixed("in"), |f| &mut f.inches).draw();
    let weight = answers.number("weight", words::WEIGHT, Asked::Weight, weight_unit, |f| &mut f.weight);
    let fat = answers.number("body-fat", words::BODY_FAT, Asked::BodyFat, fixed("%"), |f| &mut f.body_fat);
    let fat = Field { hint: words::FAT_HINT, ..fat };
    let fields =
        of("div", "fields").child(height.draw()).shown(feet, inches).child(weight.draw()).child(fat.draw());
    card()
        .child(say("h2", words::YOU))
        .child(units.draw())
        .child(age.draw())
        .child(sex.draw())
        .child(fields)
        .child(say_as("p", "muted", words::BODY_HINT))
}

/// Experience, days, minutes, priority.
pub(super) fn training(answers: Answers) -> El {
    let form = answers.form;
    let experience = answers.choice(
        "experience",
        words::EXPERIENCE,
        EXPERIENCES.map(|e| names::experience(e).to_owned()).to_vec(),
        |f| EXPERIENCES.iter().position(|e| *e == f.experience),
        |f, place| f.experience = EXPERIENCES.get(place).copied().unwrap_or(f.experience),
    );
    let days = Checks {
        legend: words::DAYS.to_owned(),
        options: WEEK.map(|day| weekday(day).to_owned()).to_vec(),
        checked: Rc::new(move |place| form.with(|f| WEEK.get(place).is_some_and(|d| f.days.contains(d)))),
        toggle: told(move |(place, on): (usize, bool)| {
            let Some(day) = WEEK.get(place).copied() else { return };
            form.update(|f| {
                f.days.retain(|known| *known != day);
                if on {
                    f.days.push(day);
                }
            });
        }),
    };
    let wrong_days = answers.error(Asked::Days, |_| true);
    let minutes = answers.number("minutes", words::MINUTES, Asked::Minutes, fixed("min"), |f| &mut f.minutes);
    let mut muscles = vec![words::NO_PRIORITY.to_owned()];
    muscles.extend(Muscle::MAIN.map(|muscle| names::muscle(muscle).to_owned()));
    let priority = answers.choice(
        "priority",
        words::PRIORITY,
        muscles,
        |f| Some(f.priority.and_then(|p| Muscle::MAIN.iter().position(|m| *m == p)).map_or(0, |p| p + 1)),
        |f, place| f.priority = place.checked_sub(1).and_then(|p| Muscle::MAIN.get(p)).copied(),
    );
    card()
        .child(say("h2", words::TRAINING))
        .child(experience.draw())
        .child(days.draw())
        .child(of("p", "field__error").live_text(move || wrong_days()))
        .child(minutes.draw())
        .child(Choice { tall: true, ..priority }.draw())
}
