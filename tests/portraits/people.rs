//! The people: few, and of every kind.

use legwork::domain::anatomy::Muscle;
use legwork::domain::athlete::{
    Activity, Care, Cautions, Experience, Goal, Profile, ProfileDraft, Sex, TrainingDays,
};
use legwork::domain::exercise::{Joint, Kit};
use legwork::domain::units::Minutes;

/// How many there are.
const PEOPLE: usize = 40;

/// Everybody, each with a name that says what they are.
pub fn everybody() -> Vec<(String, Profile)> {
    (0..PEOPLE).map(person).collect()
}

/// Many others, of the same kinds in other mixtures.
pub fn others() -> impl Iterator<Item = (String, Profile)> {
    (PEOPLE..3 * PEOPLE).map(|n| person(n + n / PEOPLE))
}

fn person(n: usize) -> (String, Profile) {
    // Steps without a common divisor: what stands together once does not again soon.
    let (days, length) = (1 + n % 4, [20, 30, 45, 60, 75, 90, 120][n % 7]);
    let kits = [
        ("gym", Kit::GYM),
        ("barbell", Kit::HOME_BARBELL),
        ("everything", Kit::ALL),
        ("dumbbells", Kit::DUMBBELLS),
        ("nothing", Kit::NONE),
    ];
    let (kit, items) = kits[n % 5];
    let experience = [Experience::Novice, Experience::Intermediate, Experience::Advanced][n / 2 % 3];
    let mut cautions = Cautions::default();
    if n % 3 == 1 {
        cautions.set(Joint::ALL[n % Joint::ALL.len()], [Care::Careful, Care::Avoid][n / 3 % 2]);
    }
    let priority = (n % 4 == 3).then(|| Muscle::ALL[n / 4 % Muscle::ALL.len()]);
    let (age, kg, cm) = (18 + n * 7 % 55, 48 + n * 13 % 62, 150 + n * 11 % 48);
    let form = ProfileDraft {
        age: age.to_string(),
        sex: Some([Sex::Male, Sex::Female][n % 2]),
        weight: kg.to_string(),
        height: cm.to_string(),
        body_fat: if n % 6 == 5 { (12 + n % 20).to_string() } else { String::new() },
        experience,
        activity: [
            Activity::Sedentary,
            Activity::Light,
            Activity::Moderate,
            Activity::High,
            Activity::VeryHigh,
        ][n / 2 % 5],
        goal: [Goal::Gain, Goal::Maintain][n / 5 % 2],
        cautions,
        ..ProfileDraft::default()
    };
    let profile = Profile {
        days: TrainingDays::spread(u8::try_from(days).unwrap()),
        minutes: Minutes::saturating(length),
        kit: items,
        priority,
        ..form.check().unwrap()
    };
    let name = format!(
        "{n}: {days} days of {length} minutes, {kit}, {experience:?}, {age} years, {kg} kg, {cm} cm, {:?}, {:?}, {:?}",
        profile.sex.unwrap(),
        profile.goal,
        priority
    );
    (name, profile)
}
