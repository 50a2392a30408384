//! The words of the session.

/// No load.
pub const BODY_WEIGHT: &str = "body weight";
