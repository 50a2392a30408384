//! What an action did, as a value that words can be chosen for.

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Said {
    SetLogged,
    SetUndone,
    SetChanged,
    SessionFinished,
    SessionDiscarded,
    PlanAccepted,
    /// A plan is kept beside the others.
    PlanKept,
    /// A plan was let go.
    PlanRemoved,
    ProfileSaved,
    WeighIn,
    SleepLogged,
    FoodLogged,
    GirthLogged,
    DietChanged,
    TargetMoved,
    Imported {
        sessions: usize,
    },
    Restored,
    Erased,
    Undone,
    Exported,
    ExerciseAdded,
    ExerciseRemoved,
}
