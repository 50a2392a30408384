//! One function for each thing a person can do. Each asks the domain, writes through a transaction and
//! says what happened; none formats, none renders.

mod block;
mod body;
mod data;
mod diet;
mod gym;
mod history;
mod plan;
mod profile;
mod room;
mod running;
mod session;
mod settings;
mod stop;
mod verdict;

pub use crate::storage::{Room, percent};
pub use block::{end_block, offered, plan_of, put_offer_off, restart_block, take_offer};
pub use body::{log_food, log_girth, log_morning, log_sleep, log_weight};
pub(in crate::app) use data::put_back;
pub use data::{
    backed_up, erase_everything, export_text, exported, import_sessions, leave_example, logbook,
    mend_damaged, not_backed_up, release_damaged, restore, show_example, take_back,
};
pub use diet::{accept_target, change_diet};
pub use gym::{set_means, set_plates, usual_gym};
pub use history::{
    add_set, change_recorded, delete_session, delete_set, mend_rest, move_session, note_session,
    reopen_session,
};
pub use plan::{
    change_plan, follow_plan, keep_exercise, keep_plan, remove_exercise, remove_plan, rir_floor, shared_plan,
};
pub use profile::{Answered, accept_plan, adopt, answered, plan_for};
pub use room::{archive_year, take_years_out, used, years_text};
pub use running::{
    add_exercise, ask_sets, cut_short, decline_trial, end_technique, guess, leave_out, move_exercise,
    note_draft, note_exercise, note_pain, swap_exercise,
};
pub use session::{
    change_set, change_sets, discard_session, finish_session, go_to, join_draft, join_running, lengthen_rest,
    log_set, log_sets, log_trial, skip_rest, start_blank, start_earlier, start_session, undo_set, undo_sets,
};
pub use settings::{set_counting, set_signals, set_theme, set_units, set_week_start};
pub use stop::{clear_signs, stop_for};
pub use verdict::{accept_fix, keep_verdict, put_review_away};
