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
    ProfileSaved,
    WeighIn,
    SleepLogged,
    FoodLogged,
    Imported {
        sessions: usize,
    },
    Restored,
    Erased,
    Undone,
    Exported,
    ExerciseAdded,
}
