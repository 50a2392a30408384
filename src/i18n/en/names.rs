//! The lifter's words for muscles, functions, things, conditions and choices.

use crate::domain::anatomy::{Function, Muscle};
use crate::domain::athlete::{Activity, Care, Experience};
use crate::domain::exercise::{Item, Joint};
use crate::domain::safety::{Condition, RedFlag};

/// A muscle.
pub const fn muscle(muscle: Muscle) -> &'static str {
    match muscle {
        Muscle::Quadriceps => "Quads",
        Muscle::Hamstrings => "Hamstrings",
        Muscle::Glutes => "Glutes",
        Muscle::Calves => "Calves",
        Muscle::Adductors => "Adductors",
        Muscle::Abductors => "Abductors",
        Muscle::Tibialis => "Shins",
    }
}

/// The class of a muscle's hue.
pub const fn hue(muscle: Muscle) -> &'static str {
    match muscle {
        Muscle::Quadriceps => "hue-quads",
        Muscle::Hamstrings => "hue-hamstrings",
        Muscle::Glutes => "hue-glutes",
        Muscle::Calves => "hue-calves",
        Muscle::Adductors => "hue-adductors",
        Muscle::Abductors => "hue-abductors",
        Muscle::Tibialis => "hue-tibialis",
    }
}

/// A function.
pub const fn function(function: Function) -> &'static str {
    match function {
        Function::Vasti => "vasti",
        Function::RectusFemoris => "rectus femoris",
        Function::HipHamstrings => "hip",
        Function::KneeHamstrings => "knee",
        Function::GluteusMaximus => "gluteus maximus",
        Function::Abductors => "abductors",
        Function::Adductors => "adductors",
        Function::Gastrocnemius => "gastroc.",
        Function::Soleus => "soleus",
        Function::Tibialis => "shins",
    }
}

/// A joint.
pub const fn joint(joint: Joint) -> &'static str {
    match joint {
        Joint::Knee => "Knees",
        Joint::Back => "Lower back",
        Joint::Hip => "Hips",
    }
}

/// How much a joint is spared.
pub const fn care(care: Care) -> &'static str {
    match care {
        Care::None => "fine",
        Care::Careful => "careful",
        Care::Avoid => "avoid",
    }
}

/// Experience.
pub const fn experience(experience: Experience) -> &'static str {
    match experience {
        Experience::Novice => "Under a year",
        Experience::Intermediate => "1–3 years",
        Experience::Advanced => "Longer",
    }
}

/// Activity.
pub const fn activity(activity: Activity) -> &'static str {
    match activity {
        Activity::Sedentary => "Sitting, hardly any sport",
        Activity::Light => "Light: 1–3 sessions a week",
        Activity::Moderate => "Moderate: 3–5 sessions a week",
        Activity::High => "High: 6–7 sessions a week",
        Activity::VeryHigh => "Very high: hard physical work too",
    }
}

/// A thing to train with.
pub const fn item(item: Item) -> &'static str {
    match item {
        Item::Barbell => "Barbell",
        Item::Rack => "Rack",
        Item::Dumbbells => "Dumbbells",
        Item::Kettlebell => "Kettlebell",
        Item::Bench => "Bench",
        Item::Box => "Box or step",
        Item::TrapBar => "Trap bar",
        Item::SmithMachine => "Smith machine",
        Item::Cable => "Cable",
        Item::Bands => "Bands",
        Item::HackSquat => "Hack squat",
        Item::PendulumSquat => "Pendulum squat",
        Item::BeltSquat => "Belt squat",
        Item::LegPress => "Leg press 45°",
        Item::HorizontalLegPress => "Seated leg press",
        Item::LegExtension => "Leg extension",
        Item::SeatedLegCurl => "Seated leg curl",
        Item::LyingLegCurl => "Lying leg curl",
        Item::StandingLegCurl => "Standing leg curl",
        Item::GluteHamBench => "Glute-ham bench",
        Item::BackExtensionBench => "Back extension bench",
        Item::HipThrustMachine => "Hip thrust machine",
        Item::GluteKickback => "Kickback machine",
        Item::StandingCalf => "Standing calf machine",
        Item::SeatedCalf => "Seated calf machine",
        Item::DonkeyCalf => "Donkey calf machine",
        Item::HipAbduction => "Abduction machine",
        Item::HipAdduction => "Adduction machine",
        Item::FootAnchor => "Something to hold the feet",
        Item::Sliders => "Sliders",
    }
}

/// A condition.
pub const fn condition(condition: Condition) -> &'static str {
    match condition {
        Condition::PregnantOrPostpartum => "Pregnant, or gave birth in the last year",
        Condition::EatingDisorder => "An eating disorder, now or before",
        Condition::HeartDisease => "Heart disease",
        Condition::UncontrolledPressure => "High blood pressure, not under control",
        Condition::TreatedHypertension => "High blood pressure, treated",
        Condition::RecentSurgeryFractureOrClot => "Recent surgery, fracture or blood clot",
        Condition::NeurologicalDeficit => "Numbness, weakness or another nerve problem",
        Condition::KidneyDisease => "Kidney disease",
        Condition::InsulinTreatment => "Insulin treatment",
        Condition::Aneurysm => "An aneurysm",
        Condition::Hernia => "A hernia",
        Condition::EyeDisease => "An eye disease that forbids straining",
        Condition::OsteoporoticFracture => "A fracture from weak bones",
        Condition::Anticoagulants => "Blood thinners",
        Condition::FluidRestriction => "Told to drink less",
    }
}

/// A sign that ends training.
pub const fn sign(sign: RedFlag) -> &'static str {
    match sign {
        RedFlag::ChestPain => "Chest pain or pressure",
        RedFlag::Syncope => "Fainted, or nearly",
        RedFlag::SuddenBreathlessness => "Suddenly short of breath",
        RedFlag::DarkUrine => "Dark urine after training",
        RedFlag::PainBeyondExpectation => "Muscle pain or swelling far beyond what you did",
        RedFlag::OneSidedCalf => "One calf swollen, hot or painful",
        RedFlag::PopWithLostFunction => "A pop, and it no longer works",
        RedFlag::LockedKnee => "A knee that is locked",
        RedFlag::SaddleNumbness => "Numb between the legs, or trouble with bladder or bowel",
        RedFlag::FootDrop => "A foot that cannot be lifted",
        RedFlag::HotJointWithFever => "A hot, swollen joint with fever",
        RedFlag::Bleeding => "Bleeding",
        RedFlag::BreathlessBeforeEffort => "Short of breath before any effort",
        RedFlag::Dizziness => "Dizziness",
        RedFlag::CalfPainOrSwelling => "Pain or swelling of a calf",
        RedFlag::Weakness => "Muscle weakness",
        RedFlag::FluidLoss => "Loss of fluid",
    }
}
