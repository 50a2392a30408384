//! The words of settings, more and about.

#[allow(missing_docs)]
mod plain {
    pub const MORE: &str = "More";
    pub const HISTORY: &str = "History";
    pub const HISTORY_TEXT: &str = "Every session: look, search, change";
    pub const HOLDS: &str = "What holds you back";
    pub const HOLDS_TEXT: &str = "The factors, from your own log";
    pub const LEARN: &str = "Learn";
    pub const LEARN_TEXT: &str = "The principles, short and sourced";
    pub const SIGNALS: &str = "When a rest is over";
    pub const SOUND: &str = "Play a tone";
    pub const VIBRATION: &str = "Vibrate";
    pub const NOTIFICATION: &str = "Notify while another app is in front";
    pub const AWAKE: &str = "Keep the screen on during a session";
    pub const SIGNALS_NOTE: &str =
        "A locked phone may not ring: no website can wake it. The timer is right again when you look.";
    pub const NO_VIBRATION: &str = "This browser cannot vibrate.";
    pub const NO_NOTIFICATION: &str = "This browser cannot notify.";
    pub const NO_AWAKE: &str = "This browser cannot keep the screen on.";
    pub const REFUSED: &str =
        "Notifications are blocked for this site. Allow them in the browser's settings first.";
    pub const DATA: &str = "Your data";
    pub const DATA_TEXT: &str = "Export, import, restore, erase";
    pub const ANSWERS: &str = "Your answers";
    pub const ANSWERS_TEXT: &str = "Body, days, equipment, safety";
    pub const SETTINGS: &str = "Settings";
    pub const SETTINGS_TEXT: &str = "Units, look, week, bars and plates";
    pub const ABOUT: &str = "About";
    pub const ABOUT_TEXT: &str = "What this is and where the rules come from";
    pub const UNITS: &str = "Units";
    pub const LOOK: &str = "Look";
    pub const LOOKS: [&str; 3] = ["As the device", "Light", "Dark"];
    pub const WEEK: &str = "The week starts on";
    pub const WEEKS: [&str; 4] = ["As the device", "Mon", "Sat", "Sun"];
    pub const COUNTING: &str = "Indirect work counts";
    pub const COUNTINGS: [&str; 2] = ["Half", "Not at all"];
    pub const NOTE: &str = "Settings change what you see and what is suggested, never what is recorded.";
    pub const ABOUT_LINES: [&str; 4] = [
        "Legwork plans your leg training, counts your hard sets against the target, and keeps your log.",
        "There is no server and no account. Nothing you enter leaves this device; the page's own policy forbids it.",
        "It is no medical advice. Sharp, one-sided or joint pain, chest pain, fainting, a swollen calf, dark urine: stop and see a clinician.",
        "The rules come from published research and five articles; each number names its source where it is shown.",
    ];
    pub const OFFLINE_READY: &str = "Works offline.";
    pub const OFFLINE_NOT: &str = "Offline use is not set up in this browser.";
    pub const OFFLINE_WAIT: &str = "Getting ready for offline use.";
    pub const NOT_FOUND: &str = "Nothing is here";
    pub const NOT_FOUND_TEXT: &str = "This address has no page.";
}
pub use plain::*;

/// The version.
pub fn version() -> String {
    format!("Version {}", env!("CARGO_PKG_VERSION"))
}
