//! Weekly hard sets per muscle against the target: what each logged or planned set is worth, and to whom.
