//! What an action did, as a value that words can be chosen for.

use crate::domain::units::Rir;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Said {
    SetLogged,
    /// Sets that the browser had lost came back from their copy.
    SetsFound {
        /// How many.
        sets: usize,
    },
    /// Nothing: another tab writes.
    Elsewhere,
    /// Nothing: a newer version has written here.
    Outdated,
    SetUndone,
    SetChanged,
    SessionFinished,
    /// It is recorded, and could not be stored yet.
    SessionUnsaved,
    SessionDiscarded,
    /// A sign has ended training.
    TrainingStopped,
    /// A clinician has agreed to training again.
    TrainingCleared,
    /// A recorded session runs again.
    SessionReopened,
    SessionDeleted,
    SessionMoved,
    SetDeleted,
    SetAdded,
    NoteKept,
    PlanAccepted,
    /// A plan is kept beside the others.
    PlanKept,
    /// A plan was let go.
    PlanRemoved,
    /// The running block has a lighter week.
    BlockEased,
    /// A block goes on after days off.
    BlockGoesOn,
    BlockEnded,
    /// An offer waits.
    OfferPutOff,
    /// What mends a finding is done, or meant to be.
    FixTaken,
    /// Old years went into a file and out of the log.
    YearsOut,
    ReviewPutAway,
    ProfileSaved,
    WeighIn,
    SleepLogged,
    MorningSaved,
    /// What there is to load with.
    GymSaved,
    FoodLogged,
    GirthLogged,
    DietChanged,
    TargetMoved,
    Imported {
        sessions: usize,
    },
    /// What came from another app was taken out again.
    TakenBack {
        sessions: usize,
    },
    Restored,
    Erased,
    Undone,
    Exported,
    /// The person called the sharing of a file off.
    ExportCalledOff,
    ExerciseAdded,
    ExerciseRemoved,
    ExerciseSwapped,
    ExerciseMoved,
    ExerciseLeftOut,
    SetsChanged,
    TechniqueEnded,
    SessionCut,
    PainNoted,
    TrialDeclined,
    /// A set was taken to its end: what was said to be left, and what was.
    Calibrated {
        claimed: Rir,
        further: u8,
    },
}
