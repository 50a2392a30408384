//! The words stored for each choice. They are part of the schema and never change, whatever the choice is
//! called in the code.

use crate::archive::error::Why;
use crate::archive::tree::{Read, Refused, Tree};
use crate::domain::anatomy::{Function, Muscle};
use crate::domain::athlete::{Activity, Care, Experience, Goal, Sex};
use crate::domain::body::girth::Site;
use crate::domain::diagnosis::{Factor, Standing, Verdict};
use crate::domain::exercise::{Item, Joint, Pattern};
use crate::domain::nutrition::expenditure::Formula;
use crate::domain::plan::Phase;
use crate::domain::recovery::{PainSince, Readiness, SleepQuality, Soreness};
use crate::domain::safety::{Condition, RedFlag};
use crate::domain::settings::{Counting, LengthUnit, MassUnit, Theme};
use crate::domain::training::Source;

/// A choice that is stored as a word.
pub trait Word: Copy + 'static {
    /// Every choice with its word.
    const WORDS: &'static [(&'static str, Self)];

    /// Its word.
    fn word(self) -> &'static str;

    /// Its word, to be stored.
    fn stored(self) -> Tree {
        self.word().into()
    }

    /// The choice of a word.
    fn read(text: &str) -> Read<Self> {
        let found = Self::WORDS.iter().find(|(word, _)| *word == text);
        found.map(|(_, choice)| *choice).ok_or(Refused::new(Why::UnknownWord))
    }
}

/// The choice of a stored word.
pub fn word_in<W: Word>(tree: &Tree) -> Read<W> {
    W::read(tree.text()?)
}

/// Declares the words of a choice once, for both ways; the compiler asks for a word for each variant.
macro_rules! words {
    ($($kind:ident { $($variant:ident => $word:literal),+ $(,)? })+) => {$(
        impl Word for $kind {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];
            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    )+};
}

words! {
    Sex { Female => "female", Male => "male" }
    Experience { Novice => "novice", Intermediate => "intermediate", Advanced => "advanced" }
    Activity {
        Sedentary => "sedentary", Light => "light", Moderate => "moderate", High => "high", VeryHigh => "very-high",
    }
    Goal { Gain => "gain", Maintain => "maintain" }
    Care { None => "none", Careful => "careful", Avoid => "avoid" }
    Joint { Knee => "knee", Back => "back", Hip => "hip" }
    Muscle {
        Quadriceps => "quadriceps", Hamstrings => "hamstrings", Glutes => "glutes", Calves => "calves",
        Adductors => "adductors", Abductors => "abductors", Tibialis => "tibialis",
    }
    Function {
        Vasti => "vasti", RectusFemoris => "rectus-femoris", HipHamstrings => "hip-hamstrings",
        KneeHamstrings => "knee-hamstrings", GluteusMaximus => "gluteus-maximus", Abductors => "abductors",
        Adductors => "adductors", Gastrocnemius => "gastrocnemius", Soleus => "soleus", Tibialis => "tibialis",
    }
    Pattern {
        Squat => "squat", Hinge => "hinge", Lunge => "lunge", LegPress => "leg-press",
        KneeExtension => "knee-extension", KneeFlexion => "knee-flexion", HipThrust => "hip-thrust",
        StraightKneeCalf => "straight-knee-calf", BentKneeCalf => "bent-knee-calf", Abduction => "abduction",
        Adduction => "adduction", Dorsiflexion => "dorsiflexion", Jump => "jump",
    }
    Site {
        LeftThigh => "left-thigh", RightThigh => "right-thigh", LeftCalf => "left-calf", RightCalf => "right-calf",
    }
    Soreness { None => "none", Some => "some", Strong => "strong" }
    Readiness { Low => "low", Usual => "usual", High => "high" }
    SleepQuality { Poor => "poor", Fair => "fair", Good => "good" }
    PainSince { Better => "better", Same => "same", Worse => "worse" }
    Formula {
        Mifflin => "mifflin", HarrisBenedict => "harris-benedict", KatchMcArdle => "katch-mcardle",
        Cunningham => "cunningham",
    }
    Factor {
        Safety => "safety", Consistency => "consistency", Effort => "effort", Volume => "volume",
        Coverage => "coverage", Frequency => "frequency", Progression => "progression", Energy => "energy",
        Protein => "protein", Sleep => "sleep", Recovery => "recovery",
    }
    Standing { Limiting => "limiting", WorthFixing => "worth-fixing" }
    Verdict { Stop => "stop", Limited => "limited", Nothing => "nothing", NotEnough => "not-enough" }
    Phase { Entry => "entry", Working => "working", Deload => "deload" }
    MassUnit { Kilograms => "kg", Pounds => "lb" }
    LengthUnit { Centimetres => "cm", FeetAndInches => "ft" }
    Theme { Light => "light", Dark => "dark" }
    Counting { Fractional => "fractional", DirectOnly => "direct" }
    Source {
        Legwork => "legwork", Strong => "strong", Hevy => "hevy", FitNotes => "fitnotes", Liftosaur => "liftosaur",
        LiftLog => "liftlog", Fitbod => "fitbod", AlphaProgression => "alpha",
    }
    Condition {
        PregnantOrPostpartum => "pregnant", EatingDisorder => "eating-disorder", HeartDisease => "heart",
        UncontrolledPressure => "pressure", TreatedHypertension => "treated-pressure",
        RecentSurgeryFractureOrClot => "recent", NeurologicalDeficit => "neurological",
        KidneyDisease => "kidney", InsulinTreatment => "insulin", Aneurysm => "aneurysm", Hernia => "hernia",
        EyeDisease => "eye", OsteoporoticFracture => "osteoporosis", Anticoagulants => "anticoagulants",
        FluidRestriction => "fluid",
    }
    RedFlag {
        ChestPain => "chest-pain", Syncope => "fainting", SuddenBreathlessness => "sudden-breathlessness",
        DarkUrine => "dark-urine", PainBeyondExpectation => "pain-beyond", OneSidedCalf => "one-calf",
        PopWithLostFunction => "pop", LockedKnee => "locked-knee", SaddleNumbness => "saddle-numbness",
        FootDrop => "foot-drop", HotJointWithFever => "hot-joint", Bleeding => "bleeding",
        BreathlessBeforeEffort => "breathless-before", Dizziness => "dizziness",
        CalfPainOrSwelling => "calf", Weakness => "weakness", FluidLoss => "fluid-loss",
    }
    Item {
        Barbell => "barbell", Rack => "rack", Dumbbells => "dumbbells", Kettlebell => "kettlebell",
        Bench => "bench", Box => "box", TrapBar => "trap-bar", SmithMachine => "smith", Cable => "cable",
        Bands => "bands", HackSquat => "hack-squat", PendulumSquat => "pendulum-squat",
        BeltSquat => "belt-squat", LegPress => "leg-press", HorizontalLegPress => "horizontal-leg-press",
        LegExtension => "leg-extension", SeatedLegCurl => "seated-leg-curl", LyingLegCurl => "lying-leg-curl",
        StandingLegCurl => "standing-leg-curl", GluteHamBench => "glute-ham",
        BackExtensionBench => "back-extension", HipThrustMachine => "hip-thrust",
        GluteKickback => "glute-kickback", StandingCalf => "standing-calf", SeatedCalf => "seated-calf",
        DonkeyCalf => "donkey-calf", HipAbduction => "hip-abduction", HipAdduction => "hip-adduction",
        FootAnchor => "foot-anchor", Sliders => "sliders",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn no_word_stands_for_two<W: Word + PartialEq + std::fmt::Debug>() {
        for (word, choice) in W::WORDS {
            assert_eq!(W::read(word), Ok(*choice), "{word}");
            assert_eq!(choice.word(), *word);
        }
        assert_eq!(W::read("bulk"), Err(Refused::new(Why::UnknownWord)));
        assert_eq!(W::read(""), Err(Refused::new(Why::UnknownWord)));
    }

    #[test]
    fn every_word_means_one_choice_and_an_unknown_one_is_not_guessed() {
        no_word_stands_for_two::<Sex>();
        no_word_stands_for_two::<Experience>();
        no_word_stands_for_two::<Activity>();
        no_word_stands_for_two::<Goal>();
        no_word_stands_for_two::<Care>();
        no_word_stands_for_two::<Joint>();
        no_word_stands_for_two::<Muscle>();
        no_word_stands_for_two::<Function>();
        no_word_stands_for_two::<Pattern>();
        no_word_stands_for_two::<Site>();
        no_word_stands_for_two::<Soreness>();
        no_word_stands_for_two::<Readiness>();
        no_word_stands_for_two::<SleepQuality>();
        no_word_stands_for_two::<PainSince>();
        no_word_stands_for_two::<Formula>();
        no_word_stands_for_two::<Factor>();
        no_word_stands_for_two::<Standing>();
        no_word_stands_for_two::<Verdict>();
        no_word_stands_for_two::<Phase>();
        no_word_stands_for_two::<MassUnit>();
        no_word_stands_for_two::<LengthUnit>();
        no_word_stands_for_two::<Theme>();
        no_word_stands_for_two::<Counting>();
        no_word_stands_for_two::<Source>();
        no_word_stands_for_two::<Condition>();
        no_word_stands_for_two::<RedFlag>();
        no_word_stands_for_two::<Item>();
    }
}
